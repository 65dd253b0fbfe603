//! Names at the start of running text: `市教育局、市财政局要…`.

use super::lexicon::LEXICON;
use super::list::{JOINERS, ends_list, read_department_list};
use super::name::{
    after_class, branch_of, is_branch, is_class_noun, is_class_of, is_clean_name,
    is_in_place, is_level_list, is_person, names_person, opening_verb, read_body,
};
use super::{Body, is_closing, is_opening};
use crate::grammar::region;
use crate::lexicon::mark;
use crate::model::DepartmentKind;

/// Longest name that is looked for in running text, in characters. The longest in 772
/// statements of responsibility has 35.
const LONGEST_NAME: usize = 40;

/// How far behind a complete name a longer one may end, in characters: `市政府` in
/// `市政府办公室`.
const LONGEST_EXTENSION: usize = 10;

/// Bodies named at one place of a running text.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Naming<'t> {
    pub(crate) names: Vec<&'t str>,
    /// Byte behind the list, 等部门 included.
    pub(crate) end: usize,
}

/// Reads the bodies that `text` begins with: `市、区财政部门` of `市、区财政部门承担…`.
pub(crate) fn read_leading_bodies(text: &str) -> Option<Naming<'_>> {
    let mut at = 0;
    let mut end = None;
    let mut bare = false;
    loop {
        let rest = &text[at..];
        if let Some(atom) = listed_atom(rest) {
            bare |= read_body(atom).bare;
            at += atom.len();
            let behind = &rest[atom.len()..];
            if behind.starts_with('等') {
                end = Some(at);
                break;
            }
            at += if behind.starts_with(AND_ALSO) {
                AND_ALSO.len()
            } else {
                '、'.len_utf8()
            };
            continue;
        }
        let Some(name) = read_leading_name(rest) else {
            break;
        };
        at += name.len();
        // 省发展改革、工业和信息化部门: the last name says that they are bodies.
        bare = false;
        end = Some(at);
        let joiner = JOINERS
            .into_iter()
            .chain(["、"])
            .find(|word| text[at..].starts_with(word));
        match joiner {
            Some(word) => at += word.len(),
            None => break,
        }
    }
    let mut end = end?;
    let mut others = false;
    if let Some(rest) = text[end..].strip_prefix('等') {
        others = true;
        let noun = read_class_noun(rest);
        end += '等'.len_utf8() + noun;
        // 等部门和单位; 等部门及各地区 is left to the next clause.
        for generic in ["和单位", "和部门", "（单位）", "(单位)"] {
            if text[end..].starts_with(generic) {
                end += generic.len();
            }
        }
    }
    if bare && !others || names_person(&text[end..]) {
        return None;
    }
    let names = read_department_list(&text[..end]);
    (!names.is_empty()).then_some(Naming { names, end })
}

/// What may stand for 、 within a list: 公安、消防|以及|教育、民政等部门.
const AND_ALSO: &str = "以及";

/// A name that a 、, 以及 or 等 follows.
fn listed_atom(text: &str) -> Option<&str> {
    let mut depth = 0usize;
    for (count, (at, c)) in text.char_indices().enumerate() {
        if count > LONGEST_NAME {
            return None;
        }
        if is_opening(c) {
            depth += 1;
        } else if is_closing(c) {
            depth = depth.checked_sub(1)?;
        } else if depth == 0
            && (c == '、'
                || c == '等' && closes_list(text, at)
                || c == '以' && text[at..].starts_with(AND_ALSO))
        {
            let atom = &text[..at];
            let body = read_body(atom);
            let good = body.is_body()
                && is_clean_name(atom, body)
                && (body.bare || is_level_list(atom) || is_one_name(atom));
            return good.then_some(atom);
        } else if depth == 0 && is_stop(c) {
            return None;
        }
    }
    None
}

