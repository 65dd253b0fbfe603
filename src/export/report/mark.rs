//! The places of a document that the page highlights, however they overlap.

use std::cmp::Reverse;
use std::collections::{BTreeSet, BinaryHeap};
use std::io::{self, Write};
use std::ops::Range;

use super::html::{Escaped, Label};
use super::wording;
use crate::{Document, Span};

/// What a highlighted place is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Header,
    Section,
    Task,
    Responsibility,
    Target,
    Citation,
    Member,
    Repair,
    Diagnostic,
}

impl Kind {
    pub(super) const ALL: [Self; 9] = [
        Self::Header,
        Self::Section,
        Self::Task,
        Self::Responsibility,
        Self::Target,
        Self::Citation,
        Self::Member,
        Self::Repair,
        Self::Diagnostic,
    ];

    /// The letter that anchors and classes of the page use.
    pub(super) const fn letter(self) -> char {
        match self {
            Self::Header => 'h',
            Self::Section => 's',
            Self::Task => 't',
            Self::Responsibility => 'r',
            Self::Target => 'g',
            Self::Citation => 'c',
            Self::Member => 'm',
            Self::Repair => 'p',
            Self::Diagnostic => 'w',
        }
    }

    pub(super) const fn label(self) -> Label {
        match self {
            Self::Header => Label("版头要素", "header"),
            Self::Section => Label("标题", "headings"),
            Self::Task => Label("任务", "tasks"),
            Self::Responsibility => Label("责任分工", "responsibilities"),
            Self::Target => Label("指标", "targets"),
            Self::Citation => Label("引用", "citations"),
            Self::Member => Label("成员", "members"),
            Self::Repair => Label("修复", "repairs"),
            Self::Diagnostic => Label("诊断", "diagnostics"),
        }
    }
}

/// One highlighted place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) kind: Kind,
    /// Number among its kind, from 0, in the document's order.
    pub(super) number: usize,
    /// What to say on hovering; empty for nothing.
    pub(super) hint: String,
    /// The path that is shown where a task begins.
    pub(super) path: Option<String>,
}

/// The highlighted places of a document in the order of the text, all within it.
pub(super) fn marks(document: &Document) -> Vec<Mark> {
    let mut marks = Collector {
        text: &document.text,
        marks: Vec::new(),
        counts: [0; Kind::ALL.len()],
    };
    for span in document.header.spans.values().flatten() {
        marks.push(Kind::Header, *span, String::new());
    }
    for section in &document.sections {
        marks.push(Kind::Section, section.span, String::new());
    }
    for task in &document.tasks {
        marks.push(Kind::Task, task.span, String::new());
        if let Some(mark) = marks.marks.last_mut() {
            mark.path = Some(task.path.clone());
        }
        for responsibility in &task.responsibilities {
            let names: Vec<&str> = responsibility
                .departments
                .iter()
                .map(|department| department.name.as_str())
                .collect();
            let role = wording::role(responsibility.role).0;
            let hint = format!("{role}：{}", names.join("、"));
            marks.push(Kind::Responsibility, responsibility.span, hint);
        }
    }
    for target in &document.targets {
        let value = super::target::value(target);
        marks.push(
            Kind::Target,
            target.span,
            format!("{} {value}", target.indicator),
        );
    }
    for citation in &document.citations {
        let number = citation.document_number.as_ref();
        let number = number.map_or(String::new(), |number| number.text.clone());
        marks.push(Kind::Citation, citation.span, number);
    }
    for member in &document.members {
        let hint = format!("{}：{}", member.office, member.name);
        marks.push(Kind::Member, member.span, hint);
    }
    for repair in &document.repairs {
        let hint = format!("{} → {}", repair.from, repair.to);
        marks.push(Kind::Repair, repair.span, hint);
    }
    for diagnostic in &document.diagnostics {
        // A remark on the whole document keeps its number but has no place.
        match diagnostic.span {
            Some(span) => {
                marks.push(Kind::Diagnostic, span, diagnostic.message.clone());
            }
            None => marks.counts[Kind::Diagnostic as usize] += 1,
        }
    }
    let mut marks = marks.marks;
    // Of those that begin together the longest comes first, so that it is the outer one.
    marks.sort_by_key(|mark| (mark.span.start, Reverse(mark.span.end), mark.kind));
    marks
}

struct Collector<'t> {
    text: &'t str,
    marks: Vec<Mark>,
    counts: [usize; Kind::ALL.len()],
}

impl Collector<'_> {
    fn push(&mut self, kind: Kind, span: Span, hint: String) {
        let number = self.counts[kind as usize];
        self.counts[kind as usize] += 1;
        self.marks.push(Mark {
            span: within(span, self.text),
            kind,
            number,
            hint,
            path: None,
        });
    }
}

