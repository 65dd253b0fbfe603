//! Metadata blocks that a site prints around a document, and its meta tags.

use super::page::Article;
use super::{Judgement, Verdict, shape};
use crate::grammar::bracket;
use crate::grammar::bullet::is_bullet;
use crate::grammar::doc_number::find_document_numbers;
use crate::grammar::title;
use crate::lexicon::{mark, site};
use crate::outline::{is_date_line, is_signer};
use crate::pattern::Pattern;
use crate::read::front;
use std::ops::Range;

/// A statement of the site about the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SiteField {
    /// The header field it feeds, e.g. `date_published`.
    pub(crate) field: &'static str,
    pub(crate) value: String,
}

/// Longest value of a metadata field, in bytes; a longer one is text.
const LONGEST_VALUE: usize = 400;

/// The label of a date that a site prints without one.
const PUBLISHED: &str = "发布日期";

/// Whether a sign opens the entries of a list of fields: `• 索引号：`.
fn opens_entry(sign: char) -> bool {
    is_bullet(sign) || sign == '-'
}

/// Takes off YAML front matter between `---` lines and the quoted remark and comments of a
/// repository below it.
pub(super) fn front_matter(judgement: &mut Judgement<'_>) {
    let Some(close) = front::close(judgement.lines.iter().copied()) else {
        return;
    };
    for line in 0..=close {
        if let Some((label, value)) = front::split(judgement.lines[line]) {
            let field = site::metadata_field(label).or_else(|| site::front_field(label));
            note_field(&mut judgement.site, field, front::unquoted(value));
        }
        if !judgement.lines[line].is_empty() {
            judgement.remove(line, "strip/front-matter");
        }
    }
    for line in close + 1..judgement.lines.len() {
        match judgement.lines[line] {
            "" => {}
            quoted if quoted.starts_with('>') => {
                judgement.remove(line, "strip/repository-remark");
            }
            _ => break,
        }
    }
}

/// Takes off lines of labelled fields above and below the document. On a web page no line
/// of the document is the value of a field outside it.
pub(super) fn fields(
    judgement: &mut Judgement<'_>,
    body: &Range<usize>,
    article: Option<&Article>,
) {
    let mut line = 0;
    while line < judgement.lines.len() {
        if line == body.start {
            line = body.end.max(line + 1);
            continue;
        }
        let words = judgement.lines[line];
        if words.is_empty() || !judgement.is_kept(line) {
            line += 1;
            continue;
        }
        let above = line < body.start;
        let pairs = read_fields(words)
            .or_else(|| index_number(words).map(|number| vec![("索引号", number)]))
            .filter(|_| {
                above || !is_own(words) || article.is_some_and(|a| !a.holds(line))
            })
            .or_else(|| {
                let stamped = above
                    && article
                        .is_none_or(|article| is_under_title(judgement, article, line))
                    && !below_label(judgement, line);
                stamped
                    .then(|| time_stamp(words))
                    .flatten()
                    .map(|date| vec![(PUBLISHED, date)])
            });
        let Some(pairs) = pairs else {
            line += 1;
            continue;
        };
        judgement.remove(line, "strip/metadata");
        let open = match pairs.as_slice() {
            [(label, "")] => Some(*label),
            _ => None,
        };
        for (label, value) in pairs {
            note(&mut judgement.site, label, value);
        }
        line += 1;
        if let Some(label) = open
            && let field = site::metadata_field(label)
            && let Some(next) = value_line(judgement, line, body.start, field)
            && article.is_none_or(|a| {
                a.title != Some(next) && (a.holds(line - 1) || !a.holds(next))
            })
        {
            note(&mut judgement.site, label, judgement.lines[next]);
            judgement.remove(next, "strip/metadata");
            line = next + 1;
        }
    }
}

