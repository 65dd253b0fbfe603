//! From bytes to UTF-8.
//!
//! In order of trust: a byte order mark, bytes that are valid UTF-8, the declaration in
//! the document's head, and what the bytes look like. A label given by the caller comes
//! before all of them.

use encoding_rs::{
    BIG5, DecoderResult, EUC_JP, EUC_KR, Encoding, GB18030, GBK, REPLACEMENT, SHIFT_JIS,
    UTF_8, UTF_16BE, UTF_16LE,
};

use super::mojibake;
use crate::diagnostic::{Code, Diagnostics};
use crate::error::{Error, ErrorKind};

/// Text as decoded.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Decoded {
    pub(crate) text: String,
    /// WHATWG name in lower case; `gb18030` for all of its family.
    pub(crate) encoding: &'static str,
}

/// Decodes a document; invalid bytes become U+FFFD and are reported.
///
/// # Errors
///
/// When the bytes are another kind of file, or the label is unknown.
pub(crate) fn decode(
    bytes: &[u8],
    label: Option<&str>,
    diagnostics: &mut Diagnostics,
) -> Result<Decoded, Error> {
    let asked = label.map(encoding_for).transpose()?;
    if let Some(kind) = file_kind(bytes) {
        return Err(ErrorKind::NotText(kind.to_owned()).into());
    }
    let (encoding, mark) = byte_order_mark(bytes)
        .filter(|&(encoding, _)| asked.is_none_or(|asked| asked == encoding))
        .map_or((None, 0), |(encoding, mark)| (Some(encoding), mark));
    let utf_16 = || utf_16_without_mark(bytes);
    let encoding = asked.or(encoding).or_else(utf_16);
    if encoding.is_none_or(|encoding| ![UTF_16LE, UTF_16BE].contains(&encoding)) {
        reject_binary(bytes)?;
    }
    let body = &bytes[mark..];
    let decoded = match encoding {
        Some(encoding) => decode_as(body, encoding),
        None => find_out(body, diagnostics),
    };
    let Outcome {
        text, first_bad, ..
    } = decoded;
    if let Some(at) = first_bad {
        let times = decoded.replaced;
        let places = if times == 1 { "place is" } else { "places are" };
        let name = name(decoded.encoding);
        let at = mark + at;
        diagnostics.push(
            Code::ReplacedBytes,
            None,
            format!("{times} {places} not valid {name}, the first at byte {at}"),
        );
    }
    let text = match mojibake::undo(&text) {
        Some((original, through)) => {
            let through = name(through);
            diagnostics.push(
                Code::DoubleEncoding,
                None,
                format!("expected Chinese, found UTF-8 that was once read as {through}"),
            );
            original
        }
        None => text,
    };
    Ok(Decoded {
        text,
        encoding: name(decoded.encoding),
    })
}

/// A text decoded in one encoding.
#[derive(Debug)]
struct Outcome {
    text: String,
    encoding: &'static Encoding,
    replaced: usize,
    /// Offset of the first byte that was replaced.
    first_bad: Option<usize>,
}

impl Outcome {
    /// How many characters a text would not have: replaced ones, and private ones, as
    /// which GB 18030 reads what other encodings wrote.
    fn odd_characters(&self) -> usize {
        let is_private = |character: &char| ('\u{E000}'..='\u{F8FF}').contains(character);
        self.replaced + self.text.chars().filter(is_private).count()
    }
}

/// The encoding of a label; the GB 2312 family counts as GB 18030, which contains it.
fn encoding_for(label: &str) -> Result<&'static Encoding, Error> {
    known(label.as_bytes())
        .ok_or_else(|| ErrorKind::UnknownEncoding(label.to_owned()).into())
}

fn known(label: &[u8]) -> Option<&'static Encoding> {
    let encoding = Encoding::for_label(label)?;
    if encoding == GBK {
        return Some(GB18030);
    }
    (encoding != REPLACEMENT).then_some(encoding)
}

