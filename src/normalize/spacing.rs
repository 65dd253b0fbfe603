//! Spaces, line breaks and characters that are not seen: one kind of space, one kind of
//! line break, nothing invisible, and no line broken inside a sentence by a page's width.
//!
//! The full-width space U+3000 stays, as it is how Chinese text indents; so do spaces
//! inside words (`索 引 号`), which tables and titles are set with. Those around numbers go where a
//! whole text is set with them, or a sentence has no other.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use super::pinyin::is_han;
use super::{Step, repair, width};
use crate::document::Repair;
use crate::pattern::Pattern;
use crate::span::Span;
use crate::text::{Needles, OffsetMap, Rewriter, lines};

/// Rule of the decimal points that some sites draw with a glyph of their own.
const PRIVATE_USE_POINT: &str = "damage/private-use-point";

/// Puts right, in one pass, full-width digits and letters, odd spaces, line breaks,
/// invisible characters and private-use ones.
pub(super) fn tidy(text: &str) -> Step<'_> {
    let mut tidier = Tidier {
        text,
        rewriter: Rewriter::new(text),
        repairs: Vec::new(),
        icons_end: 0,
        text_end: 0,
    };
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at..].first_chunk().is_some_and(is_clean) {
            at += BLOCK;
            continue;
        }
        let end = (at + BLOCK).min(bytes.len());
        while at < end {
            at += match STEPS[usize::from(bytes[at])] {
                0 => tidier.edit(at),
                step => usize::from(step),
            };
        }
    }
    let (text, map) = tidier.rewriter.finish();
    Step {
        text,
        map,
        repairs: tidier.repairs,
    }
}

/// Rule of the `?` that stand where blanks were lost.
const LOST_BLANK: &str = "damage/lost-nbsp";

/// Puts blanks back where a page wrote them as `?`, as converters do whose character set has
/// no such blank: the indent of a paragraph (`??一、规划背景`, `?????? ?泰州市人民政府`), what
/// follows its last sign (`2021年11月22日????????`), empty lines. No sentence begins with a
/// question mark, and one that ends with several ends in a word: `真的??`. Places that are
/// `reported` already are left alone.
pub(super) fn lost_blanks<'t>(text: &'t str, reported: &[Span]) -> Step<'t> {
    let mut rewriter = Rewriter::new(text);
    let mut repairs = Vec::new();
    static MARKS: LazyLock<Needles> = LazyLock::new(|| Needles::of(&["??", "？？"]));
    if MARKS.are_in(text) {
        let mut reported = reported.to_vec();
        reported.sort_unstable();
        let is_known = |place: &Range<usize>| {
            let next = reported.partition_point(|known| known.end <= place.start);
            reported
                .get(next)
                .is_some_and(|known| known.start < place.end)
        };
        let mut places = Vec::new();
        let mut lone = Vec::new();
        for line in lines(text) {
            let words = &text[line.clone()];
            if !words.contains(['?', '？']) {
                continue;
            }
            let (found, single) = blanks_of_line(words);
            let in_text =
                |place: Range<usize>| line.start + place.start..line.start + place.end;
            if single {
                lone.push(line.clone());
            } else {
                places.extend(found.into_iter().map(in_text));
            }
        }
        // One mark alone on a line says nothing but beside such runs.
        if !places.is_empty() {
            places.append(&mut lone);
            places.sort_by_key(|place| place.start);
        }
        places.retain(|place| !is_known(place));
        for place in places {
            let indents = place.end < text.len() && !text[place.end..].starts_with('\n');
            let to = if indents { "　　" } else { "" };
            repairs.push(repair(&mut rewriter, place, to, LOST_BLANK));
        }
    }
    let (text, map) = rewriter.finish();
    Step { text, map, repairs }
}

/// Rule of the tags that stand where lines break.
const BREAK_TAG: &str = "layout/break-tag";

/// Rule of the signs that stand where lines break.
const BREAK_SIGN: &str = "layout/break-sign";

/// Breaks lines where a tag of the page was left to break them, `市教育局<br>市财政局`: in the
/// row of a table, which a break would end, a blank parts the words.
pub(super) fn break_tags(text: &str) -> Step<'_> {
    static TAG: Pattern = Pattern::new(
        &["<br", "<BR", "<Br", "<bR"],
        r"(?i)[ \u{3000}]*<br\s{0,2}/?\s{0,2}>",
    );
    let tags = TAG
        .over(text)
        .into_iter()
        .flat_map(|tags| tags.find_iter(text));
    break_at(text, tags.map(|tag| tag.range()), BREAK_TAG)
}

