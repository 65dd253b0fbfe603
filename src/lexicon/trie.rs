//! Words of a table as a tree of characters: what a text begins or ends with.

use std::collections::VecDeque;
use std::ops::Range;

use super::chars::{CharSet, Ranks};

/// Words with values, to be met from the front or from the back.
///
/// Most places of a text begin no word at all: they cost one look at a [`CharSet`]. The rest
/// cost a look at the few characters that go on, for each character that the words have in
/// common with the text, whatever the number of words.
#[derive(Debug)]
pub(crate) struct Trie<V> {
    /// The root is 0; the nodes that a node leads to stand in a row.
    nodes: Vec<Node<V>>,
    /// The character that leads to each node.
    chars: Vec<char>,
    first: CharSet,
    /// Which of the root's nodes a character leads to.
    ranks: Ranks,
}

#[derive(Debug)]
struct Node<V> {
    /// The first of the nodes that it leads to, and how many they are.
    next: u32,
    count: u32,
    /// The value of the word that ends here.
    value: Option<V>,
}

/// Characters that are looked at one by one; more are searched by halves.
const FEW: usize = 8;

/// Words that begin with the same characters, of which a node is to be made.
struct Branch {
    node: usize,
    /// Places of the words in their order.
    words: Range<usize>,
    /// Bytes that they have in common.
    depth: usize,
}

impl<V> Node<V> {
    const fn new() -> Self {
        Self {
            next: 0,
            count: 0,
            value: None,
        }
    }
}

impl<V: Copy> Trie<V> {
    /// Words to be met from the front: [`Trie::prefixes`].
    pub(crate) fn forward<'w>(words: impl IntoIterator<Item = (&'w str, V)>) -> Self {
        Self::of(words.into_iter().collect())
    }

    /// Words to be met from the back: [`Trie::suffixes`].
    pub(crate) fn backward<'w>(words: impl IntoIterator<Item = (&'w str, V)>) -> Self {
        let (mut all, mut ends) = (String::new(), Vec::new());
        for (word, value) in words {
            all.extend(word.chars().rev());
            ends.push((all.len(), value));
        }
        let mut start = 0;
        let reversed = ends.into_iter().map(|(end, value)| {
            let word = &all[start..end];
            start = end;
            (word, value)
        });
        Self::of(reversed.collect())
    }

    fn of(mut words: Vec<(&str, V)>) -> Self {
        // Stable, so that of equal words the last one counts.
        words.sort_by_key(|&(word, _)| word);
        let mut trie = Self {
            nodes: vec![Node::new()],
            chars: vec!['\0'],
            first: words
                .iter()
                .filter_map(|(word, _)| word.chars().next())
                .collect(),
            ranks: Ranks::default(),
        };
        trie.ranks = trie.first.ranks();
        let mut branches = VecDeque::from([Branch {
            node: 0,
            words: 0..words.len(),
            depth: 0,
        }]);
        while let Some(branch) = branches.pop_front() {
            trie.grow(&words, branch, &mut branches);
        }
        trie
    }

    /// Makes the nodes that a node leads to.
    fn grow(
        &mut self,
        words: &[(&str, V)],
        Branch {
            node,
            words: mut rest,
            depth,
        }: Branch,
        branches: &mut VecDeque<Branch>,
    ) {
        while rest.start < rest.end && words[rest.start].0.len() == depth {
            self.nodes[node].value = Some(words[rest.start].1);
            rest.start += 1;
        }
        self.nodes[node].next = self.nodes.len() as u32;
        let next = |at: usize| words[at].0[depth..].chars().next();
        while rest.start < rest.end
            && let Some(c) = next(rest.start)
        {
            let alike = rest.clone().take_while(|&at| next(at) == Some(c)).count();
            branches.push_back(Branch {
                node: self.nodes.len(),
                words: rest.start..rest.start + alike,
                depth: depth + c.len_utf8(),
            });
            self.nodes.push(Node::new());
            self.chars.push(c);
            self.nodes[node].count += 1;
            rest.start += alike;
        }
    }

    /// The node that a character leads to.
    fn next(&self, node: usize, c: char) -> Option<usize> {
        if node == 0 {
            return self.first.rank(c, &self.ranks).map(|rank| 1 + rank);
        }
        let Node { next, count, .. } = self.nodes[node];
        let next = next as usize;
        let chars = &self.chars[next..next + count as usize];
        let at = if chars.len() > FEW {
            chars.binary_search(&c).ok()
        } else {
            chars.iter().position(|&other| other == c)
        };
        at.map(|at| next + at)
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

    /// The same, with blanks allowed behind each of their characters.
    pub(crate) fn spaced_suffixes<'t>(
        &'t self,
        text: &'t str,
    ) -> impl Iterator<Item = (usize, V)> + 't {
        self.walk(text.char_indices().rev().filter(|&(_, c)| c != ' '))
    }

    fn walk<'t>(
        &'t self,
        mut chars: impl Iterator<Item = (usize, char)> + 't,
    ) -> impl Iterator<Item = (usize, V)> + 't {
        let mut node = Some(0);
        std::iter::from_fn(move || {
            while let Some(from) = node {
                let (at, c) = chars.next()?;
                node = self.next(from, c);
                if let Some(value) = node.and_then(|node| self.nodes[node].value) {
                    return Some((at, value));
                }
            }
            None
        })
    }

    /// Where the first word in a text stands at byte `from` or behind it: the longest that
    /// begins there.
    pub(crate) fn find_at(&self, text: &str, from: usize) -> Option<(Range<usize>, V)> {
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

impl<V: Copy + PartialEq> Trie<V> {
    /// Whether a word of this value stands in a text; of those that begin at one place the
    /// longest counts.
    pub(crate) fn is_in(&self, text: &str, wanted: V) -> bool {
        let mut from = 0;
        while let Some((found, value)) = self.find_at(text, from) {
            if value == wanted {
                return true;
            }
            from = found.start + text[found].chars().next().map_or(1, char::len_utf8);
        }
        false
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
        let spaced: Vec<_> = backward.spaced_suffixes("由省委办 公厅 ").collect();
        assert_eq!(spaced, [(9, 4), (3, 3)]);
        assert_eq!(forward.prefixes("市委").next(), None);
        assert_eq!(backward.suffixes("").next(), None);
    }

    #[test]
    fn the_longest_word_at_the_first_place_is_found() {
        let trie = Trie::forward([("牵头", 1), ("牵头负责", 2), ("责任", 3)]);
        assert_eq!(trie.find_at("由省厅牵头负责", 0), Some((9..21, 2)));
        assert_eq!(trie.find_at("牵手，责任", 0), Some((9..15, 3)));
        assert_eq!(trie.find_at("牵手", 0), None);
        assert!(trie.is_in("由省厅牵头负责，各司其责任", 3));
        assert!(!trie.is_in("由省厅牵头负责", 1));
    }
}
