//! The stretches of a page that targets are looked for in.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::told::{Told, title_told};
use crate::grammar::date::find_dates;
use crate::model::{Date, Genre, Header, SectionKind};
use crate::outline::{Node, Outline, PartKind};
use crate::span::Span;
use crate::strip::Page;

/// A stretch of the page that belongs to one item, or to none.
#[derive(Debug, Clone)]
pub(crate) struct Passage<'o> {
    pub(crate) span: Span,
    /// Path of the item; `None` for unnumbered front matter.
    pub(crate) path: Option<&'o str>,
    /// What the item's section is about.
    pub(crate) kind: SectionKind,
    /// Headings of the item and of those above it, outermost first: they may name the year.
    pub(crate) headings: Vec<Span>,
    /// What a sentence that names nothing is about: the indicator of a table's row.
    pub(crate) subject: Option<&'o str>,
    /// By when, where the text says nothing: the date in a column's head.
    pub(crate) deadline: Option<Date>,
    /// The line above the item's list that leads in to it: 到2020年将实现：
    pub(crate) lead_in: Option<Span>,
    /// The date that the headings name, once it was asked for.
    pub(crate) heading_date: OnceCell<Option<Date>>,
    /// What the headings say of the values below them, once it was asked for.
    pub(in crate::extract) told: OnceCell<Option<Told>>,
    /// Where it first describes a place, once it was asked for.
    pub(in crate::extract) described: OnceCell<Option<usize>>,
}

impl<'o> Passage<'o> {
    /// A passage of which nothing else is known.
    pub(crate) const fn new(
        span: Span,
        path: Option<&'o str>,
        kind: SectionKind,
    ) -> Self {
        Self {
            span,
            path,
            kind,
            headings: Vec::new(),
            subject: None,
            deadline: None,
            lead_in: None,
            heading_date: OnceCell::new(),
            told: OnceCell::new(),
            described: OnceCell::new(),
        }
    }
}

/// What is known of the document around the passages.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context {
    pub(crate) genre: Option<Genre>,
    /// The year in the title, of a plan or a bulletin for one year.
    pub(crate) title_year: Option<Date>,
    /// The time that the title of a report names: 2021年上半年计划执行情况的报告. Work reports
    /// (工作报告) look back on the year before theirs.
    pub(crate) period: Option<Date>,
    /// What `6月底前` and `年底前` are reckoned from: the title's year, else the document's
    /// date.
    pub(crate) reference: Option<Date>,
    /// When the document was made, as it says itself: years before it are past.
    pub(crate) issued: Option<Date>,
    /// The titles of the document and of what it encloses, without white space.
    pub(crate) titles: Vec<String>,
    /// What genre and titles say of the values, once it was asked for.
    pub(in crate::extract) told: OnceCell<Option<Told>>,
}

impl Context {
    pub(crate) fn of(header: &Header) -> Self {
        let titles = [&header.enclosed_title, &header.title];
        let title_year = titles
            .into_iter()
            .flatten()
            .find_map(|title| year_of(title));
        let number = header.document_number.as_ref();
        let number_year = number.and_then(|number| number.year).map(Date::year_only);
        let issued = title_year.or(header.date_issued).or(number_year);
        Self {
            genre: header.genre.clone(),
            title_year,
            period: titles.into_iter().flatten().find_map(|title| period(title)),
            reference: title_year
                .or(header.date_issued)
                .or(header.date_published)
                .or(number_year),
            issued,
            titles: titles
                .into_iter()
                .flatten()
                .map(|title| title.split_whitespace().collect())
                .collect(),
            told: OnceCell::new(),
        }
    }

    /// What the genre says of the values, or a title.
    pub(super) fn told(&self) -> Option<Told> {
        *self.told.get_or_init(|| {
            let tells = matches!(
                self.genre,
                Some(
                    Genre::Bulletin | Genre::Report | Genre::Circular | Genre::Communique
                )
            );
            let titles = || self.titles.iter().find_map(|title| title_told(title));
            tells.then_some(Told::Done).or_else(titles)
        })
    }

    /// Whether a line is a title, or one of the lines that it is broken into.
    pub(crate) fn is_of_title(&self, line: &str) -> bool {
        /// Characters of a part of a title that no heading has by chance.
        const PART: usize = 8;
        let longest = self.titles.iter().map(String::len).max().unwrap_or(0);
        if line.trim().len() > 2 * longest || line.trim().chars().nth(PART).is_none() {
            return false;
        }
        let words: String = line.split_whitespace().collect();
        self.titles.iter().any(|title| title.contains(&words))
    }
}

