//! Finding documents with gold in a folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// A document and the file of its truth.
#[derive(Debug, Clone)]
pub(crate) struct Sample {
    pub(crate) name: String,
    /// `None` when no document stands beside the gold.
    pub(crate) document: Option<PathBuf>,
    pub(crate) gold: PathBuf,
}

/// The samples of a folder by name: `NAME.gold.json` beside `NAME.*`, or `NAME/gold.json`
/// beside `NAME/document.*`.
pub(crate) fn samples(folder: &Path) -> io::Result<Vec<Sample>> {
    let mut samples = Vec::new();
    for path in files(folder)? {
        let file_name = file_name(&path);
        if let Some(name) = file_name.strip_suffix(".gold.json") {
            samples.push(Sample {
                name: name.to_owned(),
                document: document(folder, name)?,
                gold: path,
            });
        } else if path.is_dir() && path.join("gold.json").is_file() {
            samples.push(Sample {
                name: file_name,
                document: document(&path, "document")?,
                gold: path.join("gold.json"),
            });
        }
    }
    Ok(samples)
}

/// The file `STEM.*` of a folder that is no JSON.
fn document(folder: &Path, stem: &str) -> io::Result<Option<PathBuf>> {
    let is_document = |path: &PathBuf| {
        let name = file_name(path);
        let rest = name.strip_prefix(stem);
        rest.is_some_and(|rest| rest.starts_with('.')) && !name.ends_with(".json")
    };
    Ok(files(folder)?.into_iter().find(is_document))
}

/// The entries of a folder in the order of their names.
pub(crate) fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}
