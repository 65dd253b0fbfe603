//! Wording of sites: metadata labels, controls, what closes a document's page.

use std::sync::LazyLock;

use super::hash::WordMap;
use super::merged::{Rows, Table};
use super::trie::Trie;
use super::{Name, rows};

/// Labels of metadata and the header field each feeds.
static FIELDS: Table<WordMap<&str>> = Table::new(
    Name::SiteField,
    |rows| rows.iter().map(|row| (row.cell(0), row.cell(1))).collect(),
    |own| &own.site_fields,
);

/// Words of page controls.
static CONTROLS: Table<Trie<()>> =
    Table::new(Name::SiteControl, first_cells, |own| &own.site_controls);

static TAILS: Table<Trie<()>> =
    Table::new(Name::SiteTail, first_cells, |own| &own.site_tails);

fn first_cells(rows: &Rows) -> Trie<()> {
    Trie::forward(rows.iter().map(|row| (row.cell(0), ())))
}

/// The header field that a metadata label feeds, `-` for none; `None` when the words are
/// no such label. Spaces inside the label do not count.
pub(crate) fn metadata_field(label: &str) -> Option<&'static str> {
    if label.len() > 60 {
        return None;
    }
    if let Some(field) = FIELDS.get(label) {
        return Some(field);
    }
    if !label.contains(char::is_whitespace) {
        return None;
    }
    let closed: String = label.chars().filter(|c| !c.is_whitespace()).collect();
    FIELDS.get(closed.as_str()).copied()
}

/// The header field that a meta element of this name feeds, `-` for none. The name is as
/// the standard writes it.
pub(crate) fn meta_field(name: &str) -> &'static str {
    static META: LazyLock<WordMap<&str>> = LazyLock::new(|| {
        rows(include_str!("site_meta.tsv"))
            .map(|row| (row.cell(1), row.cell(2)))
            .collect()
    });
    META.get(name).copied().unwrap_or("-")
}

/// The header field that a field of front matter feeds by its English name, in any case.
pub(crate) fn front_field(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase();
    rows(include_str!("site_meta.tsv"))
        .find(|row| row.cell(0) == name)
        .map(|row| row.cell(2))
}

/// The longest control word that `text` begins with.
pub(crate) fn control_prefix(text: &str) -> Option<&str> {
    let longest = CONTROLS.prefixes(text).last();
    longest.map(|(end, ())| &text[..end])
}

/// Whether a line of these words closes the document's page.
pub(crate) fn closes_page(line: &str) -> bool {
    let line = line.trim_start_matches(['-', '•', '·', '*', '※', '【', '[', ' ']);
    TAILS.prefixes(line).next().is_some()
}
