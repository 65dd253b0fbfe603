//! Issuer's signature line (发文机关署名) and date of issue (成文日期).

use super::{Draft, body_list, closed};
use crate::grammar::title;
use crate::outline::{is_date_line, opens_with_label};
use crate::span::Span;

/// Characters of an authority's name at the most.
const LONGEST_NAME: usize = 60;

pub(super) fn read(draft: &mut Draft<'_>) {
    dated_line_in_head(draft);
    signature(draft);
    if draft.header.date_issued.is_none() {
        flat_signature(draft);
    }
    report_date(draft);
    in_brackets_under_title(draft);
}

/// A bulletin's line of authority and date above the text:
/// `辽宁省…领导小组办公室     2016年5月17日`.
fn dated_line_in_head(draft: &mut Draft<'_>) {
    let Some(issue) = draft
        .header
        .spans
        .get("issue_number")
        .and_then(|s| s.first())
    else {
        return;
    };
    let issue = issue.end;
    for index in 0..draft.body {
        let words = draft.words(index);
        if draft.start(index) > issue && set_name_and_date(draft, words) {
            return;
        }
    }
}

/// Reads `name   date` as signature; false when the words are something else.
fn set_name_and_date(draft: &mut Draft<'_>, words: &str) -> bool {
    let Some((date, date_words)) = body_list::day(words) else {
        return false;
    };
    let end = date_words.as_ptr() as usize - words.as_ptr() as usize;
    let name = words[..end].trim_end();
    if !words[end + date_words.len()..].trim().is_empty() || !is_authority(name) {
        return false;
    }
    draft.printed("date_issued", date_words);
    draft.header.date_issued = Some(date);
    set_authorities(draft, &[name]);
    true
}

/// The lines above the first date line that closes a text: the outermost document's.
fn signature(draft: &mut Draft<'_>) {
    if draft.header.date_issued.is_some() {
        return;
    }
    let end = draft.main_part().map_or(0, |part| part.lines.end);
    let dated = (0..draft.lines.len())
        .take_while(|&index| draft.lines[index] < end)
        .filter(|&index| is_date_line(draft.words(index)))
        .find(|&index| {
            index > draft.body || index > 0 && is_authority(draft.words(index - 1))
        });
    let Some(dated) = dated else { return };
    let words = draft.words(dated);
    if words.starts_with(['（', '(']) {
        return;
    }
    if let Some((date, date_words)) = body_list::day(words) {
        draft.printed("date_issued", date_words);
        draft.header.date_issued = Some(date);
    }
    let names: Vec<&str> = (0..dated)
        .rev()
        .map(|index| draft.words(index))
        .take_while(|words| is_authority(words))
        .collect();
    let names: Vec<&str> = names.into_iter().rev().collect();
    set_authorities(draft, &names);
}

/// Name and date that close a text without line breaks: `国务院办公厅　　2020年7月15日`.
fn flat_signature(draft: &mut Draft<'_>) {
    /// Bytes of a text's end in which its signature stands.
    const WINDOW: usize = 240;
    let Some(part) = draft.main_part() else {
        return;
    };
    let last = draft
        .lines
        .iter()
        .rev()
        .find(|&&line| line < part.lines.end);
    let Some(&last) = last else { return };
    let words = draft.page.line(last);
    let from = words.ceil_char_boundary(words.len().saturating_sub(WINDOW));
    let tail = &words[from..];
    let tail = tail.rfind(['。', '；']).map_or(tail, |stop| {
        // What closes the text after the last sentence may be a note in brackets.
        &tail[stop..]
    });
    let tail = tail.trim_start_matches(['。', '；', '）', ')', ' ', '\u{3000}']);
    let Some((date, date_words)) = body_list::day(tail) else {
        return;
    };
    let end = date_words.as_ptr() as usize - tail.as_ptr() as usize;
    let name = tail[..end].trim();
    if is_authority(name) {
        draft.printed("date_issued", date_words);
        draft.header.date_issued = Some(date);
        set_authorities(draft, &[name]);
    }
}

/// The date of a work report (政府工作报告) in the line under its title:
/// `——2026年1月31日在西藏自治区第十二届人民代表大会第四次会议上`.
fn report_date(draft: &mut Draft<'_>) {
    if draft.header.date_issued.is_some() {
        return;
    }
    for index in 0..draft.body.min(20) {
        let words = draft.words(index);
        if words.contains('在')
            && (words.contains("会议上") || words.contains("大会上"))
            && let Some((date, date_words)) = body_list::day(words)
        {
            draft.printed("date_issued", date_words);
            draft.header.date_issued = Some(date);
            return;
        }
    }
}

/// `（2018年1月2日）` under the title, and `（一九九〇年十二月五日）` behind the number.
fn in_brackets_under_title(draft: &mut Draft<'_>) {
    if draft.header.date_issued.is_some() {
        return;
    }
    for index in 0..draft.body.min(12) {
        let words = draft.words(index);
        if words.starts_with(['（', '('])
            && is_date_line(words)
            && let Some((date, date_words)) = body_list::day(words)
        {
            draft.printed("date_issued", date_words);
            draft.header.date_issued = Some(date);
            return;
        }
    }
}

/// Whether words can be the name of an issuing authority.
fn is_authority(words: &str) -> bool {
    const ENDINGS: [&str; 24] = [
        "政府",
        "办公厅",
        "办公室",
        "委员会",
        "国务院",
        "厅",
        "局",
        "部",
        "委",
        "组",
        "院",
        "会",
        "办",
        "中心",
        "银行",
        "署",
        "行",
        "室",
        "指挥部",
        "公司",
        "集团",
        "处",
        "海关",
        "协会",
    ];
    let bare = closed(words);
    let characters = bare.chars().count();
    (2..=LONGEST_NAME * 2).contains(&characters)
        && !words.contains(['。', '：', ':', '；', '《', '！', '？', '，'])
        && !opens_with_label(words)
        && title::genre_of(words).is_none()
        && ENDINGS.iter().any(|ending| bare.ends_with(ending))
}

/// Sets the authorities from signature lines; several may share a line.
fn set_authorities(draft: &mut Draft<'_>, lines: &[&str]) {
    for line in lines {
        for name in names_of_line(line) {
            draft.printed("issuing_authorities", name);
            draft.header.issuing_authorities.push(closed(name));
        }
    }
}

/// Splits a signature line at wide gaps; single spaced characters are one name.
pub(super) fn names_of_line(line: &str) -> Vec<&str> {
    let pieces: Vec<&str> = line
        .split([' ', '\u{3000}', '、'])
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .collect();
    let whole = pieces.len() < 2
        || pieces
            .iter()
            .any(|piece| piece.chars().count() < 3 || !is_authority(piece));
    if whole { vec![line.trim()] } else { pieces }
}

/// The outermost document's stretch of the text.
pub(super) fn main_end(draft: &Draft<'_>) -> Span {
    let lines = draft.main_part().map_or(0..0, |part| part.lines.clone());
    let end = draft.page.lines[lines]
        .last()
        .map_or(0, |line| line.span.end);
    Span::new(0, end)
}
