//! Web pages: which lines are the document, which ones surround it.
//!
//! Each line weighs by its shape: running text, labels, dates and numbers of documents for
//! it, links, controls and metadata against it; the marks of the page's own content system
//! weigh most. The document is the stretch of lines of the greatest sum.

use std::ops::Range;

use super::{Judgement, metadata, shape};
use crate::grammar::doc_number::find_document_numbers;
use crate::grammar::title;
use crate::lexicon::site;
use crate::outline::{is_date_line, is_signer, opens_with_label};
use crate::read::Hint;

/// Where a page's document stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Article {
    /// The lines of its text.
    pub(super) content: Range<usize>,
    /// Lines outside that are its own, in order: title, number, attachments.
    pub(super) outside: Vec<usize>,
    /// The one of them, or of the content, that the page shows as its title.
    pub(super) title: Option<usize>,
    /// Whether the page names it so in its head.
    is_named: bool,
}

impl Article {
    pub(super) fn holds(&self, line: usize) -> bool {
        self.content.contains(&line) || self.outside.binary_search(&line).is_ok()
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

/// What a line weighs that only sites write: controls, metadata, their footers.
const SITE_LINE: i64 = -20;

/// What a short line weighs whose shape says nothing.
const PLAIN: i64 = -4;

/// Characters that count of one line, so that one long disclaimer outweighs no document.
const MOST_CHARACTERS: usize = 300;

/// Finds the document of a page. `titles` are what the page says its title is.
pub(super) fn find(lines: &[&str], hints: &[Hint], titles: &[&str]) -> Article {
    let shapes: Vec<i64> = lines
        .iter()
        .zip(hints)
        .map(|(words, &hint)| weight(words, hint))
        .collect();
    let trust = Trust::of(&shapes, hints);
    let weights: Vec<i64> = shapes
        .iter()
        .zip(hints)
        .map(|(&weight, &hint)| trust.weight(weight, hint))
        .collect();
    let page = Lines {
        lines,
        hints,
        shapes: &shapes,
        trust,
    };
    let mut article = Article {
        content: heaviest(&weights),
        ..Article::default()
    };
    page.find_title(&mut article, titles);
    page.extend_up(&mut article);
    page.extend_down(&mut article);
    page.add_attachments(&mut article);
    article
}

/// Which marks of a page are believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Trust {
    /// Those for the text alone.
    Content,
    /// Those for what holds the text.
    Wrapper,
    None,
}

impl Trust {
    /// Marks are believed when enough of the page's text stands inside them.
    fn of(shapes: &[i64], hints: &[Hint]) -> Self {
        let sum = |of: &dyn Fn(&Hint) -> bool| -> i64 {
            shapes
                .iter()
                .zip(hints)
                .filter(|(weight, hint)| **weight > 0 && of(hint))
                .map(|(weight, _)| weight)
                .sum()
        };
        let all = sum(&|_| true);
        let enough = |marked: i64| marked > 0 && marked * 100 >= all * MARKED_SHARE;
        if enough(sum(&|hint| hint.content)) {
            Self::Content
        } else if enough(sum(&|hint| hint.content || hint.wrapper)) {
            Self::Wrapper
        } else {
            Self::None
        }
    }

    /// Whether a line stands inside the marks.
    fn is_inside(self, hint: Hint) -> bool {
        match self {
            Self::Content => hint.content,
            Self::Wrapper => hint.content || hint.wrapper,
            Self::None => true,
        }
    }