/// Name as the output carries it.
fn name(encoding: &'static Encoding) -> &'static str {
    const LOWER: [&str; 22] = [
        "utf-8",
        "gb18030",
        "big5",
        "utf-16le",
        "utf-16be",
        "gbk",
        "euc-jp",
        "euc-kr",
        "shift_jis",
        "iso-2022-jp",
        "ibm866",
        "koi8-r",
        "koi8-u",
        "iso-8859-2",
        "iso-8859-3",
        "iso-8859-4",
        "iso-8859-5",
        "iso-8859-6",
        "iso-8859-7",
        "iso-8859-8",
        "iso-8859-15",
        "iso-8859-16",
    ];
    let name = encoding.name();
    LOWER
        .into_iter()
        .find(|lower| lower.eq_ignore_ascii_case(name))
        .unwrap_or(name)
}

/// The mark that a text begins with, and its length.
pub(super) fn byte_order_mark(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    if bytes.starts_with(&[0x84, 0x31, 0x95, 0x33]) {
        return Some((GB18030, 4));
    }
    Encoding::for_bom(bytes)
}

/// Magic numbers of the files that land among documents.
const FILE_KINDS: [(&[u8], &str); 15] = [
    (b"%PDF-", "a PDF file"),
    (
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        "an OLE file (.doc, .xls, .wps)",
    ),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\x1F\x8B", "a gzip file"),
    (b"Rar!\x1A\x07", "a RAR archive"),
    (b"7z\xBC\xAF\x27\x1C", "a 7z archive"),
    (b"\xFF\xFE\0\0", "UTF-32 text"),
    (b"\0\0\xFE\xFF", "UTF-32 text"),
    (b"\x7FELF", "a program"),
];

/// What tells the kinds of ZIP files apart, in the names at their beginning.
const ZIP_KINDS: [(&[u8], &str); 4] = [
    (b"word/", "a DOCX file"),
    (b"xl/", "an XLSX file"),
    (b"ppt/", "a PPTX file"),
    (b"OFD.xml", "an OFD file"),
];

/// How far into a ZIP file the names of its parts are looked for.
const ZIP_HEAD: usize = 4 << 10;

fn file_kind(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"PK\x03\x04") {
        let head = &bytes[..bytes.len().min(ZIP_HEAD)];
        let kind = ZIP_KINDS.iter().find(|(part, _)| contains(head, part));
        return Some(kind.map_or("a ZIP archive", |(_, kind)| kind));
    }
    FILE_KINDS
        .iter()
        .find(|(magic, _)| bytes.starts_with(magic))
        .map(|(_, kind)| *kind)
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

/// How much of a file is looked at to tell text from other bytes, and encodings apart.
const HEAD: usize = 64 << 10;

/// Of a text's head at most one byte in so many is a NUL …
const BYTES_PER_NUL: usize = 1000;

/// … and one in so many another control character but tab, line and page breaks. Random
/// bytes have one in ten.
const BYTES_PER_CONTROL: usize = 50;

fn reject_binary(bytes: &[u8]) -> Result<(), Error> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let is_control = |byte: u8| byte < 0x20 && !(b'\t'..=b'\r').contains(&byte);
    if !head.iter().fold(false, |any, &byte| any | is_control(byte)) {
        return Ok(());
    }
    let nuls = head.iter().filter(|&&byte| byte == 0).count();
    let controls = head.iter().filter(|&&byte| is_control(byte)).count();
    let what = if nuls * BYTES_PER_NUL > head.len() {
        let at = head.iter().position(|&byte| byte == 0).unwrap_or(0);
        format!("a NUL byte at offset {at}")
    } else if controls * BYTES_PER_CONTROL > head.len() {
        format!("{controls} control characters in {} bytes", head.len())
    } else {
        return Ok(());
    };
    Err(ErrorKind::NotText(what).into())
}

/// UTF-16 text without a mark: it has NULs, every second byte of its ASCII, and what it
/// says in that reading is Chinese or ASCII throughout, with punctuation.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(HEAD) & !1];
    memchr::memchr(0, head)?;
    let is_expected = |character: char| {
        matches!(
            character,
            '\t' | '\n' | '\r' | ' '..='~' | '\u{A0}' | '\u{2000}'..='\u{206F}'
                | '\u{3000}'..='\u{303F}' | '\u{3400}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}'
        )
    };
    [UTF_16LE, UTF_16BE].into_iter().find(|encoding| {
        let (text, bad) = encoding.decode_without_bom_handling(head);
        !bad && text.contains(['\n', ' ', '，', '。', '、', '：'])
            && text.chars().all(is_expected)
    })
}

