//! UTF-8 that was read in a single-byte encoding and saved again: `дЄ≠еЫљ` for `中国`.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use encoding_rs::{
    Encoding, IBM866, KOI8_R, MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252,
    X_MAC_CYRILLIC,
};

/// The encodings that UTF-8 has been read in, by what is seen most.
const THROUGH: [&Encoding; 7] = [
    WINDOWS_1252,
    X_MAC_CYRILLIC,
    WINDOWS_1251,
    MACINTOSH,
    KOI8_R,
    IBM866,
    WINDOWS_1250,
];

/// How much of a text is looked at.
const HEAD: usize = 4 << 10;

/// A text with fewer foreign letters in its head is left alone.
const FOREIGN_LETTERS: usize = 12;

/// The text as it was before, and the encoding it was read in; `None` when it is no such
/// text. It is certain when nearly all of it becomes Chinese.
pub(super) fn undo(text: &str) -> Option<(String, &'static Encoding)> {
    let head = crate::text::head(text, HEAD);
    if !is_foreign(head) {
        return None;
    }
    THROUGH.into_iter().find_map(|through| {
        let table = bytes_of(through);
        let is_chinese = |text: &str| {
            let count = |in_range: fn(char) -> bool| {
                text.chars()
                    .filter(|&character| in_range(character))
                    .count()
            };
            let han = count(|character| ('\u{3400}'..='\u{9FFF}').contains(&character));
            let foreign = count(is_foreign_letter);
            han > 0 && foreign * 20 <= han
        };
        // The head first, without the character that it may have cut.
        is_chinese(&read_again(head, &table))
            .then(|| read_again(text, &table))
            .filter(|original| is_chinese(original))
            .map(|original| (original, through))
    })
}

/// Latin, Greek and Cyrillic beyond ASCII: what the high bytes of those encodings are,
/// dashes and mathematical signs aside.
fn is_foreign_letter(character: char) -> bool {
    ('\u{80}'..='\u{52F}').contains(&character)
        && !('\u{A0}'..='\u{BF}').contains(&character)
}

fn is_foreign(head: &str) -> bool {
    // Chinese has three bytes a character, so bytes tell without decoding.
    let letters = count(head, 0xC3..=0xD4);
    letters >= FOREIGN_LETTERS && letters > count(head, 0xE4..=0xE9)
}

/// How many bytes of a text lie in a range.
fn count(text: &str, range: RangeInclusive<u8>) -> usize {
    // So many are counted in a byte each, which compilers do side by side.
    let stretches = text.as_bytes().chunks(u8::MAX.into());
    let counts = stretches.map(|stretch| {
        let within = stretch.iter().map(|byte| u8::from(range.contains(byte)));
        usize::from(within.sum::<u8>())
    });
    counts.sum()
}

/// The byte of each character of a single-byte encoding. The controls that windows-1252
/// leaves out stand for themselves, as ISO 8859-1 has them.
fn bytes_of(encoding: &'static Encoding) -> HashMap<char, u8> {
    let mut table = HashMap::new();
    if encoding == WINDOWS_1252 {
        table.extend((0x80..=0x9F).map(|byte| (char::from(byte), byte)));
    }
    for byte in 0x80..=0xFF {
        let byte = [byte];
        let (text, _) = encoding.decode_without_bom_handling(&byte);
        if let Some(character) = text.chars().next() {
            table.insert(character, byte[0]);
        }
    }
    table
}

/// Reads the bytes behind the characters as UTF-8; what is none stays as it was.
fn read_again(text: &str, table: &HashMap<char, u8>) -> String {
    let mut out = String::with_capacity(text.len());
    let (mut run, mut bytes) = (Vec::new(), Vec::new());
    let flush = |run: &mut Vec<char>, bytes: &mut Vec<u8>, out: &mut String| {
        let mut at = 0;
        for chunk in bytes.utf8_chunks() {
            out.push_str(chunk.valid());
            at += chunk.valid().len();
            out.extend(&run[at..at + chunk.invalid().len()]);
            at += chunk.invalid().len();
        }
        run.clear();
        bytes.clear();
    };
    for character in text.chars() {
        let byte = match u8::try_from(character) {
            Ok(byte) if byte.is_ascii() => Some(byte),
            _ => table.get(&character).copied(),
        };
        match byte {
            Some(byte) if byte != b'\n' => {
                run.push(character);
                bytes.push(byte);
            }
            _ => {
                flush(&mut run, &mut bytes, &mut out);
                out.push(character);
            }
        }
    }
    flush(&mut run, &mut bytes, &mut out);
    out
}
