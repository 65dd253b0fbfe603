//! Titles: the genre they end in, quoted titles, and a form to compare them by.

use std::sync::LazyLock;

use crate::grammar::bullet::is_dash;
use crate::grammar::region::read_seat;
use crate::lexicon;
use crate::lexicon::chars::CharSet;
use crate::lexicon::mark;
use crate::lexicon::trie::Trie;
use crate::text::Needles;

/// Words for kinds of documents, and the genre of each.
fn genres() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = lexicon::rows(include_str!("../lexicon/genre.tsv"));
    rows.map(|row| (row.cell(0), row.cell(1)))
}

/// The words, to be met from the back.
static GENRES: LazyLock<Trie<&str>> = LazyLock::new(|| Trie::backward(genres()));

/// The genre (文种) that a title ends in, e.g. `通知` for `关于印发…的通知`; what stands in
/// brackets at its end, e.g. `（试行）`, does not count.
pub(crate) fn genre_of(title: &str) -> Option<&'static str> {
    let bare = without_brackets(title);
    // 解读《…措施》 and 图解《…》 put their own kind first.
    if bare.ends_with('》')
        && let Some(found) = explains(bare)
    {
        return Some(found);
    }
    let bare = bare.trim_end_matches(['》', '〉', '”', '"']);
    let longest = GENRES.suffixes(bare).last();
    longest
        .map(|(_, genre)| genre)
        .filter(|&genre| genre != "-")
}

/// Whether a genre's word ends in a character, as few do.
pub(crate) fn may_end_genre(c: char) -> bool {
    static LAST: LazyLock<CharSet> = LazyLock::new(|| {
        genres()
            .filter_map(|(word, _)| word.chars().next_back())
            .collect()
    });
    LAST.contains(c)
}

/// A title without what stands in brackets at its end.
pub(crate) fn without_brackets(title: &str) -> &str {
    let mut bare = title.trim_end();
    while let Some(before) = without_last_bracket(bare) {
        bare = before.trim_end();
    }
    bare
}

/// The genre of a title that opens with what it does to the document it names.
fn explains(title: &str) -> Option<&'static str> {
    let before = &title[..title.find('《')?];
    let genre = "解读";
    let opens = before.ends_with(genre) || before.ends_with("图解");
    opens.then_some(genre)
}

/// Whether every quotation mark of a title has its other half, as a title's first lines
/// may lack it: `关于印发《贯彻落实〈关于打好经济` opens two.
pub(crate) fn is_whole(title: &str) -> bool {
    let count = |mark: char| title.matches(mark).count();
    count('《') == count('》') && count('〈') == count('〉')
}

/// Whether a line in brackets goes on with a title: `（2021年-2035年）（草案）`, `（2025年版）`,
/// `（2022—2024年）`.
pub(crate) fn is_version(line: &str) -> bool {
    /// Characters of such a line at the most.
    const LONGEST: usize = 24;
    const MARKS: [&str; 6] = ["试行", "暂行", "草案", "修订", "征求意见稿", "年版"];
    let brackets = ['（', '(', '）', ')'];
    line.starts_with(['（', '('])
        && line.ends_with(['）', ')'])
        && line.chars().nth(LONGEST).is_none()
        && line.split(brackets).any(|inside| {
            is_period(inside) || MARKS.iter().any(|mark| inside.contains(mark))
        })
        && line.split(brackets).all(|inside| !inside.contains('号'))
}

/// Whether words are a plan's first and last year: `2022—2024年`, `2021年至2035年`.
fn is_period(words: &str) -> bool {
    let is_year = |words: &str| {
        let digits = words.trim().trim_end_matches('年').trim_end();
        digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut years = words.split(['-', '—', '－', '–', '~', '～', '至']);
    let (first, last) = (years.next(), years.next_back());
    words.trim_end().ends_with('年')
        && first.is_some_and(is_year)
        && last.is_some_and(is_year)
}

/// The genre's word that words begin with, e.g. `通知` of `通知各县…`.
pub(crate) fn opens_with_genre(words: &str) -> Option<&str> {
    static OPENING: LazyLock<Trie<()>> = LazyLock::new(|| {
        let named = genres().filter(|&(_, genre)| genre != "-");
        Trie::forward(named.map(|(word, _)| (word, ())))
    });
    let longest = OPENING.prefixes(words).last();
    longest.map(|(end, ())| &words[..end])
}

/// A text without the bracket that it ends in, and those inside it.
fn without_last_bracket(text: &str) -> Option<&str> {
    let mut depth = 0usize;
    for (at, c) in text.char_indices().rev() {
        match c {
            '）' | ')' | '〕' | ']' | '】' => depth += 1,
            '（' | '(' | '〔' | '[' | '【' if depth > 1 => depth -= 1,
            '（' | '(' | '〔' | '[' | '【' if depth == 1 => return Some(&text[..at]),
            _ if depth == 0 => return None,
            _ => {}
        }
    }
    None
}

/// Whether a line begins as titles do: with a place or a body, a year, or the verb of what
/// the document does.
pub(crate) fn opens(line: &str) -> bool {
    let year = line.bytes().take_while(u8::is_ascii_digit).count() == 4
        && line[4..].trim_start().starts_with('年');
    year || mark::TITLE_OPENING.opening(line).is_some() || read_seat(line).is_some()
}

/// The titles that stand in `《》`, the outermost of nested ones.
pub(crate) fn quoted(text: &str) -> impl Iterator<Item = &str> {
    quoted_ranges(text).map(|range| &text[range])
}

/// The byte ranges of titles in `《》`, without the marks, in order. Nested titles come
/// after the one they stand in.
pub(crate) fn quoted_ranges(
    text: &str,
) -> impl Iterator<Item = std::ops::Range<usize>> + '_ {
    static OPENING: LazyLock<Needles> = LazyLock::new(|| Needles::of(&["《"]));
    OPENING.places(text).filter_map(|open| {
        let inside = open + '《'.len_utf8();
        let mut depth = 1;
        let mut signs = text[inside..].char_indices().take(LONGEST_TITLE);
        let close = signs.find(|&(_, c)| {
            match c {
                '《' => depth += 1,
                '》' => depth -= 1,
                _ => {}
            }
            depth == 0
        });
        close.map(|(length, _)| inside..inside + length)
    })
}

