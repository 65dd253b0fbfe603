//! The stretches of a page that targets are looked for in.

use std::cell::{Cell, OnceCell};
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

use super::told::{self, Told, title_told};
use super::{chapter, rule};
use crate::extract::deadline::year_of_headings;
use crate::grammar::date::{DateMention, FoundDate, find_dates};
use crate::lexicon::hash::WordHasher;
use crate::lexicon::mark;
use crate::model::{Date, Genre, Header, SectionKind};
use crate::outline::{Node, Outline, Part, PartKind, Style, joined};
use crate::span::Span;
use crate::strip::Page;
use crate::text::{head, tail};

/// A stretch of the page that belongs to one item, or to none.
#[derive(Debug, Clone)]
pub(crate) struct Passage<'o> {
    pub(crate) span: Span,
    /// Where the outermost item above begins.
    pub(in crate::extract) top: usize,
    /// Path of the item; `None` for unnumbered front matter.
    pub(crate) path: Option<&'o str>,
    /// What the item's section is about.
    pub(crate) kind: SectionKind,
    /// What the title of the attachment says that it is in.
    pub(in crate::extract) titled: Titled,
    /// Headings of the item and of those above it, outermost first: they may name the year.
    pub(crate) headings: Vec<Span>,
    /// What a sentence that names nothing is about: the indicator of a table's row.
    pub(crate) subject: Option<&'o str>,
    /// By when, where the text says nothing: the date in a column's head.
    pub(crate) deadline: Option<Date>,
    /// Whether the row of a table says another time than a date: 持续推进.
    pub(crate) ongoing: bool,
    /// What leads in to the item's list: 到2020年将实现： above it, or the date that opens the
    /// sentences before 一是.
    pub(crate) lead_in: Option<Span>,
    /// Whether it is one of 一是, 二是, whose paragraph alone the sentences before them date.
    pub(crate) run: bool,
    /// The year whose months it names, once it was asked for.
    pub(in crate::extract) reference: OnceCell<Option<Date>>,
    /// The date that the headings name, once it was asked for.
    pub(crate) heading_date: OnceCell<Option<DateMention>>,
    /// What the headings say of the values below them, once it was asked for.
    pub(in crate::extract) told: OnceCell<Option<Told>>,
    /// Whether the heading above says what is required, once it was asked for.
    pub(in crate::extract) required: OnceCell<bool>,
    /// Whether a heading or a title above says what is to be kept, once it was asked for.
    pub(in crate::extract) norms: OnceCell<bool>,
    /// Where it first describes a place, once it was asked for.
    pub(in crate::extract) described: OnceCell<Option<usize>>,
}

impl<'o> Passage<'o> {
    /// A passage of which nothing else is known.
    pub(crate) fn new(span: Span, path: Option<&'o str>, kind: SectionKind) -> Self {
        Self {
            span,
            top: span.start,
            path,
            kind,
            titled: Titled::default(),
            headings: Vec::new(),
            subject: None,
            deadline: None,
            ongoing: false,
            lead_in: None,
            run: false,
            reference: OnceCell::new(),
            heading_date: OnceCell::new(),
            told: OnceCell::new(),
            required: OnceCell::new(),
            norms: OnceCell::new(),
            described: OnceCell::new(),
        }
    }

    /// The year whose months it names, where a heading says so.
    pub(super) fn reference(&self, text: &str) -> Option<Date> {
        *self.reference.get_or_init(|| {
            let headings = self.headings.iter().rev();
            year_of_headings(headings.map(|heading| &text[heading.range()]))
                .or(self.titled.year)
        })
    }
}

/// What a title says of the values of its document.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::extract) struct Titled {
    /// The year in it, of a plan or a bulletin for one year.
    pub(super) year: Option<Date>,
    /// The year whose work it sets out: 2022年工作要点, 2026年民生实事.
    pub(super) work: Option<Date>,
    /// The time that it names, of a report of what was done.
    pub(super) period: Option<Date>,
    pub(super) told: Option<Told>,
}

impl Titled {
    fn of(title: &str) -> Self {
        let year = year_of(title);
        let told = title_told(title);
        let sets_out = || mark::YEAR_WORK.is_in(title) && told != Some(Told::Done);
        Self {
            year,
            work: year.filter(|_| sets_out()),
            period: period(title),
            told,
        }
    }
}

