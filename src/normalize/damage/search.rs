//! Reads a damaged place back: a beam search over the ways in which the bytes may have
//! been parted.
//!
//! Wherever the converter cut the bytes, reading goes on one byte off. A path of the search
//! is either *aligned*, when characters stand as they were written, or *pending*: it holds
//! the lead byte of a character whose trail byte is the first byte of the next character on
//! the page.

use std::f32::consts::LN_2;
use std::ops::{Range, RangeInclusive};

use super::gbk::{Cells, DROPPED, ascii, full_width, is_dropped, is_lead, is_trail};
use super::model::{After, Model};
use crate::normalize::pinyin::{self, Annotated, Syllable};

/// Paths kept at each place.
const BEAM: usize = 64;

/// Paths that fall this far behind the best one (natural logarithm) are given up.
const HOPELESS: f32 = 12.0;

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

/// How far behind the best pending path one may be to be tried with a dropped character.
const DROP_REACH: f32 = 8.0;

/// What the weighing of words at the end may make up for.
const WORDS: f32 = 4.0;

/// Look-ups in the model for one place.
const LIMIT: usize = 1_000_000;

/// Characters that must stand aligned behind a place before it is closed, so that the
/// model sees how it joins what follows.
const JOIN: usize = 3;

/// Longest place in characters; a longer one is given up.
const LONGEST: usize = 72;

/// For a reading behind a character that has another one, or none where the page always
/// has one.
const MISFIT: f32 = -6.0;

/// For a reading of a character that the page annotates nowhere else.
const UNLISTED: f32 = -3.0;

/// For a bracket or quotation mark that has no partner in the line.
const UNPAIRED: f32 = -5.0;

/// For taking a `?` as the document's own.
const OWN: f32 = -1.0;

/// For the indent of a paragraph.
const INDENTED: f32 = -1.0;

/// For an ASCII character or a line break that was swallowed.
const SWALLOWED: f32 = -8.0;

/// Ways to read a place that are weighed against each other at the end.
const FINALISTS: usize = 48;

/// Best ways to read a place, all of which it must cover.
const LEADERS: usize = 5;

/// Different readings kept at the end.
const READINGS: usize = 16;

/// One piece of a page around a damaged place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Char(char),
    /// `?`
    Lost,
    /// `?jì)`: the opening bracket went with the byte before it.
    Swallowed(Syllable),
    /// `(jì)`
    Note(Syllable),
}

/// A token and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) token: Token,
    pub(super) range: Range<usize>,
    /// The bytes of its character as the converter wrote it.
    bytes: Option<[u8; 2]>,
}

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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Holds the last byte, which may be the first one of a pair that was annotated.
    Aligned(u8),
    /// Holds the lead byte of the character that comes next.
    Pending(u8),
}

#[derive(Debug, Clone, Copy)]
struct Path {
    score: f32,
    state: State,
    /// The last character, folded.
    before: u16,
    /// The last character that stands on the page, or was put together: the one that a
    /// reading behind it must fit.
    noted: char,
    /// Index of the last character in the arena.
    node: u32,
    /// Characters read.
    depth: u16,
    /// Token from which on the path is aligned for good.
    since: u16,
    lossy: bool,
    /// The character before the pending byte was dropped.
    dropped: bool,
    /// Characters dropped so far.
    drops: u8,
    /// Characters not yet in the arena.
    fresh: [Option<char>; 2],
}

impl Path {
    /// Whether what follows costs both paths the same.
    fn goes_on_like(&self, other: &Self) -> bool {
        self.before == other.before
            && self.state == other.state
            && self.noted == other.noted
            && self.dropped == other.dropped
    }
}

/// A character that a path read.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    /// Index of the character before it.
    before: u32,
    character: char,
    /// The token where it was read, and the score of the path there.
    at: u16,
    score: f32,
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

