//! Stage 3: [`Text`] → [`Page`], the document alone, what the site says of it, and what
//! was taken away.

mod flat;
mod lead;
mod markdown;
mod metadata;
mod page;
mod shape;
mod spam;

pub(crate) use flat::FLAT;
use std::ops::Range;

use crate::document::{Media, Removed};
use crate::grammar::addressee::is_list;
use crate::grammar::title::genre_of;
use crate::lexicon::site;
use crate::normalize::Text;
use crate::outline::opens_with_label;
use crate::read::{Hint, Source, Table};
use crate::span::{SourceSpan, Span};
use crate::text::{OffsetMap, Rewriter, lines};

pub(crate) use metadata::SiteField;

/// A document without its site.
#[derive(Debug)]
pub(crate) struct Page {
    /// The document's text: [`Document::text`](crate::Document::text).
    pub(crate) text: String,
    /// From `text` back to the decoded source.
    pub(crate) map: OffsetMap,
    pub(crate) lines: Vec<Line>,
    /// What the site says of the document, in order.
    pub(crate) site: Vec<SiteField>,
    pub(crate) removed: Vec<Removed>,
    /// The tables of a web page in order; ranges are in `text`.
    #[allow(dead_code, reason = "for the reading of duty tables")]
    pub(crate) tables: Vec<Table>,
}

/// A line of a page; the span leaves out white space at its ends.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    pub(crate) span: Span,
    pub(crate) hint: Hint,
}

impl Page {
    /// The words of a line.
    pub(crate) fn line(&self, index: usize) -> &str {
        self.lines
            .get(index)
            .map_or("", |line| &self.text[line.span.range()])
    }
}

/// What becomes of a line of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Verdict {
    Keep,
    /// Goes whole, by this rule.
    Remove(&'static str),
    /// Loses these stretches of its trimmed words, each by its rule.
    Cut(Vec<(Range<usize>, &'static str)>),
}

/// Lines under judgement.
struct Judgement<'t> {
    /// Trimmed words of each line.
    lines: Vec<&'t str>,
    verdicts: Vec<Verdict>,
    site: Vec<SiteField>,
}

impl Judgement<'_> {
    fn remove(&mut self, line: usize, rule: &'static str) {
        self.verdicts[line] = Verdict::Remove(rule);
    }

    fn is_kept(&self, line: usize) -> bool {
        !matches!(self.verdicts[line], Verdict::Remove(_))
    }
}

/// Separates the document from its site.
pub(crate) fn strip(text: &Text<'_>, source: &Source) -> Page {
    let lines: Vec<&str> = lines(&text.text)
        .map(|line| text.text[line].trim())
        .collect();
    let verdicts = vec![Verdict::Keep; lines.len()];
    let mut judgement = Judgement {
        lines,
        verdicts,
        site: Vec::new(),
    };
    match source.media {
        Media::Html => web_page(&mut judgement, text, source),
        _ => plain_text(&mut judgement),
    }
    spam::everywhere(&mut judgement, &text.text);
    metadata::meta_tags(&mut judgement.site, &source.metadata);
    cut(text, source, judgement)
}

fn plain_text(judgement: &mut Judgement<'_>) {
    let whole = 0..judgement.lines.len();
    metadata::front_matter(judgement);
    portal_notes(judgement);
    lead::remove(judgement);
    repeated_paragraph(judgement);
    let body = body(judgement, whole.clone());
    tail(judgement, body.start, whole.end);
    chrome(judgement, &body);
    beside_footer(judgement, body.end.min(whole.end)..whole.end);
    metadata::fields(judgement, &body, None);
    metadata::bare_fields(judgement, body.start, None);
    metadata::bare_values(judgement, body.start);
    markdown::bold_fields(judgement, body.start);
    markdown::file_links(judgement, &body);
    menu(judgement, body.start);
    rules(judgement, body.start);
    duplicate_title(judgement, body.start);
    metadata::headline(judgement, body.start);
}