/// Breaks lines where an export wrote a sign for each break, `一、组织领导Р（一）加强领导`: the
/// letter Р of some libraries of documents, an escape, the `_x000D_` of spreadsheets.
pub(super) fn break_signs(text: &str) -> Step<'_> {
    /// Signs of a text at the least.
    const LEAST: usize = 2;
    static SIGN: Pattern = Pattern::new(
        &["Р", "\\n", "_x000D_", "↵"],
        r"[ \u{3000}]*(?:Р|(?:\\r)?\\n|_x000D_|↵)",
    );
    let is_letter = |c: char| c.is_alphabetic() && !is_han(c);
    let mut last = 0;
    let mut signs: Vec<_> = SIGN
        .find_iter(text)
        .map(|sign| sign.range())
        // РM2.5, C:\new
        .filter(|sign| {
            let before = &text[std::mem::replace(&mut last, sign.end)..sign.start];
            !before.ends_with(is_letter) && !text[sign.end..].starts_with(is_letter)
        })
        .collect();
    if signs.len() < LEAST {
        signs.clear();
    }
    break_at(text, signs.into_iter(), BREAK_SIGN)
}

/// What a law library's fields begin with.
const LIBRARY: &str = "文章属性";

/// Breaks a line around the fields that a law library puts before a text and that lost their
/// line breaks: `…意见｜文章属性｜•【制定机关】某市人民政府｜•【公布日期】2005.02.01｜正文｜某市…`.
pub(super) fn break_fields(text: &str) -> (Cow<'_, str>, OffsetMap) {
    /// What stands between the fields and the text.
    const TEXT: &str = "正文";
    static LIBRARIES: LazyLock<Needles> = LazyLock::new(|| Needles::of(&[LIBRARY]));
    let mut rewriter = Rewriter::new(text);
    let mut done = 0;
    for place in LIBRARIES.places(text) {
        if place < done {
            continue;
        }
        let end = text[place..].find('\n').map_or(text.len(), |at| place + at);
        let bullets = text[place..end].match_indices(['•', '∙', '·']);
        let fields: Vec<usize> = bullets
            .filter(|(at, bullet)| text[place + at + bullet.len()..].starts_with('【'))
            .map(|(at, _)| place + at)
            .collect();
        done = end;
        let Some(&last) = fields.last() else {
            continue;
        };
        let behind = text[last..end].find(TEXT).map(|at| last + at);
        let behind = behind.into_iter().flat_map(|at| [at, at + TEXT.len()]);
        for at in [place].into_iter().chain(fields).chain(behind) {
            let parted = text[..at].ends_with('\n') || text[at..].starts_with('\n');
            if at > 0 && at < text.len() && !parted {
                rewriter.replace(at..at, "\n");
            }
        }
    }
    rewriter.finish()
}

/// Breaks the lines of a text at some places, or parts words there in the row of a table.
fn break_at<'t>(
    text: &'t str,
    places: impl Iterator<Item = Range<usize>>,
    rule: &str,
) -> Step<'t> {
    let mut rewriter = Rewriter::new(text);
    let mut repairs = Vec::new();
    let (mut line, mut last) = (0, 0);
    for place in places {
        if let Some(end) = text[last..place.start].rfind('\n') {
            line = last + end + 1;
        }
        last = place.end;
        let row = text[line..].trim_start().starts_with('|');
        let ends = text[place.end..].starts_with(['\n', '\r']);
        let sign = match (row, ends) {
            (true, _) => " ",
            (false, true) => "",
            (false, false) => "\n",
        };
        repairs.push(repair(&mut rewriter, place, sign, rule));
    }
    let (text, map) = rewriter.finish();
    Step { text, map, repairs }
}

