//! Tables of indicators (指标): what is measured, in what unit, and how much there is, was
//! or is to be, one target a number.

use std::collections::HashSet;

use super::Source;
use super::caption::{allots, caption, table_unit};
use super::column::{
    Column, Heads, Measure, Sheet, closing_change, name_growth, read_period,
};
use super::duty::{Columns, Row};
use crate::diagnostic::{Code, Diagnostics};
use crate::extract::deadline::read_target_date;
use crate::extract::target::{Cell, CellUnit, Value, nature, per, read_cell, split_unit};
use crate::grammar::bullet::is_bullet;
use crate::lexicon::duty::{Label, read_label};
use crate::lexicon::head::{self, Head, says};
use crate::model::{Change, Date, Decimal, Nature, SectionKind, Target, TargetStatus};
use crate::span::Span;

/// What a table says of indicators.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Numbers in cells of their own, with the row of duties that they stand in.
    pub(super) values: Vec<(Option<usize>, Target)>,
    /// Cells of words, whose numbers are read as those of any sentence.
    pub(super) prose: Vec<Prose>,
}

/// A cell of words.
#[derive(Debug)]
pub(super) struct Prose {
    pub(super) row: Option<usize>,
    pub(super) span: Span,
    /// The indicator of the row.
    pub(super) subject: Option<String>,
    pub(super) kind: SectionKind,
    pub(super) deadline: Option<Date>,
    pub(super) nature: Option<Nature>,
}

/// What the columns of a table hold.
#[derive(Debug)]
pub(super) struct Layout<'a> {
    source: Source<'a>,
    columns: Vec<Column>,
    /// The column that says by when each row is to be reached: 完成时限.
    due: Option<usize>,
    /// The column that names what is measured.
    name: usize,
    /// The head of that column.
    name_head: Span,
    /// Whether that head spans the column to the left as well.
    wide_name: bool,
    /// The unit of the whole table: 单位：万元.
    unit: Option<CellUnit>,
    /// Whether each row is a duty as well.
    duties: bool,
    /// Whether each row is a year: 年份.
    yearly: bool,
}

impl<'a> Layout<'a> {
    /// Reads the header of a table of indicators; `None` when it is something else.
    pub(super) fn of_indicators(
        source: Source<'a>,
        span: Span,
        header: &[Vec<Span>],
        body: &[Vec<Span>],
    ) -> Option<Self> {
        let heads = Heads::new(source.text, header)?;
        if heads.kinds.contains(&Some(Head::Person)) {
            return None;
        }
        let name = heads.last(Head::Indicator);
        let strong = name.is_some();
        let name = name
            .or_else(|| heads.first(Head::Subject))
            .or_else(|| heads.first(Head::Period))?;
        let layout =
            Self::read_columns(source, span, &heads, body, name, strong, |_| false);
        let measures = |column: &Column| matches!(column, Column::Value(_));
        (strong || layout.columns.iter().any(measures)).then_some(layout)
    }

    /// Reads the columns that a table of duties has besides: its indicators.
    pub(super) fn of_duties(
        source: Source<'a>,
        span: Span,
        header: &[Vec<Span>],
        body: &[Vec<Span>],
        duties: &Columns,
    ) -> Option<Self> {
        let heads = Heads::new(source.text, header)?;
        let name = heads
            .last(Head::Indicator)
            .or_else(|| (0..heads.words.len()).find(|&at| !duties.is_taken(at)))?;
        let taken = |column| duties.is_taken(column) || duties.asides.contains(&column);
        let mut layout =
            Self::read_columns(source, span, &heads, body, name, false, taken);
        // Their sentences are read with those of the tasks, as what has been done.
        for &column in &duties.progress {
            if let Column::Words(_) = layout.columns[column] {
                layout.columns[column] = Column::Other;
            }
        }
        layout.duties = true;
        Some(layout)
    }

    fn read_columns(
        source: Source<'a>,
        span: Span,
        heads: &Heads,
        body: &[Vec<Span>],
        name: usize,
        strong: bool,
        is_taken: impl Fn(usize) -> bool,
    ) -> Self {
        let caption = caption(source.text, span.start, heads.start);
        let unit = table_unit(source.text, span.start, heads.start);
        let sheet = Sheet {
            source,
            heads,
            body,
            strong,
            caption: caption.as_deref().unwrap_or(""),
            allots: allots(source.text, span.start, heads.start),
            has_unit: unit.is_some(),
            earliest: heads.earliest_year(),
        };
        let mut columns: Vec<Column> = (0..heads.words.len())
            .map(|at| match at {
                _ if at == name || is_taken(at) => Column::Other,
                _ => sheet.column(at),
            })
            .collect();
        name_growth(&mut columns);
        let is_due = |head: &String| matches!(read_label(head), Some(Label::Deadline));
        Self {
            source,
            columns,
            due: heads.words.iter().position(is_due),
            name,
            name_head: heads.spans[name],
            wide_name: name > 0 && heads.spans[name - 1] == heads.spans[name],
            unit,
            duties: false,
            yearly: heads.kinds[name] == Some(Head::Period),
        }
    }

