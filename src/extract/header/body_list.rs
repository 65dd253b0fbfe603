//! Dates and lists that the running text states of the document itself.

use std::ops::Range;
use std::sync::LazyLock;

use super::Draft;
use crate::grammar::date::find_dates;
use crate::grammar::doc_number::find_document_numbers;
use crate::grammar::number::read_cardinal;
use crate::lexicon::any::AnyOf;
use crate::lexicon::mark;
use crate::model::Date;
use crate::outline::{PartKind, entry_of, note_lines};
use crate::pattern::Pattern;
use crate::span::Span;
use crate::strip::Page;
use crate::text::{head, tail};

/// The full days in a text, and where they stand.
pub(super) fn days(text: &str) -> impl Iterator<Item = (Date, Span)> + use<> {
    find_dates(text, None).into_iter().filter_map(|found| {
        let last = found.date.and_then(|mention| mention.last)?;
        last.day().map(|_| (last, found.span))
    })
}

/// The first full day in a text, and its words.
pub(super) fn day(text: &str) -> Option<(Date, &str)> {
    days(text)
        .next()
        .map(|(date, place)| (date, &text[place.range()]))
}

/// The entries of the attachment note (附件说明), without their numbers.
pub(super) fn attachment_note<'p>(draft: &Draft<'p>) -> Vec<&'p str> {
    let page = draft.page;
    let attached = draft
        .outline
        .parts
        .iter()
        .find(|part| matches!(part.kind, PartKind::Attachment(_)))
        .map_or(usize::MAX, |part| part.lines.start);
    let mut next = 0;
    for &line in draft.lines.iter().take_while(|&&line| line < attached) {
        if line < next {
            continue;
        }
        let Some(note) = note_lines(page, line) else {
            continue;
        };
        next = note.end;
        let mut entries = Vec::new();
        for words in entry_lines(page, note) {
            push_entries(words, &mut entries);
        }
        if !entries.is_empty() {
            return entries;
        }
    }
    Vec::new()
}

/// The entries of a note with their marks; one that is broken over two lines with both.
fn entry_lines(page: &Page, note: Range<usize>) -> Vec<&str> {
    let mut spans: Vec<Span> = Vec::new();
    for line in note.filter(|&line| !page.line(line).is_empty()) {
        let span = page.lines[line].span;
        let words = page.line(line);
        match spans.last_mut() {
            Some(last) if entry_of(words) == words => last.end = span.end,
            _ => spans.push(span),
        }
    }
    spans
        .into_iter()
        .map(|span| &page.text[span.range()])
        .collect()
}

/// Adds the entries of a line, which may have run together: `1.台账 2.名单`,
/// `附件：某教计〔2022〕195号 附件：2022年明细表.xlsx`.
fn push_entries<'p>(words: &'p str, entries: &mut Vec<&'p str>) {
    /// Entries of one line at the most.
    const MOST: u32 = 30;
    for part in words.split("附件：").flat_map(|part| part.split("附件:")) {
        let mut rest = entry_of(part.trim());
        for number in 2..=MOST {
            let Some(at) = next_entry(rest, number) else {
                break;
            };
            push_entry(&rest[..at], entries);
            let digits = if number < 10 { 1 } else { 2 };
            rest = rest[at + digits..].trim_start_matches(['.', '．', '、', ' ']);
        }
        push_entry(rest, entries);
    }
}

/// Where the next entry begins in a line: its number behind a word and before one.
fn next_entry(words: &str, number: u32) -> Option<usize> {
    let number = number.to_string();
    let is_word =
        |c: char| matches!(c, '\u{4e00}'..='\u{9fff}') || "《》“”）)".contains(c);
    words.match_indices(&number).map(|(at, _)| at).find(|&at| {
        let before = words[..at].trim_end_matches([' ', '\u{3000}', '；', ';', '。']);
        let entry = words[at + number.len()..].strip_prefix(['.', '．', '、']);
        before.ends_with(is_word)
            && !before.ends_with('第')
            && entry.is_some_and(|entry| entry.trim_start().starts_with(is_word))
    })
}

/// Adds an entry; the mark of an attachment that runs into it stays out.
fn push_entry<'p>(entry: &'p str, entries: &mut Vec<&'p str>) {
    let entry = entry
        .find("附件")
        .filter(|&at| at > 0)
        .map_or(entry, |at| &entry[..at]);
    let entry = entry.trim_matches(['；', ';', '。', '.', ' ', '\u{3000}']);
    entries.extend(attachment_title(entry));
}

/// The title that an attachment goes by; a file's or a document's number is none.
pub(super) fn attachment_title(entry: &str) -> Option<&str> {
    let entry = without_file_type(entry);
    let names = entry.contains(|c: char| matches!(c, '\u{4e00}'..='\u{9fff}'));
    let is_number = || {
        let number = find_document_numbers(entry).into_iter().next();
        number.is_some_and(|(place, _)| place.range() == (0..entry.len()))
    };
    (names && !is_file_number(entry) && !is_number()).then_some(entry)
}

