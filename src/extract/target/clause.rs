//! Clauses and sentences around a place in a line.

use std::sync::LazyLock;

use crate::lexicon::chars::CharSet;
use crate::lexicon::mark;
use crate::span::Span;

pub(super) const fn ends_sentence(c: char) -> bool {
    matches!(c, '。' | '；' | '！' | '？' | ';')
}

/// Characters that a clause is read back at most.
const REACH: usize = 90;

/// Where the clause that ends at `at` begins: behind the last comma or the like that is
/// not inside brackets or quotation marks.
pub(super) fn clause_start(line: &str, at: usize) -> usize {
    let mut depth = 0usize;
    let mut start = at;
    // Where it began had a bracket that only closes, PM10）, been none.
    let mut within = None;
    for (offset, c) in line[..at].char_indices().rev().take(REACH) {
        match c {
            ')' | '）' | '”' | '》' | ']' | '〕' => depth += 1,
            '(' | '（' | '“' | '《' | '[' | '〔' => match depth.checked_sub(1) {
                Some(shallower) => {
                    depth = shallower;
                    if depth == 0 {
                        within = None;
                    }
                }
                None if c == '“' => {}
                None => return offset + c.len_utf8(),
            },
            '，' | ',' if depth > 0 && within.is_none() => {
                within = Some(offset + c.len_utf8());
            }
            '，' | ',' | '。' | '；' | ';' | '：' | ':' | '！' | '？' | '\n' | '\t'
                if depth == 0 =>
            {
                return offset + c.len_utf8();
            }
            '。' | '；' | '！' | '？' => {
                return within.unwrap_or(offset + c.len_utf8());
            }
            '指' if depth == 0 && defines(line, offset) => {
                let behind = offset + c.len_utf8();
                return behind
                    + '“'.len_utf8() * usize::from(line[behind..].starts_with('“'));
            }
            _ => {}
        }
        start = offset;
    }
    let start = within.filter(|_| depth > 0).unwrap_or(start);
    // No further back than that, but no number is cut: …10｜00个以上》《新建….
    let is_digit = |c: char| c.is_ascii_digit();
    if line[..start].ends_with(is_digit) && line[start..].starts_with(is_digit) {
        let behind = line[start..at].find(['、', '》', '）']);
        let sign = behind.and_then(|sign| line[start + sign..].chars().next());
        return start + behind.unwrap_or(0) + sign.map_or(0, char::len_utf8);
    }
    start
}

/// Whether the 指 at a place says what a word means: 小微企业是|指|从业人员….
pub(super) fn defines(line: &str, at: usize) -> bool {
    let behind = &line[at + '指'.len_utf8()..];
    line[..at].ends_with('是')
        && !behind.starts_with(['导', '标', '数', '定', '挥', '示', '派', '引', '令'])
}

/// Whether words end with a number in quotes: 其中，“20”.
pub(super) fn is_quoted_number(words: &str) -> bool {
    let quoted = words.strip_suffix(['”', '"']).unwrap_or_default();
    let is_digit =
        |c: char| c.is_ascii_digit() || "零一二三四五六七八九十百千".contains(c);
    let before = quoted.trim_end_matches(is_digit);
    before.len() < quoted.len() && before.ends_with(['“', '"'])
}

/// Where the clause that goes on at `at` ends.
pub(super) fn clause_end(line: &str, at: usize) -> usize {
    let mut depth = 0usize;
    let mut end = at;
    for (offset, c) in line[at..].char_indices().take(REACH) {
        match c {
            '“' | '《' | '〔' => depth += 1,
            '（' | '(' if is_alias(&line[at + offset..]) => depth += 1,
            '）' | ')' if depth > 0 => depth -= 1,
            '”' | '》' | '〕' => depth = depth.saturating_sub(1),
            '，' | ',' | '。' | '；' | ';' | '：' | ':' | '！' | '？' | '\n' | '\t'
            | '（' | '(' | '）' | ')'
                if depth == 0 =>
            {
                return at + offset;
            }
            '。' | '；' | '！' | '？' => return at + offset,
            _ => {}
        }
        end = at + offset + c.len_utf8();
    }
    end
}

/// Characters of a bracket that belongs to the word before it at most: 卫生院(社区卫生服务中心).
const ALIAS: usize = 14;

/// Whether a bracket opens here that holds another name, not a sentence.
fn is_alias(words: &str) -> bool {
    // 40万人（其中民办占31%）: a part of them.
    !words[words.chars().next().map_or(0, char::len_utf8)..].starts_with("其中")
        && words
            .chars()
            .skip(1)
            .take(ALIAS)
            .find(|c| {
                matches!(c, '）' | ')' | '，' | ',' | '。' | '；' | '：' | '(' | '（')
            })
            .is_some_and(|c| matches!(c, '）' | ')'))
}

