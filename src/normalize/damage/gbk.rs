//! The two-byte cells of GBK (code page 936), as the content farms' converter knew them.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use crate::lexicon::rows;

/// First and last lead byte.
const LEADS: (u8, u8) = (0x81, 0xFE);
/// First and last trail byte; 0x7F is none.
const TRAILS: (u8, u8) = (0x40, 0xFE);
const COLUMNS: usize = (TRAILS.1 - TRAILS.0) as usize + 1;
const CELL_COUNT: usize = (LEADS.1 - LEADS.0 + 1) as usize * COLUMNS;

/// The full-width space (U+3000).
const WIDE_SPACE: u16 = 0x3000;

/// Distance from a full-width form to its ASCII character.
const FOLD: u32 = 0xFEE0;

/// The cells, both ways, and how characters fold for the model.
#[derive(Debug)]
pub(super) struct Cells {
    /// The character of a cell, or 0 where the cell is free or the user's own.
    characters: Box<[u16]>,
    /// The same, but 0 too where the character stands in simplified text only.
    traditional: Box<[u16]>,
    /// The bytes of a character, or 0.
    bytes: Box<[u16]>,
    /// The character that the model knows it by.
    folded: Box<[u16]>,
    /// Characters that stand in simplified text only.
    simplified_only: Box<[bool]>,
    /// The bytes of the characters of traditional text whose last byte may begin a
    /// dropped pair, ordered by folded character.
    written: Vec<[u8; 2]>,
    /// By lead byte, a bit for every trail byte with which it is dropped.
    dropped: Box<[[u64; 4]; 256]>,
    /// Where those of each folded character begin in `written`.
    written_from: Box<[u16]>,
    /// The folded characters that have any.
    is_written: Box<[bool]>,
}

static CELLS: LazyLock<Cells> = LazyLock::new(Cells::new);

const PLANE: usize = 1 << 16;

impl Cells {
    fn new() -> Self {
        let mut cells = Self {
            characters: vec![0; CELL_COUNT].into(),
            traditional: vec![0; CELL_COUNT].into(),
            bytes: vec![0; PLANE].into(),
            folded: (0..=u16::MAX).collect(),
            simplified_only: vec![false; PLANE].into(),
            written: Vec::new(),
            dropped: Box::new([[0; 4]; 256]),
            written_from: vec![0; PLANE + 1].into(),
            is_written: vec![false; PLANE].into(),
        };
        for lead in LEADS.0..=LEADS.1 {
            cells.add_row(lead);
        }
        cells.fold_characters();
        cells.index();
        cells
    }

    fn index(&mut self) {
        for lead in LEADS.0..=LEADS.1 {
            for trail in (TRAILS.0..=TRAILS.1).filter(|&trail| is_trail(trail)) {
                if self.characters[cell(lead, trail)] == 0 {
                    let trails = &mut self.dropped[usize::from(lead)];
                    trails[usize::from(trail) / 64] |= 1 << (trail % 64);
                }
            }
        }
        let mut written: Vec<(u16, u16)> = Vec::with_capacity(CELL_COUNT);
        for (at, &code) in self.characters.iter().enumerate() {
            if code != 0 && !self.simplified_only[usize::from(code)] {
                self.traditional[at] = code;
                let bytes = self.bytes[usize::from(code)];
                if at == cell_of(bytes) && begins_dropped(bytes.to_be_bytes()[1]) {
                    written.push((self.folded[usize::from(code)], bytes));
                }
            }
        }
        for &(folded, _) in &written {
            self.is_written[usize::from(folded)] = true;
            self.written_from[usize::from(folded) + 1] += 1;
        }
        for code in 0..PLANE {
            self.written_from[code + 1] += self.written_from[code];
        }
        // Cells come in the order of their bytes, and each goes behind those before it.
        let mut next = self.written_from.clone();
        self.written = vec![[0; 2]; written.len()];
        for (folded, bytes) in written {
            let next = &mut next[usize::from(folded)];
            self.written[usize::from(*next)] = bytes.to_be_bytes();
            *next += 1;
        }
    }

