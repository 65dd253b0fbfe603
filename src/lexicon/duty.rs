//! Wording of duties: what a body does in a task, labels of lists, sentences that assign.

use std::sync::LazyLock;

use super::any::AnyOf;
use super::hash::{WordMap, WordSet};
use super::merged::{Rows, Table};
use super::trie::Trie;
use super::{Name, rows};
use crate::model::Role;

/// Characters of the label of a list at the most: `牵头考核单位` has six.
const LONGEST_LABEL: usize = 16;

pub(crate) struct Duty {
    /// Verbs of roles, from the front and from the back.
    verbs: [Trie<Role>; 2],
    /// Verbs of statements set apart alone, from the back.
    last: Trie<Role>,
    tails: Trie<()>,
    /// Whether an adverb says that each works within its own duties; from the front and
    /// from the back.
    adverbs: [Trie<bool>; 2],
    labels: WordSet,
    /// The labels of each role, the role that goes before the others first: 牵头责任单位
    /// leads, 配合责任单位 cooperates.
    labels_of: [(Role, AnyOf); 3],
    label_nouns: Trie<()>,
    phrases: WordMap<Form>,
}

/// The phrases of a form, from the front and from the back.
struct Form {
    front: Trie<()>,
    back: Trie<()>,
}

static DUTY: Table<Duty> = Table::new(Name::Role, load, |own| &own.duty);

fn load(table: &Rows) -> Duty {
    let roles = || {
        let rows = table.iter();
        rows.map(|row| (row.cell(0), row.cell(1), row.cell(2)))
    };
    let named = |form: &'static str| {
        move || {
            roles().filter_map(move |(word, found, name)| {
                Some((word, role(name)?)).filter(|_| found == form)
            })
        }
    };
    let tails = || roles().filter(|(_, form, _)| *form == "tail");
    let adverbs = || {
        let others = roles().filter(|(_, form, name)| {
            *form != "tail"
                && !(matches!(*form, "verb" | "last" | "label") && role(name).is_some())
        });
        others.map(|(word, _, name)| (word, name == "division"))
    };
    let nouns = rows(include_str!("role_noun.tsv")).map(|row| (row.cell(0), ()));
    let mut phrases: WordMap<Vec<(&'static str, ())>> = WordMap::default();
    for row in rows(include_str!("duty.tsv")) {
        phrases
            .entry(row.cell(1))
            .or_default()
            .push((row.cell(0), ()));
    }
    let forms = phrases.into_iter().map(|(name, words)| {
        let form = Form {
            front: Trie::forward(words.iter().copied()),
            back: Trie::backward(words),
        };
        (name, form)
    });
    let verbs = named("verb");
    Duty {
        verbs: [Trie::forward(verbs()), Trie::backward(verbs())],
        last: Trie::backward(named("last")()),
        tails: Trie::backward(tails().map(|(word, ..)| (word, ()))),
        adverbs: [Trie::forward(adverbs()), Trie::backward(adverbs())],
        labels: named("label")().map(|(word, _)| word).collect(),
        labels_of: [Role::Lead, Role::Cooperating, Role::Responsible].map(|role| {
            let labels = named("label")().filter(|(_, found)| *found == role);
            (role, AnyOf::of(labels.map(|(word, _)| word)))
        }),
        label_nouns: Trie::backward(nouns),
        phrases: forms.collect(),
    }
}

/// The words of a user's own by which a body is given a role.
pub(crate) fn own_words(rows: &Rows) -> impl Iterator<Item = &'static str> {
    let own = rows.own().iter();
    own.filter(|row| row.cell(1) != "adverb")
        .map(|row| row.cell(0))
}

fn role(name: &str) -> Option<Role> {
    match name {
        "lead" => Some(Role::Lead),
        "responsible" => Some(Role::Responsible),
        "cooperating" => Some(Role::Cooperating),
        _ => None,
    }
}

/// What the end of a clause says that the bodies before it do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Verb<'t> {
    /// The words before verb and adverbs.
    pub(crate) subject: &'t str,
    pub(crate) role: Role,
    /// 按职责分工.
    pub(crate) division: bool,
}