/// A title without the type of the file that a page links to: `汇总表.docx`.
pub(super) fn without_file_type(entry: &str) -> &str {
    match entry.rsplit_once('.') {
        Some((title, kind))
            if (2..=4).contains(&kind.len())
                && kind.bytes().all(|b| b.is_ascii_lowercase()) =>
        {
            title
        }
        _ => entry,
    }
}

/// Whether an entry names a file by its number alone: `附件1`.
fn is_file_number(entry: &str) -> bool {
    entry
        .strip_prefix("附件")
        .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
}

/// A statement of entry into force (施行日期).
#[derive(Debug)]
pub(super) struct Force<'t> {
    pub(super) from: Start,
    /// The words that say from when.
    pub(super) words: &'t str,
    /// For how many months: `有效期5年`.
    pub(super) months: Option<i32>,
}

/// From when a document is in force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    On(Date),
    /// 自印发之日起
    Printed,
    /// 自公布之日起
    Issued,
}

/// `本办法自2012年2月1日起施行`, `本通知自印发之日起施行，有效期5年`: the statement that
/// names the document by its own genre, else the last one, as it stands at the end.
pub(super) fn entry_into_force<'t>(
    text: &'t str,
    own: Option<&str>,
) -> Option<Force<'t>> {
    static OPENING: LazyLock<AnyOf> =
        LazyLock::new(|| AnyOf::new("起施行|起实施|起生效|起执行|起正式"));
    let places: Vec<usize> = OPENING.places(text).map(|place| place.start).collect();
    let mut statements = places
        .into_iter()
        .rev()
        .filter(|at| opens_force(&text[at + '起'.len_utf8()..]))
        .take(LAST_STATEMENTS)
        .filter_map(|at| read_force(text, at).map(|force| (at, force)));
    let last = statements.next()?;
    // An amendment (决定) carries the old rules with their own statement below.
    let names = |at: usize| {
        let clause = tail(&text[..at], WINDOW);
        let clause = &clause[clause.rfind(['。', '\n']).map_or(0, |end| end)..];
        own.is_some_and(|own| clause.contains(&format!("本{own}自")))
    };
    if names(last.0) {
        return Some(last.1);
    }
    let own = statements.find(|(at, _)| names(*at));
    Some(own.unwrap_or(last).1)
}

/// Whether words behind 起 speak of entry into force.
fn opens_force(rest: &str) -> bool {
    let rest = rest.strip_prefix("正式").unwrap_or(rest);
    ["施行", "实施", "生效", "执行"]
        .iter()
        .any(|verb| rest.starts_with(verb))
}

/// Reads the statement around the 起 at `at`.
fn read_force(text: &str, at: usize) -> Option<Force<'_>> {
    static TERM: Pattern = Pattern::new(
        &["有效期", "执行期"],
        r"^[^。\n]{0,12}?有效期(?:限)?为?([0-9]{1,2}|[一二两三四五六七八九十]{1,3})(年|个月)",
    );
    let before = tail(&text[..at], WINDOW);
    let from = before.rfind('自')? + '自'.len_utf8();
    let said = &before[from..];
    if said.contains(['。', '；', '，']) {
        return None;
    }
    let after = head(&text[at..], WINDOW);
    let months = TERM.captures(after).and_then(|term| {
        let count: i32 = match term[1].parse() {
            Ok(count) => count,
            Err(_) => {
                i32::try_from(read_cardinal(&term[1]).ok()?.1.value.to_i64()?).ok()?
            }
        };
        Some(if &term[2] == "年" { 12 * count } else { count })
    });
    let own = before[..from - '自'.len_utf8()].rsplit(['。', '\n']).next();
    let own = own.is_some_and(|clause| clause.contains('本'));
    let (from, words) = match day(said) {
        Some((date, words)) => (Start::On(date), words),
        None if own && said.starts_with("印发之") => (Start::Printed, said),
        None if own && mark::ISSUING_DAY.opening(said).is_some() => (Start::Issued, said),
        None => return None,
    };
    Some(Force {
        from,
        words,
        months,
    })
}

/// `有效期至2025年12月31日`, `执行期自发布之日起至2020年12月底`.
pub(super) fn expiry_date(text: &str) -> Option<(Date, &str)> {
    static TERM: Pattern = Pattern::new(
        &["有效期", "执行期"],
        r"(?:有效期|执行期)(?:限)?(?:自[^。，；\n]{2,20}起)?至",
    );
    let last = TERM.find_iter(text).last()?;
    let after = head(&text[last.end()..], WINDOW);
    let found = find_dates(after, None).into_iter().next()?;
    let date = found.date.and_then(|mention| mention.last)?;
    let near = found.span.start == 0 && date.month().is_some();
    near.then_some((date, &after[found.span.range()]))
}

/// Statements of entry into force to look at, from the end of the text.
const LAST_STATEMENTS: usize = 8;

/// Bytes around such a statement.
const WINDOW: usize = 150;
