//! Marks by which a page tells its main content from what surrounds it.

use std::collections::HashMap;

use regex::bytes::Regex;

use super::Name;
use super::merged::{Rows, Table};

/// What a mark says of the stretch it marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// The text and nothing else.
    Content,
    /// Holds the text, maybe its title and some controls too.
    Wrapper,
    /// Surrounds an article: navigation, footer, sharing.
    Site,
}

/// A mark that stands at one end of its stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Bound {
    pub(crate) mark: Mark,
    pub(crate) begins: bool,
}

pub(crate) struct Markers {
    ids: HashMap<&'static [u8], Mark>,
    classes: HashMap<&'static [u8], Mark>,
    /// Words of class names and ids, e.g. `nav` of `top-nav`.
    words: HashMap<&'static [u8], Mark>,
    metas: HashMap<&'static [u8], Bound>,
    comments: HashMap<&'static [u8], Bound>,
    /// Finds the words of a comment that is a mark.
    comment: Regex,
}

static MARKERS: Table<Markers> =
    Table::new(Name::SiteMarker, load, |own| &own.site_markers);

fn load(rows: &Rows) -> Markers {
    let mut ids = HashMap::new();
    let mut classes = HashMap::new();
    let mut words_of_names = HashMap::new();
    let mut metas = HashMap::new();
    let mut comments = HashMap::new();
    for row in rows.iter() {
        let Some((kind, words)) = row.cell(0).split_once('=') else {
            continue;
        };
        let Some(bound) = bound(row.cell(1)) else {
            continue;
        };
        let words = words.as_bytes();
        match kind {
            "id" => drop(ids.insert(words, bound.mark)),
            "class" => drop(classes.insert(words, bound.mark)),
            "word" => drop(words_of_names.insert(words, bound.mark)),
            "meta" => drop(metas.insert(words, bound)),
            _ => drop(comments.insert(words, bound)),
        }
    }
    Markers {
        comment: any_of(comments.keys().copied()),
        ids,
        classes,
        words: words_of_names,
        metas,
        comments,
    }
}

fn any_of(words: impl Iterator<Item = &'static [u8]>) -> Regex {
    let mut words: Vec<String> = words
        .map(|words| regex::escape(&String::from_utf8_lossy(words)))
        .collect();
    words.sort();
    // OK because a list of escaped words is a pattern.
    Regex::new(&words.join("|")).expect("a valid pattern")
}

fn bound(role: &str) -> Option<Bound> {
    let (role, begins) = match role.rsplit_once('-') {
        Some((role, "end")) => (role, false),
        Some((role, _)) => (role, true),
        None => (role, true),
    };
    let mark = match role {
        "content" => Mark::Content,
        "wrapper" => Mark::Wrapper,
        "site" => Mark::Site,
        _ => return None,
    };
    Some(Bound { mark, begins })
}

/// The mark of an element with this `id`.
pub(crate) fn of_id(id: &[u8]) -> Option<Mark> {
    MARKERS.ids.get(id).copied()
}

/// The mark of an element with this class.
pub(crate) fn of_class(class: &[u8]) -> Option<Mark> {
    MARKERS.classes.get(class).copied()
}

/// The mark of an element whose id or class has this word.
pub(crate) fn of_word(word: &[u8]) -> Option<Mark> {
    MARKERS.words.get(word).copied()
}

/// The mark of a `meta` element of this name, in lower case.
pub(crate) fn of_meta(name: &[u8]) -> Option<Bound> {
    MARKERS.metas.get(name).copied()
}

/// The mark that a comment is.
pub(crate) fn of_comment(comment: &[u8]) -> Option<Bound> {
    let markers = &*MARKERS;
    let words = markers.comment.find(comment)?.as_bytes();
    markers.comments.get(words).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marks_of_content_systems_are_known() {
        assert_eq!(of_id(b"ucap-content"), Some(Mark::Content));
        assert_eq!(of_class(b"trs_editor"), Some(Mark::Content));
        assert_eq!(of_class(b"article-content"), Some(Mark::Wrapper));
        assert_eq!(of_word(b"breadcrumb"), Some(Mark::Site));
        assert_eq!(of_id(b"logo"), None);
    }

    #[test]
    fn of_two_comments_the_earlier_word_counts() {
        let end = Some(Bound {
            mark: Mark::Content,
            begins: false,
        });
        assert_eq!(of_comment(b"/enpcontent"), end);
        assert_eq!(of_comment("<$[信息内容]>end".as_bytes()), end);
        assert_eq!(
            of_comment(b"enpcontent").map(|bound| bound.begins),
            Some(true)
        );
        assert_eq!(of_comment(b" google_ad "), None);
    }
}
