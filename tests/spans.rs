//! What is true of every output: spans slice, nothing gets lost, the way back is known.
#![allow(clippy::unwrap_used)]

mod documents;
mod invariants;

use std::sync::LazyLock;

use gongwen::Parsed;
use invariants::{Case, Rule};

struct Sample {
    name: String,
    bytes: Vec<u8>,
    parsed: Parsed,
}

/// Every document at hand, parsed once.
static SAMPLES: LazyLock<Vec<Sample>> = LazyLock::new(|| {
    let mut samples = documents::corpus();
    samples.extend(documents::evaluation_set());
    samples.extend(MADE_UP.map(|(name, text)| documents::Sample {
        name: name.to_owned(),
        bytes: text.as_bytes().to_owned(),
    }));
    samples
        .into_iter()
        .map(|sample| Sample {
            parsed: gongwen::parse(&sample.bytes).unwrap(),
            name: sample.name,
            bytes: sample.bytes,
        })
        .collect()
});

/// Texts whose characters are not all of one length: astral Han, emoji, marks, full width.
const MADE_UP: [(&str, &str); 3] = [
    (
        "astral",
        "关于𠮷野村道路建设的通知\n一、目标\n（一）到２０２５年，新建道路１０公里🚧。\
         （责任单位：𠮷野村委会、县交通局）\n（二）绿化率达到90％以上。",
    ),
    (
        "marks",
        "\u{FEFF}一、加强\u{200B}值守。e\u{301}\r\n\r\n二、落实責任。\u{A0}\r\n",
    ),
    (
        "annotated",
        "一、深化醫(yī)療衛(wèi)生體制改革，覆蓋率達(dá)到80%。",
    ),
];

/// Checks every sample, and says of all that fail where and why.
#[track_caller]
fn check(rule: Rule) {
    let failures: Vec<String> = SAMPLES
        .iter()
        .filter_map(|sample| {
            let case = Case {
                bytes: &sample.bytes,
                parsed: &sample.parsed,
            };
            Some(format!("{}: {}", sample.name, rule(case).err()?))
        })
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn spans_slice_to_the_words() {
    check(invariants::spans_slice);
}

#[test]
fn spans_lie_on_character_boundaries() {
    check(invariants::spans_lie_on_boundaries);
}

#[test]
fn spans_in_json_count_code_points() {
    check(invariants::spans_in_json);
}

#[test]
fn kept_and_removed_tile_the_normalised_text() {
    check(invariants::kept_and_removed_tile);
}

#[test]
fn removed_stretches_do_not_overlap() {
    check(invariants::removed_stretches_stand_in_order);
}

#[test]
fn json_reads_back_to_the_same_document() {
    check(invariants::json_reads_back);
}

#[test]
fn edits_applied_backwards_give_the_source() {
    check(invariants::edits_give_the_source);
}

#[test]
fn source_spans_are_monotone() {
    check(invariants::source_spans_are_monotone);
}

#[test]
fn same_bytes_give_the_same_json() {
    check(invariants::same_bytes_give_the_same_json);
}

#[test]
fn sections_and_tasks_stand_in_order() {
    check(invariants::items_stand_in_order);
}

#[test]
fn paths_name_one_task_each() {
    check(invariants::paths_name_one_task_each);
}

#[test]
fn facts_lie_in_their_items() {
    check(invariants::facts_lie_in_their_items);
}

#[test]
fn no_outline_is_deeper_than_its_styles() {
    check(invariants::depth_is_capped);
}
