//! Whether a value is to be reached, was reached, or is a condition of a rule.
//!
//! What a rule sets is a condition. Of all else the nearest clear word decides: one of the
//! value's own clause, then the headings above it, then its sentence, then the sentences
//! before it, then the title. A word that is not clear, such as 累计, which sums up what is to
//! come as well, counts where no clear one stands in the sentence or above it.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::around::Around;
use super::{Paragraph, Passage, clause, wording};
use crate::grammar::date::{DateMention, FoundDate};
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::lexicon::mark;
use crate::lexicon::trie::Trie;
use crate::model::{Comparator, Date, Genre, SectionKind, TargetStatus};
use crate::text::Needles;

/// What a word, a heading or a title says of the values near it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Told {
    Done,
    Planned,
}

/// What a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Clear(Told),
    Maybe(Told),
    /// What follows in the paragraph is to come as well: 下一步.
    FromNow,
    /// A place is described, or a disaster told.
    Described,
    /// The same, straight before a number.
    Counted,
    Nothing,
}

static WORDS: LazyLock<Trie<Word>> = LazyLock::new(|| {
    let classes = [
        (&mark::TOLD_DONE, Word::Clear(Told::Done)),
        (&mark::TOLD_MAYBE_DONE, Word::Maybe(Told::Done)),
        (&mark::TOLD_PLANNED, Word::Clear(Told::Planned)),
        (&mark::TOLD_FROM_NOW, Word::FromNow),
        (&mark::TOLD_MAYBE_PLANNED, Word::Maybe(Told::Planned)),
        (&mark::TOLD_DESCRIBED, Word::Described),
        (&mark::TOLD_COUNTED, Word::Counted),
        (&mark::TOLD_NOTHING, Word::Nothing),
    ];
    Trie::forward(
        classes
            .iter()
            .flat_map(|(class, says)| class.words().map(move |word| (word, *says))),
    )
});

/// The words of a text that say something, in order.
fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let (place, word) = WORDS.find_at(text, from)?;
            from = place.end;
            let says = said(text, place, word);
            if says != Word::Nothing {
                return Some(says);
            }
        }
    })
}

/// What a word says with what stands before it and behind.
fn said(text: &str, place: Range<usize>, word: Word) -> Word {
    let before = &text[..place.start];
    let after = text[place.end..].trim_start();
    match word {
        Word::Clear(Told::Planned) if is_noun(&text[place], before, after) => {
            Word::Nothing
        }
        Word::Counted if after.starts_with(|c: char| c.is_ascii_digit()) => {
            Word::Described
        }
        Word::Counted => Word::Nothing,
        // 目前正在: what goes on is not done. Nor is it for 成效明显的地方.
        Word::Clear(Told::Done) if after.starts_with(['正', '的']) => Word::Nothing,
        _ => word,
    }
}

/// Whether a word of a plan is the name of one: 行动计划》, 提升计划, 目标的56%.
fn is_noun(word: &str, before: &str, after: &str) -> bool {
    match word {
        "计划" => {
            before.ends_with('”')
                || wording::ends_with_action(before)
                || after.starts_with(NOUN_OF_PLAN)
                || !after.starts_with(char::is_alphanumeric)
        }
        "目标" => {
            let after = after.strip_prefix('的').unwrap_or(after);
            !after.starts_with(|c: char| c.is_alphabetic() || "：:".contains(c))
        }
        _ => false,
    }
}

/// What makes a noun of 计划: 计划的, 计划书, 计划外, 计划指标.
const NOUN_OF_PLAN: &[char] = &['的', '书', '草', '任', '外', '指'];

/// The last clear word of a text.
fn last_clear(text: &str) -> Option<Told> {
    words(text).filter_map(Word::clear).last()
}

impl Word {
    pub(super) const fn clear(self) -> Option<Told> {
        match self {
            Self::Clear(told) => Some(told),
            Self::FromNow => Some(Told::Planned),
            _ => None,
        }
    }
}

/// Where a text first describes a place.
fn described(text: &str) -> Option<usize> {
    let mut from = 0;
    loop {
        let (place, word) = WORDS.find_at(text, from)?;
        from = place.end;
        let start = place.start;
        if said(text, place, word) == Word::Described {
            return Some(start);
        }
    }
}

/// A sentence of a line, or a part of one that ends in a semicolon.
#[derive(Debug, Clone)]
pub(super) struct Sentence {
    pub(super) start: usize,
    pub(super) end: usize,
    /// What the last clear word before it in the line says.
    before: Option<Told>,
    /// Whether a part before it, parted by a semicolon, has a verb that governs it too:
    /// 计划接待20万人；收入5亿元.
    governed: bool,
    /// What it says by words that are not clear, once it was asked for.
    hints: OnceCell<Hints>,
}

