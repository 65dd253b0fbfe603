//! A table as Apache Parquet.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{
    BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int64Type,
};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::{Type, TypePtr};

use super::{Cell, Column, Kind, Table};

/// Rows of a row group at the most.
const GROUP_ROWS: usize = 65_536;

/// Bytes of text of a row group before it is written.
const GROUP_BYTES: usize = 64 << 20;

/// A table on its way into a file: rows are kept until a row group is full.
pub(super) struct ParquetTable<W: Write + Send> {
    writer: SerializedFileWriter<W>,
    columns: Vec<Values>,
    rows: usize,
    bytes: usize,
}

/// The values of a column in a row group, and for each row whether it has one.
struct Values {
    list: List,
    said: Vec<i16>,
    required: bool,
}

enum List {
    Text(Vec<ByteArray>),
    Integer(Vec<i64>),
    Number(Vec<f64>),
    Boolean(Vec<bool>),
}

impl<W: Write + Send> ParquetTable<W> {
    pub(super) fn new(table: &'static Table, out: W) -> io::Result<Self> {
        let fields = table
            .columns
            .iter()
            .map(field)
            .collect::<Result<_, _>>()
            .map_err(error)?;
        let schema = Type::group_type_builder(table.name)
            .with_fields(fields)
            .build()
            .map_err(error)?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::SNAPPY)
            .set_created_by(format!("gongwen {}", env!("CARGO_PKG_VERSION")))
            .build();
        let writer =
            SerializedFileWriter::new(out, Arc::new(schema), Arc::new(properties))
                .map_err(error)?;
        Ok(Self {
            writer,
            columns: table.columns.iter().map(Values::new).collect(),
            rows: 0,
            bytes: 0,
        })
    }

    pub(super) fn row(&mut self, cells: Vec<Cell<'_>>) -> io::Result<()> {
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            self.bytes += column.push(cell);
        }
        self.rows += 1;
        if self.rows >= GROUP_ROWS || self.bytes >= GROUP_BYTES {
            self.write_group()?;
        }
        Ok(())
    }

    fn write_group(&mut self) -> io::Result<()> {
        let mut group = self.writer.next_row_group().map_err(error)?;
        for column in &mut self.columns {
            column.write(&mut group).map_err(error)?;
        }
        group.close().map_err(error)?;
        (self.rows, self.bytes) = (0, 0);
        Ok(())
    }

    pub(super) fn finish(mut self) -> io::Result<W> {
        if self.rows > 0 {
            self.write_group()?;
        }
        self.writer.into_inner().map_err(error)
    }
}

fn field(column: &Column) -> Result<TypePtr, ParquetError> {
    let (physical, logical) = match column.kind {
        Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
        Kind::Integer => (Physical::INT64, None),
        Kind::Number => (Physical::DOUBLE, None),
        Kind::Boolean => (Physical::BOOLEAN, None),
    };
    let repetition = if column.required {
        Repetition::REQUIRED
    } else {
        Repetition::OPTIONAL
    };
    Type::primitive_type_builder(column.name, physical)
        .with_logical_type(logical)
        .with_repetition(repetition)
        .build()
        .map(Arc::new)
}

impl Values {
    fn new(column: &Column) -> Self {
        let list = match column.kind {
            Kind::Text => List::Text(Vec::new()),
            Kind::Integer => List::Integer(Vec::new()),
            Kind::Number => List::Number(Vec::new()),
            Kind::Boolean => List::Boolean(Vec::new()),
        };
        Self {
            list,
            said: Vec::new(),
            required: column.required,
        }
    }

    /// Adds a row's value and tells how many bytes of text it has.
    fn push(&mut self, cell: Cell<'_>) -> usize {
        let bytes = if let Cell::Text(text) = &cell {
            text.len()
        } else {
            0
        };
        let said = match (&mut self.list, cell) {
            (List::Text(list), Cell::Text(text)) => {
                list.push(ByteArray::from(text.into_owned().into_bytes()));
                true
            }
            (List::Integer(list), Cell::Integer(number)) => {
                list.push(number);
                true
            }
            (List::Number(list), Cell::Number(number)) => {
                list.push(number.to_f64());
                true
            }
            (List::Boolean(list), Cell::Boolean(value)) => {
                list.push(value);
                true
            }
            _ => false,
        };
        self.said.push(said.into());
        bytes
    }

    fn write<W: Write + Send>(
        &mut self,
        group: &mut SerializedRowGroupWriter<'_, W>,
    ) -> Result<(), ParquetError> {
        let said = (!self.required).then_some(self.said.as_slice());
        match &mut self.list {
            List::Text(list) => write_column::<ByteArrayType, W>(group, list, said),
            List::Integer(list) => write_column::<Int64Type, W>(group, list, said),
            List::Number(list) => write_column::<DoubleType, W>(group, list, said),
            List::Boolean(list) => write_column::<BoolType, W>(group, list, said),
        }?;
        self.said.clear();
        Ok(())
    }
}

fn write_column<T: DataType, W: Write + Send>(
    group: &mut SerializedRowGroupWriter<'_, W>,
    values: &mut Vec<T::T>,
    said: Option<&[i16]>,
) -> Result<(), ParquetError> {
    if let Some(mut column) = group.next_column()? {
        column.typed::<T>().write_batch(values, said, None)?;
        column.close()?;
    }
    values.clear();
    Ok(())
}

fn error(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(cause) => match cause.downcast::<io::Error>() {
            Ok(cause) => *cause,
            Err(cause) => io::Error::other(cause),
        },
        error => io::Error::other(error),
    }
}
