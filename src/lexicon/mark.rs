//! Short fixed wording in classes: endings of names, formulas, openings of lines.

use std::sync::{LazyLock, OnceLock};

use super::any::AnyOf;
use super::{Row, rows};

static ROWS: LazyLock<Vec<Row<'static>>> =
    LazyLock::new(|| rows(include_str!("mark.tsv")).collect());

/// A class of wording; its words are longest first, so that the longest one is found.
#[derive(Debug)]
pub(crate) struct Class {
    words: Vec<(&'static str, &'static str)>,
    /// Places of the words by their first bytes and by their last, the longest word first.
    heads: Vec<(Edge, u16)>,
    tails: Vec<(Edge, u16)>,
    /// The words as texts are searched for them, once one is.
    any: OnceLock<AnyOf>,
}

/// The bytes at one end of a word or a text by which most words are told apart: as many as
/// most characters have.
type Edge = [u8; 3];

/// The places in one of the indices of the words that share an edge.
fn at_edge(index: &[(Edge, u16)], edge: Edge) -> impl Iterator<Item = usize> + '_ {
    let from = index.partition_point(|&(other, _)| other < edge);
    let same = index[from..]
        .iter()
        .take_while(move |&&(other, _)| other == edge);
    same.map(|&(_, at)| usize::from(at))
}

/// The first bytes of a text; one that has fewer is filled up with zeros.
fn head(text: &str) -> Edge {
    let bytes = text.as_bytes();
    match bytes.first_chunk() {
        Some(&edge) => edge,
        None => std::array::from_fn(|at| bytes.get(at).copied().unwrap_or(0)),
    }
}

/// The last bytes of a text, the same way.
fn tail(text: &str) -> Edge {
    let bytes = text.as_bytes();
    match bytes.last_chunk() {
        Some(&edge) => edge,
        None => head(text),
    }
}

impl Class {
    fn load(class: &str) -> Self {
        // The table is in the order of its classes.
        let from = ROWS.partition_point(|row| row.cell(0) < class);
        let rows = ROWS[from..].iter().take_while(|row| row.cell(0) == class);
        let mut words: Vec<_> = rows.map(|row| (row.cell(1), row.cell(2))).collect();
        words.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        let index = |edge: fn(&str) -> Edge| {
            let long = words
                .iter()
                .filter(|(word, _)| word.len() >= size_of::<Edge>());
            let mut index: Vec<(Edge, u16)> =
                long.map(|(word, _)| edge(word)).zip(0..).collect();
            index.sort_unstable();
            index
        };
        Self {
            heads: index(head),
            tails: index(tail),
            words,
            any: OnceLock::new(),
        }
    }

    /// The words that are shorter than an edge, which stand last: `(`, but not `以`.
    fn short(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.words[self.heads.len()..].iter().map(|&(word, _)| word)
    }

    /// The words, longest first.
    pub(crate) fn words(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.words.iter().map(|&(word, _)| word)
    }

    /// Whether `text` is one of the words.
    pub(crate) fn contains(&self, text: &str) -> bool {
        self.value_of(text).is_some()
    }

    /// The word that `text` begins with.
    pub(crate) fn opening(&self, text: &str) -> Option<&'static str> {
        at_edge(&self.heads, head(text))
            .map(|at| self.words[at].0)
            .chain(self.short())
            .find(|word| text.starts_with(word))
    }

    /// The word that `text` ends in.
    pub(crate) fn ending(&self, text: &str) -> Option<&'static str> {
        at_edge(&self.tails, tail(text))
            .map(|at| self.words[at].0)
            .chain(self.short())
            .find(|word| text.ends_with(word))
    }

    /// The value of the word that `text` is.
    pub(crate) fn value_of(&self, text: &str) -> Option<&'static str> {
        let short = || {
            let mut words = self.words[self.heads.len()..].iter();
            words.find(|(word, _)| *word == text)
        };
        let mut same = at_edge(&self.heads, head(text)).map(|at| &self.words[at]);
        let found = match text.len() < size_of::<Edge>() {
            true => short(),
            false => same.find(|(word, _)| *word == text),
        };
        found.map(|&(_, value)| value)
    }

    /// Whether one of the words stands in `text`.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        self.any().is_in(text)
    }

    /// The words as texts are searched for them.
    pub(crate) fn any(&self) -> &AnyOf {
        self.any.get_or_init(|| AnyOf::of(self.words()))
    }

    /// The value of the first word that stands in `text`.
    pub(crate) fn value_in(&self, text: &str) -> Option<&'static str> {
        // One pass tells of most texts that they hold none.
        if !self.is_in(text) {
            return None;
        }
        self.words
            .iter()
            .find(|(word, _)| text.contains(word))
            .map(|&(_, value)| value)
    }
}

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $class:literal;)*) => {
        $($(#[$doc])* pub(crate) static $name: LazyLock<Class> =
            LazyLock::new(|| Class::load($class));)*
    };
}

