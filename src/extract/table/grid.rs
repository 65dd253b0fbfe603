//! Tables with cells side by side: those of web pages, and lines of text whose cells are
//! parted by tabs, bars or runs of spaces, or by single ones below heads.

use std::ops::Range;
use std::sync::LazyLock;

use super::duty::{self, is_body_cell};
use super::indicator::{self, Layout};
use super::{Draft, Source, is_group};
use crate::diagnostic::{Code, Diagnostics};
use crate::lexicon::duty::{Label, is_phrase, read_label};
use crate::lexicon::head::is_head;
use crate::span::{Span, count_bytes};
use crate::strip::Page;
use crate::text::Needles;

/// Rows of a table at the top that may be its header.
const HEADER_ROWS: usize = 3;

/// The tables of a page that may yield facts.
pub(super) fn find(
    page: &Page,
    source: Source<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Draft> {
    if page.tables.is_empty() {
        return find_in_lines(page, source, diagnostics);
    }
    let mut drafts = Vec::new();
    for table in &page.tables {
        let mut grid: Vec<Vec<Span>> = Vec::new();
        table.each_row(|_, cells| {
            grid.push(cells.iter().map(|cell| cell_span(page, cell)).collect());
        });
        drafts.extend(read(source, &grid, diagnostics));
    }
    drafts
}

/// A cell in the text. An empty one at the end of a page lies behind what was kept of it.
fn cell_span(page: &Page, range: &Range<usize>) -> Span {
    let end = page.text.len();
    Span::new(range.start.min(end), range.end.min(end))
}

/// Reads a grid of cells whose spans are resolved: a cell over several rows comes again in
/// each of them.
fn read(
    source: Source<'_>,
    grid: &[Vec<Span>],
    diagnostics: &mut Diagnostics,
) -> Option<Draft> {
    let span = grid_span(grid)?;
    let turned = turned(source.text, grid);
    let grid = turned.as_deref().unwrap_or(grid);
    (0..HEADER_ROWS.min(grid.len())).find_map(|top| {
        let depth = header_depth(grid, top);
        let (header, body) = grid[top..].split_at(depth);
        if let Some(columns) = duty::read_header(source.text, &grid[top]) {
            let rows = duty::read_rows(source.text, body, &columns);
            let mut found = Layout::of_duties(source, span, header, body, &columns)
                .map(|layout| layout.read(body, diagnostics))
                .unwrap_or_default();
            indicator::add_prose(&mut found, &rows, body, &columns);
            return Some(Draft { span, rows, found });
        }
        let layout = Layout::of_indicators(source, span, header, body)?;
        let found = layout.read(body, diagnostics);
        Some(Draft {
            span,
            rows: Vec::new(),
            found,
        })
    })
}

/// A grid of two columns of which the first one holds the heads, the right way up:
/// `责任单位 | 市住建局`, a row for each field of a task, and the same fields again for the next.
fn turned(text: &str, grid: &[Vec<Span>]) -> Option<Vec<Vec<Span>>> {
    /// Fields that say who or by when, at the least.
    const LEAST: usize = 2;
    let words = |cell: Span| text[cell.range()].trim_end_matches(['：', ':']);
    let is_label = |cell: Span| {
        matches!(
            read_label(words(cell)),
            Some(Label::Bodies(_) | Label::Deadline)
        )
    };
    let pairs: Vec<[Span; 2]> = grid
        .iter()
        .map(|row| row.as_slice().try_into().ok())
        .collect::<Option<_>>()?;
    let first = words(pairs.first()?[0]);
    let fields = pairs
        .iter()
        .skip(1)
        .position(|&[head, _]| words(head) == first)
        .map_or(pairs.len(), |at| at + 1);
    let (heads, values): (Vec<_>, Vec<_>) = pairs[..fields]
        .iter()
        .map(|&[head, value]| (head, value))
        .unzip();
    let labels = heads.iter().filter(|&&head| is_label(head)).count();
    let alike = pairs.chunks(fields).all(|record| {
        let own = record.iter().map(|&[head, _]| words(head));
        own.eq(heads.iter().map(|&head| words(head)))
    });
    if labels < LEAST || !alike || values.iter().any(|&value| is_label(value)) {
        return None;
    }
    let mut turned = vec![heads];
    for record in pairs.chunks(fields) {
        turned.push(record.iter().map(|&[_, value]| value).collect());
    }
    Some(turned)
}

/// Rows of the header that begins at `top`: as many as its first cell spans.
fn header_depth(grid: &[Vec<Span>], top: usize) -> usize {
    let first = |row: &Vec<Span>| row.first().copied().unwrap_or_default();
    let head = first(&grid[top]);
    let rows = grid[top..].iter().take(HEADER_ROWS);
    rows.take_while(|row| first(row) == head).count().max(1)
}

fn grid_span(grid: &[Vec<Span>]) -> Option<Span> {
    let cells = grid.iter().flatten().filter(|cell| !cell.is_empty());
    let start = cells.clone().map(|cell| cell.start).min()?;
    let end = cells.map(|cell| cell.end).max()?;
    Some(Span::new(start, end))
}

// ---------------------------------------------------------------------------------------
// Lines with cells

/// Bytes of a line that may be the header of a table at the most.
const LONGEST_HEADER: usize = 400;

fn find_in_lines(
    page: &Page,
    source: Source<'_>,
    diagnostics: &mut Diagnostics,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut line = 0;
    while line < page.lines.len() {
        let Some((run, next)) = read_run(page, line) else {
            line += 1;
            continue;
        };
        if let Some(draft) = read(source, &run, diagnostics) {
            if let Some(rest) = page.lines.get(next)
                && Separator::of(page.line(next)).is_some()
                && rest.span.len() <= LONGEST_HEADER
            {
                diagnostics.push(
                    Code::UncertainRow,
                    Some(rest.span),
                    "expected the columns of the header in this row of the table",
                );
            }
            drafts.push(draft);
        }
        line = next;
    }
    drafts
}

/// Lines in a row that have as many cells each, and the line behind them.
fn read_run(page: &Page, first: usize) -> Option<(Vec<Vec<Span>>, usize)> {
    let separator = Separator::of(page.line(first))?;
    if page.lines[first].span.len() > LONGEST_HEADER {
        return None;
    }
    let mut heads = separator.cells(page.line(first), page.lines[first].span);
    if separator == Separator::Blank {
        heads = unspread(&page.text, &heads);
    }
    let mut grid = vec![heads];
    let count = grid[0].len();
    let names_bodies = |head: &&Span| {
        matches!(read_label(&page.text[head.range()]), Some(Label::Bodies(_)))
    };
    let bodies = grid[0].iter().rev().take_while(names_bodies).count();
    // Rows have other words than heads, which alone tell that single blanks part cells.
    let row_at = |at: usize| {
        let words = page.lines.get(at).map(|_| page.line(at))?;
        let parted =
            separator == Separator::Blank || Separator::of(words) == Some(separator);
        let cells = parted.then(|| separator.cells(words, page.lines[at].span))?;
        if separator == Separator::Blank && cells.len() > count {
            return with_blanks_inside(&page.text, cells, count, bodies);
        }
        (cells.len() == count).then_some(cells)
    };
    let mut next = first + 1;
    while next < page.lines.len() {
        let words = page.line(next);
        if words.is_empty() || separator.is_rule(words) {
            next += 1;
            continue;
        }
        let Some(cells) = row_at(next) else {
            // （一）市场准入: a heading between rows.
            let heads = is_group(words) && Separator::of(words).is_none();
            if heads && row_at(next + 1).is_some() {
                next += 1;
                continue;
            }
            break;
        };
        grid.push(cells);
        next += 1;
    }
    align_right(&mut grid);
    (grid.len() > 1 && count > 1).then_some((grid, next))
}

/// The cells of a row that single blanks part, where a cell has blanks inside: the bodies stand
/// at the end, and of what stands before them a piece goes with the one before it, the shortest
/// first: `加强水资源保 护`.
fn with_blanks_inside(
    text: &str,
    mut cells: Vec<Span>,
    count: usize,
    bodies: usize,
) -> Option<Vec<Span>> {
    /// Blanks inside the cells of a row at the most.
    const BLANKS: usize = 12;
    let words = |cell: &Span| &text[cell.range()];
    let numbered = words(cells.first()?)
        .bytes()
        .all(|byte| byte.is_ascii_digit());
    let named = cells[cells.len() - bodies..]
        .iter()
        .all(|cell| is_body_cell(words(cell)));
    if bodies == 0 || count < bodies + 2 || !numbered || !named {
        return None;
    }
    if cells.len() - count > BLANKS {
        return None;
    }
    while cells.len() > count {
        let inner = 1..cells.len() - bodies;
        let joins = |&at: &usize| !cells[at].is_empty() && !cells[at - 1].is_empty();
        let at = inner
            .skip(1)
            .filter(joins)
            .min_by_key(|&at| cells[at].len())?;
        let piece = cells.remove(at);
        cells[at - 1].end = piece.end;
    }
    Some(cells)
}

/// Heads with the characters of those joined that are set wide: `工 作 任 务`.
fn unspread(text: &str, heads: &[Span]) -> Vec<Span> {
    let is_one = |cell: Span| text[cell.range()].chars().nth(1).is_none();
    let mut joined: Vec<Span> = Vec::with_capacity(heads.len());
    let mut spread = false;
    for &head in heads {
        match joined.last_mut() {
            Some(last) if spread && is_one(head) => last.end = head.end,
            _ => joined.push(head),
        }
        spread = is_one(head);
    }
    joined
}

static WIDE_SPACES: LazyLock<Needles> = LazyLock::new(|| Needles::of(&["\u{3000}"]));

/// Puts cells under their heads where a row begins with the cells of groups, for which the
/// header and the other rows have empty cells at their ends.
fn align_right(grid: &mut [Vec<Span>]) {
    let empty_at_end =
        |row: &[Span]| row.iter().rev().take_while(|cell| cell.is_empty()).count();
    let Some((header, rows)) = grid.split_first_mut() else {
        return;
    };
    let spare = empty_at_end(header);
    if spare == 0 || spare == header.len() {
        return;
    }
    for row in rows {
        let groups = spare.saturating_sub(empty_at_end(row));
        row.rotate_left(groups);
        let from = row.len() - groups;
        row[from..].fill(Span::default());
    }
}

/// What parts the cells of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Separator {
    Tab,
    Bar,
    Spaces,
    /// One blank each, below heads alone: `序号 工作任务 责任单位`.
    Blank,
}

