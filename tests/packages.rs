//! A library user gets no argument parser, no progress bar, no thread pool.
#![allow(clippy::unwrap_used)]

use std::process::Command;

/// Packages of the command line and of exports, which the library alone does without.
const NOT_IN_THE_LIBRARY: [&str; 7] = [
    "clap",
    "csv",
    "glob",
    "indicatif",
    "parquet",
    "rayon",
    "schemars",
];

#[test]
fn the_library_alone_is_small() {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--locked", "--edges", "normal", "--prefix", "none"])
        .args(["--no-default-features", "--format", "{p}"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let tree = String::from_utf8(output.stdout).unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let packages: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert!(packages.contains(&"nom"), "{tree}");
    for name in NOT_IN_THE_LIBRARY {
        assert!(!packages.contains(&name), "{name} is among the packages");
    }
}
