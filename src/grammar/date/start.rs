//! Where a date may start: a scan, and a cheap gate before the grammar.

use std::sync::LazyLock;

use crate::grammar::number::is_digit;
use crate::lexicon::chars::CharSet;
use crate::lexicon::trie::Trie;
use crate::text::head;

/// First characters of what a date can begin with.
static FIRST: LazyLock<CharSet> = LazyLock::new(|| {
    CharSet::of([
        FIGURES,
        "一二三四五六七八九十两零〇○Ｏ元正廿首“”今俩仨本去明次昨近",
        "来当这未现过最上下前后大年第康雍乾嘉道咸同光宣顺民国劳圣教妇青建植",
    ])
});

const FIGURES: &str = "0123456789０１２３４５６７８９";

/// Words of two characters and more that a date can begin with or hang on.
const WORDS: [&str; 28] = [
    "第一季",
    "第二季",
    "第三季",
    "第四季",
    "来年",
    "当月",
    "这月",
    "这周",
    "这个月",
    "这个周",
    "未来",
    "现在",
    "过去",
    "最近",
    "康熙",
    "雍正",
    "乾隆",
    "嘉庆",
    "道光",
    "咸丰",
    "同治",
    "光绪",
    "宣统",
    "顺治",
    "民国",
    "国庆",
    "劳动节",
    "圣诞",
];

/// The same in pairs: any word of the first list with any character of the second.
const PAIRS: [(&[&str], &str); 7] = [
    (&["过"], "0123456789两二三四五六七八九十"),
    (
        &["上", "下", "前", "后"],
        "半一二两三四五六七八九十年月周个天季俩仨0123456789",
    ),
    (&["大"], "前后"),
    (&["年"], "底末终初内中"),
    (&["年年"], "底末初"),
    (&["教师", "妇女", "青年", "植树"], "节"),
    (&["建军", "建党"], "节"),
];

/// [`WORDS`] and [`PAIRS`].
static OPENINGS: LazyLock<Trie<()>> = LazyLock::new(|| {
    let mut words: Vec<String> = WORDS.map(str::to_owned).into();
    for (heads, tails) in PAIRS {
        for head in heads {
            words.extend(tails.chars().map(|tail| format!("{head}{tail}")));
        }
    }
    Trie::forward(words.iter().map(|word| (word.as_str(), ())))
});

/// Where the next date can begin at byte `from` or behind it: the rest is read around it.
pub(super) fn find_anchor(text: &str, from: usize) -> Option<std::ops::Range<usize>> {
    let mut at = from;
    loop {
        let start = FIRST.find_at(text, at)?;
        let rest = &text[start..];
        let first = rest.chars().next()?;
        let length = match first {
            _ if is_digit(first) => rest.len() - rest.trim_start_matches(is_digit).len(),
            '来' | '当' | '这' | '未' | '现' | '过' | '最' | '上' | '下' | '前'
            | '后' | '大' | '年' | '第' | '康' | '雍' | '乾' | '嘉' | '道' | '咸'
            | '同' | '光' | '宣' | '顺' | '民' | '国' | '劳' | '圣' | '教' | '妇'
            | '青' | '建' | '植' => {
                OPENINGS.prefixes(rest).next().map_or(0, |(end, ())| end)
            }
            _ => first.len_utf8(),
        };
        if length > 0 {
            return Some(start..start + length);
        }
        at = start + first.len_utf8();
    }
}

/// Bytes of a date up to its first word of time at the most: `过去的二十五个星期`.
const LONGEST_LEAD: usize = 48;

/// Characters of which every date but one in figures alone has one.
static OF_TIME: LazyLock<CharSet> =
    LazyLock::new(|| CharSet::of(["年月日天周季期世末初星旬现节旦庆"]));

/// What may stand before the first word of time of a date.
static LEAD: LazyLock<CharSet> = LazyLock::new(|| {
    CharSet::of([
        FIGURES,
        "零〇○Ｏ一二三四五六七八九十百千万亿兆几数多余半廿卅卌俩仨两",
        "壹贰叁参肆伍陆柒捌玖拾佰仟元正首个第的之点 \u{a0}\u{3000}",
        "未来今后过去最近前上下大明昨本次当这新—-－–~～至到和“”\"‘’'规划计时儿童",
        ".．/／·康熙雍正乾隆嘉庆道光咸丰同治光绪宣统顺治民国劳动圣诞教师妇女青建党军植树",
    ])
});

/// A cheap gate before the grammar, as most numerals of a text count other things: whether
/// a word of time comes up behind nothing but what may stand before it.
pub(super) fn may_begin(text: &str) -> bool {
    /// Figures of `20250630`.
    const COMPACT: usize = 8;
    let (mut plan, mut figures) = (false, 0);
    for c in head(text, LONGEST_LEAD).chars() {
        if OF_TIME.contains(c) || c.is_ascii_alphabetic() {
            return true;
        }
        match c {
            // “十四五”以来, 收官, 中期
            '以' | '收' | '中' => return plan,
            // “十五五”主要目标, 经济社会发展目标, 奋斗目标, 预期目标
            '主' | '目' | '发' | '经' | '奋' | '预' | '总' => return plan,
            '-' | '/' | '.' | '．' | '／' | '·' if figures > 0 => return true,
            '五' => plan = true,
            _ if !LEAD.contains(c) => break,
            _ => {}
        }
        if is_digit(c) {
            figures += 1;
        } else if figures == COMPACT {
            return true;
        } else {
            figures = 0;
        }
    }
    figures == COMPACT
}
