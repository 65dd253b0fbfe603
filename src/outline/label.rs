//! Labels of numbered items (层次序数, GB/T 9704-2012 7.3.3): reading one, its successor.

use std::fmt;

use nom::Parser as _;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{map, map_opt, opt, peek, verify};
use nom::error::ErrorKind;
use nom::multi::many_m_n;
use nom::sequence::{delimited, preceded, terminated};

use crate::grammar::bullet::is_one_sign;
use crate::grammar::{PResult, fail};
use crate::lexicon::mark;

/// A label that was read, e.g. `（十二）`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct Label {
    pub(crate) style: Style,
    /// The number, from 1; of a dotted label the last of its numbers.
    pub(crate) ordinal: u32,
    /// The numbers before the last one of a dotted label.
    pub(crate) prefix: Vec<u32>,
}

/// How a label is written, from the outermost to the innermost in common use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Style {
    /// `第一编`
    Book,
    /// `第一章`
    Chapter,
    /// `第一节`
    Section,
    /// `第一条`
    Article,
    /// `壹、`
    Formal,
    /// `一、`
    Han,
    /// `（一）`, `㈠`
    HanParen,
    /// `2.1`, `2.1.3`: as deep as it has numbers.
    Dotted,
    /// `1.`, `1、`, `⒈`
    Arabic,
    /// `（1）`, `1）`, `⑴`
    ArabicParen,
    /// `①`
    Circled,
    /// `一是`, `一要`
    Run,
}

impl Style {
    /// Whether the label is a word of its own, so that running text may follow it at once
    /// only on a line's start.
    pub(crate) const fn is_statute(self) -> bool {
        matches!(
            self,
            Self::Book | Self::Chapter | Self::Section | Self::Article
        )
    }
}

impl Label {
    /// How many of the leading numbers of a dotted label below this one its path holds
    /// already.
    pub(super) fn numbers(&self, below: &Self) -> usize {
        let own: Vec<u32> = match self.style {
            Style::Arabic | Style::Dotted => {
                self.prefix.iter().copied().chain([self.ordinal]).collect()
            }
            _ => return 0,
        };
        if below.prefix.starts_with(&own) {
            own.len()
        } else {
            0
        }
    }
}

impl fmt::Display for Label {
    /// Writes the label as paths have it, e.g. `(十二)`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let n = self.ordinal;
        match self.style {
            Style::Book => write!(f, "第{n}编"),
            Style::Chapter => write!(f, "第{n}章"),
            Style::Section => write!(f, "第{n}节"),
            Style::Article => write!(f, "第{n}条"),
            Style::Formal => match FORMAL.chars().nth(n as usize - 1) {
                Some(sign) => write!(f, "{sign}"),
                None => write_han(f, n),
            },
            Style::Han => write_han(f, n),
            Style::HanParen => {
                f.write_str("(")?;
                write_han(f, n)?;
                f.write_str(")")
            }
            Style::Dotted | Style::Arabic => write!(f, "{n}"),
            Style::ArabicParen => write!(f, "({n})"),
            Style::Circled => match circled(n) {
                Some(sign) => write!(f, "{sign}"),
                None => write!(f, "({n})"),
            },
            Style::Run => write!(f, "是{n}"),
        }
    }
}

const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/// Numerals that cannot be altered (大写), from 1 to 10.
const FORMAL: &str = "壹贰叁肆伍陆柒捌玖拾";

/// Writes a number below 1000 in Chinese numerals, e.g. 12 as `十二`.
fn write_han(f: &mut fmt::Formatter<'_>, n: u32) -> fmt::Result {
    let digit = |n: u32| DIGITS[(n % 10) as usize];
    if n >= 100 {
        write!(f, "{}百", digit(n / 100))?;
        if !n.is_multiple_of(100) && n % 100 < 10 {
            f.write_str("零")?;
        }
    }
    if n % 100 >= 10 {
        if n >= 20 {
            f.write_str(digit(n / 10))?;
        }
        f.write_str("十")?;
    }
    f.write_str(digit(n))
}

/// The circled sign of a number from 1 to 20.
fn circled(n: u32) -> Option<char> {
    (1..=20)
        .contains(&n)
        .then(|| char::from_u32(0x245F + n))
        .flatten()
}

/// Largest number that a label may have; above it digits are a quantity or a year.
const LARGEST: u32 = 300;

