//! Sentences made of tables: each part of a sentence says what it says beside every other.

use super::*;

/// What is measured, and the unit that it is given in.
const MEASURES: &[(&str, &str)] = &[
    ("森林覆盖率", "%"),
    ("城镇登记失业率", "%"),
    ("学前三年毛入园率", "%"),
    ("单位GDP能耗", "%"),
    ("规模以上工业企业", "家"),
    ("城镇居民人均可支配收入", "元"),
    ("高速公路通车里程", "公里"),
    ("固定资产投资", "亿元"),
    ("粮食总产量", "万吨"),
    ("年接待游客", "万人次"),
];

/// Verbs and bounds before a number, and what they say.
const VERBS: &[(&str, &str)] = &[
    ("达到", "="),
    ("达", "="),
    ("提高到", "="),
    ("控制在", "="),
    ("稳定在", "="),
    ("要达到", "="),
    ("力争达到", "="),
    ("降至", "="),
    ("不低于", ">="),
    ("不少于", ">="),
    ("不得低于", ">="),
    ("不超过", "<="),
    ("不得超过", "<="),
    ("突破", ">"),
    ("超过", ">"),
    ("低于", "<"),
    ("达到约", "~"),
    ("接近", "~"),
    ("提高", "=+"),
    ("增长", "=+"),
    ("年均增长", "=+"),
    ("较2015年提高", "=+"),
    ("比上年增长", "=+"),
    ("在2015年基础上增加", "=+"),
    ("与2015年相比，提高", "=+"),
    ("下降", "=-"),
    ("累计减少", "=-"),
    ("缩小", "=-"),
];

/// Bounds behind a number, and what they say.
const BOUNDS: &[(&str, &str)] = &[
    ("", "="),
    ("以上", ">="),
    ("以内", "<="),
    ("左右", "~"),
    ("（含）以上", ">="),
    ("及以下", "<="),
];

/// By when, in a document of 2017.
const DEADLINES: &[(&str, Option<&str>)] = &[
    ("", None),
    ("到2025年，", Some("2025")),
    ("到2025年底，", Some("2025")),
    ("力争到2025年，", Some("2025")),
    ("至2025年，", Some("2025")),
    ("2025年底前，", Some("2025")),
    ("2025年6月底前，", Some("2025-06")),
    ("到“十四五”末，", Some("2025")),
    ("年底前，", Some("2017")),
    ("力争用三年时间，", None),
];

const PLACES: &[&str] = &["", "全市", "我县"];

/// A sentence, what is read of it, and by when.
fn sentence(number: usize) -> (String, String, Option<&'static str>) {
    let (measure, unit) = MEASURES[number % MEASURES.len()];
    let (verb, verb_says) = VERBS[number / 3 % VERBS.len()];
    let (bound, bound_says) = BOUNDS[number / 5 % BOUNDS.len()];
    let (deadline, date) = DEADLINES[number / 7 % DEADLINES.len()];
    let place = PLACES[number / 11 % PLACES.len()];
    // 不低于5%以上 is said by no one.
    let free = verb_says.starts_with('=');
    let (bound, bound_says) = if free {
        (bound, bound_says)
    } else {
        ("", verb_says)
    };
    let change = verb_says.trim_start_matches(|c| "<>=~".contains(c));
    let value = 12 + number % 80;
    let (digits, name) = match unit.strip_prefix(['万', '亿']) {
        Some(name) if unit.starts_with('万') => (format!("{value}0000"), name),
        Some(name) => (format!("{value}00000000"), name),
        None => (value.to_string(), unit),
    };
    let said = format!("{place}{measure} {bound_says}{change}{digits}{name}");
    let words = format!("{deadline}{place}{measure}{verb}{value}{unit}{bound}。");
    (words, said, date)
}

#[test]
fn each_part_of_a_sentence_says_the_same_beside_every_other() {
    for number in 0..700 {
        let (text, expected, deadline) = sentence(number);
        let found = read(&text, SectionKind::Goals, Genre::Notice);
        let [target] = found.as_slice() else {
            panic!("{} targets: {text}", found.len());
        };
        assert_eq!(shown(target), expected, "{text}");
        let date = target.deadline.map(|date| date.to_string());
        assert_eq!(date.as_deref(), deadline, "{text}");
        assert_eq!(target.status, TargetStatus::Planned, "{text}");
    }
}
