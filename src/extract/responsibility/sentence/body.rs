//! Which bodies a sentence can assign a duty to, and how it names them.

use super::{JOINTLY, LONGEST_RELATIVE};
use crate::grammar::bracket::{is_closing, is_opening};
use crate::grammar::department::{
    Naming, are_bodies, is_level_list, is_one_name, is_person, is_vague, read_body,
    read_department_list, read_leading_bodies,
};
use crate::grammar::region::is_division;
use crate::lexicon::duty::{
    after_adverbs, closes_with, find_phrase, is_phrase, opening_verb, opens_with,
};
use crate::lexicon::mark;
use crate::model::DepartmentKind;
use crate::text::head;

/// Whether a body is one that orders and is ordered: no hospital, no company.
pub(super) fn is_organ(name: &str) -> bool {
    !matches!(
        read_body(name).kind,
        DepartmentKind::Enterprise | DepartmentKind::Institution | DepartmentKind::Other
    )
}

/// Whether a body is a public office of its own field, which needs no verb of duty:
/// `由市绿化市容部门批准`.
pub(super) fn is_office(name: &str) -> bool {
    let body = read_body(name);
    let collective = body.kind == DepartmentKind::Collective
        && !(name.ends_with("部门") || name.ends_with("机关"))
        && !is_level_list(name)
        && body.canonical.is_none();
    is_organ(name) && !collective && !is_vague(name) && !body.bare && is_plain_name(name)
}

/// Whether names can be the ones a sentence assigns a duty to.
pub(super) fn are_assignable(names: &[&str]) -> bool {
    are_bodies(names)
        && names.iter().all(|name| {
            let own = opens_with("self", name).is_some() && !name.starts_with("其他");
            name.chars().count() > 2 && !own || read_body(name).canonical.is_some()
        })
}

/// Bytes of a list of bodies before its verb at the most: the longest have some 40 names. A
/// sentence without end and a verb in every clause is read no further back.
pub(super) const LONGEST_LIST: usize = 2400;

/// The bodies that words consist of, when they consist of nothing else.
pub(super) fn subject(words: &str) -> Option<Vec<&str>> {
    let words = words.trim();
    let asked = opens_with("request", words);
    let words = &words[asked.unwrap_or(0)..];
    let quotes = words.contains('“');
    if words.is_empty()
        || words.len() > LONGEST_LIST
        || quotes
        || closes_with("past", words).is_some()
    {
        return None;
    }
    let names = read_department_list(words);
    let all_bare = names.iter().all(|name| read_body(name).bare);
    // 建立健全党委领导、政府负责: a list that begins with something else is no subject.
    let whole = names.first().is_some_and(|name| words.starts_with(name));
    let vague = matches!(names.as_slice(), [name] if is_phrase("vague", name));
    let clean = names.iter().all(|name| {
        // 镇（街）
        let levels = name.contains(is_opening) && is_level_list(name);
        levels || read_body(name).bare || is_plain_name(name)
    });
    let named = whole && clean && !vague && are_assignable(&names);
    (named && (!all_bare || asked.is_some() || words.contains('等'))).then_some(names)
}

/// Whether a name is one from end to end: 县政府确定的部门 is a clause.
pub(super) fn is_plain_name(name: &str) -> bool {
    let class = name.starts_with(['各', '有', '相', '所']);
    let relative = !class && name.contains('的');
    // 市、区民政部门 and 市、县（市、区）人民政府 are one name over a 、.
    let mut signs = name.rmatch_indices('、');
    let last = signs.find(|&(at, _)| !in_brackets(name, at));
    let last = last.map_or(name, |(at, sign)| &name[at + sign.len()..]);
    is_one_name(last) && !relative && !(class && founds(name))
}

/// Whether a name is a sentence on who sets up a body: 各乡镇、街道成立相应的应急指挥部. No body is
/// named after that, though one may be 各设区市政府.
fn founds(name: &str) -> bool {
    let mut verbs = mark::FOUNDING_VERB.any().places(name);
    verbs.any(|verb| verb.len() > '设'.len_utf8())
}

/// Characters of a body that a clause tells at the most.
const LONGEST_TOLD: usize = 30;

/// The body that words begin with and that a clause tells: `本级人民政府指定的部门`,
/// `颁发证书的单位`, `相应道路、绿化的管养单位`. What it does must follow.
pub(super) fn told_body(words: &str) -> Option<Naming<'_>> {
    let mut chars = words.char_indices().take(LONGEST_TOLD);
    let (at, _) = chars.find(|&(_, c)| c == '的')?;
    let head = &words[..at];
    if let Some(known) = read_leading_bodies(head) {
        let tail = &head[known.end..];
        if !tail.is_empty() && !is_phrase("relative", tail) {
            return None;
        }
    }
    let noun = at + '的'.len_utf8();
    let body = read_leading_bodies(&words[noun..])?;
    let end = noun + body.end;
    let (verb, _) = after_adverbs(&words[end..]);
    let class = matches!(body.names.as_slice(), [name] if is_told_noun(name));
    let acts = verb.starts_with(JOINTLY) || does_duty(verb);
    (class && acts && is_told_head(head)).then(|| Naming {
        names: vec![&words[..end]],
        end,
    })
}

