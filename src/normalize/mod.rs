//! Stage 2: [`Source`] → [`Text`], the same words with annotations, damage, script and
//! width put right, and the map back.

mod pinyin;
mod script;

pub(crate) use script::simplify;

use std::borrow::Cow;

use crate::document::{Repair, Script};
use crate::read::{Hint, Source};
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

impl Draft<'_> {
    /// Takes a step: `rewrite` returns the text after it and the map to the text before.
    fn step(&mut self, rewrite: impl FnOnce(&str) -> (Cow<'_, str>, OffsetMap)) {
        let (text, later) = rewrite(&self.text);
        let Cow::Owned(text) = text else { return };
        for repair in &mut self.repairs {
            repair.span = later.out(repair.span.range()).into();
        }
        self.map = std::mem::take(&mut self.map).then(&later);
        self.text = Cow::Owned(text);
    }
}

/// Normalises a source; `keep_traditional` leaves the script alone.
pub(crate) fn normalize(source: &Source, keep_traditional: bool) -> Text<'_> {
    let mut draft = Draft {
        text: Cow::Borrowed(&source.text),
        map: OffsetMap::default(),
        repairs: Vec::new(),
    };
    draft.step(pinyin::strip);
    let script = script::script(&draft.text);
    if script != Script::Simplified && !keep_traditional {
        draft.step(script::simplify);
    }
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
