//! Headings of numbered items, and what they say of a section.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use super::{Node, Outline, PartKind, Style};
use crate::grammar::title;
use crate::lexicon::chars::CharSet;
use crate::lexicon::{mark, wording};
use crate::model::SectionKind;
use crate::span::Span;
use crate::strip::{FLAT, Page};
use crate::text::head;

/// Characters of a heading on a line of its own, at the most.
const LONGEST: usize = 80;

/// Characters of a heading that runs into its text, at the most.
const LONGEST_RUN_IN: usize = 40;

/// Characters of such a heading of two clauses: 坚持依法行政，推进法治政府建设。
const LONGEST_OF_TWO: usize = 26;

/// Characters by which its clauses differ at the most.
const UNEVEN: usize = 5;

/// Characters of the heading of an article (条): 适用范围。
const LONGEST_OF_ARTICLE: usize = 12;

static SENTENCE_ENDS: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(["。；！？"]));

/// Sets the heading of an item: the rest of its label's line, or its first short sentence.
pub(super) fn set(page: &Page, node: &mut Node) {
    let own = &page.text[node.own.range()];
    let line_end = memchr::memchr(b'\n', own.as_bytes()).unwrap_or(own.len());
    // A flat text's lines end without a sign.
    let here = page
        .lines
        .partition_point(|line| line.span.start <= node.own.start);
    let line_end = page.lines[..here].last().map_or(line_end, |line| {
        line_end.min(line.span.end.saturating_sub(node.own.start))
    });
    let line = own[..line_end].trim_end();
    if line.is_empty() {
        return;
    }
    let is_flat = here.checked_sub(1).is_some_and(|last| {
        let span = page.lines[last].span;
        span.end - span.start >= FLAT
    });
    let short = line.chars().nth(LONGEST).is_none();
    node.headed = line_end < own.len() && short;
    let sentence_end = SENTENCE_ENDS.find_at(line, 0);
    let heading = match sentence_end {
        None if node.inner || line_end < own.len() => short.then_some(line),
        // A question is its own heading, mark included.
        Some(end) if line[end..].starts_with('？') => {
            let question = &line[..end + '？'.len_utf8()];
            (question.chars().count() <= LONGEST_RUN_IN).then_some(question)
        }
        Some(end) if end + '。'.len_utf8() < own.len() || node.inner => {
            let alone = end + '。'.len_utf8() == line.len();
            Some(&line[..end]).filter(|heading| {
                is_run_in(heading, node.style)
                    || alone
                        && node.style == Style::HanParen
                        && heads_paragraph(heading, &own[line_end..])
            })
        }
        _ => None,
    };
    let parted = parted_by_blank(line, node.style, is_flat);
    let run_in =
        || glued(line, node.style, false).or_else(|| glued_of_year(line, node.style));
    let heading = heading
        .filter(|_| !is_flat || parted.is_none() && run_in().is_none())
        .or(parted)
        .or_else(|| glued(line, node.style, is_flat));
    node.headed &= sentence_end.is_none_or(|end| end + '。'.len_utf8() == line.len());
    // The blank stands for the line break behind the heading.
    node.headed |= is_flat && parted.is_some() && heading == parted;
    let heading = heading.map(|heading| heading.trim_end_matches(['：', ':', '*']));
    node.heading = heading
        .filter(|heading| !heading.is_empty())
        .map(|heading| Span::new(node.own.start, node.own.start + heading.len()));
}

/// The heading that a blank parts from the text behind it, where a page lost its line
/// breaks: `交通管制路段 体育支路双向禁止通行。`
fn parted_by_blank(line: &str, style: Style, is_flat: bool) -> Option<&str> {
    /// Characters of such a heading, in a text without lines, and of the text behind it at
    /// the least.
    const LENGTH: RangeInclusive<usize> = 3..=20;
    const LENGTH_IN_FLAT: RangeInclusive<usize> = 2..=32;
    const TEXT: usize = 12;
    /// Bytes of the blank behind it.
    const BLANK: usize = 3;
    let length = if is_flat { LENGTH_IN_FLAT } else { LENGTH };
    // No further than such a heading reaches: most lines have no blank.
    let window = head(line, 3 * length.end() + BLANK);
    let heading = &line[..window.find([' ', '\u{3000}'])?];
    let text = line[heading.len()..].trim_start();
    let is_han = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
    // 2023年工作回顾; 攻坚克难，成绩来之不易
    let is_word = |c: char| is_han(c) || c == '、' || c.is_ascii_digit();
    let is_quoted = |c: char| is_flat && "“”‘’《》+".contains(c);
    let clauses = heading.split(['，', ',']).count();
    let parts = style < Style::ArabicParen
        && length.contains(&heading.chars().count())
        && (heading.chars().all(|c| is_word(c) || is_quoted(c))
            || is_of_two(heading)
            || is_flat && clauses == 2 && !heading.contains(['：', ':', '《', '；', '。']) && !rules(heading))
        // Some files set numbers apart by blanks.
        && (text.starts_with(|c| is_han(c) || "“《（(".contains(c)) || opens_with_year(text))
        && text.contains('。')
        && text.chars().nth(TEXT).is_some()
        // 联系人 张三 and the like are a list, and a gap inside a sentence follows its verb.
        && text.split([' ', '，', '。']).next().is_some_and(|first| first.chars().nth(3).is_some());
    parts.then_some(heading)
}

