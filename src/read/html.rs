//! A web page: tokens → lines of visible text, tables as cells, what the page says of
//! itself. Never a tree, so that any markup is read in one pass without recursion.

mod line;
mod table;
mod tag;
#[cfg(test)]
mod tests;
mod token;

use html5gum::Tokenizer;

use super::meta::Metadata;
use super::{SourceLine, Table};
use crate::lexicon::marker::{self, Bound, Mark};
use line::{Context, Lines};
use tag::{OPENING, Tag};
use token::{Display, Sink, StartTag, Tokens};

/// Open elements that are told apart; what lies deeper is read as if it were flat.
const DEEPEST: usize = 1 << 16;

/// A web page as it was read.
#[derive(Debug)]
pub(super) struct Html {
    pub(super) text: String,
    pub(super) lines: Vec<SourceLine>,
    pub(super) tables: Vec<Table>,
    pub(super) metadata: Vec<(String, String)>,
}

/// Reads a page, or a part of one. Any text is one.
pub(super) fn read(html: &str) -> Html {
    let mut page = Page::new(html);
    let tokens = Tokenizer::new_with_emitter(html, Tokens::new(&mut page));
    match tokens.finish() {
        Ok(()) => {}
        Err(never) => match never {},
    }
    page.finish()
}

/// What an open element does to the text inside it; each is counted while it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Effect {
    Hides,
    Links,
    Content,
    Wrapper,
    Site,
    Preformats,
}

const EFFECTS: usize = 6;

/// An element whose end has not come.
#[derive(Debug, Clone, Copy)]
struct Open {
    tag: Tag,
    /// One bit for each [`Effect`].
    effects: u8,
    breaks: bool,
    /// Whether it is one of [`Page::tables`].
    table: bool,
}

/// A page on its way from tokens to lines.
#[derive(Debug)]
struct Page {
    lines: Lines,
    open: Vec<Open>,
    /// For each element the places in `open` where it stands.
    places: [Vec<u32>; OPENING],
    counts: [u32; EFFECTS],
    context: Context,
    /// Between the comments that mark the content.
    content: bool,
    wrapper: bool,
    tables: Vec<table::Open>,
    finished: Vec<Table>,
    metadata: Metadata,
    /// A name in lower case.
    word: Vec<u8>,
}

impl Page {
    fn new(html: &str) -> Self {
        Self {
            lines: Lines::new(html.len() / 2),
            open: Vec::new(),
            places: [const { Vec::new() }; OPENING],
            counts: [0; EFFECTS],
            context: Context::default(),
            content: false,
            wrapper: false,
            tables: Vec::new(),
            finished: Vec::new(),
            metadata: Metadata::default(),
            word: Vec::new(),
        }
    }

    fn finish(mut self) -> Html {
        self.pop_to(0);
        let (text, lines) = self.lines.finish();
        Html {
            text,
            lines,
            tables: self.finished,
            metadata: self.metadata.finish(),
        }
    }

    fn count(&self, effect: Effect) -> u32 {
        self.counts[effect as usize]
    }

    fn is_hidden(&self) -> bool {
        self.count(Effect::Hides) > 0
    }

    /// Place of the innermost open element of this name.
    fn place(&self, tag: Tag) -> Option<u32> {
        self.places[tag as usize].last().copied()
    }

    /// Place of the innermost element that a tag's end does not reach beyond.
    fn scope(&self) -> Option<u32> {
        self.place(Tag::Td)
            .max(self.place(Tag::Th))
            .max(self.place(Tag::Caption))
            .max(self.place(Tag::Table))
    }

    /// Closes the innermost open element of this name, unless it stands outside `scope`.
    fn close_within(&mut self, tag: Tag, scope: Option<u32>) {
        let place = self.place(tag);
        if let Some(at) = place
            && (scope.is_none() || place > scope)
        {
            self.pop_to(at);
        }
    }

    /// Closes what the beginning of an element closes without an end tag.
    fn close_before(&mut self, tag: Tag) {
        match tag {
            Tag::Li => {
                let list = self.place(Tag::Ul).max(self.place(Tag::Ol));
                self.close_within(Tag::Li, self.scope().max(list));
            }
            Tag::Dt | Tag::Dd => {
                let scope = self.scope().max(self.place(Tag::Dl));
                self.close_within(Tag::Dt, scope);
                self.close_within(Tag::Dd, scope);
            }
            Tag::Td | Tag::Th | Tag::Tr | Tag::Tbody | Tag::Caption => {
                let table = self.place(Tag::Table);
                for part in [Tag::Td, Tag::Th, Tag::Caption] {
                    self.close_within(part, table);
                }
                if matches!(tag, Tag::Tr | Tag::Tbody) {
                    self.close_within(Tag::Tr, table);
                }
                if tag == Tag::Tbody {
                    self.close_within(Tag::Tbody, table);
                }
            }
            Tag::A => self.close_within(Tag::A, self.scope()),
            _ => {}
        }
        if tag.ends_paragraph() {
            self.close_within(Tag::P, self.scope());
        }
    }

