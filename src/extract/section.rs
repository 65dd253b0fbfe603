//! Sections: the inner nodes of the outline.

use crate::model::Section;
use crate::outline::{Outline, printed};
use crate::span::Span;
use crate::strip::Page;

/// The sections of a document in order.
pub(super) fn find(page: &Page, outline: &Outline) -> Vec<Section> {
    let sections = outline.nodes.iter().filter(|node| node.is_section());
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
