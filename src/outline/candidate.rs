//! Where labels may stand.

use std::sync::LazyLock;

use super::label::{Label, Style, read_glued_arabic, read_glued_dotted, read_label};
use super::note;
use super::part::{Part, signed_date, signs};
use crate::grammar::bullet::is_one_sign;
use crate::lexicon::chars::CharSet;
use crate::lexicon::{duty, mark, wording};
use crate::span::Span;
use crate::strip::{FLAT, Page};
use crate::text::{Needles, head, tail};

/// Words that read as a label, at a place where one may stand.
#[derive(Debug)]
pub(super) struct Candidate {
    pub(super) label: Label,
    pub(super) label_span: Span,
    /// First byte of the item's own words.
    pub(super) text_start: usize,
    pub(super) place: Place,
}

/// Where a label stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At the start of a line.
    LineStart,
    /// In a line, after a sentence's end.
    InLine,
    /// In a line, right after a heading that no punctuation ends.
    RunOn,
    /// No label: an unnumbered paragraph that ends the items before it.
    Closing,
    /// No label: an unnumbered paragraph that ends the items before it when no other comes.
    Appeal,
    /// No label: a heading without one, `附则`, that stands beside the chapters.
    Chapter,
}

/// Whether a line opens with a label of those that structure documents.
pub(crate) fn opens_with_label(line: &str) -> bool {
    line.starts_with(|c: char| "第一二三四五六七八九十壹（(〔㈠".contains(c))
        && read_label(line).is_ok_and(|(rest, label)| {
            !rest.is_empty()
                && matches!(
                    label.style,
                    Style::Formal
                        | Style::Han
                        | Style::HanParen
                        | Style::Chapter
                        | Style::Section
                        | Style::Article
                )
        })
}

/// All candidates of one part, in order.
pub(super) fn find(page: &Page, part: &Part) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut note_end = 0;
    let mut end_note = None;
    let bulleted = has_bulleted_articles(page, part);
    let start = if part.title.is_empty() {
        part.lines.start
    } else {
        part.title.end
    };
    for line in start..part.lines.end {
        let words = page.line(line);
        if words.is_empty() {
            continue;
        }
        let at = page.lines[line].span.start;
        if line >= note_end
            && let Some(note) = note::note_lines(page, line)
        {
            found.push(closing(at, Place::Closing));
            note_end = note.end;
        }
        if line < note_end || is_contents_line(words) {
            continue;
        }
        if page.lines[line].hint.table > 0 || is_row(page, line) {
            continue;
        }
        if signs(page, line, part.lines.end) || is_lone_signature(page, line) {
            found.push(closing(at, Place::Closing));
            continue;
        }
        end_note = end_notes(words, end_note);
        if end_note.is_some() {
            let mut note = closing(at, Place::Closing);
            let label = read_label(words).map_or(0, |(rest, _)| words.len() - rest.len());
            note.label_span.end += label;
            found.push(note);
            continue;
        }
        if bulleted {
            if let Some(article) = read_bulleted_article(words, at) {
                found.push(article);
            } else if words.starts_with('>') {
                // The commentary below an article.
                found.push(closing(at, Place::Closing));
                continue;
            }
        }
        match read_bare_number(words, at) {
            Some(candidate) if heads_dotted(page, line, part.lines.end, &candidate) => {
                found.push(candidate);
            }
            _ => {
                if let Some(candidate) = read_glued(page, line, part.lines.end, &found) {
                    found.push(candidate);
                }
                find_in_line(words, at, &mut found);
                if run_in_note(words).is_some() {
                    note_end = note::entries_end(page, line + 1, 0);
                }
            }
        }
    }
    found
}

/// Whether a line is a row of a table that bars part into cells, as the line above it or
/// the one below is: its number is no label.
fn is_row(page: &Page, line: usize) -> bool {
    /// Bars of a row at the least.
    const BARS: usize = 2;
    let bars = |line| memchr::memchr_iter(b'|', page.line(line).as_bytes()).count();
    let count = bars(line);
    let alike = |other: Option<usize>| {
        other.is_some_and(|other| other < page.lines.len() && bars(other) == count)
    };
    count >= BARS && (alike(line.checked_sub(1)) || alike(Some(line + 1)))
}