/// Reads a label and the white space after it.
///
/// ```ebnf
/// label = statute | ordinal , "、" | bracketed | arabic | circled | ordinal , ( "是" | "要" ) ;
/// ```
pub(crate) fn read_label(input: &str) -> PResult<'_, Label> {
    terminated(
        alt((
            statute, formal, han, bracketed, dotted, arabic, one_sign, run,
        )),
        // **三、** 推进改革: what Markdown sets in bold is the label alone.
        take_while_m_n(0, 8, |c: char| c.is_whitespace() || c == '*'),
    )
    .parse(input)
}

/// A label as printed, without the signs by which Markdown sets part of it in bold.
pub(crate) fn printed(label: &str) -> String {
    if label.contains('*') {
        label.replace(['*', ' ', '\u{a0}'], "")
    } else {
        label.to_owned()
    }
}

/// What damage or Markdown's signs leave between a number and its sign: `四 、`, `四 **、**`.
fn gap(input: &str) -> PResult<'_, &str> {
    take_while_m_n(0, 6, |c| matches!(c, ' ' | '\u{a0}' | '\u{3000}' | '*')).parse(input)
}

fn label(style: Style) -> impl Fn(u32) -> Label {
    move |ordinal| Label {
        style,
        ordinal,
        prefix: Vec::new(),
    }
}

/// `第十二条`, `第 3 章`.
fn statute(input: &str) -> PResult<'_, Label> {
    let spaces = |input| take_while_m_n(0, 2, |c: char| c == ' ').parse(input);
    let (rest, (_, _, ordinal, _, style)) = (
        char('第'),
        spaces,
        alt((han_number, digits)),
        spaces,
        alt((
            map(char('编'), |_| Style::Book),
            map(char('章'), |_| Style::Chapter),
            map(char('节'), |_| Style::Section),
            map(char('条'), |_| Style::Article),
        )),
    )
        .parse(input)?;
    // `第三条所称`, `第一章规定`: a reference that opens a sentence.
    if mark::ARTICLE_REFERENCE.opening(rest).is_some() {
        return fail(input, ErrorKind::Verify);
    }
    Ok((rest, label(style)(ordinal)))
}

/// `贰、`; 參 is written for 叁.
fn formal(input: &str) -> PResult<'_, Label> {
    let numeral = satisfy(|c| c == '参' || FORMAL.contains(c));
    map_opt(terminated(numeral, char('、')), |sign| {
        let sign = if sign == '参' { '叁' } else { sign };
        let ordinal = FORMAL.chars().position(|known| known == sign)?;
        Some(label(Style::Formal)(u32::try_from(ordinal).ok()? + 1))
    })
    .parse(input)
}

/// `十二、`; some write `十二.`, `十二．`.
fn han(input: &str) -> PResult<'_, Label> {
    let sign = alt((one_of("、．."), preceded(gap, char('、'))));
    map(terminated(han_number, sign), label(Style::Han)).parse(input)
}

/// `（十二）`, `(3)`, `3)`, `〔一〕`, in any mixture of widths; some write `（一）、`.
fn bracketed(input: &str) -> PResult<'_, Label> {
    let close = || one_of("）)〕");
    let labels = alt((
        map(
            delimited(one_of("（(〔"), han_number, close()),
            label(Style::HanParen),
        ),
        map(
            delimited(one_of("（("), digits, close()),
            label(Style::ArabicParen),
        ),
        map(terminated(digits, one_of("）)")), label(Style::ArabicParen)),
    ));
    terminated(labels, opt(one_of("、．"))).parse(input)
}

/// Numbers of a dotted label at the most: the depth of an outline is theirs, and a flood of
/// `1.1.1.1…` is none.
const DEEPEST: usize = 8;

/// `2.1`, `2.1.3`, before white space or a word; `1.5倍` is a quantity.
fn dotted(input: &str) -> PResult<'_, Label> {
    let (rest, (first, more)) = (
        small_digits,
        many_m_n(1, DEEPEST - 1, preceded(one_of(".．"), small_digits)),
    )
        .parse(input)?;
    let (rest, _) = opt(one_of(".．")).parse(rest)?;
    let (rest, _) = peek(satisfy(|c| c.is_whitespace() || is_word(c))).parse(rest)?;
    if mark::DECIMAL_UNIT.opening(rest).is_some()
        || mark::WHOLE_COUNTER.opening(rest).is_some()
    {
        return fail(input, ErrorKind::Verify);
    }
    let mut prefix = vec![first];
    prefix.extend(more);
    // OK because `more` has at least one number.
    let ordinal = prefix.pop().unwrap_or(first);
    Ok((
        rest,
        Label {
            style: Style::Dotted,
            ordinal,
            prefix,
        },
    ))
}

