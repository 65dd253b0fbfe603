//! Values in a row: 分别达到65%和55%.

use super::around::Around;
use super::carry::Carry;
use super::granted::only_grants;
use super::indicator::Measured;
use super::{Paragraph, clause, go_on_as_rule, list, wording};
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::lexicon::mark;
use crate::model::{Baseline, Comparator, Date, Target, TargetStatus};
use crate::pattern::Pattern;
use crate::span::Span;
use crate::text::tail;

impl<'t> Paragraph<'t> {
    /// How many quantities from `index` on stand in a row: `6%和7.4%`, `80％、50％以上`.
    pub(super) fn series(&self, index: usize) -> usize {
        /// Values of a row at the most: each is read with the words before the first one.
        const ROW: usize = 200;
        let first = self.quantities[index];
        let rest = &self.quantities[index + 1..];
        let mut end = first.span.end;
        let linked = rest.iter().take(ROW - 1).take_while(|quantity| {
            // 分别上升12%、|下降|8%
            let moves = quantity.change.is_some() && self.spreads_moves(first);
            let from = if moves {
                quantity.verb
            } else {
                quantity.bounded
            };
            let gap = self.line[end..from.max(end)].trim();
            end = quantity.span.end;
            let same_class = quantity.class() == first.class();
            match gap {
                "，" | "," | "/" => same_class,
                "、" | "和" | "与" | "及" | "以及" => {
                    let points = quantity.class() == Some(UnitClass::Point);
                    same_class
                        || self.spreads(first)
                        || points && self.spreads_moves(first)
                }
                _ => false,
            }
        });
        1 + linked.count()
    }

    /// Whether 分别 in its clause says that a value is one of several: 货物和集装箱吞吐量分别达.
    fn spreads(&self, first: Quantity<'_>) -> bool {
        let start = clause::clause_start(self.line, first.verb);
        let words = self.words(start, first.bounded);
        words.contains("分别") && clause::is_list(words)
    }

    /// 同比分别上升12%、下降8%: whether 分别 stands straight before the verb of a row's first value.
    fn spreads_moves(&self, first: Quantity<'_>) -> bool {
        let before = self.line[..first.verb].trim_end();
        let compared = mark::COMPARED_WITH.ending(before).unwrap_or_default();
        let before = &before[..before.len() - compared.len()];
        first.change.is_some() && before.ends_with("分别")
    }

