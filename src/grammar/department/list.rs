//! Lists of names: 市教育局、财政局和各区人民政府.

use super::leading::{PLACE_ENDS, is_place};
use super::lexicon::LEXICON;
use super::name::{
    after_class, counts_persons, is_in_place, is_level_list, is_person, leading_rank,
    level_ranks, read_body,
};
use super::{is_closing, is_han, is_opening};
use crate::grammar::bullet::is_bullet;
use crate::lexicon::mark;
use crate::model::DepartmentKind;
use crate::text::head;

/// Characters that part the names of a list.
const SEPARATORS: [char; 8] = ['、', '，', ',', '；', ';', '／', '/', '｜'];

/// Words that join the last name to a list.
pub(super) const JOINERS: [&str; 5] = ["以及", "和", "及", "与", "暨"];

/// Nouns that cannot stand alone behind a joiner: `国务院相关部门和单位` is one name.
const GENERIC_NOUNS: [&str; 12] = [
    "单位",
    "部门",
    "机构",
    "企业",
    "人员",
    "组织",
    "个人",
    "政府",
    "人民政府",
    "地方",
    "其他",
    "团体",
];

/// Reads a list of bodies: the names as written, in order.
///
/// ```ebnf
/// list   = name , { separator , name } , [ "等" , [ class noun ] ] ;
/// separator = "、" | "，" | "；" | "和" | "及" | "以及" | "与" ;
/// ```
///
/// Nothing is parted inside brackets or quotation marks, nor inside a class that shares its
/// head noun: `各市、县〔区〕政府` is one name. `等部门` behind a name is left out, and so
/// are persons.
pub(crate) fn read_department_list(list: &str) -> Vec<&str> {
    let mut names = Vec::new();
    for atom in joined_atoms(list) {
        if !atom.contains(char::is_whitespace) {
            split_joined(atom, &mut names);
        } else if let Some(name) = before_table(atom) {
            split_joined(name, &mut names);
            break;
        } else if atom.split_whitespace().all(stands_alone) {
            // 县自然资源和规划局 县财政局
            let parts = atom.split_whitespace();
            parts.for_each(|part| split_joined(part, &mut names));
        } else {
            split_joined(atom, &mut names);
        }
    }
    names
}

/// The name that a list ends with where words of a table stand behind it whose cells only
/// blanks part: `各区政府|　鄞州　海曙　合计　2　5`.
fn before_table(atom: &str) -> Option<&str> {
    /// Cells that no name with a blank in it has behind its office.
    const CELLS: usize = 2;
    let (name, cells) = atom.split_once(char::is_whitespace)?;
    let no_body = |cell: &str| {
        !cell.starts_with('等') && !stands_alone(cell) && !cell.contains(is_opening)
    };
    let table = stands_alone(name)
        && cells.split_whitespace().nth(CELLS - 1).is_some()
        && cells.split_whitespace().take(CELLS).all(no_body);
    table.then_some(name)
}

/// The parts of a list between separators, those that share a head noun joined again.
fn joined_atoms(list: &str) -> Vec<&str> {
    let atoms = atoms(list);
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (start, end) in atoms {
        let atom = &list[start..end];
        match joined.last_mut() {
            Some((first, last))
                if shares_head(
                    behind_clause(last_joined(&list[*first..*last])),
                    atom,
                ) =>
            {
                *last = end;
            }
            _ => joined.push((start, end)),
        }
    }
    joined
        .into_iter()
        .map(|(start, end)| &list[start..end])
        .collect()
}

/// What follows the last joiner: `各市` of `省教育厅和各市`.
fn last_joined(atom: &str) -> &str {
    let last = joiners(atom).into_iter().next_back();
    last.map_or(atom, |(at, joiner)| &atom[at + joiner.len()..])
}

/// Levels without the clause before them: `市` of `已开展试点的市`.
fn behind_clause(atom: &str) -> &str {
    let (_, levels) = atom.rsplit_once('的').unwrap_or(("", atom));
    if is_level_list(levels) { levels } else { atom }
}

