//! Duties of the bodies behind 由: `由市财政局落实`.

use super::body::{
    in_brackets, is_office, is_organ, minds_own_affair, names_person, tells_body,
    told_body,
};
use super::{CHARGE, JOINTLY, LEAD, LONGEST_RELATIVE, Reader, Subject};
use crate::grammar::department::{
    Naming, are_bodies, is_han, is_level_list, is_one_name, read_body,
    read_leading_bodies,
};
use crate::grammar::region;
use crate::lexicon::duty::{
    after_adverbs, closes_with, find_phrase, is_phrase, opening_verb, opens_with,
    whole_verb, without_adverbs,
};
use crate::model::{DepartmentKind, Role};
use crate::text::{head, tail};

impl<'t> Reader<'t, '_> {
    /// 由 + body + what it does.
    pub(super) fn read_agents(&mut self, words: &'t str) -> bool {
        let mut found = false;
        let mut at = 0;
        while let Some(offset) = words[at..].find('由') {
            let agent = at + offset;
            at = agent + '由'.len_utf8();
            // 日常管理|由市水务局负责 holds no 理由.
            let is_word = words[..agent].ends_with(['自', '理', '经', '缘', '事'])
                && closes_with("stem", &words[..agent]).is_none()
                || words[at..].starts_with(['于', '此', '来'])
                    && !region::is_place(&words[at..]);
            // 不再|由街道办事处开具证明: it is no longer theirs.
            let ended = closes_with("not-by", &words[..agent]).is_some();
            if is_word
                || ended
                || is_excepted(&words[..agent], &words[at..])
                || in_brackets(words, agent)
            {
                continue;
            }
            if let Some(naming) = agents(&words[at..]) {
                let naming = whole_name(&words[at..], naming);
                let rest = &words[at + naming.end..];
                let group = group(&words[..agent]);
                // 联席会议由市发展改革委召集 says who sits where, as 担任组长 does.
                if group.is_none() || !rest.starts_with("召集") {
                    let said = Said {
                        left_open: words[..agent].ends_with(['交', '可']),
                        closed: words[..words.len() - rest.len()].ends_with("部门"),
                    };
                    found |= self.read_agent(naming, rest, said);
                }
                if let Some(group) = group {
                    self.subject = Subject::Known(vec![group]);
                }
            } else if answers(&words[at..]) {
                self.led = true;
            }
        }
        found
    }

    /// Reads what the bodies behind 由 do.
    fn read_agent(&mut self, naming: Naming<'t>, rest: &'t str, said: Said) -> bool {
        let names = naming.names;
        let (others, rest) = if said.closed {
            beside(rest)
        } else {
            (Vec::new(), rest)
        };
        let near = head(rest, TELLING);
        let (verb, division) = after_adverbs(rest);
        if is_slogan(&names, rest) {
            return false;
        }
        let all = [&names[..], &others].concat();
        if let Some(after) = verb.strip_prefix(LEAD) {
            self.push(Role::Lead, division, &all);
            self.led = true;
            self.read_more_partners(after);
        } else if let Some((Role::Lead, length)) = whole_verb(verb) {
            // 由市委宣传部统筹、市教育局主办
            self.push(Role::Lead, division, &all);
            self.led = true;
            self.read_more_partners(&verb[length..]);
        } else if let Some(after) = verb.strip_prefix(JOINTLY) {
            return self.push_joint(&all, after);
        } else if verb.is_empty()
            || [verb, rest]
                .iter()
                .any(|words| opens_with("no-duty", words).is_some())
            || find_phrase("penal", near).is_some()
            // 由县级人民政府负责管理煤炭工业的部门审查
            || verb.starts_with(CHARGE) && tells_body(verb)
            // 由区政府选定的机构 says whose choice, not who does; 由市政府批准的，… when.
            || opens_with("by", rest).is_none() && is_relative(rest)
            // 由增产导向|向提质导向转变
            || rest.starts_with('向') && find_phrase("turn", near).is_some()
            || rest.ends_with('的')
            || find_phrase("post", near).is_some()
            // 由城管中队6名、派出所4名人员组成: so many of them, not the body.
            || rest.starts_with(|c: char| c.is_ascii_digit())
            || is_past(rest)
        {
            return false;
        } else if let Some((role, length)) = opening_verb(verb) {
            if names_person(&verb[length..]) {
                return false;
            }
            self.push(role, division, &all);
            self.charged = true;
        } else if names.iter().all(|name| {
            // 可由村民委员会代管 leaves it to them.
            (is_office(name) || is_level(name))
                && !(said.left_open && closes_with("residents", name).is_some())
        }) || said.closed && are_fields(&names)
            || !said.left_open
                && is_told_to(&names, verb, rest)
                && !minds_own_affair(rest)
        {
            self.push(Role::Responsible, division, &all);
            self.charged = true;
        } else {
            return false;
        }
        self.subject = Subject::Known(all);
        true
    }
}

