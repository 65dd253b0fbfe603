//! News above a document: what a portal tells of it before it prints it.

use super::{Judgement, metadata, shape};
use crate::grammar::title;
use crate::lexicon::mark;

/// Lines with words within which the news ends.
const LINES: usize = 12;

/// Bytes of the news at the most.
const LONGEST: usize = 3000;

/// Lines of the title below it at the most.
const TITLE_LINES: usize = 4;

/// Takes off the news that leads over to the document's title: `日前，某市印发《…方案》。
/// 全文如下：`.
pub(super) fn remove(judgement: &mut Judgement<'_>) {
    let lines = &judgement.lines;
    let kept: Vec<usize> = (0..lines.len())
        .filter(|&line| {
            judgement.is_kept(line) && lines[line].contains(char::is_alphanumeric)
        })
        .take(LINES + TITLE_LINES)
        .collect();
    let words: Vec<&str> = kept.iter().map(|&line| lines[line]).collect();
    let lead = (0..words.len().min(LINES)).find(|&at| {
        let below = &words[at + 1..];
        below.first().is_some_and(|title| title::opens(title))
            && (leads_over(words[at]) && heads_document(below)
                || announces(words[at], below[0]))
    });
    let Some(lead) = lead else { return };
    let news = &words[..=lead];
    let told = is_bare(words[lead]) || news.iter().any(|words| mark::RECENT.is_in(words));
    if told && news.iter().map(|words| words.len()).sum::<usize>() <= LONGEST {
        for &line in &kept[..=lead] {
            // What the site says of the document is read later.
            if !is_sites(judgement.lines[line]) {
                judgement.remove(line, "strip/news-lead");
            }
        }
    }
}

fn is_sites(words: &str) -> bool {
    metadata::is_fields(words) || shape::is_controls(words) || shape::is_breadcrumb(words)
}

/// Whether a line ends in what leads over to the document: `详情如下：`.
fn leads_over(words: &str) -> bool {
    let bare = words.trim_end_matches(['：', ':', '。']);
    mark::NEWS_LEAD.ending(bare).is_some()
}

/// Whether a line does nothing but lead over: `原文如下：`.
fn is_bare(words: &str) -> bool {
    /// Characters of such a line at the most.
    const LONGEST: usize = 12;
    leads_over(words) && words.chars().nth(LONGEST).is_none()
}

/// Whether lines begin with a title, which may be broken over some of them.
fn heads_document(lines: &[&str]) -> bool {
    (1..=TITLE_LINES.min(lines.len())).any(|count| {
        let joined = lines[..count].concat();
        title::is_whole(&joined) && title::genre_of(&joined).is_some()
    })
}

/// Whether a sentence tells of the document whose title stands below it: `日前，某市印发
/// 《2018年度大气污染防治实施计划》。`
fn announces(words: &str, below: &str) -> bool {
    let heading = title::folded(below);
    mark::RECENT.opening(words).is_some()
        && title::quoted(words).any(|named| title::folded(named) == heading)
}
