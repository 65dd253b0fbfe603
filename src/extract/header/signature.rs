//! Issuer's signature line (发文机关署名) and date of issue (成文日期).

use std::borrow::Cow;
use std::cell::LazyCell;

use super::{Draft, body_list, closed};
use crate::grammar::day::find_days;
use crate::grammar::department::read_body;
use crate::grammar::doc_number::find_document_numbers;
use crate::grammar::title;
use crate::lexicon::duty::{Label, is_phrase, read_label};
use crate::lexicon::mark;
use crate::model::Date;
use crate::outline::{
    broken_name, is_date_line, is_seal_note, is_signer, is_signing_date,
    opens_with_label, signed_date, without_seal,
};
use crate::pattern::Pattern;
use crate::span::Span;
use crate::strip::FLAT;

/// Characters of an authority's name at the most.
const LONGEST_NAME: usize = 60;

pub(super) fn read(draft: &mut Draft<'_>) {
    dated_line_in_head(draft);
    signature(draft);
    if draft.header.date_issued.is_none() {
        flat_signature(draft);
    }
    date_behind_number(draft);
    report_date(draft);
    date_under_title(draft);
    promulgation(draft);
    name_in_brackets(draft);
}

/// The name that closes a text in brackets, as bulletins and reports have it:
/// `（万载县统计局）`.
fn name_in_brackets(draft: &mut Draft<'_>) {
    if !draft.header.issuing_authorities.is_empty() {
        return;
    }
    let end = draft.main_part().map_or(0, |part| part.lines.end);
    let last = draft.lines.partition_point(|&line| line < end);
    let Some(last) = last.checked_sub(1).filter(|&last| last > draft.body) else {
        return;
    };
    let name = draft
        .words(last)
        .strip_prefix(['（', '('])
        .and_then(|rest| rest.strip_suffix(['）', ')']));
    if let Some(name) =
        name.filter(|name| !name.contains(['（', '(']) && is_authority(name))
    {
        set_authorities(draft, &[name]);
    }
}

/// The line under a statute's title that says who put it in force and when:
/// `（2011年12月15日广州市人民政府令第61号公布，…）`, `1996年6月14日 国家计划委员会发布`.
fn promulgation(draft: &mut Draft<'_>) {
    /// Lines below the title at the most.
    const LINES: usize = 12;
    /// Characters of such a statement at the most.
    const LONGEST: usize = 60;
    if draft.header.date_issued.is_some() {
        return;
    }
    let (page, body) = (&*draft, draft.body);
    let statement = |verb: &str| {
        (0..body.min(LINES)).find_map(|index| {
            let line = page.words(index).trim_start_matches(OPENING);
            let whole = bracketed(page, index);
            let words = whole.trim_start_matches(OPENING);
            let said = &words[..words.find(verb)?];
            // Approved first, then put in force: `…日中共中央批准 …日中共中央办公厅发布`.
            let days: Vec<(Date, Span)> = body_list::days(said).collect();
            let &(date, place) = days.last()?;
            let opens = days[0].1.start == 0 && said.chars().count() <= LONGEST;
            let by = Span::new(place.end, said.len());
            let by = match &whole {
                Cow::Borrowed(_) => Cow::Borrowed(line.get(by.range())?.trim()),
                Cow::Owned(_) => Cow::Owned(said[by.range()].trim().to_owned()),
            };
            let date_words = line.get(place.range())?;
            opens.then_some((date, date_words, by))
        })
    };
    let found = mark::PROMULGATING.words().find_map(statement);
    let Some((date, date_words, by)) = found.or_else(|| statement("通过")) else {
        return;
    };
    let printed = matches!(by, Cow::Borrowed(_));
    let by = by.as_ref();
    draft.printed("date_issued", date_words);
    draft.header.date_issued = Some(date);
    if let Some((place, number)) = find_document_numbers(by).into_iter().next()
        && draft.header.document_number.is_none()
        && printed
    {
        draft.printed("document_number", &by[place.range()]);
        draft.header.document_number = Some(number);
    }
    let name = by
        .find("令第")
        .or_else(|| by.find("令 第"))
        .map_or(by, |at| &by[..at]);
    if !draft.header.issuing_authorities.is_empty() {
        return;
    }
    if is_authority(name) && printed {
        set_authorities(draft, &[name]);
    } else if let Some(body) = body_in_session(name) {
        draft.header.issuing_authorities.push(body);
        draft.inferred("issuing_authorities");
    }
}