fn web_page(judgement: &mut Judgement<'_>, text: &Text<'_>, source: &Source) {
    let hints = line_hints(text);
    let titles: Vec<&str> = source
        .metadata
        .iter()
        .filter(|(name, _)| name == "ArticleTitle" || name == "Title")
        .map(|(_, title)| title.as_str())
        .collect();
    let article = page::find(&judgement.lines, &hints, &titles);
    if article.content.is_empty() {
        // A page of links, or too short to have a shape: only what is surely a site's goes.
        return plain_text(judgement);
    }
    let body = body(judgement, article.content.clone());
    tail(judgement, body.start, article.content.end);
    metadata::fields(judgement, &body, Some(&article));
    metadata::bare_fields(judgement, body.start, Some(&article));
    page::strip(judgement, &hints, &article);
    lead::remove(judgement);
    chrome(judgement, &body);
    repeated_title(judgement, body.start);
    named_title(judgement, &titles);
}

/// Notes the first line that stays as the page's title where the page's head begins with it:
/// `…发展目标明确 - 某网` names the title of news, which end in no genre's word.
fn named_title(judgement: &mut Judgement<'_>, titles: &[&str]) {
    /// Characters of a title.
    const LENGTH: std::ops::RangeInclusive<usize> = 8..=60;
    let first = (0..judgement.lines.len())
        .find(|&line| judgement.is_kept(line) && !judgement.lines[line].is_empty());
    let Some(words) = first.map(|line| judgement.lines[line]) else {
        return;
    };
    let is_named = titles.iter().any(|title| {
        let rest = title.trim_start().strip_prefix(words).map(str::trim_start);
        rest.is_some_and(|rest| {
            rest.is_empty() || rest.starts_with(['-', '_', '|', '—', '－'])
        })
    });
    if is_named && LENGTH.contains(&words.chars().count()) {
        judgement.site.push(SiteField {
            field: "site_title",
            value: words.to_owned(),
        });
    }
}

/// The hint of each line of the text.
fn line_hints(text: &Text<'_>) -> Vec<Hint> {
    let mut known = text.lines.iter().peekable();
    let mut hint = Hint::default();
    lines(&text.text)
        .map(|line| {
            while let Some((_, next)) = known.next_if(|(at, _)| *at <= line.start) {
                hint = *next;
            }
            hint
        })
        .collect()
}

/// The first lines above the text that are kept and have words.
fn masthead(judgement: &Judgement<'_>, body_start: usize) -> Vec<usize> {
    (0..body_start.min(judgement.lines.len()))
        .filter(|&line| judgement.is_kept(line) && !judgement.lines[line].is_empty())
        .take(MASTHEAD)
        .collect()
}

/// Takes off the page's own heading over a title that stands below it again.
fn repeated_title(judgement: &mut Judgement<'_>, body_start: usize) {
    let kept = masthead(judgement, body_start);
    for (index, &line) in kept.iter().enumerate() {
        let words = judgement.lines[line];
        let again = kept[index + 1..]
            .iter()
            .any(|&below| page::same_title(words, judgement.lines[below]));
        if again {
            judgement.remove(line, "strip/duplicate-title");
        }
    }
}

/// Lines that may stand above a document's text.
const MASTHEAD: usize = 30;

/// The lines, within some, from the first to the last one that can only be the document's:
/// numbered items and paragraphs.
fn body(judgement: &Judgement<'_>, within: Range<usize>) -> Range<usize> {
    let is_body = |&line: &usize| {
        let words = judgement.lines[line];
        (opens_with_label(words) || shape::is_paragraph(words)) && judgement.is_kept(line)
    };
    let start = within.clone().find(is_body).unwrap_or(within.end);
    let end = within
        .clone()
        .rfind(is_body)
        .map_or(within.end, |last| last + 1);
    start..end
}

/// Takes off what a portal or a library of texts says to its readers: who compiled the page,
/// how much of it is shown.
fn portal_notes(judgement: &mut Judgement<'_>) {
    for line in 0..judgement.lines.len() {
        let words = judgement.lines[line];
        if shape::is_portal_note(words) {
            judgement.remove(line, "strip/portal-note");
        } else if shape::announces_text(words) {
            judgement.remove(line, "strip/controls");
        } else if shape::is_comment(words) {
            judgement.remove(line, "strip/comment");
        } else if shape::is_links(words) {
            judgement.remove(line, "strip/link-list");
        }
    }
}