/// Whether a line of a page stands right under the title that it shows.
fn is_under_title(judgement: &Judgement<'_>, article: &Article, line: usize) -> bool {
    /// Lines from the title on, at the most.
    const DISTANCE: usize = 3;
    let Some(title) = article.title.filter(|&title| title < line) else {
        return false;
    };
    let between = &judgement.lines[title + 1..=line];
    between.iter().filter(|words| !words.is_empty()).count() <= DISTANCE
}

/// Whether a line stands below a label without a colon, of which it is the value.
fn below_label(judgement: &Judgement<'_>, line: usize) -> bool {
    let above = judgement.lines[..line].iter().rev();
    let label = { above }.find(|words| !words.is_empty());
    label.is_some_and(|label| site::metadata_field(label).is_some())
}

/// Takes off a list of values whose labels the page lost, above the document: bulleted lines
/// with an index number or a day among them.
pub(super) fn bare_values(judgement: &mut Judgement<'_>, body_start: usize) {
    /// Lines of such a list at the least.
    const LEAST: usize = 4;
    /// Characters of a value at the most.
    const LONGEST: usize = 40;
    let head = 0..body_start.min(judgement.lines.len());
    let list: Vec<usize> = head
        .filter(|&line| !judgement.lines[line].is_empty() && judgement.is_kept(line))
        .skip_while(|&line| !judgement.lines[line].starts_with(opens_entry))
        .take_while(|&line| judgement.lines[line].starts_with(opens_entry))
        .collect();
    let values: Vec<&str> = list
        .iter()
        .map(|&line| judgement.lines[line].trim_start_matches(opens_entry).trim())
        .collect();
    let is_day = |value: &&str| time_stamp(value).is_some();
    if list.len() < LEAST
        || !values.iter().any(is_day)
        || values.iter().any(|value| value.chars().count() > LONGEST)
    {
        bare_day(judgement, body_start);
        return;
    }
    for (line, value) in list.into_iter().zip(values) {
        judgement.remove(line, "strip/metadata");
        if !find_document_numbers(value).is_empty() {
            note(&mut judgement.site, "文号", value);
        } else if has_type("索引号", value) && value.contains('/') {
            note(&mut judgement.site, "索引号", value);
        }
    }
}

/// Takes off a day that stands among the entries of a bulleted list of fields without its
/// label: `• 2012-09-24` above `• 来源: 本网`.
fn bare_day(judgement: &mut Judgement<'_>, body_start: usize) {
    let head: Vec<usize> = (0..body_start.min(judgement.lines.len()))
        .filter(|&line| !judgement.lines[line].is_empty())
        .collect();
    let is_field = |line: &usize| {
        judgement.verdicts[*line] == Verdict::Remove("strip/metadata")
            && judgement.lines[*line].starts_with(opens_entry)
    };
    let day = head.windows(2).find_map(|pair| {
        let words = judgement.lines[pair[0]];
        let bare = words.trim_start_matches(opens_entry).trim_start();
        let beside = judgement.is_kept(pair[0]) && is_field(&pair[1]);
        let day = time_stamp(bare).filter(|_| beside && bare.len() < words.len())?;
        Some((pair[0], day))
    });
    if let Some((line, day)) = day {
        judgement.remove(line, "strip/metadata");
        note(&mut judgement.site, PUBLISHED, day);
    }
}

/// The line right above the site's fields is what the site calls the document, whatever it
/// ends in: `市政府工作报告重点工作责任分解（2023年）` over `时间：2023-07-11`.
pub(super) fn headline(judgement: &mut Judgement<'_>, body_start: usize) {
    /// Characters of a title.
    const LENGTH: std::ops::RangeInclusive<usize> = 6..=80;
    let is_field =
        |line: &usize| judgement.verdicts[*line] == Verdict::Remove("strip/metadata");
    let is_control =
        |line: &usize| judgement.verdicts[*line] == Verdict::Remove("strip/controls");
    let head: Vec<usize> = (0..body_start.min(judgement.lines.len()))
        .filter(|&line| !judgement.lines[line].is_empty())
        .collect();
    let title = head
        .windows(2)
        .filter(|pair| judgement.is_kept(pair[0]))
        .map(|pair| {
            (
                judgement.lines[pair[0]].trim_start_matches(['#', ' ']),
                pair[1],
            )
        })
        .filter(|(words, below)| {
            is_field(below) || is_control(below) && title::opens(words)
        })
        .map(|(words, _)| words)
        .find(|words| {
            LENGTH.contains(&words.chars().count())
                && !behind_place(words).contains(['。', '：', ':'])
                && !is_number(words)
        });
    if let Some(title) = title {
        judgement.site.push(SiteField {
            field: "site_title",
            value: title.to_owned(),
        });
    }
}