/// How many of the notes below a text (`注释：`, `1.…`, `2.…`) there are up to a line; `None`
/// on lines that are none of them.
fn end_notes(words: &str, before: Option<u32>) -> Option<u32> {
    let opening = words
        .strip_prefix("注释")
        .or_else(|| words.strip_prefix('注'))
        .and_then(|rest| rest.strip_prefix(['：', ':']));
    let number = |words: &str| {
        let (_, label) = read_label(words.trim_start()).ok()?;
        (label.style == Style::Arabic).then_some(label.ordinal)
    };
    match (opening, before) {
        (Some(""), _) => Some(0),
        (Some(rest), _) if number(rest) == Some(1) && words.starts_with("注释") => {
            Some(1)
        }
        (None, Some(last)) => number(words).filter(|&number| number == last + 1),
        _ => None,
    }
}

/// Whether the articles of a statute are bulleted numbers, as in acts saved as Markdown:
/// `* 1 为提升环境品质，特制定本法。`
fn has_bulleted_articles(page: &Page, part: &Part) -> bool {
    /// Articles of an act at the least.
    const LEAST: u32 = 3;
    let mut last = 0;
    for line in part.lines.clone() {
        if let Some(article) = read_bulleted_article(page.line(line), 0) {
            if article.label.ordinal != last + 1 {
                return false;
            }
            last += 1;
        }
    }
    last >= LEAST
}

fn read_bulleted_article(line: &str, at: usize) -> Option<Candidate> {
    let words = line.strip_prefix("* ")?;
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let ordinal = words[..digits].parse().ok()?;
    let rest = words[digits..].strip_prefix(' ')?;
    let start = at + line.len() - words.len();
    Some(Candidate {
        label: Label {
            style: Style::Article,
            ordinal,
            prefix: Vec::new(),
        },
        label_span: Span::new(start, start + digits),
        text_start: at + line.len() - rest.len(),
        place: Place::LineStart,
    })
}

/// Whether a line has the name of who signs and the date, and no such line stands above it or
/// below: there it is a row of a list.
fn is_lone_signature(page: &Page, line: usize) -> bool {
    let listed = |line: Option<&usize>| {
        line.is_some_and(|&line| signed_date(page.line(line)).is_some())
    };
    let words = |line: &usize| !page.line(*line).is_empty();
    signed_date(page.line(line)).is_some()
        && !listed((0..line).rev().find(words).as_ref())
        && !listed((line + 1..page.lines.len()).find(words).as_ref())
}

/// Where the note of attachments begins in a line that ran into it.
fn run_in_note(line: &str) -> Option<usize> {
    static NOTE: LazyLock<Needles> = LazyLock::new(|| Needles::of(&["附件"]));
    NOTE.places(line)
        .filter(|&at| line[..at].trim_end().ends_with('。'))
        .find(|&at| note::note_opening(&line[at..]).is_some())
}

/// Where the items of a line end because the document does: at the signature that a wide
/// gap sets apart, at a date, at the note of attachments. Files that lost their line breaks
/// have all of them in the last item's line.
fn document_end(line: &str) -> Option<usize> {
    /// Characters of signature, date and note behind the last sentence at most.
    const TAIL: usize = 120;
    /// White space that sets a signature apart, in characters.
    const GAP: usize = 4;
    if let Some(at) = run_in_note(line) {
        return Some(at);
    }
    let at = line.rfind('。')? + '。'.len_utf8();
    let tail = &line[at..];
    let words = tail.trim();
    let gap = tail.chars().take_while(|c| c.is_whitespace()).count() >= GAP;
    let dated = || {
        let last = words.rsplit(char::is_whitespace).next();
        last.is_some_and(super::part::is_date_line)
    };
    (!words.is_empty()
        && words.chars().nth(TAIL).is_none()
        && !words.contains(['，', '；', '：', ':', ','])
        && (gap || dated())
        && read_label(words).is_err())
    .then_some(at)
}

