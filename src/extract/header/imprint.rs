//! Note (附注) and imprint (版记): what stands below the text.

use std::sync::LazyLock;

use super::{Draft, body_list, closed, says_repealed, signature};
use crate::grammar::addressee;
use crate::lexicon::any::AnyOf;
use crate::lexicon::mark;
use crate::text::head;
use crate::text::tail;

pub(super) fn read(draft: &mut Draft<'_>) {
    for index in 0..draft.lines.len() {
        let words = draft.words(index);
        if words.len() > 6000 {
            flat_note(draft, words);
            continue;
        }
        note(draft, words);
        copies(draft, index);
        printed_by(draft, index);
    }
}

/// How a note names its document.
const DOCUMENT: [&str; 3] = ["此件", "本件", "此文"];

/// `（此件公开发布）`, alone on its line or closing a line.
fn note(draft: &mut Draft<'_>, words: &str) {
    static NOTES: LazyLock<AnyOf> =
        LazyLock::new(|| AnyOf::of(DOCUMENT.into_iter().chain(["正文", "公开方式"])));
    if draft.header.note.is_some() || !NOTES.is_in(words) {
        return;
    }
    let notes = ['（', '('].into_iter().filter_map(|bracket| {
        let mut places = words.match_indices(bracket);
        places.find_map(|(at, _)| {
            let inside = at + bracket.len_utf8();
            note_inside(&words[inside..]).map(|note| (at, note))
        })
    });
    let disclosed = || disclosure(words).map(|note| (0, note));
    if let Some((_, note)) = notes.min_by_key(|&(at, _)| at).or_else(disclosed) {
        draft.printed("note", note);
        draft.header.note = Some(closed(note));
    }
}

/// How a document is disclosed, on a line below it: `公开方式：主动公开`.
fn disclosure(words: &str) -> Option<&str> {
    let way = words.strip_prefix("公开方式")?;
    let way = way.strip_prefix(['：', ':'])?.trim_start();
    ["主动公开", "依申请公开", "不予公开"]
        .contains(&way)
        .then_some(words)
}

/// The note that words behind an opening bracket are: `此件公开发布`.
fn note_inside(words: &str) -> Option<&str> {
    /// Characters behind the two that name the document.
    const LENGTH: std::ops::RangeInclusive<usize> = 2..=20;
    let rest = DOCUMENT
        .iter()
        .find_map(|document| words.strip_prefix(document));
    // `（方案正文公开发布）`: of the document that a notice carries.
    let carried = || {
        words
            .split_once("正文")
            .filter(|(name, _)| name.chars().count() <= 4)
    };
    let rest = match (rest, carried()) {
        (Some(rest), _) => rest,
        (None, Some((_, rest))) if rest.starts_with("公开") => rest,
        _ => return None,
    };
    let end = rest.find(['（', '(', ')', '）'])?;
    let closes = rest[end..].starts_with([')', '）']);
    let fits = LENGTH.contains(&rest[..end].chars().take(LENGTH.end() + 1).count());
    let note = &words[..words.len() - rest.len() + end];
    (closes && fits && !says_repealed(note)).then_some(note)
}

/// The note at the end of a text without line breaks.
fn flat_note(draft: &mut Draft<'_>, words: &str) {
    /// Bytes of a text's end in which its note stands.
    const WINDOW: usize = 300;
    note(draft, tail(words, WINDOW));
}

/// Copy recipients (抄送机关): `抄送:市委各部门,市人大办…。`; those of a bulletin stand on several
/// lines, `报：市政府领导`, `送：县直有关单位`.
fn copies(draft: &mut Draft<'_>, index: usize) {
    let Some(list) = copy_list(draft.words(index)) else {
        return;
    };
    let goes_on = || {
        let above = index.checked_sub(1).map(|above| draft.words(above));
        above.and_then(copy_list).is_some()
    };
    if !draft.header.cc.is_empty() && !goes_on() {
        return;
    }
    for name in addressee::split(list) {
        draft.printed("cc", name);
        draft.header.cc.push(closed(name));
    }
}

/// What stands behind the label of copies on a line, without their number.
fn copy_list(words: &str) -> Option<&str> {
    /// Bytes of the label at the most.
    const LABEL: usize = 60;
    // No further than a label reaches: most lines have none.
    let (opening, _) = head(words, LABEL).split_once(['：', ':'])?;
    // 抄　送 is set apart.
    if !mark::COPY_OPENING.contains(&closed(opening)) || words.chars().count() > 600 {
        return None;
    }
    let list = words[opening.len()..].trim_start_matches(['：', ':']);
    Some(without_copies(list))
}

/// Printing authority and date: `广州市人民政府办公厅秘书处 2025年7月4日印发`.
fn printed_by(draft: &mut Draft<'_>, index: usize) {
    if draft.header.date_printed.is_some() {
        return;
    }
    let words = without_copies(draft.words(index));
    if !words.ends_with("印发") && !words.ends_with("日印") || words.chars().count() > 80
    {
        return;
    }
    let Some((date, date_words)) = body_list::day(words) else {
        return;
    };
    draft.printed("date_printed", date_words);
    draft.header.date_printed = Some(date);
    let end = date_words.as_ptr() as usize - words.as_ptr() as usize;
    let name = words[..end].trim();
    // Name and date may stand on lines of their own, below the signature.
    let above = || {
        let above = draft.words(index.checked_sub(1)?);
        let signed = draft.header.date_issued.is_some();
        (signed && signature::is_authority(above)).then_some(above)
    };
    let name = Some(name).filter(|name| !name.is_empty()).or_else(above);
    let Some(name) = name else { return };
    draft.printed("printing_authority", name);
    draft.header.printing_authority = Some(closed(name));
}

/// A line of the imprint without the number of its copies: `…印发　共印50份`.
fn without_copies(words: &str) -> &str {
    // The end first: few lines have it, and long ones are searched through for the rest.
    if !words.ends_with(['份', '）', ')']) {
        return words;
    }
    words.rfind("共印").map_or(words, |at| {
        words[..at].trim_end_matches([' ', '\u{3000}', '（', '('])
    })
}
