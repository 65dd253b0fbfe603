//! Lines that a page's width broke inside a sentence (text taken from PDF): joined again.
//!
//! Only in a document that is set to a width throughout: many of its lines are equally
//! long and end in mid-sentence. Other documents come out as they are.

use std::borrow::Cow;
use std::ops::{Range, RangeInclusive};
use std::sync::LazyLock;

use super::pinyin::is_han;
use crate::grammar::bullet::{is_bullet, is_dash, is_one_sign};
use crate::grammar::title;
use crate::lexicon::any::AnyOf;
use crate::text::{OffsetMap, Rewriter};

/// Columns (Han two, ASCII one) that a full line may lack: a paragraph's indent, which is
/// lost, and a character that would not fit.
const LACK: usize = 8;

/// Columns that it may have more: digits are set narrower than they count.
const EXCESS: usize = 4;

/// The narrowest and the widest page, in columns. Narrower are cells and lists, wider are
/// paragraphs.
const NARROWEST: usize = 44;
const WIDEST: usize = 120;

/// A set document has at least so many full lines.
const LINES: usize = 12;

/// So many lines tell how a document is set.
const SAMPLE: usize = 2000;

/// Lines with fewer columns are headings, cells and ends of paragraphs.
const PROSE: usize = 20;

/// At least this share of the prose lines is full, in percent …
const FULL: usize = 40;

/// … of the full ones at least this share ends in mid-sentence …
const BROKEN: usize = 70;

/// … and this share has punctuation, which lists of headlines have not …
const PUNCTUATED: usize = 60;

/// … and to each five full lines comes at most one that is a little longer: the page ends
/// there.
const FULL_PER_LONGER: usize = 5;

/// Joins the lines of a document set to a width.
pub(super) fn unwrap(text: &str) -> (Cow<'_, str>, OffsetMap) {
    let mut rewriter = Rewriter::new(text);
    let Some(width) = page_width(text) else {
        return rewriter.finish();
    };
    let mut lines = text.split('\n');
    let mut line = lines.next().unwrap_or("");
    let mut end = line.len();
    for next in lines {
        let kept = line.trim_end();
        if is_full(columns(kept), width) && goes_on(kept, next, width) {
            rewriter.replace(end - (line.len() - kept.len())..end + 1, joint(kept, next));
        }
        end += 1 + next.len();
        line = next;
    }
    rewriter.finish()
}

/// Joins the lines that a linked title stands on alone, as text taken from web pages has them:
/// `根据《｜省政府关于稳定就业的意见》（｜省政发〔2018〕30号）`.
pub(super) fn rejoin_titles(text: &str) -> (Cow<'_, str>, OffsetMap) {
    let mut rewriter = Rewriter::new(text);
    let bytes = text.as_bytes();
    let (mut start, mut joined) = (0, false);
    for end in memchr::memchr_iter(b'\n', bytes) {
        let from = std::mem::replace(&mut start, end + 1);
        let goes_on = std::mem::replace(&mut joined, false);
        let closes = bytes[start..].starts_with("》".as_bytes());
        // The last bytes of 《 and （; nearly no line ends with one.
        let opens = matches!(bytes[..end].last(), Some(0x8A | 0x88 | b'(' | b' '));
        if !opens && !closes {
            continue;
        }
        let kept = text[from..end].trim_end_matches(' ');
        // A bracket alone may be a cell.
        let alone = kept.chars().nth(1).is_none() && !goes_on;
        let opened = kept.ends_with('《') || kept.ends_with(['（', '(']) && !alone;
        let whole = text[start..].starts_with(['\n', ' ', '|', '\t']);
        if (closes && !kept.is_empty()) || (opened && !whole) {
            joined = true;
            rewriter.replace(from + kept.len()..start, "");
        }
    }
    rewriter.finish()
}

