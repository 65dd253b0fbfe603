//! Tables of a page, as their rows and cells stand in its text.

use std::ops::Range;

/// Columns of a table that are told apart; further ones are left out of its grid.
const MOST_COLUMNS: usize = 64;

/// A table of a page: cells side by side that hold data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    /// Counted from 1, as [`Hint::table`](super::Hint::table) of its lines.
    pub(crate) number: u32,
    pub(crate) rows: Vec<Row>,
}

/// A row's own cells; those that reach into it from above are not among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) cells: Vec<Cell>,
}

/// A cell and how far it spans; its text stands once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Byte range in the text; empty where the cell is.
    pub(crate) range: Range<usize>,
    /// How many columns it spans, 1 at least.
    pub(crate) columns: u16,
    /// How many rows it spans, 1 at least.
    pub(crate) rows: u16,
}

impl Table {
    /// Calls `visit` with each row's index and the byte range of the cell in each of its
    /// columns, spans resolved: a cell that spans several columns or rows comes again in
    /// each of them. A column that no cell fills has an empty range.
    #[allow(dead_code, reason = "for the reading of duty tables")]
    pub(crate) fn each_row(&self, mut visit: impl FnMut(usize, &[Range<usize>])) {
        // What reaches into the rows below: the cell and how many rows it still spans.
        let mut above: Vec<(Range<usize>, u16)> = Vec::new();
        let mut grid: Vec<Range<usize>> = Vec::new();
        for (index, row) in self.rows.iter().enumerate() {
            grid.clear();
            let mut cells = row.cells.iter();
            for column in 0..MOST_COLUMNS {
                if grid.len() > column {
                    continue;
                }
                if let Some((range, left)) = above.get_mut(column)
                    && *left > 0
                {
                    *left -= 1;
                    grid.push(range.clone());
                    continue;
                }
                let Some(cell) = cells.next() else {
                    if column >= above.len() {
                        break;
                    }
                    grid.push(0..0);
                    continue;
                };
                let end = (column + usize::from(cell.columns)).min(MOST_COLUMNS);
                for column in column..end {
                    if above.len() <= column {
                        above.resize(column + 1, (0..0, 0));
                    }
                    above[column] = (cell.range.clone(), cell.rows - 1);
                    grid.push(cell.range.clone());
                }
            }
            visit(index, &grid);
        }
    }

    /// The table with its cells moved elsewhere.
    pub(crate) fn moved(&self, to: impl Fn(Range<usize>) -> Range<usize>) -> Self {
        let moved = |cell: &Cell| Cell {
            range: to(cell.range.clone()),
            ..*cell
        };
        let rows = self.rows.iter().map(|row| Row {
            cells: row.cells.iter().map(moved).collect(),
        });
        Self {
            number: self.number,
            rows: rows.collect(),
        }
    }

    /// Whether no cell has text.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows
            .iter()
            .flat_map(|row| &row.cells)
            .all(|cell| cell.range.is_empty())
    }
}
