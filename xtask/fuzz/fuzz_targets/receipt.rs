//! See `servanda_fuzz::receipt`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| servanda_fuzz::receipt(bytes));
