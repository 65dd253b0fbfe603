//! Any bytes read as a document or give an error.
#![no_main]

use gongwen::{Parser, Stage};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = Parser::new().product(bytes, Stage::Read);
});
