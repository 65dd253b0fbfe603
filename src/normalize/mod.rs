//! Stage 2: [`Source`] → [`Text`], the same words with annotations, damage, script and
//! width put right, and the map back.

mod pinyin;
mod script;
mod spacing;
mod width;
mod wrap;

use std::borrow::Cow;

use crate::document::{Media, Repair, Script};
use crate::read::{Hint, Source};
use crate::span::SourceSpan;
use crate::text::OffsetMap;

/// A normalised text.
#[derive(Debug)]
pub(crate) struct Text<'s> {
    pub(crate) text: Cow<'s, str>,
    /// From `text` back to the source.
    pub(crate) map: OffsetMap,
    /// Script of the source.
    pub(crate) script: Script,
    /// The lines in order, by their first byte in `text`, with the source's hints.
    pub(crate) lines: Vec<(usize, Hint)>,
    /// Damaged places; spans are in `text` until stripping moves them, source spans in the
    /// source.
    pub(crate) repairs: Vec<Repair>,
}

/// A text on its way through the steps.
#[derive(Debug)]
struct Draft<'s> {
    text: Cow<'s, str>,
    map: OffsetMap,
    repairs: Vec<Repair>,
}

/// What a step makes of a text.
#[derive(Debug)]
struct Step<'t> {
    text: Cow<'t, str>,
    /// From `text` back to the step's input.
    map: OffsetMap,
    /// Spans are in `text`, source spans in the step's input.
    repairs: Vec<Repair>,
}

impl<'t> From<(Cow<'t, str>, OffsetMap)> for Step<'t> {
    fn from((text, map): (Cow<'t, str>, OffsetMap)) -> Self {
        Self {
            text,
            map,
            repairs: Vec::new(),
        }
    }
}

impl Draft<'_> {
    fn step(&mut self, rewrite: impl FnOnce(&str) -> Step<'_>) {
        let Step {
            text,
            map: later,
            mut repairs,
        } = rewrite(&self.text);
        for repair in &mut repairs {
            let range = self.map.source(repair.source_span.range());
            repair.source_span = SourceSpan::new(range.start, range.end);
        }
        if let Cow::Owned(text) = text {
            for repair in &mut self.repairs {
                repair.span = later.out(repair.span.range()).into();
            }
            self.map = std::mem::take(&mut self.map).then(&later);
            self.text = Cow::Owned(text);
        }
        self.repairs.append(&mut repairs);
    }
}

/// Normalises a source; `keep_traditional` leaves the script alone.
pub(crate) fn normalize(source: &Source, keep_traditional: bool) -> Text<'_> {
    let mut draft = Draft {
        text: Cow::Borrowed(&source.text),
        map: OffsetMap::default(),
        repairs: Vec::new(),
    };
    draft.step(|text| pinyin::strip(text).into());
    draft.step(spacing::tidy);
    if source.media == Media::Text {
        draft.step(|text| wrap::unwrap(text).into());
    }
    let script = script::script(&draft.text);
    if script != Script::Simplified && !keep_traditional {
        draft.step(|text| script::simplify(text).into());
    }
    draft.repairs.sort_by_key(|repair| repair.span);
    Text {
        lines: lines(source, &draft),
        text: draft.text,
        map: draft.map,
        script,
        repairs: draft.repairs,
    }
}

/// The source's lines where they begin now; one that was joined with the line before it is
/// none any more.
fn lines(source: &Source, draft: &Draft<'_>) -> Vec<(usize, Hint)> {
    let text = draft.text.as_bytes();
    let begins = |at: usize| at == 0 || text.get(at - 1) == Some(&b'\n');
    source
        .lines
        .iter()
        .map(|line| {
            let start = line.range.start;
            (draft.map.out(start..start).start, line.hint)
        })
        .filter(|&(at, _)| draft.map.is_identity() || begins(at))
        .collect()
}
