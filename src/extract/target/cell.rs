//! Values in cells of tables: the number stands in one cell, its unit in another, or in a
//! bracket of a head.

use crate::grammar::quantity::{Care, UnitClass, find_quantities, read_unit};
use crate::lexicon::head;
use crate::model::{Change, Comparator, Decimal, Nature};

/// The unit that the numbers of a column or a row are in: `万吨`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::extract) struct CellUnit {
    /// What goes behind the number to be read with it.
    words: String,
    /// The unit's name, where the grammar has no such unit.
    name: Option<String>,
}

impl CellUnit {
    /// Reads words that are a unit and nothing else.
    pub(in crate::extract) fn read(words: &str) -> Option<Self> {
        let words: String = words.split_whitespace().collect();
        let bare = words.trim_start_matches(MULTIPLES);
        let unit = [bare, words.as_str()].into_iter().any(is_unit);
        unit.then_some(Self { words, name: None })
    }

    /// Reads a cell of a column of units: a word that is no known unit is one all the same.
    pub(in crate::extract) fn read_cell(words: &str) -> Option<Self> {
        /// Characters of a unit at the most: 立方米/万元工业增加值.
        const LONGEST: usize = 14;
        if let Some(unit) = Self::read(words) {
            return Some(unit);
        }
        let words: String = words.split_whitespace().collect();
        let name = words.trim_start_matches(MULTIPLES);
        let is_share = name.starts_with('/') || name.starts_with("1/");
        let is_word = (name.starts_with(char::is_alphabetic) || is_share)
            && !name.contains(['、', '，', ',', '；', '。'])
            && name.chars().count() <= LONGEST;
        is_word.then(|| Self {
            words: words[..words.len() - name.len()].to_owned(),
            name: Some(name.to_owned()),
        })
    }

    /// Whether it is one of money: 万元.
    pub(in crate::extract) fn is_of_money(&self) -> bool {
        let bare = self.words.trim_start_matches(MULTIPLES);
        read_unit(bare).is_ok_and(|(_, found)| found.unit.class == UnitClass::Money)
    }
}

/// Characters before a unit that multiply it.
const MULTIPLES: [char; 4] = ['万', '亿', '千', '百'];

fn is_unit(words: &str) -> bool {
    read_unit(words).is_ok_and(|(rest, _)| rest.is_empty())
}

/// Takes the bracket that holds a unit off the end of a name or a head: 总量（万吨）.
pub(in crate::extract) fn split_unit(words: &str) -> (&str, Option<CellUnit>) {
    let trimmed = words.trim_end();
    let bracketed = trimmed
        .strip_suffix([')', '）', ']', '］'])
        .and_then(|inner| {
            let open = inner.rfind(['(', '（', '[', '［'])?;
            let width = inner[open..].chars().next()?.len_utf8();
            Some((inner[..open].trim_end(), &inner[open + width..]))
        });
    let Some((name, inside)) = bracketed else {
        return (trimmed, None);
    };
    let inside = inside.strip_prefix("单位：").unwrap_or(inside);
    let unit = inside
        .split(['，', ',', '、', '；', ';'])
        .find_map(CellUnit::read);
    match unit {
        Some(unit) => (name, Some(unit)),
        None => (trimmed, None),
    }
}

/// What a cell says.
#[derive(Debug, PartialEq)]
pub(in crate::extract) enum Cell {
    /// Nothing: an empty cell, a dash.
    Blank,
    /// A number, or one with its cumulated change: 23.04〔1.38〕.
    Values(Vec<Value>),
    /// Two numbers that lost the space between them.
    Glued,
    /// A sentence or other words.
    Words,
}

/// A number as a cell has it.
#[derive(Debug, PartialEq)]
pub(in crate::extract) struct Value {
    pub(in crate::extract) value: Decimal,
    pub(in crate::extract) max: Option<Decimal>,
    pub(in crate::extract) unit: Option<String>,
    pub(in crate::extract) comparator: Comparator,
    pub(in crate::extract) change: Option<Change>,
    /// In brackets: over all years of the plan.
    pub(in crate::extract) cumulated: bool,
}

