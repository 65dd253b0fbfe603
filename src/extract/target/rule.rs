//! Whether a value is a condition of a rule: a threshold, a cap, a rate of aid.

use std::cell::LazyCell;
use std::sync::LazyLock;

use super::around::Around;
use super::candidate::is_lasting;
use super::indicator::is_rated;
use super::sentence::Sentence;
use super::told::Told;
use super::{Paragraph, base, clause, status, told, wording};
use crate::grammar::department::is_han;
use crate::grammar::quantity::{Quantity, UnitClass};
use crate::lexicon::chars::CharSet;
use crate::lexicon::mark;
use crate::model::{Change, Comparator, SectionKind};
use crate::pattern::Pattern;
use crate::span::Span;
use crate::text::{Needles, head, tail};

impl<'t> Paragraph<'t> {
    /// Whether a value is set by a rule; `own` is what its clause says of it.
    pub(super) fn is_rule(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        sentence: &Sentence,
        own: Option<Told>,
    ) -> bool {
        let before = self.words(around.start, quantity.span.end);
        let words = &self.line[sentence.start..sentence.end];
        let tells = self.told_by_title() == Some(Told::Done);
        self.is_scope(quantity, around)
            || is_norm_of_time(quantity, self.words(around.start, quantity.bounded))
            || is_lasting(
                quantity,
                self.words(around.start, around.verb),
                self.words(quantity.span.end, around.end),
            )
            || is_rank(self.line, quantity.span)
            || self.is_in_if(quantity, sentence)
            || self.is_threshold(quantity, around, sentence)
            || self.is_rebate(quantity)
            || self.is_rated_case(quantity)
            || self.is_attribute(quantity, around)
            || self.is_case(quantity, sentence)
            || self.is_between_cases(quantity)
            || own.is_none() && !tells && self.is_bare_case(quantity, around, sentence)
            || self.is_defined(quantity, sentence)
            || self.is_of_grading(quantity, around, words)
            || !tells && self.is_required()
            || !tells
                && own.is_none()
                && bounds(around)
                && (self.is_below_norms() || self.is_stated_as_rule(sentence, around))
            || !tells && own != Some(Told::Done) && self.is_in_case(quantity, sentence)
            || !tells && self.is_of_applicant(quantity, around, sentence)
            || !tells && sets_norm(before)
            || !tells && own.is_none() && self.is_sum_of_norm(quantity, around)
            || !tells && own.is_none() && self.is_of_stated_norm(quantity)
            || !tells && is_dimension(quantity, self.words(around.start, around.verb))
            || !tells && SET_NORM.is_match(self.defining_words(quantity, sentence))
            || !tells && self.is_grant_to_come(quantity, around, words, own)
            || !tells && own != Some(Told::Done) && self.is_term(quantity, around)
            // An article tells nothing of the past, and 累计超过 in it is a bound.
            || self.passage.kind == SectionKind::Provisions
                && !tells
                && !is_aimed(words)
                && !self.is_described(sentence)
    }

    /// 补贴标准每人每月|2000元: a sum straight behind the norm that it is.
    fn is_sum_of_norm(&self, quantity: Quantity<'_>, around: &Around) -> bool {
        quantity.class() == Some(UnitClass::Money)
            && NORM_BEFORE.is_match(self.words(around.start, quantity.bounded).trim_end())
    }

    /// 补助标准为：一类50万元，二类|30万元: one of those that the label before a colon says are the
    /// norms of an aid.
    fn is_of_stated_norm(&self, quantity: Quantity<'_>) -> bool {
        /// Bytes from the label to the value at most.
        const REACH: usize = 240;
        let sum = matches!(quantity.class(), Some(UnitClass::Money | UnitClass::Ratio));
        let before = tail(&self.line[..quantity.bounded], REACH);
        let Some(colon) = before.rfind(['：', ':']).filter(|_| sum) else {
            return false;
        };
        let (label, listed) = before.split_at(colon);
        let from = label.rfind(['，', ',', '。', '；', ';']).unwrap_or(0);
        let label = &label[from..];
        !listed.contains('。') && label.contains("标准") && mark::AID_NOUN.is_in(label)
    }

    /// Whether a number is a threshold, cap or norm by the words around it.
    fn is_threshold(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        sentence: &Sentence,
    ) -> bool {
        let before = self.words(around.start, quantity.span.end);
        let left = self.words(around.start, quantity.bounded);
        let after = behind_bound(self.line, quantity.span.end, around.end);
        // 完成75%以上的登记, 年均开发2个以上的岗位: so much of it is to be done.
        let class = quantity.class();
        let part = matches!(class, Some(UnitClass::Ratio | UnitClass::Count))
            && wording::ends_with_action(left)
            && !grants(after);
        let between = self.words(quantity.span.start, quantity.span.end);
        // 每个社区拥有3个以上的组织: so many of them each is to have.
        let part = part
            || class == Some(UnitClass::Count)
                && left.contains('每')
                && mark::BASE_VERB.ending(left).is_some()
                && !grants(after);
        // 70%以上的城市消除重污染天气 of a goal: so many of them are to do so.
        let goal = class == Some(UnitClass::Ratio)
            && self.passage.kind == SectionKind::Goals
            && !grants(after);
        // 确保90%以上的污水达标排放: so many of them are to, and the number chooses none.
        let part = part
            || class == Some(UnitClass::Ratio)
                && wording::lead_len(left) == left.len()
                && after.chars().nth(CHOSEN).is_some()
                && !grants(after);
        let near = matches!(around.comparator, Comparator::Equal | Comparator::About);
        let bounded = !part && !goal && (!near || between.ends_with(BETWEEN));
        let share = matches!(quantity.class(), Some(UnitClass::Ratio | UnitClass::Count));
        let chosen = is_size_of_holder(quantity, between, left, after)
            || is_condition(left, after, bounded, share)
            || self.chosen_item(quantity).is_some()
            || !near && self.is_in_long_case(quantity)
            || self.closes_case(quantity)
            // 培训原则上不少于2次 is to be done so often.
            || bounded
                && !(class == Some(UnitClass::Count)
                    && around.comparator == Comparator::AtLeast)
                && !self.is_dated(sentence, around)
                && self.is_norm(quantity);
        chosen && !self.names_plan(quantity, around)
            || bounded_below(around) && self.sizes_those_aided(quantity, sentence)
            || self.is_size_of_counted(quantity)
            || self.is_reach(quantity)
            || self.is_of_accident(quantity)
            // 全年污染天数不能超过27天 is a goal, 到2025年不得超过5% an aim.
            || self.passage.kind != SectionKind::Goals
                && is_limited(before)
                && !(["不得", "不超过"].iter().any(|no| before.contains(no))
                    && self.is_dated(sentence, around))
    }

