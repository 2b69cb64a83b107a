//! See `servanda_fuzz::act`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| servanda_fuzz::act(bytes));
