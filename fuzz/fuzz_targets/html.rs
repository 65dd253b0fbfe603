//! Any bytes behind the opening of a web page read as one.
#![no_main]

use gongwen::{Parser, Stage};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let page = [b"<!DOCTYPE html><html><body>".as_slice(), bytes].concat();
    let _ = Parser::new().product(&page, Stage::Strip);
});