/// Characters of a title at the most; a `《` with no partner within them is left alone.
const LONGEST_TITLE: usize = 200;

/// A sign of a title in its narrow shape: sites print one title in both widths.
pub(crate) const fn narrow(c: char) -> char {
    match c {
        '（' => '(',
        '）' => ')',
        '，' => ',',
        '：' => ':',
        c => c,
    }
}

const fn is_quotation_mark(c: char) -> bool {
    matches!(
        c,
        '《' | '》' | '〈' | '〉' | '<' | '>' | '“' | '”' | '"' | '‘' | '’' | '\''
    )
}

/// A title without white space, quotation marks and the shapes of brackets and dashes, for
/// comparing: （2026—2028年） is (2026-2028年).
pub(crate) fn folded(title: &str) -> String {
    let mut folded = String::with_capacity(title.len());
    for c in title.chars() {
        if c.is_whitespace() || is_quotation_mark(c) {
            continue;
        }
        let c = if is_dash(c) || is_tilde(c) {
            '-'
        } else {
            narrow(c)
        };
        // —— is one dash.
        if !(c == '-' && folded.ends_with('-')) {
            folded.push(c);
        }
    }
    folded
}

const fn is_tilde(c: char) -> bool {
    matches!(c, '~' | '～' | '∼' | '〜')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn genres_stand_at_the_end() {
        for (title, genre) in [
            ("关于印发慈溪市实施方案的通知", Some("通知")),
            ("广东省公共数据管理办法", Some("办法")),
            ("解读《关于稳定增长的若干措施》", Some("解读")),
            ("图解：解读《某市防汛办法》", Some("解读")),
            ("转发《某市防汛办法》", Some("办法")),
            ("政务数据资源管理暂行办法（试行）", Some("办法")),
            ("2021年深化医药卫生体制改革重点工作任务", Some("任务")),
            ("2026年西藏自治区政府工作报告", Some("报告")),
            ("《关于推进建设的实施意见》的政策解读", Some("解读")),
            ("国务院关于环境污染防治目标和对策的批复", Some("批复")),
            ("关于同意设立某某区的批复(国函[2000]31号)", Some("批复")),
            ("某区推动经济高质量发展若干政策举措(2025年版)", Some("措施")),
            ("加强组织领导", None),
            ("推进学前教育均衡发展的主要做法", None),
        ] {
            assert_eq!(genre_of(title), genre, "{title}");
        }
    }

    #[test]
    fn titles_open_with_a_place_a_body_a_year_or_a_verb() {
        for line in [
            "广州市越秀区人民政府办公室关于",
            "省人民政府关于加强防汛工作的意见",
            "国务院办公厅关于加强防汛工作的意见",
            "关于印发《某市防汛办法",
            "2021年重点工作安排",
            "贯彻落实《关于加强街道工作的意见》",
            "转发省水利厅关于防汛工作的意见",
        ] {
            assert!(opens(line), "{line}");
        }
        for line in [
            "安装后可以在桌面快捷访问",
            "实施方案",
            "繁体|本网站已经支持",
            "20215号",
            "失效",
        ] {
            assert!(!opens(line), "{line}");
        }
    }

    #[test]
    fn versions_go_on_with_a_title() {
        for line in [
            "（2021年-2035年）（草案）",
            "（2021 年-2035 年）",
            "(2022—2024年)",
            "（2025年版）",
            "（试行）",
        ] {
            assert!(is_version(line), "{line}");
        }
        for line in [
            "（2022年3月4日）",
            "（某政发〔2020〕3号）",
            "（2022年）",
            "（2022-12）",
            "2022—2024年",
        ] {
            assert!(!is_version(line), "{line}");
        }
    }

    #[test]
    fn quoted_titles_nest() {
        let text = "《关于〈甲〉的意见》和《乙《丙》的通知》,《未完";
        assert_eq!(
            quoted(text).collect::<Vec<_>>(),
            ["关于〈甲〉的意见", "乙《丙》的通知", "丙"]
        );
    }
}
