//! How likely one character is after another: a table of official prose, and the page
//! itself.

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
    /// By row: the sum of the counts and the largest of them.
    totals: Vec<(f32, f32)>,
    /// The largest share.
    largest_share: f32,
    /// Words by their characters, in order, with their levels.
    words: Vec<(u64, u8)>,
    /// By row: where the words that begin with its character begin in `words`.
    words_from: Vec<u32>,
    /// The logarithm of the probability of a word, by level.
    levels: [f32; 16],
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
        for share in &mut table.shares {
            *share /= all;
            table.largest_share = table.largest_share.max(*share);
        }
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
        let counts = by_level(|level| (level / LEVELS).exp());
        let packed = bytes.0.get(..self.successors.len().div_ceil(2))?;
        for (pair, byte) in self.successors.chunks_mut(2).zip(packed) {
            for (successor, level) in pair.iter_mut().zip([byte & 0xF, byte >> 4]) {
                successor.1 = counts[usize::from(level)];
            }
        }
        bytes.0 = &bytes.0[packed.len()..];
        for row in 0..count {
            let counts = self.successors(row).iter().map(|(_, count)| *count);
            let largest = counts.clone().fold(0.0, f32::max);
            self.totals.push((counts.sum(), largest));
        }
        Some(())
    }

    fn read_words(&mut self, bytes: &mut Bytes<'_>) -> Option<()> {
        self.characters = self.list_characters();
        let count = usize::from(bytes.short()?) | usize::from(bytes.short()?) << 16;
        let frequencies = by_level(|level| (level * WORD_STEP).exp());
        let mut word = Vec::with_capacity(LONGEST_WORD);
        let mut sum = 0.0;
        self.words.reserve(count.min(bytes.0.len()));
        self.words_from.resize(self.shares.len() + 1, 0);
        for _ in 0..count {
            let head = bytes.byte()?;
            word.truncate(usize::from(head & 3));
            for _ in 0..=(head >> 2 & 3) {
                word.push(*self.characters.get(bytes.varint()?)?);
            }
            sum += frequencies[usize::from(head >> 4)];
            self.words.push((word_key(&word), head >> 4));
            let row = self.row(word[0])?;
            self.words_from[row + 1] += 1;
        }
        for row in 0..self.shares.len() {
            self.words_from[row + 1] += self.words_from[row];
        }
        self.levels = frequencies.map(|frequency| (frequency / sum).ln());
        // The rows are in the order of the characters, and so are the words.
        self.words.is_sorted().then_some(())
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
        for start in 0..text.len() {
            let words = self.words_of(text[start]);
            let longest = LONGEST_WORD.min(text.len() - start);
            for length in 1..=longest {
                let word = &text[start..start + length];
                let score =
                    match words.binary_search_by_key(&word_key(word), |word| word.0) {
                        Ok(at) => self.levels[usize::from(words[at].1)],
                        Err(_) if word == DASH => OTHER,
                        Err(_) if word.len() > 1 => continue,
                        Err(_) if is_han(word[0]) => NO_WORD,
                        Err(_) => OTHER,
                    };
                let end = start + length;
                best[end] = best[end].max(best[start] + score);
            }
        }
        best[text.len()]
    }

    /// The words that begin with a character.
    fn words_of(&self, first: u16) -> &[(u64, u8)] {
        self.row(first).map_or(&[], |row| {
            let range = self.words_from[row] as usize..self.words_from[row + 1] as usize;
            &self.words[range]
        })
    }

    fn row(&self, folded: u16) -> Option<usize> {
        let row = *self.rows.get(usize::from(folded))?;
        usize::from(row).checked_sub(1)
    }

    fn successors(&self, row: usize) -> &[(u16, f32)] {
        &self.successors[self.starts[row] as usize..self.starts[row + 1] as usize]
    }
}

