//! JSON without blanks, in which long strings cost little.

use std::io;

use serde_json::ser::{CharEscape, Formatter};

/// Writes bytes as the string that they are. serde_json looks at the bytes of a string one
/// after the other for those that are escaped, but leaves arrays of bytes to the formatter.
pub(super) struct Compact;

impl Formatter for Compact {
    fn write_byte_array<W>(&mut self, out: &mut W, text: &[u8]) -> io::Result<()>
    where
        W: ?Sized + io::Write,
    {
        out.write_all(b"\"")?;
        let mut rest = text;
        loop {
            let (plain, behind) = rest.split_at(plain(rest));
            out.write_all(plain)?;
            let Some((&byte, behind)) = behind.split_first() else {
                return out.write_all(b"\"");
            };
            self.write_char_escape(out, escape(byte))?;
            rest = behind;
        }
    }
}

/// Bytes that are looked at side by side.
const BLOCK: usize = 32;

/// How many bytes a text begins with that need no escape.
fn plain(text: &[u8]) -> usize {
    let (blocks, _) = text.as_chunks::<BLOCK>();
    let is_plain = |block: &&[u8; BLOCK]| {
        !block
            .iter()
            .fold(false, |found, &byte| found | is_escaped(byte))
    };
    let blocks = blocks.iter().take_while(is_plain).count() * BLOCK;
    let rest = text[blocks..].iter();
    blocks + rest.take_while(|&&byte| !is_escaped(byte)).count()
}

const fn is_escaped(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

const fn escape(byte: u8) -> CharEscape {
    match byte {
        b'"' => CharEscape::Quote,
        b'\\' => CharEscape::ReverseSolidus,
        b'\n' => CharEscape::LineFeed,
        b'\r' => CharEscape::CarriageReturn,
        b'\t' => CharEscape::Tab,
        0x08 => CharEscape::Backspace,
        0x0C => CharEscape::FormFeed,
        control => CharEscape::AsciiControl(control),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_as_serde_writes_their_string() {
        let ascii: String = (0..0x80).map(char::from).collect();
        let long = "到2025年，全市“三农”投入增长5%。".repeat(9);
        for text in [
            "",
            "公文",
            "\"",
            "行\n行\\",
            &ascii,
            &long,
            &format!("{long}\n{long}\t{ascii}{long}"),
        ] {
            let mut written = Vec::new();
            Compact
                .write_byte_array(&mut written, text.as_bytes())
                .unwrap();
            let expected = serde_json::to_string(text).unwrap();
            assert_eq!(String::from_utf8(written).unwrap(), expected);
        }
    }
}
