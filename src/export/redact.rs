//! Masking what tells who a person is: telephone numbers, identity numbers, and the names in
//! contact lines.
//!
//! One character is masked by one character, so that places in code points stay valid.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::lexicon::rows;
use crate::{Document, Header, Span};

/// What stands for a masked character of ASCII, and for any other.
const MASKS: [char; 2] = ['*', '＊'];

/// Digits that a number in a contact line has at the least; fewer are a room or an hour.
const FEWEST_DIGITS: usize = 5;

/// Characters of a name without a title, e.g. `欧阳建国`.
const LONGEST_NAME: usize = 4;

/// Characters of a name with its title, e.g. `欧阳建国主任`.
const LONGEST_TITLED: usize = 7;

/// Characters of a contact line's value on a line of its own.
const LONGEST_VALUE: usize = 40;

/// Numbers that are telephone or identity numbers wherever they stand: mobile, with an area
/// code set off, service lines, identity numbers of 18 and of 15 digits, e-mail.
static NUMBERS: LazyLock<Regex> = LazyLock::new(|| {
    // OK because the pattern is constant and a test uses it.
    #[allow(clippy::unwrap_used)]
    Regex::new(concat!(
        r"[1-9][0-9]{5}(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx]",
        r"|[1-9][0-9]{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}",
        r"|1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}",
        r"|[(（]?0[1-9][0-9]{1,2}[)）一–—－-][ ]?[0-9]{7,8}(?:[-－—转][0-9]{1,5})?",
        r"|[48]00-[0-9]{3,4}-[0-9]{3,4}",
        r"|[A-Za-z0-9._-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
    ))
    .unwrap()
});

/// A label of a contact line with its colon.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    let spaced = |word: &str| {
        let letters = word
            .chars()
            .map(|c| regex::escape(c.encode_utf8(&mut [0; 4])));
        letters.collect::<Vec<_>>().join("[ \u{3000}]*")
    };
    let labels: Vec<String> = words("label").map(spaced).collect();
    let pattern = format!(
        "(?:{})[ \u{3000}]*(?:[（(][^（()）\n]{{0,12}}[）)])?[ \u{3000}]*[:：]",
        labels.join("|")
    );
    // OK because the labels are escaped, and a test uses the pattern.
    #[allow(clippy::unwrap_used)]
    Regex::new(&pattern).unwrap()
});

static TITLES: LazyLock<Vec<&str>> = LazyLock::new(|| words("title").collect());

static UNITS: LazyLock<Vec<&str>> = LazyLock::new(|| words("unit").collect());

fn words(form: &str) -> impl Iterator<Item = &'static str> {
    rows(include_str!("../lexicon/contact.tsv"))
        .filter(move |row| row.list(1).any(|member| member == form))
        .map(|row| row.cell(0))
}

/// The document with what tells who a person is masked in every text.
pub(super) fn redact(document: &Document) -> Document {
    let offsets = document.offsets;
    let mut document = document.clone().in_code_points();
    let before: Vec<char> = document.text.chars().collect();
    mask(&mut document.text);
    let after: Vec<char> = document.text.chars().collect();
    let facts = Masker { before, after };
    facts.header(&mut document.header);
    for section in &mut document.sections {
        facts.maybe(&mut section.heading);
    }
    for task in &mut document.tasks {
        facts.quoted(&mut task.text, task.span);
        facts.maybe(&mut task.heading);
        facts.maybe(&mut task.deadline_text);
        for responsibility in &mut task.responsibilities {
            facts.quoted(&mut responsibility.text, responsibility.span);
            for department in &mut responsibility.departments {
                mask(&mut department.name);
            }
        }
    }
    for target in &mut document.targets {
        facts.quoted(&mut target.quote, target.span);
        mask(&mut target.indicator);
        if let Some(baseline) = &mut target.baseline {
            mask(&mut baseline.text);
        }
    }
    for citation in &mut document.citations {
        facts.quoted(&mut citation.text, citation.span);
        mask(&mut citation.title);
    }
    for member in &mut document.members {
        for words in [&mut member.body, &mut member.office, &mut member.name] {
            mask(words);
        }
        facts.maybe(&mut member.affiliation);
    }
    for removed in &mut document.removed {
        mask(&mut removed.text);
    }
    for repair in &mut document.repairs {
        facts.quoted(&mut repair.to, repair.span);
        mask(&mut repair.from);
        repair.candidates.iter_mut().for_each(mask);
    }
    for diagnostic in &mut document.diagnostics {
        mask(&mut diagnostic.message);
    }
    if offsets == crate::Offsets::Byte {
        document.in_bytes()
    } else {
        document
    }
}

/// The text before and after, to mask what quotes it alike: a quote may lack the label that
/// tells a name.
struct Masker {
    before: Vec<char>,
    after: Vec<char>,
}

