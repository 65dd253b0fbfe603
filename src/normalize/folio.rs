//! Page numbers (text taken from PDF): taken out where they count the pages, so that a
//! sentence that runs over a page's end is whole again.

use std::collections::HashMap;
use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;

use super::wrap::{self, begins_item, ends_sentence};
use super::{Step, repair};
use crate::grammar::bullet::is_dash;
use crate::lexicon::any::AnyOf;
use crate::pattern::Pattern;
use crate::text::{Rewriter, lines};

/// Bytes of a line that is nothing but a page number at the most: `— 第 12 页 共 30 页 —`.
const LONGEST: usize = 48;

/// Pages that numbers between dashes count at the least …
const MARKED: u32 = 2;

/// … and bare ones, which may be cells of a table …
const BARE: u32 = 3;

/// … and those inside a line, where the breaks of the lines got lost.
const INSIDE: u32 = 3;

/// Lines with words between two bare numbers at the least: a page has more than a row.
const PAGE: usize = 10;

/// Bytes of a line that holds a whole paragraph: no page is as wide.
const PARAGRAPH: usize = 400;

/// How a page's number is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Print {
    /// `— 3 —`, `第 3 页`, `3 / 12`: alone on its line.
    Marked,
    /// `3`: alone on its line.
    Bare,
    /// `— 3 —` inside a line.
    Inside,
}

/// A number that may be a page's.
#[derive(Debug)]
struct Folio {
    range: Range<usize>,
    print: Print,
    number: u32,
    /// Lines with words above it.
    lines: usize,
}

/// Rule of the numbers that are taken out.
const PAGE_NUMBER: &str = "layout/page-number";

/// Takes out the numbers that count the pages of a text.
pub(super) fn strip(text: &str) -> Step<'_> {
    let mut rewriter = Rewriter::new(text);
    let mut repairs = Vec::new();
    let folios = find(text);
    let counting = counting(text, &folios);
    let mut taken = 0;
    for (folio, _) in folios.iter().zip(counting).filter(|(_, counts)| *counts) {
        let Range { start, end } = folio.range.clone();
        if folio.print == Print::Inside {
            repairs.push(repair(&mut rewriter, start..end, "", PAGE_NUMBER));
            continue;
        }
        let above = text[..start].trim_end();
        let below = &text[end..];
        let blank = below.len() - below.trim_start().len();
        let gap = below[..blank].rfind('\n').map_or(blank, |at| at + 1);
        let line = above.rsplit('\n').next().unwrap_or("");
        // The first line of a page may stand a blank in, which is no indent.
        let next = &below[gap..];
        let blank = usize::from(!ends_sentence(line) && is_a_blank_in(next));
        let gap = gap + blank;
        let joint = if line.is_empty() || runs_over(line, &below[gap..]) {
            ""
        } else {
            "\n"
        };
        // What was taken out above it, a page without words, is behind already.
        let from = above.len().max(taken);
        taken = end + gap;
        rewriter.remove(from..start);
        repairs.push(repair(&mut rewriter, start..end, "", PAGE_NUMBER));
        rewriter.replace(end..taken, joint);
    }
    let (text, map) = rewriter.finish();
    Step { text, map, repairs }
}

/// Whether one blank is before the words of a line.
fn is_a_blank_in(line: &str) -> bool {
    let words = line.strip_prefix(' ');
    words.is_some_and(|words| !words.starts_with(char::is_whitespace))
}

/// Whether the paragraph `line` goes on below a page's end. The lines of a page that is set
/// to a width are joined later.
fn runs_over(line: &str, below: &str) -> bool {
    line.len() > PARAGRAPH
        && !ends_sentence(line)
        && !below.starts_with(char::is_whitespace)
        && !begins_item(below)
}

