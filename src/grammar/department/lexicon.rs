//! The words of names: complete names, stems, heads, classes, branches.

use std::sync::OnceLock;

use super::name::is_level_list;
use crate::grammar::region;
use crate::lexicon::chars::CharSet;
use crate::lexicon::hash::WordMap;
use crate::lexicon::merged::{Rows, Table};
use crate::lexicon::trie::Trie;
use crate::lexicon::{Name, Row, rows};
use crate::model::DepartmentKind;

pub(crate) struct Lexicon {
    pub(super) entries: Vec<Entry>,
    /// Complete names, and stems that take a head (财政 + 局), from the front and the back.
    known: [Trie<Word>; 2],
    /// Heads with what they are short for, the longest first; in the trie, their places.
    pub(super) heads: Vec<(&'static str, &'static str)>,
    pub(super) head_ends: Trie<usize>,
    pub(super) suffixes: Trie<Option<DepartmentKind>>,
    pub(super) classes: Trie<()>,
    pub(super) levels: Trie<u8>,
    /// From the front and from the back.
    pub(super) persons: [Trie<()>; 2],
    /// Words between a body and a person of it: 分管 in 市政府分管领导.
    pub(super) person_qualifiers: Trie<()>,
    opening_verbs: Trie<bool>,
    /// Suffixes that name a branch of the body before them.
    pub(super) branches: Trie<()>,
    /// What may not follow the end of a name.
    pub(super) continuations: Trie<&'static str>,
    /// The characters that a name can end with.
    pub(super) last: CharSet,
}

/// What a word of the lexicon is: the entry that it names in full, and as a stem.
#[derive(Debug, Clone, Copy, Default)]
struct Word {
    name: Option<usize>,
    stem: Option<usize>,
}

pub(super) struct Entry {
    name: &'static str,
    pub(super) kind: DepartmentKind,
    /// The stem with each head written out, once one is asked for.
    composed: OnceLock<WordMap<String>>,
    /// Written-out heads of the nation's, the province's and the city's or county's body.
    pub(super) heads: [&'static str; 3],
}

pub(super) static LEXICON: Table<Lexicon> =
    Table::new(Name::Department, Lexicon::load, |own| &own.bodies);

fn kind_of(word: &str) -> Option<DepartmentKind> {
    Some(match word {
        "agency" => DepartmentKind::Agency,
        "government" => DepartmentKind::Government,
        "party" => DepartmentKind::Party,
        "mass" => DepartmentKind::Mass,
        "judicial" => DepartmentKind::Judicial,
        "institution" => DepartmentKind::Institution,
        "enterprise" => DepartmentKind::Enterprise,
        "temporary" => DepartmentKind::Temporary,
        "collective" => DepartmentKind::Collective,
        "other" => DepartmentKind::Other,
        _ => return None,
    })
}

/// The first column of a table.
pub(super) fn words(table: &'static str) -> impl Iterator<Item = (&'static str, ())> {
    rows(table).map(|row| (row.cell(0), ()))
}

/// The words of a table that have `form` in a column.
fn forms(
    table: &'static str,
    column: usize,
    form: &'static str,
) -> impl Iterator<Item = (&'static str, ())> {
    rows(table)
        .filter(move |row| row.cell(column) == form)
        .map(|row| (row.cell(0), ()))
}

impl Lexicon {
    fn load(bodies: &Rows) -> Self {
        let mut heads: Vec<_> = rows(include_str!("../../lexicon/body_head.tsv"))
            .map(|row| (row.cell(0), row.cell(1)))
            .collect();
        heads.sort_by_key(|(head, _)| std::cmp::Reverse(head.len()));
        let mut known: WordMap<Word> = WordMap::default();
        let mut entries = Vec::new();
        for row in bodies.iter() {
            let is_stem = !row.cell(2).is_empty();
            for name in std::iter::once(row.cell(0)).chain(row.list(3)) {
                let word = known.entry(name).or_default();
                let place = if is_stem {
                    &mut word.stem
                } else {
                    &mut word.name
                };
                *place = Some(entries.len());
            }
            entries.push(Entry::read(row));
        }
        let persons = include_str!("../../lexicon/person.tsv");
        let body_suffix = include_str!("../../lexicon/body_suffix.tsv");
        let suffixes =
            || rows(body_suffix).map(|row| (row.cell(0), kind_of(row.cell(1))));
        let names = known.iter().filter(|(_, word)| word.name.is_some());
        // A row without a kind is no body: 园区内 is a place, and 4.5%以内 ends in no name.
        let ends = suffixes()
            .filter(|(_, kind)| kind.is_some())
            .map(|(suffix, _)| suffix)
            .chain(names.map(|(&name, _)| name))
            .chain(heads.iter().map(|&(head, _)| head));
        Self {
            last: ends.filter_map(|word| word.chars().next_back()).collect(),
            head_ends: Trie::backward(
                heads.iter().enumerate().map(|(at, &(head, _))| (head, at)),
            ),
            known: [
                Trie::forward(known.iter().map(|(&word, &what)| (word, what))),
                Trie::backward(known.iter().map(|(&word, &what)| (word, what))),
            ],
            suffixes: Trie::backward(suffixes()),
            classes: Trie::forward(words(include_str!("../../lexicon/body_class.tsv"))),
            levels: Trie::forward(
                rows(include_str!("../../lexicon/level.tsv"))
                    .map(|row| (row.cell(0), row.cell(1).parse().unwrap_or(0))),
            ),
            persons: [
                Trie::forward(forms(persons, 1, "noun")),
                Trie::backward(forms(persons, 1, "noun")),
            ],
            person_qualifiers: Trie::forward(forms(persons, 1, "qualifier")),
            opening_verbs: Trie::forward(
                rows(include_str!("../../lexicon/opening_verb.tsv"))
                    .map(|row| (row.cell(0), row.cell(1) != "noun")),
            ),
            branches: Trie::backward(forms(body_suffix, 2, "branch")),
            continuations: Trie::backward(
                rows(include_str!("../../lexicon/body_end.tsv"))
                    .map(|row| (row.cell(0), row.cell(1))),
            ),
            entries,
            heads,
        }
    }

