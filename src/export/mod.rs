//! What a document can be turned into besides JSON. Nothing here opens a file.

mod report;

pub use report::report;