impl Masker {
    /// Masks words as they are masked at their place, or by themselves where they differ
    /// from what stands there.
    fn quoted(&self, words: &mut String, span: Span) {
        let same = self
            .before
            .get(span.range())
            .is_some_and(|place| words.chars().eq(place.iter().copied()));
        match self.after.get(span.range()) {
            Some(place) if same => *words = place.iter().collect(),
            _ => mask(words),
        }
    }

    fn maybe(&self, words: &mut Option<String>) {
        words.iter_mut().for_each(mask);
    }

    fn header(&self, header: &mut Header) {
        for words in [
            &mut header.title,
            &mut header.enclosed_title,
            &mut header.note,
            &mut header.printing_authority,
        ] {
            self.maybe(words);
        }
        for words in [
            &mut header.issuing_authorities,
            &mut header.addressees,
            &mut header.cc,
            &mut header.attachments,
        ] {
            words.iter_mut().for_each(mask);
        }
    }
}

/// Masks a text.
fn mask(text: &mut String) {
    let mut places = number_places(text);
    for label in LABEL.find_iter(text) {
        contact_places(text, label.end(), &mut places);
    }
    if places.is_empty() {
        return;
    }
    places.sort_by_key(|place| (place.start, place.end));
    let mut places = places.into_iter().peekable();
    *text = text
        .char_indices()
        .map(|(at, c)| {
            while places.next_if(|place| place.end <= at).is_some() {}
            let inside = places.peek().is_some_and(|place| place.contains(&at));
            match inside && c.is_alphanumeric() {
                true => MASKS[usize::from(!c.is_ascii())],
                false => c,
            }
        })
        .collect();
}

/// Where numbers stand that are telephone or identity numbers by their form. A number that
/// is part of a longer one, or has a unit, is none.
fn number_places(text: &str) -> Vec<Range<usize>> {
    NUMBERS
        .find_iter(text)
        .filter(|number| {
            let before = text[..number.start()].chars().next_back();
            let after = text[number.end()..].chars().next();
            !before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.')
                && !after.is_some_and(|c| {
                    c.is_ascii_alphanumeric()
                        || matches!(c, '.' | '元' | '万' | '亿' | '%')
                })
        })
        .map(|number| number.range())
        .collect()
}

/// Adds where names and numbers stand in the contact line whose value begins at `start`.
fn contact_places(text: &str, start: usize, places: &mut Vec<Range<usize>>) {
    let value = value(text, start);
    let mut at = value.start;
    while let Some(c) = text[at..value.end].chars().next() {
        let rest = &text[at..value.end];
        if c.is_ascii_digit() {
            let length = number_length(rest);
            let digits = rest[..length].bytes().filter(u8::is_ascii_digit).count();
            if digits >= FEWEST_DIGITS {
                places.push(at..at + length);
            }
            at += length;
        } else if is_name_letter(c) {
            let length = words_length(rest);
            let behind = rest[length..].trim_start_matches([' ', '\u{3000}']);
            if behind.starts_with([':', '：']) {
                // Another label: what follows is its own.
                return;
            }
            if let Some(name) = name(&rest[..length]) {
                places.push(at + name.start..at + name.end);
            }
            at += length;
        } else {
            at += c.len_utf8();
        }
    }
}

/// The value of a contact line: the rest of the sentence, or the next line where nothing
/// follows on the same.
fn value(text: &str, start: usize) -> Range<usize> {
    let line_end = |from: usize| {
        text[from..]
            .find('\n')
            .map_or(text.len(), |length| from + length)
    };
    let mut end = line_end(start);
    let mut from = start;
    if text[start..end].trim().is_empty() && end < text.len() {
        from = end + 1;
        end = line_end(from);
        if text[from..end].chars().count() > LONGEST_VALUE {
            end = from;
        }
    }
    let sentence = text[from..end]
        .find('。')
        .map_or(end, |length| from + length);
    from..sentence
}

/// Bytes of the number that `text` begins with, separators between its digits included.
fn number_length(text: &str) -> usize {
    let number = |c: char| {
        c.is_ascii_digit()
            || matches!(
                c,
                '-' | '－'
                    | '—'
                    | '–'
                    | '一'
                    | ' '
                    | '('
                    | ')'
                    | '（'
                    | '）'
                    | '转'
                    | '*'
            )
    };
    let run = text.find(|c| !number(c)).unwrap_or(text.len());
    text[..run]
        .rfind(|c: char| c.is_ascii_digit())
        .map_or(1, |last| last + 1)
}

fn is_name_letter(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}' | '·' | '〇')
}