/// `2.1人员转移`, whatever its words begin with: only what stands before it tells whether it is
/// a number of people.
pub(super) fn read_glued_dotted(input: &str) -> PResult<'_, Label> {
    let (rest, (first, more)) = (
        small_digits,
        many_m_n(1, DEEPEST - 1, preceded(one_of(".．"), small_digits)),
    )
        .parse(input)?;
    let (rest, _) = peek(satisfy(is_word)).parse(rest)?;
    let mut prefix = vec![first];
    prefix.extend(more);
    // OK because `more` has at least one number.
    let ordinal = prefix.pop().unwrap_or(first);
    let label = Label {
        style: Style::Dotted,
        ordinal,
        prefix,
    };
    Ok((rest, label))
}

/// `1.10件民生实事`, whatever the number behind the label counts.
pub(super) fn read_glued_arabic(input: &str) -> PResult<'_, Label> {
    let (rest, (ordinal, _)) = (digits, one_of(".．﹒、")).parse(input)?;
    let (rest, _) = peek(satisfy(|c| c.is_ascii_digit())).parse(rest)?;
    Ok((rest, label(Style::Arabic)(ordinal)))
}

/// `1.`, `1．`, `1﹒`, `1、`, and `1。` before a word; not before a digit, where the point is a decimal one, unless what it
/// opens is never counted in parts.
fn arabic(input: &str) -> PResult<'_, Label> {
    let sign = alt((one_of(".．﹒、。"), preceded(gap, char('、'))));
    let (rest, (ordinal, mark)) = (digits, sign).parse(input)?;
    if mark == '。' && !rest.starts_with(|c: char| matches!(c, '\u{4e00}'..='\u{9fff}'))
    {
        return fail(input, ErrorKind::Verify);
    }
    let is_number =
        rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '%' | '/'));
    // `1、2家` counts.
    if is_number && (mark == '、' || !opens_with_whole(rest)) {
        return fail(input, ErrorKind::Verify);
    }
    Ok((rest, label(Style::Arabic)(ordinal)))
}

/// Whether words open with a year or a number of what is never counted in parts:
/// `1.2025年底前…`, `1.80周岁以上的…`.
fn opens_with_whole(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &words[digits..];
    let is_year = digits == 4 && words.starts_with(['1', '2']) && rest.starts_with('年');
    is_year || digits > 0 && mark::WHOLE_COUNTER.opening(rest).is_some()
}

/// `①`, `㈠`, `⑴`, `⒈`: a number and what it stands in as one character.
fn one_sign(input: &str) -> PResult<'_, Label> {
    let sign = map_opt(satisfy(is_one_sign), |sign| {
        let (style, first) = match sign {
            '①'..='⑳' => (Style::Circled, '①'),
            '㈠'..='㈩' => (Style::HanParen, '㈠'),
            '⑴'..='⒇' => (Style::ArabicParen, '⑴'),
            '⒈'..='⒛' => (Style::Arabic, '⒈'),
            _ => return None,
        };
        Some(label(style)(u32::from(sign) - u32::from(first) + 1))
    });
    terminated(sign, opt(one_of("、．"))).parse(input)
}

/// `一是`, `二要`; `一是一` and the like are words.
fn run(input: &str) -> PResult<'_, Label> {
    map(
        terminated(han_number, alt((tag("是"), tag("要")))),
        label(Style::Run),
    )
    .parse(input)
}

fn digits(input: &str) -> PResult<'_, u32> {
    verify(
        map_opt(
            take_while_m_n(1, 3, |c: char| c.is_ascii_digit()),
            |d: &str| d.parse().ok(),
        ),
        |&n| n > 0 && n <= LARGEST,
    )
    .parse(input)
}

fn small_digits(input: &str) -> PResult<'_, u32> {
    verify(
        map_opt(
            take_while_m_n(1, 2, |c: char| c.is_ascii_digit()),
            |d: &str| d.parse().ok(),
        ),
        |&n| n > 0 && n < 60,
    )
    .parse(input)
}

/// A Chinese numeral from 1 to [`LARGEST`], e.g. `十二`, `一百零三`.
fn han_number(input: &str) -> PResult<'_, u32> {
    verify(
        map_opt(take_while_m_n(1, 6, is_han_digit), han_value),
        |&n| n > 0 && n <= LARGEST,
    )
    .parse(input)
}

const fn is_han_digit(c: char) -> bool {
    matches!(
        c,
        '一' | '二'
            | '三'
            | '四'
            | '五'
            | '六'
            | '七'
            | '八'
            | '九'
            | '十'
            | '百'
            | '零'
            | '〇'
    )
}