    /// Reads the rows below the header.
    pub(super) fn read(
        &self,
        body: &[Vec<Span>],
        diagnostics: &mut Diagnostics,
    ) -> Found {
        let mut found = Found::default();
        let mut done: Vec<Span> = vec![Span::default(); self.columns.len()];
        for (index, cells) in body.iter().enumerate() {
            if let Some(row) = self.row(index, cells) {
                row.read(&mut done, &mut found, diagnostics);
            }
        }
        found
    }

    fn row<'r>(&'r self, index: usize, cells: &'r [Span]) -> Option<Measured<'r>> {
        let text = self.source.text;
        let name = *cells.get(self.name)?;
        // A cell over the whole width is the heading of the rows below it.
        let heading = cells.iter().all(|&cell| cell == name || cell.is_empty());
        if name.is_empty() || heading || name == self.name_head {
            return None;
        }
        let words = clean(&text[name.range()]);
        let (bare, unit) = split_unit(&words);
        let nameless = !self.yearly && !bare.contains(char::is_alphabetic);
        if nameless || words == self.head_words() {
            return None;
        }
        let bare = self.with_parent(cells, bare);
        let column = self.columns.iter().position(|c| matches!(c, Column::Unit));
        let unit = column
            .and_then(|column| cells.get(column))
            .and_then(|cell| CellUnit::read_cell(&text[cell.range()]))
            .or(unit)
            .or_else(|| self.unit.clone());
        let date = self.yearly.then(|| read_period(&words).0);
        let (bare, date) = match date {
            Some(date) => (String::new(), Some(date?)),
            None => (bare, None),
        };
        let due = self
            .due
            .and_then(|column| cells.get(column))
            .and_then(|cell| {
                read_target_date(&text[cell.range()], self.source.context.reference)
            });
        let nature = cells
            .iter()
            .find_map(|cell| nature(text[cell.range()].trim()));
        Some(Measured {
            layout: self,
            index,
            cells,
            name,
            bare,
            unit,
            nature,
            date,
            due,
        })
    }

    fn head_words(&self) -> String {
        clean(&self.source.text[self.name_head.range()])
    }

    /// 居民人均可支配收入 | 城镇: a short name says which part of the one to its left.
    fn with_parent(&self, cells: &[Span], bare: &str) -> String {
        /// Characters of a name that cannot stand alone at the most.
        const SHORTEST: usize = 4;
        let parent = self
            .name
            .checked_sub(1)
            .filter(|&left| matches!(self.columns[left], Column::Other))
            .and_then(|left| cells.get(left))
            .filter(|&&parent| parent != cells[self.name] && !parent.is_empty())
            .map(|parent| clean(&self.source.text[parent.range()]));
        match parent {
            Some(parent)
                if bare.chars().count() <= SHORTEST
                    && self.wide_name
                    && parent.contains(char::is_alphabetic) =>
            {
                let (parent, _) = split_unit(&parent);
                format!("{parent}{bare}")
            }
            _ => bare.to_owned(),
        }
    }

    /// Whether the cells of a row are what the columns hold: for rows whose cells are not
    /// marked as such.
    pub(super) fn fits(&self, cells: &[Span]) -> bool {
        let text = self.source.text;
        let words = |cell: &Span| text[cell.range()].trim();
        let named = cells
            .get(self.name)
            .is_some_and(|name| !is_number(words(name)));
        named
            && cells.len() == self.columns.len()
            && self
                .columns
                .iter()
                .zip(cells)
                .all(|(column, cell)| match column {
                    // An empty cell has no line: it is not known which one it is.
                    Column::Value(_) => {
                        !cell.is_empty()
                            && matches!(
                                read_cell(words(cell), None),
                                Cell::Values(_) | Cell::Blank
                            )
                    }
                    Column::Unit => CellUnit::read_cell(words(cell)).is_some(),
                    Column::Words(_) | Column::Other => true,
                })
    }

