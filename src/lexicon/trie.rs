//! Words of a table as a tree of characters: what a text begins or ends with.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::chars::CharSet;
use super::hash::WordHasher;

/// Words with values, to be met from the front or from the back.
///
/// Most places of a text begin no word at all: they cost one look at a [`CharSet`]. The rest
/// cost one look-up for each character that the words have in common with the text, whatever
/// the number of words.
#[derive(Debug)]
pub(crate) struct Trie<V> {
    /// From a node and a character to the next node; the root is 0.
    edges: HashMap<u64, u32, BuildHasherDefault<WordHasher>>,
    /// The value of the word that ends at each node.
    values: Vec<Option<V>>,
    first: CharSet,
}

const fn edge(node: u32, c: char) -> u64 {
    (node as u64) << 32 | c as u64
}

impl<V> Default for Trie<V> {
    fn default() -> Self {
        Self {
            edges: HashMap::default(),
            values: vec![None],
            first: CharSet::default(),
        }
    }
}

impl<V: Copy> Trie<V> {
    /// Words to be met from the front: [`Trie::prefixes`].
    pub(crate) fn forward<'w>(words: impl IntoIterator<Item = (&'w str, V)>) -> Self {
        let mut trie = Self::default();
        for (word, value) in words {
            *trie.word(word.chars()) = Some(value);
        }
        trie
    }

    /// Words to be met from the back: [`Trie::suffixes`].
    pub(crate) fn backward<'w>(words: impl IntoIterator<Item = (&'w str, V)>) -> Self {
        let mut trie = Self::default();
        for (word, value) in words {
            *trie.word(word.chars().rev()) = Some(value);
        }
        trie
    }

    /// The place of a word's value.
    fn word(&mut self, chars: impl Iterator<Item = char>) -> &mut Option<V> {
        let mut node = 0;
        for c in chars {
            if node == 0 {
                self.first.insert(c);
            }
            let new = self.values.len() as u32;
            node = *self.edges.entry(edge(node, c)).or_insert(new);
            if node == new {
                self.values.push(None);
            }
        }
        &mut self.values[node as usize]
    }

    /// The words that a text begins with, the shortest first: where each ends, its value.
    pub(crate) fn prefixes<'t>(
        &'t self,
        text: &'t str,
    ) -> impl Iterator<Item = (usize, V)> + 't {
        self.walk(text.char_indices().map(|(at, c)| (at + c.len_utf8(), c)))
    }

    /// The words that a text ends with, the shortest first: where each begins, its value.
    pub(crate) fn suffixes<'t>(
        &'t self,
        text: &'t str,
    ) -> impl Iterator<Item = (usize, V)> + 't {
        self.walk(text.char_indices().rev())
    }

    fn walk<'t>(
        &'t self,
        mut chars: impl Iterator<Item = (usize, char)> + 't,
    ) -> impl Iterator<Item = (usize, V)> + 't {
        let mut node = Some(0);
        std::iter::from_fn(move || {
            while let Some(from) = node {
                let (at, c) = chars.next()?;
                node = if from > 0 || self.first.contains(c) {
                    self.edges.get(&edge(from, c)).copied()
                } else {
                    None
                };
                if let Some(value) = node.and_then(|node| self.values[node as usize]) {
                    return Some((at, value));
                }
            }
            None
        })
    }

    /// Where the first word in a text stands at byte `from` or behind it: the longest that
    /// begins there.
    pub(crate) fn find_at(
        &self,
        text: &str,
        from: usize,
    ) -> Option<(std::ops::Range<usize>, V)> {
        let mut at = from;
        loop {
            at = self.first.find_at(text, at)?;
            if let Some((length, value)) = self.prefixes(&text[at..]).last() {
                return Some((at..at + length, value));
            }
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_met_from_both_ends() {
        let words = [("省", 1), ("省委", 2), ("省委办公厅", 3), ("办公厅", 4)];
        let (forward, backward) = (Trie::forward(words), Trie::backward(words));
        let front: Vec<_> = forward.prefixes("省委办公厅印发").collect();
        assert_eq!(front, [(3, 1), (6, 2), (15, 3)]);
        let back: Vec<_> = backward.suffixes("由省委办公厅").collect();
        assert_eq!(back, [(9, 4), (3, 3)]);
        assert_eq!(forward.prefixes("市委").next(), None);
        assert_eq!(backward.suffixes("").next(), None);
    }

    #[test]
    fn the_longest_word_at_the_first_place_is_found() {
        let trie = Trie::forward([("牵头", 1), ("牵头负责", 2), ("责任", 3)]);
        assert_eq!(trie.find_at("由省厅牵头负责", 0), Some((9..21, 2)));
        assert_eq!(trie.find_at("牵手，责任", 0), Some((9..15, 3)));
        assert_eq!(trie.find_at("牵手", 0), None);
    }
}