    /// A row of values: 分别 gives each its own indicator, else all share one.
    pub(super) fn read_series(
        &self,
        index: usize,
        count: usize,
        carry: &mut Carry,
        governing: &mut Option<Date>,
        targets: &mut Vec<Target>,
    ) {
        let row = &self.quantities[index..index + count];
        let first = row[0];
        let mut around = self.around(index);
        if !self.is_target(first, &around)
            || self.is_starting_point(index + count - 1, &around)
            || self.is_starting_row(index, count, &around)
        {
            return;
        }
        let before = self.words(around.start, first.bounded);
        let words = self.left(&around, first).words;
        let spread = before.contains("分别")
            || before.contains("依次")
            || self.is_row_of_named(index, count, words);
        let relation = spread && wording::is_relation(words);
        let bare = words.is_empty() || relation;
        let mut names = self.row_names(bare, spread, count, carry);
        // 学校347所、在校生69万人，分别占全省的55%、59%
        if relation {
            names.iter_mut().for_each(|name| name.push_str(words));
        }
        let unnamed = self.measured_behind_row(index, count, &around, carry);
        let dates = self.row_dates(first, count, spread);
        // 到2022年和2030年，比例达到37%及以上和40%及以上
        let unit = first.amount.unit.map(|unit| unit.name);
        let mut units = row.iter().map(|one| one.amount.unit.map(|unit| unit.name));
        let dated = units.all(|own| own == unit) && dates.len() == count;
        if !spread && names.is_empty() && unnamed.is_none() && !dated {
            for at in index..index + count {
                self.read_one(at, carry, governing, targets);
                carry.end = self.quantities[at].span.end;
            }
            return;
        }
        let measured = self.measured_of_row(index, count, &around, carry);
        let Some(measured) = measured.or(unnamed) else {
            return;
        };
        if names.is_empty() && spread {
            names = self.kinds(&measured, &around, (index, count));
        }
        // 对三星级、四星级的酒店，分别给予20万元、50万元: what kind each is of is not told apart.
        if names.is_empty()
            && let Some(name) =
                self.granted_for(first, &measured.indicator, around.start, carry)
        {
            names = vec![name; count];
        }
        let names = match (names.is_empty(), dates.is_empty()) {
            (false, _) => names,
            // 国家级、省级示范社|分别|奖励
            (true, true) => {
                list::distribute(&measured.indicator.replace("分别", ""), count)
            }
            (true, false) => vec![measured.indicator.clone(); count],
        };
        // 2024、2025年，事故起数和死亡人数分别下降67%、58%: of two things, not of two years. 城乡居民
        // is one where there are two years.
        let things = list::distribute(&measured.indicator.replace("分别", ""), count);
        let listed = measured.indicator.contains(['、', '和', '与', '及']);
        let apart = listed && things.first() != things.last();
        let (names, dates) = if !dates.is_empty() && apart {
            (things, Vec::new())
        } else {
            (names, dates)
        };
        let baselines = self.baselines(&measured, first, count);
        // 80%以上和100%: the bound behind the first value is its own.
        let own = first.amount.comparator.is_some();
        let led = if own {
            Comparator::Equal
        } else {
            around.comparator
        };
        let bounds = bounds(row, led);
        let mut shared: Option<(Baseline, Option<Date>)> = None;
        for (at, quantity) in row.iter().enumerate() {
            around.comparator = bounds[at];
            if at > 0 && quantity.change.is_some() && self.spreads_moves(first) {
                around.change = quantity.change;
            }
            // 分别按30万元、20万元、10万元|给予奖励: the words behind the last one tell of it.
            if at + 1 == count {
                around.end = self.around(index + at).end;
            }
            // The quotes of a row without end would grow with its square.
            let near = quantity.span.end - measured.quote.start <= LONGEST_QUOTE;
            let start = if near {
                measured.quote.start
            } else {
                quantity.bounded
            };
            let measured = Measured {
                indicator: names.get(at).unwrap_or(&measured.indicator).clone(),
                quote: Span::new(start, quantity.span.end),
                baseline: baselines.get(at).unwrap_or(&measured.baseline).clone(),
                ..measured.clone()
            };
            let mut target = self.target(*quantity, &around, &measured, governing);
            // 是2005年的2.3倍和3.1倍
            match &shared {
                Some((base, deadline))
                    if target.baseline.as_ref().is_none_or(|own| own == base) =>
                {
                    target.baseline = Some(base.clone());
                    target.deadline = *deadline;
                }
                Some(_) => {}
                None => {
                    let base = target.baseline.clone();
                    shared = base.map(|base| (base, target.deadline));
                }
            }
            if let Some(&date) = dates.get(at) {
                target.deadline = target.deadline.map(|_| date);
            }
            go_on_as_rule(&measured.indicator, carry, &mut target);
            carry.remember(&measured, &target);
            targets.push(target);
        }
        carry.row = names;
        carry.row_end = carry.recent.len();
    }

    /// Whether a row has a value for each of those that its words name, without 分别:
    /// 城乡低保标准提高到每月815元和615元, 工业投资和技改投资增长12%、15%.
    fn is_row_of_named(&self, index: usize, count: usize, words: &str) -> bool {
        let row = &self.quantities[index..index + count];
        let listed = row.windows(2).all(|pair| {
            let between = self.words(pair[0].span.end, pair[1].span.start);
            matches!(between, "、" | "和" | "与") && pair[0].class() == pair[1].class()
        });
        let joint = count == 2 && list::is_joint(words);
        listed
            && (joint || list::names_as_many(words, count))
            && row.last().is_some_and(|last| {
                self.line[last.span.end..]
                    .chars()
                    .next()
                    .is_none_or(|c| "，。；、,;）)以左".contains(c))
            })
    }

