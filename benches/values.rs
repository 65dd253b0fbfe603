//! Speed of reading numbers and dates in single lines, in bytes a second.

use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// Lines with a number each, of the kinds that plans are full of.
const LINES: [&str; 5] = [
    "到2025年底，县域内就诊率达到90%以上",
    "每千常住人口执业（助理）医师数由2.4人提高到3.2人",
    "培育10—15家龙头企业，总产值突破三千五百亿元",
    "较2020年下降5个百分点左右",
    "深入贯彻党中央、国务院决策部署",
];

#[divan::bench(args = LINES)]
fn values(bencher: divan::Bencher<'_, '_>, line: &str) {
    bencher.counter(BytesCount::of_str(line)).bench(|| {
        let values = gongwen::values(line, None);
        assert!(!values.text.is_empty());
        values
    });
}