/// Takes off the menu that a page begins with: a bulleted list of a few words each above
/// the document's title.
fn menu(judgement: &mut Judgement<'_>, body_start: usize) {
    /// Entries of a menu at the least.
    const LEAST: usize = 4;
    let list: Vec<usize> = (0..body_start.min(judgement.lines.len()))
        .filter(|&line| !judgement.lines[line].is_empty() && judgement.is_kept(line))
        .take_while(|&line| shape::is_menu_entry(judgement.lines[line]))
        .collect();
    let below = list.last().map_or(0, |last| last + 1);
    let has_document = judgement.lines[below..]
        .iter()
        .any(|words| !words.is_empty());
    if list.len() >= LEAST && has_document {
        for line in list {
            judgement.remove(line, "strip/navigation");
        }
    }
}

/// Takes off the rules of a page's table above the first words that stay and below the last:
/// lines of nothing but `|` and `-`.
fn rules(judgement: &mut Judgement<'_>, body_start: usize) {
    let kept: Vec<usize> = (0..judgement.lines.len())
        .filter(|&line| !judgement.lines[line].is_empty() && judgement.is_kept(line))
        .collect();
    let is_rule = |line: &&usize| shape::is_rule(judgement.lines[**line]);
    let above = kept.iter().take_while(is_rule).count();
    let below = kept[above..].iter().rev().take_while(is_rule).count();
    // Above the text a table of rules alone has lost its rows, or never had any.
    let has_bar = |line: usize| judgement.lines[line].contains('|');
    let tables = kept.chunk_by(|&line, &next| has_bar(line) && has_bar(next));
    let bare = tables.filter(|table| {
        table
            .iter()
            .all(|line| is_rule(&line) && *line < body_start)
            && table
                .iter()
                .any(|&line| judgement.lines[line].contains("--"))
    });
    let bare: Vec<usize> = bare.flatten().copied().collect();
    let ends = kept[..above].iter().chain(&kept[kept.len() - below..]);
    for &line in ends.chain(&bare) {
        judgement.remove(line, "strip/controls");
    }
}

/// Takes off what follows a line that closes the page, unless numbered items follow.
fn tail(judgement: &mut Judgement<'_>, body_start: usize, end: usize) {
    let closing = (body_start..end)
        .rev()
        .take_while(|&line| !opens_with_label(judgement.lines[line]))
        .filter(|&line| site::closes_page(judgement.lines[line]))
        .last();
    for line in closing.unwrap_or(end)..end {
        if !judgement.lines[line].is_empty() {
            judgement.remove(line, "strip/page-tail");
        }
    }
}

/// Takes off the lines right above and below a site's imprint that belong to it.
fn beside_footer(judgement: &mut Judgement<'_>, below: Range<usize>) {
    let is_footer =
        |line: &usize| judgement.verdicts[*line] == Verdict::Remove("strip/site-footer");
    let words: Vec<usize> = below
        .filter(|&line| !judgement.lines[line].is_empty())
        .collect();
    let (Some(first), Some(last)) = (
        words.iter().position(is_footer),
        words.iter().rposition(is_footer),
    ) else {
        return;
    };
    let belongs = |line: &&usize| shape::is_beside_footer(judgement.lines[**line]);
    let above = words[..first].iter().rev().take_while(belongs);
    let below = words[last + 1..].iter().take_while(belongs);
    let beside: Vec<usize> = above.chain(below).copied().collect();
    for line in beside {
        judgement.remove(line, "strip/site-footer");
    }
}

/// Takes off breadcrumbs, controls and web addresses that stand on lines of their own.
fn chrome(judgement: &mut Judgement<'_>, body: &Range<usize>) {
    for line in 0..judgement.lines.len() {
        let words = judgement.lines[line];
        if words.is_empty() || !judgement.is_kept(line) {
            continue;
        }
        let outside = !body.contains(&line);
        if shape::is_web_address(words) {
            judgement.remove(line, "strip/web-address");
        } else if outside && shape::is_linked_entry(words) {
            judgement.remove(line, "strip/navigation");
        } else if outside && shape::is_breadcrumb(words) {
            judgement.remove(line, "strip/breadcrumb");
        } else if line < body.start
            && (shape::shows_today(words) || shape::is_keyword_title(words))
        {
            judgement.remove(line, "strip/site-name");
        } else if outside && shape::is_control_line(words)
            || line < body.start && shape::is_trimming(words)
        {
            judgement.remove(line, "strip/controls");
        } else if outside && shape::is_site_footer(words) {
            judgement.remove(line, "strip/site-footer");
        } else if line < body.start && shape::is_site_name(words) {
            judgement.remove(line, "strip/site-name");
        } else if line < body.start
            && let Some(controls) = shape::controls_before_title(words)
        {
            let cut = (0..controls, "strip/controls");
            judgement.verdicts[line] = Verdict::Cut(vec![cut]);
        } else if line < body.start
            && let Some(title) = shape::page_title(words)
        {
            cut_page_title(judgement, line, title, body.start);
        } else if line < body.start
            && let Some(title) = metadata::dated_title(words, &mut judgement.site)
        {
            let cut = (title..words.len(), "strip/metadata");
            judgement.verdicts[line] = Verdict::Cut(vec![cut]);
        }
    }
}