    /// 评为省级、市级示范社的，分别给予10万元、5万元: what each one gets is of its own kind.
    fn kinds(
        &self,
        measured: &Measured,
        around: &Around,
        (index, count): (usize, usize),
    ) -> Vec<String> {
        const EACH: &str = "分别";
        const ONCE: &str = "一次性";
        let bounded = self.quantities[index].bounded;
        let last = index + count - 1;
        let behind = self.quantities[last].span.end;
        let object = wording::object(self.words(behind, self.around(last).end));
        let object = object.trim_start_matches('的');
        let start = self.sentence_at(around.start).start;
        let before = self.words(start, bounded);
        let Some(at) = before.rfind(EACH) else {
            return Vec::new();
        };
        let given = before[at + EACH.len()..].trim();
        let verb = ["给予", "予以"]
            .iter()
            .find_map(|verb| given.strip_prefix(verb));
        let given = verb.unwrap_or(given);
        // 给予100万元、30万元|奖励
        let behind = measured.indicator.rsplit(wording::GRANT).next();
        let aids = |words: &str| mark::AID_NOUN.any().find_at(words, 0).is_some();
        // 给予企业|100万元: to whom, not what.
        let whom = given.is_empty() || !aids(given) && only_grants(given);
        let noun = match verb {
            Some(_) if whom => behind.filter(|noun| aids(noun)).unwrap_or(object),
            _ => given,
        };
        let case = before[..at].trim_end_matches(ONCE);
        let case = case.trim_end_matches(['，', ',', ' ']);
        // 销售额达500万元、1000万元的: by how much, not of which kind.
        let inner = clause::clause_start(self.line, start + case.len());
        let inner = self.quantities_from(inner);
        let sized = inner
            .iter()
            .take_while(|inner| inner.span.end <= start + at)
            .any(|inner| inner.class() != Some(UnitClass::Count));
        if sized || !aids(noun) {
            return Vec::new();
        }
        let names = list::kinds(case, count);
        let name = |kind: String| format!("{kind}{noun}");
        names.into_iter().map(name).collect()
    }

    /// What the values of a row are of; 分别给予100万元、50万元一次性奖励 says what is given
    /// behind the last sum.
    fn measured_of_row(
        &self,
        index: usize,
        count: usize,
        around: &Around,
        carry: &Carry,
    ) -> Option<Measured> {
        let mut measured = self.measured(self.quantities[index], around, carry)?;
        if measured.indicator == wording::GRANT {
            let last = index + count - 1;
            let behind = self.quantities[last].span.end;
            let object = wording::object(self.words(behind, self.around(last).end));
            measured.indicator.push_str(object.trim_start_matches('的'));
        }
        Some(measured)
    }

    /// 按照每亩|300元、500元、800元的标准给予补助: what the words behind the last sum or share say
    /// of all of them, where none stand before the first one.
    fn measured_behind_row(
        &self,
        index: usize,
        count: usize,
        around: &Around,
        carry: &Carry,
    ) -> Option<Measured> {
        /// What several sums or shares are called by which something is paid out.
        const RATES: &[&str] = &["标准", "比例", "额度"];
        const PAYS: &[&str] = &["拨付", "发放", "分配"];
        let first = self.quantities[index];
        let of_grants =
            matches!(first.class(), Some(UnitClass::Money | UnitClass::Ratio));
        if !of_grants || around.linked || self.measured(first, around, carry).is_some() {
            return None;
        }
        let left = self.left(around, first);
        let last = index + count - 1;
        let end = self.quantities[last].span.end;
        let mut behind = self.words(end, self.around(last).end);
        // 按30万元、50万元、投资额的8‰|给予奖励: what is given stands behind the whole list.
        if self.line[end..].starts_with('、') {
            let clause = clause::clause_end(self.line, end);
            let list = self.quantities_from(end).iter();
            let list = list.take_while(|next| next.span.end <= clause).last();
            behind = list.map_or("", |next| self.words(next.span.end, clause));
            let given = mark::GRANT_VERB.any().find_at(behind, 0);
            behind = given.map_or("", |verb| &behind[verb.start..]);
        }
        let object = wording::object(behind.trim_start_matches(['的', ' ']));
        let rate = RATES.iter().find_map(|rate| object.strip_prefix(rate));
        let granted = rate.unwrap_or(object).trim_start_matches(['的', '，', ',']);
        let grants = mark::GRANT_VERB.opening(granted).is_some()
            || mark::AID_NOUN.any().find_at(granted, 0).is_some()
            || PAYS.iter().any(|verb| granted.starts_with(verb));
        (left.words.is_empty() && grants).then(|| Measured {
            indicator: granted.to_owned(),
            own: String::new(),
            per: left.per,
            quote: Span::new(left.base_start.unwrap_or(first.bounded), first.span.end),
            words: Span::new(left.start, left.start),
            baseline: None,
            heir: None,
            spread: None,
        })
    }

