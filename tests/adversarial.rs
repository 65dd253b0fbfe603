//! Inputs made to do harm, each with a promise: a document (or a clean error), every rule of
//! `invariants`, and memory that stays in proportion. SECURITY.md lists them.
//!
//! `GONGWEN_LARGE=1 cargo test --release --test adversarial` takes the sizes of that page
//! (100 MB on one line, a million labels); by default all are smaller.
#![allow(clippy::unwrap_used, clippy::print_stderr)]

mod documents;
mod invariants;

use std::time::{Duration, Instant};

use gongwen::{Code, Document, Parser};

fn is_large() -> bool {
    std::env::var_os("GONGWEN_LARGE").is_some_and(|value| value == "1")
}

fn parse(bytes: &[u8]) -> Document {
    gongwen::parse(bytes).unwrap().document
}

fn has(document: &Document, code: Code) -> bool {
    document.diagnostics.iter().any(|found| found.code == code)
}

/// Parses what is too large for every rule, and holds that it ends and comes out whole.
#[track_caller]
fn parse_large(name: &str, bytes: &[u8]) -> Document {
    let start = Instant::now();
    let document = parse(bytes);
    let time = start.elapsed();
    if is_large() {
        eprintln!("{name}: {} bytes in {time:.1?}", bytes.len());
    }
    assert!(time < Duration::from_secs(120), "{name}: {time:?}");
    assert!(document.spans_fit(), "{name}");
    document
}

#[test]
fn one_line_without_end() {
    let megabytes = if is_large() { 100 } else { 1 };
    let sentence = "各地要加强值守，到2025年覆盖率达到90%以上（责任单位：市教育局）。";
    let count = megabytes * 1_000_000 / sentence.len();
    let document = parse_large("one line", sentence.repeat(count).as_bytes());
    assert_eq!(document.targets.len(), count);
    assert_eq!(document.text.len(), sentence.len() * count);
}

#[test]
fn a_million_labels() {
    let count = if is_large() { 1_000_000 } else { 20_000 };
    let text: String = (1..=count).map(|n| format!("{n}.值守\n")).collect();
    let document = parse_large("labels in sequence", text.as_bytes());
    assert!(!document.tasks.is_empty());
    let text = "一、值守\n".repeat(count);
    let document = parse_large("one label again and again", text.as_bytes());
    assert_eq!(document.text.len(), text.len());
}

#[test]
fn labels_of_ever_deeper_levels() {
    const STYLES: [&str; 10] = [
        "第一编　",
        "第一章　",
        "第一节　",
        "第一条　",
        "一、",
        "（一）",
        "1.",
        "（1）",
        "①",
        "一是",
    ];
    let line = |style: &str| format!("{style}值守\n");
    let ladder: String = STYLES.iter().copied().map(line).collect();
    for rungs in [1, 2, 50] {
        invariants::hold(ladder.repeat(rungs).as_bytes());
    }
    let decimal: String = (1..200)
        .map(|depth| vec!["1"; depth].join(".") + " 值守\n")
        .collect();
    invariants::hold(decimal.as_bytes());
    let attachments = "附件1\n一、值守\n".repeat(300);
    invariants::hold(attachments.as_bytes());
}

#[test]
fn brackets_without_partners() {
    for pattern in [
        "（",
        "）",
        "（）",
        "）（",
        "（〔[【",
        "】]〕）",
        "“",
        "”",
        "《",
        "》",
        "《“（",
        "((((]",
        "（责任单位：",
        "（责任单位：市教育局",
        "【责任单位】",
        "（市教育局、",
    ] {
        let text = format!("一、值守。{}\n二、值守。", pattern.repeat(400));
        invariants::hold(text.as_bytes());
        // More of one side than of the other.
        let text = format!("一、{}{}", "（".repeat(600), pattern.repeat(100));
        invariants::hold(text.as_bytes());
    }
}

#[test]
fn tables_in_tables_and_cells_without_end() {
    let nested = "<table><tr><td>任务".repeat(3000);
    parse_large("nested tables", nested.as_bytes());
    let lists = "<ul><li>".repeat(256 * 1024 / 8) + "值守";
    let document = parse_large("256 KB of <ul><li>", lists.as_bytes());
    assert_eq!(document.text.trim(), "值守");
    for spans in [
        "rowspan=65534 colspan=1000",
        "colspan=99999999999",
        "rowspan=-1",
    ] {
        let cell = format!("<td {spans}>值守</td>");
        let table = format!("<table>{}</table>", format!("<tr>{cell}</tr>").repeat(60));
        invariants::hold(table.as_bytes());
    }
    let row = "<tr><td rowspan=1000 colspan=1000>甲</td></tr>".repeat(1000);
    let document = parse_large("spans", format!("<table>{row}</table>").as_bytes());
    assert!(
        document.text.len() < 200 * row.len(),
        "{}",
        document.text.len()
    );
}

