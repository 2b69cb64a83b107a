//! See `servanda_fuzz::deposits`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| servanda_fuzz::deposits(bytes));
