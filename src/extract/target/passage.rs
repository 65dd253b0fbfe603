//! The stretches of a page that targets are looked for in.

use std::cell::{Cell, OnceCell};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::told::{Told, title_told};
use crate::grammar::date::{DateMention, FoundDate, find_dates};
use crate::lexicon::hash::WordHasher;
use crate::lexicon::mark;
use crate::model::{Date, Genre, Header, SectionKind};
use crate::outline::{Node, Outline, PartKind, Style};
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
    /// What leads in to the item's list: 到2020年将实现： above it, or the date that opens the
    /// sentences before 一是.
    pub(crate) lead_in: Option<Span>,
    /// The date that the headings name, once it was asked for.
    pub(crate) heading_date: OnceCell<Option<DateMention>>,
    /// What the headings say of the values below them, once it was asked for.
    pub(in crate::extract) told: OnceCell<Option<Told>>,
    /// Whether the heading above says what is required, once it was asked for.
    pub(in crate::extract) required: OnceCell<bool>,
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
            required: OnceCell::new(),
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
    /// The time that the title of a report names, or else the sentence that opens it:
    /// 2021年上半年计划执行情况的报告. Work reports (工作报告) look back on the year before theirs.
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
    /// What the text itself says of them.
    pub(in crate::extract) tally: Tally,
}

/// How many values of a text are told by words near them to have been reached, or to come,
/// and of how many no word tells.
#[derive(Debug, Clone, Default)]
pub(in crate::extract) struct Tally {
    done: Cell<usize>,
    planned: Cell<usize>,
    open: Cell<usize>,
    /// What such a text tells by itself of the values of which no word does.
    pub(super) leaning: Cell<Option<Told>>,
}

impl Tally {
    pub(super) fn count(&self, told: Option<Told>) {
        let count = match told {
            Some(Told::Done) => &self.done,
            Some(Told::Planned) => &self.planned,
            None => &self.open,
        };
        count.set(count.get() + 1);
    }

    /// Whether the words of a text tell of things done alone.
    fn is_done(&self) -> bool {
        /// Values that are told to be done at least.
        const ENOUGH: usize = 2;
        let done = self.done.get();
        self.planned.get() == 0 && done >= ENOUGH && 2 * done >= self.open.get()
    }
}

