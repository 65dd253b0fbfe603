//! Scores gongwen on documents with gold, the truth made by hand.
//!
//! ```text
//! cargo run --release --example evaluate -- DIR [--only NAME] [--verbose]
//! ```
//!
//! `DIR` holds `NAME.gold.json` beside the document `NAME.txt`, `NAME.html` …, or a folder
//! a document: `NAME/gold.json` beside `NAME/document.txt`. The corpus of this repository
//! is such a folder: `cargo run --release --example evaluate -- corpus`.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod sample;
mod score;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use score::{Gold, Report, Score};

const USAGE: &str = "usage: evaluate DIR [--only NAME] [--verbose]";

/// What the command line asks for.
#[derive(Debug, Default)]
struct Args {
    folder: Option<PathBuf>,
    only: Option<String>,
    verbose: bool,
}

impl Args {
    fn read(mut words: impl Iterator<Item = String>) -> Option<Self> {
        let mut args = Self::default();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--verbose" => args.verbose = true,
                "--only" => args.only = Some(words.next()?),
                _ if word.starts_with('-') || args.folder.is_some() => return None,
                _ => args.folder = Some(word.into()),
            }
        }
        Some(args)
    }
}

fn main() -> ExitCode {
    let args = Args::read(std::env::args().skip(1)).unwrap_or_default();
    let Some(folder) = &args.folder else {
        eprintln!("{USAGE}");
        return ExitCode::from(2);
    };
    match evaluate(folder, &args) {
        Ok(report) => {
            print!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("evaluate: {}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

fn evaluate(folder: &Path, args: &Args) -> Result<Report, Box<dyn Error>> {
    let mut report = Report {
        verbose: args.verbose,
        ..Report::default()
    };
    for sample in sample::samples(folder)? {
        if args
            .only
            .as_ref()
            .is_some_and(|only| !sample.name.contains(only))
        {
            continue;
        }
        let gold: Gold = serde_json::from_slice(&fs::read(&sample.gold)?)
            .map_err(|error| format!("{}: {error}", sample.gold.display()))?;
        let score = match read(sample.document.as_deref()) {
            Ok(document) => score::score(&gold, Some(&document)),
            Err(error) => {
                let failed: Score = score::score(&gold, None);
                eprintln!("evaluate: {}: {error}", sample.name);
                failed
            }
        };
        report.documents.push((sample.name, score));
    }
    if report.documents.is_empty() {
        return Err("expected NAME.gold.json or NAME/gold.json, found none".into());
    }
    Ok(report)
}

fn read(path: Option<&Path>) -> Result<gongwen::Document, Box<dyn Error>> {
    let path = path.ok_or("no document beside the gold")?;
    Ok(gongwen::parse(&fs::read(path)?)?.document)
}
