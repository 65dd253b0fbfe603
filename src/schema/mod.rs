//! The JSON Schema of the output, made from the types.

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;
use serde_json::Value;

use crate::{Date, Deadline, Decimal, Document, FORMAT, Genre};

/// What a schema is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SchemaOf {
    /// The JSON of one document.
    #[default]
    Document,
    /// A line of JSON Lines: a document, or the record of an input that failed.
    Line,
    /// A line of `gongwen stream`.
    Stream,
}

/// The record of an input that could not be read.
#[derive(Debug, Serialize, JsonSchema)]
#[allow(dead_code)]
struct ErrorRecord {
    /// The input.
    source: ErrorSource,
    /// Always `error`.
    #[schemars(extend("const" = "error"))]
    status: String,
    /// What went wrong.
    error: Cause,
}

/// The input of an [`ErrorRecord`].
#[derive(Debug, Serialize, JsonSchema)]
#[allow(dead_code)]
struct ErrorSource {
    /// Its name.
    name: String,
}

/// What went wrong.
#[derive(Debug, Serialize, JsonSchema)]
#[allow(dead_code)]
struct Cause {
    /// A stable word, e.g. `too-large`.
    kind: String,
    /// The same in words.
    message: String,
}

/// A line of output.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, clippy::large_enum_variant)]
enum Line {
    /// A document.
    Document(Document),
    /// An input that failed.
    Error(ErrorRecord),
}

/// A line of `gongwen stream`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "status", rename_all = "lowercase")]
#[allow(dead_code, clippy::large_enum_variant)]
enum StreamLine {
    /// A record with its document.
    Ok {
        /// The record's id, as it came.
        id: Value,
        /// Keys copied from the record.
        #[serde(skip_serializing_if = "Option::is_none")]
        passthrough: Option<serde_json::Map<String, Value>>,
        /// The document.
        document: Document,
    },
    /// A record that failed.
    Error {
        /// The record's id, or `null` when it has none.
        id: Value,
        /// The number of the line, from 1, when the record has no id.
        #[serde(skip_serializing_if = "Option::is_none")]
        line: Option<u64>,
        /// Keys copied from the record.
        #[serde(skip_serializing_if = "Option::is_none")]
        passthrough: Option<serde_json::Map<String, Value>>,
        /// What went wrong.
        error: Cause,
    },
}

/// The JSON Schema (draft 2020-12) of what this crate writes.
///
/// Keys may be added within one format, so it allows keys it does not name.
///
/// # Example
///
/// ```
/// let schema = gongwen::schema(gongwen::SchemaOf::Document);
/// assert_eq!(schema["title"], "gongwen/1");
/// assert_eq!(schema["$defs"]["Comparator"]["oneOf"][1]["const"], ">=");
/// ```
#[must_use]
pub fn schema(of: SchemaOf) -> Value {
    let generator = SchemaSettings::draft2020_12()
        .for_serialize()
        .with_transform(Plain)
        .into_generator();
    let (schema, title) = match of {
        SchemaOf::Document => (generator.into_root_schema_for::<Document>(), FORMAT),
        SchemaOf::Line => (generator.into_root_schema_for::<Line>(), "gongwen/1 line"),
        SchemaOf::Stream => (
            generator.into_root_schema_for::<StreamLine>(),
            "gongwen/1 stream line",
        ),
    };
    let mut schema = schema;
    schema.insert("title".to_owned(), title.into());
    schema.to_value()
}

/// Takes out what is of Rust alone: formats such as `uint32`, links of rustdoc.
#[derive(Debug, Clone)]
struct Plain;

impl Transform for Plain {
    fn transform(&mut self, schema: &mut Schema) {
        if let Some(object) = schema.as_object_mut() {
            let rust = |format: &Value| {
                format.as_str().is_some_and(|format| {
                    format.starts_with("uint") || format.starts_with("int")
                })
            };
            if object.get("format").is_some_and(rust) {
                object.remove("format");
            }
            if let Some(Value::String(words)) = object.get_mut("description") {
                *words = plain_words(words);
            }
        }
        transform_subschemas(self, schema);
    }
}

/// A description without the links of rustdoc: `[`Span`](crate::Span)` is `Span`.
fn plain_words(words: &str) -> String {
    let mut plain = String::new();
    let mut rest = words;
    while let Some((before, after)) = rest.split_once("[`") {
        plain.push_str(before);
        let Some((name, after)) = after.split_once("`]") else {
            plain.push_str("[`");
            rest = after;
            continue;
        };
        plain.push('`');
        plain.push_str(name);
        plain.push('`');
        rest = match after
            .strip_prefix('(')
            .and_then(|link| link.split_once(')'))
        {
            Some((_, after)) => after,
            None => after,
        };
    }
    plain.push_str(rest);
    plain.replace('\n', " ")
}

macro_rules! schemas {
    ($($type:ty: $name:literal = $schema:expr;)+) => {
        $(impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                Cow::Borrowed($name)
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                $schema
            }
        })+
    };
}

schemas! {
    Date: "Date" = json_schema!({
        "type": "string",
        "description": "A date of the precision stated, as EDTF: 2025, 2025-06, 2025-06-30.",
        "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
    });
    Deadline: "Deadline" = json_schema!({
        "type": "string",
        "description": "When a task is to be done (时限): a date as EDTF, or `ongoing`, e.g. 持续推进.",
        "pattern": "^([0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?|ongoing)$",
    });
    Decimal: "Decimal" = json_schema!({
        "type": "number",
        "description": "An exact decimal number, 万 and 亿 multiplied out.",
    });
    Genre: "Genre" = json_schema!({
        "type": "string",
        "description": "Genre (文种): one of the examples, or any other word as printed.",
        "examples": Genre::ALL.iter().map(Genre::as_str).collect::<Vec<_>>(),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_rustdoc_are_plain_words() {
        for (words, plain) in [
            (
                "in [`Document::text`](crate::Document::text), the text",
                "in `Document::text`, the text",
            ),
            ("Always [`FORMAT`].", "Always `FORMAT`."),
            ("`[`Span`", "`[`Span`"),
            ("两\n行", "两 行"),
        ] {
            assert_eq!(plain_words(words), plain);
        }
    }
}