/// Bytes behind bodies that tell what they do, or that they do nothing, at the most.
const TELLING: usize = 600;

/// 由张某总工负责，监测处落实: whether someone who is no body answers for what others behind do.
fn answers(words: &str) -> bool {
    /// Bytes of such a clause at the most.
    const LONGEST: usize = 60;
    words.len() <= LONGEST
        && words.strip_suffix("负责").is_some_and(|who| {
            !who.is_empty() && who.chars().all(|c| is_han(c) || c == '、')
        })
}

/// Whether it only tells what is left out: 除|由民政部门资助的人群|外，.
fn is_excepted(before: &str, behind: &str) -> bool {
    /// Bytes of such a clause on either side of its 由 at the most: it may list those left out.
    const BEFORE: usize = 60;
    const BEHIND: usize = 600;
    let near = tail(before, BEFORE);
    let clause = near.rsplit(['，', ',', '。', '；', ';', '：', '\n']).next();
    let left_out = || {
        let near = head(behind, BEHIND);
        behind.ends_with('外') || near.contains("外，") || near.contains("外,")
    };
    clause.is_some_and(|clause| clause.trim_start().starts_with('除')) && left_out()
}

/// The bodies that stand beside those a 部门 closes, and what follows them:
/// `教育、公安等部门|和各区、街道|开展检查`.
fn beside(rest: &str) -> (Vec<&str>, &str) {
    let joiners = ["和", "及", "以及", "与", "、"];
    let other = joiners.iter().find_map(|joiner| rest.strip_prefix(joiner));
    let naming = other.and_then(|other| Some((other, read_leading_bodies(other)?)));
    match naming {
        Some((other, naming)) if are_bodies(&naming.names) => {
            (naming.names, &other[naming.end..])
        }
        _ => (Vec::new(), rest),
    }
}

/// Whether a sentence names no one government but what government is to be beside the others:
/// `由政府牵头、企业支持、社会参与的格局`.
fn is_slogan(names: &[&str], rest: &str) -> bool {
    let [name] = names else {
        return false;
    };
    is_phrase("any-government", name)
        && rest.contains('的')
        && find_phrase("public", head(rest, TELLING)).is_some()
}

/// Whether what the bodies behind 由 do is done: `由物价部门制定了收费标准`.
fn is_past(rest: &str) -> bool {
    /// Characters of the verb and its adverbs at the most.
    const LONGEST: usize = 8;
    let done = rest.char_indices().take(LONGEST).find(|&(_, c)| c == '了');
    done.is_some_and(|(at, _)| {
        let noun = rest[at..].starts_with("了解") || rest[at..].starts_with("了结");
        at > 0 && !noun && !rest[..at].ends_with('为')
    })
}

/// How a sentence names the bodies behind its 由.
#[derive(Clone, Copy)]
struct Said {
    /// 交由 and 可由.
    left_open: bool,
    /// `教育、公安、市场监管等部门`: the noun that all share closes the list.
    closed: bool,
}

