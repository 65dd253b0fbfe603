//! Statements in lines of their own: `责任单位：省教育厅`.

use super::note::is_noted_name;
use super::reader::{is_level, read_list, read_statement};
use super::{Marker, MarkerState};
use crate::extract::deadline::says_when;
use crate::grammar::bracket::Bracket;
use crate::grammar::bullet::is_bullet;
use crate::grammar::department::{are_bodies, is_han, read_department_list};
use crate::lexicon::Name;
use crate::lexicon::any::AnyOf;
use crate::lexicon::duty::{Label, own_words, read_label, split_list_label};
use crate::lexicon::merged::Table;
use crate::model::Role;
use crate::pattern::Pattern;
use crate::span::Span;
use crate::text::head;

/// A line that begins with the label of a list: `责任单位：`.
static LINE: Pattern = Pattern::new(
    &[":", "："],
    r"(?m)(?:^|[。；;！，,— \t\u3000])[ \t\u3000]*[【\[*]{0,2}([\p{Han}（）()/]{2,16}?)[】\]*]{0,2}[ \t\u3000]*[:：]",
);

/// A clause that begins with it: `责任单位为`.
static CLAUSE: Pattern = Pattern::new(
    &[
        "位为", "位是", "门为", "门是", "构为", "构是", "体为", "体是",
    ],
    r"(?m)(?:^|[。；;！，,])[ \t\u3000]*(\p{Han}{2,6}(?:单位|部门|机构|主体))[为是]",
);

/// What the label of a list holds.
static LABEL_WORD: Table<AnyOf> = Table::new(
    Name::Role,
    |rows| {
        let words = "牵头|责任|配合|负责|协办|协同|参与|落实|实施|主责|单位|部门|主体";
        AnyOf::of(words.split('|').chain(own_words(rows)))
    },
    |own| &own.duty_line,
);

/// Gate of [`LINE`]: whether a colon follows a word of such a label in its clause.
pub(super) fn may_hold_label(words: &str) -> bool {
    /// Characters between the word and the colon at the most.
    const BETWEEN: usize = 8;
    let mut from = 0;
    while let Some(word) = LABEL_WORD.find_at(words, from) {
        let mut behind = words[word.end..].chars().take(BETWEEN + 1);
        let stop = behind.find(|c| matches!(c, '。' | '；' | '，' | '\n' | ':' | '：'));
        let is_noun = ["单位", "部门", "主体"].contains(&&words[word.clone()]);
        let rest = &words[word.end..];
        if matches!(stop, Some(':' | '：')) || is_noun && rest.starts_with(['为', '是'])
        {
            return true;
        }
        from = word.start + words[word.start..].chars().next().map_or(1, char::len_utf8);
    }
    false
}

pub(super) fn line_markers(
    text: &str,
    own: Span,
    brackets: &[Bracket],
    markers: &mut Vec<Marker>,
    state: &mut MarkerState,
) {
    // Brackets and the markers made of them stand in order and apart; markers of lines come
    // behind one another.
    let bracketed = markers.len();
    for (pattern, is_field) in [(&LINE, true), (&CLAUSE, false)] {
        let Some(regex) = pattern.over(&text[own.range()]) else {
            continue;
        };
        let mut at = own.start;
        let mut stop = None;
        while let Some(found) = regex.captures(&text[at..own.end]) {
            let (Some(whole), Some(label)) = (found.get(0), found.get(1)) else {
                break;
            };
            let start = at + label.start();
            let mut next = at + whole.end();
            let before =
                markers[..bracketed].partition_point(|marker| marker.span.start <= start);
            let in_marker = before
                .checked_sub(1)
                .is_some_and(|last| markers[last].span.contains(Span::new(start, next)));
            let before = brackets.partition_point(|bracket| bracket.span.start < start);
            let in_bracket = before
                .checked_sub(1)
                .is_some_and(|last| start < brackets[last].span.end);
            let taken = in_marker || in_bracket;
            // 完善规划（责任单位：…）: the label stands in a bracket.
            let inside =
                label.as_str().rfind(['（', '(']) > label.as_str().rfind(['）', ')']);
            let is_list = !inside
                && !is_noted_name(label.as_str())
                && matches!(
                    read_label(label.as_str()),
                    Some(Label::Bodies(_) | Label::Deadline)
                )
                // Who holds an event or keeps a site.
                && !["主办", "承办", "主管"].iter().any(|own| label.as_str().contains(own));
            if !taken && is_list {
                let end = statement_end(text, start, own.end, &mut stop);
                let span = Span::new(start, end);
                let body = read_statement(text, span);
                // 牵头部门为主，配合部门为辅
                let sure = is_field || body.is_certain();
                let marker = body.into_marker(text, span, state);
                if sure
                    && (!marker.responsibilities.is_empty() || marker.deadline.is_some())
                {
                    markers.push(marker);
                }
                // All its labels were read, whether they name anybody or not.
                next = next.max(end);
            }
            let follows = !taken
                && !is_list
                && markers[bracketed..].last().is_some_and(|last| {
                    last.span.end <= start && is_gap(&text[last.span.end..start])
                });
            if follows && names_members(label.as_str()) {
                let end = statement_end(text, start, own.end, &mut stop);
                let list = Span::new(next, end.max(next));
                if are_bodies(&read_department_list(text[list.range()].trim())) {
                    let statement = read_list(text, list, Role::Cooperating);
                    let span = Span::new(start, list.end);
                    markers.push(statement.into_marker(text, span, state));
                    next = list.end;
                }
            }
            at = next;
        }
    }
    markers.sort_by_key(|marker| marker.span.start);
    let mut done = own.start;
    markers.retain(|marker| {
        let free = marker.span.start >= done;
        done = done.max(if free { marker.span.end } else { done });
        free
    });
}

