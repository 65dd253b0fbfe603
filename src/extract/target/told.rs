//! What words, headings and titles say of the values near them: that they are to be reached,
//! or that they were.

use std::ops::Range;
use std::sync::LazyLock;

use super::{clause, wording};
use crate::lexicon::mark;
use crate::lexicon::trie::Trie;
use crate::text::head;

/// What a word, a heading or a title says of the values near it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::extract) enum Told {
    Done,
    Planned,
}

/// What a word says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
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
pub(super) fn words(text: &str) -> impl Iterator<Item = Word> + '_ {
    places(text).map(|(_, word)| word)
}

/// The same with their places.
pub(super) fn places(text: &str) -> impl Iterator<Item = (Range<usize>, Word)> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let (place, word) = WORDS.find_at(text, from)?;
            from = place.end;
            let says = said(text, place.clone(), word);
            if says != Word::Nothing {
                return Some((place, says));
            }
        }
    })
}

/// Where the words stand in a text that may say something.
pub(super) fn may_say(text: &str) -> impl Iterator<Item = usize> + '_ {
    let mut from = 0;
    std::iter::from_fn(move || {
        let (place, _) = WORDS.find_at(text, from)?;
        from = place.end;
        Some(place.start)
    })
}

/// What a word says with what stands before it and behind.
fn said(text: &str, place: Range<usize>, word: Word) -> Word {
    let before = &text[..place.start];
    let after = text[place.end..].trim_start();
    let own = &text[place];
    match word {
        Word::Clear(Told::Planned) if is_noun(own, before, after) => Word::Nothing,
        Word::Counted if after.starts_with(|c: char| c.is_ascii_digit()) => {
            Word::Described
        }
        Word::Counted => Word::Nothing,
        // 人数将达到50万人, not 将补助标准提高到: what is to come of itself.
        Word::Maybe(Told::Planned) if own == "将" && is_to_come(after) => {
            Word::Clear(Told::Planned)
        }
        // 目前正在: what goes on is not done. Nor is it for 成效明显的地方.
        Word::Clear(Told::Done) if after.starts_with(['正', '的']) => Word::Nothing,
        // 实际到位|32.5亿元, but 实际到位资金增长10%: the name of a measure.
        Word::Clear(Told::Done)
            if mark::TOLD_DONE.value_of(own) == Some("number")
                && !after.starts_with(|c: char| c.is_ascii_digit()) =>
        {
            Word::Nothing
        }
        // 累计奖励不超过500万元: what sums up to a bound has not come about.
        Word::Maybe(Told::Done) if is_bounded(after) => Word::Nothing,
        // 由目前近800所调整到700所: where a change starts from.
        Word::Clear(Told::Done) if before.ends_with(STARTS) => Word::Nothing,
        _ => word,
    }
}

/// Whether the words up to the next number bound it: 不超过, 不少于, 最高; or those before
/// what a share is of, 不超过封顶线的20%.
fn is_bounded(after: &str) -> bool {
    let near = head(after, 36);
    let number = near.find(|c: char| c.is_ascii_digit());
    let words = &near[..number.unwrap_or(near.len())];
    words.contains(['不', '最']) && !words.contains(clause::ends_sentence)
}

/// Whether what follows 将 is what will happen: 将|突破20万人, 将|从2005年的33%上升到.
fn is_to_come(after: &str) -> bool {
    let compared = after.strip_prefix(['从', '由', '较', '比']);
    if compared.is_some_and(|from| from.starts_with(|c: char| c.is_ascii_digit())) {
        return true;
    }
    mark::COMING_VERB.opening(after).is_some_and(|verb| {
        let not_before = mark::COMING_VERB.value_of(verb).unwrap_or("");
        let behind = &after[verb.len()..];
        !behind.starts_with(|c: char| c == '的' || not_before.contains(c))
    })
}

/// What stands before the state that a change starts from.
const STARTS: &[char] = &['由', '从', '较', '比'];

/// Whether a word of a plan is the name of one: 行动计划》, 提升计划, 目标的56%.
fn is_noun(word: &str, before: &str, after: &str) -> bool {
    match word {
        "计划" | "目标" if is_set_against(before) => true,
        // 与省定目标|相差15个百分点
        "计划" | "目标" if mark::GAP_VERB.opening(after).is_some() => true,
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

/// Whether words end in the verb that sets a value against the plan behind them: 超,
/// 低于`年度`, 比`省下达的`.
pub(super) fn is_set_against(words: &str) -> bool {
    let mut words = words;
    while let Some(of) = mark::PLAN_QUALIFIER.ending(words) {
        words = &words[..words.len() - of.len()];
    }
    words.ends_with(['于', '超', '过', '出', '距', '离', '欠', '塌', '比', '较'])
        && !words.ends_with("占比")
}

/// What makes a noun of 计划: 计划的, 计划书, 计划外, 计划指标.
const NOUN_OF_PLAN: &[char] = &['的', '书', '草', '任', '外', '指'];

/// The last clear word of a text.
pub(super) fn last_clear(text: &str) -> Option<Told> {
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
pub(super) fn described(text: &str) -> Option<usize> {
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

/// Whether sentences of a text tell what its authors are proud of, or how far it was from an
/// earlier time, and few what is to come: 跃居全省第5位, 获评最具活力城市, 同比增长5%.
pub(super) fn tells_of_success(text: &str) -> bool {
    /// Sentences that do so at least, and for each one of what is to come.
    const ENOUGH: usize = 3;
    // 总产量预计2万吨: what is reckoned of this year's harvest is no plan.
    let planned = |sentence: &str| {
        places(sentence).any(|(place, word)| {
            word.clear() == Some(Told::Planned)
                && !mark::FORECAST_WORD.contains(&sentence[place])
        })
    };
    let (mut proud, mut to_come) = (0, 0);
    for sentence in text.split(clause::ends_sentence) {
        if planned(sentence) {
            to_come += 1;
        } else if mark::SUCCESS_WORD.is_in(sentence)
            || mark::STATISTIC_WORD.is_in(sentence)
        {
            proud += 1;
        }
    }
    proud >= ENOUGH * to_come.max(1)
}

/// Whether a clause says, clearly or not, that something is done.
pub(super) fn says_done(clause: &str) -> bool {
    words(clause)
        .any(|word| matches!(word, Word::Clear(Told::Done) | Word::Maybe(Told::Done)))
}

/// What a heading says of the values below it.
pub(super) fn heading_told(heading: &str) -> Option<Told> {
    let heading = heading.trim_end_matches(|c: char| !c.is_alphanumeric());
    let done = mark::HEADING_DONE.is_in(heading);
    let planned = mark::HEADING_PLANNED.is_in(heading);
    if done && !planned {
        mark::HEADING_DONE.ending(heading).map(|_| Told::Done)
    } else {
        (planned && !done).then_some(Told::Planned)
    }
}

/// Characters of the number of a part with its brackets: （二）, （上）.
const PART_OF_TITLE: usize = 4;

/// What a title says of the values of its document.
pub(super) fn title_told(title: &str) -> Option<Told> {
    // 2024年工作回顾（二）
    let part = title.rfind(['（', '(']);
    let part = part.filter(|&at| title[at..].chars().count() <= PART_OF_TITLE);
    let title = &title[..part.unwrap_or(title.len())];
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