/// Reads `1　总则`: a number that nothing but white space, or not even that, parts from a
/// heading, as emergency plans (应急预案) have them.
fn read_bare_number(line: &str, at: usize) -> Option<Candidate> {
    /// Characters of such a heading at the most.
    const HEADING: usize = 30;
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let ordinal = line[..digits].parse().ok()?;
    let words = line[digits..].trim_start();
    let heading = words.chars().nth(HEADING).is_none()
        && words.starts_with(|c: char| matches!(c, '\u{4e00}'..='\u{9fff}'))
        && !words.contains(['，', '。', '；', '\t']);
    heading.then(|| Candidate {
        label: Label {
            style: Style::Arabic,
            ordinal,
            prefix: Vec::new(),
        },
        label_span: Span::new(at, at + digits),
        text_start: at + line.len() - words.len(),
        place: Place::LineStart,
    })
}

/// Reads a label whose words could go on as a number: `2.1人员转移`, `3.5G网络建设`. The labels
/// before it, or the next ones, tell what it is.
fn read_glued(
    page: &Page,
    line: usize,
    end: usize,
    found: &[Candidate],
) -> Option<Candidate> {
    /// Candidates to look back through, lines to look on through.
    const BACK: usize = 40;
    const ON: usize = 60;
    let words = page.line(line);
    let (rest, number) = read_glued_arabic(words).ok()?;
    let dotted = read_glued_dotted(words).ok();
    // `2.1　人员转移` leaves nothing to tell, and no outline has a number like 12345.
    let long = rest.bytes().take_while(u8::is_ascii_digit).count() > 2;
    let listed = words[..words.len() - rest.len()].ends_with('、');
    if dotted.is_none() && !listed && !long {
        return None;
    }
    let at = page.lines[line].span.start;
    let before = || {
        let labels = found.iter().rev().take(BACK);
        labels.filter(|candidate| candidate.place == Place::LineStart)
    };
    let arabic = before()
        .find(|candidate| candidate.label.style == Style::Arabic)
        .map(|candidate| candidate.label.ordinal);
    let candidate = |label: Label, rest: &str| Candidate {
        label,
        label_span: Span::new(at, at + words.len() - rest.len()),
        text_start: at + words.len() - rest.len(),
        place: Place::LineStart,
    };
    let sibling = dotted
        .as_ref()
        .map(|(_, label)| format!("{}.{}", number.ordinal, label.ordinal + 1));
    if let Some((rest, label)) = dotted
        && opens_as_heading(rest)
    {
        let mut sames = before().filter(|before| before.label.style == Style::Dotted);
        let same = sames.find(|same| same.label.prefix.len() == label.prefix.len());
        let follows = same.is_some_and(|same| {
            same.label.prefix == label.prefix && same.label.ordinal + 1 == label.ordinal
        });
        let first = label.ordinal == 1
            && match label.prefix.as_slice() {
                [number] => arabic == Some(*number),
                [above @ .., number] => before().any(|before| {
                    before.label.prefix == above && before.label.ordinal == *number
                }),
                [] => false,
            };
        if follows || first {
            return Some(candidate(label, rest));
        }
    }
    let begins = |below: &str, labels: &str, signs: &[char]| {
        below
            .strip_prefix(labels)
            .is_some_and(|rest| rest.starts_with(signs))
    };
    let next = (number.ordinal + 1).to_string();
    let (mut goes_on, mut has_sibling) = (false, false);
    for below in (line + 1..end).take(ON).map(|line| page.line(line)) {
        goes_on |= begins(below, &next, &['.', '．', '﹒', '、']);
        has_sibling |= sibling
            .as_deref()
            .is_some_and(|sibling| below.starts_with(sibling));
    }
    let follows = arabic.is_some_and(|before| before + 1 == number.ordinal)
        || number.ordinal == 1 && goes_on;
    (follows && !has_sibling && is_clause(rest)).then(|| candidate(number, rest))
}

/// Whether words begin as a heading of a few characters does.
fn opens_as_heading(words: &str) -> bool {
    /// Characters of the heading.
    const LENGTH: std::ops::RangeInclusive<usize> = 3..=20;
    let heading = words.split(['。', '，', '；', '：', ',', ':']).next();
    heading.is_some_and(|heading| LENGTH.contains(&heading.chars().count()))
}