/// The place moved onto character boundaries of the text: a document that came through JSON
/// may say anything.
fn within(span: Span, text: &str) -> Span {
    let boundary = |at: usize| {
        let mut at = at.min(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let start = boundary(span.start);
    Span::new(start, boundary(span.end).max(start))
}

/// Places that a segment names, at most; more overlap in made-up documents only.
const NAMED: usize = 24;

/// Writes a text from left to right, cut wherever a mark begins or ends, each segment with
/// the classes of all marks that cover it.
pub(super) struct Sweep<'m> {
    text: &'m str,
    marks: &'m [Mark],
    /// Prefix of anchors, e.g. `d1-`.
    prefix: &'m str,
    next: usize,
    /// Ends of the open marks, the nearest on top.
    ends: BinaryHeap<Reverse<(usize, usize)>>,
    open: BTreeSet<usize>,
    /// Open marks of each kind.
    depth: [usize; Kind::ALL.len()],
}

impl<'m> Sweep<'m> {
    pub(super) fn new(text: &'m str, marks: &'m [Mark], prefix: &'m str) -> Self {
        Self {
            text,
            marks,
            prefix,
            next: 0,
            ends: BinaryHeap::new(),
            open: BTreeSet::new(),
            depth: [0; Kind::ALL.len()],
        }
    }

    /// Writes the text up to the end of `range`; ranges must follow each other.
    pub(super) fn write(
        &mut self,
        range: Range<usize>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let mut at = range.start;
        loop {
            self.close(at);
            self.begin(at, out)?;
            if at >= range.end {
                return Ok(());
            }
            let until = self.boundary().min(range.end);
            self.segment(at..until, out)?;
            at = until;
        }
    }

    /// Where the next mark begins or ends.
    fn boundary(&self) -> usize {
        let begin = self.marks.get(self.next).map(|mark| mark.span.start);
        let end = self.ends.peek().map(|Reverse((end, _))| *end);
        begin.into_iter().chain(end).min().unwrap_or(usize::MAX)
    }

    fn close(&mut self, at: usize) {
        while let Some(&Reverse((end, index))) = self.ends.peek() {
            if end > at {
                break;
            }
            self.ends.pop();
            self.open.remove(&index);
            self.depth[self.marks[index].kind as usize] -= 1;
        }
    }

    /// Opens the marks that begin here, each with an anchor to link to.
    fn begin(&mut self, at: usize, out: &mut dyn Write) -> io::Result<()> {
        while let Some(mark) = self.marks.get(self.next) {
            if mark.span.start > at {
                break;
            }
            self.anchor(mark, out)?;
            if mark.span.end > at {
                self.ends.push(Reverse((mark.span.end, self.next)));
                self.open.insert(self.next);
                self.depth[mark.kind as usize] += 1;
            }
            self.next += 1;
        }
        Ok(())
    }

    fn anchor(&self, mark: &Mark, out: &mut dyn Write) -> io::Result<()> {
        let (prefix, letter, number) = (self.prefix, mark.kind.letter(), mark.number);
        if let Some(path) = &mark.path {
            // The path is shown by the style sheet, so that copied text stays the text.
            let path = Escaped(path);
            return write!(
                out,
                "<a class=\"a chip\" id=\"{prefix}{letter}{number}\" \
                 href=\"#{prefix}l{letter}{number}\" data-n=\"{path}\"></a>"
            );
        }
        let gap = if mark.span.is_empty() { " gap" } else { "" };
        write!(
            out,
            "<i class=\"a {letter}{gap}\" id=\"{prefix}{letter}{number}\""
        )?;
        if mark.span.is_empty() && !mark.hint.is_empty() {
            write!(out, " title=\"{}\"", Escaped(&mark.hint))?;
        }
        out.write_all(b"></i>")
    }

    fn segment(&self, range: Range<usize>, out: &mut dyn Write) -> io::Result<()> {
        let words = Escaped(&self.text[range]);
        if self.open.is_empty() {
            return write!(out, "{words}");
        }
        out.write_all(b"<mark class=\"")?;
        let kinds = Kind::ALL
            .into_iter()
            .filter(|&kind| self.depth[kind as usize] > 0);
        for (nth, kind) in kinds.enumerate() {
            let space = if nth > 0 { " " } else { "" };
            write!(out, "{space}{}", kind.letter())?;
        }
        out.write_all(b"\" data-s=\"")?;
        for (nth, &index) in self.open.iter().take(NAMED).enumerate() {
            let mark = &self.marks[index];
            let space = if nth > 0 { " " } else { "" };
            write!(out, "{space}{}{}", mark.kind.letter(), mark.number)?;
        }
        out.write_all(b"\"")?;
        // The innermost mark has the most to say.
        let hinted = self.open.iter().rev().take(NAMED);
        if let Some(&index) = hinted
            .into_iter()
            .find(|&&index| !self.marks[index].hint.is_empty())
        {
            write!(out, " title=\"{}\"", Escaped(&self.marks[index].hint))?;
        }
        write!(out, ">{words}</mark>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, spans: &[(Kind, usize, usize)], html: &str) {
        let marks: Vec<Mark> = spans
            .iter()
            .enumerate()
            .map(|(number, &(kind, start, end))| Mark {
                span: Span::new(start, end),
                kind,
                number,
                hint: String::new(),
                path: None,
            })
            .collect();
        let mut out = Vec::new();
        Sweep::new(text, &marks, "")
            .write(0..text.len(), &mut out)
            .unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), html);
    }

    #[test]
    fn text_is_cut_where_marks_begin_or_end() {
        check("abc", &[], "abc");
        check(
            "abcd",
            &[(Kind::Target, 0, 3), (Kind::Citation, 1, 4)],
            "<i class=\"a g\" id=\"g0\"></i><mark class=\"g\" data-s=\"g0\">a</mark>\
             <i class=\"a c\" id=\"c1\"></i>\
             <mark class=\"g c\" data-s=\"g0 c1\">bc</mark>\
             <mark class=\"c\" data-s=\"c1\">d</mark>",
        );
        check(
            "ab",
            &[(Kind::Repair, 1, 1), (Kind::Repair, 2, 2)],
            "a<i class=\"a p gap\" id=\"p0\"></i>b<i class=\"a p gap\" id=\"p1\"></i>",
        );
    }

    #[test]
    fn places_outside_the_text_are_moved_into_it() {
        for (start, end, moved) in [
            (0, 3, (0, 3)),
            (1, 5, (0, 3)),
            (7, 99, (6, 6)),
            (3, 0, (3, 3)),
        ] {
            let moved = Span::new(moved.0, moved.1);
            assert_eq!(within(Span { start, end }, "公文"), moved);
        }
    }
}