/// A headline without the place that news put before it: `浙江：某市食用菌产业…`.
fn behind_place(words: &str) -> &str {
    /// Bytes of the place's short name at the most.
    const PLACE: usize = 12;
    match words.split_once(['：', ':']) {
        Some((place, headline)) if place.len() <= PLACE && !headline.is_empty() => {
            headline
        }
        _ => words,
    }
}

/// Whether a line is a document's number and nothing else.
fn is_number(words: &str) -> bool {
    let first = find_document_numbers(words).into_iter().next();
    first.is_some_and(|(place, _)| place.range() == (0..words.len()))
}

/// The line that holds the value of a label that stands alone on the line before.
fn value_line(
    judgement: &Judgement<'_>,
    from: usize,
    end: usize,
    field: Option<&str>,
) -> Option<usize> {
    let next = (from..end.min(judgement.lines.len()))
        .find(|&line| !judgement.lines[line].is_empty() && judgement.is_kept(line))?;
    let words = judgement.lines[next];
    let is_value = next <= from + 2
        && words.chars().count() <= 40
        && !words.ends_with(['：', ':'])
        && !crate::outline::opens_with_label(words)
        && read_fields(words).is_none()
        // An empty field may stand above the title of the document itself, or its number.
        && (field == Some("site_title")
            || words.starts_with(opens_entry)
            || !may_be_title(words))
        && (field == Some("document_number") || !is_number(words));
    is_value.then_some(next)
}

/// Whether a line below an empty field may be the document's title: one that ends in a
/// genre's word, or begins as titles do and is no name, no day and no number.
fn may_be_title(words: &str) -> bool {
    /// Characters of a title without a genre's word, at the least.
    const SHORTEST: usize = 10;
    let is_word = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}') && !"年月日".contains(c);
    title::genre_of(words).is_some()
        || title::opens(words)
            // A day and its time open with a year, too.
            && words.chars().filter(|c| is_word(*c)).nth(SHORTEST - 1).is_some()
            && mark::AUTHORITY_ENDING.ending(words).is_none()
            && !is_medium(words)
            && !is_date_line(words)
            && find_document_numbers(words).is_empty()
}

/// Reads a line that holds nothing but labelled fields, e.g.
/// `来源:慈溪政府网 日期:2017年07月17日 字体:【 】`.
fn read_fields(line: &str) -> Option<Vec<(&str, &str)>> {
    if line.len() > LONGEST_VALUE * 2 {
        return None;
    }
    if let Some(pairs) = cells(line) {
        return Some(pairs);
    }
    if let Some(pairs) = bracketed_labels(line) {
        return Some(pairs);
    }
    let line = unwrapped(behind_button(line));
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    let mut rest = line;
    // `2022-11-16 来源: 广州市民政局`: the date needs no label.
    if let Some((date, after)) = leading_date(line) {
        pairs.push((PUBLISHED, date));
        rest = after;
    }
    let (first, after) = split_label(rest)?;
    let mut label = first;
    rest = after;
    // The next label begins after white space, so each gap of the rest may end the value.
    loop {
        let next = rest
            .char_indices()
            .filter(|(_, c)| c.is_whitespace())
            .find_map(|(at, c)| {
                let tail = &rest[at + c.len_utf8()..];
                split_label(tail).map(|(label, after)| (at, label, after))
            })
            .into_iter()
            .chain(glued_label(rest))
            .min_by_key(|&(at, ..)| at);
        let value = next.map_or(rest, |(at, ..)| &rest[..at]);
        if value.len() > LONGEST_VALUE
            || value.contains('。') && value.chars().count() > 40
            || is_period(label, value)
        {
            return None;
        }
        pairs.push((label, value.trim()));
        let Some((_, next_label, after)) = next else {
            part_stamp(&mut pairs);
            return Some(pairs);
        };
        (label, rest) = (next_label, after);
    }
}

