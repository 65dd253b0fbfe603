//! Document numbers (发文字号): `国办发〔2022〕14号`, `省政府令第223号`.

use std::sync::LazyLock;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while, take_while_m_n};
use nom::character::complete::one_of;
use nom::combinator::{opt, recognize, verify};
use nom::sequence::{delimited, preceded};

use super::PResult;
use super::department::read_body;
use super::number::{ascii, is_digit, spelt_digit};
use crate::lexicon::chars::CharSet;
use crate::lexicon::trie::Trie;
use crate::model::DocumentNumber;
use crate::span::Span;
use crate::text::tail;

/// Reads a document number (发文字号, GB/T 9704-2012 7.2.5), e.g. `国办发〔2022〕14号`.
///
/// ```ebnf
/// document-number = agency-code , "〔" , year , "〕" , [ "第" ] , serial , "号"
///                 | agency-code , [ year , "年" ] , "第" , serial , "号"
///                 | "第" , serial , "号令" ;
/// ```
///
/// Round and square brackets are accepted too: portals often replace `〔〕`.
pub(crate) fn read_document_number(input: &str) -> PResult<'_, DocumentNumber> {
    alt((read_bracketed, read_order, read_bare_order)).parse(input)
}

fn read_bracketed(input: &str) -> PResult<'_, DocumentNumber> {
    let (rest, agency_code) = verify(take_while(is_agency_character), |code: &str| {
        !code.is_empty()
    })
    .parse(input)?;
    let (rest, year) = preceded(blanks, bracketed_year).parse(rest)?;
    let (rest, serial) =
        delimited((blanks, opt(tag("第"))), serial, (blanks, tag("号"))).parse(rest)?;
    let text = format!("{agency_code}〔{year}〕{serial}号");
    let number = document_number(text, Some(agency_code), Some(&year), &serial);
    Ok((rest, number))
}

/// `住房城乡建设部令第11号`, `财政部公告2019年第39号`.
fn read_order(input: &str) -> PResult<'_, DocumentNumber> {
    let end = ["令", "公告", "通告"]
        .iter()
        .filter_map(|word| input.find(word).map(|at| at + word.len()))
        .min();
    let Some(end) = end.filter(|&end| input[..end].chars().all(is_agency_character))
    else {
        return super::fail(input, nom::error::ErrorKind::Tag);
    };
    let (agency_code, rest) = input.split_at(end);
    let (rest, year) =
        opt(delimited(blanks, digits(4, 4), (blanks, tag("年")))).parse(rest)?;
    let (rest, serial) = delimited(
        (blanks, tag("第"), blanks),
        alt((serial, han_serial)),
        (blanks, tag("号")),
    )
    .parse(rest)?;
    let said = year
        .as_ref()
        .map_or(String::new(), |year| format!("{year}年"));
    let text = format!("{agency_code}{said}第{serial}号");
    let number = document_number(text, Some(agency_code), year.as_deref(), &serial);
    Ok((rest, number))
}

fn read_bare_order(input: &str) -> PResult<'_, DocumentNumber> {
    let (rest, serial) = delimited(
        (tag("第"), blanks),
        alt((serial, han_serial)),
        (blanks, tag("号令")),
    )
    .parse(input)?;
    let text = format!("第{serial}号令");
    Ok((rest, document_number(text, None, None, &serial)))
}

/// Reads a line that is a number which lost its agency code, as minutes print it, or its
/// last sign: `〔2011〕28号`, `咸安政发〔2019〕1`.
pub(crate) fn read_defective_number(line: &str) -> Option<DocumentNumber> {
    /// Bytes of such a line at the most.
    const LONGEST: usize = 80;
    let line = line.trim();
    if line.len() > LONGEST {
        return None;
    }
    let whole = |line: &str| {
        let (rest, number) = read_bracketed(line).ok()?;
        rest.is_empty().then_some(number)
    };
    if line.starts_with(['〔', '[', '【', '﹝']) {
        let (rest, year) = bracketed_year(line).ok()?;
        let mut number = delimited((blanks, opt(tag("第"))), serial, tag("号"));
        let (rest, serial) = number.parse(rest).ok()?;
        let text = format!("〔{year}〕{serial}号");
        return rest
            .is_empty()
            .then(|| document_number(text, None, Some(&year), &serial));
    }
    let codes = line.chars().take_while(|&c| is_agency_character(c)).count();
    let cut = codes > 1 && line.ends_with(|c: char| c.is_ascii_digit());
    // `规划〔2016〕1` may be anything: codes end in what they do with the document.
    let code: String = line.chars().take(codes).collect();
    let sends = code.ends_with(['发', '函', '字', '规', '办', '通', '政', '令', '呈']);
    (cut && sends)
        .then(|| whole(&format!("{line}号")))
        .flatten()
}

