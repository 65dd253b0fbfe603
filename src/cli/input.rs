//! Finding and reading the inputs.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

/// Extensions of documents that a folder walk reads.
const EXTENSIONS: [&str; 4] = ["txt", "html", "htm", "shtml"];

/// One input as named on the command line or found in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Input {
    Stdin,
    /// A file, and the folder that was walked to find it.
    File(PathBuf, Option<PathBuf>),
}

impl Input {
    /// The name that output and messages use; `/` separates folders on every system.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "-".to_owned(),
            Self::File(path, _) => path.to_string_lossy().replace('\\', "/"),
        }
    }

    /// The path below the folder that was walked, or the file's name.
    pub(crate) fn relative(&self) -> PathBuf {
        match self {
            Self::Stdin => PathBuf::from("stdin"),
            Self::File(path, Some(root)) => {
                path.strip_prefix(root).unwrap_or(path).to_path_buf()
            }
            Self::File(path, None) => {
                path.file_name().map(PathBuf::from).unwrap_or_default()
            }
        }
    }

    /// Reads the bytes, at most one more than the limit, so that a larger file shows.
    pub(crate) fn read(&self, limit: usize) -> io::Result<Vec<u8>> {
        let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
        let mut bytes = Vec::new();
        match self {
            Self::Stdin => io::stdin().lock().take(most).read_to_end(&mut bytes)?,
            Self::File(path, _) => {
                let file = fs::File::open(path)?;
                let size = file.metadata().map_or(0, |metadata| metadata.len());
                bytes.reserve(usize::try_from(size.min(most)).unwrap_or(0));
                file.take(most).read_to_end(&mut bytes)?
            }
        };
        Ok(bytes)
    }
}

/// The inputs of a run, and what a folder walk left out.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    pub(crate) list: Vec<Input>,
    /// Files passed over, counted by extension.
    pub(crate) skipped: BTreeMap<String, usize>,
    /// Paths that could not be looked at, and why.
    pub(crate) failed: Vec<(String, String)>,
    /// Whether any path was a folder.
    pub(crate) walked: bool,
}

/// Collects the inputs that paths name: files as given, folders walked in sorted order.
pub(crate) fn collect(paths: &[PathBuf], more_extensions: &[String]) -> Inputs {
    let mut inputs = Inputs::default();
    for path in paths {
        if path.as_os_str() == "-" {
            inputs.list.push(Input::Stdin);
        } else if path.is_dir() {
            inputs.walked = true;
            let before = inputs.list.len() + inputs.failed.len();
            walk(path, more_extensions, &mut inputs);
            if inputs.list.len() + inputs.failed.len() == before {
                let known = EXTENSIONS.map(|known| format!(".{known}")).join(" ");
                let message = format!(
                    "the folder holds no document ({known}; name others with --ext)"
                );
                inputs
                    .failed
                    .push((path.to_string_lossy().into_owned(), message));
            }
        } else {
            glob_or_file(path, &mut inputs);
        }
    }
    inputs
}

/// Adds a file, or what a pattern such as `notices/*.html` stands for where no shell has
/// expanded it.
fn glob_or_file(path: &Path, inputs: &mut Inputs) {
    let pattern = path.to_string_lossy();
    if path.exists() || !pattern.contains(['*', '?', '[']) {
        inputs.list.push(Input::File(path.to_owned(), None));
        return;
    }
    let found: Vec<PathBuf> = glob::glob(&pattern)
        .map(|paths| paths.flatten().filter(|path| path.is_file()).collect())
        .unwrap_or_default();
    if found.is_empty() {
        let message = "no file matches the pattern".to_owned();
        inputs.failed.push((pattern.into_owned(), message));
    }
    inputs.walked |= !found.is_empty();
    inputs
        .list
        .extend(found.into_iter().map(|path| Input::File(path, None)));
}

/// Walks a folder without recursion. Links to folders are not followed, so that no walk is
/// endless.
fn walk(root: &Path, more_extensions: &[String], inputs: &mut Inputs) {
    let mut pending = vec![root.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = pending.pop() {
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                inputs
                    .failed
                    .push((folder.to_string_lossy().into_owned(), error.to_string()));
                continue;
            }
        };
        for entry in entries.flatten() {
            let path = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => pending.push(path),
                Ok(kind) if kind.is_symlink() && path.is_dir() => {}
                _ => files.push(path),
            }
        }
    }
    files.sort();
    for path in files {
        let extension = path
            .extension()
            .map(|extension| extension.to_string_lossy().to_lowercase())
            .unwrap_or_default();
        let more = || {
            more_extensions
                .iter()
                .any(|more| more.trim_start_matches('.') == extension)
        };
        if EXTENSIONS.contains(&extension.as_str()) || more() {
            inputs.list.push(Input::File(path, Some(root.to_owned())));
        } else {
            *inputs.skipped.entry(extension).or_insert(0) += 1;
        }
    }
}