/// Joins the lines over which a statement of duties in brackets is broken, in a text that is
/// not set to a width as well: `（市教育局、市｜财政局按职责分工负责）`. Blank lines may stand between.
pub(super) fn close_duties(text: &str) -> (Cow<'_, str>, OffsetMap) {
    let mut rewriter = Rewriter::new(text);
    let mut at = 0;
    while let Some(end) = text[at..].find('\n').map(|end| at + end) {
        let line = text[at..end].trim_end();
        let goes_on = line.ends_with(|last| last == '、' || is_han(last));
        if goes_on
            && let Some(open) = line.rfind(OPENING)
            && !line[open..].contains(CLOSING)
        {
            for gap in gaps_of_duty(text, at + open, at + line.len()) {
                rewriter.remove(gap);
            }
        }
        at = end + 1;
    }
    rewriter.finish()
}

/// What parts the lines of a statement of duties whose bracket opens at `open`, in a line that
/// ends at `end`.
fn gaps_of_duty(text: &str, open: usize, mut end: usize) -> Vec<Range<usize>> {
    /// Line breaks between two of its lines, lines and bytes of it at the most.
    const BREAKS: usize = 3;
    const LINES: usize = 4;
    const LONGEST: usize = 900;
    static DUTY: LazyLock<AnyOf> =
        LazyLock::new(|| AnyOf::new("负责|牵头|配合|责任单位|责任部门"));
    let mut words = text[open..end].to_owned();
    let mut gaps = Vec::new();
    while gaps.len() < LINES && words.len() < LONGEST {
        let start = text.len() - text[end..].trim_start().len();
        let stop = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let next = text[start..stop].trim_end();
        let far = text[end..start].matches('\n').count() > BREAKS;
        if far || next.is_empty() || begins_item(next) {
            break;
        }
        gaps.push(end..start);
        let close = next.find(CLOSING).unwrap_or(next.len());
        words.push_str(&next[..close]);
        if next[..close].contains(OPENING) || words.contains('。') {
            break;
        }
        if close < next.len() {
            return if DUTY.is_in(&words) { gaps } else { Vec::new() };
        }
        end = start + next.len();
    }
    Vec::new()
}

/// Characters of a line at the least, where a program cut the lines of a text.
const CUT: usize = 30;

/// Lines that were cut tell so from this number on; long ones, which no page has, sooner.
const CUT_LINES: usize = 6;
const LONG: usize = 60;
const LONG_CUT_LINES: usize = 3;

/// No program makes lines that are longer, in characters or columns: paragraphs are.
const LONGEST_CUT: usize = 200;

/// To each line that is a little shorter and ends in mid-sentence come so many full ones at least.
const LOOSE: usize = 12;

/// How a program counts what it puts into a line.
#[derive(Debug, Clone, Copy)]
struct Measure {
    of: fn(&str) -> usize,
    /// Bytes of one of them at most.
    bytes: usize,
    /// How much a full line may lack: a Han is two columns wide.
    lack: usize,
}

const MEASURES: [Measure; 2] = [
    Measure {
        of: |line| line.chars().count(),
        bytes: 4,
        lack: 0,
    },
    Measure {
        of: |line| line.chars().map(width).sum(),
        // A Han has three for its two columns.
        bytes: 2,
        lack: 1,
    },
];

/// Columns of a character on a terminal.
fn width(character: char) -> usize {
    1 + usize::from(character >= '\u{2E80}')
}

/// Whether a program cut the lines of a text.
pub(super) fn is_cut(text: &str) -> bool {
    let cut = |measure: Measure| cut_length(text, measure).is_some();
    MEASURES.into_iter().any(cut)
}

