//! Tables: rows become lines with a tab between cells, unless the table only lays the
//! page out.

use std::ops::Range;

use super::super::table::{Cell, Row, Table};
use super::line::{Line, Lines};
use super::token::StartTag;

/// Tables inside tables that are read as tables; deeper ones are plain blocks.
pub(super) const DEEPEST: usize = 64;

/// Cells of a table that are kept; the text of further ones stands in lines.
const MOST_CELLS: u32 = 1 << 20;

/// Lines of a cell from which on it reads as an article and no datum.
const ARTICLE_LINES: u32 = 8;

/// Bytes of a cell from which on it reads as an article and no datum.
const ARTICLE_BYTES: usize = 2400;

/// Lines of a cell from which on its row is no row of data, whatever its table.
const LONGEST_CELL: u32 = 60;

/// A table whose end has not come.
#[derive(Debug, Default)]
pub(super) struct Open {
    /// Index of its first line.
    first_line: u32,
    rows: Vec<OpenRow>,
    cells: Vec<OpenCell>,
    in_row: bool,
    in_cell: bool,
    /// Whether it holds a table with text, so that it only lays the page out.
    lays_out: bool,
}

#[derive(Debug)]
struct OpenRow {
    first_cell: u32,
    lines: Range<u32>,
}

#[derive(Debug)]
struct OpenCell {
    lines: Range<u32>,
    columns: u16,
    rows: u16,
}

impl Open {
    pub(super) fn new(lines: &Lines) -> Self {
        Self {
            first_line: line_count(lines),
            ..Self::default()
        }
    }

    pub(super) fn begin_row(&mut self, lines: &Lines) {
        self.end_row(lines);
        let line = line_count(lines);
        self.rows.push(OpenRow {
            first_cell: u32::try_from(self.cells.len()).unwrap_or(u32::MAX),
            lines: line..line,
        });
        self.in_row = true;
    }

    pub(super) fn end_row(&mut self, lines: &Lines) {
        self.end_cell(lines);
        if std::mem::take(&mut self.in_row)
            && let Some(row) = self.rows.last_mut()
        {
            row.lines.end = line_count(lines);
        }
    }

    pub(super) fn begin_cell(&mut self, lines: &Lines, tag: &StartTag) {
        self.end_cell(lines);
        if !self.in_row {
            self.begin_row(lines);
        }
        if self.cells.len() >= MOST_CELLS as usize {
            return;
        }
        let line = line_count(lines);
        self.cells.push(OpenCell {
            lines: line..line,
            columns: tag.colspan,
            rows: tag.rowspan,
        });
        self.in_cell = true;
    }

    pub(super) fn end_cell(&mut self, lines: &Lines) {
        if std::mem::take(&mut self.in_cell)
            && let Some(cell) = self.cells.last_mut()
        {
            cell.lines.end = line_count(lines);
        }
    }

    /// Notes that something stands in it that no table of data holds.
    pub(super) fn lay_out(&mut self) {
        self.lays_out = true;
    }

    /// Whether text stands in it.
    pub(super) fn has_text(&self, lines: &Lines) -> bool {
        line_count(lines) > self.first_line
    }

    /// Ends the table: writes its rows as lines when they are data.
    pub(super) fn finish(mut self, lines: &mut Lines, number: u32) -> Option<Table> {
        self.end_row(lines);
        self.is_data(lines).then(|| self.write(lines, number))
    }

    fn cells_of(&self, row: usize) -> &[OpenCell] {
        let end = self
            .rows
            .get(row + 1)
            .map_or(self.cells.len(), |next| next.first_cell as usize);
        &self.cells[self.rows[row].first_cell as usize..end]
    }

    /// Whether its rows are data: several cells side by side, none of them an article.
    fn is_data(&self, lines: &Lines) -> bool {
        if self.lays_out {
            return false;
        }
        let side_by_side = (0..self.rows.len())
            .filter(|&row| {
                self.cells_of(row)
                    .iter()
                    .filter(|cell| !cell.lines.is_empty())
                    .count()
                    > 1
            })
            .count();
        let is_article = |cell: &OpenCell| {
            let count = cell.lines.end - cell.lines.start;
            count >= ARTICLE_LINES && bytes(cell, lines) >= ARTICLE_BYTES
        };
        match side_by_side {
            0 => false,
            1 | 2 => !self.cells.iter().any(is_article),
            _ => true,
        }
    }

