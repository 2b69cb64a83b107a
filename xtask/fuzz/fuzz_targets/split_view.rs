//! See `servanda_fuzz::split_view`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| servanda_fuzz::split_view(bytes));
