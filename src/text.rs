//! Texts that know where they came from: edits and the maps between their two sides.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem;
use serde::{Deserialize, Serialize};

/// One stretch of a text that was rewritten: `source` in the text before, `out` in the
/// text after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) source: Range<usize>,
    pub(crate) out: Range<usize>,
}

/// Maps byte offsets of a rewritten text back to the text before it.
///
/// Only stretches whose length changed are kept; between them both texts run in step, byte
/// for byte and character for character. The map is therefore monotone and total.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct OffsetMap {
    changes: Vec<Change>,
}

impl OffsetMap {
    pub(crate) fn is_identity(&self) -> bool {
        self.changes.is_empty()
    }

    pub(crate) fn changes(&self) -> &[Change] {
        &self.changes
    }

    /// The source range of a range of the output. A range that begins or ends inside a
    /// rewritten stretch takes in all of it; what was taken away at its ends stays out.
    pub(crate) fn source(&self, out: Range<usize>) -> Range<usize> {
        let start = self.source_start(out.start);
        if out.is_empty() {
            return start..start;
        }
        start..self.source_end(out.end).max(start)
    }

    fn source_start(&self, at: usize) -> usize {
        // The last stretch that begins at or before `at`.
        let next = self
            .changes
            .partition_point(|change| change.out.start <= at);
        let Some(change) = next.checked_sub(1).map(|last| &self.changes[last]) else {
            return at;
        };
        if at < change.out.end {
            change.source.start
        } else {
            change.source.end + (at - change.out.end)
        }
    }

    fn source_end(&self, at: usize) -> usize {
        // The last stretch that begins before `at`: one that begins at it is not part of
        // the range.
        let next = self.changes.partition_point(|change| change.out.start < at);
        let Some(change) = next.checked_sub(1).map(|last| &self.changes[last]) else {
            return at;
        };
        if at < change.out.end {
            change.source.end
        } else {
            change.source.end + (at - change.out.end)
        }
    }

    /// The output range of a range of the source.
    pub(crate) fn out(&self, source: Range<usize>) -> Range<usize> {
        let start = self.out_at(source.start, false);
        start..self.out_at(source.end, true).max(start)
    }

    fn out_at(&self, at: usize, end: bool) -> usize {
        let next = self.changes.partition_point(|change| {
            change.source.start < at || (!end && change.source.start == at)
        });
        let Some(change) = next.checked_sub(1).map(|last| &self.changes[last]) else {
            return at;
        };
        if at < change.source.end {
            if end {
                change.out.end
            } else {
                change.out.start
            }
        } else {
            change.out.end + (at - change.source.end)
        }
    }

    /// This map, then `later`: from the later output back to this map's source.
    pub(crate) fn then(self, later: &Self) -> Self {
        if later.is_identity() {
            return self;
        }
        if self.is_identity() {
            return later.clone();
        }
        let mut changes: Vec<Change> = Vec::new();
        let (mut first, mut second) = (
            self.changes.iter().peekable(),
            later.changes.iter().peekable(),
        );
        // How far the source and the output have run ahead of the middle text so far.
        let (mut source_ahead, mut out_ahead) = (0isize, 0isize);
        loop {
            // A cluster of stretches that overlap, in offsets of the middle text. Those side
            // by side stay apart: words behind a line that was taken away have a place of
            // their own.
            let next = [
                first.peek().map(|a| &a.out),
                second.peek().map(|b| &b.source),
            ];
            let Some(Range { start, mut end }) = next
                .into_iter()
                .flatten()
                .min_by_key(|range| (range.start, range.end))
                .cloned()
            else {
                break;
            };
            let (before_source, before_out) = (source_ahead, out_ahead);
            loop {
                let joins =
                    |range: &Range<usize>| range.start < end || *range == (start..end);
                if let Some(a) = first.next_if(|a| joins(&a.out)) {
                    end = end.max(a.out.end);
                    source_ahead = a.source.end as isize - a.out.end as isize;
                } else if let Some(b) = second.next_if(|b| joins(&b.source)) {
                    end = end.max(b.source.end);
                    out_ahead = b.out.end as isize - b.source.end as isize;
                } else {
                    break;
                }
            }
            let shift = |at: usize, by: isize| (at as isize + by) as usize;
            changes.push(Change {
                source: shift(start, before_source)..shift(end, source_ahead),
                out: shift(start, before_out)..shift(end, out_ahead),
            });
        }
        Self { changes }
    }
}