#[test]
fn attributes_comments_and_scripts_without_end() {
    for (opening, filling) in [
        ("<p ", "a=b "),
        ("<p a=\"", "x"),
        ("<!--", "-"),
        ("<script>", "<"),
        ("<style>", "</"),
        ("<![CDATA[", "]"),
        ("<!DOCTYPE html ", "x"),
        ("<p>", "<"),
        ("<title>", "x"),
        ("<meta name=\"", "x"),
        ("<", "p"),
    ] {
        let page = format!("<html><p>值守</p>{opening}{}", filling.repeat(20_000));
        if let Ok(parsed) = gongwen::parse(page.as_bytes()) {
            assert!(parsed.document.spans_fit(), "{opening}");
        }
    }
}

#[test]
fn entities_in_floods() {
    for entity in [
        "&nbsp;",
        "&amp;",
        "&#20844;",
        "&#x516C;",
        "&#0;",
        "&#x110000;",
        "&#xD800;",
        "&#99999999999999999999;",
        "&bogus;",
        "&",
        "&#",
        "&#x",
        "&amp;lt;",
    ] {
        let page = format!("<html><body><p>值守{}。</p>", entity.repeat(2000));
        invariants::hold(page.as_bytes());
    }
}

#[test]
fn characters_that_are_not_seen() {
    let odd = [
        '\0',
        '\u{1}',
        '\u{8}',
        '\u{B}',
        '\u{C}',
        '\u{1B}',
        '\u{7F}',
        '\u{85}',
        '\u{9B}',
        '\u{AD}',
        '\u{200B}',
        '\u{200D}',
        '\u{200E}',
        '\u{202A}',
        '\u{202E}',
        '\u{2028}',
        '\u{2029}',
        '\u{2066}',
        '\u{2069}',
        '\u{E000}',
        '\u{FE0F}',
        '\u{FEFF}',
        '\u{FFFC}',
        '\u{FFFD}',
        '\u{FFFE}',
        '\u{1F3FB}',
        '\u{E0001}',
        '\u{10FFFF}',
    ];
    let notice = "关于值守的通知\n一、加强值守，到2025年达到90%。（责任单位：市教育局）\n二、落实。\n";
    // Enough of ordinary text for a NUL to be a slip and no sign of another kind of file.
    let notice = notice.to_owned() + &"各地要加强值守。\n".repeat(150);
    for character in odd {
        for at in [0, 3, 21, 24, 60, 90, 120] {
            let mut text = notice.clone();
            text.insert(text.floor_char_boundary_or(at), character);
            invariants::hold(text.as_bytes());
            let kept = gongwen::parse(text.as_bytes()).unwrap();
            assert!(!kept.document.tasks.is_empty(), "{character:?} at {at}");
        }
    }
    // Text that shows itself in another order than it is read: kept as it is, found again.
    let text = "一、加强\u{202E}守值\u{202C}。（责任单位：\u{2066}市教育局\u{2069}）";
    invariants::hold(text.as_bytes());
}

/// The end of the last whole character before a place.
trait FloorCharBoundary {
    fn floor_char_boundary_or(&self, at: usize) -> usize;
}

impl FloorCharBoundary for String {
    fn floor_char_boundary_or(&self, at: usize) -> usize {
        (0..=at.min(self.len()))
            .rev()
            .find(|&at| self.is_char_boundary(at))
            .unwrap_or(0)
    }
}

#[test]
fn a_mark_of_the_byte_order_in_mid_text() {
    let document = parse("\u{FEFF}一、值守。\n\u{FEFF}二、落实。".as_bytes());
    let paths: Vec<_> = document.tasks.iter().map(|task| &*task.path).collect();
    assert_eq!(paths, ["一", "二"]);
}

#[test]
fn bytes_of_no_or_of_several_encodings() {
    let text = "一、加强值守。到2025年达到90%以上。（责任单位：市教育局）\n".repeat(20);
    let gb18030 = encoding_rs::GB18030.encode(&text).0.into_owned();
    let big5 = encoding_rs::BIG5.encode("一、加強值守。").0.into_owned();
    // Half of the file in another encoding, in both orders.
    for parts in [
        [text.as_bytes(), &gb18030],
        [&gb18030, text.as_bytes()],
        [&gb18030, &big5],
    ] {
        let bytes = parts.concat();
        invariants::hold(&bytes);
        assert!(!parse(&bytes).text.is_empty());
    }
    // A character cut at the end of the file.
    for end in gb18030.len() - 5..gb18030.len() {
        invariants::hold(&gb18030[..end]);
    }
    // Four-byte sequences cut at each place: replaced and said so, the rest is read.
    let astral = encoding_rs::GB18030.encode("𠮷").0.into_owned();
    for cut in 1..astral.len() {
        let bytes = [&gb18030[..], &astral[..cut]].concat();
        let document = parse(&bytes);
        assert!(has(&document, Code::ReplacedBytes), "{cut}");
        assert_eq!(document.source.encoding, "gb18030");
        assert!(document.text.contains("市教育局"));
    }
    for bad in [
        &b"\xFF"[..],
        b"\xC0\x80",
        b"\xED\xA0\x80",
        b"\xF5\x80\x80\x80",
        b"\xE4\xB8",
    ] {
        let bytes = [text.as_bytes(), bad, text.as_bytes()].concat();
        invariants::hold(&bytes);
        let document = parse(&bytes);
        assert!(has(&document, Code::ReplacedBytes), "{bad:?}");
        assert_eq!(document.source.encoding, "utf-8", "{bad:?}");
    }
    for label in ["utf-16le", "utf-16be", "gbk", "big5", "shift_jis", "koi8-r"] {
        let parser = Parser::new().encoding(label);
        let parsed = parser.parse(text.as_bytes()).unwrap();
        assert!(parsed.document.spans_fit(), "{label}");
    }
}

