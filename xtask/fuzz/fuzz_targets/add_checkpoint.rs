//! See `servanda_fuzz::add_checkpoint`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| servanda_fuzz::add_checkpoint(bytes));