/// Where blanks were lost at the ends of a line, and whether the line is nothing but one
/// mark.
fn blanks_of_line(words: &str) -> (Vec<Range<usize>>, bool) {
    let is_mark = |c: char| matches!(c, '?' | '？');
    let is_lost = |c: char| is_mark(c) || is_blank(c);
    let count = |run: &str| run.matches(is_mark).count();
    let rest = words.trim_start_matches(is_lost);
    let lead = words.len() - rest.len();
    let marks = count(&words[..lead]);
    if rest.is_empty() {
        let all = 0..words.len();
        return (if marks > 1 { vec![all] } else { Vec::new() }, marks == 1);
    }
    let mut found = Vec::new();
    let opens = |c: char| c.is_alphanumeric() && !c.is_ascii_alphabetic();
    let opens_words = |c: char| opens(c) || "（(《〈“‘〔【".contains(c);
    if marks > 1 && rest.starts_with(opens_words) {
        found.push(0..lead);
    }
    let sentence = words.trim_end_matches(is_lost);
    if count(&words[sentence.len()..]) > 1 && closes(sentence) {
        found.push(sentence.len()..words.len());
    }
    (found, false)
}

/// Whether no question mark can follow: words end with a sign, or with a day.
fn closes(words: &str) -> bool {
    let day = words
        .strip_suffix('日')
        .filter(|words| words.contains('月'));
    words.ends_with(['。', '；', '：', '）', ')', '》'])
        || day.is_some_and(|before| {
            before.ends_with(|c: char| {
                c.is_ascii_digit() || "一二三四五六七八九十".contains(c)
            })
        })
}

/// Takes out the blanks around the numbers of sentences that part nothing else with blanks, as
/// word processors do: `到 2025 年达到 90% 以上`. In a text that sets all of its numbers apart they
/// go from all sentences. Other lines come out as they are: a blank may part their cells.
pub(super) fn close_numbers(text: &str) -> (Cow<'_, str>, OffsetMap) {
    /// Bytes of the label that a line opens with at most.
    const LABEL: usize = 24;
    let mut rewriter = Rewriter::new(text);
    if memchr::memchr(b' ', text.as_bytes()).is_none() {
        return rewriter.finish();
    }
    let everywhere = sets_numbers_apart(text);
    let mut around = Vec::new();
    for line in lines(text) {
        let words = text[line.clone()].trim_end();
        let indent = words.len() - words.trim_start().len();
        let mut blanks =
            memchr::memchr_iter(b' ', &words.as_bytes()[indent..]).peekable();
        if blanks.peek().is_none() || !words.contains(['，', '。', '；']) {
            continue;
        }
        around.clear();
        let mut others = false;
        for at in blanks {
            let at = indent + at;
            let (before, after) = (&words[..at], &words[at + 1..]);
            let leads = before.ends_with(is_han)
                && after.starts_with(|c: char| c.is_ascii_digit())
                && (everywhere || !may_be_label(after));
            let follows = ends_in_number(before)
                && after.starts_with(|c| is_han(c) || matches!(c, '%' | '‰'));
            if leads || follows || splits(before, after) {
                around.push(line.start + at);
            } else {
                // 1. 到 2025 年
                others |=
                    at > LABEL || !before.ends_with(['.', '、', '．', ')', '）', '条']);
            }
        }
        if everywhere || !others {
            for &at in &around {
                rewriter.remove(at..at + 1);
            }
        }
    }
    rewriter.finish()
}

