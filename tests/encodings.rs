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
        let expected = document(text.as_bytes());
        let encoded = [
            GB18030.encode(&text).0.into_owned(),
            utf_16(&text, u16::to_le_bytes),
            utf_16(&text, u16::to_be_bytes),
        ];
        for bytes in encoded {
            let read = Parser::new().product(&bytes, Stage::Read).unwrap();
            assert!(read == text, "{}", path.display());
            assert!(document(&bytes) == expected, "{}", path.display());
        }
        count += 1;
    }
    assert_eq!(count, 5);
}

/// Every task's place, traced to the bytes of the file, decodes to the source's words.
#[track_caller]
fn traces_to_the_file(bytes: &[u8], encoding: &'static encoding_rs::Encoding) {
    let parsed = gongwen::parse(bytes).unwrap();
    let tasks = &parsed.document.tasks;
    let places: Vec<_> = tasks
        .iter()
        .map(|task| parsed.source_span(task.span))
        .collect();
    assert!(!places.is_empty());
    for (place, range) in places.iter().zip(parsed.file_spans(bytes, &places)) {
        let (words, broken) =
            encoding.decode_without_bom_handling(&bytes[range.unwrap()]);
        assert!(!broken);
        assert_eq!(words, parsed.source()[place.range()]);
    }
}

#[test]
fn source_spans_trace_to_the_bytes_of_the_file() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for id in ["guangxi", "tibet"] {
        let text = std::fs::read_to_string(corpus.join(id).join("document.txt")).unwrap();
        traces_to_the_file(text.as_bytes(), encoding_rs::UTF_8);
        traces_to_the_file(format!("\u{FEFF}{text}").as_bytes(), encoding_rs::UTF_8);
        traces_to_the_file(&GB18030.encode(&text).0, GB18030);
        let utf_16 = utf_16(&text, u16::to_le_bytes);
        traces_to_the_file(&utf_16, encoding_rs::UTF_16LE);
    }
    let law = "第一條　為維護環境，特制定本法。\n第二條　本法所稱主管機關，指環境部。\n";
    traces_to_the_file(&BIG5.encode(&law.repeat(8)).0, BIG5);
}

#[test]
fn a_page_has_no_places_in_its_file() {
    let bytes = "<html><body><p>一、加强值守。</p></body></html>".as_bytes();
    let parsed = gongwen::parse(bytes).unwrap();
    let place = parsed.source_span(parsed.document.tasks[0].span);
    assert_eq!(parsed.file_spans(bytes, &[place]), [None]);
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