/// Writes a text anew from front to back, keeping the map to the text it reads.
#[derive(Debug)]
pub(crate) struct Rewriter<'t> {
    source: &'t str,
    /// Everything before this byte of the source is written.
    done: usize,
    out: String,
    map: OffsetMap,
    /// Whether a change that touches the last one is part of it.
    joins: bool,
}

impl<'t> Rewriter<'t> {
    pub(crate) fn new(source: &'t str) -> Self {
        Self {
            source,
            done: 0,
            out: String::new(),
            map: OffsetMap::default(),
            joins: true,
        }
    }

    /// As [`Rewriter::replace`], for what is reported by itself: changes that touch it stay
    /// changes of their own.
    pub(crate) fn replace_apart(&mut self, range: Range<usize>, text: &str) {
        self.joins = false;
        self.replace(range, text);
        self.joins = false;
    }

    /// The text that is read.
    pub(crate) fn source(&self) -> &'t str {
        self.source
    }

    /// Copies up to `range`, then writes `text` in its place. Ranges come in order.
    pub(crate) fn replace(&mut self, range: Range<usize>, text: &str) {
        debug_assert!(range.start >= self.done, "edits come in order");
        if self.out.capacity() == 0 {
            self.out.reserve(self.source.len());
        }
        self.out.push_str(&self.source[self.done..range.start]);
        let start = self.out.len();
        self.out.push_str(text);
        self.done = range.end;
        let joins = std::mem::replace(&mut self.joins, true);
        if in_step(&self.source[range.clone()], text) {
            return;
        }
        let out = start..self.out.len();
        match self.map.changes.last_mut() {
            Some(last)
                if joins
                    && last.source.end == range.start
                    && last.out.end == out.start =>
            {
                last.source.end = range.end;
                last.out.end = out.end;
            }
            _ => self.map.changes.push(Change { source: range, out }),
        }
    }

    /// Takes `range` out of the text.
    pub(crate) fn remove(&mut self, range: Range<usize>) {
        self.replace(range, "");
    }

    /// Bytes written so far, with everything copied up to byte `source` of the source.
    pub(crate) fn out_len(&self, source: usize) -> usize {
        self.out.len() + (source - self.done)
    }

    /// The rewritten text and its map; the text itself when nothing was changed.
    pub(crate) fn finish(mut self) -> (Cow<'t, str>, OffsetMap) {
        if self.done == 0 && self.out.is_empty() {
            return (Cow::Borrowed(self.source), self.map);
        }
        self.out.push_str(&self.source[self.done..]);
        (Cow::Owned(self.out), self.map)
    }
}

/// The lines of a text, without their breaks, as ranges of it.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    let breaks = memchr::memchr_iter(b'\n', text.as_bytes());
    breaks.chain(std::iter::once(text.len())).map(move |end| {
        let line = start..end;
        start = end + 1;
        line
    })
}

/// Words that many texts are searched for. The standard search prepares itself anew for each
/// text and stops at each byte that a word begins with, which every third one of Chinese
/// text is; this one is made once and looks for the rarest bytes.
#[derive(Debug)]
pub(crate) struct Needles(Vec<memmem::Finder<'static>>);

impl Needles {
    pub(crate) fn of(words: &[&'static str]) -> Self {
        Self(words.iter().copied().map(memmem::Finder::new).collect())
    }

    /// Whether one of the words stands in a text.
    pub(crate) fn are_in(&self, text: &str) -> bool {
        let Self(words) = self;
        words
            .iter()
            .any(|word| word.find(text.as_bytes()).is_some())
    }

    /// Where the words stand in a text, word by word.
    pub(crate) fn places<'n>(
        &'n self,
        text: &'n str,
    ) -> impl Iterator<Item = usize> + 'n {
        let Self(words) = self;
        words
            .iter()
            .flat_map(|word| word.find_iter(text.as_bytes()))
    }
}

