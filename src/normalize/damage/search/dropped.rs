//! Pairs of bytes that the crawl dropped without a trace.

use std::f32::consts::LN_2;

use super::path::{Path, State, best, leave_outdone};
use super::piece::Token;
use super::score::log2_at_most;
use super::{Search, Width};
use crate::normalize::damage::gbk::{DROPPED, is_lead};
use crate::normalize::damage::model::After;

/// How far behind the best pending path one may be to be tried with a dropped character.
const DROP_REACH: f32 = 8.0;

/// What the weighing of words at the end may make up for.
const WORDS: f32 = 4.0;

impl Search<'_> {
    /// Tries pairs of bytes that the crawl dropped before the next token.
    pub(super) fn drop_characters(&mut self, at: usize, paths: &[Path], width: Width) {
        if width.drops == 0 {
            return;
        }
        let pending = |path: &&Path| matches!(path.state, State::Pending(_));
        let Some(top) = paths
            .iter()
            .filter(pending)
            .map(|path| path.score)
            .reduce(f32::max)
        else {
            return;
        };
        let mut paths: Vec<Path> = paths
            .iter()
            .filter(pending)
            .filter(|path| path.score >= top - DROP_REACH)
            .copied()
            .collect();
        leave_outdone(&mut paths, WORDS);
        let mut read = Dropped::new(width.paths);
        for path in &paths {
            self.drop_known(at, path, &mut read);
        }
        for drop in 1..=width.drops {
            let mut dropped = read.best();
            for path in &mut dropped {
                self.settle(at, path);
                self.go_on_from_dropped(at, *path);
            }
            read = Dropped::new(width.paths);
            if drop < width.drops {
                for path in &dropped {
                    self.drop_unknown(at, path, &mut read);
                }
            }
        }
    }

    /// Goes on from a dropped pair, of which the state holds the first byte: the second one
    /// may be any that makes it a cell that is dropped.
    fn go_on_from_dropped(&mut self, at: usize, mut path: Path) {
        let State::Pending(first) = path.state else {
            return;
        };
        let after = self.after(&path);
        let is_read_on = !matches!(self.pieces[at].token, Token::Note(_));
        if is_read_on && self.is_hopeless(at + 1, &path, &after) {
            return;
        }
        path.dropped = true;
        if let Token::Char(character) = self.pieces[at].token
            && !character.is_ascii()
            && let Some([byte, lead]) = self.pieces[at].bytes
            && is_lead(lead)
        {
            self.shift_dropped(at, path, [first, byte, lead], &after);
            return;
        }
        let seconds = self.page.cells.dropped(first);
        for second in 0x81..=0xFE {
            if seconds.contains(second) && self.work < self.limit {
                path.state = State::Pending(second);
                self.go_on(at, &path, &after);
            }
        }
    }

    /// The same before a character of the page: what [`Search::shift`] does, for all
    /// second bytes at once.
    fn shift_dropped(
        &mut self,
        at: usize,
        mut path: Path,
        [first, byte, lead]: [u8; 3],
        after: &After<'_>,
    ) {
        if self.work >= self.limit {
            return;
        }
        if self.joined.0 != at {
            let admitted = |second| Some((second, self.admitted(second, byte)?));
            self.joined = (at, (0x81..=0xFE).filter_map(admitted).collect());
        }
        if let Token::Char(character) = self.pieces[at].token {
            path.noted = character;
        }
        path.state = State::Pending(lead);
        let (_, joined) = std::mem::take(&mut self.joined);
        let seconds = self.page.cells.dropped(first);
        for &(second, character) in &joined {
            if seconds.contains(second) {
                self.read(at + 1, &path, character, after);
            }
        }
        self.joined = (at, joined);
    }

    /// Joins the pending byte with the first byte of a dropped pair, which then stands in
    /// the state.
    fn drop_known(&mut self, at: usize, path: &Path, read: &mut Dropped) {
        let State::Pending(lead) = path.state else {
            return;
        };
        let after = self.after(path);
        if self.is_hopeless(at, path, &after) {
            return;
        }
        for first in DROPPED.into_iter().flatten() {
            if let Some(character) = self.admitted(lead, first) {
                let probability = after.probability(self.page.cells.fold(character));
                self.drop_one(at, path, (character, first), probability, read);
            }
        }
    }

    /// The same behind another dropped pair, of which only the first byte is known. Only
    /// characters that are known to follow are tried.
    fn drop_unknown(&mut self, at: usize, path: &Path, read: &mut Dropped) {
        let State::Pending(before) = path.state else {
            return;
        };
        let after = self.after(path);
        if self.is_hopeless(at, path, &after) {
            return;
        }
        let cells = self.page.cells;
        let leads = cells.dropped(before);
        // Most of them have bytes that begin no dropped pair.
        let written = after
            .successors()
            .filter(|successor| cells.is_written(successor.folded));
        for successor in written {
            let mut probability = None;
            for &[lead, first] in cells.written(successor.folded) {
                if leads.contains(lead)
                    && let Some(character) = self.admitted(lead, first)
                {
                    let probability = *probability
                        .get_or_insert_with(|| after.probability_of(&successor));
                    self.drop_one(at, path, (character, first), probability, read);
                }
            }
        }
    }

    /// Reads a character on the way to the dropped pair that begins with `first`.
    fn drop_one(
        &mut self,
        at: usize,
        path: &Path,
        (character, first): (char, u8),
        probability: f32,
        read: &mut Dropped,
    ) {
        self.work += 1;
        let floor = self.floors[at].max(read.floor);
        if path.score + log2_at_most(probability) * LN_2 < floor {
            return;
        }
        let next = Path {
            state: State::Pending(first),
            drops: path.drops + 1,
            ..*path
        };
        let next = self.with_score(&next, character, probability.ln());
        if next.score >= floor {
            read.push(next);
        }
    }
}

/// The paths that end in a dropped character, of which few are kept.
#[derive(Debug)]
struct Dropped {
    paths: Vec<Path>,
    /// How many are kept.
    count: usize,
    /// So many are better that one below this is not.
    floor: f32,
}

impl Dropped {
    /// Paths among which the best are looked for at once, for each that is kept.
    const ROUND: usize = 4;

    fn new(count: usize) -> Self {
        Self {
            paths: Vec::with_capacity(count * Self::ROUND),
            count,
            floor: f32::NEG_INFINITY,
        }
    }

    fn push(&mut self, path: Path) {
        self.paths.push(path);
        if self.paths.len() == self.count * Self::ROUND {
            best(&mut self.paths, self.count);
            if let Some(last) = self.paths.get(self.count - 1) {
                self.floor = last.score;
            }
        }
    }

    fn best(mut self) -> Vec<Path> {
        best(&mut self.paths, self.count);
        self.paths
    }
}
