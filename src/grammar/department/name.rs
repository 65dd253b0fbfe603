//! What one name stands for, and whether words are a name and nothing else.

use std::borrow::Cow;

use super::leading::PLACE_ENDS;
use super::lexicon::{Known, LEXICON};
use super::list::JOINERS;
use super::{Body, is_closing, is_opening};
use crate::grammar::region;
use crate::lexicon::duty::is_phrase;
use crate::lexicon::mark;
use crate::model::DepartmentKind;

/// Reads what body a name stands for.
pub(crate) fn read_body(name: &str) -> Body {
    let whole = name.trim();
    let compact: Cow<'_, str> = if whole.contains(char::is_whitespace) {
        whole.split_whitespace().collect::<String>().into()
    } else {
        whole.into()
    };
    let base = without_second_name(&compact);
    let nothing = Body {
        canonical: None,
        kind: DepartmentKind::Other,
        known_at: base.len(),
        bare: false,
    };
    if base.is_empty() || is_person(base) {
        return nothing;
    }
    if let Some(rest) = after_class(base) {
        let known = LEXICON.find(base);
        return Body {
            kind: class_kind(rest),
            known_at: known.as_ref().map_or(base.len(), |known| known.at),
            bare: LEXICON.find(rest).is_some_and(|known| known.bare),
            ..nothing
        };
    }
    if is_level_list(base) {
        let kind = DepartmentKind::Collective;
        return Body { kind, ..nothing };
    }
    if let Some(known) = LEXICON.find(base) {
        let entry = &LEXICON.entries[known.index];
        let party =
            base[..known.at].ends_with('委') && !base[..known.at].ends_with("国家委");
        return Body {
            canonical: Some(known.canonical),
            kind: match entry.kind {
                DepartmentKind::Agency if party => DepartmentKind::Party,
                kind => kind,
            },
            known_at: known.at,
            bare: known.bare,
        };
    }
    let kind = unknown_kind(base);
    match branch_of(base).filter(|_| kind != DepartmentKind::Other) {
        Some(known) => Body {
            canonical: Some(known.canonical),
            kind: match LEXICON.entries[known.index].kind {
                DepartmentKind::Agency if is_branch(base) => DepartmentKind::Agency,
                _ => kind,
            },
            ..nothing
        },
        None => Body { kind, ..nothing },
    }
}

/// The name without the brackets at its end, unless nothing but a level stands before
/// them: `区公安分局（交管）`, but `各县(市、区)`.
fn without_second_name(name: &str) -> &str {
    let Some(last) = name.chars().next_back().filter(|&c| is_closing(c)) else {
        return name;
    };
    let mut depth = 0usize;
    for (at, c) in name.char_indices().rev() {
        if is_closing(c) {
            depth += 1;
        } else if is_opening(c) {
            depth = depth.saturating_sub(1);
            if depth == 0 {
                let before = name[..at].trim_end();
                return if before.is_empty() {
                    &name[at + c.len_utf8()..name.len() - last.len_utf8()]
                } else {
                    before
                };
            }
        }
    }
    name
}

/// What follows the word that makes a class of a noun: `政府` in `各区政府` gives `区政府`.
pub(super) fn after_class(name: &str) -> Option<&str> {
    let (class_end, ()) = LEXICON.classes.prefixes(name).last()?;
    let rest = &name[class_end..];
    (!rest.is_empty() && !LEXICON.is_name(name)).then_some(rest)
}

/// Whether a name is one of a class of bodies: 各镇街, 县直有关部门, 有关单位.
pub(crate) fn names_class(name: &str) -> bool {
    after_class(name).is_some()
}

/// What sort of bodies make up a class.
fn class_kind(noun: &str) -> DepartmentKind {
    if is_level_list(noun) {
        return DepartmentKind::Collective;
    }
    match LEXICON.suffix_kind(without_second_name(noun)) {
        Some(
            kind @ (DepartmentKind::Government
            | DepartmentKind::Enterprise
            | DepartmentKind::Institution),
        ) if !noun.chars().all(|c| "市县区镇乡省地州旗".contains(c)) => kind,
        _ => DepartmentKind::Collective,
    }
}