/// The usual heading that a page has run into its text: `指导思想`以…, `工作措施`(一)…, and in
/// a text that lost its line breaks before any long sentence: `工作目标`全面加强….
fn glued(line: &str, style: Style, is_flat: bool) -> Option<&str> {
    if !matches!(style, Style::Han | Style::HanParen | Style::Formal) {
        return None;
    }
    let Some(mut end) = wording::opening_section(line) else {
        return is_flat.then(|| glued_of_year(line, style)).flatten();
    };
    // 组织领导及职责分工
    while let Some(next) = line[end..].strip_prefix(['和', '及', '与', '、'])
        && let Some(length) = wording::opening_section(next)
    {
        end = line.len() - next.len() + length;
    }
    let text = &line[end..];
    ((opens_text(text) || is_flat && is_sentence(text)) && text.contains('。'))
        .then_some(&line[..end])
}

/// The heading of a work report's chapter that its text runs into:
/// `“十四五”时期工作回顾`过去五年….
fn glued_of_year(line: &str, style: Style) -> Option<&str> {
    if !matches!(style, Style::Han | Style::Formal) {
        return None;
    }
    /// Characters of such a heading at the most.
    const LENGTH: usize = 32;
    let is_word = |c: char| {
        matches!(c, '\u{4e00}'..='\u{9fff}')
            || "“”《》、".contains(c)
            || c.is_ascii_digit()
    };
    let window = line
        .char_indices()
        .take(LENGTH)
        .take_while(|&(_, c)| is_word(c));
    let mut ends = window.map(|(at, c)| at + c.len_utf8());
    ends.find(|&end| {
        let (heading, text) = line.split_at(end);
        // 《实施意见》制定的背景《国务院关于…》
        let quotes = text.starts_with('《') && heading.contains('《');
        (quotes || opens_text(text))
            && (wording::section_kind(heading).is_some()
                || mark::HEADING_DONE.ending(heading).is_some()
                || mark::HEADING_PLANNED.ending(heading).is_some())
            && is_sentence(text)
    })
    .map(|end| &line[..end])
}

/// Whether words begin as the text below a heading does: `以`…, `(一)`, `2018年`….
fn opens_text(words: &str) -> bool {
    mark::TEXT_OPENING.opening(words).is_some() || opens_with_year(words)
}

/// Whether words open with a year, which some files hide: `2018年`, `xx年`.
fn opens_with_year(words: &str) -> bool {
    let rest =
        words.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, 'x' | 'X'));
    (2..=4).contains(&(words.len() - rest.len())) && rest.starts_with('年')
}

/// Whether words behind a heading are a sentence of their own, too long for the heading's rest.
fn is_sentence(words: &str) -> bool {
    /// Characters of the sentence at the least.
    const LEAST: usize = 24;
    /// How the words behind a noun go on with it.
    const GOES_ON: &str = "的是为已在与和及、要应须将有，。；：:（( ）)”》";
    let end = SENTENCE_ENDS.find_at(words, 0).unwrap_or(words.len());
    words[..end].chars().nth(LEAST).is_some()
        && !words.starts_with(|c| GOES_ON.contains(c))
}

/// Gives the outermost items headings of two clauses when all of them open with a heading or
/// with such a sentence, and two at least with a sentence: `一、加强领导，确保责任落实到位。`, `二、细化方案，确保工作落实到位。`
pub(super) fn set_parallel(page: &Page, nodes: &mut [Node]) {
    let is_outermost = |node: &Node| {
        node.parent.is_none() && matches!(node.style, Style::Formal | Style::Han)
    };
    let mut found = Vec::new();
    for (index, node) in nodes
        .iter()
        .enumerate()
        .filter(|(_, node)| is_outermost(node))
    {
        if node.heading.is_some() {
            continue;
        }
        let own = &page.text[node.own.range()];
        let sentence = SENTENCE_ENDS.find_at(own, 0).map(|end| &own[..end]);
        let heading = sentence.filter(|sentence| {
            sentence.len() + '。'.len_utf8() < own.len()
                && own[sentence.len()..].starts_with('。')
                && is_of_two(sentence)
        });
        let Some(heading) = heading else { return };
        found.push((index, heading.len()));
    }
    // 二、强化目标导向。各地要…
    let runs_in = |node: &Node| {
        node.heading.is_some_and(|heading| {
            page.text[heading.end..node.own.end]
                .strip_prefix('。')
                .is_some_and(|text| !text.starts_with('\n') && !text.is_empty())
        })
    };
    let run_in = nodes
        .iter()
        .filter(|node| is_outermost(node) && runs_in(node));
    if found.len() + run_in.count() < 2 {
        return;
    }
    for (index, length) in found {
        let start = nodes[index].own.start;
        nodes[index].heading = Some(Span::new(start, start + length));
    }
}

