//! What the columns of a table hold, as their heads and their cells say.

use super::Source;
use crate::extract::deadline::end_of_plan;
use crate::extract::target::{Cell, CellUnit, opens_with_verb, read_cell, split_unit};
use crate::grammar::date::{DateMention, find_dates};
use crate::grammar::department::opens_clause;
use crate::grammar::quantity::read_lead;
use crate::lexicon::duty::{Label, is_phrase, read_label};
use crate::lexicon::head::{self, Head, read_head, says};
use crate::model::{Baseline, Change, Date, Genre, SectionKind, TargetStatus};
use crate::span::Span;

/// What a column holds, as its head and its cells say.
#[derive(Debug)]
pub(super) enum Column {
    Unit,
    Value(Measure),
    /// Sentences about the indicator.
    Words(SectionKind),
    Other,
}

/// How the numbers of a column are to be read.
#[derive(Debug)]
pub(super) struct Measure {
    pub(super) unit: Option<CellUnit>,
    pub(super) deadline: Option<Date>,
    pub(super) baseline: Option<Baseline>,
    pub(super) status: TargetStatus,
    /// The numbers are changes: 较上年±%, 2025年比2020年下降.
    pub(super) growth: Option<Change>,
    pub(super) yearly: bool,
    /// What the head says of what is measured: 新增装机容量.
    pub(super) what: String,
}

/// Characters of a head at the most: 2025年比2020年累计下降（%）.
const LONGEST_HEAD: usize = 40;

/// The heads of the columns, those of several header rows joined.
pub(super) struct Heads {
    pub(super) words: Vec<String>,
    pub(super) kinds: Vec<Option<Head>>,
    pub(super) units: Vec<Option<CellUnit>>,
    /// The lowest head of each column.
    pub(super) spans: Vec<Span>,
    /// Where the header begins.
    pub(super) start: usize,
}

impl Heads {
    pub(super) fn new(text: &str, header: &[Vec<Span>]) -> Option<Self> {
        let lowest = header.last()?;
        let mut heads = Self {
            words: Vec::new(),
            kinds: Vec::new(),
            units: Vec::new(),
            spans: lowest.clone(),
            start: header.iter().flatten().map(|cell| cell.start).min()?,
        };
        for at in 0..lowest.len() {
            let mut words = String::new();
            // 高标准农田（万亩） above 新建 is 高标准农田新建（万亩）.
            let mut unit = String::new();
            let mut last = Span::default();
            for cell in header.iter().filter_map(|row| row.get(at)) {
                if std::mem::replace(&mut last, *cell) != *cell {
                    let head: String = text[cell.range()].split_whitespace().collect();
                    let bare = match split_unit(&head) {
                        (bare, Some(_)) => bare,
                        _ => head.as_str(),
                    };
                    words.push_str(bare);
                    if bare.len() < head.len() {
                        head[bare.len()..].clone_into(&mut unit);
                    }
                }
            }
            words.push_str(&unit);
            if words.chars().count() > LONGEST_HEAD {
                return None;
            }
            let (bare, unit) = split_unit(&words);
            heads.kinds.push(read_head(bare));
            heads.units.push(unit);
            heads.words.push(words);
        }
        let distinct = lowest.iter().any(|&cell| cell != lowest[0]);
        distinct.then_some(heads)
    }

    pub(super) fn first(&self, kind: Head) -> Option<usize> {
        self.kinds.iter().position(|&known| known == Some(kind))
    }

    pub(super) fn last(&self, kind: Head) -> Option<usize> {
        self.kinds.iter().rposition(|&known| known == Some(kind))
    }

    /// The earliest of several years that heads name and nothing else says more of.
    pub(super) fn earliest_year(&self) -> Option<Date> {
        let mut years: Vec<Date> = self
            .words
            .iter()
            .filter_map(|words| read_period(words).0)
            .collect();
        years.sort();
        years.dedup();
        (years.len() > 1).then(|| years[0])
    }
}

