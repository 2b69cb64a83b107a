//! See `servanda_fuzz::rehearsal`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| servanda_fuzz::rehearsal(bytes));
