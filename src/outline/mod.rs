//! Stage 4: [`Page`] → [`Outline`], a flat arena of numbered nodes.
//!
//! A label is a label because it continues a sequence: it is the first of its style, or
//! follows the last one of its style. Everything else that looks like a label is text.

mod candidate;
mod heading;
mod label;
mod note;
mod part;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Write as _};

use crate::diagnostic::{Code, Diagnostics};
use crate::lexicon::duty;
use crate::model::SectionKind;
use crate::span::Span;
use crate::strip::Page;
use candidate::{Candidate, Place};
use label::Label;
pub(crate) use label::{Style, printed};

pub(crate) use candidate::opens_with_label;
pub(crate) use note::{entry_of, note_lines};
pub(crate) use part::{
    Part, PartKind, broken_name, is_date_line, is_seal_note, is_signer, is_signing_date,
    joined, signed_date, without_seal,
};

/// The numbered structure of a page.
#[derive(Debug, Default)]
pub(crate) struct Outline {
    /// In the order of the text; a parent comes before its children.
    pub(crate) nodes: Vec<Node>,
    /// The documents in the document, in order.
    pub(crate) parts: Vec<Part>,
    /// The labels of notes below a text, which are no items.
    notes: Vec<Span>,
}

/// A numbered item.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) parent: Option<usize>,
    /// Which of [`Outline::parts`] it belongs to.
    pub(crate) part: usize,
    /// Label's words, e.g. `（一）`.
    pub(crate) label: Span,
    /// How the label is written.
    pub(crate) style: Style,
    /// Labels from the outermost level, e.g. `三.(一)`.
    pub(crate) path: String,
    /// Depth; 1 is the outermost.
    pub(crate) level: u8,
    /// The heading without the label.
    pub(crate) heading: Option<Span>,
    /// Whether the heading has a line of its own.
    pub(crate) headed: bool,
    /// Whether it is one of the document's chapters, with items below it or without.
    pub(crate) chapter: bool,
    /// The item's own words after the label, up to its first child.
    pub(crate) own: Span,
    /// The label and everything below it.
    pub(crate) span: Span,
    /// Whether other nodes hang below it.
    pub(crate) inner: bool,
    /// What its headings say it is about.
    pub(crate) kind: SectionKind,
}

impl Node {
    /// Whether it is a section: a chapter, or an item with items below it.
    pub(crate) const fn is_section(&self) -> bool {
        self.inner || self.chapter
    }

    /// Whether it is a leaf item: a task, an article, a clause.
    pub(crate) const fn is_item(&self) -> bool {
        !self.is_section()
    }
}

impl Outline {
    /// The headings above a place, the innermost first.
    pub(crate) fn headings_above(&self, at: usize) -> impl Iterator<Item = Span> {
        let next = self.nodes.partition_point(|node| node.label.start <= at);
        let mut above = next.checked_sub(1);
        std::iter::from_fn(move || {
            // OK because a parent always comes before its children.
            let node = &self.nodes[above?];
            above = node.parent;
            Some(node)
        })
        .filter(move |node| node.span.end > at)
        .filter_map(|node| node.heading)
    }

    /// The stretches of the text that are no label and no item's own words, in order.
    pub(crate) fn unnumbered(&self, page: &Page) -> Vec<Span> {
        let mut stretches = Vec::new();
        let mut done = 0;
        let mut notes = self.notes.iter().peekable();
        let mut pass = |done: &mut usize, to: usize| {
            while let Some(label) = notes.next_if(|label| label.start < to) {
                if label.start > *done {
                    stretches.push(Span::new(*done, label.start));
                }
                *done = label.end.max(*done);
            }
            if to > *done {
                stretches.push(Span::new(*done, to));
            }
        };
        for node in &self.nodes {
            pass(&mut done, node.label.start);
            done = done.max(node.own.end.max(node.label.end));
        }
        pass(&mut done, page.text.len());
        stretches
    }
}

/// An item whose sequence may go on.
#[derive(Debug)]
struct Open {
    node: usize,
    label: Label,
}

