//! Brackets of every shape, matched with a stack.
//!
//! `（省商务厅牵头，各市、县〔区〕政府配合）` holds one bracket in another, and an opening
//! `(` is often closed by `）`: any of `（(〔[【` may be closed by any of `）)〕]】`.

use std::sync::LazyLock;

use crate::lexicon::chars::CharSet;
use crate::span::Span;

/// An outermost bracket, from the opening character to the closing one, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bracket {
    pub(crate) span: Span,
    /// Whether it was closed. One that was not reaches to the end of its sentence.
    pub(crate) closed: bool,
    /// Bytes of the opening character.
    open_len: usize,
    /// Bytes of the closing character; 0 when it was not closed.
    close_len: usize,
}

impl Bracket {
    /// What stands between the brackets.
    pub(crate) const fn inside(self) -> Span {
        Span::new(
            self.span.start + self.open_len,
            self.span.end - self.close_len,
        )
    }
}

/// Shape of a bracket; half and full width are one shape, they are mixed by slip.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Round,
    Tortoise,
    Square,
    Lenticular,
}

const fn opening(c: char) -> Option<Shape> {
    match c {
        '（' | '(' => Some(Shape::Round),
        '〔' => Some(Shape::Tortoise),
        '[' | '［' => Some(Shape::Square),
        '【' => Some(Shape::Lenticular),
        _ => None,
    }
}

const fn closing(c: char) -> Option<Shape> {
    match c {
        '）' | ')' => Some(Shape::Round),
        '〕' => Some(Shape::Tortoise),
        ']' | '］' => Some(Shape::Square),
        '】' => Some(Shape::Lenticular),
        _ => None,
    }
}

/// Whether a character opens a bracket.
pub(crate) const fn is_opening(c: char) -> bool {
    opening(c).is_some()
}

/// Whether a character closes a bracket.
pub(crate) const fn is_closing(c: char) -> bool {
    closing(c).is_some()
}

/// The outermost brackets of `text[span]` in order.
///
/// A bracket may run on over a line break inside a sentence; at the end of a sentence that
/// ends its line, or at a blank line, whatever is open is given up.
pub(crate) fn find_brackets(text: &str, span: Span) -> Vec<Bracket> {
    let mut brackets = Vec::new();
    let mut at = span.start;
    while at < span.end {
        let end = paragraph_end(text, at, span.end);
        scan_paragraph(text, Span::new(at, end), &mut brackets);
        at = end;
    }
    brackets
}

/// Where the paragraph that begins at `at` ends: after the first line break that follows
/// the end of a sentence or another line break.
fn paragraph_end(text: &str, at: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    let mut from = at;
    while let Some(offset) = memchr::memchr(b'\n', &bytes[from..end]) {
        let line_break = from + offset;
        let line = text[at..line_break].trim_end();
        let next = text[line_break + 1..end].trim_start_matches([' ', '\t', '\u{3000}']);
        if line.ends_with(['。', '；', '！', '？', ';', '：', ':'])
            && !goes_on(line, next)
            || line.chars().next_back().is_none_or(is_closing)
            || next.starts_with(['\n', '\r'])
        {
            return line_break + 1;
        }
        from = line_break + 1;
    }
    end
}

/// Whether the bracket that a line leaves open is what the next line ends with:
/// `（牵头单位：县住建局；`, `配合单位：县财政局）`.
fn goes_on(line: &str, next: &str) -> bool {
    let Some(open) = line
        .ends_with(['；', ';'])
        .then(|| line.rfind(is_sign))
        .flatten()
    else {
        return false;
    };
    let next = next.split('\n').next().unwrap_or_default();
    let next = next.trim_end().trim_end_matches(['。', '；', ';']);
    let first = next.find(is_sign);
    line[open..].starts_with(is_opening)
        && first.is_some_and(|at| next[at..].chars().all(is_closing))
}

fn is_sign(c: char) -> bool {
    is_opening(c) || is_closing(c)
}

static OPENING: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(["（(〔[［【"]));

static SIGNS: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(["（(〔[［【）)〕]］】"]));

/// The brackets of either side in a text, with their places.
fn signs(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = SIGNS.find_at(text, from)?;
        let sign = text[at..].chars().next()?;
        from = at + sign.len_utf8();
        Some((at, sign))
    })
}

