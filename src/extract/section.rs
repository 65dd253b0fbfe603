//! Sections: the inner nodes of the outline.

use super::table::{FactTable, holds_label};
use crate::model::Section;
use crate::outline::{Outline, printed};
use crate::span::Span;
use crate::strip::Page;

/// The sections of a document in order. The points that a cell of a table of duties counts and
/// the heads of groups of its rows are none.
pub(super) fn find(page: &Page, outline: &Outline, tables: &[FactTable]) -> Vec<Section> {
    let sections = outline
        .nodes
        .iter()
        .filter(|node| node.is_section() && !holds_label(tables, node.label.start));
    sections
        .map(|node| Section {
            path: node.path.clone(),
            label: printed(&page.text[node.label.range()]),
            level: node.level,
            heading: node
                .heading
                .map(|heading| page.text[heading.range()].to_owned()),
            kind: node.kind,
            span: Span::new(
                node.label.start,
                node.heading.map_or(node.label.end, |heading| heading.end),
            ),
            source_span: None,
        })
        .collect()
}