    /// Adds the cells of a lead byte, decoded all at once with a line break behind each.
    fn add_row(&mut self, lead: u8) {
        let pairs: Vec<u8> = (TRAILS.0..=TRAILS.1)
            .flat_map(|trail| [lead, trail, b'\n'])
            .collect();
        let (decoded, _) = encoding_rs::GBK.decode_without_bom_handling(&pairs);
        for (trail, text) in (TRAILS.0..=TRAILS.1).zip(decoded.split('\n')) {
            if let Some(character) = single(text).filter(|&c| c != '\u{FFFD}') {
                self.add([lead, trail], character);
            }
        }
    }

    fn add(&mut self, pair: [u8; 2], character: char) {
        let [lead, trail] = pair;
        if is_users_own(lead, trail) || matches!(character, '\u{E000}'..='\u{F8FF}') {
            return;
        }
        let code = character as u16;
        self.characters[cell(lead, trail)] = code;
        if self.bytes[usize::from(code)] == 0 {
            self.bytes[usize::from(code)] = u16::from_be_bytes(pair);
        }
    }

    fn fold_characters(&mut self) {
        for row in rows(include_str!("../../lexicon/t2s_characters.tsv")) {
            let [from, to, told] = row.cells();
            let (Some(from), Some(to)) = (plane(from), plane(to)) else {
                continue;
            };
            self.folded[usize::from(from)] = to;
            if told.contains('s') {
                self.simplified_only[usize::from(to)] = true;
            }
        }
        for character in ('\0'..='\u{7F}').chain('\u{FF00}'..='\u{FF5F}') {
            let folded = match ascii(character) {
                '\r' => '\n',
                '0'..='9' => '0',
                'a'..='z' | 'A'..='Z' => 'A',
                other => other,
            };
            self.folded[character as usize] = folded as u16;
        }
        self.folded[usize::from(WIDE_SPACE)] = u16::from(b' ');
    }

    pub(super) fn get() -> &'static Self {
        &CELLS
    }

    /// The character of two bytes.
    #[cfg(test)]
    pub(super) fn decode(&self, lead: u8, trail: u8) -> Option<char> {
        if lead < LEADS.0 || lead > LEADS.1 || trail < TRAILS.0 || trail > TRAILS.1 {
            return None;
        }
        match self.characters[cell(lead, trail)] {
            0 => None,
            code => char::from_u32(u32::from(code)),
        }
    }

    /// The character of two bytes that traditional text may have; the lead byte is one.
    pub(super) fn traditional(&self, lead: u8, trail: u8) -> Option<char> {
        if lead < LEADS.0 || lead > LEADS.1 || trail < TRAILS.0 || trail > TRAILS.1 {
            return None;
        }
        match self.traditional[cell(lead, trail)] {
            0 => None,
            code => char::from_u32(u32::from(code)),
        }
    }

    /// The two bytes of a character.
    pub(super) fn encode(&self, character: char) -> Option<[u8; 2]> {
        match self.bytes.get(character as usize) {
            None | Some(0) => None,
            Some(pair) => Some(pair.to_be_bytes()),
        }
    }

    /// The character that stands for this one in the model: simplified, half-width, one
    /// digit and one letter for all.
    pub(super) fn fold(&self, character: char) -> u16 {
        self.folded
            .get(character as usize)
            .copied()
            .unwrap_or_default()
    }

    /// The bytes that a folded character may be written with in traditional text, where
    /// the last one may begin a dropped pair.
    pub(super) fn written(&self, folded: u16) -> &[[u8; 2]] {
        let at = usize::from(folded);
        let range = self.written_from[at]..self.written_from[at + 1];
        &self.written[usize::from(range.start)..usize::from(range.end)]
    }

    /// Whether [`Cells::written`] has any for a folded character.
    pub(super) fn is_written(&self, folded: u16) -> bool {
        self.is_written[usize::from(folded)]
    }

    /// The trail bytes with which a lead byte makes a cell that a decoder fills with a
    /// private-use character, or with none: a crawl drops it.
    pub(super) fn dropped(&self, lead: u8) -> Trails<'_> {
        Trails(&self.dropped[usize::from(lead)])
    }

    /// Whether a character stands in simplified text only.
    pub(super) fn is_simplified_only(&self, character: char) -> bool {
        self.simplified_only
            .get(character as usize)
            .copied()
            .unwrap_or_default()
    }
}