/// Whether a blank splits the decimals off a share that other words stand before: 4.8%、3. 3%; a
/// label opens its line.
fn splits(before: &str, after: &str) -> bool {
    let digits = |words: &str| words.len() - words.trim_start_matches(is_digit).len();
    let whole = before.strip_suffix('.').unwrap_or("");
    let number = whole.trim_end_matches(is_digit);
    let decimals = digits(after);
    number.len() < whole.len()
        && number.ends_with(|c| is_han(c) || c == '、')
        && (1..=2).contains(&decimals)
        && after[decimals..].starts_with('%')
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Whether words open with a number of two levels, as labels are, and no unit: 二、目标 2.1 一期
/// 工程, but 投入 1.5 亿元.
fn may_be_label(words: &str) -> bool {
    const UNITS: &str = "%％‰万亿千百十元个倍人户亩吨公米平立方克升度";
    let level = words.trim_start_matches(|c: char| c.is_ascii_digit());
    let behind = level.strip_prefix('.').map(|level| {
        let behind = level.trim_start_matches(|c: char| c.is_ascii_digit());
        behind.strip_prefix(' ').unwrap_or(behind)
    });
    behind.is_some_and(|behind| !behind.starts_with(|c| UNITS.contains(c)))
}

/// Whether words end in a number that Han stands before, with blanks inside or without:
/// `达到 90 %`.
fn ends_in_number(words: &str) -> bool {
    // One sign and one blank, so that a run of either is read once.
    let bare = words.strip_suffix(['%', '‰']).unwrap_or(words);
    let bare = bare.strip_suffix(' ').unwrap_or(bare);
    let before = bare.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    before.len() < bare.len()
        && before.strip_suffix(' ').unwrap_or(before).ends_with(is_han)
}

/// Whether a text has a blank between Han and the number behind it, with few exceptions.
fn sets_numbers_apart(text: &str) -> bool {
    /// Such numbers at the least, and how many for each that has none.
    const LEAST: usize = 5;
    const FOR_EACH: usize = 4;
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let apart = memchr::memchr_iter(b' ', bytes)
        .filter(|&at| is_digit(at + 1) && text[..at].ends_with(is_han))
        .count();
    apart >= LEAST && {
        let glued = text.match_indices(|c: char| c.is_ascii_digit());
        let glued = glued
            .filter(|&(at, _)| text[..at].ends_with(is_han))
            .count();
        glued * FOR_EACH <= apart
    }
}

/// Bytes looked at at once.
const BLOCK: usize = 64;

/// Whether no character that begins in the block has to be changed, as far as its bytes
/// tell; the last character may reach two bytes beyond it. The block may begin inside a
/// character, as bytes that continue one begin none.
fn is_clean(block: &[u8; BLOCK + 2]) -> bool {
    // Without branches, so that compilers look at sixteen bytes at a time.
    let mut odd = 0;
    for at in 0..BLOCK {
        let [first, second, third] = [block[at], block[at + 1], block[at + 2]];
        let is = |byte: u8, value: u8| u8::from(byte == value);
        let below = |byte: u8, value: u8| u8::from(byte < value);
        let control = below(first, b' ') & !is(first, b'\t') & !is(first, b'\n');
        let rare = is(first, 0x7F)
            | is(first, 0xC2)
            | is(first, 0xE1)
            | is(first, 0xEE)
            | is(first, 0xF3);
        // “”—… are E2 80 90 to E2 80 A7.
        let dash_or_quote = is(second, 0x80) & below(third.wrapping_sub(0x90), 0x18);
        let other_sign = below(second, 0x82) & !dash_or_quote;
        // ！（），：；？
        let plain_mark = is(third, 0x81)
            | below(third.wrapping_sub(0x88), 2)
            | is(third, 0x8C)
            | below(third.wrapping_sub(0x9A), 2)
            | is(third, 0x9F);
        let wide_form = !(is(second, 0xBC) & plain_mark);
        odd |=
            control | rare | is(first, 0xE2) & other_sign | is(first, 0xEF) & wide_form;
    }
    odd & 1 == 0
}

/// For each first byte of a character: the character's length, or 0 when it may have to be
/// changed.
static STEPS: [u8; 256] = {
    let mut steps = [1; 256];
    let mut lead = 0;
    while lead < 256 {
        steps[lead] = match lead as u8 {
            b'\t' | b'\n' | b' '..=b'~' => 1,
            // Controls; U+0080–U+00BF; U+1680, U+180E; general punctuation; private use;
            // full-width forms; tags and variation selectors.
            0..0x20 | 0x7F | 0xC2 | 0xE1 | 0xE2 | 0xEE | 0xEF | 0xF3 => 0,
            0xC3..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xFF => 4,
            _ => 1,
        };
        lead += 1;
    }
    steps
};

#[derive(Debug)]
struct Tidier<'t> {
    text: &'t str,
    rewriter: Rewriter<'t>,
    repairs: Vec<Repair>,
    /// From here back to its line's start, everything is blank or was an icon.
    icons_end: usize,
    /// Up to here private-use characters are no icons.
    text_end: usize,
}