fn han_value(numeral: &str) -> Option<u32> {
    let (mut total, mut digit) = (0, None);
    for sign in numeral.chars() {
        let place = match sign {
            '十' => 10,
            '百' => 100,
            '零' | '〇' => continue,
            _ => {
                // Two digits in a row are a year or a list, not a label.
                if digit.is_some() {
                    return None;
                }
                digit = DIGITS
                    .iter()
                    .position(|d| d.starts_with(sign))
                    .map(|d| d as u32);
                continue;
            }
        };
        total += digit.take().unwrap_or(1) * place;
    }
    Some(total + digit.unwrap_or(0))
}

fn is_word(c: char) -> bool {
    c.is_alphabetic() || "“《‘（(".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(input: &str, path: &str, style: Style, rest: &str) {
        let (left, label) = read_label(input).expect(input);
        assert_eq!(
            (label.to_string().as_str(), label.style, left),
            (path, style, rest)
        );
    }

    #[test]
    fn labels_of_every_style() {
        reads("一、总体要求", "一", Style::Han, "总体要求");
        reads("二十一、附则", "二十一", Style::Han, "附则");
        reads("（十二）加强领导", "(十二)", Style::HanParen, "加强领导");
        reads("（一）、加强领导", "(一)", Style::HanParen, "加强领导");
        reads("①、注", "①", Style::Circled, "注");
        reads("(一)加强领导", "(一)", Style::HanParen, "加强领导");
        reads("1.强化管控。", "1", Style::Arabic, "强化管控。");
        reads("1．除涉密外", "1", Style::Arabic, "除涉密外");
        reads("12、优化", "12", Style::Arabic, "优化");
        reads("（1）以公园", "(1)", Style::ArabicParen, "以公园");
        reads("3）以公园", "(3)", Style::ArabicParen, "以公园");
        reads("①注", "①", Style::Circled, "注");
        reads("㈠ 动员部署", "(一)", Style::HanParen, "动员部署");
        reads("㈩总结", "(十)", Style::HanParen, "总结");
        reads("⑴以公园", "(1)", Style::ArabicParen, "以公园");
        reads("⒛以公园", "20", Style::Arabic, "以公园");
        reads("一是聚焦", "是1", Style::Run, "聚焦");
        reads("二要聚焦", "是2", Style::Run, "聚焦");
        reads("第四十九条　本办法", "第49条", Style::Article, "本办法");
        reads("第一章 总则", "第1章", Style::Chapter, "总则");
        reads("第三节", "第3节", Style::Section, "");
        reads("2.1　国家层面", "1", Style::Dotted, "国家层面");
        reads("1.1“五个", "1", Style::Dotted, "“五个");
        reads("1.80周岁以上的", "1", Style::Arabic, "80周岁以上的");
        reads("3.2025年底前", "3", Style::Arabic, "2025年底前");
        reads("一百零三、附则", "一百零三", Style::Han, "附则");
        reads("贰、主席致词", "贰", Style::Formal, "主席致词");
        reads("参、报告事项", "叁", Style::Formal, "报告事项");
        reads("1。强化管控。", "1", Style::Arabic, "强化管控。");
        reads("1﹒强化管控。", "1", Style::Arabic, "强化管控。");
        reads("四 **、** 加强保护", "四", Style::Han, "加强保护");
        reads("三、** 推进改革", "三", Style::Han, "推进改革");
        reads("四 、加强保护", "四", Style::Han, "加强保护");
        reads("4 、加强保护", "4", Style::Arabic, "加强保护");
        reads("第二十三条以下情形", "第23条", Style::Article, "以下情形");
    }

    #[test]
    fn numbers_are_no_labels() {
        for input in [
            "1.5倍",
            "1.25个",
            "1、2家",
            "3-5年一遇",
            "1:1.6",
            "4.73平方公里",
            "2023年",
            "第2741号提案",
            "十四五",
            "一般公共预算",
            "一二、三",
            "0.5",
            "2024.1.2",
            "第三条所称",
            "第三条以外",
            "参加、组织",
            "600、",
            "一季度",
            "1。",
            "1。 2。",
            "1。5倍",
        ] {
            assert!(read_label(input).is_err(), "{input}");
        }
    }

    #[test]
    fn han_numbers_go_both_ways() {
        for n in 1..=LARGEST {
            let label = Label {
                style: Style::Han,
                ordinal: n,
                prefix: Vec::new(),
            };
            assert_eq!(han_value(&label.to_string()), Some(n));
        }
    }
}
