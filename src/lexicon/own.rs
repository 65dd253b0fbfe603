//! A user's own rows: reading, checking and keeping them.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Mutex, PoisonError};

use super::merged::Own;
use super::table::{Row, rows};
use crate::model::Decimal;
use crate::values::normalized;

/// Words of a user's own: units, bodies, roles, and what marks the pages of a site.
///
/// The tables are those of the crate's `src/lexicon`, in the same form: a row a line, columns
/// divided by tabs, lines that begin with `#` left out. A row is added to the built-in ones;
/// it takes the place of a built-in row of the same word, which for `role.tsv` is the word in
/// the same form. Words are normalised as documents are: `鋪位` stands for `铺位`.
///
/// | table | columns, those in brackets may be left out |
/// |-|-|
/// | `unit.tsv` | unit, class, (name in the output), (smaller units as `name:share`, divided by <code>\|</code>), (characters it must not stand before) |
/// | `department.tsv` | body, kind, (heads: national<code>\|</code>provincial<code>\|</code>local), (aliases divided by <code>\|</code>) |
/// | `role.tsv` | word, form (`verb`, `last`, `label`, `tail`, `adverb`), role (`lead`, `responsible`, `cooperating`, `division`, `-`) |
/// | `site_marker.tsv` | mark of the main content (`id=…`, `class=…`, `word=…`, `meta=…`, `comment=…`), role (`content`, `wrapper`, `site`; with `-begin` or `-end` for comments and meta elements), (where it is met) |
/// | `site_field.tsv` | label of a site's metadata, header field that it feeds (`-` for none) |
/// | `site_control.tsv` | word of a button or a menu |
/// | `site_tail.tsv` | how the line begins that closes a document's page |
///
/// Class of a unit: `age`, `count`, `duration`, `grade`, `measure`, `money`, `multiple`,
/// `point`, `ratio`, `score`. Kind of a body: a [`DepartmentKind`](crate::DepartmentKind) as
/// in JSON. With heads, body and aliases are stems: `财政` + 部, 厅 or 局.
///
/// The other tables cannot be added to. They hold the grammar of the language and of the
/// genre (numbers, comparatives, dates, ends of names, openings of tasks), where a row changes
/// how everything else is read.
///
/// A lexicon holds for the parsers that it is given to, whatever else the program reads. It
/// is kept for as long as the program runs, once for the same rows however often they are
/// read: make one and share it, cloning costs nothing.
///
/// # Example
///
/// ```
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let lexicon = gongwen::Lexicon::from_tables([
///     ("unit.tsv", "铺位\tcount\n"),
///     ("role.tsv", "会签\tverb\tcooperating\n"),
/// ])?;
/// let parser = gongwen::Parser::new().lexicon(lexicon);
/// let text = "一、扩建商业街。到2025年商业街达到500铺位。（市交通局牵头，市财政局会签）";
/// let document = parser.parse(text.as_bytes())?.document;
/// assert_eq!(document.targets[0].unit.as_deref(), Some("铺位"));
/// let roles: Vec<_> = document.tasks[0].responsibilities.iter().map(|r| r.role).collect();
/// assert_eq!(roles, [gongwen::Role::Lead, gongwen::Role::Cooperating]);
///
/// let error = gongwen::Lexicon::from_tables([("unit.tsv", "# own\n铺位\tthing\n")]);
/// let message = error.unwrap_err().to_string();
/// assert!(message.starts_with("unit.tsv:2: expected one of age, count, "), "{message}");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Lexicon {
    /// The rows as [`Display`](fmt::Display) writes them, which tell lexicons apart.
    text: &'static str,
    own: &'static Own,
}

/// Every lexicon that was made, by its text: the same rows are kept once.
static MADE: Mutex<BTreeMap<&'static str, &'static Own>> = Mutex::new(BTreeMap::new());

impl Lexicon {
    /// The names of the tables.
    pub const TABLES: [&'static str; Name::ALL.len()] = {
        let mut names = [""; Name::ALL.len()];
        let mut at = 0;
        while at < names.len() {
            names[at] = Name::ALL[at].file();
            at += 1;
        }
        names
    };

    /// Reads tables, each given as its name and its text. The crate opens no file.
    ///
    /// # Errors
    ///
    /// When a table is none of [`Lexicon::TABLES`] or a row is none of its table: which, and
    /// what was expected.
    pub fn from_tables<N: AsRef<str>, T: AsRef<str>>(
        tables: impl IntoIterator<Item = (N, T)>,
    ) -> Result<Self, LexiconError> {
        let mut read = [const { BTreeMap::new() }; Name::ALL.len()];
        for (table, text) in tables {
            let name = Name::of(table.as_ref())?;
            add(name, text.as_ref(), &mut read[name as usize])?;
        }
        Ok(Self::made(&read))
    }

    /// The lexicon of these rows, made if there is none yet.
    fn made(tables: &[Words; Name::ALL.len()]) -> Self {
        let mut text = String::new();
        let mut places = [(); Name::ALL.len()].map(|()| 0..0);
        for name in Name::ALL {
            let table = &tables[name as usize];
            if table.is_empty() {
                continue;
            }
            let start = text.len();
            text = text + "# " + name.file() + "\n";
            for row in table.values() {
                text = text + row + "\n";
            }
            places[name as usize] = start..text.len();
        }
        let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((text, own)) = made.get_key_value(text.as_str()) {
            return Self { text, own };
        }
        let text: &'static str = text.leak();
        let tables = places.map(|place| rows(&text[place]).collect());
        let own: &'static Own = Box::leak(Box::new(Own::new(tables)));
        made.insert(text, own);
        Self { text, own }
    }

    pub(super) const fn own(&self) -> &'static Own {
        self.own
    }
}

