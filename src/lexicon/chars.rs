//! Sets of characters that a text is scanned for.

use std::sync::OnceLock;

/// A set of characters of three bytes or fewer (U+0000–U+FFFF), one bit each: asking for one
/// takes a few instructions, however many the set holds. A character beyond is in no set.
#[derive(Debug, Clone)]
pub(crate) struct CharSet {
    /// The bits of each 64 characters.
    blocks: Box<[u64; BLOCKS]>,
    /// What a text is scanned with, made when one is.
    tails: OnceLock<Box<Tails>>,
}

/// The first character that is in no set.
const BEYOND: usize = 0x1_0000;

const BLOCKS: usize = BEYOND / 64;

/// The first character of three bytes.
const THREE_BYTES: usize = 0x800;

/// By the second and the third byte of a character of three bytes, a bit for each first byte,
/// eight of them in turn: set when that character is surely not in the set. No bit is set for
/// what are not the second and the third byte of any character.
type Tails = [u8; TAILS];

const TAILS: usize = 1 << 16;

/// Whatever the first byte is, the character is not in the set.
const CLEAR: u8 = u8::MAX;

/// Characters of three bytes that are looked at in one go.
const FEW: usize = 4;

/// The bit of a character's first byte in [`Tails`].
fn lead([first, ..]: &[u8; 3]) -> u8 {
    1 << (first % 8)
}

/// Where a character's second and third byte stand in [`Tails`].
fn place([_, tail @ ..]: &[u8; 3]) -> usize {
    usize::from(u16::from_le_bytes(*tail))
}

impl CharSet {
    /// The characters of a few words.
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        words.into_iter().flat_map(str::chars).collect()
    }

    /// Adds a character.
    fn insert(&mut self, c: char) {
        let code = c as usize;
        if let Some(block) = self.blocks.get_mut(code / 64) {
            *block |= 1 << (code % 64);
        }
    }

    /// Whether a character is in the set.
    pub(crate) fn contains(&self, c: char) -> bool {
        let code = c as usize;
        self.blocks
            .get(code / 64)
            .is_some_and(|block| block >> (code % 64) & 1 == 1)
    }

    /// How many characters of the set stand before each block: what [`CharSet::rank`] needs.
    pub(crate) fn ranks(&self) -> Ranks {
        let mut sum = 0;
        let before = self.blocks.iter().map(|block| {
            let before = sum;
            // Most blocks hold none, and counting takes a dozen instructions.
            if *block != 0 {
                sum += block.count_ones();
            }
            before
        });
        Ranks(before.collect())
    }

    /// How many characters of the set come before one of them, by their numbers.
    pub(crate) fn rank(&self, c: char, ranks: &Ranks) -> Option<usize> {
        let code = c as usize;
        let block = self.blocks.get(code / 64)?;
        let (bit, before) = (code % 64, ranks.0.get(code / 64)?);
        let own = (block & ((1 << bit) - 1)).count_ones();
        (block >> bit & 1 == 1).then_some((before + own) as usize)
    }

    /// Where the first character of the set stands at byte `from` of a text or behind it.
    ///
    /// `from` is a character's boundary.
    pub(crate) fn find_at(&self, text: &str, from: usize) -> Option<usize> {
        let tails = self.tails.get_or_init(|| self.tails());
        let bytes = text.as_bytes();
        let mut at = from;
        loop {
            at += others(tails, bytes.get(at..)?);
            let words = at;
            while let Some(&byte) = bytes.get(at)
                && byte.is_ascii()
            {
                if self.contains(char::from(byte)) {
                    return Some(at);
                }
                at += 1;
            }
            if at > words {
                continue;
            }
            let Some(rest) = text.get(at..) else {
                // Behind the first three bytes of a character of four, which look like one.
                at += 1;
                continue;
            };
            let c = rest.chars().next()?;
            if self.contains(c) {
                return Some(at);
            }
            at += c.len_utf8();
        }
    }

    fn tails(&self) -> Box<Tails> {
        // Most of it stays zero, and takes up no memory where it is made so.
        let zeroes = vec![0; TAILS].into_boxed_slice().try_into();
        let mut tails: Box<Tails> = zeroes.unwrap_or_else(|_| Box::new([0; TAILS]));
        for third in 0x80..=0xBF {
            tails[place(&[0, 0x80, third])..=place(&[0, 0xBF, third])].fill(CLEAR);
        }
        // Characters of two bytes and of one are never looked for in it.
        for (number, block) in self.blocks.iter().enumerate().skip(THREE_BYTES / 64) {
            let mut rest = *block;
            while rest != 0 {
                let [first, second] = [number / 64, 0x80 + number % 64];
                let character = [first, second, 0x80 + rest.trailing_zeros() as usize];
                let bytes = character.map(|byte| byte as u8);
                tails[place(&bytes)] &= !lead(&bytes);
                rest &= rest - 1;
            }
        }
        tails
    }

    /// Whether a text holds a character of the set.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.find_at(text, 0).is_some()
    }
}

