//! Statements of responsibility in running sentences: `由医管办牵头，发改、财政等部门共同…`.
//!
//! They count only where a duty is assigned. A mere subject (`公立医院要…`) is none, nor is
//! a person.

use std::sync::LazyLock;

use super::{add, responsibility};
use crate::grammar::bracket::{is_closing, is_opening};
use crate::grammar::department::{
    Naming, are_bodies, is_level_list, is_one_name, is_vague, read_body,
    read_department_list, read_leading_bodies,
};
use crate::grammar::region::is_division;
use crate::lexicon::any::AnyOf;
use crate::lexicon::chars::CharSet;
use crate::lexicon::duty::{
    Label, after_adverbs, closes_with, closing_verb, find_phrase, has_verb, is_phrase,
    opening_verb, opens_with, read_label, without_adverbs,
};
use crate::model::{DepartmentKind, Responsibility, Role};
use crate::span::Span;
use crate::text::{head, tail};

/// What a sentence must hold to be read.
static TRIGGER: LazyLock<AnyOf> = LazyLock::new(|| {
    AnyOf::new("牵头|负责|会同|由|承担|责任|总责|各司其职|各负其责|各尽其责|共同参|职责")
});

/// Characters of a relative clause behind 由 + body at the most, with its 的.
const LONGEST_RELATIVE: usize = 6;

const LEAD: &str = "牵头";
const CHARGE: &str = "负责";
const JOINTLY: &str = "会同";
const TOGETHER: &str = "协同";

/// Adds what the sentences of `text[own]` assign; `apart` are the markers among them.
pub(crate) fn find_statements(
    text: &str,
    own: Span,
    apart: &[Span],
    list: &mut Vec<Responsibility>,
) {
    let mut start = own.start;
    // The statement at an item's very start is its heading's: 市工信局：会同市委文明办….
    let unit = list.iter().find(|known| known.span.start == own.start);
    let unit = unit.cloned();
    let ends = apart.iter().copied().chain([Span::new(own.end, own.end)]);
    for marker in ends {
        let stretch = Span::new(start, marker.start.max(start));
        start = marker.end.max(start);
        if TRIGGER.is_in(&text[stretch.range()]) {
            for sentence in split(text, stretch, &SENTENCES) {
                if TRIGGER.is_in(&text[sentence.range()]) {
                    let mut reader = Reader::new(text, list);
                    reader.unit = unit.as_ref();
                    reader.opens = text[own.start..sentence.start].trim().is_empty();
                    reader.read_sentence(sentence);
                }
            }
        }
    }
}

/// What the name of a body at the head of an item may be followed by.
static HEAD_ENDS: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(["：:\n。，"]));

/// Adds the duty that an item in a list of duties has from its heading: `区规划资源局：…`,
/// or a heading of nothing but the body's name.
pub(crate) fn heading_statement(text: &str, own: Span, list: &mut Vec<Responsibility>) {
    /// Characters of a duty at the least.
    const SHORTEST: usize = 6;
    /// Bytes of a list of bodies that is a heading at the most.
    const LONGEST: usize = 600;
    let words = &text[own.range()];
    let Some(end) = HEAD_ENDS.find_at(head(words, LONGEST), 0) else {
        return;
    };
    let (bodies, rest) = (words[..end].trim(), &words[end..]);
    if rest.starts_with(['。', '，']) || rest.chars().nth(SHORTEST - 1).is_none() {
        return;
    }
    let rest = rest.trim_start_matches(['：', ':', '\n', '\r', ' ', '\u{3000}']);
    // 各镇、街道、开发区 is one collective.
    let places = bodies.starts_with('各') && is_level_list(bodies);
    let names = if places {
        vec![bodies]
    } else {
        read_department_list(bodies)
    };
    let known = names.iter().all(|name| {
        let body = read_body(name);
        let length = name.chars().count();
        let place = names.len() > 1
            && (body.kind == DepartmentKind::Government || is_level_list(name));
        let sure = body.canonical.is_some()
            || (body.kind != DepartmentKind::Collective || name.starts_with('各'))
                && length > 3
            || place && length > 2;
        // 各建设单位, not 各部门
        let named = !is_vague(name) || name.starts_with('各') && length > 4;
        sure && !body.bare && named && is_plain_name(name)
    });
    if !(places || known && are_bodies(&names)) {
        return;
    }
    let role = if rest.starts_with(LEAD) {
        Role::Lead
    } else {
        Role::Responsible
    };
    let span = Span::new(own.start, own.start + end);
    add(list, responsibility(text, span, role, false, &names));
}

/// The stretches of `text[span]` between separators outside brackets and quotation marks;
/// `marks` are the separators, the brackets and the quotation marks.
fn split(text: &str, span: Span, marks: &CharSet) -> Vec<Span> {
    let text = &text[..span.end];
    let mut parts = Vec::new();
    let mut depth = 0usize;
    let mut start = span.start;
    let mut close = |start: usize, end: usize| {
        if !text[start..end].trim_start().is_empty() {
            parts.push(Span::new(start, end));
        }
    };
    let mut from = span.start;
    while let Some(at) = marks.find_at(text, from) {
        let Some(c) = text[at..].chars().next() else {
            break;
        };
        from = at + c.len_utf8();
        if is_opening(c) || c == '“' || c == '《' {
            depth += 1;
        } else if is_closing(c) || c == '”' || c == '》' {
            depth = depth.saturating_sub(1);
        } else if depth == 0 || c == '\n' {
            depth = 0;
            close(start, at);
            start = from;
        }
    }
    close(start, span.end);
    parts
}

/// Brackets and quotation marks, inside which nothing is split.
const PAIRS: &str = "（(〔[［【）)〕]］】“”《》";

static SENTENCES: LazyLock<CharSet> =
    LazyLock::new(|| CharSet::of([PAIRS, "。！？；;!?\n"]));

static CLAUSES: LazyLock<CharSet> = LazyLock::new(|| CharSet::of([PAIRS, "，,：:"]));

/// Whether a body is one that orders and is ordered: no hospital, no company.
fn is_organ(name: &str) -> bool {
    !matches!(
        read_body(name).kind,
        DepartmentKind::Enterprise | DepartmentKind::Institution | DepartmentKind::Other
    )
}

