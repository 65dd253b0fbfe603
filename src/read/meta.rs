//! What a page says of itself in its head: the names of 国办发〔2017〕47号 and its title.

use super::front;
use crate::lexicon::rows;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Names that are read, in lower case, and how they are written.
static NAMES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
    rows(include_str!("../lexicon/site_meta.tsv"))
        .map(|row| (row.cell(0), row.cell(1)))
        .collect()
});

/// Bytes kept of a title.
const LONGEST_TITLE: usize = 1000;

/// Metadata of a page as it is read.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    fields: Vec<(String, String)>,
    title: Vec<u8>,
}

impl Metadata {
    /// Takes in a `meta` element.
    pub(super) fn tag(&mut self, name: &[u8], content: &[u8]) {
        let Ok(name) = std::str::from_utf8(name) else {
            return;
        };
        let Some(name) = NAMES.get(name.trim().to_ascii_lowercase().as_str()) else {
            return;
        };
        let content = closed_up(content);
        // A page that repeats a name says no more than its first.
        let known = self.fields.iter().any(|(field, _)| field == name);
        if !content.is_empty() && !known {
            self.fields.push(((*name).to_owned(), content));
        }
    }

    /// Takes in a stretch of the page's title.
    pub(super) fn title(&mut self, text: &[u8]) {
        let room = LONGEST_TITLE.saturating_sub(self.title.len());
        self.title.extend_from_slice(&text[..text.len().min(room)]);
    }

    pub(super) fn finish(mut self) -> Vec<(String, String)> {
        let title = closed_up(&self.title);
        if !title.is_empty() {
            self.fields.push(("Title".to_owned(), title));
        }
        self.fields
    }
}

/// What front matter above a page says under the names of its head.
pub(super) fn of_front_matter(lines: &str) -> Vec<(String, String)> {
    let mut metadata = Metadata::default();
    for (name, value) in lines.lines().filter_map(|line| front::split(line.trim())) {
        metadata.tag(name.as_bytes(), front::unquoted(value).as_bytes());
    }
    metadata.finish()
}

/// The text with its white space folded; what was cut inside a character loses it.
fn closed_up(text: &[u8]) -> String {
    let text = String::from_utf8_lossy(text);
    let text = text.trim_end_matches(char::REPLACEMENT_CHARACTER);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tags: &[(&str, &str)], title: &str, expected: &[(&str, &str)]) {
        let mut metadata = Metadata::default();
        for (name, content) in tags {
            metadata.tag(name.as_bytes(), content.as_bytes());
        }
        metadata.title(title.as_bytes());
        let fields = metadata.finish();
        let fields: Vec<_> = fields.iter().map(|(n, v)| (&**n, &**v)).collect();
        assert_eq!(fields, expected);
    }

    #[test]
    fn names_of_the_standard_are_read_whatever_their_case() {
        check(
            &[
                ("viewport", "width=device-width"),
                ("articletitle", "关于做好防汛工作的通知"),
                ("PubDate", " 2023-11-07 10:00 "),
                ("pubdate", "2024-01-01"),
                ("Author", ""),
            ],
            "\n  某市人民政府 ",
            &[
                ("ArticleTitle", "关于做好防汛工作的通知"),
                ("PubDate", "2023-11-07 10:00"),
                ("Title", "某市人民政府"),
            ],
        );
    }
}
