//! A damaged place and what follows it, cut into tokens.

use std::ops::Range;

use crate::normalize::damage::gbk::{Cells, full_width};
use crate::normalize::pinyin::{self, Syllable};

/// Longest place in characters; a longer one is given up.
const LONGEST: usize = 72;

/// One piece of a page around a damaged place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::normalize::damage) enum Token {
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
pub(in crate::normalize::damage) struct Piece {
    pub(in crate::normalize::damage) token: Token,
    pub(in crate::normalize::damage) range: Range<usize>,
    /// The bytes of its character as the converter wrote it.
    pub(super) bytes: Option<[u8; 2]>,
}

/// Splits the page from byte `from` on into at most `LONGEST` tokens.
pub(in crate::normalize::damage) fn pieces(
    cells: &Cells,
    text: &str,
    from: usize,
) -> Vec<Piece> {
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
pub(super) fn wide(character: char) -> char {
    full_width(character).unwrap_or(character)
}

/// Reads `?jì)` at byte `at`.
pub(in crate::normalize::damage) fn swallowed(
    text: &str,
    at: usize,
) -> Option<(Syllable, usize)> {
    let rest = text[at..].strip_prefix('?')?;
    let (syllable, length) = Syllable::read(rest)?;
    let known = rest[length..].starts_with(')') && syllable.is_known();
    known.then_some((syllable, at + 1 + length + 1))
}