    /// The row of sums behind the last one, when its lines are a word and a number for each
    /// column: 合计, 38-50, 34.
    pub(super) fn sums(&self, lines: &[Span]) -> Option<Vec<Span>> {
        let text = self.source.text;
        let (name, rest) = lines.split_first()?;
        if !head::is("total", text[name.range()].trim()) {
            return None;
        }
        let mut cells = vec![Span::default(); self.columns.len()];
        cells[self.name] = *name;
        let mut rest = rest.iter();
        for (at, _) in self.values() {
            let cell = *rest.next()?;
            if !is_number(text[cell.range()].trim()) {
                return None;
            }
            cells[at] = cell;
        }
        Some(cells)
    }

    /// The columns of values.
    fn values(&self) -> impl Iterator<Item = (usize, &Measure)> {
        self.columns
            .iter()
            .enumerate()
            .filter_map(|(at, column)| match column {
                Column::Value(measure) => Some((at, measure)),
                _ => None,
            })
    }

    pub(super) fn has_values(&self) -> bool {
        self.values().next().is_some()
    }
}

/// Whether a cell holds numbers alone.
pub(super) fn is_number(words: &str) -> bool {
    matches!(read_cell(words, None), Cell::Values(_))
}

/// A row with what its cells say besides the numbers.
struct Measured<'r> {
    layout: &'r Layout<'r>,
    index: usize,
    cells: &'r [Span],
    name: Span,
    bare: String,
    unit: Option<CellUnit>,
    nature: Option<Nature>,
    /// The year that the row is of.
    date: Option<Date>,
    /// By when it is to be reached.
    due: Option<Date>,
}

/// Bytes from the name of an indicator to its number that a quote spans at the most.
const LONGEST_QUOTE: usize = 400;

impl Measured<'_> {
    /// Reads the cells of the row; `done` has those of the row above, which a cell over
    /// several rows stands in again.
    fn read(&self, done: &mut [Span], found: &mut Found, diagnostics: &mut Diagnostics) {
        let mut last = self.name;
        for (at, column) in self.layout.columns.iter().enumerate() {
            let Some(&cell) = self.cells.get(at) else {
                continue;
            };
            let again = cell == last || std::mem::replace(&mut done[at], cell) == cell;
            last = cell;
            if again || cell.is_empty() {
                continue;
            }
            match column {
                Column::Value(measure) => {
                    self.read_value(cell, measure, found, diagnostics)
                }
                Column::Words(kind) => found.prose.push(self.prose(cell, *kind, None)),
                Column::Unit | Column::Other => {}
            }
        }
    }

    fn prose(&self, span: Span, kind: SectionKind, deadline: Option<Date>) -> Prose {
        Prose {
            row: self.layout.duties.then_some(self.index),
            span,
            subject: Some(self.bare.clone()).filter(|name| !name.is_empty()),
            kind,
            deadline,
            nature: self.nature,
        }
    }

    fn read_value(
        &self,
        cell: Span,
        measure: &Measure,
        found: &mut Found,
        diagnostics: &mut Diagnostics,
    ) {
        let words = &self.layout.source.text[cell.range()];
        let unit = measure.unit.as_ref().or(self.unit.as_ref());
        match read_cell(words, unit) {
            Cell::Blank => {}
            Cell::Values(values) => {
                found.values.extend(values.into_iter().map(|value| {
                    let row = self.layout.duties.then_some(self.index);
                    (row, self.target(cell, value, measure))
                }))
            }
            Cell::Glued => diagnostics.push(
                Code::UnreadableNumber,
                Some(cell),
                format!("expected one number, found `{}`", words.trim()),
            ),
            Cell::Words => {
                let kind = match measure.status {
                    TargetStatus::Planned => SectionKind::Goals,
                    TargetStatus::Achieved => SectionKind::Review,
                    TargetStatus::Condition => SectionKind::Provisions,
                };
                found.prose.push(self.prose(cell, kind, measure.deadline));
            }
        }
    }

    fn target(&self, cell: Span, value: Value, measure: &Measure) -> Target {
        let text = self.layout.source.text;
        let near =
            self.name.start < cell.start && cell.end - self.name.start <= LONGEST_QUOTE;
        let span = if near {
            Span::new(self.name.start, cell.end)
        } else {
            cell
        };
        let (base, indicator) = self.indicator(measure);
        let yearly = (measure.yearly && !value.cumulated).then(|| "年均".to_owned());
        let (change, number) = change(&value, measure, &indicator);
        Target {
            path: None,
            quote: text[span.range()].to_owned(),
            span,
            source_span: None,
            indicator,
            value: Some(number),
            value_max: value.max,
            unit: value.unit,
            comparator: value.comparator,
            change,
            per: base.or(yearly),
            deadline: self
                .date
                .or(measure.deadline)
                .or(self.due.filter(|_| measure.status == TargetStatus::Planned))
                .filter(|_| measure.status != TargetStatus::Condition),
            baseline: measure.baseline.clone(),
            status: self.status(measure),
            strength: None,
            nature: self.nature,
        }
    }

    /// Planned or achieved, by the year of the row where it has one.
    fn status(&self, measure: &Measure) -> TargetStatus {
        let now = self.layout.source.context.issued;
        match (self.date, now) {
            (Some(date), Some(now)) if date.year() < now.year() => TargetStatus::Achieved,
            _ => measure.status,
        }
    }

    /// The base that the indicator is counted on, and its name.
    fn indicator(&self, measure: &Measure) -> (Option<String>, String) {
        let (base, name) = per(&self.bare);
        let name = name.trim();
        let name = if name.is_empty() { &self.bare } else { name };
        // 供电量 is no 产量 besides.
        let same = measure.what.chars().count() <= 2
            && name.chars().next_back() == measure.what.chars().next_back();
        let indicator = if measure.what.is_empty() || same {
            name.to_owned()
        } else if head::is("total", name) {
            format!("{}{name}", measure.what)
        } else {
            format!("{name}{}", measure.what)
        };
        (base, indicator)
    }
}

