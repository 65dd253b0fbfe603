//! What a step costs, and which characters it may read.

use std::f32::consts::LN_2;

use super::Search;
use super::path::{Path, State};
use super::piece::Token;
use crate::normalize::damage::gbk::full_width;
use crate::normalize::damage::model::After;

/// For a reading of a character that the page annotates nowhere else.
const UNLISTED: f32 = -3.0;

/// The next whole number above the binary logarithm of a positive number.
pub(super) fn log2_at_most(number: f32) -> f32 {
    const EXPONENT: u32 = 23;
    const BIAS: i32 = 127;
    ((number.to_bits() >> EXPONENT) as i32 - BIAS + 1) as f32
}

impl<'s> Search<'s> {
    /// Whether no character behind a path keeps it above the floor at a token.
    pub(super) fn is_hopeless(&self, at: usize, path: &Path, after: &After<'_>) -> bool {
        path.score + after.best < self.floors[at]
    }

    pub(super) fn after(&self, path: &Path) -> After<'s> {
        self.page.model.after(path.before)
    }

    pub(super) fn with(&self, path: &Path, character: char, after: &After<'_>) -> Path {
        let score = after.score(self.page.cells.fold(character));
        self.with_score(path, character, score)
    }

    pub(super) fn with_score(&self, path: &Path, character: char, score: f32) -> Path {
        let mut next = *path;
        next.score += score;
        next.before = self.page.cells.fold(character);
        next.depth += 1;
        next.dropped = false;
        next.fresh = [Some(character), None];
        if let State::Aligned(_) = next.state {
            next.noted = character;
        }
        next
    }

    pub(super) fn read(
        &mut self,
        at: usize,
        path: &Path,
        character: char,
        after: &After<'_>,
    ) {
        self.work += 1;
        if self.is_hopeless(at, path, after) {
            return;
        }
        let probability = after.probability(self.page.cells.fold(character));
        // A logarithm is dear, and most characters are less likely than any sensible one.
        let score = path.score + log2_at_most(probability) * LN_2;
        if score >= self.floors[at] {
            let next = self.with_score(path, character, probability.ln());
            self.push(at, next);
        }
    }

    pub(super) fn read_two(
        &mut self,
        at: usize,
        path: &Path,
        two: [char; 2],
        after: &After<'_>,
    ) {
        self.work += 2;
        let first = self.with(path, two[0], after);
        let mut next = self.with(&first, two[1], &self.after(&first));
        next.fresh = two.map(Some);
        self.push(at, next);
    }

    pub(super) fn push(&mut self, at: usize, path: Path) {
        if path.score >= self.floors[at] {
            self.beams[at].push(path);
        }
    }

    pub(super) fn aligned(&self, since: usize, path: &Path, tail: u8) -> Path {
        Path {
            state: State::Aligned(tail),
            since: since as u16,
            ..*path
        }
    }

    /// The character of two bytes, when the page's script has it.
    pub(super) fn allowed(&self, lead: u8, trail: u8) -> Option<char> {
        self.page.cells.traditional(lead, trail)
    }

    /// The same, when it also may stand without a reading.
    pub(super) fn admitted(&self, lead: u8, trail: u8) -> Option<char> {
        self.allowed(lead, trail)
            .filter(|&character| !self.page.annotated.is_listed(character))
    }

    pub(super) fn listing(&self, character: char) -> f32 {
        if self.page.annotated.is_listed(character) {
            0.0
        } else {
            UNLISTED
        }
    }

    /// The last byte of a character as it was written.
    pub(super) fn tail(&self, character: char) -> u8 {
        let wide = if self.page.folded {
            full_width(character).unwrap_or(character)
        } else {
            character
        };
        self.page.cells.encode(wide).map_or(0, |[_, tail]| tail)
    }

    /// The bytes of the mark at a token, when it is one that junk is put before.
    pub(super) fn mark(&self, at: usize) -> Option<[u8; 2]> {
        let character = match self.pieces.get(at)?.token {
            Token::Char(character) => character,
            Token::Lost => '？',
            _ => return None,
        };
        let wide = match character {
            '，' | '；' | '？' | '！' | '。' | '、' => character,
            ',' | ';' | '!' => full_width(character)?,
            _ => return None,
        };
        self.page.cells.encode(wide)
    }
}
