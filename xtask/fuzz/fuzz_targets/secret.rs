//! See `servanda_fuzz::secret`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| servanda_fuzz::secret(bytes));