#[test]
fn line_ends_of_other_systems_change_no_fact() {
    for sample in documents::corpus() {
        let Ok(text) = String::from_utf8(sample.bytes) else {
            continue;
        };
        let text = text.replace("\r\n", "\n");
        let facts = |text: &str| {
            let document = parse(text.as_bytes());
            let tasks: Vec<_> = document.tasks.iter().map(|t| t.path.clone()).collect();
            let targets: Vec<_> = document
                .targets
                .iter()
                .map(|t| (t.path.clone(), t.value))
                .collect();
            let departments: Vec<_> = document
                .tasks
                .iter()
                .flat_map(|task| &task.responsibilities)
                .flat_map(|group| &group.departments)
                .map(|department| department.name.clone())
                .collect();
            (
                tasks,
                targets,
                departments,
                document.header.title,
                document.header.date_issued,
            )
        };
        assert_eq!(
            facts(&text),
            facts(&text.replace('\n', "\r\n")),
            "{}",
            sample.name
        );
    }
}

#[test]
fn numbers_without_end() {
    for pattern in [
        "9", "1.", "1,000", "1-", "九", "万", "亿", "千", "一百", "2025年", "第", "%",
        "３", "〇", "分之", "1/", "12:", "2025-", ".5", "点五",
    ] {
        let text = format!("一、覆盖率达到{}%以上。", pattern.repeat(2000));
        invariants::hold(text.as_bytes());
        let values = gongwen::values(&text, None);
        assert!(values.text.len() <= text.len());
    }
}

/// What the output holds grows with the input, and not with its square: each fact of a list
/// without end is told with a bounded piece of it.
#[test]
fn statements_and_rows_without_end() {
    /// Groups of a statement, values of a row.
    const COUNT: usize = 5_000;
    /// Bytes of output to each of input at the most.
    const TIMES: usize = 200;
    let duties: String = (0..COUNT)
        .map(|n| format!("责任单位：市第{n}局；配合单位：县第{n}局；"))
        .collect();
    let document = parse_large("groups of duties", duties.as_bytes());
    let count: usize = document
        .tasks
        .iter()
        .flat_map(|task| &task.responsibilities)
        .map(|duty| duty.departments.len())
        .sum();
    assert_eq!(count, 2 * COUNT);
    let mut json = Vec::new();
    document.write_json(&mut json).unwrap();
    assert!(json.len() < TIMES * duties.len(), "{}", json.len());
    let clause: String = (0..COUNT).map(|n| format!("由市第{n}局负责、")).collect();
    let clause = format!("一、任务。{clause}完成。");
    let document = parse_large("duties of a clause", clause.as_bytes());
    assert_eq!(document.tasks[0].responsibilities.len(), COUNT);
    let mut json = Vec::new();
    document.write_json(&mut json).unwrap();
    assert!(json.len() < TIMES * clause.len(), "{}", json.len());
    let row = format!("一、甲率和乙率分别达到{}5%。", "9%、".repeat(COUNT));
    let document = parse_large("values of a row", row.as_bytes());
    assert!(
        document.targets.len() >= COUNT,
        "{}",
        document.targets.len()
    );
    let mut json = Vec::new();
    document.write_json(&mut json).unwrap();
    assert!(json.len() < TIMES * row.len(), "{}", json.len());
}

#[test]
fn damage_without_end() {
    for pattern in [
        "??",
        "?；鸨O(jiān)",
        "醫(yī)",
        "(yī)",
        "?jì)D",
        "\u{E5E5}",
        "??诤jP",
        "鸨O(",
    ] {
        let text = format!("一、{}療衛(wèi)生。", pattern.repeat(300));
        invariants::hold(text.as_bytes());
    }
}

#[test]
fn the_parser_goes_between_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<Parser>();
    shared::<gongwen::Parsed>();
    shared::<Document>();
    shared::<gongwen::Error>();
    shared::<gongwen::Lexicon>();
    let samples = documents::corpus();
    let parser = Parser::new();
    let alone: Vec<String> = samples
        .iter()
        .map(|sample| {
            parser
                .parse(&sample.bytes)
                .unwrap()
                .document
                .to_json()
                .unwrap()
        })
        .collect();
    std::thread::scope(|scope| {
        for offset in 0..4 {
            let (samples, parser, alone) = (&samples, &parser, &alone);
            scope.spawn(move || {
                for at in (0..samples.len()).map(|at| (at + offset) % samples.len()) {
                    let document = parser.parse(&samples[at].bytes).unwrap().document;
                    assert_eq!(document.to_json().unwrap(), alone[at]);
                }
            });
        }
    });
}