/// The fields behind a button: 【我要纠错】|责任编辑：某某.
fn behind_button(line: &str) -> &str {
    line.strip_prefix('【')
        .and_then(|button| button.split_once('】'))
        .filter(|(button, _)| site::control_prefix(button) == Some(button))
        .map_or(line, |(_, rest)| rest.trim_start())
}

/// Parts a day off the value that it stands behind without a label of its own, where no other
/// field of the line is one: `来源：市财政局 2019-06-24 16:15`.
fn part_stamp(pairs: &mut Vec<(&str, &str)>) {
    let is_day = |&(label, _): &(&str, &str)| {
        let field = site::metadata_field(label);
        label == PUBLISHED || field.is_some_and(|field| field.starts_with("date_"))
    };
    if pairs.iter().any(is_day) {
        return;
    }
    let stamped = pairs.iter_mut().find_map(|(_, value)| {
        let day = time_stamp(value)?;
        let at = value.find(day).filter(|&at| at > 0)?;
        *value = value[..at].trim_end();
        Some(day)
    });
    if let Some(day) = stamped {
        pairs.push((PUBLISHED, day));
    }
}

/// A line without the bracket around all of it: `(原标题:…回顾(二))`.
fn unwrapped(line: &str) -> &str {
    let mut line = line.trim_matches(['|', ' ']);
    while let Some(inner) = line.strip_prefix(bracket::is_opening) {
        line = inner.strip_suffix(bracket::is_closing).unwrap_or(inner);
        line = line.trim_matches(['|', ' ']);
    }
    if line.contains(bracket::is_opening) {
        line
    } else {
        line.trim_end_matches(bracket::is_closing)
    }
}

/// Whether a value says from when to when something takes place, which documents do:
/// `时间：5月6日至10日`.
fn is_period(label: &str, value: &str) -> bool {
    let dates =
        site::metadata_field(label).is_some_and(|field| field.starts_with("date_"));
    dates && value.contains('至')
}

/// The index number (索引号) that a line is: the eighteen characters by which a body is
/// registered, year and serial, as in `11371500MB28359259/2020-4403973`.
fn index_number(line: &str) -> Option<&str> {
    let (body, serial) = line.split_once('/')?;
    let (year, number) = serial.split_once('-')?;
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let registered = body.len() == 18
        && body.starts_with("11")
        && body
            .bytes()
            .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase());
    (registered && matches!(year.len(), 4 | 6) && digits(year) && digits(number))
        .then_some(line)
}

/// Whether a line holds nothing but labelled fields of a site.
pub(super) fn is_fields(line: &str) -> bool {
    !is_own(line) && read_fields(line).is_some()
}

/// Whether a line is one that documents print too, below their text: `公开方式：主动公开`, the
/// words of the subject (主题词), and the duty of the last item: `责任部门：市教育局`.
fn is_own(line: &str) -> bool {
    ["公开方式", "公开属性", "信息公开选项"]
        .iter()
        .any(|label| line.starts_with(label))
        && line.chars().count() <= 16
        || line.starts_with("责任部门")
        || line.starts_with("主题词")
}

