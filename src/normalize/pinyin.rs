//! Takes away the readings that content farms and ruby converters put behind characters:
//! `醫(yī)療衛(wèi)生` → `醫療衛生`.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;
use std::sync::LazyLock;

use super::damage::Repaired;
use crate::diagnostic::{Code, Diagnostics};
use crate::lexicon::hash::WordHasher;
use crate::lexicon::rows;
use crate::text::{OffsetMap, Rewriter};

/// Different characters that must carry their reading before a page counts as annotated. A
/// text on language policy explains one or two.
pub(super) const DISTINCT: usize = 3;

/// Percentage of a character's occurrences that carry the reading on an annotated page.
/// Converters know no exceptions, damaged places and headings pasted in later do.
pub(super) const SHARE: usize = 90;

/// Different characters of GB 2312 that must carry their reading before a page counts as
/// set in ruby throughout.
const RUBY_DISTINCT: usize = 8;

/// Percentage of all Han characters that carry their reading on such a page. A list of
/// readings stays below it: it has words of its own.
const RUBY_SHARE: usize = 60;

/// Opening brackets and the ones that close them.
const BRACKETS: [(char, char); 6] = [
    ('(', ')'),
    ('（', '）'),
    ('[', ']'),
    ('［', '］'),
    ('〔', '〕'),
    ('【', '】'),
];

/// Vowels with tone marks, four to a vowel: `ǖǘǚǜ` are those of `v`, as ü is typed.
const TONED: [char; 24] = [
    'ā', 'á', 'ǎ', 'à', 'ē', 'é', 'ě', 'è', 'ī', 'í', 'ǐ', 'ì', 'ō', 'ó', 'ǒ', 'ò', 'ū',
    'ú', 'ǔ', 'ù', 'ǖ', 'ǘ', 'ǚ', 'ǜ',
];
const VOWELS: &[u8] = b"aeiouv";

/// By code point, the place in [`TONED`] plus one, or 0.
static TONED_AT: [u8; 0x1DD] = {
    let mut places = [0; 0x1DD];
    let mut at = 0;
    while at < TONED.len() {
        places[TONED[at] as usize] = at as u8 + 1;
        at += 1;
    }
    places
};

/// Letters of the longest syllable, `zhuang`.
const LONGEST: usize = 6;

/// A Mandarin syllable as annotations write it: `yī`, `yi1`, `lǜ`, `lv4`, `yi`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Syllable {
    /// Its letters, five bits each, ü as `v`.
    letters: u32,
    /// 1 to 4, or 0 for the neutral tone; `None` when it was not written.
    tone: Option<u8>,
}

impl Syllable {
    /// Reads a syllable up to the first character that is not part of it; the length is
    /// in bytes.
    pub(super) fn read(text: &str) -> Option<(Self, usize)> {
        let (mut letters, mut count, mut tone, mut end) = (0u32, 0, None, 0);
        for (at, character) in text.char_indices() {
            match piece(character) {
                Some(Piece::Letter(letter, mark)) => {
                    if count == LONGEST {
                        return None;
                    }
                    letters = letters << 5 | u32::from(letter & 0x1F);
                    count += 1;
                    tone = tone.or(mark);
                }
                Some(Piece::Mark(mark)) if count > 0 => tone = tone.or(Some(mark)),
                Some(Piece::Umlaut) if letters & 0x1F == u32::from(b'u' & 0x1F) => {
                    letters += u32::from(b'v' - b'u');
                }
                Some(Piece::Number(mark)) if count > 0 && tone.is_none() => {
                    tone = Some(mark);
                    end = at + 1;
                    break;
                }
                _ => break,
            }
            end = at + character.len_utf8();
        }
        (count > 0).then_some((Self { letters, tone }, end))
    }

    /// Whether some character is read so.
    pub(super) fn is_known(self) -> bool {
        lists(self).iter().any(|list| !list.is_empty())
    }
}

