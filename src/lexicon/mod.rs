//! The wording that rules go by: tables in TSV, loaded once.

#[cfg(test)]
#[path = "generate/t2s.rs"]
mod generate_t2s;
mod table;

pub(crate) use table::{Row, rows};