/// Reads a row of cells that are labels and values in turn, with or without colons:
/// `索 引 号：\t000014349/2018-00223\t主题分类：\t农业`, `文号 | 某政〔2021〕22号 |`.
fn cells(line: &str) -> Option<Vec<(&str, &str)>> {
    // A row of a Markdown table has them at its ends, too.
    let row = line.strip_prefix('|').and_then(|row| row.strip_suffix('|'));
    let line = row.map_or(line, str::trim);
    let bars = line.contains('|') && !line.starts_with('|');
    if !bars && !line.contains('\t') {
        return None;
    }
    let mut cells = line.split(['\t', '|']).map(str::trim).peekable();
    let mut pairs = Vec::new();
    while let Some(label) = cells.next() {
        // `发文时间:2023-01-05` of a cell of its own.
        if let Some((label, value)) =
            split_label(label).filter(|(_, v)| !v.trim().is_empty())
        {
            pairs.push((label, value.trim()));
            continue;
        }
        // `成文日期： | 发布日期： | 2020-04-09`, `发布机构 | 是否有效 | |`: the first one has no
        // value. Short labels, 来源, may be one.
        let has_none = |next: &&str| {
            (next.ends_with(['：', ':']) || next.chars().nth(3).is_some())
                && cell_label(next).is_some()
                || split_label(next).is_some_and(|(_, value)| !value.trim().is_empty())
        };
        let value = match cells.peek() {
            Some(next) if bars && has_none(next) => "",
            _ => cells.next().unwrap_or(""),
        };
        if label.is_empty() && value.is_empty() {
            continue;
        }
        // Beside a known label one that its colon tells may be any.
        match cell_label(label) {
            Some(label) => pairs.push((label, value)),
            None if is_short_label(label) => pairs.push(("", value)),
            None => return None,
        }
    }
    pairs
        .iter()
        .any(|(label, _)| !label.is_empty())
        .then_some(pairs)
}

/// Whether a cell is a short word and a colon: `部门：`.
fn is_short_label(cell: &str) -> bool {
    /// Characters of such a label.
    const LENGTH: Range<usize> = 2..7;
    let label = cell.trim_end_matches(['：', ':']);
    label.len() < cell.len() && LENGTH.contains(&label.chars().count())
}

/// The metadata label that a cell is, without its colon.
fn cell_label(cell: &str) -> Option<&str> {
    let label = cell.trim_end_matches(['：', ':']).trim_end();
    site::metadata_field(label).map(|_| label)
}

/// The date of a line that shows when a page went up: `2022-10-19 14:39 某市办公厅`. Documents
/// write 年, 月 and 日, and no time of day behind them.
fn time_stamp(line: &str) -> Option<&str> {
    /// Bytes of such a line at the most.
    const LONGEST: usize = 160;
    static STAMP: Pattern = Pattern::new(
        &["20"],
        r"\b(20[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2})(?:$| [0-9]{1,2}:[0-9]{2})",
    );
    static TIMED_DAY: Pattern = Pattern::new(
        &["年"],
        r"\b(20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日) ?[0-9]{1,2}:[0-9]{2}",
    );
    if line.len() > LONGEST || line.contains('。') || !may_hold_stamp(line) {
        return None;
    }
    if let Some(stamp) = TIMED_DAY.captures(line) {
        return Some(stamp.get(1)?.as_str());
    }
    let stamp = STAMP.captures(line)?;
    let date = stamp.get(1)?;
    let timed = stamp.get(0)?.end() > date.end();
    // 某市人民政府办公室 2023-09-07
    let named = || {
        let name = line.strip_suffix(date.as_str()).map(str::trim_end);
        name.is_some_and(|name| is_signer(name) && title::genre_of(name).is_none())
    };
    (timed || date.as_str() == line || named()).then_some(date.as_str())
}

/// Whether what a time stamp begins with stands in a line: `2022-`, `2022年`.
fn may_hold_stamp(line: &str) -> bool {
    line.as_bytes().windows(5).any(|stamp| {
        // The last one begins 年.
        matches!(
            stamp,
            [
                b'2',
                b'0',
                b'0'..=b'9',
                b'0'..=b'9',
                b'-' | b'/' | b'.' | 0xE5
            ]
        )
    })
}