    /// 新建存栏2000头以上的种猪场（小区），每场一次性补助20万元: whether those that a bound is of are each granted
    /// something in the next clause. 新建菜市场100个以上，每个补助20万元 is to be done.
    fn sizes_those_aided(&self, quantity: Quantity<'_>, sentence: &Sentence) -> bool {
        /// Bytes up to what each is granted at the most.
        const NEAR: usize = 240;
        static EACH: LazyLock<Needles> = LazyLock::new(|| Needles::of(&["，每", ",每"]));
        let rest = head(self.words(quantity.span.end, sentence.end), NEAR);
        let Some(at) = EACH.places(rest).min() else {
            return false;
        };
        let (holder, each) = rest.split_at(at);
        let holder = match holder.strip_suffix([')', '）']) {
            Some(inner) => inner
                .rfind(['(', '（'])
                .map_or(inner, |open| &inner[..open]),
            None => holder,
        };
        let granted = each.trim_start_matches(['，', ',', '每']);
        let granted = granted.split(['，', ',']).next().unwrap_or(granted);
        let Some(counted) = granted.chars().next() else {
            return false;
        };
        let granted = &granted[counted.len_utf8()..];
        holder.ends_with(counted) && GRANTED.is_match(granted) && aids(granted)
    }

    /// 软管长度超过2米|、私接三通的，责令改正: whether a case goes on behind the value that is its
    /// bound; 对发生2起以上|事故的企业，: whether it names those who are in it.
    fn is_in_long_case(&self, quantity: Quantity<'_>) -> bool {
        /// Bytes of what such a case says further at most.
        const LONGEST: usize = 240;
        /// Characters of what stands before the 的 of those in it at most.
        const NEAR: usize = 12;
        let behind = head(&self.line[quantity.span.end..], LONGEST);
        let Some(end) = behind.find(['，', ',', '。', '；', ';', '：']) else {
            return false;
        };
        let case = &behind[..end];
        let goes_on = case.starts_with(['、', '但', '且', '或', '并', '而']);
        let closed = behind[end..].starts_with(['，', ',']);
        if closed && goes_on && case.ends_with('的') {
            return true;
        }
        let start = clause::clause_start(self.line, quantity.verb);
        let words = self.words(start, quantity.verb);
        let opens = words.starts_with(['对', '凡']) || words.starts_with("针对");
        let of_whom = case.find('的').is_some_and(|at| {
            let noun = &case[at + '的'.len_utf8()..];
            case[..at].chars().nth(NEAR).is_none() && !noun.is_empty()
        });
        closed && opens && of_whom
    }

    /// 逾期超过30日|未缴纳的，取消资格: whether the clause of a value is a case, which 的 closes.
    fn closes_case(&self, quantity: Quantity<'_>) -> bool {
        /// Bytes of the case behind the value at most.
        const LONGEST: usize = 60;
        let behind = head(&self.line[quantity.span.end..], LONGEST);
        let Some(end) = CASE_ENDS.find_at(behind, 0) else {
            return false;
        };
        let case = &behind[..end];
        case.ends_with('的')
            && behind[end..].starts_with(['，', ','])
            && !case.contains('是')
    }

    /// 0-35000元|按60%报销, 招用5-10人|的奖励1万元: a range to which a rate or a sum applies, which
    /// a rule sets as well.
    fn is_rated_case(&self, quantity: Quantity<'_>) -> bool {
        let next = self.quantities_from(quantity.span.end).first();
        let last = self.before(quantity);
        next.is_some_and(|next| self.applies(quantity, *next))
            || last.is_some_and(|last| self.applies(last, quantity))
    }

    fn applies(&self, case: Quantity<'_>, applied: Quantity<'_>) -> bool {
        if !case.leaves_room() {
            return false;
        }
        let between = self.words(case.span.end, applied.bounded);
        let of = between.strip_prefix('的');
        let aids = || of.is_some_and(|aid| mark::AID_NOUN.contains(aid));
        match applied.class() {
            Some(UnitClass::Ratio) => is_rated(between) || aids(),
            // 20人至50人|的按每人|150元
            Some(UnitClass::Money) => aids() || of.is_some_and(is_rated),
            _ => false,
        }
    }

    /// Whether the clause of a bound says that what is measured is to keep it as a rule:
    /// 原则上调整周期|不超过三年. What is done as a rule is a task: 原则上建设不少于1个中心.
    fn is_norm(&self, quantity: Quantity<'_>) -> bool {
        let start = clause::clause_start(self.line, quantity.verb);
        let words = self.words(start, quantity.bounded);
        let bound = self.words(quantity.bounded, quantity.span.start);
        let measured = if bound.contains("原则上") || bound.starts_with("一般") {
            words.trim_end()
        } else if let Some((before, measured)) = words.trim_end().rsplit_once("原则上")
        {
            if measured.is_empty() {
                before
            } else {
                measured
            }
        } else {
            return false;
        };
        let words = measured.trim();
        let named = !opens_with_verb(words) && !wording::is_verb(words);
        let measure = wording::MEASURES.closing(words).is_some()
            || mark::TERM_NOUN.ending(words).is_some();
        !words.is_empty() && !wording::ends_with_action(words) && (named || measure)
    }

    /// 到2025年，, 年底前，: whether the sentence says by when, before a value.
    pub(super) fn is_dated(&self, sentence: &Sentence, around: &Around) -> bool {
        self.names_year_to_come(sentence, around).is_some()
            || self
                .dates_between(sentence.start, around.verb)
                .iter()
                .rev()
                .take(status::NEAR)
                .any(|found| self.is_by(found))
    }

    /// 10人以上、30人以下, 24小时降雨量达50毫米以上: by what a plan for emergencies grades them
    /// and a notice of a contest admits works.
    fn is_of_grading(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        sentence: &str,
    ) -> bool {
        if self.passage.kind == SectionKind::Goals {
            return false;
        }
        // 人口16000余人 is counted, and no bound.
        let some_more = around.comparator == Comparator::MoreThan
            && quantity.bounded == quantity.span.start;
        let bounded = !matches!(around.comparator, Comparator::Equal | Comparator::About)
            && !some_more
            && matches!(around.change, None | Some(Change::Level));
        let number = self.words(quantity.span.start, quantity.span.end);
        (is_between_bounds(number) || bounded && self.is_rule_of_cases())
            && !is_aimed(sentence)
    }

    /// Whether the document, or a heading above, only says what is to be done in which case.
    fn is_rule_of_cases(&self) -> bool {
        let mut titles = self.context.titles.iter();
        let headings = self.passage.headings.iter();
        let mut headings = headings.map(|heading| &self.text[heading.range()]);
        titles.any(|title| title.trim_end_matches(['》', '）', ')']).ends_with("预案"))
            || headings.any(|heading| OF_WORKS.is_match(heading))
    }

    /// 铁路两侧|500米|范围内, 公交站点|300米|覆盖率: how far from a place something holds.
    fn is_reach(&self, quantity: Quantity<'_>) -> bool {
        matches!(
            quantity.class(),
            Some(UnitClass::Measure | UnitClass::Duration)
        ) && mark::REACH_NOUN
            .opening(&self.line[quantity.span.end..])
            .is_some()
    }