/// Whether words are one name from end to end, not a name and what its body does.
pub(crate) fn is_one_name(words: &str) -> bool {
    let simple = words.chars().count() <= LONGEST_EXTENSION;
    let (head, _) = words.split_at(words.find(is_opening).unwrap_or(words.len()));
    read_leading_name(words).is_some_and(|name| {
        name.len() >= head.trim_end().len() || simple && name.len() == words.len()
    })
}

/// Whether the 等 at a place closes a list: not that of 高等学校 or 等级.
fn closes_list(text: &str, at: usize) -> bool {
    ends_list(&text[at..], text[..at].chars().next_back()) && !is_in_place(text, at)
}

fn is_stop(c: char) -> bool {
    matches!(
        c,
        '，' | ','
            | '。'
            | '；'
            | ';'
            | '：'
            | ':'
            | '！'
            | '？'
            | '!'
            | '?'
            | '\n'
            | '\r'
            | '“'
            | '”'
            | '《'
            | '》'
    )
}

/// Bytes of the noun behind 等: `有关部门`.
fn read_class_noun(text: &str) -> usize {
    let mut best = 0;
    for (count, (at, c)) in text.char_indices().enumerate() {
        if is_stop(c) || count > 10 {
            break;
        }
        let end = at + c.len_utf8();
        if matches!(
            LEXICON.suffix_kind(&text[..end]),
            Some(DepartmentKind::Collective)
        ) {
            best = end;
            break;
        }
    }
    best
}

/// Reads one body's name at the start of a running text: the first complete name, or a
/// longer one that it is part of.
fn read_leading_name(text: &str) -> Option<&str> {
    let mut best: Option<(usize, usize)> = None;
    // Characters at which a longer name may end.
    let mut reach = LONGEST_NAME;
    let mut depth = 0usize;
    for (count, (at, c)) in text.char_indices().enumerate() {
        let end = at + c.len_utf8();
        if is_opening(c) {
            depth += 1;
            continue;
        }
        if is_closing(c) {
            depth = match depth.checked_sub(1) {
                Some(depth) => depth,
                None => break,
            };
            if depth == 0 && best.is_some_and(|(_, chars)| chars > 0) {
                // A second name in brackets right behind the name is part of it.
                let open = best.map_or(0, |(end, _)| end);
                if text[open..].starts_with(is_opening) {
                    best = Some((end, count));
                    reach = count + reach_behind(&text[..end]);
                }
            }
            continue;
        }
        if depth > 0 {
            continue;
        }
        let closed = c == '等' && closes_list(text, at);
        if closed || is_stop(c) || c == '、' || count > LONGEST_NAME {
            break;
        }
        if count > reach {
            break;
        }
        if !LEXICON.last.contains(c) || goes_on(&text[..end], &text[end..]) {
            continue;
        }
        let words = &text[..end];
        // 烟台 of 烟台市 is no 台.
        if best.is_none() && region::leading_place(text).is_some_and(|place| end < place)
        {
            continue;
        }
        let body = read_body(words);
        // 各区财政 is no 各区, though it names no body by itself.
        let bare = body.bare && (best.is_none() || after_class(words).is_none());
        if !body.is_body() || bare || !is_clean_name(words, body) {
            continue;
        }
        let longer = match best {
            None => !is_level_list(words) || words.starts_with(['各', '有', '相']),
            Some((shorter, _)) => extends(words, shorter, body),
        };
        if longer {
            best = Some((end, count));
            reach = count + reach_behind(words);
        }
    }
    best.map(|(end, _)| &text[..end])
}

/// How many characters behind a complete name a longer one may end.
fn reach_behind(name: &str) -> usize {
    if read_body(name).kind == DepartmentKind::Government {
        LONGEST_NAME
    } else {
        LONGEST_EXTENSION
    }
}

/// Whether the next character makes another word of a name's end: 部 + 分. 副市 is no city
/// but the beginning of 副市长.
fn goes_on(words: &str, rest: &str) -> bool {
    let Some(next) = rest.chars().next() else {
        return false;
    };
    LEXICON
        .continuations
        .suffixes(words)
        .any(|(_, following)| following.contains(next) && !rest.starts_with("会同"))
        || next == '长' && {
            let longer: String = words.chars().chain([next]).collect();
            is_person(&longer)
        }
}

