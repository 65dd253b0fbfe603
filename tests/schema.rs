//! The committed JSON Schema is that of the types, and all output holds to it, by the word
//! of a validator that is not ours.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use gongwen::{SchemaOf, schema};
use serde_json::{Value, json};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The schema without leave for keys that it does not name.
fn strict(of: SchemaOf) -> jsonschema::Validator {
    let mut schema = schema(of);
    close(&mut schema);
    jsonschema::validator_for(&schema).unwrap()
}

fn close(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if object.get("type") == Some(&json!("object"))
                && object.contains_key("properties")
            {
                object.insert("additionalProperties".to_owned(), false.into());
            }
            object.values_mut().for_each(close);
        }
        Value::Array(list) => list.iter_mut().for_each(close),
        _ => {}
    }
}

#[track_caller]
fn assert_valid(validator: &jsonschema::Validator, value: &Value) {
    let errors: Vec<String> = validator
        .iter_errors(value)
        .take(5)
        .map(|error| format!("{}: {error:.200}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{}", errors.join("\n"));
}

fn lines(args: &[&str], input: &str) -> Vec<Value> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_gongwen"))
        .args(args)
        .current_dir(root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    stdin.write_all(input.as_bytes()).unwrap();
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn the_schema_is_the_committed_one() {
    let path = root().join("src/schema/gongwen-1.schema.json");
    let schema =
        serde_json::to_string_pretty(&schema(SchemaOf::Document)).unwrap() + "\n";
    if std::env::var_os("GONGWEN_BLESS").is_some() {
        fs::write(&path, &schema).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap();
    assert_eq!(schema, committed, "run the test with GONGWEN_BLESS=1");
    let printed = Command::new(env!("CARGO_BIN_EXE_gongwen"))
        .arg("schema")
        .output()
        .unwrap();
    assert_eq!(String::from_utf8(printed.stdout).unwrap(), committed);
}

#[test]
fn the_schema_is_a_schema() {
    for of in [SchemaOf::Document, SchemaOf::Line, SchemaOf::Stream] {
        assert!(jsonschema::meta::is_valid(&schema(of)));
    }
}

#[test]
fn every_document_of_the_corpus_is_valid() {
    let (document, line) = (strict(SchemaOf::Document), strict(SchemaOf::Line));
    let documents = lines(&["corpus"], "");
    assert!(documents.len() >= 5);
    for value in documents
        .iter()
        .chain(&lines(&["corpus", "--source-spans"], ""))
    {
        assert_valid(&document, value);
        assert_valid(&line, value);
    }
    let parsed = gongwen::parse("一、加强值守。".as_bytes()).unwrap();
    let in_bytes = serde_json::to_value(parsed.document).unwrap();
    assert_valid(&document, &in_bytes);
}

#[test]
fn records_of_failures_are_valid_lines() {
    let line = strict(SchemaOf::Line);
    let failed = lines(&["Cargo.lock", "no-such-file.txt"], "");
    let errors = failed.iter().filter(|value| value["status"] == "error");
    assert_eq!(errors.count(), 1);
    for value in &failed {
        assert_valid(&line, value);
    }
}

#[test]
fn lines_of_the_stream_are_valid() {
    let stream = strict(SchemaOf::Stream);
    let input = "{\"id\": 7, \"text\": \"一、加强值守。\", \"site\": [1]}\n\
        \n{\"id\": null, \"text\": 3}\n{\"id\": {\"a\": 1}, \"site\": 2}\nno json\n";
    let out = lines(&["stream", "--passthrough", "site"], input);
    assert_eq!(out.len(), 5);
    for value in &out {
        assert_valid(&stream, value);
    }
}

#[test]
fn what_breaks_the_contract_is_invalid() {
    let text = "关于加强值守的通知\n一、加强值守。（责任单位：市教育局）\n\
        二、2025年底前县域内就诊率达到90%以上。\n";
    let document = gongwen::parse(text.as_bytes()).unwrap().document;
    let good = serde_json::to_value(document.in_code_points()).unwrap();
    let validator = jsonschema::validator_for(&schema(SchemaOf::Document)).unwrap();
    assert_valid(&validator, &good);
    for (pointer, value) in [
        ("/tasks/0/responsibilities/0/role", json!("leader")),
        ("/tasks/0/span/start", json!(-1)),
        ("/tasks/0/deadline", json!("2025-13")),
        ("/tasks/0/kind", json!("任务")),
        ("/targets/0/value", json!("90")),
        ("/targets/0/comparator", json!("≥")),
        ("/header/date_issued", json!("2025/06/30")),
        ("/header/genre", json!(15)),
        ("/offsets", json!("utf-16")),
        ("/text", json!(null)),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).unwrap() = value;
        assert!(!validator.is_valid(&bad), "{pointer}");
    }
    let mut lacking = good.clone();
    lacking.as_object_mut().unwrap().remove("removed");
    assert!(!validator.is_valid(&lacking));
}