/// Takes the site's name off a page's title, or all of it where the document's own title
/// stands below.
fn cut_page_title(
    judgement: &mut Judgement<'_>,
    line: usize,
    title: Range<usize>,
    body_start: usize,
) {
    let words = judgement.lines[line];
    let below: Vec<&str> = judgement.lines[line + 1..body_start]
        .iter()
        .filter(|words| !words.is_empty())
        .take(MASTHEAD)
        .copied()
        .collect();
    let again =
        (0..below.len()).any(|from| shape::heads(&words[title.clone()], &below[from..]));
    if again {
        judgement.remove(line, "strip/duplicate-title");
    } else {
        let cut = (title.end..words.len(), "strip/site-name");
        judgement.verdicts[line] = Verdict::Cut(vec![cut]);
    }
}

/// Takes off the page's own heading over the document's title: the first of two equal lines
/// in a row above the text, or a line above the site's fields that comes again below them.
fn duplicate_title(judgement: &mut Judgement<'_>, body_start: usize) {
    let head = 0..body_start.min(judgement.lines.len());
    let is_field =
        |line: &usize| judgement.verdicts[*line] == Verdict::Remove("strip/metadata");
    if let Some(fields) = head.clone().rev().find(is_field) {
        let below: Vec<&str> = (fields..head.end)
            .filter(|&line| judgement.is_kept(line))
            .map(|line| judgement.lines[line])
            .filter(|words| !words.is_empty())
            .take(MASTHEAD)
            .collect();
        // What stands below the addressees is what the document carries: the page's heading
        // goes by it when the document has a title of its own.
        let own = below
            .iter()
            .position(|words| words.ends_with(['：', ':']) && is_list(words));
        let below = match own {
            Some(own) if below[..own].iter().all(|words| genre_of(words).is_none()) => {
                &below[..own]
            }
            _ => &below[..],
        };
        for line in head.start..fields {
            let words = judgement.lines[line];
            let again = judgement.is_kept(line)
                && (0..below.len()).any(|from| shape::heads(words, &below[from..]));
            if again {
                judgement.remove(line, "strip/duplicate-title");
            }
        }
    }
    dressed_titles(judgement, body_start);
    let mut last: Option<usize> = None;
    for line in head {
        let words = judgement.lines[line];
        if words.is_empty() || !judgement.is_kept(line) {
            continue;
        }
        if let Some(before) = last
            && shape::same_title(judgement.lines[before], words)
        {
            judgement.remove(before, "strip/duplicate-title");
        }
        last = Some(line);
    }
}

/// Takes off lines that hold the title next to them and the names of a site and its columns
/// before it, or what a library of documents puts behind it:
/// `某市人民政府 政策文件 某市人民政府关于…的通知`, `某市人民政府关于…的通知.doc`; or its number:
/// `某政发〔2020〕1号《某市人民政府关于…的通知》`.
fn dressed_titles(judgement: &mut Judgement<'_>, body_start: usize) {
    /// Lines between the two at the most, and characters of a title at the least.
    const DISTANCE: usize = 4;
    const LEAST: usize = 10;
    let kept = masthead(judgement, body_start);
    let lines: Vec<&str> = kept.iter().map(|&line| judgement.lines[line]).collect();
    let is_below = |title: &str, index: usize| {
        let below = lines.get(index + 1..).unwrap_or_default();
        (0..below.len().min(DISTANCE)).any(|from| shape::heads(title, &below[from..]))
    };
    for (index, &line) in kept.iter().enumerate() {
        let words = judgement.lines[line];
        let near = index.saturating_sub(DISTANCE)..(index + 1 + DISTANCE).min(kept.len());
        let again = kept[near].iter().any(|&other| {
            let title = judgement.lines[other];
            let column = words.strip_suffix(title).filter(|_| other > line);
            let tail = words.strip_prefix(title);
            genre_of(title).is_some()
                && title.chars().nth(LEAST).is_some()
                && (column.is_some_and(|column| {
                    column.ends_with([' ', '\u{3000}', '_', '|', '：', '>', '】'])
                }) || tail.is_some_and(shape::is_library_tail))
        });
        if again
            || shape::quoted_title(words).is_some_and(|title| is_below(&title, index))
        {
            judgement.remove(line, "strip/duplicate-title");
        }
    }
}

