//! Statements of responsibility in running sentences: `由医管办牵头，发改、财政等部门共同…`.
//!
//! They count only where a duty is assigned. A mere subject (`公立医院要…`) is none, nor is
//! a person.

use std::ops::Range;
use std::sync::LazyLock;

use super::{add, responsibility};
use crate::grammar::bracket::{is_closing, is_opening};
use crate::grammar::department::{
    Naming, are_bodies, is_level_list, is_one_name, is_vague, read_body,
    read_department_list, read_leading_bodies,
};
use crate::lexicon::any::AnyOf;
use crate::lexicon::chars::CharSet;
use crate::lexicon::duty::{
    Label, after_adverbs, closes_with, closing_verb, find_phrase, is_phrase,
    opening_verb, opens_with, read_label, without_adverbs,
};
use crate::model::{DepartmentKind, Responsibility, Role};
use crate::span::Span;

/// What a sentence must hold to be read.
static TRIGGER: LazyLock<AnyOf> = LazyLock::new(|| {
    AnyOf::new("牵头|负责|会同|由|承担|责任|总责|各司其职|各负其责|各尽其责|共同参")
});

/// Characters of a relative clause behind 由 + body at the most, with its 的.
const LONGEST_RELATIVE: usize = 6;

const LEAD: &str = "牵头";
const CHARGE: &str = "负责";
const JOINTLY: &str = "会同";