/// What a character of a syllable stands for.
enum Piece {
    Letter(u8, Option<u8>),
    Mark(u8),
    Umlaut,
    Number(u8),
}

fn piece(character: char) -> Option<Piece> {
    let piece = match character {
        'a'..='z' => Piece::Letter(character as u8, None),
        '0' | '5' => Piece::Number(0),
        '1'..='4' => Piece::Number(character as u8 - b'0'),
        'ɑ' => Piece::Letter(b'a', None),
        'ɡ' => Piece::Letter(b'g', None),
        'ü' => Piece::Letter(b'v', None),
        'ê' => Piece::Letter(b'e', None),
        'ế' => Piece::Letter(b'e', Some(2)),
        'ề' => Piece::Letter(b'e', Some(4)),
        'ḿ' => Piece::Letter(b'm', Some(2)),
        'ń' => Piece::Letter(b'n', Some(2)),
        'ň' => Piece::Letter(b'n', Some(3)),
        'ǹ' => Piece::Letter(b'n', Some(4)),
        '\u{304}' => Piece::Mark(1),
        '\u{301}' => Piece::Mark(2),
        // A breve is often typed for the caron.
        '\u{30C}' | '\u{306}' => Piece::Mark(3),
        '\u{300}' => Piece::Mark(4),
        '\u{308}' | ':' => Piece::Umlaut,
        _ => {
            let place = *TONED_AT.get(character as usize)?;
            let at = usize::from(place.checked_sub(1)?);
            Piece::Letter(VOWELS[at / 4], Some((at % 4) as u8 + 1))
        }
    };
    Some(piece)
}

/// The readings of the characters of GBK: letters in order, then by tone the characters
/// read so, by code point.
static READINGS: LazyLock<Vec<(u32, [&'static str; 5])>> = LazyLock::new(|| {
    let mut syllables: Vec<(Syllable, &str)> =
        rows(include_str!("../lexicon/reading.tsv"))
            .filter_map(|row| Some((Syllable::read(row.cell(0))?.0, row.cell(1))))
            .collect();
    syllables.sort_by_key(|(syllable, _)| syllable.letters);
    let mut readings: Vec<(u32, [&str; 5])> = Vec::new();
    for (syllable, characters) in syllables {
        if readings
            .last()
            .is_none_or(|last| last.0 != syllable.letters)
        {
            readings.push((syllable.letters, [""; 5]));
        }
        if let Some((_, by_tone)) = readings.last_mut() {
            by_tone[usize::from(syllable.tone.unwrap_or(0))] = characters;
        }
    }
    readings
});

/// The characters with a reading, one list for each tone that it may have.
fn lists(syllable: Syllable) -> &'static [&'static str] {
    let readings = &**READINGS;
    let Ok(at) = readings.binary_search_by_key(&syllable.letters, |reading| reading.0)
    else {
        return &[];
    };
    let by_tone = &readings[at].1;
    match syllable.tone {
        Some(tone) => &by_tone[usize::from(tone)..=usize::from(tone)],
        None => by_tone,
    }
}

/// Whether a character has a reading; a tone that was not written fits every tone.
pub(super) fn is_read(character: char, syllable: Syllable) -> bool {
    if character.len_utf8() != 3 {
        return false;
    }
    let mut utf8 = [0; 3];
    character.encode_utf8(&mut utf8);
    let number = |[a, b, c]: [u8; 3]| u32::from_be_bytes([0, a, b, c]);
    // All of the table's characters have three bytes, and UTF-8 is ordered by code point.
    lists(syllable).iter().any(|list| {
        let (characters, _) = list.as_bytes().as_chunks::<3>();
        let found =
            characters.binary_search_by_key(&number(utf8), |&other| number(other));
        found.is_ok()
    })
}

/// The characters of GBK that have a reading.
pub(super) fn characters(syllable: Syllable) -> impl Iterator<Item = char> {
    lists(syllable).iter().flat_map(|list| list.chars())
}

