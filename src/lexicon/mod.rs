//! The wording that rules go by: tables in TSV, loaded once.

pub(crate) mod office;
pub(crate) mod site;
mod table;
pub(crate) mod wording;

pub(crate) use table::rows;