/// Joins the lines that a program cut, each after the same number of characters or columns, in
/// the middle of numbers and words: `运送量突破1｜万标箱`.
pub(super) fn uncut(text: &str) -> (Cow<'_, str>, OffsetMap) {
    let mut rewriter = Rewriter::new(text);
    let cut = |measure: Measure| Some((measure, cut_length(text, measure)?));
    let Some((measure, lengths)) = MEASURES.into_iter().find_map(cut) else {
        return rewriter.finish();
    };
    let mut start = 0;
    while let Some(end) = text[start..].find('\n').map(|end| start + end) {
        let line = without_return(&text[start..end]);
        let next = &text[end + 1..];
        let whole_title = is_title(line) && !next.starts_with('的');
        // What goes on behind a full stop reads as well on a line of its own, but for a bracket:
        // …。｜（市财政局负责）.
        let stops = line.ends_with(['。', '！', '？']) && !next.starts_with(OPENING);
        let ends = stops || ends_sentence(line) && begins_item(next) || whole_title;
        let goes_on = !next.is_empty() && !next.starts_with(['\r', '\n']) && !ends;
        if goes_on && lengths.contains(&(measure.of)(line)) {
            rewriter.replace(start + line.len()..end + 1, "");
        }
        start = end + 1;
    }
    rewriter.finish()
}

/// The lengths of lines that were cut: the longest have them, next to none has a few less, and
/// most of them end in mid-sentence.
fn cut_length(text: &str, measure: Measure) -> Option<RangeInclusive<usize>> {
    /// A page that is set to a width has lines of about as many characters.
    const ABOUT: usize = 3;
    let lines = || text.split('\n').take(SAMPLE).map(without_return);
    // Most documents have a paragraph that tells them apart at once.
    if lines().any(|line| line.len() > LONGEST_CUT * measure.bytes) {
        return None;
    }
    let longest = lines().map(measure.of).max()?;
    if !(CUT..=LONGEST_CUT).contains(&longest) {
        return None;
    }
    let full = longest - measure.lack..=longest;
    let (mut cut, mut broken, mut about, mut loose) = (0, 0, 0, 0);
    // No line is longer than it has bytes.
    for line in lines().filter(|line| line.len() + ABOUT >= *full.start()) {
        let length = (measure.of)(line);
        if full.contains(&length) {
            cut += 1;
            broken += usize::from(!ends_sentence(line) && line.contains(PUNCTUATION));
        } else if length + ABOUT >= *full.start() {
            about += 1;
            loose += usize::from(!ends_sentence(line) && line.contains(PUNCTUATION));
        }
    }
    let enough = if longest < LONG {
        CUT_LINES
    } else {
        LONG_CUT_LINES
    };
    // A page sets digits and quotation marks narrower: its lines end in mid-sentence a little
    // sooner as well, which a program never does.
    let is_cut = cut >= enough
        && broken * 100 >= cut * BROKEN
        && about * 2 <= cut
        && loose * LOOSE <= cut;
    is_cut.then_some(full)
}

fn without_return(line: &str) -> &str {
    line.strip_suffix('\r').unwrap_or(line)
}

/// Whether a document is set to a width.
pub(super) fn is_set(text: &str) -> bool {
    page_width(text).is_some()
}

/// The width that a document is set to, in columns.
fn page_width(text: &str) -> Option<usize> {
    if !may_be_set(text) {
        return None;
    }
    let lines = || text.split('\n').map(str::trim_end).take(SAMPLE);
    let mut by_width = [0_usize; WIDEST + 2 * EXCESS + 2];
    for line in lines().filter(|line| !is_contents(line)) {
        by_width[columns(line)] += 1;
    }
    let sum = |range: RangeInclusive<usize>| by_width[range].iter().sum::<usize>();
    // The fullest window, and of several the one that ends soonest.
    let width = (NARROWEST..=WIDEST).max_by_key(|&width| {
        (sum(width - LACK..=width + EXCESS), by_width[width], width)
    })?;
    let full = sum(width - LACK..=width + EXCESS);
    let longer = sum(width + EXCESS + 1..=width + 2 * EXCESS);
    let prose = sum(PROSE..=by_width.len() - 1);
    let mut broken = 0;
    let mut punctuated = 0;
    for line in lines().filter(|line| is_full(columns(line), width)) {
        broken += usize::from(!ends_sentence(line));
        punctuated += usize::from(line.contains(PUNCTUATION));
    }
    let is_set = full >= LINES
        && full * 100 >= prose * FULL
        && broken * 100 >= full * BROKEN
        && punctuated * 100 >= full * PUNCTUATED
        && longer * FULL_PER_LONGER <= full;
    is_set.then_some(width)
}

