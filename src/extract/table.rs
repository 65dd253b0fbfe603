//! Tables that assign duties: `任务 | 牵头单位 | 配合单位 | 时间节点`, one task a row.

use std::ops::Range;

use super::deadline;
use crate::diagnostic::{Code, Diagnostics};
use crate::grammar::date::find_dates;
use crate::grammar::department::{
    are_bodies, is_class_noun, is_vague, read_body, read_department_list,
};
use crate::lexicon::duty::{Label, is_phrase, read_label};
use crate::model::{Date, Role};
use crate::span::Span;
use crate::strip::Page;

/// A table that yields facts, in the order of the text.
#[derive(Debug)]
pub(super) struct FactTable {
    /// Counted from 1 over all such tables: `表1`.
    pub(super) number: u32,
    pub(super) span: Span,
    pub(super) kind: Kind,
}

/// What a table holds.
#[derive(Debug)]
pub(super) enum Kind {
    /// Duties, one row a task.
    Duties(Vec<Row>),
    /// Indicators (指标) and their values, which are targets.
    Indicators,
}

/// A row of a table of duties.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The printed number (序号), or the row's ordinal.
    pub(super) number: String,
    /// Which of several rows under one number it is.
    pub(super) part: Option<u32>,
    /// What is to be done.
    pub(super) task: Span,
    /// The cells that name bodies.
    pub(super) roles: Vec<(Role, Span)>,
    /// The cell or the head of a column that says by when.
    pub(super) deadline: Option<Span>,
}

/// What the columns of a table hold, as its header row says.
#[derive(Debug, PartialEq, Eq)]
struct Columns {
    number: Option<usize>,
    roles: Vec<(usize, Role)>,
    deadline: Option<usize>,
    /// Head of a column that names a year or a plan: `“十四五”装机计划`.
    period: Option<Span>,
    count: usize,
}

/// Rows of a table at the top that may be its header.
const HEADER_ROWS: usize = 3;

/// Characters of a cell in a header at the most.
const LONGEST_HEAD: usize = 20;

/// The tables of a page that yield facts.
pub(super) fn find(page: &Page, diagnostics: &mut Diagnostics) -> Vec<FactTable> {
    let mut tables: Vec<FactTable> = page
        .tables
        .iter()
        .filter_map(|table| {
            let mut grid: Vec<Vec<Span>> = Vec::new();
            table.each_row(|_, cells| grid.push(cells.iter().map(cell_span).collect()));
            read_grid(&page.text, &grid)
        })
        .chain(TextTables::new(page, diagnostics).find())
        .collect();
    tables.sort_by_key(|table| table.span.start);
    for (number, table) in (1..).zip(&mut tables) {
        table.number = number;
    }
    tables
}

