//! Web pages: which lines are the document, which ones surround it.
//!
//! Each line weighs by its shape: running text, labels, dates and numbers of documents for
//! it, links, controls and metadata against it; the marks of the page's own content system
//! weigh most. The document is the stretch of lines of the greatest sum.

use std::ops::Range;

use super::{Judgement, metadata, shape};
use crate::grammar::doc_number::find_document_numbers;
use crate::grammar::title;
use crate::outline::{is_date_line, opens_with_label, read_label};
use crate::read::Hint;

/// Where a page's document stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Article {
    /// The lines of its text.
    pub(super) content: Range<usize>,
    /// Lines outside that are its own: title, number, attachments.
    pub(super) outside: Vec<usize>,
    /// The one of them, or of the content, that the page shows as its title.
    pub(super) title: Option<usize>,
}

impl Article {
    pub(super) fn holds(&self, line: usize) -> bool {
        self.content.contains(&line) || self.outside.contains(&line)
    }
}

/// Share of links, in percent, from which on a line is one of links.
const LINK_LINE: u8 = 50;

/// Share of the page's text, in percent, that marks must hold to be believed.
const MARKED_SHARE: i64 = 40;

/// What a line outside the marks of the content weighs less.
const UNMARKED: i64 = 40;

/// What a line with an attachment's name weighs.
const ATTACHMENT: i64 = 12;

/// What a date or an imprint weighs: enough for the lines of a signature above it.
const DATE: i64 = 24;

/// What a short line weighs that sites do not write: an addressee, a note, an item.
const OWN_LINE: i64 = 8;

/// Characters that count of one line, so that one long disclaimer outweighs no document.
const MOST_CHARACTERS: usize = 300;

/// Finds the document of a page. `titles` are what the page says its title is.
pub(super) fn find(lines: &[&str], hints: &[Hint], titles: &[&str]) -> Article {
    let weights = weights(lines, hints);
    let content = heaviest(&weights);
    let mut article = Article {
        content,
        ..Article::default()
    };
    find_title(&mut article, lines, hints, titles);
    attachments(&mut article, lines, hints);
    article
}

/// Takes off every line that is not the document's, each by what it is.
pub(super) fn strip(judgement: &mut Judgement<'_>, hints: &[Hint], article: &Article) {
    for line in 0..judgement.lines.len() {
        let words = judgement.lines[line];
        if words.is_empty() || !judgement.is_kept(line) || article.holds(line) {
            continue;
        }
        let hint = hints[line];
        let rule = if article.title == Some(line) {
            "strip/duplicate-title"
        } else if shape::is_breadcrumb(words) {
            "strip/breadcrumb"
        } else if shape::is_controls(words) {
            "strip/controls"
        } else if shape::is_site_footer(words) {
            "strip/site-footer"
        } else if hint.links >= LINK_LINE {
            "strip/link-list"
        } else if hint.site {
            "strip/navigation"
        } else {
            "strip/outside-content"
        };
        judgement.remove(line, rule);
    }
}

fn weights(lines: &[&str], hints: &[Hint]) -> Vec<i64> {
    let mut weights: Vec<i64> = lines
        .iter()
        .zip(hints)
        .map(|(words, &hint)| weight(words, hint))
        .collect();
    let sum = |of: &dyn Fn(&Hint) -> bool| -> i64 {
        weights
            .iter()
            .zip(hints)
            .filter(|(weight, hint)| **weight > 0 && of(hint))
            .map(|(weight, _)| weight)
            .sum()
    };
    let (all, content) = (sum(&|_| true), sum(&|hint| hint.content));
    let wrapped = sum(&|hint| hint.content || hint.wrapper);
    let by_content = content > 0 && content * 100 >= all * MARKED_SHARE;
    let by_wrapper = wrapped > 0 && wrapped * 100 >= all * MARKED_SHARE;
    for ((weight, hint), words) in weights.iter_mut().zip(hints).zip(lines) {
        if words.is_empty() {
            continue;
        }
        let inside = if by_content {
            hint.content
        } else {
            !by_wrapper || hint.content || hint.wrapper
        };
        if !inside {
            *weight = (*weight).min(0) - UNMARKED;
        } else if by_content {
            *weight = (*weight).max(1);
        }
    }
    weights
}

