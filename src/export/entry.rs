//! A document as the export takes it: with an id and a fingerprint.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::redact;
use crate::Document;

/// A document with its identity, the input of every export.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Spans in bytes.
    pub(super) document: Document,
    pub(super) id: String,
    pub(super) fingerprint: String,
}

/// Hexadecimal digits of a document's id: with a million documents, one chance in thirty
/// million that two share one.
const ID_DIGITS: usize = 16;

/// Hexadecimal digits of a fingerprint.
const FINGERPRINT_DIGITS: usize = 32;

impl Entry {
    /// A document with the id and the fingerprint that follow from it.
    #[must_use]
    pub fn new(document: Document) -> Self {
        let document = document.in_bytes();
        let fingerprint = fingerprint(&document.text);
        let name = document.source.name.as_deref().unwrap_or_default();
        let id = hash("g", ID_DIGITS, &[name, "\0", &fingerprint]);
        Self {
            document,
            id,
            fingerprint,
        }
    }

    /// The same document with telephone numbers, identity numbers and the names in contact
    /// lines masked, character by character, so that spans stay valid. Its id and its
    /// fingerprint stay.
    #[must_use]
    pub fn redacted(self) -> Self {
        Self {
            document: redact::redact(&self.document),
            ..self
        }
    }

    /// The document, spans in bytes.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// An id for the document: `g` and 16 hexadecimal digits from its source's name and its
    /// fingerprint, so that it is the same in every run and any order.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// A fingerprint of the text: `f` and 32 hexadecimal digits of the SHA-256 of its
    /// letters and digits. The same notice on two sites has the same one even where white
    /// space and punctuation differ.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }
}

fn fingerprint(text: &str) -> String {
    let letters: String = text.chars().filter(|c| c.is_alphanumeric()).collect();
    hash("f", FINGERPRINT_DIGITS, &[&letters])
}

/// The first digits of a hash, behind a letter: a spreadsheet takes bare digits for a
/// number, and `12e4` too.
fn hash(letter: &str, digits: usize, parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.as_bytes());
    }
    let mut id = letter.to_owned();
    for byte in hasher.finalize().iter().take(digits / 2) {
        // OK because writing to a string does not fail.
        let _ = write!(id, "{byte:02x}");
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(name: &str, text: &str) -> Entry {
        let parser = crate::Parser::new().name(name);
        Entry::new(parser.parse(text.as_bytes()).unwrap().document)
    }

    #[test]
    fn fingerprint_is_of_letters_and_digits() {
        let one = entry("a.txt", "一、加强值守。\n（责任单位：市教育局）");
        let two = entry("b.txt", "一、加强值守。(责任单位:市教育局)");
        assert_eq!(one.fingerprint(), two.fingerprint());
        assert_ne!(one.id(), two.id());
        // printf '一加强值守责任单位市教育局' | sha256sum
        assert_eq!(one.fingerprint(), "fa00e8f774c3e210c89d34be2014f6896");
    }
}