const PUNCTUATION: [char; 5] = ['，', '。', '、', '；', ','];

/// `第一节  指导思想 ........ 1`
fn is_contents(line: &str) -> bool {
    line.contains("....") || line.contains("……")
}

/// What the lines' lengths in bytes tell; spares most documents the counting of columns.
fn may_be_set(text: &str) -> bool {
    let (mut full, mut prose) = (0, 0);
    for line in crate::text::lines(text).take(SAMPLE) {
        // A column is one byte of ASCII, or one and a half of Han.
        prose += usize::from(line.len() >= PROSE * 3 / 2);
        full += usize::from((NARROWEST - LACK..=WIDEST * 3 / 2).contains(&line.len()));
    }
    full >= LINES && full * 100 >= prose * FULL
}

/// Width of a line as a page sets it, without its spaces: most stand for the small gap
/// that is set between Han and digits. A line too long for a page counts as just that.
fn columns(line: &str) -> usize {
    const TOO_LONG: usize = WIDEST + 2 * EXCESS + 1;
    let mut columns = 0;
    for character in line.chars() {
        columns += match character {
            ' ' => 0,
            '\0'..'\u{2E80}' => 1,
            _ => 2,
        };
        if columns >= TOO_LONG {
            return TOO_LONG;
        }
    }
    columns
}

fn is_full(columns: usize, width: usize) -> bool {
    (width - LACK..=width + EXCESS).contains(&columns)
}

pub(super) fn ends_sentence(line: &str) -> bool {
    line.ends_with(['。', '！', '？', '；', '：', ';', ':', '!', '?', '…'])
        || line.ends_with(['”', '）', '」', ')'])
            && line
                .trim_end_matches(['”', '）', '」', ')'])
                .ends_with(['。', '！', '？', '；'])
}

/// Whether `next` goes on with the sentence of the full line `line`.
fn goes_on(line: &str, next: &str, width: usize) -> bool {
    let starts = |with: fn(char) -> bool| next.starts_with(with);
    let kept = next.trim_end();
    // （责任单位：| 市财政局）
    let closes = closes_bracket(kept);
    if next.is_empty()
        || starts(char::is_whitespace)
        || begins_item(next)
        || ends_sentence(line) && !closes && !leaves_open(line)
    {
        return false;
    }
    let columns = columns(kept);
    let is_prose = closes
        || is_full(columns, width)
        || kept.contains(PUNCTUATION)
        || ends_sentence(kept)
        || line.ends_with(['，', '、', ',']);
    let splits_number = line.ends_with(|last: char| last.is_ascii_digit())
        && starts(|first| first.is_ascii_digit());
    is_prose
        && columns <= width + EXCESS
        && !is_contents(next)
        && !splits_number
        && !is_title(line)
}

/// Whether a line ends inside a bracket: `…。（牵头单位：｜市财政局，配合单位：…`.
fn leaves_open(line: &str) -> bool {
    line.rfind(OPENING)
        .is_some_and(|open| !line[open..].contains(CLOSING))
}

const OPENING: [char; 4] = ['（', '(', '〔', '【'];
const CLOSING: [char; 4] = ['）', ')', '〕', '】'];

/// Whether words close a bracket that a line before opened: `…、市水务局｜按职责分工负责）`.
fn closes_bracket(words: &str) -> bool {
    let close = words.find(CLOSING);
    close.is_some_and(|close| !words[..close].contains(OPENING))
}

/// Whether a line is a title from end to end, as wide as the page: the text begins below it.
fn is_title(line: &str) -> bool {
    !line.contains(['，', '。', '；', '：'])
        && line.contains("关于")
        && title::is_whole(line)
        && title::genre_of(line).is_some()
}

