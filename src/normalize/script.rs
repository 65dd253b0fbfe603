//! Traditional → simplified (繁體 → 简体): OpenCC's `t2s` over OpenCC's own tables.
//!
//! Greedy and in one pass: at each place the longest phrase that begins there, else the
//! character alone. No entry of `t2s` changes the number of characters, so character *i*
//! of the output is character *i* of the input.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::fmt;
use std::ops::Range;
use std::sync::LazyLock;

use crate::document::Script;
use crate::lexicon::rows;
use crate::text::{OffsetMap, Rewriter};

pub(super) const CHARACTERS: &str = include_str!("../lexicon/t2s_characters.tsv");
const COMPATIBILITY: &str = include_str!("../lexicon/t2s_compatibility.tsv");
pub(super) const PHRASES: &str = include_str!("../lexicon/t2s_phrases.tsv");
const OWN: &str = include_str!("../lexicon/t2s_own.tsv");

/// The Han characters that UTF-8 writes in three bytes, extension A included; the
/// compatibility ideographs lie further up.
const HAN: Range<u32> = 0x3400..0xA000;

/// Something that rewrites traditional as simplified characters.
pub(crate) trait Converter: fmt::Debug {
    /// The text in simplified characters, and the map back.
    fn convert<'t>(&self, text: &'t str) -> (Cow<'t, str>, OffsetMap);
}

/// OpenCC's `t2s` and, on top of it, the phrases that it leaves.
static T2S: LazyLock<Tables> = LazyLock::new(Tables::new);

/// The built-in conversion; its tables are read when the first text needs them.
#[derive(Debug)]
struct BuiltIn;

impl Converter for BuiltIn {
    fn convert<'t>(&self, text: &'t str) -> (Cow<'t, str>, OffsetMap) {
        T2S.convert(text)
    }
}

/// The converter that needs nothing else; [`script`] says whether a text needs it.
pub(crate) fn t2s() -> &'static dyn Converter {
    &BuiltIn
}

/// Tables of conversion, by the character that an entry begins with.
#[derive(Debug)]
pub(super) struct Tables {
    /// For each of [`HAN`]: the character it becomes, or, below the first of [`HAN`], an
    /// index of `special`.
    han: Box<[u16]>,
    /// The characters of four bytes, by indices of `special`.
    astral: HashMap<char, u16>,
    special: Vec<Special>,
    compatibility: HashMap<char, &'static str>,
}

/// What a character becomes when that depends on its neighbours, or takes another number
/// of bytes.
#[derive(Debug, Default)]
struct Special {
    /// What it becomes alone.
    alone: Option<char>,
    /// The phrases that begin with it, ordered by their second character, then longest
    /// first.
    phrases: Vec<Phrase>,
    /// A bit for every last byte of a second character, modulo 64: without it, no phrase
    /// begins here.
    seconds: u64,
    /// Our own phrases around it, by the character that stands before it, or after it
    /// where none does; the deciding ones first.
    own: HashMap<Beside, Vec<OwnPhrase>>,
}

#[derive(Debug)]
struct Phrase {
    second: char,
    /// All that follows the first character.
    after: &'static str,
    traditional: &'static str,
    simplified: &'static str,
}

#[derive(Debug, PartialEq, Eq, Hash)]
enum Beside {
    Before(char),
    After(char),
}

/// A phrase of ours: what stands before and after the character that it decides.
#[derive(Debug)]
struct OwnPhrase {
    before: String,
    after: String,
    /// What the character becomes; `None` when it stays as it is.
    becomes: Option<char>,
}

impl OwnPhrase {
    /// The longest phrase decides, of two equally long ones that which changes nothing.
    fn rank(&self) -> (Reverse<usize>, bool) {
        let length = self.before.len() + self.after.len();
        (Reverse(length), self.becomes.is_some())
    }
}

