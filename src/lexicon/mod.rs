//! The wording that rules go by: tables in TSV, loaded once.

pub(crate) mod chars;
pub(crate) mod duty;
#[cfg(test)]
#[path = "generate/t2s.rs"]
mod generate_t2s;
pub(crate) mod hash;
pub(crate) mod head;
pub(crate) mod mark;
pub(crate) mod marker;
pub(crate) mod office;
pub(crate) mod site;
mod table;
pub(crate) mod trie;
pub(crate) mod wording;

pub(crate) use table::{Row, rows};
