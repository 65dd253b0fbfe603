//! The wording that rules go by: tables in TSV, loaded once.

mod table;

pub(crate) use table::{Row, rows};
