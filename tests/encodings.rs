//! A document says the same in every encoding.
#![allow(clippy::unwrap_used)]

use std::path::Path;

use encoding_rs::{BIG5, GB18030};
use gongwen::{Document, Parser, SourceInfo, Stage};

/// The document of these bytes without what its source was.
fn document(bytes: &[u8]) -> Document {
    let parsed = gongwen::parse(bytes).unwrap();
    Document {
        source: SourceInfo::default(),
        ..parsed.document
    }
}

fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let marked = format!("\u{FEFF}{text}");
    marked.encode_utf16().flat_map(bytes_of).collect()
}

#[test]
fn the_corpus_parses_the_same_in_every_encoding() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut count = 0;
    for entry in std::fs::read_dir(corpus).unwrap() {
        let path = entry.unwrap().path().join("document.txt");
        let Ok(text) = std::fs::read_to_string(&path) else {
            continue;
        };
        // Repairing an annotated page takes seconds in a build for tests.
        let expected = (!text.contains("(yī)")).then(|| document(text.as_bytes()));
        let encoded = [
            GB18030.encode(&text).0.into_owned(),
            utf_16(&text, u16::to_le_bytes),
            utf_16(&text, u16::to_be_bytes),
        ];
        for bytes in encoded {
            let read = Parser::new().product(&bytes, Stage::Read).unwrap();
            assert!(read == text, "{}", path.display());
            if let Some(expected) = &expected {
                assert!(document(&bytes) == *expected, "{}", path.display());
            }
        }
        count += 1;
    }
    assert_eq!(count, 5);
}

/// Needs `GONGWEN_SHARED`, the folder of documents that the project does not carry.
#[test]
fn taiwan_laws_parse_the_same_in_big5() {
    let Some(root) = std::env::var_os("GONGWEN_SHARED") else {
        return;
    };
    let in_big5 = |character: &char| !BIG5.encode(character.encode_utf8(&mut [0; 4])).2;
    let mut count = 0;
    for entry in std::fs::read_dir(Path::new(&root).join("docs")).unwrap() {
        let path = entry.unwrap().path();
        if !path
            .file_name()
            .unwrap()
            .to_str()
            .unwrap()
            .starts_with("tw-")
        {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let text: String = text.chars().filter(in_big5).collect();
        let (bytes, ..) = BIG5.encode(&text);
        assert!(
            document(&bytes) == document(text.as_bytes()),
            "{}",
            path.display()
        );
        count += 1;
    }
    assert!(count > 0);
}
