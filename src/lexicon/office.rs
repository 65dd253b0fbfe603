//! Offices in membership lists.

use std::sync::LazyLock;

use super::hash::WordSet;
use super::rows;

static OFFICES: LazyLock<WordSet> = LazyLock::new(|| {
    rows(include_str!("office.tsv"))
        .map(|row| row.cell(0))
        .collect()
});

/// The office without the spaces that spread it over a column, e.g. `组 长` → `组长`; `None`
/// when the words name none.
pub(crate) fn office(words: &str) -> Option<&'static str> {
    /// Bytes of an office, spread out, at the most.
    const LONGEST: usize = 48;
    if words.len() > LONGEST {
        return None;
    }
    let closed: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    OFFICES.get(closed.as_str()).copied()
}
