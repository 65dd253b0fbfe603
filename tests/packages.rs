//! A library user gets no argument parser, no progress bar, no thread pool; the package
//! holds what a user builds and reads, and nothing else.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
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

/// Where files of the package stand. `Cargo.toml.orig` and the like are cargo's own.
const IN_THE_PACKAGE: [&str; 8] = [
    ".cargo_vcs_info.json",
    "CITATION.cff",
    "Cargo.",
    "LICENSE",
    "docs/engines.md",
    "examples/evaluate/",
    "examples/report.png",
    "src/",
];

/// Bytes of all files before they are packed: about 3.6 million, of which sources with their
/// tables are 2.9; unit tests stay in the repository. What makes it much larger is to be looked at.
const MOST_BYTES: u64 = 4_000_000;

/// What cargo prints.
fn cargo(args: &[&str]) -> String {
    let output = Command::new(env!("CARGO"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_package_holds_what_a_user_needs() {
    let list = cargo(&["package", "--list", "--allow-dirty"]);
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut bytes = 0;
    for path in list.lines() {
        let is_page = path.ends_with(".md") && !path.contains('/');
        let is_wanted = IN_THE_PACKAGE.iter().any(|start| path.starts_with(start));
        assert!(is_page || is_wanted, "{path} is in the package");
        bytes += fs::metadata(root.join(path)).map_or(0, |file| file.len());
    }
    assert!((1_000_000..MOST_BYTES).contains(&bytes), "{bytes} bytes");
    for page in list.lines().filter(|path| path.ends_with(".md")) {
        let words = fs::read_to_string(root.join(page)).unwrap();
        for link in words.split("](").skip(1) {
            let link = link.split([')', '#']).next().unwrap();
            let is_file = !link.is_empty() && !link.contains(':');
            let target = Path::new(page).with_file_name(link);
            let is_in = list.lines().any(|path| Path::new(path) == target);
            assert!(!is_file || is_in, "{page} links to {link}");
        }
    }
}

#[test]
fn the_citation_names_this_version() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let citation = fs::read_to_string(root.join("CITATION.cff")).unwrap();
    let value = |key: &str| {
        let line = citation.lines().find_map(|line| line.strip_prefix(key));
        line.unwrap_or_default().trim()
    };
    assert_eq!(value("version:"), env!("CARGO_PKG_VERSION"));
    let date: Vec<usize> = value("date-released:").split('-').map(str::len).collect();
    assert_eq!(date, [4, 2, 2]);
}

#[test]
fn the_library_alone_is_small() {
    let tree = cargo(&[
        "tree",
        "--locked",
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--no-default-features",
        "--format",
        "{p}",
    ]);
    let packages: Vec<&str> = tree
        .lines()
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert!(packages.contains(&"nom"), "{tree}");
    for name in NOT_IN_THE_LIBRARY {
        assert!(!packages.contains(&name), "{name} is among the packages");
    }
}