/// A character followed by a bracket that holds a reading of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Annotation {
    pub(super) character: char,
    /// From the opening bracket through the closing one.
    pub(super) bracket: Range<usize>,
}

/// Finds every annotation whose reading fits its character.
pub(super) fn find_annotations(text: &str) -> Vec<Annotation> {
    let mut annotations = Vec::new();
    for block in blocks(text) {
        let bytes = &text.as_bytes()[block.clone()];
        // Few blocks of a clean text hold a bracket before a letter.
        if !holds_opening(bytes) {
            continue;
        }
        let ends = bytes.iter().enumerate();
        let ends = ends.filter(|&(_, &byte)| MAY_END_OPENING[usize::from(byte)]);
        for (offset, &end) in ends {
            let at = block.start + offset + 1;
            if let Some(&first) = bytes.get(offset + 1)
                && may_open(end, first)
                && let Some(annotation) = annotation(text, at)
                    .or_else(|| repetition(text, at, annotations.last()?))
            {
                annotations.push(annotation);
            }
        }
    }
    annotations
}

/// Reads an annotation whose first letter stands at byte `at`.
fn annotation(text: &str, at: usize) -> Option<Annotation> {
    let (syllable, bracket) = read_bracket(text, at)?;
    let character = text[..bracket.start].chars().next_back()?;
    is_read(character, syllable).then_some(Annotation { character, bracket })
}

/// Reads an annotation that stands a second time, right behind the first: `習(xi)(xi)近平`.
fn repetition(text: &str, at: usize, first: &Annotation) -> Option<Annotation> {
    let (syllable, bracket) = read_bracket(text, at)?;
    let character = first.character;
    let again = first.bracket.end == bracket.start && is_read(character, syllable);
    again.then_some(Annotation { character, bracket })
}

/// Stretches of a text, each one byte longer than a block, so that no pair of bytes is
/// parted.
fn blocks(text: &str) -> impl Iterator<Item = Range<usize>> {
    const BLOCK: usize = 512;
    let length = text.len();
    (0..length)
        .step_by(BLOCK)
        .map(move |start| start..(start + BLOCK + 1).min(length))
}

/// Reads `(reading)` whose first letter stands at byte `at`.
pub(super) fn read_bracket(text: &str, at: usize) -> Option<(Syllable, Range<usize>)> {
    let before = text.get(..at)?;
    let open = before.chars().next_back()?;
    let (_, close) = BRACKETS.iter().find(|(opening, _)| *opening == open)?;
    let (syllable, length) = Syllable::read(&text[at..])?;
    let end = at + length;
    text[end..]
        .starts_with(*close)
        .then(|| (syllable, at - open.len_utf8()..end + close.len_utf8()))
}

/// Whether two bytes may be the last one of an opening bracket and the first one of a
/// syllable. Letters with tone marks begin with bytes that no Han character holds. Written
/// without branches, so that the compiler looks at many bytes at once.
fn may_open(before: u8, first: u8) -> bool {
    let bracket = (before == b'(')
        | (before == b'[')
        | (before == 0x88)
        | (before == 0xBB)
        | (before == 0x94)
        | (before == 0x90);
    let letter = (first.wrapping_sub(b'a') < 26)
        | (first.wrapping_sub(0xC3) < 7)
        | (first == 0xE1);
    bracket & letter
}

/// Last bytes of opening brackets, as [`may_open`] has them.
static MAY_END_OPENING: [bool; 256] = {
    let mut bytes = [false; 256];
    let last = [b'(', b'[', 0x88, 0xBB, 0x94, 0x90];
    let mut at = 0;
    while at < last.len() {
        bytes[last[at] as usize] = true;
        at += 1;
    }
    bytes
};

fn holds_opening(block: &[u8]) -> bool {
    let next = block.get(1..).unwrap_or_default();
    let pairs = block.iter().zip(next);
    pairs.fold(false, |found, (&before, &first)| {
        found | may_open(before, first)
    })
}

