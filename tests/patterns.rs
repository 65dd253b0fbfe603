//! Words of the parser's own grammar, joined by chance and repeated: four times the input
//! takes about four times as long, whatever is repeated.
//!
//! By default a part. All combinations, with the slowest of them:
//!
//! ```sh
//! GONGWEN_PATTERNS=2000 cargo test --test patterns -- --nocapture
//! ```
#![allow(clippy::unwrap_used, clippy::print_stdout)]

mod documents;

use std::fmt::Write as _;
use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use documents::{entries, root};

/// Words that open, close and join.
const JOINTS: &str = "一、|二、|（一）|（二）|1.|2.|(1)|①|②|第一章|第一条|第二条|一是|二是|附件：|附件1|\
    附件2|专栏1|表1|\n|\n\n|\n|。|；|，|：|、|（|）|〔|〕|《|》|“|”|(|)|[|]|【|】|（责任单位：|（牵头单位：|牵头|负责|\
    配合|市卫健委|县政府|到2025年|2025年底前|2021年7月12日|不低于|达到|提高到|提高|由|至|分别|90%|\
    5个百分点|10-12|3.5|1,234|9|万|亿元|每千人|以上|左右|关于|的通知|某政发〔2021〕3号|各区人民政府：|\
    醫(yī)|療|??|?；鸨O(jiān)|當前|\u{3000}|\t| |\r\n|\u{FEFF}|\u{200B}|抄送：|组长：|序号|任务|牵头单位|\
    1年|5万元|3个|2次|20名|2万亩|300平方米|前三名|10倍|1:2|6月底|奖励|给予|的，|的|每|各|比|从|按|其中|以下|\
    以内|不超过|增长|累计|已|较上年|企业|项目|建成|期限|\
    牵头单位：|副组长：|www.gov.cn|时限|指标|目标值|<p>|<table>|<tr>|<td>|</td>|</table>|<td rowspan=3>|<!--|<a href=x>|&nbsp;|&|x|  x  |-|.|";

/// Bytes of the smaller input; the larger one has four times as many.
const SMALL: usize = 12 << 10;

/// Words that once took more time each, the more there were of them in one line.
const MENDED: [&str; 2] = [
    "牵头单位：市教育局 验收单位：",
    "牵头单位：市教委（完成时限：",
];

/// How much longer four times the input may take. Linear is 4; the rest is the price of
/// caches. Quadratic is 16.
const MOST: f64 = 5.5;

/// What fails a run of a part of the combinations, which others may share the machine with.
const MOST_BY_DEFAULT: f64 = 8.0;

/// Runs at the most of inputs that look slow, and time for them. A busy machine makes a run
/// longer and never shorter, so that the shortest of several comes near the truth.
const RUNS: usize = 30;
const RUNS_BUDGET: Duration = Duration::from_secs(3);

/// Combinations that are tried by default, and seconds after which no more are.
const DEFAULT: usize = 150;
const BUDGET: Duration = Duration::from_secs(20);

/// A generator of numbers (xorshift64), so that every run tries the same.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % bound as u64) as usize
    }
}

/// The joints, and the words of every table of the lexicon but the large ones of characters.
fn words() -> Vec<String> {
    let mut words: Vec<String> = JOINTS.split('|').map(str::to_owned).collect();
    words.retain(|word| !word.is_empty());
    let tables = entries(&root().join("src/lexicon"));
    for table in tables
        .iter()
        .filter(|path| path.extension() == Some("tsv".as_ref()))
    {
        let rows = fs::read_to_string(table).unwrap();
        let rows: Vec<&str> = rows
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split('\t').next())
            .filter(|word| !word.is_empty())
            .collect();
        let step = rows.len().div_ceil(40).max(1);
        words.extend(rows.iter().step_by(step).map(|&word| word.to_owned()));
    }
    words
}

/// What is repeated, and how: all together, or first the one and then the other.
#[derive(Debug)]
struct Pattern {
    first: String,
    second: String,
    joined: bool,
}

