//! Real documents of many sites and kinds go through, where the evaluation set stands
//! beside the repository.
#![allow(clippy::unwrap_used)]

mod documents;

use std::time::{Duration, Instant};

use gongwen::{Document, Parser};

/// Generous: an unoptimised build on a busy machine. Real times are milliseconds.
const MOST: Duration = Duration::from_secs(20);

#[test]
fn every_document_goes_through() {
    for sample in documents::evaluation_set() {
        let start = Instant::now();
        let parser = Parser::new().name(sample.name.as_str());
        let document = parser.parse(&sample.bytes).unwrap().document;
        assert!(
            start.elapsed() < MOST,
            "{}: {:?}",
            sample.name,
            start.elapsed()
        );
        assert!(!document.text.trim().is_empty(), "{}: no text", sample.name);
        let json = document.to_json().unwrap();
        assert_eq!(
            Document::from_json(&json).unwrap(),
            document,
            "{}",
            sample.name
        );
    }
}
