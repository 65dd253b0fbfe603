//! How likely one character is after another: a table of official prose, and the page
//! itself.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use super::gbk::Cells;

/// Weight of the page's own pairs against the table's. A page repeats its terms.
const PAGE_WEIGHT: f32 = 0.3;

/// What is taken from every count for the pairs never seen (absolute discounting).
const DISCOUNT: f32 = 0.6;

/// Probability of a character that neither the table nor the page has.
const UNSEEN: f32 = 1e-8;

/// Counts in the table are `exp(level / LEVELS)` for pairs and `exp(level / SINGLES)` for
/// characters.
const LEVELS: f32 = 1.5;
const SINGLES: f32 = 16.0;

/// Frequencies of words in the table are `exp(level * WORD_STEP)`.
const WORD_STEP: f32 = 0.75;

/// Characters of the longest word of the table.
const LONGEST_WORD: usize = 4;

/// Three characters of 16 bits.
const PHRASE: u64 = (1 << 48) - 1;

/// For a character that is no word by itself.
const NO_WORD: f32 = -16.0;

/// For a mark, a digit or a letter.
const OTHER: f32 = -4.0;

/// The dash (破折号), which two characters make up.
const DASH: &[u16] = &['—' as u16, '—' as u16];

/// The table of pairs.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// Row of a character, plus one; 0 for none.
    rows: Vec<u16>,
    /// The character of each row.
    characters: Vec<u16>,
    /// Share of each character in all text, by row.
    shares: Vec<f32>,
    /// Where each row's successors begin in `successors`.
    starts: Vec<u32>,
    /// Rows of the successors, ascending in each row, with their counts.
    successors: Vec<(u16, f32)>,
    /// By row: the sum of the counts.
    totals: Vec<f32>,
    /// Words by their characters, with the logarithm of their probability.
    words: HashMap<u64, f32, Spread>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    Table::read(include_bytes!("../../lexicon/bigram.bin")).unwrap_or_default()
});

/// Reads the binary table from front to back.
struct Bytes<'b>(&'b [u8]);

impl Bytes<'_> {
    fn byte(&mut self) -> Option<u8> {
        let (&first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(first)
    }

    fn short(&mut self) -> Option<u16> {
        Some(u16::from_le_bytes([self.byte()?, self.byte()?]))
    }

    fn varint(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
            shift += 7;
        }
    }

    fn skip_comments(&mut self) -> Option<()> {
        while self.0.first() == Some(&b'#') {
            let end = self.0.iter().position(|&byte| byte == b'\n')?;
            self.0 = &self.0[end + 1..];
        }
        Some(())
    }
}

impl Table {
    fn read(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        bytes.skip_comments()?;
        let count = usize::from(bytes.short()?);
        let mut table = Self {
            rows: vec![0; 1 << 16],
            ..Self::default()
        };
        for row in 0..count {
            table.rows[usize::from(bytes.short()?)] = row as u16 + 1;
        }
        let mut all = 0.0;
        for _ in 0..count {
            let single = (f32::from(bytes.byte()?) / SINGLES).exp();
            all += single;
            table.shares.push(single);
        }
        table.shares.iter_mut().for_each(|share| *share /= all);
        table.read_pairs(&mut bytes, count)?;
        table.read_words(&mut bytes)?;
        Some(table)
    }

    fn read_pairs(&mut self, bytes: &mut Bytes<'_>, count: usize) -> Option<()> {
        for _ in 0..count {
            self.starts.push(self.successors.len() as u32);
            let mut next = 0;
            for _ in 0..bytes.varint()? {
                next += bytes.varint()?;
                self.successors.push((next as u16 - 1, 0.0));
            }
        }
        self.starts.push(self.successors.len() as u32);
        for (at, successor) in self.successors.iter_mut().enumerate() {
            let byte = *bytes.0.get(at / 2)?;
            let level = byte >> (at % 2 * 4) & 0xF;
            successor.1 = (f32::from(level) / LEVELS).exp();
        }
        bytes.0 = bytes.0.get(self.successors.len().div_ceil(2)..)?;
        for row in 0..count {
            let total = self.successors(row).iter().map(|(_, count)| count).sum();
            self.totals.push(total);
        }
        Some(())
    }