/// Finds the numbered items of a page and how they hang together.
pub(crate) fn build(page: &Page, diagnostics: &mut Diagnostics) -> Outline {
    let mut outline = Outline {
        nodes: Vec::new(),
        parts: part::split(page),
        notes: Vec::new(),
    };
    for part in 0..outline.parts.len() {
        let candidates = candidate::find(page, &outline.parts[part]);
        Builder::new(page, part, &mut outline, diagnostics).build(&candidates);
    }
    set_apart(&mut outline);
    heading::set_kinds(page, &mut outline);
    outline
}

/// Gives the items of another part that have the paths of an earlier one's their own: those of a
/// second 附件 without a number, and those of a notice, `一~2`, beside the plan's that it
/// encloses, whose paths stay bare.
fn set_apart(outline: &mut Outline) {
    let parts = &outline.parts;
    if !outline
        .nodes
        .windows(2)
        .any(|pair| pair[0].part != pair[1].part)
    {
        return;
    }
    let covers = |node: &Node| parts[node.part].kind == PartKind::Main;
    let (first, last): (Vec<_>, Vec<_>) =
        (0..outline.nodes.len()).partition(|&node| !covers(&outline.nodes[node]));
    let outermost = outline.nodes.iter().filter(|node| node.parent.is_none());
    // A number may come twice in its own part as well: `附件.2~2`.
    let own: BTreeSet<String> = outermost.map(|node| node.path.clone()).collect();
    // The part that has a path, and the last number that another one's got for it.
    let mut taken: BTreeMap<String, (usize, u32)> = BTreeMap::new();
    let mut renamed: Option<(usize, String)> = None;
    for index in first.into_iter().chain(last) {
        let node = &mut outline.nodes[index];
        if node.parent.is_some() {
            if let Some((old, new)) = &renamed {
                node.path.replace_range(..*old, new);
            }
            continue;
        }
        renamed = None;
        if let Some((part, count)) = taken.get_mut(&node.path)
            && *part != node.part
        {
            let old = node.path.len();
            let path = loop {
                *count += 1;
                let path = format!("{}~{count}", node.path);
                if !own.contains(&path) {
                    break path;
                }
            };
            node.path.clone_from(&path);
            renamed = Some((old, path));
        }
        taken.entry(node.path.clone()).or_insert((node.part, 1));
    }
}

struct Builder<'a> {
    page: &'a Page,
    part: usize,
    outline: &'a mut Outline,
    diagnostics: &'a mut Diagnostics,
    /// The chain of items that the next label may continue, outermost first.
    open: Vec<Open>,
    /// The last number seen of each style, for numbers that run on through chapters.
    last: BTreeMap<Style, u32>,
    /// How often each path came.
    seen: BTreeMap<String, u32>,
    prefix: &'static str,
    number: u32,
    /// Whether `一、` stands above `第一条` here.
    heads_articles: bool,
}

/// Gap in a sequence up to which a label on a line's start still counts as one.
const LARGEST_GAP: u32 = 5;

impl<'a> Builder<'a> {
    fn new(
        page: &'a Page,
        part: usize,
        outline: &'a mut Outline,
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        let (prefix, number) = match outline.parts[part].kind {
            PartKind::Attachment(number) => ("附件", number),
            PartKind::Main | PartKind::Enclosed => ("", 0),
        };
        Self {
            page,
            part,
            outline,
            diagnostics,
            open: Vec::new(),
            last: BTreeMap::new(),
            seen: BTreeMap::new(),
            prefix,
            number,
            heads_articles: false,
        }
    }

