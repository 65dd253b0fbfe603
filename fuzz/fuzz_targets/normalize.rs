//! Any text normalises, and what came out normalises again.
#![no_main]

use gongwen::{Parser, Stage};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let parser = Parser::new().encoding("utf-8");
    if let Ok(once) = parser.product(text.as_bytes(), Stage::Normalize) {
        // A second reading may take the text for another script, for a page or for one of no
        // farm; a page may have nothing to see.
        match parser.product(once.as_bytes(), Stage::Normalize) {
            Ok(twice) => assert!(twice.len() <= 4 * once.len()),
            Err(error) => assert_eq!(error.code(), "empty"),
        }
    }
});