/// Whether words that begin with a number are more than that number and its unit.
fn is_clause(words: &str) -> bool {
    /// Characters behind the number at the least.
    const LEAST: usize = 4;
    let is_number = |c: char| c.is_ascii_digit() || c == '.';
    words
        .trim_start_matches(is_number)
        .chars()
        .nth(LEAST - 1)
        .is_some()
}

/// Whether the next line with words bears the first number below this one: `1.1`.
fn heads_dotted(page: &Page, line: usize, end: usize, candidate: &Candidate) -> bool {
    let mut below = (line + 1..end).map(|line| page.line(line));
    let next = below.find(|words| !words.is_empty());
    let glued = |words| {
        read_glued_dotted(words)
            .ok()
            .filter(|(rest, _)| opens_as_heading(rest))
    };
    next.and_then(|words| glued(words).or_else(|| read_label(words).ok()))
        .is_some_and(|(_, label)| {
            label.style == Style::Dotted
                && label.ordinal == 1
                && label.prefix == [candidate.label.ordinal]
        })
}

/// Whether a line is an entry of a table of contents: a dot leader and a page number.
fn is_contents_line(words: &str) -> bool {
    words.len() < 300
        && words.ends_with(|c: char| c.is_ascii_digit())
        && (words.contains("....") || words.contains("……") || words.contains("····"))
}

const fn closing(at: usize, place: Place) -> Candidate {
    Candidate {
        label: Label {
            style: Style::Run,
            ordinal: 0,
            prefix: Vec::new(),
        },
        label_span: Span::new(at, at),
        text_start: at,
        place,
    }
}

fn closing_place(words: &str) -> Option<Place> {
    match wording::closing(words) {
        Some(wording::Closing::End) => Some(Place::Closing),
        Some(wording::Closing::Appeal) => Some(Place::Appeal),
        Some(wording::Closing::Chapter) => Some(Place::Chapter),
        None => super::part::is_date_line(words).then_some(Place::Closing),
    }
}

fn find_in_line(line: &str, at: usize, found: &mut Vec<Candidate>) {
    let labelled = found.last().is_some_and(|last| {
        last.place == Place::LineStart && last.label_span.start == at
    });
    let first_of_line = found.len() - usize::from(labelled);
    let words = line.trim_start_matches(['*', '#', '>', ' ']);
    let indent = line.len() - words.len();
    if labelled {
        // What the line opens with was told by what stands before it.
    } else if let Some(candidate) = read_at(line, indent, at, Place::LineStart) {
        found.push(candidate);
    } else if let Some(place) = closing_place(words) {
        found.push(closing(at, place));
        return;
    }
    let end = document_end(line);
    let mut parts = None;
    let mut from = indent;
    while let Some(offset) = OPENING
        .find_at(line, from)
        .filter(|&at| end.is_none_or(|end| at < end))
    {
        let Some(sign) = line[offset..].chars().next() else {
            break;
        };
        from = offset + sign.len_utf8();
        if offset == indent {
            continue;
        }
        let before = line[..offset].trim_end().chars().next_back();
        // `《通知》提出，一是…；二是…`
        let first_of_run = || {
            before.is_some_and(|c| matches!(c, '，' | ','))
                && line[offset..].starts_with("一是")
        };
        let place = if before.is_some_and(ends_sentence) || first_of_run() {
            Some(Place::InLine)
        } else if behind_blank(line, offset)
            && is_no_number(&line[offset..], &found[first_of_line..])
            || may_run_on(line, offset, sign)
                && runs_on(line, offset, at, &found[first_of_line..])
            || opens_below_heading(&line[offset..], &found[first_of_line..])
                && runs_on(line, offset, at, &found[first_of_line..])
            || in_flat_text(line, offset)
            || behind_bodies(line, offset)
        {
            Some(Place::RunOn)
        } else {
            None
        };
        if let Some(candidate) = place.and_then(|place| read_at(line, offset, at, place))
        {
            let style = candidate.label.style;
            if candidate.label.ordinal == 1 && names_parts(line, offset) {
                parts = Some(style);
            }
            if parts != Some(style) {
                found.push(candidate);
            }
        }
    }
    if let Some(end) = end {
        found.push(closing(at + end, Place::Closing));
    }
}