    fn build(mut self, candidates: &[Candidate]) {
        let first = self.outline.nodes.len();
        self.heads_articles = heads_articles(candidates);
        let last_label = candidates
            .iter()
            .rposition(|candidate| candidate.place == Place::LineStart);
        for (index, candidate) in candidates.iter().enumerate() {
            if candidate.place == Place::Chapter {
                self.close_list(candidate.label_span.start, first, None);
                self.open.clear();
            } else if candidate.place == Place::Appeal {
                let behind = last_label.is_none_or(|last| last < index);
                if behind && !self.is_only_headed(candidate.label_span.start, first) {
                    self.open.truncate(1);
                    self.close_list(candidate.label_span.start, first, None);
                }
            } else if candidate.place == Place::Closing {
                let at = candidate.label_span.start;
                // 附则｜本办法自印发之日起施行: the words of the chapter.
                let (above, below) = self.page.text.split_at(at);
                let stops = above.trim_end().ends_with('。');
                if below.starts_with('本') && !stops && self.is_only_headed(at, first) {
                    continue;
                }
                if !candidate.label_span.is_empty() {
                    self.outline.notes.push(candidate.label_span);
                }
                self.open.truncate(1);
                self.close_list(candidate.label_span.start, first, None);
            } else if let Some(depth) = self.depth(candidate, &candidates[index + 1..]) {
                let next = Some(&candidate.label);
                self.close_list(candidate.label_span.start, first, next);
                self.drop_contents(&candidates[index..], depth, first);
                self.push(candidate, depth);
            }
        }
        let end = self.part_end();
        self.close_list(end, first, None);
        self.end_list_of_lines(first);
        finish_spans(&mut self.outline.nodes[first..], first);
        for node in first..self.outline.nodes.len() {
            heading::set(self.page, &mut self.outline.nodes[node]);
        }
        heading::set_parallel(self.page, &mut self.outline.nodes[first..]);
        heading::set_chapters(&mut self.outline.nodes[first..]);
    }

    /// Byte at which the part ends.
    fn part_end(&self) -> usize {
        let lines = &self.outline.parts[self.part].lines;
        self.page.lines[lines.clone()]
            .last()
            .map_or(0, |line| line.span.end)
    }

    /// Whether the last item has nothing but a line of its own before `at`: its words are
    /// still to come.
    fn is_only_headed(&self, at: usize, first: usize) -> bool {
        self.outline.nodes[first..].last().is_some_and(|node| {
            let own = self
                .page
                .text
                .get(node.own.start..at)
                .unwrap_or("")
                .trim_end();
            node.own.end == usize::MAX && !own.contains('\n') && is_heading(own)
        })
    }

    /// Ends the own words of the last item before the label `next`. A list inside a paragraph,
    /// `坚持三个导向：一是…。二是…。` and `提出要求：1.…；2.…。`, ends with its paragraph: the
    /// next ones go on about what the list is in.
    fn close_list(&mut self, end: usize, first: usize, next: Option<&Label>) {
        let goes_on = |last: &Node, open: &Open| {
            next.is_some_and(|next| {
                next.style == last.style && next.ordinal == open.label.ordinal + 1
            })
        };
        if let Some(node) = self.outline.nodes[first..].last()
            && node.own.end == usize::MAX
            && self.open.last().is_none_or(|open| !goes_on(node, open))
            && let Some(stop) = self.paragraph_end(node, end)
            && (node.style == Style::Run && node.parent.is_some()
                || self.is_announced(node, first))
        {
            let parent = node.parent;
            self.close(stop, first);
            if let Some(parent) = parent {
                self.outline.nodes[parent].span.end = end;
            }
        } else {
            self.close(end, first);
        }
    }

    /// Whether an item is the last of a list in one line that a colon announces there.
    fn is_announced(&self, last: &Node, first: usize) -> bool {
        let text = &self.page.text;
        let (mut begin, mut before) = (last, last);
        for node in self.outline.nodes[first..].iter().rev() {
            if text[node.label.start..before.label.start].contains('\n') {
                break;
            }
            before = node;
            if node.style == last.style && node.parent == last.parent {
                begin = node;
            }
        }
        begin.label.start < last.label.start
            && text[..begin.label.start]
                .trim_end_matches([' ', '\u{3000}'])
                .ends_with(['：', ':'])
    }