/// Takes off blocks of fields whose labels no colon ends, above the document:
/// `索 引 号 MB1534522/2023-05475 发文日期 2023-01-03`.
pub(super) fn bare_fields(
    judgement: &mut Judgement<'_>,
    body_start: usize,
    article: Option<&Article>,
) {
    let lines: Vec<usize> = (0..body_start.min(judgement.lines.len()))
        .filter(|&line| !judgement.lines[line].is_empty())
        .filter(|&line| {
            let is_outside = |a: &Article| !a.holds(line) && a.title != Some(line);
            article.is_none_or(is_outside)
                && (article.is_none() || !shape::is_controls(judgement.lines[line]))
        })
        .collect();
    let read: Vec<Option<BareFields<'_>>> = lines
        .iter()
        .map(|&line| Some(judgement.lines[line]).filter(|_| judgement.is_kept(line)))
        .map(|words| words.and_then(read_bare_fields))
        .collect();
    let lone = read.iter().flatten().filter(|read| read.is_lone()).count();
    let mut is_field: Vec<bool> = lines
        .iter()
        .zip(&read)
        .map(|(&line, read)| match read {
            Some(read) => read.certain || read.is_lone() && lone >= LONE_LABELS,
            None => judgement.verdicts[line] == Verdict::Remove("strip/metadata"),
        })
        .collect();
    // What is uncertain by itself is a field beside fields.
    let near = |is_field: &[bool], at: usize| {
        let before = at > 0 && is_field[at - 1];
        let after = is_field.get(at + 1).copied().unwrap_or(false);
        match &read[at] {
            Some(read) if read.glued => before && after,
            Some(_) => before || after,
            None => false,
        }
    };
    for at in (0..lines.len()).chain((0..lines.len()).rev()) {
        is_field[at] |= near(&is_field, at);
    }
    for (at, read) in read.into_iter().enumerate() {
        let Some(read) = read.filter(|_| is_field[at]) else {
            continue;
        };
        judgement.remove(lines[at], "strip/metadata");
        let below = lines
            .get(at + 1)
            .filter(|_| read.is_lone() && !is_field[at + 1]);
        // An empty field may stand above the number of the document itself.
        let fits = |line: &usize| {
            find_document_numbers(judgement.lines[*line]).is_empty()
                || read
                    .pairs
                    .iter()
                    .any(|pair| has_type(pair.0, judgement.lines[*line]))
        };
        let field = read
            .pairs
            .first()
            .and_then(|(label, _)| site::metadata_field(label))
            .filter(|&field| field == "document_number");
        let below = below
            .and_then(|&line| value_line(judgement, line, body_start, field))
            .filter(|line| lines.binary_search(line).is_ok())
            // An entry of a list has its value in the next one, and not behind the list.
            .filter(|&line| {
                let is_entry =
                    |line: usize| judgement.lines[line].starts_with(opens_entry);
                !is_entry(lines[at]) || is_entry(line)
            })
            .filter(fits);
        for (label, value) in read.pairs {
            let value = below.map_or(value, |line| judgement.lines[line]);
            note(&mut judgement.site, label, value);
        }
        if let Some(line) = below {
            judgement.remove(line, "strip/metadata");
        }
    }
}

/// So many labels on lines of their own are a block of fields, whose values stand below
/// them: `索取号`, `SM0211-2024-001`, `发布机构`, …
const LONE_LABELS: usize = 3;

/// A line that reads as labels and values without colons.
struct BareFields<'l> {
    pairs: Vec<(&'l str, &'l str)>,
    /// Whether nothing else can be meant.
    certain: bool,
    /// Whether the value runs into a label of two characters, as a sentence would.
    glued: bool,
}

impl BareFields<'_> {
    /// Whether the line is one label and nothing else.
    fn is_lone(&self) -> bool {
        matches!(self.pairs.as_slice(), [(label, "")] if label.chars().count() > 2)
    }
}