/// The rows as they were understood, one table after the other, each under its name.
impl fmt::Display for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text)
    }
}

impl fmt::Debug for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Lexicon").field(&self.text).finish()
    }
}

impl PartialEq for Lexicon {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl Eq for Lexicon {}

/// Why a table of a user's own could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LexiconError {
    table: String,
    line: Option<usize>,
    message: String,
}

impl LexiconError {
    /// The name of the table.
    #[must_use]
    pub fn table(&self) -> &str {
        &self.table
    }

    /// The line of the row, from 1; `None` when the table as a whole is not known.
    #[must_use]
    pub const fn line(&self) -> Option<usize> {
        self.line
    }
}

impl fmt::Display for LexiconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.table)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        write!(f, ": {}", self.message)
    }
}

impl std::error::Error for LexiconError {}

/// The tables that a user's rows may be added to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    Unit,
    Department,
    Role,
    SiteMarker,
    SiteField,
    SiteControl,
    SiteTail,
}

impl Name {
    /// All names, each in the place that it has as a number.
    pub(crate) const ALL: [Self; 7] = [
        Self::Unit,
        Self::Department,
        Self::Role,
        Self::SiteMarker,
        Self::SiteField,
        Self::SiteControl,
        Self::SiteTail,
    ];

    const fn file(self) -> &'static str {
        match self {
            Self::Unit => "unit.tsv",
            Self::Department => "department.tsv",
            Self::Role => "role.tsv",
            Self::SiteMarker => "site_marker.tsv",
            Self::SiteField => "site_field.tsv",
            Self::SiteControl => "site_control.tsv",
            Self::SiteTail => "site_tail.tsv",
        }
    }

    /// The crate's own rows.
    pub(super) const fn built_in(self) -> &'static str {
        match self {
            Self::Unit => include_str!("unit.tsv"),
            Self::Department => include_str!("department.tsv"),
            Self::Role => include_str!("role.tsv"),
            Self::SiteMarker => include_str!("site_marker.tsv"),
            Self::SiteField => include_str!("site_field.tsv"),
            Self::SiteControl => include_str!("site_control.tsv"),
            Self::SiteTail => include_str!("site_tail.tsv"),
        }
    }

    /// What no two rows have in common.
    pub(super) fn key(self, row: Row<'_>) -> (&str, &str) {
        match self {
            Self::Role => (row.cell(0), row.cell(1)),
            _ => (row.cell(0), ""),
        }
    }

    /// The fewest and the most columns of a row.
    const fn columns(self) -> (usize, usize) {
        match self {
            Self::Unit => (2, 5),
            Self::Department => (2, 4),
            Self::Role => (3, 3),
            Self::SiteMarker => (2, 3),
            Self::SiteField => (2, 2),
            Self::SiteControl | Self::SiteTail => (1, 1),
        }
    }

    fn of(table: &str) -> Result<Self, LexiconError> {
        let named = Self::ALL.into_iter().find(|name| name.file() == table);
        named.ok_or_else(|| LexiconError {
            table: table.to_owned(),
            line: None,
            message: format!(
                "expected a table named {}",
                listed(Lexicon::TABLES.into_iter())
            ),
        })
    }

    /// A row's cells as they are looked up.
    fn normalized(self, cells: &mut [String]) {
        match self {
            Self::SiteMarker => {
                if !cells[0].starts_with("comment=") {
                    cells[0].make_ascii_lowercase();
                }
                return;
            }
            Self::SiteField => cells[0].retain(|c| !c.is_whitespace()),
            _ => {}
        }
        for cell in cells {
            if !cell.is_ascii() {
                *cell = normalized(cell);
            }
        }
    }

    /// What is wrong with a row, in words.
    fn check(self, row: Row<'_>) -> Result<(), String> {
        match self {
            Self::Unit => {
                self.expect_known(row, 1, |_| true)?;
                row.list(3).try_for_each(expect_share)
            }
            Self::Department => {
                self.expect_known(row, 1, |_| true)?;
                expect_heads(row.cell(2))
            }
            Self::Role => {
                self.expect_known(row, 1, |_| true)?;
                self.expect_known(row, 2, |known| known.cell(1) == row.cell(1))
            }
            Self::SiteMarker => {
                let Some((kind, _)) = row.cell(0).split_once('=') else {
                    let found = row.cell(0);
                    return Err(format!(
                        "expected a mark like `id=main`, found `{found}`"
                    ));
                };
                let kind_of = |known: Row<'static>| {
                    known.cell(0).split_once('=').map_or("", |(kind, _)| kind)
                };
                self.expect(kind, rows(self.built_in()).map(kind_of))?;
                // Comments and meta elements stand at an end, elements around.
                let is_end = |kind| matches!(kind, "comment" | "meta");
                self.expect_known(row, 1, |known| is_end(kind_of(known)) == is_end(kind))
            }
            Self::SiteField => self.expect_known(row, 1, |_| true),
            Self::SiteControl | Self::SiteTail => Ok(()),
        }
    }

    /// Expects a word that the built-in rows of a choice have in a column.
    fn expect_known(
        self,
        row: Row<'_>,
        column: usize,
        choice: impl Fn(Row<'static>) -> bool,
    ) -> Result<(), String> {
        let known = rows(self.built_in()).filter(|row| choice(*row));
        self.expect(row.cell(column), known.map(|row| row.cell(column)))
    }

    fn expect(
        self,
        found: &str,
        known: impl Iterator<Item = &'static str>,
    ) -> Result<(), String> {
        let mut known: Vec<_> = known.collect();
        known.sort_unstable();
        known.dedup();
        if known.contains(&found) {
            return Ok(());
        }
        let known = listed(known.into_iter());
        Err(format!("expected one of {known}, found `{found}`"))
    }
}