/// Finds out the encoding of a text without a mark, and decodes it.
fn find_out(bytes: &[u8], diagnostics: &mut Diagnostics) -> Outcome {
    let declared = declared(bytes);
    let decoded = if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        Outcome {
            text: text.to_owned(),
            encoding: UTF_8,
            replaced: 0,
            first_bad: None,
        }
    } else if nearly_utf_8(bytes) {
        decode_as(bytes, UTF_8)
    } else {
        decode_as_declared(bytes, declared)
    };
    if let Some(declared) = declared.filter(|&declared| declared != decoded.encoding)
        && !decoded.text.is_ascii()
    {
        let (declared, found) = (name(declared), name(decoded.encoding));
        diagnostics.push(
            Code::OverruledEncoding,
            None,
            format!("expected {declared} as declared, found {found}"),
        );
    }
    decoded
}

/// The declared encoding where it can write Chinese and fits, else what the bytes look
/// like.
fn decode_as_declared(bytes: &[u8], declared: Option<&'static Encoding>) -> Outcome {
    let can_write_chinese = |encoding: &&'static Encoding| {
        [GB18030, BIG5, EUC_JP, EUC_KR, SHIFT_JIS].contains(encoding)
    };
    let Some(declared) = declared.filter(can_write_chinese) else {
        return decode_as(bytes, guess(bytes));
    };
    let is_plain = is_plain_gb_2312(bytes);
    let as_declared = decode_as(bytes, declared);
    let odd = as_declared.odd_characters();
    if odd == 0 && !is_plain || declared == GB18030 && is_plain {
        return as_declared;
    }
    let guessed = guess(bytes);
    if guessed == declared {
        return as_declared;
    }
    let as_guessed = decode_as(bytes, guessed);
    if as_guessed.odd_characters() < odd || is_plain {
        as_guessed
    } else {
        as_declared
    }
}

/// A text in which so many characters of several bytes come on each broken one is UTF-8
/// with broken places.
const WHOLE_PER_BROKEN: usize = 10;

fn nearly_utf_8(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let (mut whole, mut broken) = (0, 0);
    for chunk in head.utf8_chunks() {
        whole += chunk.valid().bytes().filter(|&byte| byte >= 0xE0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole >= broken.saturating_mul(WHOLE_PER_BROKEN) && whole > 0
}

/// How far into a document its encoding may be declared.
const DECLARATION_HEAD: usize = 2 << 10;

/// The encoding that the head of a page declares, in `<meta>` or `<?xml … ?>`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(DECLARATION_HEAD)];
    let mut rest = head;
    while let Some(at) = memchr::memchr(b'<', rest) {
        rest = &rest[at + 1..];
        let tag_len = rest.iter().position(|&byte| byte == b'>');
        let tag = &rest[..tag_len.unwrap_or(rest.len())];
        let is_declaration = |name: &[u8]| {
            tag.get(..name.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(name))
        };
        let label = if is_declaration(b"meta") {
            attribute_value(tag, b"charset")
        } else if is_declaration(b"?xml") {
            attribute_value(tag, b"encoding")
        } else {
            None
        };
        if let Some(encoding) = label.and_then(known) {
            return Some(encoding);
        }
    }
    None
}

/// What follows `name=` in a tag: `charset=gb2312"`, `charset="utf-8"`.
fn attribute_value<'t>(tag: &'t [u8], name: &[u8]) -> Option<&'t [u8]> {
    let at = tag
        .windows(name.len())
        .position(|window| window.eq_ignore_ascii_case(name))?;
    let value = tag[at + name.len()..].trim_ascii_start();
    let value = value.strip_prefix(b"=")?.trim_ascii_start();
    let value = value
        .strip_prefix(b"\"")
        .or_else(|| value.strip_prefix(b"'"))
        .unwrap_or(value);
    let ends = |byte: &u8| matches!(byte, b'"' | b'\'' | b';' | b'/' | b'?' | b'>');
    let end = value
        .iter()
        .position(|byte| byte.is_ascii_whitespace() || ends(byte));
    Some(&value[..end.unwrap_or(value.len())])
}