    /// The ends of the verbs that words begin with, the shortest first; none of 经济, which
    /// only begins like one.
    pub(super) fn verbs_of<'a>(
        &'a self,
        words: &'a str,
    ) -> impl Iterator<Item = usize> + use<'a> {
        let found = || self.opening_verbs.prefixes(words);
        let verb = found().last().is_some_and(|(_, verb)| verb);
        found().filter(move |_| verb).map(|(end, _)| end)
    }

    /// The kind of the longest suffix of a name that the table has.
    pub(super) fn suffix_kind(&self, name: &str) -> Option<DepartmentKind> {
        self.suffixes.suffixes(name).last()?.1
    }

    /// Whether words are the complete name of a body.
    pub(super) fn is_name(&self, words: &str) -> bool {
        let [front, _] = &self.known;
        let longest = front.prefixes(words).last();
        longest.is_some_and(|(end, word)| end == words.len() && word.name.is_some())
    }

    /// Whether one of the words begins at the start of a text.
    pub(super) fn begins(&self, text: &str) -> bool {
        let [front, _] = &self.known;
        front.prefixes(text).next().is_some()
    }

    /// What the lexicon knows of `name`: entry, canonical name, where the known words
    /// begin, and whether they are bare. The longest words count; of as many a complete
    /// name, then a stem with its head, the longest head first, then a bare stem.
    pub(super) fn find(&'static self, name: &str) -> Option<Known> {
        let [_, back] = &self.known;
        let mut best: Option<(usize, Reading)> = None;
        for (at, word) in back.suffixes(name) {
            if let Some(index) = word.name {
                let short = self.suffix_kind(&name[at..]).is_none();
                if !short || self.is_region(&name[..at]) {
                    // The Party's departments are called by their field alone: 组织, 宣传.
                    let party = self.entries[index].kind == DepartmentKind::Party;
                    let bare = short && party;
                    best = Some((at, Reading::Name { index, bare }));
                    continue;
                }
            }
            if let Some(index) = word.stem
                && name[at..].chars().nth(1).is_some()
                && self.is_region(&name[..at])
            {
                best = Some((at, Reading::Bare { index }));
            }
        }
        for (end, head) in self.head_ends.suffixes(name) {
            for (at, word) in back.suffixes(&name[..end]) {
                if let Some(index) = word.stem
                    && best.is_none_or(|(known, reading)| {
                        at < known || at == known && !reading.is_name()
                    })
                {
                    best = Some((at, Reading::Headed { index, head }));
                }
            }
        }
        let (at, reading) = best?;
        let before = &name[..at];
        let (index, canonical, bare) = match reading {
            Reading::Name { index, bare } => (index, self.entries[index].name, bare),
            Reading::Headed { index, head } => {
                let (_, full) = self.heads[head];
                let entry = &self.entries[index];
                (index, entry.canonical(full, level(before)), false)
            }
            Reading::Bare { index } => {
                let entry = &self.entries[index];
                (index, entry.canonical("", level(before)), true)
            }
        };
        Some(Known {
            index,
            canonical,
            at,
            bare,
        })
    }

    /// Whether words before a bare field of work name a level or a region: `省` in
    /// `省发展改革`.
    fn is_region(&self, words: &str) -> bool {
        let class = self.classes.prefixes(words).last();
        let words = words.trim_start_matches(['各', '本']);
        words.is_empty()
            || self.level(words).is_some()
            || class.is_some_and(|(end, ())| end >= words.len())
            || is_level_list(words)
            || region::are_places(words)
    }

    /// The rank of a level.
    pub(super) fn level(&self, word: &str) -> Option<u8> {
        let (end, rank) = self.levels.prefixes(word).last()?;
        (end == word.len()).then_some(rank)
    }
}

