//! See `servanda_fuzz::challenge`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| servanda_fuzz::challenge(bytes));
