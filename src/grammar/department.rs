//! Names of bodies: lists of them, and what body a name stands for.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::bracket;
use crate::lexicon::chars::CharSet;
use crate::lexicon::duty::is_phrase;
use crate::lexicon::hash::WordMap;
use crate::lexicon::merged::{Rows, Table};
use crate::lexicon::trie::Trie;
use crate::lexicon::{Name, Row, mark, rows};
use crate::model::DepartmentKind;
use crate::text::head;

/// Longest name that is looked for in running text, in characters. The longest in 772
/// statements of responsibility has 35.
const LONGEST_NAME: usize = 40;

/// How far behind a complete name a longer one may end, in characters: `市政府` in
/// `市政府办公室`.
const LONGEST_EXTENSION: usize = 10;

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Body {
    /// Full name of the kind of body without its region.
    pub(crate) canonical: Option<&'static str>,
    pub(crate) kind: DepartmentKind,
    /// Byte at which the words begin that the lexicon knows; the name's end when it knows
    /// none.
    known_at: usize,
    /// The name is a field of work without a word for a body: `财政`, `卫生计生`.
    pub(crate) bare: bool,
}

impl Body {
    /// Whether the words name a body at all.
    pub(crate) fn is_body(self) -> bool {
        self.kind != DepartmentKind::Other || self.canonical.is_some()
    }
}

/// The body a name stands for: canonical name and kind. The region, the level and a second
/// name in brackets are left out: `区党委组织部(编办)` is `组织部`.
pub(crate) fn resolve(name: &str) -> (Option<&'static str>, DepartmentKind) {
    let body = read_body(name);
    (body.canonical, body.kind)
}

/// A bracket of a name; some write 各县<市、区>政府.
fn is_opening(c: char) -> bool {
    bracket::is_opening(c) || matches!(c, '<' | '＜')
}

fn is_closing(c: char) -> bool {
    bracket::is_closing(c) || matches!(c, '>' | '＞')
}

// ---------------------------------------------------------------------------------------
// The lexicon

pub(crate) struct Lexicon {
    entries: Vec<Entry>,
    /// Complete names, and stems that take a head (财政 + 局), from the front and the back.
    known: [Trie<Word>; 2],
    /// Heads with what they are short for, the longest first; in the trie, their places.
    heads: Vec<(&'static str, &'static str)>,
    head_ends: Trie<usize>,
    suffixes: Trie<Option<DepartmentKind>>,
    classes: Trie<()>,
    levels: Trie<u8>,
    /// From the front and from the back.
    persons: [Trie<()>; 2],
    /// Words between a body and a person of it: 分管 in 市政府分管领导.
    person_qualifiers: Trie<()>,
    opening_verbs: Trie<()>,
    /// Suffixes that name a branch of the body before them.
    branches: Trie<()>,
    /// What may not follow the end of a name.
    continuations: Trie<&'static str>,
    /// The characters that a name can end with.
    last: CharSet,
}

/// What a word of the lexicon is: the entry that it names in full, and as a stem.
#[derive(Debug, Clone, Copy, Default)]
struct Word {
    name: Option<usize>,
    stem: Option<usize>,
}