    /// Whether a row's lines can stand side by side on one. A cell alone over the whole
    /// width holds paragraphs.
    fn joins(&self, row: usize) -> bool {
        if let [cell] = self.cells_of(row)
            && cell.columns > 1
            && cell.lines.len() > 1
        {
            return false;
        }
        let mut covered = self.rows[row].lines.start;
        for cell in self.cells_of(row) {
            let count = cell.lines.end - cell.lines.start;
            if cell.lines.start != covered || count > LONGEST_CELL {
                return false;
            }
            covered = cell.lines.end;
        }
        covered == self.rows[row].lines.end
    }

    fn write(&self, lines: &mut Lines, number: u32) -> Table {
        let (old, text) = lines.split_off(self.first_line as usize);
        let base = old.first().map_or(0, |line| line.start);
        let words = |line: &Line| &text[line.start - base..line.end - base];
        let old_line = |index: u32| &old[(index - self.first_line) as usize];
        let mut rows = Vec::with_capacity(self.rows.len());
        let mut done = self.first_line;
        for (index, row) in self.rows.iter().enumerate() {
            for line in done..row.lines.start {
                copy(lines, old_line(line), words(old_line(line)));
            }
            done = row.lines.end;
            let mut cells = Vec::with_capacity(self.cells_of(index).len());
            if self.joins(index) {
                let mut joined = Line {
                    start: lines.text.len(),
                    table: number,
                    ..Line::default()
                };
                for (column, cell) in self.cells_of(index).iter().enumerate() {
                    if column > 0 {
                        lines.text.push(b'\t');
                    }
                    let start = lines.text.len();
                    for line in cell.lines.clone() {
                        if line > cell.lines.start {
                            lines.text.push(b' ');
                        }
                        let line = old_line(line);
                        lines.text.extend_from_slice(words(line));
                        joined.linked += line.linked;
                        joined.context = line.context;
                    }
                    cells.push(cell.at(start..lines.text.len()));
                }
                joined.end = lines.text.len();
                if row.lines.is_empty() {
                    lines.text.truncate(joined.start);
                    for cell in &mut cells {
                        cell.range = joined.start..joined.start;
                    }
                } else {
                    lines.append(joined);
                }
            } else {
                for line in row.lines.clone() {
                    let new = copy(lines, old_line(line), words(old_line(line)));
                    let within = self
                        .cells_of(index)
                        .iter()
                        .position(|cell| cell.lines.contains(&line));
                    if let Some(cell) = within {
                        while cells.len() <= cell {
                            let at = new.start..new.start;
                            cells.push(self.cells_of(index)[cells.len()].at(at));
                        }
                        cells[cell].range.end = new.end;
                    }
                }
            }
            rows.push(Row { cells });
        }
        let last = self.first_line + u32::try_from(old.len()).unwrap_or(u32::MAX);
        for line in done..last {
            copy(lines, old_line(line), words(old_line(line)));
        }
        Table { number, rows }
    }
}

impl OpenCell {
    fn at(&self, range: Range<usize>) -> Cell {
        Cell {
            range,
            columns: self.columns,
            rows: self.rows,
        }
    }
}

fn copy(lines: &mut Lines, line: &Line, words: &[u8]) -> Line {
    let start = lines.text.len();
    lines.text.extend_from_slice(words);
    let line = Line {
        start,
        end: lines.text.len(),
        ..*line
    };
    lines.append(line);
    line
}

fn line_count(lines: &Lines) -> u32 {
    u32::try_from(lines.lines.len()).unwrap_or(u32::MAX)
}

fn bytes(cell: &OpenCell, lines: &Lines) -> usize {
    lines.lines[cell.lines.start as usize..cell.lines.end as usize]
        .iter()
        .map(|line| line.end - line.start)
        .sum()
}
