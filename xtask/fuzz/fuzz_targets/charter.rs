//! See `servanda_fuzz::charter`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| servanda_fuzz::charter(bytes));