/// Whether a line is nothing but heads of columns, with a blank between each two, or opens with
/// that of the numbers and has one of bodies.
fn are_heads(line: &str) -> bool {
    /// Columns of such a table at the least.
    const LEAST: usize = 3;
    let heads = || line.trim().split(' ');
    let is_label = |head| read_label(head).is_some();
    let duties = || {
        heads()
            .next()
            .is_some_and(|head| is_phrase("number-head", head))
            && heads().any(|head| matches!(read_label(head), Some(Label::Bodies(_))))
            && !line.contains(['，', '。', '：', ':'])
    };
    line.len() <= LONGEST_HEADER
        && heads().nth(LEAST - 1).is_some()
        && (duties() || heads().all(|head| is_head(head) || is_label(head)))
}

impl Separator {
    fn of(line: &str) -> Option<Self> {
        // One look at all bytes: nearly every line of a text has none of these.
        let sets_off = |byte| matches!(byte, b'\t' | b'|' | b' ');
        let parted = count_bytes(line.as_bytes(), sets_off) > 0;
        if parted && line.contains('\t') {
            Some(Self::Tab)
        } else if parted && line.matches('|').nth(1).is_some() {
            Some(Self::Bar)
        } else if parted && line.match_indices("  ").nth(1).is_some()
            || WIDE_SPACES.places(line).nth(1).is_some()
        {
            Some(Self::Spaces)
        } else {
            (parted && are_heads(line)).then_some(Self::Blank)
        }
    }