/// The numbers that may be those of pages.
fn find(text: &str) -> Vec<Folio> {
    let mut folios = Vec::new();
    let mut count = 0;
    for range in lines(text) {
        let line = &text[range.clone()];
        let words = line.trim();
        let start = range.start + (line.len() - line.trim_start().len());
        if words.len() > PARAGRAPH {
            inside(line, range.start, count, &mut folios);
        } else if words.len() <= LONGEST
            && let Some((print, number)) = read(words)
        {
            folios.push(Folio {
                range: start..start + words.len(),
                print,
                number,
                lines: count,
            });
            continue;
        }
        count += usize::from(!words.is_empty());
    }
    folios
}

/// Reads a line that is a page's number and no more.
fn read(words: &str) -> Option<(Print, u32)> {
    let inner = words.trim_matches(|c| is_dash(c) || c == ' ');
    let (first, rest) = inner.split_at(
        inner
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(inner.len()),
    );
    if rest.is_empty() {
        let number = first.parse().ok().filter(|_| first.len() <= 3)?;
        let dashed = words.starts_with(is_dash) && words.ends_with(is_dash);
        let bare = inner.len() == words.len();
        let print = if dashed { Print::Marked } else { Print::Bare };
        return (dashed || bare).then_some((print, number));
    }
    static OF_ALL: Pattern = Pattern::new(
        &["页", "/"],
        "^(?:第 ?([0-9]{1,3}) ?页(?: ?[,，/]? ?共 ?[0-9]{1,3} ?页)?|([0-9]{1,3}) ?/ ?[0-9]{1,3})$",
    );
    let groups = OF_ALL.captures(inner)?;
    let number = groups.get(1).or_else(|| groups.get(2))?;
    Some((Print::Marked, number.as_str().parse().ok()?))
}

/// The numbers between dashes inside a line: `…业务分管领— 3 —导…`.
fn inside(line: &str, start: usize, lines: usize, folios: &mut Vec<Folio>) {
    static DASHED: Pattern = Pattern::new(
        &["—", "－", "- "],
        "(?:[—－]{1,2} ?([0-9]{1,3}) ?[—－]{1,2}| - ([0-9]{1,3}) - )",
    );
    let Some(regex) = DASHED.over(line) else {
        return;
    };
    for groups in regex.captures_iter(line) {
        let number = groups.get(1).or_else(|| groups.get(2));
        if let (Some(whole), Some(number)) = (groups.get(0), number)
            && let Ok(number) = number.as_str().parse()
        {
            folios.push(Folio {
                range: start + whole.start()..start + whole.end(),
                print: Print::Inside,
                number,
                lines,
            });
        }
    }
}

/// Which of the numbers count: each of a run that goes up by one.
fn counting(text: &str, folios: &[Folio]) -> Vec<bool> {
    let mut counts = vec![false; folios.len()];
    for (print, least) in [
        (Print::Marked, MARKED),
        (Print::Bare, BARE),
        (Print::Inside, INSIDE),
    ] {
        let of_print = folios.iter().filter(|folio| folio.print == print).count();
        let enough = of_print >= least as usize;
        if !enough || print == Print::Bare && !wrap::is_set(text) {
            continue;
        }
        // The last place of each number, the length of the run up to it, and the one before.
        let mut runs: HashMap<u32, (usize, u32)> = HashMap::new();
        let mut before = vec![None; folios.len()];
        let mut lengths = vec![0; folios.len()];
        for (index, folio) in folios.iter().enumerate() {
            if folio.print != print {
                continue;
            }
            let previous = folio.number.checked_sub(1).and_then(|last| runs.get(&last));
            let far = |at: usize| {
                print != Print::Bare || folio.lines - folios[at].lines >= PAGE
            };
            let previous = previous.filter(|(at, _)| far(*at));
            before[index] = previous.map(|(at, _)| *at);
            lengths[index] = previous.map_or(1, |(_, length)| length + 1);
            runs.insert(folio.number, (index, lengths[index]));
        }
        for index in (0..folios.len()).rev() {
            let mut at = Some(index).filter(|&at| lengths[at] >= least && !counts[at]);
            while let Some(place) = at {
                counts[place] = true;
                at = before[place];
            }
        }
    }
    counts
}

