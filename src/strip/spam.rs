//! Spam, carriage marks and page numbers inside the document's own lines, known by their shape.

use std::ops::Range;
use std::sync::LazyLock;

use super::{Judgement, Verdict};
use crate::lexicon::any::AnyOf;
use crate::pattern::Pattern;
use crate::text::tail;

/// Looks at every kept line of a text for stretches that are not the document's.
pub(super) fn everywhere(judgement: &mut Judgement<'_>, text: &str) {
    // Asked once of the text, as nearly every one has none.
    let Held {
        addressed,
        carried,
        paged,
    } = Held::of(text);
    if !addressed && !carried && !paged {
        return;
    }
    for line in 0..judgement.lines.len() {
        let words = judgement.lines[line];
        if !judgement.is_kept(line) || words.is_empty() {
            continue;
        }
        let mut cuts: Vec<(Range<usize>, &'static str)> = Vec::new();
        if addressed {
            let titles = page_titles(words);
            cuts.extend(titles.map(|range| (range, "strip/injected-page-title")));
        }
        if carried {
            cuts.extend(carriage(words).map(|range| (range, "strip/carriage-mark")));
        }
        if paged {
            cuts.extend(page_marks(words).map(|range| (range, "strip/page-mark")));
        }
        if cuts.is_empty() {
            continue;
        }
        cuts.sort_by_key(|(range, _)| range.start);
        cuts.dedup_by(|next, last| next.0.start < last.0.end);
        judgement.verdicts[line] = match cuts.as_slice() {
            [(range, rule)] if *range == (0..words.len()) => Verdict::Remove(rule),
            _ => Verdict::Cut(cuts),
        };
    }
}

/// Titles of other pages that were written over the text: words joined by `_` or `|` as
/// browsers show page titles, with a web address among them, e.g. `甲_甲(唯一)官网|www.甲.com`.
fn page_titles(line: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    static ADDRESS: Pattern = Pattern::new(
        &["www.", "WWW."],
        r"(?:www|WWW)\.[^\s，。、；：《》]{1,40}?\.(?:com|cn|net|org|cc|vip|top|xyz)",
    );
    /// Bytes of what stands before the address at the most.
    const LONGEST: usize = 900;
    ADDRESS.find_iter(line).filter_map(|address| {
        let before = &line[..address.start()];
        let near = tail(before, LONGEST);
        let sign = near
            .char_indices()
            .rev()
            .find(|&(_, c)| c.is_whitespace() || "，。；：、".contains(c));
        let title = match sign {
            Some((at, c)) => &near[at + c.len_utf8()..],
            None if near.len() < before.len() => return None,
            None => near,
        };
        let joined = title.contains(['_', '|', '｜']);
        joined.then(|| address.start() - title.len()..address.end())
    })
}

const ADDRESSES: [&str; 2] = ["ww.", "WW."];
const CARRIAGES: [&str; 2] = ["版）", "版)"];
const PAGES: [&str; 6] = ["页共", "页 共", "页，共", "页,共", "页/共", "页 / 共"];

/// What a text may hold by its words.
#[derive(Debug, Default)]
struct Held {
    addressed: bool,
    carried: bool,
    paged: bool,
}

impl Held {
    /// Looks for all words in one pass.
    fn of(text: &str) -> Self {
        static ALL: LazyLock<AnyOf> = LazyLock::new(|| {
            AnyOf::of(ADDRESSES.into_iter().chain(CARRIAGES).chain(PAGES))
        });
        let mut held = Self::default();
        for word in ALL.places(text).map(|place| &text[place]) {
            held.addressed |= ADDRESSES.contains(&word);
            held.carried |= CARRIAGES.contains(&word);
            held.paged |= PAGES.contains(&word);
        }
        held
    }
}

/// The foot of a page, which stays in the text where the lines of a file got lost:
/// `第2页共4页`, `第 2 页 共 4 页`.
fn page_marks(line: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    static MARK: Pattern =
        Pattern::new(&["页"], "第 ?[0-9]{1,4} ?页 ?[,，/]? ?共 ?[0-9]{1,4} ?页");
    MARK.find_iter(line).map(|mark| mark.start()..mark.end())
}

/// Marks of a newspaper's page breaks, e.g. `（下转第四版）（紧接第一版）`.
fn carriage(line: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    static MARK: Pattern = Pattern::new(
        &["版）", "版)"],
        r"[（(](?:下转|上接|紧接|转)第?[0-9A-Z一二三四五六七八九十]{1,3}版[）)]",
    );
    MARK.find_iter(line).map(|mark| mark.start()..mark.end())
}
