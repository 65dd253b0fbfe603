//! Membership lists (成员名单) of leading groups in attachments.

use std::ops::Range;

use crate::lexicon::mark;
use crate::lexicon::office::office;
use crate::model::Member;
use crate::outline::{Outline, joined};
use crate::span::Span;
use crate::strip::Page;

/// The members that lists under a title name, in order.
pub(super) fn find(page: &Page, outline: &Outline, title: Option<&str>) -> Vec<Member> {
    let founded = title.and_then(founded_body);
    let chapters = outline.nodes.iter().filter_map(|node| {
        let heading = &page.text[node.heading?.range()];
        mark::LIST_ENDING.contains(heading).then_some(node)
    });
    let chapters = chapters.flat_map(|node| {
        let own = (0..page.lines.len())
            .skip_while(|&line| page.lines[line].span.start <= node.own.start)
            .take_while(|&line| page.lines[line].span.start < node.own.end);
        founded
            .map(|body| list(page, own, body))
            .unwrap_or_default()
    });
    let titled = outline.parts.iter().filter(|part| !part.title.is_empty());
    let titled = titled
        .filter_map(|part| list_body(&joined(page, &part.title)).map(|body| (part, body)))
        .flat_map(|(part, body)| list(page, part.title.end..part.lines.end, &body));
    chapters.chain(titled).collect()
}

/// The body that a notice sets up: `关于成立某市防汛工作领导小组的通知`.
fn founded_body(title: &str) -> Option<&str> {
    let (_, rest) = title.split_once("关于")?;
    let verb = mark::FOUNDING_VERB.opening(rest)?;
    let body = &rest[verb.len()..rest.rfind('的')?];
    let body = mark::LIST_ENDING
        .ending(body)
        .map_or(body, |ending| &body[..body.len() - ending.len()]);
    Some(body).filter(|body| !body.is_empty())
}

/// The body that a list's title names: `…领导小组成员名单` → `…领导小组`.
fn list_body(title: &str) -> Option<String> {
    let ending = mark::LIST_ENDING.ending(title)?;
    let body = &title[..title.len() - ending.len()];
    Some(body.trim_end_matches(['及', '和', '的']).to_owned())
        .filter(|body| !body.is_empty())
}

fn list(page: &Page, lines: impl Iterator<Item = usize>, body: &str) -> Vec<Member> {
    let mut members = Vec::new();
    let mut current = None;
    for line in lines {
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
        let length = if has_posts(rest) {
            rest.len()
        } else {
            rest.find(['、', '，', ';', '；']).unwrap_or(rest.len())
        };
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

/// Whether words are one person with several posts: `苟仲文 体育总局局长、组委会主席`.
fn has_posts(words: &str) -> bool {
    /// Characters of a name, spread out or not, at the most.
    const NAME: usize = 4;
    let mut pieces = words.split('、');
    let spread = |piece: &str| {
        let words: Vec<&str> = piece.split_whitespace().collect();
        matches!(words.as_slice(), [name, .., post]
            if name.chars().count() <= NAME && post.chars().count() > NAME)
    };
    let first = pieces.next().is_some_and(spread);
    let mut posts = pieces.peekable();
    let is_post = |post: &str| {
        post.trim().chars().count() > NAME && !post.trim().contains(char::is_whitespace)
    };
    first && posts.peek().is_some() && posts.all(is_post)
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

    #[test]
    fn posts_of_one_person_are_no_people() {
        for (words, one) in [
            ("苟仲文 体育总局局长、亚运会组委会主席", true),
            ("张志锋、李大明", false),
            ("张志锋 市教育局局长、李大明 市财政局局长", false),
            ("张 文、李 明", false),
            ("张志锋 市教育局局长", false),
        ] {
            assert_eq!(has_posts(words), one, "{words}");
        }
    }

    #[test]
    fn notices_name_the_body_they_set_up() {
        for (title, body) in [
            (
                "某市关于成立防汛工作领导小组的通知",
                Some("防汛工作领导小组"),
            ),
            (
                "关于调整防汛工作领导小组成员名单的通知",
                Some("防汛工作领导小组"),
            ),
            ("关于加强防汛工作的通知", None),
        ] {
            assert_eq!(founded_body(title), body, "{title}");
        }
    }
}