    /// Ends the last item of a list with its paragraph where each one before has one alone: what
    /// stands below, 各有关部门于每年2月底前…, is of them all.
    fn end_list_of_lines(&mut self, first: usize) {
        /// Items of such a list at the least.
        const LEAST: usize = 5;
        let nodes = &self.outline.nodes[first..];
        let Some((last, others)) = nodes.split_last().filter(|_| nodes.len() >= LEAST)
        else {
            return;
        };
        let text = &self.page.text;
        let is_line =
            |node: &Node| node.parent.is_none() && !text[node.own.range()].contains('\n');
        if last.parent.is_some() || !others.iter().all(is_line) {
            return;
        }
        let own = &text[last.own.range()];
        let Some(end) = own.find('\n') else { return };
        let whole = own[..end].trim_end().ends_with(['。', '）', ')']);
        let below = || own[end..].lines().map(str::trim);
        let paragraph = below().find(|line| !line.is_empty());
        let paragraph = paragraph.is_some_and(|line| line.ends_with('。'));
        let of_item = |line: &str| names_bodies(line) || line.contains(['\t', '|']);
        if whole && paragraph && !below().any(of_item) {
            let stop = last.own.start + own[..end].trim_end().len();
            if let Some(last) = self.outline.nodes.last_mut() {
                last.own.end = stop;
            }
        }
    }

    /// Where the paragraph of an item inside running text ends before `end`, with the lines
    /// below it that say who does it.
    fn paragraph_end(&self, node: &Node, end: usize) -> Option<usize> {
        let text = &self.page.text;
        let before = text[..node.label.start].trim_end_matches([' ', '\u{3000}']);
        let own = text.get(node.own.start..end)?;
        let line = own.find('\n')?;
        let whole = own[..line]
            .trim_end()
            .ends_with(['。', '；', ';', '！', '）', ')']);
        if before.is_empty() || before.ends_with('\n') || !whole {
            return None;
        }
        let mut stop = line;
        for words in own[line..].split_inclusive('\n') {
            if !(words.trim().is_empty() || names_bodies(words.trim())) {
                return Some(node.own.start + stop);
            }
            stop += words.len();
        }
        None
    }

    /// Ends the own words of the last item at `end`, unless they have ended.
    fn close(&mut self, end: usize, first: usize) {
        if let Some(node) = self.outline.nodes[first..].last_mut()
            && node.own.end == usize::MAX
        {
            let start = node.own.start.min(end);
            let words = self.page.text[start..end].trim_end();
            // Markdown's sign before the next label is none of the item's words.
            let words = match words.rsplit_once('\n') {
                Some((above, sign))
                    if sign.trim_matches(['*', '#', '>', '-', ' ']).is_empty() =>
                {
                    above.trim_end()
                }
                _ => words,
            };
            node.own = Span::new(start, start + words.len());
        }
    }

    /// How many open items stay open above this label; `None` when it is no label.
    fn depth(&mut self, candidate: &Candidate, later: &[Candidate]) -> Option<usize> {
        let label = &candidate.label;
        if heads_dotted(label, later) {
            let above = |open: &&Open| open.label.style < Style::Dotted;
            return Some(self.open.iter().take_while(above).count());
        }
        let same = self
            .open
            .iter()
            .rposition(|open| same_style(&open.label, label));
        if let Some(depth) = same {
            let before = self.open[depth].label.ordinal;
            return match candidate.place {
                _ if label.ordinal == before + 1 => Some(depth),
                Place::RunOn => None,
                _ if label.ordinal == 1 => self.second_list(candidate, depth, later),
                Place::InLine => None,
                _ if label.ordinal > before && label.ordinal - before <= LARGEST_GAP => {
                    self.skipped(candidate, before);
                    Some(depth)
                }
                _ if label.ordinal == before && !label.style.is_statute() => {
                    self.repeated(candidate);
                    Some(depth)
                }
                _ => None,
            };
        }
        let depth = if self.is_listed_by_run(candidate, later) {
            self.open.len()
        } else {
            let above = |open: &&Open| {
                if self.heads_articles
                    && let Some(above) = chapter_of_articles(&open.label, label)
                {
                    return above;
                }
                outer(&open.label, label)
            };
            self.open.iter().take_while(above).count()
        };
        let last = self.last.get(&label.style).copied();
        let runs_on = last.is_some_and(|n| n + 1 == label.ordinal);
        // Numbers that run on through chapters leave some out as those of one chapter do.
        let runs_on_later =
            last.is_some_and(|n| n < label.ordinal && label.ordinal - n <= LARGEST_GAP);
        match candidate.place {
            _ if runs_on => Some(depth),
            Place::LineStart if label.ordinal == 1 => Some(depth),
            Place::RunOn | Place::InLine if label.ordinal == 1 => {
                (continues(label, later)
                    || follows_number(&self.open, label)
                    || heads_items(candidate, later)
                    || self.heads_alone(candidate))
                .then_some(depth)
            }
            // What the page leaves out may have had any number of items: （十一）, （十二） ….
            Place::LineStart
                if label.style != Style::Run
                    && (label.ordinal <= LARGEST_GAP || runs_on_later)
                    || last.is_none() && is_followed(label, later) =>
            {
                self.skipped(candidate, last.unwrap_or(0));
                Some(depth)
            }
            _ => None,
        }
    }