fn read_bare_fields(line: &str) -> Option<BareFields<'_>> {
    if line.len() > LONGEST_VALUE || line.contains('。') {
        return None;
    }
    let line = line.trim_start_matches(opens_entry).trim_start();
    let (first, mut rest) = bare_label(line)?;
    let glued = first.chars().nth(2).is_none()
        && !rest.is_empty()
        && !rest.starts_with(char::is_whitespace);
    let mut pairs = Vec::new();
    let mut label = first;
    loop {
        let next = rest
            .char_indices()
            .filter(|(_, c)| c.is_whitespace())
            .map(|(at, c)| (at, &rest[at + c.len_utf8()..]))
            .find_map(|(at, tail)| {
                bare_label(tail).map(|(label, after)| (at, label, after))
            });
        let value = next.map_or(rest, |(at, ..)| &rest[..at]);
        pairs.push((label, value.trim()));
        let Some((_, next_label, after)) = next else {
            break;
        };
        (label, rest) = (next_label, after);
    }
    let typed = pairs.iter().any(|&(label, value)| has_type(label, value));
    Some(BareFields {
        certain: !glued
            && (typed || pairs.len() > 2 && pairs.iter().any(|p| !p.1.is_empty())),
        pairs,
        glued,
    })
}

/// Whether a value is of the kind that its label asks for: a day, a number.
fn has_type(label: &str, value: &str) -> bool {
    match site::metadata_field(label) {
        Some("document_number") => !find_document_numbers(value).is_empty(),
        Some("index_number") => {
            value.is_ascii() && value.bytes().any(|b| b.is_ascii_digit())
        }
        Some(field) if field.starts_with("date_") => {
            value.starts_with(|c: char| c.is_ascii_digit()) && value.chars().count() <= 16
        }
        _ => false,
    }
}

/// Splits off the longest metadata label that words begin with. One of two characters needs
/// white space behind it, or fields on both sides.
fn bare_label(words: &str) -> Option<(&str, &str)> {
    /// Characters of a label at the most.
    const LONGEST: usize = 8;
    let mut closed = String::new();
    let mut found = None;
    for (at, c) in words.char_indices().filter(|(_, c)| !c.is_whitespace()) {
        closed.push(c);
        let end = at + c.len_utf8();
        if site::metadata_field(&closed).is_some() && closed.chars().nth(1).is_some() {
            found = Some(end);
        }
        if closed.chars().nth(LONGEST).is_some() {
            break;
        }
    }
    found.map(|end| words.split_at(end))
}

/// Reads `【法宝引证码】 CLI.12.6476457`, `∙【制定机关】武汉市人民政府`: the label in
/// brackets, the value behind it.
fn bracketed_label(line: &str) -> Option<(&str, &str)> {
    let line = line.trim_start_matches(opens_entry).trim_start();
    let (label, value) = line.strip_prefix(['【', '['])?.split_once(['】', ']'])?;
    site::metadata_field(label)?;
    let value = value.trim_start_matches(['：', ':', ' ']);
    // 字号 is the size of letters elsewhere.
    let numbers = !find_document_numbers(value).is_empty();
    Some((if numbers { "文号" } else { label }, value))
}

/// Reads a line of such labels, with a value behind each: `[索引号] 11/2022-3 [有效性] 有效`.
fn bracketed_labels(line: &str) -> Option<Vec<(&str, &str)>> {
    let mut pairs = Vec::new();
    let mut rest = line.trim_start_matches(opens_entry).trim_start();
    loop {
        let next = rest
            .char_indices()
            .skip(1)
            .filter(|&(_, c)| matches!(c, '【' | '['))
            .map(|(at, _)| at)
            .find(|&at| bracketed_label(&rest[at..]).is_some());
        let (field, after) = rest.split_at(next.unwrap_or(rest.len()));
        pairs.push(bracketed_label(field.trim_end())?);
        if after.is_empty() {
            return Some(pairs);
        }
        rest = after;
    }
}