impl Tidier<'_> {
    /// Changes the character at `at` if it has to be, and returns how far to go on.
    fn edit(&mut self, at: usize) -> usize {
        let Some(character) = self.text[at..].chars().next() else {
            return 1;
        };
        let len = character.len_utf8();
        let range = at..at + len;
        match character {
            // The forms that are everywhere and stay: “”—…
            '\u{2010}'..='\u{2027}' => {}
            '！'..='～' => {
                if let Some(half) = width::half_width(self.text, at) {
                    self.rewriter.replace(range, half.encode_utf8(&mut [0; 4]));
                }
            }
            '\r' => return self.carriage_returns(at),
            '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                let breaks_already = at == 0 || self.text[..at].ends_with('\n');
                self.rewriter
                    .replace(range, if breaks_already { "" } else { "\n" });
            }
            '\u{E000}'..='\u{F8FF}' => return self.private_use(at, len),
            _ if is_odd_space(character) => self.rewriter.replace(range, " "),
            _ if is_invisible(character) => self.rewriter.remove(range),
            _ => {}
        }
        len
    }

    /// `\r` goes before a `\n`, and is a line break alone.
    fn carriage_returns(&mut self, at: usize) -> usize {
        let bytes = &self.text.as_bytes()[at..];
        let run = bytes.iter().take_while(|&&byte| byte == b'\r').count();
        if bytes.get(run) == Some(&b'\n') {
            self.rewriter.remove(at..at + run);
        } else {
            self.rewriter.replace(at..at + run, &"\n".repeat(run));
        }
        run
    }

    /// A private-use character between two digits is a decimal point (`0\u{E010}2元` is
    /// 0.2元); those at a line's start before a space are icons and go. Others stay: what
    /// they stand for only their font knows.
    fn private_use(&mut self, at: usize, len: usize) -> usize {
        let after_one = at + len;
        if width::digit_before(self.text, at) && width::digit_after(self.text, after_one)
        {
            let point = repair(&mut self.rewriter, at..after_one, ".", PRIVATE_USE_POINT);
            self.repairs.push(point);
            return len;
        }
        if at < self.text_end {
            return len;
        }
        let after = self.text[at..].trim_start_matches(|character| {
            is_private(character) || is_invisible(character)
        });
        let end = self.text.len() - after.len();
        let before = self.text[..at].trim_end_matches(is_blank);
        let begins_line = before.len() <= self.icons_end || before.ends_with(is_break);
        if begins_line && after.starts_with(is_blank) {
            self.rewriter.remove(at..end);
            self.icons_end = end;
            end - at
        } else {
            // Looked at once, however long the run is.
            self.text_end = end;
            len
        }
    }
}

fn is_private(character: char) -> bool {
    ('\u{E000}'..='\u{F8FF}').contains(&character)
}