/// What is known of the document around the passages.
#[derive(Debug, Clone, Default)]
pub(crate) struct Context {
    pub(crate) genre: Option<Genre>,
    /// The year in the title, of a plan or a bulletin for one year.
    pub(crate) title_year: Option<Date>,
    /// The year whose work a title sets out: 2022年工作要点.
    pub(in crate::extract) work_year: Option<Date>,
    /// The time that the title of a report names, or else the sentence that opens it:
    /// 2021年上半年计划执行情况的报告. Work reports (工作报告) look back on the year before theirs.
    pub(crate) period: Option<Date>,
    /// What `6月底前` and `年底前` are reckoned from: the title's year, else the document's
    /// date.
    pub(crate) reference: Option<Date>,
    /// The same for what is to be done: no earlier than the document, and than the year in its
    /// title, as in 2025年工作要点 of December 2024.
    pub(in crate::extract) due_from: Option<Date>,
    /// When the document was made, as it says itself: years before it are past.
    pub(crate) issued: Option<Date>,
    /// When a site published it, which may be long after.
    pub(super) published: Option<Date>,
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
    /// Counts a value; one that is `exact` and of which nothing is told speaks neither for what
    /// was done nor against it.
    pub(super) fn count(&self, told: Option<Told>, exact: bool) {
        if told.is_none() && exact {
            return;
        }
        let count = match told {
            Some(Told::Done) => &self.done,
            Some(Told::Planned) => &self.planned,
            None => &self.open,
        };
        count.set(count.get() + 1);
    }

    /// Whether more values so far are told to be planned than to be done.
    pub(super) fn looks_ahead(&self) -> bool {
        self.planned.get() > self.done.get()
    }

    /// Whether values are open, and more of the others are told to be done than planned.
    fn looks_back(&self) -> bool {
        self.open.get() > 0 && self.done.get() > self.planned.get()
    }

    /// Whether the words of a text tell of things done, and of hardly any other.
    fn is_done(&self) -> bool {
        /// Values that are told to be done at least, and for each one that is planned.
        const ENOUGH: usize = 2;
        const MOST: usize = 4;
        let done = self.done.get();
        done >= ENOUGH && done >= MOST * self.planned.get() && 2 * done >= self.open.get()
    }
}

