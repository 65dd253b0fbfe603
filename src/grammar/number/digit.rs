//! Single characters of a number.

use nom::Parser;
use nom::bytes::complete::take_while_m_n;

use super::token::{Token, read_token};
use crate::grammar::PResult;

/// The value of a Chinese digit from 零 to 九.
pub(crate) fn spelt_digit(c: char) -> Option<u8> {
    match read_token(c.encode_utf8(&mut [0; 4])) {
        Ok((_, Token::Digit(digit))) => u8::try_from(digit).ok(),
        _ => None,
    }
}

/// The value of an Arabic digit, full-width ones included.
pub(crate) fn digit_value(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '０'..='９' => u8::try_from(c as u32 - '０' as u32).ok(),
        _ => None,
    }
}

pub(crate) fn is_digit(c: char) -> bool {
    digit_value(c).is_some()
}

/// Whether a number may begin with this character.
pub(crate) fn opens(c: char) -> bool {
    is_digit(c)
        || matches!(
            c,
            '零' | '〇'
                | '○'
                | 'Ｏ'
                | '一'
                | '二'
                | '三'
                | '四'
                | '五'
                | '六'
                | '七'
                | '八'
                | '九'
                | '十'
                | '两'
                | '百'
                | '千'
                | '万'
                | '亿'
                | '几'
                | '数'
                | '半'
                | '廿'
                | '卅'
                | '卌'
                | '壹'
                | '贰'
                | '叁'
                | '参'
                | '肆'
                | '伍'
                | '陆'
                | '柒'
                | '捌'
                | '玖'
                | '拾'
                | '佰'
                | '仟'
                | '俩'
                | '仨'
        )
}

/// Digits with full-width ones folded.
pub(crate) fn ascii(digits: &str) -> String {
    digits
        .chars()
        .map(|c| digit_value(c).map_or(c, |digit| char::from(b'0' + digit)))
        .collect()
}

/// Blanks inside a number or before its unit; a line break ends it.
pub(crate) fn spaces(input: &str) -> PResult<'_, &str> {
    take_while_m_n(0, 2, |c| matches!(c, ' ' | '\u{a0}' | '\u{3000}')).parse(input)
}
