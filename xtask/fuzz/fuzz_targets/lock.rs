//! See `servanda_fuzz::lock`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| servanda_fuzz::lock(bytes));
