//! What gongwen does with the corpus, and how right that is.
//!
//! `corpus/<id>/snapshot.json` says what it does, `corpus/<id>/gold.json` what is right.
//! `GONGWEN_BLESS=1 cargo test --test corpus` writes the snapshots and `corpus/scores.tsv`
//! anew; gold is made by hand and never written here.
#![allow(clippy::unwrap_used)]

mod documents;
#[path = "../examples/evaluate/sample.rs"]
mod sample;
#[path = "../examples/evaluate/score.rs"]
mod score;

use std::fmt::Write as _;
use std::fs;

use documents::{Sample, blesses, corpus, root};
use gongwen::Parser;
use score::{Gold, Report, Tally};

#[test]
fn snapshots_show_what_the_parser_does() {
    for Sample { name, bytes } in corpus() {
        let parsed = Parser::new().name(name.as_str()).parse(&bytes).unwrap();
        let document = parsed.document.in_code_points();
        let actual = serde_json::to_string_pretty(&document).unwrap() + "\n";
        let path = root().join(&name).with_file_name("snapshot.json");
        if blesses() {
            fs::write(&path, actual).unwrap();
            continue;
        }
        let expected = fs::read_to_string(&path).unwrap_or_default();
        if let Some(difference) = first_difference(&expected, &actual) {
            panic!(
                "{name}: the output is not the snapshot's: {difference}\n\
                 when that is meant: GONGWEN_BLESS=1 cargo test --test corpus"
            );
        }
    }
}

#[test]
fn scores_are_as_recorded() {
    let report = report();
    let actual = scores(&report);
    let path = root().join("corpus/scores.tsv");
    if blesses() {
        fs::write(&path, actual).unwrap();
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let changes = changes(&expected, &actual);
    assert!(
        changes.is_empty(),
        "scores that are not as in corpus/scores.tsv:\n{changes}\
         mend what fell; record what rose: GONGWEN_BLESS=1 cargo test --test corpus"
    );
}

#[test]
fn readmes_print_the_measured_accuracy() {
    let table = accuracy(&report());
    for file in ["README.md", "README.zh-CN.md"] {
        let path = root().join(file);
        let text = fs::read_to_string(&path).unwrap();
        let (before, rest) = text.split_once("<!-- accuracy -->\n").unwrap();
        let (printed, after) = rest.split_once("<!-- /accuracy -->\n").unwrap();
        if blesses() {
            let text =
                format!("{before}<!-- accuracy -->\n{table}<!-- /accuracy -->\n{after}");
            fs::write(path, text).unwrap();
        } else {
            assert_eq!(
                printed, table,
                "{file}: GONGWEN_BLESS=1 cargo test --test corpus"
            );
        }
    }
}

/// The corpus scored against its gold.
fn report() -> Report {
    let mut report = Report::default();
    for sample in sample::samples(&root().join("corpus")).unwrap() {
        let gold: Gold =
            serde_json::from_slice(&fs::read(&sample.gold).unwrap()).unwrap();
        let bytes = fs::read(sample.document.unwrap()).unwrap();
        let document = gongwen::parse(&bytes).unwrap().document;
        let score = score::score(&gold, Some(&document));
        report.documents.push((sample.name, score));
    }
    report
}

/// The totals as the READMEs print them.
fn accuracy(report: &Report) -> String {
    let mut table = "\
| list | gold | found | right | precision | recall | F1 |
|-|-|-|-|-|-|-|
"
    .to_owned();
    for (list, tally) in report.totals() {
        let Tally { right, found, gold } = tally;
        let [precision, recall, f1] = match (gold, found) {
            (0, 0) => ["-"; 3].map(str::to_owned),
            _ => [tally.precision(), tally.recall(), tally.f1()]
                .map(|share| format!("{share:.3}")),
        };
        writeln!(
            table,
            "| {list} | {gold} | {found} | {right} | {precision} | {recall} | {f1} |"
        )
        .unwrap();
    }
    table
}

/// The scores as a table, one row a document and list.
fn scores(report: &Report) -> String {
    let mut table = "\
# Scores of gongwen on the corpus; written by `GONGWEN_BLESS=1 cargo test --test corpus`.
# Columns: document, list, items in gold, found, right, F1.
"
    .to_owned();
    let mut row = |document: &str, list: &str, tally: Tally| {
        let Tally { right, found, gold } = tally;
        let f1 = tally.f1();
        writeln!(
            table,
            "{document}\t{list}\t{gold}\t{found}\t{right}\t{f1:.4}"
        )
        .unwrap();
    };
    for (name, score) in &report.documents {
        for &(list, tally) in &score.lists {
            row(name, list, tally);
        }
    }
    for (list, tally) in report.totals() {
        row("all", list, tally);
    }
    table
}

/// The rows of two tables that differ, both ways: a rise unrecorded is a fall unseen later.
fn changes(expected: &str, actual: &str) -> String {
    let key =
        |row: &str| -> String { row.split('\t').take(2).collect::<Vec<_>>().join(" ") };
    let f1 = |row: &str| -> f64 {
        let last = row.rsplit('\t').next().unwrap_or_default();
        last.parse().unwrap_or_default()
    };
    let mut changes = String::new();
    let old = |wanted: &str| expected.lines().find(|row| key(row) == wanted);
    for row in actual.lines().filter(|row| !row.starts_with('#')) {
        let name = key(row);
        let how = match old(&name) {
            Some(before) if before == row => continue,
            Some(before) if f1(before) > f1(row) => "fell",
            Some(before) if f1(before) < f1(row) => "rose",
            Some(_) => "changed",
            None => "is new",
        };
        let before = old(&name).unwrap_or("-").replace('\t', " ");
        let now = row.replace('\t', " ");
        writeln!(changes, "  {name} {how}: {before} → {now}").unwrap();
    }
    for row in expected.lines().filter(|row| !row.starts_with('#')) {
        let name = key(row);
        if !actual.lines().any(|row| key(row) == name) {
            writeln!(changes, "  {name} is gone").unwrap();
        }
    }
    changes
}

/// The first line that differs.
fn first_difference(expected: &str, actual: &str) -> Option<String> {
    let (mut old, mut new) = (expected.lines(), actual.lines());
    let mut number = 0;
    loop {
        number += 1;
        match (old.next(), new.next()) {
            (None, None) => return None,
            (old, new) if old == new => {}
            (old, new) => {
                let (old, new) = (old.unwrap_or("(end)"), new.unwrap_or("(end)"));
                return Some(format!(
                    "line {number}\n  expected {old}\n  found    {new}"
                ));
            }
        }
    }
}

#[test]
fn changes_are_seen_both_ways() {
    let before = "# head\na\ttasks\t2\t2\t1\t0.5000\na\tspans\t1\t1\t1\t1.0000\n";
    let fallen = "a\ttasks\t2\t2\t0\t0.0000\na\tspans\t1\t1\t1\t1.0000\n";
    let risen = "a\ttasks\t2\t2\t2\t1.0000\na\tspans\t1\t1\t1\t1.0000\n";
    assert_eq!(changes(before, before), "");
    assert!(changes(before, fallen).starts_with("  a tasks fell: "));
    assert!(changes(before, risen).starts_with("  a tasks rose: "));
    assert_eq!(
        changes(before, "a\tspans\t1\t1\t1\t1.0000\n"),
        "  a tasks is gone\n"
    );
}
