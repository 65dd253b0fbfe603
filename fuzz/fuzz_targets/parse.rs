//! Every place of a result slices to the words it stands for, the edits undo the changes,
//! and JSON gives the document back.
#![no_main]

use gongwen::Document;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(parsed) = gongwen::parse(bytes) else { return };
    let document = &parsed.document;
    let text = &document.text;
    for task in &document.tasks {
        assert_eq!(text[task.span.range()], task.text);
        for responsibility in &task.responsibilities {
            assert_eq!(text[responsibility.span.range()], responsibility.text);
        }
    }
    for target in &document.targets {
        assert_eq!(text[target.span.range()], target.quote);
    }
    for citation in &document.citations {
        assert_eq!(text[citation.span.range()], citation.text);
    }
    let mut source = text.clone();
    for edit in parsed.edits().iter().rev() {
        source.replace_range(edit.span.range(), &edit.source);
    }
    assert_eq!(source, parsed.source());
    let json = document.to_json().expect("a document serialises");
    assert_eq!(&Document::from_json(&json).expect("its JSON reads"), document);
});
