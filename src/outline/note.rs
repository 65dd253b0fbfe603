//! The note of attachments (附件说明, GB/T 9704-2012 7.3.4): where it opens, and its entries.

use std::ops::Range;

use super::part::{is_date_line, signs};
use crate::strip::Page;

/// Characters of an entry at the most.
const LONGEST: usize = 80;

/// What stands behind the lower level of a number: `名单` of `1-2.名单` and `1.1 名单`, where
/// `words` begin behind the 1. A year, an age or a count is none: `1.10个项目清单`.
fn behind_levels(words: &str) -> Option<&str> {
    let lower = words.strip_prefix(['.', '．', '-', '－', '—', '–'])?;
    let digits = lower.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &lower[digits..];
    let stops = ['.', '．', '、', ' ', '\u{3000}'];
    (matches!(digits, 1 | 2) && rest.starts_with(stops))
        .then(|| rest.trim_start_matches(stops))
}

/// What follows the opening of the note: `1.任务分工表` of `附件：1.任务分工表`, `名单` of
/// `附件2：名单`, `附：名单`.
pub(crate) fn note_opening(words: &str) -> Option<&str> {
    let (_, rest) = numbered_mark(words)?;
    rest.strip_prefix(['：', ':'])
}

/// The number of a mark, if it has one, and the words behind the mark.
fn numbered_mark(words: &str) -> Option<(Option<u32>, &str)> {
    let rest = words.strip_prefix('附')?.trim_start();
    let mark = rest.strip_prefix(['件', '表']);
    let rest = mark.unwrap_or(rest).trim_start();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let spelt = rest
        .chars()
        .next()
        .and_then(|c| "一二三四五六七八九".find(c));
    let (number, length) = match (digits, spelt) {
        (1..=2, _) => (rest[..digits].parse().ok(), digits),
        (0, Some(at)) => (
            u32::try_from(at / '一'.len_utf8() + 1).ok(),
            '一'.len_utf8(),
        ),
        (0, None) => (None, 0),
        _ => return None,
    };
    let behind = &rest[length..];
    // 附一份名单
    let fits = number.is_none() || mark.is_some();
    fits.then_some((number, behind.trim_start_matches(char::is_whitespace)))
}

/// An entry whose own mark has no colon: `附件1 任务分工表`, `附件2.名单`.
fn marked_entry(words: &str) -> Option<(u32, &str)> {
    let (number, rest) = numbered_mark(words)?;
    let entry = rest.trim_start_matches(['.', '．', '、', ' ', '\u{3000}']);
    let is_title = !entry.is_empty()
        && !entry.contains(['。', '，', '：', ':'])
        && entry.chars().nth(LONGEST).is_none();
    number.filter(|_| is_title).map(|number| (number, entry))
}

/// What follows the number of an entry of the note, e.g. `任务分工表` of `1.任务分工表`; a
/// year may follow the number, `1.2024年…汇总表`.
pub(crate) fn note_entry(words: &str) -> Option<&str> {
    read_entry(words).map(|(_, entry)| entry)
}

fn read_entry(words: &str) -> Option<(u32, &str)> {
    let bracketed = words.strip_prefix(['（', '(']);
    let inside = bracketed.unwrap_or(words);
    let digits = inside.bytes().take_while(u8::is_ascii_digit).count();
    let rest = match bracketed {
        Some(_) => inside[digits..].strip_prefix(['）', ')'])?,
        None => behind_levels(&inside[digits..])
            .or_else(|| inside[digits..].strip_prefix(['.', '．', '﹒', '、', '，']))?,
    };
    let number = inside[..digits].parse().ok().filter(|_| digits <= 2)?;
    let is_entry = words.chars().nth(LONGEST).is_none()
        && !rest.trim_end_matches('。').contains('。');
    is_entry.then_some((number, rest))
}

/// The entry of a line of the note, without its mark and its number.
pub(crate) fn entry_of(words: &str) -> &str {
    let words = match note_opening(words) {
        Some(rest) => rest.trim_start(),
        None => marked_entry(words).map_or(words, |(_, entry)| entry),
    };
    note_entry(words).unwrap_or(words).trim()
}

/// The lines of the note that opens on a line; `None` when none does.
pub(crate) fn note_lines(page: &Page, line: usize) -> Option<Range<usize>> {
    let words = page.line(line);
    if let Some(first) = note_opening(words) {
        let last = read_entry(first.trim_start()).map_or(0, |(number, _)| number);
        let end = entries_end(page, line + 1, last);
        let lone = first.is_empty() && end == line + 1;
        return Some(line..if lone { lone_title(page, end) } else { end });
    }
    // `附件1 名单` alone heads an attachment; another one right below it makes a list.
    let (number, _) = marked_entry(words)?;
    let next = next_line(page, line + 1)?;
    let follows = marked_entry(page.line(next)).is_some_and(|(n, _)| n == number + 1);
    (number == 1 && follows).then(|| line..entries_end(page, line + 1, number))
}

/// The line behind the entries that go on with a note from a line on, the last of which had
/// this number. An entry may be broken over two lines.
pub(crate) fn entries_end(page: &Page, from: usize, mut last: u32) -> usize {
    /// Characters of the rest of a broken entry; entries of a note at the most, so that a
    /// file of nothing else takes no longer than any other.
    const REST: usize = 40;
    const ENTRIES: usize = 60;
    let mut end = from;
    for _ in 0..ENTRIES {
        let Some(line) = next_line(page, end) else {
            break;
        };
        let words = page.line(line);
        let entry = read_entry(words).or_else(|| marked_entry(words));
        if let Some((number, _)) = entry {
            last = number;
        } else if note_opening(words).is_none() {
            let goes_on = last > 0
                && words.chars().nth(REST).is_none()
                && !words.contains(['。', '：', ':'])
                && !is_date_line(words)
                && next_line(page, line + 1)
                    .and_then(|next| read_entry(page.line(next)))
                    .is_some_and(|(number, _)| number == last + 1);
            if !goes_on {
                break;
            }
        }
        end = line + 1;
    }
    end
}

/// The line behind a title that stands alone below `附件：`, above the signature.
fn lone_title(page: &Page, from: usize) -> usize {
    let title = next_line(page, from);
    let signed = |title: &usize| {
        let below = next_line(page, title + 1);
        below.is_some_and(|line| signs(page, line, page.lines.len()))
    };
    title.filter(signed).map_or(from, |title| title + 1)
}

fn next_line(page: &Page, from: usize) -> Option<usize> {
    (from..page.lines.len()).find(|&line| !page.line(line).is_empty())
}