/// What undeclared bytes that are no UTF-8 look like.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let head = &bytes[..bytes.len().min(HEAD)];
    if is_plain_gb_2312(head) {
        return GB18030;
    }
    let mut detector =
        chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(head, head.len() == bytes.len());
    let guessed = detector.guess(None, chardetng::Utf8Detection::Deny);
    if guessed == GBK {
        return GB18030;
    }
    let by_pairs = [BIG5, EUC_JP, EUC_KR, SHIFT_JIS].contains(&guessed);
    let broken = || GB18030.decode_without_bom_handling(head).1;
    if by_pairs || broken() {
        guessed
    } else {
        GB18030
    }
}

/// How much of a text is looked at before asking the detector, which is slow.
const GLANCE: usize = 4 << 10;

/// Whether nearly all characters are punctuation or first-level Han of GB 2312, the 3,755
/// most frequent ones. Text in Big5 has a third of its characters elsewhere.
fn is_plain_gb_2312(bytes: &[u8]) -> bool {
    let (mut plain, mut other) = (0, 0);
    let mut rest = &bytes[..bytes.len().min(GLANCE)];
    while let [first, after @ ..] = rest {
        rest = after;
        if *first < 0x80 {
            continue;
        }
        let Some((second, after)) = after.split_first() else {
            break;
        };
        rest = after;
        if matches!(first, 0xA1..=0xA3 | 0xB0..=0xD7) && *second >= 0xA1 {
            plain += 1;
        } else {
            other += 1;
        }
    }
    plain > 0 && other * 20 < plain
}