    /// 死亡3人以上的事故: how grave an accident is.
    fn is_of_accident(&self, quantity: Quantity<'_>) -> bool {
        let bound = quantity.amount.comparator;
        let before = &self.line[..quantity.bounded];
        let after = &self.line[quantity.span.end..];
        matches!(bound, Some(Comparator::AtLeast | Comparator::AtMost))
            && (mark::CASUALTY.ending(before).is_some()
                || mark::CASUALTY.opening(after).is_some())
    }

    /// 年营收首次达到1亿元、5亿元的，分别奖励20万元: the case in which something is granted.
    fn is_case(&self, quantity: Quantity<'_>, sentence: &Sentence) -> bool {
        let rest = self.words(quantity.span.end, sentence.end);
        let end = rest.match_indices('的').find(|(at, of)| {
            let behind = &rest[at + of.len()..];
            behind.starts_with(['，', ','])
        });
        end.is_some_and(|(end, _)| {
            let (case, granted) = rest.split_at(end);
            let goes_on = |part: &str| part.starts_with(['且', '并', '或']);
            // …，且入驻率达到70%以上，属地率达80%以上的: one 且 joins all that follow.
            let own = clause::clause_start(self.line, quantity.verb);
            GRANTS.is_match(granted)
                && !aids(case)
                && (goes_on(self.words(own, quantity.verb))
                    || case.split(['，', ',']).nth(1).is_none_or(goes_on))
        })
    }

    /// 面积5000平方米以上的项目，绿地率|不低于30%: a bound that holds for what a bound chose. `case` is
    /// where the one before it ends.
    pub(super) fn is_bound_of_chosen(
        &self,
        case: usize,
        quantity: Quantity<'_>,
        around: &Around,
    ) -> bool {
        /// Characters of what was chosen, and of what is measured of it, at the most.
        const LONGEST: usize = 12;
        let bounded = !matches!(around.comparator, Comparator::Equal | Comparator::About);
        let between = self.words(case, quantity.bounded);
        let Some((chosen, measured)) = between
            .strip_prefix('的')
            .and_then(|words| words.split_once(['，', ',']))
        else {
            return false;
        };
        let short = |words: &str| {
            words.chars().nth(LONGEST).is_none()
                && !words.contains(['，', ',', '；', '。', '、'])
                && !words.contains(|c: char| c.is_ascii_digit())
        };
        // …以上的县，至少建立|1个 is to be done there.
        let bound = self.words(quantity.bounded, quantity.span.start).trim_end();
        let plain = bound.is_empty() || bound.ends_with(['于', '过', '少', '多', '高']);
        let done =
            wording::opens_with_verb(measured) || wording::ends_with_action(measured);
        bounded && plain && !done && short(chosen) && short(measured)
    }

