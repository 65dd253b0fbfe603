//! The report in a browser; `tests/browser/report.py` says what is looked at.

use std::fs;
use std::path::Path;
use std::process::Command;

use gongwen::Document;

use super::{CORPUS, hostile, html, places};

/// Exit status of the script that tells that there is no browser.
const SKIPPED: i32 = 77;

#[test]
fn the_page_holds_in_a_browser() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("report");
    fs::create_dir_all(&folder).unwrap();
    let hostile: Vec<Document> = hostile::PAYLOADS
        .iter()
        .flat_map(|payload| {
            let parsed = gongwen::parse(hostile::text(payload).as_bytes()).unwrap();
            [hostile::document(payload), parsed.document]
        })
        .collect();
    write(&folder, "corpus", &CORPUS);
    write(&folder, "single", &CORPUS[2..3]);
    write(&folder, "hostile", &hostile);
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/browser/report.py");
    let Ok(output) = Command::new("python3").arg(script).arg(&folder).output() else {
        eprintln!("skipped: needs python3");
        return;
    };
    let said = String::from_utf8_lossy(&output.stdout);
    let complaint = String::from_utf8_lossy(&output.stderr);
    if output.status.code() == Some(SKIPPED) {
        eprintln!("skipped: {complaint}");
        return;
    }
    assert!(output.status.success(), "{said}{complaint}");
    println!("{said}");
}

/// Writes a page and what it should show.
fn write(folder: &Path, name: &str, documents: &[Document]) {
    fs::write(folder.join(format!("{name}.html")), html(documents)).unwrap();
    let expected: Vec<_> = documents
        .iter()
        .map(|document| {
            serde_json::json!({
                "marks": places(document),
                "text": hostile::shown(&document.text),
            })
        })
        .collect();
    let expected = serde_json::to_string(&expected).unwrap();
    fs::write(folder.join(format!("{name}.json")), expected).unwrap();
}
