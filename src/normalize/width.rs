//! Full width → half width (全角 → 半角): letters, digits and `％` everywhere, the signs of
//! numbers beside digits. Punctuation stays as the source has it.

use super::spacing::is_invisible;

/// What the character `０`–`９`, `Ａ`–`ｚ` or sign at `at` becomes, given its three bytes
/// and the text around it; `None` when it stays.
pub(super) fn half_width(text: &str, at: usize) -> Option<char> {
    let bytes = text.as_bytes();
    let half = ascii_of(bytes.get(at..at + 3)?)?;
    let in_number = match half {
        '0'..='9' | 'A'..='Z' | 'a'..='z' | '%' => return Some(half),
        '.' => digit_before(text, at) && digit_after(text, at + 3),
        '+' | '-' | '<' | '=' | '>' | '/' => {
            digit_before(text, at) || digit_after(text, at + 3)
        }
        _ => false,
    };
    in_number.then_some(half)
}

/// The ASCII character that a character of U+FF01–U+FF5E is the wide form of.
fn ascii_of(bytes: &[u8]) -> Option<char> {
    match *bytes {
        [0xEF, 0xBC, last @ 0x81..=0xBF] => Some(char::from(last - 0x60)),
        [0xEF, 0xBD, last @ 0x80..=0x9E] => Some(char::from(last - 0x20)),
        _ => None,
    }
}

/// Whether a digit of either width, or the `%` after one, ends at `at`; what is not seen
/// in between does not count.
pub(super) fn digit_before(text: &str, at: usize) -> bool {
    text[..at]
        .chars()
        .rev()
        .find(|&character| !is_invisible(character))
        .is_some_and(|character| is_digit(character) || matches!(character, '%' | '％'))
}

/// Whether a digit of either width begins at `at`.
pub(super) fn digit_after(text: &str, at: usize) -> bool {
    text[at..]
        .chars()
        .find(|&character| !is_invisible(character))
        .is_some_and(is_digit)
}

fn is_digit(character: char) -> bool {
    matches!(character, '0'..='9' | '０'..='９')
}

#[cfg(test)]
mod tests {
    use super::super::spacing::tidy;

    #[track_caller]
    fn narrows(wide: &str, expected: &str) {
        assert_eq!(tidy(wide).text, expected);
        assert_eq!(tidy(expected).text, expected);
    }

    #[test]
    fn letters_digits_and_percent_become_half_width() {
        for (wide, half) in [
            ("自２０１１年１１月１日起施行", "自2011年11月1日起施行"),
            ("４Ｇ网络、ＩＰＶ６", "4G网络、IPV6"),
            ("分别达到80％、５０％以上", "分别达到80%、50%以上"),
        ] {
            narrows(wide, half);
        }
    }

    #[test]
    fn signs_become_half_width_in_numbers_only() {
        for (wide, half) in [
            ("１．５倍", "1.5倍"),
            ("1．强化规划管控", "1．强化规划管控"),
            ("10％－70％", "10%-70%"),
            ("（2018－2022年）", "（2018-2022年）"),
            ("76.7＞80", "76.7>80"),
            ("200元／月，1／3", "200元／月，1/3"),
            ("“互联网＋政务服务”", "“互联网＋政务服务”"),
            ("收入－支出＝结余", "收入－支出＝结余"),
            ("1\u{200B}．\u{200B}5", "1.5"),
        ] {
            narrows(wide, half);
        }
    }

    #[test]
    fn punctuation_stays_as_it_is() {
        for text in [
            "，；：（）！？",
            "１：１，１；（１）".replace('１', "1").as_str(),
            "1～3个百分点、3～5年",
            "各市、县〔区〕政府,各单位;(一)",
            "［23］＆＃＠＊",
        ] {
            narrows(text, text);
        }
    }
}
