//! Sets of characters that a text is scanned for.

/// A set of characters of three bytes or fewer (U+0000–U+FFFF), one bit each: asking for one
/// takes a few instructions, however many the set holds. A character beyond is in no set.
#[derive(Debug, Clone)]
pub(crate) struct CharSet {
    /// The bits of each 64 characters.
    blocks: Box<[u64; BLOCKS]>,
    /// By the third byte of the characters of three bytes, a bit for each second byte: what
    /// a text is scanned with. Which first byte it is is asked where the other two fit.
    tails: [u64; 256],
}

/// The first character that is in no set.
const BEYOND: usize = 0x1_0000;

const BLOCKS: usize = BEYOND / 64;

/// The bit that each byte of a character but the first one has.
const CONTINUES: usize = 0x80;

impl CharSet {
    /// The characters of a few words.
    pub(crate) fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        words.into_iter().flat_map(str::chars).collect()
    }

    /// Adds a character.
    pub(crate) fn insert(&mut self, c: char) {
        let code = c as usize;
        if let Some(block) = self.blocks.get_mut(code / 64) {
            *block |= 1 << (code % 64);
            self.tails[CONTINUES + code % 64] |= 1 << (code / 64 % 64);
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
        let bytes = text.as_bytes();
        let mut at = from;
        loop {
            at += self.others(bytes.get(at..)?);
            while let Some(&byte) = bytes.get(at)
                && byte.is_ascii()
            {
                if self.contains(char::from(byte)) {
                    return Some(at);
                }
                at += 1;
            }
            let c = text.get(at..)?.chars().next()?;
            if self.contains(c) {
                return Some(at);
            }
            at += c.len_utf8();
        }
    }

    /// Bytes of the characters of three bytes that a text begins with and that are surely
    /// not in the set.
    fn others(&self, text: &[u8]) -> usize {
        let mut rest = text;
        while let Some((four, behind)) = rest.split_first_chunk::<{ 4 * 3 }>()
            && !self.may_hold(four)
        {
            rest = behind;
        }
        while let Some((one, behind)) = rest.split_first_chunk::<3>()
            && !self.may_hold(one)
        {
            rest = behind;
        }
        text.len() - rest.len()
    }

    /// Whether one of a few characters may be in the set, or is not of three bytes. No branch
    /// for each: most are looked at in vain.
    fn may_hold<const N: usize>(&self, characters: &[u8; N]) -> bool {
        let (mut firsts, mut held) = (0, 0);
        for [first, second, third] in characters.as_chunks::<3>().0 {
            firsts |= first ^ 0xE0;
            held |= self.tails[usize::from(*third)] >> (second % 64);
        }
        firsts & 0xF0 != 0 || held & 1 == 1
    }

    /// Whether a text holds a character of the set.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.find_at(text, 0).is_some()
    }
}

/// See [`CharSet::ranks`].
#[derive(Debug, Clone, Default)]
pub(crate) struct Ranks(Vec<u32>);

impl Default for CharSet {
    fn default() -> Self {
        Self {
            blocks: Box::new([0; BLOCKS]),
            tails: [0; 256],
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
            ("", 0, None),
        ] {
            assert_eq!(set.find_at(text, from), expected, "{text}");
        }
        assert!(set.contains('é') && !set.contains('e') && !set.contains('𠮷'));
    }
}
