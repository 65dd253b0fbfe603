//! As `parse`, on texts of the parser's own words: each pair of bytes names a word of the
//! dictionary, so that no try is spent on bytes that are no text.
#![no_main]

#[path = "../../tests/invariants/mod.rs"]
mod invariants;

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

/// Words that open, close and join; every second word is one of them.
const JOINTS: &str = "一、|二、|（一）|（二）|1.|2.|(1)|①|②|第一章|第一条|第二条|一是|二是|附件：|附件1|\
    附件2|专栏1|表1|\n|\n\n|\n|。|；|，|：|、|（|）|〔|〕|《|》|“|”|(|)|（责任单位：|（牵头单位：|牵头|负责|\
    配合|市卫健委|县政府|到2025年|2025年底前|2021年7月12日|不低于|达到|提高到|提高|由|至|分别|90%|\
    5个百分点|10-12|3.5|1,234|万|亿元|每千人|以上|左右|关于|的通知|某政发〔2021〕3号|各区人民政府：|\
    醫(yī)|療|??|?；鸨O(jiān)|當前|\u{3000}|\t| |\r\n|\u{FEFF}|\u{200B}|抄送：|组长：|序号|任务|牵头单位|\
    时限|指标|目标值|<p>|<table>|<tr>|<td>|</td>|</table>|<td rowspan=3>|&nbsp;|x";

const DICTIONARY: &str = include_str!("../corpus/dictionary");

static WORDS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| {
    let read = |line: &str| {
        let digits = line.trim_matches('"').split("\\x").skip(1);
        digits.map(|byte| u8::from_str_radix(byte, 16).unwrap()).collect()
    };
    DICTIONARY.lines().map(read).collect()
});

fuzz_target!(|bytes: &[u8]| {
    let joints: Vec<&str> = JOINTS.split('|').collect();
    let mut text = Vec::new();
    for pair in bytes.chunks(2) {
        text.extend(joints[usize::from(pair[0]) % joints.len()].as_bytes());
        if let Some(&second) = pair.get(1) {
            // Half of the pairs are a joint alone, so that structure stays dense.
            let at = usize::from(pair[0]) << 8 | usize::from(second);
            if second >= 128 {
                text.extend(&WORDS[at % WORDS.len()]);
            }
        }
    }
    invariants::hold_in_turn(&text);
});