/// What may stand before the date of a statement below a title.
const OPENING: &[char] = &['>', ' ', '（', '('];

/// A line of the head; a bracket that goes on over the next ones with them.
fn bracketed<'p>(draft: &Draft<'p>, index: usize) -> Cow<'p, str> {
    /// Lines that a bracket goes on over at the most.
    const LINES: usize = 3;
    let words = draft.words(index);
    let opens = |words: &str| {
        words
            .trim_start_matches(['>', ' '])
            .starts_with(['（', '('])
            && !words.contains(['）', ')'])
    };
    if !opens(words) {
        return Cow::Borrowed(words);
    }
    let last = (index + LINES).min(draft.body);
    Cow::Owned((index..last).map(|line| draft.words(line)).collect())
}

/// Who sat when something was adopted: 浙江省|第九届|人民代表大会常务委员会|第十五次会议.
fn body_in_session(said: &str) -> Option<String> {
    static SITTING: Pattern = Pattern::new(
        &["次"],
        "(?:[0-9]{4}年)?(?:第?[0-9一二三四五六七八九十百零〇]{1,6}次)(?:常务|全体|主任|党组|委员|扩大|执行){0,3}会议?(?:审议|讨论|修订|审查)*$",
    );
    static TERM: Pattern =
        Pattern::new(&["届"], "第[0-9一二三四五六七八九十百零]{1,5}届");
    let said = closed(said);
    let sitting = SITTING.find(&said)?;
    let mut name = said[..sitting.start()]
        .trim_start_matches(['经', '已', '由'])
        .to_owned();
    if let Some(term) = TERM.find(&name) {
        name.replace_range(term.range(), "");
    }
    is_authority(&name).then_some(name)
}

/// A bulletin's line of authority and date above the text:
/// `辽宁省…领导小组办公室     2016年5月17日`.
fn dated_line_in_head(draft: &mut Draft<'_>) {
    let place = |field: &str| {
        let spans = draft.header.spans.get(field)?;
        spans.first().map(|place| place.end)
    };
    // Minutes have the document's number in its place.
    let Some(number) = place("issue_number").or_else(|| place("document_number")) else {
        return;
    };
    for index in 0..draft.body {
        let words = draft.words(index);
        let written = words.ends_with('日');
        if draft.start(index) > number && written && set_name_and_date(draft, words) {
            return;
        }
    }
}