/// Whether a body is a public office of its own field, which needs no verb of duty:
/// `由市绿化市容部门批准`.
fn is_office(name: &str) -> bool {
    let body = read_body(name);
    let collective = body.kind == DepartmentKind::Collective
        && !(name.ends_with("部门") || name.ends_with("机关"))
        && !is_level_list(name)
        && body.canonical.is_none();
    is_organ(name) && !collective && !is_vague(name) && !body.bare && is_plain_name(name)
}

/// Whether names can be the ones a sentence assigns a duty to.
fn are_assignable(names: &[&str]) -> bool {
    are_bodies(names)
        && names.iter().all(|name| {
            let own = opens_with("self", name).is_some() && !name.starts_with("其他");
            name.chars().count() > 2 && !own || read_body(name).canonical.is_some()
        })
}

/// Bytes of a list of bodies before its verb at the most: the longest have some 40 names. A
/// sentence without end and a verb in every clause is read no further back.
const LONGEST_LIST: usize = 2400;

/// The bodies that words consist of, when they consist of nothing else.
fn subject(words: &str) -> Option<Vec<&str>> {
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
fn is_plain_name(name: &str) -> bool {
    let class = name.starts_with(['各', '有', '相', '所']);
    let relative = !class && name.contains('的');
    // 市、区民政部门 is one name over a 、.
    let last = match name.rfind('、') {
        Some(at) if !in_brackets(name, at) => &name[at + '、'.len_utf8()..],
        _ => name,
    };
    is_one_name(last) && !relative
}

/// Characters of a body that a clause tells at the most.
const LONGEST_TOLD: usize = 30;

/// The body that words begin with and that a clause tells: `本级人民政府指定的部门`,
/// `颁发证书的单位`, `相应道路、绿化的管养单位`. What it does must follow.
fn told_body(words: &str) -> Option<Naming<'_>> {
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

/// Whether bodies that are no offices are told to do something: `由属地供电企业跟进`. A
/// hospital or a company does its own work by rules and means: 由医院根据需要安排.
fn is_told_to(names: &[&str], verb: &str) -> bool {
    let charged = verb.contains(CHARGE);
    let by_means = opens_with("by", verb).is_some();
    let agents = names.iter().all(|name| {
        let whole = !name.contains('或') && !is_phrase("no-agent", name);
        whole && (charged || name.chars().count() > 2 && (is_organ(name) || !by_means))
    });
    agents && (by_means || opens_with("act", verb).is_some())
}

fn minds_own_affair(rest: &str) -> bool {
    find_phrase("own-affair", rest).is_some()
}

/// Whether words begin with what a body does when it is told to.
fn does_duty(verb: &str) -> bool {
    opening_verb(verb).is_some() || opens_with("act", verb).is_some()
}

/// The bodies before a verb that another body charges: `州人民政府授权` + `州数据局`, or a
/// body that a clause tells: `县人民政府确定的数据主管部门`; a place stands for its government.
fn charged(left: &str) -> Option<Vec<&str>> {
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
fn closes_with_told_body(words: &str) -> bool {
    let noun = words.rfind('的').map(|at| &words[at + '的'.len_utf8()..]);
    noun.is_some_and(|noun| ["机构", "部门", "机关"].contains(&noun))
}

/// The bodies that a clause is about, when it says what they do.
fn topic(words: &str) -> Option<Vec<&str>> {
    let naming = read_leading_bodies(words)?;
    let rest = &words[naming.end..];
    // 市政府确定的项目 is about projects; …协调不成的 about who does not agree.
    let relative = rest
        .find('的')
        .is_some_and(|at| at <= 3 * LONGEST_RELATIVE && !rest.ends_with('的'));
    let told = ["已", "曾", "正在"]
        .iter()
        .any(|word| rest.starts_with(word));
    let about = !rest.is_empty()
        && !relative
        && !told
        && are_assignable(&naming.names)
        && naming.names.iter().all(|name| is_organ(name));
    about.then_some(naming.names)
}

/// The body that opens a sentence is its subject: `联合采购办公室由…组成，负责…`.
fn leading_subject(opening: &str) -> Option<Vec<&str>> {
    let naming = read_leading_bodies(opening)?;
    let told = closes_with_told_body(opening);
    let is_subject = naming.end < opening.len() && are_assignable(&naming.names);
    is_subject.then(|| if told { vec![opening] } else { naming.names })
}

/// Reads one sentence, clause by clause.
struct Reader<'t, 'l> {
    text: &'t str,
    list: &'l mut Vec<Responsibility>,
    /// The clause being read.
    clause: Span,
    /// Who a clause without a subject goes on about, but for `openings`.
    subject: Vec<&'t str>,
    /// First clauses of sentences since, which may say otherwise. Few are ever asked.
    openings: Vec<&'t str>,
    /// Whom the last clause with a subject of its own is about.
    topic: Vec<&'t str>,
    /// The duty of the unit that heads the item.
    unit: Option<&'l Responsibility>,
    /// Whether the sentence opens its item: what is above it may say whose duty it is.
    opens: bool,
    /// The clause before.
    before: &'t str,
    /// Whether the clause before named who leads.
    led: bool,
    /// Whether it named who is responsible.
    charged: bool,
    /// The bodies behind 由 that it ends in, before it says what they do.
    agents: Vec<&'t str>,
}

impl<'t, 'l> Reader<'t, 'l> {
    fn new(text: &'t str, list: &'l mut Vec<Responsibility>) -> Self {
        Self {
            text,
            list,
            clause: Span::default(),
            subject: Vec::new(),
            openings: Vec::new(),
            topic: Vec::new(),
            unit: None,
            opens: false,
            before: "",
            led: false,
            charged: false,
            agents: Vec::new(),
        }
    }

    fn read_sentence(&mut self, sentence: Span) {
        let joint = self.text[sentence.range()].contains(JOINTLY);
        for (index, clause) in
            split(self.text, sentence, &CLAUSES).into_iter().enumerate()
        {
            let words = &self.text[clause.range()];
            let lead = words.len() - words.trim_start().len();
            self.clause =
                Span::new(clause.start + lead, clause.start + words.trim_end().len());
            let words = &self.text[self.clause.range()];
            if index == 0 {
                self.openings.push(words);
            }
            self.introduce(words);
            let led = std::mem::take(&mut self.led);
            let charged = std::mem::take(&mut self.charged);
            let read = charged && self.read_helpers(words);
            let known = self.list.len();
            if !read && (TRIGGER.is_in(words) || led) {
                self.read_clause(words, led);
            }
            self.share_with_agents(known, words);
            if joint && let Some(names) = topic(words) {
                self.topic = names;
            }
            self.before = words;
        }
    }

    /// `由市财政局、市农业局，各县（市）、区人民政府负责`: a comma parts the bodies behind 由, and
    /// those before it have the duty that the clause behind it gives.
    fn share_with_agents(&mut self, known: usize, words: &'t str) {
        let agents = std::mem::take(&mut self.agents);
        if let Some(new) = self.list.get_mut(known)
            && new.role == Role::Responsible
            && !agents.is_empty()
        {
            let before = responsibility(self.text, self.clause, new.role, false, &agents);
            new.departments.splice(0..0, before.departments);
        }
        self.agents = match words.rsplit_once('由') {
            Some((_, list)) if self.list.len() == known => listed(list),
            _ => Vec::new(),
        };
    }

    fn read_clause(&mut self, words: &'t str, led: bool) {
        let _ = led && self.read_partners(words)
            || self.read_agents(words)
            || self.read_joint(words, led)
            || self.read_lead(words)
            || self.read_charge(words)
            || self.read_liability(words)
            || self.read_each(words)
            || self.read_division(words)
            || self.read_as(words)
            || self.read_common(words);
    }

    /// Who a clause without a subject goes on about.
    fn subject(&mut self) -> Vec<&'t str> {
        let openings = std::mem::take(&mut self.openings);
        if let Some(names) = openings.into_iter().rev().find_map(leading_subject) {
            self.subject = names;
        }
        self.subject.clone()
    }

    fn set_subject(&mut self, names: Vec<&'t str>) {
        self.openings.clear();
        self.subject = names;
    }

    /// A body that a clause introduces: `下设办公室，承担日常工作`.
    fn introduce(&mut self, words: &'t str) {
        let mut at = 0;
        while let Some((found, length)) = find_phrase("introduce", &words[at..]) {
            at += found + length;
            if let Some(naming) = read_leading_bodies(&words[at..])
                && are_assignable(&naming.names)
                && naming.names.iter().all(|name| name.chars().count() > 2)
            {
                at += naming.end;
                self.set_subject(naming.names);
            }
        }
    }

    fn push(&mut self, role: Role, division: bool, names: &[&str]) {
        let new = responsibility(self.text, self.clause, role, division, names);
        add(self.list, new);
    }

    /// After the leading body: `发改、财政等部门共同…`, `各地区配合`.
    fn read_partners(&mut self, words: &'t str) -> bool {
        let (rest, _) = after_adverbs(words);
        let rest = ["会同", "联合", "商"]
            .iter()
            .find_map(|word| rest.strip_prefix(word))
            .unwrap_or(rest);
        let joined = rest.len() < words.len();
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
            None if together || joined => Role::Cooperating,
            None => return false,
        };
        if !are_bodies(&naming.names) {
            return false;
        }
        self.led = true;
        self.push(role, division, &naming.names);
        true
    }

    /// After who is responsible: `省农业厅、省环保局配合`.
    fn read_helpers(&mut self, words: &'t str) -> bool {
        if !has_verb(words, Role::Cooperating) {
            return false;
        }
        let Some(naming) = read_leading_bodies(words) else {
            return false;
        };
        let (verb, division) = after_adverbs(&words[naming.end..]);
        let helps = opening_verb(verb).is_some_and(|(role, _)| role == Role::Cooperating);
        if helps && are_bodies(&naming.names) {
            self.charged = true;
            self.push(Role::Cooperating, division, &naming.names);
            return true;
        }
        false
    }

    /// 由 + body + what it does.
    fn read_agents(&mut self, words: &'t str) -> bool {
        let mut found = false;
        let mut at = 0;
        while let Some(offset) = words[at..].find('由') {
            let agent = at + offset;
            at = agent + '由'.len_utf8();
            let is_word = words[..agent].ends_with(['自', '理', '经', '缘', '事'])
                || words[at..].starts_with(['于', '此', '来']);
            if is_word || in_brackets(words, agent) {
                continue;
            }
            if let Some(naming) = agents(&words[at..]) {
                let rest = &words[at + naming.end..];
                let left_open = words[..agent].ends_with(['交', '可']);
                found |= self.read_agent(naming, rest, left_open);
            }
        }
        found
    }

    /// Reads what the bodies behind 由 do; `left_open` are 交由 and 可由.
    fn read_agent(&mut self, naming: Naming<'t>, rest: &'t str, left_open: bool) -> bool {
        let (verb, division) = after_adverbs(rest);
        let names = naming.names;
        if let Some(after) = verb.strip_prefix(LEAD) {
            self.push(Role::Lead, division, &names);
            self.led = true;
            self.read_more_partners(after);
        } else if let Some(after) = verb.strip_prefix(JOINTLY) {
            return self.push_joint(&names, after);
        } else if verb.is_empty()
            || [verb, rest]
                .iter()
                .any(|words| opens_with("no-duty", words).is_some())
            || find_phrase("penal", rest).is_some()
            // 由区政府选定的机构 says whose choice, not who does; 由市政府批准的，… when.
            || opens_with("by", rest).is_none()
                && rest.chars().take(LONGEST_RELATIVE).any(|c| c == '的')
            || rest.ends_with('的')
            || find_phrase("post", rest).is_some()
            // 由城管中队6名、派出所4名人员组成: so many of them, not the body.
            || rest.starts_with(|c: char| c.is_ascii_digit())
        {
            return false;
        } else if let Some((role, length)) = opening_verb(verb) {
            if opens_with("person-noun", &verb[length..]).is_some() {
                return false;
            }
            self.push(role, division, &names);
            self.charged = true;
        } else if names.iter().all(|name| is_office(name))
            || !left_open && is_told_to(&names, verb) && !minds_own_affair(rest)
        {
            self.push(Role::Responsible, division, &names);
        } else {
            return false;
        }
        self.set_subject(names);
        true
    }

    /// What follows 牵头 in its own clause: `、成员单位共同参与`, `，会同…`.
    fn read_more_partners(&mut self, after: &'t str) {
        if let Some(rest) = after.strip_prefix('、') {
            self.read_partners(rest);
        } else if let Some(at) = after.find(JOINTLY).filter(|&at| at <= 6)
            && let Some(naming) = read_leading_bodies(&after[at + JOINTLY.len()..])
            && are_bodies(&naming.names)
        {
            self.push(Role::Cooperating, false, &naming.names);
        }
    }

    fn push_joint(&mut self, leads: &[&'t str], after: &'t str) -> bool {
        let Some(naming) = read_leading_bodies(after) else {
            return false;
        };
        if !are_bodies(&naming.names) {
            return false;
        }
        self.push(Role::Lead, false, leads);
        self.push(Role::Cooperating, false, &naming.names);
        self.charged = true;
        self.set_subject(leads.to_vec());
        true
    }

    /// `市医改办会同有关部门加强监测`.
    fn read_joint(&mut self, words: &'t str, led: bool) -> bool {
        let Some(at) = words.find(JOINTLY).filter(|&at| !in_brackets(words, at)) else {
            return false;
        };
        let after = &words[at + JOINTLY.len()..];
        let (left, _) = without_adverbs(&words[..at]);
        let left = left.strip_suffix(LEAD).unwrap_or(left);
        let left = without_adverbs(left).0;
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

    /// `区民政部门牵头做好…`, `甲医院牵头、成员单位共同参与`.
    fn read_lead(&mut self, words: &'t str) -> bool {
        let mut at = 0;
        while let Some(offset) = words[at..].find(LEAD) {
            let lead = at + offset;
            at = lead + LEAD.len();
            let after = &words[at..];
            if opens_with("lead-noun", after).is_some() || in_brackets(words, lead) {
                continue;
            }
            let before = tail(&words[..lead], 2 * LONGEST_LIST);
            let (left, division) = without_adverbs(before);
            let left = ["建立", "成立"]
                .iter()
                .find_map(|verb| left.rfind(verb).map(|at| &left[at + verb.len()..]))
                .unwrap_or(left);
            let Some(names) = subject(left) else {
                continue;
            };
            let partners = after.starts_with('、');
            if !partners && !names.iter().all(|name| is_organ(name)) {
                continue;
            }
            self.push(Role::Lead, division, &names);
            self.led = true;
            self.set_subject(names);
            self.read_more_partners(after);
            return true;
        }
        false
    }

    /// `财政部负责安排所需经费`; without a subject the sentence's: `，负责…`.
    fn read_charge(&mut self, words: &'t str) -> bool {
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
            CHARGE => opens_with("person-noun", after).is_none(),
            // 承担的责任 and 承担…责任的 are no predicates.
            _ => find_phrase("work", after).is_some_and(|(at, length)| {
                !after.starts_with('的') && !after[at + length..].starts_with('的')
            }),
        };
        let duty = duty
            && find_phrase("penal", after).is_none()
            && find_phrase("roster", after).is_none()
            && !closes_with_told_body(after);
        if !duty {
            return false;
        }
        let names = if left.is_empty() {
            // 甲和乙在职责范围内，分别负责…
            let shared = topic(self.before).filter(|_| without_adverbs(self.before).1);
            division |= shared.is_some();
            if let (None, Some(unit)) = (&shared, self.unit) {
                return self.push_unit(unit);
            }
            shared.unwrap_or_else(|| self.subject())
        } else {
            match subject(left).or_else(|| charged(left)) {
                Some(names) => names,
                None => return false,
            }
        };
        if names.is_empty() || after.trim().is_empty() && left.is_empty() {
            return false;
        }
        self.push(Role::Responsible, division, &names);
        self.charged = true;
        self.set_subject(names);
        true
    }

    /// What the unit that heads an item is responsible for.
    fn push_unit(&mut self, unit: &Responsibility) -> bool {
        let mut duty = responsibility(
            self.text,
            self.clause,
            Role::Responsible,
            unit.division_of_work,
            &[],
        );
        duty.departments.clone_from(&unit.departments);
        add(self.list, duty);
        true
    }

    /// `各部门根据职责分工对…进行监督`: what each does within its own duties.
    fn read_division(&mut self, words: &'t str) -> bool {
        let Some(naming) = read_leading_bodies(words) else {
            return false;
        };
        let rest = &words[naming.end..];
        let (verb, division) = after_adverbs(rest);
        let duty = division
            && !verb.is_empty()
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
    fn read_liability(&mut self, words: &'t str) -> bool {
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
            || !naming.names.iter().all(|name| is_organ(name))
        {
            return false;
        }
        self.push(Role::Responsible, false, &naming.names);
        true
    }

    /// `宣传、财政等部门要各司其职、各负其责`: only with bodies that are named.
    fn read_each(&mut self, words: &'t str) -> bool {
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
    fn read_as(&mut self, words: &'t str) -> bool {
        let mut found = false;
        let mut start = 0;
        let mut at = 0;
        while let Some(offset) = words[at..].find(['为', '是']) {
            let verb = at + offset;
            at = verb + '为'.len_utf8();
            let Some((phrase, length)) = find_phrase("as", &words[at..]) else {
                break;
            };
            let left = words[start..verb].trim_start_matches(['、', '，']);
            let label = &words[at + phrase..at + phrase + length];
            let role = match read_label(label) {
                Some(Label::Bodies(role)) => role,
                _ => Role::Responsible,
            };
            if let Some(names) = subject(left) {
                self.push(role, false, &names);
                found = true;
            }
            at += phrase + length;
            start = at;
        }
        found
    }

    /// `各县(市、区)财政、医保等有关部门共同参与`.
    fn read_common(&mut self, words: &'t str) -> bool {
        let Some(verb) = closing_verb(words).filter(|_| words.contains("共同")) else {
            return false;
        };
        let Some(names) = subject(verb.subject).filter(|names| names.len() > 1) else {
            return false;
        };
        self.push(verb.role, verb.division, &names);
        true
    }
}

/// The bodies that words are a list of and nothing else.
fn listed(words: &str) -> Vec<&str> {
    let whole = read_leading_bodies(words).is_some_and(|naming| {
        naming.end == words.len()
            && naming.names.len() > 1
            && are_assignable(&naming.names)
    });
    if whole {
        read_department_list(words)
    } else {
        Vec::new()
    }
}

/// The bodies behind 由: named, told by a clause, or the one or the other.
fn agents(words: &str) -> Option<Naming<'_>> {
    let assigned = |naming: &Naming<'_>| {
        let mut names = naming.names.iter();
        are_bodies(&naming.names) && names.all(|name| opens_with("self", name).is_none())
    };
    if let Some(told) = told_body(words) {
        return Some(told);
    }
    let mut naming = read_leading_bodies(words).filter(assigned)?;
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

/// Characters that a bracket is followed back at most, so that a clause without end takes no
/// more time than any other.
const REACH: usize = 300;

/// Whether a place lies inside a bracket of a clause.
fn in_brackets(words: &str, at: usize) -> bool {
    let before = words[..at].chars().rev().take(REACH);
    let (opened, closed) = before.fold((0, 0), |(opened, closed), c| {
        (
            opened + usize::from(is_opening(c)),
            closed + usize::from(is_closing(c)),
        )
    });
    opened > closed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut list = Vec::new();
        find_statements(text, Span::new(0, text.len()), &[], &mut list);
        assert_eq!(shown(&list), expected, "{text}");
    }

    fn shown(list: &[Responsibility]) -> Vec<String> {
        list.iter()
            .map(|found| {
                let names: Vec<_> =
                    found.departments.iter().map(|d| d.name.as_str()).collect();
                let division = if found.division_of_work { "*" } else { "" };
                let role = format!("{:?}", found.role).to_lowercase();
                format!("{role}{division} {}", names.join("/"))
            })
            .collect()
    }

    #[test]
    fn an_agent_leads_and_others_join() {
        check(
            "建立考核工作机制，由医管办牵头，发改、财政、人力社保、卫生计生等部门共同对院长进行考核。",
            &["lead 医管办", "cooperating 发改/财政/人力社保/卫生计生"],
        );
        check(
            "成立由市交通委牵头，市发展改革委、市水务局等部门共同参与的推进机制",
            &["lead 市交通委", "cooperating 市发展改革委/市水务局"],
        );
        check(
            "医联体牵头医院牵头、成员单位共同参与，成立中心",
            &["lead 医联体牵头医院", "cooperating 成员单位"],
        );
        check(
            "由省发展改革、工业和信息化部门牵头，会同商务、农业农村等相关部门，按照要求",
            &[
                "lead 省发展改革/工业和信息化部门",
                "cooperating 商务/农业农村",
            ],
        );
    }

    #[test]
    fn jointly_is_lead_and_cooperating() {
        check(
            "市医改办会同有关部门加强对医改进展的监测评估",
            &["lead 市医改办", "cooperating 有关部门"],
        );
        check(
            "市场监管总局要会同有关部门制定清单",
            &["lead 市场监管总局", "cooperating 有关部门"],
        );
        check("国办已会同国务院信息办组织力量起草了规范", &[]);
        check("企业会同用户改进产品", &[]);
    }

    #[test]
    fn bodies_in_charge() {
        check(
            "省发展改革委负责将服务纳入规划。",
            &["responsible 省发展改革委"],
        );
        check(
            "市、区民政部门负责统筹规划",
            &["responsible 市、区民政部门"],
        );
        check("辉县市负责做好南太行景区的规划", &["responsible 辉县市"]);
        check("辉县市区负责人参加会议", &[]);
        check("第四条 市、区民政部门应当建立机制", &[]);
        check(
            "成立市级公立医院管理委员会，由市政府领导牵头，整合资源，负责公立医院的发展规划。",
            &["responsible 市级公立医院管理委员会"],
        );
        check(
            "下设市级公立医院管理委员会办公室，承担市医管委日常工作。",
            &["responsible 市级公立医院管理委员会办公室"],
        );
        check(
            "加强医改办建设，强化医改办职能，具体负责医改工作的部署",
            &["responsible 医改办"],
        );
        check(
            "宣传、卫生计生、财政等相关职能部门要各司其职、各负其责",
            &["responsible* 宣传/卫生计生/财政"],
        );
        check(
            "县级党委、政府发挥县域医共体建设的主体责任",
            &["responsible 县级党委、政府"],
        );
        check(
            "省发展改革委和省林业局为全省改造的总牵头单位",
            &["lead 省发展改革委/省林业局"],
        );
        check(
            "举办全国性活动的，由市绿化市容部门批准",
            &["responsible 市绿化市容部门"],
        );
    }

    #[test]
    fn who_helps_those_in_charge() {
        for (text, expected) in [
            (
                "由省经贸委负责，省农业厅、环保局配合，加快建设",
                &["responsible 省经贸委", "cooperating 省农业厅/环保局"][..],
            ),
            (
                "由省经贸委承办，省农业厅、卫生厅协办。",
                &["responsible 省经贸委", "cooperating 省农业厅/卫生厅"],
            ),
            (
                "省商务厅负责此项工作，省财政厅、省税务局协助，省统计局配合。",
                &[
                    "responsible 省商务厅",
                    "cooperating 省财政厅/省税务局",
                    "cooperating 省统计局",
                ],
            ),
            (
                "由市财政局、市农业局，各县（市）、区人民政府负责落实",
                &["responsible 市财政局/市农业局/各县（市）、区人民政府"],
            ),
            ("由市财政局、市农业局，市商务局牵头", &["lead 市商务局"]),
            (
                "由市教育局会同市财政局负责，市人社局配合",
                &[
                    "lead 市教育局",
                    "cooperating 市财政局",
                    "cooperating 市人社局",
                ],
            ),
            (
                "省商务厅负责组织，各地加强配合。",
                &["responsible 省商务厅"],
            ),
            ("加强组织，市财政局配合。", &[]),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn those_who_are_asked_are_told() {
        check("会议要求水务部门牵头，修改完善规划", &["lead 水务部门"]);
        check("要求市水务局牵头，修改完善规划", &["lead 市水务局"]);
        check(
            "请国土会同发改、财政等部门，制定收费标准",
            &["lead 国土", "cooperating 发改/财政"],
        );
        check("责成市住建局负责整改", &["responsible 市住建局"]);
    }

    #[test]
    fn persons_subjects_and_nouns_are_no_assignments() {
        check("由市长担任组长，常务副市长和分管副市长担任副组长", &[]);
        check("主要职能由一位副市长统一分管、全权负责", &[]);
        check("公立医院要加强管理", &[]);
        check("实行院长负责制", &[]);
        check("由各县（市、区）党政主要负责同志至少一人任主任", &[]);
        check("院长年薪由财政全额支付", &[]);
        check("相应职能由乡镇卫生院承担", &[]);
        check("牵头部门要加强协调", &[]);
        check("社会办医疗机构可牵头组建医联体", &[]);
        check("各相关部门要结合职责分工，认真抓好落实", &[]);
        check("由主管机关责令改正", &[]);
        check("试点由点到面推开", &[]);
        check("由城东街道办事处张三主任任总指挥，统一行动", &[]);
        check("成立由城管中队6名、派出所4名队员参加的巡查队", &[]);
    }

    #[test]
    fn agents_of_other_shapes_do_what_they_are_told() {
        for (text, expected) in [
            ("经费由当地政府统一协调保障", "responsible 当地政府"),
            ("整改进度由属地供电企业跟进", "responsible 属地供电企业"),
            ("由相关主管部门发起征询", "responsible 相关主管部门"),
            (
                "由各设区市政府办公室和新区管委会办公室提供书面材料",
                "responsible 各设区市政府办公室/新区管委会办公室",
            ),
            (
                "由各县(市、区)工科局和县(市、区)委文明办召开会议解决",
                "responsible 各县(市、区)工科局/县(市、区)委文明办",
            ),
            (
                "竣工后由建设单位或本级人民政府指定的部门组织验收",
                "responsible 建设单位/本级人民政府指定的部门",
            ),
            (
                "并由相应道路、绿化、河道的管养单位负责维护",
                "responsible 相应道路、绿化、河道的管养单位",
            ),
            (
                "由颁发该职业资格证书和执业证书的单位负责",
                "responsible 颁发该职业资格证书和执业证书的单位",
            ),
            (
                "在医院住院就医的人员，由医院按照有关规定负责登记",
                "responsible 医院",
            ),
        ] {
            check(text, &[expected]);
        }
        check(
            "由幼儿园的举办部门会同幼儿园具体制订",
            &["lead 幼儿园的举办部门", "cooperating 幼儿园"],
        );
        check(
            "由发展改革委会同中央农办、财政部等部门研究提出意见",
            &["lead 发展改革委", "cooperating 中央农办/财政部"],
        );
    }

    #[test]
    fn agents_of_sanctions_payments_and_their_own_affairs_have_no_duty() {
        for text in [
            "由数据资源主管部门应当责令其限期整改",
            "由公共数据主管部门通知限期整改",
            "由有权机关责令改正",
            "资金由各区财政承担",
            "由市、区两级财政按照现行体制分担",
            "具体分配由学校按规定自行处理",
            "由牵头医院根据考核结果重新分配",
            "由相关部门在后台分别办理并实施监管",
            "推动由政府部门直接受理申请",
            "后续视情况交由相关主管部门进行监管",
            "可由供养服务机构制定具体实施方案",
            "由市民政部门批准的",
            "由所在单位提出，联席会议确定",
            "由用人单位提供住所的，由用人单位登记",
            "实现由政府监管向社会共治的转变",
            "由登记责任人或者单位申报",
            "价格由申请企业和银行机构协商确定",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn partners_join_whom_the_sentence_is_about() {
        check(
            "市政务数据主管部门接到申请后，会同政务数据提供部门进行核查。",
            &["lead 市政务数据主管部门", "cooperating 政务数据提供部门"],
        );
        check(
            "有异议的，区民政部门自接到异议之日起10个工作日内，会同区残联重新核实。",
            &["lead 区民政部门", "cooperating 区残联"],
        );
        check(
            "市档案局可以制定办法，指导归档工作，并应当会同市大数据局推进改造。",
            &["lead 市档案局", "cooperating 市大数据局"],
        );
        check(
            "市、区民政部门负责统筹规划，会同财政部门安排经费。",
            &["responsible 市、区民政部门", "cooperating 财政部门"],
        );
        check("市民政局已完成核查，会同市财政局上报。", &[]);
        check("市政府确定的项目较多，会同市财政局上报。", &[]);
        check("做好准备，会同市财政局上报。", &[]);
        check("企业加强研发，会同用户改进产品。", &[]);
    }

    #[test]
    fn statements_take_their_clause_and_no_more() {
        for (text, expected) in [
            (
                "居住证的式样（《登记表》）统一，由省公安机关制定。",
                "由省公安机关制定",
            ),
            (
                "发现“搭挂、交越”隐患，由电力执法办通知运营商拆除。",
                "由电力执法办通知运营商拆除",
            ),
            ("具体要求： 由市教育局负责实施。", "由市教育局负责实施"),
            (
                "市工信局及各县(市、区)工信科技局牵头推进“三线”整治，各单位要明确联络员。",
                "市工信局及各县(市、区)工信科技局牵头推进“三线”整治",
            ),
        ] {
            let mut list = Vec::new();
            find_statements(text, Span::new(0, text.len()), &[], &mut list);
            let quotes: Vec<_> = list.iter().map(|found| found.text.as_str()).collect();
            assert_eq!(quotes, [expected], "{text}");
        }
    }

    #[test]
    fn headings_are_told_from_what_is_above_them() {
        let text = "二、分工\n区财政局：落实所需资金。";
        let own = Span::new("二、分工\n".len(), text.len());
        let mut list = Vec::new();
        heading_statement(text, own, &mut list);
        assert_eq!(shown(&list), ["responsible 区财政局"]);
        assert_eq!(list[0].text, "区财政局");
    }

    #[test]
    fn statements_in_brackets_are_left_to_the_markers() {
        for text in [
            "（合肥海关牵头，省贸促会、省商务厅按职责分工配合）",
            "（科技部、财政部负责）",
            "市财政局（由市教育局牵头）协调。",
            "市财政局牵头单位要加强（市教育局牵头）协调。",
            "区发展改革委：负责公园绿地等建设项目的审批。",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn offices_do_what_a_sentence_says_they_do() {
        for (text, expected) in [
            (
                "清算结果由市民政部门抄送市财政部门。",
                "responsible 市民政部门",
            ),
            (
                "由省级粮食应急工作指挥部提请国家粮食应急工作指挥部进行调控。",
                "responsible 省级粮食应急工作指挥部",
            ),
            (
                "由各区卫生健康行政部门确定承担签约服务的医疗卫生机构。",
                "responsible 各区卫生健康行政部门",
            ),
            ("租金补贴的具体标准由各区自行制定。", "responsible 各区"),
            (
                "具体办法由北京市商国家计委、财政部确定。",
                "responsible 北京市",
            ),
            (
                "具体比例由省、自治区、直辖市人民政府根据本地区的实际情况规定。",
                "responsible 省、自治区、直辖市人民政府",
            ),
            ("可由市财政局审核，交由企业办理。", "responsible 市财政局"),
            ("可由企业办理，由属地企业办理。", "responsible 属地企业"),
            (
                "由市财政局审核，由申报人员公布，由主任签字。",
                "responsible 市财政局",
            ),
            (
                "由市财政局依法责令改正，由市教育局负责培训。",
                "responsible 市教育局",
            ),
            ("由审批同意的部门批准。", "responsible 审批同意的部门"),
            ("事由：市财政局负责。", "responsible 市财政局"),
            ("其他部门负责组织实施。", "responsible 其他部门"),
            ("本级人民政府负责组织实施。", "responsible 本级人民政府"),
            (
                "各街镇政府是公园城市建设的责任主体，负责细化任务。",
                "responsible 各街镇政府",
            ),
            ("市财政局承担监管责任。", "responsible 市财政局"),
            ("县级人民政府对食品安全负总责。", "responsible 县级人民政府"),
            ("各区政府要落实主体责任，共同负责。", "responsible 各区政府"),
            (
                "市财政局、市教育局要按职责分工推进。",
                "responsible* 市财政局/市教育局",
            ),
            ("各部门按职责分工协同推进。", "cooperating* 各部门"),
            (
                "市财政局、市教育局共同参与。",
                "cooperating 市财政局/市教育局",
            ),
            (
                "各县(市、区)机构编制、财政、医保等有关部门及医共体成员单位共同参与。",
                "cooperating 各县(市、区)机构编制/财政/医保/医共体成员单位",
            ),
            (
                "市工信局及各县(市、区)工信科技局牵头推进，各责任单位要明确联络员。",
                "lead 市工信局/各县(市、区)工信科技局",
            ),
            (
                "由区绿化市容局牵头，区建管委、区交通委为成员单位，统筹推进。",
                "lead 区绿化市容局",
            ),
            (
                "加强组织领导，建立市场监管部门牵头的联席会议制度。",
                "lead 市场监管部门",
            ),
            ("由市财政局牵头，企业代表高兴。", "lead 市财政局"),
            ("由市财政局牵头组织会同用户制定。", "lead 市财政局"),
            ("市（区）牵头组织实施。", "lead 市（区）"),
        ] {
            check(text, &[expected]);
        }
    }

    #[test]
    fn several_statements_of_one_sentence() {
        for (text, expected) in [
            (
                "水利部门应加强对水资源的统一管理，会同有关部门做好评价。",
                ["lead 水利部门", "cooperating 有关部门"],
            ),
            (
                "公共数据主管部门协调不成的，会同本级机构编制管理部门等单位会商；",
                ["lead 公共数据主管部门", "cooperating 本级机构编制管理部门"],
            ),
            (
                "由市财政局牵头会同市教育局制定。",
                ["lead 市财政局", "cooperating 市教育局"],
            ),
            (
                "由市财政局牵头组织会同市教育局制定。",
                ["lead 市财政局", "cooperating 市教育局"],
            ),
            (
                "由市财政局牵头，商市教育局确定。",
                ["lead 市财政局", "cooperating 市教育局"],
            ),
            (
                "由市财政局牵头，并会同市审计局检查，会同用户检查。",
                ["lead 市财政局", "cooperating 市审计局"],
            ),
            (
                "市第一医院牵头、成员单位参加。",
                ["lead 市第一医院", "cooperating 成员单位"],
            ),
            (
                "省林业局为牵头单位、市县林业局为责任单位。",
                ["lead 省林业局", "responsible 市县林业局"],
            ),
            (
                "大数据工作推进小组负责总体指导，大数据工作推进小组办公室负责推进落实。",
                [
                    "responsible 大数据工作推进小组",
                    "responsible 大数据工作推进小组办公室",
                ],
            ),
            (
                "由市财政局负责，并由市教育局审核。",
                ["responsible 市财政局", "responsible 市教育局"],
            ),
        ] {
            check(text, &expected);
        }
        check(
            "市财政局会同市教育局制定办法，并会同市审计局检查。",
            &[
                "lead 市财政局",
                "cooperating 市教育局",
                "cooperating 市审计局",
            ],
        );
    }

    #[test]
    fn what_assigns_no_duty() {
        for text in [
            "根据工作部署，我局牵头制定了工作方案。",
            "我局负责组织实施。",
            "本市负责组织实施。",
            "两委负责组织实施。",
            "区委负责组织实施。",
            "财政、公安负责组织实施。",
            "“两办”负责组织实施。",
            "县政府已牵头完成。",
            "由户籍地选定居住地服务机构提供服务。",
            "情节严重的，由建设主管部门根据法律、法规的规定予以处理：",
            "由街道办事处选定的服务机构提供服务。",
            "由审批同意的单位高兴。",
            "由其主管的部门负责办理。",
            "由我省管理的单位负责办理。",
            "由县政府或乡政府管理的单位负责办理。",
            "由建设单位管理的人员负责办理。",
            "由市政府确定的或者委托的机构负责办理。",
            "由属地供电企业或用户跟进。",
            "由县政府和我局负责。",
            "由市长负责，由市财政局负责人负责。",
            "由于市财政局负责审核，由此推进，由来已久。",
            "州人民政府授权有关部门负责统筹数据管理。",
            "县人民政府确定的数据主管部门和工作人员负责数据管理。",
            "市民政局接到申请后，会同申请人核查。",
            "市财政局制定的办法，会同市教育局上报。",
            "认定其应承担责任的，实行终身追责。",
            "市财政局承担的责任重大。",
            "教育局承担责任的，市财政局承担主要责任的追究。",
            "落实主体责任。",
            "强化数据安全主体责任",
            "企业对食品安全负总责。",
            "市第一医院对医疗安全负总责。",
            "县级人民政府对食品安全负责人培训。",
            "县级人民政府对食品安全工作要尽责。",
            "注重多元主体共同参与，形成共建共享的良好氛围。",
            "市财政局共同参与。",
            "市财政局按职责分工。",
            "各部门要各司其职、各负其责。",
            "政务数据，是指政务部门在履行职责过程中制作的各类数据。",
            "省财政厅是监管的主管部门，市为辅，县为责任单位。",
            "医联体牵头医院牵头，成员单位参加。",
            "成立甲，下设科室，承担日常工作。",
        ] {
            check(text, &[]);
        }
    }

    #[track_caller]
    fn check_item(text: &str, expected: &[&str]) {
        let own = Span::new(0, text.len());
        let mut list = Vec::new();
        heading_statement(text, own, &mut list);
        find_statements(text, own, &[], &mut list);
        assert_eq!(shown(&list), expected, "{text}");
    }

    #[test]
    fn units_that_head_an_item_are_whom_it_is_about() {
        check_item(
            "市工信局:落实领导批示;会同市委文明办、市城市管理局召开推进会。",
            &[
                "responsible 市工信局",
                "cooperating 市委文明办/市城市管理局",
            ],
        );
        check_item(
            "区建管委\n牵头协调本区建设，负责规划修编。",
            &["lead 区建管委", "responsible 区建管委"],
        );
        check_item(
            "会同标准化行政主管部门制定标准和规范；",
            &["cooperating 标准化行政主管部门"],
        );
    }

    #[test]
    fn bodies_that_another_charges_are_in_charge() {
        check(
            "州人民政府授权州数据资源主管部门负责统筹全州数据管理",
            &["responsible 州数据资源主管部门"],
        );
        check(
            "县（市）人民政府确定的数据资源主管部门负责辖区内数据管理",
            &["responsible 县（市）人民政府确定的数据资源主管部门"],
        );
        check(
            "海绵设施移交给相应小区的物业管理单位负责维护",
            &["responsible 相应小区的物业管理单位"],
        );
        check(
            "县级以上人民政府负责残疾人工作的机构，负责组织、协调就业工作",
            &["responsible 县级以上人民政府负责残疾人工作的机构"],
        );
        check(
            "中国（上海）自由贸易试验区临港新片区管理委员会（以下简称管委会）作为派出机构，负责落实试点任务",
            &["responsible 中国（上海）自由贸易试验区临港新片区管理委员会"],
        );
        check("镇（街）负责受理申请", &["responsible 镇（街）"]);
        check(
            "市城乡规划、城乡建设、国土主管部门分别负责地下空间的规划管理",
            &["responsible 市城乡规划/城乡建设/国土主管部门"],
        );
        check("并指定专门机构具体负责平台的建设运维", &[]);
        check("确定牵头部门负责统筹维护", &[]);
        check("市各责任单位负责整治工作人员名单报市工信局", &[]);
        check("数据开发利用主体依法承担相应的法律责任", &[]);
    }

    #[test]
    fn each_within_its_own_duties() {
        check(
            "各部门根据职责分工对设施的建设和维护情况进行监督",
            &["responsible* 各部门"],
        );
        check(
            "市、区发展改革、市场监管等单位按各自职责协同实施本办法",
            &["cooperating* 市、区发展改革/市场监管"],
        );
        check(
            "国务院教育行政部门和其他有关部门在职责范围内，分别负责有关的职业教育工作",
            &["responsible* 国务院教育行政部门/其他有关部门"],
        );
        check("各地区、各部门要按照职责分工抓好落实", &[]);
        check("各部门、各单位各司其职、各尽其能、通力协作", &[]);
        check("各级人民政府应当根据职责权限，严格执行法律", &[]);
    }

    #[track_caller]
    fn check_heading(text: &str, expected: &[&str]) {
        let mut list = Vec::new();
        heading_statement(text, Span::new(0, text.len()), &mut list);
        assert_eq!(shown(&list), expected, "{text}");
    }

    #[test]
    fn headings_of_duty_lists() {
        check_heading(
            "区规划资源局：明确绿线控制范围。",
            &["responsible 区规划资源局"],
        );
        check_heading(
            "区建管委\n\n牵头协调督促本区海绵城市建设",
            &["lead 区建管委"],
        );
        check_heading(
            "各镇、街道、开发区：加快推进本地区建设。",
            &["responsible 各镇、街道、开发区"],
        );
        check_heading("各区：加快推进本地区建设。", &["responsible 各区"]);
        check_heading(
            "各街镇、经开区\n落实属地管理责任，开展排查。",
            &["responsible 各街镇/经开区"],
        );
        check_heading(
            "各建设单位\n落实海绵设施的运行、养护工作。",
            &["responsible 各建设单位"],
        );
        check_heading(
            "移动公司、广电网络等龙岩分公司(简称“各运营商”):按照原则整治。",
            &["responsible 移动公司/广电网络"],
        );
        check_heading("区财政局：拨付资金。", &["responsible 区财政局"]);
        check_heading(
            "河东区、河西区：落实属地管理责任。",
            &["responsible 河东区/河西区"],
        );
        check_heading("各有关单位：落实管理责任。", &["responsible 各有关单位"]);
        for text in [
            "区财政局：拨付资金",
            "河东区：落实属地管理责任。",
            "市、县：落实属地管理责任。",
            "两区：落实属地管理责任。",
            "各单位：落实属地管理责任。",
            "有关单位：落实属地管理责任。",
            "各区、有关部门：落实属地管理责任。",
            "各部门、市财政局：落实属地管理责任。",
            "财政：落实属地管理责任和资金。",
            "发改、财政：落实属地管理责任。",
            "开发区、市财政局：落实属地管理责任。",
            "县、市财政局：落实属地管理责任。",
            "国企：落实属地管理责任和资金。",
            "县政府确定的部门：落实属地管理责任。",
            "市财政局、张三：落实属地管理责任。",
            "市财政局，落实属地管理责任和资金。",
            "市财政局。落实属地管理责任和资金。",
        ] {
            check_heading(text, &[]);
        }
        check_heading("各部门：加强管理和监督工作。", &[]);
        check_heading("完善制度：明确绿线控制范围。", &[]);
        check_heading("优化政府服务\n加强管理和监督。", &[]);
        check_heading("市教育局\n", &[]);
    }
}