/// The parts of a list between separators, trimmed.
fn atoms(list: &str) -> Vec<(usize, usize)> {
    let mut atoms = Vec::new();
    let mut depth = 0usize;
    let mut start = 0;
    let mut close = |start: usize, end: usize| {
        let atom = &list[start..end];
        let from = start + (atom.len() - atom.trim_start().len());
        let to = from + atom.trim().len();
        if to > from {
            atoms.push((from, to));
        }
    };
    for (at, c) in list.char_indices() {
        if is_opening(c) || c == '“' || c == '《' {
            depth += 1;
        } else if is_closing(c) || c == '”' || c == '》' {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && SEPARATORS.contains(&c) {
            close(start, at);
            start = at + c.len_utf8();
        }
    }
    close(start, list.len());
    atoms
}

/// Whether the next part of a list is the rest of this name: `各市` + `县〔区〕政府`,
/// `县级党委` + `政府`, `高新区党工委` + `管委会`.
fn shares_head(name: &str, next: &str) -> bool {
    if matches!(next, "政府" | "人民政府") {
        return name.ends_with("党委") || level_ranks(name).is_some();
    }
    if matches!(next, "管委会" | "管理委员会") {
        return name.ends_with("党工委");
    }
    // 自治区各有关委、办、厅、局
    let is_head = |words: &str| LEXICON.heads.iter().any(|&(head, _)| head == words);
    let last = name.char_indices().next_back();
    if next.chars().nth(1).is_none()
        && name.contains('各')
        && is_head(next)
        && last.is_some_and(|(at, _)| is_head(&name[at..]))
    {
        return true;
    }
    let words = after_class(name).filter(|rest| level_ranks(rest).is_some());
    let Some((_, last)) = level_ranks(words.unwrap_or(name)) else {
        return false;
    };
    // 各乡镇、|村委会: villages alone have one.
    leading_rank(next).is_some_and(|first| first >= last)
        && mark::VILLAGE_BODY.opening(next).is_none()
}

/// Parts a name at joiners that stand between two complete names.
fn split_joined<'t>(atom: &'t str, names: &mut Vec<&'t str>) {
    /// Joiners within one name at the most: 和 in 文化和旅游厅.
    const WITHIN: usize = 8;
    let found = joiners(atom);
    let mut start = 0;
    let mut passed = 0;
    loop {
        let parted = (passed..found.len()).take(WITHIN).find_map(|index| {
            let (at, joiner) = found[index];
            let after = at + joiner.len();
            // 和 in 省文化和旅游厅和省工业和信息化厅: what counts is the name around it.
            let next = found.get(index + 1).map_or(atom.len(), |&(next, _)| next);
            let (right, around) = (&atom[after..next], &atom[start..next]);
            let left = &atom[start..at];
            let opens = left.is_empty() && !names_place(right);
            let listed = names.last().copied();
            (opens || can_part(around, left, right, at - start, listed))
                .then_some((index, left, after))
        });
        let Some((index, left, after)) = parted else {
            push_name(&atom[start..], names);
            return;
        };
        if !left.is_empty() {
            push_name(left, names);
        }
        (start, passed) = (after, index + 1);
    }
}

/// Whether a joiner before words belongs to the name of a place: 和平区, 和龙市.
fn names_place(words: &str) -> bool {
    /// Characters of such a name behind its first one at the most.
    const LONGEST: usize = 3;
    words.ends_with(PLACE_ENDS)
        && words.chars().nth(LONGEST).is_none()
        && leading_rank(words).is_none()
        && after_class(words).is_none()
}