fn document_number(
    text: String,
    agency_code: Option<&str>,
    year: Option<&str>,
    serial: &str,
) -> DocumentNumber {
    DocumentNumber {
        text,
        agency_code: agency_code.map(str::to_owned),
        year: year.and_then(|year| year.parse().ok()).map(full_year),
        serial: read_serial(serial),
    }
}

/// Years of two digits are of the last century: `〔89〕` was written before 2000.
const fn full_year(year: u16) -> u16 {
    if year < 100 { year + 1900 } else { year }
}

fn read_serial(serial: &str) -> Option<u32> {
    serial
        .parse()
        .ok()
        .or_else(|| match super::number::read_cardinal(serial) {
            Ok(("", number)) => u32::try_from(number.value.to_i64()?).ok(),
            _ => None,
        })
}

fn blanks(input: &str) -> PResult<'_, &str> {
    take_while(|c| matches!(c, ' ' | '\u{a0}' | '\u{3000}')).parse(input)
}

fn digits<'i>(least: usize, most: usize) -> impl FnMut(&'i str) -> PResult<'i, String> {
    move |input| {
        take_while_m_n(least, most, is_digit)
            .map(ascii)
            .parse(input)
    }
}

fn serial(input: &str) -> PResult<'_, String> {
    preceded(blanks, digits(1, 6)).parse(input)
}

/// `主席令第八十一号`.
fn han_serial(input: &str) -> PResult<'_, String> {
    take_while_m_n(1, 8, |c| {
        spelt_digit(c).is_some() || matches!(c, '十' | '百')
    })
    .map(str::to_owned)
    .parse(input)
}

fn bracketed_year(input: &str) -> PResult<'_, String> {
    delimited(
        (one_of("〔（([【﹝［<〈{"), blanks),
        alt((digits(4, 4), digits(2, 2))),
        (opt(tag("年")), blanks, one_of("〕）)]】﹞］>〉}")),
    )
    .parse(input)
}

fn is_agency_character(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | 'A'..='Z' | '-')
}

/// What an anchor begins with.
static ANCHOR_SIGNS: LazyLock<CharSet> =
    LazyLock::new(|| CharSet::of(["〔（([【﹝［<〈{", "令公通第"]));

/// What shows that a number stands here: its year in brackets, or the words behind the body
/// of an order or announcement. The agency code is read back from it.
///
/// ```ebnf
/// anchor = "〔" , year , "〕" | "令" , [ blank ] , "第" | "令" , year , "年第"
///        | ( "公告" | "通告" ) , [ year , "年" ] , "第" , serial | "第" , serial , "号令" ;
/// ```
fn anchor(input: &str) -> PResult<'_, &str> {
    let order = (opt(one_of(" ")), tag("第")).map(|_| ());
    let yearly = (digits(4, 4), tag("年第")).map(|_| ());
    recognize(alt((
        bracketed_year.map(|_| ()),
        preceded(tag("令"), alt((order, yearly))),
        preceded(
            (
                alt((tag("公告"), tag("通告"))),
                opt((digits(4, 4), tag("年"))),
            ),
            (tag("第"), blanks, digits(1, 6)).map(|_| ()),
        ),
        (tag("第"), blanks, digits(1, 6), blanks, tag("号令")).map(|_| ()),
    )))
    .parse(input)
}

/// Bytes from the beginning of an anchor to the 号 that ends the number, at the most.
const REACH: usize = 64;

/// Where anchors begin, in order: near a 号, without which there is no number.
fn anchors(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut from = 0;
    text.match_indices('号').flat_map(move |(end, _)| {
        let near = tail(&text[from..end], REACH);
        let start = end - near.len();
        from = end;
        near.char_indices()
            .filter(|&(_, c)| ANCHOR_SIGNS.contains(c))
            .map(move |(at, _)| start + at)
            .filter(|&at| anchor(&text[at..]).is_ok())
    })
}

/// Words that stand before a number without being part of it, and end at its agency code; and
/// where they must stand.
static LEAD_INS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
    crate::lexicon::rows(include_str!("../lexicon/number_lead_in.tsv"))
        .map(|row| (row.cell(0), row.cell(1)))
        .collect()
});

