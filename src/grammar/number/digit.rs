//! Single characters of a number.

use nom::Parser;
use nom::bytes::complete::take_while_m_n;

use crate::grammar::PResult;

/// The value of a Chinese digit from 零 to 九.
pub(crate) const fn spelt_digit(c: char) -> Option<u8> {
    Some(match c {
        '零' | '〇' | '○' | 'Ｏ' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' | '俩' => 2,
        '三' | '叁' | '仨' | '参' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The value of an Arabic digit, full-width ones included.
pub(crate) const fn digit_value(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        // OK because ten of them fit.
        '０'..='９' => Some((c as u32 - '０' as u32) as u8),
        _ => None,
    }
}

pub(crate) const fn is_digit(c: char) -> bool {
    digit_value(c).is_some()
}

/// Whether a number may begin with this character.
pub(crate) const fn opens(c: char) -> bool {
    digit_value(c).is_some()
        || spelt_digit(c).is_some()
        || matches!(
            c,
            '十' | '百'
                | '千'
                | '万'
                | '亿'
                | '几'
                | '数'
                | '半'
                | '廿'
                | '卅'
                | '卌'
                | '拾'
                | '佰'
                | '仟'
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