    /// Whether a chapter's only item runs into its heading, as those of others did before:
    /// `三、保障措施（一）加强领导。…`
    fn heads_alone(&self, candidate: &Candidate) -> bool {
        let style = candidate.label.style;
        candidate.place == Place::RunOn
            && style == Style::HanParen
            && self.last.contains_key(&style)
            && self
                .open
                .last()
                .is_some_and(|open| open.label.style == Style::Han)
    }

    /// Whether a list begins that the line above announces as `一是…：` and a later line goes on
    /// from as `二是…`: there the labels that mostly stand inside items stand above them.
    fn is_listed_by_run(&self, candidate: &Candidate, later: &[Candidate]) -> bool {
        /// Candidates to look through; the list lies between.
        const WINDOW: usize = 60;
        let Some(run) = self.open.last().filter(|run| run.label.style == Style::Run)
        else {
            return false;
        };
        let announces = || {
            let node = &self.outline.nodes[run.node];
            let own = self
                .page
                .text
                .get(node.own.start..candidate.label_span.start);
            let own = own.unwrap_or_default().trim_end();
            let before =
                self.page.text[..node.label.start].trim_end_matches([' ', '\u{3000}']);
            own.ends_with(['：', ':'])
                && !own.contains('\n')
                && (before.is_empty() || before.ends_with('\n'))
        };
        let goes_on = |next: &Candidate| {
            next.place == Place::LineStart
                && next.label.style == Style::Run
                && next.label.ordinal == run.label.ordinal + 1
        };
        candidate.place == Place::LineStart
            && candidate.label.ordinal == 1
            && announces()
            && later.iter().take(WINDOW).any(goes_on)
    }

    /// A `1` of a style that is open already: another list under the same parent.
    fn second_list(
        &self,
        candidate: &Candidate,
        depth: usize,
        later: &[Candidate],
    ) -> Option<usize> {
        // A list inside running text shows itself only by its second item.
        let shown = candidate.place == Place::LineStart && depth > 0
            || continues(&candidate.label, later);
        shown.then_some(depth)
    }

    fn skipped(&mut self, candidate: &Candidate, before: u32) {
        let label = &candidate.label;
        let expected = Label {
            ordinal: before + 1,
            ..label.clone()
        };
        self.diagnostics.push(
            Code::SkippedLabel,
            Some(candidate.label_span),
            format!("expected the label `{expected}`, found `{label}`"),
        );
    }

    fn repeated(&mut self, candidate: &Candidate) {
        self.diagnostics.push(
            Code::RepeatedLabel,
            Some(candidate.label_span),
            format!("the label `{}` stands here a second time", candidate.label),
        );
    }

    /// Drops what was found so far when it is a table of contents: chapters with next to no
    /// words of their own, and now the first one comes again.
    fn drop_contents(&mut self, candidates: &[Candidate], depth: usize, first: usize) {
        let [candidate, below @ ..] = candidates else {
            return;
        };
        /// Bytes of an entry in a table of contents, on average.
        const ENTRY: usize = 120;
        /// Entries of a table of contents at the most.
        const ENTRIES: usize = 1_000;
        let nodes = &self.outline.nodes[first..];
        let again = depth == 0
            && candidate.label.ordinal == 1
            && (3..=ENTRIES).contains(&nodes.len());
        if !again {
            return;
        }
        let same = || {
            let line = |at: usize| self.page.text[at..].lines().next().map(str::trim);
            nodes.first().is_some_and(|node| {
                // The heading above the first entry may have lost its line there.
                let entry = line(node.own.start);
                entry == line(candidate.text_start)
                    || heads_dotted(&candidate.label, below)
                        && below.first().is_some_and(|b| entry == line(b.text_start))
            })
        };
        // Other labels come again in other lists; an entry has the words of its heading.
        if !candidate.label.style.is_statute() && !same() {
            return;
        }
        let words: usize = nodes
            .iter()
            .map(|node| node.own.end.min(candidate.label_span.start) - node.own.start)
            .sum();
        if words / nodes.len() < ENTRY {
            self.outline.nodes.truncate(first);
            self.open.clear();
            self.last.clear();
            self.seen.clear();
        }
    }