/// Whether names are fields of work, each of which has its office: `教育、公安`.
fn are_fields(names: &[&str]) -> bool {
    let field = |name: &&str| read_body(name).bare || is_office(name);
    names.len() > 1 && names.iter().all(field)
}

/// The group whose seats the bodies behind 由 take, `联席会议|由市发展改革委牵头，负责…`: what the
/// sentence goes on to tell is its own.
fn group(words: &str) -> Option<&str> {
    /// Bytes of such a name at the most.
    const LONGEST: usize = 120;
    let name = words.trim();
    if name.len() > LONGEST {
        return None;
    }
    let is_group = is_one_name(name) && read_body(name).kind == DepartmentKind::Temporary;
    is_group.then_some(name)
}

/// Whether the words behind a body open with a relative clause, 选定的机构. What tells the
/// thing that is done makes none: 委托|有资质的机构, 制定|具体的办法.
fn is_relative(rest: &str) -> bool {
    let end = rest.char_indices().nth(LONGEST_RELATIVE);
    let opening = &rest[..end.map_or(rest.len(), |(at, _)| at)];
    opening.find('的').is_some_and(|end| {
        find_phrase("attribute", &opening[..end]).is_none_or(|(at, _)| at == 0)
    })
}

/// The last of the bodies with the unit of it that its verb is said of:
/// `市教育局|基础教育科|负责`.
fn whole_name<'t>(words: &'t str, mut naming: Naming<'t>) -> Naming<'t> {
    /// Bytes of the unit and the adverbs behind it at the most.
    const LONGEST: usize = 80;
    let rest = head(&words[naming.end..], LONGEST);
    let verbs = [LEAD, CHARGE, "承办", "具体"];
    let verb = verbs.iter().filter_map(|verb| rest.find(verb)).min();
    if let (Some(at), Some(last)) = (verb.filter(|&at| at > 0), naming.names.last_mut())
        // A name may have lost what stood behind it.
        && words[..naming.end].ends_with(*last)
    {
        let (unit, _) = without_adverbs(&rest[..at]);
        let end = naming.end + unit.len();
        if is_unit(unit) {
            *last = &words[naming.end - last.len()..end];
            naming.end = end;
        }
    }
    naming
}

/// Whether words name a part of the body before them: 基础教育科, 养老服务中心.
fn is_unit(words: &str) -> bool {
    /// Characters of such a name.
    const LENGTH: std::ops::RangeInclusive<usize> = 3..=14;
    LENGTH.contains(&words.chars().count())
        && words.ends_with(['科', '处', '室', '股', '队', '站', '所', '心', '办'])
        && words.chars().all(is_han)
        && !words.contains(['由', '的', '和', '为', '将', '按', '在', '向'])
        && !words.contains(JOINTLY)
}

/// Whether bodies that are no offices are told to do something: `由属地供电企业跟进`. A
/// hospital or a company does its own work by rules and means: 由医院根据需要安排. `verb` is
/// `rest` without its adverbs; 由疾控中心统一配送 tells by one of them.
fn is_told_to(names: &[&str], verb: &str, rest: &str) -> bool {
    let charged = verb.contains(CHARGE);
    let by_means = opens_with("by", verb).is_some();
    let agents = names.iter().all(|name| {
        let whole = !name.contains('或') && !is_phrase("no-agent", name);
        whole && (charged || name.chars().count() > 2 && (is_organ(name) || !by_means))
    });
    let acts = |words| opens_with("act", words).is_some();
    agents && (by_means || acts(verb) || acts(rest))
}

/// The bodies behind 由: named, told by a clause, or the one or the other. The clause that
/// says which of the bodies named are meant, 所涉及的|市教育局, is no part of a name.
pub(super) fn agents(words: &str) -> Option<Naming<'_>> {
    let known = |naming: &Naming<'_>| {
        let first = naming.names.first();
        first.is_some_and(|name| read_body(name).canonical.is_some())
    };
    let clause = opens_with("concerned", words);
    let named = clause.and_then(|clause| {
        let mut naming = named_agents(&words[clause..]).filter(known)?;
        naming.end += clause;
        Some(naming)
    });
    named.or_else(|| named_agents(words))
}