/// Reads a cell of a column of values.
pub(in crate::extract) fn read_cell(words: &str, unit: Option<&CellUnit>) -> Cell {
    let words = words.trim();
    if words.is_empty() || head::is("blank", words) {
        return Cell::Blank;
    }
    if is_glued(words) {
        return Cell::Glued;
    }
    let (first, bracket) = split_bracket(words);
    let mut values = Vec::new();
    for (part, cumulated) in [(first, false), (bracket, true)] {
        if part.is_empty() {
            continue;
        }
        let Some(value) = read_value(part, unit) else {
            return Cell::Words;
        };
        values.push(Value { cumulated, ..value });
    }
    match values.as_mut_slice() {
        [] => Cell::Blank,
        // What a level is reached by.
        [_, by] => {
            by.change = by.change.or(Some(Change::Increase));
            Cell::Values(values)
        }
        _ => Cell::Values(values),
    }
}

/// The words before a bracket at the end, and those within: 〔18〕, 23.04〔1.38〕.
fn split_bracket(words: &str) -> (&str, &str) {
    let closed = words.strip_suffix(['〕', ']', '］', '】']);
    let Some((inner, open)) =
        closed.and_then(|inner| Some((inner, inner.rfind(['〔', '[', '［', '【'])?)))
    else {
        return (words, "");
    };
    let width = inner[open..].chars().next().map_or(0, char::len_utf8);
    (inner[..open].trim(), inner[open + width..].trim())
}

/// Whether one run of digits has two decimal points.
fn is_glued(words: &str) -> bool {
    let mut runs = words.split(|c: char| !c.is_ascii_digit() && c != '.');
    runs.any(|run| run.trim_matches('.').matches('.').count() > 1)
}

fn read_value(words: &str, unit: Option<&CellUnit>) -> Option<Value> {
    let (words, sign) = match words.chars().next()? {
        '+' | '＋' | '↑' => (&words[words.chars().next()?.len_utf8()..], true),
        _ => (words, false),
    };
    let end = number_end(words)?;
    let (number, rest) = words.split_at(end);
    let own = number.ends_with(['%', '‰']) || opens_with_unit(rest);
    let unit = unit.filter(|_| !own);
    let words = match unit {
        Some(unit) => format!("{number}{}{rest}", unit.words),
        None => words.to_owned(),
    };
    let found = find_quantities(&words, &[], Care::All);
    let [quantity] = found.as_slice() else {
        return None;
    };
    let start = quantity.verb.min(quantity.bounded);
    let around = [&words[..start], &words[quantity.span.end..]];
    if !around
        .iter()
        .all(|words| words.trim().is_empty() || head::is("filler", words.trim()))
        || is_year(number, quantity.amount.unit.map(|unit| unit.name))
    {
        return None;
    }
    let name = quantity.amount.unit.map(|unit| unit.name.to_owned());
    let change = quantity.change.filter(|&change| change != Change::Level);
    Some(Value {
        value: quantity.amount.value,
        max: quantity.amount.max,
        unit: name.or_else(|| unit.and_then(|unit| unit.name.clone())),
        comparator: quantity.comparator,
        change: change.or(sign.then_some(Change::Increase)),
        cumulated: false,
    })
}

/// Where the digits of the one number or range in a cell end, 万 and 亿 included.
fn number_end(words: &str) -> Option<usize> {
    let start = words.find(|c: char| c.is_ascii_digit())?;
    let mut end = start;
    for (at, c) in words[start..].char_indices() {
        match c {
            '0'..='9' | '%' | '％' | '‰' => end = start + at + c.len_utf8(),
            '.' | ',' | '，' | '-' | '~' | '～' | '—' | '–' | '－' | '至' | ' ' =>
                {}
            _ => break,
        }
    }
    let rest = &words[end..];
    let multiple = rest.trim_start_matches(MULTIPLES);
    Some(end + rest.len() - multiple.len())
}

fn opens_with_unit(rest: &str) -> bool {
    let rest = rest.trim_start();
    rest.starts_with(['%', '％', '‰']) || read_unit(rest).is_ok()
}

