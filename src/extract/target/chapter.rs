//! Chapters without numbers, whose title is a line of its own: `2022年工作回顾` above items
//! that are numbered anew in each.

use super::passage::Passage;
use super::told::{Told, heading_told};
use crate::grammar::date::find_dates;
use crate::lexicon::mark;
use crate::model::SectionKind;
use crate::outline::Outline;
use crate::span::Span;
use crate::strip::Page;

/// The title of such a chapter.
#[derive(Debug, Clone, Copy)]
struct Chapter {
    line: Span,
    /// Where the document ends that it is in.
    limit: usize,
    told: Told,
}

/// Says of each passage in which chapter it is, and parts those that run on into the next.
pub(super) fn divide(page: &Page, outline: &Outline, passages: &mut Vec<Passage<'_>>) {
    let chapters = chapters(page, outline);
    if chapters.is_empty() {
        return;
    }
    let mut parted = Vec::new();
    for passage in passages.iter_mut() {
        let above = chapters.partition_point(|chapter| chapter.line.start <= passage.top);
        let inside = chapters[above..]
            .iter()
            .take_while(|chapter| chapter.line.start < passage.span.end)
            .filter(|chapter| chapter.line.start > passage.span.start);
        let inside: Vec<_> = inside.copied().collect();
        let whole = passage.span.end;
        if let Some(last) = above.checked_sub(1).map(|last| chapters[last]) {
            put(passage, last);
        }
        if let Some(first) = inside.first() {
            passage.span.end = first.line.start;
        }
        let ends = inside
            .iter()
            .skip(1)
            .map(|next| next.line.start)
            .chain([whole]);
        for (chapter, end) in inside.iter().zip(ends) {
            let span = Span::new(chapter.line.end, end);
            let mut rest = Passage::new(span, None, SectionKind::Other);
            put(&mut rest, *chapter);
            parted.push(rest);
        }
    }
    passages.append(&mut parted);
}

fn put(passage: &mut Passage<'_>, chapter: Chapter) {
    if passage.span.start >= chapter.limit {
        return;
    }
    passage.headings.insert(0, chapter.line);
    if chapter.told == Told::Planned && passage.kind == SectionKind::Other {
        passage.kind = SectionKind::Tasks;
    }
}

/// The titles of chapters of a text that looks back, and on only behind that.
fn chapters(page: &Page, outline: &Outline) -> Vec<Chapter> {
    let mut chapters = Vec::new();
    for part in &outline.parts {
        let (mut begun, mut back) = (false, false);
        let lines = part.lines.clone();
        let limit = page.lines[lines.clone()]
            .last()
            .map_or(0, |line| line.span.end);
        for index in lines {
            let words = page.line(index);
            if begun
                && !part.title.contains(&index)
                && let Some(told) = chapter_told(words)
                && (back || told == Told::Done)
            {
                back = true;
                chapters.push(Chapter {
                    line: page.lines[index].span,
                    limit,
                    told,
                });
            }
            begun |= words.ends_with(['。', '：', ':']);
            // The report of a government looks back first, whatever that is called.
            back |= words.starts_with(REPORT);
        }
    }
    chapters
}

/// Whom the report of a government addresses.
const REPORT: &str = "各位代表";

/// What a line tells as the title of a chapter, of one year or of a plan: 2022年工作回顾.
fn chapter_told(words: &str) -> Option<Told> {
    /// Bytes of such a line at most.
    const LONGEST: usize = 90;
    // 2020年成就：
    let words = words.trim().trim_end_matches(['：', ':']);
    let alone = words.len() <= LONGEST
        && words.ends_with(char::is_alphanumeric)
        && !words.contains(['。', '，', '；', '：', ':', ',', ';', '《', '|', '、']);
    let from = alone.then(|| find_dates(words, None).first().map(|date| date.span.start));
    // “十四五”目标
    if !matches!(&words[..from??], "" | "“") {
        return None;
    }
    let ahead = || mark::CHAPTER_AHEAD.ending(words).map(|_| Told::Planned);
    heading_told(words).or_else(ahead)
}
