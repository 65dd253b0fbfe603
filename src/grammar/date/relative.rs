//! Words for a time counted from the document's date: 去年, 上周, 明天.

use std::sync::LazyLock;

use nom::error::ErrorKind;

use super::shift::Unit;
use crate::grammar::{PResult, fail};
use crate::lexicon::rows;
use crate::lexicon::trie::Trie;

/// Words for a day, week, month or year counted from the document's date.
static RELATIVE: LazyLock<Trie<(Unit, i32)>> = LazyLock::new(|| {
    Trie::forward(
        rows(include_str!("../../lexicon/relative_date.tsv")).filter_map(|row| {
            let unit = match row.cell(1) {
                "year" => Unit::Year,
                "month" => Unit::Month,
                "week" => Unit::Week,
                _ => Unit::Day,
            };
            Some((row.cell(0), (unit, row.cell(2).parse().ok()?)))
        }),
    )
});

/// The longest of them for `unit`: 上年度 is not read as 上年.
pub(super) fn read_relative(input: &str, unit: Unit) -> PResult<'_, i32> {
    let words = RELATIVE.prefixes(input);
    match words.filter(|&(_, (of, _))| of == unit).last() {
        Some((end, (_, offset))) => Ok((&input[end..], offset)),
        None => fail(input, ErrorKind::Tag),
    }
}