/// Whether a line begins with a label: `第一条`, `一、`, `（一）`, `1.`, `①`, `附件`.
pub(super) fn begins_item(line: &str) -> bool {
    let numeral = |character: char| {
        character.is_ascii_digit() || "〇零一二三四五六七八九十百".contains(character)
    };
    let after = |rest: &str| rest.trim_start_matches(numeral).chars().next();
    let mut characters = line.chars();
    let Some(first) = characters.next() else {
        return false;
    };
    let rest = characters.as_str();
    let second_is_numeral = rest.starts_with(numeral);
    match first {
        '第' => {
            second_is_numeral
                && after(rest).is_some_and(|unit| "编章节条款部".contains(unit))
        }
        '（' | '(' => {
            second_is_numeral && after(rest).is_some_and(|close| "）)".contains(close))
        }
        '附' => rest.starts_with(['件', '表', '录', '图']),
        '#' | '|' | '>' => true,
        sign if is_one_sign(sign) => true,
        sign if is_bullet(sign) || is_dash(sign) => true,
        first if numeral(first) => {
            let rest = line.trim_start_matches(numeral);
            let mut after = rest.chars();
            match after.next() {
                Some('、' | '．' | ')' | '）') => true,
                Some('.') => !after
                    .next()
                    .is_some_and(|character| character.is_ascii_digit()),
                _ => false,
            }
        }
        _ => false,
    }
}

