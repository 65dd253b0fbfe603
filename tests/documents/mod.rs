//! The documents that tests read: the corpus, and the evaluation set where that stands
//! beside the repository.

// Each test takes what it needs.
#![allow(dead_code, clippy::print_stderr)]

use std::fs;
use std::path::{Path, PathBuf};

/// A document: its name and its bytes.
pub(crate) struct Sample {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

/// The root of the repository.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The documents of `corpus/`, named as from the root of the repository.
pub(crate) fn corpus() -> Vec<Sample> {
    let folders = entries(&root().join("corpus"));
    let documents = folders
        .iter()
        .filter(|folder| folder.is_dir())
        .flat_map(|folder| entries(folder))
        .filter(|path| path.file_stem().is_some_and(|stem| stem == "document"));
    documents.map(|path| sample(&path, &root())).collect()
}

/// The documents of the evaluation set; none when it is absent.
pub(crate) fn evaluation_set() -> Vec<Sample> {
    let folder = root().join("../shared");
    let files = ["docs", "gold", "seeds"]
        .iter()
        .flat_map(|part| entries(&folder.join(part)))
        .filter(|path| {
            let extension = path.extension().unwrap_or_default();
            ["txt", "html", "md"]
                .iter()
                .any(|known| extension == *known)
        })
        .filter(|path| path.file_name().is_some_and(|name| name != "GUIDE.md"));
    let samples: Vec<Sample> = files.map(|path| sample(&path, &folder)).collect();
    if samples.is_empty() {
        eprintln!("skipped in part: the evaluation set is not beside the repository");
    }
    samples
}

/// The entries of a folder in the order of their names; none when there is no such folder.
pub(crate) fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

/// Whether expectations are to be written anew: `GONGWEN_BLESS=1`.
pub(crate) fn blesses() -> bool {
    std::env::var_os("GONGWEN_BLESS").is_some_and(|value| value == "1")
}

fn sample(path: &Path, root: &Path) -> Sample {
    let name = path.strip_prefix(root).unwrap_or(path);
    Sample {
        name: name.to_string_lossy().replace('\\', "/"),
        bytes: fs::read(path).unwrap(),
    }
}