/// What a line's shape says for it, or against it, as a line of a document.
fn weight(words: &str, hint: Hint) -> i64 {
    if words.is_empty() {
        return 0;
    }
    let count = words.chars().take(MOST_CHARACTERS).count();
    let characters = i64::try_from(count).unwrap_or(0);
    let weight = if is_attachment(words) {
        ATTACHMENT
    } else if hint.links >= LINK_LINE {
        -8 - characters.min(40)
    } else if shape::is_controls(words)
        || shape::is_breadcrumb(words)
        || shape::is_site_footer(words)
        || metadata::is_fields(words)
    {
        -20
    } else if opens_with_label(words) {
        10 + characters
    } else if words.contains(['。', '；']) {
        characters
    } else if is_date_line(words) || is_imprint(words) {
        DATE
    } else if is_note(words) || ends_open(words) {
        OWN_LINE
    } else if hint.table > 0 {
        characters.min(12)
    } else if count <= 60 && !find_document_numbers(words).is_empty()
        || read_label(words).is_ok_and(|(rest, _)| !rest.is_empty())
    {
        OWN_LINE
    } else if characters > 20 && words.contains(['，', '、', '：']) {
        characters / 3
    } else {
        -4
    };
    match hint.site {
        true if weight > 0 => weight / 4,
        true => weight - 4,
        false => weight,
    }
}

/// `（此件公开发布）`, `（2011年12月5日发布）`: a note on a line of its own.
fn is_note(words: &str) -> bool {
    words.starts_with(['（', '('])
        && words.ends_with(['）', ')'])
        && words.chars().count() >= 6
}

/// `广州市人民政府办公厅秘书处 2024年7月29日印发`
fn is_imprint(words: &str) -> bool {
    words.ends_with("印发") && words.contains('日') && words.chars().count() <= 60
}

/// `各区人民政府：`: what a colon ends goes on.
fn ends_open(words: &str) -> bool {
    words.ends_with(['：', ':']) && words.chars().count() > 8
}

/// Whether a line names an attachment: `附件：1.实施细则`, `申报表.doc`.
fn is_attachment(words: &str) -> bool {
    const FILES: [&str; 12] = [
        ".doc", ".docx", ".et", ".ofd", ".pdf", ".ppt", ".pptx", ".rar", ".wps", ".xls",
        ".xlsx", ".zip",
    ];
    /// Characters of an attachment's line at the most.
    const LONGEST: usize = 120;
    let named = words.starts_with("附件") || words.starts_with("附：");
    if words.len() > LONGEST * 3 || words.starts_with("http") {
        return false;
    }
    named
        || words
            .rsplit_once('.')
            .is_some_and(|(_, ending)| ending.len() <= 4 && ending.is_ascii())
            && FILES
                .iter()
                .any(|file| words.to_ascii_lowercase().ends_with(file))
}

/// The stretch of the greatest sum, without lines of no weight at its ends.
fn heaviest(weights: &[i64]) -> Range<usize> {
    let (mut best, mut best_sum) = (0..0, 0);
    let (mut start, mut sum) = (0, 0i64);
    for (line, &weight) in weights.iter().enumerate() {
        if sum <= 0 {
            (start, sum) = (line, 0);
        }
        sum += weight;
        if sum > best_sum {
            (best, best_sum) = (start..line + 1, sum);
        }
    }
    best
}