/// The places of the words in [`LEAD_INS`].
static LEAD_IN_WORDS: LazyLock<Trie<usize>> = LazyLock::new(|| {
    let words = LEAD_INS.iter().enumerate();
    Trie::forward(words.map(|(index, (word, _))| (*word, index)))
});

/// Where the lead-in that ends last in some words ends.
fn lead_in(words: &str) -> usize {
    let part = |at: usize| {
        LEAD_INS
            .iter()
            .any(|(word, place)| *place == "code" && words[at..].starts_with(word))
    };
    // Where each of them stands last; nearly none does.
    let mut last: Vec<(usize, usize)> = Vec::new();
    for (at, _) in words.char_indices().rev() {
        for (_, index) in LEAD_IN_WORDS.prefixes(&words[at..]) {
            if last.iter().all(|&(other, _)| other != index) {
                last.push((index, at));
            }
        }
    }
    let ends = last.into_iter().filter_map(|(index, at)| {
        let (word, place) = &LEAD_INS[index];
        let before = &words[..at];
        let fits = match *place {
            "start" => before.is_empty() || lead_in_ends(before),
            "numeral" => before.ends_with(|c| spelt_digit(c).is_some() || c == '十'),
            "code" => false,
            _ => !part(at),
        };
        fits.then_some(at + word.len())
    });
    ends.filter(|&end| end < words.len()).max().unwrap_or(0)
}

/// Whether words end in a lead-in: 废止 of `废止原慈政发`.
fn lead_in_ends(words: &str) -> bool {
    LEAD_INS.iter().any(|(word, _)| words.ends_with(word))
}

/// Characters of an agency code at most.
const MAX_AGENCY_CODE: usize = 24;

/// The document numbers in a text, in order.
pub(crate) fn find_document_numbers(text: &str) -> Vec<(Span, DocumentNumber)> {
    let mut found: Vec<(Span, DocumentNumber)> = Vec::new();
    for anchor in anchors(text) {
        let floor = found.last().map_or(0, |(span, _)| span.end);
        if anchor < floor {
            continue;
        }
        let at = if text[anchor..].starts_with('第') {
            anchor
        } else {
            agency_start(text, floor, anchor)
        };
        if let Ok((rest, mut number)) = read_document_number(&text[at..]) {
            let start = joint_start(text, floor, at, &number);
            if start < at {
                let others = text[start..at].split_whitespace().collect::<Vec<_>>();
                let parted = text[..at].ends_with('、');
                let others = others.join(" ") + if parted { "" } else { " " };
                number.text.insert_str(0, &others);
                number.agency_code = number.agency_code.map(|code| others + &code);
            }
            found.push((Span::new(start, text.len() - rest.len()), number));
        }
    }
    found
}

/// Where the names begin of those who announce together: `财政部 税务总局公告2023年第6号`.
fn joint_start(text: &str, floor: usize, at: usize, number: &DocumentNumber) -> usize {
    /// Issuers of one announcement at most.
    const JOINT: usize = 12;
    let code = number.agency_code.as_deref().unwrap_or("");
    if !code.ends_with("告") && !code.ends_with('令') {
        return at;
    }
    let mut start = at;
    for _ in 0..JOINT {
        let before =
            text[floor..start].trim_end_matches([' ', '\u{a0}', '\u{3000}', '、']);
        if before.len() == start - floor {
            break;
        }
        let name = agency_start(text, floor, floor + before.len());
        let words = &text[name..floor + before.len()];
        if !read_body(words).is_body() {
            break;
        }
        start = name;
    }
    start
}

