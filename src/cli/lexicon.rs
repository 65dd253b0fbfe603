//! A user's own rows: reading their folder, and keeping outputs of different rows apart.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use gongwen::Lexicon;

use super::batch;
use super::report::escaped;

/// Reads the tables of a folder, the argument of `--lexicon`.
pub(super) fn read(folder: &str) -> Result<Lexicon, String> {
    let mut tables = Vec::new();
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect())
        .map_err(|error: io::Error| error.to_string())?;
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // .DS_Store, .git
        if name.starts_with('.') {
            continue;
        }
        let text = if path.is_dir() {
            Ok(String::new())
        } else {
            text(&path)
        };
        let text = text.map_err(|message| format!("{}: {message}", escaped(&name)))?;
        tables.push((name.into_owned(), text));
    }
    if tables.is_empty() {
        let names = Lexicon::TABLES.join(", ");
        return Err(format!(
            "expected tables in the folder ({names}), found none"
        ));
    }
    Lexicon::from_tables(tables).map_err(|error| escaped(&error.to_string()))
}

fn text(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        format!("expected UTF-8, found other bytes from byte {valid} on")
    })
}

/// The file beside an output that keeps the rows that it was made with, so that a later
/// `--resume` goes on with the same ones.
pub(super) struct Record {
    path: PathBuf,
    /// Empty when there are none.
    rows: String,
}

impl Record {
    pub(super) fn new(path: PathBuf, lexicon: Option<&Lexicon>) -> Self {
        Self {
            path,
            rows: lexicon.map(Lexicon::to_string).unwrap_or_default(),
        }
    }

    /// Whether the output was begun with the same rows.
    pub(super) fn is_same(&self) -> io::Result<bool> {
        match fs::read_to_string(&self.path) {
            Ok(rows) => Ok(rows == self.rows),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Ok(self.rows.is_empty())
            }
            Err(error) => Err(error),
        }
    }

    /// Keeps the rows; without any, no file is left.
    pub(super) fn write(&self) -> io::Result<()> {
        if !self.rows.is_empty() {
            return batch::write_whole(&self.path, self.rows.as_bytes());
        }
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}