/// The characters that a page annotates: wherever they stand, near enough.
#[derive(Debug, Default)]
pub(super) struct Annotated {
    counts: Counts,
    /// Bits of the characters that the page annotates (nearly) everywhere.
    listed: Vec<u64>,
    han: usize,
}

/// A page has no more of them than it has characters, and none weighs more than another.
type Counts = HashMap<char, Count, BuildHasherDefault<WordHasher>>;

#[derive(Debug, Clone, Copy, Default)]
struct Count {
    annotated: usize,
    all: usize,
}

/// The characters that may be annotated: those of GBK.
const PLANE: usize = 1 << 16;

impl Annotated {
    /// Counts how often each annotated character stands in the text with and without its
    /// reading.
    pub(super) fn count(text: &str, annotations: &[Annotation]) -> Self {
        let mut counts = Counts::default();
        let mut annotated = vec![0u64; PLANE / 64];
        for annotation in annotations {
            counts.entry(annotation.character).or_default().annotated += 1;
            set_bit(&mut annotated, annotation.character);
        }
        let mut han = 0;
        for character in text.chars().filter(|&character| is_han(character)) {
            han += 1;
            if has_bit(&annotated, character)
                && let Some(count) = counts.get_mut(&character)
            {
                count.all += 1;
            }
        }
        let mut listed = vec![0u64; PLANE / 64];
        for (&character, _) in counts.iter().filter(|(_, count)| count.is_listed()) {
            set_bit(&mut listed, character);
        }
        Self {
            counts,
            listed,
            han,
        }
    }

    /// Whether the page annotates this character (nearly) everywhere.
    pub(super) fn is_listed(&self, character: char) -> bool {
        has_bit(&self.listed, character)
    }

    /// Whether a converter annotated the page: a content farm's, or one that sets ruby
    /// throughout.
    pub(super) fn is_page(&self) -> bool {
        let annotated: usize = self.counts.values().map(|count| count.annotated).sum();
        self.is_farmed()
            || (self.listed().nth(RUBY_DISTINCT - 1).is_some()
                && annotated * 100 >= self.han * RUBY_SHARE)
    }

    /// Whether a content farm annotated the page. Their lists hold only characters outside
    /// GB 2312.
    pub(super) fn is_farmed(&self) -> bool {
        let mut outside = self.listed().filter(|&c| !is_gb2312(c));
        outside.nth(DISTINCT - 1).is_some()
    }

    fn listed(&self) -> impl Iterator<Item = char> {
        let listed = self.counts.iter().filter(|(_, count)| count.is_listed());
        listed.map(|(&character, _)| character)
    }
}

fn set_bit(bits: &mut [u64], character: char) {
    if let Some(word) = bits.get_mut(character as usize / 64) {
        *word |= 1 << (character as u32 % 64);
    }
}

fn has_bit(bits: &[u64], character: char) -> bool {
    bits.get(character as usize / 64)
        .is_some_and(|word| word >> (character as u32 % 64) & 1 == 1)
}

impl Count {
    fn is_listed(&self) -> bool {
        self.annotated * 100 >= self.all * SHARE
    }
}