impl Context {
    /// What the header says, and the words above the first item.
    pub(crate) fn of(header: &Header, front: &str) -> Self {
        let titles = [&header.enclosed_title, &header.title];
        let title_year = titles
            .into_iter()
            .flatten()
            .find_map(|title| year_of(title));
        let number = header.document_number.as_ref();
        let number_year = number.and_then(|number| number.year).map(Date::year_only);
        let dated = title_year.or(header.date_issued).or(header.date_published);
        let period = titles.into_iter().flatten().find_map(|title| period(title));
        let period = period.or_else(|| opened_period(front, dated.or(number_year)));
        let issued = title_year.or(header.date_issued).or(number_year).or(period);
        Self {
            genre: header.genre.clone(),
            title_year,
            period,
            reference: title_year
                .or(period)
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
            tally: Tally::default(),
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

    /// Whether a text that names no genre tells of what was done: all values of which a word
    /// tells were reached, and it orders nothing. The others are to be read again then.
    pub(in crate::extract) fn tells_of_done(&self, text: &str) -> bool {
        let leans = self.genre.is_none()
            && self.told().is_none()
            && self.tally.is_done()
            && !mark::ORDER_WORD.is_in(text);
        if leans {
            self.tally.leaning.set(Some(Told::Done));
        }
        leans
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
    let mut years = find_dates(title, None).into_iter().map(|found| {
        let date = found.date?;
        date.first
            .filter(|first| date.last == Some(*first) && first.month().is_none())
    });
    let first = years.next()??;
    years.all(|year| year == Some(first)).then_some(first)
}

/// The time that the title of a report of what was done names, within one year.
fn period(title: &str) -> Option<Date> {
    // 2021年《政府工作报告》任务完成情况 is no work report.
    let own = own_words(title);
    let joined = |end: &usize| own[*end..].starts_with(JOINTS);
    // 2022年工作总结和2023年工作计划, 2022年计划执行情况与2023年计划草案的报告
    let first = || mark::TITLE_DONE.any().places(&own).map(|word| word.end);
    let report = match first().find(joined) {
        Some(end) => &own[..end],
        None if title_told(&own) == Some(Told::Done) => &own,
        None => return None,
    };
    one_time(report, None).filter(|_| !own.contains("工作报告"))
}

/// A title without white space, and without what it cites.
fn own_words(title: &str) -> String {
    let mut depth = 0usize;
    let mut own = String::with_capacity(title.len());
    for c in title.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '《' => depth += 1,
            '》' => depth = depth.saturating_sub(1),
            _ if depth == 0 => own.push(c),
            _ => {}
        }
    }
    own
}

/// What joins the parts of a title that is of a report and of a plan.
const JOINTS: &[char] = &['和', '及', '与', '暨', '、'];

/// The time that a text names, when its dates are all of one year: the last of them,
/// 2021年重点工作上半年完成情况.
fn one_time(words: &str, reference: Option<Date>) -> Option<Date> {
    let named = |reference| {
        let dates = find_dates(words, reference).into_iter();
        dates.filter_map(|found| found.date.filter(|_| !found.is_distance))
    };
    let year = named(reference).next()?.first?.year();
    let mut time = None;
    for date in named(Some(Date::year_only(year))) {
        if date.first?.year() != year || date.last?.year() != year {
            return None;
        }
        time = date.target_date();
    }
    time
}

/// The time that the words above a report's first item say it is of: 现将2021年工作情况报告如下,
/// or the sentence before 现将有关情况通报如下.
fn opened_period(front: &str, reference: Option<Date>) -> Option<Date> {
    /// Sentences that may say it: the one that leads in to the report, and the one before.
    const NEAR: usize = 2;
    let formula = mark::REPORT_FORMULA.any().places(front).next()?;
    let line = front[..formula.start].rfind('\n').map_or(0, |at| at + 1);
    let sentences = front[line..formula.start].rsplit('。').take(NEAR);
    sentences
        .flat_map(|sentence| sentence.rsplit(['，', ',', '；']))
        .find_map(|clause| {
            let clause = own_words(clause);
            let of = clause.rfind("情况").or_else(|| clause.rfind("工作"))?;
            one_time(&clause[..of], reference)
        })
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

/// For each item what leads in to the list it is in.
fn lead_ins(page: &Page, outline: &Outline) -> Vec<Option<Span>> {
    let mut lead_ins: Vec<Option<Span>> = Vec::with_capacity(outline.nodes.len());
    // Nobody can choose the numbers of items so that they collide.
    let mut heads: HashMap<_, _, BuildHasherDefault<WordHasher>> = HashMap::default();
    for (index, node) in outline.nodes.iter().enumerate() {
        let head = heads.entry((node.part, node.parent)).or_insert_with(|| {
            // No further back than the item above: a text may have lost its lines.
            let above = index
                .checked_sub(1)
                .map(|last| outline.nodes[last].label.start);
            let start = above.unwrap_or(0);
            let before = page.text[start..node.label.start].trim_end();
            let colon = colon_lead(before);
            let dated = |lead: &Span| !find_dates(&before[lead.range()], None).is_empty();
            let lead = match node.kind {
                _ if node.style == Style::Run => {
                    colon.filter(dated).or_else(|| opening_date(before))
                }
                SectionKind::Goals => colon.or_else(|| only_date(before)),
                _ => colon,
            };
            lead.map(|lead| Span::new(start + lead.start, start + lead.end))
        });
        lead_ins.push(*head);
    }
    lead_ins
}

/// The sentence that leads in to a list when it ends in a colon.
fn colon_lead(before: &str) -> Option<Span> {
    let start = before.rfind(['\n', '。']);
    let start = start.map_or(0, |at| {
        at + before[at..].chars().next().map_or(0, char::len_utf8)
    });
    before
        .ends_with(['：', ':'])
        .then(|| Span::new(start, before.len()))
}

/// The last date that has a clause of its own in the paragraph before 一是, e.g.
/// 2014年，…稳步发展。
fn opening_date(before: &str) -> Option<Span> {
    opening_dates(before).pop()
}

/// 到2025年，…显著提升。 above the goals in items of their own, where no other date opens a
/// clause.
fn only_date(before: &str) -> Option<Span> {
    let mut dates = opening_dates(before);
    let date = dates.pop()?;
    dates.is_empty().then_some(date)
}

fn opening_dates(before: &str) -> Vec<Span> {
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let paragraph = &before[line..];
    let opens = |found: &FoundDate| {
        let (before, after) =
            (&paragraph[..found.span.start], &paragraph[found.span.end..]);
        let before = before.strip_suffix(['到', '至']).unwrap_or(before);
        (before.trim().is_empty() || before.ends_with(['。', '，', ',', '；', '：']))
            && after.starts_with(['，', ','])
    };
    let dates = find_dates(paragraph, None).into_iter().filter(opens);
    let places =
        dates.map(|date| Span::new(line + date.span.start, line + date.span.end));
    places.collect()
}

fn of_node<'o>(outline: &'o Outline, node: &'o Node, span: Span) -> Passage<'o> {
    let mut headings = Vec::with_capacity(usize::from(node.level));
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
    let Some((part, before)) = outline.parts[..begun].split_last() else {
        return false;
    };
    // A file may hold the attachment alone.
    let attached = before.iter().any(|part| !part.lines.is_empty());
    let last = page.lines[part.lines.clone()].last();
    attached
        && matches!(part.kind, PartKind::Attachment(_))
        && last.is_some_and(|line| span.start < line.span.end)
}