/// The kind of a body that the lexicon does not know, by its last word.
fn unknown_kind(name: &str) -> DepartmentKind {
    if counts_facilities(name) {
        return DepartmentKind::Other;
    }
    match LEXICON.suffix_kind(name) {
        Some(DepartmentKind::Agency) if name.contains("委") && is_party_body(name) => {
            DepartmentKind::Party
        }
        Some(kind) if name.chars().count() > 1 => kind,
        _ => DepartmentKind::Other,
    }
}

/// Whether words count what the last word of names stands for as well: 改造学校食堂20所.
fn counts_facilities(words: &str) -> bool {
    let number = words.strip_suffix(['所', '处', '站', '院', '室', '园', '馆']);
    number.is_some_and(|number| number.ends_with(|c: char| c.is_ascii_digit()))
}

/// Whether a name begins with a Party committee: `省委人才发展局`, not `省国资委机关`.
fn is_party_body(name: &str) -> bool {
    [
        "省委", "市委", "区委", "县委", "州委", "盟委", "旗委", "党委", "工委", "中央",
    ]
    .iter()
    .any(|committee| name.find(committee).is_some_and(|at| at <= 6))
}

/// The body whose branch is named: `人民银行` of `人行南昌中心支行`.
pub(super) fn branch_of(name: &str) -> Option<Known> {
    let mut starts = name.char_indices().take(NATION.len() + 1);
    if !starts.any(|(at, _)| at <= NATION.len() && LEXICON.begins(&name[at..])) {
        return None;
    }
    name.char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take(10)
        .skip(1)
        .filter_map(|end| LEXICON.find(&name[..end]))
        .filter(|known| !known.bare && known.at <= NATION.len())
        .last()
}

/// What may stand before the name of a body that has branches.
const NATION: &str = "国家";

/// Whether a name ends as that of a branch.
pub(super) fn is_branch(name: &str) -> bool {
    LEXICON.branches.suffixes(name).next().is_some()
}

/// Whether a name stands for a person: `市政府领导`.
pub(crate) fn is_person(name: &str) -> bool {
    let [_, back] = &LEXICON.persons;
    back.suffixes(name).next().is_some()
}

/// Whether words count persons: 3000多名党员, 约200人, but 12345热线.
pub(super) fn counts_persons(words: &str) -> bool {
    let number = words.trim_start_matches(['约', '近']);
    let behind = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let counter = behind.trim_start_matches(['多', '余', '百', '千', '万']);
    behind.len() < number.len() && counter.starts_with(['名', '人', '位'])
}

/// Whether a text behind a body's name goes on with a person: `分管领导担任组长`. 负责人才
/// is a verb and its object.
pub(super) fn names_person(text: &str) -> bool {
    let mut rest = text;
    while let Some((end, ())) = LEXICON.person_qualifiers.prefixes(rest).last() {
        rest = &rest[end..];
    }
    let [front, _] = &LEXICON.persons;
    front.prefixes(rest).last().is_some_and(|(end, ())| {
        !rest[end..].starts_with(['才', '口', '民', '会', '事', '力', '大', '均', '社'])
    })
}

/// Bytes of the longest verb that a text begins with.
pub(super) fn opening_verb(text: &str) -> Option<usize> {
    let length = LEXICON.verbs_of(text).last()?;
    (!opens_with_place(text)).then_some(length)
}

/// Whether words begin with what a body does: 统筹应急救援力量建设.
pub(crate) fn opens_clause(words: &str) -> bool {
    opening_verb(words).is_some()
}

/// Whether words begin with a place: 自治区 and 商丘市 begin as clauses do.
fn opens_with_place(words: &str) -> bool {
    let level = LEXICON.levels.prefixes(words).last();
    level.is_some_and(|(end, _)| words[..end].chars().nth(1).is_some())
        || region::is_place(words)
}