impl Pattern {
    /// Half of the words are joints, of which the grammar has few.
    fn any(words: &[String], joints: usize, random: &mut Random) -> Self {
        let mut some = |most: usize| -> String {
            let count = 1 + random.below(most);
            (0..count)
                .map(|_| match random.below(2) {
                    0 => &*words[random.below(joints)],
                    _ => &*words[random.below(words.len())],
                })
                .collect()
        };
        let (first, second) = (some(3), some(2));
        Self {
            first,
            second,
            joined: random.below(3) > 0,
        }
    }

    fn text(&self, bytes: usize) -> String {
        let count = bytes / (self.first.len() + self.second.len()) + 1;
        let body = if self.joined {
            format!("{}{}", self.first, self.second).repeat(count)
        } else {
            self.first.repeat(count) + &self.second.repeat(count)
        };
        format!("关于值守的通知\n{body}")
    }
}

fn time(text: &str) -> Duration {
    let start = Instant::now();
    black_box(
        gongwen::parse(black_box(text.as_bytes())).map_or(0, |p| p.document.text.len()),
    );
    start.elapsed()
}

/// How much longer four times the pattern takes, and megabytes a second of the longer one.
fn growth(pattern: &Pattern, small: usize) -> (f64, f64) {
    let (small_text, large_text) = (pattern.text(small), pattern.text(4 * small));
    let (mut least, mut most) = (Duration::MAX, Duration::MAX);
    let mut ratio = f64::MAX;
    let start = Instant::now();
    for run in 0..RUNS {
        least = least.min(time(&small_text));
        most = most.min(time(&large_text));
        ratio = most.as_secs_f64() / least.as_secs_f64();
        let enough = if ratio <= MOST { 2 } else { RUNS };
        if run + 1 >= enough || start.elapsed() > RUNS_BUDGET {
            break;
        }
    }
    (ratio, large_text.len() as f64 / most.as_secs_f64() / 1e6)
}

#[test]
fn four_times_the_words_take_about_four_times_as_long() {
    let count = std::env::var("GONGWEN_PATTERNS")
        .ok()
        .map(|n| n.parse().unwrap());
    let words = words();
    let joints = JOINTS.split('|').filter(|word| !word.is_empty()).count();
    let mut random = Random(0x2026_1122_0707_0707);
    let start = Instant::now();
    let mut found = Vec::new();
    let mended = MENDED.iter().map(|words| Pattern {
        first: (*words).to_owned(),
        second: String::new(),
        joined: true,
    });
    let others = std::iter::repeat_with(|| Pattern::any(&words, joints, &mut random));
    for pattern in mended.chain(others.take(count.unwrap_or(DEFAULT))) {
        let (mut ratio, mut speed) = growth(&pattern, SMALL);
        if ratio > MOST {
            // What looks slow is looked at again where growth outweighs the noise.
            (ratio, speed) = growth(&pattern, 4 * SMALL);
        }
        if ratio > MOST && count.is_some() {
            println!("ratio {ratio:.1}, {speed:.2} MB/s: {pattern:?}");
        }
        found.push((ratio, speed, pattern));
        if count.is_none() && start.elapsed() > BUDGET {
            break;
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    if count.is_some() {
        println!("{} combinations in {:.0?}", found.len(), start.elapsed());
        for (ratio, speed, pattern) in found.iter().take(10) {
            println!("ratio {ratio:.2}, {speed:.2} MB/s: {pattern:?}");
        }
        let mut speeds: Vec<f64> = found.iter().map(|(_, speed, _)| *speed).collect();
        speeds.sort_by(f64::total_cmp);
        println!(
            "MB/s: slowest {:.2}, hundredth {:.2}, median {:.2}",
            speeds[0],
            speeds[speeds.len() / 100],
            speeds[speeds.len() / 2]
        );
        found.sort_by(|a, b| a.1.total_cmp(&b.1));
        for (ratio, speed, pattern) in found.iter().take(10) {
            println!("slowest: {speed:.2} MB/s, ratio {ratio:.2}: {pattern:?}");
        }
    }
    let mut slow = String::new();
    let most = if count.is_some() {
        MOST
    } else {
        MOST_BY_DEFAULT
    };
    for (ratio, _, pattern) in found.iter().filter(|(ratio, _, _)| *ratio > most) {
        let _ = writeln!(slow, "ratio {ratio:.1}: {pattern:?}");
    }
    assert!(slow.is_empty(), "{slow}");
}