    /// A line that only draws: `|---|---|`.
    fn is_rule(self, line: &str) -> bool {
        self == Self::Bar && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
    }

    fn cells(self, line: &str, span: Span) -> Vec<Span> {
        let place = |words: &str, at: usize| {
            let trimmed = words.trim_start();
            let start = span.start + at + words.len() - trimmed.len();
            Span::new(start, start + trimmed.trim_end().len())
        };
        let mut at = 0;
        let mut cells: Vec<Span> = match self {
            Self::Tab | Self::Bar | Self::Blank => line
                .split(match self {
                    Self::Tab => '\t',
                    Self::Bar => '|',
                    _ => ' ',
                })
                .map(|words| {
                    let cell = place(words, at);
                    at += words.len() + 1;
                    cell
                })
                .collect(),
            Self::Spaces => Vec::new(),
        };
        if self == Self::Bar {
            // The bars at both ends of a line part nothing.
            if line.starts_with('|') {
                cells.remove(0);
            }
            if line.ends_with('|') {
                cells.pop();
            }
        }
        if self == Self::Spaces {
            let gap = |c: char| c == ' ' || c == '\u{3000}';
            let mut rest = line;
            while !rest.is_empty() {
                let end = rest
                    .find("  ")
                    .into_iter()
                    .chain(rest.find('\u{3000}'))
                    .min();
                let end = end.unwrap_or(rest.len());
                cells.push(place(&rest[..end], line.len() - rest.len()));
                rest = rest[end..].trim_start_matches(gap);
            }
        }
        cells
    }
}
