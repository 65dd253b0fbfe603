//! From places in the decoded text back to bytes of the file.

use std::borrow::Cow;

use encoding_rs::Encoding;

use super::encoding::byte_order_mark;

/// Room for what one byte completes: a replacement and a character.
const ROOM: usize = 32;

/// Where places of a decoded text, ascending, stand in the file: its decoder is walked
/// once, byte by byte. A place inside a character counts as its beginning; `None` when the
/// encoding is unknown.
pub(crate) fn file_offsets(
    bytes: &[u8],
    encoding: &str,
    places: &[usize],
) -> Option<Vec<usize>> {
    let encoding = Encoding::for_label(encoding.as_bytes())?;
    let mark = byte_order_mark(bytes)
        .filter(|&(marked, _)| marked == encoding)
        .map_or(0, |(_, length)| length);
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut offsets = Vec::with_capacity(places.len());
    // The text decoded so far ends at `decoded`, its bytes at `end`.
    let (mut decoded, mut end) = (0, mark);
    for at in mark..=bytes.len() {
        while let Some(&place) = places.get(offsets.len())
            && place <= decoded
        {
            offsets.push(end);
        }
        if offsets.len() == places.len() {
            break;
        }
        let (next, last) = (bytes.get(at..=at).unwrap_or_default(), at == bytes.len());
        let (_, _, written, _) = decoder.decode_to_utf8(next, &mut [0; ROOM], last);
        if written > 0 {
            let begins = |place: &usize| *place < decoded + written;
            while places.get(offsets.len()).is_some_and(begins) {
                offsets.push(end);
            }
            decoded += written;
            end = (at + 1).min(bytes.len());
        }
    }
    offsets.resize(places.len(), bytes.len());
    Some(offsets)
}

/// The text of a stretch of a file; `None` when the encoding is unknown.
pub(crate) fn decode_slice<'b>(bytes: &'b [u8], encoding: &str) -> Option<Cow<'b, str>> {
    let encoding = Encoding::for_label(encoding.as_bytes())?;
    Some(encoding.decode_without_bom_handling(bytes).0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], encoding: &str, places: &[usize], expected: &[usize]) {
        let found = file_offsets(bytes, encoding, places);
        assert_eq!(found.as_deref(), Some(expected), "{encoding}");
    }

    #[test]
    fn places_are_found_in_every_encoding() {
        // 公文a
        check(
            b"\xE5\x85\xAC\xE6\x96\x87a",
            "utf-8",
            &[0, 3, 6, 7],
            &[0, 3, 6, 7],
        );
        check(
            b"\xB9\xAB\xCE\xC4a",
            "gb18030",
            &[0, 3, 6, 7],
            &[0, 2, 4, 5],
        );
        check(b"\xA4\xBD\xA4\xE5a", "big5", &[0, 3, 6, 7], &[0, 2, 4, 5]);
        check(
            b"\x6C\x51\x87\x65a\0",
            "utf-16le",
            &[0, 3, 6, 7],
            &[0, 2, 4, 6],
        );
        check(
            b"\x51\x6C\x65\x87\0a",
            "utf-16be",
            &[0, 3, 6, 7],
            &[0, 2, 4, 6],
        );
    }

    #[test]
    fn a_mark_is_no_part_of_the_text() {
        check(
            b"\xEF\xBB\xBF\xE5\x85\xACa",
            "utf-8",
            &[0, 3, 4],
            &[3, 6, 7],
        );
        check(b"\xFF\xFE\x6C\x51", "utf-16le", &[0, 3], &[2, 4]);
        check(b"\x84\x31\x95\x33\xB9\xAB", "gb18030", &[0, 3], &[4, 6]);
    }

    #[test]
    fn long_characters_broken_ones_and_the_end_have_places() {
        // 𠮷 in four bytes, then a.
        check(
            b"\x95\x34\xB2\x35a",
            "gb18030",
            &[0, 2, 4, 5],
            &[0, 0, 4, 5],
        );
        check(b"\xFFa", "utf-8", &[0, 3, 4], &[0, 1, 2]);
        check(b"a\xB9", "gb18030", &[0, 1, 4], &[0, 1, 2]);
        check(b"a", "utf-8", &[0, 1, 9], &[0, 1, 1]);
        check(b"", "utf-8", &[0], &[0]);
        assert_eq!(file_offsets(b"a", "no such", &[0]), None);
    }
}