/// Whether the character at `at` is part of a place's name that a body's may begin with:
/// 和平区, 呼和浩特市, 天等县. 财政和县级 holds no 政和县, and 和县 is one at a text's start only.
pub(super) fn is_in_place(text: &str, at: usize) -> bool {
    /// Characters of a place's name before such a character at the most.
    const BEFORE: usize = 3;
    let behind = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
    let starts = text[..behind].char_indices().rev().take(BEFORE + 1);
    starts.map(|(start, _)| start).any(|start| {
        let before = &text[..start];
        let opens = start == at
            || before.is_empty()
            || before.ends_with(PLACE_ENDS)
            || JOINERS.iter().any(|joiner| before.ends_with(joiner));
        let place =
            region::leading_place(&text[start..]).map_or(start, |end| start + end);
        let named = start != at || at == 0 || text[start..place].chars().nth(2).is_some();
        opens && named && place > at
    })
}

/// Whether words are nothing but levels of territory: `各市`, `县〔区〕`, `地（市）`.
pub(crate) fn is_level_list(words: &str) -> bool {
    level_ranks(words).is_some_and(|(first, _)| first > 0)
}

/// The ranks of the first and the last level when words are nothing but levels.
pub(super) fn level_ranks(words: &str) -> Option<(u8, u8)> {
    let words = words
        .strip_prefix("各级")
        .or(words.strip_prefix('各'))
        .unwrap_or(words);
    let is_mark = |c: char| {
        is_opening(c) || is_closing(c) || matches!(c, '、' | '，' | ',' | '和' | ' ')
    };
    // Most names begin with no level at all.
    let words = words.trim_start_matches(is_mark);
    LEXICON.levels.prefixes(words).next()?;
    let mut ranks: Option<(u8, u8)> = None;
    let parts = words.split(is_mark).filter(|part| !part.is_empty());
    for part in parts {
        let rank = LEXICON.level(part)?;
        ranks = Some((ranks.map_or(rank, |(first, _)| first), rank));
    }
    ranks
}

/// The rank of the level that begins a name: 3 for `县〔区〕政府`.
pub(super) fn leading_rank(name: &str) -> Option<u8> {
    LEXICON.levels.prefixes(name).last().map(|(_, rank)| rank)
}

/// Whether words are a noun that classes of bodies end with.
pub(crate) fn is_class_noun(words: &str) -> bool {
    let suffix = LEXICON.suffixes.suffixes(words).last();
    suffix.is_some_and(|(at, kind)| at == 0 && kind.is_some())
        || LEXICON.heads.iter().any(|&(head, _)| head == words)
}

/// Bytes of a verb that tells a clause from a name at the most.
const LONGEST_VERB: usize = 12;

/// Whether words that name a body have nothing else before the name: `建立市场监管部门` has.
pub(crate) fn is_clean_name(words: &str, body: Body) -> bool {
    body.known_at == 0 && body.canonical.is_some()
        || !opens_with_verb(words) && holds_nothing_else(words)
}

/// Whether a name in a list of bodies is one: a clean name, or that of a division or an office
/// whose field of work reads as a verb, 审批服务局, 监管二处, 经济发展局. What is done to a body
/// names none: 建立市场监管部门, 商市财政局.
pub(crate) fn is_listed_name(words: &str, body: Body) -> bool {
    /// Characters of such a name at the most.
    const LONGEST: usize = 12;
    let is_object = |rest: &str| {
        let object = read_body(rest);
        object.known_at == 0 && object.canonical.is_some()
            || opens_with_place(rest)
            || leading_rank(rest).is_some()
            || after_class(rest).is_some()
    };
    let divides = || {
        body.is_body()
            && words.chars().nth(LONGEST).is_none()
            && !words.contains('的')
            && holds_nothing_else(words)
            && !LEXICON.verbs_of(words).any(|end| is_object(&words[end..]))
    };
    is_clean_name(words, body) || divides()
}

/// Whether words open as a clause does.
fn opens_with_verb(words: &str) -> bool {
    // 经 opens a clause, 经开区 does not; nor does 当地.
    LEXICON
        .verbs_of(words)
        .next()
        .is_some_and(|end| end <= LONGEST_VERB)
        && after_class(words).is_none()
        && !is_class_noun(words)
        && !opens_with_place(words)
}

