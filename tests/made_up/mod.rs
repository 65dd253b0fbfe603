//! What made-up documents must give.

use gongwen::{Document, parse};

/// Reads a text and checks each field given, by its JSON name.
#[track_caller]
pub(crate) fn check(text: &str, expected: &[(&str, &str)]) -> Document {
    let document = parse(text.as_bytes()).unwrap().document;
    let header = serde_json::to_value(&document.header).unwrap();
    for (field, value) in expected {
        let found = &header[*field];
        let found = found
            .as_str()
            .map_or_else(|| found.to_string(), str::to_owned);
        assert_eq!(&found, value, "{field}");
    }
    document
}

/// Checks which lines are no part of the document, and by which rule.
#[track_caller]
pub(crate) fn removed(document: &Document, lines: &[(&str, &str)]) {
    for (rule, words) in lines {
        let found = document
            .removed
            .iter()
            .find(|removed| removed.text.trim() == *words);
        let found = found.map(|removed| removed.rule.as_str());
        assert_eq!(found, Some(*rule), "{words}");
    }
}
