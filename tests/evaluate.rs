//! The example `evaluate` prints the figures of the scorer that the project is measured
//! with, where that scorer stands beside the repository.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

#[path = "../examples/evaluate/sample.rs"]
mod sample;
#[path = "../examples/evaluate/score.rs"]
mod score;

use std::fs;
use std::path::Path;
use std::process::Command;

use score::{Gold, Report};

/// The folder beside the repository that holds the evaluation set, when there is one.
const EVALUATION_SET: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");

#[test]
fn figures_equal_the_scorers() {
    let folder = Path::new(EVALUATION_SET);
    let scorer = folder.join("score.py");
    if !scorer.is_file() || Command::new("python3").arg("-V").output().is_err() {
        eprintln!("skipped: needs the evaluation set beside the repository, and python3");
        return;
    }
    let gold_folder = folder.join("gold");
    let output = Command::new("python3")
        .arg(scorer)
        .args(["--bin", env!("CARGO_BIN_EXE_gongwen"), "--gold"])
        .arg(&gold_folder)
        .output()
        .unwrap();
    let expected = String::from_utf8(output.stdout).unwrap();
    let mut report = Report::default();
    for sample in sample::samples(&gold_folder).unwrap() {
        let gold: Gold =
            serde_json::from_slice(&fs::read(&sample.gold).unwrap()).unwrap();
        let document = fs::read(sample.document.unwrap()).unwrap();
        let document = gongwen::parse(&document).unwrap().document;
        report
            .documents
            .push((sample.name, score::score(&gold, Some(&document))));
    }
    assert_eq!(report.to_string(), expected);
}
