#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| bootpay_core_fuzz::windows::check(data));
