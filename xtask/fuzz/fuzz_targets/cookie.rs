//! See `servanda_fuzz::cookie`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| servanda_fuzz::cookie(bytes));
