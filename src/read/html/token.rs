//! From html5gum's events to whole tags with the few attributes that reading asks for.

use std::convert::Infallible;
use std::sync::LazyLock;

use html5gum::{Emitter, Error, State, naive_next_state};
use regex::bytes::Regex;

use super::tag::Tag;

/// What takes in the tokens of a page.
pub(super) trait Sink {
    fn start_tag(&mut self, tag: &StartTag);
    fn end_tag(&mut self, tag: Tag);
    /// A stretch of text with its entities decoded.
    fn text(&mut self, text: &[u8]);
    fn comment(&mut self, comment: &[u8]);
}

/// A start tag and those of its attributes that matter.
#[derive(Debug, Clone)]
pub(super) struct StartTag {
    pub(super) tag: Tag,
    pub(super) id: Vec<u8>,
    pub(super) class: Vec<u8>,
    /// Of `meta`.
    pub(super) name: Vec<u8>,
    /// Of `meta`.
    pub(super) content: Vec<u8>,
    pub(super) display: Display,
    /// Whether it is a link.
    pub(super) href: bool,
    pub(super) colspan: u16,
    pub(super) rowspan: u16,
    pub(super) self_closing: bool,
}

/// What attributes say of how an element is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Display {
    /// As its name says.
    Default,
    Block,
    Inline,
    Hidden,
}

impl StartTag {
    const fn new() -> Self {
        Self {
            tag: Tag::Other,
            id: Vec::new(),
            class: Vec::new(),
            name: Vec::new(),
            content: Vec::new(),
            display: Display::Default,
            href: false,
            colspan: 1,
            rowspan: 1,
            self_closing: false,
        }
    }

    fn clear(&mut self) {
        self.id.clear();
        self.class.clear();
        self.name.clear();
        self.content.clear();
        self.display = Display::Default;
        self.href = false;
        self.colspan = 1;
        self.rowspan = 1;
        self.self_closing = false;
    }
}

/// Bytes kept of a name; a longer one is none that matters.
const LONGEST_NAME: usize = 32;

/// Bytes kept of an attribute's value.
const LONGEST_VALUE: usize = 4096;

/// Bytes kept of a comment; markers stand at its beginning.
const LONGEST_COMMENT: usize = 256;

/// Builds tags from html5gum's events without an allocation for each.
#[derive(Debug)]
pub(super) struct Tokens<'s, S> {
    sink: &'s mut S,
    start: StartTag,
    is_end: bool,
    tag_name: Vec<u8>,
    /// Name of the last start tag: what ends a script, a style or a title.
    last_start: Vec<u8>,
    attribute: Vec<u8>,
    value: Vec<u8>,
    comment: Vec<u8>,
}

impl<'s, S: Sink> Tokens<'s, S> {
    pub(super) fn new(sink: &'s mut S) -> Self {
        Self {
            sink,
            start: StartTag::new(),
            is_end: false,
            tag_name: Vec::new(),
            last_start: Vec::new(),
            attribute: Vec::new(),
            value: Vec::new(),
            comment: Vec::new(),
        }
    }

    /// Puts the attribute that was read last on the tag. The first of two counts.
    fn finish_attribute(&mut self) {
        if self.attribute.is_empty() {
            return;
        }
        let start = &mut self.start;
        let value = &mut self.value;
        match self.attribute.as_slice() {
            b"id" if start.id.is_empty() => std::mem::swap(&mut start.id, value),
            b"class" if start.class.is_empty() => std::mem::swap(&mut start.class, value),
            b"name" if start.name.is_empty() => std::mem::swap(&mut start.name, value),
            b"content" if start.content.is_empty() => {
                std::mem::swap(&mut start.content, value);
            }
            b"style" => start.display = style_display(value).unwrap_or(start.display),
            b"hidden" => start.display = Display::Hidden,
            b"href" => start.href = true,
            b"colspan" => start.colspan = span(value),
            b"rowspan" => start.rowspan = span(value),
            _ => {}
        }
        self.attribute.clear();
        self.value.clear();
    }
}

/// How many columns or rows an attribute spans; 1 when it says nothing sound.
fn span(value: &[u8]) -> u16 {
    let digits = value.trim_ascii();
    let digits = &digits[..digits
        .iter()
        .position(|byte| !byte.is_ascii_digit())
        .unwrap_or(digits.len())];
    match std::str::from_utf8(digits).map(str::parse::<u32>) {
        Ok(Ok(0)) | Err(_) | Ok(Err(_)) => 1,
        Ok(Ok(number)) => u16::try_from(number).unwrap_or(u16::MAX),
    }
}

