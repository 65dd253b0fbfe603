//! The words that a number is made of, one at a time.

use nom::error::ErrorKind;

use super::Notation;
use super::arabic::read_arabic;
use super::digit::{is_digit, spelt_digit};
use super::scaled::Scaled;
use crate::grammar::{PResult, fail};

#[derive(Debug, Clone, Copy)]
pub(super) enum Token {
    /// Arabic digits, with thousands commas and decimals; the notation says which.
    Arabic(Scaled, Notation),
    /// 零 to 九.
    Digit(i128),
    /// 十 百 千.
    Small(i128),
    /// 廿 卅 卌: the digit of the tens in one sign.
    Tens(i128),
    /// 万 亿 兆.
    Big(i128),
    /// 余 多, where a multiplier or a unit follows; 几 behind a multiplier.
    More,
    /// 几 or 数 before a multiplier: `几十`.
    Some,
}

pub(super) fn read_token(input: &str) -> PResult<'_, Token> {
    let Some(first) = input.chars().next() else {
        return fail(input, ErrorKind::Eof);
    };
    if is_digit(first) || matches!(first, '.' | '．') {
        return read_arabic(input);
    }
    let rest = &input[first.len_utf8()..];
    if let Some(digit) = spelt_digit(first)
        && (first != '参' || begins_formal(rest))
    {
        return Ok((rest, Token::Digit(digit.into())));
    }
    let token = match first {
        '十' | '拾' => Token::Small(10),
        '百' | '佰' => Token::Small(100),
        // 千瓦, 千米 and their like are units of their own; a multiplier cannot end there.
        '千' if starts_kilo_unit(rest) => return fail(input, ErrorKind::Verify),
        '千' | '仟' => Token::Small(1000),
        '廿' => Token::Tens(2),
        '卅' => Token::Tens(3),
        '卌' => Token::Tens(4),
        '万' | '萬' => Token::Big(10_000),
        '亿' | '億' => Token::Big(100_000_000),
        '兆' if !rest.starts_with(['瓦', '赫', '比', '字', '位']) => {
            Token::Big(1_000_000_000_000)
        }
        '余' | '多' => Token::More,
        '几' | '数' if rest.starts_with(['十', '百', '千', '万', '亿']) => {
            Token::Some
        }
        '几' => Token::More,
        _ => return fail(input, ErrorKind::Digit),
    };
    Ok((rest, token))
}

fn starts_kilo_unit(rest: &str) -> bool {
    rest.starts_with(['瓦', '克', '米', '卡', '焦', '赫', '伏', '帕', '乏', '牛'])
        || rest.starts_with("字节")
        || rest.starts_with("比特")
}

/// 参 is 叁 only inside formal numerals (`参拾参`), else the verb.
fn begins_formal(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['拾', '佰', '仟', '万', '亿', '元', '圆'])
}

/// Whether a number that opens with a bare multiplier goes on as one: `百分之`, `千三`,
/// `百万`, and not `百姓`.
pub(super) fn opens_number(rest: &str) -> bool {
    let rest = rest.trim_start_matches(' ');
    rest.starts_with([
        '一', '二', '三', '四', '五', '六', '七', '八', '九', '万', '亿', '零',
    ]) || rest
        .strip_prefix('分')
        .is_some_and(|rest| rest.trim_start_matches(' ').starts_with('之'))
}

/// Whether 余, 多 or 几 stands where it belongs to the number: before a multiplier, a unit
/// or the end, and not in `多种`, `余额`, `多元`.
pub(super) fn ends_in_unit(rest: &str) -> bool {
    !rest.starts_with([
        '种', '样', '元', '方', '层', '级', '维', '渠', '额', '数', '地', '部', '功',
    ]) || rest.starts_with("元钱")
}
