//! See `servanda_fuzz::votes`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| servanda_fuzz::votes(bytes));
