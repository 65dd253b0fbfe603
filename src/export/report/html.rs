//! The only way from a document's words into the page.

use std::fmt;

/// Words as HTML shows them, in text and in quoted attribute values alike.
///
/// Characters that steer the display instead of showing something (controls, bidirectional
/// overrides) become U+FFFD, so that no document rearranges the page around it.
pub(super) struct Escaped<'w>(pub(super) &'w str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = self.0;
        let mut written = 0;
        for (at, c) in words.char_indices() {
            let instead = match c {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\'' => "&#39;",
                c if steers(c) => "\u{FFFD}",
                _ => continue,
            };
            f.write_str(&words[written..at])?;
            f.write_str(instead)?;
            written = at + c.len_utf8();
        }
        f.write_str(&words[written..])
    }
}

fn steers(c: char) -> bool {
    c.is_control() && c != '\n' && c != '\t'
        || matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}')
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// A fixed word of the page in Chinese and English.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label(pub(super) &'static str, pub(super) &'static str);

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} <small lang=\"en\">{}</small>", self.0, self.1)
    }
}

/// The first words of a long text, up to `most` characters, with `…` where it is cut.
pub(super) fn opening(words: &str, most: usize) -> String {
    let line = words.trim_start().lines().next().unwrap_or_default();
    match line.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_escaped_for_text_and_attributes() {
        for (words, html) in [
            ("达到90%以上", "达到90%以上"),
            ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
            ("\"'", "&quot;&#39;"),
            ("a\u{202E}b\0c\r", "a\u{FFFD}b\u{FFFD}c\u{FFFD}"),
            ("一\n二\t三", "一\n二\t三"),
            ("", ""),
        ] {
            assert_eq!(Escaped(words).to_string(), html);
        }
    }

    #[test]
    fn openings_are_cut_between_characters() {
        for (words, most, cut) in [
            ("推进医改", 2, "推进…"),
            ("推进医改", 4, "推进医改"),
            ("\n推进\n医改", 8, "推进"),
            ("", 3, ""),
        ] {
            assert_eq!(opening(words, most), cut);
        }
    }
}