impl Context {
    /// What the header says, and the words above the first item.
    pub(crate) fn of(header: &Header, front: &str, text: &str) -> Self {
        let titles = [&header.enclosed_title, &header.title];
        let named = || titles.into_iter().flatten();
        let title_year = named().find_map(|title| year_of(title));
        let number = header.document_number.as_ref();
        let number_year = number.and_then(|number| number.year).map(Date::year_only);
        let dated = title_year.or(header.date_issued).or(header.date_published);
        let period = named().find_map(|title| period(title));
        let period = period.or_else(|| opened_period(front, dated.or(number_year)));
        let due_from = match (header.date_issued, title_year) {
            (Some(issued), Some(year)) if year.year() > issued.year() => Some(year),
            (issued, year) => issued.or(year).or(number_year),
        };
        let opened = || opening_day(front).or_else(|| opening_year(front));
        let issued = title_year.or(header.date_issued).or(number_year).or(period);
        // Of nothing that says when or what it is: what it tells to be done is of that year.
        let nameless = header.genre.is_none() && dated.is_none() && number_year.is_none();
        let period = period.or_else(|| nameless.then(|| opening_year(front)).flatten());
        let last = || {
            let day = header.date_published.or_else(opened);
            day.or_else(|| only_year_of(text))
        };
        Self {
            genre: header.genre.clone(),
            title_year,
            work_year: named().find_map(|title| Titled::of(title).work),
            period,
            reference: title_year
                .or(period)
                .or(header.date_issued)
                .or(header.date_published)
                .or(number_year)
                .or_else(opened),
            due_from: due_from.or_else(last),
            issued,
            published: header.date_published,
            titles: named()
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
    /// tells were reached, or most and it tells of success, and it orders nothing. The others
    /// are to be read again then.
    pub(in crate::extract) fn tells_of_done(&self, text: &str) -> bool {
        let leans = self.genre.is_none()
            && self.told().is_none()
            && (self.tally.is_done()
                || self.tally.looks_back() && told::tells_of_success(text))
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
        // 2012年预算草案的报告 tells of what was done before, 2012年决算草案的报告 of that year.
        None if ["预算草案", "计划草案"]
            .iter()
            .any(|plan| own.contains(plan)) =>
        {
            return None;
        }
        None if title_told(&own) == Some(Told::Done) => &own,
        None => return None,
    };
    // 2021年政府工作报告目标任务完成情况
    let looks_back = own
        .rfind("工作报告")
        .is_some_and(|at| !own[at..].contains("情况"));
    one_time(report, None).filter(|_| !looks_back)
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

/// The day that a paragraph above the first item opens with, of minutes that bear no other date:
/// 2024年5月8日上午，市长主持召开常务会议.
fn opening_day(front: &str) -> Option<Date> {
    /// Bytes of such a day at the most.
    const DAY: usize = 24;
    front.lines().find_map(|line| {
        let line = line.trim_start();
        let opens = line.starts_with(|c: char| c.is_ascii_digit());
        let found = opens.then(|| find_dates(head(line, DAY), None))?;
        let day = found.first().filter(|found| found.span.start == 0)?;
        let date = day.date?.last.filter(|date| date.day().is_some())?;
        (day.span.end < line.len()).then_some(date)
    })
}

/// The year that the first paragraph opens with, of a text that bears no date: 2022年，全县上下…,
/// 2022年是党的二十大召开之年.
fn opening_year(front: &str) -> Option<Date> {
    /// Bytes of such a year at the most.
    const YEAR: usize = 24;
    let prose = front
        .lines()
        .find(|line| line.contains(['，', ',', '。']))?;
    let prose = prose.trim_start();
    let found = find_dates(head(prose, YEAR), None);
    let year = found.first().filter(|found| found.span.start == 0)?;
    let date = year.date?.last.filter(|date| date.month().is_none())?;
    let alone = year.date?.first == Some(date);
    let behind = &prose[year.span.end..];
    (alone && behind.starts_with(['，', ',', '是', '全'])).then_some(date)
}

/// The year of all months that a text names with their year, where it names no other: a piece
/// of a plan says 于2011年5月20日前 and 9月.
fn only_year_of(text: &str) -> Option<Date> {
    /// Bytes of a year.
    const YEAR: usize = 4;
    let mut only = None;
    for (at, sign) in text.match_indices('年') {
        let (before, after) = (&text[..at], &text[at + sign.len()..]);
        let month = after.bytes().take_while(u8::is_ascii_digit).count();
        if !(1..=2).contains(&month) || !after[month..].starts_with('月') {
            continue;
        }
        let digits = before.get(at.checked_sub(YEAR)?..)?;
        let year: Date = digits.parse().ok()?;
        if only.is_some_and(|only| only != year) {
            return None;
        }
        only = Some(year);
    }
    only
}

/// The passages of a page: the own words of every item, and what stands before the first.
pub(crate) fn passages<'o>(page: &Page, outline: &'o Outline) -> Vec<Passage<'o>> {
    let mut passages = unnumbered(page, outline);
    let leads = lead_ins(page, outline);
    let titles = attached(page, outline);
    passages.extend(
        outline
            .nodes
            .iter()
            .zip(leads)
            .map(|(node, lead_in)| Passage {
                lead_in,
                titled: titles[node.part],
                run: node.style == Style::Run,
                ..of_node(outline, node, node.own)
            }),
    );
    chapter::divide(page, outline, &mut passages);
    passages.sort_by_key(|passage| passage.span);
    passages
}

/// What the title of each part says, where it is an attachment.
fn attached(page: &Page, outline: &Outline) -> Vec<Titled> {
    let titled = |part: &Part| match part.kind {
        PartKind::Attachment(_) => Titled::of(&joined(page, &part.title)),
        PartKind::Main | PartKind::Enclosed => Titled::default(),
    };
    outline.parts.iter().map(titled).collect()
}

/// For each item what leads in to the list it is in.
fn lead_ins(page: &Page, outline: &Outline) -> Vec<Option<Span>> {
    let mut lead_ins: Vec<Option<Span>> = Vec::with_capacity(outline.nodes.len());
    // Nobody can choose the numbers of items so that they collide.
    let mut heads: HashMap<_, _, BuildHasherDefault<WordHasher>> = HashMap::default();
    for (index, node) in outline.nodes.iter().enumerate() {
        let run = node.style == Style::Run;
        let key = (node.part, node.parent, run);
        let head = heads.entry(key).or_insert_with(|| {
            // No further back than the item above: a text may have lost its lines.
            let above = index.checked_sub(1);
            let start = above.map_or(0, |last| outline.nodes[last].label.end);
            let start = start.min(node.label.start);
            let lead = lead_in(&page.text[start..node.label.start], node);
            lead.map(|lead| Span::new(start + lead.start, start + lead.end))
        });
        lead_ins.push(*head);
    }
    lead_ins
}

/// What leads in to the list that an item begins, in the words before it.
fn lead_in(before: &str, node: &Node) -> Option<Span> {
    let before = before.trim_end();
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let colon = colon_lead(before).or_else(|| choosing_lead(before));
    let dated = |lead: &Span| !find_dates(&before[lead.range()], None).is_empty();
    let named = colon.filter(dated);
    match node.kind {
        _ if node.style == Style::Run => named.or_else(|| opening_date(before, line)),
        SectionKind::Goals => named.or_else(|| only_date(before, line)).or(colon),
        // 2025年，全局上下齐心。 above what was done in items of their own
        _ if node.parent.is_some() => named
            .or_else(|| only_date(before, line))
            .or_else(|| only_year(before, line))
            .or(colon),
        _ => colon.or_else(|| caption_of_works(before, line)),
    }
}

/// 市政府2011年10件实事: a line of its own above the works of a year, which no label opens.
fn caption_of_works(before: &str, from: usize) -> Option<Span> {
    /// Bytes of such a line at most.
    const LONGEST: usize = 90;
    const WORKS: &str = "实事";
    let line = before[from..].trim();
    let works = line.len() <= LONGEST
        && mark::TITLE_PLANNED
            .ending(line)
            .is_some_and(|works| works.starts_with(WORKS));
    let dates = works.then(|| find_dates(line, None))?;
    let date = dates.first()?.date?;
    let year = date.last.filter(|last| last.month().is_none());
    let whole = dates.len() == 1 && year.is_some() && date.first == year;
    whole.then(|| Span::new(from, before.len()))
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

/// The sentence above a list that says what those must be whom it chooses:
/// …具备下列条件之一的，可以申报。
fn choosing_lead(before: &str) -> Option<Span> {
    /// Bytes of such a sentence at most.
    const LONGEST: usize = 360;
    let end = before.strip_suffix('。')?.len();
    let near = tail(&before[..end], LONGEST);
    let opens = near.rfind(['\n', '。']);
    let sentence = opens.map_or(near, |at| &near[at..]);
    let sentence = sentence.trim_start_matches(['\n', '。']);
    rule::chooses(sentence).then(|| Span::new(end - sentence.len(), end))
}

/// The last date that has a clause of its own in the paragraph before 一是, e.g.
/// 2014年，…稳步发展。, or else the one year that a sentence in it begins with.
fn opening_date(before: &str, from: usize) -> Option<Span> {
    let last = opening_dates(before, from).pop();
    last.or_else(|| only_year(before, from))
}

/// 到2025年，…显著提升。 above the goals in items of their own, where no other date opens a
/// clause.
fn only_date(before: &str, from: usize) -> Option<Span> {
    let mut dates = opening_dates(before, from);
    let date = dates.pop()?;
    dates.is_empty().then_some(date)
}

/// The dates that have a clause of their own in the paragraph that begins at `from`.
fn opening_dates(before: &str, from: usize) -> Vec<Span> {
    let paragraph = &before[from..];
    let opens = |found: &FoundDate| {
        let (before, after) =
            (&paragraph[..found.span.start], &paragraph[found.span.end..]);
        let before = without_time_lead(before);
        (before.trim().is_empty() || before.ends_with(['。', '，', ',', '；', '：']))
            && after.starts_with(['，', ','])
    };
    let dates = find_dates(paragraph, None).into_iter().filter(opens);
    let places =
        dates.map(|date| Span::new(from + date.span.start, from + date.span.end));
    places.collect()
}

/// 2025年是收官之年。: the year that a sentence of the paragraph begins with, where it names
/// no other.
fn only_year(before: &str, from: usize) -> Option<Span> {
    let paragraph = &before[from..];
    let whole = |found: &FoundDate| {
        let date = found.date?;
        let year = date.first.filter(|first| first.month().is_none())?;
        (date.last == Some(year)).then_some(year)
    };
    let found = find_dates(paragraph, None);
    let first = found.first()?;
    let year = whole(first)?;
    let before = without_time_lead(&paragraph[..first.span.start]);
    let opens = before.trim().is_empty() || before.ends_with('。');
    let alone = found
        .iter()
        .all(|found| found.date.is_none() || whole(found) == Some(year));
    let at = || Span::new(from + first.span.start, from + first.span.end);
    (opens && alone).then(at)
}

/// The words before a date without what leads in to it: 刚刚过去的|2025年.
fn without_time_lead(before: &str) -> &str {
    let lead = mark::TIME_LEAD.ending(before).unwrap_or("");
    &before[..before.len() - lead.len()]
}

fn of_node<'o>(outline: &'o Outline, node: &'o Node, span: Span) -> Passage<'o> {
    let mut headings = Vec::with_capacity(usize::from(node.level));
    let mut above = Some(node);
    let mut top = node.label.start;
    while let Some(item) = above {
        headings.extend(item.heading);
        top = item.label.start;
        // OK because a parent always comes before its children.
        above = item.parent.map(|parent| &outline.nodes[parent]);
    }
    headings.reverse();
    Passage {
        headings,
        top,
        ..Passage::new(span, Some(&node.path), node.kind)
    }
}

/// What belongs to no item's own words: front matter, and what follows the last item of a
/// chapter, which belongs to the chapter. What an attachment without numbers says has the path
/// of the attachment; between its items nothing is read.
fn unnumbered<'o>(page: &Page, outline: &'o Outline) -> Vec<Passage<'o>> {
    let mut passages = Vec::new();
    for span in stretches(page, outline) {
        // What follows the items of a chapter belongs to the chapter, not to the last item;
        // what follows a chapter without items, up to the next one, to that.
        let next = outline
            .nodes
            .partition_point(|node| node.label.start <= span.start);
        let goes_on = |node: &Node| {
            let next = outline.nodes.get(next);
            node.is_section() && next.is_some_and(|next| next.part == node.part)
        };
        let part = attachment_at(page, outline, span);
        let last = next.checked_sub(1).map(|last| &outline.nodes[last]);
        let last = last.filter(|last| part.is_none_or(|part| part == last.part));
        let holder = last.and_then(|last| match last.parent {
            Some(parent) => Some(&outline.nodes[parent]),
            None => Some(last).filter(|last| goes_on(last)),
        });
        let passage = match (holder, part) {
            (Some(node), _) => of_node(outline, node, span),
            (None, Some(part)) => {
                let begun = last.is_some();
                match of_attachment(page, &outline.parts[part], span, begun) {
                    Some(passage) => passage,
                    None => continue,
                }
            }
            (None, None) => Passage::new(span, None, SectionKind::Other),
        };
        passages.push(passage);
    }
    passages
}