fn cell_span(range: &Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

// ---------------------------------------------------------------------------------------
// Tables with cells

/// Reads a grid of cells whose spans are resolved: a cell over several rows comes again in
/// each of them.
pub(super) fn read_grid(text: &str, grid: &[Vec<Span>]) -> Option<FactTable> {
    let span = grid_span(grid)?;
    let kind =
        grid.iter()
            .take(HEADER_ROWS)
            .enumerate()
            .find_map(|(index, header)| {
                let columns = read_header(text, header)?;
                Some(match columns {
                    Some(columns) => {
                        Kind::Duties(duty_rows(text, &grid[index + 1..], &columns))
                    }
                    None => Kind::Indicators,
                })
            })?;
    Some(FactTable {
        number: 0,
        span,
        kind,
    })
}

fn grid_span(grid: &[Vec<Span>]) -> Option<Span> {
    let cells = grid.iter().flatten().filter(|cell| !cell.is_empty());
    let start = cells.clone().map(|cell| cell.start).min()?;
    let end = cells.map(|cell| cell.end).max()?;
    Some(Span::new(start, end))
}

/// Reads a header row: the columns of a table of duties, nothing within for one of
/// indicators, and no header at all otherwise.
fn read_header(text: &str, header: &[Span]) -> Option<Option<Columns>> {
    let mut columns = Columns {
        number: None,
        roles: Vec::new(),
        deadline: None,
        period: None,
        count: header.len(),
    };
    let mut offices = Vec::new();
    let mut indicators = false;
    let mut last = Span::default();
    for (index, &cell) in header.iter().enumerate() {
        let head: String = text[cell.range()].split_whitespace().collect();
        if head.chars().count() > LONGEST_HEAD {
            return None;
        }
        let repeated = std::mem::replace(&mut last, cell) == cell;
        indicators |= head.contains("指标");
        match read_label(&head) {
            _ if repeated => {}
            _ if is_phrase("number-head", &head) => columns.number = Some(index),
            Some(Label::Bodies(role)) if is_office_head(&head) => {
                offices.push((index, role))
            }
            Some(Label::Bodies(role)) => columns.roles.push((index, role)),
            Some(Label::Deadline) => columns.deadline = Some(index),
            _ if has_date(&head) => columns.period = columns.period.or(Some(cell)),
            _ => {}
        }
    }
    // 处室 within a body count only where no body is named.
    if columns.roles.is_empty() {
        columns.roles = offices;
    }
    let others =
        columns.count > columns.roles.len() + usize::from(columns.number.is_some());
    if !columns.roles.is_empty() && others {
        Some(Some(columns))
    } else {
        (indicators && header.len() > 1).then_some(None)
    }
}

fn is_office_head(head: &str) -> bool {
    head.ends_with("处室") || head.ends_with("科室")
}

fn has_date(head: &str) -> bool {
    deadline::end_of_plan(head).is_some()
        || find_dates(head, Some(Date::year_only(2000)))
            .iter()
            .any(|found| found.date.is_some())
}

fn duty_rows(text: &str, grid: &[Vec<Span>], columns: &Columns) -> Vec<Row> {
    let Some(task_column) = longest_column(text, grid, columns) else {
        return Vec::new();
    };
    let cell = |row: &[Span], column: usize| row.get(column).copied().unwrap_or_default();
    let mut rows: Vec<Row> = Vec::new();
    let mut numbered: Option<Span> = None;
    for cells in grid {
        let task = cell(cells, task_column);
        let roles: Vec<_> = columns
            .roles
            .iter()
            .map(|&(column, role)| (role, cell(cells, column)))
            .filter(|(_, cell)| !cell.is_empty() && *cell != task)
            .collect();
        if task.is_empty() || roles.is_empty() || is_header_again(text, &roles) {
            continue;
        }
        let number = columns.number.map(|column| cell(cells, column));
        let number = number.filter(|cell| is_number(&text[cell.range()]));
        let again = number.is_some() && number == numbered;
        numbered = number;
        let printed = match (number, again, rows.last()) {
            (_, true, Some(last)) => last.number.clone(),
            (Some(cell), ..) => bare_number(&text[cell.range()]),
            (None, ..) => (rows.len() + 1).to_string(),
        };
        let part = again.then(|| match rows.last_mut() {
            Some(last) => *last.part.get_or_insert(1) + 1,
            None => 1,
        });
        let deadline = columns.deadline.map(|column| cell(cells, column));
        rows.push(Row {
            number: printed,
            part,
            task,
            roles,
            deadline: deadline.filter(|cell| !cell.is_empty()).or(columns.period),
        });
    }
    rows
}

/// The column that says what is to be done: the one with most to say.
fn longest_column(text: &str, grid: &[Vec<Span>], columns: &Columns) -> Option<usize> {
    let taken = |column: usize| {
        columns.number == Some(column)
            || columns.deadline == Some(column)
            || columns.roles.iter().any(|&(role, _)| role == column)
    };
    let width = grid.iter().map(Vec::len).max()?;
    (0..width)
        .filter(|&column| !taken(column))
        .filter(|&column| {
            let cells = grid.iter().filter_map(|row| row.get(column));
            let mut words = cells.map(|cell| text[cell.range()].trim());
            words.any(|words| !words.is_empty() && read_label(words).is_none())
        })
        .max_by_key(|&column| {
            let size = grid
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.len())
                .sum::<usize>();
            (size, std::cmp::Reverse(column))
        })
}

/// Whether the header stands here again, as at the top of a printed page.
fn is_header_again(text: &str, roles: &[(Role, Span)]) -> bool {
    roles.iter().all(|(_, cell)| {
        matches!(read_label(&text[cell.range()]), Some(Label::Bodies(_)))
    })
}

fn is_number(words: &str) -> bool {
    let number = bare_number(words);
    !number.is_empty() && number.len() <= 4 && number.bytes().all(|b| b.is_ascii_digit())
}

fn bare_number(words: &str) -> String {
    words
        .trim()
        .trim_end_matches(['.', '、', '．', '。'])
        .to_owned()
}

// ---------------------------------------------------------------------------------------
// Tables with one cell on each line

/// Cells of a header at the most.
const MOST_HEADS: usize = 10;

/// Lines of a row at the most.
const MOST_LINES: usize = 24;

