//! The export of the corpus: rows that agree with the JSON, ids that stay, files that
//! programs take.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use gongwen::Document;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// A fresh folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs the command in the package's folder.
fn gongwen(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gongwen"))
        .args(args)
        .current_dir(root())
        .output()
        .unwrap()
}

#[track_caller]
fn export(out: &Path, args: &[&str]) {
    let mut all = vec!["export", "-o", out.to_str().unwrap()];
    all.extend(args);
    let output = gongwen(&all);
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{stderr}");
}

/// The files of a folder.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            let name = entry.file_name().into_string().unwrap();
            (name, fs::read(entry.path()).unwrap())
        })
        .collect()
}

type CsvRow = HashMap<String, String>;

fn table(folder: &Path, name: &str) -> Vec<CsvRow> {
    let mut reader = csv::Reader::from_path(folder.join(format!("{name}.csv"))).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// The corpus as the command line converts it.
fn documents() -> Vec<Document> {
    let output = gongwen(&["corpus", "--quiet"]);
    let lines = String::from_utf8(output.stdout).unwrap();
    let documents: Vec<_> = lines
        .lines()
        .map(|line| Document::from_json(line).unwrap())
        .collect();
    assert!(documents.len() >= 5);
    documents
}

fn slice(text: &str, row: &CsvRow) -> String {
    let at = |key: &str| row[key].parse::<usize>().unwrap();
    let (start, end) = (at("start"), at("end"));
    text.chars().skip(start).take(end - start).collect()
}

#[test]
fn rows_are_those_of_the_json_and_their_quotes_are_slices() {
    let out = folder("tables");
    export(&out, &["--format", "csv", "--quiet", "corpus"]);
    let documents = documents();
    let sum = |count: fn(&Document) -> usize| documents.iter().map(count).sum::<usize>();
    let departments = sum(|document| {
        let tasks = document.tasks.iter();
        let statements = tasks.flat_map(|task| &task.responsibilities);
        statements
            .map(|statement| statement.departments.len())
            .sum()
    });
    for (name, rows) in [
        ("documents", documents.len()),
        ("texts", documents.len()),
        (
            "issuers",
            sum(|document| document.header.issuing_authorities.len()),
        ),
        ("sections", sum(|document| document.sections.len())),
        ("tasks", sum(|document| document.tasks.len())),
        ("responsibilities", departments),
        ("targets", sum(|document| document.targets.len())),
        ("citations", sum(|document| document.citations.len())),
        ("members", sum(|document| document.members.len())),
        ("repairs", sum(|document| document.repairs.len())),
        ("removals", sum(|document| document.removed.len())),
        ("diagnostics", sum(|document| document.diagnostics.len())),
        ("errors", 0),
    ] {
        assert_eq!(table(&out, name).len(), rows, "{name}");
    }
    assert!(departments > 100, "{departments}");

    let texts: HashMap<String, String> = table(&out, "texts")
        .into_iter()
        .map(|row| (row["document_id"].clone(), row["text"].clone()))
        .collect();
    for name in [
        "sections",
        "tasks",
        "responsibilities",
        "targets",
        "citations",
        "members",
    ] {
        for row in table(&out, name) {
            assert_eq!(
                slice(&texts[&row["document_id"]], &row),
                row["quote"],
                "{name}"
            );
        }
    }
}

#[test]
fn ids_tell_rows_apart_and_refer_to_rows() {
    let out = folder("ids");
    export(&out, &["--format", "csv", "--quiet", "corpus"]);
    let ids = |name: &str, column: &str| -> HashSet<String> {
        let rows = table(&out, name);
        let ids: HashSet<_> = rows.iter().map(|row| row[column].clone()).collect();
        assert_eq!(ids.len(), rows.len(), "{name}");
        ids
    };
    let tasks = ids("tasks", "task_id");
    let sections = ids("sections", "section_id");
    let documents = ids("documents", "document_id");
    ids("responsibilities", "responsibility_id");
    let mut in_tasks = 0;
    for row in table(&out, "targets") {
        assert!(documents.contains(&row["document_id"]));
        assert!(row["task_id"].is_empty() || tasks.contains(&row["task_id"]));
        in_tasks += usize::from(!row["task_id"].is_empty());
    }
    assert!(in_tasks > 0);
    for row in table(&out, "responsibilities") {
        assert!(tasks.contains(&row["task_id"]));
    }
    for row in table(&out, "sections") {
        assert!(row["parent_id"].is_empty() || sections.contains(&row["parent_id"]));
        assert_ne!(row["parent_id"], row["section_id"]);
    }
}

#[test]
fn jobs_and_earlier_output_change_no_byte() {
    let [one, two, again] = ["jobs-1", "jobs-2", "jsonl"].map(folder);
    export(
        &one,
        &["--format", "csv", "--quiet", "--jobs", "1", "corpus"],
    );
    export(
        &two,
        &["--format", "csv", "--quiet", "--jobs", "2", "corpus"],
    );
    assert_eq!(files(&one), files(&two));
    let lines = folder("jsonl-input").join("corpus.jsonl");
    fs::write(&lines, gongwen(&["corpus", "--quiet"]).stdout).unwrap();
    export(
        &again,
        &["--format", "csv", "--quiet", lines.to_str().unwrap()],
    );
    assert_eq!(files(&one), files(&again));
}

#[test]
fn ids_do_not_depend_on_the_order_of_inputs() {
    let [one, two] = ["order-1", "order-2"].map(folder);
    let paths = ["corpus/cixi/document.txt", "corpus/hainan/document.txt"];
    export(&one, &["--format", "csv", "--quiet", paths[0], paths[1]]);
    export(&two, &["--format", "csv", "--quiet", paths[1], paths[0]]);
    let ids = |out: &Path| {
        let mut rows = table(out, "tasks");
        rows.sort_by_key(|row| row["task_id"].clone());
        rows
    };
    assert_eq!(ids(&one), ids(&two));
}

#[test]
fn the_same_text_under_two_names_has_one_fingerprint() {
    let (input, out) = (folder("unique-input"), folder("unique"));
    let text = "关于加强值守的通知\n一、加强值守。（责任单位：市教育局）\n";
    fs::write(input.join("a.txt"), text).unwrap();
    fs::write(input.join("b.txt"), text).unwrap();
    let input = input.to_str().unwrap();
    export(&out, &["--format", "csv", "--quiet", input]);
    let rows = table(&out, "documents");
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0]["fingerprint"], rows[1]["fingerprint"]);
    assert_ne!(rows[0]["document_id"], rows[1]["document_id"]);
    export(&out, &["--format", "csv", "--quiet", "--unique", input]);
    assert_eq!(table(&out, "documents").len(), 1);
}