fn scan_paragraph(text: &str, span: Span, brackets: &mut Vec<Bracket>) {
    let words = &text[span.range()];
    if !OPENING.is_in(words) {
        return;
    }
    // When brackets are missing, a closing one looks for its own shape further out; when
    // all are there, a pair of two shapes is a slip of the pen.
    let signs: Vec<(usize, char)> = signs(words).collect();
    let balanced =
        signs.iter().filter(|&&(_, c)| is_opening(c)).count() * 2 == signs.len();
    let mut open: Vec<(usize, usize, Shape)> = Vec::new();
    // How many are open of each shape, so that none is looked for in vain again and again.
    let mut counts = [0usize; 4];
    for (offset, c) in signs {
        let at = span.start + offset;
        if let Some(shape) = opening(c) {
            open.push((at, c.len_utf8(), shape));
            counts[shape as usize] += 1;
        } else if let Some(shape) = closing(c) {
            let Some(&(_, _, top)) = open.last() else {
                continue;
            };
            let own = (!balanced && top != shape && counts[shape as usize] > 0)
                .then(|| open.iter().rposition(|&(_, _, other)| other == shape))
                .flatten();
            let closed = own.unwrap_or(open.len() - 1);
            let (start, open_len, _) = open[closed];
            for (_, _, given_up) in open.drain(closed..) {
                counts[given_up as usize] -= 1;
            }
            if open.is_empty() {
                brackets.push(Bracket {
                    span: Span::new(start, at + c.len_utf8()),
                    closed: true,
                    open_len,
                    close_len: c.len_utf8(),
                });
            }
        }
    }
    if let Some(&(start, open_len, _)) = open.first() {
        give_up(text, start, open_len, span.end, brackets);
    }
}

/// Ends a bracket that was never closed at the end of its sentence; the brackets after it
/// count by themselves.
fn give_up(
    text: &str,
    start: usize,
    open_len: usize,
    end: usize,
    brackets: &mut Vec<Bracket>,
) {
    let rest = &text[start + open_len..end];
    let stop = rest.find(['。', '！', '？', '\n']).unwrap_or(rest.len());
    let stop_at = start + open_len + stop;
    let words = rest[..stop].trim_end();
    brackets.push(Bracket {
        span: Span::new(start, start + open_len + words.len()),
        closed: false,
        open_len,
        close_len: 0,
    });
    if stop < rest.len() {
        scan_complete(text, Span::new(stop_at, end), brackets);
    }
}

/// The complete brackets of a stretch, by the nearest pairs.
fn scan_complete(text: &str, span: Span, brackets: &mut Vec<Bracket>) {
    let mut open: Option<(usize, usize)> = None;
    let mut depth = 0usize;
    for (offset, c) in text[span.range()].char_indices() {
        let at = span.start + offset;
        if is_opening(c) {
            if depth == 0 {
                open = Some((at, c.len_utf8()));
            }
            depth += 1;
        } else if is_closing(c) && depth > 0 {
            depth -= 1;
            if let (0, Some((start, open_len))) = (depth, open) {
                brackets.push(Bracket {
                    span: Span::new(start, at + c.len_utf8()),
                    closed: true,
                    open_len,
                    close_len: c.len_utf8(),
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str, bool)]) {
        let found: Vec<_> = find_brackets(text, Span::new(0, text.len()))
            .into_iter()
            .map(|bracket| {
                (
                    &text[bracket.span.range()],
                    &text[bracket.inside().range()],
                    bracket.closed,
                )
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn an_unclosed_bracket_ends_with_its_last_word() {
        check(
            "（责任单位：省厅 \t\n\n甲",
            &[("（责任单位：省厅", "责任单位：省厅", false)],
        );
    }

    #[test]
    fn nested_brackets_are_one() {
        check(
            "做。（省厅，各市、县〔区〕政府）再做。(a)",
            &[
                (
                    "（省厅，各市、县〔区〕政府）",
                    "省厅，各市、县〔区〕政府",
                    true,
                ),
                ("(a)", "a", true),
            ],
        );
        check(
            "〔区党委组织部(编办),财政厅配合〕",
            &[(
                "〔区党委组织部(编办),财政厅配合〕",
                "区党委组织部(编办),财政厅配合",
                true,
            )],
        );
    }

    #[test]
    fn any_closing_bracket_closes() {
        check(
            "(责任单位：各市、县〔区〕政府）完",
            &[(
                "(责任单位：各市、县〔区〕政府）",
                "责任单位：各市、县〔区〕政府",
                true,
            )],
        );
        check("〔各市负责）完", &[("〔各市负责）", "各市负责", true)]);
        check(
            "（各县〔区）政府负责）",
            &[("（各县〔区）政府负责）", "各县〔区）政府负责", true)],
        );
    }

    #[test]
    fn missing_inner_bracket_does_not_lose_the_outer_one() {
        check(
            "（各县〔区政府负责）完",
            &[("（各县〔区政府负责）", "各县〔区政府负责", true)],
        );
    }

    #[test]
    fn unclosed_bracket_ends_with_its_sentence() {
        check(
            "做好。（责任单位：省教育厅。\n二、（甲）",
            &[
                ("（责任单位：省教育厅", "责任单位：省教育厅", false),
                ("（甲）", "甲", true),
            ],
        );
        check(
            "（责任单位：省教育厅\n\n（甲）",
            &[
                ("（责任单位：省教育厅", "责任单位：省教育厅", false),
                ("（甲）", "甲", true),
            ],
        );
    }

    #[test]
    fn line_break_inside_a_bracket_is_allowed() {
        check(
            "做好。（责任单位：省教\n育厅）\n",
            &[("（责任单位：省教\n育厅）", "责任单位：省教\n育厅", true)],
        );
    }

    #[test]
    fn stray_closing_brackets_are_skipped() {
        check("1）做好）。（甲）", &[("（甲）", "甲", true)]);
        check("无括号", &[]);
    }
}
