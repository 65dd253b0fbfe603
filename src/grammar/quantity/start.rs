//! Where a quantity may start, its sign included.

use std::sync::LazyLock;

use crate::grammar::number::{is_digit, opens};
use crate::lexicon::chars::CharSet;
use crate::span::Span;

/// First characters of what a quantity can begin with.
static FIRST: LazyLock<CharSet> = LazyLock::new(|| {
    CharSet::of([
        "0123456789０１２３４５６７８９",
        "零〇一二三四五六七八九十两百千万亿几数半廿卅卌壹贰叁参肆伍陆柒捌玖拾佰仟俩仨",
        "¥￥$€£￡.．人港新台美HU",
    ])
});

/// What a quantity can begin with, of two characters and more.
const SIGNS: &[&str] = &["人民币", "港币", "新台币", "台币", "美元", "HK", "US"];

/// Where the next quantity can begin at byte `from` or behind it.
pub(super) fn find_anchor(text: &str, from: usize) -> Option<Span> {
    let mut at = from;
    loop {
        let start = FIRST.find_at(text, at)?;
        let rest = &text[start..];
        let first = rest.chars().next()?;
        at = start + first.len_utf8();
        let length = match first {
            '.' | '．' => rest[first.len_utf8()..]
                .chars()
                .next()
                .filter(|&digit| is_digit(digit))
                .map_or(0, |digit| first.len_utf8() + digit.len_utf8()),
            '人' | '港' | '新' | '台' | '美' | 'H' | 'U' => SIGNS
                .iter()
                .find(|sign| rest.starts_with(**sign))
                .map_or(0, |sign| sign.len()),
            _ => first.len_utf8(),
        };
        if length > 0 {
            return Some(Span::new(start, start + length));
        }
    }
}

/// Bytes of a minus sign that belongs to the number: not a dash after another number.
pub(super) fn sign_before(before: &str, first: char) -> usize {
    let mut back = before.trim_end_matches(' ').chars().rev();
    let Some(sign @ ('-' | '－' | '−' | '负')) = back.next() else {
        return if before.ends_with("零下") {
            "零下".len()
        } else {
            0
        };
    };
    let previous = back.next();
    let is_dash = |c: char| matches!(c, '-' | '－' | '−' | '—');
    let joins = previous.is_some_and(|c| {
        c.is_ascii_alphanumeric()
            || is_dash(c)
            || opens(c)
            || "月日号年）)%％".contains(c)
    });
    let word = previous.is_some_and(|previous| "正欠减抱自担背承辜胜".contains(previous));
    let spelt = sign == '负' && !word;
    if spelt || sign != '负' && !joins && (is_digit(first) || first == '.') {
        before.len() - before.trim_end_matches(' ').len() + sign.len_utf8()
    } else {
        0
    }
}
