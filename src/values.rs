//! Numbers and dates of one line of text, without a document around it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::document::Media;
use crate::grammar::date::{FoundDate, find_dates};
use crate::grammar::quantity::{Care, Quantity, find_quantities};
use crate::model::{Change, Comparator, Date, Decimal};
use crate::normalize;
use crate::read::{Hint, Source, SourceLine};
use crate::span::{CharIndex, Span};

/// What a line of text says in numbers and dates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Values {
    /// The line, normalised: simplified characters, annotations removed.
    pub text: String,
    /// Its quantities in order.
    pub quantities: Vec<QuantityValue>,
    /// Its dates in order.
    pub dates: Vec<DateValue>,
}

/// A quantity of a line, e.g. `不低于90%`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QuantityValue {
    /// The words.
    pub text: String,
    /// Where they stand in the line, in bytes; [`Values::to_json`] writes code points.
    pub span: Span,
    /// The number, 万 and 亿 multiplied out.
    pub value: Decimal,
    /// Upper end of a range, bounds included.
    pub value_max: Option<Decimal>,
    /// The unit as written; `第` for ordinals, `None` for bare numbers.
    pub unit: Option<String>,
    /// How the number bounds what it measures.
    pub comparator: Comparator,
    /// Whether the words say a level or a change.
    pub change: Change,
}

/// A date of a line, e.g. `2025年底前`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateValue {
    /// The words.
    pub text: String,
    /// Where they stand in the line, in bytes; [`Values::to_json`] writes code points.
    pub span: Span,
    /// EDTF date or interval (ISO 8601-2), e.g. `2025-12`, `2016/2020`, or
    /// `XXXX-08-08` where the year is not known.
    pub date: String,
}

/// Reads the quantities and dates of a line of text (数量、日期); relative dates
/// (`年底前`, `明年`) are reckoned from `date`, the document's own.
///
/// # Example
///
/// ```
/// let values = gongwen::values("到2025年，新建公园300座以上", None);
/// assert_eq!(values.quantities[0].unit.as_deref(), Some("座"));
/// assert_eq!(values.dates[0].date, "2025");
/// ```
#[must_use]
pub fn values(line: &str, date: Option<Date>) -> Values {
    let text = normalized(line);
    let found: Vec<FoundDate> = find_dates(&text, date);
    let mut taken: Vec<Span> = found
        .iter()
        .filter(|found| !found.is_distance)
        .map(|found| found.span)
        .collect();
    taken.extend(addresses(&text));
    taken.sort_unstable();
    let quantities = find_quantities(&text, &taken, Care::All)
        .iter()
        .map(|quantity| quantity_value(&text, quantity))
        .collect();
    let dates = found
        .iter()
        .filter_map(|found| date_value(&text, found))
        .collect();
    Values {
        text,
        quantities,
        dates,
    }
}

/// A line as the text of a document is normalised: simplified characters, annotations
/// removed.
pub(crate) fn normalized(line: &str) -> String {
    let line = fold_commas(line);
    let source = Source {
        text: line.to_string(),
        media: Media::Text,
        encoding: "utf-8",
        bytes: line.len(),
        lines: vec![SourceLine {
            range: 0..line.len(),
            hint: Hint::default(),
        }],
        tables: Vec::new(),
        metadata: Vec::new(),
    };
    let text = normalize::normalize(&source, false).text;
    // A line is too short to tell its script by: every traditional character counts.
    normalize::t2s().convert(&text).0.into_owned()
}

/// The comma between full-width digits made half-width: once the digits are folded,
/// `９，９９９` would look like a list of two numbers.
fn fold_commas(line: &str) -> Cow<'_, str> {
    let wide = |c: Option<char>| c.is_some_and(|c| ('０'..='９').contains(&c));
    let joins = |at: usize| {
        wide(line[..at].chars().next_back())
            && wide(line[at + '，'.len_utf8()..].chars().next())
    };
    if !line.match_indices('，').any(|(at, _)| joins(at)) {
        return Cow::Borrowed(line);
    }
    line.char_indices()
        .map(|(at, c)| if c == '，' && joins(at) { ',' } else { c })
        .collect::<String>()
        .into()
}

fn quantity_value(text: &str, quantity: &Quantity<'_>) -> QuantityValue {
    let span = Span::new(quantity.bounded, quantity.span.end);
    QuantityValue {
        text: text[span.range()].to_owned(),
        span,
        value: quantity.amount.value,
        value_max: quantity.amount.max,
        unit: quantity.amount.unit.map(|unit| unit.name.to_owned()),
        comparator: quantity.comparator,
        change: quantity.change.unwrap_or_default(),
    }
}

fn date_value(text: &str, found: &FoundDate) -> Option<DateValue> {
    let date = match (found.date, found.yearless) {
        (Some(date), _) => date.edtf(),
        (None, Some((month, day))) => format!("XXXX-{month:02}-{day:02}"),
        (None, None) => return None,
    };
    Some(DateValue {
        text: text[found.span.range()].to_owned(),
        span: found.span,
        date,
    })
}

/// Web addresses, whose digits count nothing.
fn addresses(text: &str) -> Vec<Span> {
    text.match_indices("://")
        .map(|(at, _)| {
            let end = text[at..]
                .find(|c: char| c.is_whitespace() || !c.is_ascii())
                .map_or(text.len(), |length| at + length);
            Span::new(at, end)
        })
        .collect()
}

impl Values {
    /// The values as one line of JSON, spans in code points.
    ///
    /// # Errors
    ///
    /// None that values of this crate cause; the signature is serde_json's.
    pub fn to_json(&self) -> serde_json::Result<String> {
        let index = CharIndex::new(&self.text);
        let place = |span: &mut Span| {
            *span = Span::new(index.char_at(span.start), index.char_at(span.end));
        };
        let mut counted = self.clone();
        for quantity in &mut counted.quantities {
            place(&mut quantity.span);
        }
        for date in &mut counted.dates {
            place(&mut date.span);
        }
        serde_json::to_string(&counted)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_slice_the_line() {
        let values = values("到2025年底前，县域内就诊率达到90%以上", None);
        for quantity in &values.quantities {
            assert_eq!(&values.text[quantity.span.range()], quantity.text);
        }
        assert_eq!(values.quantities.len(), 1);
        assert_eq!(values.quantities[0].comparator, Comparator::AtLeast);
        assert_eq!(values.dates[0].date, "2025-12");
        assert_eq!(values.dates[0].text, "2025年底前");
    }

    #[test]
    fn full_width_thousands_are_one_number() {
        let values = values("增加９，９９９元，８８元", None);
        let numbers: Vec<_> = values
            .quantities
            .iter()
            .map(|quantity| quantity.value.to_string())
            .collect();
        assert_eq!(numbers, ["9999", "88"]);
    }

    #[test]
    fn json_counts_code_points() {
        let json = values("增长8%", None).to_json().unwrap();
        assert!(json.contains(r#""span":{"start":2,"end":4}"#), "{json}");
        assert!(json.contains(r#""change":"increase""#), "{json}");
    }
}
