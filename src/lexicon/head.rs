//! Wording of tables of indicators: heads of columns, captions, cells.

use std::sync::LazyLock;

use super::hash::{WordMap, WordSet};
use super::rows;

/// What a column holds, as its head says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Head {
    /// What is measured: 指标名称.
    Indicator,
    /// Of whom or what something is measured: 区域, 产品名称.
    Subject,
    /// Units: 计量单位.
    Unit,
    /// What is to be reached, in words: 评价标准.
    Criterion,
    /// What a measure means: 指标含义.
    Note,
    /// Years, one a row: 年份.
    Period,
    /// Points of a rating: 分值.
    Score,
    /// Nothing that is measured: 备注, 单价.
    Skip,
    /// Something of persons: 姓名, 联系电话.
    Person,
}

#[derive(Default)]
struct Heads {
    heads: WordMap<Head>,
    says: WordMap<Vec<&'static str>>,
    /// Words that say nothing of what is measured, longest first.
    generic: Vec<&'static str>,
    exact: WordMap<WordSet>,
}

static HEADS: LazyLock<Heads> = LazyLock::new(|| {
    let mut table = Heads::default();
    for row in rows(include_str!("table_head.tsv")) {
        let (word, kind) = (row.cell(0), row.cell(2));
        if row.cell(1) == "says" {
            table.says.entry(kind).or_default().push(word);
            table.exact.entry(kind).or_default().insert(word);
        } else if let Some(head) = head(kind) {
            table.heads.insert(word, head);
        }
    }
    table.generic = table.says.remove("generic").unwrap_or_default();
    table
        .generic
        .sort_by_key(|word| std::cmp::Reverse(word.len()));
    table
});

fn head(kind: &str) -> Option<Head> {
    Some(match kind {
        "name" => Head::Indicator,
        "subject" => Head::Subject,
        "unit" => Head::Unit,
        "criterion" => Head::Criterion,
        "note" => Head::Note,
        "period" => Head::Period,
        "score" => Head::Score,
        "skip" => Head::Skip,
        "person" => Head::Person,
        _ => return None,
    })
}

/// Reads a head by the longest word that it ends in; words of one character are heads only
/// when they stand alone.
pub(crate) fn read_head(head: &str) -> Option<Head> {
    let whole = HEADS.heads.get(head).copied();
    whole.or_else(|| {
        head.char_indices()
            .skip(1)
            .map(|(at, _)| &head[at..])
            .take_while(|word| word.chars().nth(1).is_some())
            .find_map(|word| HEADS.heads.get(word).copied())
    })
}

/// Whether words of a kind stand in a head, a caption or a cell.
pub(crate) fn says(kind: &str, words: &str) -> bool {
    HEADS
        .says
        .get(kind)
        .is_some_and(|list| list.iter().any(|word| words.contains(word)))
}

/// Whether a line may be one of the heads of a table.
pub(crate) fn is_head(line: &str) -> bool {
    /// Characters of such a line at the most.
    const LONGEST: usize = 15;
    let short = line.chars().nth(LONGEST).is_none() && !line.is_empty();
    let year = line.len() > 3 && line.starts_with(['1', '2']) && {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        line.len() - rest.len() == 4 && (rest.is_empty() || rest.starts_with('年'))
    };
    let told = || {
        let kinds = ["planned", "achieved", "growth", "yearly"];
        kinds.iter().any(|kind| says(kind, line))
    };
    short && (year || read_head(line).is_some() || told())
}

/// Whether a cell is one word of a kind.
pub(crate) fn is(kind: &str, cell: &str) -> bool {
    HEADS.exact.get(kind).is_some_and(|set| set.contains(cell))
}

/// What is left of a head without the words that say nothing of what is measured.
pub(crate) fn without_generic(head: &str) -> String {
    let mut rest = String::new();
    let mut at = 0;
    while let Some(c) = head[at..].chars().next() {
        let word = HEADS
            .generic
            .iter()
            .find(|word| head[at..].starts_with(**word));
        match word {
            Some(word) => at += word.len(),
            None => {
                if c.is_alphabetic() {
                    rest.push(c);
                }
                at += c.len_utf8();
            }
        }
    }
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_read_by_their_ends() {
        for (head, expected) in [
            ("指标名称", Some(Head::Indicator)),
            ("二级指标", Some(Head::Indicator)),
            ("产品名称", Some(Head::Subject)),
            ("交通子行业", Some(Head::Subject)),
            ("区", Some(Head::Subject)),
            ("越秀区", None),
            ("计量单位", Some(Head::Unit)),
            ("评价标准", Some(Head::Criterion)),
            ("评分标准", Some(Head::Score)),
            ("目标值", Some(Head::Criterion)),
            ("指标属性", Some(Head::Skip)),
            ("联系电话", Some(Head::Person)),
            ("2025年", None),
        ] {
            assert_eq!(read_head(head), expected, "{head}");
        }
    }

    #[test]
    fn generic_words_say_nothing_of_what_is_measured() {
        for (head, expected) in [
            ("目标值", ""),
            ("较上年±%", ""),
            ("装机计划", "装机"),
            ("新增床位数", "新增床位数"),
        ] {
            assert_eq!(without_generic(head), expected, "{head}");
        }
    }
}