/// Whether a sign of a list stands behind a number that ends at `at` or straight before the
/// one at `next`: what comes next is another object.
pub(super) fn is_list_break(line: &str, at: usize, next: usize) -> bool {
    let between = line.get(at..next).unwrap_or("").trim_end();
    // 每5年参与一次: the sign is the end of a verb.
    let last = between.char_indices().next_back();
    if last.is_some_and(|(at, c)| {
        matches!(c, '、' | '和' | '及' | '与') && joins(between, at)
    }) {
        return true;
    }
    let rest = line[at..].trim_start();
    // 从3.7万增长到4.9万、实现跃升: a sign behind the next number parts nothing here.
    let near = line.get(line.len() - rest.len()..next).unwrap_or("");
    let parted = signs(near, &['、', '，', ',', '。', '；']).next();
    rest.starts_with(['、', '和', '及', '与'])
        || is_alternative(near)
        || rest.starts_with("以及")
        || parted.is_some_and(|sign| near[sign..].starts_with('、'))
}

/// The places of signs in words, but for those inside brackets: 县（市、区）.
pub(super) fn signs<'w>(
    words: &'w str,
    signs: &'static [char],
) -> impl Iterator<Item = usize> + 'w {
    let mut depth = 0usize;
    words.char_indices().filter_map(move |(at, c)| {
        match c {
            '（' | '(' | '〔' | '[' => depth += 1,
            '）' | ')' | '〕' | ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 && signs.contains(&c) => {
                return joins(words, at).then_some(at);
            }
            _ => {}
        }
        None
    })
}

/// Whether a sign at a place is none of a word: 和 of 和谐, 及 of 普及.
fn joins(words: &str, at: usize) -> bool {
    let (before, rest) = words.split_at(at);
    let Some(sign @ ('和' | '与' | '及')) = rest.chars().next() else {
        return true;
    };
    let behind = &rest[sign.len_utf8()..];
    !mark::NO_JOINT.words().any(|word| {
        word.split_once(sign).is_some_and(|(first, last)| {
            let stands = before.ends_with(first) && behind.starts_with(last);
            // 面积和|平均产量: another word begins there.
            stands && {
                let next = behind[last.len()..].chars().next();
                let others = mark::NO_JOINT.value_of(word).unwrap_or("");
                !next.is_some_and(|next| others.contains(next))
            }
        })
    })
}

/// Whether words hold a sign of a list.
pub(super) fn is_list(words: &str) -> bool {
    words.contains(['、', '和', '及', '与', '或'])
}

/// Whether a number with words of its own follows as another case: 200人以上|或死亡|3人,
/// 收入5亿元以上|且企业达|3家; 300万元|且增速|20%以上.
fn is_alternative(between: &str) -> bool {
    ["或", "且", "并且"]
        .iter()
        .any(|word| between.starts_with(word))
        && !matches!(between.trim_end(), "或" | "或者" | "或是" | "且")
}

/// Where the next item of a list begins behind a number that ends at `at`, before the words
/// at `next`.
pub(super) fn list_item_start(line: &str, at: usize, next: usize) -> usize {
    let between = &line[at..next.max(at)];
    // 30名管理人才和|50名专业人才: the words before the sign are the last number's.
    if closing_joint(between.trim_end())
        .is_some_and(|sign| between[sign..].trim_end().chars().nth(1).is_none())
    {
        return at + between.len();
    }
    if let Some(mark) = signs(between, &['、']).last() {
        return at + mark + '、'.len_utf8();
    }
    let trimmed = between.trim_start();
    let joined = ["以及", "和", "及", "与", "或者", "或", "并且", "且"]
        .iter()
        .find_map(|word| trimmed.strip_prefix(word));
    joined.map_or(at, |rest| at + between.len() - rest.len())
}

/// Where the object of the number that ends at `at` ends before the next number's words at
/// `next`: at the list sign between them.
pub(super) fn list_break_before(line: &str, at: usize, next: usize) -> usize {
    let between = &line[at..next.max(at)];
    if is_alternative(between) {
        return at;
    }
    // 3个村、社区|和|5所学校
    if let Some(end) = closing_joint(between) {
        // 2座泵站|以及|5所学校
        let whole = between[..end].strip_suffix('以').map_or(end, str::len);
        return at + whole;
    }
    let sign = signs(between, &['、']).last();
    sign.map_or(next.max(at), |end| at + end)
}

/// Where the sign begins that words close with, or nearly so: 名管理人才|和.
fn closing_joint(words: &str) -> Option<usize> {
    let sign = words.rfind(['和', '及', '与'])?;
    (words[sign..].chars().nth(2).is_none() && joins(words, sign)).then_some(sign)
}

/// Characters of a quotation that is a name at most.
const NAME: usize = 14;

static QUOTES: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(["《》“”"]));

/// Stretches whose numbers are names: titles in 《》 and short quotations.
pub(super) fn names(line: &str) -> Vec<Span> {
    let mut names = Vec::new();
    let mut open: Option<(char, usize)> = None;
    let mut from = 0;
    while let Some(at) = QUOTES.find_at(line, from) {
        let Some(c) = line[at..].chars().next() else {
            break;
        };
        from = at + c.len_utf8();
        match (c, open) {
            ('《' | '“', None) => open = Some((c, at)),
            ('《', Some(('“', _))) => open = Some((c, at)),
            ('》', Some(('《', start))) => {
                names.push(Span::new(start, at + c.len_utf8()));
                open = None;
            }
            ('”', Some(('“', start))) => {
                if line[start..at].chars().count() <= NAME {
                    names.push(Span::new(start, at + c.len_utf8()));
                }
                open = None;
            }
            _ => {}
        }
    }
    names
}