/// A table while its columns are told.
pub(super) struct Sheet<'s> {
    pub(super) source: Source<'s>,
    pub(super) heads: &'s Heads,
    pub(super) body: &'s [Vec<Span>],
    pub(super) strong: bool,
    pub(super) caption: &'s str,
    /// Whether the table says how much each is to do.
    pub(super) allots: bool,
    /// Whether the unit of all its numbers stands above it: 单位：万亩.
    pub(super) has_unit: bool,
    pub(super) earliest: Option<Date>,
}

impl Sheet<'_> {
    pub(super) fn column(&self, at: usize) -> Column {
        let words = self.heads.words[at].as_str();
        let kind = self.heads.kinds[at];
        if kind == Some(Head::Unit) && self.share(at, is_unit_cell) {
            return Column::Unit;
        }
        if is_phrase("number-head", words)
            || matches!(
                kind,
                Some(
                    Head::Indicator
                        | Head::Skip
                        | Head::Score
                        | Head::Person
                        | Head::Unit
                        | Head::Period
                )
            )
            || matches!(read_label(words), Some(Label::Bodies(_) | Label::Persons))
        {
            return Column::Other;
        }
        let told = kind == Some(Head::Criterion)
            || self.heads.first(Head::Subject).is_none()
                && self
                    .heads
                    .first(Head::Period)
                    .is_some_and(|years| years != at)
            || closing_change(split_unit(words).0).is_some()
            // 改厕（户） in 任务分解表
            || self.allots && split_unit(words).1.is_some()
            // 2010年补充耕地任务表 above, 单位：万亩 below: all its numbers are of that.
            || self.has_unit && !self.caption.is_empty() && kind.is_none()
            || ["planned", "achieved", "growth", "amount"]
                .iter()
                .any(|kind| says(kind, words))
            || read_period(words).0.is_some();
        let numbers = self.share(at, |cell| {
            matches!(read_cell(cell, None), Cell::Values(_) | Cell::Glued)
        });
        let scored = self.heads.kinds.contains(&Some(Head::Score));
        if self.strong && (numbers || told && !scored) || told && numbers {
            Column::Value(self.measure(at))
        } else if self.strong && !numbers {
            Column::Words(SectionKind::Provisions)
        } else if !numbers && kind != Some(Head::Subject)
            || numbers && self.share(at, tells_of_work)
        {
            Column::Words(SectionKind::Other)
        } else {
            Column::Other
        }
    }

    /// Whether half of the cells of a column that say anything are of a kind.
    fn share(&self, at: usize, is: impl Fn(&str) -> bool) -> bool {
        // A group's cell over several columns says nothing of one of them.
        let own = |row: &&Vec<Span>| {
            let beside = at.checked_sub(1).and_then(|left| row.get(left));
            let cell = row.get(at);
            cell != beside && (cell != row.get(at + 1))
        };
        let cells = self.body.iter().filter(own).filter_map(|row| row.get(at));
        let (mut all, mut of_kind) = (0, 0);
        for cell in cells {
            let words = self.source.text[cell.range()].trim();
            if words.is_empty() || head::is("blank", words) {
                continue;
            }
            all += 1;
            of_kind += usize::from(is(words));
        }
        of_kind > 0 && of_kind * 2 >= all
    }

    fn measure(&self, at: usize) -> Measure {
        let words = self.heads.words[at].as_str();
        let (bare, _) = split_unit(words);
        let (own, baseline) = read_period(words);
        let status = self.status(words, own);
        let deadline = own.or_else(|| self.part_of_year(words));
        let deadline = deadline.or_else(|| match status {
            TargetStatus::Planned => read_period(self.caption).0,
            _ => None,
        });
        let context = self.source.context;
        let rises = says("growth", words).then_some(Change::Increase);
        let growth = closing_change(bare).or(rises);
        let unit = self.heads.units[at].clone();
        Measure {
            unit: unit.or_else(|| {
                (growth.is_some() && says("share", words)).then(|| CellUnit::read("%"))?
            }),
            deadline: deadline.or_else(|| {
                let done = context.genre == Some(Genre::Communique)
                    && status == TargetStatus::Achieved;
                context.title_year.filter(|_| done)
            }),
            baseline,
            status,
            growth,
            yearly: says("yearly", words),
            what: what(bare),
        }
    }

    /// The end of a part of the year that the caption or the document is of: 一季度目标.
    fn part_of_year(&self, words: &str) -> Option<Date> {
        let year = read_period(self.caption).0;
        let year = Date::year_only(year.or(self.source.context.reference)?.year());
        let dates = find_dates(words, Some(year));
        let part = dates.first()?.date?.last?;
        (part.year() == year.year() && part.month().is_some()).then_some(part)
    }

    fn status(&self, words: &str, date: Option<Date>) -> TargetStatus {
        if says("planned", words) {
            return TargetStatus::Planned;
        }
        if says("achieved", words) {
            return TargetStatus::Achieved;
        }
        let context = self.source.context;
        match &context.genre {
            Some(
                Genre::Communique | Genre::Report | Genre::Bulletin | Genre::Circular,
            ) => return TargetStatus::Achieved,
            Some(
                Genre::Measures
                | Genre::Provisions
                | Genre::DetailedRules
                | Genre::Regulations,
            ) if date.is_none() => return TargetStatus::Condition,
            _ => {}
        }
        let past = date.is_some_and(|date| match context.issued {
            Some(now) => date.year() < now.year(),
            None => self.earliest == Some(date),
        });
        if past {
            TargetStatus::Achieved
        } else {
            TargetStatus::Planned
        }
    }
}