/// Splits the page from byte `from` on into at most `LONGEST` tokens.
pub(super) fn pieces(cells: &Cells, text: &str, from: usize) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = from;
    while pieces.len() < LONGEST
        && let Some(character) = text[at..].chars().next()
    {
        let inner = at + character.len_utf8();
        let (token, end) = if let Some((syllable, end)) = swallowed(text, at) {
            (Token::Swallowed(syllable), end)
        } else if let Some((syllable, range)) =
            pinyin::read_bracket(text, inner).filter(|(syllable, _)| syllable.is_known())
        {
            (Token::Note(syllable), range.end)
        } else if character == '?' {
            (Token::Lost, inner)
        } else {
            (Token::Char(character), inner)
        };
        let bytes = match token {
            Token::Char(character) => cells.encode(wide(character)),
            _ => None,
        };
        pieces.push(Piece {
            token,
            range: at..end,
            bytes,
        });
        at = end;
    }
    pieces
}

/// A character in full width.
fn wide(character: char) -> char {
    full_width(character).unwrap_or(character)
}

/// Reads `?jì)` at byte `at`.
pub(super) fn swallowed(text: &str, at: usize) -> Option<(Syllable, usize)> {
    let rest = text[at..].strip_prefix('?')?;
    let (syllable, length) = Syllable::read(rest)?;
    let known = rest[length..].starts_with(')') && syllable.is_known();
    known.then_some((syllable, at + 1 + length + 1))
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

    fn go_on(&mut self, at: usize, path: &Path, after: &After<'_>) {
        let token = self.pieces[at].token;
        match (path.state, token) {
            (State::Aligned(_), Token::Char(character)) => {
                self.keep(at, path, character, after)
            }
            (State::Aligned(_), Token::Lost) => {
                self.keep(at, path, '?', after);
                self.cut(at, path, after);
            }
            (State::Aligned(tail), Token::Swallowed(syllable)) => {
                self.part(at, path, tail, syllable);
            }
            (_, Token::Note(syllable)) => self.pass_note(at, path, syllable),
            (State::Pending(lead), Token::Char(character)) => {
                self.shift(at, path, lead, (character, self.pieces[at].bytes), after);
            }
            (State::Pending(lead), Token::Lost) => self.complete(at, path, lead, after),
            (State::Pending(lead), Token::Swallowed(syllable)) => {
                self.complete_noted(at, path, lead, syllable, after);
            }
        }
    }

    /// Takes a character of the page as it stands.
    fn keep(&mut self, at: usize, path: &Path, character: char, after: &After<'_>) {
        let own = if character == '?' { OWN } else { 0.0 };
        let next = Path {
            state: State::Aligned(self.tail(character)),
            score: path.score + own,
            ..*path
        };
        self.read(at + 1, &next, character, after);
    }

    /// Passes over `(reading)`.
    fn pass_note(&mut self, at: usize, path: &Path, syllable: Syllable) {
        let fits = pinyin::is_read(path.noted, syllable);
        let aligned = matches!(path.state, State::Aligned(_));
        if fits || aligned {
            let mut next = *path;
            next.score += if fits { 0.0 } else { MISFIT };
            self.beams[at + 1].push(next);
        }
    }

    /// `?` and a mark: junk was put before two bytes that looked like the mark, and its
    /// first byte belongs to the character whose lead byte is lost.
    fn cut(&mut self, at: usize, path: &Path, after: &After<'_>) {
        let Some([first, second]) = self.mark(at + 1) else {
            return;
        };
        let next = Path {
            state: State::Pending(second),
            ..*path
        };
        if self.is_hopeless(at + 2, &next, after) {
            return;
        }
        for lead in 0x81..=0xFE {
            if let Some(character) = self.admitted(lead, first) {
                self.read(at + 2, &next, character, after);
            }
        }
        self.indent(at, &next, first);
    }

    /// The indent of a paragraph, which the model knows nothing of: `　（一）` → `?。ㄒ唬`.
    fn indent(&mut self, at: usize, path: &Path, tail: u8) {
        let fold = |character| self.page.cells.fold(character);
        let opens_line =
            path.depth == 0 && [fold('\n'), fold('\u{3000}')].contains(&path.before);
        let bytes = self.page.cells.encode('\u{3000}');
        if opens_line && bytes.is_some_and(|[_, second]| second == tail) {
            let mut next = self.with_score(path, '\u{3000}', INDENTED);
            next.before = fold('\n');
            self.push(at + 2, next);
        }
    }

    /// `?jì)` where reading is aligned: the pair of the last byte and the lost lead byte was
    /// annotated.
    fn part(&mut self, at: usize, path: &Path, tail: u8, syllable: Syllable) {
        for character in pinyin::characters(syllable) {
            if let Some([first, lead]) = self.page.cells.encode(character)
                && first == tail
                && is_lead(lead)
            {
                let next = Path {
                    state: State::Pending(lead),
                    score: path.score + self.listing(character),
                    ..*path
                };
                self.beams[at + 1].push(next);
            }
        }
    }

    /// Joins the pending byte with the first byte of a character of the page.
    fn shift(
        &mut self,
        at: usize,
        path: &Path,
        lead: u8,
        (character, bytes): (char, Option<[u8; 2]>),
        after: &After<'_>,
    ) {
        if character.is_ascii() {
            self.end(at, path, lead, character as u8, after);
        }
        let Some([first, second]) = bytes else {
            return;
        };
        let Some(read) = self.admitted(lead, first) else {
            return;
        };
        if is_lead(second) {
            let next = Path {
                state: State::Pending(second),
                noted: wide(character),
                ..*path
            };
            self.read(at + 1, &next, read, after);
        } else if (0x40..0x7F).contains(&second) {
            let next = self.aligned(at + 1, path, second);
            self.read_two(at + 1, &next, [read, char::from(second)], after);
        }
    }

    /// Joins the pending byte with an ASCII byte: the place is over.
    fn end(&mut self, at: usize, path: &Path, lead: u8, trail: u8, after: &After<'_>) {
        if !is_trail(trail) {
            return;
        }
        let Some(character) = self.allowed(lead, trail) else {
            return;
        };
        let noted = matches!(
            self.pieces.get(at + 1).map(|piece| piece.token),
            Some(Token::Note(_))
        );
        let mut next = self.aligned(at + 1, path, trail);
        next.noted = character;
        if !noted && self.page.annotated.is_listed(character) {
            next.score += MISFIT;
        }
        self.read(at + 1, &next, character, after);
    }

    /// `?` where a byte is pending: its partner stood at the end of a piece, or swallowed
    /// an ASCII character.
    fn complete(&mut self, at: usize, path: &Path, lead: u8, after: &After<'_>) {
        let question_mark = self.page.cells.encode('？');
        self.shift(at, path, lead, ('？', question_mark), after);
        let before_mark = self.mark(at + 1).is_some();
        let mut lossy = self.aligned(at + 1, path, 0);
        lossy.score += SWALLOWED;
        if !before_mark && (path.dropped || self.is_hopeless(at + 1, &lossy, after)) {
            self.complete_with(at, path, lead, 0x80..=0x80, after);
            return;
        }
        self.complete_with(at, path, lead, 0x80..=0xFE, after);
    }

    /// The same with a range of trail bytes.
    fn complete_with(
        &mut self,
        at: usize,
        path: &Path,
        lead: u8,
        trails: RangeInclusive<u8>,
        after: &After<'_>,
    ) {
        let before_mark = self.mark(at + 1).is_some();
        if self.is_hopeless(at + 1, path, after) {
            return;
        }
        for trail in trails {
            let Some(character) = self.admitted(lead, trail) else {
                continue;
            };
            let mut next = self.aligned(at + 1, path, trail);
            next.noted = character;
            if before_mark || trail == 0x80 {
                self.read(at + 1, &next, character, after);
            } else if !path.dropped {
                next.lossy = true;
                next.score += SWALLOWED;
                let mut next = self.with(&next, character, after);
                next.before = self.page.cells.fold('\n');
                next.fresh[1] = Some('?');
                next.depth += 1;
                self.push(at + 1, next);
            }
        }
    }

    /// `?jì)` where a byte is pending: the two bytes are the annotated character.
    fn complete_noted(
        &mut self,
        at: usize,
        path: &Path,
        lead: u8,
        syllable: Syllable,
        after: &After<'_>,
    ) {
        if self.read_so.as_ref().is_none_or(|(of, _)| *of != syllable) {
            self.read_so = Some((syllable, self.characters_read(syllable)));
        }
        let Some((_, characters)) = self.read_so.take() else {
            return;
        };
        let first = characters.partition_point(|(_, pair)| pair[0] < lead);
        let with_lead = characters[first..].iter();
        for &(character, [_, trail]) in with_lead.take_while(|(_, pair)| pair[0] == lead)
        {
            if trail >= 0x81 {
                let mut next = self.aligned(at + 1, path, trail);
                next.noted = character;
                next.score += self.listing(character);
                self.read(at + 1, &next, character, after);
            }
        }
        self.read_so = Some((syllable, characters));
    }

    /// The characters with a reading that the page's script has, with their bytes, by the
    /// first of them.
    fn characters_read(&self, syllable: Syllable) -> Vec<Written> {
        let cells = self.page.cells;
        let mut characters: Vec<Written> = pinyin::characters(syllable)
            .filter(|&character| !cells.is_simplified_only(character))
            .filter_map(|character| Some((character, cells.encode(character)?)))
            .collect();
        characters.sort_by_key(|(_, pair)| pair[0]);
        characters
    }

    /// Tries pairs of bytes that the crawl dropped before the next token.
    fn drop_characters(&mut self, at: usize, paths: &[Path], width: Width) {
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
        for second in 0x81..=0xFE {
            if self.work < self.limit && is_dropped(self.page.cells, first, second) {
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
        for &(second, character) in &joined {
            if is_dropped(self.page.cells, first, second) {
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
        for successor in after.successors() {
            let mut probability = None;
            for &[lead, first] in cells.written(successor.folded) {
                if is_dropped(cells, before, lead)
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

    /// Whether no character behind a path keeps it above the floor at a token.
    fn is_hopeless(&self, at: usize, path: &Path, after: &After<'_>) -> bool {
        path.score + after.best < self.floors[at]
    }

    fn after(&self, path: &Path) -> After<'s> {
        self.page.model.after(path.before)
    }

    fn with(&self, path: &Path, character: char, after: &After<'_>) -> Path {
        let score = after.score(self.page.cells.fold(character));
        self.with_score(path, character, score)
    }

    fn with_score(&self, path: &Path, character: char, score: f32) -> Path {
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

    fn read(&mut self, at: usize, path: &Path, character: char, after: &After<'_>) {
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

    fn read_two(&mut self, at: usize, path: &Path, two: [char; 2], after: &After<'_>) {
        self.work += 2;
        let first = self.with(path, two[0], after);
        let mut next = self.with(&first, two[1], &self.after(&first));
        next.fresh = two.map(Some);
        self.push(at, next);
    }

    fn push(&mut self, at: usize, path: Path) {
        if path.score >= self.floors[at] {
            self.beams[at].push(path);
        }
    }

    fn aligned(&self, since: usize, path: &Path, tail: u8) -> Path {
        Path {
            state: State::Aligned(tail),
            since: since as u16,
            ..*path
        }
    }

    /// The character of two bytes, when the page's script has it.
    fn allowed(&self, lead: u8, trail: u8) -> Option<char> {
        self.page.cells.traditional(lead, trail)
    }

    /// The same, when it also may stand without a reading.
    fn admitted(&self, lead: u8, trail: u8) -> Option<char> {
        self.allowed(lead, trail)
            .filter(|&character| !self.page.annotated.is_listed(character))
    }

    fn listing(&self, character: char) -> f32 {
        if self.page.annotated.is_listed(character) {
            0.0
        } else {
            UNLISTED
        }
    }

    /// The last byte of a character as it was written.
    fn tail(&self, character: char) -> u8 {
        let wide = if self.page.folded {
            full_width(character).unwrap_or(character)
        } else {
            character
        };
        self.page.cells.encode(wide).map_or(0, |[_, tail]| tail)
    }

    /// The bytes of the mark at a token, when it is one that junk is put before.
    fn mark(&self, at: usize) -> Option<[u8; 2]> {
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

    /// The different readings of the paths that have come to token `at`.
    fn finish(&mut self, at: usize) -> Option<Found> {
        let mut paths: Vec<Path> = std::mem::take(&mut self.beams[at])
            .into_iter()
            .filter(|path| matches!(path.state, State::Aligned(_)))
            .collect();
        best(&mut paths, FINALISTS);
        let end = paths.iter().take(LEADERS).map(|path| path.since).max()?;
        let mut end = usize::from(end);
        if end > 0
            && let Some(Token::Note(_)) = self.pieces.get(end).map(|piece| piece.token)
        {
            end += 1;
        }
        let rest = self.pieces[end..at]
            .iter()
            .filter(|piece| !matches!(piece.token, Token::Note(_)))
            .count();
        let start = self.pieces.first()?.range.start;
        let range = start
            ..end
                .checked_sub(1)
                .map_or(start, |last| self.pieces[last].range.end);
        let mut readings: Vec<Reading> = paths
            .iter()
            .filter(|path| usize::from(path.since) <= end)
            .map(|path| self.reading(path, rest))
            .collect();
        self.weigh_brackets(&range, &mut readings);
        self.weigh_words(&range, &mut readings);
        readings.sort_by(|a, b| b.score.total_cmp(&a.score));
        let mut seen = Vec::new();
        readings.retain(|reading| {
            let folded: Vec<u16> = reading
                .text
                .chars()
                .map(|c| self.page.cells.fold(c))
                .collect();
            let new = !seen.contains(&folded);
            seen.push(folded);
            new
        });
        readings.truncate(READINGS);
        Some(Found {
            range,
            readings,
            cut_short: self.work >= self.limit,
        })
    }

    /// What a path read, but for the last `rest` characters.
    fn reading(&self, path: &Path, rest: usize) -> Reading {
        let mut characters = Vec::with_capacity(usize::from(path.depth));
        let mut node = path.node as usize;
        while node != 0 {
            characters.push(self.arena[node].character);
            node = self.arena[node].before as usize;
        }
        let text = characters.iter().skip(rest).rev();
        let text = if self.page.folded {
            text.map(|&character| ascii(character)).collect()
        } else {
            text.collect()
        };
        Reading {
            text,
            score: path.score,
            lossy: path.lossy,
            dropped: usize::from(path.drops),
            unpaired: false,
        }
    }

    /// Adds how well a reading falls apart into words, together with its neighbours.
    fn weigh_words(&self, range: &Range<usize>, readings: &mut [Reading]) {
        let fold = |character| self.page.cells.fold(character);
        let text = self.page.text;
        let mut left = [' '; NEIGHBOURS];
        for character in
            super::sound_characters(&text[floor(text, range.start)..range.start])
        {
            left.rotate_left(1);
            left[NEIGHBOURS - 1] = character;
        }
        let right = super::sound_characters(&text[range.end..]).take(NEIGHBOURS);
        let right: Vec<u16> = right.map(fold).collect();
        for reading in readings {
            let left = left.iter().filter(|&&character| character != ' ');
            let mut folded: Vec<u16> = left.map(|&character| fold(character)).collect();
            folded.extend(reading.text.chars().map(fold));
            folded.extend(&right);
            reading.score += self.page.model.segment(&folded);
            reading.score += PHRASE * self.page.model.phrases(&folded) as f32;
            reading.score += LONELY * self.page.model.lonely(&folded) as f32;
        }
    }

    /// Takes off for brackets and quotation marks that a reading leaves without partner.
    fn weigh_brackets(&self, range: &Range<usize>, readings: &mut [Reading]) {
        let line = line_around(self.page.text, range);
        let left = &self.page.text[line.start..range.start];
        let right = &self.page.text[range.end..line.end];
        let (left_marks, right_marks) = (marks(left.chars()), marks(right.chars()));
        let near = left.chars().rev().take(SHORT_QUOTE_REACH);
        let near: Vec<char> = near.collect();
        let around = unpaired(left_marks.iter().chain(&right_marks).copied());
        for reading in readings {
            let own = marks(reading.text.chars());
            let marks = left_marks.iter().chain(&own).chain(&right_marks);
            let lonely = unpaired(marks.copied());
            reading.unpaired = lonely > around;
            reading.score += UNPAIRED * lonely as f32;
            let around = near.iter().rev().copied().chain(reading.text.chars());
            if ends_in_short_quote(around.chain(right.chars().take(SHORT_QUOTE_REACH))) {
                reading.score += SHORT_QUOTE;
            }
        }
    }
}

/// Bytes of a line that are looked at on either side for the partner of a bracket.
const LINE_REACH: usize = 600;

/// For three characters in a row that stand elsewhere on the page.
const PHRASE: f32 = 2.0;

/// For a character that was never seen next to either of its neighbours.
const LONELY: f32 = -4.0;

/// Characters on either side of a place that may make words with it.
const NEIGHBOURS: usize = 3;

/// Bytes that hold [`NEIGHBOURS`] characters and their readings.
const NEIGHBOUR_REACH: usize = 48;

/// A place a little before `at`.
fn floor(text: &str, at: usize) -> usize {
    let mut start = at.saturating_sub(NEIGHBOUR_REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    start
}

/// The line that a place stands in, or what of it lies near.
fn line_around(text: &str, range: &Range<usize>) -> Range<usize> {
    let mut start = range.start.saturating_sub(LINE_REACH);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    let mut end = (range.end + LINE_REACH).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let start = text[start..range.start]
        .rfind('\n')
        .map_or(start, |at| start + at + 1);
    let end = text[range.end..end]
        .find('\n')
        .map_or(end, |at| range.end + at);
    start..end
}

/// Brackets and quotation marks, opening and closing by turns.
const PAIRS: [char; 20] = [
    '“', '”', '‘', '’', '《', '》', '〈', '〉', '〔', '〕', '【', '】', '「', '」', '『',
    '』', '(', ')', '[', ']',
];

/// For a full stop inside quotation marks that hold a mere term: `“三。”底线` for
/// `“三保”底线`.
const SHORT_QUOTE: f32 = -6.0;

/// Characters of the longest term that is surely no sentence.
const TERM: usize = 4;

/// Characters on either side of a place that may make a short quotation with it.
const SHORT_QUOTE_REACH: usize = TERM + 2;

fn ends_in_short_quote(characters: impl Iterator<Item = char>) -> bool {
    let mut since_open = usize::MAX;
    let mut stopped = false;
    for character in characters {
        match character {
            '“' => since_open = 0,
            '”' if stopped && since_open <= TERM + 1 => return true,
            _ => since_open = since_open.saturating_add(1),
        }
        stopped = character == '。';
    }
    false
}

/// How many brackets and quotation marks have no partner, kind by kind.
fn unpaired(marks: impl Iterator<Item = u8>) -> usize {
    let mut open = [0usize; PAIRS.len() / 2];
    let mut lonely = 0;
    for mark in marks {
        let open = &mut open[usize::from(mark) / 2];
        if mark % 2 == 0 {
            *open += 1;
        } else if *open > 0 {
            *open -= 1;
        } else {
            lonely += 1;
        }
    }
    lonely + open.iter().sum::<usize>()
}

/// The brackets and quotation marks among characters, by their places in [`PAIRS`].
fn marks(characters: impl Iterator<Item = char>) -> Vec<u8> {
    characters
        .filter(|&character| !pinyin::is_han(character))
        .filter_map(|character| PAIRS.iter().position(|&mark| mark == ascii(character)))
        .map(|at| at as u8)
        .collect()
}

/// The next whole number above the binary logarithm of a positive number.
fn log2_at_most(number: f32) -> f32 {
    const EXPONENT: u32 = 23;
    const BIAS: i32 = 127;
    ((number.to_bits() >> EXPONENT) as i32 - BIAS + 1) as f32
}

/// Ways to go on that are remembered while paths are compared.
const LEADING: usize = 16;

/// Takes out the paths, best first, that fall more than `reach` behind one that goes on
/// the same way: whatever comes, they stay behind it.
fn leave_outdone(paths: &mut Vec<Path>, reach: f32) {
    let mut leading: Vec<Path> = Vec::with_capacity(LEADING);
    paths.retain(|path| {
        if let Some(other) = leading.iter().find(|other| other.goes_on_like(path)) {
            return path.score >= other.score - reach;
        }
        if leading.len() < LEADING {
            leading.push(*path);
        }
        true
    });
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

/// Keeps the best `count` paths, best first, and none that is hopeless.
fn best(paths: &mut Vec<Path>, count: usize) {
    if paths.len() > count {
        paths.select_nth_unstable_by(count, |a, b| b.score.total_cmp(&a.score));
        paths.truncate(count);
    }
    paths.sort_unstable_by(|a, b| b.score.total_cmp(&a.score));
    let top = paths.first().map_or(0.0, |path| path.score);
    paths.retain(|path| path.score >= top - HOPELESS);
}