/// Reads the verb that a clause ends with: `省商务厅按职责分工负责`.
pub(crate) fn closing_verb(clause: &str) -> Option<Verb<'_>> {
    let clause = clause.trim_end();
    let (subject, role) = without_verb(clause)?;
    let (subject, division) = without_adverbs(subject);
    // 按职责分工牵头负责 and 分工负责组织实施 hold two verbs.
    if let Some((before, first)) = without_verb(subject) {
        let (subject, more) = without_adverbs(before);
        return Some(Verb {
            subject,
            role: first.min(role),
            division: division || more,
        });
    }
    Some(Verb {
        subject,
        role,
        division,
    })
}

/// The same in a statement set apart, where more verbs say what a body does: `省商务厅统筹`.
pub(crate) fn last_verb(clause: &str) -> Option<Verb<'_>> {
    let last = || {
        let clause = clause.trim_end();
        let (at, role) = DUTY.last.suffixes(clause).last()?;
        let (subject, division) = without_adverbs(&clause[..at]);
        Some(Verb {
            subject,
            role,
            division,
        })
    };
    // 督促落实 says more than 落实.
    let (closing, last) = (closing_verb(clause), last());
    let longer = |last: &Verb| {
        closing.is_none_or(|closing| last.subject.len() < closing.subject.len())
    };
    last.filter(longer).or(closing)
}

/// The verb of such a statement that words are, up to 、 or their end, and the bytes of it:
/// 统筹, not 统筹安排.
pub(crate) fn whole_verb(words: &str) -> Option<(Role, usize)> {
    let clause = words.split('、').next()?;
    let (at, role) = DUTY.last.suffixes(clause).last()?;
    (at == 0).then_some((role, clause.len()))
}

fn without_verb(clause: &str) -> Option<(&str, Role)> {
    let [_, verbs] = &DUTY.verbs;
    let before_tail = DUTY.tails.suffixes(clause).last();
    let (at, role) = before_tail
        .and_then(|(tail, ())| verbs.suffixes(&clause[..tail]).last())
        .or_else(|| verbs.suffixes(clause).last())?;
    Some((&clause[..at], role))
}

/// The words without what a body does at their end: `市农业农村局推进`.
pub(crate) fn without_tail(words: &str) -> &str {
    let at = DUTY.tails.suffixes(words).last();
    at.map_or(words, |(at, ())| &words[..at])
}

/// The words without the adverbs at their end, and whether one of them is 按职责分工.
pub(crate) fn without_adverbs(words: &str) -> (&str, bool) {
    let [_, adverbs] = &DUTY.adverbs;
    let mut words = words.trim_end();
    let mut division = false;
    while let Some((at, divides)) = adverbs.suffixes(words).last() {
        division |= divides;
        words = words[..at].trim_end();
    }
    (words, division)
}

/// The words without the adverbs at their start, and whether one of them is 按职责分工.
pub(crate) fn after_adverbs(words: &str) -> (&str, bool) {
    let [adverbs, _] = &DUTY.adverbs;
    let mut words = words.trim_start();
    let mut division = false;
    while let Some((end, divides)) = adverbs.prefixes(words).last() {
        // 具体|实施 is what one does, no way of doing it.
        if opening_verb(words).is_some_and(|(_, verb)| verb > end) {
            break;
        }
        division |= divides;
        words = words[end..].trim_start();
    }
    (words, division)
}

/// Whether words hold what [`after_adverbs`] may find to divide a duty: 按职责分工.
pub(crate) fn may_divide(words: &str) -> bool {
    let [adverbs, _] = &DUTY.adverbs;
    adverbs.is_in(words, true)
}

/// Whether words hold a verb of this role for [`opening_verb`] to find.
pub(crate) fn has_verb(words: &str, role: Role) -> bool {
    let [verbs, _] = &DUTY.verbs;
    verbs.is_in(words, role)
}

/// The role's verb that words begin with, and the bytes of it.
pub(crate) fn opening_verb(words: &str) -> Option<(Role, usize)> {
    let [verbs, _] = &DUTY.verbs;
    verbs
        .prefixes(words)
        .last()
        .map(|(length, role)| (role, length))
}

/// What the label before a colon announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// Bodies of this role: `牵头单位`.
    Bodies(Role),
    /// Persons: `责任领导`.
    Persons,
    /// By when: `完成时限`.
    Deadline,
}

