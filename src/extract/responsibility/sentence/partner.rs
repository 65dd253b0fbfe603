//! Those who take part: `会同有关部门`, `、成员单位共同参与`.

use super::body::{in_brackets, subject};
use super::{CHARGE, JOINTLY, LEAD, Reader, Subject};
use crate::extract::responsibility::act_role;
use crate::grammar::department::{
    are_bodies, opens_clause, read_body, read_leading_bodies,
};
use crate::grammar::region;
use crate::lexicon::duty::{
    after_adverbs, find_phrase, has_verb, opening_verb, without_adverbs, without_tail,
};
use crate::model::{DepartmentKind, Role};
use crate::span::Span;

/// Bodies that words open with, and what they do.
struct Acting<'t> {
    names: Vec<&'t str>,
    /// What follows them.
    after: &'t str,
    /// What follows the adverbs behind them.
    verb: &'t str,
    /// Whether each does its own part.
    division: bool,
}

/// The bodies that words open with, and what they do.
fn acting(words: &str) -> Option<Acting<'_>> {
    let naming = read_leading_bodies(words)?;
    let after = &words[naming.end..];
    let (verb, division) = after_adverbs(after);
    are_bodies(&naming.names).then_some(Acting {
        names: naming.names,
        after,
        verb,
        division,
    })
}

/// What bodies do straight behind their names, 由民政局牵头，财政局|做好资金保障: who they are
/// must be known, and 逐级报至省发改委 is no name.
fn role_of_act(names: &[&str], after: &str) -> Option<Role> {
    let known = |name: &&str| {
        let vague =
            read_body(name).kind == DepartmentKind::Collective && !region::is_place(name);
        !vague && act_role(name).is_none()
    };
    // 各区政府|协调推进 closes its clause with a verb.
    let closes = without_tail(after).len() < after.len();
    let acts = !closes && names.iter().all(known);
    acts.then(|| act_role(after))?
}

impl<'t> Reader<'t, '_> {
    /// After the leading body: `发改、财政等部门共同…`, `各地区配合`.
    pub(super) fn read_partners(&mut self, words: &'t str) -> bool {
        // 商丘市 and 应县 begin as 商 and 应 do.
        let place = region::is_place(words);
        let rest = if place { words } else { after_adverbs(words).0 };
        let joined = ["会同", "联合", "商"]
            .iter()
            // 商务局 begins as 商市财政局 does.
            .filter(|&&word| !place && (word != "商" || opens_clause(rest)))
            .find_map(|word| rest.strip_prefix(word));
        let rest = joined.unwrap_or(rest);
        let Some(naming) = read_leading_bodies(rest) else {
            return false;
        };
        let after = &rest[naming.end..];
        let together = ["共同", "联合", "协同", "密切"]
            .iter()
            .any(|word| after.starts_with(word));
        let (verb, division) = after_adverbs(after);
        let role = match opening_verb(verb) {
            Some((role, _)) => role,
            None if together || joined.is_some() => Role::Cooperating,
            None => match role_of_act(&naming.names, after) {
                Some(role) => role,
                None => return false,
            },
        };
        if !are_bodies(&naming.names) {
            return false;
        }
        self.led = true;
        self.push(role, division, &naming.names);
        true
    }

    /// After who is responsible: `省农业厅、省环保局配合`, `各县区具体落实`.
    pub(super) fn read_helpers(&mut self, words: &'t str) -> bool {
        let Some(acting) = acting(words) else {
            return false;
        };
        let role = match opening_verb(acting.verb) {
            Some((Role::Cooperating, _)) => Role::Cooperating,
            Some((Role::Responsible, length)) if length == acting.verb.len() => {
                Role::Responsible
            }
            None => match role_of_act(&acting.names, acting.after) {
                Some(role) => role,
                None => return false,
            },
            _ => return false,
        };
        self.charged = true;
        self.push(role, acting.division, &acting.names);
        true
    }

    /// A sentence of its own behind one that gives a duty: `县人社局配合做好待遇保障`.
    pub(super) fn read_cooperating(&mut self, sentence: Span, words: &'t str) -> bool {
        // 县教育局指导学校…: what it does of its own accord is no help.
        let helps = |acting: &Acting<'_>| {
            find_phrase("help", acting.verb).is_some_and(|(at, _)| at == 0)
        };
        let helper = has_verb(words, Role::Cooperating).then(|| acting(words));
        let Some(acting) = helper.flatten().filter(helps) else {
            return false;
        };
        self.clause = sentence;
        self.push(Role::Cooperating, acting.division, &acting.names);
        true
    }

    /// What follows 牵头 in its own clause: `、成员单位共同参与`, `，会同…`.
    pub(super) fn read_more_partners(&mut self, after: &'t str) {
        if let Some(rest) = after.strip_prefix('、') {
            self.read_partners(rest);
        } else if let Some(at) = after.find(JOINTLY).filter(|&at| at <= 6)
            && let Some(naming) = read_leading_bodies(&after[at + JOINTLY.len()..])
            && are_bodies(&naming.names)
        {
            self.push(Role::Cooperating, false, &naming.names);
        }
    }

    pub(super) fn push_joint(&mut self, leads: &[&'t str], after: &'t str) -> bool {
        let Some(naming) = read_leading_bodies(after) else {
            return false;
        };
        if !are_bodies(&naming.names) {
            return false;
        }
        self.push(Role::Lead, false, leads);
        self.push(Role::Cooperating, false, &naming.names);
        self.charged = true;
        self.subject = Subject::Known(leads.to_vec());
        true
    }

    /// `市医改办会同有关部门加强监测`.
    pub(super) fn read_joint(&mut self, words: &'t str, led: bool) -> bool {
        let Some(at) = words.find(JOINTLY).filter(|&at| !in_brackets(words, at)) else {
            return false;
        };
        let after = &words[at + JOINTLY.len()..];
        let (left, _) = without_adverbs(&words[..at]);
        // 市发改委|牵头|会同, 市发改委|负责|会同
        let verb = [LEAD, CHARGE]
            .iter()
            .find_map(|verb| left.strip_suffix(verb));
        let left = without_adverbs(verb.unwrap_or(left)).0;
        if left.trim_start_matches(['并', '且', '还', '也']).is_empty() {
            return self.read_partners_of_topic(after, led);
        }
        match subject(left) {
            Some(leads) => self.push_joint(&leads, after),
            None => false,
        }
    }

    /// `…，会同…` goes on about whom the clauses before it are about.
    fn read_partners_of_topic(&mut self, after: &'t str, led: bool) -> bool {
        let Some(naming) = read_leading_bodies(after) else {
            return false;
        };
        if !led && !are_bodies(&naming.names) {
            return false;
        }
        let headed = self.unit.is_some() || self.opens && self.before.is_empty();
        let topic = std::mem::take(&mut self.topic);
        let known = |name: &&str| {
            let mut all = self.list.iter().flat_map(|known| &known.departments);
            all.any(|department| department.name == **name)
        };
        if !led && !topic.is_empty() && !topic.iter().all(known) {
            self.push(Role::Lead, false, &topic);
        } else if !led && topic.is_empty() && !headed {
            return false;
        }
        self.push(Role::Cooperating, false, &naming.names);
        self.topic = topic;
        true
    }
}
