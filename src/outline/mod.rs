//! Stage 4: [`Page`] → [`Outline`], a flat arena of numbered nodes.

use crate::diagnostic::Diagnostics;
use crate::span::Span;
use crate::strip::Page;

/// The numbered structure of a page.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// In the order of the text; a parent comes before its children.
    pub(crate) nodes: Vec<Node>,
}

/// A numbered item.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) parent: Option<usize>,
    /// Label's words, e.g. `（一）`.
    pub(crate) label: Span,
    /// Labels from the outermost level, e.g. `三.(一)`.
    pub(crate) path: String,
    /// Depth; 1 is the outermost.
    pub(crate) level: u8,
    /// The heading without the label.
    pub(crate) heading: Option<Span>,
    /// The item's own words after the label, up to its first child.
    pub(crate) own: Span,
    /// The label and everything below it.
    pub(crate) span: Span,
    /// Whether other nodes hang below it.
    pub(crate) inner: bool,
}

pub(crate) fn build(_page: &Page, _diagnostics: &mut Diagnostics) -> Outline {
    Outline::default()
}