    fn read_words(&mut self, bytes: &mut Bytes<'_>) -> Option<()> {
        self.characters = self.list_characters();
        let count = u32::from(bytes.short()?) | u32::from(bytes.short()?) << 16;
        let mut word = Vec::with_capacity(LONGEST_WORD);
        let mut sum = 0.0;
        for _ in 0..count {
            let head = bytes.byte()?;
            word.truncate(usize::from(head & 3));
            for _ in 0..=(head >> 2 & 3) {
                word.push(*self.characters.get(bytes.varint()?)?);
            }
            let frequency = (f32::from(head >> 4) * WORD_STEP).exp();
            sum += frequency;
            self.words.insert(word_key(&word), frequency);
        }
        for frequency in self.words.values_mut() {
            *frequency = (*frequency / sum).ln();
        }
        Some(())
    }

    /// The character of each row.
    fn list_characters(&self) -> Vec<u16> {
        let mut characters = vec![0; self.shares.len()];
        for (code, &row) in self.rows.iter().enumerate() {
            if let Some(row) = usize::from(row).checked_sub(1) {
                characters[row] = code as u16;
            }
        }
        characters
    }

    /// Natural logarithm of the probability of the likeliest words that make up a folded
    /// text.
    fn segment(&self, text: &[u16]) -> f32 {
        let mut best = vec![f32::NEG_INFINITY; text.len() + 1];
        best[0] = 0.0;
        for end in 1..=text.len() {
            for start in end.saturating_sub(LONGEST_WORD)..end {
                let word = &text[start..end];
                let score = match self.words.get(&word_key(word)) {
                    Some(&score) => score,
                    None if word == DASH => OTHER,
                    None if word.len() > 1 => continue,
                    None if is_han(word[0]) => NO_WORD,
                    None => OTHER,
                };
                best[end] = best[end].max(best[start] + score);
            }
        }
        best[text.len()]
    }

    fn row(&self, folded: u16) -> Option<usize> {
        let row = *self.rows.get(usize::from(folded))?;
        usize::from(row).checked_sub(1)
    }

    fn successors(&self, row: usize) -> &[(u16, f32)] {
        &self.successors[self.starts[row] as usize..self.starts[row + 1] as usize]
    }

    /// How often `next` follows the character of a row.
    fn count(&self, row: usize, next: usize) -> f32 {
        let successors = self.successors(row);
        successors
            .binary_search_by_key(&(next as u16), |&(successor, _)| successor)
            .map_or(0.0, |at| successors[at].1)
    }
}

/// The table and the counts of one page.
#[derive(Debug)]
pub(super) struct Model {
    table: &'static Table,
    pairs: HashMap<u32, f32, Spread>,
    /// How often each character stands on the page.
    singles: Vec<f32>,
    /// Three characters in a row that stand on the page.
    phrases: HashSet<u64, Spread>,
}

impl Model {
    /// A model of the page that these characters make up.
    pub(super) fn new(cells: &Cells, page: impl Iterator<Item = char>) -> Self {
        let mut model = Self {
            table: &TABLE,
            pairs: HashMap::default(),
            singles: vec![0.0; 1 << 16],
            phrases: HashSet::default(),
        };
        let mut before = cells.fold('\n');
        let mut phrase = 0;
        for character in page {
            let folded = cells.fold(character);
            *model.pairs.entry(pair(before, folded)).or_default() += 1.0;
            model.singles[usize::from(folded)] += 1.0;
            before = folded;
            phrase = (phrase << 16 | u64::from(folded)) & PHRASE;
            model.phrases.insert(phrase);
        }
        model
    }

    /// Natural logarithm of the probability of the likeliest words that make up a folded
    /// text.
    pub(super) fn segment(&self, text: &[u16]) -> f32 {
        self.table.segment(text)
    }