/// Whether a number is a change, and its size.
fn change(value: &Value, measure: &Measure, indicator: &str) -> (Change, Decimal) {
    let minus_one = Decimal::from(-1);
    let falls = value.value < Decimal::from(0);
    if measure.growth.is_some() && falls {
        let size = value.value.checked_mul(minus_one).unwrap_or(value.value);
        return (Change::Decrease, size);
    }
    let fresh = || says("fresh", indicator).then_some(Change::Increase);
    let change = value
        .change
        // 能耗降低 is a fall in a column of 年均增长 too.
        .or_else(|| closing_change(indicator))
        .or(measure.growth)
        .or_else(fresh);
    (change.unwrap_or_default(), value.value)
}

/// The name of an indicator without its number and marks: 1.签约率▲.
fn clean(name: &str) -> String {
    let words: String = name.split_whitespace().collect();
    let words = words.trim_end_matches(is_bullet);
    let words = words.trim_start_matches(|sign| is_bullet(sign) || sign == '#');
    let words = without_number(words);
    let words = ["其中：", "其中:", "其中，", "#"]
        .iter()
        .find_map(|mark| words.strip_prefix(mark))
        .unwrap_or(words);
    words.to_owned()
}

/// Without the number of an item: 1. （1） 一、.
pub(super) fn without_number(words: &str) -> &str {
    let is_digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let (open, rest) = match words.strip_prefix(['（', '(']) {
        Some(rest) => (true, rest),
        None => (false, words),
    };
    let after = rest.trim_start_matches(is_digit);
    if after.len() == rest.len() {
        return words;
    }
    let closed = match open {
        true => after.strip_prefix(['）', ')']),
        false => after.strip_prefix(['.', '．', '、', '）', ')']),
    };
    match closed {
        // 1.5倍以上企业 opens with a number.
        Some(name) if !name.starts_with(|c: char| c.is_ascii_digit()) => name,
        _ => words,
    }
}

/// Adds the words of a table of duties: all cells that say what is to be done.
pub(super) fn add_prose(
    found: &mut Found,
    rows: &[Row],
    body: &[Vec<Span>],
    columns: &Columns,
) {
    let values: HashSet<(Option<usize>, usize)> = found
        .values
        .iter()
        .map(|(row, target)| (*row, target.span.end))
        .collect();
    let read: HashSet<Span> = found.prose.iter().map(|prose| prose.span).collect();
    let mut done = 0;
    for row in rows {
        let cells = body.get(row.index).map_or(&[][..], Vec::as_slice);
        let words = cells
            .iter()
            .enumerate()
            .filter(|&(at, _)| !columns.is_taken(at) && !columns.asides.contains(&at))
            .map(|(_, &cell)| cell)
            .chain([row.task]);
        let done_so_far: Vec<Span> = columns
            .progress
            .iter()
            .filter_map(|&column| cells.get(column).copied())
            .collect();
        let mut words: Vec<Span> = words.collect();
        words.sort();
        words.dedup();
        for span in words {
            let is_value =
                values.contains(&(Some(row.index), span.end)) || read.contains(&span);
            if span.start >= done && !span.is_empty() && !is_value {
                let kind = if done_so_far.contains(&span) {
                    SectionKind::Review
                } else {
                    SectionKind::Tasks
                };
                found.prose.push(Prose::of_duty(row.index, span, kind));
                done = span.end;
            }
        }
    }
}
