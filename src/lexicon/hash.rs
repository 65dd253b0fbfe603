//! A fast hash for look-ups of short words in fixed tables, where nobody can choose keys to
//! collide: the tables are the crate's own, with rows of the user's whose program it is.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map from words of a table.
pub(crate) type WordMap<V> = HashMap<&'static str, V, BuildHasherDefault<WordHasher>>;

/// A set of words of a table.
pub(crate) type WordSet = HashSet<&'static str, BuildHasherDefault<WordHasher>>;

/// Multiplies and rotates eight bytes at a time.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct WordHasher {
    state: u64,
}

/// The golden ratio in 64 bits, as Knuth's multiplicative hashing has it.
const GOLDEN: u64 = 0x9E37_79B9_7F4A_7C15;

impl WordHasher {
    fn add(&mut self, word: u64) {
        self.state = (self.state.rotate_left(5) ^ word).wrapping_mul(GOLDEN);
    }
}

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            let mut word = [0; 8];
            word.copy_from_slice(chunk);
            self.add(u64::from_le_bytes(word));
        }
        let rest = chunks.remainder();
        if !rest.is_empty() {
            let mut word = [0; 8];
            word[..rest.len()].copy_from_slice(rest);
            self.add(u64::from_le_bytes(word));
        }
    }

    fn write_u64(&mut self, number: u64) {
        self.add(number);
    }

    fn finish(&self) -> u64 {
        // The map takes the high bits for its tags and the low ones for its places.
        self.state ^ (self.state >> 32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_told_apart() {
        let words = ["省", "市", "省财政厅", "省财政局", "国家发展改革委", ""];
        let map: WordMap<usize> = words.into_iter().zip(0..).collect();
        assert_eq!(map.len(), words.len());
        assert_eq!(map.get("省财政局"), Some(&3));
        assert_eq!(map.get("财政局"), None);
    }
}
