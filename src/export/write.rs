//! Tables as CSV, JSON Lines or Parquet.

use std::borrow::Cow;
use std::io::{self, Write};

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

#[cfg(feature = "parquet")]
use super::parquet::ParquetTable;
use super::{Cell, Rows, TABLES, Table};

/// A format of tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TableFormat {
    /// Comma-separated values, UTF-8, with a line of names; what is not said is empty.
    Csv(CsvStyle),
    /// One JSON object a row; what is not said is `null`.
    Jsonl,
    /// Apache Parquet, compressed with Snappy. Decimal numbers are doubles.
    #[cfg(feature = "parquet")]
    Parquet,
}

impl TableFormat {
    /// Extension of the files, e.g. `csv`.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Csv(_) => "csv",
            Self::Jsonl => "jsonl",
            #[cfg(feature = "parquet")]
            Self::Parquet => "parquet",
        }
    }
}

/// Who reads the CSV.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CsvStyle {
    /// Programs: RFC 4180 with `\n` at line ends.
    #[default]
    Plain,
    /// Excel: a byte order mark, `\r\n` at line ends, and `'` before text that begins with
    /// `=`, `+`, `-`, `@`, a tab or a carriage return, which Excel would run as a formula.
    Excel,
}

/// Writes the rows of every table, each table to a writer of its own.
#[derive(Debug)]
pub struct TableWriter<W: Write + Send> {
    outputs: Vec<Output<W>>,
}

enum Output<W: Write + Send> {
    Csv(Box<csv::Writer<W>>, CsvStyle),
    Jsonl(W),
    #[cfg(feature = "parquet")]
    Parquet(Box<ParquetTable<W>>),
}

impl<W: Write + Send> std::fmt::Debug for Output<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Csv(..) => "Csv",
            Self::Jsonl(_) => "Jsonl",
            #[cfg(feature = "parquet")]
            Self::Parquet(_) => "Parquet",
        })
    }
}

impl<W: Write + Send> TableWriter<W> {
    /// Opens a writer for each of [`TABLES`], in that order.
    ///
    /// # Errors
    ///
    /// When one cannot be opened or its head cannot be written.
    pub fn new(
        format: TableFormat,
        mut open: impl FnMut(&'static Table) -> io::Result<W>,
    ) -> io::Result<Self> {
        let outputs = TABLES
            .iter()
            .map(|table| Output::new(format, table, open(table)?))
            .collect::<io::Result<_>>()?;
        Ok(Self { outputs })
    }

    /// Ends every table and gives the writers back, in the order of [`TABLES`].
    ///
    /// # Errors
    ///
    /// When what is left cannot be written.
    pub fn finish(self) -> io::Result<Vec<W>> {
        self.outputs.into_iter().map(Output::finish).collect()
    }
}

impl<W: Write + Send> Rows for TableWriter<W> {
    fn row(&mut self, table: &'static Table, cells: Vec<Cell<'_>>) -> io::Result<()> {
        let at = TABLES.iter().position(|known| known.name == table.name);
        match at.and_then(|at| self.outputs.get_mut(at)) {
            Some(output) => output.row(table, cells),
            None => Ok(()),
        }
    }
}

impl<W: Write + Send> Output<W> {
    fn new(format: TableFormat, table: &'static Table, mut out: W) -> io::Result<Self> {
        Ok(match format {
            TableFormat::Csv(style) => {
                if style == CsvStyle::Excel {
                    out.write_all("\u{FEFF}".as_bytes())?;
                }
                let mut writer = csv_writer(out, style);
                writer.write_record(table.columns.iter().map(|column| column.name))?;
                Self::Csv(Box::new(writer), style)
            }
            TableFormat::Jsonl => Self::Jsonl(out),
            #[cfg(feature = "parquet")]
            TableFormat::Parquet => {
                Self::Parquet(Box::new(ParquetTable::new(table, out)?))
            }
        })
    }

    fn row(&mut self, table: &'static Table, cells: Vec<Cell<'_>>) -> io::Result<()> {
        match self {
            Self::Csv(writer, style) => write_record(writer, &cells, *style),
            Self::Jsonl(out) => {
                serde_json::to_writer(&mut *out, &Object(table, &cells))?;
                out.write_all(b"\n")
            }
            #[cfg(feature = "parquet")]
            Self::Parquet(table) => table.row(cells),
        }
    }