/// Whether words can be what tells a body: no sentence of their own.
fn is_told_head(words: &str) -> bool {
    !words.contains(['由', '或', '其', '“', '，']) && opens_with("self", words).is_none()
}

fn is_told_noun(name: &str) -> bool {
    let class = ["部门", "单位", "机构"]
        .iter()
        .any(|noun| name.ends_with(noun));
    class && !name.contains(['的', '或'])
}

pub(super) fn minds_own_affair(rest: &str) -> bool {
    find_phrase("own-affair", rest).is_some()
}

/// Whether the words behind 负责 make a noun of it, 负责人 or 负责制, and no duty: 负责制定.
pub(super) fn names_person(words: &str) -> bool {
    opens_with("person-noun", words).is_some() && opens_with("act", words).is_none()
}

/// Whether what follows 负责 tells a body whose duty comes only then:
/// 负责管理煤炭工业的部门|审查.
pub(super) fn tells_body(words: &str) -> bool {
    /// Bytes of what such a body is told by at the most.
    const LONGEST: usize = 60;
    let Some(at) = head(words, LONGEST).find('的') else {
        return false;
    };
    let noun = &words[at + '的'.len_utf8()..];
    ["机构", "部门", "机关"]
        .iter()
        .any(|own| noun.strip_prefix(own).is_some_and(|rest| !rest.is_empty()))
}

/// Whether words begin with what a body does when it is told to.
fn does_duty(verb: &str) -> bool {
    opening_verb(verb).is_some() || opens_with("act", verb).is_some()
}

/// The bodies before a verb that another body charges: `州人民政府授权` + `州数据局`, or a
/// body that a clause tells: `县人民政府确定的数据主管部门`; a place stands for its government.
pub(super) fn charged(left: &str) -> Option<Vec<&str>> {
    if is_division(left) {
        return Some(vec![left]);
    }
    let mut at = 0;
    while let Some((found, length)) = find_phrase("mandate", &left[at..]) {
        at += found + length;
    }
    if at > 0 {
        return subject(&left[at..])
            .filter(|names| names.iter().all(|name| !is_vague(name)));
    }
    let known = read_leading_bodies(left)?;
    let tail = &left[known.end..];
    let noun = tail[opens_with("relative", tail)?..].strip_prefix('的')?;
    let body = read_leading_bodies(noun)?;
    (body.end == noun.len() && are_bodies(&body.names)).then(|| vec![left])
}

/// Whether words close with a body that they tell: 负责残疾人工作的机构.
pub(super) fn closes_with_told_body(words: &str) -> bool {
    let noun = words.rfind('的').map(|at| &words[at + '的'.len_utf8()..]);
    noun.is_some_and(|noun| ["机构", "部门", "机关"].contains(&noun))
}

/// The bodies that a clause is about, when it says what they do.
pub(super) fn topic(words: &str) -> Option<Vec<&str>> {
    let naming = read_leading_bodies(words)?;
    let rest = &words[naming.end..];
    // 市政府确定的项目 is about projects; …协调不成的 about who does not agree.
    let relative = rest
        .find('的')
        .is_some_and(|at| at <= 3 * LONGEST_RELATIVE && !rest.ends_with('的'));
    let told = ["已", "曾", "正在"]
        .iter()
        .any(|word| rest.starts_with(word));
    // 各居委会综治条线工作人员 are who they are.
    let about = !rest.is_empty()
        && !relative
        && !told
        && !is_person(rest)
        && are_assignable(&naming.names)
        && naming.names.iter().all(|name| is_organ(name));
    about.then_some(naming.names)
}

/// The one body that words are the name of and nothing else.
pub(super) fn whole(words: &str) -> Option<Vec<&str>> {
    let naming = read_leading_bodies(words)?;
    let named = naming.end == words.len() && naming.names.len() == 1;
    (named && are_assignable(&naming.names)).then_some(naming.names)
}

/// The bodies that words are a list of and nothing else.
pub(super) fn listed(words: &str) -> Vec<&str> {
    let whole = read_leading_bodies(words)
        .is_some_and(|naming| naming.end == words.len() && are_assignable(&naming.names));
    if whole {
        read_department_list(words)
    } else {
        Vec::new()
    }
}

/// Characters that a bracket is followed back at most, so that a clause without end takes no
/// more time than any other.
const REACH: usize = 300;

/// Whether a place lies inside a bracket of a clause.
pub(super) fn in_brackets(words: &str, at: usize) -> bool {
    let before = words[..at].chars().rev().take(REACH);
    let (opened, closed) = before.fold((0, 0), |(opened, closed), c| {
        (
            opened + usize::from(is_opening(c)),
            closed + usize::from(is_closing(c)),
        )
    });
    opened > closed
}