impl Tables {
    /// OpenCC's `t2s` with our phrases on top.
    fn new() -> Self {
        let mut tables = Self::opencc();
        tables.add_own();
        tables
    }

    /// OpenCC's `t2s` as it is.
    pub(super) fn opencc() -> Self {
        let mut tables = Self {
            han: HAN.map(|scalar| scalar as u16).collect(),
            astral: HashMap::new(),
            special: Vec::new(),
            compatibility: HashMap::new(),
        };
        for row in rows(CHARACTERS) {
            if let [Some(from), Some(to)] = row.cells().map(only_char) {
                match (han_index(from), u16::try_from(u32::from(to))) {
                    (Some(index), Ok(to)) => tables.han[index] = to,
                    _ => tables.special(from).alone = Some(to),
                }
            }
        }
        for row in rows(PHRASES) {
            let mut characters = row.cell(0).chars();
            let first = characters.next();
            let after = characters.as_str();
            if let (Some(first), Some(second)) = (first, characters.next()) {
                let special = tables.special(first);
                special.seconds |=
                    last_byte_bit(second.encode_utf8(&mut [0; 4]).as_bytes());
                special.phrases.push(Phrase {
                    second,
                    after,
                    traditional: row.cell(0),
                    simplified: row.cell(1),
                });
            }
        }
        for special in &mut tables.special {
            special
                .phrases
                .sort_by_key(|phrase| (phrase.second, Reverse(phrase.traditional.len())));
        }
        tables.compatibility = rows(COMPATIBILITY)
            .filter_map(|row| Some((only_char(row.cell(0))?, row.cell(1))))
            .collect();
        tables
    }

    /// Adds our phrases, each as it is written and as OpenCC leaves it: texts of mixed
    /// script have it so.
    fn add_own(&mut self) {
        for row in rows(OWN) {
            let (word, becomes) = (row.cell(0), row.cell(1));
            let Some((before, after)) = word.split_once(row.cell(2)) else {
                continue;
            };
            let Some(decided) = only_char(row.cell(2)) else {
                continue;
            };
            let becomes = becomes
                .chars()
                .nth(before.chars().count())
                .filter(|&becomes| becomes != decided);
            let half_way = (
                self.convert(before).0.into_owned(),
                self.convert(after).0.into_owned(),
            );
            let written = (before.to_owned(), after.to_owned());
            let also = (half_way != written).then_some(half_way);
            let own = &mut self.special(decided).own;
            for (before, after) in std::iter::once(written).chain(also) {
                let beside = (before.chars().next_back().map(Beside::Before))
                    .or_else(|| after.chars().next().map(Beside::After));
                if let Some(beside) = beside {
                    own.entry(beside).or_default().push(OwnPhrase {
                        before,
                        after,
                        becomes,
                    });
                }
            }
        }
        for special in &mut self.special {
            for phrases in special.own.values_mut() {
                phrases.sort_by_key(OwnPhrase::rank);
            }
        }
    }

    /// The special entry of a character, made when it has none.
    fn special(&mut self, character: char) -> &mut Special {
        // The tables have under two thousand special characters, `HAN` begins at 13,312.
        let next = self.special.len() as u16;
        let (index, alone) = match han_index(character) {
            Some(index) if u32::from(self.han[index]) >= HAN.start => {
                let alone = std::mem::replace(&mut self.han[index], next);
                (next, char::from_u32(alone.into()))
            }
            Some(index) => (self.han[index], None),
            None => (*self.astral.entry(character).or_insert(next), None),
        };
        if index == next {
            self.special.push(Special {
                alone: alone.filter(|&alone| alone != character),
                ..Special::default()
            });
        }
        &mut self.special[usize::from(index)]
    }

