//! Reads a damaged place back: a beam search over the ways in which the bytes may have
//! been parted.
//!
//! Wherever the converter cut the bytes, reading goes on one byte off. A path of the search
//! is either *aligned*, when characters stand as they were written, or *pending*: it holds
//! the lead byte of a character whose trail byte is the first byte of the next character on
//! the page.

mod dropped;
mod finish;
mod path;
mod piece;
mod score;
mod step;

use std::ops::Range;

use self::path::{Node, Path, State, best, leave_outdone};
pub(super) use self::piece::{Piece, Token, pieces, swallowed};
use super::gbk::Cells;
use super::model::Model;
use crate::normalize::pinyin::{Annotated, Syllable};

/// Paths kept at each place.
const BEAM: usize = 64;

/// How far below the best reading without dropped characters others are looked for.
const REACH: f32 = 7.0;

/// How widely a pass looks for dropped characters.
#[derive(Debug, Clone, Copy)]
struct Width {
    /// Paths kept that end in a dropped character.
    paths: usize,
    /// Dropped characters in a row; 政府 always drops two.
    drops: usize,
}

/// The passes, from narrow to wide.
const WIDTHS: [Width; 2] = [Width { paths: 0, drops: 0 }, Width { paths: 8, drops: 2 }];

/// Characters by which the best path is ahead of the others when they are compared with it.
const AHEAD: usize = 3;

/// Look-ups in the model for one place.
const LIMIT: usize = 250_000;

/// Characters that must stand aligned behind a place before it is closed, so that the
/// model sees how it joins what follows.
const JOIN: usize = 3;

/// What is known of the page.
#[derive(Debug)]
pub(super) struct Page<'p> {
    pub(super) text: &'p str,
    pub(super) cells: &'static Cells,
    pub(super) model: Model,
    pub(super) annotated: &'p Annotated,
    /// Full-width ASCII forms were folded: `；` stands as `;`.
    pub(super) folded: bool,
}

/// How a place may be read.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Reading {
    pub(super) text: String,
    pub(super) score: f32,
    /// A character of it is not known.
    pub(super) lossy: bool,
    /// Characters of it that left no trace on the page.
    pub(super) dropped: usize,
    /// It leaves a bracket or quotation mark without partner that had one without it, or
    /// brings one in.
    pub(super) unpaired: bool,
}

/// What the search found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// The damaged place.
    pub(super) range: Range<usize>,
    /// Different readings, best first; the page's own text may be one of them.
    pub(super) readings: Vec<Reading>,
    /// The search was cut short.
    pub(super) cut_short: bool,
}

/// A character and its bytes.
type Written = (char, [u8; 2]);

/// The search at one place.
#[derive(Debug)]
pub(super) struct Search<'s> {
    page: &'s Page<'s>,
    pieces: &'s [Piece],
    /// Characters read, behind a first node that holds none.
    arena: Vec<Node>,
    /// Paths by the token that they go on from.
    beams: Vec<Vec<Path>>,
    /// By token: paths below this score cannot come near the best reading any more.
    floors: Vec<f32>,
    /// By a lead byte, the characters that it makes with the first byte of a token, and
    /// that token.
    joined: (usize, Vec<(u8, char)>),
    /// The characters that the last swallowed reading may stand for.
    read_so: Option<(Syllable, Vec<Written>)>,
    /// Look-ups in the model so far, and how many there may be before no more dropped
    /// characters are tried.
    pub(super) work: usize,
    limit: usize,
}

impl<'s> Search<'s> {
    /// Begins at the first piece, behind `left`, the character before it.
    pub(super) fn new(page: &'s Page<'s>, pieces: &'s [Piece], left: char) -> Self {
        let mut search = Self {
            page,
            pieces,
            arena: vec![Node::default()],
            beams: vec![Vec::new(); pieces.len() + 1],
            floors: vec![f32::NEG_INFINITY; pieces.len() + 1],
            joined: (usize::MAX, Vec::new()),
            read_so: None,
            work: 0,
            limit: LIMIT,
        };
        let first = Path {
            score: 0.0,
            state: State::Aligned(search.tail(left)),
            before: page.cells.fold(left),
            noted: left,
            node: 0,
            depth: 0,
            since: 0,
            lossy: false,
            dropped: false,
            drops: 0,
            fresh: [None; 2],
        };
        search.beams[0].push(first);
        search
    }

    /// The readings of the place; `None` when the bytes fit none.
    ///
    /// Scores only fall from token to token. What a narrow search finds is therefore a
    /// floor for the wider and dearer one after it.
    pub(super) fn run(&mut self) -> Option<Found> {
        let first = self.beams[0].clone();
        let mut closed = None;
        for width in WIDTHS {
            self.beams.iter_mut().for_each(Vec::clear);
            self.beams[0].clone_from(&first);
            self.work = 0;
            closed = self.pass(width);
            if let Some(at) = closed {
                self.raise_floors(at);
            }
        }
        let at = closed?;
        self.finish(at)
    }

    /// Goes through the tokens to the one where the place is closed.
    fn pass(&mut self, width: Width) -> Option<usize> {
        for at in 0..=self.pieces.len() {
            self.prune(at);
            if self.is_closed(at) || at == self.pieces.len() {
                return Some(at);
            }
            let paths = std::mem::take(&mut self.beams[at]);
            for path in &paths {
                self.go_on(at, path, &self.after(path));
            }
            self.drop_characters(at, &paths, width);
        }
        None
    }

    /// Sets the floors from the best path that is aligned where the place was closed. What
    /// follows the place costs every path the same, and what comes next costs another path
    /// no more than it gains on the best one: ways meet again soon.
    fn raise_floors(&mut self, at: usize) {
        let aligned = |path: &&Path| matches!(path.state, State::Aligned(_));
        let Some(best) = self.beams[at].iter().find(aligned) else {
            return;
        };
        // What the best path had paid at each token.
        let mut scores = vec![0.0; at + 1];
        let (mut node, mut end) = (best.node as usize, at + 1);
        while node != 0 {
            let read = self.arena[node];
            let from = usize::from(read.at).min(end);
            scores[from..end].fill(read.score);
            (node, end) = (read.before as usize, from);
        }
        let since = usize::from(best.since);
        for token in 0..=at {
            let ahead = (token + AHEAD).min(token.max(since) + 1).min(at);
            self.floors[token] = self.floors[token].max(scores[ahead] - REACH);
        }
    }

    /// Keeps the best paths at a place and writes down what they read.
    fn prune(&mut self, at: usize) {
        let mut paths = std::mem::take(&mut self.beams[at]);
        best(&mut paths, BEAM);
        leave_outdone(&mut paths, REACH);
        for path in &mut paths {
            self.settle(at, path);
        }
        self.beams[at] = paths;
    }

    fn settle(&mut self, at: usize, path: &mut Path) {
        for character in std::mem::take(&mut path.fresh).into_iter().flatten() {
            self.arena.push(Node {
                before: path.node,
                character,
                at: at as u16,
                score: path.score,
            });
            path.node = (self.arena.len() - 1) as u32;
        }
    }

    /// Whether every path that is worth anything has been aligned for a while.
    fn is_closed(&self, at: usize) -> bool {
        let paths = &self.beams[at];
        at > JOIN
            && !paths.is_empty()
            && paths.iter().all(|path| {
                matches!(path.state, State::Aligned(_))
                    && usize::from(path.since) + JOIN <= at
            })
    }
}
