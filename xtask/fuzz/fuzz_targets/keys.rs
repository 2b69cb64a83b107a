//! See `servanda_fuzz::keys`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| servanda_fuzz::keys(bytes));
