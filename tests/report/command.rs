//! `gongwen report` on the command line.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::page::Page;

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("a.txt"), "关于防汛的通知\n一、加强值守。\n").unwrap();
    folder
}

/// Exit status, standard output and standard error of a run in a folder.
fn run(folder: &Path, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_gongwen"))
        .arg("report")
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap();
    let words = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        words(output.stdout),
        words(output.stderr),
    )
}

#[test]
fn a_page_is_written_whole_and_nothing_is_said() {
    let folder = folder("report-whole");
    let said = run(&folder, &["a.txt", "-o", "page.html"]);
    assert_eq!(said, (Some(0), String::new(), String::new()));
    let page = fs::read_to_string(folder.join("page.html")).unwrap();
    assert_eq!(
        Page::read(&page).text("d1-text"),
        "关于防汛的通知\n一、加强值守。\n"
    );
    let (status, stdout, _) = run(&folder, &["a.txt"]);
    assert_eq!((status, stdout), (Some(0), page));
}

#[test]
fn an_input_that_fails_is_named_and_the_others_are_shown() {
    let folder = folder("report-some");
    let (status, _, stderr) = run(&folder, &["a.txt", "none.txt", "-o", "page.html"]);
    assert_eq!(status, Some(1));
    assert!(stderr.contains("none.txt"), "{stderr}");
    assert!(folder.join("page.html").is_file());
    let (status, _, _) = run(&folder, &["none.txt", "-o", "none.html"]);
    assert_eq!(
        (status, folder.join("none.html").exists()),
        (Some(1), false)
    );
}

#[test]
fn an_output_that_cannot_be_written_is_status_3() {
    let folder = folder("report-unwritable");
    let (status, _, stderr) = run(&folder, &["a.txt", "-o", "a.txt/page.html"]);
    assert_eq!(status, Some(3), "{stderr}");
}