/// Finds the line that the page shows as its title, and the document's own lines between
/// it and the text.
fn find_title(
    article: &mut Article,
    lines: &[&str],
    hints: &[Hint],
    titles: &[&str],
) {
    /// Lines of the content among which its own title stands.
    const HEAD: usize = 12;
    /// Lines above the content among which the page's title stands.
    const DISTANCE: usize = 60;
    let content = article.content.clone();
    let head: Vec<String> = lines[content.clone()]
        .iter()
        .filter(|words| !words.is_empty())
        .take(HEAD)
        .map(|words| bare(words))
        .collect();
    let above = (content.start.saturating_sub(DISTANCE)..content.start)
        .rev()
        .filter(|&line| can_be_title(lines[line], hints[line]));
    let rank = |line: &usize| {
        let words = bare(lines[*line]);
        let named = titles.iter().any(|title| {
            let title = bare(title);
            title == words || title.starts_with(&words) && words.chars().count() >= 8
        });
        match (named, hints[*line].heading, title::genre_of(lines[*line])) {
            (true, ..) => 3,
            (_, 1..=4, Some(_)) => 2,
            (_, 0, Some(_)) => 1,
            _ => 0,
        }
    };
    // The nearest of the surest: `max_by_key` takes the last of equals, so from the top.
    let found = above
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .filter(|line| rank(line) > 0)
        .max_by_key(rank);
    let Some(found) = found else { return };
    let words = bare(lines[found]);
    article.title = Some(found);
    if stands_in(&words, &head) {
        return;
    }
    article.outside.push(found);
    let between = (found + 1..content.start).filter(|&line| {
        let words = lines[line];
        let is_number = words.chars().count() <= 40
            && !metadata::is_fields(words)
            && !find_document_numbers(words).is_empty();
        hints[line].links < LINK_LINE
            && (is_number || is_note(words) || words.starts_with("——"))
    });
    article.outside.extend(between);
}

/// Whether a title stands among lines, on one or broken over several.
fn stands_in(title: &str, lines: &[String]) -> bool {
    /// Lines of a title at the most.
    const MOST: usize = 5;
    (0..lines.len()).any(|first| {
        let mut rest = title;
        lines[first..].iter().take(MOST).any(|line| {
            rest = rest.strip_prefix(line.as_str()).unwrap_or("\n");
            rest.is_empty()
        })
    })
}

/// Whether a line can be a title by its shape.
fn can_be_title(words: &str, hint: Hint) -> bool {
    /// Characters of a title.
    const LENGTH: Range<usize> = 6..120;
    hint.links < LINK_LINE
        && hint.table == 0
        && !hint.site
        && LENGTH.contains(&words.chars().count())
        && !words.contains(['。', '；'])
        && !shape::is_breadcrumb(words)
        && !shape::is_controls(words)
        && !metadata::is_fields(words)
}

/// A title's characters alone, without a mark of reprinting before it.
fn bare(words: &str) -> String {
    const REPRINTED: [&str; 4] = ["（转载）", "(转载)", "【转载】", "[转载]"];
    let words = REPRINTED
        .iter()
        .find_map(|mark| words.strip_prefix(mark))
        .unwrap_or(words);
    title::folded(words)
}

/// Whether one line is another one's title again, reprinted or not.
pub(super) fn same_title(one: &str, other: &str) -> bool {
    let (one, other) = (bare(one), bare(other));
    one == other && one.chars().count() >= 6
}

/// Adds the attachments that stand below the text, before anything of the site's.
fn attachments(article: &mut Article, lines: &[&str], hints: &[Hint]) {
    /// Lines of other things that may stand between the text and its attachments.
    const DISTANCE: usize = 4;
    let mut distance = 0;
    for line in article.content.end..lines.len() {
        let words = lines[line];
        if words.is_empty() {
            continue;
        }
        if is_attachment(words) && !hints[line].site {
            article.outside.push(line);
            distance = 0;
        } else {
            distance += 1;
        }
        if distance > DISTANCE {
            break;
        }
    }
}