/// Bytes of the run of Han characters that `text` begins with; a name of two characters may
/// have spaces between them: `张 三`.
fn words_length(text: &str) -> usize {
    let run = text.find(|c| !is_name_letter(c)).unwrap_or(text.len());
    let rest = &text[run..];
    let inner = rest.trim_start_matches([' ', '\u{3000}']);
    let next = inner.find(|c| !is_name_letter(c)).unwrap_or(inner.len());
    let single = |words: &str| words.chars().count() == 1;
    if inner.len() < rest.len() && single(&text[..run]) && single(&inner[..next]) {
        run + (rest.len() - inner.len()) + next
    } else {
        run
    }
}

/// Where a name stands in a run of Han characters: all of it, or what follows the name of
/// a unit (`市教育局基教科张三`).
fn name(words: &str) -> Option<Range<usize>> {
    let length = |words: &str| words.chars().filter(|c| is_name_letter(*c)).count();
    let titled = TITLES.iter().any(|title| words.ends_with(title));
    let longest = if titled { LONGEST_TITLED } else { LONGEST_NAME };
    let is_unit = |words: &str| UNITS.iter().any(|unit| words.ends_with(unit));
    let count = length(words);
    let is_word = UNITS.contains(&words);
    if count == 2 && !is_word || (3..=longest).contains(&count) && !is_unit(words) {
        return Some(0..words.len());
    }
    let unit_end = UNITS
        .iter()
        .filter_map(|unit| words.rfind(unit).map(|at| at + unit.len()))
        .filter(|&end| (2..=longest).contains(&length(&words[end..])))
        .max()?;
    Some(unit_end..words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_masked(text: &str, expected: &str) {
        let mut masked = text.to_owned();
        mask(&mut masked);
        assert_eq!(masked, expected);
        assert_eq!(masked.chars().count(), text.chars().count());
    }

    #[test]
    fn names_and_numbers_of_contact_lines_are_masked() {
        for (text, expected) in [
            (
                "（联系人：张三；联系电话：0571-63012345）",
                "（联系人：＊＊；联系电话：****-********）",
            ),
            ("联 系 人：张 三、欧阳建国", "联 系 人：＊ ＊、＊＊＊＊"),
            (
                "联系人:李四 63012345。会议延期",
                "联系人:＊＊ ********。会议延期",
            ),
            (
                "联系人及电话：王五，13812345678",
                "联系人及电话：＊＊，***********",
            ),
            ("联系电话（传真）：63012345", "联系电话（传真）：********"),
            ("联系人：\n赵六\n地址", "联系人：\n＊＊\n地址"),
            ("联系人：市教育局基教科孙七", "联系人：市教育局基教科＊＊"),
            ("联系人：张三，电话63012345", "联系人：＊＊，电话********"),
            ("联系人：人事处 𠮷田", "联系人：人事处 ＊＊"),
            (
                "经办人：周先生，地址：人民路8号",
                "经办人：＊＊＊，地址：人民路8号",
            ),
            ("咨询电话：政务服务热线12345", "咨询电话：政务服务热线*****"),
        ] {
            assert_masked(text, expected);
        }
    }

    #[test]
    fn numbers_that_are_telephones_by_their_form_are_masked_anywhere() {
        for (text, expected) in [
            ("请拨13812345678咨询", "请拨***********咨询"),
            ("请拨138-1234-5678", "请拨***-****-****"),
            ("(0571)63012345", "(****)********"),
            ("029一69391234", "***＊********"),
            ("身份证号330282199001011234", "身份证号******************"),
            ("33028219900101123X", "******************"),
            ("400-820-8820", "***-***-****"),
            ("zhang.san@moe.gov.cn", "*****.***@***.***.**"),
        ] {
            assert_masked(text, expected);
        }
    }

    #[test]
    fn other_numbers_and_words_stay() {
        for text in [
            "一、加强值守。（责任单位：市教育局）",
            "国办发〔2022〕14号",
            "投入13800000000元",
            "索引号：014006438/2020-00217",
            "2025-06-30",
            "建设用地0571-2公顷",
            "公布联系人、联系方式等信息",
            "联系人：市教育局基础教育科",
            "值班电话会议",
            "电话：8楼",
        ] {
            assert_masked(text, text);
        }
    }

    #[test]
    fn places_stay_valid() {
        let text =
            "一、加强𠮷林值守，联系人：𠮷三，电话13812345678。（责任单位：市教育局）\n";
        let document = crate::parse(text.as_bytes()).unwrap().document;
        let redacted = redact(&document);
        assert_eq!(redacted.text.chars().count(), text.chars().count());
        let task = &redacted.tasks[0];
        assert_eq!(&redacted.text[task.span.range()], task.text);
        assert!(task.text.contains("联系人：＊＊，电话***********。"));
        let statement = &task.responsibilities[0];
        assert_eq!(&redacted.text[statement.span.range()], statement.text);
        assert_eq!(statement.departments[0].name, "市教育局");
    }
}