/// What a `style` says of how the element is shown.
fn style_display(style: &[u8]) -> Option<Display> {
    /// Most styles speak of fonts and margins alone.
    static SPEAKS: LazyLock<Regex> = LazyLock::new(|| {
        // OK because the pattern is constant.
        Regex::new("(?i-u:display|visibility)").expect("a valid pattern")
    });
    if !SPEAKS.is_match(style) {
        return None;
    }
    let mut display = None;
    for declaration in style.split(|&byte| byte == b';') {
        let Some(colon) = declaration.iter().position(|&byte| byte == b':') else {
            continue;
        };
        let (property, value) = declaration.split_at(colon);
        let property = property.trim_ascii();
        let value = value[1..].trim_ascii();
        let word = value
            .split(|byte| matches!(byte, b' ' | b'!'))
            .next()
            .unwrap_or(value);
        if property.eq_ignore_ascii_case(b"display") {
            display = Some(match word.to_ascii_lowercase().as_slice() {
                b"none" => Display::Hidden,
                b"block" | b"flex" | b"grid" | b"list-item" | b"table" => Display::Block,
                b"inline" => Display::Inline,
                _ => Display::Default,
            });
        } else if property.eq_ignore_ascii_case(b"visibility")
            && word.eq_ignore_ascii_case(b"hidden")
        {
            return Some(Display::Hidden);
        }
    }
    display
}

/// Appends as much as `limit` leaves room for.
fn push(to: &mut Vec<u8>, bytes: &[u8], limit: usize) {
    let room = limit.saturating_sub(to.len()).min(bytes.len());
    to.extend_from_slice(&bytes[..room]);
}

impl<S: Sink> Emitter for Tokens<'_, S> {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start.clear();
        self.last_start.extend_from_slice(name.unwrap_or_default());
    }

    fn emit_eof(&mut self) {}

    fn emit_error(&mut self, _: Error) {}

    #[inline]
    fn should_emit_errors(&mut self) -> bool {
        false
    }

    #[inline]
    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    #[inline]
    fn emit_string(&mut self, text: &[u8]) {
        self.sink.text(text);
    }

    fn init_start_tag(&mut self) {
        self.is_end = false;
        self.tag_name.clear();
        self.attribute.clear();
        self.value.clear();
        self.start.clear();
    }

    fn init_end_tag(&mut self) {
        self.is_end = true;
        self.tag_name.clear();
        self.attribute.clear();
        self.value.clear();
    }

    fn init_comment(&mut self) {
        self.comment.clear();
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        let tag = Tag::of(&self.tag_name);
        if self.is_end {
            self.attribute.clear();
            self.value.clear();
            self.last_start.clear();
            self.sink.end_tag(tag);
            return None;
        }
        self.finish_attribute();
        self.start.tag = tag;
        self.sink.start_tag(&self.start);
        std::mem::swap(&mut self.last_start, &mut self.tag_name);
        naive_next_state(&self.last_start)
    }

    fn emit_current_comment(&mut self) {
        self.sink.comment(&self.comment);
    }

    fn emit_current_doctype(&mut self) {}

    fn set_self_closing(&mut self) {
        self.start.self_closing = true;
    }

    fn set_force_quirks(&mut self) {}

    #[inline]
    fn push_tag_name(&mut self, name: &[u8]) {
        push(&mut self.tag_name, name, LONGEST_NAME);
    }

    fn push_comment(&mut self, comment: &[u8]) {
        push(&mut self.comment, comment, LONGEST_COMMENT);
    }

    fn push_doctype_name(&mut self, _: &[u8]) {}

    fn init_doctype(&mut self) {}

    fn init_attribute(&mut self) {
        self.finish_attribute();
        self.attribute.clear();
        self.value.clear();
    }

    #[inline]
    fn push_attribute_name(&mut self, name: &[u8]) {
        push(&mut self.attribute, name, LONGEST_NAME);
    }

    #[inline]
    fn push_attribute_value(&mut self, value: &[u8]) {
        push(&mut self.value, value, LONGEST_VALUE);
    }

    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}

    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && !self.last_start.is_empty() && self.last_start == self.tag_name
    }
}
