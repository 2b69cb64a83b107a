//! See `servanda_fuzz::encyclopaedia`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| servanda_fuzz::encyclopaedia(bytes));
