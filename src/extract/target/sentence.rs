//! The sentences of a line, each with what the ones before it say.

use std::cell::OnceCell;

use super::told::{Told, Word};
use super::{clause, told};
use crate::lexicon::mark;

/// A sentence of a line, or a part of one that ends in a semicolon.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    pub(super) start: usize,
    pub(super) end: usize,
    /// What the last clear word before it in the line says.
    pub(super) before: Option<Told>,
    /// Whether a part before it, parted by a semicolon, has a verb that governs it too:
    /// 计划接待20万人；收入5亿元.
    pub(super) governed: bool,
    /// What it says by words that are not clear, once it was asked for.
    pub(super) hints: OnceCell<Hints>,
}

/// What the words of a sentence say that are not clear.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hints {
    pub(super) done: bool,
    pub(super) planned: bool,
}

/// Bytes of a sentence at most, so that a line without full stops takes no more time than any
/// other.
pub(super) const LONGEST: usize = 3000;

/// Where the sentence ends that begins at a place.
fn sentence_end(line: &str, start: usize) -> usize {
    let mut longest = line.len().min(start + LONGEST);
    while !line.is_char_boundary(longest) {
        longest -= 1;
    }
    let length = line[start..longest].find(clause::ends_sentence);
    length.map_or(longest, |length| start + length)
}

/// What a clause says of the sentences behind its own.
fn carried(clause: &str) -> Option<Told> {
    let mut told = None;
    for word in told::words(clause) {
        match word {
            Word::FromNow => told = Some(Told::Planned),
            Word::Clear(Told::Done) => told = Some(Told::Done),
            // 力争成效显著
            Word::Clear(Told::Planned) => return None,
            _ => {}
        }
    }
    told
}

/// The sentences of a line, each with what the ones before it say.
pub(super) fn sentences(line: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let (mut before, mut governed) = (None, false);
    let mut start = 0;
    loop {
        let end = sentence_end(line, start);
        sentences.push(Sentence {
            start,
            end,
            before,
            governed,
            hints: OnceCell::new(),
        });
        let Some(sign) = line[end..].chars().next() else {
            return sentences;
        };
        let text = &line[start..end];
        before = text.rsplit(CLAUSES).find_map(carried).or(before);
        governed = !matches!(sign, '。' | '！' | '？') && (governed || governs(text));
        let sign = if clause::ends_sentence(sign) {
            sign.len_utf8()
        } else {
            0
        };
        start = end + sign;
    }
}

/// Whether a part of a sentence plans what the parts behind it say too.
fn governs(text: &str) -> bool {
    mark::PLAN_VERB.is_in(text)
        || told::words(text).any(|word| word == Word::Clear(Told::Planned))
}

/// What parts the clauses of a sentence.
pub(super) const CLAUSES: &[char] = &['，', ',', '：', ':'];
