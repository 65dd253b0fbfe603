//! Documents that lost their line breaks, as text copied or recognised from pages has them:
//! the corpus with its lines joined says what it says with them.
#![allow(clippy::unwrap_used)]

mod documents;

use documents::{Sample, corpus};
use gongwen::{Document, parse};

/// What a document says, whatever its lines.
fn said(document: &Document) -> Vec<String> {
    let json = |value: serde_json::Value| value.to_string();
    let tasks = document.tasks.iter().map(|task| {
        let bodies = task.responsibilities.iter().flat_map(|group| {
            let role = group.role;
            { &group.departments }
                .iter()
                .map(move |body| format!("{role:?} {}", body.name))
        });
        let bodies: Vec<String> = bodies.collect();
        format!("{} {:?} {bodies:?}", task.path, task.kind)
    });
    let sections = document
        .sections
        .iter()
        .map(|section| format!("{} {:?}", section.path, section.kind));
    let targets = document.targets.iter().map(|target| {
        json(serde_json::json!([
            target.path,
            target.value,
            target.unit,
            target.deadline,
            target.status
        ]))
    });
    tasks.chain(sections).chain(targets).collect()
}

#[test]
fn documents_say_the_same_without_their_lines() {
    for Sample { name, bytes } in corpus() {
        let kept = parse(&bytes).unwrap().document.text;
        let lines: Vec<&str> = kept
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .collect();
        let whole = said(&parse(lines.join("\n").as_bytes()).unwrap().document);
        for between in [" ", "　　", ""] {
            let flat = parse(lines.join(between).as_bytes()).unwrap().document;
            for (found, expected) in said(&flat).iter().zip(&whole) {
                assert_eq!(found, expected, "{name} joined by {between:?}");
            }
            assert_eq!(
                said(&flat).len(),
                whole.len(),
                "{name} joined by {between:?}"
            );
        }
    }
}