/// Trail bytes, a bit each.
#[derive(Debug, Clone, Copy)]
pub(super) struct Trails<'c>(&'c [u64; 4]);

impl Trails<'_> {
    pub(super) fn contains(self, trail: u8) -> bool {
        self.0[usize::from(trail) / 64] >> (trail % 64) & 1 == 1
    }
}

/// First bytes of the cells of the user-defined areas: what a crawl drops begins with one.
pub(super) const DROPPED: [RangeInclusive<u8>; 3] =
    [0xA1..=0xA7, 0xAA..=0xAF, 0xF8..=0xFE];

fn begins_dropped(byte: u8) -> bool {
    DROPPED.iter().any(|range| range.contains(&byte))
}

pub(super) fn is_lead(byte: u8) -> bool {
    (LEADS.0..=LEADS.1).contains(&byte)
}

pub(super) fn is_trail(byte: u8) -> bool {
    (TRAILS.0..=TRAILS.1).contains(&byte) && byte != 0x7F
}

/// The half-width form of a full-width character, and any other as it is.
pub(super) fn ascii(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => {
            char::from_u32(character as u32 - FOLD).unwrap_or(character)
        }
        '\u{3000}' => ' ',
        _ => character,
    }
}

/// The full-width form of a half-width character.
pub(super) fn full_width(character: char) -> Option<char> {
    match character {
        '!'..='~' => char::from_u32(character as u32 + FOLD),
        ' ' => Some('\u{3000}'),
        _ => None,
    }
}

/// The user-defined areas of GBK.
fn is_users_own(lead: u8, trail: u8) -> bool {
    (matches!(lead, 0xAA..=0xAF | 0xF8..=0xFE) && trail >= 0xA1)
        || (matches!(lead, 0xA1..=0xA7) && trail <= 0xA0)
}

fn cell(lead: u8, trail: u8) -> usize {
    usize::from(lead - LEADS.0) * COLUMNS + usize::from(trail - TRAILS.0)
}

fn cell_of(pair: u16) -> usize {
    let [lead, trail] = pair.to_be_bytes();
    cell(lead, trail)
}

fn single(text: &str) -> Option<char> {
    let mut characters = text.chars();
    let first = characters.next()?;
    (characters.next().is_none() && (first as usize) < PLANE).then_some(first)
}

fn plane(cell: &str) -> Option<u16> {
    single(cell).map(|character| character as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_those_of_code_page_936() {
        let cells = Cells::get();
        for (bytes, character) in [
            ([0xD3, 0x8B], Some('計')),
            ([0x84, 0xD3], Some('動')),
            ([0xA3, 0xBF], Some('？')),
            ([0xA1, 0xA3], Some('。')),
            ([0xAC, 0xBC], None),
            ([0xFA, 0xC5], None),
            ([0xB5, 0x28], None),
        ] {
            assert_eq!(cells.decode(bytes[0], bytes[1]), character, "{bytes:?}");
            if let Some(character) = character {
                assert_eq!(cells.encode(character), Some(bytes));
            }
        }
        assert!(cells.dropped(0xAC).contains(0xBC));
        assert!(!cells.dropped(0xD3).contains(0x8B));
        assert!(!cells.dropped(0xB5).contains(0x28));
    }

    #[test]
    fn characters_fold_for_the_model() {
        let cells = Cells::get();
        for (from, to) in [
            ('醫', '医'),
            ('医', '医'),
            ('，', ','),
            ('Ｂ', 'A'),
            ('7', '0'),
            ('\r', '\n'),
        ] {
            assert_eq!(cells.fold(from), to as u16, "{from}");
        }
        assert!(cells.is_simplified_only('医'));
        assert!(!cells.is_simplified_only('后'));
        assert!(!cells.is_simplified_only('于'));
        assert_eq!(cells.written('医' as u16), [[0; 2]; 0]);
        assert_eq!(cells.written('府' as u16), [[0xB8, 0xAE]]);
    }
}
