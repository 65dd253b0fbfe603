//! The report as a page: nothing of a document runs in it, nothing of it leads outside, and
//! it shows what was found.
#![allow(clippy::print_stderr, clippy::print_stdout, clippy::unwrap_used)]

mod browser;
#[cfg(feature = "cli")]
mod command;
mod hostile;
mod page;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use gongwen::Document;
use page::Page;

/// The five documents of the corpus.
static CORPUS: LazyLock<Vec<Document>> = LazyLock::new(|| {
    ["cixi", "guangxi", "hainan", "liaoning", "tibet"]
        .iter()
        .map(|id| {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
            let bytes = std::fs::read(format!("{folder}/{id}/document.txt")).unwrap();
            let parser = gongwen::Parser::new().name(format!("{id}.txt"));
            parser.parse(&bytes).unwrap().document
        })
        .collect()
});

fn html(documents: &[Document]) -> String {
    let mut out = Vec::new();
    gongwen::export::report(documents, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// How many places each kind of fact has, under the letters that the page uses.
fn places(document: &Document) -> BTreeMap<char, usize> {
    let responsibilities = document
        .tasks
        .iter()
        .map(|task| task.responsibilities.len());
    let diagnostics = document.diagnostics.iter();
    BTreeMap::from([
        ('h', document.header.spans.values().map(Vec::len).sum()),
        ('s', document.sections.len()),
        ('t', document.tasks.len()),
        ('r', responsibilities.sum()),
        ('g', document.targets.len()),
        ('c', document.citations.len()),
        ('m', document.members.len()),
        ('p', document.repairs.len()),
        (
            'w',
            diagnostics.filter(|found| found.span.is_some()).count(),
        ),
    ])
}

#[track_caller]
fn assert_marks(page: &Page, number: usize, document: &Document) {
    let prefix = format!("d{number}-");
    let mut anchors: BTreeMap<char, BTreeSet<&str>> = BTreeMap::new();
    for tag in page.with_class("a") {
        let id = tag.attribute("id").unwrap();
        if let Some(mark) = id.strip_prefix(&prefix) {
            let letter = mark.chars().next().unwrap();
            assert!(
                anchors.entry(letter).or_default().insert(mark),
                "{id} twice"
            );
        }
    }
    for (letter, count) in places(document) {
        let found = anchors.get(&letter).map_or(0, BTreeSet::len);
        assert_eq!(found, count, "marks {letter} of document {number}");
    }
}

#[test]
fn every_place_is_marked_once() {
    let page = Page::read(&html(&CORPUS));
    for (index, document) in CORPUS.iter().enumerate() {
        assert_marks(&page, index + 1, document);
    }
}

#[test]
fn segments_name_every_place_that_covers_them() {
    for document in CORPUS.iter() {
        let page = Page::read(&html(std::slice::from_ref(document)));
        let mut named: BTreeMap<String, String> = BTreeMap::new();
        for (tag, words) in page.marks() {
            for mark in tag.attribute("data-s").unwrap().split(' ') {
                *named.entry(mark.to_owned()).or_default() += words;
            }
        }
        let without_breaks = |words: &str| words.replace('\n', "");
        for (index, task) in document.tasks.iter().enumerate() {
            assert_eq!(named[&format!("t{index}")], without_breaks(&task.text));
        }
        for (index, target) in document.targets.iter().enumerate() {
            assert_eq!(named[&format!("g{index}")], without_breaks(&target.quote));
        }
        for (index, citation) in document.citations.iter().enumerate() {
            assert_eq!(named[&format!("c{index}")], without_breaks(&citation.text));
        }
    }
}

#[test]
fn the_text_is_shown_whole_and_unchanged() {
    for document in CORPUS.iter() {
        let page = Page::read(&html(std::slice::from_ref(document)));
        assert_eq!(page.text("d1-text"), document.text);
    }
}

#[test]
fn links_lead_to_places_of_the_page() {
    let page = Page::read(&html(&CORPUS));
    let mut ids = BTreeSet::new();
    for id in page.tags.iter().filter_map(|tag| tag.attribute("id")) {
        assert!(ids.insert(id), "id {id} twice");
    }
    let links = page.tags.iter().filter_map(|tag| tag.attribute("href"));
    let mut count = 0;
    for link in links {
        let id = link.strip_prefix('#');
        assert!(id.is_some_and(|id| ids.contains(id)), "{link}");
        count += 1;
    }
    assert!(count > 500, "{count} links");
}

#[test]
fn payloads_stay_words_in_every_field() {
    let documents: Vec<Document> = hostile::PAYLOADS
        .iter()
        .map(|payload| hostile::document(payload))
        .collect();
    for document in &documents {
        let page = Page::read(&html(std::slice::from_ref(document)));
        page.assert_inert();
        assert_marks(&page, 1, document);
        let shown = page.text("d1-text");
        assert_eq!(shown, hostile::shown(&document.text));
    }
    Page::read(&html(&documents)).assert_inert();
}

#[test]
fn payloads_stay_words_when_they_are_parsed() {
    let documents: Vec<Document> = hostile::PAYLOADS
        .iter()
        .map(|payload| {
            let text = hostile::text(payload);
            gongwen::parse(text.as_bytes()).unwrap().document
        })
        .collect();
    assert!(documents.iter().all(|document| !document.tasks.is_empty()));
    Page::read(&html(&documents)).assert_inert();
}

#[test]
fn the_corpus_page_is_inert_too() {
    Page::read(&html(&CORPUS)).assert_inert();
}

#[test]
fn the_policy_names_the_style_sheet_that_is_there() {
    use base64::Engine as _;
    use sha2::Digest as _;

    let html = html(&CORPUS[..1]);
    let (_, rest) = html.split_once("<style>").unwrap();
    let (style, rest) = rest.split_once("</style>").unwrap();
    assert!(!rest.contains("<style"));
    let hash = sha2::Sha256::digest(style.as_bytes());
    let hash = base64::engine::general_purpose::STANDARD.encode(hash);
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; \
         form-action 'none'"
    );
    assert!(
        html.contains(&format!("content=\"{policy}\"")),
        "src/export/report/style.sha256 should hold {hash}"
    );
    for word in ["http", "url(", "@import", "expression("] {
        assert!(!style.contains(word), "{word} in the style sheet");
    }
}

#[test]
fn what_was_changed_and_why_is_told_in_chinese() {
    let html = html(&CORPUS);
    let rules = html
        .matches("<span class=\"words\"><small lang=\"en\">")
        .count();
    assert_eq!(rules, 0, "a rule without its Chinese name");
    for words in [
        "字节被切断错位 <small lang=\"en\">damage/byte-cut</small>",
        "网站元数据 <small lang=\"en\">strip/metadata</small>",
        ">此处文字损坏，原文不能确定，保留原样</a>",
    ] {
        assert!(html.contains(words), "{words}");
    }
}

#[test]
fn code_points_and_bytes_give_the_same_page() {
    let document = CORPUS[2].clone();
    let in_bytes = html(std::slice::from_ref(&document));
    assert_eq!(html(&[document.in_code_points()]), in_bytes);
}

#[test]
fn several_documents_have_an_index_with_totals() {
    let one = Page::read(&html(&CORPUS[..1]));
    assert_eq!(one.with_class("index").count(), 0);
    let page = Page::read(&html(&CORPUS));
    assert_eq!(page.with_class("document").count(), CORPUS.len());
    let tasks: usize = CORPUS.iter().map(|document| document.tasks.len()).sum();
    let overview = page.text_of_class("totals");
    assert!(
        overview.contains(&format!("{}文件", CORPUS.len())),
        "{overview}"
    );
    assert!(overview.contains(&format!("{tasks}任务")), "{overview}");
}

#[test]
fn no_document_and_an_empty_one_give_a_page() {
    Page::read(&html(&[])).assert_inert();
    let mut empty = gongwen::parse("。".as_bytes()).unwrap().document;
    empty.text.clear();
    Page::read(&html(&[empty])).assert_inert();
}

/// Places that all overlap are written in time and size that grow with their number.
#[test]
fn overlap_is_bounded() {
    const PLACES: usize = 20_000;
    let mut document = gongwen::parse("关于防汛的通知".as_bytes())
        .unwrap()
        .document;
    document.text = "防".repeat(PLACES);
    document.citations = (0..PLACES)
        .map(|index| gongwen::Citation {
            title: String::new(),
            document_number: None,
            text: String::new(),
            span: gongwen::Span::new(0, 3 * (index + 1)),
            source_span: None,
        })
        .collect();
    let length = html(&[document]).len();
    assert!(length < 400 * PLACES, "{length} bytes for {PLACES} places");
}
