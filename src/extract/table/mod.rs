//! Tables that yield facts: duties, one task a row, and indicators, one target a number.

mod caption;
mod column;
mod duty;
mod grid;
mod indicator;
mod stack;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use super::deadline::read_target_date;
use super::target::{Context, Passage, find_targets};
use crate::diagnostic::Diagnostics;
use crate::model::{Date, SectionKind, Target, TargetStatus};
use crate::span::Span;
use crate::strip::Page;

pub(super) use duty::Row;
use indicator::{Found, Prose, without_number};

/// A table that yields facts, in the order of the text.
#[derive(Debug)]
pub(super) struct FactTable {
    /// Counted from 1 over all such tables: `表1`.
    pub(super) number: u32,
    /// Its lines from first to last.
    pub(super) span: Span,
    /// Its duties, one row a task.
    pub(super) rows: Vec<Row>,
    pub(super) targets: Vec<Target>,
}

impl FactTable {
    /// Whether a stretch is a numbered row of a table of indicators: `1.森林覆盖率（%） ＞25`.
    pub(super) fn is_row_of_values(&self, stretch: Span) -> bool {
        self.rows.is_empty() && !self.targets.is_empty() && self.span.contains(stretch)
    }

    /// Whether a label stands within a table of duties, where it numbers no item: that of a
    /// group of rows, （一）市场准入, or of a point that a cell counts.
    pub(super) fn holds_label(&self, at: usize) -> bool {
        !self.rows.is_empty() && self.span.start < at && at < self.span.end
    }
}

/// Whether a label stands within one of the tables of duties.
pub(super) fn holds_label(tables: &[FactTable], at: usize) -> bool {
    let near = tables.partition_point(|table| table.span.end <= at);
    tables.get(near).is_some_and(|table| table.holds_label(at))
}

/// Whether a line heads a group of rows: 二、全力以赴扩投资, （一）市场准入.
fn is_group(words: &str) -> bool {
    /// Characters of such a line at the most.
    const LONGEST: usize = 40;
    let label = words.trim_start_matches(['（', '(']);
    let rest = label.trim_start_matches(|c| "一二三四五六七八九十".contains(c));
    let ends = match label.len() < words.len() {
        true => rest.starts_with(['）', ')']),
        false => rest.starts_with('、'),
    };
    rest.len() < label.len()
        && ends
        && !words.contains('。')
        && words.chars().nth(LONGEST).is_none()
}

/// A table as it is read, before it is known whether it yields anything.
#[derive(Debug)]
struct Draft {
    span: Span,
    rows: Vec<Row>,
    found: Found,
}

/// The tables of a page that yield facts.
pub(super) fn find(
    page: &Page,
    context: &Context,
    diagnostics: &mut Diagnostics,
) -> Vec<FactTable> {
    let source = Source {
        text: &page.text,
        context,
    };
    let mut drafts = grid::find(page, source, diagnostics);
    drafts.extend(stack::find(page, source, diagnostics));
    drafts.sort_by_key(|draft| draft.span.start);
    let mut tables: Vec<FactTable> = Vec::new();
    for mut draft in drafts {
        count_again(&mut draft.rows);
        let number = u32::try_from(tables.len() + 1).unwrap_or(u32::MAX);
        let targets = targets(source, number, &draft, diagnostics);
        if !draft.rows.is_empty() || !targets.is_empty() {
            tables.push(FactTable {
                number,
                span: whole_lines(&page.text, draft.span),
                rows: draft.rows,
                targets,
            });
        }
    }
    tables
}

/// Tells rows apart whose number was printed before, as where each group of rows counts from one
/// again: `1~2` is the second `1`.
fn count_again(rows: &mut [Row]) {
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut count = 1;
    for row in rows {
        // The parts of one number come one behind the other.
        if row.part.is_none_or(|part| part == 1) {
            let times = seen.entry(row.number.clone()).or_default();
            *times += 1;
            count = *times;
        }
        if count > 1 {
            row.number = format!("{}~{count}", row.number);
        }
    }
}

/// The text that tables are read in, and what is known of the document.
#[derive(Debug, Clone, Copy)]
struct Source<'a> {
    text: &'a str,
    context: &'a Context,
}

fn whole_lines(text: &str, span: Span) -> Span {
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    Span::new(start, span.end)
}

fn targets(
    source: Source<'_>,
    table: u32,
    draft: &Draft,
    diagnostics: &mut Diagnostics,
) -> Vec<Target> {
    let known = |row: Option<usize>| {
        let at = draft.rows.binary_search_by_key(&row?, |known| known.index);
        at.ok().map(|at| &draft.rows[at])
    };
    let path =
        |row| known(row).map_or_else(|| format!("表{table}"), |row| row.path(table));
    let mut targets = Vec::new();
    for (row, target) in &draft.found.values {
        targets.push(Target {
            path: Some(path(*row)),
            ..target.clone()
        });
    }
    for prose in &draft.found.prose {
        // Cells beside one that names their row are read before it is known to be a duty.
        let row = known(prose.row)
            .filter(|_| matches!(prose.kind, SectionKind::Tasks | SectionKind::Other));
        let path = path(prose.row);
        let found = prose_targets(source, &path, prose, row, diagnostics);
        targets.extend(found);
    }
    targets.sort_by_key(|target| (target.span.start, target.span.end));
    targets
}

/// The targets in the words of a cell.
fn prose_targets(
    source: Source<'_>,
    path: &str,
    prose: &Prose,
    row: Option<&Row>,
    diagnostics: &mut Diagnostics,
) -> Vec<Target> {
    let deadline = row.and_then(|row| row.due(source));
    let passage = Passage {
        subject: prose.subject.as_deref(),
        deadline: prose.deadline.or(deadline),
        ongoing: deadline.is_none() && row.is_some_and(|row| row.deadline.is_some()),
        ..Passage::new(prose.span, Some(path), prose.kind)
    };
    let mut targets =
        find_targets(source.text, &[passage], &[], source.context, diagnostics);
    for target in &mut targets {
        target.nature = target.nature.or(prose.nature);
        // Lists run on within a cell: 1.由1-3种….
        target.indicator = without_number(&target.indicator).to_owned();
        // What explains an indicator sets no aim.
        if prose.kind == SectionKind::Provisions {
            target.status = TargetStatus::Condition;
            target.deadline = None;
        }
    }
    targets
}

impl Row {
    /// Its path in the table of this number: `表1.3`.
    pub(super) fn path(&self, table: u32) -> String {
        let part = self.part.map_or(String::new(), |part| format!("#{part}"));
        format!("表{table}.{}{part}", self.number)
    }

    /// By when all of it is to be done.
    fn due(&self, source: Source<'_>) -> Option<Date> {
        read_target_date(
            &source.text[self.deadline?.range()],
            source.context.reference,
        )
    }
}

impl Prose {
    /// What is to be done, in a cell of a table of duties.
    fn of_duty(row: usize, span: Span, kind: SectionKind) -> Self {
        Self {
            row: Some(row),
            span,
            subject: None,
            kind,
            deadline: None,
            nature: None,
        }
    }
}
