//! Documents that lost their line breaks, as text copied or recognised from pages has them, or
//! got others, as programs put in: the corpus laid out so says what it says as it is.
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

/// Holds a document to what it says as it is.
#[track_caller]
fn says_the_same(text: &str, whole: &[String], form: &str) {
    let found = said(&parse(text.as_bytes()).unwrap().document);
    for (found, expected) in found.iter().zip(whole) {
        assert_eq!(found, expected, "{form}");
    }
    assert_eq!(found.len(), whole.len(), "{form}");
}

/// Cuts lines after so many characters or columns, as `fold` does.
fn cut(text: &str, most: usize, width: fn(char) -> usize) -> String {
    let mut out = String::new();
    let mut column = 0;
    for character in text.chars() {
        if column + width(character) > most && character != '\n' {
            out.push('\n');
            column = 0;
        }
        column = if character == '\n' {
            0
        } else {
            column + width(character)
        };
        out.push(character);
    }
    out
}

fn indented(text: &str, with: &str) -> String {
    let lines = text.lines().map(|line| match line.trim() {
        "" => String::new(),
        line => format!("{with}{line}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn documents_say_the_same_laid_out_otherwise() {
    for Sample { name, bytes } in corpus() {
        let text = String::from_utf8(bytes).unwrap();
        let whole = said(&parse(text.as_bytes()).unwrap().document);
        for (form, laid_out) in [
            ("blank lines", text.replace('\n', "\n\n")),
            ("returns", text.replace('\n', "\r\n")),
            ("blanks behind", text.replace('\n', "   \n")),
            ("indents", indented(&text, "\u{3000}\u{3000}")),
            ("no-break indents", indented(&text, "\u{a0}\u{a0}")),
        ] {
            says_the_same(&laid_out, &whole, &format!("{name}, {form}"));
        }
    }
}

#[test]
fn documents_say_the_same_with_their_lines_cut() {
    for Sample { name, bytes } in corpus() {
        let text = String::from_utf8(bytes).unwrap();
        let whole = said(&parse(text.as_bytes()).unwrap().document);
        for most in [33, 40, 64, 88] {
            let form = format!("{name}, {most} characters");
            says_the_same(&cut(&text, most, |_| 1), &whole, &form);
        }
        for most in [56, 80] {
            let columns = |c| 1 + usize::from(c >= '\u{2E80}');
            let form = format!("{name}, {most} columns");
            says_the_same(&cut(&text, most, columns), &whole, &form);
        }
    }
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
            let form = format!("{name} joined by {between:?}");
            says_the_same(&lines.join(between), &whole, &form);
        }
    }
}
