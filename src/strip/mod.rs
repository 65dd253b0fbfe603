//! Stage 3: [`Text`] → [`Page`], the document alone, what the site says of it, and what
//! was taken away.

use crate::document::Removed;
use crate::normalize::Text;
use crate::read::{Hint, Source};
use crate::span::Span;
use crate::text::OffsetMap;

/// A document without its site.
#[derive(Debug)]
pub(crate) struct Page {
    /// The document's text: [`Document::text`](crate::Document::text).
    pub(crate) text: String,
    /// From `text` back to the decoded source.
    pub(crate) map: OffsetMap,
    pub(crate) lines: Vec<Line>,
    /// What metadata blocks and meta tags say, in order: the field's printed name and value.
    pub(crate) site: Vec<(String, String)>,
    pub(crate) removed: Vec<Removed>,
}

/// A line of a page; the span leaves out white space at its ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    pub(crate) span: Span,
    pub(crate) hint: Hint,
}

pub(crate) fn strip(text: &Text<'_>, source: &Source) -> Page {
    let _ = source;
    let mut start = 0;
    let lines = text.text.split('\n').map(|line| {
        let at = start + (line.len() - line.trim_start().len());
        start += line.len() + 1;
        Line {
            span: Span::new(at, at + line.trim().len()),
            hint: Hint::default(),
        }
    });
    Page {
        lines: lines.collect(),
        text: text.text.clone().into_owned(),
        map: text.map.clone(),
        site: Vec::new(),
        removed: Vec::new(),
    }
}