    /// Compatibility ideographs as unified ones, which phrases are written with.
    fn unify<'t>(&self, text: &'t str) -> (Cow<'t, str>, OffsetMap) {
        let mut rewriter = Rewriter::new(text);
        for (at, character) in text.char_indices() {
            if let Some(unified) = self.compatibility.get(&character) {
                rewriter.replace(at..at + character.len_utf8(), unified);
            }
        }
        rewriter.finish()
    }

    /// Converts what keeps its length in place and returns the rest as edits; `None` when
    /// the text has a compatibility ideograph.
    fn convert_in_step(&self, text: &str) -> Option<(Vec<u8>, Uneven)> {
        let bytes = text.as_bytes();
        let mut out = bytes.to_vec();
        let mut uneven = Uneven::new();
        let mut at = 0;
        while let Some(&lead) = bytes.get(at) {
            let index = match lead {
                0xE3..=0xE9 => {
                    let Some(character) = out[at..].first_chunk_mut::<3>() else {
                        break;
                    };
                    let Some(&entry) = self.han.get(han_offset(*character)) else {
                        at += 3;
                        continue;
                    };
                    if u32::from(entry) >= HAN.start {
                        // Written even when it stays: cheaper than to ask.
                        *character = three_bytes(entry);
                        at += 3;
                        continue;
                    }
                    entry
                }
                0..0x80 => {
                    at += 1;
                    continue;
                }
                0xEF => {
                    if is_compatibility_lead(bytes, at) && self.is_compatible(text, at) {
                        return None;
                    }
                    at += 3;
                    continue;
                }
                0xF0.. => {
                    if self.is_compatible(text, at) {
                        return None;
                    }
                    let character = text[at..].chars().next();
                    match character.and_then(|astral| self.astral.get(&astral)) {
                        Some(&index) => index,
                        None => {
                            at += 4;
                            continue;
                        }
                    }
                }
                _ => {
                    at += 1;
                    continue;
                }
            };
            let special = &self.special[usize::from(index)];
            at = special.write(text, at, &mut out, &mut uneven);
        }
        Some((out, uneven))
    }

    fn is_compatible(&self, text: &str, at: usize) -> bool {
        text[at..]
            .chars()
            .next()
            .is_some_and(|character| self.compatibility.contains_key(&character))
    }
}

/// The places whose conversion takes another number of bytes.
type Uneven = Vec<(Range<usize>, String)>;

impl Converter for Tables {
    fn convert<'t>(&self, text: &'t str) -> (Cow<'t, str>, OffsetMap) {
        let Some((out, uneven)) = self.convert_in_step(text) else {
            let (unified, map) = self.unify(text);
            let (out, later) = self.convert(&unified);
            return (Cow::Owned(out.into_owned()), map.then(&later));
        };
        // Whole characters were written over whole characters of the same length. To check
        // that and copy is six times as fast as `String::from_utf8`.
        let Ok(out) = simdutf8::basic::from_utf8(&out) else {
            return (Cow::Borrowed(text), OffsetMap::default());
        };
        if uneven.is_empty() {
            return (Cow::Owned(out.to_owned()), OffsetMap::default());
        }
        let mut rewriter = Rewriter::new(out);
        for (range, simplified) in uneven {
            rewriter.replace(range, &simplified);
        }
        let (out, map) = rewriter.finish();
        (Cow::Owned(out.into_owned()), map)
    }
}

impl Special {
    /// Writes what stands at `at`, and returns where reading goes on.
    fn write(&self, text: &str, at: usize, out: &mut [u8], uneven: &mut Uneven) -> usize {
        let rest = &text[at..];
        let mut characters = rest.chars();
        let first_len = characters.next().map_or(1, char::len_utf8);
        let after = characters.as_str();
        if !self.own.is_empty()
            && let Some(own) = self.own_phrase(&text[..at], after)
            && let Some(becomes) = own.becomes
        {
            put(at..at + first_len, becomes, out, uneven);
            return at + first_len;
        }
        if let Some(phrase) = self.phrase(after) {
            let mut from = at;
            for (traditional, simplified) in
                phrase.traditional.chars().zip(phrase.simplified.chars())
            {
                let end = from + traditional.len_utf8();
                if traditional != simplified {
                    put(from..end, simplified, out, uneven);
                }
                from = end;
            }
            return from;
        }
        if let Some(alone) = self.alone {
            put(at..at + first_len, alone, out, uneven);
        }
        at + first_len
    }