/// Where the agency code that ends at `end` begins.
fn agency_start(text: &str, floor: usize, end: usize) -> usize {
    let before = text[floor..end].trim_end_matches([' ', '\u{a0}']);
    let start = before
        .char_indices()
        .rev()
        .take(MAX_AGENCY_CODE)
        .take_while(|&(_, c)| is_agency_character(c))
        .last()
        .map_or(before.len(), |(at, _)| at);
    let code = &before[start..];
    // A day before the number: 6日慈政发.
    let dated = text[..floor + start].ends_with(|c: char| c.is_ascii_digit());
    let day = code.strip_prefix('日').filter(|_| dated);
    let lead_in = day.map_or_else(
        || lead_in(code),
        |rest| code.len() - rest.len() + lead_in(rest),
    );
    floor + start + lead_in
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn finds(text: &str, expected: &[(&str, Option<u16>, Option<u32>)]) {
        let found = find_document_numbers(text);
        let found: Vec<_> = found
            .iter()
            .map(|(_, number)| (number.text.as_str(), number.year, number.serial))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn brackets_of_every_shape_become_one() {
        for (text, number, year, serial) in [
            ("（国办发〔2022〕14号）", "国办发〔2022〕14号", 2022, 14),
            (
                "陕发改能电力[2021] 634号",
                "陕发改能电力〔2021〕634号",
                2021,
                634,
            ),
            (
                "沪发改环资（2015）第36号",
                "沪发改环资〔2015〕36号",
                2015,
                36,
            ),
            ("慈政发 〔2024〕61 号", "慈政发〔2024〕61号", 2024, 61),
            ("按照国发【2016】3号文件", "国发〔2016〕3号", 2016, 3),
            ("国环字(89)12号", "国环字〔89〕12号", 1989, 12),
        ] {
            finds(text, &[(number, Some(year), Some(serial))]);
        }
    }

    #[test]
    fn codes_may_begin_as_lead_ins_do() {
        for (text, number) in [
            ("沪规划资源规〔2020〕3号", "沪规划资源规〔2020〕3号"),
            ("五原政办发〔2020〕3号", "五原政办发〔2020〕3号"),
            ("日政字〔2020〕3号", "日政字〔2020〕3号"),
            ("废止原慈政发〔2020〕3号", "慈政发〔2020〕3号"),
            ("2020年3月6日慈政发〔2020〕3号", "慈政发〔2020〕3号"),
            ("二〇二〇年三月六日慈政发〔2020〕3号", "慈政发〔2020〕3号"),
            ("某市防汛规划慈政发〔2020〕3号", "慈政发〔2020〕3号"),
        ] {
            finds(text, &[(number, Some(2020), Some(3))]);
        }
    }

    #[test]
    fn orders_have_no_bracket() {
        finds(
            "住房城乡建设部令第11号",
            &[("住房城乡建设部令第11号", None, Some(11))],
        );
        finds(
            "根据国务院令第722号",
            &[("国务院令第722号", None, Some(722))],
        );
        finds("（第193号令）", &[("第193号令", None, Some(193))]);
        finds("主席令第八十一号", &[("主席令第八十一号", None, Some(81))]);
        finds("（通告第5号）", &[("通告第5号", None, Some(5))]);
        finds(
            "根据财政部 税务总局　海关总署公告2019年第39号",
            &[(
                "财政部 税务总局 海关总署公告2019年第39号",
                Some(2019),
                Some(39),
            )],
        );
        finds(
            "（财政部、税务总局公告2019年第39号）",
            &[("财政部、税务总局公告2019年第39号", Some(2019), Some(39))],
        );
        finds(
            "执行到期 税务总局公告2019年第39号",
            &[("税务总局公告2019年第39号", Some(2019), Some(39))],
        );
        finds(
            "税务总局公告2019年第39号",
            &[("税务总局公告2019年第39号", Some(2019), Some(39))],
        );
    }

    #[test]
    fn what_is_no_number_is_left_alone() {
        for text in [
            "粤府函〔2015364号",
            "规划（2016）",
            "（2015）12号",
            "命令第一时间传达",
            "第12号提案",
        ] {
            finds(text, &[]);
        }
    }

    #[test]
    fn a_line_that_is_a_number_may_lack_a_part() {
        for (line, text, year, serial) in [
            ("〔2011〕28号", "〔2011〕28号", 2011, 28),
            ("[2011] 第28号", "〔2011〕28号", 2011, 28),
            ("咸安政发〔2019〕1 ", "咸安政发〔2019〕1号", 2019, 1),
            ("某政办函[2020]15", "某政办函〔2020〕15号", 2020, 15),
        ] {
            let number = read_defective_number(line).unwrap();
            assert_eq!(
                (number.text.as_str(), number.year, number.serial),
                (text, Some(year), Some(serial))
            );
        }
        for line in [
            "（2015）12号",
            "〔2011〕28号文件",
            "规划〔2016〕1",
            "发〔2016〕1",
            "某政发〔2019〕",
            "〔2011〕",
            "2011〕28号",
        ] {
            assert!(read_defective_number(line).is_none(), "{line}");
        }
    }

    #[test]
    fn several_numbers_keep_their_places() {
        let text = "《规划》（国发〔2016〕1号）和《意见》(国办发[2017]2号)";
        let found = find_document_numbers(text);
        let places: Vec<_> = found.iter().map(|(span, _)| &text[span.range()]).collect();
        assert_eq!(places, ["国发〔2016〕1号", "国办发[2017]2号"]);
    }
}