/// Whether the labels of a line tell what parts a document has, and each part by its heading
/// alone: `报告共分三个部分：一、2024年工作回顾；二、…`.
fn names_parts(line: &str, offset: usize) -> bool {
    /// Bytes of a heading, its label and the sign behind it at the most.
    const HEADING: usize = 120;
    let lead = line[..offset].trim_end().strip_suffix(['：', ':']);
    if !lead.is_some_and(|lead| lead.ends_with("部分") || lead.ends_with('章')) {
        return false;
    }
    let heading = head(&line[offset..], HEADING).split_once(['；', ';']);
    heading.is_some_and(|(heading, _)| super::is_heading(heading))
}

/// The characters that can be the first one of a label.
static OPENING: LazyLock<CharSet> = LazyLock::new(|| {
    CharSet::of([
        "0123456789（(〔第一二三四五六七八九十壹贰叁参肆伍陆柒捌玖拾",
        "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩",
        "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    ])
});

/// Whether a label may follow at once: a sentence or a bracket ends here, or a paragraph
/// mark that some editors leave as a private-use character.
fn ends_sentence(sign: char) -> bool {
    matches!(
        sign,
        '。' | '；'
            | ';'
            | '：'
            | ':'
            | '！'
            | '？'
            | '”'
            | '）'
            | ')'
            | '〕'
            | '】'
            | '》'
            | '\u{E000}'..='\u{F8FF}'
    )
}

/// Whether a heading without an end stands between the last label of the line and here.
fn runs_on(line: &str, offset: usize, at: usize, in_line: &[Candidate]) -> bool {
    /// Bytes of a heading at the most.
    const HEADING: usize = 180;
    let Some(last) = in_line.last() else {
        return false;
    };
    let from = last.text_start.saturating_sub(at);
    let sign = line[offset..].chars().next();
    let circled = sign.is_some_and(is_one_sign);
    // （1）, ① and 一是 stand below 1., too.
    let inner =
        circled || matches!(sign, Some('（' | '(')) || line[offset..].starts_with("一是");
    let below = if inner {
        Style::ArabicParen
    } else {
        Style::HanParen
    };
    last.label.style <= below
        && from < offset
        && offset - from <= HEADING
        && !line[from..offset].contains(['。', '；', '：', '（', '('])
        // A sentence may list what it names: 申请程序①提出申请，②…
        && !(circled && line[from..offset].contains(['，', ',']))
}

/// Whether words open with a first label that only a heading can run into: `一、` below a
/// chapter, `一是`.
fn opens_below_heading(words: &str, in_line: &[Candidate]) -> bool {
    let chapter = in_line
        .last()
        .is_some_and(|last| last.label.style < Style::Article);
    words.starts_with("一是") || chapter && words.starts_with("一、")
}

/// Whether a blank alone parts a place from the words before it, as it does where a page
/// lost its line breaks: `…17:00-22:30 二、交通管制路段 …`.
fn behind_blank(line: &str, offset: usize) -> bool {
    line[..offset].ends_with([' ', '\u{3000}'])
}

/// Whether a label stands behind a list of bodies that its own label opens, into which the next
/// item ran: `责任单位：市教育局、市财政局（二）优化服务。`.
fn behind_bodies(line: &str, offset: usize) -> bool {
    /// Bytes of such a list at the most.
    const LONGEST: usize = 600;
    /// Bytes of a label.
    const LABEL: usize = 24;
    let words = head(&line[offset..], LABEL);
    let words = words.strip_prefix(['（', '(']).unwrap_or(words);
    let behind = words.trim_start_matches(|c: char| c.is_ascii_digit() || is_numeral(c));
    if behind.len() == words.len() || !behind.starts_with(['）', ')', '、', '.', '．'])
    {
        return false;
    }
    // 5.4亿元
    let sign = behind.chars().next().map_or(0, char::len_utf8);
    if behind[sign..].starts_with(|c: char| c.is_ascii_digit()) {
        return false;
    }
    let before = tail(&line[..offset], LONGEST);
    if !before.contains(['：', ':']) || before.ends_with(is_numeral) {
        return false;
    }
    let statement = before.rsplit(['。', '\n']).next().unwrap_or(before);
    let label = statement.split_once(['：', ':']).map(|(label, _)| label);
    label.is_some_and(|label| {
        matches!(duty::read_label(label.trim()), Some(duty::Label::Bodies(_)))
    })
}

/// Whether a label stands in a line long enough to be a text that lost its line breaks, where
/// a title or a heading runs into it: `…工作总结一、主要工作`, `时间2020年2月19日至22日二、重点`.
/// Whether it is one, its sequence tells.
fn in_flat_text(line: &str, offset: usize) -> bool {
    if line.len() < FLAT || !may_head(&line[offset..]) {
        return false;
    }
    read_label(&line[offset..]).is_ok_and(|(rest, label)| match label.style {
        Style::Han => mark::NUMERAL_WORD.ending(&line[..offset]).is_none(),
        Style::Chapter | Style::Article => label.ordinal == 1,
        Style::Dotted => label.ordinal == 1 && label.prefix == [1] && !is_counted(rest),
        _ => false,
    })
}

fn is_numeral(c: char) -> bool {
    "一二三四五六七八九十百".contains(c)
}

/// What the next two characters tell of a label that is looked for at every numeral: `一、`,
/// `十一、`, `第一条`, `1.1`.
fn may_head(words: &str) -> bool {
    match words.chars().next() {
        Some('第') => words['第'.len_utf8()..].starts_with(['一', '1', ' ']),
        Some('1') => words[1..].starts_with(['.', '．']),
        Some(_) => words
            .trim_start_matches(is_numeral)
            .starts_with(['、', '．', '.']),
        None => false,
    }
}

/// Whether the words behind a number count by it: `4.1 亿元`.
fn is_counted(words: &str) -> bool {
    let words = words.trim_start();
    mark::DECIMAL_UNIT.opening(words).is_some()
        || mark::WHOLE_COUNTER.opening(words).is_some()
}

/// Whether what stands behind a blank is no number of the text, as pages set it apart:
/// `达到 4.1 亿元`. A dotted label goes on from the one before: `1.总则 1.1目的 … 1.2现状`.
fn is_no_number(words: &str, in_line: &[Candidate]) -> bool {
    let Ok((_, label)) = read_label(words) else {
        return false;
    };
    if label.style != Style::Dotted {
        return true;
    }
    let above = in_line.last().map(|last| &last.label);
    if label.ordinal == 1 {
        return above.is_some_and(|above| {
            above.style == Style::Arabic && label.prefix == [above.ordinal]
        });
    }
    let mut before = in_line.iter().rev().map(|before| &before.label);
    let same = before.find(|before| before.style == Style::Dotted);
    same.is_some_and(|same| {
        same.prefix == label.prefix && same.ordinal + 1 == label.ordinal
    })
}

/// Whether a sign opens labels that a heading without an end may run into.
fn may_run_on(line: &str, offset: usize, sign: char) -> bool {
    matches!(sign, '（' | '(' | '第')
        || is_one_sign(sign)
        || sign.is_ascii_digit()
            && !line[..offset]
                .trim_end()
                .ends_with(|c: char| c.is_ascii_alphanumeric())
}

fn read_at(line: &str, offset: usize, at: usize, place: Place) -> Option<Candidate> {
    let (rest, label) = read_label(&line[offset..]).ok()?;
    let in_list = place == Place::LineStart || label.style != Style::Han;
    // `。二、三级医院` and the like: a numeral that goes on as a list of grades.
    let listed =
        !in_list && rest.starts_with(|c: char| "一二三四五六七八九十".contains(c));
    if listed || rest.is_empty() && place != Place::LineStart {
        return None;
    }
    let text_start = at + line.len() - rest.len();
    let label_words = &line[offset..line.len() - rest.len()];
    let label_words =
        label_words.trim_end_matches(|c: char| c.is_whitespace() || c == '*');
    Some(Candidate {
        label,
        label_span: Span::new(at + offset, at + offset + label_words.len()),
        text_start,
        place,
    })
}