classes! {
    /// What those meet whom a list chooses, `one` where it does so by 之一 alone: `符合`以下条件.
    CHOOSING_VERB = "choosing-verb";
    /// How many of a list must be met: `任一`.
    CHOOSING_SHARE = "choosing-share";
    /// What is met: `情形`.
    CHOICE_NOUN = "choice-noun";
    /// What is done to conditions that are no requirements: `改善办学条件`.
    BETTERING_VERB = "bettering-verb";
    /// What names of issuing authorities end in: `…人民政府`.
    AUTHORITY_ENDING = "authority-ending";
    /// What names of bodies end in that seldom issue documents: `…小学`.
    SIGNER_ENDING = "signer-ending";
    /// Names of bodies that say nothing alone, as a line begins that a long name goes on over:
    /// `领导小组办公室`.
    UNPLACED_BODY = "unplaced-body";
    /// What libraries of documents put behind a title: `….doc`, `…下载`.
    LIBRARY_TAIL = "library-tail";
    /// How lines of a site's imprint begin: `主办单位：`.
    HOST_OPENING = "host-opening";
    /// What names of addressees end in: `…各部门`.
    ADDRESSEE_ENDING = "addressee-ending";
    /// Head nouns of bodies that may stand alone in a list: `…工委、管委会`.
    BARE_HEAD = "bare-head";
    /// How lines begin that only look like addressees.
    NO_ADDRESSEE = "no-addressee-opening";
    /// Days of issue from which a document is in force: `公布之日`.
    ISSUING_DAY = "issuing-day";
    /// What names of forms and papers end in that are attached to documents: `申报表`.
    FORM_ENDING = "form-ending";
    /// Verbs by which the line under a statute's title says who issued it: `公布`.
    PROMULGATING = "promulgating-verb";
    /// What names of forms and certificates end in that are no documents: `申报表`.
    PAPER_ENDING = "paper-ending";
    /// What a name in `《》` is said to be of that is no document: `课题《…》`.
    TITLED_WORK = "titled-work";
    /// What only looks like addressees ends in: `牵头单位`.
    NO_ADDRESSEE_ENDING = "no-addressee-ending";
    /// How titles begin that name no body: `关于印发…的通知`.
    TITLE_OPENING = "title-opening";
    /// How a line ends by which news lead over to the document they carry: `原文如下：`.
    NEWS_LEAD = "news-lead";
    /// How news say when: `日前`.
    RECENT = "recent";
    /// Formulas by which a text names its own genre: `通知如下`.
    GENRE_FORMULA = "genre-formula";
    /// What is summed up beside what was done, and not done itself: `接待游客3亿人次、总|花费`.
    SUM_OF_WORK = "sum-of-work";
    /// How a clause goes on behind a limit that it says is to be set: `补助比例|可适当放大`.
    SETTING_VERB = "setting-verb";
    /// Verbs behind which a rule names the kinds of those who get something: `认定为|省级`.
    KIND_VERB = "kind-verb";
    /// What such kinds end in that says nothing of them: `示范企业|称号`.
    KIND_TAIL = "kind-tail";
    /// Measures of what is grown, bred or made, which follow one another without naming it, and
    /// what makes of one another measure: `绿色蔬菜播面`, `年产量`.
    SERIES_MEASURE = "series-measure";
    /// How a thing is done, before its verb: `整体|提升100所学校`.
    MANNER = "manner";
    /// What has an order of which the first ones are meant: `考核|前两名`.
    ORDER_NOUN = "order-noun";
    /// What is upgraded, so many of them: `公园|品质|提升3处`.
    UPGRADED = "upgraded";
    /// In the captions of tables that say how much each is to do: `各乡镇|任务|分解表`.
    ALLOTTING = "allotting";
    /// Verbs of fining, with how: `县生态环境局|依法处|500元罚款`.
    FINING_VERB = "fining-verb";
    /// Places that are built and are no body, though they end as one: `物流|园区`.
    BUILT_PLACE = "built-place";
    /// What says how far a value is from another: `与省定目标|相差|15个百分点`.
    GAP_VERB = "gap-verb";
    /// Verbs of changes that say of what: `户均|增收|3000元`.
    GAIN_VERB = "gain-verb";
    /// Grades of what is counted: `其中|国家级|3家`.
    GRADE = "grade";
    /// Those who apply for something or get it, whom a rule is about: `申报单位`, `补贴对象`.
    APPLICANT = "applicant";
    /// What aid is measured by besides its sum: `贴息|年限`.
    AID_MEASURE = "aid-measure";
    /// One of many that get something: `同一|企业累计不超过100万元`.
    ONE_OF_MANY = "one-of-many";
    /// Units of how much a plant can do: `完成65|蒸吨/小时|以上锅炉改造`.
    CAPACITY_UNIT = "capacity-unit";
    /// What is done to plants that are there: `锅炉超低排放|改造`.
    TREATMENT_NOUN = "treatment-noun";
    /// Who or what has a measure of its own behind 每: `每个|村|集体经济年收入`.
    BASE_HOLDER = "base-holder";
    /// What a number is counted on behind 每: `每千|常住人口|床位数`.
    BASE_NOUN = "base-noun";
    /// What ends the base of a number behind 每: `每个村|配备`.
    BASE_VERB = "base-verb";
    /// Over what a number is a mean: `年均|增长5%`.
    MEAN_OVER = "mean-over";
    /// What says that there was none before of what a size chooses: `企业实现|零的突破`.
    FIRST_EVER = "first-ever";
    /// Verbs that do away with what a bound of size chooses: `取缔`30万千瓦以下机组.
    CLEARING_VERB = "clearing-verb";
    /// What says of which size it is meant: 清退`年产`9万吨以下煤矿.
    CLEARING_SIZE = "clearing-size";
    /// How a measure stands without a number, before one that tells it: 产量`再创`新高，达到5吨.
    STANDING_VERB = "standing-verb";
    /// What leads from whoever is to do something over to by when: 各县`要`在年底前建成.
    OBLIGATION = "obligation";
    /// How large one thing that is built or planted is: 路基`宽度`, 苗木`胸径`.
    DIMENSION_NOUN = "dimension-noun";
    /// What makes a level of a mean or of a time, with which a value is compared: 较前三年`平均值`.
    MEAN_LEVEL = "mean-level";
    /// Verbs by which a rate rises by points: 增速`加快`0.3个百分点.
    QUICKENING_VERB = "quickening-verb";
    /// What stands before how many characters a text has: `全文|1228字`.
    LENGTH_NOUN = "length-noun";
    /// What may stand between an age and its bound: `年龄|一般|不超过55岁`.
    AGE_ADVERB = "age-adverb";
    /// Whose age a bound is of that does not say so: `女性|不超过55岁`.
    AGE_HOLDER = "age-holder";
    /// Words of two things, and these: `产销量` of `产量` and `销量`.
    JOINT_WORD = "joint-word";
    /// Nouns of which a measure holds: `城区` of `城区污水处理率`.
    HOLDER_NOUN = "holder-noun";
    /// What makes a name of the number of a phase before it: `二期|提升计划`.
    PLAN_OR_WORK = "plan-or-work";
    /// Times that have gone by, among the words that tell of what was done: `五年来`.
    TIME_DONE = "time-done";
    /// Verbs that say what a share of things has or does: `98%的乡镇卫生院|能够|提供`.
    PREDICATE_VERB = "predicate-verb";
    /// What rules set that are listed behind a colon: `损耗定额为：`.
    LIMIT_NOUN = "limit-noun";
    /// What names of works end in, alone in a clause before what was done: `棚户区改造，`.
    WORK_NOUN = "work-noun";
    /// Words that make a bound one of the whole sum: `最高`不超过10万元.
    CAP_WORD = "cap-word";
    /// Words between a body and what it is to do: 市教育局`负责`培训教师.
    CHARGED = "charged";
    /// What words end in that name what a value is compared with, and no time: `平均水平`.
    COMPARED_BASE = "compared-base";
    /// Verbs that put a value above or below another: `高于`全国平均水平; with points, any other.
    EXCEEDING = "exceeding";
    /// Those that do so only before what values are compared with: `超`序时进度.
    EXCEEDING_BASE = "exceeding-base";
    /// What a clause opens with that says in which case the next one holds: `如果`; with what
    /// follows where another word begins there.
    IF_WORD = "if-word";
    /// Words between what is planned and how much of it is done: 计划投资2亿元，`完成`50%.
    PLAN_DONE = "plan-done";
    /// Words that make a count one of each of the names before it: 甲市、乙市`各有`2家.
    OF_EACH = "of-each";
    /// Sides of a place, before how far from it something is: 大桥`上游`800米.
    PLACE_SIDE = "place-side";
    /// Verbs that open what share of a sum is given or let off: `返还`其缴费的50%.
    REFUND_VERB = "refund-verb";
    /// Verbs by which a document has its parts: 《方案》`提出`20条措施.
    CONTENT_VERB = "content-verb";
    /// What a document is made of: 20条`措施`, 5个`方面`, 146项工作`任务`.
    DOCUMENT_PART = "document-part";
    /// Words in which 和, 与 or 及 joins nothing: `普及`; with what follows where another word
    /// begins behind the sign: 面积和`平均`产量.
    NO_JOINT = "no-joint";
    /// Head nouns that names before them share: `人民大垸、荒湖管理区`.
    SHARED_HEAD = "shared-head";
    /// What titles of documents end in that tell what was done: `整改情况的公示`.
    REPORT_ENDING = "report-ending";
    /// Formulas that lead in to a report of what was done: `汇报如下`.
    REPORT_FORMULA = "report-formula";
    /// Words in which 应, 可, 由 or 不 rules nothing: `应急`.
    NO_RULE = "no-rule";
    /// How the line of copy recipients begins: `抄送`.
    COPY_OPENING = "copy-opening";
    /// What titles of membership lists end in: `成员名单`.
    LIST_ENDING = "list-ending";
    /// Verbs in titles of notices that carry another document: `关于印发…的通知`.
    CARRYING = "carrying-verb";
    /// What says how often something is done: `每年开展二次检查`.
    HOW_OFTEN = "how-often";
    /// Verbs near the name of the document that a notice carries: `现将《…》印发给你们`.
    PROMULGATION = "promulgation";
    /// What names of bulletins end in: `简报`.
    BULLETIN = "bulletin";
    /// Security classifications (密级).
    CLASSIFICATION = "classification";
    /// Urgencies (紧急程度).
    URGENCY = "urgency";
    /// Endings of sites' names.
    SITE_NAME_ENDING = "site-name-ending";
    /// Units of what is never counted in parts: `1.80周岁` is the item 1 and 80周岁.
    WHOLE_COUNTER = "whole-counter";
    /// Verbs of headings that speak of work to be done, not of the state of things:
    /// `营造良好发展环境`.
    IMPROVING_VERB = "improving-verb";
    /// Verbs that set a body up: `成立领导小组`.
    FOUNDING_VERB = "founding-verb";
    /// How breadcrumbs begin: `当前位置`.
    POSITION_OPENING = "position-opening";
    /// What follows `第三条` where it refers to an article: `规定`.
    ARTICLE_REFERENCE = "article-reference";
    /// What makes one word with the numeral behind it: `统一、`, `星期二、`.
    NUMERAL_WORD = "numeral-word";
    /// Units that follow a decimal number: `1.5倍` is no label.
    DECIMAL_UNIT = "decimal-unit";
    /// Values in words: `全覆盖`, `翻一番`.
    VALUE_IN_WORDS = "value-in-words";
    /// What opens a comparison: `较`, `由`.
    COMPARING = "comparing";
    /// Verbs of a change between the number it starts from and the one it reaches.
    MOVING = "moving";
    /// Verbs of a plan that govern all that follows them: `确保`.
    PLAN_VERB = "plan-verb";
    /// Words of texts that order: `必须`.
    ORDER_WORD = "order-word";
    /// How clauses end behind which no date before them governs: `五年来`, `用三年时间`.
    OTHER_TIME = "other-time";
    /// What accidents are graded by: `死亡3人以上`.
    CASUALTY = "casualty";
    /// Nouns that make one of the verb before them: `生产面积`.
    MEASURE_NOUN = "measure-noun";
    /// What is invested, where the noun ends in the verb: `固定资产投资3亿元以上的项目`.
    INVESTMENT_NOUN = "investment-noun";
    /// What names of plans end in: `2023年改造计划`.
    PLAN_NOUN = "plan-noun";
    /// Which plan a value is set against: 超`年度`计划, 超`下达`任务.
    PLAN_QUALIFIER = "plan-qualifier";
    /// Words of an aim, as even a statute may have one.
    AIM_WORD = "aim-word";
    /// What figures are made comparable by taking off: 扣除价格因素.
    DEDUCTING_VERB = "deducting-verb";
    /// What such words end in.
    DEDUCTED_ENDING = "deducted-ending";
    /// Nouns of time that a length of time is the value of: `有效期`.
    TERM_NOUN = "term-noun";
    /// Doing of which only its length is said: 公示10天.
    TERM_VERB = "term-verb";
    /// What a budget does with a sum, not what each one gets of it: `安排`.
    OUTLAY_VERB = "outlay-verb";
    /// Words of aid that is given: `补贴`.
    AID_WORD = "aid-word";
    /// Words that give a sum to whoever meets a condition: `给予`.
    GRANT_VERB = "grant-verb";
    /// Words that say that something is granted, how and to whom, but not for what.
    GRANT_WORD = "grant-word";
    /// Words of caps and floors: `最高`, `不得少于`.
    LIMIT_WORD = "limit-word";
    /// What is measured in points: `满意度`.
    SCORE_NOUN = "score-noun";
    /// What opens an object of a list that has no number: `、一批`.
    UNCOUNTED = "uncounted";
    /// Words that say that something goes on: `继续`.
    GOING_ON = "going-on";
    /// What 将 makes a thing to come of, and the characters it does not before: 将|达到.
    COMING_VERB = "coming-verb";
    /// Words that harden or soften a target: `确保`.
    STRENGTH_WORD = "strength-word";
    /// What stands behind a number and is no object of it: `和`, `左右`.
    OBJECT_JOINT = "object-joint";
    /// Verbs by which a share goes on about what was counted: `来自`.
    SHARE_VERB = "share-verb";
    /// Dimensions, whose name is one character: `宽`.
    DIMENSION = "dimension";
    /// Nouns of a change behind a share: `增幅`.
    CHANGE_NOUN = "change-noun";
    /// Verbs that open a clause about more: `新增`.
    MORE_VERB = "more-verb";
    /// Verbs that open a clause about fewer: `压减`.
    FEWER_VERB = "fewer-verb";
    /// What 减 alone makes less of: `减|环节`.
    CUT_NOUN = "cut-noun";
    /// Ends of what a rule has someone pay or get: `先行自付`, `缴费比例`; the value `bound` is of
    /// those that bounds are set to as well.
    RATE_NOUN = "rate-noun";
    /// What stands between the two sums of a rebate: `立减`.
    REBATE_VERB = "rebate-verb";
    /// What is done by the end of a year that stands straight before it: `全面完成`.
    DONE_BY_VERB = "done-by-verb";
    /// What stands between 每 and what is done each time: `成功`.
    EACH_ADVERB = "each-adverb";
    /// Last words of names of those who have what is counted on each: `养老机构`.
    HOLDER_END = "holder-end";
    /// Nouns of aid: `补助`.
    AID_NOUN = "aid-noun";
    /// Nouns of the sum of an aid: `金额`.
    SUM_NOUN = "sum-noun";
    /// What stands before a rank that is to be reached: `跻身`.
    RANK_VERB = "rank-verb";
    /// Units that count things even where the number is spelt out: `家`.
    FIRM_COUNTER = "firm-counter";
    /// Measures that need the word for what they are of: `涨幅`.
    BARE_MEASURE = "bare-measure";
    /// What a great number may count without a unit: `老年人`17.6万.
    BARE_COUNTED = "bare-counted";
    /// What stands between a noun and the verb of its number: 人口`预计`达到.
    NUMBER_ADVERB = "number-adverb";
    /// Nouns that a number of a bound tells things apart by: `从业人员`.
    SIZE_NOUN = "size-noun";
    /// Ends of what a colon parts from a number and does not name what it is of: `其中`.
    NO_LABEL_OF_VALUE = "no-label-of-value";
    /// Measures whose values have no unit: `收入比`.
    UNITLESS_MEASURE = "unitless-measure";
    /// Nouns of what a thing has so many of that it is meant: 200张|`床位`以上的机构.
    SIZED_NOUN = "sized-noun";
    /// Counters of what lives in a place that is meant: 5000`人`以上的社区.
    SIZE_COUNTER = "size-counter";
    /// Trade with those before it: 对俄|进出口.
    TRADE_NOUN = "trade-noun";
    /// What reaches so far from a place, behind a length: 500米|`范围`内.
    REACH_NOUN = "reach-noun";
    /// Verbs of giving money, alone between 最高 and its sum: `可补贴`.
    GIVING_VERB = "giving-verb";
    /// How names of bodies open that villages and communities alone have: `村委`会.
    VILLAGE_BODY = "village-body";
    /// Verbs of building: `建成`.
    BUILDING_VERB = "building-verb";
    /// Counters of measures and kinds, of which a text names a few before 等: 等15`项`措施.
    KIND_COUNTER = "kind-counter";
    /// Verbs of works, whose objects before 等 are a few examples: `新增`西门公园等9座公园.
    EXAMPLE_VERB = "example-verb";
    /// What names end in of what is built: `中心`.
    FACILITY_NOUN = "facility-noun";
    /// What one has who has done something for a time: `工作经历`.
    EXPERIENCE_NOUN = "experience-noun";
    /// What lasts for a time that a rule asks for: `连续经营`.
    LASTING_VERB = "lasting-verb";
    /// What a sum for each unit of something is called: `收费标准`.
    PRICE_NOUN = "price-noun";
    /// Where so many live as a bound says: 30户以上`自然村`.
    SETTLEMENT_NOUN = "settlement-noun";
    /// What was planned that a share is of: `年度计划`.
    PLANNED_WHOLE = "planned-whole";
    /// What is done with money for the work that the clause before names: `支出`.
    SPENDING_VERB = "spending-verb";
    /// What a budget has left of the year before: `上年结余`.
    CARRIED_OVER = "carried-over";
    /// What says of a value that something else comes of that it was so: `原来的`.
    FORMER = "former";
    /// What one breaks through, so that 突破 is no bound: `关键技术`.
    SOLVED_NOUN = "solved-noun";
    /// Verbs by which a statistic tells how much a level has grown: `回落`.
    GROWTH_VERB = "growth-verb";
    /// Words that say a thing is done: `已`, `截至`.
    TOLD_DONE = "told-done";
    /// Words that say so where nothing says otherwise: `累计`, `同比`.
    TOLD_MAYBE_DONE = "told-maybe-done";
    /// Words that say a thing is to come: `力争`, `下一步`.
    TOLD_PLANNED = "told-planned";
    /// Words that say it of all that follows: `下一步`.
    TOLD_FROM_NOW = "told-from-now";
    /// Words that say so where nothing says otherwise: `将`, `不低于`.
    TOLD_MAYBE_PLANNED = "told-maybe-planned";
    /// Words of the description of a place, and of the tale of a disaster: `地处`.
    TOLD_DESCRIBED = "told-described";
    /// Words that describe a place straight before a number: `总人口`.
    TOLD_COUNTED = "told-counted";
    /// Longer words in which those of the other classes say nothing: `为了`, `行动计划`.
    TOLD_NOTHING = "told-nothing";
    /// Words by which a text without a title tells of its successes: `跃居`.
    SUCCESS_WORD = "success-word";
    /// Words by which statistics compare what there was with an earlier time: `同比`.
    STATISTIC_WORD = "statistic-word";
    /// Steps of a procedure, behind how long they take: `办结`.
    STEP_VERB = "step-verb";
    /// What headings end in above what was done: `完成情况`.
    HEADING_DONE = "heading-done";
    /// Words of headings above what is to come: `下一步`.
    HEADING_PLANNED = "heading-planned";
    /// What titles end in of documents that tell what was done: `总结`.
    TITLE_DONE = "title-done";
    /// What titles end in of documents of what is to come: `方案`.
    TITLE_PLANNED = "title-planned";
    /// Words of titles that set out the work of the year they name: `工作要点`.
    YEAR_WORK = "year-work";
    /// What is done by a rate that a rule sets: 按15%`给予`.
    RATE_VERB = "rate-verb";
    /// Words of what is reckoned to come: `预计`.
    FORECAST_WORD = "forecast-word";
    /// What news of a place call it that open with it: `我市`.
    OWN_PLACE = "own-place";
    /// Words of what is reckoned, to come or not: `测算`.
    RECKONING_WORD = "reckoning-word";
    /// What titles of chapters end in that look ahead: `工作任务`.
    CHAPTER_AHEAD = "chapter-ahead";
    /// Whom or what a bound of size chooses in a list: 年用水量10万立方米以上`企业`.
    CHOSEN_NOUN = "chosen-noun";
    /// What those do who are meant by what they have: `获得`.
    HAVING_VERB = "having-verb";
    /// What the name of a five-year plan goes on with where it is a time: “十五五”`主要目标`.
    PLAN_GOAL = "plan-goal";
    /// What leads in to a date that opens a clause: `刚刚过去的`.
    TIME_LEAD = "time-lead";
    /// What the first paragraph of a plan begins with: `为贯彻`.
    PURPOSE_OPENING = "purpose-opening";
    /// What a change begins with that follows its value without a comma: `同比`, `较上`年.
    COMPARED_WITH = "compared-with";
    /// What the text below a heading begins with, and no heading goes on with: `根据`.
    TEXT_OPENING = "text-opening";
    /// What a note in brackets behind a body's name holds, which no alias does: `以下简称`, `名单`.
    NAME_NOTE = "name-note";
    /// What sites print in brackets behind a title: `（现行有效）`, `（全文）`.
    TITLE_NOTE = "title-note";
    /// Units before nouns whose first character would make another word of them: `家具有`
    /// of 5家具有资质的企业 is no 家具.
    UNIT_AND_NOUN = "unit-and-noun";
    /// What stands between a value and the one that is hoped for: 增长5%，`力争`7%.
    SURER_WORD = "surer-word";
    /// What 提升 before a count only goes on with: `改造`提升80万亩, `巩固`提升20个.
    RENEWING_VERB = "renewing-verb";
    /// What follows a few yuan, and no number of parts: 一元`钱`, 三元`以上`, but 三元结构.
    MONEY_BEHIND = "money-behind";
    /// Words whose first character is no level of territory: `市场`, `市民`, `省属`.
    PLACE_LOOKALIKE = "place-lookalike";
}