/// Whether a cell is a clause that tells what is to be done: 新增3000人, 增长6%以上, not 约3000人.
fn tells_of_work(words: &str) -> bool {
    opens_with_verb(words) || opens_clause(words) || says("growth", words)
}

fn is_unit_cell(words: &str) -> bool {
    CellUnit::read(words).is_some()
}

/// A column of changes is of what the column before it measures: 产量 | 较上年±%.
pub(super) fn name_growth(columns: &mut [Column]) {
    let mut last = String::new();
    for column in columns {
        if let Column::Value(measure) = column {
            if measure.growth.is_some() && measure.what.is_empty() {
                measure.what.clone_from(&last);
            } else {
                last.clone_from(&measure.what);
            }
        }
    }
}

/// When a head or a caption says, and what it compares with: 2025年比2020年增长.
pub(super) fn read_period(words: &str) -> (Option<Date>, Option<Baseline>) {
    let mut deadline = None;
    let mut baseline = None;
    for found in find_dates(words, None) {
        let Some(date) = found.date.filter(|_| !found.is_distance) else {
            continue;
        };
        let before = &words[..found.span.start];
        let Some(target) = DateMention::target_date(date) else {
            continue;
        };
        if before.ends_with(['比', '较']) {
            baseline = Some(Baseline {
                text: words[found.span.range()].to_owned(),
                value: None,
                date: Some(target),
            });
        } else if !words[found.span.end..].starts_with('版') {
            deadline = Some(target);
        }
    }
    let deadline = deadline
        .or_else(|| bare_year(words))
        .or_else(|| end_of_plan(words).filter(|_| baseline.is_none()));
    (deadline, baseline)
}

/// A head that is a year alone: 2025.
fn bare_year(words: &str) -> Option<Date> {
    let year = words.parse().ok()?;
    (words.len() == 4 && (1949..=2100).contains(&year)).then(|| Date::year_only(year))
}

/// What a head says of what is measured: nothing in 2025年目标.
fn what(bare: &str) -> String {
    let mut words = bare.to_owned();
    let dates: Vec<Span> = find_dates(bare, None)
        .iter()
        .filter(|found| !found.is_distance)
        .map(|found| found.span)
        .collect();
    for span in dates.iter().rev() {
        words.replace_range(span.range(), "");
    }
    let plan = words.contains('五') && end_of_plan(&words).is_some();
    let rest = head::without_generic(&words);
    let rest = rest.trim_start_matches(['十', '一', '二', '三', '四', '五', '六']);
    let says_nothing = rest.is_empty()
        || bare_year(bare).is_some()
        || read_head(bare) == Some(Head::Criterion);
    if says_nothing {
        String::new()
    } else if plan {
        words.replace(['“', '”', '"'], "")
    } else {
        words
    }
}

/// The change that words end in: 能源消耗下降, but not 农田改造提升.
pub(super) fn closing_change(words: &str) -> Option<Change> {
    let change = read_lead(words).change;
    change.filter(|&change| change != Change::Level)
}