#[test]
fn redaction_masks_every_file_and_keeps_places() {
    let (input, out) = (folder("redact-input"), folder("redact"));
    let text = "关于加强值守的通知\n一、加强值守，联系人：欧阳三；联系电话：0571-63012345。\
        （责任单位：市教育局）\n二、报送材料。（身份证号330282199001011234）\n";
    fs::write(input.join("a.txt"), text).unwrap();
    let input = input.to_str().unwrap();
    for format in ["csv", "jsonl", "labelstudio", "brat", "graphml"] {
        export(&out, &["--format", format, "--quiet", "--redact", input]);
        for (name, bytes) in files(&out) {
            let words = String::from_utf8_lossy(&bytes);
            for secret in ["欧阳三", "63012345", "330282199001011234"] {
                assert!(!words.contains(secret), "{secret} in {name}");
            }
        }
    }
    let texts = table(&out, "texts");
    assert!(texts[0]["text"].contains("联系人：＊＊＊；联系电话：****-********。"));
    for row in table(&out, "responsibilities") {
        assert_eq!(slice(&texts[0]["text"], &row), row["quote"]);
        assert_eq!(row["department"], "市教育局");
    }
}

#[test]
fn excel_gets_a_mark_its_line_ends_and_no_formula() {
    let (input, out) = (folder("excel-input"), folder("excel"));
    let text = "关于加强值守的通知\n一、=1+1加强值守。\n二、就诊率提高5%。\n";
    fs::write(input.join("a.txt"), text).unwrap();
    export(
        &out,
        &[
            "--format",
            "csv",
            "--excel",
            "--quiet",
            input.to_str().unwrap(),
        ],
    );
    for (name, bytes) in files(&out) {
        if name.ends_with(".csv") {
            let words = String::from_utf8(bytes).unwrap();
            assert!(words.starts_with('\u{FEFF}'), "{name}");
            assert!(words.ends_with("\r\n"), "{name}");
            assert!(!words.contains(",="), "{name}: {words}");
        }
    }
    assert!(!out.join("datapackage.json").exists());
    let out = out.to_str().unwrap();
    let wrong = gongwen(&[
        "export", "--format", "jsonl", "--excel", "-o", out, "corpus",
    ]);
    assert_eq!(wrong.status.code(), Some(2));
}

