//! The stretches of a page that targets are looked for in.

use crate::model::{Date, Genre, Header, SectionKind};
use crate::outline::{Outline, PartKind};
use crate::span::Span;
use crate::strip::Page;

/// A stretch of the page that belongs to one item, or to none.
#[derive(Debug, Clone)]
pub(crate) struct Passage<'o> {
    pub(crate) span: Span,
    /// Path of the item; `None` for unnumbered front matter.
    pub(crate) path: Option<&'o str>,
    /// What the item's section is about.
    pub(crate) kind: SectionKind,
    /// Headings of the item and of those above it, outermost first: they may name the year.
    pub(crate) headings: Vec<Span>,
}

/// What is known of the document around the passages.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context {
    pub(crate) genre: Option<Genre>,
    /// Title of the document or of the one it carries, whose year a plan is for.
    pub(crate) title: Option<String>,
    /// The document's date: the year of `6月底前` and `年底前`.
    pub(crate) date: Option<Date>,
}

impl Context {
    pub(crate) fn of(header: &Header) -> Self {
        Self {
            genre: header.genre.clone(),
            title: header
                .enclosed_title
                .clone()
                .or_else(|| header.title.clone()),
            date: header.date_issued.or(header.date_published),
        }
    }
}

/// The passages of a page: the own words of every item, and what stands before the first.
pub(crate) fn passages<'o>(page: &Page, outline: &'o Outline) -> Vec<Passage<'o>> {
    let mut passages = front_matter(page, outline);
    for node in &outline.nodes {
        let mut headings = Vec::new();
        let mut above = Some(node);
        while let Some(item) = above {
            headings.extend(item.heading);
            // OK because a parent always comes before its children.
            above = item.parent.map(|parent| &outline.nodes[parent]);
        }
        headings.reverse();
        passages.push(Passage {
            span: node.own,
            path: Some(&node.path),
            kind: node.kind,
            headings,
        });
    }
    passages
}

/// What stands in the document's parts before their first item, titles left out.
fn front_matter<'o>(page: &Page, outline: &'o Outline) -> Vec<Passage<'o>> {
    let mut passages = Vec::new();
    for (index, part) in outline.parts.iter().enumerate() {
        if matches!(part.kind, PartKind::Attachment(_)) {
            continue;
        }
        let first_item = outline
            .nodes
            .iter()
            .find(|node| node.part == index)
            .map(|node| node.label.start);
        let lines = &page.lines[part.lines.clone()];
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
            continue;
        };
        let start = page
            .lines
            .get(part.title.end)
            .filter(|_| !part.title.is_empty())
            .map_or(first.span.start, |line| line.span.start);
        let end = first_item.unwrap_or(last.span.end);
        if start < end {
            passages.push(Passage {
                span: Span::new(start, end),
                path: None,
                kind: SectionKind::Other,
                headings: Vec::new(),
            });
        }
    }
    passages
}
