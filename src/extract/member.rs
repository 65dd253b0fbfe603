//! Membership lists (成员名单) of leading groups in attachments.

use std::ops::Range;

use crate::lexicon::mark;
use crate::lexicon::office::office;
use crate::model::Member;
use crate::outline::{Outline, Part, joined};
use crate::span::Span;
use crate::strip::Page;

/// The members that lists under a title name, in order.
pub(super) fn find(page: &Page, outline: &Outline) -> Vec<Member> {
    let titled = outline.parts.iter().filter(|part| !part.title.is_empty());
    titled
        .filter_map(|part| list_body(&joined(page, &part.title)).map(|body| (part, body)))
        .flat_map(|(part, body)| list(page, part, &body))
        .collect()
}

/// The body that a list's title names: `…领导小组成员名单` → `…领导小组`.
fn list_body(title: &str) -> Option<String> {
    let ending = mark::LIST_ENDING.ending(title)?;
    let body = &title[..title.len() - ending.len()];
    Some(body.trim_end_matches(['及', '和', '的']).to_owned())
        .filter(|body| !body.is_empty())
}

fn list(page: &Page, part: &Part, body: &str) -> Vec<Member> {
    let mut members = Vec::new();
    let mut current = None;
    for line in part.title.end..part.lines.end {
        let words = page.line(line);
        if words.is_empty() {
            continue;
        }
        if words.contains('。') {
            break;
        }
        let start = page.lines[line].span.start;
        let names = match split_office(words) {
            Some((found, names)) => {
                current = Some(found);
                names
            }
            None => 0..words.len(),
        };
        let Some(current) = current else { continue };
        push_names(page, start, names, body, current, &mut members);
    }
    members
}

/// Splits `组 长:项 敏` into the office and the range of the names.
fn split_office(words: &str) -> Option<(&'static str, Range<usize>)> {
    let (at, colon) = words
        .char_indices()
        .find(|(_, c)| matches!(c, ':' | '：'))?;
    let found = office(&words[..at])?;
    Some((found, at + colon.len_utf8()..words.len()))
}

/// Adds the people of one line; `、` parts them.
fn push_names(
    page: &Page,
    line_start: usize,
    names: Range<usize>,
    body: &str,
    office: &str,
    members: &mut Vec<Member>,
) {
    let mut at = line_start + names.start;
    let end = line_start + names.end;
    while at < end {
        let rest = &page.text[at..end];
        let length = rest.find(['、', '，', ';', '；']).unwrap_or(rest.len());
        let entry = &rest[..length];
        let lead = entry.len() - entry.trim_start().len();
        let words = entry.trim();
        if let Some((name, affiliation)) = read_person(words) {
            let start = at + lead;
            members.push(Member {
                body: body.to_owned(),
                office: office.to_owned(),
                name,
                affiliation,
                span: Span::new(start, start + words.len()),
                source_span: None,
            });
        }
        at += length + rest[length..].chars().next().map_or(1, char::len_utf8);
    }
}

/// Reads a person: `张 文(市政府办公室)`, `张志锋  市教育局局长`.
fn read_person(words: &str) -> Option<(String, Option<String>)> {
    /// Characters of a name at the most; names of minorities are longer than Han ones.
    const LONGEST: usize = 12;
    let bracket = words.find(['(', '（']);
    let (names, affiliation) = match bracket {
        Some(open) => {
            let inside = words[open..].trim_start_matches(['(', '（']);
            (&words[..open], Some(inside.trim_end_matches([')', '）'])))
        }
        None => (words, None),
    };
    let mut tokens = names.split_whitespace();
    let mut name = tokens.next()?.to_owned();
    if name.chars().count() == 1 {
        name.push_str(tokens.next()?);
    }
    let post = tokens.collect::<Vec<_>>().join(" ");
    let affiliation = affiliation
        .map(str::to_owned)
        .or_else(|| (!post.is_empty()).then_some(post))
        .map(|words| words.trim().to_owned());
    let is_name = (2..=LONGEST).contains(&name.chars().count())
        && name.chars().all(|c| c.is_alphabetic() || c == '·');
    is_name.then_some((name, affiliation))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_with_and_without_posts() {
        for (words, name, affiliation) in [
            ("项 敏", "项敏", None),
            ("张 文(市政府办公室)", "张文", Some("市政府办公室")),
            ("张志锋", "张志锋", None),
            ("张志锋  市教育局局长", "张志锋", Some("市教育局局长")),
            ("王 三  市教育局局长", "王三", Some("市教育局局长")),
        ] {
            let read = read_person(words).expect(words);
            assert_eq!(read, (name.to_owned(), affiliation.map(str::to_owned)));
        }
        assert_eq!(read_person("2017年7月"), None);
    }
}
