//! Finding and reading the inputs.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use glob::{MatchOptions, Pattern};
use gongwen::{ErrorKind, Parsed, Parser};

use super::args::ReadArgs;
use super::failure::Failure;
use super::report;

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
            Self::File(path, _) if cfg!(windows) => {
                path.to_string_lossy().replace('\\', "/")
            }
            Self::File(path, _) => path.to_string_lossy().into_owned(),
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

    /// Parses the document.
    pub(crate) fn parse(&self, args: &ReadArgs) -> Result<Parsed, Failure> {
        self.parse_with(args, |parser, bytes| parser.parse(bytes))
    }

    /// Does work on the document's bytes with a parser that has the options.
    pub(crate) fn parse_with<T>(
        &self,
        args: &ReadArgs,
        work: impl FnOnce(&Parser, &[u8]) -> Result<T, gongwen::Error>,
    ) -> Result<T, Failure> {
        let name = self.name();
        let bytes = self.read(args.max_bytes)?;
        let mut parser = Parser::new()
            .name(name.as_str())
            .max_bytes(args.max_bytes)
            .keep_traditional(args.keep_traditional);
        if let Some(label) = &args.encoding {
            parser = parser.encoding(label.as_str());
        }
        if let Some(lexicon) = &args.lexicon {
            parser = parser.lexicon(lexicon.clone());
        }
        work(&parser, &bytes)
            .map_err(|error| Failure::new(name, error.code(), error.to_string()))
    }

    /// Reads the bytes. Of what is larger than the limit no more is read than shows it.
    fn read(&self, limit: usize) -> Result<Vec<u8>, Failure> {
        let not_readable = |error| Failure::not_readable(self.name(), &error);
        match self {
            Self::Stdin => self.read_from(io::stdin().lock(), 0, limit),
            Self::File(path, _) => {
                let file = fs::File::open(path).map_err(not_readable)?;
                let metadata = file.metadata().map_err(not_readable)?;
                let size = usize::try_from(metadata.len()).unwrap_or(usize::MAX);
                if size > limit {
                    let error = ErrorKind::TooLarge { limit, size };
                    let error = gongwen::Error::from(error);
                    return Err(Failure::new(self.name(), error.code(), error));
                }
                self.read_from(file, size, limit)
            }
        }
    }

    /// Reads what may be endless, so that its size is not known when it is too large.
    fn read_from(
        &self,
        reader: impl Read,
        expected: usize,
        limit: usize,
    ) -> Result<Vec<u8>, Failure> {
        let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
        // One more, as the end is only seen where room is left.
        let mut bytes = Vec::with_capacity(expected + 1);
        reader
            .take(most)
            .read_to_end(&mut bytes)
            .map_err(|error| Failure::not_readable(self.name(), &error))?;
        if bytes.len() > limit {
            let message = format!("more than the limit of {limit} bytes");
            return Err(Failure::new(self.name(), "too-large", message));
        }
        Ok(bytes)
    }
}

/// The inputs of a run, and what a folder walk left out.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    pub(crate) list: Vec<Input>,
    /// Files passed over, counted by what they are: `.pdf`, `without extension`.
    pub(crate) skipped: BTreeMap<String, usize>,
    /// Paths that could not be looked at.
    pub(crate) failed: Vec<Failure>,
    /// Whether any path was a folder.
    pub(crate) walked: bool,
}

/// Collects the inputs that paths name: files as given, folders walked in sorted order.
/// Prints what could not be looked at.
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
                inputs.fail(path, message);
            }
        } else {
            glob_or_file(path, &mut inputs);
        }
    }
    inputs.failed.iter().for_each(report::failure);
    inputs
}

impl Inputs {
    fn fail(&mut self, path: &Path, message: impl ToString) {
        let name = path.to_string_lossy();
        self.failed
            .push(Failure::new(name, "not-readable", message));
    }

    fn skip(&mut self, kind: impl Into<String>) {
        *self.skipped.entry(kind.into()).or_insert(0) += 1;
    }
}

/// Adds a file, or what a pattern such as `notices/*.html` stands for where no shell has
/// expanded it.
fn glob_or_file(path: &Path, inputs: &mut Inputs) {
    // Without `./` and `//`, as the paths below a folder are.
    let plain: PathBuf = path
        .components()
        .filter(|part| *part != Component::CurDir)
        .collect();
    let pattern = Pattern::new(&plain.to_string_lossy());
    let Some(pattern) = pattern.ok().filter(|_| is_pattern(path) && !path.exists())
    else {
        inputs.list.push(Input::File(path.to_owned(), None));
        return;
    };
    let fixed: PathBuf = plain
        .components()
        .take_while(|part| !is_pattern(part.as_ref()))
        .collect();
    let depth = if pattern.as_str().contains("**") {
        usize::MAX
    } else {
        plain.components().count() - fixed.components().count()
    };
    let options = MatchOptions {
        require_literal_separator: true,
        ..MatchOptions::default()
    };
    let mut found = files(&fixed, depth, inputs);
    found.retain(|path| pattern.matches_with(&path.to_string_lossy(), options));
    if found.is_empty() {
        inputs.fail(path, "no file matches the pattern");
    }
    inputs.walked |= !found.is_empty();
    inputs
        .list
        .extend(found.into_iter().map(|path| Input::File(path, None)));
}

fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(['*', '?', '['])
}

/// Adds the documents below a folder.
fn walk(root: &Path, more_extensions: &[String], inputs: &mut Inputs) {
    for path in files(root, usize::MAX, inputs) {
        let extension = path
            .extension()
            .map(|extension| extension.to_string_lossy().to_lowercase());
        let reads = |extension: &String| {
            let more =
                |more: &String| more.trim_start_matches('.').to_lowercase() == *extension;
            EXTENSIONS.contains(&extension.as_str()) || more_extensions.iter().any(more)
        };
        if extension.as_ref().is_some_and(reads) {
            inputs.list.push(Input::File(path, Some(root.to_owned())));
        } else {
            let kind = extension.map(|extension| format!(".{extension}"));
            inputs.skip(kind.unwrap_or_else(|| "without extension".to_owned()));
        }
    }
}

/// The files below a folder, so many levels deep, in sorted order; found without recursion.
/// Links to folders are not followed, so that no walk is endless, and nothing but files is
/// given: a pipe would never end.
fn files(root: &Path, depth: usize, inputs: &mut Inputs) -> Vec<PathBuf> {
    let mut pending = vec![(root.to_owned(), depth)];
    let mut files = Vec::new();
    while let Some((folder, depth)) = pending.pop() {
        let entries = match entries(&folder) {
            Ok(entries) => entries,
            Err(error) => {
                inputs.fail(&folder, error);
                continue;
            }
        };
        for entry in entries {
            let path = folder.join(entry.file_name());
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => {
                    let below = (path, depth.saturating_sub(1));
                    pending.extend(Some(below).filter(|(_, depth)| *depth > 0));
                }
                Ok(kind) if kind.is_symlink() && path.is_dir() => {
                    inputs.skip("linked folder");
                }
                // A link that leads nowhere fails when it is read, with the reason.
                Ok(kind) if kind.is_file() || !path.exists() || path.is_file() => {
                    files.push(path);
                }
                _ => inputs.skip("special"),
            }
        }
    }
    files.sort();
    files
}

/// What a folder holds; an empty path is the current one.
fn entries(folder: &Path) -> io::Result<Vec<fs::DirEntry>> {
    let named = !folder.as_os_str().is_empty();
    let folder = if named { folder } else { Path::new(".") };
    fs::read_dir(folder)?.collect()
}