    fn finish(self) -> io::Result<W> {
        match self {
            Self::Csv(writer, _) => writer
                .into_inner()
                .map_err(|error| io::Error::new(error.error().kind(), error.to_string())),
            Self::Jsonl(mut out) => {
                out.flush()?;
                Ok(out)
            }
            #[cfg(feature = "parquet")]
            Self::Parquet(table) => table.finish(),
        }
    }
}

pub(super) fn csv_writer<W: Write>(out: W, style: CsvStyle) -> csv::Writer<W> {
    let terminator = match style {
        CsvStyle::Plain => csv::Terminator::Any(b'\n'),
        CsvStyle::Excel => csv::Terminator::CRLF,
    };
    csv::WriterBuilder::new()
        .terminator(terminator)
        .from_writer(out)
}

pub(super) fn write_record<W: Write>(
    writer: &mut csv::Writer<W>,
    cells: &[Cell<'_>],
    style: CsvStyle,
) -> io::Result<()> {
    for cell in cells {
        writer.write_field(field(cell, style).as_bytes())?;
    }
    writer.write_record(None::<&[u8]>)?;
    Ok(())
}

/// A cell as CSV has it, before quoting.
fn field<'c>(cell: &'c Cell<'_>, style: CsvStyle) -> Cow<'c, str> {
    match cell {
        Cell::Null => Cow::Borrowed(""),
        Cell::Integer(number) => Cow::Owned(number.to_string()),
        Cell::Number(number) => Cow::Owned(number.to_string()),
        Cell::Boolean(value) => Cow::Borrowed(if *value { "true" } else { "false" }),
        Cell::Text(text) => {
            let guard = style == CsvStyle::Excel
                && text.starts_with(['=', '+', '-', '@', '\t', '\r']);
            // R and pandas end a cell at a NUL.
            match (guard, text.contains('\0')) {
                (false, false) => Cow::Borrowed(text),
                (false, true) => Cow::Owned(text.replace('\0', "\u{FFFD}")),
                (true, _) => Cow::Owned(format!("'{}", text.replace('\0', "\u{FFFD}"))),
            }
        }
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_none(),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Number(number) => number.serialize(serializer),
            Self::Boolean(value) => serializer.serialize_bool(*value),
        }
    }
}

/// A row as a JSON object.
struct Object<'r>(&'static Table, &'r [Cell<'r>]);

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.1.len()))?;
        for (column, cell) in self.0.columns.iter().zip(self.1) {
            map.serialize_entry(column.name, cell)?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn assert_field(text: &str, plain: &str, excel: &str) {
        let cell = Cell::Text(text.into());
        assert_eq!(field(&cell, CsvStyle::Plain), plain);
        assert_eq!(field(&cell, CsvStyle::Excel), excel);
    }

    #[test]
    fn only_text_that_excel_would_run_is_guarded() {
        assert_field("=1+1", "=1+1", "'=1+1");
        assert_field(">=", ">=", ">=");
        assert_field("=", "=", "'=");
        assert_field("-", "-", "'-");
        assert_field("+86", "+86", "'+86");
        assert_field("@A1", "@A1", "'@A1");
        assert_field("\t一", "\t一", "'\t一");
        assert_field("\r一", "\r一", "'\r一");
        assert_field("一=二", "一=二", "一=二");
        assert_field("", "", "");
        assert_field("一\0二", "一\u{FFFD}二", "一\u{FFFD}二");
        let number = Cell::Number("-8.5".parse().unwrap());
        assert_eq!(field(&number, CsvStyle::Excel), "-8.5");
    }

    #[test]
    fn excel_gets_a_mark_and_its_line_ends() {
        let style = TableFormat::Csv(CsvStyle::Excel);
        let mut writer = TableWriter::new(style, |_| Ok(Vec::new())).unwrap();
        crate::export::error_row(Some("a\"b"), "empty", "一\n二", &mut writer).unwrap();
        let errors = writer.finish().unwrap().pop().unwrap();
        assert_eq!(
            String::from_utf8(errors).unwrap(),
            "\u{FEFF}source_name,kind,message\r\n\"a\"\"b\",empty,\"一\n二\"\r\n"
        );
    }

    #[test]
    fn json_says_null_where_csv_is_empty() {
        let mut writer =
            TableWriter::new(TableFormat::Jsonl, |_| Ok(Vec::new())).unwrap();
        crate::export::error_row(None, "empty", "-", &mut writer).unwrap();
        let errors = writer.finish().unwrap().pop().unwrap();
        assert_eq!(
            String::from_utf8(errors).unwrap(),
            "{\"source_name\":null,\"kind\":\"empty\",\"message\":\"-\"}\n"
        );
    }
}
