//! Targets on a line of time: a strip of years, and the targets of each.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::html::{Escaped, Label};
use super::wording;
use crate::{Change, Decimal, Document, Target, TargetStatus};

/// What a target asks for in signs, e.g. `≥ 90%`, `+5个百分点`, `6亿元`.
pub(super) fn value(target: &Target) -> String {
    let sign = wording::comparator(target.comparator);
    let change = match target.change {
        Change::Level => "",
        Change::Increase => "+",
        Change::Decrease => "−",
    };
    let unit = target.unit.as_deref().unwrap_or_default();
    let space = if sign.is_empty() { "" } else { " " };
    match (target.value, target.value_max) {
        (None, _) => "—".to_owned(),
        (Some(value), None) => {
            let value = number(value);
            format!("{sign}{space}{change}{value}{unit}")
        }
        (Some(value), Some(most)) => {
            let (value, most) = (number(value), number(most));
            format!("{sign}{space}{change}{value}–{most}{unit}")
        }
    }
}

/// A number as Chinese documents print it: 万 and 亿 set off again where that is exact.
fn number(value: Decimal) -> String {
    for (power, word) in [(100_000_000, "亿"), (10_000, "万")] {
        let power = Decimal::from(power);
        let Some(shown) = value.checked_div(power) else {
            continue;
        };
        let short = shown.to_string().len() < value.to_string().len();
        let exact = shown.checked_mul(power) == Some(value);
        if short && exact && shown.to_f64().abs() >= 1.0 {
            return format!("{shown}{word}");
        }
    }
    value.to_string()
}

/// Writes all targets by the year of their deadline.
pub(super) fn write(
    document: &Document,
    prefix: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut years: BTreeMap<u16, Vec<usize>> = BTreeMap::new();
    let mut undated = Vec::new();
    for (index, target) in document.targets.iter().enumerate() {
        match target.deadline {
            Some(date) => years.entry(date.year()).or_default().push(index),
            None => undated.push(index),
        }
    }
    write_strip(document, &years, prefix, out)?;
    out.write_all(b"<ol class=\"timeline\">")?;
    for (year, targets) in &years {
        write!(out, "<li id=\"{prefix}y{year}\"><h4>{year}</h4>")?;
        write_targets(document, targets, prefix, out)?;
        out.write_all(b"</li>")?;
    }
    if !undated.is_empty() {
        let label = Label("未写明期限", "no deadline stated");
        write!(out, "<li class=\"undated\"><h4>{label}</h4>")?;
        write_targets(document, &undated, prefix, out)?;
        out.write_all(b"</li>")?;
    }
    out.write_all(b"</ol>")
}

/// Width and height of the strip in its own units; the page scales it.
const STRIP: (usize, usize) = (360, 60);
/// Room left and right of the first and the last year.
const MARGIN: usize = 26;
/// Years on the strip, at most; a document that names more has them listed only.
const STRIP_YEARS: usize = 12;

/// Draws the years to scale, each with a disc that grows with its targets.
fn write_strip(
    document: &Document,
    years: &BTreeMap<u16, Vec<usize>>,
    prefix: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (Some(first), Some(last)) = (years.keys().next(), years.keys().next_back())
    else {
        return Ok(());
    };
    if years.len() < 2 || years.len() > STRIP_YEARS {
        return Ok(());
    }
    let (width, height) = STRIP;
    let (axis, room) = (24, width - 2 * MARGIN);
    let all = usize::from(last - first);
    write!(
        out,
        "<svg class=\"strip\" viewBox=\"0 0 {width} {height}\" role=\"img\">\
         <title>指标的期限 / targets by year</title>\
         <line class=\"axis\" x1=\"4\" y1=\"{axis}\" x2=\"{}\" y2=\"{axis}\"/>",
        width - 4
    )?;
    let mut label_from = 0;
    for (year, targets) in years {
        let x = MARGIN + usize::from(year - first) * room / all;
        let planned = targets
            .iter()
            .any(|&index| document.targets[index].status == TargetStatus::Planned);
        let class = if planned { "planned" } else { "achieved" };
        let radius = 7 + targets.len().ilog2() * 2;
        let count = targets.len();
        write!(
            out,
            "<a href=\"#{prefix}y{year}\"><circle class=\"{class}\" cx=\"{x}\" \
             cy=\"{axis}\" r=\"{radius}\"/><text class=\"count\" x=\"{x}\" y=\"{}\">\
             {count}</text>",
            axis + 4
        )?;
        // Years that stand too close would print over each other.
        if x >= label_from {
            write!(out, "<text x=\"{x}\" y=\"{}\">{year}</text>", height - 4)?;
            label_from = x + 36;
        }
        out.write_all(b"</a>")?;
    }
    out.write_all(b"</svg>")
}

fn write_targets(
    document: &Document,
    targets: &[usize],
    prefix: &str,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(b"<ul class=\"targets\">")?;
    for &index in targets {
        let target = &document.targets[index];
        let status = wording::status_class(target.status);
        write!(
            out,
            "<li class=\"{status}\" id=\"{prefix}lg{index}\"><a class=\"value\" \
             href=\"#{prefix}g{index}\">{}</a><div><b class=\"indicator\">{}</b>",
            Escaped(&value(target)),
            Escaped(&target.indicator),
        )?;
        write_remarks(target, out)?;
        write!(out, "<q>{}</q></div></li>", Escaped(&target.quote))?;
    }
    out.write_all(b"</ul>")
}

fn write_remarks(target: &Target, out: &mut dyn Write) -> io::Result<()> {
    if target.status != TargetStatus::Planned {
        let status = wording::status(target.status);
        write!(out, " <span class=\"pill\">{status}</span>")?;
    }
    if let Some(nature) = target.nature {
        let nature = wording::nature(nature);
        write!(out, " <span class=\"pill\">{nature}</span>")?;
    }
    for word in [&target.per, &target.strength].into_iter().flatten() {
        write!(out, " <span class=\"pill\">{}</span>", Escaped(word))?;
    }
    // The year stands beside the group already.
    if let Some(date) = target.deadline.filter(|date| date.month().is_some()) {
        write!(out, " <span class=\"pill\">{date}</span>")?;
    }
    if let Some(baseline) = &target.baseline {
        let (label, words) = (Label("基期", "baseline"), Escaped(&baseline.text));
        write!(out, " <span class=\"pill\">{label} {words}</span>")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_numbers_are_short_where_that_is_exact() {
        for (value, shown) in [
            ("90", "90"),
            ("10000", "1万"),
            ("12345", "12345"),
            ("600000000", "6亿"),
            ("15000000", "1500万"),
            ("1.15", "1.15"),
            ("0", "0"),
        ] {
            assert_eq!(number(value.parse().unwrap()), shown);
        }
    }
}