/// Whether a longer name is one body, not a name and what it does.
fn extends(words: &str, shorter: usize, body: Body) -> bool {
    if body.known_at < shorter {
        return true;
    }
    let Some((stem, tail)) = words.split_at_checked(shorter) else {
        return false;
    };
    if let Some(noun) = after_class(words) {
        let place = is_level_list(stem) && extends_place(tail, None);
        // 各区 + 住房保障部门, which holds a verb
        let known = LEXICON.find(tail);
        return place
            || body.bare
            || known.is_some_and(|known| known.at == 0 && !known.bare)
            || is_class_noun(tail)
            || is_class_noun(noun);
    }
    // 市政府各部门, 军队各级防化业务部门
    let levels = tail.starts_with("各级") && !tail.contains('的') && !holds_verb(tail);
    if levels && tail.ends_with("部门") || is_class_of(stem, tail) {
        return true;
    }
    let kind = read_body(stem).kind;
    // 福建广电网络龙岩分公司, 国网龙岩供电公司
    let company = LEXICON.suffix_kind(tail) == Some(DepartmentKind::Enterprise);
    if kind == DepartmentKind::Enterprise
        && (company || is_branch(tail))
        && !holds_verb(tail)
    {
        return true;
    }
    if is_class_noun(tail) && tail.chars().count() > 1 {
        return true;
    }
    if is_place(stem) || branch_of(words).is_some() && is_branch(tail) {
        return extends_place(tail, body.known_at.checked_sub(shorter));
    }
    // 事业单位登记管理机关
    let office = kind == DepartmentKind::Collective
        && ["部门", "机关", "机构"]
            .iter()
            .any(|noun| tail.ends_with(noun))
        && opening_verb(tail).is_none()
        && !holds_verb(tail);
    office
        || body.known_at == shorter
            && matches!(
                kind,
                DepartmentKind::Government
                    | DepartmentKind::Party
                    | DepartmentKind::Temporary
                    | DepartmentKind::Collective
            )
}

/// Whether what follows a place or a Party committee is the body's own name:
/// `上海市` + `医药集中招标采购事务管理所`; `known` is where the lexicon knows the rest from.
fn extends_place(tail: &str, known: Option<usize>) -> bool {
    let kind = LEXICON.suffix_kind(tail);
    let between = known.and_then(|known| tail.get(..known)).unwrap_or(tail);
    let inside = between.len() < tail.len();
    // 天津市国土资源和房屋管理局
    let joined = || {
        let fields = JOINERS.iter().filter_map(|word| between.strip_suffix(word));
        { fields }.any(|field| read_body(field).bare)
    };
    let place =
        !inside || between.is_empty() || between.ends_with(PLACE_ENDS) || joined();
    let named = inside || kind.is_some() && !tail.ends_with(PLACE_ENDS);
    // 市推进旧城改造领导小组 is named after its work; 市成立领导小组 is a sentence.
    let acts = if kind == Some(DepartmentKind::Temporary) {
        mark::FOUNDING_VERB.opening(tail).is_some()
    } else {
        holds_verb(between) || opening_verb(tail).is_some() && !inside
    };
    place && named && !acts
}

/// Last characters of places.
pub(super) const PLACE_ENDS: [char; 10] =
    ['省', '市', '县', '区', '旗', '州', '盟', '镇', '乡', '级'];

/// Whether words are a place or a Party committee, which a body's own name may follow.
pub(super) fn is_place(words: &str) -> bool {
    words.ends_with(PLACE_ENDS)
        || words.ends_with(['委', '院']) && read_body(words).canonical.is_none()
        || words == "国务院"
}

/// Whether a verb of two characters or more stands in words.
fn holds_verb(words: &str) -> bool {
    words.char_indices().any(|(at, _)| {
        opening_verb(&words[at..]).is_some_and(|length| length > '会'.len_utf8())
    })
}