/// Whether words that name a body hold no agent and no class inside, nor what no name holds.
fn holds_nothing_else(words: &str) -> bool {
    let has_agent = words.match_indices(['由', '向']).any(|(at, _)| {
        // 自由, 理由, 经由; 面向, 定向, 方向, 动向, 意向, 导向
        !words[..at].ends_with(['自', '理', '经', '面', '定', '方', '动', '意', '导'])
            && !region::is_place(&words[at..])
    });
    // 各 makes a class near the start of a name only, 地方各级人民政府, or of what belongs to
    // a government: 市政府各部门.
    let class_inside = words.find('各').is_some_and(|at| {
        at > "地方".len()
            && after_class(words).is_none()
            && !is_level_list(&words[..at])
            && !region::is_division(&words[..at])
            && !is_class_of(&words[..at], &words[at..])
    });
    let unknown_class = after_class(words).is_some_and(|noun| {
        !is_level_list(noun)
            && LEXICON.suffix_kind(without_second_name(noun)).is_none()
            && LEXICON.find(noun).is_none()
    });
    !has_agent
        && !class_inside
        && !unknown_class
        && !words.contains(['《', '，', '%'])
        && !words.contains("会同")
        && !words.contains("按照")
        && !tells_making(words)
}

/// Whether words tell who makes up a body, 技术人员|组成|专家组: no 政府组成部门, no 小组成员单位.
fn tells_making(words: &str) -> bool {
    const MAKING: &str = "组成";
    let made = words.find(MAKING).map(|at| &words[at + MAKING.len()..]);
    made.is_some_and(|made| !made.starts_with("部门") && !made.starts_with('员'))
}

/// A class of bodies without the clause that says which of them are meant:
/// `涉及权责清单调整的|相关处室`, `承担任务的|各市县政府`.
pub(crate) fn without_clause(name: &str) -> &str {
    let Some((clause, class)) = name.rsplit_once('的') else {
        return name;
    };
    // 对落实不力的单位 is no body's name.
    let clause = !clause.is_empty()
        && !clause.starts_with(['对', '将', '把', '由', '以', '为', '按', '向', '从'])
        && !clause.contains(['，', '。', '：', '；', '《', '（', '(']);
    let class_of =
        after_class(class).is_some() || is_level_list(class) || is_vague(class);
    if clause && class_of { class } else { name }
}

/// Whether a class of bodies is one of a government or a committee: 市政府 + 各部门.
pub(super) fn is_class_of(whole: &str, class: &str) -> bool {
    let governs = matches!(
        read_body(whole).kind,
        DepartmentKind::Government | DepartmentKind::Party
    );
    governs && after_class(class).is_some_and(is_class_noun)
}

/// Whether words end as the name of a body may.
pub(crate) fn may_end_name(words: &str) -> bool {
    words
        .chars()
        .next_back()
        .is_some_and(|c| LEXICON.last.contains(c))
}

/// Whether a name that nobody knows says by its level and its last word that it is a local
/// body's: 市|贸易|局, 区|国投|公司, but no 市场主体, 市属企业.
pub(crate) fn is_local_body(name: &str, body: Body) -> bool {
    let level = LEXICON.levels.prefixes(name).last();
    // 市级 and 县区 are classes, 市中心 is a place.
    let of_level = level.is_some_and(|(end, _)| {
        name[..end].chars().nth(1).is_none() && !is_class_noun(&name[end..])
    }) && mark::PLACE_LOOKALIKE.opening(name).is_none();
    let ends = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
    let named = match body.kind {
        DepartmentKind::Agency
        | DepartmentKind::Mass
        | DepartmentKind::Party
        | DepartmentKind::Temporary => true,
        DepartmentKind::Enterprise => ends(&["公司", "集团"]),
        DepartmentKind::Institution => ends(&["中心", "研究院", "台"]),
        _ => false,
    };
    of_level && named && name.chars().nth(2).is_some() && is_clean_name(name, body)
}

/// Whether a name says of no body what it works at: `有关部门`, but not `各区财政部门`.
pub(crate) fn is_vague(name: &str) -> bool {
    let noun = after_class(name).unwrap_or(name);
    is_phrase("vague", noun)
}

/// Whether every name is a body and nothing else, and a bare field of work is none alone.
pub(crate) fn are_bodies(names: &[&str]) -> bool {
    !names.is_empty()
        && names.iter().all(|name| {
            let body = read_body(name);
            body.is_body() && is_clean_name(name, body)
        })
}
