//! Whatever the bytes, the answer is a document or a clean error, never a panic.
#![allow(clippy::unwrap_used)]

mod documents;

use std::time::{Duration, Instant};

use gongwen::{ErrorKind, Parser, Stage};

/// Time that each kind of attack may take: it stops early on slow machines.
const BUDGET: Duration = Duration::from_secs(10);

/// A generator of numbers (xorshift64), so that every run tries the same inputs.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// A number below `bound`.
    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next() % bound.max(1) as u64).unwrap_or(0)
    }
}

/// Parses, and holds what must be true of any outcome.
#[track_caller]
fn survives(bytes: &[u8]) {
    match gongwen::parse(bytes) {
        Ok(parsed) => {
            let document = &parsed.document;
            for task in &document.tasks {
                assert_eq!(&document.text[task.span.range()], task.text);
            }
            for target in &document.targets {
                assert_eq!(&document.text[target.span.range()], target.quote);
            }
            let json = document.to_json().unwrap();
            assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
        }
        Err(error) => {
            assert!(matches!(
                error.kind(),
                ErrorKind::NotText(_) | ErrorKind::Empty
            ));
            assert!(!error.to_string().is_empty());
        }
    }
}

/// Short documents that hold every kind of wording, so that a try costs little.
fn seeds() -> Vec<Vec<u8>> {
    let mut seeds: Vec<Vec<u8>> = [
        "关于印发《某市行动方案》的通知\n某政发〔2021〕3号\n各区人民政府：\n\
         一、目标\n到2025年底，就诊率由52%提高到90%以上，新建10-12个中心。\n\
         （一）推进建设。1.加快布局。（责任单位：市卫健委，各县〔区〕政府）①甲；②乙。\n\
         二、保障措施\n一是加强领导。二是落实责任。（市财政局牵头，市人社局配合）\n\
         附件：1.任务分工表\n某市人民政府\n二〇二一年七月十二日\n（此件公开发布）\n",
        "瓊醫(yī)改〔2021〕2號\n深化醫(yī)?；鸨O(jiān)管，??诤jP(guān)負責。\n",
        "第一章　总则\n第一条　为了规范管理，制定本办法。\n第二条　罚款不超过３万元。\n\
         序号\n任务\n牵头单位\n时限\n1\n推进整治\n市城管局\n年底前\n",
        "<html><head><meta charset=\"utf-8\"><title>通知</title></head><body><div>首页</div>\
         <table><tr><td rowspan=2>任务</td><td>牵头</td></tr><tr><td>市局</td></tr></table>\
         <p>一、加强&nbsp;值守&#12290;</p><script>x</script></body></html>",
    ]
    .iter()
    .map(|text| text.as_bytes().to_owned())
    .collect();
    let (gbk, _, _) = encoding_rs::GBK.encode("一、加强值守。到2025年达到90%以上。");
    seeds.push(gbk.into_owned());
    seeds
}

#[test]
fn every_prefix_of_a_short_document() {
    for seed in seeds() {
        for end in 0..=seed.len() {
            survives(&seed[..end]);
        }
    }
}

#[test]
fn prefixes_of_the_corpus() {
    let start = Instant::now();
    // A step that is prime meets every remainder of a character's three bytes.
    const STEP: usize = 1009;
    let corpus = documents::corpus();
    for at in 1.. {
        let mut any = false;
        for sample in &corpus {
            if let Some(prefix) = sample.bytes.get(..at * STEP) {
                survives(prefix);
                any = true;
            }
        }
        if !any || start.elapsed() > BUDGET {
            return;
        }
    }
}

#[test]
fn flipped_bytes() {
    let start = Instant::now();
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for _ in 0..400 {
        for mut seed in seeds() {
            for _ in 0..=random.below(4) {
                let at = random.below(seed.len());
                seed[at] = random.below(256) as u8;
            }
            survives(&seed);
        }
        if start.elapsed() > BUDGET {
            return;
        }
    }
}

#[test]
fn deleted_doubled_and_swapped_lines() {
    let start = Instant::now();
    let mut random = Random(0xD1B5_4A32_D192_ED03);
    let corpus = documents::corpus();
    for _ in 0..20 {
        for sample in &corpus {
            let mut lines: Vec<&[u8]> = sample.bytes.split(|&b| b == b'\n').collect();
            for _ in 0..8 {
                let (a, b) = (random.below(lines.len()), random.below(lines.len()));
                match random.below(3) {
                    0 if lines.len() > 1 => drop(lines.remove(a)),
                    1 => lines.insert(a, lines[b]),
                    _ => lines.swap(a, b),
                }
            }
            survives(&lines.join(&b'\n'));
        }
        if start.elapsed() > BUDGET {
            return;
        }
    }
}

#[test]
fn random_bytes() {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for _ in 0..2000 {
        let length = random.below(200);
        let bytes: Vec<u8> = (0..length).map(|_| random.below(256) as u8).collect();
        survives(&bytes);
    }
}

/// Words that steer the parser, in an order of chance.
#[test]
fn random_sequences_of_our_own_words() {
    const WORDS: &str = "一、|（一）|1.|(2)|①|第一章|第一条|一是|附件1|专栏1|表1|\n|\n\n|。|；|，|：|\
        （责任单位：|(牵头单位:|〔|〕|）|)|《|》|“|”|市卫健委|各市、县〔区〕政府|负责|牵头|配合|\
        到2025年底|年底前|达到|不低于|提高|由|至|分别|90%|5个百分点|10-12|亿元|万|每千人|以上|左右|\
        2021年7月12日|某政发〔2021〕3号|关于|的通知|醫(yī)|療|?|？|\u{FFFD}|\u{200B}|\u{3000}|\t|｜|1.5|\
        ?；鸨O(jiān)|当前位置：|来源：|抄送：|组长：|由市政府牵头";
    let words: Vec<&str> = WORDS.split('|').collect();
    let start = Instant::now();
    let mut random = Random(0x0123_4567_89AB_CDEF);
    for _ in 0..3000 {
        let count = random.below(40);
        let text: String = (0..count)
            .map(|_| words[random.below(words.len())])
            .collect();
        survives(text.as_bytes());
        if start.elapsed() > BUDGET {
            return;
        }
    }
}

#[test]
fn every_stage_survives_too() {
    for seed in seeds() {
        for &stage in Stage::ALL {
            for end in (0..=seed.len()).step_by(7) {
                let product = Parser::new().product(&seed[..end], stage);
                assert_eq!(product.is_ok(), gongwen::parse(&seed[..end]).is_ok());
            }
        }
    }
}

#[test]
fn values_of_any_line() {
    let mut random = Random(0x5DEE_CE66_D5DE_ECE6);
    let alphabet: Vec<char> =
        "0123456789０９一二三十百千万亿两半〇零点.,-—～~%％‰年月日底前到以上下约超过个百分点倍番第元：:/ \u{3000}"
            .chars()
            .collect();
    for _ in 0..3000 {
        let count = random.below(16);
        let line: String = (0..count)
            .map(|_| alphabet[random.below(alphabet.len())])
            .collect();
        let values = gongwen::values(&line, None);
        for quantity in &values.quantities {
            assert_eq!(&values.text[quantity.span.range()], quantity.text, "{line}");
        }
        for date in &values.dates {
            assert_eq!(&values.text[date.span.range()], date.text, "{line}");
        }
    }
}

#[test]
fn the_parser_goes_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    let parser = Parser::new();
    shared(&parser);
    shared(&parser.parse("一、加强值守。".as_bytes()).unwrap());
}