    fn push(&mut self, candidate: &Candidate, depth: usize) {
        self.open.truncate(depth);
        let label = &candidate.label;
        let parent = self.open.last().map(|open| open.node);
        let path = self.path(parent, label);
        let node = self.outline.nodes.len();
        if let Some(parent) = parent {
            self.outline.nodes[parent].inner = true;
        }
        self.outline.nodes.push(Node {
            parent,
            part: self.part,
            label: candidate.label_span,
            style: label.style,
            path,
            level: u8::try_from(self.open.len() + 1).unwrap_or(u8::MAX),
            heading: None,
            headed: false,
            chapter: false,
            own: Span::new(candidate.text_start, usize::MAX),
            span: Span::new(candidate.label_span.start, usize::MAX),
            inner: false,
            kind: SectionKind::Other,
        });
        self.last.insert(label.style, label.ordinal);
        self.open.push(Open {
            node,
            label: label.clone(),
        });
    }

    fn path(&mut self, parent: Option<usize>, label: &Label) -> String {
        /// Bytes of a step, roughly: room is made for it once.
        const STEP: usize = 16;
        let above = parent.map_or(self.prefix, |parent| &self.outline.nodes[parent].path);
        let mut path = String::with_capacity(above.len() + STEP);
        path.push_str(above);
        if parent.is_none() && self.number > 0 {
            // OK because writing to a string cannot fail.
            let _ = write!(path, "{}", self.number);
        }
        let inherited = self.open.last().map_or(0, |open| open.label.numbers(label));
        for number in label.prefix.iter().skip(inherited) {
            add_step(&mut path, number);
        }
        add_step(&mut path, label);
        // By the path and not by the label: `2.1` above any `2.` has that of one below it.
        if let Some(count) = self.seen.get_mut(&path) {
            *count += 1;
            // OK because writing to a string cannot fail.
            let _ = write!(path, "~{count}");
        } else {
            self.seen.insert(path.clone(), 1);
        }
        path
    }
}

fn add_step(path: &mut String, step: &impl Display) {
    if !path.is_empty() {
        path.push('.');
    }
    // OK because writing to a string cannot fail.
    let _ = write!(path, "{step}");
}

/// Whether a line says of the paragraph above it who does it: `责任单位：省教育厅`,
/// `（省教育厅负责）`.
fn names_bodies(line: &str) -> bool {
    let line = line.trim_start_matches('*');
    line.starts_with(['（', '(', '〔', '[', '【'])
        || line
            .split_once(['：', ':'])
            .is_some_and(|(label, _)| duty::read_label(label).is_some())
}

/// Whether the words of a line are a heading: short, and one sentence at the most.
fn is_heading(words: &str) -> bool {
    /// Characters of a heading that a full stop ends, at the most.
    const HEADING: usize = 30;
    let words = words.strip_suffix('。').unwrap_or(words);
    words.chars().nth(HEADING).is_none() && !words.contains(['。', '；'])
}

/// Whether the number above a dotted label is open: `1.1` below `1.总则`.
fn follows_number(open: &[Open], label: &Label) -> bool {
    label.style == Style::Dotted
        && open.last().is_some_and(|open| {
            open.label.style == Style::Arabic && label.prefix == [open.label.ordinal]
        })
}

/// Whether a label stands above the dotted one that follows it: `1　总则` above `1.1`.
fn heads_dotted(label: &Label, later: &[Candidate]) -> bool {
    label.style == Style::Arabic
        && later.first().is_some_and(|next| {
            matches!(next.place, Place::LineStart | Place::RunOn)
                && next.label.style == Style::Dotted
                && next.label.ordinal == 1
                && next.label.prefix == [label.ordinal]
        })
}