    /// What a row of values is about whose clause does not say so: as many facts as came since
    /// the row before, or that row: 事故3起，死亡4人，同比分别下降50%、42.9%.
    fn row_names(
        &self,
        bare: bool,
        spread: bool,
        count: usize,
        carry: &Carry,
    ) -> Vec<String> {
        if !bare {
            Vec::new()
        } else if carry.row.len() == count
            && !(spread && carry.recent.len() >= carry.row_end + count)
        {
            carry.row.clone()
        } else if spread && carry.recent.len() >= count {
            carry.recent[carry.recent.len() - count..].to_vec()
        } else {
            Vec::new()
        }
    }

    /// 到2022年和2030年，…分别不低于22%和30%: a date for each value; none when there are
    /// not as many. A sentence without a date goes on with those of the one before it, where 分别
    /// tells that there are several.
    fn row_dates(&self, first: Quantity<'_>, count: usize, spread: bool) -> Vec<Date> {
        /// Bytes before a row within which its dates stand.
        const REACH: usize = 600;
        let mut sentence = self.sentence_at(first.span.start).start;
        let mut until = first.span.start;
        if spread
            && self.dates_between(sentence, until).is_empty()
            && let Some(last) = self.dates_between(0, sentence).last()
        {
            let before = self.sentence_at(last.span.start);
            (sentence, until) = (before.start, before.end);
        }
        let years = years(tail(self.words(sentence, until), REACH));
        if years.len() == count {
            return years;
        }
        let last = self.dates_between(sentence, until).last();
        let Some((found, date)) = last.and_then(|found| Some((found, found.date?)))
        else {
            return Vec::new();
        };
        let joined = self.line[found.span.range()].contains(['和', '与', '、']);
        match (date.first, date.last) {
            (Some(first), Some(last)) if joined && count == 2 => vec![first, last],
            _ => Vec::new(),
        }
    }
}

/// Bytes from the words that a row of values is of to the value that is quoted with them at most.
const LONGEST_QUOTE: usize = 1_200;

/// The years of the last row of them: 2023、2024、2025年, 2023年、2024年底和2025年.
fn years(words: &str) -> Vec<Date> {
    static ROW: Pattern = Pattern::new(
        &["20"],
        "20[0-9]{2}(?:年底?)?(?:[、和及]20[0-9]{2}(?:年底?)?)+",
    );
    let Some(row) = ROW.find(words) else {
        return Vec::new();
    };
    let numbers = row.as_str().split(|c: char| !c.is_ascii_digit());
    let years = numbers.filter_map(|number| number.parse().ok());
    years.map(Date::year_only).collect()
}

/// 分别按投资额的3%、4%、5%|给予补助, 年销售额达到1亿元|、5亿元，分别奖励: the words behind the last
/// value, or before the first one, tell of all that they are of a rule.
pub(super) fn share_condition(row: &mut [Target]) {
    let [first, .., last] = row else {
        return;
    };
    let told = |target: &Target| target.status == TargetStatus::Condition;
    let sure = if told(last) { last } else { first };
    if !told(sure) {
        return;
    }
    let (unit, comparator) = (sure.unit.clone(), sure.comparator);
    for target in row {
        let alike = target.unit == unit && target.comparator == comparator;
        if target.status == TargetStatus::Planned && alike {
            target.status = TargetStatus::Condition;
        }
    }
}

/// The bound of each value of a row: its own, or the one behind the last value, which holds
/// for all where none before it has one: 80%、50%以上.
fn bounds(row: &[Quantity<'_>], own: Comparator) -> Vec<Comparator> {
    let Some((last, before)) = row.split_last() else {
        return Vec::new();
    };
    let shared = before
        .iter()
        .all(|quantity| quantity.comparator == Comparator::Equal);
    let mut kept = own;
    let mut bound = |quantity: &Quantity<'_>| {
        let comparator = match quantity.comparator {
            Comparator::Equal if shared && last.comparator != Comparator::Equal => {
                last.comparator
            }
            Comparator::Equal => kept,
            other => other,
        };
        if shared {
            kept = comparator;
        }
        comparator
    };
    row.iter().map(&mut bound).collect()
}