    /// Closes the elements from place `at` on, the innermost first.
    fn pop_to(&mut self, at: u32) {
        let mut changed = false;
        while self.open.len() > at as usize
            && let Some(open) = self.open.pop()
        {
            self.places[open.tag as usize].pop();
            if open.breaks && !self.is_hidden() {
                self.lines.break_line();
            }
            self.end_table_part(open);
            changed |= open.effects != 0 || open.tag.heading() > 0;
            for (effect, count) in self.counts.iter_mut().enumerate() {
                *count -= u32::from(open.effects >> effect & 1);
            }
        }
        if changed {
            self.set_context();
        }
    }

    fn push(&mut self, open: Open) {
        if self.open.len() >= DEEPEST {
            return;
        }
        let at = u32::try_from(self.open.len()).unwrap_or(u32::MAX);
        self.places[open.tag as usize].push(at);
        self.open.push(open);
        for (effect, count) in self.counts.iter_mut().enumerate() {
            *count += u32::from(open.effects >> effect & 1);
        }
        if open.effects != 0 || open.tag.heading() > 0 {
            self.set_context();
        }
    }

    fn set_context(&mut self) {
        let heading = (Tag::H1 as usize..=Tag::H6 as usize)
            .filter_map(|slot| Some((*self.places[slot].last()?, slot)))
            .max()
            .map_or(0, |(place, _)| self.open[place as usize].tag.heading());
        let content = self.content || self.count(Effect::Content) > 0;
        self.context = Context {
            heading,
            link: self.count(Effect::Links) > 0,
            content,
            wrapper: self.wrapper || self.count(Effect::Wrapper) > 0,
            site: !content && self.count(Effect::Site) > 0,
            preformatted: self.count(Effect::Preformats) > 0,
        };
    }

    /// Begins a table, a row or a cell.
    fn begin_table_part(&mut self, tag: &StartTag) -> bool {
        match tag.tag {
            Tag::Table if self.tables.len() < table::DEEPEST && !self.is_hidden() => {
                self.tables.push(table::Open::new(&self.lines));
                return true;
            }
            Tag::Tr => {
                if let Some(table) = self.tables.last_mut() {
                    table.begin_row(&self.lines);
                }
            }
            Tag::Td | Tag::Th => {
                if let Some(table) = self.tables.last_mut() {
                    table.begin_cell(&self.lines, tag);
                }
            }
            _ => {}
        }
        false
    }