    /// 1000万元以下、|1000万—5000万元|、5000万元以上的企业: one of a row of cases.
    fn is_between_cases(&self, quantity: Quantity<'_>) -> bool {
        let (Some(before), Some(next)) = (
            self.before(quantity),
            self.quantities_from(quantity.span.end).first(),
        ) else {
            return false;
        };
        let bound = |other: Quantity<'_>, bound| {
            other.amount.comparator == Some(bound) && other.class() == quantity.class()
        };
        quantity.amount.max.is_some()
            && bound(before, Comparator::AtMost)
            && bound(*next, Comparator::AtLeast)
            && self.words(before.span.end, quantity.bounded) == "、"
            && self.words(quantity.span.end, next.bounded) == "、"
    }

    /// 纳税达到30万元以上，一次性给予10万元奖励: a bound, and behind it what is granted to whoever
    /// meets it, though no 对 and no 的 mark the case.
    fn is_bare_case(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        sentence: &Sentence,
    ) -> bool {
        let verb = self.words(around.verb, quantity.span.start);
        let bounded = matches!(
            around.comparator,
            Comparator::AtLeast | Comparator::MoreThan
        ) || verb.starts_with('达');
        let left = self.words(around.start, around.verb);
        let count =
            quantity.class() == Some(UnitClass::Count) && wording::opens_with_verb(left);
        if !bounded || wording::ends_with_action(left) && !self.is_of_investment(left) {
            return false;
        }
        let rest = self.words(quantity.span.end, sentence.end);
        let rest = rest.split(['。', '；', ';']).next().unwrap_or(rest);
        let mut clauses = rest.split(['，', ',']);
        let own = clauses.next().unwrap_or("");
        let grants = |clause: &str| {
            GRANTED.is_match(clause)
                && aids(clause)
                && clause.contains(|c: char| c.is_ascii_digit())
                // 新建菜市场100个以上，每个给予30万元补助: each of those that are to be.
                && !(count && clause.starts_with('每'))
        };
        !aids(own) && clauses.any(grants) && !self.is_dated(sentence, around)
    }

    /// 固定资产投资: the noun, not the verb.
    fn is_of_investment(&self, left: &str) -> bool {
        mark::INVESTMENT_NOUN.ending(left).is_some()
    }

    /// 二孩家庭是指育有2个以上子女，且至少1个未成年的家庭: what a word means, and 未满2年 what
    /// falls under a rule.
    fn is_defined(&self, quantity: Quantity<'_>, sentence: &Sentence) -> bool {
        let time = quantity.amount.unit.map(|unit| unit.unit.class);
        let short = time == Some(UnitClass::Duration)
            && self.line[quantity.bounded..].starts_with("未满");
        let before = self.defining_words(quantity, sentence);
        short
            || before
                .match_indices('指')
                .any(|(at, _)| clause::defines(before, at) && !is_slogan(&before[..at]))
    }

    /// The words of the sentence before a value, as far as what they define or set may stand
    /// from it: a sentence may hold any number of values.
    fn defining_words(&self, quantity: Quantity<'_>, sentence: &Sentence) -> &str {
        /// Bytes of them at the most.
        const NEAR: usize = 300;
        tail(self.words(sentence.start, quantity.bounded), NEAR)
    }

    /// Whether the heading above says what is required: （二）申报条件, but not 办园条件 below
    /// 发展现状.
    fn is_required(&self) -> bool {
        *self.passage.required.get_or_init(|| {
            if self.told_above() == Some(Told::Done) {
                return false;
            }
            let mut headings = self.passage.headings.iter();
            let lead_in = self.passage.lead_in.map(|lead| &self.text[lead.range()]);
            headings.any(|heading| names_conditions(&self.text[heading.range()]))
                || lead_in.is_some_and(|lead| names_conditions(lead) || chooses(lead))
        })
    }

    /// Whether a heading above or a title says that norms stand below it: （二）补助标准, but not
    /// 提高救助标准.
    fn is_below_norms(&self) -> bool {
        *self.passage.norms.get_or_init(|| {
            let mut headings = self.passage.headings.iter();
            headings.any(|heading| names_norms(&self.text[heading.range()]))
                || self.context.titles.iter().any(|title| names_norms(title))
        })
    }

    /// 《办法》规定，绿地率不低于30%, …确定了绿地标准。其中，绿地率不低于30%: what a rule says by the words of whoever
    /// tells of it, unless a date is set.
    fn is_stated_as_rule(&self, sentence: &Sentence, around: &Around) -> bool {
        /// Bytes from the word to the value at the most.
        const NEAR: usize = 300;
        static STATED: LazyLock<Needles> = LazyLock::new(|| {
            Needles::of(&["规定，", "规定,", "规定：", "规定:", "标准。其中"])
        });
        let words = tail(&self.line[..around.start], NEAR);
        let Some(stated) = STATED.places(words).max() else {
            return false;
        };
        let since = words[stated..].trim_start_matches("标准。");
        !since.contains('。') && !self.is_dated(sentence, around)
    }

    /// 对建筑面积达3000平方米，聚集企业达8家的基地，给予奖励: the case before what is granted.
    fn is_in_case(&self, quantity: Quantity<'_>, sentence: &Sentence) -> bool {
        let case = sentence.case.get_or_init(|| {
            let (from, to) = case(&self.line[sentence.start..sentence.end])?;
            Some((sentence.start + from, sentence.start + to))
        });
        if self.past(sentence).required {
            return true;
        }
        self.passage.kind != SectionKind::Review
            && case.is_some_and(|(from, to)| {
                from <= quantity.span.start && quantity.span.end <= to
            })
    }

    /// 申报单位应成立2年以上，营业收入不低于500万元: a bound of a sentence that opens with those who
    /// apply. 申报单位不少于3家 counts them.
    fn is_of_applicant(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        sentence: &Sentence,
    ) -> bool {
        let bounded = !matches!(around.comparator, Comparator::Equal | Comparator::About)
            && matches!(around.change, None | Some(Change::Level));
        if !bounded || self.passage.kind == SectionKind::Review {
            return false;
        }
        let words = self.words(sentence.start, quantity.bounded).trim_start();
        let words = words.trim_start_matches(['对', '凡']);
        let said = mark::APPLICANT
            .opening(words)
            .map(|who| &words[who.len()..]);
        said.is_some_and(|said| {
            said.chars().nth(1).is_some() && !said.starts_with(['数', '次'])
        })
    }

    /// 30个产值过亿元的品种, 产值超100亿元企业10家: the sum says which ones are counted.
    fn is_attribute(&self, quantity: Quantity<'_>, around: &Around) -> bool {
        /// Bytes of what else those must be that a bound chooses, at the most.
        const CHOICE: usize = 120;
        let class = quantity.class();
        let extent = matches!(class, Some(UnitClass::Money | UnitClass::Measure));
        // 2家年销售收入达500亿元的企业: what a sum reaches bounds it as well.
        let reaches = class == Some(UnitClass::Money)
            && self
                .words(quantity.verb, quantity.span.start)
                .starts_with('达');
        // 治理50—200平方公里中小河流6条: so does a range.
        let range = class == Some(UnitClass::Measure) && quantity.amount.max.is_some();
        if around.comparator == Comparator::Equal && !reaches && !range {
            return false;
        }
        let before = self.quantities_before(quantity.span.start).len();
        let sized = LazyCell::new(|| self.is_size_of_done(quantity, around));
        let counts = |other: &Quantity<'_>, from: usize, to: usize| {
            let between = self.words(from, to);
            // 超15亿元|的浙（婺）商回归产业项目|38个
            let (longest, marks): (_, &[char]) = match between.strip_prefix('的') {
                Some(_) => (LONG_NAME, &['（', '）', '(', ')', '“', '”']),
                None => (NAME, &[]),
            };
            other.class() == Some(UnitClass::Count)
                && between.chars().nth(longest).is_none()
                && between
                    .chars()
                    .all(|c| c.is_alphabetic() || marks.contains(&c))
        };
        let of_last = before.checked_sub(1).is_some_and(|last| {
            let last = &self.quantities[last];
            self.line[quantity.span.end..].starts_with('的')
                && counts(last, last.span.end, quantity.verb)
        });
        // 年薪100万元以上且具有5年以上经验的人才
        let behind = &self.line[quantity.span.end..];
        let chooses = extent
            && behind.starts_with('且')
            && head(behind, CHOICE)
                .split(['，', ',', '。', '；', ';', '\n'])
                .next()
                .is_some_and(|clause| clause.contains('的'));
        of_last
            || chooses
            || extent
                && is_of_works(quantity, self.words(around.start, around.verb), behind)
            || is_of_cleared(quantity, self.words(around.start, around.verb), behind)
            // 产值超10亿元|企业实现零的突破
            || extent && mark::FIRST_EVER.is_in(self.words(quantity.span.end, around.end))
            || self.quantities.get(before + 1).is_some_and(|next| {
                // 床位200张以上的养老机构10家
                let scope = class == Some(UnitClass::Count)
                    && self.line[quantity.span.end..].starts_with('的');
                // 其中10亿元以上|5个
                let straight = extent
                    && next.class() == Some(UnitClass::Count)
                    && quantity.span.end == next.bounded
                    && quantity.comparator != Comparator::Equal;
                straight
                    || (extent || scope || *sized)
                        && quantity.span.end < next.bounded
                        && counts(next, quantity.span.end, next.bounded)
                        && (*sized
                            || !wording::opens_with_verb(
                                self.words(quantity.span.end, next.verb),
                            ))
            })
    }

    /// 建成|1000亩以上|开放休闲林地5个, 发展|100头以上|养殖场12家: whether a bound that no noun
    /// stands before, only the verb of what is done, can say which ones are counted.
    pub(super) fn is_size_of_done(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
    ) -> bool {
        let left = self.words(around.start, quantity.bounded).trim();
        let done = &left[wording::lead_len(left)..];
        let unit = quantity.amount.unit.map_or("", |unit| unit.name);
        let sizes = match quantity.class() {
            Some(UnitClass::Measure | UnitClass::Duration | UnitClass::Money) => true,
            Some(UnitClass::Count) => mark::SIZE_COUNTER.contains(unit),
            _ => false,
        };
        sizes
            && (quantity.amount.comparator.is_some() || quantity.amount.max.is_some())
            && wording::is_verb(done)
            && !mark::OUTLAY_VERB.is_in(done)
    }

    /// What a rule grants, where nothing says that it was granted.
    fn is_grant_to_come(
        &self,
        quantity: Quantity<'_>,
        around: &Around,
        sentence: &str,
        own: Option<Told>,
    ) -> bool {
        let clause = self.words(around.start, around.end);
        self.passage.kind != SectionKind::Review
            && own != Some(Told::Done)
            && self.is_grant(quantity, around, sentence)
            && !told::says_done(clause)
    }

    /// 满100元减20元: both sums are of a rule.
    pub(super) fn is_rebate(&self, quantity: Quantity<'_>) -> bool {
        let is_sum = |quantity: &Quantity<'_>| {
            let class = quantity.class();
            class == Some(UnitClass::Money)
                && self.line[..quantity.bounded].trim_end().ends_with('满')
        };
        is_sum(&quantity)
            || self.before(quantity).is_some_and(|before| {
                is_sum(&before)
                    && is_rebate(self.words(before.span.end, quantity.span.start))
            })
    }

    /// 给予20万元奖励, 按10%给予补助, 每亩补贴120元: what a rule grants.
    fn is_grant(&self, quantity: Quantity<'_>, around: &Around, sentence: &str) -> bool {
        let class = quantity.class();
        let before = self.words(around.start, quantity.span.start);
        let left = self.words(around.start, quantity.bounded);
        let behind = granted(self.words(quantity.span.end, around.end))
            || self.granted_row(quantity).is_some();
        let granted = behind && !is_outlay(before);
        let capped = around.comparator == Comparator::AtMost;
        match class {
            Some(UnitClass::Money) => {
                let unit = quantity.amount.unit.map_or("", |unit| unit.name);
                let rate = (left.contains('每') || unit.contains('/'))
                    && !matches!(around.change, Some(Change::Level))
                    && !is_outlay(before)
                    && aids(sentence);
                // 单个项目不超过20万元, 合计不超过110万元
                let most =
                    capped && (ends_in_aid(left) || aids(sentence) && !is_outlay(before));
                granted || rate || most || grants(before) || is_aid(left) || rewards(left)
            }
            Some(UnitClass::Ratio | UnitClass::Point) => {
                // 补助额度不超过|投资总额的|30%: a cap, and what it is a part of.
                let part = self.words(around.start, around.verb);
                behind
                    || ends_in_aid(left)
                    || gives_back(left)
                    || capped && (measures_aid(left) || ends_in_aid(part))
            }
            // 补助|不超过24平方米: as much as is paid for
            Some(UnitClass::Measure) => capped && ends_in_aid(left),
            // 贴息年限|不超过2年, 补贴不超过6000元、期限|不超过3年
            Some(UnitClass::Duration) => {
                let bare = mark::AID_MEASURE.contains(left.trim_start_matches('、'));
                capped && (measures_aid(left) || bare && aids(sentence))
                    // 给予|6个月|的过渡期
                    || mark::GRANT_VERB.ending(left.trim_end()).is_some()
            }
            // 对…的企业，给予名额2个
            Some(UnitClass::Count) => {
                left.starts_with(wording::GRANT) && sentence.contains('对')
                    || capped && ends_in_aid(left)
            }
            _ => false,
        }
    }

    /// 按普通疾病|70%|、重大疾病100%的比例救助: the aid that all of a row are.
    pub(super) fn aid_of_row(&self, quantity: Quantity<'_>) -> Option<&'t str> {
        let behind = self.granted_row(quantity)?;
        let aid = mark::AID_NOUN.any().places(behind).next()?;
        Some(&behind[aid])
    }

    /// What stands behind the last of a row that says that all of it are granted.
    fn granted_row(&self, quantity: Quantity<'_>) -> Option<&'t str> {
        /// Values of such a row behind it, and bytes between two of them, at most.
        const ROW: usize = 4;
        const CASE: usize = 30;
        let unit = quantity.amount.unit.map(|unit| unit.name);
        let mut end = quantity.span.end;
        let mut opened = None;
        for &next in self.quantities_from(end).iter().take(ROW) {
            // 前3年按100%、后|2年|按50%
            if next.class() == Some(UnitClass::Duration) {
                continue;
            }
            // 50亩以下的按每亩100元、|50亩以上的|按每亩200元: its case is a value itself.
            if opened.is_none()
                && next.leaves_room()
                && matches!(self.words(end, next.bounded), "、" | "，" | ",")
                && self.line[next.span.end..].starts_with('的')
            {
                opened = Some(next.span.end + '的'.len_utf8());
                continue;
            }
            let case = match opened.take() {
                Some(from) => self.words(from, next.bounded),
                None => self.words(end, next.bounded).strip_prefix('、')?,
            };
            if case.len() > CASE
                || case.contains(['，', ',', '。', '；', '、', '的'])
                || next.amount.unit.map(|unit| unit.name) != unit
            {
                return None;
            }
            end = next.span.end;
            let behind = self.words(end, clause::clause_end(self.line, end));
            if granted(behind) {
                return Some(behind);
            }
        }
        None
    }

    /// 海拔5000米以上乡镇, 投资20亿元以上重大项目: the number says which ones.
    fn is_scope(&self, quantity: Quantity<'_>, around: &Around) -> bool {
        let class = quantity.class();
        let left = self.words(around.start, quantity.bounded);
        let right = self.words(quantity.span.end, around.end);
        matches!(
            class,
            Some(UnitClass::Measure | UnitClass::Money | UnitClass::Duration)
        ) && !(class == Some(UnitClass::Duration)
            && quantity.amount.comparator == Some(Comparator::AtMost))
            && quantity.amount.comparator.is_some_and(|comparator| {
                matches!(comparator, Comparator::AtLeast | Comparator::AtMost)
            })
            && around.change.is_none()
            && right.starts_with(|c: char| matches!(c, '\u{4e00}'..='\u{9fff}'))
            && (self.is_of_investment(left)
                || !wording::ends_with_verb(left) && !wording::ends_with_action(left))
            && !wording::opens_with_verb(&left[wording::lead_len(left)..])
    }
}

/// Whether a number bounds how long something takes: 进修时间不少于半年, 连续缴存|6个月以上.
fn is_norm_of_time(quantity: Quantity<'_>, left: &str) -> bool {
    quantity
        .amount
        .unit
        .is_some_and(|unit| unit.unit.class == UnitClass::Duration)
        && quantity.comparator == Comparator::AtLeast
        && (quantity.bounded < quantity.span.start || left.contains("连续"))
}

/// Characters of 的 and a noun alone: 超过70%|的镇.
const CHOSEN: usize = 3;

/// Whether a number has a bound below and one above: 10人以上、30人以下.
fn is_between_bounds(number: &str) -> bool {
    number.ends_with("以下") && number.contains("以上")
}

/// A heading below which it says which works or persons a contest admits.
static OF_WORKS: Pattern = Pattern::new(
    &["要求", "条件", "规则", "须知", "规格", "名额", "范围"],
    "(?:作品|稿件|参赛|参评|参选|报送|投稿|征集|征文|申报|推荐|评选)[^，。；]{0,6}(?:要求|条件|规则|须知|规格|名额|范围)",
);

/// Characters of a noun between a count and what says which ones are counted at most.
const NAME: usize = 8;

/// The same where 的 makes it sure.
const LONG_NAME: usize = 20;

/// Whether a sentence has words of an aim, as even a statute may have one.
pub(super) fn is_aimed(sentence: &str) -> bool {
    mark::AIM_WORD.is_in(sentence) || status::names_year_to_come(sentence)
}

/// Whether the words give money to whoever meets a condition: 给予|50万元.
fn grants(before: &str) -> bool {
    mark::GRANT_VERB.is_in(before) || before.ends_with("奖励")
}

/// Whether the words are the verb of giving aid and nothing else: 每年|资助|383万元.
fn is_aid(left: &str) -> bool {
    const FORMS: &[&str] = &["", "再", "分别", "一次性", "每年"];
    let left = left.trim();
    mark::AID_NOUN
        .ending(left)
        .is_some_and(|verb| FORMS.contains(&&left[..left.len() - verb.len()]))
}

/// Whether the words give back or aid a part of what costs so much, the share behind them:
/// 返还其缴纳失业保险费的|50%, 一次性补助展位费|50%.
fn gives_back(left: &str) -> bool {
    const COSTS: &[char] = &['费', '价', '款', '息', '租'];
    let left = left.trim();
    let mut words = &left[wording::lead_len(left)..];
    while let Some(word) = ["一次性", "据实", "每年"]
        .iter()
        .find_map(|word| words.strip_prefix(word))
    {
        words = word;
    }
    let verb = mark::REFUND_VERB
        .opening(words)
        .or_else(|| mark::AID_NOUN.opening(words));
    verb.is_some_and(|verb| words.len() > verb.len())
        && (words.ends_with('的') || words.ends_with(COSTS))
}

/// Whether the words are that someone is rewarded: 奖励举报人|500元, 奖励合作社|5万元.
fn rewards(left: &str) -> bool {
    let whom = left.trim().strip_prefix("奖励");
    whom.is_some_and(|whom| {
        base::names_party(whom) && mark::SUM_NOUN.ending(whom).is_none()
    })
}

/// Whether what stands behind a number says that it is granted: 按5%|给予补助, 10%|的补贴.
fn granted(after: &str) -> bool {
    static GRANTED: Pattern = Pattern::new(
        &[
            "补助", "补贴", "奖励", "奖补", "贴息", "资助", "支持", "扶持", "救助",
            "报销", "补偿", "赔付", "分担", "负担", "承担",
        ],
        "^的?(?:标准|比例|额度|利率)?(?:(?:给予|予以)[^，。；]{0,8}|一次性)?\
             (?:补助|补贴|奖励|奖补|贴息|资助|救助|报销|补偿|赔付|\
             (?:资金|经费)(?:支持|扶持)|(?:分担|负担|承担))\
             (?:[，,。；;、（(）)扶]|给|$)",
    );
    GRANTED.is_match(after)
}

/// What follows the case in which it is granted: …的，|分别给予.
static GRANTS: Pattern = Pattern::new(
    &["的，", "的,"],
    "^的[，,](?:再|可|均|分别|每[年家个人户项])*(?:给予|予以|一次性|奖励|补助|补贴|奖补|按|追加)",
);

/// Whether a number says which things are done away with: 取缔|30万千瓦以下|机组,
/// 消除|56人以上|大班额, 56人以上|大班额全部消除. Of what is larger than so much it may say how much:
/// 拆除|2000平方米以上|违建.
fn is_of_cleared(quantity: Quantity<'_>, left: &str, behind: &str) -> bool {
    let chooses = match quantity.amount.comparator {
        Some(Comparator::AtMost) => quantity.class() != Some(UnitClass::Ratio),
        Some(Comparator::AtLeast) => {
            let unit = quantity.amount.unit.map_or("", |unit| unit.name);
            unit == "人" || quantity.class() == Some(UnitClass::Duration)
        }
        _ => false,
    };
    /// Bytes of those things up to the verb behind them at the most.
    const CLEARED: usize = 60;
    let sized = || mark::CLEARING_SIZE.ending(left).map_or(0, str::len);
    let behind = behind.trim_start_matches('的');
    let cleared = || {
        let clause = head(behind, CLEARED)
            .split(['，', ',', '。', '；', ';', '、'])
            .next();
        clause.is_some_and(|clause| mark::CLEARING_VERB.ending(clause).is_some())
    };
    chooses
        && behind.starts_with(is_han)
        && (mark::CLEARING_VERB
            .ending(&left[..left.len() - sized()])
            .is_some()
            || cleared())
}

/// Whether a number says by how much the works that a clause is about can do, as 以上 or 以下
/// chooses them: 完成65蒸吨/小时以上|燃煤锅炉改造,
/// 淘汰|35蒸吨/小时以下|燃煤锅炉.
fn is_of_works(quantity: Quantity<'_>, left: &str, behind: &str) -> bool {
    /// Bytes of the words up to what is done to them at the most.
    const WORKS: usize = 60;
    let bound = matches!(
        quantity.amount.comparator,
        Some(Comparator::AtLeast | Comparator::AtMost)
    );
    let unit = quantity.amount.unit.map_or("", |unit| unit.name);
    bound && mark::CAPACITY_UNIT.contains(unit) && {
        let clause = head(behind, WORKS)
            .split(['，', ',', '。', '；', ';', '、'])
            .next();
        let treated = |clause: &str| mark::TREATMENT_NOUN.ending(clause).is_some();
        clause.is_some_and(treated) || mark::TREATMENT_NOUN.ending(left).is_some()
    }
}

/// What is required.
const CONDITIONS: &str = "条件";

/// What is to be kept.
const NORMS: &str = "标准";

/// Whether a value is bounded below or above.
const fn bounds(around: &Around) -> bool {
    matches!(around.comparator, Comparator::AtLeast | Comparator::AtMost)
}

const fn bounded_below(around: &Around) -> bool {
    matches!(around.comparator, Comparator::AtLeast)
}

/// A clause that grants something.
static GRANTED: Pattern = Pattern::new(
    &["给予", "予以", "奖励", "补助", "补贴", "奖补", "资助", "按"],
    "^(?:再|可|均|当年|分别|一次性|每[年家个人户项亩吨件])*(?:给予|予以|奖励|补助|补贴|奖补|资助|按)",
);

/// What may end the case that a value stands in.
static CASE_ENDS: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(["，,。；;：、"]));