#[test]
fn inputs_that_fail_are_rows_and_the_exit_status_says_so() {
    let (input, out) = (folder("errors-input"), folder("errors"));
    fs::write(input.join("a.txt"), "").unwrap();
    fs::write(input.join("b.txt"), "一、加强值守。\n").unwrap();
    let lines = "{\"a\":1}\n\n{\"source\":{\"name\":\"c.pdf\"},\"status\":\"error\",\
        \"error\":{\"kind\":\"not-text\",\"message\":\"PDF\"}}\nnull";
    fs::write(input.join("d.jsonl"), lines).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_gongwen"))
        .args(["export", "--format", "csv", "-o"])
        .arg(&out)
        .args([".", "d.jsonl", "missing.txt"])
        .current_dir(&input)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let mut errors: Vec<String> = table(&out, "errors")
        .iter()
        .map(|row| format!("{} {}", row["source_name"], row["kind"]))
        .collect();
    errors.sort();
    assert_eq!(
        errors,
        [
            "./a.txt empty",
            "c.pdf not-text",
            "d.jsonl:1 not-gongwen",
            "d.jsonl:4 not-gongwen",
            "missing.txt not-readable",
        ]
    );
    assert_eq!(table(&out, "documents").len(), 1);
}

#[test]
fn hostile_lines_do_no_harm() {
    let (input, out) = (folder("hostile-input"), folder("hostile"));
    let document = gongwen::parse("一、加强值守。（责任单位：市教育局）".as_bytes());
    let good = serde_json::to_value(document.unwrap().document).unwrap();
    let mut lines = String::new();
    for (pointer, value) in [
        ("/tasks/0/span/start", 1),
        ("/tasks/0/span/end", 1_000_000),
        ("/tasks/0/responsibilities/0/span/start", 2),
        ("/tasks/0/responsibilities/0/span/end", 0),
    ] {
        for offsets in ["byte", "codepoint"] {
            let mut bad = good.clone();
            bad["offsets"] = offsets.into();
            *bad.pointer_mut(pointer).unwrap() = value.into();
            lines += &format!("{bad}\n");
        }
    }
    let path = input.join("hostile.jsonl");
    fs::write(&path, lines).unwrap();
    for format in ["csv", "labelstudio", "brat", "dot", "edges"] {
        let output = gongwen(&[
            "export",
            "--redact",
            "--format",
            format,
            "-o",
            out.to_str().unwrap(),
            path.to_str().unwrap(),
        ]);
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{stderr}");
        assert!(!stderr.contains("panicked"), "{stderr}");
    }
}

#[test]
fn the_codebook_is_the_committed_one() {
    let path = root().join("CODEBOOK.md");
    let codebook = gongwen(&["export", "--codebook"]).stdout;
    if std::env::var_os("GONGWEN_BLESS").is_some() {
        fs::write(&path, &codebook).unwrap();
    }
    assert_eq!(
        String::from_utf8(codebook).unwrap(),
        fs::read_to_string(&path).unwrap(),
        "run the test with GONGWEN_BLESS=1"
    );
}

#[test]
fn every_word_a_column_holds_stands_in_the_codebook() {
    let codebook = gongwen::export::codebook();
    let (_, words) = codebook.split_once("## Words").unwrap();
    for table in gongwen::export::TABLES
        .iter()
        .chain(gongwen::export::NETWORKS)
    {
        for column in table.columns {
            if let Some(name) = column.words_of {
                let (_, list) = words.split_once(&format!("### {name}\n")).unwrap();
                let list = list.split("###").next().unwrap();
                assert!(list.matches("\n| `").count() > 1, "{name}: {list}");
            }
        }
    }
}

#[test]
fn shells_and_man_know_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell"] {
        let output = gongwen(&["completions", shell]);
        let script = String::from_utf8(output.stdout).unwrap();
        assert!(
            script.contains("export") && script.contains("redact"),
            "{shell}"
        );
    }
    let page = String::from_utf8(gongwen(&["man"]).stdout).unwrap();
    assert!(page.starts_with(".ie") || page.starts_with(".TH"), "{page}");
    assert!(page.contains("export"));
    let out = folder("man");
    let output = gongwen(&["man", "-o", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0));
    assert!(files(&out).contains_key("gongwen-export.1"));
}
