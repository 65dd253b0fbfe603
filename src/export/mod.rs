//! What a document can be turned into besides JSON. Nothing here opens a file.

pub mod report;

pub use report::report;
