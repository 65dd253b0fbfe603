//! What a path may make of the next token.

use std::ops::RangeInclusive;

use super::path::{Path, State};
use super::piece::{Token, wide};
use super::{Search, Written};
use crate::normalize::damage::gbk::{is_lead, is_trail};
use crate::normalize::damage::model::After;
use crate::normalize::pinyin::{self, Syllable};

/// For a reading behind a character that has another one, or none where the page always
/// has one.
const MISFIT: f32 = -6.0;

/// For taking a `?` as the document's own.
const OWN: f32 = -1.0;

/// For the indent of a paragraph.
const INDENTED: f32 = -1.0;

/// For an ASCII character or a line break that was swallowed.
const SWALLOWED: f32 = -8.0;

impl Search<'_> {
    pub(super) fn go_on(&mut self, at: usize, path: &Path, after: &After<'_>) {
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
}