/// The stretches that are no item's, each within one of the documents of the page.
fn stretches(page: &Page, outline: &Outline) -> Vec<Span> {
    let starts = outline.parts.iter().filter(|part| !part.path.is_empty());
    let starts: Vec<usize> = starts
        .filter_map(|part| page.lines.get(part.lines.start))
        .map(|line| line.span.start)
        .collect();
    let mut stretches = Vec::new();
    for span in outline.unnumbered(page) {
        let first = starts.partition_point(|&start| start <= span.start);
        let mut from = span.start;
        for &start in starts[first..]
            .iter()
            .take_while(|&&start| start < span.end)
        {
            stretches.push(Span::new(from, start));
            from = start;
        }
        stretches.push(Span::new(from, span.end));
    }
    stretches
}

/// What an attachment says before its first item, or where its title tells that all of it is
/// planned: 2019年街镇目标任务分解表.
fn of_attachment<'o>(
    page: &Page,
    part: &'o Part,
    span: Span,
    begun: bool,
) -> Option<Passage<'o>> {
    let titled = Titled::of(&joined(page, &part.title));
    let planned = titled.told == Some(Told::Planned);
    (planned || !begun).then(|| {
        let title = page.lines[part.title.clone()].iter();
        let title = title
            .map(|line| line.span)
            .filter(|title| !title.is_empty());
        Passage {
            titled,
            headings: title.filter(|_| planned).collect(),
            ..Passage::new(span, Some(&part.path), SectionKind::Attachment)
        }
    })
}

/// Which attachment a stretch stands in, where the page holds more than that.
fn attachment_at(page: &Page, outline: &Outline, span: Span) -> Option<usize> {
    let upto = page
        .lines
        .partition_point(|line| line.span.start <= span.start);
    let begun = outline
        .parts
        .partition_point(|part| part.lines.start < upto);
    let (part, before) = outline.parts[..begun].split_last()?;
    // A file may hold the attachment alone.
    let attached = before.iter().any(|part| !part.lines.is_empty());
    let last = page.lines[part.lines.clone()].last();
    let within = attached
        && matches!(part.kind, PartKind::Attachment(_))
        && last.is_some_and(|line| span.start < line.span.end);
    within.then_some(begun - 1)
}