    fn own_phrase(&self, before: &str, after: &str) -> Option<&OwnPhrase> {
        let beside = [
            before.chars().next_back().map(Beside::Before),
            after.chars().next().map(Beside::After),
        ];
        beside
            .into_iter()
            .flatten()
            .filter_map(|beside| self.own.get(&beside))
            .filter_map(|phrases| {
                phrases.iter().find(|phrase| {
                    after.starts_with(&phrase.after) && before.ends_with(&phrase.before)
                })
            })
            .min_by_key(|phrase| phrase.rank())
    }

    /// The longest phrase that goes on with `after`.
    fn phrase(&self, after: &str) -> Option<&Phrase> {
        let bytes = after.as_bytes();
        // Nearly every second character has three bytes; others are not told apart here.
        if bytes.first()? & 0xF0 == 0xE0 && self.seconds & last_byte_bit(&bytes[..3]) == 0
        {
            return None;
        }
        let second = after.chars().next()?;
        let from = self
            .phrases
            .partition_point(|phrase| phrase.second < second);
        self.phrases[from..]
            .iter()
            .take_while(|phrase| phrase.second == second)
            .find(|phrase| after.starts_with(phrase.after))
    }
}

/// The bit of [`Special::seconds`] for a character.
fn last_byte_bit(character: &[u8]) -> u64 {
    1 << (character.last().copied().unwrap_or(0) & 0x3F)
}

fn put(range: Range<usize>, character: char, out: &mut [u8], uneven: &mut Uneven) {
    if character.len_utf8() == range.len() {
        character.encode_utf8(&mut out[range]);
    } else {
        uneven.push((range, character.to_string()));
    }
}

fn only_char(word: &str) -> Option<char> {
    let mut characters = word.chars();
    characters.next().filter(|_| characters.next().is_none())
}

fn han_index(character: char) -> Option<usize> {
    let scalar = u32::from(character);
    HAN.contains(&scalar).then(|| (scalar - HAN.start) as usize)
}

/// Where a three-byte character stands in [`HAN`]; beyond its end when it is none of it, as
/// it is for any other three bytes of a text.
#[inline]
fn han_offset([lead, second, third]: [u8; 3]) -> usize {
    /// What the marks of the three bytes add up to.
    const MARKS: u32 = (0xE0 << 12) + (0x80 << 6) + 0x80;
    let sum = (u32::from(lead) << 12) + (u32::from(second) << 6) + u32::from(third);
    sum.wrapping_sub(MARKS + HAN.start) as usize
}

#[inline]
fn three_bytes(scalar: u16) -> [u8; 3] {
    [
        0xE0 | (scalar >> 12) as u8,
        0x80 | (scalar >> 6 & 0x3F) as u8,
        0x80 | (scalar & 0x3F) as u8,
    ]
}

/// Whether the character at `at` lies in U+F900–U+FAFF, given its first byte 0xEF.
fn is_compatibility_lead(bytes: &[u8], at: usize) -> bool {
    matches!(bytes.get(at + 1), Some(0xA4..=0xAB))
}

/// What a character tells of the script of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    None,
    /// It stands in traditional text only.
    Traditional,
    /// It stands in simplified text only.
    Simplified,
    /// 于: traditional text has 於 nearly everywhere, one converted character by character
    /// keeps 于.
    Kept,
    /// 於
    Replaced,
}

/// For each of [`HAN`] what it tells.
static SIGNS: LazyLock<Box<[Sign]>> = LazyLock::new(signs);