struct TextTables<'a> {
    page: &'a Page,
    /// The lines that hold something.
    lines: Vec<Span>,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> TextTables<'a> {
    fn new(page: &'a Page, diagnostics: &'a mut Diagnostics) -> Self {
        // Without 序号 on a line of its own there is no such table, and nothing to copy.
        let lines = if page.tables.is_empty() && page.text.contains("序号") {
            let lines = page.lines.iter();
            let full = lines.filter(|line| !line.span.is_empty() && line.hint.table == 0);
            full.map(|line| line.span).collect()
        } else {
            Vec::new()
        };
        Self {
            page,
            lines,
            diagnostics,
        }
    }

    fn words(&self, line: usize) -> &'a str {
        self.lines
            .get(line)
            .map_or("", |span| &self.page.text[span.range()])
    }

    fn find(mut self) -> Vec<FactTable> {
        let mut tables = Vec::new();
        let mut line = 0;
        while line < self.lines.len() {
            if is_phrase("number-head", self.words(line))
                && let Some((table, next)) = self.read(line)
            {
                tables.push(table);
                line = next.max(line + 1);
            } else {
                line += 1;
            }
        }
        tables
    }

    /// Reads the table whose header begins on a line, and the line behind it.
    fn read(&mut self, header: usize) -> Option<(FactTable, usize)> {
        let first = (header + 2..self.lines.len().min(header + MOST_HEADS + 2))
            .find(|&line| self.words(line) == "1")?;
        // A heading of a group of rows may stand between the header and the first row.
        let heads = [first, first - 1].into_iter().find_map(|end| {
            let columns = read_header(&self.page.text, &self.lines[header..end])?;
            let last = columns.as_ref().and_then(|columns| {
                columns
                    .roles
                    .iter()
                    .map(|&(column, _)| column)
                    .chain(columns.deadline)
                    .max()
            });
            let complete = last.is_none_or(|last| last + 1 == end - header);
            complete.then_some((columns, end - header))
        });
        let (columns, _) = heads?;
        let start = self.lines[header].start;
        let (kind, end) = match columns {
            Some(columns) => {
                let (rows, end) = self.read_rows(first, header, &columns);
                (Kind::Duties(rows), end)
            }
            None => (Kind::Indicators, first),
        };
        let span = Span::new(start, self.lines[end - 1].end);
        let table = FactTable {
            number: 0,
            span,
            kind,
        };
        Some((table, end))
    }

    fn read_rows(
        &mut self,
        first: usize,
        header: usize,
        columns: &Columns,
    ) -> (Vec<Row>, usize) {
        let mut rows: Vec<Row> = Vec::new();
        let mut line = first;
        loop {
            let number = (rows.len() + 1).to_string();
            let next = (rows.len() + 2).to_string();
            let from = line + 1;
            let most = self.lines.len().min(from + MOST_LINES);
            let found = (from..most).find(|&line| self.words(line) == next);
            let end = found.unwrap_or_else(|| self.row_end(from, columns));
            let cells = self.cells(from, end, header, columns);
            let above = rows.last();
            match self.row(number, &cells, columns, above) {
                Some(row) => rows.push(row),
                None => {
                    let span = self.lines[line];
                    self.diagnostics.push(
                        Code::UncertainRow,
                        Some(span),
                        "expected the columns of the header in this row of the table",
                    );
                    return (rows, end);
                }
            }
            match found {
                Some(next) => line = next,
                None => return (rows, end),
            }
        }
    }

    /// Where the last row ends: behind its bodies, or where it has all its cells.
    fn row_end(&self, from: usize, columns: &Columns) -> usize {
        let most = self.lines.len().min(from + columns.count);
        let bodies = (from..most)
            .rev()
            .find(|&line| is_body_cell(self.words(line)));
        bodies.map_or(most.min(from + 1), |line| line + 1)
    }

    /// The cells of a row, those of a repeated header left out, broken lists joined.
    fn cells(
        &self,
        from: usize,
        end: usize,
        header: usize,
        columns: &Columns,
    ) -> Vec<Span> {
        let heads: Vec<_> = (header..header + columns.count)
            .map(|line| self.words(line))
            .collect();
        let mut cells: Vec<Span> = Vec::new();
        for line in from..end {
            let words = self.words(line);
            if heads.contains(&words) {
                continue;
            }
            match cells.last_mut() {
                // 申通地铁 ⏎ 集团
                Some(last) if is_class_noun(words) => last.end = self.lines[line].end,
                Some(last)
                    if self.page.text[last.range()].ends_with(['、', '，', ','])
                        && is_body_cell(words) =>
                {
                    last.end = self.lines[line].end;
                }
                _ => cells.push(self.lines[line]),
            }
        }
        cells
    }

    /// Makes a row of its cells, or `None` when the columns are not certain. A cell that is
    /// missing was merged with the one above it.
    fn row(
        &self,
        number: String,
        cells: &[Span],
        columns: &Columns,
        above: Option<&Row>,
    ) -> Option<Row> {
        let text = &self.page.text;
        let bodies: Vec<_> = cells
            .iter()
            .copied()
            .filter(|cell| is_body_cell(&text[cell.range()]))
            .collect();
        let roles = match bodies.len() {
            0 => above?.roles.clone(),
            // A column that is not filled was dropped: the first of them stays.
            count if count <= columns.roles.len() => columns
                .roles
                .iter()
                .map(|&(_, role)| role)
                .zip(bodies.iter().copied())
                .collect(),
            _ => return None,
        };
        let is_date = |cell: &&Span| {
            let words = &text[cell.range()];
            columns.deadline.is_some() && deadline::is_deadline(words)
        };
        let deadline = cells.iter().rev().find(is_date).copied();
        let task = cells
            .iter()
            .filter(|cell| !bodies.contains(cell) && Some(**cell) != deadline)
            .max_by_key(|cell| cell.len())?;
        Some(Row {
            number,
            part: None,
            task: *task,
            roles,
            deadline: deadline.or(columns.period),
        })
    }
}

