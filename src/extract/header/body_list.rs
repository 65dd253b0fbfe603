//! Dates and lists that the running text states of the document itself.

use std::sync::LazyLock;

use super::Draft;
use crate::grammar::date::find_dates;
use crate::grammar::doc_number::find_document_numbers;
use crate::grammar::number::read_cardinal;
use crate::lexicon::any::AnyOf;
use crate::lexicon::mark;
use crate::model::Date;
use crate::outline::{PartKind, note_entry};
use crate::pattern::Pattern;
use crate::span::Span;
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
    let mut entries = Vec::new();
    let attached = draft
        .outline
        .parts
        .iter()
        .find(|part| matches!(part.kind, PartKind::Attachment(_)))
        .map_or(usize::MAX, |part| part.lines.start);
    let mut lines = draft
        .lines
        .iter()
        .copied()
        .filter(|&line| line < attached)
        .peekable();
    while let Some(line) = lines.next() {
        let words = draft.page.line(line);
        let Some(first) = note_opening(words) else {
            continue;
        };
        entries.clear();
        // 附件：某教计〔2022〕195号 附件：2022年明细表.xlsx
        for entry in first.split("附件：").flat_map(|part| part.split("附件:")) {
            push_entry(entry, &mut entries);
        }
        while let Some(next) = lines.next_if(|&line| is_entry(draft.page.line(line))) {
            push_entry(draft.page.line(next), &mut entries);
        }
        if !entries.is_empty() {
            return entries;
        }
    }
    entries
}

/// What follows `附件：` on its line.
fn note_opening(words: &str) -> Option<&str> {
    let rest = words
        .strip_prefix("附件")
        .or_else(|| words.strip_prefix("附表"))?;
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    rest.strip_prefix(['：', ':'])
}

/// Whether a line is an entry of the note: numbered and short, or another `附件2：`.
fn is_entry(words: &str) -> bool {
    note_entry(words).is_some() || note_opening(words).is_some()
}

/// Adds the entry of a line; the mark of an attachment that runs into it stays out.
fn push_entry<'p>(words: &'p str, entries: &mut Vec<&'p str>) {
    let words = note_opening(words).unwrap_or(words).trim();
    let entry = note_entry(words).unwrap_or(words).trim();
    let entry = entry
        .find("附件")
        .filter(|&at| at > 0)
        .map_or(entry, |at| &entry[..at]);
    let entry = entry.trim_end_matches(['；', ';', '。', '.', ' ']).trim();
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