/// Takes out the numbers that a library of documents puts before the slices of a text, which it
/// cuts after so many characters: `1、…分别比200｜2、7年提高4.9个百分点`.
pub(super) fn unslice(text: &str) -> Step<'_> {
    let mut rewriter = Rewriter::new(text);
    let mut repairs = Vec::new();
    let mut above: Option<Range<usize>> = None;
    for slice in slices(text) {
        let line = &text[slice.clone()];
        let number = line.bytes().take_while(u8::is_ascii_digit).count();
        let label = slice.start..slice.start + number + '、'.len_utf8();
        if let Some(above) = above.filter(|above| !ends_sentence(&text[above.clone()])) {
            rewriter.remove(above.end..label.start);
        }
        repairs.push(repair(&mut rewriter, label, "", PAGE_NUMBER));
        above = Some(slice);
    }
    let (text, map) = rewriter.finish();
    Step { text, map, repairs }
}

/// The lines that are slices of one text: numbered from one, of about the same length, and
/// most of them end in mid-sentence.
fn slices(text: &str) -> Vec<Range<usize>> {
    /// Characters of a slice.
    const LENGTH: RangeInclusive<usize> = 150..=700;
    /// Two slices have one cut, which tells little: a library says what they are.
    const FEW: usize = 2;
    static LIBRARY: LazyLock<AnyOf> =
        LazyLock::new(|| AnyOf::new("资源描述|文档简介|会员分享|文库"));
    let mut slices: Vec<Range<usize>> = Vec::new();
    for range in lines(text) {
        let line = &text[range.clone()];
        let words = line.trim();
        let digits = words.bytes().take_while(u8::is_ascii_digit).count();
        let is_next = (1..=3).contains(&digits)
            && words[digits..].starts_with('、')
            && words[..digits].parse() == Ok(slices.len() + 1);
        if is_next {
            let start = range.start + (line.len() - line.trim_start().len());
            slices.push(start..start + words.len());
        } else if !slices.is_empty() && !words.is_empty() {
            break;
        }
    }
    let Some((_, whole)) = slices.split_last().filter(|(_, whole)| !whole.is_empty())
    else {
        return Vec::new();
    };
    let lengths = || {
        whole
            .iter()
            .map(|slice| text[slice.clone()].chars().count())
    };
    let broken = whole
        .iter()
        .filter(|slice| !ends_sentence(&text[(*slice).clone()]));
    let (least, most) = (lengths().min(), lengths().max());
    let alike = least.is_some_and(|least| most.is_some_and(|most| most * 2 <= least * 3));
    let told = slices.len() > FEW || LIBRARY.is_in(&text[..slices[0].start]);
    let cut = lengths().all(|length| LENGTH.contains(&length))
        && alike
        && told
        && broken.count() * 3 >= whole.len() * 2;
    if cut { slices } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;

    const LINE: &str = "为加强地下空间开发利用管理，合理开发利用本市地下空";

    /// Pages that each end in the middle of a sentence, with these lines between them.
    fn pages(between: &[&str]) -> String {
        let page = format!("{LINE}\n").repeat(14);
        let mut text = page.clone();
        for lines in between {
            text += lines;
            text += &page;
        }
        text
    }

    #[test]
    fn numbers_that_count_the_pages_go() {
        for between in [
            ["— 1 —\n", "— 2 —\n", "— 3 —\n"],
            ["\n- 1 -\n\n", "\n- 2 -\n\n", "\n- 3 -\n\n"],
            ["－7－\n", "－8－\n", "－9－\n"],
            ["1\n", "2\n", "3\n"],
            ["  9  \n  \n", "  10\n \n", "11 \n\n"],
            ["1\n ", "2\n\n ", "3\n"],
            [
                "第 1 页 共 4 页\n",
                "第 2 页 共 4 页\n",
                "第 3 页 共 4 页\n",
            ],
            ["1 / 4\n", "2 / 4\n", "3 / 4\n"],
        ] {
            let text = pages(&between);
            let Step {
                text: out,
                map,
                repairs,
            } = strip(&text);
            assert_eq!(out, pages(&["", "", ""]), "{between:?}");
            let place = out.len() - LINE.len() - 1..out.len() - 1;
            assert_eq!(&text[map.source(place)], LINE);
            assert!(matches!(strip(&out).text, Cow::Borrowed(_)));
            for (repair, number) in repairs.iter().zip(between) {
                assert_eq!(repair.from, number.trim());
                assert_eq!(text[repair.source_span.range()], repair.from);
                assert_eq!(out[repair.span.range()], repair.to);
            }
            assert_eq!(repairs.len(), between.len());
        }
    }

    #[test]
    fn numbers_that_count_nothing_stay() {
        for between in [
            ["— 1 —\n", "— 4 —\n", "— 9 —\n"],
            ["5\n", "2\n", "3\n"],
            ["1\n", "1\n", "1\n"],
            ["2021\n", "2022\n", "2023\n"],
            ["1 / 4\n", "3 / 4\n", "1 / 2\n"],
            ["1.\n", "2.\n", "3.\n"],
            ["（1）\n", "（2）\n", "（3）\n"],
        ] {
            let text = pages(&between);
            let step = strip(&text);
            assert_eq!(step.text, text);
            assert!(step.map.is_identity() && step.repairs.is_empty());
        }
        // The numbers of a table's rows, and of a text that is set to no width.
        let rows = "1\n水务规划\n市水务局\n2\n绿地规划\n市园林局\n3\n路网规划\n";
        let table = pages(&[rows]);
        let loose = "水务规划工作。\n".repeat(12);
        let loose = ["1\n", "2\n", "3\n"]
            .map(|mark| format!("{loose}{mark}"))
            .concat();
        for text in [&table, &loose] {
            assert_eq!(strip(text).text, **text);
        }
    }

    #[test]
    fn paragraphs_go_on_over_the_end_of_a_page() {
        let half = LINE.repeat(8);
        let text =
            format!("{half}\n\n- 1 -\n\n间资源。\n{half}。\n\n- 2 -\n\n二、路网\n");
        let expected = format!("{half}间资源。\n{half}。\n二、路网\n");
        assert_eq!(strip(&text).text, expected);
    }

    #[test]
    fn the_slices_of_a_text_are_one() {
        let slice = "为推进全民健身，增加场地设施，完善服务体系，".repeat(10);
        let text = format!("资源描述：\n\n1、{slice}比200\n\n2、7年提高3个百分点。\n");
        let step = unslice(&text);
        assert_eq!(
            step.text,
            format!("资源描述：\n\n{slice}比2007年提高3个百分点。\n")
        );
        assert_eq!(step.repairs.len(), 2);
        assert_eq!(step.repairs[1].from, "2、");
        let text = format!("1、{slice}\n2、{slice}\n3、{slice}完成。\n4、一、目标\n");
        assert_eq!(
            unslice(&text).text,
            format!("{}完成。\n一、目标\n", slice.repeat(3))
        );
        // Items that end, items that are no slices, and two of which nobody says what they are.
        let ends = format!("1、{slice}完成。\n2、{slice}完成。\n3、{slice}完成。\n");
        let short = "1、增加场地\n2、完善服务\n3、推进健身\n".to_owned();
        let long = format!("1、{slice}\n2、{}\n3、健身\n", slice.repeat(2));
        let two = format!("1、{slice}比200\n2、7年提高3个百分点。\n");
        for text in [ends, short, long, two] {
            assert_eq!(unslice(&text).text, text);
        }
    }

    #[test]
    fn numbers_inside_lines_that_lost_their_breaks_go() {
        let half = LINE.repeat(8);
        for marks in [
            ["— 1 —", "— 2 —", "— 3 —"],
            [" - 2 - ", " - 3 - ", " - 4 - "],
        ] {
            let text = marks.map(|mark| format!("{half}{mark}")).concat() + "间资源。";
            assert_eq!(strip(&text).text, half.repeat(3) + "间资源。");
        }
        let text = format!("{half}GB—10—2003、A - 2 - B和3-4-5{half}— 1 —{half}— 5 —。");
        assert_eq!(strip(&text).text, text);
    }
}