pub(super) fn is_han(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a character belongs to GB 2312, the set of simplified text.
pub(super) fn is_gb2312(character: char) -> bool {
    let mut utf8 = [0; 4];
    let (bytes, _, unmappable) =
        encoding_rs::GBK.encode(character.encode_utf8(&mut utf8));
    !unmappable && matches!(bytes.as_ref(), [0xA1..=0xF7, 0xA1..=0xFE])
}

/// The annotations of a text, found once for the repair of damage and for taking them away.
#[derive(Debug)]
pub(super) struct Readings {
    /// Where their brackets stand.
    brackets: Vec<Range<usize>>,
    annotated: Annotated,
}

impl Readings {
    /// The annotations of a text; `None` where they are too few to be a page's.
    pub(super) fn find(text: &str) -> Option<Self> {
        let annotations = find_annotations(text);
        (annotations.len() >= DISTINCT).then(|| Self {
            annotated: Annotated::count(text, &annotations),
            brackets: annotations.into_iter().map(|one| one.bracket).collect(),
        })
    }

    /// Those of a text that has none.
    pub(super) fn none(text: &str) -> Self {
        Self {
            annotated: Annotated::count(text, &[]),
            brackets: Vec::new(),
        }
    }

    pub(super) fn annotated(&self) -> &Annotated {
        &self.annotated
    }

    /// Follows the text through the repair of its damage: what was repaired has taken in
    /// its brackets, and only a bracket right behind it may have become one or none.
    pub(super) fn move_to(&mut self, repaired: &Repaired<'_>) {
        let repairs = repaired.repairs.iter().filter(|repair| repair.certain);
        let mut places = repairs.clone().map(|repair| repair.source_span).peekable();
        self.brackets.retain_mut(|bracket| {
            while places.next_if(|place| place.end < bracket.start).is_some() {}
            let touches = places.peek().is_some_and(|place| place.start < bracket.end);
            *bracket = repaired.map.out(bracket.clone());
            !touches
        });
        let behind = repairs.filter_map(|repair| {
            let open = repaired.text[repair.span.end..].chars().next()?;
            annotation(&repaired.text, repair.span.end + open.len_utf8())
        });
        self.brackets.extend(behind.map(|one| one.bracket));
        self.brackets.sort_unstable_by_key(|bracket| bracket.start);
    }

    /// Takes away `(reading)` behind the characters of an annotated page, e.g. `關(guān)于`
    /// → `關于`. Brackets that hold anything else stay, and so does every bracket of a page
    /// that explains a reading here and there.
    pub(super) fn strip<'t>(&self, text: &'t str) -> (Cow<'t, str>, OffsetMap) {
        let mut rewriter = Rewriter::new(text);
        for bracket in self.taken() {
            rewriter.remove(bracket.clone());
        }
        rewriter.finish()
    }

    /// The brackets that go.
    fn taken(&self) -> &[Range<usize>] {
        if self.annotated.is_page() {
            &self.brackets
        } else {
            &[]
        }
    }

    /// Says what [`Readings::strip`] takes away.
    pub(super) fn report(&self, text: &str, diagnostics: &mut Diagnostics) {
        let taken = self.taken();
        if let Some(first) = taken.first() {
            let (count, first) = (taken.len(), &text[first.clone()]);
            let message = format!(
                "{count} readings behind their characters were taken out, `{first}` first"
            );
            diagnostics.push(Code::RemovedReadings, None, message);
        }
    }
}