/// Whether nothing stands between two statements, which are one.
fn is_gap(words: &str) -> bool {
    /// Bytes between two lines at the most.
    const LONGEST: usize = 24;
    let sign = |c: char| c.is_whitespace() || is_bullet(c) || "。；;，,*-".contains(c);
    words.len() <= LONGEST && words.chars().all(sign)
}

/// Whether a label of no known role behind a statement lists who has some part in it: 成员单位.
fn names_members(label: &str) -> bool {
    split_list_label(label).is_some_and(|which| !is_level(which))
}

/// Where a statement without brackets ends: with its line, unless the line breaks off in
/// the middle of a list. `known` is the end of the sentence or line that the last place lay in,
/// so that a line of many statements is not searched to its end for each.
fn statement_end(
    text: &str,
    from: usize,
    end: usize,
    known: &mut Option<usize>,
) -> usize {
    let mut at = from;
    loop {
        let rest = &text[at..end];
        let stop = known
            .filter(|&stop| stop >= at)
            .unwrap_or_else(|| at + rest.find(['\n', '。']).unwrap_or(rest.len()));
        *known = Some(stop);
        let stop = stop - at;
        let stop = other_field(&rest[..stop]).unwrap_or(stop);
        let line = text[from..at + stop].trim_end();
        if rest[stop..].starts_with('\n')
            && (line.ends_with(['、', '，', ','])
                || line.ends_with([':', '：']) && is_list_line(&rest[stop + 1..]))
        {
            at += stop + 1;
            continue;
        }
        return from + line.len();
    }
}

/// Whether a text begins with a line of bodies and nothing else, or with one that says when.
fn is_list_line(text: &str) -> bool {
    /// Bytes of a line that says when at the most.
    const WHEN: usize = 60;
    let line = text.split('\n').next().unwrap_or_default();
    if line.contains([':', '：']) {
        return false;
    }
    if line.len() <= WHEN && says_when(line) {
        return true;
    }
    let names = read_department_list(line);
    let length: usize = names.iter().map(|name| name.len()).sum();
    // What stands between names is a separator each.
    are_bodies(&names) && line.trim().len() <= length + names.len() * '、'.len_utf8()
}

/// Where the label of another field stands behind a space: ` 主要任务：`.
fn other_field(line: &str) -> Option<usize> {
    /// Characters of such a label at the most.
    const LONGEST: usize = 6;
    let mut spaces = line.match_indices([' ', '\u{3000}']);
    let (at, _) = spaces.find(|&(at, space)| {
        // No further than a label goes, whatever the line holds.
        let rest = head(&line[at + space.len()..], 3 * LONGEST + '：'.len_utf8());
        let colon = rest.find([':', '：']).unwrap_or(0);
        let label = &rest[..colon];
        let count = label.chars().count();
        (2..=LONGEST).contains(&count)
            && label.chars().all(is_han)
            && read_label(label).is_none()
    })?;
    Some(at)
}
