//! Visible text, one block a line.

use super::super::{Hint, SourceLine};

/// What the elements around a piece of text say of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Context {
    pub(super) heading: u8,
    pub(super) link: bool,
    /// Inside a mark for the text and nothing else.
    pub(super) content: bool,
    /// Inside a mark for what holds the text.
    pub(super) wrapper: bool,
    /// Inside navigation, a footer or the like.
    pub(super) site: bool,
    /// White space stands as it is (`pre`).
    pub(super) preformatted: bool,
}

/// A line as it is built.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Line {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) context: Context,
    /// Characters inside links.
    pub(super) linked: usize,
    /// Number of the table it is a row of; 0 for none.
    pub(super) table: u32,
}

/// White space that may stand before the next word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    Space,
    /// A line break of the markup's own text.
    Break,
}

/// The text so far. Every line is followed by one line feed.
#[derive(Debug)]
pub(super) struct Lines {
    pub(super) text: Vec<u8>,
    pub(super) lines: Vec<Line>,
    open: Line,
    gap: Gap,
}

impl Lines {
    pub(super) fn new(capacity: usize) -> Self {
        Self {
            text: Vec::with_capacity(capacity),
            lines: Vec::new(),
            open: Line::default(),
            gap: Gap::None,
        }
    }

    /// Appends text with its white space folded as browsers fold it; a no-break space is
    /// none.
    pub(super) fn push(&mut self, text: &[u8], context: Context) {
        if context.preformatted {
            return self.push_preformatted(text, context);
        }
        let mut rest = text;
        while let Some(&first) = rest.first() {
            if is_space(first) {
                if first == b'\n' {
                    self.gap = Gap::Break;
                } else if self.gap == Gap::None {
                    self.gap = Gap::Space;
                }
                rest = &rest[1..];
                continue;
            }
            let end = rest
                .iter()
                .position(|&byte| byte <= b' ' && is_space(byte))
                .unwrap_or(rest.len());
            self.word(&rest[..end], context);
            rest = &rest[end..];
        }
    }

    fn push_preformatted(&mut self, text: &[u8], context: Context) {
        for (index, line) in text.split(|&byte| byte == b'\n').enumerate() {
            if index > 0 {
                self.break_line();
            }
            if !line.is_empty() {
                self.word(line, context);
            }
        }
    }

    fn word(&mut self, word: &[u8], context: Context) {
        if self.text.len() == self.open.start {
            self.open.context = context;
        } else if self.gap == Gap::Space
            || self.gap == Gap::Break && !(ends_wide(&self.text) && begins_wide(word))
        {
            self.text.push(b' ');
        }
        self.gap = Gap::None;
        self.text.extend_from_slice(word);
        if context.link {
            self.open.linked += characters(word);
        }
    }

    /// Notes that a tag stands here: a line break before it separates words whatever
    /// their script.
    pub(super) fn tag(&mut self) {
        if self.gap == Gap::Break {
            self.gap = Gap::Space;
        }
    }

    /// Ends the line. A line without a visible character is none.
    pub(super) fn break_line(&mut self) {
        self.gap = Gap::None;
        let start = self.open.start;
        if is_blank(&self.text[start..]) {
            self.text.truncate(start);
        } else {
            self.lines.push(Line {
                end: self.text.len(),
                ..self.open
            });
            self.text.push(b'\n');
        }
        self.open = Line {
            start: self.text.len(),
            ..Line::default()
        };
    }

    /// Takes off the lines from `first` on, with their text.
    pub(super) fn split_off(&mut self, first: usize) -> (Vec<Line>, Vec<u8>) {
        let lines = self.lines.split_off(first);
        let start = lines.first().map_or(self.open.start, |line| line.start);
        let text = self.text.split_off(start);
        self.open.start = start;
        (lines, text)
    }

    /// Appends a line that is ready.
    pub(super) fn append(&mut self, line: Line) {
        self.lines.push(line);
        self.text.push(b'\n');
        self.open.start = self.text.len();
    }

    /// The text and its lines, with what marks and links say of them.
    pub(super) fn finish(mut self) -> (String, Vec<SourceLine>) {
        self.break_line();
        self.text.pop();
        let text = match simdutf8::basic::from_utf8(&self.text) {
            Ok(text) => text.to_owned(),
            Err(_) => String::from_utf8_lossy(&self.text).into_owned(),
        };
        let lines = self
            .lines
            .iter()
            .filter(|line| text.is_char_boundary(line.end))
            .map(|line| SourceLine {
                range: line.start..line.end,
                hint: hint(line, &text),
            })
            .collect();
        (text, lines)
    }
}

fn hint(line: &Line, text: &str) -> Hint {
    let links = if line.linked == 0 {
        0
    } else {
        let all = text[line.start..line.end]
            .chars()
            .filter(|c| !c.is_whitespace())
            .count();
        line.linked.saturating_mul(100) / all.max(1)
    };
    Hint {
        heading: line.context.heading,
        links: u8::try_from(links.min(100)).unwrap_or(100),
        table: line.table,
        content: line.context.content,
        wrapper: line.context.wrapper,
        site: line.context.site,
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0C)
}

/// Lead byte from which on characters are those of East Asian scripts (U+2000 and above).
const WIDE_LEAD: u8 = 0xE2;

fn begins_wide(word: &[u8]) -> bool {
    word.first().is_some_and(|&byte| byte >= WIDE_LEAD)
}

fn ends_wide(text: &[u8]) -> bool {
    text.iter()
        .rev()
        .take(4)
        .find(|&&byte| byte & 0xC0 != 0x80)
        .is_some_and(|&byte| byte >= WIDE_LEAD)
}

fn characters(text: &[u8]) -> usize {
    text.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

/// Whether text has no visible character: nothing but spaces, no-break and ideographic
/// ones and those of no width included.
fn is_blank(mut text: &[u8]) -> bool {
    loop {
        text = match text {
            [] => return true,
            [byte, rest @ ..] if is_space(*byte) => rest,
            [0xC2, 0xA0, rest @ ..]
            | [0xE2, 0x80, 0x80..=0x8F, rest @ ..]
            | [0xE3, 0x80, 0x80, rest @ ..]
            | [0xEF, 0xBB, 0xBF, rest @ ..] => rest,
            _ => return false,
        };
    }
}