/// Whether a sentence of two or three clauses on a line of its own heads the text below it,
/// which is several times as long: work reports have such headings.
fn heads_paragraph(sentence: &str, below: &str) -> bool {
    /// How often the sentence goes into the text.
    const TIMES: usize = 3;
    let clauses = sentence.split(['，', ',']).count();
    let below = below.trim();
    (2..=3).contains(&clauses)
        && !sentence.contains(['：', ':', '《'])
        && !sentence.contains(|c: char| c.is_ascii_digit())
        && sentence.chars().nth(LONGEST_RUN_IN).is_none()
        && !rules(sentence)
        && !below.starts_with(['（', '('])
        && below.len() > TIMES * sentence.len()
}

/// Whether a sentence is a heading of two clauses of like length.
fn is_of_two(sentence: &str) -> bool {
    let mut clauses = sentence.split(['，', ',']);
    let (Some(first), Some(second), None) =
        (clauses.next(), clauses.next(), clauses.next())
    else {
        return false;
    };
    !sentence.contains(['：', ':', '《', '\n'])
        && sentence.chars().nth(LONGEST_OF_TWO).is_none()
        && !rules(sentence)
        && first.chars().count().abs_diff(second.chars().count()) <= UNEVEN
}

/// Whether the first sentence of an item reads as its heading.
fn is_run_in(sentence: &str, style: Style) -> bool {
    let length = sentence.chars().count();
    if style == Style::Article && (length > LONGEST_OF_ARTICLE || rules(sentence)) {
        return false;
    }
    if sentence.contains(['：', ':', '《']) {
        return false;
    }
    if !sentence.contains(['，', ',']) {
        return length <= LONGEST_RUN_IN;
    }
    // Chapters are told by their headings, where a sentence of two clauses is rather the
    // beginning of the text.
    let chapter = matches!(
        style,
        Style::Formal | Style::Han | Style::Book | Style::Chapter | Style::Section
    );
    !chapter && is_of_two(sentence)
}

/// Whether a sentence says what must, may or shall be: a rule, no heading.
fn rules(sentence: &str) -> bool {
    let ruling = sentence.matches(['应', '须', '由', '可', '不']).count();
    let inside: usize = match ruling {
        0 => 0,
        _ => mark::NO_RULE
            .words()
            .map(|word| sentence.matches(word).count())
            .sum(),
    };
    ruling > inside
}

/// Marks the chapters of each part: its outermost items, once one of them has items below
/// it or heads a line, or when most of them open with a heading.
pub(super) fn set_chapters(nodes: &mut [Node]) {
    let heads = |node: &Node| {
        node.parent.is_none()
            && matches!(
                node.style,
                Style::Formal
                    | Style::Han
                    | Style::Book
                    | Style::Chapter
                    | Style::Section
            )
    };
    let (mut all, mut surely, mut run_in) = (0, false, 0);
    for node in nodes.iter().filter(|node| heads(node)) {
        all += 1;
        surely |= node.inner || node.headed;
        run_in += usize::from(node.heading.is_some());
    }
    // Where most have a heading, one without has lost the line break behind it.
    let headed = run_in * 2 > all;
    if surely || headed {
        for node in nodes.iter_mut().filter(|node| heads(node)) {
            node.chapter = headed
                || node.inner
                || node.heading.is_some()
                || node.style != Style::Han;
        }
    }
}

