//! What a value is of whose own sentence names nothing: 每年不少于1000亩 below the heading
//! 发展设施农业.

use super::around::Around;
use super::{Paragraph, clause, wording};
use crate::grammar::department::is_han;
use crate::grammar::quantity::{Quantity, read_lead};
use crate::lexicon::mark;
use crate::lexicon::wording::section_kind;
use crate::model::Change;
use crate::span::Span;
use crate::text::{head, tail};

/// Characters of what is named, at the least and at the most.
const NAMED: std::ops::RangeInclusive<usize> = 3..=24;

/// Characters of a label before a value at the most.
const LABEL: usize = 20;

impl<'t> Paragraph<'t> {
    /// 老旧小区改造。力争2025年达到|120个: what the item's heading, the clause before or a heading
    /// above says is done.
    pub(super) fn name_above(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
    ) -> Option<&'t str> {
        quantity.amount.unit?;
        // 配备全科医生，|每个卫生院|不少于2名: of what the clause before is about.
        let each = self.line[around.start..].starts_with('每');
        each.then(|| self.work_of_clause(around.start))
            .flatten()
            .or_else(|| self.own_heading(quantity))
            .or_else(|| self.work_of_clause(around.start))
            .or_else(|| self.named_heading(quantity, |heading| !self.is_own(heading)))
    }

    /// What the heading of the value's own item names.
    pub(super) fn own_heading(&self, quantity: Quantity<'_>) -> Option<&'t str> {
        self.named_heading(quantity, |heading| self.is_own(heading))
    }

    fn is_own(&self, heading: Span) -> bool {
        self.passage.span.contains(heading)
    }

    /// What the last heading above a value names that is one of those asked for.
    fn named_heading(
        &self,
        quantity: Quantity<'_>,
        asked: impl Fn(Span) -> bool,
    ) -> Option<&'t str> {
        let at = self.base + quantity.span.start;
        let mut above = self.passage.headings.iter().rev();
        above.find_map(|&heading| {
            let stands = heading.end <= at && asked(heading);
            stands.then(|| named(&self.text[heading.range()]))?
        })
    }

    /// 大力推进老旧小区改造，|到2025年完成120个: the work that a clause before names.
    fn work_of_clause(&self, at: usize) -> Option<&'t str> {
        /// Clauses to look back through.
        const CLAUSES: usize = 3;
        let sentence = self.sentence_at(at).start;
        let mut end = at;
        for _ in 0..CLAUSES {
            if end <= sentence {
                break;
            }
            end = self.line[..end].trim_end_matches(['，', ',', ' ']).len();
            let start = clause::clause_start(self.line, end).max(sentence);
            if start >= end {
                break;
            }
            let words = self.words(self.behind_lead(start, end), end);
            if wording::opens_with_verb(words)
                && let Some(name) = named(words)
            {
                return Some(name);
            }
            end = start;
        }
        None
    }

    /// 粮食总产量：|48万吨: the label that a colon parts from its value, and where it begins.
    pub(super) fn name_before_colon(&self, at: usize) -> Option<(usize, &'t str)> {
        let (label, start) = self.label_before(at)?;
        // 新增就业（城镇）：|2万人
        let note = label
            .strip_suffix(['）', ')'])
            .and_then(|label| label.rfind(['（', '(']));
        let name = &label[..note.unwrap_or(label.len())];
        // 生产总值|增长|：6%
        let lead = read_lead(name);
        let name = match lead.moves() {
            Some(_) => &name[..lead.verb],
            None => name,
        };
        let short = name.chars().nth(LABEL).is_none();
        let names = short
            && is_label(name)
            && section_kind(name).is_none()
            && mark::NO_LABEL_OF_VALUE.ending(name).is_none();
        names.then_some((start, name))
    }

    /// 照护服务驿站：3月底前建成2家；6月底前|建成2家: what the label names that the sentences here go on
    /// from.
    pub(super) fn name_of_label(&self, at: usize) -> Option<&'t str> {
        /// Bytes from such a label to a value at the most.
        const REACH: usize = 240;
        let before = tail(&self.line[..at], REACH);
        let before = before.rsplit('。').next()?;
        let colon = before.find(['：', ':'])?;
        let sign = before[colon..].chars().next().map_or(0, char::len_utf8);
        let (_, name) = self.name_before_colon(at - before.len() + colon + sign)?;
        Some(name)
    }

    /// The words before the colon straight before a place, and where they begin.
    pub(super) fn label_before(&self, at: usize) -> Option<(&'t str, usize)> {
        let before = self.line[..at].trim_end();
        let end = before.strip_suffix(['：', ':'])?.len();
        let start = self.behind_lead(clause::clause_start(self.line, end), end);
        // - **粮食产量**：|48万吨
        let label = self.words(start, end).trim_end_matches([' ', '*']);
        // 补偿标准|为|：1万元以下按60%
        let label = label.trim_end_matches(['为', '是']);
        let own = label.trim_start_matches(['-', '*', ' ']);
        // 1.照护服务驿站：3月底前建成2家, in a cell
        let number = own.trim_start_matches(|c: char| c.is_ascii_digit());
        let own = match number.strip_prefix(['.', '．', '、']) {
            Some(named) if number.len() < own.len() => named.trim_start(),
            _ => own,
        };
        let marked = label.len() - own.len();
        Some((&label[marked..], start + marked))
    }

    /// 粮食总产量：到2025年，|达到48万吨: such a label before the date that a comma follows.
    pub(super) fn name_before_date(&self, at: usize) -> Option<(usize, &'t str)> {
        let end = self.line[..at].trim_end().strip_suffix(['，', ','])?.len();
        let date = self.date_before(end).filter(|date| date.span.end == end)?;
        let before = self.line[..date.span.start].trim_end_matches(['到', '至']);
        let lead = mark::PLAN_VERB.ending(before).unwrap_or("");
        self.name_before_colon(before.len() - lead.len())
    }

    /// 棚户区改造（|500套）: what stands before the brackets around a value, and where it begins.
    pub(super) fn name_before_bracket(
        &self,
        quantity: Quantity<'_>,
    ) -> Option<(usize, &'t str)> {
        let before = self.line[..quantity.bounded].trim_end();
        let before = before.strip_suffix('共').unwrap_or(before);
        let end = before.strip_suffix(['（', '('])?.len();
        let closed = self.line[quantity.span.end..].starts_with(['）', ')']);
        let start = self.behind_lead(clause::clause_start(self.line, end), end);
        let name = named(self.words(start, end)).filter(|_| closed)?;
        // 长江流域（108个） heads a list of as many names, 历年同期（11.6℃） says what it was.
        let work = wording::opens_with_verb(name) || wording::ends_with_action(name);
        work.then_some((start, name))
    }

    /// 增幅较大的有|汽车|（增长35.8%）: what stands before a bracket that holds a change alone.
    pub(super) fn changed_before_bracket(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
    ) -> Option<(usize, &'t str)> {
        /// Bytes before the bracket that are looked at.
        const NEAR: usize = 60;
        /// Characters of such a name at most.
        const NAME: usize = 12;
        let changes = quantity
            .change
            .is_some_and(|change| change != Change::Level);
        if !changes || !self.line[quantity.span.end..].starts_with(['）', ')']) {
            return None;
        }
        let before = self.line[..around.start].strip_suffix(['（', '('])?;
        let near = tail(before, NEAR);
        let run = near.rfind(|c| !is_han(c)).map_or(near, |at| {
            &near[at + near[at..].chars().next().map_or(0, char::len_utf8)..]
        });
        // 增加值5|亿元|（增长3%）: of what was counted.
        if near[..near.len() - run.len()].ends_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let named = run.trim_start_matches(['和', '及', '与']);
        let named = named.rsplit_once("的有").map_or(named, |(_, named)| named);
        let short = named.chars().nth(1).is_some() && named.chars().nth(NAME).is_none();
        short.then_some((before.len() - named.len(), named))
    }
}

/// Whether words may be a label: 执业（助理）医师数, 5G基站, not 2020年.
fn is_label(words: &str) -> bool {
    let coded = words.contains(|c: char| c.is_ascii_uppercase());
    let letter = |c: char| {
        c.is_alphabetic()
            || "、“”/&（）()".contains(c)
            || coded && (c.is_ascii_digit() || c == '.')
    };
    words.chars().all(letter) && words.chars().nth(1).is_some()
}

/// A heading or clause that names a work or thing, without its full stop.
fn named(words: &str) -> Option<&str> {
    const MARKS: &[char] = &['。', '；', ';', '：', ':', '.', '，', ','];
    let words = words.trim().trim_end_matches(MARKS);
    let words = &words[wording::lead_len(words)..];
    let plain = !words.contains(|c: char| c.is_numeric() || "，,：:。《（(".contains(c));
    let short = NAMED.contains(&head(words, 4 * NAMED.end() + 4).chars().count());
    (plain && short && section_kind(words).is_none()).then_some(words)
}