/// The table and the counts of one page.
#[derive(Debug)]
pub(super) struct Model {
    table: &'static Table,
    /// The page's characters, folded.
    page: Vec<u16>,
    /// For each character of the page where the same pair, with the character before it,
    /// ended last; 0 for nowhere.
    earlier: Vec<u32>,
    pairs: Pairs,
    /// By character its place in `singles`, or 0.
    single_at: Vec<u16>,
    /// How often each character stands on the page, and how often with the character that
    /// follows it most often.
    singles: Vec<(u32, u32)>,
}

/// A pair of characters on the page.
#[derive(Debug, Clone, Copy, Default)]
struct Pair {
    key: u32,
    /// How often it stands there; 0 for a free place.
    count: u32,
    /// Where it ended last.
    last: u32,
}

/// The pairs of a page: a hash table that is never more than four fifths full.
#[derive(Debug, Default)]
struct Pairs {
    places: Vec<Pair>,
}

impl Pairs {
    fn for_so_many(characters: usize) -> Self {
        let places = (characters + characters / 4 + 1).next_power_of_two();
        Self {
            places: vec![Pair::default(); places],
        }
    }

    /// Where a pair stands in the table, or would.
    fn place(&self, key: u32) -> usize {
        let mask = self.places.len() - 1;
        // Fibonacci hashing: the golden ratio in 32 bits. Pages cannot choose their pairs
        // so that they collide badly: a page has as many of them as it has characters.
        let spread = key.wrapping_mul(0x9E37_79B9);
        let mut place = (spread ^ spread >> 15) as usize & mask;
        while self.places[place].count > 0 && self.places[place].key != key {
            place = (place + 1) & mask;
        }
        place
    }

    fn get(&self, before: u16, next: u16) -> Pair {
        self.places[self.place(pair(before, next))]
    }
}

impl Model {
    /// A model of the page that these characters make up.
    pub(super) fn new(cells: &Cells, page: impl Iterator<Item = char>) -> Self {
        let mut characters = vec![cells.fold('\n')];
        characters.extend(page.map(|character| cells.fold(character)));
        let mut model = Self {
            table: &TABLE,
            earlier: vec![0; characters.len()],
            pairs: Pairs::for_so_many(characters.len()),
            single_at: vec![0; 1 << 16],
            singles: vec![(0, 0)],
            page: characters,
        };
        let mut before_at = model.single_place(model.page[0]);
        for at in 1..model.page.len() {
            let (before, next) = (model.page[at - 1], model.page[at]);
            let key = pair(before, next);
            let place = model.pairs.place(key);
            let found = &mut model.pairs.places[place];
            model.earlier[at] = found.last;
            *found = Pair {
                key,
                count: found.count + 1,
                last: at as u32,
            };
            let count = found.count;
            let most = &mut model.singles[before_at].1;
            *most = count.max(*most);
            before_at = model.single_place(next);
            model.singles[before_at].0 += 1;
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
        text.windows(3).filter(|run| self.has_phrase(run)).count()
    }

    /// The place of a character in `singles`.
    fn single_place(&mut self, character: u16) -> usize {
        let at = &mut self.single_at[usize::from(character)];
        if *at == 0 {
            // There are as many characters as a `u16` counts, and none is 0xFFFF.
            *at = self.singles.len() as u16;
            self.singles.push((0, 0));
        }
        usize::from(*at)
    }

    fn has_phrase(&self, run: &[u16]) -> bool {
        let mut end = self.pairs.get(run[0], run[1]).last as usize;
        while end > 0 {
            if self.page.get(end + 1) == Some(&run[2]) {
                return true;
            }
            end = self.earlier[end] as usize;
        }
        false
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
        self.pairs.get(before, next).count > 0
            || match (self.table.row(before), self.table.row(next)) {
                (Some(before), Some(next)) => {
                    count(self.table.successors(before), next) > 0.0
                }
                _ => false,
            }
    }

    /// What stands before a character: its share of the work, done once.
    pub(super) fn after(&self, before: u16) -> After<'_> {
        let table = self.table;
        let row = table.row(before).filter(|&row| table.totals[row].0 > 0.0);
        let (successors, total, rest, most) = match row {
            Some(row) => {
                let (total, most) = table.totals[row];
                let successors = table.successors(row);
                let rest = DISCOUNT * successors.len() as f32 / total;
                (successors, total, rest, most / total)
            }
            None => (&[][..], 1.0, 1.0, 0.0),
        };
        let (page, page_most) =
            self.singles[usize::from(self.single_at[usize::from(before)])];
        let mut best = UNSEEN + rest * table.largest_share + most;
        if page > 0 {
            let page_most = page_most as f32 / page as f32;
            best = best * (1.0 - PAGE_WEIGHT) + page_most * PAGE_WEIGHT;
        }
        After {
            model: self,
            before,
            successors,
            total,
            rest,
            page: page as f32,
            best: best.ln(),
        }
    }
}