/// Bytes of the characters of three bytes that a text begins with and that are surely not in
/// the set.
fn others(tails: &Tails, text: &[u8]) -> usize {
    let mut rest = text;
    loop {
        while let Some((few, behind)) = rest.split_first_chunk::<{ FEW * 3 }>()
            && are_clear(tails, few)
        {
            rest = behind;
        }
        for _ in 0..FEW {
            match rest.split_first_chunk::<3>() {
                Some((one, behind)) if tails[place(one)] & lead(one) != 0 => {
                    rest = behind;
                }
                _ => return text.len() - rest.len(),
            }
        }
    }
}

/// Whether none of a few characters can be in the set. No branch for each: most are looked at
/// in vain.
fn are_clear(tails: &Tails, characters: &[u8; FEW * 3]) -> bool {
    let all = characters.as_chunks::<3>().0.iter();
    all.fold(CLEAR, |clear, one| clear & tails[place(one)]) == CLEAR
}

/// See [`CharSet::ranks`].
#[derive(Debug, Clone, Default)]
pub(crate) struct Ranks(Vec<u32>);

impl Default for CharSet {
    fn default() -> Self {
        Self {
            blocks: Box::new([0; BLOCKS]),
            tails: OnceLock::new(),
        }
    }
}

impl FromIterator<char> for CharSet {
    fn from_iter<I: IntoIterator<Item = char>>(chars: I) -> Self {
        let mut set = Self::default();
        chars.into_iter().for_each(|c| set.insert(c));
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_counted() {
        let set = CharSet::of(["年%é日"]);
        let ranks = set.ranks();
        let rank = |c| set.rank(c, &ranks);
        assert_eq!(['%', 'é', '年', '日'].map(rank), [0, 1, 2, 3].map(Some));
        assert_eq!(['月', '𠮷'].map(rank), [None; 2]);
    }

    #[test]
    fn characters_of_every_width_are_found() {
        let set = CharSet::of(["年%", "é"]);
        for (text, from, expected) in [
            ("2025年", 0, Some(4)),
            ("2025年", 7, None),
            ("占5%", 0, Some(4)),
            ("café", 0, Some(3)),
            ("𠮷年", 0, Some(4)),
            ("月日时", 0, None),
            // 年 is E5 B9 B4: 乴 and 并 have two of its bytes.
            ("乴并到年", 0, Some(9)),
            ("关于A年", 0, Some(7)),
            ("关于做好工作的年", 0, Some(21)),
            ("关于做好工作年关", 0, Some(18)),
            ("关于做好工作 (ABC) 到时𠮷，五年", 3, Some(41)),
            ("关于做好工作的通知 ABC", 0, None),
            // Characters of two bytes and of four shift those of three behind them.
            ("𠮷𠮷关于𠮷的年", 0, Some(21)),
            ("关于𠮷", 0, None),
            ("关于做好ü工作的üü年", 0, Some(27)),
            ("", 0, None),
        ] {
            assert_eq!(set.find_at(text, from), expected, "{text}");
        }
        assert!(set.contains('é') && !set.contains('e') && !set.contains('𠮷'));
    }
}
