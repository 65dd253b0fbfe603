//! Wording of headings and closing paragraphs.

use std::sync::LazyLock;

use super::rows;
use crate::model::SectionKind;

/// Words of headings, longest first.
static SECTIONS: LazyLock<Vec<(&str, SectionKind)>> = LazyLock::new(|| {
    let mut words: Vec<_> = rows(include_str!("section_kind.tsv"))
        .map(|row| (row.cell(0), kind(row.cell(1))))
        .collect();
    words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    words
});

static CLOSINGS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    rows(include_str!("closing.tsv"))
        .map(|row| row.cell(0))
        .collect()
});

fn kind(name: &str) -> SectionKind {
    match name {
        "goals" => SectionKind::Goals,
        "tasks" => SectionKind::Tasks,
        "principles" => SectionKind::Principles,
        "safeguards" => SectionKind::Safeguards,
        "background" => SectionKind::Background,
        "review" => SectionKind::Review,
        "provisions" => SectionKind::Provisions,
        _ => SectionKind::Other,
    }
}

/// What a heading says its section is about, by the longest known word in it.
pub(crate) fn section_kind(heading: &str) -> Option<SectionKind> {
    SECTIONS
        .iter()
        .find(|(word, _)| heading.contains(word))
        .map(|&(_, kind)| kind)
}

/// Whether a paragraph that opens with these words ends the numbered items before it.
pub(crate) fn closes_document(paragraph: &str) -> bool {
    CLOSINGS
        .iter()
        .any(|opening| paragraph.starts_with(opening))
}