/// Decodes bytes in an encoding, without looking for a mark.
fn decode_as(bytes: &[u8], encoding: &'static Encoding) -> Outcome {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 2 + 16);
    let (mut at, mut replaced, mut first_bad) = (0, 0, None);
    loop {
        let (result, read) =
            decoder.decode_to_string_without_replacement(&bytes[at..], &mut text, true);
        at += read;
        match result {
            DecoderResult::InputEmpty => break,
            DecoderResult::OutputFull => text.reserve(bytes.len() - at + 16),
            DecoderResult::Malformed(bad, after) => {
                replaced += 1;
                let bad = usize::from(bad) + usize::from(after);
                first_bad = first_bad.or(Some(at.saturating_sub(bad)));
                text.push(char::REPLACEMENT_CHARACTER);
            }
        }
    }
    Outcome {
        text,
        encoding,
        replaced,
        first_bad,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "关于印发《方案》的通知\r\n一、总体要求，到2025年达到90%以上。\n";

    #[track_caller]
    fn read(bytes: &[u8], label: Option<&str>) -> (Decoded, Vec<Code>) {
        let mut diagnostics = Diagnostics::default();
        let decoded = decode(bytes, label, &mut diagnostics).unwrap();
        let codes = diagnostics.finish().into_iter().map(|d| d.code).collect();
        (decoded, codes)
    }

    #[track_caller]
    fn reads_as(bytes: &[u8], text: &str, encoding: &str, codes: &[Code]) {
        let (decoded, found) = read(bytes, None);
        assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
        assert_eq!(found, codes);
    }

    #[track_caller]
    fn fails(bytes: &[u8], label: Option<&str>, kind: &ErrorKind) {
        let error = decode(bytes, label, &mut Diagnostics::default()).unwrap_err();
        assert_eq!(error.kind(), kind);
    }

    fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    fn gb18030(text: &str) -> Vec<u8> {
        GB18030.encode(text).0.into_owned()
    }

    #[test]
    fn a_mark_decides() {
        reads_as(
            &[b"\xEF\xBB\xBF", TEXT.as_bytes()].concat(),
            TEXT,
            "utf-8",
            &[],
        );
        let marked = format!("\u{FEFF}{TEXT}");
        reads_as(&utf_16(&marked, u16::to_le_bytes), TEXT, "utf-16le", &[]);
        reads_as(&utf_16(&marked, u16::to_be_bytes), TEXT, "utf-16be", &[]);
        reads_as(&gb18030(&marked), TEXT, "gb18030", &[]);
    }

    #[test]
    fn utf_16_without_a_mark_is_told_from_binary() {
        reads_as(&utf_16(TEXT, u16::to_le_bytes), TEXT, "utf-16le", &[]);
        reads_as(&utf_16(TEXT, u16::to_be_bytes), TEXT, "utf-16be", &[]);
        let kind = ErrorKind::NotText("a NUL byte at offset 3".to_owned());
        fails(b"abc\0def\0", None, &kind);
    }

    #[test]
    fn the_family_of_gb_2312_reads_as_gb18030() {
        reads_as(&gb18030(TEXT), TEXT, "gb18030", &[]);
        let traditional = "關於印發《方案》的通知，深化醫藥衛生體制改革。";
        reads_as(&gb18030(traditional), traditional, "gb18030", &[]);
        for label in ["gb2312", "GBK", "gb18030", "gb_2312-80"] {
            let (decoded, _) = read(&gb18030("朱镕基𠮷"), Some(label));
            assert_eq!(
                (decoded.text.as_str(), decoded.encoding),
                ("朱镕基𠮷", "gb18030")
            );
        }
    }

    #[test]
    fn a_declaration_is_followed_where_it_fits() {
        for head in [
            "<meta charset=gbk>",
            "<META content=\"text/html; charset=gb2312\" http-equiv=Content-Type>",
            "<?xml version=\"1.0\" encoding=\"GB18030\"?>",
        ] {
            let page = format!("{head}{TEXT}");
            reads_as(&gb18030(&page), &page, "gb18030", &[]);
        }
        let page = format!("<meta charset='big5'>{}", "依環境基本法規定，應變計畫。");
        reads_as(&BIG5.encode(&page).0, &page, "big5", &[]);
    }

    #[test]
    fn a_wrong_declaration_is_overruled() {
        let page = format!("<meta charset=gb2312>{TEXT}");
        reads_as(page.as_bytes(), &page, "utf-8", &[Code::OverruledEncoding]);
        for declared in ["utf-8", "iso-8859-1", "big5"] {
            let page = format!("<meta charset=\"{declared}\">{TEXT}");
            reads_as(
                &gb18030(&page),
                &page,
                "gb18030",
                &[Code::OverruledEncoding],
            );
        }
        reads_as(
            b"<meta charset=gb2312>2025",
            "<meta charset=gb2312>2025",
            "utf-8",
            &[],
        );
    }

    #[test]
    fn replaced_bytes_are_counted_and_placed() {
        let mut diagnostics = Diagnostics::default();
        let bytes = [TEXT.as_bytes(), b"\xFF", TEXT.as_bytes(), b"\xE4\xB8"].concat();
        let decoded = decode(&bytes, None, &mut diagnostics).unwrap();
        assert_eq!(decoded.text, format!("{TEXT}\u{FFFD}{TEXT}\u{FFFD}"));
        assert_eq!(decoded.encoding, "utf-8");
        let found = diagnostics.finish();
        assert_eq!(found[0].code, Code::ReplacedBytes);
        let expected = format!(
            "2 places are not valid utf-8, the first at byte {}",
            TEXT.len()
        );
        assert_eq!(found[0].message, expected);
    }

    #[test]
    fn a_replacement_character_of_the_source_is_not_counted() {
        reads_as("某某\u{FFFD}局".as_bytes(), "某某\u{FFFD}局", "utf-8", &[]);
    }

    #[test]
    fn a_label_comes_before_everything() {
        let (decoded, _) = read(&BIG5.encode("環境").0, Some("big5"));
        assert_eq!((decoded.text.as_str(), decoded.encoding), ("環境", "big5"));
        let (decoded, codes) = read("中国".as_bytes(), Some("gbk"));
        assert_eq!(decoded.encoding, "gb18030");
        assert_ne!(decoded.text, "中国");
        assert_eq!(codes, []);
        let unknown = |label: &str| ErrorKind::UnknownEncoding(label.to_owned());
        fails(b"x", Some("klingon"), &unknown("klingon"));
        fails(b"x", Some("hz-gb-2312"), &unknown("hz-gb-2312"));
    }

    #[test]
    fn other_files_are_named() {
        for (bytes, kind) in [
            (&b"%PDF-1.7 ..."[..], "a PDF file"),
            (b"PK\x03\x04....word/document.xml", "a DOCX file"),
            (b"PK\x03\x04....OFD.xml", "an OFD file"),
            (b"PK\x03\x04....", "a ZIP archive"),
            (
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0",
                "an OLE file (.doc, .xls, .wps)",
            ),
            (b"\x89PNG\r\n\x1A\n", "a PNG image"),
            (b"\xFF\xD8\xFF\xE0", "a JPEG image"),
            (b"GIF89a", "a GIF image"),
            (b"a\x01\x02b", "2 control characters in 4 bytes"),
        ] {
            fails(bytes, None, &ErrorKind::NotText(kind.to_owned()));
        }
    }

    #[test]
    fn a_stray_control_character_does_not_cost_the_document() {
        let text = format!("{}\u{0}{}", TEXT.repeat(20), TEXT.repeat(20));
        reads_as(text.as_bytes(), &text, "utf-8", &[]);
    }

    #[test]
    fn utf_8_read_in_another_encoding_is_read_back() {
        for through in [encoding_rs::X_MAC_CYRILLIC, encoding_rs::WINDOWS_1251] {
            let (twice, _) = through.decode_without_bom_handling(TEXT.as_bytes());
            reads_as(twice.as_bytes(), TEXT, "utf-8", &[Code::DoubleEncoding]);
        }
        let latin: String = TEXT.bytes().map(char::from).collect();
        reads_as(latin.as_bytes(), TEXT, "utf-8", &[Code::DoubleEncoding]);
        let russian = "Постановление Правительства Российской Федерации от 2012 года";
        reads_as(russian.as_bytes(), russian, "utf-8", &[]);
        let french = "Décret déjà publié à l'été, où l'État s'était engagé : éèàùç";
        reads_as(french.as_bytes(), french, "utf-8", &[]);
    }

    #[test]
    fn the_corpus_reads_the_same_in_every_encoding() {
        let corpus = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
        let mut count = 0;
        for entry in std::fs::read_dir(corpus).unwrap() {
            let path = entry.unwrap().path().join("document.txt");
            let Ok(text) = std::fs::read_to_string(&path) else {
                continue;
            };
            reads_as(text.as_bytes(), &text, "utf-8", &[]);
            reads_as(&gb18030(&text), &text, "gb18030", &[]);
            let marked = format!("\u{FEFF}{text}");
            reads_as(&utf_16(&marked, u16::to_le_bytes), &text, "utf-16le", &[]);
            reads_as(&utf_16(&marked, u16::to_be_bytes), &text, "utf-16be", &[]);
            count += 1;
        }
        assert_eq!(count, 5);
    }

    /// The texts of a folder of `GONGWEN_SHARED`, the documents that the project does not
    /// carry; none without it.
    fn shared(folder: &str) -> Vec<(String, Vec<u8>)> {
        let Some(root) = std::env::var_os("GONGWEN_SHARED") else {
            return Vec::new();
        };
        std::fs::read_dir(std::path::Path::new(&root).join(folder))
            .unwrap()
            .map(|entry| entry.unwrap())
            .map(|entry| {
                let name = entry.file_name().into_string().unwrap();
                (name, std::fs::read(entry.path()).unwrap())
            })
            .collect()
    }

    #[test]
    fn real_documents_are_read_as_they_are() {
        for (name, bytes) in shared("docs") {
            let (decoded, codes) = read(&bytes, None);
            if name.starts_with("mojibake") {
                assert_eq!(codes, [Code::DoubleEncoding]);
                assert!(decoded.text.starts_with("中华人民共和国国务院令"));
                assert!(decoded.text.contains("无障碍环境建设条例"));
                assert!(!decoded.text.contains('д'));
                continue;
            }
            if let Ok(text) = std::str::from_utf8(&bytes) {
                let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
                assert!(decoded.text == text, "{name}");
                assert_eq!(codes, [], "{name}");
            }
        }
    }

    #[test]
    fn taiwan_laws_survive_big5() {
        for (name, bytes) in shared("docs") {
            if !name.starts_with("tw-") {
                continue;
            }
            let text: String = String::from_utf8(bytes)
                .unwrap()
                .chars()
                .filter(|c| !BIG5.encode(c.encode_utf8(&mut [0; 4])).2)
                .collect();
            let (decoded, codes) = read(&BIG5.encode(&text).0, None);
            assert_eq!((decoded.encoding, codes), ("big5", Vec::new()), "{name}");
            assert!(decoded.text == text, "{name}");
        }
    }
}
