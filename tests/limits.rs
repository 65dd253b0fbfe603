//! Stated limits hold, and time grows with the input and no faster.
#![allow(clippy::unwrap_used)]

mod documents;

use std::time::{Duration, Instant};

use gongwen::{ErrorKind, Parser};

#[test]
fn input_over_the_limit_is_refused() {
    let parser = Parser::new().max_bytes(20);
    assert!(parser.parse("一、加强。".as_bytes()).is_ok());
    let error = parser.parse("一、加强值守。".as_bytes()).unwrap_err();
    assert_eq!(
        *error.kind(),
        ErrorKind::TooLarge {
            limit: 20,
            size: 21
        }
    );
    assert_eq!(
        error.to_string(),
        "21 bytes are more than the limit of 20 bytes"
    );
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    for bytes in [
        &b"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n\0\0"[..],
        b"PK\x03\x04\x14\0\0\0",
    ] {
        let error = gongwen::parse(bytes).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::NotText(_)), "{error}");
    }
    for bytes in [&b""[..], b" \r\n\t", "\u{FEFF}\u{3000}\n".as_bytes()] {
        assert_eq!(*gongwen::parse(bytes).unwrap_err().kind(), ErrorKind::Empty);
    }
    let error = Parser::new().encoding("klingon").parse(b"x").unwrap_err();
    assert_eq!(
        *error.kind(),
        ErrorKind::UnknownEncoding("klingon".to_owned())
    );
}

/// Wording that steers every stage, repeated without end.
const PATTERNS: [&str; 33] = [
    "一、加强值守。\n",
    "（一）加强值守。",
    "1.加强值守。\n",
    "第一条　加强值守。\n",
    "一是加强值守；",
    "（",
    "）",
    "（责任单位：市教育局，",
    "（责任单位：市教育局）",
    "市教育局、",
    "由市教育局牵头，市财政局配合。",
    "责任单位：市教育局\n",
    "《",
    "《条例》",
    "到2025年，就诊率由52%提高到90%以上，",
    "12345",
    "1.",
    "醫(yī)",
    "??",
    "?；鸨O(jiān)管",
    "当前位置：首页 > ",
    "\u{3000} \t",
    "<ul><li>",
    "<td>&nbsp;",
    "一、任务。经营满1年、2年、3年、",
    "1:2、10倍分别含的，",
    "2次以下",
    "从2万亩",
    "牵头单位：\n",
    "责任单位：副组长：起",
    "各有关部门牵头单位：和〔2021〕3号关于",
    "www.example.cn（",
    "乡镇\n2024年任务\n甲\n5\n",
];

/// Bytes of the smaller input; the larger one has four times as many.
const SMALL: usize = 48 << 10;

/// How much longer four times the input may take. Linear is 4; the rest is the price of
/// caches. Quadratic would be 16.
const MOST: f64 = 9.0;

/// Runs of each input at the most. A busy machine makes a run longer, never shorter, so the
/// shortest of several comes near the truth, and the first few mostly do.
const RUNS: usize = 50;

fn time(text: &str) -> Duration {
    let start = Instant::now();
    std::hint::black_box(
        gongwen::parse(text.as_bytes()).map_or(0, |parsed| parsed.document.tasks.len()),
    );
    start.elapsed()
}

#[test]
fn time_grows_with_the_input() {
    let mut slow = Vec::new();
    for pattern in PATTERNS {
        let repeated = |bytes: usize| {
            "关于值守的通知\n".to_owned() + &pattern.repeat(bytes / pattern.len())
        };
        let (small_text, large_text) = (repeated(SMALL), repeated(4 * SMALL));
        let (mut small, mut large) = (Duration::MAX, Duration::MAX);
        let mut ratio = f64::MAX;
        for _ in 0..RUNS {
            small = small.min(time(&small_text));
            large = large.min(time(&large_text));
            ratio = large.as_secs_f64() / small.as_secs_f64();
            if ratio <= MOST {
                break;
            }
        }
        if ratio > MOST {
            slow.push(format!(
                "{pattern:?}: {small:?} → {large:?}, ratio {ratio:.1}"
            ));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

#[test]
fn deep_nesting_takes_no_stack() {
    for pattern in ["（", "〔", "“", "《", "<div>", "<table><tr><td>"] {
        let text = "一、加强值守。".to_owned() + &pattern.repeat(20_000);
        assert!(gongwen::parse(text.as_bytes()).is_ok(), "{pattern}");
    }
}
