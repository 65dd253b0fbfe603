//! Any bytes behind the opening of a web page read as one, in whatever way they are cut.
#![no_main]

use gongwen::{Parser, Stage};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let page = [b"<!DOCTYPE html><html><body>".as_slice(), bytes].concat();
    if let Ok(text) = Parser::new().product(&page, Stage::Strip) {
        assert!(text.len() <= 8 * page.len() + 1024, "{} from {}", text.len(), page.len());
    }
});