/// Whether the first item runs into a chapter's heading at once: `一、目标（一）近期。…`,
/// `一、目标 1、增长8%。 2、…`
fn heads_items(candidate: &Candidate, later: &[Candidate]) -> bool {
    /// Bytes of the heading between both at the most.
    const HEADING: usize = 90;
    candidate.label.style == Style::Han
        && later.split_first().is_some_and(|(next, later)| {
            // 一、关于目标任务：（一）…
            let near = next.place == Place::InLine
                && next.label_span.start <= candidate.text_start + HEADING;
            (next.place == Place::RunOn || near)
                && next.label.ordinal == 1
                && match next.label.style {
                    Style::HanParen => true,
                    Style::Arabic => continues(&next.label, later),
                    _ => false,
                }
        })
}

/// Whether a later candidate is the second item of the list that `label` begins.
fn continues(label: &Label, later: &[Candidate]) -> bool {
    /// Candidates to look through; nested lists lie between.
    const WINDOW: usize = 60;
    later
        .iter()
        .take(WINDOW)
        .filter(|next| same_style(&next.label, label))
        .find(|next| next.label.ordinal <= 2)
        .is_some_and(|next| next.label.ordinal == 2)
}

/// Whether the next label of the same style is the next in order, at the head of its line.
fn is_followed(label: &Label, later: &[Candidate]) -> bool {
    /// A list that begins later than this is none: years.
    const LATEST: u32 = 99;
    /// Candidates to look through.
    const WINDOW: usize = 60;
    label.ordinal <= LATEST
        && later
            .iter()
            .take(WINDOW)
            .find(|next| same_style(&next.label, label))
            .is_some_and(|next| {
                next.label.ordinal == label.ordinal + 1 && next.place == Place::LineStart
            })
}

/// Whether two labels can stand in one sequence.
fn same_style(one: &Label, other: &Label) -> bool {
    one.style == other.style && one.prefix.len() == other.prefix.len()
}

/// Whether a label's style stands above another's.
fn outer(label: &Label, below: &Label) -> bool {
    (label.style, label.prefix.len()) < (below.style, below.prefix.len())
        // `2.1` and `2.1.3` stand below `2.`.
        || below.style == Style::Dotted
            && label.style == Style::Arabic
            && below.prefix.first() == Some(&label.ordinal)
}

/// Whether `一、` stands above the articles of a part, as in measures that grant sums:
/// `一、支持企业`, `第一条`, `第二条`, `二、支持人才`, `第三条`. Lists inside articles begin
/// behind the first one, and each with `一、`.
fn heads_articles(candidates: &[Candidate]) -> bool {
    let labels = candidates
        .iter()
        .map(|candidate| &candidate.label)
        .filter(|label| label.ordinal > 0);
    let (mut chapter, mut article) = (0, 0);
    for label in labels {
        match label.style {
            Style::Article if chapter == 0 => return false,
            Style::Article if label.ordinal == article + 1 => article += 1,
            Style::Article => return false,
            Style::Han if article == 0 => chapter = label.ordinal,
            Style::Han => return label.ordinal == chapter + 1,
            _ => {}
        }
    }
    false
}

/// Whether the first of two labels stands above the second where `一、` stands above `第一条`;
/// `None` of other labels.
fn chapter_of_articles(label: &Label, below: &Label) -> Option<bool> {
    match (label.style, below.style) {
        (Style::Han, Style::Article) => Some(true),
        (Style::Article, Style::Han) => Some(false),
        _ => None,
    }
}

/// Sets where each item ends: with its last descendant.
fn finish_spans(nodes: &mut [Node], first: usize) {
    for index in (0..nodes.len()).rev() {
        let node = &mut nodes[index];
        let own_end = node.own.end.max(node.label.end);
        node.span.end = if node.span.end == usize::MAX {
            own_end
        } else {
            node.span.end.max(own_end)
        };
        let (end, parent) = (node.span.end, node.parent);
        if let Some(parent) = parent.and_then(|parent| parent.checked_sub(first)) {
            let above = &mut nodes[parent].span.end;
            *above = if *above == usize::MAX {
                end
            } else {
                (*above).max(end)
            };
        }
    }
}

#[cfg(test)]
mod tests;
