//! What the columns mean, for people (the codebook) and for programs (the data package).

use serde_json::{Value, json};

use super::{Kind, TABLES, Table};

/// The columns that tell a table's rows apart; none where nothing does.
fn key(table: &Table) -> Vec<&'static str> {
    let names = || table.columns.iter().map(|column| column.name);
    match table.columns.first().map(|column| column.name) {
        Some("document_id") if names().any(|name| name == "position") => names()
            .filter(|name| ["document_id", "list", "position"].contains(name))
            .collect(),
        Some(first) if first.ends_with("_id") => vec![first],
        _ => Vec::new(),
    }
}

/// The table that a column's ids belong to, when it is another table's or a parent's.
fn refers_to(table: &Table, column: &str) -> Option<(&'static str, &'static str)> {
    let (to, of) = match column {
        "document_id" => ("documents", "document_id"),
        "section_id" => ("sections", "section_id"),
        "parent_id" => ("sections", "section_id"),
        "task_id" => ("tasks", "task_id"),
        _ => return None,
    };
    (table.name != to || column == "parent_id").then_some((to, of))
}

/// A description of the CSV files after the Data Package standard of Frictionless, as the
/// JSON of `datapackage.json`: columns, types, keys, and what they mean.
///
/// ```
/// let package = gongwen::export::data_package();
/// assert_eq!(package["resources"][0]["path"], "documents.csv");
/// ```
#[must_use]
pub fn data_package() -> Value {
    let resources: Vec<Value> = TABLES.iter().map(|table| resource(table)).collect();
    json!({
        "profile": "tabular-data-package",
        "name": "gongwen",
        "title": "Facts of Chinese policy documents",
        "version": env!("CARGO_PKG_VERSION"),
        "resources": resources,
    })
}

fn resource(table: &'static Table) -> Value {
    let fields: Vec<Value> = table
        .columns
        .iter()
        .map(|column| {
            let kind = match column.kind {
                Kind::Text => "string",
                Kind::Integer => "integer",
                Kind::Number => "number",
                Kind::Boolean => "boolean",
            };
            json!({
                "name": column.name,
                "type": kind,
                "title": column.description_zh,
                "description": column.description.trim(),
                // To a reader of CSV an empty text is one that is not said.
                "constraints": {
                    "required": column.required
                        && (column.kind != Kind::Text || column.name.ends_with("_id")),
                },
            })
        })
        .collect();
    let foreign: Vec<Value> = table
        .columns
        .iter()
        .filter_map(|column| {
            let (to, of) = refers_to(table, column.name)?;
            // The standard has an empty name for the table itself.
            let to = if to == table.name { "" } else { to };
            Some(json!({
                "fields": [column.name],
                "reference": {"resource": to, "fields": [of]},
            }))
        })
        .collect();
    let mut schema = json!({"fields": fields, "missingValues": [""]});
    let key = key(table);
    if !key.is_empty() {
        schema["primaryKey"] = json!(key);
    }
    if !foreign.is_empty() {
        schema["foreignKeys"] = json!(foreign);
    }
    json!({
        "name": table.name,
        "path": format!("{}.csv", table.name),
        "profile": "tabular-data-resource",
        "title": table.description_zh,
        "description": table.description.trim(),
        "encoding": "utf-8",
        "schema": schema,
    })
}

/// The codebook in Markdown: every table and column of the export in English and Chinese,
/// and the words that columns hold, with their meaning.
#[cfg(feature = "schema")]
#[must_use]
pub fn codebook() -> String {
    let mut text = String::from(INTRODUCTION);
    text += "\n## Tables 数据表\n";
    let mut words: Vec<&str> = Vec::new();
    for table in TABLES {
        text += &section(table, &mut words);
    }
    text += "\n## Networks 网络\n";
    for table in super::NETWORKS {
        text += &section(table, &mut words);
    }
    text += "\n## Words 取值\n";
    words.sort_unstable();
    words.dedup();
    let schema = crate::schema(crate::SchemaOf::Document);
    for name in words {
        text += &word_list(name, &schema["$defs"][name]);
    }
    text
}

#[cfg(feature = "schema")]
const INTRODUCTION: &str = "\
<!-- Written by `gongwen export --codebook`; a test compares. Edit src/export/facts.rs, \
src/export/network.rs or the types in src/model/. -->
# Codebook 字段说明

One table for each kind of fact, one row for each fact. 每类事实一张表，每个事实一行。

- `start` and `end` count Unicode code points in the document's text (table `texts`), from 0, \
`end` not included: in Python `text[start:end] == quote`. \
位置按 Unicode 码点计，自 0 起，不含 `end`。
- What the document does not say is empty in CSV and null elsewhere. 原文未载者为空。
- Dates are as precise as stated: `2025`, `2025-06`, `2025-06-30`. 日期精度以原文为准。
- Ids are the same in every run and any order of the inputs; they change when a source's name \
or its text changes. 编号在各次运行中不变，来源名或正文变化时才变。
- Paths, labels and ids are text even where they look like numbers (`2.10`): read the columns \
with the types in `datapackage.json`, which stands beside the CSV files. \
路径、序号为文本，读取时请用 `datapackage.json` 中的类型。
";

#[cfg(feature = "schema")]
fn section(table: &Table, words: &mut Vec<&'static str>) -> String {
    let mut text = format!(
        "\n### `{}`\n\n{}。{}\n\n| column 字段 | type 类型 | meaning | 含义 |\n|-|-|-|-|\n",
        table.name,
        table.description_zh,
        table.description.trim()
    );
    let key = key(table);
    for column in table.columns {
        let kind = match column.kind {
            Kind::Text => "text",
            Kind::Integer => "integer",
            Kind::Number => "number",
            Kind::Boolean => "boolean",
        };
        let optional = if column.required { "" } else { "?" };
        let key = if key.contains(&column.name) {
            " 🔑"
        } else {
            ""
        };
        let mut meaning = column.description.trim().to_owned();
        if let Some(name) = column.words_of {
            words.push(name);
            meaning += &format!(" Words: [{name}](#{}).", name.to_lowercase());
        }
        text += &format!(
            "| `{}`{key} | {kind}{optional} | {meaning} | {} |\n",
            column.name, column.description_zh
        );
    }
    text
}

/// The words of an enumeration, from its part of the schema.
#[cfg(feature = "schema")]
fn word_list(name: &str, schema: &Value) -> String {
    let of = |schema: &Value, key: &str| {
        schema[key].as_str().unwrap_or_default().replace('|', "\\|")
    };
    let mut text = format!(
        "\n### {name}\n\n{}\n\n| word 取值 | meaning 含义 |\n|-|-|\n",
        of(schema, "description")
    );
    for word in schema["oneOf"].as_array().into_iter().flatten() {
        let meaning = of(word, "description");
        text += &format!("| `{}` | {meaning} |\n", of(word, "const"));
    }
    text
}