/// The first `bytes` bytes of a text, less when they would cut a character.
pub(crate) fn head(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// The last `bytes` bytes of a text, less when they would cut a character.
pub(crate) fn tail(text: &str, bytes: usize) -> &str {
    let mut start = text.len().saturating_sub(bytes);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    &text[start..]
}

/// Whether two stretches have characters of the same length at the same bytes.
fn in_step(source: &str, out: &str) -> bool {
    source.len() == out.len()
        && source
            .char_indices()
            .map(|(at, _)| at)
            .eq(out.char_indices().map(|(at, _)| at))
}

/// One edit that turned the decoded source into the document's text.
///
/// Edits are in order and do not overlap. Applied backwards, writing `source` over `span`
/// from the last to the first, they give the decoded source again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What stood in the source; empty for an insertion.
    pub source: String,
    /// Byte range of the source that it covered.
    pub source_span: crate::SourceSpan,
    /// Byte range of the document's text that stands there now; empty for a removal.
    pub span: crate::Span,
}

/// All differences between `source` and `out`, which `map` connects.
pub(crate) fn edits(source: &str, out: &str, map: &OffsetMap) -> Vec<Edit> {
    let mut edits = Vec::new();
    let mut done = Change {
        source: 0..0,
        out: 0..0,
    };
    let last = Change {
        source: source.len()..source.len(),
        out: out.len()..out.len(),
    };
    for change in map.changes().iter().chain(std::iter::once(&last)) {
        in_step_edits(
            source,
            out,
            done.source.end..change.source.start,
            done.out.end,
            &mut edits,
        );
        if !change.source.is_empty() || !change.out.is_empty() {
            edits.push(edit(source, change.source.clone(), change.out.clone()));
        }
        done = change.clone();
    }
    edits
}

fn in_step_edits(
    source: &str,
    out: &str,
    range: Range<usize>,
    out_start: usize,
    edits: &mut Vec<Edit>,
) {
    let (before, after) = (
        &source[range.clone()],
        &out[out_start..out_start + range.len()],
    );
    let mut differs: Option<Range<usize>> = None;
    for ((at, from), to) in before.char_indices().zip(after.chars()) {
        if from == to {
            continue;
        }
        let end = at + from.len_utf8();
        match &mut differs {
            Some(run) if run.end == at => run.end = end,
            _ => {
                if let Some(run) = differs.replace(at..end) {
                    edits.push(in_step_edit(source, &range, out_start, run));
                }
            }
        }
    }
    if let Some(run) = differs {
        edits.push(in_step_edit(source, &range, out_start, run));
    }
}

fn in_step_edit(
    source: &str,
    range: &Range<usize>,
    out_start: usize,
    run: Range<usize>,
) -> Edit {
    edit(
        source,
        range.start + run.start..range.start + run.end,
        out_start + run.start..out_start + run.end,
    )
}

