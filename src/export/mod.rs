//! Tables, networks, files for annotation tools, and a page to look at ([`report`]), for
//! those who carry on in pandas, R, Excel, Gephi, Label Studio or brat.
//!
//! Nothing here opens a file: everything is written to an [`io::Write`](std::io::Write)
//! that the caller gives.
//!
//! ```
//! use gongwen::export::{CsvStyle, Entry, TABLES, TableFormat, TableWriter, document_rows};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let text = "一、加强值守。（责任单位：市教育局、市公安局）";
//! let entry = Entry::new(gongwen::parse(text.as_bytes())?.document);
//! let format = TableFormat::Csv(CsvStyle::Plain);
//! let mut writer = TableWriter::new(format, |_| Ok(Vec::new()))?;
//! document_rows(&entry, &mut writer)?;
//! let files = writer.finish()?;
//! let at = TABLES.iter().position(|table| table.name == "responsibilities");
//! let csv = String::from_utf8(files.into_iter().nth(at.ok_or("no such table")?).ok_or("no file")?)?;
//! assert_eq!(csv.lines().count(), 3);
//! assert!(csv.contains(",responsible,false,市公安局,公安局,"));
//! # Ok(())
//! # }
//! ```

mod annotate;
mod codebook;
mod columns;
mod entry;
mod facts;
mod graph;
mod network;
#[cfg(feature = "parquet")]
mod parquet;
mod redact;
mod report;
mod table;
mod write;

pub use annotate::{Brat, LabelStudio, brat_configuration, label_studio_configuration};
#[cfg(feature = "schema")]
pub use codebook::codebook;
pub use codebook::data_package;
pub use columns::TABLES;
pub use entry::Entry;
pub use facts::{Rows, document_rows, error_row};
pub use graph::{write_dot, write_edges, write_graphml, write_nodes};
pub use network::{Graph, NETWORKS, Network, Networks, NodeName};
pub use report::report;
pub use table::{Cell, Column, Kind, Table};
pub use write::{CsvStyle, TableFormat, TableWriter};