    fn weight(self, weight: i64, hint: Hint) -> i64 {
        match self {
            _ if weight == 0 => 0,
            _ if !self.is_inside(hint) => weight.min(0) - UNMARKED,
            Self::Content => weight.max(1),
            Self::Wrapper | Self::None => weight,
        }
    }
}

/// Takes off every line that is not the document's, each by what it is.
pub(super) fn strip(judgement: &mut Judgement<'_>, hints: &[Hint], article: &Article) {
    for (line, hint) in hints.iter().enumerate() {
        let words = judgement.lines[line];
        if words.is_empty() || !judgement.is_kept(line) || article.holds(line) {
            continue;
        }
        let rule = if article.title == Some(line) {
            "strip/duplicate-title"
        } else if shape::is_breadcrumb(words) {
            "strip/breadcrumb"
        } else if shape::is_controls(words) || !words.contains(char::is_alphanumeric) {
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
        || is_host(words)
    {
        SITE_LINE
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
    } else if is_item(words) || count <= 60 && !find_document_numbers(words).is_empty() {
        OWN_LINE
    } else if characters > 20 && words.contains(['，', '、', '：']) {
        characters / 3
    } else if words.contains(['：', '\u{3000}', '\t']) {
        PLAIN / 2
    } else {
        PLAIN
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

/// `2．住房租赁补贴标准`: an item of a list, or the name of one of several attachments.
fn is_item(words: &str) -> bool {
    let label = words
        .trim_start_matches(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
    label.len() < words.len() && label.starts_with(['.', '．', '、'])
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

/// Rank of a line that the page's head names as its title.
const NAMED: u8 = 3;

/// Characters of one line of a title that is broken over several.
const TITLE_LINE: usize = 60;

/// The lines of a page under judgement.
#[derive(Debug, Clone, Copy)]
struct Lines<'p> {
    lines: &'p [&'p str],
    hints: &'p [Hint],
    /// What the shape of each line weighs.
    shapes: &'p [i64],
    trust: Trust,
}

impl Lines<'_> {
    /// Whether a line has words and nothing of a site's.
    fn is_plain(&self, line: usize) -> bool {
        !self.lines[line].is_empty()
            && self.shapes[line] >= PLAIN
            && !self.hints[line].site
            && !is_host(self.lines[line])
            && !site::closes_page(self.lines[line])
    }

    /// Finds the line that the page shows as its title, and the document's own lines
    /// between it and the text.
    fn find_title(&self, article: &mut Article, titles: &[&str]) {
        /// Lines of the content among which its own title stands.
        const HEAD: usize = 12;
        /// Lines above the content among which the page's title stands.
        const DISTANCE: usize = 60;
        let content = article.content.clone();
        let titles: Vec<String> = titles.iter().map(|title| bare(title)).collect();
        let above = content.start.saturating_sub(DISTANCE)..content.start;
        // The nearest of the surest: the last one of equals is taken.
        let found = above
            .map(|line| (self.title_rank(line, &titles), line))
            .filter(|&(rank, _)| rank > 0)
            .max();
        let Some((rank, found)) = found else { return };
        article.title = Some(found);
        article.is_named = rank == NAMED;
        let head: Vec<String> = self.lines[content.clone()]
            .iter()
            .filter(|words| !words.is_empty())
            .take(HEAD)
            .map(|words| bare(words))
            .collect();
        if stands_in(&bare(self.lines[found]), &head) {
            return;
        }
        article.outside.extend(self.title_above(found, &titles));
        article.outside.push(found);
        let between = (found + 1..content.start).filter(|&line| {
            let words = self.lines[line];
            let is_number = words.chars().count() <= 40
                && !metadata::is_fields(words)
                && !find_document_numbers(words).is_empty();
            self.hints[line].links < LINK_LINE
                && (is_number || is_note(words) || words.starts_with("——"))
        });
        article.outside.extend(between);
    }

    /// The lines above a title's last one that it begins with: those with which it is what the
    /// page says its title is, or that one heading holds with it.
    fn title_above(&self, last: usize, titles: &[String]) -> Vec<usize> {
        /// Lines of a title above its last one, and blank ones between two, at the most.
        const MOST: usize = 3;
        const BLANK: usize = 2;
        let mut title = bare(self.lines[last]);
        let mut first = last;
        let mut above = Vec::new();
        while above.len() < MOST {
            let near = first.saturating_sub(BLANK + 1)..first;
            let next = { near }.rev().find(|&line| !self.lines[line].is_empty());
            let Some(next) = next.filter(|&next| self.is_plain(next)) else {
                break;
            };
            let whole = bare(self.lines[next]) + &title;
            let heading = self.hints[next].heading;
            let named = titles.iter().any(|title| title.contains(&whole));
            let held = (1..=4).contains(&heading) && heading == self.hints[last].heading;
            if !(named || held && titles.is_empty()) {
                break;
            }
            (title, first) = (whole, next);
            above.insert(0, next);
        }
        above
    }

    /// How surely a line is the page's title, from [`NAMED`] down to 0 for not at all.
    fn title_rank(&self, line: usize, titles: &[String]) -> u8 {
        /// Characters from which on the beginning of the browser's title is this one's.
        const ENOUGH: usize = 8;
        let (words, hint) = (self.lines[line], self.hints[line]);
        if !can_be_title(words, hint) {
            return 0;
        }
        let folded = bare(words);
        let named = titles.iter().any(|title| {
            *title == folded
                || title.contains(&folded) && folded.chars().count() >= ENOUGH
        });
        let heads = (1..=4).contains(&hint.heading);
        match (named, heads, has_genre(words)) {
            (true, ..) => NAMED,
            (_, true, true) => 2,
            (_, _, true) => 1,
            _ => 0,
        }
    }

    /// Adds the lines right above the text up to its title, or the first lines of a title
    /// that is broken over several.
    fn extend_up(&self, article: &mut Article) {
        let start = article.content.start;
        let top = (0..start)
            .rev()
            .take_while(|&line| self.may_extend(line))
            .last()
            .unwrap_or(start);
        let title = article.title.filter(|&title| title >= top);
        let first = title.unwrap_or(start);
        if !article.is_named && self.ends_title(first, &article.content) {
            article.content.start = self.title_start(first, top);
        } else if title.is_some() {
            article.content.start = first;
        } else {
            // `各幼儿园：` is too short to weigh much.
            let above = (top..start)
                .rev()
                .find(|&line| !self.lines[line].is_empty());
            article.content.start = above
                .filter(|&line| self.lines[line].ends_with('：'))
                .unwrap_or(start);
        }
        if self.begins_page(top, article.content.start) {
            article.content.start = top;
        }
        self.add_issuers(article);
    }

    /// Adds the lines above a title that name, one each, the bodies that issue the document
    /// together: a title that begins with 关于 goes on from them.
    fn add_issuers(&self, article: &mut Article) {
        /// Lines above a title, blank ones among them, at the most.
        const MOST: usize = 40;
        let blank = |lines: Range<usize>| self.lines[lines].iter().all(|l| l.is_empty());
        let start = article.content.start;
        let first = article.outside.iter().rev().fold(start, |first, &line| {
            let adjoins = line < first && blank(line + 1..first);
            if adjoins { line } else { first }
        });
        // The title may be known from one of its issuers on.
        let opens = (first..self.lines.len())
            .filter(|&line| !self.lines[line].is_empty())
            .take(MOST)
            .find(|&line| !is_issuer(self.lines[line]))
            .filter(|&line| self.lines[line].starts_with("关于"));
        if !opens.is_some_and(|line| self.trust.is_inside(self.hints[line])) {
            return;
        }
        let issuers: Vec<usize> = (first.saturating_sub(MOST)..first)
            .rev()
            .take_while(|&line| self.may_extend(line))
            .filter(|&line| !self.lines[line].is_empty())
            .take_while(|&line| is_issuer(self.lines[line]))
            .collect();
        // Where no marks say so, one name alone may be the site's.
        let least = if self.trust == Trust::None { 2 } else { 1 };
        if let Some(&issuer) = issuers.last().filter(|_| issuers.len() >= least) {
            article.content.start = issuer;
        }
    }

    /// Whether nothing but the few lines from `top` to `start` stands above a text: a page
    /// that begins so is a document's own, without anything of a site's.
    fn begins_page(&self, top: usize, start: usize) -> bool {
        /// Lines above the text at the most.
        const MOST: usize = 6;
        let words = |lines: Range<usize>| {
            self.lines[lines]
                .iter()
                .filter(|words| !words.is_empty())
                .count()
        };
        let labelled = |line: usize| site::metadata_field(self.lines[line]).is_some();
        words(0..top) == 0 && words(top..start) <= MOST && !(top..start).any(labelled)
    }

    /// Whether a line next to the text may belong to it: one of the marks' inside, without
    /// anything of a site's.
    fn may_extend(&self, line: usize) -> bool {
        self.lines[line].is_empty()
            || self.is_plain(line) && self.trust.is_inside(self.hints[line])
    }

    /// Whether a line above the text, or its first one, can be the last one of a title.
    fn ends_title(&self, line: usize, content: &Range<usize>) -> bool {
        line < content.end
            && self.lines[line].chars().count() <= TITLE_LINE
            && has_genre(self.lines[line])
    }

    /// The first line of the title that ends on line `last`, not above line `top`.
    fn title_start(&self, last: usize, top: usize) -> usize {
        /// Lines of a title above its last one.
        const MOST: usize = 3;
        (top..last)
            .rev()
            .filter(|&line| !self.lines[line].is_empty())
            .take_while(|&line| self.lines[line].chars().count() <= TITLE_LINE)
            .take(MOST)
            .last()
            .unwrap_or(last)
    }

    /// Adds the lines right below the text that have nothing of a site's: lists of names,
    /// contacts. Marks for the text alone leave nothing to add.
    fn extend_down(&self, article: &mut Article) {
        /// Characters of a heading over a site's list.
        const HEADING: usize = 8;
        if self.trust == Trust::Content || article.content.is_empty() {
            return;
        }
        let end = article.content.end;
        let mut last = end;
        let mut line = end;
        let goes_on =
            |line: usize| self.may_extend(line) && !says_publisher(self.lines[line]);
        while line < self.lines.len() && goes_on(line) {
            line += 1;
            if !self.lines[line - 1].is_empty() {
                last = line;
            }
        }
        let before_links = line < self.lines.len() && self.hints[line].links >= LINK_LINE;
        if before_links && last > end && self.lines[last - 1].chars().count() <= HEADING {
            last -= 1;
        }
        article.content.end = last;
    }

    /// Adds the attachments that stand below the text, before anything of the site's.
    fn add_attachments(&self, article: &mut Article) {
        /// Lines of other things that may stand between the text and its attachments.
        const DISTANCE: usize = 4;
        let mut distance = 0;
        for line in article.content.end..self.lines.len() {
            let words = self.lines[line];
            if words.is_empty() {
                continue;
            }
            if is_attachment(words) && !self.hints[line].site {
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
}

/// Whether a line is the name of a body that issues documents, spaced or not:
/// `重 庆 市 公 安 局`.
fn is_issuer(words: &str) -> bool {
    /// Bytes of a name at the most, blanks included.
    const LONGEST: usize = 160;
    words.len() <= LONGEST
        && !words.contains(['，', '、', '：', ':', '。', '《'])
        && is_signer(&closed(words))
        && !has_genre(words)
}

/// Whether a line says who put the page up: `某市发展和改革委员会发布`.
fn says_publisher(words: &str) -> bool {
    words.strip_suffix("发布").is_some_and(is_issuer)
}

/// Whether a line says who keeps the site: `主办：某市人民政府`.
fn is_host(words: &str) -> bool {
    ["主办", "承办", "版权"]
        .iter()
        .any(|word| words.starts_with(word))
}

/// Whether words end in a genre's word, spaced or not: `几 个 问 题 的 通 知`.
fn has_genre(words: &str) -> bool {
    title::genre_of(&closed(words)).is_some()
}

/// Words without white space.
fn closed(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
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

#[cfg(test)]
mod tests;