fn edit(source: &str, source_range: Range<usize>, out: Range<usize>) -> Edit {
    Edit {
        source: source[source_range.clone()].to_owned(),
        source_span: crate::SourceSpan::new(source_range.start, source_range.end),
        span: out.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewrite(source: &str, edits: &[(&str, &str)]) -> (String, OffsetMap) {
        let mut rewriter = Rewriter::new(source);
        let mut from = 0;
        for (what, with) in edits {
            let at = from
                + source[from..]
                    .find(what)
                    .expect("the edit stands in the text");
            rewriter.replace(at..at + what.len(), with);
            from = at + what.len();
        }
        let (out, map) = rewriter.finish();
        (out.into_owned(), map)
    }

    fn undo(out: &str, edits: &[Edit]) -> String {
        let mut text = out.to_owned();
        for edit in edits.iter().rev() {
            text.replace_range(edit.span.range(), &edit.source);
        }
        text
    }

    #[test]
    fn an_untouched_text_is_borrowed() {
        let (out, map) = Rewriter::new("公文").finish();
        assert!(matches!(out, Cow::Borrowed("公文")));
        assert!(map.is_identity());
    }

    #[test]
    fn needles_are_found_word_by_word() {
        let needles = Needles::of(&["起", "附件"]);
        let text = "自5月起，见附件1、附件2";
        let places: Vec<usize> = needles.places(text).collect();
        assert_eq!(places, [7, 16, 26]);
        assert!(needles.are_in(text) && !needles.are_in("附则"));
    }

    #[test]
    fn lines_are_those_of_split() {
        for text in ["", "\n", "通知", "通知\n一、\n\n二、", "甲\r\n乙\n"] {
            let found: Vec<&str> = lines(text).map(|line| &text[line]).collect();
            assert_eq!(found, text.split('\n').collect::<Vec<_>>(), "{text:?}");
        }
    }

    #[test]
    fn spans_map_back_over_removals() {
        let source = "醫(yī)療衛(wèi)生";
        let (out, map) = rewrite(source, &[("(yī)", ""), ("(wèi)", "")]);
        assert_eq!(out, "醫療衛生");
        assert_eq!(&source[map.source(0..3)], "醫");
        assert_eq!(&source[map.source(3..6)], "療");
        assert_eq!(&source[map.source(0..12)], source);
        assert_eq!(map.out(0..3), 0..3);
        assert_eq!(map.out(source.len() - 3..source.len()), 9..12);
    }

    #[test]
    fn characters_of_equal_length_stay_in_step() {
        let (out, map) = rewrite("醫療", &[("醫", "医"), ("療", "疗")]);
        assert_eq!(out, "医疗");
        assert!(map.is_identity());
        let edits = edits("醫療", &out, &map);
        assert_eq!(edits.len(), 1);
        assert_eq!(undo(&out, &edits), "醫療");
    }

    #[test]
    fn maps_compose() {
        let source = "甲(a)乙Ａ丙(b)丁??戊";
        let (middle, first) =
            rewrite(source, &[("(a)", ""), ("(b)", ""), ("??", "海口海")]);
        let (out, second) = rewrite(
            &middle,
            &[("甲乙", ""), ("Ａ", "A"), ("海口", "口"), ("戊", "己戊")],
        );
        let map = first.clone().then(&second);
        assert_eq!(out, "A丙丁口海己戊");
        for (at, character) in out.char_indices() {
            let end = at + character.len_utf8();
            let two_steps = first.source(second.source(at..end));
            let one_step = map.source(at..end);
            assert!(
                one_step.start <= two_steps.start && two_steps.end <= one_step.end,
                "{character}"
            );
        }
        assert_eq!(undo(&out, &edits(source, &out, &map)), source);
        assert_eq!(&source[map.source(1..4)], "丙");
    }

    #[test]
    fn changes_side_by_side_stay_apart() {
        let source = "首页\n文件\n鏉";
        let (middle, first) = rewrite(source, &[("鏉", "𨱒")]);
        let (out, second) = rewrite(&middle, &[("首页\n", ""), ("文件\n", "")]);
        let map = first.then(&second);
        assert_eq!(out, "𨱒");
        assert_eq!(&source[map.source(0..4)], "鏉");
        let edits = edits(source, &out, &map);
        let words: Vec<&str> = edits.iter().map(|edit| &*edit.source).collect();
        assert_eq!(words, ["首页\n文件\n", "鏉"]);
        assert_eq!(undo(&out, &edits), source);
    }
}
