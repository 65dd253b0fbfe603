//! The sentences of a line, and what those before one say of it.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::LazyLock;

use super::told::{Told, Word};
use super::{rule, status, told};
use crate::lexicon::any::COLONS;
use crate::lexicon::chars::CharSet;
use crate::lexicon::mark;

/// A sentence of a line, or a part of one that ends in a semicolon.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    /// Its number in the line, from 0.
    pub(super) number: usize,
    pub(super) start: usize,
    pub(super) end: usize,
    /// What it says by words that are not clear, once it was asked for.
    pub(super) hints: OnceCell<Hints>,
    /// Its clear words, once they were asked for.
    clear: OnceCell<Vec<Clear>>,
    /// Whether it only says what the document is about, once it was asked for.
    pub(super) announces: OnceCell<bool>,
    /// Where the case stands in the line in which it grants something, once it was asked for.
    pub(super) case: OnceCell<Option<(usize, usize)>>,
    /// Where 与2015年相比 ends in the line, once it was asked for.
    pub(super) compares: OnceCell<Option<usize>>,
}

/// A clear word.
#[derive(Debug, Clone)]
pub(super) struct Clear {
    /// Where it stands in the line.
    pub(super) place: Range<usize>,
    pub(super) told: Told,
    /// 在完成…的基础上: its clause says what the others are built on.
    pub(super) is_ground: bool,
}

impl Sentence {
    /// The clear words of the sentence, in order.
    pub(super) fn clear(&self, line: &str) -> &[Clear] {
        self.clear.get_or_init(|| {
            let text = &line[self.start..self.end];
            let clear = told::places(text).filter_map(|(place, word)| {
                let told = word.clear()?;
                let clause = text[..place.start].rfind(CLAUSES).unwrap_or(0);
                let end = text[place.end..].find(CLAUSES);
                let end = end.map_or(text.len(), |end| place.end + end);
                Some(Clear {
                    place: self.start + place.start..self.start + place.end,
                    told,
                    is_ground: text[clause..end].contains("基础上"),
                })
            });
            clear.collect()
        })
    }
}

/// What the sentences before one say of it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Past {
    /// What the last clear word says.
    pub(super) told: Option<Told>,
    /// Whether a part before it, parted by a semicolon, has a verb that governs it too:
    /// 计划接待20万人；收入5亿元.
    pub(super) governed: bool,
    /// Whether such a part says behind a colon what is planned: 预期目标是：增长5%；就业18万人.
    pub(super) set: bool,
    /// Whether such a part says behind a colon what is required: 具备以下条件：收入1亿元；员工20人.
    pub(super) required: bool,
}

/// What the words of a sentence say that are not clear.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hints {
    pub(super) done: bool,
    pub(super) planned: bool,
}

/// Bytes of a sentence at most, so that a line without full stops takes no more time than any
/// other.
pub(super) const LONGEST: usize = 3000;

/// See [`super::clause::ends_sentence`].
static ENDS: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(["。；！？;"]));

/// Where the sentence ends that begins at a place.
fn sentence_end(line: &str, start: usize) -> usize {
    let mut longest = line.len().min(start + LONGEST);
    while !line.is_char_boundary(longest) {
        longest -= 1;
    }
    ENDS.find_at(&line[..longest], start).unwrap_or(longest)
}

/// What a clause says of the sentences behind its own.
fn carried(clause: &str) -> Option<Told> {
    let mut told = None;
    for word in told::words(clause) {
        match word {
            Word::FromNow => told = Some(Told::Planned),
            Word::Clear(Told::Done) => told = Some(Told::Done),
            // 力争成效显著
            Word::Clear(Told::Planned) => return None,
            _ => {}
        }
    }
    told
}

/// What the last clause of a sentence that says something says of those behind it.
fn carried_on(sentence: &str) -> Option<Told> {
    // Most clauses have no word that may say anything.
    let words: Vec<usize> = told::may_say(sentence).collect();
    let mut end = sentence.len();
    for &word in words.iter().rev() {
        if word >= end {
            continue;
        }
        let start = sentence[..word].rfind(CLAUSES);
        let from = start.map_or(0, |sign| sign + sign_len(&sentence[sign..]));
        let to = sentence[word..end]
            .find(CLAUSES)
            .map_or(end, |sign| word + sign);
        if let Some(told) = carried(&sentence[from..to]) {
            return Some(told);
        }
        end = start.unwrap_or(0);
    }
    None
}

fn sign_len(words: &str) -> usize {
    words.chars().next().map_or(0, char::len_utf8)
}

/// The sentences of a line.
pub(super) fn sentences(line: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut start = 0;
    loop {
        let end = sentence_end(line, start);
        sentences.push(Sentence {
            number: sentences.len(),
            start,
            end,
            hints: OnceCell::new(),
            clear: OnceCell::new(),
            announces: OnceCell::new(),
            case: OnceCell::new(),
            compares: OnceCell::new(),
        });
        let Some(sign) = line[end..].chars().next() else {
            return sentences;
        };
        let sign = if ENDS.contains(sign) {
            sign.len_utf8()
        } else {
            0
        };
        start = end + sign;
    }
}

/// What the sentences of a line say, each of the one behind it.
pub(super) fn pasts(line: &str, sentences: &[Sentence]) -> Vec<Past> {
    let mut past = Past {
        told: None,
        governed: false,
        set: false,
        required: false,
    };
    let behind = |sentence: &Sentence| {
        let before = past;
        let text = &line[sentence.start..sentence.end];
        let ends = line[sentence.end..].starts_with(['。', '！', '？']);
        past = Past {
            told: carried_on(text).or(past.told),
            governed: !ends && (past.governed || governs(text)),
            required: !ends && (past.required || rule::required(text).is_some()),
            set: !ends && (sets(text) || past.set && !turns(text)),
        };
        before
    };
    sentences.iter().map(behind).collect()
}

/// Whether a part of a sentence plans what the parts behind it say too.
fn governs(text: &str) -> bool {
    mark::PLAN_VERB.is_in(text)
        || told::words(text).any(|word| word == Word::Clear(Told::Planned))
}

/// Whether a part of a sentence says behind a colon what is planned.
fn sets(text: &str) -> bool {
    COLONS
        .places(text)
        .any(|colon| status::names_plan(text[..colon.start].trim_end_matches("如下")))
}

/// Whether a part tells of something else than the parts before it: 完成情况：建成5个, 已建成5个.
pub(super) fn turns(text: &str) -> bool {
    COLONS.is_in(text) || told::last_clear(text) == Some(Told::Done)
}

/// What parts the clauses of a sentence.
const CLAUSES: &[char] = &['，', ',', '：', ':'];
