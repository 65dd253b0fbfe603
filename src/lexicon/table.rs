//! Reading the tables.

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'t> {
    line: &'t str,
}

impl<'t> Row<'t> {
    pub(crate) const fn of(line: &'t str) -> Self {
        Self { line }
    }

    /// The cell of a column, from 0; empty when the row is shorter.
    pub(crate) fn cell(self, column: usize) -> &'t str {
        let mut rest = self.line;
        for _ in 0..column {
            let Some(tab) = tab(rest) else {
                return "";
            };
            rest = &rest[tab + 1..];
        }
        &rest[..tab(rest).unwrap_or(rest.len())]
    }

    /// The first cells, read in one go; empty where the row is shorter.
    pub(crate) fn cells<const N: usize>(self) -> [&'t str; N] {
        let mut rest = self.line;
        [(); N].map(|()| {
            let end = tab(rest).unwrap_or(rest.len());
            let cell = &rest[..end];
            rest = rest.get(end + 1..).unwrap_or("");
            cell
        })
    }

    /// The members of a cell that lists several, split at `|`.
    pub(crate) fn list(self, column: usize) -> impl Iterator<Item = &'t str> {
        self.cell(column)
            .split('|')
            .filter(|member| !member.is_empty())
    }
}

fn tab(text: &str) -> Option<usize> {
    position(text, b'\t')
}

/// Where the first such byte stands; the standard search is made for longer texts.
fn position(text: &str, wanted: u8) -> Option<usize> {
    text.bytes().position(|byte| byte == wanted)
}

fn is_blank(line: &str) -> bool {
    line.bytes().all(|byte| byte.is_ascii_whitespace())
}

/// The rows of a table in order; lines that begin with `#` and blank lines are left out.
pub(crate) fn rows(table: &str) -> impl Iterator<Item = Row<'_>> {
    let mut rest = table;
    let lines = std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = position(rest, b'\n').unwrap_or(rest.len());
        let line = &rest[..end];
        rest = rest.get(end + 1..).unwrap_or("");
        Some(line.strip_suffix('\r').unwrap_or(line))
    });
    lines
        .filter(|line| !line.starts_with('#') && !is_blank(line))
        .map(|line| Row { line })
}
