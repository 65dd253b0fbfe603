//! Wording of duties: what a body does in a task, labels of lists, sentences that assign.

use std::sync::LazyLock;

use super::hash::{WordMap, WordSet};
use super::rows;
use crate::model::Role;

/// Characters of a role's verb or adverb at the most.
const LONGEST_WORD: usize = 10;

/// Characters of the label of a list at the most: `牵头考核单位` has six.
const LONGEST_LABEL: usize = 16;

struct Duty {
    verbs: WordMap<Role>,
    tails: WordSet,
    /// Whether an adverb says that each works within its own duties.
    adverbs: WordMap<bool>,
    labels: Vec<(&'static str, Role)>,
    label_nouns: WordSet,
    phrases: WordMap<Form>,
}

/// The phrases of a form, and the characters that they begin with.
#[derive(Default)]
struct Form {
    words: WordSet,
    first: Vec<char>,
}

static DUTY: LazyLock<Duty> = LazyLock::new(|| {
    let mut duty = Duty {
        verbs: WordMap::default(),
        tails: WordSet::default(),
        adverbs: WordMap::default(),
        labels: Vec::new(),
        label_nouns: rows(include_str!("role_noun.tsv"))
            .map(|row| row.cell(0))
            .collect(),
        phrases: WordMap::default(),
    };
    for row in rows(include_str!("role.tsv")) {
        let word = row.cell(0);
        match (row.cell(1), role(row.cell(2))) {
            ("verb", Some(role)) => {
                duty.verbs.insert(word, role);
            }
            ("label", Some(role)) => duty.labels.push((word, role)),
            ("tail", _) => {
                duty.tails.insert(word);
            }
            _ => {
                duty.adverbs.insert(word, row.cell(2) == "division");
            }
        }
    }
    for row in rows(include_str!("duty.tsv")) {
        let form = duty.phrases.entry(row.cell(1)).or_default();
        form.words.insert(row.cell(0));
        form.first.extend(row.cell(0).chars().next());
    }
    duty
});

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

fn without_verb(clause: &str) -> Option<(&str, Role)> {
    if let Some(tail) = longest_suffix(clause, |word| DUTY.tails.contains(word)) {
        let before = &clause[..clause.len() - tail];
        if let Some(verb) = longest_suffix(before, |word| DUTY.verbs.contains_key(word)) {
            let (subject, verb) = before.split_at(before.len() - verb);
            return Some((subject, DUTY.verbs[verb]));
        }
    }
    let verb = longest_suffix(clause, |word| DUTY.verbs.contains_key(word))?;
    let (subject, verb) = clause.split_at(clause.len() - verb);
    Some((subject, DUTY.verbs[verb]))
}

/// The words without the adverbs at their end, and whether one of them is 按职责分工.
pub(crate) fn without_adverbs(words: &str) -> (&str, bool) {
    let mut words = words.trim_end();
    let mut division = false;
    while let Some(length) = longest_suffix(words, |word| DUTY.adverbs.contains_key(word))
    {
        let (before, adverb) = words.split_at(words.len() - length);
        division |= DUTY.adverbs[adverb];
        words = before.trim_end();
    }
    (words, division)
}

/// The words without the adverbs at their start, and whether one of them is 按职责分工.
pub(crate) fn after_adverbs(words: &str) -> (&str, bool) {
    let mut words = words.trim_start();
    let mut division = false;
    while let Some(length) = longest_prefix(words, |word| DUTY.adverbs.contains_key(word))
    {
        division |= DUTY.adverbs[&words[..length]];
        words = words[length..].trim_start();
    }
    (words, division)
}

/// The role's verb that words begin with, and the bytes of it.
pub(crate) fn opening_verb(words: &str) -> Option<(Role, usize)> {
    let length = longest_prefix(words, |word| DUTY.verbs.contains_key(word))?;
    Some((DUTY.verbs[&words[..length]], length))
}

fn longest_suffix(words: &str, is_word: impl Fn(&str) -> bool) -> Option<usize> {
    words
        .char_indices()
        .rev()
        .take(LONGEST_WORD)
        .filter(|&(at, _)| is_word(&words[at..]))
        .map(|(at, _)| words.len() - at)
        .last()
}

fn longest_prefix(words: &str, is_word: impl Fn(&str) -> bool) -> Option<usize> {
    words
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take(LONGEST_WORD)
        .filter(|&end| is_word(&words[..end]))
        .last()
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
    let is_statement = label.contains(['：', ':', '，', ',', '。']);
    if label.is_empty() || is_statement || label.chars().count() > LONGEST_LABEL {
        return None;
    }
    if ["时限", "期限", "时间", "节点", "进度"]
        .iter()
        .any(|word| label.contains(word))
    {
        return Some(Label::Deadline);
    }
    let role = DUTY
        .labels
        .iter()
        .filter(|(word, _)| label.contains(word))
        // 牵头责任单位 leads, 配合责任单位 cooperates.
        .min_by_key(|(_, role)| match role {
            Role::Lead => 0,
            Role::Cooperating => 1,
            Role::Responsible => 2,
        })?
        .1;
    let plain = label.trim_end_matches(crate::grammar::bracket::is_closing);
    if longest_suffix(plain, |word| DUTY.label_nouns.contains(word)).is_some() {
        Some(Label::Bodies(role))
    } else if crate::grammar::department::is_person(label) {
        Some(Label::Persons)
    } else {
        DUTY.labels
            .iter()
            .any(|&(word, _)| word == label)
            .then_some(Label::Bodies(role))
    }
}

/// Whether words are of a form of `duty.tsv`.
pub(crate) fn is_phrase(form: &str, words: &str) -> bool {
    DUTY.phrases
        .get(form)
        .is_some_and(|form| form.words.contains(words))
}

/// Bytes of the longest phrase of a form that a text begins with.
pub(crate) fn opens_with(form: &str, text: &str) -> Option<usize> {
    longest_prefix(text, |words| is_phrase(form, words))
}

/// Bytes of the longest phrase of a form that a text ends with.
pub(crate) fn closes_with(form: &str, text: &str) -> Option<usize> {
    longest_suffix(text, |words| is_phrase(form, words))
}

/// Where the first phrase of a form stands in a text, and the bytes of it.
pub(crate) fn find_phrase(form: &str, text: &str) -> Option<(usize, usize)> {
    let form = DUTY.phrases.get(form)?;
    text.char_indices()
        .filter(|(_, c)| form.first.contains(c))
        .find_map(|(at, _)| {
            let length = longest_prefix(&text[at..], |words| form.words.contains(words))?;
            Some((at, length))
        })
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