/// Splits off the date, and the time of day, that a line begins with: `2022-11-16 10:30`.
fn leading_date(line: &str) -> Option<(&str, &str)> {
    let is_part = |c: char| c.is_ascii_digit() || "-/.: ".contains(c);
    let end = line.find(|c| !is_part(c))?;
    let date = line[..end].trim_end();
    let is_date = (8..=19).contains(&date.len())
        && date.starts_with("20")
        && date.matches(['-', '/', '.']).count() == 2;
    is_date.then(|| (date, &line[end..]))
}

/// Notes the day in brackets that a site puts behind a title, and tells where the title ends:
/// `某市财政局关于资金拨付的通知 ( 2025-01-27 )`.
pub(super) fn dated_title(line: &str, site: &mut Vec<SiteField>) -> Option<usize> {
    let (title, day) = line
        .strip_suffix([')', '）'])?
        .rsplit_once(['(', '（'])
        .map(|(title, day)| (title.trim_end(), day.trim()))?;
    let is_day =
        day.len() >= "2025-1-1".len() && leading_date(&format!("{day}|"))?.0 == day;
    (is_day && title::genre_of(title).is_some()).then(|| {
        note(site, PUBLISHED, day);
        title.len()
    })
}

/// Splits off a metadata label and its colon.
fn split_label(text: &str) -> Option<(&str, &str)> {
    /// Bytes within which a label's colon stands.
    const WINDOW: usize = 60;
    let text = text.trim_start_matches(|c: char| c.is_whitespace() || opens_entry(c));
    let (at, colon) = text
        .char_indices()
        .take_while(|&(at, _)| at < WINDOW)
        .find(|(_, c)| matches!(c, ':' | '：'))?;
    // Markdown's signs: **索引号**：
    let label = text[..at].trim().trim_end_matches('*');
    site::metadata_field(label)?;
    Some((label, &text[at + colon.len_utf8()..]))
}

/// The first label that runs into the value before it: `2022-05-08来源：本站`.
fn glued_label(rest: &str) -> Option<(usize, &str, &str)> {
    /// Characters of a label.
    const LENGTH: std::ops::RangeInclusive<usize> = 2..=8;
    let colons = rest.match_indices(['：', ':']);
    colons.into_iter().find_map(|(colon, sign)| {
        // 现行有效文号 ：晋政发〔2018〕13号
        let end = rest[..colon].trim_end().len();
        let starts = rest[..end].char_indices().rev().take(*LENGTH.end());
        let longest = starts
            .take_while(|(_, c)| !c.is_whitespace())
            .skip(LENGTH.start() - 1)
            .filter(|&(at, _)| at > 0 && site::metadata_field(&rest[at..end]).is_some())
            .last();
        longest.map(|(at, _)| (at, &rest[at..end], &rest[colon + sign.len()..]))
    })
}

fn note(site: &mut Vec<SiteField>, label: &str, value: &str) {
    note_field(site, site::metadata_field(label), value);
}

fn note_field(site: &mut Vec<SiteField>, field: Option<&'static str>, value: &str) {
    let value = value.trim_start_matches(opens_entry);
    let value = value.trim_matches(['|', '【', '】', ' ', '"', '\'', '*', '；', ';']);
    if value.is_empty() || value == "-" || value == "—" || value == "无" {
        return;
    }
    if let Some(field) = field
        && field != "-"
        && !(matches!(field, "publisher" | "issuing_authorities") && is_medium(value))
    {
        site.push(SiteField {
            field,
            value: value.to_owned(),
        });
    }
}

/// Adds what the page's meta tags say (国办发〔2017〕47号).
pub(super) fn meta_tags(site: &mut Vec<SiteField>, tags: &[(String, String)]) {
    for (name, value) in tags {
        let field = site::meta_field(name);
        let names_itself = field == "publisher" && is_medium(value);
        if field != "-" && !names_itself {
            site.push(SiteField {
                field,
                value: value.clone(),
            });
        }
    }
}

/// Whether a source's name is that of a site or a newspaper, which issue no documents:
/// `本网`, `广州日报`.
fn is_medium(name: &str) -> bool {
    name.trim_end()
        .ends_with(['网', '报', '站', '社', '台', '端'])
}
