//! What the command prints and how it exits, held by transcripts: the `console` blocks of
//! `tests/cmd/*.md` and of the READMEs.
//!
//! A line `$ COMMAND` is run by the shell; the lines below it are what comes: standard
//! output as it is, then standard error with `! ` before each line, then `? N` when the
//! exit status is not 0. `[..]` stands for any words within a line. Transcripts of
//! `tests/cmd` run in a fresh copy of `tests/cmd/in`, those of the READMEs beside a copy of
//! `corpus`. `GONGWEN_BLESS=1 cargo test --test cmd` writes what differs anew.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

mod documents;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use documents::{blesses, entries, root};

#[test]
fn arguments() {
    transcripts("tests/cmd/arguments.md");
}

#[test]
fn batch() {
    transcripts("tests/cmd/batch.md");
}

#[test]
fn hostile() {
    transcripts("tests/cmd/hostile.md");
}

#[test]
fn inputs() {
    transcripts("tests/cmd/inputs.md");
}

#[test]
fn lexicon() {
    transcripts("tests/cmd/lexicon.md");
}

#[test]
fn outputs() {
    transcripts("tests/cmd/outputs.md");
}

#[test]
fn stages() {
    transcripts("tests/cmd/stages.md");
}

#[test]
fn stream() {
    transcripts("tests/cmd/stream.md");
}

#[test]
fn values() {
    transcripts("tests/cmd/values.md");
}

#[test]
fn readme() {
    transcripts("README.md");
}

#[test]
fn readme_in_chinese() {
    transcripts("README.zh-CN.md");
}

/// Runs the commands of a file and compares what comes with what it says.
#[track_caller]
fn transcripts(file: &str) {
    let path = root().join(file);
    let written = fs::read_to_string(&path).unwrap();
    let folder = sandbox(file);
    let mut actual = String::new();
    let mut differences = String::new();
    let mut lines = written.lines().peekable();
    let mut inside = false;
    while let Some(line) = lines.next() {
        actual.push_str(line);
        actual.push('\n');
        match line {
            "```console" => inside = true,
            "```" => inside = false,
            _ => {}
        }
        let Some(command) = line.strip_prefix("$ ").filter(|_| inside) else {
            continue;
        };
        let mut expected = Vec::new();
        while let Some(line) =
            lines.next_if(|line| !line.starts_with("$ ") && *line != "```")
        {
            expected.push(line);
        }
        let found = run(command, &folder);
        if same(&expected, &found) {
            expected
                .iter()
                .for_each(|line| push_line(&mut actual, line));
        } else {
            found.iter().for_each(|line| push_line(&mut actual, line));
            differences += &format!(
                "$ {command}\nexpected:\n{}\nfound:\n{}\n\n",
                expected.join("\n"),
                found.join("\n")
            );
        }
    }
    if blesses() {
        fs::write(path, actual).unwrap();
        return;
    }
    assert!(
        differences.is_empty(),
        "{file}: {differences}when that is meant: GONGWEN_BLESS=1 cargo test --test cmd"
    );
}

fn push_line(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

/// Runs a command and gives what comes in the form of a transcript.
fn run(command: &str, folder: &Path) -> Vec<String> {
    let binary = Path::new(env!("CARGO_BIN_EXE_gongwen"));
    let mut path = binary.parent().unwrap().as_os_str().to_owned();
    path.push(":");
    path.push(env::var_os("PATH").unwrap_or_default());
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env("PATH", path)
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let mut lines: Vec<String> = String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| line.trim_end().to_owned())
        .collect();
    for line in String::from_utf8_lossy(&output.stderr).lines() {
        lines.push(format!("! {}", line.trim_end()).trim_end().to_owned());
    }
    match output.status.code() {
        Some(0) => {}
        Some(status) => lines.push(format!("? {status}")),
        None => lines.push("? killed".to_owned()),
    }
    lines
}

fn same(expected: &[&str], found: &[String]) -> bool {
    expected.len() == found.len()
        && expected
            .iter()
            .zip(found)
            .all(|(expected, found)| line_matches(expected, found))
}

/// Whether a line is as expected, where `[..]` stands for any words.
fn line_matches(expected: &str, found: &str) -> bool {
    let mut parts = expected.split("[..]");
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = found.strip_prefix(first) else {
        return false;
    };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return rest.is_empty();
    }
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return rest.ends_with(part);
        }
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => return false,
        }
    }
    true
}

/// A fresh copy of the inputs, so that transcripts may write.
fn sandbox(file: &str) -> PathBuf {
    let name = Path::new(file).file_stem().unwrap();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("cmd")
        .join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    if file.starts_with("tests/") {
        copy(&root().join("tests/cmd/in"), &folder);
    } else {
        copy(&root().join("corpus"), &folder.join("corpus"));
    }
    folder
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for path in entries(from) {
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

#[test]
fn any_words_match_within_a_line() {
    for (expected, found, matches) in [
        ("a", "a", true),
        ("a", "ab", false),
        ("a[..]", "ab", true),
        ("[..]b", "ab", true),
        ("a[..]c[..]e", "abcde", true),
        ("a[..]d[..]e", "abce", false),
        ("[..]", "", true),
    ] {
        assert_eq!(line_matches(expected, found), matches, "{expected} {found}");
    }
}