/// A character that the table knows to follow another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Successor {
    pub(super) folded: u16,
    row: usize,
    count: f32,
}

/// The model, looking on from one character.
#[derive(Debug)]
pub(super) struct After<'m> {
    model: &'m Model,
    before: u16,
    /// Rows of the characters that the table knows to follow.
    successors: &'m [(u16, f32)],
    total: f32,
    rest: f32,
    page: f32,
    /// No character scores more.
    pub(super) best: f32,
}

impl<'m> After<'m> {
    /// The characters that the table knows to follow.
    pub(super) fn successors(&self) -> impl Iterator<Item = Successor> + use<'m> {
        let table = self.model.table;
        self.successors.iter().map(|&(row, count)| Successor {
            folded: table.characters[usize::from(row)],
            row: usize::from(row),
            count,
        })
    }

    /// Natural logarithm of the probability that `next` follows.
    pub(super) fn score(&self, next: u16) -> f32 {
        self.probability(next).ln()
    }

    /// The probability that `next` follows.
    pub(super) fn probability(&self, next: u16) -> f32 {
        let of_table = self.model.table.row(next).map_or(UNSEEN, |row| {
            self.of_table(row, count(self.successors, row))
        });
        self.with_page(of_table, next)
    }

    /// The probability that a character follows that the table knows to.
    pub(super) fn probability_of(&self, next: &Successor) -> f32 {
        self.with_page(self.of_table(next.row, next.count), next.folded)
    }

    fn of_table(&self, row: usize, count: f32) -> f32 {
        let unpaired = UNSEEN + self.rest * self.model.table.shares[row];
        unpaired + (count - DISCOUNT).max(0.0) / self.total
    }

    fn with_page(&self, mut probability: f32, next: u16) -> f32 {
        if self.page > 0.0 {
            let paired = self.model.pairs.get(self.before, next).count as f32 / self.page;
            probability = probability * (1.0 - PAGE_WEIGHT) + paired * PAGE_WEIGHT;
        }
        probability
    }
}

/// How often a character comes among successors.
fn count(successors: &[(u16, f32)], row: usize) -> f32 {
    successors
        .binary_search_by_key(&(row as u16), |&(successor, _)| successor)
        .map_or(0.0, |at| successors[at].1)
}

/// What each of the levels of the table stands for.
fn by_level(value: impl Fn(f32) -> f32) -> [f32; 16] {
    std::array::from_fn(|level| value(level as f32))
}

fn is_han(folded: u16) -> bool {
    (0x4E00..0xA000).contains(&folded)
}

/// A word as a number, so that words are ordered by their characters.
fn word_key(word: &[u16]) -> u64 {
    let key = |key, &character| key << 16 | u64::from(character);
    word.iter().fold(0, key) << (16 * (LONGEST_WORD - word.len()))
}

fn pair(before: u16, next: u16) -> u32 {
    u32::from(before) << 16 | u32::from(next)
}