/// The rows of a table by their keys.
type Words = BTreeMap<(String, String), String>;

/// Reads a table's rows and adds them to the others of its name.
fn add(name: Name, text: &str, words: &mut Words) -> Result<(), LexiconError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (index, line) in text.lines().enumerate() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        let wrong = |message| LexiconError {
            table: name.file().to_owned(),
            line: Some(index + 1),
            message,
        };
        let line = read_row(name, line).map_err(wrong)?;
        let row = Row::of(&line);
        name.check(row).map_err(wrong)?;
        let (word, form) = name.key(row);
        let key = (word.to_owned(), form.to_owned());
        if words.contains_key(&key) {
            let words = [word, form].join(" ");
            let message = format!("`{}` stands there already", words.trim_end());
            return Err(wrong(message));
        }
        words.insert(key, line);
    }
    Ok(())
}

/// A row with its cells trimmed and normalised; columns that a spreadsheet left empty at
/// its end are cut.
fn read_row(name: Name, line: &str) -> Result<String, String> {
    let line = line.trim_end();
    let mut cells: Vec<_> = line
        .split('\t')
        .map(|cell| cell.trim().to_owned())
        .collect();
    let (fewest, most) = name.columns();
    if !(fewest..=most).contains(&cells.len()) {
        let columns = match (fewest, most) {
            (1, 1) => "1 column".to_owned(),
            (fewest, most) if fewest == most => format!("{fewest} columns"),
            (fewest, most) => format!("{fewest} to {most} columns"),
        };
        let found = cells.len();
        return Err(format!(
            "expected {columns}, divided by tabs, found {found}"
        ));
    }
    name.normalized(&mut cells);
    if cells[0].is_empty() {
        return Err("expected a word in the first column, found none".to_owned());
    }
    Ok(cells.join("\t"))
}

fn expect_share(part: &str) -> Result<(), String> {
    match part
        .split_once(':')
        .map(|(_, share)| share.parse::<Decimal>())
    {
        Some(Ok(_)) => Ok(()),
        _ => Err(format!(
            "expected a smaller unit and its share like `角:0.1`, found `{part}`"
        )),
    }
}

fn expect_heads(heads: &str) -> Result<(), String> {
    match heads.split('|').count() {
        3 => Ok(()),
        _ if heads.is_empty() => Ok(()),
        _ => Err(format!(
            "expected heads of three levels like `部|厅|局`, or none, found `{heads}`"
        )),
    }
}

/// Words as a sentence lists them: `a, b or c`.
fn listed<'w>(words: impl ExactSizeIterator<Item = &'w str>) -> String {
    let count = words.len();
    let mut list = String::new();
    for (index, word) in words.enumerate() {
        if index > 0 {
            list += if index + 1 == count { " or " } else { ", " };
        }
        list += word;
    }
    list
}