/// 2025年 in a cell is when, not how long.
fn is_year(number: &str, unit: Option<&str>) -> bool {
    let year = number.len() == 4 && number.starts_with(['1', '2']);
    year && unit == Some("年")
}

/// How a plan binds to what words say: 约束性, 预期性; `None` when they say both or neither.
pub(in crate::extract) fn nature(words: &str) -> Option<Nature> {
    match (words.contains("约束性"), words.contains("预期性")) {
        (true, false) => Some(Nature::Binding),
        (false, true) => Some(Nature::Anticipatory),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(cell: &Cell) -> String {
        let Cell::Values(values) = cell else {
            return format!("{cell:?}");
        };
        let shown: Vec<_> = values
            .iter()
            .map(|value| {
                let sign = serde_json::to_string(&value.comparator).unwrap();
                let max = value.max.map_or(String::new(), |max| format!("..{max}"));
                let change = match value.change {
                    Some(Change::Increase) => "+",
                    Some(Change::Decrease) => "-",
                    _ => "",
                };
                let cumulated = if value.cumulated { " in all" } else { "" };
                let unit = value.unit.as_deref().unwrap_or("");
                let sign = sign.trim_matches('"');
                format!("{sign}{change}{}{max}{unit}{cumulated}", value.value)
            })
            .collect();
        shown.join("; ")
    }

    #[track_caller]
    fn check(cell: &str, unit: &str, expected: &str) {
        let unit = CellUnit::read_cell(unit);
        assert_eq!(
            shown(&read_cell(cell, unit.as_ref())),
            expected,
            "{cell} {unit:?}"
        );
    }

    #[test]
    fn numbers_take_the_unit_of_their_column() {
        check("80", "%", "=80%");
        check("5左右", "%", "~5%");
        check(">80", "%", ">80%");
        check("≥8", "亿亩", ">=800000000亩");
        check("90以上", "%", ">=90%");
        check("2551.7", "万吨", "=25517000吨");
        check("35-36", "MW", "=35..36MW");
        check("2-2.6", "MW", "=2..2.6MW");
        check("15767", "千升", "=15767000升");
        check("4.5", "%", "=4.5%");
        check("1", "", "=1");
        check("12.5", "标准分", "=12.5标准分");
        check("1.2万", "人", "=12000人");
        check("8.2", "1/10万", "=8.21/10万");
        check("5.4", "‰", "=5.4‰");
        check("79.5", "岁", "=79.5岁");
    }

    #[test]
    fn units_of_the_cell_go_first() {
        check("-8%", "万吨", "=-8%");
        check("5个百分点", "%", "=5个百分点");
        check("35张", "%", "=35张");
    }

    #[test]
    fn brackets_hold_what_is_cumulated() {
        check("〔18〕", "%", "=18% in all");
        check("[累计达到1000]", "公里", "=1000公里 in all");
        check("23.04〔1.38〕", "%", "=23.04%; =+1.38% in all");
    }

    #[test]
    fn what_is_no_number_is_none() {
        check("", "%", "Blank");
        check("-", "%", "Blank");
        check("——", "%", "Blank");
        check("2551.72347.6", "万吨", "Glued");
        check("76.780.5", "%", "Glued");
        check("持续改善", "%", "Words");
        check("完成国家下达任务", "%", "Words");
        check("2025年", "", "Words");
        check("1:1.6", "", "Words");
        check("2023年达到80%，力争2035年达到95%。", "%", "Words");
        check("预期性", "", "Words");
    }

    #[test]
    fn brackets_of_names_hold_units() {
        for (words, name, unit) in [
            ("化学需氧量排放总量（万吨）", "化学需氧量排放总量", true),
            ("森林覆盖率（%）", "森林覆盖率", true),
            ("装机容量（MW）", "装机容量", true),
            ("床位数（张，累计）", "床位数", true),
            ("能源消耗（吨标准煤/万元）", "能源消耗", true),
            ("生产总值（GDP）", "生产总值（GDP）", false),
            ("学校（幼儿园）", "学校（幼儿园）", false),
        ] {
            let (found, read) = split_unit(words);
            assert_eq!((found, read.is_some()), (name, unit), "{words}");
        }
    }
}