    /// How many runs of three characters of a folded text stand on the page.
    pub(super) fn phrases(&self, text: &[u16]) -> usize {
        let runs = text.windows(3).map(word_key);
        runs.filter(|run| self.phrases.contains(run)).count()
    }

    /// How many Han characters of a folded text were never seen next to either neighbour.
    pub(super) fn lonely(&self, text: &[u16]) -> usize {
        let knows = |before, next| self.knows(before, next);
        text.windows(3)
            .filter(|run| {
                is_han(run[1]) && !knows(run[0], run[1]) && !knows(run[1], run[2])
            })
            .count()
    }

    /// Whether one character was ever seen before another.
    fn knows(&self, before: u16, next: u16) -> bool {
        self.pairs.contains_key(&pair(before, next))
            || match (self.table.row(before), self.table.row(next)) {
                (Some(before), Some(next)) => self.table.count(before, next) > 0.0,
                _ => false,
            }
    }

    /// What stands before a character: its share of the work, done once.
    pub(super) fn after(&self, before: u16) -> After<'_> {
        let row = self.table.row(before);
        let (total, rest) = match row {
            Some(row) if self.table.totals[row] > 0.0 => {
                let total = self.table.totals[row];
                let distinct = self.table.successors(row).len() as f32;
                (total, DISCOUNT * distinct / total)
            }
            _ => (0.0, 1.0),
        };
        After {
            model: self,
            before,
            row,
            total,
            rest,
            page: self.singles[usize::from(before)],
        }
    }
}

/// The model, looking on from one character.
#[derive(Debug)]
pub(super) struct After<'m> {
    model: &'m Model,
    before: u16,
    row: Option<usize>,
    total: f32,
    rest: f32,
    page: f32,
}

impl<'m> After<'m> {
    /// The characters that the table knows to follow, folded.
    pub(super) fn successors(&self) -> impl Iterator<Item = u16> + use<'m> {
        let table = self.model.table;
        let row = self.row.map_or(&[][..], |row| table.successors(row));
        row.iter()
            .map(|&(row, _)| table.characters[usize::from(row)])
    }

    /// Natural logarithm of the probability that `next` follows.
    pub(super) fn score(&self, next: u16) -> f32 {
        let table = self.model.table;
        let column = table.row(next);
        let share = column.map_or(0.0, |column| table.shares[column]);
        let mut probability = UNSEEN + self.rest * share;
        if let (Some(row), Some(column)) = (self.row, column)
            && self.total > 0.0
        {
            let count = table.count(row, column);
            probability += (count - DISCOUNT).max(0.0) / self.total;
        }
        if self.page > 0.0 {
            let pairs = self.model.pairs.get(&pair(self.before, next));
            let paired = pairs.map_or(0.0, |count| count / self.page);
            probability = probability * (1.0 - PAGE_WEIGHT) + paired * PAGE_WEIGHT;
        }
        probability.ln()
    }
}

/// Spreads pairs of characters over a hash table. Pages cannot choose them so that they
/// collide badly: a page has as many entries as it has characters.
#[derive(Debug, Default)]
struct Scatter(u64);

type Spread = BuildHasherDefault<Scatter>;

impl Hasher for Scatter {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.write_u32(u32::from(byte));
        }
    }

    fn write_u32(&mut self, pair: u32) {
        self.write_u64(u64::from(pair));
    }

    fn write_u64(&mut self, key: u64) {
        // Fibonacci hashing: the golden ratio in 64 bits.
        self.0 = (self.0 ^ key).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 ^= self.0 >> 32;
    }
}

fn is_han(folded: u16) -> bool {
    (0x4E00..0xA000).contains(&folded)
}

fn word_key(word: &[u16]) -> u64 {
    word.iter()
        .fold(0, |key, &character| key << 16 | u64::from(character))
}

fn pair(before: u16, next: u16) -> u32 {
    u32::from(before) << 16 | u32::from(next)
}