/// What the words of a sentence say that are not clear.
#[derive(Debug, Clone, Copy)]
struct Hints {
    done: bool,
    planned: bool,
}

/// Bytes of a sentence at most, so that a line without full stops takes no more time than any
/// other.
pub(super) const LONGEST: usize = 3000;

/// Where the sentence ends that begins at a place.
fn sentence_end(line: &str, start: usize) -> usize {
    let mut longest = line.len().min(start + LONGEST);
    while !line.is_char_boundary(longest) {
        longest -= 1;
    }
    let length = line[start..longest].find(clause::ends_sentence);
    length.map_or(longest, |length| start + length)
}

/// What a clause says of the sentences behind its own.
fn carried(clause: &str) -> Option<Told> {
    let mut told = None;
    for word in words(clause) {
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

/// The sentences of a line, each with what the ones before it say.
fn sentences(line: &str) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let (mut before, mut governed) = (None, false);
    let mut start = 0;
    loop {
        let end = sentence_end(line, start);
        sentences.push(Sentence {
            start,
            end,
            before,
            governed,
            hints: OnceCell::new(),
        });
        let Some(sign) = line[end..].chars().next() else {
            return sentences;
        };
        let text = &line[start..end];
        before = text.rsplit(CLAUSES).find_map(carried).or(before);
        governed = !matches!(sign, '。' | '！' | '？') && (governed || governs(text));
        let sign = if clause::ends_sentence(sign) {
            sign.len_utf8()
        } else {
            0
        };
        start = end + sign;
    }
}

/// Whether a part of a sentence plans what the parts behind it say too.
fn governs(text: &str) -> bool {
    mark::PLAN_VERB.is_in(text)
        || words(text).any(|word| word == Word::Clear(Told::Planned))
}

impl<'t> Paragraph<'t> {
    /// Whether a value is planned, was achieved, or is the condition of a rule.
    pub(super) fn status(&self, quantity: Quantity<'_>, around: &Around) -> TargetStatus {
        let sentence = self.sentence_at(quantity.span.start);
        let own = self.told_by_clause(quantity, around);
        if self.is_rule(quantity, around, sentence, own) {
            return TargetStatus::Condition;
        }
        let told = own
            .or_else(|| self.told_above())
            .or_else(|| self.told_by_sentence(sentence, around))
            .or_else(|| self.hinted_by_sentence(sentence, around))
            .or_else(|| self.told_before(quantity, sentence, around))
            .or_else(|| self.context.told());
        match told {
            Some(Told::Done) => TargetStatus::Achieved,
            Some(Told::Planned) => TargetStatus::Planned,
            None if self.is_statute() => TargetStatus::Condition,
            None => TargetStatus::Planned,
        }
    }

    /// 2010年为17.7% in a plan of 2011: nothing is planned for the past.
    pub(super) fn status_by(
        &self,
        deadline: Option<Date>,
        told: TargetStatus,
    ) -> TargetStatus {
        let past = |date: Date| {
            let issued = self.context.issued;
            issued.is_some_and(|issued| date.year() < issued.year())
        };
        if told == TargetStatus::Planned && deadline.is_some_and(past) {
            TargetStatus::Achieved
        } else {
            told
        }
    }

    /// The sentence that holds a place.
    fn sentence_at(&self, at: usize) -> &Sentence {
        let sentences = self.sentences.get_or_init(|| sentences(self.line));
        let next = sentences.partition_point(|sentence| sentence.end < at);
        // OK because the last sentence ends where the line does.
        &sentences[next.min(sentences.len() - 1)]
    }

    /// What the clear words of the value's own clause say: the last one before the number,
    /// else the first one behind it.
    fn told_by_clause(&self, quantity: Quantity<'_>, around: &Around) -> Option<Told> {
        if self.names_plan(quantity, around) {
            return Some(Told::Planned);
        }
        // With the number, which makes a noun of 目标的56%.
        let before = self.words(around.start, quantity.span.end);
        let share = SHARE_OF_PLAN.find(before);
        let before = share.map_or(before, |share| &before[..share.start()]);
        let after = self.words(quantity.span.end, around.end);
        last_clear(before).or_else(|| words(after).find_map(Word::clear))
    }

    /// 全年任务5亿元: the sum that is planned, whatever was reached.
    pub(super) fn names_plan(&self, quantity: Quantity<'_>, around: &Around) -> bool {
        let class = quantity.amount.unit.map(|unit| unit.unit.class);
        class != Some(UnitClass::Count)
            && names_plan(self.words(around.start, quantity.bounded))
    }

    /// What the headings above say, the nearest first, or the kind of the section.
    fn told_above(&self) -> Option<Told> {
        *self.passage.told.get_or_init(|| self.told_by_headings())
    }

    fn told_by_headings(&self) -> Option<Told> {
        let Passage { headings, kind, .. } = self.passage;
        let said = headings
            .iter()
            .rev()
            .find_map(|heading| heading_told(&self.text[heading.range()]));
        said.or(match kind {
            SectionKind::Goals | SectionKind::Tasks => Some(Told::Planned),
            SectionKind::Review | SectionKind::Background => Some(Told::Done),
            _ => None,
        })
    }

    /// What the clear words of the sentence say: those of the clauses before, the nearest
    /// first, then those of the clauses behind.
    fn told_by_sentence(&self, sentence: &Sentence, around: &Around) -> Option<Told> {
        let own = self.words(around.start, around.end);
        // 已建成公园5个，继续建设绿道20公里
        let goes_on = mark::GOING_ON.is_in(own)
            || words(own).any(|word| word == Word::Maybe(Told::Planned));
        let before = self
            .words(sentence.start, around.start)
            .rsplit(CLAUSES)
            .filter(|clause| !clause.contains("基础上"))
            .find_map(last_clear)
            .filter(|&told| !goes_on || told == Told::Planned);
        let behind = || {
            let behind = self.words(around.end, sentence.end);
            words(behind).find_map(Word::clear)
        };
        before
            .or_else(|| self.names_year_to_come(sentence, around))
            .or_else(behind)
    }

    /// 到2025年, or a later year than that of the document, in the sentence before a value.
    pub(super) fn names_year_to_come(
        &self,
        sentence: &Sentence,
        around: &Around,
    ) -> Option<Told> {
        let until = names_year_to_come(&self.line[sentence.start..sentence.end]);
        let issued = self.context.issued.map(Date::year);
        let later = |found: &FoundDate| {
            let year = found
                .date
                .and_then(DateMention::target_date)
                .map(Date::year);
            issued < year && issued.is_some() && !found.is_distance
        };
        let later = self
            .dates_between(sentence.start, around.verb)
            .iter()
            .any(later);
        (until || later).then_some(Told::Planned)
    }

    /// What the sentence says by words that are not clear, or by describing a place.
    fn hinted_by_sentence(&self, sentence: &Sentence, around: &Around) -> Option<Told> {
        let hints = sentence.hints.get_or_init(|| self.hints(sentence));
        let governed = sentence.governed && self.context.told() != Some(Told::Done);
        if hints.planned || governed {
            return Some(Told::Planned);
        }
        let done = hints.done || !is_bounded_below(around) && self.is_described(sentence);
        done.then_some(Told::Done)
    }

    fn hints(&self, sentence: &Sentence) -> Hints {
        let text = &self.line[sentence.start..sentence.end];
        let says = |word| words(text).any(|other| other == word);
        Hints {
            planned: says(Word::Maybe(Told::Planned)),
            done: says(Word::Maybe(Told::Done))
                || SHARE_OF_PLAN.is_match(text)
                || self.tells_of_period(text)
                || self.has_grown(sentence),
        }
    }

    /// 1—6月，完成投资5亿元 in a text of no title: a plan has one, news have none.
    fn tells_of_period(&self, sentence: &str) -> bool {
        self.context.genre.is_none()
            && self.context.told() != Some(Told::Planned)
            && PART_OF_YEAR.is_match(sentence)
    }

    /// What the sentences before say; a plan goes on in its own way.
    fn told_before(
        &self,
        quantity: Quantity<'_>,
        sentence: &Sentence,
        around: &Around,
    ) -> Option<Told> {
        let class = quantity.amount.unit.map(|unit| unit.unit.class);
        let goes_on = self.context.told() == Some(Told::Planned)
            || self.is_statute()
            || is_bounded_below(around)
            || class == Some(UnitClass::Duration)
            || mark::GOING_ON.is_in(self.words(around.start, around.end));
        sentence
            .before
            .filter(|&told| told == Told::Planned || !goes_on)
    }

    /// Whether a sentence tells a level and at once how much it has grown.
    fn has_grown(&self, sentence: &Sentence) -> bool {
        self.quantities_from(sentence.start)
            .iter()
            .take_while(|quantity| quantity.span.end <= sentence.end)
            .any(|quantity| {
                quantity.change.is_none()
                    && quantity.comparator == Comparator::Equal
                    // A budget is set and grows.
                    && !self.line[..quantity.span.start].ends_with("安排")
                    && grows(&self.line[quantity.span.end..])
            })
    }

    /// Whether a place is described in the passage up to the end of a sentence.
    pub(super) fn is_described(&self, sentence: &Sentence) -> bool {
        let passage = self.passage;
        let described = passage.described.get_or_init(|| {
            let found = described(&self.text[passage.span.range()]);
            found.map(|at| passage.span.start + at)
        });
        described.is_some_and(|at| at < self.base + sentence.end)
    }

    /// Whether the document is a statute, whose numbers are rules.
    fn is_statute(&self) -> bool {
        self.passage.kind == SectionKind::Provisions
            || matches!(
                self.context.genre,
                Some(
                    Genre::Measures
                        | Genre::Provisions
                        | Genre::DetailedRules
                        | Genre::Regulations
                )
            )
    }
}

/// Whether a clause says, clearly or not, that something is done.
pub(super) fn says_done(clause: &str) -> bool {
    words(clause)
        .any(|word| matches!(word, Word::Clear(Told::Done) | Word::Maybe(Told::Done)))
}

/// How much of a plan was reached: 完成年度目标的56%, 占全年任务1550万元的67%.
static SHARE_OF_PLAN: LazyLock<Regex> = LazyLock::new(|| {
    wording::pattern(
        "(?:完成|占)[^，。；]{0,8}(?:目标|计划|任务|预算)[^，。；]{0,12}的[0-9.]+[%％]",
    )
});

/// A statistic of the past, which tells a level and its growth: 产量|7327吨|，增长2.1%.
fn grows(behind: &str) -> bool {
    behind
        .strip_prefix(['，', ',', '、'])
        .is_some_and(|behind| {
            let verb = mark::GROWTH_VERB.opening(behind).map_or(0, str::len);
            verb > 0 && behind[verb..].starts_with(|c: char| c.is_ascii_digit())
        })
}

/// The part of a year that has gone by: 上半年, 前三季度, 1—6月.
static PART_OF_YEAR: LazyLock<Regex> = LazyLock::new(|| {
    wording::pattern(
        "上半年|前[一二两三]个?季度|(?:^|[^0-9])[1一元](?:月份?)?[-—–~～至到][0-9二三四五六七八九十]+月",
    )
});

/// What parts the clauses of a sentence.
const CLAUSES: &[char] = &['，', ',', '：', ':'];

/// 10个以上, 不超过: a bound of what there is to be, seldom of what there is.
fn is_bounded_below(around: &Around) -> bool {
    !matches!(
        around.comparator,
        Comparator::Equal | Comparator::MoreThan | Comparator::About
    )
}

/// What a heading says of the values below it.
fn heading_told(heading: &str) -> Option<Told> {
    let heading = heading.trim_end_matches(|c: char| !c.is_alphanumeric());
    let done = mark::HEADING_DONE.is_in(heading);
    let planned = mark::HEADING_PLANNED.is_in(heading);
    if done && !planned {
        mark::HEADING_DONE.ending(heading).map(|_| Told::Done)
    } else {
        (planned && !done).then_some(Told::Planned)
    }
}

/// What a title says of the values of its document.
pub(super) fn title_told(title: &str) -> Option<Told> {
    let title = title.trim_end_matches(|c: char| !c.is_alphanumeric());
    let tells = mark::TITLE_DONE.is_in(title);
    if mark::TITLE_PLANNED.ending(title).is_some() && !tells {
        Some(Told::Planned)
    } else if mark::TITLE_DONE.ending(title).is_some() {
        Some(Told::Done)
    } else {
        None
    }
}

/// Whether the words before a number end in what it is planned as: 年度计划投资|5亿元 is none,
/// 全年任务|5亿元 is.
pub(super) fn names_plan(left: &str) -> bool {
    let left = left
        .trim_end()
        .trim_end_matches(['为', '是', '数', '总', '额']);
    let plan = ["计划", "任务", "目标"]
        .iter()
        .find_map(|plan| left.strip_suffix(plan));
    // 高于目标2个百分点, 完成目标5亿元
    plan.is_some_and(|of| {
        !of.ends_with(['于', '超', '过', '距', '离', '欠', '塌', '成', '比', '较'])
    })
}

/// Whether 到20xx年 stands in a sentence.
pub(super) fn names_year_to_come(sentence: &str) -> bool {
    static UNTIL: LazyLock<Needles> = LazyLock::new(|| Needles::of(&["到20"]));
    UNTIL.places(sentence).any(|at| {
        let year = &sentence.as_bytes()[at + "到20".len()..];
        matches!(year, [b'0'..=b'9', b'0'..=b'9', rest @ ..] if rest.starts_with("年".as_bytes()))
    })
}