/// Takes away the readings of an annotated page that is not damaged.
#[cfg(test)]
pub(super) fn strip(text: &str) -> (Cow<'_, str>, OffsetMap) {
    match Readings::find(text) {
        Some(readings) => readings.strip(text),
        None => Rewriter::new(text).finish(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let (out, map) = strip(text);
        assert_eq!(out, expected, "{text}");
        assert_eq!(out.is_empty(), text.is_empty());
        assert!(map.source(0..out.len()).end <= text.len(), "{text}");
        for annotation in find_annotations(text) {
            assert!(text[annotation.bracket].chars().count() >= 3, "{text}");
        }
    }

    #[track_caller]
    fn read(text: &str) -> Option<(Syllable, usize)> {
        Syllable::read(text)
    }

    #[test]
    fn syllables_are_one_however_they_are_written() {
        for (written, other) in [
            ("guān", "guan1"),
            ("lǜ", "lv4"),
            ("lǜ", "lü4"),
            ("lu:4", "lv4"),
            ("lu\u{308}\u{300}", "lǜ"),
            ("yi\u{304}", "yī"),
            ("hǎi", "ha\u{306}i"),
            ("ɡuɑn1", "guān"),
            ("de5", "de0"),
            ("zhuàng", "zhuang4"),
        ] {
            let (left, right) = (read(written), read(other));
            assert_eq!(
                left.map(|(syllable, _)| syllable),
                right.map(|(syllable, _)| syllable),
                "{written} {other}"
            );
            assert_eq!(left.map(|(_, length)| length), Some(written.len()));
            assert_eq!(right.map(|(_, length)| length), Some(other.len()));
        }
        for (text, length) in [("yī)", 3), ("yi12", 3), ("API", 0), ("(yī", 0), ("1", 0)]
        {
            assert_eq!(read(text).map_or(0, |(_, length)| length), length, "{text}");
        }
        assert_eq!(read("zhuangs"), None);
    }

    #[test]
    fn readings_fit_their_characters() {
        for (character, reading, fits) in [
            ('醫', "yī", true),
            ('調', "diào", true),
            ('調', "tiáo", true),
            ('績', "jī", true),
            ('績', "jì", true),
            ('綠', "lǜ", true),
            ('醫', "yi", true),
            ('醫', "yi1", true),
            ('醫', "fā", false),
            ('醫', "liáo", false),
            ('A', "a", false),
        ] {
            let (syllable, _) = read(reading).expect("a syllable");
            assert_eq!(is_read(character, syllable), fits, "{character} {reading}");
        }
    }

    #[test]
    fn annotated_pages_are_cleaned() {
        check(
            "關(guān)于進(jìn)一步深化醫(yī)藥衛(wèi)生體制改革",
            "關于進一步深化醫藥衛生體制改革",
        );
        check(
            "關（guān）于進［jìn］一步深化醫【yī】藥衛〔wèi〕生體制改革",
            "關于進一步深化醫藥衛生體制改革",
        );
        check(
            "關(guan1)于進(jin4)一步深化醫(yi)藥衛(wèi)生體制改革",
            "關于進一步深化醫藥衛生體制改革",
        );
        check(
            "關(guān)(guān)于進(jìn)一步學習(xí)(xí)深化醫(yī)藥衛(wèi)(wèi)生體制改革",
            "關于進一步學習深化醫藥衛生體制改革",
        );
        check(
            "医(yī)疗(liáo)卫(wèi)生(shēng)改(gǎi)革(gé)方(fāng)案(àn)",
            "医疗卫生改革方案",
        );
    }

    #[test]
    fn brackets_of_the_document_stay() {
        check(
            "關(guān)于進(jìn)一步按病種(DRG)付費,醫(yī)院(hospital)接口(API)分為(a)、(b)兩類,由世衛(wèi)組織(WHO)",
            "關于進一步按病種(DRG)付費,醫院(hospital)接口(API)分為(a)、(b)兩類,由世衛組織(WHO)",
        );
    }

    #[test]
    fn a_page_that_explains_readings_stays() {
        for text in [
            "“給（jǐ）予”不讀“給（gěi）予”，供給（jǐ）的給同此。",
            "地名用字“埗（bù）”按標準讀音，醫療、衛生等字不變。",
            "审音表：血（xuè）、血（xiě）、阿（ā）、拗（niù）、场（chǎng）、处（chǔ）、差（chāi）、参（cēn）、着（zháo），其余以《新华字典》的注音为准，各地各校照此执行。",
            "（一）加强领导；(a)完善机制；(b)落实责任",
            "",
        ] {
            check(text, text);
            assert!(matches!(strip(text).0, Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn annotations_split_by_their_share() {
        let rare = "醫療衛生".repeat(20);
        let text = format!("{rare}醫(yī)衛(wèi)關(guān)進(jìn)");
        check(&text, &text);
    }

    #[test]
    fn odd_brackets_never_panic() {
        for text in [
            "(yī)",
            "醫(yī",
            "醫(",
            "(y",
            "醫(yī）",
            "醫()",
            "\u{304}(\u{304})",
        ] {
            check(text, text);
        }
    }
}
