//! Those in charge: `…牵头`, `…负责`, `…的主体责任`, `…为责任单位`.

use super::body::{
    LONGEST_LIST, charged, closes_with_told_body, in_brackets, is_office, is_organ,
    names_person, subject, tells_body, topic,
};
use super::{CHARGE, LEAD, Reader, Subject, TOGETHER};
use crate::extract::responsibility::{add, responsibility};
use crate::grammar::department::{
    are_bodies, is_han, is_level_list, read_body, read_leading_bodies,
};
use crate::lexicon::duty::{
    Label, after_adverbs, closes_with, closing_verb, find_phrase, last_verb, may_divide,
    opening_verb, opens_with, read_label, without_adverbs,
};
use crate::model::{DepartmentKind, Responsibility, Role};
use crate::text::tail;

impl<'t> Reader<'t, '_> {
    /// `区民政部门牵头做好…`, `甲医院牵头、成员单位共同参与`.
    pub(super) fn read_lead(&mut self, words: &'t str) -> bool {
        let mut at = 0;
        while let Some(offset) = words[at..].find(LEAD) {
            let lead = at + offset;
            at = lead + LEAD.len();
            let after = &words[at..];
            if opens_with("lead-noun", after).is_some() || in_brackets(words, lead) {
                continue;
            }
            let before = tail(&words[..lead], 2 * LONGEST_LIST);
            // 负责牵头 leads as 牵头负责 does.
            let before = before.strip_suffix(CHARGE).unwrap_or(before);
            // 市委宣传部总牵头
            let before = before.strip_suffix('总').unwrap_or(before);
            let (left, division) = without_adverbs(before);
            let left = ["建立", "成立"]
                .iter()
                .find_map(|verb| left.rfind(verb).map(|at| &left[at + verb.len()..]))
                .unwrap_or(left);
            // 区建管委：负责规划。|牵头制定标准
            if left.is_empty()
                && let Some(unit) = self.unit
            {
                self.read_more_partners(after);
                return self.push_unit(Role::Lead, unit);
            }
            let Some(names) = subject(left) else {
                continue;
            };
            let partners = after.starts_with('、');
            if !partners && !names.iter().all(|name| may_lead(name)) {
                continue;
            }
            self.push(Role::Lead, division, &names);
            self.led = true;
            self.subject = Subject::Known(names);
            self.read_more_partners(after);
            return true;
        }
        false
    }

    /// `财政部负责安排所需经费`; without a subject the sentence's: `，负责…`.
    pub(super) fn read_charge(&mut self, words: &'t str) -> bool {
        let found = [CHARGE, "承担"].into_iter().find_map(|verb| {
            let at = words.find(verb)?;
            (!in_brackets(words, at)).then_some((verb, at))
        });
        let Some((verb, at)) = found else {
            return false;
        };
        let after = &words[at + verb.len()..];
        let (left, mut division) = without_adverbs(&words[..at]);
        let left = left.trim_start_matches(['并', '且']);
        let duty = match verb {
            CHARGE => !names_person(after),
            // 承担的责任 and 承担…责任的 are no predicates.
            _ => find_phrase("work", after).is_some_and(|(at, length)| {
                !after.starts_with('的') && !after[at + length..].starts_with('的')
            }),
        };
        let duty = duty
            && !tells_body(after)
            && find_phrase("penal", after).is_none()
            && find_phrase("roster", after).is_none()
            && !closes_with_told_body(after);
        if !duty {
            return false;
        }
        let names = if left.is_empty() {
            // 甲和乙在职责范围内，分别负责…
            let divided = without_adverbs(self.before).1;
            let shared = divided.then(|| topic(self.before)).flatten();
            division |= shared.is_some();
            if let (None, Some(unit)) = (&shared, self.unit) {
                return self.push_unit(Role::Responsible, unit);
            }
            shared.unwrap_or_else(|| self.subject.names())
        } else {
            let level = || own_level(left, after).map(|name| vec![name]);
            match subject(left).or_else(|| charged(left)).or_else(level) {
                Some(names) => names,
                None => return false,
            }
        };
        if names.is_empty() || after.trim().is_empty() && left.is_empty() {
            return false;
        }
        self.push(Role::Responsible, division, &names);
        self.charged = true;
        self.subject = Subject::Known(names);
        true
    }

    /// What the unit that heads an item leads or is responsible for.
    fn push_unit(&mut self, role: Role, unit: &Responsibility) -> bool {
        let mut duty =
            responsibility(self.text, self.clause, role, unit.division_of_work, &[]);
        duty.departments.clone_from(&unit.departments);
        add(self.list, duty);
        true
    }

    /// `各部门根据职责分工对…进行监督`: what each does within its own duties.
    pub(super) fn read_division(&mut self, words: &'t str) -> bool {
        if !may_divide(words) {
            return false;
        }
        let Some(naming) = read_leading_bodies(words) else {
            return false;
        };
        let rest = &words[naming.end..];
        let (verb, division) = after_adverbs(rest);
        // 甲局、乙局按照职责分工，共同抓好落实; 甲局、乙局在各自职责范围内，做好监管工作
        let behind = &self.text[self.clause.end..];
        let done = verb.is_empty()
            && behind.strip_prefix(['，', ',']).is_some_and(|next| {
                opening_verb(after_adverbs(next).0).is_some()
                    || opens_with("act", next).is_some()
            });
        let duty = division
            && (!verb.is_empty() || done)
            && find_phrase("each", rest).is_none()
            && are_bodies(&naming.names)
            && (!rest.starts_with('要')
                || naming.names.iter().all(|name| is_office(name)));
        if duty {
            let role = match opening_verb(verb) {
                Some((role, _)) => role,
                None if rest.contains(TOGETHER) => Role::Cooperating,
                None => Role::Responsible,
            };
            self.push(role, true, &naming.names);
        }
        duty
    }

    /// `县级党委、政府发挥…的主体责任`.
    pub(super) fn read_liability(&mut self, words: &'t str) -> bool {
        if find_phrase("liability", words).is_none() {
            return false;
        }
        let Some(naming) = read_leading_bodies(words) else {
            return false;
        };
        let (verb, _) = after_adverbs(&words[naming.end..]);
        let bears = opens_with("bear", verb).is_some()
            || verb.starts_with('对') && words.ends_with("责");
        if !bears
            || !are_bodies(&naming.names)
            || !naming
                .names
                .iter()
                .all(|name| is_organ(name) && !is_by_trade(name))
        {
            return false;
        }
        self.push(Role::Responsible, false, &naming.names);
        true
    }

    /// `宣传、财政等部门要各司其职、各负其责`: only with bodies that are named.
    pub(super) fn read_each(&mut self, words: &'t str) -> bool {
        let Some((at, _)) = find_phrase("each", words) else {
            return false;
        };
        let Some(names) = subject(without_adverbs(&words[..at]).0) else {
            return false;
        };
        let named = names
            .iter()
            .any(|name| read_body(name).kind != DepartmentKind::Collective);
        if named {
            self.push(Role::Responsible, true, &names);
        }
        named
    }

    /// `省林业局为牵头单位、市县林业局为责任单位`.
    pub(super) fn read_as(&mut self, words: &'t str) -> bool {
        let mut found = false;
        let mut start = 0;
        let mut at = 0;
        while let Some(offset) = words[at..].find(['为', '是']) {
            let verb = at + offset;
            at = verb + '为'.len_utf8();
            let Some((phrase, length)) = find_phrase("as", &words[at..]) else {
                break;
            };
            let left = words[start..verb].trim_start_matches(['、', '，', '以', '由']);
            let label = &words[at + phrase..at + phrase + length];
            let role = match read_label(label) {
                Some(Label::Bodies(role)) => role,
                _ => Role::Responsible,
            };
            if let Some(names) = subject(left) {
                self.push(role, false, &names);
                self.led |= role == Role::Lead;
                found = true;
            }
            at += phrase + length;
            start = at;
        }
        found
    }

    /// `各县(市、区)财政、医保等有关部门共同参与`.
    pub(super) fn read_common(&mut self, words: &'t str) -> bool {
        let Some(verb) = closing_verb(words).filter(|_| words.contains("共同")) else {
            return false;
        };
        let Some(names) = subject(verb.subject).filter(|names| names.len() > 1) else {
            return false;
        };
        self.push(verb.role, verb.division, &names);
        true
    }

    /// `市委宣传部统筹，市教育局落实`: a clause that is its bodies and their verb.
    pub(super) fn read_whole(&mut self, words: &'t str) -> bool {
        // 大赛由市教育局主办，市体育局承办 tells whose event it is.
        let plain =
            !words.contains("共同") && !words.contains('由') && !words.ends_with('办');
        let Some(verb) = last_verb(words).filter(|_| plain) else {
            return false;
        };
        let Some(names) = subject(verb.subject) else {
            return false;
        };
        let named = names.iter().all(|name| is_office(name));
        if named {
            self.push(verb.role, verb.division, &names);
            self.led = verb.role == Role::Lead;
            self.charged = !self.led;
            self.subject = Subject::Known(names);
        }
        named
    }

    /// `环境保护主管部门予以配合`: only with bodies that are named.
    pub(super) fn read_help(&mut self, words: &'t str) -> bool {
        let verb = closing_verb(words).filter(|verb| verb.role == Role::Cooperating);
        let Some(verb) = verb.filter(|_| words.ends_with("配合")) else {
            return false;
        };
        let Some(names) = subject(verb.subject) else {
            return false;
        };
        let shared = names.len() > 1 && words.contains('等');
        let named = |name: &&str| {
            is_office(name)
                || shared && read_body(name).kind != DepartmentKind::Collective
        };
        let all = names.iter().all(named);
        if all {
            self.push(Role::Cooperating, verb.division, &names);
        }
        all
    }
}

/// Whether a body may be told to lead: an organ, or what a place runs itself, 县融媒体中心.
/// A hospital or school that leads others is no administration.
fn may_lead(name: &str) -> bool {
    is_organ(name)
        || name.starts_with(['省', '市', '州', '盟', '县', '旗', '区', '乡', '镇'])
            && closes_with("care", name).is_none()
}

/// Whether a 单位 is told by what it does, as those are whom rules are made for: 建设单位要落实主体责任
/// says no more than 企业要落实主体责任.
fn is_by_trade(name: &str) -> bool {
    let stem = name.strip_suffix("单位");
    stem.is_some_and(|stem| find_phrase("unit-stem", stem).is_none())
}

/// The level of territory that is all of a clause before what it is in charge of:
/// `乡镇|负责|审核`. A slogan says no more than that it is: `市县负责、部门协同`.
fn own_level<'t>(words: &'t str, duty: &str) -> Option<&'t str> {
    let name = words.trim();
    let own = name.chars().nth(1).is_some() && !name.ends_with('级');
    (own && duty.starts_with(is_han) && !duty.starts_with('的') && is_level_list(name))
        .then_some(name)
}