/// The date behind the number on its line: `川办发〔2009〕59号 二○○九年十二月八日`.
fn date_behind_number(draft: &mut Draft<'_>) {
    /// Lines of a masthead at the most.
    const MASTHEAD: usize = 30;
    if draft.header.date_issued.is_some() {
        return;
    }
    for index in 0..draft.body.min(MASTHEAD) {
        let words = draft.words(index);
        let numbers = find_document_numbers(words);
        let Some((place, _)) = numbers.first() else {
            continue;
        };
        let behind = words[place.end..].trim();
        if is_date_line(behind)
            && let Some((date, date_words)) = body_list::day(behind)
        {
            draft.printed("date_issued", date_words);
            draft.header.date_issued = Some(date);
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
    let last = draft.lines.partition_point(|&line| line < end);
    let column = LazyCell::new(|| deadline_column(draft));
    let dated = (0..last).find(|&index| {
        dates_signature(draft, index)
            && !column.is_some_and(|column| is_in_row(draft, index, column))
    });
    let Some(dated) = dated else {
        return name_and_date(draft, last);
    };
    let words = draft.words(dated);
    // 二 〇 二 四 年 五 月 六 日
    let apart = || body_list::day(&closed(words)).map(|(date, _)| (date, words));
    if let Some((date, date_words)) = body_list::day(words).or_else(apart) {
        draft.printed("date_issued", date_words);
        draft.header.date_issued = Some(date);
    }
    let mut above = (0..dated)
        .rev()
        .map(|index| draft.words(index))
        .filter(|words| !is_seal_note(words))
        .map(without_seal)
        .peekable();
    let mut names: Vec<(&str, Option<&str>)> = Vec::new();
    while let Some(name) = above.next_if(|words| is_authority(words)) {
        let opening = above.next_if(|opening| broken_name(opening, name).is_some());
        names.push((name, opening));
    }
    for (name, opening) in names.into_iter().rev() {
        match opening.map(|opening| (opening, broken_name(opening, name))) {
            Some((opening, Some(whole))) => {
                draft.printed("issuing_authorities", opening);
                draft.printed("issuing_authorities", name);
                draft.header.issuing_authorities.push(whole);
            }
            _ => set_authorities(draft, &[name]),
        }
    }
}

/// How far below its number the date of a row stands in the first table that has one and
/// a cell on each line: 序号 ⏎ 任务 ⏎ 责任单位 ⏎ 完成时限.
fn deadline_column(draft: &Draft<'_>) -> Option<usize> {
    /// Columns of a table at the most.
    const COLUMNS: usize = 10;
    let lines = draft.lines.len();
    (0..lines)
        .filter(|&head| is_phrase("number-head", draft.words(head)))
        .find_map(|head| {
            (1..COLUMNS.min(lines - head)).find(|&column| {
                read_label(draft.words(head + column)) == Some(Label::Deadline)
            })
        })
}

/// Whether a number stands as far above a line as the date of a row has it, or nearer where
/// a cell without words was dropped.
fn is_in_row(draft: &Draft<'_>, index: usize, column: usize) -> bool {
    (index.saturating_sub(column)..index).any(|number| {
        let words = draft.words(number).trim_end_matches(['.', '、', '．']);
        (1..=4).contains(&words.len()) && words.bytes().all(|b| b.is_ascii_digit())
    })
}

/// Whether a line is a date that closes a text: below its words, or below a name.
fn dates_signature(draft: &Draft<'_>, index: usize) -> bool {
    let words = draft.words(index);
    let named = || {
        let above = (0..index).rev().map(|above| draft.words(above));
        let name = { above }.find(|words| !is_seal_note(words));
        name.is_some_and(|name| is_authority(without_seal(name)))
    };
    let bracketed = words.starts_with(['（', '(']);
    if is_date_line(words) && !bracketed {
        index > draft.body || named()
    } else {
        index > draft.body && is_signing_date(words) && named()
    }
}

/// Name and date on one line below the text, where there is only one such line.
fn name_and_date(draft: &mut Draft<'_>, end: usize) {
    let mut signed = (draft.body + 1..end).filter(|&index| {
        signed_date(draft.words(index)).is_some_and(|(name, _)| is_authority(name))
    });
    if let (Some(index), None) = (signed.next(), signed.next()) {
        set_name_and_date(draft, draft.words(index));
    }
}

/// Name and date inside a text without line breaks, after a sentence's end:
/// `…认真贯彻执行。国务院　　二○一一年十二月十五日`.
fn flat_signature(draft: &mut Draft<'_>) {
    let end = draft.main_part().map_or(0, |part| part.lines.end);
    for index in 0..draft.lines.len() {
        let words = draft.words(index);
        if draft.lines[index] >= end {
            return;
        }
        if words.len() < FLAT {
            continue;
        }
        for day in find_days(words) {
            let before = &words[..day.start];
            // Not read back further than a name reaches, gaps included: a line of dates and
            // no full stop takes no more time than any other.
            let stop = before
                .char_indices()
                .rev()
                .take(4 * LONGEST_NAME)
                .find(|(_, c)| matches!(c, '。' | '！' | '：' | '；' | '）' | ')'));
            let Some((stop, sign)) = stop else {
                continue;
            };
            let name = before[stop + sign.len_utf8()..].trim();
            if is_authority(name)
                && let Some((date, date_words)) = body_list::day(&words[day.range()])
            {
                draft.printed("date_issued", date_words);
                draft.header.date_issued = Some(date);
                set_authorities(draft, &[name]);
                return;
            }
        }
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
        // The line under a title may be broken: `——2024年1月6日在某县第十八届`.
        let held = |words: &str| words.contains("会议上") || words.contains("大会上");
        let opens = words.starts_with(|c: char| c == '—' || c.is_ascii_digit());
        let goes_on = opens && held(draft.words(index + 1));
        if words.contains('在')
            && (held(words) || goes_on)
            && let Some((date, date_words)) = body_list::day(words)
        {
            draft.printed("date_issued", date_words);
            draft.header.date_issued = Some(date);
            return;
        }
    }
}

/// `（2018年1月2日）` under the title, in brackets or without, and `（一九九〇年十二月五日）`
/// behind the number.
fn date_under_title(draft: &mut Draft<'_>) {
    if draft.header.date_issued.is_some() {
        return;
    }
    let title = draft
        .header
        .spans
        .get("title")
        .and_then(|spans| spans.last());
    let title_end = title.map_or(usize::MAX, |title| title.end);
    let in_row = |index| {
        deadline_column(draft).is_some_and(|column| is_in_row(draft, index, column))
    };
    for index in 0..draft.body.min(12) {
        let words = draft.words(index);
        // A flat text has it behind the number.
        let bracketed = words.rfind(['（', '(']).map(|open| &words[open..]);
        // Above the title a site may say what day it is.
        let alone = (draft.start(index) >= title_end).then_some(words);
        if let Some(words) = bracketed.or(alone)
            && is_date_line(words)
            && !in_row(index)
            && let Some((date, date_words)) = body_list::day(words)
        {
            draft.printed("date_issued", date_words);
            draft.header.date_issued = Some(date);
            return;
        }
    }
}

/// Whether words can be the name of an issuing authority.
pub(super) fn is_authority(words: &str) -> bool {
    let bare = closed(words);
    let characters = bare.chars().count();
    (2..=LONGEST_NAME * 2).contains(&characters)
        && !words.contains("附件")
        && !words.contains(|c: char| c.is_ascii_digit())
        && !words.contains(['。', '：', ':', '；', '《', '！', '？', '，'])
        && !opens_with_label(words)
        && title::genre_of(words).is_none()
        && is_signer(&bare)
}

/// Sets the authorities from signature lines; several may share a line.
fn set_authorities(draft: &mut Draft<'_>, lines: &[&str]) {
    for line in lines {
        // 特此通告 may stand before the name where line breaks were lost.
        let line = match mark::GENRE_FORMULA.opening(line) {
            Some(formula) => line[formula.len()..].trim_start(),
            None => line,
        };
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
    let names = if whole { vec![line.trim()] } else { pieces };
    names.into_iter().flat_map(run_together).collect()
}

/// Splits names that run together where their common region comes again:
/// `黄浦区发展和改革委员会黄浦区建设和管理委员会`.
fn run_together(names: &str) -> Vec<&str> {
    let Some(region) = region_prefix(names) else {
        return ministries(names);
    };
    let mut split = Vec::new();
    let mut rest = names;
    while let Some(at) = next_name(rest, region) {
        let (name, after) = rest.split_at(at);
        split.push(name);
        rest = after;
    }
    split.push(rest);
    split
}

/// Splits names of the State's bodies that run together, each of them known:
/// `财政部国家税务总局住房城乡建设部`.
fn ministries(names: &str) -> Vec<&str> {
    /// Characters of the shortest name.
    const SHORTEST: usize = 3;
    let mut split = Vec::new();
    let mut rest = names;
    while !rest.is_empty() {
        let ends = rest.char_indices().map(|(at, c)| at + c.len_utf8());
        let Some(end) = ends
            .skip(SHORTEST - 1)
            .filter(|&end| read_body(&rest[..end]).is_national(&rest[..end]))
            .last()
        else {
            return vec![names];
        };
        split.push(&rest[..end]);
        rest = &rest[end..];
    }
    split
}

/// Where the next name with this region begins: behind a body's ending.
fn next_name(names: &str, region: &str) -> Option<usize> {
    names
        .match_indices(region)
        .map(|(at, _)| at)
        .filter(|&at| at > 0)
        .find_map(|at| {
            let before = names[..at].strip_suffix("中共").unwrap_or(&names[..at]);
            let ends =
                before.ends_with(['局', '委', '会', '室', '厅', '部', '院', '府', '办']);
            (ends && before.chars().count() > region.chars().count())
                .then_some(before.len())
        })
}

/// The region that a name begins with, e.g. `黄浦区`.
fn region_prefix(name: &str) -> Option<&str> {
    /// Characters of a region's name at the most.
    const LONGEST: usize = 8;
    name.char_indices()
        .take(LONGEST)
        .skip(1)
        .find(|&(_, c)| matches!(c, '省' | '市' | '县' | '区' | '旗'))
        .map(|(at, c)| &name[..at + c.len_utf8()])
}

/// The outermost document's stretch of the text.
pub(super) fn main_end(draft: &Draft<'_>) -> Span {
    let lines = draft.main_part().map_or(0..0, |part| part.lines.clone());
    let end = draft.page.lines[lines]
        .last()
        .map_or(0, |line| line.span.end);
    Span::new(0, end)
}