/// What parts the clauses of a rule.
static CLAUSE_ENDS: LazyLock<CharSet> =
    LazyLock::new(|| CharSet::of(["，,：: \u{3000}"]));

/// From 对 or 凡, which open a clause, up to the clause that grants something.
fn case(sentence: &str) -> Option<(usize, usize)> {
    // 申报企业应具备以下条件：年销售收入达到500万元
    if let Some(at) = required(sentence) {
        return Some((at, sentence.len()));
    }
    if !aids(sentence) {
        return None;
    }
    let mut from = None;
    let mut start = 0;
    loop {
        let rest = &sentence[start..];
        let end = CLAUSE_ENDS.find_at(rest, 0);
        // Up to its end alone: what stands behind may be any length.
        let clause = end.map_or(rest, |end| &rest[..end]);
        match from {
            None if clause.starts_with(['对', '凡']) => from = Some(start),
            Some(from) if GRANTED.is_match(clause) => return Some((from, start)),
            _ => {}
        }
        let sign = rest.get(end?..)?.chars().next()?;
        start += clause.len() + sign.len_utf8();
    }
}

/// Whether words end in what is required: 申报条件, but not 改善办学条件.
fn names_conditions(words: &str) -> bool {
    /// Bytes of the adverbs before the verb at most.
    const ADVERBS: usize = 15;
    let words = words.trim_end_matches(|c: char| !c.is_alphanumeric());
    let Some(said) = words.strip_suffix(CONDITIONS) else {
        return false;
    };
    // 具备以下|条件 of a sentence is no heading.
    let clause = said
        .rfind(['，', ',', '。', '；', ';', ' '])
        .map_or(said, |at| &said[at..]);
    let verb = mark::BETTERING_VERB.any().find_at(clause, 0);
    verb.is_none_or(|verb| {
        let behind = &clause[verb.end..];
        verb.start > ADVERBS || behind.starts_with(['类', '型'])
    })
}

