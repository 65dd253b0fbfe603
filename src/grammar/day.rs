//! Days as a signature prints them: `2020年9月14日`, `二○一一年十二月十五日`.

use nom::Parser;
use nom::bytes::complete::{tag, take_while, take_while_m_n};
use nom::sequence::delimited;

use super::PResult;
use crate::model::Date;
use crate::span::Span;

/// The days in a text that are written with their year, in order.
pub(crate) fn find_days(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut done = 0;
    text.match_indices('年').filter_map(move |(at, sign)| {
        let start = year_start(text[..at].trim_end())?;
        let (rest, ()) = read_month_and_day(&text[at + sign.len()..]).ok()?;
        let end = text.len() - rest.len();
        let first = start >= std::mem::replace(&mut done, end);
        first.then_some(Span::new(start, end))
    })
}

/// Where the four digits of a year begin that a text ends with; no year is of another
/// millennium.
fn year_start(before: &str) -> Option<usize> {
    let mut digits = before
        .char_indices()
        .rev()
        .take_while(|&(_, c)| is_of_year(c));
    let (start, first) = digits.nth(3)?;
    matches!(first, '1' | '2' | '一' | '二').then_some(start)
}

fn is_of_year(c: char) -> bool {
    c.is_ascii_digit() || "〇○ＯOo零一二三四五六七八九".contains(c)
}

fn blanks(input: &str) -> PResult<'_, &str> {
    take_while(char::is_whitespace).parse(input)
}

/// ```ebnf
/// month-and-day = number , "月" , number , "日" ;
/// ```
fn read_month_and_day(input: &str) -> PResult<'_, ()> {
    let number = |input| {
        let of_number =
            |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
        delimited(blanks, take_while_m_n(1, 3, of_number), blanks).parse(input)
    };
    (number, tag("月"), number, tag("日"))
        .map(|_| ())
        .parse(input)
}

/// The day that a field names in English: `Tue, 08 Feb 2022 08:00:05 GMT`, `Feb 8, 2022`.
pub(crate) fn english_day(text: &str) -> Option<Date> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
        "dec",
    ];
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let month_of = |word: &str| {
        let start = word.get(..3)?.to_ascii_lowercase();
        MONTHS.iter().position(|&month| month == start)
    };
    let place = words.iter().position(|word| month_of(word).is_some())?;
    let month = u8::try_from(month_of(words[place])? + 1).ok()?;
    let day_at = |at: usize| {
        let word: &&str = words.get(at)?;
        word.parse::<u8>().ok().filter(|_| word.len() <= 2)
    };
    let day = place
        .checked_sub(1)
        .and_then(day_at)
        .or(day_at(place + 1))?;
    let year = words[place + 1..].iter().find(|word| word.len() == 4)?;
    Date::year_month_day(year.parse().ok()?, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads_english(text: &str, expected: Option<&str>) {
        let found = english_day(text).map(|day| day.to_string());
        assert_eq!(found.as_deref(), expected, "{text}");
    }

    #[test]
    fn days_of_a_feed_are_read() {
        reads_english("Tue, 08 Feb 2022 08:00:05 GMT", Some("2022-02-08"));
        reads_english("8 September 2021", Some("2021-09-08"));
        reads_english("Feb 8, 2022", Some("2022-02-08"));
        reads_english("Tue Feb 08 2022 08:00:05 GMT+0800", Some("2022-02-08"));
        reads_english("31 Feb 2022", None);
        reads_english("Feb 2022", None);
        reads_english("2022-02-08", None);
        reads_english("日", None);
    }

    #[track_caller]
    fn finds(text: &str, expected: &[&str]) {
        let found: Vec<&str> = find_days(text).map(|day| &text[day.range()]).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn days_are_found_in_either_script() {
        finds(
            "国务院　　二○一一年十二月十五日",
            &["二○一一年十二月十五日"],
        );
        finds("明细表2020年9月14日附件", &["2020年9月14日"]);
        finds("2020 年 9 月 14 日印发", &["2020 年 9 月 14 日"]);
        finds(
            "2019年1月1日至2020年2月3日",
            &["2019年1月1日", "2020年2月3日"],
        );
    }

    #[test]
    fn what_lacks_a_part_is_no_day() {
        for text in [
            "2020年9月",
            "9月14日",
            "3020年9月14日",
            "220年9月14日",
            "2020年年9月1日",
            "",
        ] {
            finds(text, &[]);
        }
    }
}