struct Entry {
    name: &'static str,
    kind: DepartmentKind,
    /// The stem with each head written out, once one is asked for.
    composed: OnceLock<WordMap<String>>,
    /// Written-out heads of the nation's, the province's and the city's or county's body.
    heads: [&'static str; 3],
}

static LEXICON: Table<Lexicon> =
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
fn words(table: &'static str) -> impl Iterator<Item = (&'static str, ())> {
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
        let mut heads: Vec<_> = rows(include_str!("../lexicon/body_head.tsv"))
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
        let persons = include_str!("../lexicon/person.tsv");
        let body_suffix = include_str!("../lexicon/body_suffix.tsv");
        let suffixes =
            || rows(body_suffix).map(|row| (row.cell(0), kind_of(row.cell(1))));
        let names = known.iter().filter(|(_, word)| word.name.is_some());
        let ends = suffixes()
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
            classes: Trie::forward(words(include_str!("../lexicon/body_class.tsv"))),
            levels: Trie::forward(
                rows(include_str!("../lexicon/level.tsv"))
                    .map(|row| (row.cell(0), row.cell(1).parse().unwrap_or(0))),
            ),
            persons: [
                Trie::forward(forms(persons, 1, "noun")),
                Trie::backward(forms(persons, 1, "noun")),
            ],
            person_qualifiers: Trie::forward(forms(persons, 1, "qualifier")),
            opening_verbs: Trie::forward(words(include_str!(
                "../lexicon/opening_verb.tsv"
            ))),
            branches: Trie::backward(forms(body_suffix, 2, "branch")),
            continuations: Trie::backward(
                rows(include_str!("../lexicon/body_end.tsv"))
                    .map(|row| (row.cell(0), row.cell(1))),
            ),
            entries,
            heads,
        }
    }

    /// The kind of the longest suffix of a name that the table has.
    fn suffix_kind(&self, name: &str) -> Option<DepartmentKind> {
        self.suffixes.suffixes(name).last()?.1
    }

    /// Whether words are the complete name of a body.
    fn is_name(&self, words: &str) -> bool {
        let [front, _] = &self.known;
        let longest = front.prefixes(words).last();
        longest.is_some_and(|(end, word)| end == words.len() && word.name.is_some())
    }

    /// Whether one of the words begins at the start of a text.
    fn begins(&self, text: &str) -> bool {
        let [front, _] = &self.known;
        front.prefixes(text).next().is_some()
    }

    /// What the lexicon knows of `name`: entry, canonical name, where the known words
    /// begin, and whether they are bare. The longest words count; of as many a complete
    /// name, then a stem with its head, the longest head first, then a bare stem.
    fn find(&'static self, name: &str) -> Option<Known> {
        let [_, back] = &self.known;
        let mut best: Option<(usize, Reading)> = None;
        for (at, word) in back.suffixes(name) {
            if let Some(index) = word.name {
                let bare = self.suffix_kind(&name[at..]).is_none();
                if !bare || self.is_region(&name[..at]) {
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
    }

    /// The rank of a level.
    fn level(&self, word: &str) -> Option<u8> {
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

struct Known {
    index: usize,
    canonical: &'static str,
    at: usize,
    bare: bool,
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

    fn canonical(&'static self, head: &str, level: usize) -> &'static str {
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

// ---------------------------------------------------------------------------------------
// One name

/// Reads what body a name stands for.
pub(crate) fn read_body(name: &str) -> Body {
    let whole = name.trim();
    let compact: Cow<'_, str> = if whole.contains(char::is_whitespace) {
        whole.split_whitespace().collect::<String>().into()
    } else {
        whole.into()
    };
    let base = without_second_name(&compact);
    let nothing = Body {
        canonical: None,
        kind: DepartmentKind::Other,
        known_at: base.len(),
        bare: false,
    };
    if base.is_empty() || is_person(base) {
        return nothing;
    }
    if let Some(rest) = after_class(base) {
        let known = LEXICON.find(base);
        return Body {
            kind: class_kind(rest),
            known_at: known.as_ref().map_or(base.len(), |known| known.at),
            bare: LEXICON.find(rest).is_some_and(|known| known.bare),
            ..nothing
        };
    }
    if is_level_list(base) {
        let kind = DepartmentKind::Collective;
        return Body { kind, ..nothing };
    }
    if let Some(known) = LEXICON.find(base) {
        let entry = &LEXICON.entries[known.index];
        let party =
            base[..known.at].ends_with('委') && !base[..known.at].ends_with("国家委");
        return Body {
            canonical: Some(known.canonical),
            kind: match entry.kind {
                DepartmentKind::Agency if party => DepartmentKind::Party,
                kind => kind,
            },
            known_at: known.at,
            bare: known.bare,
        };
    }
    let kind = unknown_kind(base);
    match branch_of(base).filter(|_| kind != DepartmentKind::Other) {
        Some(known) => Body {
            canonical: Some(known.canonical),
            kind: match LEXICON.entries[known.index].kind {
                DepartmentKind::Agency if is_branch(base) => DepartmentKind::Agency,
                _ => kind,
            },
            ..nothing
        },
        None => Body { kind, ..nothing },
    }
}

/// The name without the brackets at its end, unless nothing but a level stands before
/// them: `区公安分局（交管）`, but `各县(市、区)`.
fn without_second_name(name: &str) -> &str {
    let Some(last) = name.chars().next_back().filter(|&c| is_closing(c)) else {
        return name;
    };
    let mut depth = 0usize;
    for (at, c) in name.char_indices().rev() {
        if is_closing(c) {
            depth += 1;
        } else if is_opening(c) {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                let before = name[..at].trim_end();
                return if before.is_empty() {
                    &name[at + c.len_utf8()..name.len() - last.len_utf8()]
                } else {
                    before
                };
            }
        }
    }
    name
}

/// What follows the word that makes a class of a noun: `政府` in `各区政府` gives `区政府`.
fn after_class(name: &str) -> Option<&str> {
    let (class_end, ()) = LEXICON.classes.prefixes(name).last()?;
    let rest = &name[class_end..];
    (!rest.is_empty() && !LEXICON.is_name(name)).then_some(rest)
}

/// What sort of bodies make up a class.
fn class_kind(noun: &str) -> DepartmentKind {
    if is_level_list(noun) {
        return DepartmentKind::Collective;
    }
    match LEXICON.suffix_kind(without_second_name(noun)) {
        Some(
            kind @ (DepartmentKind::Government
            | DepartmentKind::Enterprise
            | DepartmentKind::Institution),
        ) if !noun.chars().all(|c| "市县区镇乡省地州旗".contains(c)) => kind,
        _ => DepartmentKind::Collective,
    }
}

/// The kind of a body that the lexicon does not know, by its last word.
fn unknown_kind(name: &str) -> DepartmentKind {
    match LEXICON.suffix_kind(name) {
        Some(DepartmentKind::Agency) if name.contains("委") && is_party_body(name) => {
            DepartmentKind::Party
        }
        Some(kind) if name.chars().count() > 1 => kind,
        _ => DepartmentKind::Other,
    }
}

/// Whether a name begins with a Party committee: `省委人才发展局`, not `省国资委机关`.
fn is_party_body(name: &str) -> bool {
    [
        "省委", "市委", "区委", "县委", "州委", "盟委", "旗委", "党委", "工委", "中央",
    ]
    .iter()
    .any(|committee| name.find(committee).is_some_and(|at| at <= 6))
}

/// The body whose branch is named: `人民银行` of `人行南昌中心支行`.
fn branch_of(name: &str) -> Option<Known> {
    let mut starts = name.char_indices().take(NATION.len() + 1);
    if !starts.any(|(at, _)| at <= NATION.len() && LEXICON.begins(&name[at..])) {
        return None;
    }
    name.char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take(10)
        .skip(1)
        .filter_map(|end| LEXICON.find(&name[..end]))
        .filter(|known| !known.bare && known.at <= NATION.len())
        .last()
}

/// What may stand before the name of a body that has branches.
const NATION: &str = "国家";

/// Whether a name ends as that of a branch.
fn is_branch(name: &str) -> bool {
    LEXICON.branches.suffixes(name).next().is_some()
}

/// Whether a name stands for a person: `市政府领导`.
pub(crate) fn is_person(name: &str) -> bool {
    let [_, back] = &LEXICON.persons;
    back.suffixes(name).next().is_some()
}

/// Whether a text behind a body's name goes on with a person: `分管领导担任组长`. 负责人才
/// is a verb and its object.
fn names_person(text: &str) -> bool {
    let mut rest = text;
    while let Some((end, ())) = LEXICON.person_qualifiers.prefixes(rest).last() {
        rest = &rest[end..];
    }
    let [front, _] = &LEXICON.persons;
    front.prefixes(rest).last().is_some_and(|(end, ())| {
        !rest[end..].starts_with(['才', '口', '民', '会', '事', '力', '大', '均', '社'])
    })
}

/// Bytes of the longest verb that a text begins with.
fn opening_verb(text: &str) -> Option<usize> {
    let longest = LEXICON.opening_verbs.prefixes(text).last();
    longest.map(|(length, ())| length)
}

/// Whether words are nothing but levels of territory: `各市`, `县〔区〕`, `地（市）`.
pub(crate) fn is_level_list(words: &str) -> bool {
    level_ranks(words).is_some_and(|(first, _)| first > 0)
}

/// The ranks of the first and the last level when words are nothing but levels.
fn level_ranks(words: &str) -> Option<(u8, u8)> {
    let words = words
        .strip_prefix("各级")
        .or(words.strip_prefix('各'))
        .unwrap_or(words);
    let is_mark = |c: char| {
        is_opening(c) || is_closing(c) || matches!(c, '、' | '，' | ',' | '和' | ' ')
    };
    // Most names begin with no level at all.
    let words = words.trim_start_matches(is_mark);
    LEXICON.levels.prefixes(words).next()?;
    let mut ranks: Option<(u8, u8)> = None;
    let parts = words.split(is_mark).filter(|part| !part.is_empty());
    for part in parts {
        let rank = LEXICON.level(part)?;
        ranks = Some((ranks.map_or(rank, |(first, _)| first), rank));
    }
    ranks
}

/// The rank of the level that begins a name: 3 for `县〔区〕政府`.
fn leading_rank(name: &str) -> Option<u8> {
    LEXICON.levels.prefixes(name).last().map(|(_, rank)| rank)
}

// ---------------------------------------------------------------------------------------
// Lists

/// Characters that part the names of a list.
const SEPARATORS: [char; 8] = ['、', '，', ',', '；', ';', '／', '/', '｜'];

/// Words that join the last name to a list.
const JOINERS: [&str; 5] = ["以及", "和", "及", "与", "暨"];

/// Nouns that cannot stand alone behind a joiner: `国务院相关部门和单位` is one name.
const GENERIC_NOUNS: [&str; 12] = [
    "单位",
    "部门",
    "机构",
    "企业",
    "人员",
    "组织",
    "个人",
    "政府",
    "人民政府",
    "地方",
    "其他",
    "团体",
];

/// Reads a list of bodies: the names as written, in order.
///
/// ```ebnf
/// list   = name , { separator , name } , [ "等" , [ class noun ] ] ;
/// separator = "、" | "，" | "；" | "和" | "及" | "以及" | "与" ;
/// ```
///
/// Nothing is parted inside brackets or quotation marks, nor inside a class that shares its
/// head noun: `各市、县〔区〕政府` is one name. `等部门` behind a name is left out, and so
/// are persons.
pub(crate) fn read_department_list(list: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for atom in joined_atoms(list) {
        split_joined(atom, &mut names);
    }
    names
}

/// The parts of a list between separators, those that share a head noun joined again.
fn joined_atoms(list: &str) -> Vec<&str> {
    let atoms = atoms(list);
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (start, end) in atoms {
        let atom = &list[start..end];
        match joined.last_mut() {
            Some((first, last))
                if shares_head(last_joined(&list[*first..*last]), atom) =>
            {
                *last = end;
            }
            _ => joined.push((start, end)),
        }
    }
    joined
        .into_iter()
        .map(|(start, end)| &list[start..end])
        .collect()
}

/// What follows the last joiner: `各市` of `省教育厅和各市`.
fn last_joined(atom: &str) -> &str {
    let last = joiners(atom).into_iter().next_back();
    last.map_or(atom, |(at, joiner)| &atom[at + joiner.len()..])
}

/// The parts of a list between separators, trimmed.
fn atoms(list: &str) -> Vec<(usize, usize)> {
    let mut atoms = Vec::new();
    let mut depth = 0usize;
    let mut start = 0;
    let mut close = |start: usize, end: usize| {
        let atom = &list[start..end];
        let from = start + (atom.len() - atom.trim_start().len());
        let to = from + atom.trim().len();
        if to > from {
            atoms.push((from, to));
        }
    };
    for (at, c) in list.char_indices() {
        if is_opening(c) || c == '“' || c == '《' {
            depth += 1;
        } else if is_closing(c) || c == '”' || c == '》' {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && SEPARATORS.contains(&c) {
            close(start, at);
            start = at + c.len_utf8();
        }
    }
    close(start, list.len());
    atoms
}

/// Whether the next part of a list is the rest of this name: `各市` + `县〔区〕政府`,
/// `县级党委` + `政府`.
fn shares_head(name: &str, next: &str) -> bool {
    if matches!(next, "政府" | "人民政府") {
        return name.ends_with("党委") || level_ranks(name).is_some();
    }
    // 自治区各有关委、办、厅、局
    let is_head = |words: &str| LEXICON.heads.iter().any(|&(head, _)| head == words);
    let last = name.char_indices().next_back();
    if next.chars().nth(1).is_none()
        && name.contains('各')
        && is_head(next)
        && last.is_some_and(|(at, _)| is_head(&name[at..]))
    {
        return true;
    }
    let words = after_class(name).filter(|rest| level_ranks(rest).is_some());
    let Some((_, last)) = level_ranks(words.unwrap_or(name)) else {
        return false;
    };
    leading_rank(next).is_some_and(|first| first >= last)
}

/// Parts a name at joiners that stand between two complete names.
fn split_joined<'t>(atom: &'t str, names: &mut Vec<&'t str>) {
    let mut rest = atom;
    'next: loop {
        let found = joiners(rest);
        for (index, &(at, joiner)) in found.iter().enumerate() {
            let (left, after) = (&rest[..at], at + joiner.len());
            // 和 in 省文化和旅游厅和省工业和信息化厅: what counts is the name around it.
            let next = found.get(index + 1).map_or(rest.len(), |&(next, _)| next);
            let (right, around) = (&rest[after..next], &rest[..next]);
            if at == 0 && !names_place(right) {
                rest = &rest[after..];
                continue 'next;
            }
            if can_part(around, left, right, at) {
                push_name(left, names);
                rest = &rest[after..];
                continue 'next;
            }
        }
        push_name(rest, names);
        return;
    }
}

/// Whether a joiner before words belongs to the name of a place: 和平区, 和龙市.
fn names_place(words: &str) -> bool {
    /// Characters of such a name behind its first one at the most.
    const LONGEST: usize = 3;
    words.ends_with(PLACE_ENDS)
        && words.chars().nth(LONGEST).is_none()
        && leading_rank(words).is_none()
        && after_class(words).is_none()
}

/// Places outside brackets and quotation marks where a joiner stands.
fn joiners(text: &str) -> Vec<(usize, &'static str)> {
    if !text.contains(['和', '及', '与', '暨']) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut depth = 0usize;
    let mut skip_to = 0;
    for (at, c) in text.char_indices() {
        if is_opening(c) || c == '“' {
            depth += 1;
        } else if is_closing(c) || c == '”' {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && at >= skip_to {
            let joiner = JOINERS
                .into_iter()
                .find(|word| text[at..].starts_with(word));
            if let Some(joiner) = joiner {
                found.push((at, joiner));
                skip_to = at + joiner.len();
            }
        }
    }
    found
}

fn can_part(around: &str, left: &str, right: &str, at: usize) -> bool {
    let right = right.trim();
    let around = Some(without_rest_of_class(around))
        .filter(|words| words.len() > at)
        .unwrap_or(around);
    let left = without_rest_of_class(left.trim());
    !left.is_empty()
        && right.chars().count() > 1
        && !GENERIC_NOUNS.contains(&right)
        && (!right.starts_with('其') || after_class(right).is_some())
        && read_body(left).is_body()
        && read_body(around).known_at >= at
        && !shares_office(left, right)
        && !shares_head(left, right)
}

/// Whether one office has two fields of work: 区科技和经信局 has one 局 and one 区.
fn shares_office(left: &str, right: &str) -> bool {
    let field = read_body(left);
    let (office, heads) = (read_body(right), LEXICON.head_ends.suffixes(right));
    let headed = heads.last().is_some_and(|(at, head)| {
        let (_, full) = LEXICON.heads[head];
        at > 0 && !full.is_empty()
    });
    // 经济合作局, which the table lacks, has no 区 of its own either.
    let placeless = office.known_at == 0
        || office.canonical.is_none()
            && leading_rank(right).is_none()
            && !is_place(right);
    field.bare && field.known_at > 0 && headed && placeless
}

/// Adds a name, cleaned of what is no part of it.
fn push_name<'t>(words: &'t str, names: &mut Vec<&'t str>) {
    let name = words
        .trim()
        .trim_start_matches(['由', '请', '：', ':', '*', '●', '•', '·'])
        .trim_end_matches(['。', '；', '，', '、', ';', ',', '.', '：', ':'])
        .trim();
    let name = without_state_note(without_rest_of_class(name));
    if name.is_empty() || !name.chars().any(is_han) || is_placeholder(name) {
        return;
    }
    if name.contains(char::is_whitespace) && name.split_whitespace().all(stands_alone) {
        names.extend(name.split_whitespace());
    } else if !is_person(name) {
        names.push(name);
    }
}

fn stands_alone(name: &str) -> bool {
    let body = read_body(name);
    body.is_body() && !body.bare && name.chars().count() > 2
}

fn is_placeholder(name: &str) -> bool {
    matches!(name, "无" | "暂无" | "等")
}

pub(crate) fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9FFF}').contains(&c) || ('\u{20000}'..='\u{323AF}').contains(&c)
}

/// Bytes of a note in brackets behind a name at most.
const LONGEST_NOTE: usize = 240;

/// A name without a note in brackets on how to read the list: `市卫生健康委(…，下同)`.
fn without_state_note(name: &str) -> &str {
    let is_note = |words: &str| {
        ["下同", "简称", "以下"]
            .iter()
            .any(|word| words.contains(word))
    };
    let mut brackets = name.match_indices(is_opening);
    // 中国（上海）自由贸易试验区管理委员会（以下简称管委会）
    let note = brackets.find(|&(at, _)| {
        let rest = head(&name[at..], LONGEST_NOTE);
        is_note(&rest[..rest.find(is_closing).unwrap_or(rest.len())])
    });
    match note {
        Some((at, _)) if at > 0 => name[..at].trim_end(),
        _ => name,
    }
}

/// Characters before 等 with which it makes a word: 高等, 平等.
const BEFORE_GRADE: &str = "高中初平同均对特优甲乙丙";
/// Characters after 等 with which it makes a word: 等级, 等候.
const AFTER_GRADE: &str = "级候待额效离温号";

/// A name without 等部门 behind it: `银保监会等相关部门` is `银保监会`.
pub(crate) fn without_rest_of_class(name: &str) -> &str {
    let Some(at) = find_and_others(name) else {
        return name;
    };
    name[..at].trim_end()
}

/// Where a 等 stands that closes a list.
fn find_and_others(name: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut before = None;
    for (at, c) in name.char_indices() {
        if is_opening(c) {
            depth += 1;
        } else if is_closing(c) {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && ends_list(&name[at..], before) {
            return Some(at);
        }
        before = Some(c);
    }
    None
}

/// Whether words begin with a 等 that closes a list, and no 等级.
fn ends_list(words: &str, before: Option<char>) -> bool {
    let Some(behind) = words.strip_prefix('等') else {
        return false;
    };
    let word_before = before.is_some_and(|b| BEFORE_GRADE.contains(b));
    let word_after = behind.starts_with(|next| AFTER_GRADE.contains(next));
    let school = ["学校", "院校", "职业", "专业", "教育"]
        .iter()
        .any(|word| behind.starts_with(word));
    !(word_after || word_before && school)
}

// ---------------------------------------------------------------------------------------
// Names in running text

/// Bodies named at one place of a running text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Naming<'t> {
    pub(crate) names: Vec<&'t str>,
    /// Byte behind the list, 等部门 included.
    pub(crate) end: usize,
}

/// Reads the bodies that `text` begins with: `市、区财政部门` of `市、区财政部门承担…`.
pub(crate) fn read_leading_bodies(text: &str) -> Option<Naming<'_>> {
    let mut at = 0;
    let mut end = None;
    let mut bare = false;
    loop {
        let rest = &text[at..];
        if let Some(atom) = listed_atom(rest) {
            bare |= read_body(atom).bare;
            at += atom.len();
            if rest[atom.len()..].starts_with('等') {
                end = Some(at);
                break;
            }
            at += '、'.len_utf8();
            continue;
        }
        let Some(name) = read_leading_name(rest) else {
            break;
        };
        at += name.len();
        // 省发展改革、工业和信息化部门: the last name says that they are bodies.
        bare = false;
        end = Some(at);
        let joiner = JOINERS
            .into_iter()
            .chain(["、"])
            .find(|word| text[at..].starts_with(word));
        match joiner {
            Some(word) => at += word.len(),
            None => break,
        }
    }
    let mut end = end?;
    let mut others = false;
    if let Some(rest) = text[end..].strip_prefix('等') {
        others = true;
        let noun = read_class_noun(rest);
        end += '等'.len_utf8() + noun;
        // 等部门和单位; 等部门及各地区 is left to the next clause.
        for generic in ["和单位", "和部门", "（单位）", "(单位)"] {
            if text[end..].starts_with(generic) {
                end += generic.len();
            }
        }
    }
    if bare && !others || names_person(&text[end..]) {
        return None;
    }
    let names = read_department_list(&text[..end]);
    (!names.is_empty()).then_some(Naming { names, end })
}

/// A name that a 、 or 等 follows.
fn listed_atom(text: &str) -> Option<&str> {
    let mut depth = 0usize;
    for (count, (at, c)) in text.char_indices().enumerate() {
        if count > LONGEST_NAME {
            return None;
        }
        if is_opening(c) {
            depth += 1;
        } else if is_closing(c) {
            depth = depth.checked_sub(1)?;
        } else if depth == 0 && (c == '、' || c == '等' && closes_list(text, at)) {
            let atom = &text[..at];
            let body = read_body(atom);
            let good = body.is_body()
                && is_clean_name(atom, body)
                && (body.bare || is_level_list(atom) || is_one_name(atom));
            return good.then_some(atom);
        } else if depth == 0 && is_stop(c) {
            return None;
        }
    }
    None
}

/// Whether words are one name from end to end, not a name and what its body does.
pub(crate) fn is_one_name(words: &str) -> bool {
    let simple = words.chars().count() <= LONGEST_EXTENSION;
    let (head, _) = words.split_at(words.find(is_opening).unwrap_or(words.len()));
    read_leading_name(words).is_some_and(|name| {
        name.len() >= head.trim_end().len() || simple && name.len() == words.len()
    })
}

/// Whether the 等 at a place closes a list: not that of 高等学校 or 等级.
fn closes_list(text: &str, at: usize) -> bool {
    ends_list(&text[at..], text[..at].chars().next_back())
}

fn is_stop(c: char) -> bool {
    matches!(
        c,
        '，' | ','
            | '。'
            | '；'
            | ';'
            | '：'
            | ':'
            | '！'
            | '？'
            | '!'
            | '?'
            | '\n'
            | '\r'
            | '“'
            | '”'
            | '《'
            | '》'
    )
}

/// Bytes of the noun behind 等: `有关部门`.
fn read_class_noun(text: &str) -> usize {
    let mut best = 0;
    for (count, (at, c)) in text.char_indices().enumerate() {
        if is_stop(c) || count > 10 {
            break;
        }
        let end = at + c.len_utf8();
        if matches!(
            LEXICON.suffix_kind(&text[..end]),
            Some(DepartmentKind::Collective)
        ) {
            best = end;
            break;
        }
    }
    best
}

/// Reads one body's name at the start of a running text: the first complete name, or a
/// longer one that it is part of.
fn read_leading_name(text: &str) -> Option<&str> {
    let mut best: Option<(usize, usize)> = None;
    // Characters at which a longer name may end.
    let mut reach = LONGEST_NAME;
    let mut depth = 0usize;
    for (count, (at, c)) in text.char_indices().enumerate() {
        let end = at + c.len_utf8();
        if is_opening(c) {
            depth += 1;
            continue;
        }
        if is_closing(c) {
            depth = match depth.checked_sub(1) {
                Some(depth) => depth,
                None => break,
            };
            if depth == 0 && best.is_some_and(|(_, chars)| chars > 0) {
                // A second name in brackets right behind the name is part of it.
                let open = best.map_or(0, |(end, _)| end);
                if text[open..].starts_with(is_opening) {
                    best = Some((end, count));
                    reach = count + reach_behind(&text[..end]);
                }
            }
            continue;
        }
        if depth > 0 {
            continue;
        }
        let closed = c == '等' && closes_list(text, at);
        if closed || is_stop(c) || c == '、' || count > LONGEST_NAME {
            break;
        }
        if count > reach {
            break;
        }
        if !LEXICON.last.contains(c) || goes_on(&text[..end], &text[end..]) {
            continue;
        }
        let words = &text[..end];
        let body = read_body(words);
        // 各区财政 is no 各区, though it names no body by itself.
        let bare = body.bare && (best.is_none() || after_class(words).is_none());
        if !body.is_body() || bare || !is_clean_name(words, body) {
            continue;
        }
        let longer = match best {
            None => !is_level_list(words) || words.starts_with(['各', '有', '相']),
            Some((shorter, _)) => extends(words, shorter, body),
        };
        if longer {
            best = Some((end, count));
            reach = count + reach_behind(words);
        }
    }
    best.map(|(end, _)| &text[..end])
}

/// How many characters behind a complete name a longer one may end.
fn reach_behind(name: &str) -> usize {
    if read_body(name).kind == DepartmentKind::Government {
        LONGEST_NAME
    } else {
        LONGEST_EXTENSION
    }
}

/// Whether the next character makes another word of a name's end: 部 + 分. 副市 is no city
/// but the beginning of 副市长.
fn goes_on(words: &str, rest: &str) -> bool {
    let Some(next) = rest.chars().next() else {
        return false;
    };
    LEXICON
        .continuations
        .suffixes(words)
        .any(|(_, following)| following.contains(next) && !rest.starts_with("会同"))
        || next == '长' && {
            let longer: String = words.chars().chain([next]).collect();
            is_person(&longer)
        }
}

/// Whether a longer name is one body, not a name and what it does.
fn extends(words: &str, shorter: usize, body: Body) -> bool {
    if body.known_at < shorter {
        return true;
    }
    let Some((stem, tail)) = words.split_at_checked(shorter) else {
        return false;
    };
    if let Some(noun) = after_class(words) {
        let place = is_level_list(stem) && extends_place(tail, None);
        // 各区 + 住房保障部门, which holds a verb
        let known = LEXICON.find(tail);
        return place
            || body.bare
            || known.is_some_and(|known| known.at == 0 && !known.bare)
            || is_class_noun(tail)
            || is_class_noun(noun);
    }
    // 市政府各部门, 军队各级防化业务部门
    let levels = tail.starts_with("各级") && !tail.contains('的') && !holds_verb(tail);
    if levels && tail.ends_with("部门") || is_class_of(stem, tail) {
        return true;
    }
    let kind = read_body(stem).kind;
    // 福建广电网络龙岩分公司
    if kind == DepartmentKind::Enterprise && is_branch(tail) && !holds_verb(tail) {
        return true;
    }
    if is_class_noun(tail) && tail.chars().count() > 1 {
        return true;
    }
    if is_place(stem) || branch_of(words).is_some() && is_branch(tail) {
        return extends_place(tail, body.known_at.checked_sub(shorter));
    }
    // 事业单位登记管理机关
    let office = kind == DepartmentKind::Collective
        && ["部门", "机关", "机构"]
            .iter()
            .any(|noun| tail.ends_with(noun))
        && opening_verb(tail).is_none()
        && !holds_verb(tail);
    office
        || body.known_at == shorter
            && matches!(
                kind,
                DepartmentKind::Government
                    | DepartmentKind::Party
                    | DepartmentKind::Temporary
                    | DepartmentKind::Collective
            )
}

/// Whether what follows a place or a Party committee is the body's own name:
/// `上海市` + `医药集中招标采购事务管理所`; `known` is where the lexicon knows the rest from.
fn extends_place(tail: &str, known: Option<usize>) -> bool {
    let kind = LEXICON.suffix_kind(tail);
    let between = known.and_then(|known| tail.get(..known)).unwrap_or(tail);
    let inside = between.len() < tail.len();
    let place = !inside || between.is_empty() || between.ends_with(PLACE_ENDS);
    let named = inside || kind.is_some() && !tail.ends_with(PLACE_ENDS);
    // 市推进旧城改造领导小组 is named after its work; 市成立领导小组 is a sentence.
    let acts = if kind == Some(DepartmentKind::Temporary) {
        mark::FOUNDING_VERB.opening(tail).is_some()
    } else {
        holds_verb(between) || opening_verb(tail).is_some() && !inside
    };
    place && named && !acts
}

/// Last characters of places.
const PLACE_ENDS: [char; 10] =
    ['省', '市', '县', '区', '旗', '州', '盟', '镇', '乡', '级'];

/// Whether words are a place or a Party committee, which a body's own name may follow.
fn is_place(words: &str) -> bool {
    words.ends_with(PLACE_ENDS)
        || words.ends_with(['委', '院']) && read_body(words).canonical.is_none()
        || words == "国务院"
}

/// Whether words are a noun that classes of bodies end with.
pub(crate) fn is_class_noun(words: &str) -> bool {
    let suffix = LEXICON.suffixes.suffixes(words).last();
    suffix.is_some_and(|(at, kind)| at == 0 && kind.is_some())
        || LEXICON.heads.iter().any(|&(head, _)| head == words)
}

/// Whether a verb of two characters or more stands in words.
fn holds_verb(words: &str) -> bool {
    words.char_indices().any(|(at, _)| {
        opening_verb(&words[at..]).is_some_and(|length| length > '会'.len_utf8())
    })
}

/// Bytes of a verb that tells a clause from a name at the most.
const LONGEST_VERB: usize = 12;

/// Whether words that name a body have nothing else before the name: `建立市场监管部门` has.
pub(crate) fn is_clean_name(words: &str, body: Body) -> bool {
    if body.known_at == 0 && body.canonical.is_some() {
        return true;
    }
    let verb = LEXICON.opening_verbs.prefixes(words).next();
    let opens_with_verb = verb.is_some_and(|(end, ())| end <= LONGEST_VERB);
    let has_agent = words.match_indices(['由', '向']).any(|(at, _)| {
        // 自由, 理由, 经由; 面向, 定向, 方向, 动向, 意向, 导向
        !words[..at].ends_with(['自', '理', '经', '面', '定', '方', '动', '意', '导'])
    });
    // 各 makes a class near the start of a name only, 地方各级人民政府, or of what belongs to
    // a government: 市政府各部门.
    let class_inside = words.find('各').is_some_and(|at| {
        at > "地方".len()
            && after_class(words).is_none()
            && !is_level_list(&words[..at])
            && !is_class_of(&words[..at], &words[at..])
    });
    let unknown_class = after_class(words).is_some_and(|noun| {
        !is_level_list(noun)
            && LEXICON.suffix_kind(without_second_name(noun)).is_none()
            && LEXICON.find(noun).is_none()
    });
    // 经 opens a clause, 经开区 does not; nor does 当地.
    let opens_with_verb =
        opens_with_verb && after_class(words).is_none() && !is_class_noun(words);
    !opens_with_verb
        && !has_agent
        && !class_inside
        && !unknown_class
        && !words.contains(['《', '，', '%'])
        && !words.contains("会同")
}

/// Whether a class of bodies is one of a government or a committee: 市政府 + 各部门.
fn is_class_of(whole: &str, class: &str) -> bool {
    let governs = matches!(
        read_body(whole).kind,
        DepartmentKind::Government | DepartmentKind::Party
    );
    governs && after_class(class).is_some_and(is_class_noun)
}

/// Whether a name says of no body what it works at: `有关部门`, but not `各区财政部门`.
pub(crate) fn is_vague(name: &str) -> bool {
    let noun = after_class(name).unwrap_or(name);
    is_phrase("vague", noun)
}

/// Whether every name is a body and nothing else, and a bare field of work is none alone.
pub(crate) fn are_bodies(names: &[&str]) -> bool {
    !names.is_empty()
        && names.iter().all(|name| {
            let body = read_body(name);
            body.is_body() && is_clean_name(name, body)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn lists(text: &str, expected: &[&str]) {
        assert_eq!(read_department_list(text), expected, "{text}");
    }

    #[test]
    fn peers_are_parted_at_every_separator() {
        lists(
            "省卫生健康委、省委编办,各市县",
            &["省卫生健康委", "省委编办", "各市县"],
        );
        lists(
            "体育总局；民政部，财政部",
            &["体育总局", "民政部", "财政部"],
        );
        lists(
            "民政厅、医保局和各级人民政府",
            &["民政厅", "医保局", "各级人民政府"],
        );
        lists("国务院相关部门及各地区", &["国务院相关部门", "各地区"]);
        lists("省教育厅 省财政厅", &["省教育厅", "省财政厅"]);
        lists(
            "区政府办公室、区绿化市容局、\n\n区规划资源局",
            &["区政府办公室", "区绿化市容局", "区规划资源局"],
        );
    }

    #[test]
    fn joiners_inside_a_name_part_nothing() {
        lists(
            "省住房和城乡建设厅、省文化和旅游厅和省工业和信息化厅",
            &["省住房和城乡建设厅", "省文化和旅游厅", "省工业和信息化厅"],
        );
        lists("国家发展和改革委员会", &["国家发展和改革委员会"]);
        lists("区科技和经信局", &["区科技和经信局"]);
        lists("区商务和经济合作局", &["区商务和经济合作局"]);
        lists("市商务局和财政局", &["市商务局", "财政局"]);
        lists("市教育和卫生部门", &["市教育", "卫生部门"]);
        lists(
            "同级规划和自然资源、住房城乡建设等部门",
            &["同级规划和自然资源", "住房城乡建设"],
        );
        lists(
            "教育行政部门和其他有关部门",
            &["教育行政部门", "其他有关部门"],
        );
        lists(
            "国务院相关部门和单位及各地区",
            &["国务院相关部门和单位", "各地区"],
        );
        lists(
            "粮食和储备局、文化和旅游部门",
            &["粮食和储备局", "文化和旅游部门"],
        );
    }

    #[test]
    fn classes_that_share_a_head_stay_one() {
        lists(
            "省教育厅，各市、县〔区〕政府，赣江新区管委会",
            &["省教育厅", "各市、县〔区〕政府", "赣江新区管委会"],
        );
        lists(
            "各县(市、区)、各市、县、自治县政府",
            &["各县(市、区)", "各市、县、自治县政府"],
        );
        lists(
            "有关设区市、县〔区〕人民政府",
            &["有关设区市、县〔区〕人民政府"],
        );
        lists(
            "各省、自治区、直辖市人民政府",
            &["各省、自治区、直辖市人民政府"],
        );
        lists(
            "市、区民政部门和镇人民政府",
            &["市、区民政部门", "镇人民政府"],
        );
        lists("县级党委、政府", &["县级党委、政府"]);
        lists(
            "市发展改革委，各区、县级市",
            &["市发展改革委", "各区、县级市"],
        );
        lists("各街镇、开发区", &["各街镇", "开发区"]);
        lists(
            "自治区各有关委、办、厅、局，各直属机构",
            &["自治区各有关委、办、厅、局", "各直属机构"],
        );
        lists(
            "税务总局及各省、自治区、直辖市和计划单列市税务局",
            &["税务总局", "各省、自治区、直辖市和计划单列市税务局"],
        );
        lists(
            "省和地级以上市公共数据主管部门",
            &["省和地级以上市公共数据主管部门"],
        );
        lists(
            "市委农办,各县<市、区>人民政府",
            &["市委农办", "各县<市、区>人民政府"],
        );
        lists("各镇人民政府、街道办事处", &["各镇人民政府", "街道办事处"]);
        lists("各地(市)行署(人民政府)", &["各地(市)行署(人民政府)"]);
        lists(
            "区党委组织部(编办),发展改革委",
            &["区党委组织部(编办)", "发展改革委"],
        );
    }

    #[test]
    fn the_rest_of_a_class_is_left_out() {
        lists(
            "财政部、银保监会等国务院相关部门及各地区",
            &["财政部", "银保监会", "各地区"],
        );
        lists(
            "扶贫办、全国妇联等和各省级人民政府",
            &["扶贫办", "全国妇联", "各省级人民政府"],
        );
        lists(
            "发改、财政、人力社保、卫生计生等部门",
            &["发改", "财政", "人力社保", "卫生计生"],
        );
        lists("省商务厅等省直有关部门", &["省商务厅"]);
        lists("省直有关部门", &["省直有关部门"]);
        lists("省教育厅、有关高等学校", &["省教育厅", "有关高等学校"]);
        lists("省教育厅、各高等院校", &["省教育厅", "各高等院校"]);
        lists("市教育局，中等专业学校", &["市教育局", "中等专业学校"]);
        lists("河东区、和平等区", &["河东区", "和平"]);
        lists("河东区、和平区", &["河东区", "和平区"]);
        lists("市财政局、和各区", &["市财政局", "各区"]);
        lists("市财政局、和市区", &["市财政局", "市区"]);
        lists("市教育局，和市财政局", &["市教育局", "市财政局"]);
        lists(
            "文化和旅游部等和各有关省级人民政府",
            &["文化和旅游部", "各有关省级人民政府"],
        );
        lists(
            "国防部（军事等事项）、教育部",
            &["国防部（军事等事项）", "教育部"],
        );
        lists("“地、钱”办、教育部", &["“地、钱”办", "教育部"]);
        lists(
            "民政部门以及养老服务指导单位",
            &["民政部门", "养老服务指导单位"],
        );
        lists("办、厅、局", &["办", "厅", "局"]);
        lists("50%、XXX", &[]);
        lists("有关部门应当依法及时", &["有关部门应当依法及时"]);
        lists("市财政局、与准入", &["市财政局", "准入"]);
        lists("区科技和市经信局", &["区科技", "市经信局"]);
        lists("区科技和经信", &["区科技", "经信"]);
        lists("区科技和某某局", &["区科技和某某局"]);
        lists("科技和经信局", &["科技", "经信局"]);
        lists("市商务和局", &["市商务和局"]);
        lists("市商务局和其他", &["市商务局和其他"]);
        lists("市商务局和其部门", &["市商务局和其部门"]);
        lists("市教育局（含语委，下同）", &["市教育局"]);
        lists("（以下简称市政府）", &["（以下简称市政府）"]);
        lists("自治区有关委、办", &["自治区有关委", "办"]);
        lists("申通地铁 集团", &["申通地铁 集团"]);
        lists("各直属机构： 近年来", &["各直属机构： 近年来"]);
    }

    #[test]
    fn persons_are_no_bodies() {
        lists("市长、市政府领导、市财政局", &["市财政局"]);
        lists("国家粮食局主要负责人", &[]);
        lists("无", &[]);
    }

    #[track_caller]
    fn resolves(name: &str, canonical: &str, kind: DepartmentKind) {
        let canonical = Some(canonical).filter(|words| !words.is_empty());
        assert_eq!(resolve(name), (canonical, kind), "{name}");
    }

    #[test]
    fn abbreviations_resolve_to_full_names() {
        use DepartmentKind::{Agency, Party};
        resolves("省卫生健康委", "卫生健康委员会", Agency);
        resolves("市卫健委", "卫生健康委员会", Agency);
        resolves("国家发展改革委", "发展和改革委员会", Agency);
        resolves("省财政厅", "财政厅", Agency);
        resolves("市人社局", "人力资源和社会保障局", Agency);
        resolves("人力资源社会保障厅", "人力资源和社会保障厅", Agency);
        resolves("市住房城乡建设管理委", "住房和城乡建设管理委员会", Agency);
        resolves("海南银保监局", "银行保险监督管理局", Agency);
        resolves("银保监会", "银行保险监督管理委员会", Agency);
        resolves("国家外汇管理局", "外汇管理局", Agency);
        resolves("合肥海关", "海关", Agency);
        resolves("省委编办", "机构编制委员会办公室", Party);
        resolves("区党委组织部(编办)", "组织部", Party);
        resolves("中央网信办", "网络安全和信息化委员会办公室", Party);
        resolves("市交通委（市道运局）", "交通委员会", Agency);
        resolves("省民政部门", "民政厅", Agency);
        resolves("市绿化市容部门", "绿化和市容管理局", Agency);
        resolves("省药监局", "药品监督管理局", Agency);
    }

    #[test]
    fn historical_bodies_keep_their_own_names() {
        use DepartmentKind::Agency;
        resolves("市卫生计生局", "卫生和计划生育局", Agency);
        resolves("省卫计委", "卫生和计划生育委员会", Agency);
        resolves("省食药监局", "食品药品监督管理局", Agency);
        resolves("省国土资源厅", "国土资源厅", Agency);
    }

    #[test]
    fn bare_fields_of_work_resolve() {
        use DepartmentKind::Agency;
        resolves("发改", "发展和改革委员会", Agency);
        resolves("卫生计生", "卫生和计划生育局", Agency);
        resolves("省发展改革", "发展和改革委员会", Agency);
        resolves("人力社保", "人力资源和社会保障局", Agency);
    }

    #[test]
    fn kinds_follow_the_last_word() {
        use DepartmentKind::{
            Agency, Collective, Enterprise, Government, Institution, Judicial, Mass,
            Other, Party, Temporary,
        };
        resolves("各区政府", "", Government);
        resolves("各市县", "", Collective);
        resolves("有关部门", "", Collective);
        resolves("各级人民政府", "", Government);
        resolves("市人民政府", "人民政府", Government);
        resolves("陵水县", "", Government);
        resolves("申通地铁集团", "", Enterprise);
        resolves("各航空公司", "", Enterprise);
        resolves("省人民医院", "", Institution);
        resolves("全国总工会", "总工会", Mass);
        resolves("全国工商联", "工商业联合会", Mass);
        resolves("市检察院", "人民检察院", Judicial);
        resolves("省医改办", "深化医药卫生体制改革领导小组办公室", Temporary);
        resolves(
            "省新型冠状病毒感染的肺炎疫情防控应急指挥部办公室",
            "",
            Temporary,
        );
        resolves("省委人才发展局", "人才发展局", Party);
        resolves("省局行政审批处", "", Agency);
        resolves("人行南昌中心支行", "中国人民银行", Agency);
        resolves("西藏军区保障部", "军区保障部", Other);
        resolves("医疗卫生资源", "", Other);
        resolves("国务院有关部委", "", Collective);
        resolves("国务院有关部门", "", Collective);
        resolves("铁路监管部门", "铁路局", Agency);
        resolves("区建设管理委", "建设管理委员会", Agency);
        resolves("改革委员会", "", Agency);
        resolves("省委办公厅", "党委办公室", Party);
        resolves("省委试点局", "", Party);
        resolves("国家试点委员会", "", Agency);
        resolves("各位代表", "", Other);
        resolves("（市教育局）", "教育局", Agency);
        resolves("（（市教育局））", "", Other);
        resolves("市公安局(交警（支队）)", "公安局", Agency);
        resolves("各市县区", "", Collective);
        resolves("各县区政府", "", Government);
        resolves("各县医院", "", Institution);
        resolves("国家人民银行某某分行", "中国人民银行", Agency);
        resolves("工行某某支行", "", Enterprise);
        resolves("教育部成员单位", "教育部", Collective);
        resolves("市级", "", Collective);
        resolves("本", "", Other);
        resolves("局", "", Other);
        resolves("市政府领导", "", Other);
    }

    #[track_caller]
    fn leads(text: &str, names: &[&str], rest: &str) {
        let naming = read_leading_bodies(text).expect(text);
        assert_eq!(
            (naming.names.as_slice(), &text[naming.end..]),
            (names, rest)
        );
    }

    #[test]
    fn bodies_at_the_start_of_running_text() {
        leads("医管办牵头", &["医管办"], "牵头");
        leads("有关部门加强对医改", &["有关部门"], "加强对医改");
        leads(
            "各设区市人民政府确定部门",
            &["各设区市人民政府"],
            "确定部门",
        );
        leads("市绿化市容部门结合实际", &["市绿化市容部门"], "结合实际");
        leads("相应的绿化市容部门审核", &["相应的绿化市容部门"], "审核");
        leads(
            "各区卫生健康行政部门确定承担",
            &["各区卫生健康行政部门"],
            "确定承担",
        );
        leads(
            "发改、财政、人力社保、卫生计生等部门共同",
            &["发改", "财政", "人力社保", "卫生计生"],
            "共同",
        );
        leads("市、区财政部门承担", &["市、区财政部门"], "承担");
        leads("市政府办公室负责", &["市政府办公室"], "负责");
        leads("省委组织部会同省财政厅", &["省委组织部"], "会同省财政厅");
        leads("发展改革委会同财政部", &["发展改革委"], "会同财政部");
        leads("市政府各部门落实", &["市政府各部门"], "落实");
        leads(
            "军队各级防化业务部门负责",
            &["军队各级防化业务部门"],
            "负责",
        );
        leads("本省各级财政保障", &["本省"], "各级财政保障");
        leads(
            "福建广电网络龙岩分公司编制",
            &["福建广电网络龙岩分公司"],
            "编制",
        );
        leads(
            "中国残疾人联合会及其地方组织依照",
            &["中国残疾人联合会及其地方组织"],
            "依照",
        );
        leads(
            "教育部门和卫生健康部门制定",
            &["教育部门", "卫生健康部门"],
            "制定",
        );
        leads("国务院组织有关部门", &["国务院"], "组织有关部门");
        leads(
            "事业单位登记管理机关核准",
            &["事业单位登记管理机关"],
            "核准",
        );
        leads("市民政部门办理", &["市民政部门"], "办理");
        leads(
            "镇人民政府（街道办事处）可以通过政府建设、政府购买",
            &["镇人民政府（街道办事处）"],
            "可以通过政府建设、政府购买",
        );
        leads(
            "县（市）主管机关应遴聘专家、学者",
            &["县（市）主管机关"],
            "应遴聘专家、学者",
        );
        leads(
            "各级发展改革、财政部门制定",
            &["各级发展改革", "财政部门"],
            "制定",
        );
        leads("多部门共建项目", &["多部门"], "共建项目");
        leads(
            "国务院计划主管部门商有关部门",
            &["国务院计划主管部门"],
            "商有关部门",
        );
        leads(
            "各地(市)行署(人民政府)负责,发展改革委、卫生健康委配合",
            &["各地(市)行署(人民政府)"],
            "负责,发展改革委、卫生健康委配合",
        );
        leads(
            "区党委组织部(编办),教育厅、科技厅",
            &["区党委组织部(编办)"],
            ",教育厅、科技厅",
        );
        leads("市教育局、高等学校负责", &["市教育局", "高等学校"], "负责");
        leads("高等学校负责", &["高等学校"], "负责");
        leads(
            "东方市、澄迈县等市县试点",
            &["东方市", "澄迈县"],
            "市县试点",
        );
        leads(
            "北京市商国家计委、财政部",
            &["北京市"],
            "商国家计委、财政部",
        );
        leads("统计等专项监督", &["统计"], "专项监督");
        leads(
            "工业和信息化部、科技部等负责。列第一位者为牵头单位",
            &["工业和信息化部", "科技部"],
            "负责。列第一位者为牵头单位",
        );
        leads("市教育局等有关部门（单位）负责", &["市教育局"], "负责");
        leads("市教育局等部门和单位负责", &["市教育局"], "负责");
        leads("财政、市教育局负责", &["财政", "市教育局"], "负责");
        leads("上海市建立市场监管局", &["上海市"], "建立市场监管局");
        leads("上海市成立领导小组", &["上海市"], "成立领导小组");
        leads(
            "上海市推进旧城改造领导小组统筹",
            &["上海市推进旧城改造领导小组"],
            "统筹",
        );
        leads(
            "军队各级组织开展防化业务部门",
            &["军队"],
            "各级组织开展防化业务部门",
        );
        leads("军队各级的业务部门", &["军队"], "各级的业务部门");
        leads("事业单位组织登记机关", &["事业单位"], "组织登记机关");
        leads(
            "福建广电网络建设龙岩分公司",
            &["福建广电网络"],
            "建设龙岩分公司",
        );
        leads("市教育局各部门", &["市教育局"], "各部门");
        leads("各区财政", &["各区"], "财政");
        leads("各区财政部门", &["各区财政部门"], "");
        leads("各区住房保障部门负责", &["各区住房保障部门"], "负责");
        leads("各区保障房办", &["各区"], "保障房办");
        leads("各区绿化管理部门", &["各区绿化管理部门"], "");
        leads("有关财政局", &["有关财政局"], "");
        leads("市商务局和其他", &["市商务局"], "和其他");
        leads(
            "市公安局(交警（支队）)负责",
            &["市公安局(交警（支队）)"],
            "负责",
        );
        for text in [
            "（复核）报告",
            "“司机之家”37个",
            "办、局：",
            "市教育局、财政负责",
            "财政、教育、公安负责",
            "市政府副市长",
            "市长热线",
        ] {
            assert_eq!(read_leading_bodies(text), None, "{text}");
        }
        // 40 characters are a name, 41 are none.
        let name = |length: usize| "某".repeat(length - 3) + "委员会";
        leads(&name(41), &[name(41).as_str()], "");
        assert_eq!(read_leading_bodies(&name(42)), None);
        assert_eq!(read_leading_bodies("司法能力"), None);
        assert_eq!(read_leading_bodies("财政全额支付"), None);
        assert_eq!(read_leading_bodies("市长担任组长"), None);
        assert_eq!(
            read_leading_bodies("市政府领导牵头").map(|n| n.names.len()),
            None
        );
    }
}