/// Whether a heading ends in what is to be kept, and does nothing to it: 补助标准, 建房面积和补助标准,
/// but not 提高救助标准, 制定服务标准.
fn names_norms(heading: &str) -> bool {
    let heading = heading.trim_end_matches(|c: char| !c.is_alphanumeric());
    heading.ends_with(NORMS)
        && !wording::opens_with_verb(heading)
        && mark::BETTERING_VERB.opening(heading).is_none()
}

/// Whether words say what those must be whom the list below them chooses:
/// 具备下列条件之一的, 符合以下任一情形.
pub(super) fn chooses(words: &str) -> bool {
    let choice = |(at, listed): (usize, &str)| {
        let verb = mark::CHOOSING_VERB.ending(&words[..at])?;
        let behind = &words[at + listed.len()..];
        let share = mark::CHOOSING_SHARE.opening(behind).unwrap_or("");
        let behind = behind[share.len()..]
            .trim_start_matches(|c: char| {
                c.is_ascii_digit() || "一二三四五六七八九十".contains(c)
            })
            .trim_start_matches(['个', '项', '种']);
        let noun = mark::CHOICE_NOUN.opening(behind)?;
        // 有以下情况 only tells of them.
        let of_one = mark::CHOOSING_VERB.value_of(verb) == Some("one");
        Some(!of_one || behind[noun.len()..].starts_with("之一"))
    };
    let listed = words.match_indices("以下");
    let listed = listed.chain(words.match_indices("下列"));
    listed.filter_map(choice).any(|chosen| chosen)
}

