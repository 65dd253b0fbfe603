//! Tables of a text with one cell on each line. Rows are read only as far as their columns
//! are certain.

use super::column::read_period;
use super::duty::{self, Columns, Row, is_body_cell};
use super::indicator::{self, Found, Layout};
use super::{Draft, Source, is_group};
use crate::diagnostic::{Code, Diagnostics};
use crate::extract::deadline;
use crate::extract::target::split_unit;
use crate::grammar::department::{is_class_noun, read_body};
use crate::lexicon::duty::{Label, is_phrase, read_label};
use crate::lexicon::head::{self, Head, is_head, read_head};
use crate::lexicon::mark;
use crate::model::Role;
use crate::span::Span;
use crate::strip::Page;

/// Cells of a header at the most.
const MOST_HEADS: usize = 10;

/// Lines of a row at the most.
const MOST_LINES: usize = 24;

/// Bytes of a head at the most.
const LONGEST_HEAD: usize = 24;

/// Characters of a cell of a table of indicators at the most.
const LONGEST_CELL: usize = 60;

/// The tables of a page that may yield facts.
pub(super) fn find(
    page: &Page,
    source: Source<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Draft> {
    let begins = |line: usize| {
        let words = page.line(line);
        !words.is_empty() && (opens(without_bars(words)) || is_subject(words))
    };
    let barred = (0..page.lines.len()).any(|line| page.line(line).ends_with('|'));
    if !page.tables.is_empty() || !barred && !(0..page.lines.len()).any(begins) {
        return Vec::new();
    }
    let parted = parted_by_blanks(page);
    let stacks = Stacks {
        source,
        lines: cells(page, parted),
        parted,
        barred,
        diagnostics,
    };
    stacks.find()
}

/// What bars and white space around a cell are.
const AROUND: [char; 4] = ['|', ' ', '\u{3000}', '\n'];

/// What lines hold between the bars that part cells.
fn without_bars(lines: &str) -> &str {
    lines.trim_matches(AROUND)
}

/// Whether blank lines part the cells of a page: each first head of a table has one behind it.
fn parted_by_blanks(page: &Page) -> bool {
    let mut heads = (0..page.lines.len())
        .filter(|&line| is_number_head(page.line(line)))
        .peekable();
    heads.peek().is_some() && heads.all(|line| page.line(line + 1).trim().is_empty())
}

/// Whether a line is the head of the rows' numbers, with which a table begins: 序号.
fn is_number_head(line: &str) -> bool {
    is_phrase("number-head", line.trim())
}

/// The lines that hold something, each a cell. A cell that bars close may have several, as
/// may one of a page whose cells blank lines part.
fn cells(page: &Page, parted: bool) -> Vec<Span> {
    /// Lines of a cell at the most.
    const LINES: usize = 4;
    let mut full: Vec<Span> = Vec::new();
    let mut touches = false;
    for line in &page.lines {
        if line.span.is_empty() {
            touches = false;
        } else if line.hint.table == 0 {
            match full.last_mut() {
                // The title of a table may touch its header.
                Some(last)
                    if parted
                        && touches
                        && !is_number_head(&page.text[line.span.range()]) =>
                {
                    last.end = line.span.end;
                }
                _ => full.push(line.span),
            }
            touches = true;
        }
    }
    let ends_in_bar = |line: &Span| page.text[line.range()].trim_end().ends_with('|');
    let mut cells = Vec::with_capacity(full.len());
    let mut at = 0;
    while at < full.len() {
        let barred = at > 0 && ends_in_bar(&full[at - 1]);
        let lines = full[at..].iter().take(LINES);
        let more = lines.take_while(|line| !ends_in_bar(line)).count();
        let closed = full.get(at + more).is_some_and(ends_in_bar);
        let last = if barred && more < LINES && closed {
            at + more
        } else {
            at
        };
        let start = full[at].start;
        let words = &page.text[start..full[last].end];
        let bare = without_bars(words);
        if !bare.is_empty() {
            let start = start + words.len() - words.trim_start_matches(AROUND).len();
            cells.push(Span::new(start, start + bare.len()));
        }
        at = last + 1;
    }
    cells
}

/// Whether a line may be the first head of a table: 序号, 指标名称.
fn opens(line: &str) -> bool {
    /// Bytes of such a head at the most.
    const LONGEST: usize = 24;
    line.len() <= LONGEST
        && (is_phrase("number-head", line) || read_head(line) == Some(Head::Indicator))
}

/// Whether a line says of whom or what the rows of a table are: 设区市.
fn is_subject(line: &str) -> bool {
    /// Bytes of such a line at the most.
    const LONGEST: usize = 60;
    line.len() <= LONGEST && read_head(without_bars(line)) == Some(Head::Subject)
}

/// Whether bodies that are left over stand in the last column of bodies: it is the only one,
/// or the one of those who cooperate, of whom there are more than of those who lead.
fn takes_more(columns: &Columns) -> bool {
    let mut roles = columns.roles.iter().map(|&(_, role)| role);
    match (roles.next(), roles.next_back()) {
        (_, None) => true,
        (first, last) => first != last && last == Some(Role::Cooperating),
    }
}

/// Whether a line counts on where the last line of a cell left off: 1.建设公园 ⏎ 2.管护公园.
fn counts_on(cell: &str, line: &str) -> bool {
    let last = cell.rsplit('\n').next().and_then(point);
    last.is_some_and(|(number, sign)| point(line) == Some((number + 1, sign)))
}

/// The number that a point of a cell opens with, and the sign behind it: `2.`, `（2）`.
fn point(line: &str) -> Option<(u32, char)> {
    let line = line.trim_start();
    let line = line.strip_prefix(['（', '(']).unwrap_or(line);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let sign = line[digits..].chars().next()?;
    let number = line[..digits].parse().ok().filter(|_| digits <= 2)?;
    // 2.5万亩
    let goes_on =
        line[digits + sign.len_utf8()..].starts_with(|c: char| c.is_ascii_digit());
    (['.', '．', '、', '）', ')'].contains(&sign) && !goes_on).then_some((number, sign))
}

/// Lines that a row takes: an empty cell has none.
fn lines_of(row: &[Span]) -> usize {
    row.iter().filter(|cell| !cell.is_empty()).count()
}

struct Stacks<'a> {
    source: Source<'a>,
    /// The lines that hold something.
    lines: Vec<Span>,
    /// Whether each of them is a whole cell, since blank lines part cells.
    parted: bool,
    /// Whether there are bars behind cells.
    barred: bool,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Stacks<'a> {
    fn words(&self, line: usize) -> &'a str {
        self.lines
            .get(line)
            .map_or("", |span| &self.source.text[span.range()])
    }

    fn find(mut self) -> Vec<Draft> {
        let mut drafts = Vec::new();
        let mut line = 0;
        while line < self.lines.len() {
            let words = self.words(line);
            let read = if is_phrase("number-head", words) {
                self.read_numbered(line)
            } else if opens(words) {
                self.read_plain(line)
            } else if is_subject(words) {
                self.read_places(line)
            } else if self.barred && words.len() <= LONGEST_HEAD {
                self.read_closed(line)
            } else {
                None
            };
            line = match read {
                Some((draft, next)) => {
                    drafts.push(draft);
                    next.max(line + 1)
                }
                None => line + 1,
            };
        }
        drafts
    }

    /// Reads the table whose header begins on a line and whose rows are numbered, and the
    /// line behind it.
    fn read_numbered(&mut self, header: usize) -> Option<(Draft, usize)> {
        let most = self.lines.len().min(header + MOST_HEADS + 2);
        let first = (header + 2..most).find(|&line| self.number(line).is_some())?;
        // A heading of a group of rows may stand between the header and the first row.
        let ends = [first, first - 1];
        let duties = ends
            .into_iter()
            .filter(|&end| end > header)
            .find_map(|end| {
                let columns =
                    duty::read_header(self.source.text, &self.lines[header..end])?;
                let roles = columns.roles.iter().map(|&(column, _)| column);
                let last = roles.chain(columns.deadline).max();
                // 进展情况 behind them is a head, and no group of rows.
                let complete = last.is_none_or(|last| {
                    let mut others = last + 1..end - header;
                    others.all(|column| columns.progress.contains(&column))
                });
                // 序号, 责任单位, 任务内容: what is to be done may come last.
                (complete || self.has_whole_rows(first, &columns)).then_some(columns)
            });
        if let Some(columns) = duties {
            return Some(self.read_duties(header, first, &columns));
        }
        if self.words(first) != "1" {
            return None;
        }
        let headed = is_head(self.words(first - 1));
        ends.into_iter()
            .filter(|&end| end == first || !headed)
            .find_map(|end| self.read_indicators(header, end, first, true))
    }

    /// Whether the first row has as many cells as there are heads and bodies where they
    /// belong, in a text whose cells are certain.
    fn has_whole_rows(&self, first: usize, columns: &Columns) -> bool {
        let next = first + columns.count;
        let follows = self.number(first).map(|number| number + 1);
        let last = columns.roles.iter().map(|&(column, _)| column).max();
        let barred =
            || (first..=first + last.unwrap_or(0)).all(|cell| self.has_bar(cell));
        (self.parted && self.number(next) == follows || self.barred && barred())
            && columns.number == Some(0)
            && !columns.roles.is_empty()
            && columns
                .roles
                .iter()
                .all(|&(column, _)| is_body_cell(self.words(first + column)))
    }

    /// The number that a line consists of.
    fn number(&self, line: usize) -> Option<usize> {
        let words = self.words(line);
        words.parse().ok().filter(|_| words.len() < 4)
    }

    /// The line of the next row's number; a table made of parts of others leaves some out.
    fn next_number(&self, from: usize, number: usize) -> Option<usize> {
        let most = self.lines.len().min(from + MOST_LINES);
        let follows = |line: usize| self.number(line) == Some(number + 1);
        (from..most).find(|&line| follows(line)).or_else(|| {
            let rises = |line: &usize| self.number(*line).is_some_and(|n| n > number);
            let bodies = |line: usize| is_body_cell(self.words(line));
            (from..most)
                .find(rises)
                .filter(|&line| bodies(line + 2) && (from..line).any(bodies))
        })
    }

    /// Whether a bar stands between the cell of a line and the next one.
    fn has_bar(&self, line: usize) -> bool {
        let next = self.lines.get(line + 1);
        let between =
            next.map(|next| &self.source.text[self.lines[line].end..next.start]);
        between.is_some_and(|between| between.contains('|'))
    }

    /// Reads the table of duties whose header begins on a line and ends with who and by when,
    /// which tells where each of its rows ends, numbered or not: 工作任务 | 责任科室 | 时限要求.
    fn read_closed(&mut self, header: usize) -> Option<(Draft, usize)> {
        /// Rows at the least.
        const LEAST: usize = 2;
        let most = self.lines.len().min(header + MOST_HEADS);
        let is_head =
            |line: &usize| self.words(*line).len() <= LONGEST_HEAD && self.has_bar(*line);
        let end = (header..most)
            .take_while(is_head)
            .find(|&line| read_label(self.words(line)) == Some(Label::Deadline))?
            + 1;
        let columns = duty::read_header(self.source.text, &self.lines[header..end])?;
        let last = columns.count - 1;
        let first = last - columns.roles.len().min(last);
        let closes = columns.deadline == Some(last)
            && columns.roles.iter().map(|&(at, _)| at).eq(first..last);
        if !closes {
            return None;
        }
        let mut rows: Vec<Row> = Vec::new();
        let mut grid = Vec::new();
        let mut at = end;
        while let Some((row, next)) = self.closed_row(at, &columns, rows.len()) {
            grid.push(vec![row.task]);
            rows.push(row);
            at = next;
        }
        if rows.len() < LEAST {
            return None;
        }
        let mut found = Found::default();
        indicator::add_prose(&mut found, &rows, &grid, &columns);
        let span = Span::new(self.lines[header].start, self.lines[at - 1].end);
        Some((Draft { span, rows, found }, at))
    }

    /// The row that begins on a line and ends with the next date, and the line behind it.
    fn closed_row(
        &self,
        at: usize,
        columns: &Columns,
        index: usize,
    ) -> Option<(Row, usize)> {
        let far = self.lines.len().min(at + columns.count + 1);
        let date = (at..far).find(|&line| {
            let words = self.words(line);
            deadline::is_deadline(words, read_body(words))
        })?;
        let who = date
            .checked_sub(columns.roles.len())
            .filter(|&who| who > at)?;
        let bodies = (who..date).map(|line| self.words(line));
        if { bodies }.any(|words| words.len() > 3 * LONGEST_CELL || words.contains('。'))
        {
            return None;
        }
        let number = (at..who).find_map(|line| self.number(line));
        let task = (at..who).max_by_key(|&line| self.lines[line].len())?;
        let roles = columns.roles.iter().map(|&(_, role)| role);
        let row = Row {
            index,
            number: number.unwrap_or(index + 1).to_string(),
            part: None,
            task: self.lines[task],
            roles: roles.zip(self.lines[who..date].iter().copied()).collect(),
            persons: columns.persons,
            deadline: Some(self.lines[date]),
        };
        Some((row, date + 1))
    }

    /// Reads the table of indicators whose header begins on a line and whose rows have no
    /// numbers.
    fn read_plain(&mut self, header: usize) -> Option<(Draft, usize)> {
        let most = self.lines.len().min(header + MOST_HEADS);
        let first = (header..most)
            .find(|&line| !is_head(self.words(line)))
            .unwrap_or(most);
        (first - header > 1)
            .then(|| self.read_indicators(header, first, first, false))
            .flatten()
    }

    /// Reads a table of numbers for each of the places that its first column names. Nothing
    /// parts its rows, so the first row's name and numbers say how many heads there are.
    fn read_places(&mut self, header: usize) -> Option<(Draft, usize)> {
        let most = self.lines.len().min(header + MOST_HEADS + 1);
        let is_number = |line: &usize| indicator::is_number(self.words(*line));
        let values = (header..most).find(is_number)?;
        let count = (values..most).take_while(is_number).count() + 1;
        let first = values - 1;
        // 2025年面积（公顷） is one more head, and no place.
        let (name, unit) = split_unit(self.words(first));
        let named = unit.is_none() && read_period(name).0.is_none();
        (first == header + count && named)
            .then(|| self.read_indicators(header, first, first, false))
            .flatten()
    }

    fn read_indicators(
        &mut self,
        header: usize,
        end: usize,
        first: usize,
        numbered: bool,
    ) -> Option<(Draft, usize)> {
        /// Rows that tell what the columns hold.
        const TELLING: usize = 50;
        let heads = self.lines[header..end].to_vec();
        let count = heads.len();
        let telling: Vec<_> =
            self.rows_of(first, count, numbered).take(TELLING).collect();
        let start = Span::new(self.lines[header].start, self.lines[header].end);
        let layout = Layout::of_indicators(
            self.source,
            start,
            std::slice::from_ref(&heads),
            &telling,
        )?;
        if !layout.has_values() {
            return None;
        }
        // Only as far as they are certain: many a header may stand above the same lines.
        let mut all = self.rows_of(first, count, numbered).peekable();
        let mut rows = Vec::new();
        while let Some(row) = all.next_if(|row| layout.fits(row)) {
            rows.push(row);
        }
        let uncertain = all.peek().map(|row| row[0]).filter(|_| numbered);
        drop(all);
        if rows.is_empty() {
            return None;
        }
        if let Some(cell) = uncertain {
            self.report(cell);
        }
        let mut next = first + rows.iter().map(|row| lines_of(row)).sum::<usize>();
        if let Some(sums) = layout.sums(&self.lines[next..]) {
            next += sums.iter().filter(|cell| !cell.is_empty()).count();
            rows.push(sums);
        }
        let found = layout.read(&rows, self.diagnostics);
        let draft = Draft {
            span: Span::new(self.lines[header].start, self.lines[next - 1].end),
            rows: Vec::new(),
            found,
        };
        Some((draft, next))
    }

    /// Lines in rows of so many, as long as they are numbered, or short, and no other
    /// header begins.
    fn rows_of(
        &self,
        first: usize,
        count: usize,
        numbered: bool,
    ) -> impl Iterator<Item = Vec<Span>> + '_ {
        let mut at = first;
        let mut number = 0;
        std::iter::from_fn(move || {
            number += 1;
            let row = self.row_at(at, count, numbered.then_some(number))?;
            at += lines_of(&row);
            Some(row)
        })
    }

    /// The row that begins on a line.
    fn row_at(
        &self,
        at: usize,
        count: usize,
        number: Option<usize>,
    ) -> Option<Vec<Span>> {
        let row = self.lines.get(at..at + self.row_len(at, count, number))?;
        let words = |cell: &Span| &self.source.text[cell.range()];
        let is_row = match number {
            Some(number) => self.number(at) == Some(number),
            None => {
                row.iter()
                    .all(|cell| words(cell).chars().nth(LONGEST_CELL).is_none())
                    && row.iter().any(|cell| {
                        words(cell).starts_with(|c: char| {
                            c.is_ascii_digit() || "≥≤><＞＜〔[-".contains(c)
                        })
                    })
            }
        };
        if !is_row || row.iter().any(|cell| opens(words(cell))) {
            return None;
        }
        let mut row = row.to_vec();
        row.resize(count, Span::default());
        Some(row)
    }

    /// Cells of the row that begins on a line: fewer than there are heads where the next
    /// number, or the sum of all rows, comes earlier, since an empty cell has no line.
    fn row_len(&self, at: usize, count: usize, number: Option<usize>) -> usize {
        /// Empty cells at the end of a row at the most.
        const EMPTY: usize = 2;
        let Some(number) = number else {
            return count;
        };
        let ends = |length: &usize| {
            let line = at + length;
            self.number(line) == Some(number + 1) || head::is("total", self.words(line))
        };
        let shorter = (count.saturating_sub(EMPTY).max(2)..=count).rev();
        shorter.into_iter().find(ends).unwrap_or(count)
    }

    fn report(&mut self, span: Span) {
        self.diagnostics.push(
            Code::UncertainRow,
            Some(span),
            "expected the columns of the header in this row of the table",
        );
    }

    // -----------------------------------------------------------------------------------
    // Duties

    fn read_duties(
        &mut self,
        header: usize,
        first: usize,
        columns: &Columns,
    ) -> (Draft, usize) {
        let heads = self.lines[header..header + columns.count].to_vec();
        let (rows, mut grid, mut end) = self.read_rows(first, header, columns);
        let start = heads[0];
        let mut found = Found::default();
        let header_row = [heads];
        let layout = Layout::of_duties(self.source, start, &header_row, &grid, columns);
        if let Some(layout) = layout.filter(Layout::has_values) {
            if let Some(sums) = layout.sums(&self.lines[end..]) {
                end += sums.iter().filter(|cell| !cell.is_empty()).count();
                // Rows that were not read have no place of their own.
                grid.resize(grid.len().max(rows.len()), Vec::new());
                grid.push(sums);
            }
            found = layout.read(&grid, self.diagnostics);
        }
        indicator::add_prose(&mut found, &rows, &grid, columns);
        let draft = Draft {
            span: Span::new(start.start, self.lines[end - 1].end),
            rows,
            found,
        };
        (draft, end)
    }

    /// The rows, their cells where all columns are certain, and the line behind the last one.
    fn read_rows(
        &mut self,
        first: usize,
        header: usize,
        columns: &Columns,
    ) -> (Vec<Row>, Vec<Vec<Span>>, usize) {
        let mut rows: Vec<Row> = Vec::new();
        let mut grid: Vec<Vec<Span>> = Vec::new();
        let mut line = first;
        loop {
            let number = self.number(line).unwrap_or(0);
            let from = line + 1;
            let found = self.next_number(from, number);
            let end = found.unwrap_or_else(|| self.row_end(from, columns));
            let cells = self.cells(from, end, header, columns);
            let parts = self.parts(&cells, columns);
            let several = parts.len() > 1;
            for (index, cells) in parts.into_iter().enumerate() {
                let above = rows.last();
                let Some(mut row) = self.row(number.to_string(), cells, columns, above)
                else {
                    // The number of the next row says where the columns are certain again.
                    self.report(self.lines[line]);
                    if found.is_none() {
                        return (rows, grid, end);
                    }
                    continue;
                };
                // Who is left over was given to the last column: that is a guess.
                if columns.roles.len() > 1 && cells.len() + 1 > columns.count {
                    self.report(self.lines[line]);
                }
                row.index = rows.len();
                row.part = u32::try_from(index + 1).ok().filter(|_| several);
                rows.push(row);
                // The columns are certain when no cell is missing.
                let mut row = vec![self.lines[line]];
                if cells.len() + 1 == columns.count {
                    row.extend(cells);
                }
                grid.push(row);
            }
            match found {
                Some(next) => line = next,
                None => return (rows, grid, end),
            }
        }
    }

    /// The cells of the rows under one number: where the last column says by when, each
    /// such cell closes a row.
    fn parts<'c>(&self, cells: &'c [Span], columns: &Columns) -> Vec<&'c [Span]> {
        // No cell is missing, and none more: 1—6月，制定计划 | 12月底.
        let whole = cells.len() + 1 == columns.count && columns.number == Some(0);
        if whole || columns.deadline != Some(columns.count - 1) {
            return vec![cells];
        }
        let mut parts: Vec<&[Span]> = Vec::new();
        let mut start = 0;
        for (at, cell) in cells.iter().enumerate() {
            let words = &self.source.text[cell.range()];
            let closes = deadline::is_deadline(words, read_body(words));
            if closes && at > start {
                parts.push(&cells[start..=at]);
                start = at + 1;
            }
        }
        if parts.is_empty() {
            parts.push(cells);
        }
        parts
    }

    /// Where the last row ends: behind its bodies, or where it has all its cells.
    fn row_end(&self, from: usize, columns: &Columns) -> usize {
        let dates = columns.deadline == Some(columns.count - 1);
        let far = self.lines.len().min(from + MOST_LINES);
        let is_date = |line: &usize| {
            let words = self.words(*line);
            dates && deadline::is_deadline(words, read_body(words))
        };
        let bodies = |line: &usize| is_body_cell(self.words(*line));
        let whole = from + columns.count - 1;
        let roles = columns.roles.iter().map(|&(column, _)| column);
        let last = roles.chain(columns.deadline).max();
        if last.is_some_and(|last| last + 1 < columns.count) && whole <= self.lines.len()
        {
            return whole;
        }
        if columns.number == Some(0)
            && dates
            && is_date(&(whole - 1))
            && columns.roles.iter().all(|&(column, _)| {
                let cell = from + column - 1;
                bodies(&cell) || head::is("blank", self.words(cell))
            })
        {
            return whole;
        }
        if let Some(date) = (from + 1..far).find(is_date)
            && (from + 1..date).all(|line| bodies(&line))
        {
            return date + 1;
        }
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
                Some(last)
                    if is_class_noun(words)
                        && !self.source.text[last.range()].ends_with('。') =>
                {
                    last.end = self.lines[line].end;
                }
                Some(last) if counts_on(&self.source.text[last.range()], words) => {
                    last.end = self.lines[line].end;
                }
                Some(last)
                    if self.source.text[last.range()].ends_with(['、', '，', ','])
                        && is_body_cell(words) =>
                {
                    last.end = self.lines[line].end;
                }
                _ => cells.push(self.lines[line]),
            }
        }
        cells
    }

    /// The cells under the heads of roles in a row that lacks none, where each of them holds
    /// bodies or nothing, and no other cell does: 新建县中医院 only seems to.
    fn roles_in_place(
        &self,
        cells: &[Span],
        columns: &Columns,
    ) -> Option<Vec<(Role, Span)>> {
        /// Characters of a cell under such a head that no table of bodies knows: 办公室.
        const UNKNOWN: usize = 40;
        // Where the date stands under its head, the others do under theirs.
        let date = columns.deadline.and_then(|column| column.checked_sub(1));
        let dated = date.and_then(|at| cells.get(at)).is_some_and(|cell| {
            let words = &self.source.text[cell.range()];
            deadline::is_deadline(words, read_body(words))
        });
        let mut placed = Vec::new();
        for &(column, role) in &columns.roles {
            let cell = *cells.get(column.checked_sub(1)?)?;
            let words = &self.source.text[cell.range()];
            let in_place = dated
                && !head::is("blank", words)
                && words.chars().nth(UNKNOWN).is_none();
            match is_body_cell(words) || in_place {
                true => placed.push((role, cell)),
                false if head::is("blank", words) => {}
                false => return None,
            }
        }
        let mut others = cells.iter().enumerate().filter(|&(at, cell)| {
            let words = &self.source.text[cell.range()];
            at > 0
                && !columns.roles.iter().any(|&(column, _)| column == at + 1)
                && !columns.offices.contains(&(at + 1))
                && is_body_cell(words)
                && mark::BUILDING_VERB.opening(words).is_none()
        });
        (!placed.is_empty() && others.next().is_none()).then_some(placed)
    }

    /// The cells of a row that hold bodies, those of the last column joined.
    fn bodies(&self, cells: &[Span], columns: &Columns) -> Vec<Span> {
        let mut bodies: Vec<Span> = Vec::new();
        let mut last = None;
        for (at, cell) in cells.iter().enumerate() {
            let task = at == 0 && !columns.roles.iter().any(|&(column, _)| column == 1);
            if task || !is_body_cell(&self.source.text[cell.range()]) {
                continue;
            }
            // The bodies of the last column may stand one below another.
            let below = last.is_some_and(|last| last + 1 == at);
            last = Some(at);
            let last_column = bodies.len() == columns.roles.len() && takes_more(columns);
            match bodies.last_mut() {
                Some(body) if below && last_column => body.end = cell.end,
                _ => bodies.push(*cell),
            }
        }
        bodies
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
        let text = self.source.text;
        // No cell is missing: each stands under its head.
        let whole = cells.len() + 1 == columns.count && columns.number == Some(0);
        let placed = self.roles_in_place(cells, columns).filter(|_| whole);
        let bodies: Vec<Span> = match &placed {
            Some(placed) => placed.iter().map(|&(_, cell)| cell).collect(),
            None => self.bodies(cells, columns),
        };
        let roles = match bodies.len() {
            0 => above?.roles.clone(),
            _ if placed.is_some() => placed.unwrap_or_default(),
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
            columns.deadline.is_some() && deadline::is_deadline(words, read_body(words))
        };
        let deadline = if whole {
            let column = columns.deadline.and_then(|column| column.checked_sub(1));
            column.map(|column| cells[column])
        } else {
            cells.iter().rev().find(is_date).copied()
        };
        let task = cells
            .iter()
            .enumerate()
            .filter(|&(at, _)| !(whole && columns.is_no_task(at + 1)))
            // What has been done stands last, whichever cells before it are merged.
            .filter(|&(at, _)| {
                let last = columns.progress.last() == Some(&(columns.count - 1));
                !(last && at > 0 && at + 1 == cells.len())
            })
            .map(|(_, cell)| cell)
            .filter(|cell| {
                let body = bodies.iter().any(|body| body.contains(**cell));
                !body && Some(**cell) != deadline && !is_group(&text[cell.range()])
            })
            .max_by_key(|cell| cell.len())?;
        Some(Row {
            index: 0,
            number,
            part: None,
            task: *task,
            roles,
            persons: columns.persons,
            deadline: deadline.or(columns.period),
        })
    }
}