/// What stands between the halves: nothing beside Han, a space between Latin words.
fn joint(line: &str, next: &str) -> &'static str {
    let both_latin = line.ends_with(|last: char| last.is_ascii_alphanumeric())
        && next.starts_with(|first: char| first.is_ascii_alphanumeric());
    if both_latin { " " } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page of 24 Han to a line; paragraphs lose their indent.
    const PAGE: &str = "\
第一章 总则
第一条 为加强地下空间开发利用管理，合理开发利
用本市地下空间资源，促进土地节约集约利用，保障地下
空间权利人合法权益，根据《中华人民共和国物权法》等
法律、法规规定，结合本市实际，制定本办法。
第二条 本办法适用于本市地下空间的开发利用管理。
法律、法规对国防、人民防空、防灾等情形的地下
空间开发利用另有规定的，从其规定。
第三条 本办法所称地下空间是指地表以下的空间，
包括结建地下空间和单建地下空间。结建地下空间是指同
一主体结合地面建筑一并开发建设的地下空间，单建地下
空间是指独立开发建设的地下空间，自 2020 年 1 月起
依照 GB/T 9704 标准执行，并于 2025 年 12 月 31 日
以前完成，覆盖率达到九成以上，由市城乡规划、建设、
国土主管部门分别负责，按照职责分工组织实施管理工作
，并向社会公布，接受监督，不得擅自改变其功能和用途
。
第四条 市人民政府应当加强对地下空间工作的领导
，建立健全协调机制，统筹解决规划、建设、管理之中的
重大问题，将所需经费列入同级财政预算予以保障。
";

    #[test]
    fn the_lines_of_a_page_are_joined() {
        let (out, map) = unwrap(PAGE);
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines[0], "第一章 总则");
        assert!(
            lines[1].starts_with("第一条 为加强地下空间开发利用管理，合理开发利用本市")
        );
        assert!(lines[1].ends_with("法规规定，结合本市实际，制定本办法。"));
        assert_eq!(lines[2], "第二条 本办法适用于本市地下空间的开发利用管理。");
        assert_eq!(lines.len(), 6);
        let place = out.find("开发利用本市").unwrap();
        let source = map.source(place..place + "开发利用本市".len());
        assert_eq!(&PAGE[source], "开发利\n用本市");
        let (again, _) = unwrap(&out);
        assert_eq!(again, out);
    }

    /// Cuts lines as `fold` does.
    fn cut(text: &str, most: usize, of: fn(char) -> usize) -> String {
        let mut out = String::new();
        let mut column = 0;
        for character in text.chars() {
            if column + of(character) > most && character != '\n' {
                out.push('\n');
                column = 0;
            }
            column = if character == '\n' {
                0
            } else {
                column + of(character)
            };
            out.push(character);
        }
        out
    }

    const WHOLE: &str = "\
某市人民政府关于加快城市更新工作的实施意见
一、完善机制。市发展改革委会同市财政局制定年度计划，2025年底前完成投资13.69亿元，新增泊位12000个，覆盖率达到95%以上，\
并向社会公布。
二、加强保障。市住房城乡建设局负责统筹协调工作，建立项目储备库，实行清单化管理，（一）明确责任分工，（二）加强督促检查，\
每半年通报一次进展情况，年度考核结果纳入绩效评价，确保在2027年底前建成口袋公园120个、绿道300公里。（市园林局负责）
三、强化宣传引导，及时总结推广各区的经验做法，营造良好的社会氛围，重大事项及时向市人民政府报告。
";

    #[test]
    fn lines_cut_after_so_many_characters_or_columns_are_joined() {
        let text = WHOLE.repeat(3);
        for most in [30, 33, 40, 64] {
            let by_character = cut(&text, most, |_| 1);
            assert_ne!(by_character, text);
            assert_eq!(uncut(&by_character).0, text, "{most} characters");
            let by_column = cut(&text, most, width);
            assert_eq!(uncut(&by_column).0, text, "{most} columns");
            let returns = by_character.replace('\n', "\r\n");
            let (out, map) = uncut(&returns);
            assert_eq!(out.replace('\r', ""), text, "{most} with returns");
            let place = out.find("13.69亿元").unwrap();
            let source = map.source(place..place + "13.69亿元".len());
            assert_eq!(returns[source].replace("\r\n", ""), "13.69亿元");
        }
    }

    #[test]
    fn a_statement_of_duties_is_one_line() {
        for (text, expected) in [
            (
                "推进健康学校建设。（市教育局、市\n\n      卫生健康委按职责分工负责）\n（二）控烟。\n",
                "推进健康学校建设。（市教育局、市卫生健康委按职责分工负责）\n（二）控烟。\n",
            ),
            (
                "办好赛事。(市体育局、\n市财政局、市公安\n局负责)",
                "办好赛事。(市体育局、市财政局、市公安局负责)",
            ),
            // A note, a list of lines, one that never closes, one that another sentence ends.
            ("办好赛事（含青少\n年赛事）。\n", ""),
            ("（牵头单位：市教育局；\n配合单位：市财政局）\n", ""),
            ("（市教育局牵头，市\n一、市财政局\n二、市公安局）\n", ""),
            ("（由市教育局\n负责。市财政局保障）\n", ""),
        ] {
            let expected = if expected.is_empty() { text } else { expected };
            let (out, map) = close_duties(text);
            assert_eq!(out, expected);
            assert_eq!(map.source(0..out.len()), 0..text.len());
        }
    }

    #[test]
    fn paragraphs_and_titles_that_happen_to_be_as_long_stay() {
        let paragraphs = format!("{WHOLE}四、抓好督促检查，对工作不力的严肃问责。\n");
        let headlines =
            "省政府办公厅关于印发促进工业经济平稳运行的若干措施方案的通知文件\n";
        for text in [paragraphs, headlines.repeat(12), WHOLE.to_owned()] {
            assert!(matches!(uncut(&text).0, Cow::Borrowed(_)), "{text}");
        }
        // 。 ends a paragraph as well as a sentence.
        let text = WHOLE.repeat(3).replace("并向社会公布。\n", "。\n");
        let cut = cut(&text, 32, |_| 1);
        assert!(uncut(&cut).0.contains("。\n二、"));
    }

    #[test]
    fn a_page_ends_some_lines_a_little_sooner() {
        let line = |characters: usize| {
            let start = "市财政局，负责资金保障工作";
            let rest = characters - start.chars().count();
            format!("{start}{}\n", "市".repeat(rest))
        };
        assert!(is_cut(&line(30).repeat(24)));
        let page = format!("{}{}", line(30).repeat(8), line(29)).repeat(3);
        assert!(!is_cut(&page));
    }

    #[test]
    fn documents_that_are_not_set_to_a_width_stay() {
        let headlines =
            "省政府办公厅关于印发促进工业经济平稳运行若干措施通知\n".repeat(40);
        let sentences =
            "各有关部门要压实责任，细化措施，确保各项任务按时完成。\n".repeat(40);
        let cells = "市发展改革委\n市财政局\n2025年\n".repeat(40);
        let few = "为加强地下空间开发利用管理，合理开发利用本市地下空间\n".repeat(8);
        for text in [headlines, sentences, cells, few, String::new()] {
            let (out, map) = unwrap(&text);
            assert!(matches!(out, Cow::Borrowed(_)) && map.is_identity());
        }
    }

    #[test]
    fn labels_begin_lines_and_sentences_go_on() {
        for (line, expected) in [
            ("第一条 为了", true),
            ("（一）总体要求", true),
            ("（2011 年）", false),
            ("一、总体", true),
            ("3. 加强", true),
            ("3.5 万亩", false),
            ("2025 年底前", false),
            ("一批项目", false),
            ("附件：名单", true),
            ("附近居民", false),
            ("第三方机构", false),
        ] {
            assert_eq!(begins_item(line), expected, "{line}");
        }
    }

    #[test]
    fn lists_go_on_and_titles_do_not() {
        /// Columns of the page.
        const WIDTH: usize = 48;
        for (line, next, expected) in [
            (
                "由市水务局、市规划资源局、市住房城乡建设管理委、",
                "各区政府负责）",
                true,
            ),
            (
                "（市水务局、市规划资源局、市住房城乡建设管理委按",
                "职责分工负责）",
                true,
            ),
            (
                "养护，并给予相应的政策和资金扶持。（牵头单位：",
                "市水务局，配合单位：市规划资源局、市住房城乡建设",
                true,
            ),
            (
                "养护，并（按规定）给予扶持，具体事项和要求如下：",
                "市水务局，负责养护，市规划资源局、市住房城乡建设",
                false,
            ),
            (
                "市水务局市规划资源局市住房城乡建设管理委市水务局",
                "市财政局",
                false,
            ),
            (
                "市人民政府关于加强地下空间开发利用管理工作的意见",
                "各区人民政府，市政府各部门：",
                false,
            ),
            (
                "根据《国务院关于加强地下空间开发利用管理工作的意见",
                "》，制定本办法。",
                true,
            ),
        ] {
            assert_eq!(goes_on(line, next, WIDTH), expected, "{line}");
        }
    }

    #[test]
    fn halves_are_joined_as_they_were() {
        assert_eq!(joint("由 World", "Bank 贷款"), " ");
        assert_eq!(joint("建设工", "程"), "");
        assert_eq!(joint("达到 90", "万亩"), "");
    }

    /// Of the documents that the project does not carry, only those from PDF.
    #[test]
    fn a_linked_title_stands_in_its_sentence_again() {
        let text = "为贯彻落实《\n省政府关于稳定就业的意见》 (\n省政发〔2018〕30号)、《\n条例\n》等，\n\
                    制定本意见。\n负责人（\n\n《\n就业促进法》";
        let joined = "为贯彻落实《省政府关于稳定就业的意见》 (省政发〔2018〕30号)、《条例》等，\n\
                      制定本意见。\n负责人（\n\n《就业促进法》";
        assert_eq!(rejoin_titles(text).0, joined);
        assert_eq!(rejoin_titles(joined).0, joined);
    }

    #[test]
    fn only_pages_are_joined() {
        let Some(root) = std::env::var_os("GONGWEN_SHARED") else {
            return;
        };
        for folder in ["docs", "gold", "seeds"] {
            let folder = std::path::Path::new(&root).join(folder);
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_str().unwrap();
                let Ok(text) = std::fs::read_to_string(&path) else {
                    continue;
                };
                let text = crate::normalize::spacing::tidy(&text).text;
                let (out, _) = unwrap(&text);
                assert_eq!(out != text, name.starts_with("pdf-"), "{name}");
            }
        }
    }
}