/// Where a sentence goes on to what is required: 具备以下条件|：, 符合下列条件之一的企业|：.
pub(super) fn required(sentence: &str) -> Option<usize> {
    static REQUIRED: Pattern =
        Pattern::new(&[CONDITIONS], "条件(?:之一)?(?:的[^，。；：:]{0,8})?[：:]");
    REQUIRED.find(sentence).map(|found| found.start())
}

/// Whether the words are of what a budget spends in all, not of what each one gets.
fn is_outlay(words: &str) -> bool {
    // 同一企业年度累计|不超过100万元
    mark::OUTLAY_VERB.is_in(words) && !mark::ONE_OF_MANY.is_in(words)
}

/// Whether a sentence gives aid: each number on a base in it is a rate of that.
fn aids(sentence: &str) -> bool {
    mark::AID_WORD.is_in(sentence)
}

/// Whether the words end in what aid is measured by: 贴息年限|不超过2年.
fn measures_aid(before: &str) -> bool {
    mark::AID_MEASURE
        .ending(before)
        .is_some_and(|noun| ends_in_aid(&before[..before.len() - noun.len()]))
}

/// Whether the words end in the sum that one gets: 补助金额|不超过50万元.
fn ends_in_aid(before: &str) -> bool {
    let noun = mark::SUM_NOUN.ending(before).unwrap_or("");
    mark::AID_NOUN
        .ending(&before[..before.len() - noun.len()])
        .is_some()
}

/// Between the two sums of a rebate: 满100元|减|20元.
pub(super) fn is_rebate(between: &str) -> bool {
    mark::REBATE_VERB.contains(between.trim())
}

/// Whether the words before 指 are a number in quotes, whose meaning is to be done:
/// “20”是|指新建公园20座.
fn is_slogan(words: &str) -> bool {
    words
        .strip_suffix('是')
        .is_some_and(clause::is_quoted_number)
}

/// 路基宽度不低于|6.5米: how large what is built or planted must be, unless it is to become so,
/// 耕层厚度达到25厘米.
fn is_dimension(quantity: Quantity<'_>, left: &str) -> bool {
    let bounded = !matches!(quantity.comparator, Comparator::Equal | Comparator::About);
    bounded
        && quantity.class() == Some(UnitClass::Measure)
        && quantity.change.is_none()
        && mark::DIMENSION_NOUN.ending(left).is_some()
}

/// Whether words set a norm or define a word.
fn sets_norm(words: &str) -> bool {
    let mut senses = words.match_indices('指');
    NORM.is_match(words) && !senses.any(|(at, _)| is_slogan(&words[..at]))
}

/// What sets a norm or defines: 收费标准为, 生活标准每人每月分别为, 是指.
static NORM: Pattern = Pattern::new(
    &["标准", "限额", "基准", "指"],
    "(?:标准|限额|基准)(?:每[人户次]每?[年月日次]?)?(?:分别)?[为是]|是指|^指[^标数导]",
);

/// 补助标准每人每年|, 收费标准|
static NORM_BEFORE: Pattern = Pattern::new(
    &["标准", "限额", "基准"],
    "(?:标准|限额|基准)(?:每[人户次名亩个月年日学期]+)*$",
);

/// 标准按低保标准的1.5倍确定，为每人每月|1440元: the rate worked out.
static SET_NORM: Pattern =
    Pattern::new(&["标准"], "标准按[^，。；]+，[为即][每人户次年月日]*$");

/// 前15位, 排名前10%: a place in an order that a rule goes by, unless it is to be reached.
fn is_rank(line: &str, span: Span) -> bool {
    let Some(before) = line[..span.start].strip_suffix('前') else {
        return false;
    };
    let reached = mark::RANK_VERB.ending(before).is_some();
    let ordered = before.ends_with("排名") || before.ends_with("名列");
    !reached && (ordered || line[..span.end].ends_with(['位', '名']))
}