/// Sets what each section is about: by its own heading, else by the one above it.
pub(super) fn set_kinds(page: &Page, outline: &mut Outline) {
    let (review, reports) = (is_review(page), is_report(page));
    let mut statutes = vec![false; outline.parts.len()];
    for node in &outline.nodes {
        // 总则 opens a statute, whose articles may be numbered 一、二、 all the same.
        statutes[node.part] = statutes[node.part]
            || node.style == Style::Article
            || node.style == Style::Chapter
                && node.heading.is_some_and(|heading| {
                    wording::section_kind(&page.text[heading.range()])
                        == Some(SectionKind::Provisions)
                });
    }
    for index in 0..outline.nodes.len() {
        let node = &outline.nodes[index];
        let own = node
            .heading
            .filter(|_| node.level <= 2)
            .map(|heading| &page.text[heading.range()])
            // 对标目标任务，坚持自我加压 of an item says what to do, not what it is about.
            .filter(|heading| !node.is_item() || !heading.contains(['，', ',']))
            .and_then(wording::section_kind)
            // 强化督办协调，确保完成目标任务 of a chapter without items does, too.
            .filter(|&kind| {
                let said = node
                    .heading
                    .map_or("", |heading| &page.text[heading.range()]);
                kind != SectionKind::Goals || node.inner || !said.contains(['，', ','])
            });
        let above = node.parent.map(|parent| outline.nodes[parent].kind);
        let attached = matches!(outline.parts[node.part].kind, PartKind::Attachment(_));
        let kind = match (own, above) {
            _ if review => SectionKind::Review,
            _ if node.style == Style::Article => SectionKind::Provisions,
            (Some(kind), None | Some(SectionKind::Other | SectionKind::Tasks)) => kind,
            // 总体要求 has its 主要目标 below it.
            (Some(SectionKind::Goals), Some(SectionKind::Principles)) => {
                SectionKind::Goals
            }
            // 指导思想、基本原则和主要目标 has all three below it.
            (Some(SectionKind::Principles), Some(SectionKind::Goals)) => {
                SectionKind::Principles
            }
            (_, Some(above)) => above,
            (None, None) if attached => SectionKind::Attachment,
            (None, None) if statutes[node.part] => SectionKind::Provisions,
            (None, None) if reports => SectionKind::Review,
            (None, None) => SectionKind::Other,
        };
        outline.nodes[index].kind = kind;
    }
    set_sole_demands(page, outline);
    set_first_demands(page, outline);
}

/// `一、工作要求` before all chapters of measures says how they are to be taken.
fn set_first_demands(page: &Page, outline: &mut Outline) {
    /// Chapters below such a one at the least.
    const CHAPTERS: usize = 2;
    // In one pass, as a large file may hold thousands of parts.
    let mut chapters = vec![Vec::new(); outline.parts.len()];
    for (index, node) in outline.nodes.iter().enumerate() {
        if node.parent.is_none() {
            chapters[node.part].push(index);
        }
    }
    for chapters in chapters {
        let [first, others @ ..] = chapters.as_slice() else {
            continue;
        };
        let node = &outline.nodes[*first];
        let demands = node.kind == SectionKind::Safeguards
            && node
                .heading
                .is_some_and(|heading| page.text[heading.range()].ends_with("要求"));
        let measures = others.iter().filter(|&&node| {
            matches!(
                outline.nodes[node].kind,
                SectionKind::Tasks | SectionKind::Other
            )
        });
        if demands && measures.count() >= CHAPTERS {
            let end = others.first().copied().unwrap_or(outline.nodes.len());
            for node in &mut outline.nodes[*first..end] {
                node.kind = SectionKind::Principles;
            }
        }
    }
}

/// Where nothing else says what to do, 相关要求 does, which elsewhere secure the measures.
fn set_sole_demands(page: &Page, outline: &mut Outline) {
    let mut has_measures = vec![false; outline.parts.len()];
    for node in outline.nodes.iter().filter(|node| node.parent.is_none()) {
        has_measures[node.part] |=
            matches!(node.kind, SectionKind::Tasks | SectionKind::Other);
    }
    for index in 0..outline.nodes.len() {
        let node = &outline.nodes[index];
        if has_measures[node.part] || node.kind != SectionKind::Safeguards {
            continue;
        }
        let demands = match node.parent {
            Some(parent) => outline.nodes[parent].kind == SectionKind::Tasks,
            None => node
                .heading
                .is_some_and(|heading| page.text[heading.range()].ends_with("要求")),
        };
        if demands {
            outline.nodes[index].kind = SectionKind::Tasks;
        }
    }
}

/// Whether a title says that the document tells what was done: its items are no tasks but
/// where a heading says so, as 下一步工作安排 does.
fn is_report(page: &Page) -> bool {
    /// Lines among which the title stands.
    const HEAD: usize = 10;
    page.lines
        .iter()
        .map(|line| &page.text[line.span.range()])
        .filter(|words| !words.is_empty())
        .take(HEAD)
        .take_while(|words| !super::opens_with_label(words) && !words.contains('。'))
        .map(|words| title::without_brackets(words.trim_end_matches('》')))
        .any(|words| mark::REPORT_ENDING.ending(words).is_some())
}

/// Whether the document as a whole tells what was done: a bulletin (简报).
fn is_review(page: &Page) -> bool {
    page.lines
        .iter()
        .map(|line| &page.text[line.span.range()])
        .filter(|words| !words.is_empty())
        .take(10)
        .map(|words| words.split_whitespace().collect::<String>())
        .any(|words| {
            words.chars().count() <= 12 && mark::BULLETIN.ending(&words).is_some()
        })
}
