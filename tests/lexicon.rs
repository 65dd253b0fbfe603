//! The tables of `src/lexicon` are in order: sorted, clean, without repeats, and in the
//! form of normalised text.
#![allow(clippy::unwrap_used)]

mod documents;

use std::collections::HashSet;
use std::fs;

use documents::{entries, root};

/// Tables that hold traditional characters on purpose, places' names (乾县) among them.
const TRADITIONAL: [&str; 6] = [
    "reading",
    "region",
    "t2s_characters",
    "t2s_compatibility",
    "t2s_own",
    "t2s_phrases",
];

/// Words that name a licence in a table's head.
const LICENCES: [&str; 3] = ["MIT", "Apache-2.0", "CC0"];

struct Table {
    name: String,
    head: Vec<String>,
    rows: Vec<String>,
}

fn tables() -> Vec<Table> {
    entries(&root().join("src/lexicon"))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "tsv"))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let (head, rows): (Vec<&str>, Vec<&str>) =
                text.lines().partition(|line| line.starts_with("# "));
            Table {
                name: path.file_stem().unwrap().to_string_lossy().into_owned(),
                head: head.into_iter().map(str::to_owned).collect(),
                rows: rows.into_iter().map(str::to_owned).collect(),
            }
        })
        .collect()
}

/// Checks every table, and says of all that fail where and why.
#[track_caller]
fn check(rule: impl Fn(&Table) -> Vec<String>) {
    let failures: Vec<String> = tables()
        .iter()
        .flat_map(|table| {
            let failures = rule(table).into_iter().take(5);
            failures
                .map(|failure| format!("{}.tsv: {failure}", table.name))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn first_cell(row: &str) -> &str {
    row.split('\t').next().unwrap_or_default()
}

#[test]
fn there_are_tables() {
    assert!(tables().len() >= 30, "{}", tables().len());
}

#[test]
fn heads_give_licence_date_and_columns() {
    check(|table| {
        let head = table.head.join("\n");
        let mut missing = Vec::new();
        if table.head.len() < 2 {
            missing.push("expected two lines of head at the least".to_owned());
        }
        if !LICENCES.iter().any(|licence| head.contains(licence)) {
            missing.push("expected a licence".to_owned());
        }
        if !head.contains("20") && !head.contains("OpenCC 1.") {
            missing.push("expected a date, or the version of the source".to_owned());
        }
        missing
    });
}

#[test]
fn rows_are_sorted_by_their_first_cell() {
    check(|table| {
        table
            .rows
            .windows(2)
            // UTF-8 sorts like code points.
            .filter(|pair| first_cell(&pair[1]) < first_cell(&pair[0]))
            .map(|pair| format!("{} before {}", pair[0], pair[1]))
            .collect()
    });
}

#[test]
fn no_row_comes_twice() {
    check(|table| {
        let mut seen = HashSet::new();
        table
            .rows
            .iter()
            .filter(|row| !seen.insert(row.as_str()))
            .cloned()
            .collect()
    });
}

#[test]
fn first_cells_hold_a_word_and_no_cell_a_stray_space() {
    check(|table| {
        table
            .rows
            .iter()
            .filter(|row| {
                first_cell(row).is_empty() || row.split('\t').any(|c| c.trim() != c)
            })
            .map(|row| format!("{row:?}"))
            .collect()
    });
}

#[test]
fn words_are_simplified_and_normalised() {
    check(|table| {
        if TRADITIONAL.contains(&table.name.as_str()) {
            return Vec::new();
        }
        let cells = table.rows.iter().flat_map(|row| row.split('\t'));
        cells
            .filter(|cell| gongwen::values(cell, None).text != **cell)
            .map(|cell| format!("{cell} → {}", gongwen::values(cell, None).text))
            .collect()
    });
}