impl Paragraph<'_> {
    /// 如果融资余额超过|1亿元，可申请: a number of the clauses that say in which case.
    fn is_in_if(&self, quantity: Quantity<'_>, sentence: &Sentence) -> bool {
        let before = self.words(sentence.start, quantity.span.start);
        let opened = mark::IF_WORD.any().places(before).filter(|word| {
            let not_before = mark::IF_WORD.value_of(&before[word.clone()]).unwrap_or("");
            let behind = before[word.end..].chars().next();
            let opens = clause::clause_start(before, word.start) == word.start;
            opens && !behind.is_some_and(|c| not_before.contains(c))
        });
        opened.last().is_some_and(|word| {
            let since = &before[word.end..];
            let goes_on = |(at, _): (usize, &str)| {
                let next = since[at..].trim_start_matches(['，', ',']);
                next.starts_with(['但', '且', '或', '并', '而'])
            };
            since.match_indices(['，', ',']).all(goes_on)
                && self
                    .words(quantity.span.end, sentence.end)
                    .contains(['，', ','])
        })
    }
}

/// Whether the words before a number cap it: 最高不超过|15万元.
fn is_limited(before: &str) -> bool {
    mark::LIMIT_WORD.is_in(before)
}

/// Whether a number is a threshold by what stands behind it; a share of things, and a number
/// of them, may be what is to be reached.
fn is_condition(left: &str, after: &str, bounded: bool, share: bool) -> bool {
    // 企业只有1家的，采取谈判的方式
    after == "的"
        || says_when(after)
        // 以7600名残疾人为主要对象
        || MEANT.is_match(after)
        // 面积超过100亩可列入扶持, 到位资金达到500万元的企业可申请认定
        || bounded && PERMITS.iter().any(|word| after.starts_with(word))
        || after.starts_with('的') && PERMITTED.is_match(after)
        || (bounded || after.starts_with(BETWEEN))
            && is_chosen_by(after)
            // 对|新建面积达500亩以上的基地予以奖补
            && (!opens_with_verb(left) || left.starts_with('对') || grants(after))
            && !(share && is_to_reach(after))
}

/// Whether a number says when something else is done: 雨量达到50毫米|时启动响应. Of what is made
/// of 时 and the next character it is a part: 30%|时段.
fn says_when(after: &str) -> bool {
    /// What makes another word of 时.
    const WORD: &[char] = &[
        '间', '段', '限', '代', '期', '刻', '速', '效', '点', '差', '长', '节', '光',
        '序',
    ];
    after
        .strip_prefix('时')
        .is_some_and(|next| !next.starts_with(WORD))
}

/// 1万名老人以上|的街镇, 5000人以上|的社区, 3名以上|党员的行政村: how many there are in what is
/// meant, and none of whom is to do something.
fn is_size_of_holder(
    quantity: Quantity<'_>,
    number: &str,
    left: &str,
    after: &str,
) -> bool {
    /// Bytes of whom there are so many of at most, and of the level of who holds them.
    const COUNTED: usize = 60;
    const LEVEL: usize = 9;
    let Some(Comparator::AtLeast | Comparator::AtMost) = quantity.amount.comparator
    else {
        return false;
    };
    if mark::SIZED_NOUN.is_in(number) {
        return true;
    }
    let unit = quantity.amount.unit.map_or("", |unit| unit.name);
    // 的|县级|机关
    let holds = |(at, of): (usize, &str)| {
        let noun = &after[at + of.len()..];
        let level = noun.find('级').filter(|&level| level <= LEVEL);
        let noun = level.map_or(noun, |level| &noun[level + '级'.len_utf8()..]);
        mark::HOLDER_NOUN.opening(noun).is_some()
    };
    // 实现30户以上|自然村通硬化路: which ones, whatever is done.
    let settled =
        matches!(unit, "户" | "人") && mark::SETTLEMENT_NOUN.opening(after).is_some();
    // 编制50人以上|的县级机关: a noun here.
    settled
        || mark::SIZE_COUNTER.contains(unit)
            && (!opens_with_verb(left) || mark::SIZED_NOUN.contains(left.trim()))
            && head(after, COUNTED).match_indices('的').any(holds)
}

/// Whether a clause begins with a verb that does something: 建立|10万亩以上的, not
/// 生产面积|10万亩以上的.
pub(super) fn opens_with_verb(left: &str) -> bool {
    let own = left[wording::lead_len(left)..].trim_start_matches(['在', '对']);
    let verb = wording::verb_len(own);
    verb > 0 && !mark::MEASURE_NOUN.contains(&own[verb..])
}

/// What lets those do something that meet a bound.
const PERMITS: &[&str] = &["可", "方可", "即可"];

/// Those who meet a bound, and what they may do.
static PERMITTED: Pattern = Pattern::new(
    &["可"],
    "^的[^，。；]{1,16}(?:可|方可|可以)(?:申请|申报|享受|参加|认定|纳入|列入|获得|优先)",
);

/// Behind a range: 在60至70之间的镇.
const BETWEEN: &str = "之间";

/// Whether the words behind a bound make it say which things are meant: 超过70|的镇.
pub(super) fn is_chosen_by(after: &str) -> bool {
    let chosen = after.strip_prefix(BETWEEN).unwrap_or(after);
    // 超过百分之五十|之财团法人, as 的 is written in Taiwan.
    let classical = |rest: &str| !rest.starts_with(['一', '内', '外', '前', '后', '间']);
    chosen.starts_with('的') || chosen.strip_prefix('之').is_some_and(classical)
}

/// What stands behind a number and the bracket that says of its bound that it is one of
/// them: 10吨以下|（含10吨）的.
fn behind_bound(line: &str, from: usize, end: usize) -> &str {
    /// Bytes of such a bracket at most.
    const BRACKET: usize = 60;
    let rest = &line[from..];
    let bracket = rest
        .strip_prefix(['（', '('])
        .filter(|words| words.starts_with('含') || words.starts_with("不含"));
    let closes = bracket.and_then(|words| head(words, BRACKET).find(['）', ')']));
    match (bracket, closes) {
        (Some(words), Some(at)) => {
            let from = line.len() - words.len() + at;
            let from = from + line[from..].chars().next().map_or(0, char::len_utf8);
            &line[from..clause::clause_end(line, from)]
        }
        _ => line.get(from..end).unwrap_or(""),
    }
}

/// Whom a measure is meant for.
static MEANT: Pattern = Pattern::new(
    &["对象", "力量"],
    "为(?:主要|重点)?(?:服务|工作|扶持)?(?:对象|力量)$",
);

/// 建成区40%以上的面积达到要求: what is to reach it is counted, not chosen.
fn is_to_reach(after: &str) -> bool {
    /// Characters of what is counted.
    const COUNTED: std::ops::RangeInclusive<usize> = 1..=16;
    let Some(counted) = after.strip_prefix('的') else {
        return false;
    };
    let clause = counted
        .split(['，', ',', '。', '；', ';'])
        .next()
        .unwrap_or(counted);
    let mut verbs = mark::PREDICATE_VERB.any().places(clause);
    verbs.any(|verb| COUNTED.contains(&clause[..verb.start].chars().count()))
}