/// Takes off the abstract that a site prints above a document: its first paragraph, where the
/// next one is the same word for word.
fn repeated_paragraph(judgement: &mut Judgement<'_>) {
    let mut paragraphs = (0..judgement.lines.len())
        .filter(|&line| judgement.is_kept(line))
        .take_while(|&line| !opens_with_label(judgement.lines[line]))
        .filter(|&line| shape::is_paragraph(judgement.lines[line]))
        .peekable();
    let mut repeated = Vec::new();
    while let Some(line) = paragraphs.next() {
        let next = paragraphs.peek();
        if next.is_none_or(|&next| judgement.lines[next] != judgement.lines[line]) {
            break;
        }
        repeated.push(line);
    }
    for line in repeated {
        judgement.remove(line, "strip/duplicate-text");
    }
}

/// Carries the verdicts out.
fn cut(text: &Text<'_>, source: &Source, judgement: Judgement<'_>) -> Page {
    let mut rewriter = Rewriter::new(&text.text);
    let mut removed = Vec::new();
    let mut note = |range: Range<usize>, rule: &str| {
        let words = &text.text[range.clone()];
        let start = range.start + (words.len() - words.trim_start().len());
        let range = start..start + words.trim().len();
        let origin = text.map.source(range.clone());
        removed.push(Removed {
            text: text.text[range].to_owned(),
            rule: rule.to_owned(),
            source_span: SourceSpan::new(origin.start, origin.end),
        });
    };
    for (line, verdict) in lines(&text.text).zip(&judgement.verdicts) {
        match verdict {
            Verdict::Keep => {}
            Verdict::Remove(rule) => {
                let next = (line.end + 1).min(text.text.len());
                note(line.clone(), rule);
                rewriter.remove(line.start..next);
            }
            Verdict::Cut(stretches) => {
                let words = &text.text[line.clone()];
                let indent = line.end - words.trim_start().len();
                for (stretch, rule) in stretches {
                    let stretch = indent + stretch.start..indent + stretch.end;
                    note(stretch.clone(), rule);
                    rewriter.remove(stretch);
                }
            }
        }
    }
    let (page, map) = rewriter.finish();
    let page = page.into_owned();
    let lines = page_lines(&page, &map, text, source);
    let map = text.map.clone().then(&map);
    Page {
        lines,
        tables: tables(source, &map),
        map,
        text: page,
        site: judgement.site,
        removed,
    }
}

/// The tables of which something is left, at their places in the page's text.
fn tables(source: &Source, map: &OffsetMap) -> Vec<Table> {
    source
        .tables
        .iter()
        .map(|table| table.moved(|range| map.out(range)))
        .filter(|table| !table.is_empty())
        .collect()
}

fn page_lines(
    page: &str,
    map: &OffsetMap,
    text: &Text<'_>,
    _source: &Source,
) -> Vec<Line> {
    let mut known = text.lines.iter().peekable();
    let mut hint = Hint::default();
    let mut found = Vec::new();
    for line in lines(page) {
        let origin = map.source(line.start..line.start).start;
        while let Some((_, next)) = known.next_if(|(at, _)| *at <= origin) {
            hint = *next;
        }
        for stretch in flat::stretches(&page[line.clone()]) {
            let words =
                page[line.start + stretch.start..line.start + stretch.end].trim_start();
            let at = line.start + stretch.end - words.len();
            let span = Span::new(at, at + words.trim_end().len());
            found.push(Line { span, hint });
        }
    }
    found
}

#[cfg(test)]
mod tests;