/// Reads the label before a colon, e.g. `牵头考核单位`.
pub(crate) fn read_label(label: &str) -> Option<Label> {
    let label = label.trim();
    // 市场监管总局等单位及各地区 is a list of bodies, no 监管地区.
    let is_statement = label.contains(['：', ':', '，', ',', '。', '等']);
    if label.is_empty() || is_statement || label.chars().count() > LONGEST_LABEL {
        return None;
    }
    static TIME: LazyLock<AnyOf> =
        LazyLock::new(|| AnyOf::new("时限|期限|时间|节点|进度"));
    if TIME.is_in(label) {
        return Some(Label::Deadline);
    }
    let mut roles = DUTY.labels_of.iter();
    let role = roles.find_map(|(role, words)| words.is_in(label).then_some(*role))?;
    let plain = label.trim_end_matches(crate::grammar::bracket::is_closing);
    let is_noun = |words: &str| DUTY.label_nouns.suffixes(words).next().is_some();
    // 责任科（室）
    let whole = || is_noun(&plain.replace(crate::grammar::bracket::is_opening, ""));
    if is_noun(plain) || plain.len() < label.len() && whole() {
        Some(Label::Bodies(role))
    } else if crate::grammar::department::is_person(label) {
        Some(Label::Persons)
    } else {
        DUTY.labels.contains(label).then_some(Label::Bodies(role))
    }
}

/// What stands before the noun of words that can only be the label of a list of bodies,
/// whatever its role: `验收` of `验收单位`.
pub(crate) fn split_list_label(label: &str) -> Option<&str> {
    let (at, ()) = DUTY.label_nouns.suffixes(label).last()?;
    let named = label.chars().all(crate::grammar::department::is_han);
    named.then_some(&label[..at])
}

/// Whether words are of a form of `duty.tsv`.
pub(crate) fn is_phrase(form: &str, words: &str) -> bool {
    opens_with(form, words) == Some(words.len())
}

/// Bytes of the longest phrase of a form that a text begins with.
pub(crate) fn opens_with(form: &str, text: &str) -> Option<usize> {
    let form = DUTY.phrases.get(form)?;
    form.front.prefixes(text).last().map(|(length, ())| length)
}

/// Bytes of the longest phrase of a form that a text ends with.
pub(crate) fn closes_with(form: &str, text: &str) -> Option<usize> {
    let form = DUTY.phrases.get(form)?;
    let at = form.back.suffixes(text).last();
    at.map(|(at, ())| text.len() - at)
}

/// Where the first phrase of a form stands in a text, and the bytes of it.
pub(crate) fn find_phrase(form: &str, text: &str) -> Option<(usize, usize)> {
    let (place, ()) = DUTY.phrases.get(form)?.front.find_at(text, 0)?;
    Some((place.start, place.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn verb(clause: &str, expected: Option<(&str, Role, bool)>) {
        let found = closing_verb(clause).map(|v| (v.subject, v.role, v.division));
        assert_eq!(found, expected, "{clause}");
    }

    #[test]
    fn verbs_close_a_clause() {
        verb("省厅负责", Some(("省厅", Role::Responsible, false)));
        verb("省厅牵头负责", Some(("省厅", Role::Lead, false)));
        verb(
            "省厅按职责分工负责",
            Some(("省厅", Role::Responsible, true)),
        );
        verb("省厅按照各自职责分工牵头", Some(("省厅", Role::Lead, true)));
        verb("省厅分工负责落实", Some(("省厅", Role::Responsible, true)));
        verb("省厅共同参与", Some(("省厅", Role::Cooperating, false)));
        verb("省厅牵头组织实施", Some(("省厅", Role::Lead, false)));
        verb("省厅配合落实", Some(("省厅", Role::Cooperating, false)));
        verb("推进组工作专班牵头单位", None);
        verb("省厅", None);
    }

    #[test]
    fn labels_announce_bodies_persons_and_deadlines() {
        for (label, expected) in [
            ("责任单位", Some(Label::Bodies(Role::Responsible))),
            ("牵头考核单位", Some(Label::Bodies(Role::Lead))),
            ("牵头责任单位", Some(Label::Bodies(Role::Lead))),
            ("协同责任单位", Some(Label::Bodies(Role::Cooperating))),
            ("配合部门", Some(Label::Bodies(Role::Cooperating))),
            ("牵头", Some(Label::Bodies(Role::Lead))),
            ("牵头负责领导", Some(Label::Persons)),
            ("责任人", Some(Label::Persons)),
            ("完成时限", Some(Label::Deadline)),
            ("来源", None),
            ("责任编辑", None),
            ("责任单位：机场集团", None),
            ("发布机构", None),
        ] {
            assert_eq!(read_label(label), expected, "{label}");
        }
    }
}
