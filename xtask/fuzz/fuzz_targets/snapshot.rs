//! See `servanda_fuzz::snapshot`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| servanda_fuzz::snapshot(bytes));
