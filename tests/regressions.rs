//! Inputs that once broke something, and what fuzzing found worth keeping: each still gives a
//! document or a clean error, and every rule of `invariants` holds.
//!
//! `GONGWEN_REPLAY=FOLDER` replays other inputs, such as the corpus of a fuzz target.
#![allow(clippy::unwrap_used)]

mod documents;
mod invariants;

use std::fs;
use std::panic::catch_unwind;
use std::path::Path;

use documents::{entries, root};

/// Holds every rule on each file of a folder and says of all that fail how.
#[track_caller]
fn replay(folder: &Path) -> usize {
    let paths = entries(folder);
    let failures: Vec<String> = paths
        .iter()
        .filter(|path| path.is_file())
        .filter_map(|path| {
            let bytes = fs::read(path).unwrap();
            let failure = catch_unwind(|| invariants::hold(&bytes)).err()?;
            let words = failure.downcast_ref::<String>().cloned();
            Some(format!("{}: {}", path.display(), words.unwrap_or_default()))
        })
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    paths.len()
}

#[test]
fn what_once_failed_no_longer_does() {
    assert!(replay(&root().join("tests/regressions")) > 0);
}

#[test]
fn other_inputs_on_demand() {
    if let Some(folder) = std::env::var_os("GONGWEN_REPLAY") {
        assert!(replay(Path::new(&folder)) > 0, "{folder:?} is empty");
    }
}