/// Whether a cell holds a list of bodies and nothing else.
fn is_body_cell(words: &str) -> bool {
    /// Characters of a cell of bodies at the most.
    const LONGEST: usize = 200;
    if words.len() > 3 * LONGEST || words.contains(['。', '；', '“', '*']) {
        return false;
    }
    let names = read_department_list(words);
    let covered: usize = names.iter().map(|name| name.len() + '、'.len_utf8()).sum();
    are_bodies(&names)
        && names.iter().any(|name| !read_body(name).bare)
        && covered + "等部门".len() * 2 >= words.trim().len()
        && !names
            .iter()
            .all(|name| is_vague(name) && names.len() == 1 && name.len() < 12)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A grid from lines of cells parted by `|`.
    fn grid(text: &str) -> Vec<Vec<Span>> {
        let mut start = 0;
        text.split('\n')
            .map(|line| {
                let mut at = start;
                start += line.len() + 1;
                line.split('|')
                    .map(|cell| {
                        let span = Span::new(at, at + cell.len());
                        at += cell.len() + 1;
                        span
                    })
                    .collect()
            })
            .collect()
    }

    fn shown(text: &str, row: &Row) -> String {
        let roles: Vec<_> = row
            .roles
            .iter()
            .map(|(role, cell)| format!("{role:?} {}", &text[cell.range()]))
            .collect();
        let deadline = row.deadline.map_or("", |cell| &text[cell.range()]);
        format!(
            "{} {:?} {}: {} ({deadline})",
            row.number,
            row.part,
            &text[row.task.range()],
            roles.join(", "),
        )
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let table = read_grid(text, &grid(text)).unwrap();
        let Kind::Duties(rows) = table.kind else {
            panic!("expected a table of duties");
        };
        let rows: Vec<_> = rows.iter().map(|row| shown(text, row)).collect();
        assert_eq!(rows, expected);
    }

    #[test]
    fn columns_are_told_by_their_heads() {
        check(
            "序号|工作事项|主要内容|牵头单位|配合单位|时间节点\n\
             1|培训|开展全员业务培训|省教育厅|省财政厅|2025年底\n\
             2|督查|组织开展专项督查|省公安厅|/|长期",
            &[
                "1 None 开展全员业务培训: Lead 省教育厅, Cooperating 省财政厅 (2025年底)",
                "2 None 组织开展专项督查: Lead 省公安厅, Cooperating / (长期)",
            ],
        );
    }

    #[test]
    fn a_header_may_have_a_title_above_and_come_again() {
        check(
            "任务分工表\n任务|责任单位\n建设平台|省教育厅\n任务|责任单位\n开展督查|省公安厅",
            &[
                "1 None 建设平台: Responsible 省教育厅 ()",
                "2 None 开展督查: Responsible 省公安厅 ()",
            ],
        );
    }

    #[test]
    fn tables_of_indicators_and_others_are_told_apart() {
        let text = "一级指标|二级指标|目标值\n签约|覆盖率|80%";
        let table = read_grid(text, &grid(text)).unwrap();
        assert!(matches!(table.kind, Kind::Indicators));
        let text = "姓名|单位|职务\n张三|省教育厅|厅长";
        assert!(read_grid(text, &grid(text)).is_none());
    }

    #[test]
    fn cells_of_bodies_hold_nothing_else() {
        for (words, expected) in [
            ("市交通委、市道路运输局、各区政府", true),
            ("机场集团、各航空公司", true),
            ("公交", false),
            ("推进检修段光伏设施建设", false),
            ("35-36", false),
        ] {
            assert_eq!(is_body_cell(words), expected, "{words}");
        }
    }
}