    fn end_table_part(&mut self, open: Open) {
        let Some(table) = self.tables.last_mut() else {
            return;
        };
        match open.tag {
            Tag::Td | Tag::Th => table.end_cell(&self.lines),
            Tag::Tr => table.end_row(&self.lines),
            Tag::Table if open.table => self.end_table(),
            _ => {}
        }
    }

    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else {
            return;
        };
        if !table.has_text(&self.lines) {
            return;
        }
        if let Some(outer) = self.tables.last_mut() {
            outer.lay_out();
        }
        let number = u32::try_from(self.finished.len() + 1).unwrap_or(u32::MAX);
        self.finished.extend(table.finish(&mut self.lines, number));
    }

    /// What an element does to the text inside it.
    fn effects(&mut self, tag: &StartTag) -> u8 {
        let bit = |effect: Effect| 1u8 << effect as u8;
        let mut effects = match tag.tag {
            Tag::A if tag.href => bit(Effect::Links),
            Tag::Pre => bit(Effect::Preformats),
            tag if tag.is_site_part() => bit(Effect::Site),
            tag if tag.is_unseen() => bit(Effect::Hides),
            _ => 0,
        };
        match self.mark(tag) {
            // A mark is no reason to hide: scripts show what they laid out hidden.
            Some(Mark::Content) => return effects | bit(Effect::Content),
            Some(Mark::Wrapper) => effects |= bit(Effect::Wrapper),
            Some(Mark::Site) => effects |= bit(Effect::Site),
            None => {}
        }
        if tag.display == Display::Hidden && !matches!(tag.tag, Tag::Html | Tag::Body) {
            effects |= bit(Effect::Hides);
        }
        effects
    }

    /// What an element's id and classes mark it as.
    fn mark(&mut self, tag: &StartTag) -> Option<Mark> {
        if tag.id.is_empty() && tag.class.is_empty() {
            return None;
        }
        let word = &mut self.word;
        let mut lower = |name: &[u8]| {
            word.clear();
            word.extend(name.iter().map(u8::to_ascii_lowercase));
        };
        let mut best: Option<Mark> = None;
        lower(&tag.id);
        if let Some(mark) = marker::of_id(word) {
            best = Some(mark);
        }
        for class in tag.class.split(u8::is_ascii_whitespace) {
            if best == Some(Mark::Content) {
                break;
            }
            word.clear();
            word.extend(class.iter().map(u8::to_ascii_lowercase));
            best = marker::of_class(word).or(best);
        }
        let can_be_site = !matches!(
            tag.tag,
            Tag::Html | Tag::Body | Tag::Main | Tag::Article | Tag::Form
        );
        if best.is_none() && can_be_site {
            best = name_words(&tag.id)
                .chain(name_words(&tag.class))
                .find_map(|name| {
                    word.clear();
                    word.extend(name.iter().map(u8::to_ascii_lowercase));
                    marker::of_word(word)
                });
        }
        best
    }

    fn bound(&mut self, bound: Option<Bound>) {
        let Some(bound) = bound else { return };
        match bound.mark {
            Mark::Content => self.content = bound.begins,
            Mark::Wrapper => self.wrapper = bound.begins,
            Mark::Site => return,
        }
        self.set_context();
    }

    fn end_of_unopened(&mut self, tag: Tag) {
        // `</br>` and `</p>` without a beginning break the line in browsers too.
        if tag.is_block() && !self.is_hidden() {
            self.lines.break_line();
        }
    }
}

/// The words of an id or a class list: `top-nav`, `topNav` and `top_nav` have two.
fn name_words(names: &[u8]) -> impl Iterator<Item = &[u8]> {
    names
        .split(|byte| !byte.is_ascii_alphabetic())
        .flat_map(|name| {
            let mut rest = name;
            std::iter::from_fn(move || {
                if rest.is_empty() {
                    return None;
                }
                let capitals = rest.iter().take_while(|b| b.is_ascii_uppercase()).count();
                let end = rest[capitals..]
                    .iter()
                    .position(u8::is_ascii_uppercase)
                    .map_or(rest.len(), |at| capitals + at);
                let (word, after) = rest.split_at(end);
                rest = after;
                Some(word)
            })
        })
}

impl Sink for Page {
    fn start_tag(&mut self, tag: &StartTag) {
        self.lines.tag();
        if tag.tag == Tag::Meta {
            self.word.clear();
            self.word
                .extend(tag.name.iter().map(u8::to_ascii_lowercase));
            self.bound(marker::of_meta(&self.word));
            self.metadata.tag(&tag.name, &tag.content);
            return;
        }
        self.close_before(tag.tag);
        let breaks = match tag.display {
            Display::Block => true,
            Display::Inline => tag.tag.is_table_part(),
            Display::Default | Display::Hidden => tag.tag.is_block(),
        };
        if breaks && !self.is_hidden() {
            self.lines.break_line();
        }
        if !tag.tag.opens() || tag.self_closing && tag.tag == Tag::Svg {
            return;
        }
        let table = self.begin_table_part(tag);
        let effects = self.effects(tag);
        if effects & (1 << Effect::Content as u8) != 0 {
            for table in &mut self.tables {
                table.lay_out();
            }
        }
        if tag.tag.heading() > 0
            && let Some(table) = self.tables.last_mut()
        {
            table.lay_out();
        }
        self.push(Open {
            tag: tag.tag,
            effects,
            breaks,
            table,
        });
    }

    fn end_tag(&mut self, tag: Tag) {
        self.lines.tag();
        if !tag.opens() {
            return self.end_of_unopened(tag);
        }
        let scope = if tag.is_table_part() {
            self.place(Tag::Table)
        } else {
            self.scope()
        };
        let Some(place) = self.place(tag) else {
            return self.end_of_unopened(tag);
        };
        let within = tag == Tag::Table || scope.is_none_or(|scope| place > scope);
        if within {
            self.pop_to(place);
        }
    }

    fn text(&mut self, text: &[u8]) {
        if self.place(Tag::Title).is_some() {
            if !self.is_hidden() {
                self.metadata.title(text);
            }
        } else if !self.is_hidden() {
            self.lines.push(text, self.context);
        }
    }

    fn comment(&mut self, comment: &[u8]) {
        self.bound(marker::of_comment(comment));
    }
}