fn signs() -> Box<[Sign]> {
    let mut table = vec![Sign::None; HAN.len()];
    let mut mark = |word: &str, sign| {
        for index in word.chars().filter_map(han_index) {
            table[index] = sign;
        }
    };
    for row in rows(CHARACTERS) {
        let [traditional, simplified, told] = row.cells();
        if told.contains('s') {
            mark(simplified, Sign::Simplified);
        }
        if told.contains('t') {
            mark(traditional, Sign::Traditional);
        }
    }
    mark("于", Sign::Kept);
    mark("於", Sign::Replaced);
    // What conversion itself writes is no sign of a text still to be converted.
    for row in rows(CHARACTERS).chain(rows(PHRASES)) {
        for index in row.cell(1).chars().filter_map(han_index) {
            if table[index] == Sign::Traditional {
                table[index] = Sign::None;
            }
        }
    }
    table.into()
}

/// How often each sign stands in a text.
#[derive(Debug, Clone, Copy, Default)]
struct Census([usize; 5]);

impl Census {
    /// Counts the signs outside and inside 《》.
    fn of(text: &str) -> (Self, Self) {
        let table = &**SIGNS;
        let bytes = text.as_bytes();
        let mut census = [Self::default(); 2];
        let (mut at, mut quoted) = (0, 0);
        while let Some(&lead) = bytes.get(at) {
            at += match lead {
                0xE3..=0xE9 => {
                    let Some(&character) = bytes[at..].first_chunk() else {
                        break;
                    };
                    match table.get(han_offset(character)) {
                        Some(&sign) => census[quoted].0[sign as usize] += 1,
                        None if character == LEFT_TITLE_MARK => quoted = 1,
                        None if character == RIGHT_TITLE_MARK => quoted = 0,
                        None => {}
                    }
                    3
                }
                b'\n' => {
                    quoted = 0;
                    1
                }
                _ => 1,
            };
        }
        (census[0], census[1])
    }

    fn count(self, sign: Sign) -> usize {
        self.0[sign as usize]
    }

    fn told(self) -> usize {
        self.count(Sign::Traditional) + self.count(Sign::Simplified)
    }
}

/// 《
const LEFT_TITLE_MARK: [u8; 3] = [0xE3, 0x80, 0x8A];

/// 》
const RIGHT_TITLE_MARK: [u8; 3] = [0xE3, 0x80, 0x8B];

/// Up to this many bytes are looked at before a text counts as simplified.
const SAMPLE: usize = 16 << 10;

/// Length of one of the stretches that make up a sample.
const STRETCH: usize = 256;

/// From this share of one script's characters on, a text is all of that script.
const PURE: f64 = 0.95;

/// A text is converted when at least half of the characters that tell are traditional …
const MAJORITY: f64 = 0.5;

/// … or a quarter, when there are more of them than a name or a title has.
const MINORITY: f64 = 0.25;
const MORE_THAN_A_NAME: usize = 50;

/// The script of a text.
///
/// A link `繁體`, a name or a book's title in traditional characters leaves a simplified
/// text simplified.
pub(crate) fn script(text: &str) -> Script {
    if !has_traditional(text) {
        return Script::Simplified;
    }
    let (own_words, titles) = Census::of(text);
    // Titles tell only of a text that has nothing else.
    let census = if own_words.told() > 0 {
        own_words
    } else {
        titles
    };
    let traditional = census.count(Sign::Traditional);
    let share = traditional as f64 / census.told().max(1) as f64;
    let one_to_one = census.count(Sign::Kept) > census.count(Sign::Replaced);
    if share >= PURE && !one_to_one {
        Script::Traditional
    } else if share >= MAJORITY || (share >= MINORITY && traditional >= MORE_THAN_A_NAME)
    {
        Script::Mixed
    } else {
        Script::Simplified
    }
}