/// The one year that a title names: 2022年统计公报, not 2021—2025年规划.
fn year_of(title: &str) -> Option<Date> {
    let dates = find_dates(title, None);
    let [found] = dates.as_slice() else {
        return None;
    };
    let date = found.date?;
    date.first
        .filter(|first| date.last == Some(*first) && first.month().is_none())
}

/// The time that the title of a report of what was done names, within one year.
fn period(title: &str) -> Option<Date> {
    let closed: String = title.split_whitespace().collect();
    let report = title_told(&closed) == Some(Told::Done) && !closed.contains("工作报告");
    let dates = find_dates(title, None);
    let ([found], true) = (dates.as_slice(), report) else {
        return None;
    };
    let date = found.date.filter(|_| !found.is_distance)?;
    let (first, last) = (date.first?, date.last?);
    (first.year() == last.year())
        .then(|| date.target_date())
        .flatten()
}

/// The passages of a page: the own words of every item, and what stands before the first.
pub(crate) fn passages<'o>(page: &Page, outline: &'o Outline) -> Vec<Passage<'o>> {
    let mut passages = unnumbered(page, outline);
    let leads = lead_ins(page, outline);
    passages.extend(
        outline
            .nodes
            .iter()
            .zip(leads)
            .map(|(node, lead_in)| Passage {
                lead_in,
                ..of_node(outline, node, node.own)
            }),
    );
    passages.sort_by_key(|passage| passage.span);
    passages
}

/// For each item the line that leads in to the list it is in, when that ends in a colon.
fn lead_ins(page: &Page, outline: &Outline) -> Vec<Option<Span>> {
    let mut lead_ins: Vec<Option<Span>> = Vec::with_capacity(outline.nodes.len());
    let mut heads = HashMap::new();
    for node in &outline.nodes {
        let head = heads.entry((node.part, node.parent)).or_insert_with(|| {
            let before = page.text[..node.label.start].trim_end();
            let start = before.rfind(['\n', '。']);
            let start = start.map_or(0, |at| {
                at + before[at..].chars().next().map_or(0, char::len_utf8)
            });
            before
                .ends_with(['：', ':'])
                .then(|| Span::new(start, before.len()))
        });
        lead_ins.push(*head);
    }
    lead_ins
}

fn of_node<'o>(outline: &'o Outline, node: &'o Node, span: Span) -> Passage<'o> {
    let mut headings = Vec::new();
    let mut above = Some(node);
    while let Some(item) = above {
        headings.extend(item.heading);
        // OK because a parent always comes before its children.
        above = item.parent.map(|parent| &outline.nodes[parent]);
    }
    headings.reverse();
    Passage {
        headings,
        ..Passage::new(span, Some(&node.path), node.kind)
    }
}

/// What belongs to no item's own words: front matter, and what follows the last item of a
/// chapter, which belongs to the chapter. Attachments without numbers are left out.
fn unnumbered<'o>(page: &Page, outline: &'o Outline) -> Vec<Passage<'o>> {
    let mut passages = Vec::new();
    for span in outline.unnumbered(page) {
        // What follows the items of a chapter belongs to the chapter, not to the last item;
        // what follows a chapter without items, up to the next one, to that.
        let next = outline
            .nodes
            .partition_point(|node| node.label.start <= span.start);
        let goes_on = |node: &Node| {
            let next = outline.nodes.get(next);
            node.is_section() && next.is_some_and(|next| next.part == node.part)
        };
        let holder = next.checked_sub(1).and_then(|last| {
            let last = &outline.nodes[last];
            match last.parent {
                Some(parent) => Some(&outline.nodes[parent]),
                None => Some(last).filter(|last| goes_on(last)),
            }
        });
        let passage = match holder {
            Some(node) => of_node(outline, node, span),
            None if in_attachment(page, outline, span) => continue,
            None => Passage::new(span, None, SectionKind::Other),
        };
        passages.push(passage);
    }
    passages
}

fn in_attachment(page: &Page, outline: &Outline, span: Span) -> bool {
    let upto = page
        .lines
        .partition_point(|line| line.span.start <= span.start);
    let begun = outline
        .parts
        .partition_point(|part| part.lines.start < upto);
    let part = begun.checked_sub(1).map(|last| &outline.parts[last]);
    part.is_some_and(|part| {
        let last = page.lines[part.lines.clone()].last();
        matches!(part.kind, PartKind::Attachment(_))
            && last.is_some_and(|line| span.start < line.span.end)
    })
}
