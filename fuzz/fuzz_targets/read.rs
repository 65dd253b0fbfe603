//! Any bytes read as a document or give an error; UTF-8 without a page's tags comes out as
//! it went in.
#![no_main]

use gongwen::{Parser, Stage};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let parser = Parser::new();
    let read = parser.product(bytes, Stage::Read);
    if let Ok(text) = &read {
        assert!(text.len() <= 8 * bytes.len() + 1024, "{} from {}", text.len(), bytes.len());
    }
});