/// How the lexicon takes words at the end of a name.
#[derive(Debug, Clone, Copy)]
enum Reading {
    Name { index: usize, bare: bool },
    Headed { index: usize, head: usize },
    Bare { index: usize },
}

impl Reading {
    const fn is_name(self) -> bool {
        matches!(self, Self::Name { .. })
    }
}

pub(super) struct Known {
    pub(super) index: usize,
    pub(super) canonical: &'static str,
    pub(super) at: usize,
    pub(super) bare: bool,
}

impl Entry {
    fn read(row: Row<'static>) -> Self {
        let mut heads = row.cell(2).split('|');
        Self {
            name: row.cell(0),
            kind: kind_of(row.cell(1)).unwrap_or_default(),
            composed: OnceLock::new(),
            heads: [(); 3].map(|()| heads.next().unwrap_or("")),
        }
    }

    fn compose(&self) -> WordMap<String> {
        let is_stem = self.heads.iter().any(|head| !head.is_empty());
        let fulls = LEXICON.heads.iter().map(|&(_, full)| full);
        fulls
            .chain(self.heads)
            .filter(|full| is_stem && !full.is_empty())
            .map(|full| (full, compose(self.name, full)))
            .collect()
    }

    pub(super) fn canonical(&'static self, head: &str, level: usize) -> &'static str {
        let head = if head.is_empty() {
            self.heads[level]
        } else {
            head
        };
        let composed = self.composed.get_or_init(|| self.compose());
        composed.get(head).map_or(self.name, String::as_str)
    }
}

/// A stem with its head; a word that would stand twice stands once: 外汇管理 + 管理局.
fn compose(stem: &str, head: &str) -> String {
    let doubled = ["监督管理", "管理"]
        .into_iter()
        .find(|word| stem.ends_with(word) && head.starts_with(word));
    match doubled {
        Some(word) => format!("{stem}{}", &head[word.len()..]),
        None => format!("{stem}{head}"),
    }
}

/// Index of the level that the words before a body's name speak of: 0 the nation's, 1 the
/// province's, 2 lower or unsaid.
fn level(prefix: &str) -> usize {
    if ["国家", "国务院", "中央", "全国"]
        .iter()
        .any(|word| prefix.starts_with(word))
    {
        0
    } else if ["省", "省级", "自治区"]
        .iter()
        .any(|word| prefix.ends_with(word))
    {
        1
    } else {
        2
    }
}