fn is_break(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// White space that breaks no line, and what is not seen at all.
fn is_blank(character: char) -> bool {
    character.is_whitespace() && !is_break(character) || is_invisible(character)
}

fn is_odd_space(character: char) -> bool {
    matches!(
        character,
        '\u{A0}' | '\u{1680}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}'
    )
}

/// Controls, marks of zero width, marks of direction, variation selectors.
pub(super) fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{AD}'
            | '\u{180B}'..='\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    #[track_caller]
    fn tidies(text: &str, expected: &str) {
        assert_eq!(tidy(text).text, expected);
        assert_eq!(tidy(expected).text, expected);
    }

    #[track_caller]
    fn puts_blanks_back(text: &str, expected: &str) {
        let step = lost_blanks(text, &[]);
        assert_eq!(step.text, expected, "{text}");
        assert_eq!(lost_blanks(expected, &[]).text, expected, "{text}");
        for repair in &step.repairs {
            assert_eq!(step.text[repair.span.range()], repair.to);
            assert_eq!(text[repair.source_span.range()], repair.from);
            assert_eq!((repair.rule.as_str(), repair.certain), (LOST_BLANK, true));
        }
        assert_eq!(step.repairs.is_empty(), text == expected, "{text}");
    }

    #[test]
    fn tags_that_break_lines_do_so() {
        for (text, expected) in [
            (
                "一、总体要求<br>坚持改革。<BR />\n二、任务",
                "一、总体要求\n坚持改革。\n二、任务",
            ),
            (
                "| 1 | 市教育局<br>市财政局 |\n甲<br/>乙",
                "| 1 | 市教育局 市财政局 |\n甲\n乙",
            ),
            ("a<b，c>d", "a<b，c>d"),
        ] {
            let step = break_tags(text);
            assert_eq!(step.text, expected);
            for repair in &step.repairs {
                assert_eq!(step.text[repair.span.range()], repair.to);
                assert_eq!(text[repair.source_span.range()], repair.from);
            }
            assert_eq!(step.repairs.is_empty(), text == expected);
            assert_eq!(break_tags(expected).text, expected);
        }
    }

    #[test]
    fn signs_that_stand_for_breaks_break_lines() {
        for (text, expected) in [
            (
                "整治方案Р一、组织领导 Р(一)加强领导。Р二、任务",
                "整治方案\n一、组织领导\n(一)加强领导。\n二、任务",
            ),
            (
                "工作方案\\r\\n\\n一、目标\\n（一）安全。",
                "工作方案\n\n一、目标\n（一）安全。",
            ),
            ("目标_x000D_\n一、安全_x000D_\n", "目标\n一、安全\n"),
            // One alone, and letters of words.
            ("整治方案Р一、组织领导", "整治方案Р一、组织领导"),
            ("РM2.5、GDР、C:\\new", "РM2.5、GDР、C:\\new"),
            ("Россия, США и РФ", "Россия, США и РФ"),
        ] {
            let step = break_signs(text);
            assert_eq!(step.text, expected);
            for repair in &step.repairs {
                assert_eq!(repair.rule, BREAK_SIGN);
                assert_eq!(step.text[repair.span.range()], repair.to);
                assert_eq!(text[repair.source_span.range()], repair.from);
            }
            assert_eq!(step.repairs.is_empty(), text == expected);
        }
    }

    #[test]
    fn fields_of_a_law_library_are_lines() {
        for (text, expected) in [
            (
                "文章属性•【制定机关】某市人民政府•【公布日期】2005.02.01正文某市人民政府关于学前教育的意见",
                "文章属性\n•【制定机关】某市人民政府\n•【公布日期】2005.02.01\n正文\n某市人民政府关于学前教育的意见",
            ),
            (
                "库\n某市意见文章属性•【字号】某政函[2005]39号•【主题分类】教育正文某市意见\n一、目标",
                "库\n某市意见\n文章属性\n•【字号】某政函[2005]39号\n•【主题分类】教育\n正文\n某市意见\n一、目标",
            ),
            (
                "文章属性\n•【制定机关】某市\n正文\n",
                "文章属性\n•【制定机关】某市\n正文\n",
            ),
            ("页面的文章属性•正文", "页面的文章属性•正文"),
        ] {
            let (out, map) = break_fields(text);
            assert_eq!(out, expected);
            assert_eq!(map.source(0..out.len()), 0..text.len());
            assert_eq!(break_fields(&out).0, expected);
        }
    }

    #[test]
    fn blanks_around_numbers_go_where_all_have_them() {
        let apart = "到 2025 年建成 30 个，达到 90 % 以上，投入 1.5 亿元，新增 2 家。\n";
        let closed = "到2025年建成30个，达到90%以上，投入1.5亿元，新增2家。\n";
        assert_eq!(close_numbers(apart).0, closed);
        assert_eq!(close_numbers(closed).0, closed);
        let (out, map) = close_numbers(apart);
        let place = out.find("2025年").unwrap();
        assert_eq!(&apart[map.source(place..place + "2025年".len())], "2025 年");
        for kept in [
            "福州市 1.27 3.5\n",
            "1.1 编制目的。\n",
            "二、目标。 1.1 编制目的。\n",
            "第 3 章\n",
        ] {
            let text = format!("{apart}{kept}");
            assert_eq!(close_numbers(&text).0, format!("{closed}{kept}"));
        }
        let mixed = "到 2025 年建成30个，达到90%以上，投入1.5 亿元。\n";
        let bare = "到2025年建成30个，达到90%以上，投入1.5亿元。\n";
        for label in ["", "1. ", "（一） ", "　　第二十一条 "] {
            let mixed = format!("{label}{mixed}");
            assert_eq!(close_numbers(&mixed).0, format!("{label}{bare}"));
        }
        assert_eq!(
            close_numbers("分别下降4.8%、3. 3%和1.4%。\n").0,
            "分别下降4.8%、3.3%和1.4%。\n"
        );
        // What else a blank parts may be cells.
        for row in [
            "甲县 建成公园 30 个，达到 90%。 县住建局\n",
            "1 建成 30 个，达到 90%。\n",
            "共 3 个、 4 个、5个。\n",
            "总体目标 2.1 一期工程，共 3 个。\n",
        ] {
            assert_eq!(close_numbers(row).0, row);
        }
    }

    #[test]
    fn question_marks_at_a_lines_ends_were_blanks() {
        puts_blanks_back(
            "通知\n??一、规划背景\n？？（一）指导思想。",
            "通知\n　　一、规划背景\n　　（一）指导思想。",
        );
        puts_blanks_back(
            "?\n?????? ?泰州市人民政府\n????? 2018年12月24日\n?\n方案",
            "\n　　泰州市人民政府\n　　2018年12月24日\n\n方案",
        );
        puts_blanks_back("2021年11月22日????????", "2021年11月22日");
        puts_blanks_back("请认真贯彻执行。?? ??\n????\n", "请认真贯彻执行。\n\n");
        puts_blanks_back("二〇二一年五月十日??", "二〇二一年五月十日");
    }

    #[test]
    fn questions_stay() {
        for text in [
            "真的??",
            "是哪一日??",
            "是真的吗????\n是的。",
            "?? really\n??、是吗",
            "一、规划背景\n?\n二、目标",
            "为什么?\n?什么时候",
            "指????标",
        ] {
            puts_blanks_back(text, text);
        }
    }

    #[test]
    fn reported_places_are_left_alone() {
        let text = "??诤jP\n??一、背景";
        let step = lost_blanks(text, &[Span::new(0, 3)]);
        assert_eq!(step.text, "??诤jP\n　　一、背景");
        assert_eq!(step.repairs.len(), 1);
    }

    #[test]
    fn clean_text_is_borrowed() {
        let text = "关于印发《方案》的通知\n　　一、到2025年，达到90%以上；“十四五”—约1～3个（含）…·\t㎡";
        let step = tidy(text);
        assert!(matches!(step.text, Cow::Borrowed(_)));
        assert!(step.map.is_identity());
    }

    #[test]
    fn odd_spaces_become_plain_ones() {
        tidies("索\u{A0}引\u{2002}号：\u{202F}1", "索 引 号： 1");
        tidies("索 引 号　简      报", "索 引 号　简      报");
    }

    #[test]
    fn line_breaks_are_of_one_kind() {
        tidies("一\r\n二\r三\r\r\n四\r\r五", "一\n二\n三\n四\n\n五");
        tidies("一\u{2028}二\u{85}三\u{B}四\n\u{C}五", "一\n二\n三\n四\n五");
    }

    #[test]
    fn what_is_not_seen_goes() {
        tidies("麻醉药品\u{200C}、精神药品\u{FEFF}", "麻醉药品、精神药品");
        tidies("\u{202A}电话\u{202C}：\u{2066}12\u{2069}", "电话：12");
        tidies(
            "葛\u{E0100}洲坝\u{FE0F}\u{AD}\u{0}\u{1A}\u{7F}\u{9F}",
            "葛洲坝",
        );
    }

    #[test]
    fn a_private_character_between_digits_is_a_point() {
        let source = "每立方米0\u{E010}2元降到\u{A0}0\u{E010}18元、０\u{E010}２元";
        let step = tidy(source);
        assert_eq!(step.text, "每立方米0.2元降到 0.18元、0.2元");
        assert_eq!(step.repairs.len(), 3);
        for repair in &step.repairs {
            assert_eq!(&step.text[repair.span.range()], ".");
            assert_eq!(&source[repair.source_span.range()], "\u{E010}");
            assert_eq!(
                step.map.source(repair.span.range()),
                repair.source_span.range()
            );
            assert_eq!(
                (repair.rule.as_str(), repair.certain),
                (PRIVATE_USE_POINT, true)
            );
        }
    }

    #[test]
    fn icons_go_and_other_private_characters_stay() {
        tidies(
            "\u{E7E3} 无障碍\n \u{E001}\u{E002}\u{A0}\u{E003}　首页",
            " 无障碍\n  　首页",
        );
        for text in [
            "批复如下：\u{E004}一、",
            "\u{E004}一、",
            "甲\u{E004} 乙",
            "5\u{E004}元",
        ] {
            tidies(text, text);
        }
    }
}