/// Places outside brackets and quotation marks where a joiner stands.
fn joiners(text: &str) -> Vec<(usize, &'static str)> {
    if !text.contains(['和', '及', '与', '暨']) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut depth = 0usize;
    let mut skip_to = 0;
    for (at, c) in text.char_indices() {
        if is_opening(c) || c == '“' {
            depth += 1;
        } else if is_closing(c) || c == '”' {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && at >= skip_to {
            let joiner = JOINERS
                .into_iter()
                .find(|word| text[at..].starts_with(word));
            if let Some(joiner) = joiner
                && !is_in_place(text, at)
            {
                found.push((at, joiner));
                skip_to = at + joiner.len();
            }
        }
    }
    found
}

fn can_part(
    around: &str,
    left: &str,
    right: &str,
    at: usize,
    listed: Option<&str>,
) -> bool {
    let right = right.trim();
    let around = Some(without_rest_of_class(around))
        .filter(|words| words.len() > at)
        .unwrap_or(around);
    let left = without_rest_of_class(left.trim());
    !left.is_empty()
        && right.chars().count() > 1
        && !GENERIC_NOUNS.contains(&right)
        && (!right.starts_with('其') || after_class(right).is_some())
        && read_body(left).is_body()
        && read_body(around).known_at >= at
        && !shares_office(left, right, listed)
        && !shares_head(left, right)
}

/// Whether one office has two fields of work: 区科技和经信局 has one 局 and one 区,
/// 科技与信息化处 one 处, 市科技和信息化工作领导小组各成员单位 one 小组. Behind a field in the
/// same list, 教育、科技和财政局, the office is that of the last field alone.
fn shares_office(left: &str, right: &str, listed: Option<&str>) -> bool {
    let right = right.find('各').map_or(right, |members| &right[..members]);
    let field = read_body(left);
    let (office, heads) = (read_body(right), LEXICON.head_ends.suffixes(right));
    let headed = match heads.last() {
        Some((at, head)) => at > 0 && !LEXICON.heads[head].1.is_empty(),
        // 信息化处, 档案中心: a division, which no stem of the table takes for its head.
        None => {
            let kinds = [DepartmentKind::Agency, DepartmentKind::Institution];
            !office.bare && kinds.contains(&office.kind)
        }
    } || office.kind == DepartmentKind::Temporary;
    // 经济合作局, which the table lacks, has no 区 of its own either.
    let placeless = office.known_at == 0
        || office.canonical.is_none()
            && leading_rank(right).is_none()
            && !is_place(right);
    let whole = field.known_at > 0
        || !is_short_of_two(left) && !listed.is_some_and(|name| read_body(name).bare);
    field.bare && headed && placeless && whole
}

/// Whether a field of work is the short form of a name with two of them: 发改, 人社. An office
/// has its fields written out when it has several.
fn is_short_of_two(field: &str) -> bool {
    let name = read_body(field).canonical.unwrap_or(field);
    name.contains(['和', '与']) && !name.starts_with(field)
}

/// Adds a name, cleaned of what is no part of it.
fn push_name<'t>(words: &'t str, names: &mut Vec<&'t str>) {
    let name = words
        .trim()
        .trim_start_matches(['由', '请', '：', ':'])
        .trim_start_matches(is_bullet)
        .trim_end_matches(['。', '；', '，', '、', ';', ',', '.', '：', ':'])
        .trim_end_matches(is_bullet)
        .trim();
    let name = without_state_note(without_rest_of_class(name));
    if name.is_empty() || !name.chars().any(is_han) || is_placeholder(name) {
        return;
    }
    if name.contains(char::is_whitespace) && name.split_whitespace().all(stands_alone) {
        names.extend(name.split_whitespace());
    } else if !is_person(name) && !counts_persons(name) {
        names.push(name);
    }
}

fn stands_alone(name: &str) -> bool {
    let body = read_body(name);
    // 各县（市、区） 人民政府: a head noun that a blank parts from its class.
    body.is_body() && !body.bare && name.chars().count() > 2 && name != "人民政府"
}

fn is_placeholder(name: &str) -> bool {
    matches!(name, "无" | "暂无" | "等")
}

/// Bytes of a note in brackets behind a name at most.
const LONGEST_NOTE: usize = 240;

/// A name without a note in brackets on how to read the list, or where its members stand:
/// `市卫生健康委(…，下同)`, `专家组（名单见附件2）`.
fn without_state_note(name: &str) -> &str {
    let is_note = |words: &str| mark::NAME_NOTE.is_in(words);
    let mut brackets = name.match_indices(is_opening);
    // 中国（上海）自由贸易试验区管理委员会（以下简称管委会）
    let note = brackets.find(|&(at, _)| {
        let rest = head(&name[at..], LONGEST_NOTE);
        is_note(&rest[..rest.find(is_closing).unwrap_or(rest.len())])
    });
    match note {
        Some((at, _)) if at > 0 => name[..at].trim_end(),
        _ => name,
    }
}

/// Characters before 等 with which it makes a word: 高等, 平等.
const BEFORE_GRADE: &str = "高中初平同均对特优甲乙丙";
/// Characters after 等 with which it makes a word: 等级, 等候.
const AFTER_GRADE: &str = "级候待额效离温号";

/// A name without 等部门 behind it: `银保监会等相关部门` is `银保监会`.
fn without_rest_of_class(name: &str) -> &str {
    let Some(at) = find_and_others(name) else {
        return name;
    };
    name[..at].trim_end()
}

/// Where a 等 stands that closes a list.
fn find_and_others(name: &str) -> Option<usize> {
    let mut depth = 0usize;
    let mut before = None;
    for (at, c) in name.char_indices() {
        if is_opening(c) {
            depth += 1;
        } else if is_closing(c) {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && ends_list(&name[at..], before) && !is_in_place(name, at) {
            return Some(at);
        }
        before = Some(c);
    }
    None
}

/// Whether words begin with a 等 that closes a list, and no 等级.
pub(super) fn ends_list(words: &str, before: Option<char>) -> bool {
    let Some(behind) = words.strip_prefix('等') else {
        return false;
    };
    let word_before = before.is_some_and(|b| BEFORE_GRADE.contains(b));
    let word_after = behind.starts_with(|next| AFTER_GRADE.contains(next));
    let school = ["学校", "院校", "职业", "专业", "教育"]
        .iter()
        .any(|word| behind.starts_with(word));
    !(word_after || word_before && school)
}