/// The bodies that words open with, or that a clause tells.
fn named_agents(words: &str) -> Option<Naming<'_>> {
    let assigned = |naming: &Naming<'_>| {
        let mut names = naming.names.iter();
        are_bodies(&naming.names) && names.all(|name| opens_with("self", name).is_none())
    };
    if let Some(told) = told_body(words) {
        return Some(told);
    }
    let Some(mut naming) = read_leading_bodies(words).filter(assigned) else {
        return level(words);
    };
    // 乡镇街道|组织 is neither 乡镇街 nor an organisation.
    if let [name] = naming.names[..]
        && let Some(level) = acting_level(head(words, LONGEST_LEVEL))
        && (name.len() < level.len() || acts_and_reports(&name[level.len()..]))
    {
        return Some(Naming {
            names: vec![level],
            end: level.len(),
        });
    }
    let rest = &words[naming.end..];
    if let Some(other) = rest.strip_prefix("或者").or(rest.strip_prefix('或')) {
        let from = words.len() - other.len();
        let second =
            told_body(other).or_else(|| read_leading_bodies(other).filter(assigned))?;
        naming.end = from + second.end;
        naming.names.extend(second.names);
    }
    Some(naming)
}

/// Bytes of the name of a level with the verb behind it at the most.
const LONGEST_LEVEL: usize = 48;

/// Whether a name is one of levels of territory.
fn is_level(name: &str) -> bool {
    name.chars().nth(1).is_some() && is_level_list(name)
}

/// A level of territory alone that leads or answers for something, `由|街镇（园区）|牵头`, or does
/// it: `由|街道|审核`.
fn level(words: &str) -> Option<Naming<'_>> {
    let near = head(words, LONGEST_LEVEL);
    let verb = [LEAD, CHARGE].iter().filter_map(|verb| near.find(verb));
    let charged = verb.min().and_then(|verb| {
        let person = near[verb + LEAD.len()..].starts_with('人');
        let (name, _) = without_adverbs(&near[..verb]);
        let alone = !name.contains(['、', '，', ',', '和']);
        (alone && !person && is_level(name)).then_some(name)
    });
    let name = charged.or_else(|| acting_level(near))?;
    Some(Naming {
        names: vec![name],
        end: name.len(),
    })
}

/// The level that words open with when it is one with offices of its own and what it does
/// follows: `街道|初审`, `乡镇（街道）|审核`. Of a 市级 something is told: `由市级|统筹`.
fn acting_level(words: &str) -> Option<&str> {
    /// Characters of its name.
    const LENGTH: std::ops::RangeInclusive<usize> = 2..=8;
    let ends = words.char_indices().map(|(at, c)| at + c.len_utf8());
    let ends = ends.take(*LENGTH.end()).skip(*LENGTH.start() - 1);
    let name = ends
        .map(|end| &words[..end])
        .filter(|name| {
            name.ends_with(['乡', '镇', '街', '道', '区', '县', '旗', '）', ')'])
        })
        .filter(|name| is_level_list(name) && is_balanced(name))
        .last()?;
    let (verb, _) = after_adverbs(&words[name.len()..]);
    opens_with("act", verb).map(|_| name)
}

/// Whether words that seemed to go on with a name are what its level does, and to whom it
/// hands that on: 各街道|审核后报县民政局, but not 县区|管理部门.
fn acts_and_reports(words: &str) -> bool {
    opens_with("act", words).is_some_and(|end| {
        let behind = &words[end..];
        behind.is_empty() || behind.starts_with(['后', '报', '并'])
    })
}

/// Whether all brackets of a name are closed.
fn is_balanced(name: &str) -> bool {
    name.contains(['（', '(']) == name.ends_with(['）', ')'])
}
