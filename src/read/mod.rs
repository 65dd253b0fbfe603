//! Stage 1: bytes → [`Source`], the decoded text in lines with what the markup tells.

mod encoding;
pub(crate) mod front;
mod html;
mod meta;
mod mojibake;
mod place;
mod sniff;
mod table;

use std::ops::Range;

use crate::diagnostic::Diagnostics;
use crate::document::Media;
use crate::error::{Error, ErrorKind};

pub(crate) use place::{decode_slice, file_offsets};
pub(crate) use table::Table;

/// A decoded document: UTF-8 text, its lines, and what the page says about itself.
#[derive(Debug)]
pub(crate) struct Source {
    pub(crate) text: String,
    pub(crate) media: Media,
    /// WHATWG name in lower case.
    pub(crate) encoding: &'static str,
    pub(crate) bytes: usize,
    /// The lines in order; ranges without the line break.
    pub(crate) lines: Vec<SourceLine>,
    /// The tables of data in order; ranges are in `text`.
    pub(crate) tables: Vec<Table>,
    /// Site metadata in order (国办发〔2017〕47号 names where the page has them), and the
    /// page's own title as `Title`.
    pub(crate) metadata: Vec<(String, String)>,
}

/// A line of a source and what the markup tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SourceLine {
    pub(crate) range: Range<usize>,
    pub(crate) hint: Hint,
}

/// What the markup tells of a line. Plain text tells nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Hint {
    /// Level of a heading (`h1` is 1, Markdown `#` is 1); 0 for none.
    pub(crate) heading: u8,
    /// Share of the line's characters inside links, in percent.
    pub(crate) links: u8,
    /// The line is a row of this table (counted from 1); 0 for none.
    pub(crate) table: u32,
    /// The line lies inside the page's main content, as its markers say.
    pub(crate) content: bool,
    /// The line lies inside what holds the main content, and maybe more.
    pub(crate) wrapper: bool,
    /// The line lies inside what the page's tags and class names call navigation, a footer
    /// or the like.
    pub(crate) site: bool,
}

/// Reads bytes as a text document of at most `limit` bytes.
pub(crate) fn read(
    bytes: &[u8],
    limit: usize,
    encoding: Option<&str>,
    diagnostics: &mut Diagnostics,
) -> Result<Source, Error> {
    if bytes.len() > limit {
        return Err(ErrorKind::TooLarge {
            limit,
            size: bytes.len(),
        }
        .into());
    }
    let decoded = encoding::decode(bytes, encoding, diagnostics)?;
    if decoded.text.trim().is_empty() {
        return Err(ErrorKind::Empty.into());
    }
    let (front, below) = front::split_off(&decoded.text).unwrap_or(("", &decoded.text));
    if sniff::is_html(below) {
        let page = html::read(below);
        if page.text.is_empty() {
            return Err(ErrorKind::Empty.into());
        }
        return Ok(Source {
            text: page.text,
            media: Media::Html,
            encoding: decoded.encoding,
            bytes: bytes.len(),
            lines: page.lines,
            tables: page.tables,
            metadata: [meta::of_front_matter(front), page.metadata].concat(),
        });
    }
    let lines = plain_lines(&decoded.text);
    Ok(Source {
        text: decoded.text,
        media: Media::Text,
        encoding: decoded.encoding,
        bytes: bytes.len(),
        lines,
        tables: Vec::new(),
        metadata: Vec::new(),
    })
}

/// The lines of plain text, split at `\n`; a `\r` before it stays out of the range.
fn plain_lines(text: &str) -> Vec<SourceLine> {
    crate::text::lines(text)
        .map(|range| {
            let kept = text[range.clone()].strip_suffix('\r');
            SourceLine {
                range: range.start..kept.map_or(range.end, |_| range.end - 1),
                hint: Hint::default(),
            }
        })
        .collect()
}