/// Adds what the sentences of `text[own]` assign; `apart` are the markers among them.
pub(crate) fn find_statements(
    text: &str,
    own: Span,
    apart: &[Span],
    list: &mut Vec<Responsibility>,
) {
    let mut start = own.start;
    let ends = apart.iter().copied().chain([Span::new(own.end, own.end)]);
    for marker in ends {
        let stretch = Span::new(start, marker.start.max(start));
        start = marker.end.max(start);
        if TRIGGER.is_in(&text[stretch.range()]) {
            for sentence in split(text, stretch, &SENTENCES) {
                if TRIGGER.is_in(&text[sentence.range()]) {
                    Reader::new(text, list).read_sentence(sentence);
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
    let words = &text[own.range()];
    let Some(end) = HEAD_ENDS.find_at(words, 0) else {
        return;
    };
    let (head, rest) = (words[..end].trim(), &words[end..]);
    if rest.starts_with(['。', '，']) || rest.chars().nth(SHORTEST - 1).is_none() {
        return;
    }
    let rest = rest.trim_start_matches(['：', ':', '\n', '\r', ' ', '\u{3000}']);
    // 各镇、街道、开发区 is one collective.
    let places = head.starts_with('各') && is_level_list(head);
    let names = if places {
        vec![head]
    } else {
        read_department_list(head)
    };
    let known = names.iter().all(|name| {
        let body = read_body(name);
        let sure = body.canonical.is_some()
            || (body.kind != DepartmentKind::Collective || name.starts_with('各'))
                && name.chars().count() > 3;
        sure && !body.bare && !is_vague(name) && is_plain_name(name)
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
            name.chars().count() > 2 && opens_with("self", name).is_none()
                || read_body(name).canonical.is_some()
        })
}

/// The bodies that words consist of, when they consist of nothing else.
fn subject(words: &str) -> Option<Vec<&str>> {
    let words = words.trim();
    let quotes = words.contains('“');
    if words.is_empty() || quotes || closes_with("past", words).is_some() {
        return None;
    }
    let names = read_department_list(words);
    let all_bare = names.iter().all(|name| read_body(name).bare);
    // 建立健全党委领导、政府负责: a list that begins with something else is no subject.
    let whole = names.first().is_some_and(|name| words.starts_with(name));
    let vague = matches!(names.as_slice(), [name] if is_phrase("vague", name));
    let clean = names
        .iter()
        .all(|name| read_body(name).bare || is_plain_name(name));
    let named = whole && clean && !vague && are_assignable(&names);
    (named && (!all_bare || words.contains('等'))).then_some(names)
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

/// Reads one sentence, clause by clause.
struct Reader<'t, 'l> {
    text: &'t str,
    list: &'l mut Vec<Responsibility>,
    /// The clause being read.
    clause: Span,
    /// Who a clause without a subject goes on about.
    subject: Vec<&'t str>,
    /// Whether the clause before named who leads.
    led: bool,
}

impl<'t, 'l> Reader<'t, 'l> {
    fn new(text: &'t str, list: &'l mut Vec<Responsibility>) -> Self {
        Self {
            text,
            list,
            clause: Span::default(),
            subject: Vec::new(),
            led: false,
        }
    }

    fn read_sentence(&mut self, sentence: Span) {
        for (index, clause) in
            split(self.text, sentence, &CLAUSES).into_iter().enumerate()
        {
            let words = &self.text[clause.range()];
            let lead = words.len() - words.trim_start().len();
            self.clause =
                Span::new(clause.start + lead, clause.start + words.trim_end().len());
            let words = &self.text[self.clause.range()];
            if index == 0 {
                self.set_leading_subject(words);
            }
            self.introduce(words);
            let led = std::mem::take(&mut self.led);
            if TRIGGER.is_in(words) || led {
                self.read_clause(words, led);
            }
        }
    }

    fn read_clause(&mut self, words: &'t str, led: bool) {
        let _ = led && self.read_partners(words)
            || self.read_agents(words)
            || self.read_joint(words, led)
            || self.read_lead(words)
            || self.read_charge(words)
            || self.read_liability(words)
            || self.read_each(words)
            || self.read_as(words)
            || self.read_common(words);
    }

    /// The body that opens a sentence is its subject: `联合采购办公室由…组成，负责…`.
    fn set_leading_subject(&mut self, words: &'t str) {
        if let Some(naming) = read_leading_bodies(words)
            && naming.end < words.len()
            && are_assignable(&naming.names)
        {
            self.subject = naming.names;
        }
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
                self.subject = naming.names;
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
            if let Some(naming) = read_leading_bodies(&words[at..])
                && are_bodies(&naming.names)
                && naming
                    .names
                    .iter()
                    .all(|name| opens_with("self", name).is_none())
            {
                let rest = &words[at + naming.end..];
                found |= self.read_agent(naming, rest);
            }
        }
        found
    }

    fn read_agent(&mut self, naming: Naming<'t>, rest: &'t str) -> bool {
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
            // 由区政府选定的机构 says whose choice, not who does.
            || rest.chars().take(LONGEST_RELATIVE).any(|c| c == '的')
            || ["组成", "构成", "担任", "兼任"]
                .iter()
                .any(|word| rest.contains(word))
        {
            return false;
        } else if let Some((role, length)) = opening_verb(verb) {
            if opens_with("person-noun", &verb[length..]).is_some() {
                return false;
            }
            self.push(role, division, &names);
        } else if names.iter().all(|name| is_office(name)) {
            self.push(Role::Responsible, division, &names);
        } else {
            return false;
        }
        self.subject = names;
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
        self.subject = leads.to_vec();
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
        if left.is_empty() {
            let Some(naming) = read_leading_bodies(after).filter(|_| led) else {
                return false;
            };
            self.push(Role::Cooperating, false, &naming.names);
            return true;
        }
        match subject(left) {
            Some(leads) => self.push_joint(&leads, after),
            None => false,
        }
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
            let (left, division) = without_adverbs(&words[..lead]);
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
            self.subject = names;
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
        let (left, division) = without_adverbs(&words[..at]);
        let left = left.trim_start_matches(['并', '且']);
        let duty = match verb {
            CHARGE => opens_with("person-noun", after).is_none(),
            // 承担的责任 and 承担…责任的 are no predicates.
            _ => find_phrase("work", after).is_some_and(|(at, length)| {
                !after.starts_with('的') && !after[at + length..].starts_with('的')
            }),
        };
        let duty = duty && find_phrase("penal", after).is_none();
        if !duty {
            return false;
        }
        let names = if left.is_empty() {
            self.subject.clone()
        } else {
            match subject(left) {
                Some(names) => names,
                None => return false,
            }
        };
        if names.is_empty() || after.trim().is_empty() && left.is_empty() {
            return false;
        }
        self.push(Role::Responsible, division, &names);
        self.subject = names;
        true
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

/// Whether a place lies inside a bracket of a clause.
fn in_brackets(words: &str, at: usize) -> bool {
    let before: Range<usize> = 0..at;
    let words = &words[before];
    words.chars().filter(|&c| is_opening(c)).count()
        > words.chars().filter(|&c| is_closing(c)).count()
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
        check_heading("完善制度：明确绿线控制范围。", &[]);
        check_heading("优化政府服务\n加强管理和监督。", &[]);
        check_heading("市教育局\n", &[]);
    }
}
