//! OpenCC's C++ library in place of our tables (feature `opencc`).

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use opencc_rust::OpenCC;

use super::script::Converter;
use crate::error::{Error, ErrorKind};
use crate::text::{OffsetMap, Rewriter};

/// A configuration of OpenCC, ready to convert.
pub(crate) struct OpenCc {
    configuration: String,
    opencc: OpenCC,
}

impl OpenCc {
    /// Opens a configuration by its name (`t2s`, `tw2sp`) or its path.
    pub(crate) fn new(configuration: &str) -> Result<Self, Error> {
        let file = if configuration.ends_with(".json") {
            configuration.to_owned()
        } else {
            format!("{configuration}.json")
        };
        let opencc = OpenCC::new(&file)
            .map_err(|error| ErrorKind::UnknownConversion(error.to_string()))?;
        Ok(Self {
            configuration: configuration.to_owned(),
            opencc,
        })
    }
}

impl fmt::Debug for OpenCc {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OpenCc").field(&self.configuration).finish()
    }
}

impl Converter for OpenCc {
    /// Text that OpenCC refuses (with a NUL) stays as it is.
    fn convert<'t>(&self, text: &'t str) -> (Cow<'t, str>, OffsetMap) {
        let mut rewriter = Rewriter::new(text);
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            if let Ok(converted) = self.opencc.convert(line) {
                rewrite_line(line, start, &converted, &mut rewriter);
            }
            start += line.len();
        }
        rewriter.finish()
    }
}

/// Writes a converted line: character for character where their number is the same, else
/// from the first difference to the last.
fn rewrite_line(line: &str, start: usize, converted: &str, rewriter: &mut Rewriter<'_>) {
    if line == converted {
        return;
    }
    if line.chars().count() == converted.chars().count() {
        let mut at = start;
        for (from, to) in line.chars().zip(converted.chars()) {
            let end = at + from.len_utf8();
            if from != to {
                rewriter.replace(at..end, to.encode_utf8(&mut [0; 4]));
            }
            at = end;
        }
        return;
    }
    let (from, to) = difference(line, converted);
    rewriter.replace(start + from.start..start + from.end, &converted[to]);
}

/// Where two texts differ, without their common beginning and end.
fn difference(from: &str, to: &str) -> (Range<usize>, Range<usize>) {
    let same = |(one, other): &(char, char)| one == other;
    let len = |(one, _): (char, char)| one.len_utf8();
    let head: usize = from.chars().zip(to.chars()).take_while(same).map(len).sum();
    let tails = (from[head..].chars().rev()).zip(to[head..].chars().rev());
    let tail: usize = tails.take_while(same).map(len).sum();
    (head..from.len() - tail, head..to.len() - tail)
}

#[cfg(test)]
mod tests {
    use super::super::script::{CHARACTERS, PHRASES, Tables};
    use super::*;
    use crate::lexicon::rows;

    #[track_caller]
    fn agrees(opencc: &OpenCc, text: &str) {
        let (ours, _) = Tables::opencc().convert(text);
        let (theirs, _) = opencc.convert(text);
        for (ours, theirs) in ours.lines().zip(theirs.lines()) {
            assert_eq!(ours, theirs);
        }
        assert_eq!(ours, theirs);
    }

    #[test]
    fn the_corpus_converts_as_with_opencc() {
        let opencc = OpenCc::new("t2s").unwrap();
        let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
        let mut count = 0;
        for entry in std::fs::read_dir(corpus).unwrap() {
            let document = entry.unwrap().path().join("document.txt");
            if let Ok(text) = std::fs::read_to_string(document) {
                agrees(&opencc, &text);
                count += 1;
            }
        }
        assert_eq!(count, 5);
    }

    /// OpenCC over the tables that we carry: the library may have older ones.
    fn over_our_tables() -> OpenCc {
        let name = format!("gongwen-opencc-{}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).unwrap();
        for (name, table) in [("phrases.txt", PHRASES), ("characters.txt", CHARACTERS)] {
            let lines: String = rows(table)
                .map(|row| format!("{}\t{}\n", row.cell(0), row.cell(1)))
                .collect();
            std::fs::write(folder.join(name), lines).unwrap();
        }
        let dictionary =
            |name| serde_json::json!({"type": "text", "file": folder.join(name)});
        let dictionaries = [dictionary("phrases.txt"), dictionary("characters.txt")];
        let configuration = serde_json::json!({
            "name": "t2s",
            "segmentation": {"type": "mmseg", "dict": &dictionaries[0]},
            "conversion_chain": [{"dict": {"type": "group", "dicts": &dictionaries}}],
        });
        let path = folder.join("t2s.json");
        std::fs::write(&path, configuration.to_string()).unwrap();
        let opencc = OpenCc::new(path.to_str().unwrap()).unwrap();
        std::fs::remove_dir_all(folder).unwrap();
        opencc
    }

    #[test]
    fn peers_cases_convert_as_with_opencc() {
        let Some(root) = std::env::var_os("GONGWEN_SHARED") else {
            return;
        };
        let path = std::path::Path::new(&root).join("peers/t2s.jsonl");
        let Ok(cases) = std::fs::read_to_string(path) else {
            return;
        };
        let opencc = over_our_tables();
        for case in cases.lines() {
            let case: serde_json::Value = serde_json::from_str(case).unwrap();
            agrees(&opencc, case["text"].as_str().unwrap());
        }
    }

    #[test]
    fn phrases_convert_as_with_opencc() {
        let opencc = over_our_tables();
        let mut text = String::new();
        for row in rows(PHRASES) {
            for word in [row.cell(0), row.cell(1)] {
                text.extend([word, "的", word, word, "\n"]);
            }
        }
        agrees(&opencc, &text);
    }

    #[test]
    fn other_configurations_keep_their_places() {
        let opencc = OpenCc::new("tw2sp").unwrap();
        let text = "建立資訊系統\n使用軟體。";
        let (out, map) = opencc.convert(text);
        assert!(out.contains("软件"), "{out}");
        let at = out.find("软").unwrap();
        assert_eq!(&text[map.source(at..at + 3)], "軟");
    }

    #[test]
    fn an_unknown_configuration_is_refused() {
        let error = OpenCc::new("t2klingon").unwrap_err();
        assert_eq!(error.code(), "unknown-conversion");
    }

    #[test]
    fn differences_are_narrowed() {
        assert_eq!(difference("甲乙丙丁", "甲子丁"), (3..9, 3..6));
        assert_eq!(difference("甲甲", "甲"), (3..6, 3..3));
        assert_eq!(difference("甲", "甲甲"), (3..3, 3..6));
    }
}
