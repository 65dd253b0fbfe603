//! The wording that rules go by: tables in TSV, loaded once; some of them with a user's own
//! rows, loaded once for each user's.

pub(crate) mod any;
pub(crate) mod chars;
pub(crate) mod duty;
#[cfg(test)]
#[path = "generate/t2s.rs"]
mod generate_t2s;
pub(crate) mod hash;
pub(crate) mod head;
pub(crate) mod mark;
pub(crate) mod marker;
pub(crate) mod merged;
pub(crate) mod office;
mod own;
pub(crate) mod site;
mod table;
pub(crate) mod trie;
pub(crate) mod wording;

pub use own::{Lexicon, LexiconError};

pub(crate) use own::Name;
pub(crate) use table::{Row, rows};