/// Whether a sample of the text has a traditional character; all of a short text.
fn has_traditional(text: &str) -> bool {
    let table = &**SIGNS;
    let bytes = text.as_bytes();
    let step = (bytes.len() / (SAMPLE / STRETCH)).max(STRETCH);
    bytes.chunks(step).any(|chunk| {
        let chunk = &chunk[..chunk.len().min(STRETCH)];
        let start = chunk.iter().position(|byte| !(0x80..0xC0).contains(byte));
        let mut rest = &chunk[start.unwrap_or(chunk.len())..];
        while let Some((&character, behind)) = rest.split_first_chunk::<3>() {
            match table.get(han_offset(character)) {
                Some(Sign::Traditional) => return true,
                Some(_) => rest = behind,
                None => rest = &rest[1..],
            }
        }
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn simplify(text: &str) -> (Cow<'_, str>, OffsetMap) {
        t2s().convert(text)
    }

    #[track_caller]
    fn reads(traditional: &str, expected: &str) {
        assert_eq!(simplify(traditional).0, expected);
    }

    #[test]
    fn characters_and_phrases_are_converted() {
        for (traditional, simplified) in [
            ("深化醫藥衛生體制改革", "深化医药卫生体制改革"),
            ("一目瞭然，瞭解，瞭望臺", "一目了然，了解，瞭望台"),
            ("乾隆年間的乾旱", "乾隆年间的干旱"),
            ("癥結 病癥", "症结 病症"),
            ("规范 范圍 三只 關于 臺賬", "规范 范围 三只 关于 台账"),
            ("清潔能源abc１２３，。", "清洁能源abc１２３，。"),
            ("车輛", "车辆"),
            ("", ""),
        ] {
            reads(traditional, simplified);
        }
    }

    #[test]
    fn what_opencc_leaves_is_converted_by_our_phrases() {
        for (traditional, simplified) in [
            (
                "著力構建,著眼長遠,從娃娃著手",
                "着力构建,着眼长远,从娃娃着手",
            ),
            (
                "沿著 隨著 執著 意味著名額減少",
                "沿着 随着 执着 意味着名额减少",
            ),
            ("成效顯著力爭 名著 著作權", "成效显著力争 名著 著作权"),
            ("隨著作品增多", "随著作品增多"),
            ("隨著名次變化", "随著名次变化"),
            (
                "覆核 覆蓋 規畫 繪畫 甚麼 甚至",
                "复核 覆盖 规划 绘画 什么 甚至",
            ),
            ("随著改革 规畫", "随着改革 规划"),
            ("著", "著"),
        ] {
            reads(traditional, simplified);
        }
    }

    #[test]
    fn a_conversion_of_other_length_moves_no_place() {
        let source = "車殢雨車";
        let (out, map) = simplify(source);
        assert_eq!(out, "车𣨼雨车");
        for (from, to) in source.char_indices().zip(out.char_indices()) {
            let end = to.0 + to.1.len_utf8();
            assert_eq!(map.source(to.0..end), from.0..from.0 + from.1.len_utf8());
        }
    }

    #[test]
    fn equal_lengths_need_no_map() {
        let (out, map) = simplify("責任單位：省衛生健康委");
        assert_eq!(out, "责任单位：省卫生健康委");
        assert!(map.is_identity());
    }

    #[test]
    fn script_goes_by_the_document_not_by_its_quotations() {
        for (text, expected) in [
            ("关于印发方案的通知", Script::Simplified),
            (
                "繁體 | 无障碍 | 关于深化医药卫生体制改革的通知",
                Script::Simplified,
            ),
            ("聘请郭臺銘为经济顾问的通知", Script::Simplified),
            ("印发《臺灣省通志館館藏目錄選編》的通知", Script::Simplified),
            ("關於深化醫藥衛生體制改革的通知", Script::Traditional),
            ("《環境基本法》", Script::Traditional),
            ("關于深化醫藥衛生體制改革的通知", Script::Mixed),
            ("深化醫藥衛生體制改革，完善医疗服务", Script::Mixed),
            ("2025 plan, no Han at all", Script::Simplified),
            ("", Script::Simplified),
        ] {
            assert_eq!(script(text), expected, "{text}");
        }
    }

    #[test]
    fn a_long_text_is_sampled_and_still_told() {
        let plain = "关于深化医药卫生体制改革的通知，各单位要认真贯彻。\n".repeat(4000);
        assert_eq!(script(&plain), Script::Simplified);
        let half = format!(
            "{plain}{}",
            "深化醫藥衛生體制改革，認真貫徹。\n".repeat(4000)
        );
        assert_eq!(script(&half), Script::Mixed);
        let quoted = format!("{plain}郭臺銘、龍應臺\n{plain}");
        assert_eq!(script(&quoted), Script::Simplified);
    }

    /// Every row changes only the character that it decides.
    #[test]
    fn our_phrases_agree_with_opencc_elsewhere() {
        let opencc = Tables::opencc();
        let mut last = String::new();
        for row in rows(OWN) {
            let (word, decided) = (row.cell(0), row.cell(2));
            assert!(last.as_str() < word, "{word} is out of order");
            word.clone_into(&mut last);
            assert_eq!(word.matches(decided).count(), 1, "{word}");
            let (out, _) = opencc.convert(word);
            let at = word.find(decided).unwrap();
            let at = word[..at].chars().count();
            for (index, (ours, theirs)) in
                row.cell(1).chars().zip(out.chars()).enumerate()
            {
                assert!(index == at || ours == theirs, "{word}");
            }
            assert_eq!(simplify(word).0, row.cell(1), "{word}");
            let half_way: String = out
                .chars()
                .enumerate()
                .map(|(index, c)| {
                    if index == at {
                        only_char(decided).unwrap()
                    } else {
                        c
                    }
                })
                .collect();
            assert_eq!(simplify(&half_way).0, row.cell(1), "{half_way}");
        }
    }

    /// The files of `GONGWEN_SHARED`, the folder of documents that the project does not
    /// carry; nothing without it.
    fn shared(path: &str) -> Option<String> {
        let root = std::env::var_os("GONGWEN_SHARED")?;
        std::fs::read_to_string(std::path::Path::new(&root).join(path)).ok()
    }

    #[test]
    fn peers_cases_pass() {
        let Some(cases) = shared("peers/t2s.jsonl") else {
            return;
        };
        let mut count = 0;
        for case in cases.lines() {
            let case: serde_json::Value = serde_json::from_str(case).unwrap();
            let text = case["text"].as_str().unwrap();
            assert_eq!(simplify(text).0, case["expect"]["out"].as_str().unwrap());
            count += 1;
        }
        assert!(count > 0);
    }

    #[test]
    fn farm_pages_read_right() {
        for name in ["hainan", "tibet"] {
            let Some(traditional) = shared(&format!("damage/gold_{name}_trad.txt"))
            else {
                return;
            };
            let expected = shared(&format!("damage/gold_{name}_simp.txt")).unwrap();
            assert_eq!(script(&traditional), Script::Mixed);
            let (out, _) = simplify(&traditional);
            for (out, expected) in out.lines().zip(expected.lines()) {
                assert_eq!(out, expected);
            }
            assert_eq!(out, expected);
        }
    }

    #[test]
    fn real_documents_are_told_apart() {
        let Some(root) = std::env::var_os("GONGWEN_SHARED") else {
            return;
        };
        for folder in ["docs", "gold"] {
            let folder = std::path::Path::new(&root).join(folder);
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_str().unwrap();
                let Ok(text) = std::fs::read_to_string(&path) else {
                    continue;
                };
                let expected = match name {
                    "hainan.txt" | "tibet.txt" => Script::Mixed,
                    name if name.starts_with("tw-") => Script::Traditional,
                    _ => Script::Simplified,
                };
                assert_eq!(script(&text), expected, "{name}");
            }
        }
    }
}
