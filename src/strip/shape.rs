//! What lines look like, whatever they say.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::grammar::day::find_days;
use crate::grammar::department::is_han;
use crate::grammar::doc_number::find_document_numbers;
use crate::grammar::region::is_place;
use crate::grammar::title;
use crate::lexicon::any::AnyOf;
use crate::lexicon::{mark, site};
use crate::pattern::Pattern;
use crate::span::count_bytes;

/// Characters of a line from which on it reads as a paragraph.
const PARAGRAPH: usize = 40;

/// Whether a line is running text: long, and with a sentence end.
pub(super) fn is_paragraph(line: &str) -> bool {
    line.len() > PARAGRAPH * 3
        && line.contains('。')
        && line.chars().count() > PARAGRAPH
        && !is_breadcrumb(line)
}

/// Whether words are what a library of documents puts behind a title: `.docx 下载`,
/// `（共5页）`, `-某某文库`.
pub(super) fn is_library_tail(words: &str) -> bool {
    /// Characters of such a tail at the most.
    const LONGEST: usize = 14;
    let bare =
        words.trim_matches([' ', '\u{3000}', '-', '_', '.', '（', '）', '(', ')', '—']);
    let pages = || {
        let number = bare.trim_start_matches(['共', '第']).strip_suffix('页');
        number.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    };
    bare.chars().nth(LONGEST).is_none()
        && !bare.is_empty()
        && (mark::LIBRARY_TAIL.ending(bare).is_some() || pages())
}

/// Whether a line is nothing but web addresses, one or several run together.
pub(super) fn is_web_address(line: &str) -> bool {
    static ADDRESS: Pattern = Pattern::new(
        &["://", "www.", ".com", ".cn", ".net", ".org"],
        r"^(?:(?:https?://|www\.)[!-~]+|[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*\.(?:com|cn|net|org)(?:/[!-~]*)?)+$",
    );
    line.is_ascii() && ADDRESS.is_match(line)
}

/// Whether a line shows the way to the page, e.g. `当前位置：首页 > 政务公开 > 通知`.
pub(super) fn is_breadcrumb(line: &str) -> bool {
    if line.len() > 400 {
        return false;
    }
    if mark::POSITION_OPENING.opening(line).is_some() {
        return line.chars().count() < 120;
    }
    static ARROWS: LazyLock<AnyOf> = LazyLock::new(|| AnyOf::new(">|»|＞|›"));
    if !ARROWS.is_in(line) {
        return is_way(line);
    }
    let arrows = |c: char| matches!(c, '>' | '»' | '＞' | '›');
    let steps = line
        .split(arrows)
        .filter(|step| !step.trim().is_empty())
        .count();
    let arrow_count = line.chars().filter(|&c| arrows(c)).count();
    let is_step = |step: &str| step.trim().chars().count() <= 20 && !step.contains('。');
    let opens = line.starts_with(arrows);
    let home = line.starts_with(HOME);
    (opens && steps >= 1 || arrow_count >= 2 && steps >= 3)
        && line.split(arrows).all(is_step)
        // `>500万元>1000万元` compares; a column may be named after a year.
        && (!line.contains(|c: char| c.is_ascii_digit()) || home || opens && steps >= 2)
        || leads_to_title(line)
        || home && leads_below_home(line)
        || is_way(line)
}

/// The first step of the way to a page.
const HOME: &str = "首页";

/// Whether steps of the way to a page end in the title that it shows:
/// `某网> 法规库> 某市人民政府关于…的通知`.
fn leads_to_title(line: &str) -> bool {
    /// Characters of a step.
    const STEP: usize = 12;
    let mut steps = line.rsplit(['>', '»', '＞', '›']).map(str::trim);
    let title = steps.next().unwrap_or_default();
    let mut above = steps.filter(|step| !step.is_empty()).peekable();
    (title::opens(title) || line.starts_with(HOME))
        && title::genre_of(title).is_some()
        && above.clone().nth(1).is_some()
        && above.peek().is_some()
        && above.all(|step| step.chars().nth(STEP).is_none())
}

/// Whether steps from the home page on end in the page itself, however it is called:
/// `首页 > 工作文档 > 工作汇报 > 某市防汛工作情况汇报【通用4篇】正文`.
fn leads_below_home(line: &str) -> bool {
    /// Characters of a step, and of the last one.
    const STEP: usize = 12;
    const LAST: usize = 60;
    let mut steps = line.rsplit(['>', '»', '＞', '›']).map(str::trim);
    let last = steps.next().unwrap_or_default();
    let above: Vec<&str> = steps.filter(|step| !step.is_empty()).collect();
    above.len() > 2
        && above.iter().all(|step| step.chars().nth(STEP).is_none())
        && last.chars().nth(LAST).is_none()
        && !last.contains('。')
}

/// Whether the steps from the home page on are parted by strokes: `首页 - 政务公开 - 正文`.
fn is_way(line: &str) -> bool {
    /// Characters of a step.
    const STEP: usize = 12;
    let way = ["位置：", "位置:"]
        .iter()
        .find_map(|label| line.strip_prefix(label));
    ['/', '-', '|', '\\'].iter().any(|&stroke| {
        let steps = way.unwrap_or(line).split(stroke).map(str::trim);
        steps.clone().nth(2).is_some() && steps.clone().next() == Some(HOME) && { steps }
            .all(|step| (1..=STEP).contains(&step.chars().count()))
    })
}

/// Whether a line shows what day it is, as sites do at the top of their pages:
/// `今天是2024年5月8日 星期三`, `某市人民政府 2019年12月3日星期二`.
pub(super) fn shows_today(line: &str) -> bool {
    /// Characters of such a line at the most.
    const LONGEST: usize = 60;
    let Some(day) = find_days(line).next() else {
        return false;
    };
    let rest = line[day.end..].trim_start();
    let weekday = rest.strip_prefix("星期");
    let weekday = weekday.is_some_and(|day| {
        day.starts_with(['一', '二', '三', '四', '五', '六', '日', '天'])
    });
    weekday
        && line.chars().nth(LONGEST).is_none()
        && !line.contains(['。', '，', '：', ':', '《'])
        && rest
            .chars()
            .skip(3)
            .all(|c| c.is_whitespace() || !c.is_ascii_digit())
}

/// Whether a line holds nothing but controls, columns of a site or a lead to another page.
pub(super) fn is_control_line(line: &str) -> bool {
    is_controls(line) || is_column_list(line) || is_lead_elsewhere(line)
}

/// Whether a line above a document is ornament, or what a library says of its file.
pub(super) fn is_trimming(line: &str) -> bool {
    is_ornament(line) || is_file_size(line) || is_thumbnail(line)
}

/// Whether a line names the picture of a page of a file: `某市防汛工作方案_第3页`.
fn is_thumbnail(line: &str) -> bool {
    let page = line
        .rsplit_once("_第")
        .and_then(|(_, page)| page.strip_suffix('页'));
    page.is_some_and(|page| !page.is_empty() && page.bytes().all(|b| b.is_ascii_digit()))
}

/// Whether a line above a document is nothing but ornament: `▼▼▼`, `• |`. What bars alone
/// make up may be a row of its table.
fn is_ornament(line: &str) -> bool {
    !line.contains(char::is_alphanumeric)
        && !line.contains(['（', '：', ':'])
        && line.contains(|c| !"|- ".contains(c))
}

/// Whether a line is what a library says of a file: `18页`, `33.20KB`.
fn is_file_size(line: &str) -> bool {
    const UNITS: [&str; 4] = ["页", "KB", "MB", "字节"];
    UNITS.iter().any(|unit| {
        line.strip_suffix(unit).is_some_and(|number| {
            let number = number.trim_end();
            number.bytes().any(|b| b.is_ascii_digit())
                && number.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        })
    })
}

/// Whether a line does nothing but lead to another page: `政策解读链接：点击查看政策解读`.
fn is_lead_elsewhere(line: &str) -> bool {
    /// Characters of such a line at the most.
    const LONGEST: usize = 30;
    line.chars().nth(LONGEST).is_none()
        && line.split(['：', ':']).next_back().is_some_and(|said| {
            said.starts_with("点击查看") || said.starts_with("点击下载")
        })
        && !line.contains(['。', '，', '.'])
}

/// Whether a line above a document is a page's title made of search words:
/// `甲地旅游-甲地旅游攻略-甲地旅游景点-甲地自由行-甲地酒店`.
pub(super) fn is_keyword_title(line: &str) -> bool {
    /// Words at the least, and characters of each.
    const LEAST: usize = 5;
    const LENGTH: Range<usize> = 3..25;
    let words = line.split(['-', '_', '|']).map(str::trim);
    words.clone().nth(LEAST - 1).is_some()
        && !line.contains(['，', '。', '：', '《', ' '])
        && { words }.all(|word| {
            LENGTH.contains(&word.chars().count())
                && word.contains(|c: char| matches!(c, '\u{4e00}'..='\u{9fff}'))
        })
}

/// Whether a line is the list of a site's columns: `首页 政务公开 互动交流 走进某市`.
fn is_column_list(line: &str) -> bool {
    /// Characters of a column's name, and columns at the least.
    const NAME: usize = 6;
    const LEAST: usize = 4;
    let names = line
        .split([' ', '\u{3000}', '|', '｜', '\t'])
        .filter(|name| !name.is_empty());
    line.starts_with(HOME) && names.clone().nth(LEAST - 1).is_some() && { names }
        .all(|name| name.chars().nth(NAME).is_none())
}

/// Whether a line holds nothing but words of page controls and punctuation.
pub(super) fn is_controls(line: &str) -> bool {
    if line.len() > 300 {
        return false;
    }
    /// Bytes of a control whose characters are set apart, at the most: `返 回`.
    const SET_APART: usize = 40;
    if line.len() <= SET_APART && line.contains(' ') {
        let closed: String = line.split_whitespace().collect();
        if site::control_prefix(&closed).is_some_and(|word| word == closed) {
            return true;
        }
    }
    let mut rest = line;
    let mut any = false;
    while let Some(first) = rest.chars().next() {
        if let Some(word) = site::control_prefix(rest) {
            any = true;
            rest = &rest[word.len()..];
        } else if first.is_whitespace()
            || "【】[]［］「」|｜丨/·•*#:：+-—<>()（），,。！!".contains(first)
        {
            rest = &rest[first.len_utf8()..];
        } else {
            return false;
        }
    }
    any || line == "】" || line == "【"
}

/// Where a title begins on a line that the words of two or more controls open:
/// `无障碍浏览长者模式《…》政策解读`.
pub(super) fn controls_before_title(line: &str) -> Option<usize> {
    /// Bytes of the controls at the least: shorter words may begin a title.
    const SHORTEST: usize = 24;
    let (mut rest, mut words) = (line, 0);
    while let Some(word) = site::control_prefix(rest) {
        words += 1;
        rest = rest[word.len()..].trim_start_matches([' ', '|', '｜']);
    }
    let end = line.len() - rest.len();
    let is_title =
        (rest.starts_with('《') || title::opens(rest)) && title::genre_of(rest).is_some();
    (words >= 2 && end >= SHORTEST && is_title).then_some(end)
}

/// Whether a line is a table's rule and nothing else: `|`, `---|---|`.
pub(super) fn is_rule(line: &str) -> bool {
    line.contains('|') && line.bytes().all(|byte| b"|-: ".contains(&byte))
}

/// Whether a line can be the entry of a menu: a bullet and a few words without a sign.
pub(super) fn is_menu_entry(line: &str) -> bool {
    /// Characters of an entry.
    const LENGTH: Range<usize> = 2..18;
    let Some(entry) = ["- ", "• ", "· "]
        .iter()
        .find_map(|mark| line.strip_prefix(mark))
    else {
        return false;
    };
    LENGTH.contains(&entry.chars().count())
        && entry.chars().all(char::is_alphanumeric)
        && !entry.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a line says in English who made the site, in whatever case: `Powered by`.
///
/// The cases are no part of the pattern above: it takes a twentieth of the time to compile.
fn names_maker(line: &str) -> bool {
    const MAKERS: [&str; 3] = ["produced by", "powered by", "copyright"];
    const SHORTEST: usize = 9;
    let bytes = line.as_bytes();
    count_bytes(bytes, |byte| byte.is_ascii_alphabetic()) >= SHORTEST
        && MAKERS.iter().any(|maker| {
            let mut stretches = bytes.windows(maker.len());
            stretches.any(|stretch| stretch.eq_ignore_ascii_case(maker.as_bytes()))
        })
}

/// Whether a line is a site's imprint: filing numbers, site codes, the program's maker.
pub(super) fn is_site_footer(line: &str) -> bool {
    static FOOTER: LazyLock<AnyOf> = LazyLock::new(|| {
        AnyOf::new("ICP备|公网安备|网站标识码|技术支持:|技术支持：|版权所有")
    });
    line.len() < 600
        && (FOOTER.is_in(line)
            || line.ends_with("发布系统")
            || line.starts_with("本站由")
            || line.starts_with("本网站由")
            || line.starts_with("主办") && line.contains("承办")
            || names_maker(line))
}

/// Whether a line beside such an imprint belongs to it: who keeps the site, and where to
/// reach them.
pub(super) fn is_beside_footer(line: &str) -> bool {
    /// Characters of such a line at the most.
    const LONGEST: usize = 60;
    mark::HOST_OPENING.opening(line).is_some()
        && line.contains(['：', ':'])
        && line.chars().nth(LONGEST).is_none()
}

/// Whether a line does nothing but say that the text of a document follows: `方案全文`.
pub(super) fn announces_text(line: &str) -> bool {
    let bare = line.trim_end_matches(['：', ':']);
    let genre = bare.strip_suffix("全文");
    genre.is_some_and(|genre| title::opens_with_genre(genre) == Some(genre))
}

/// Whether a line names who reported, in brackets or behind whom they report for:
/// `（通讯员 张三）`, `某某日报记者张三`.
fn is_byline(line: &str) -> bool {
    /// Bytes and characters of such a line, and characters of its names, at the most.
    const BYTES: usize = 80;
    const LONGEST: usize = 24;
    const NAMES: std::ops::RangeInclusive<usize> = 2..=12;
    if line.len() > BYTES {
        return false;
    }
    let reports = line.split_once("记者").is_some_and(|(medium, names)| {
        let names = names.trim_start_matches(['：', ':', ' ', '\u{3000}']);
        medium.ends_with(['报', '网', '社', '台', '体', '端'])
            && NAMES.contains(&names.chars().count())
            // 接受本报记者采访
            && !names.contains(['访', '问', '道'])
            && { medium.chars().chain(names.chars()) }
                .all(|c| is_han(c) || matches!(c, ' ' | '\u{3000}' | '、'))
    });
    if reports {
        return true;
    }
    let inside = line
        .strip_prefix(['（', '('])
        .and_then(|rest| rest.strip_suffix(['）', ')']));
    line.chars().nth(LONGEST).is_none()
        && inside.is_some_and(|inside| {
            ["通讯员", "记者", "本报记者", "本网记者"]
                .iter()
                .any(|who| inside.starts_with(who))
                && !inside.contains(['，', '。'])
        })
}

/// Whether a line is what a portal or a library of texts says to its readers:
/// `(未完,全文共829字,当前显示249字)`, `已阅读5页,还剩9页未读`, `以下是小编整理的…`.
pub(super) fn is_portal_note(line: &str) -> bool {
    /// One of them stands in every such line: most documents never need the pattern.
    static GATE: LazyLock<AnyOf> = LazyLock::new(|| {
        AnyOf::new(
            "已阅读|还剩|全文共|本文由|本文档由|小编|文档总共|/共|/ 共|由会员|网友上传|\
             为大家精心|为大家收集|为大家搜集|为大家整理|为您精心|为您收集|为您搜集|为您整理",
        )
    });
    static NOTE: LazyLock<Regex> = LazyLock::new(|| {
        // OK because the pattern is constant.
        Regex::new("^已阅读[0-9]+页|还剩[0-9]+页未读|全文共[0-9]+字|本文档?由.{0,15}(?:上传|提供|分享)|^第[0-9]+页 ?/ ?共[0-9]+页$|文档总共[0-9]+页|由会员(?:上传|分享)|来源于网友上传|小编(?:[为给帮]|的一切|.{0,4}(?:整理|收集|搜集|精心|推荐))|为(?:大家|您)(?:精心(?:整理|准备)|(?:收集|搜集)?整理了)")
            .expect("a valid pattern")
    });
    line.len() < 900
        && (GATE.is_in(line) && NOTE.is_match(line)
            || is_photo_credit(line)
            || is_byline(line))
}

/// Whether a line ends in who took the picture, or says where it is from:
/// `…作政府工作报告。本报记者 戴冰摄`.
fn is_photo_credit(line: &str) -> bool {
    /// Characters of such a line, and of the credit, at the most.
    const LONGEST: usize = 60;
    const CREDIT: usize = 12;
    let bare = line.trim_end_matches(['）', ')', '。']);
    // 新华社发 王某某 编制, 图片来源：某某网
    let lead = ["新华社发", "图片来源：", "图片来源:"];
    if lead.iter().any(|lead| line.starts_with(lead)) {
        return line.chars().nth(LONGEST).is_none() && !bare.contains(['，', '。', '；']);
    }
    bare.ends_with('摄')
        && line.chars().nth(LONGEST).is_none()
        && ["记者", "通讯员"].iter().any(|who| {
            bare.rsplit_once(who)
                .is_some_and(|(_, name)| name.chars().count() <= CREDIT)
        })
}

/// Whether a line is a comment of the page's source.
pub(super) fn is_comment(line: &str) -> bool {
    line.starts_with("<!--") && line.ends_with("-->")
}

/// Whether a line is the name of a picture's file: `微信截图_20240920153326.jpg`.
fn is_picture_name(line: &str) -> bool {
    /// Bytes of such a name at the most.
    const LONGEST: usize = 120;
    const ENDINGS: [&str; 5] = [".jpg", ".jpeg", ".png", ".gif", ".bmp"];
    line.len() <= LONGEST
        && ENDINGS.iter().any(|ending| line.ends_with(ending))
        && !line.contains(|c: char| c.is_whitespace() || "：:，。、|".contains(c))
}

/// Whether a line of a page saved as Markdown holds nothing but pictures, and links that run
/// a program: `[关闭](javascript:window.close();)`.
pub(super) fn is_links(line: &str) -> bool {
    if is_picture_name(line) {
        return true;
    }
    static LINK: Pattern = Pattern::new(
        &["]("],
        r"!\[[^\]]*\]\([^)]*\)|\[[^\]]*\]\(javascript:(?:[^()]|\([^()]*\))*\)",
    );
    line.ends_with(')')
        && line.contains("](")
        && LINK
            .remove_all(line)
            .trim_matches(['*', '-', ' ', '|'])
            .is_empty()
}

/// Whether a line of a page saved as Markdown is an entry of its menu, or a row of a table of
/// them: `- [首页](…)`, `- ![](…)服务`, `| > [政府信息公开](…) |`.
pub(super) fn is_linked_entry(line: &str) -> bool {
    /// Characters of what an entry is called at most.
    const LONGEST: usize = 12;
    static PICTURE: Pattern = Pattern::new(&["!["], r"!\[[^\]]*\]\([^)]*\)");
    static LINK: Pattern = Pattern::new(
        &["]("],
        r"\[[^\].．：:]{0,12}\]\([^)]*\)|\[(?:上一篇|下一篇|上一条|下一条)[^\]]*\]\([^)]*\)",
    );
    if !line.contains("](") {
        return false;
    }
    let opens = line.starts_with(['-', '*', '|', '>']) || line.starts_with("[上一");
    let words = PICTURE.remove_all(line);
    let pictured = words.len() < line.len();
    let rest = LINK.remove_all(&words);
    let rest = rest.trim_matches(['*', '-', ' ', '|', '>']);
    let named = pictured
        && rest.chars().nth(LONGEST).is_none()
        && rest.chars().all(char::is_alphanumeric);
    opens && (rest.is_empty() || named)
}

/// The title in the title of a page, which ends in the site's name:
/// `某省人民政府关于…的意见-某省人民政府门户网站`, or in a column of the site and its name:
/// `…的通知_市政府办公室文件_某市人民政府门户网站`.
pub(super) fn page_title(line: &str) -> Option<Range<usize>> {
    /// Columns between title and name at the most.
    const COLUMNS: usize = 2;
    let (at, _) = line.rmatch_indices(['-', '_', '|', '—', '－']).next()?;
    let (title, rest) = line.split_at(at);
    let mut title = title.trim_end_matches(['-', '_', '|', '—', '－', ' ']);
    for _ in 0..COLUMNS {
        match title.rsplit_once(['_', '|']) {
            Some((before, _)) if title::genre_of(title).is_none() => {
                title = before.trim_end();
            }
            _ => break,
        }
    }
    let name = rest.trim_start_matches(['-', '_', '|', '—', '－', ' ']);
    let heads =
        title.chars().count() > SHORTEST_TITLE && title::genre_of(title).is_some();
    let site =
        is_site_name(name) || line[at..].starts_with(['_', '|']) && is_host_name(name);
    (heads && site).then_some(0..title.len())
}

/// Whether words are a government's name and nothing else, by which sites go, too.
fn is_host_name(words: &str) -> bool {
    is_place(words) && words.ends_with("政府") && words.chars().count() <= 20
}

/// Whether a line above a document is nothing but a site's name: `中国某某网`,
/// `某某市人民政府门户网站`.
pub(super) fn is_site_name(line: &str) -> bool {
    /// Characters of a name at the most.
    const LONGEST: usize = 24;
    // 您好，欢迎访问某某文库
    let greets = line.trim_start_matches(['您', '你', '好', '，', ',', '！', '!', ' ']);
    let visited = ["欢迎访问", "欢迎光临", "欢迎来到"]
        .iter()
        .any(|welcome| greets.starts_with(welcome));
    if visited || greets.starts_with("欢迎") && line.ends_with(['站', '网', '！', '!'])
    {
        return !line.contains(['。', '《']) && line.chars().count() <= LONGEST * 3;
    }
    // 某市人民政府网站 www.….gov.cn
    let address = |c: char| c.is_ascii_graphic() && !"()".contains(c);
    let line = line.trim_end_matches(address).trim_end();
    line.ends_with(['网', '站'])
        && mark::SITE_NAME_ENDING.ending(line).is_some()
        && line.chars().count() <= LONGEST
        && !line.contains(['，', '。', '：', ':', '《', '、'])
        && !line.starts_with(['关', '（', '('])
}

/// Whether two lines are one title: equal but for brackets' width, white space and Markdown
/// marks, and long enough to be one.
pub(super) fn same_title(one: &str, other: &str) -> bool {
    bare(one).eq(bare(other)) && bare(one).count() >= SHORTEST_TITLE
}

/// Whether the first of some lines, or the first few together, are a title.
pub(super) fn heads(title: &str, lines: &[&str]) -> bool {
    let mut rest = bare(title).peekable();
    if bare(title).count() < SHORTEST_TITLE {
        return false;
    }
    for line in lines {
        if !bare(line).all(|c| rest.next() == Some(c)) {
            return false;
        }
        if rest.peek().is_none() {
            return true;
        }
    }
    false
}

/// The title of a line that quotes it behind its number, as it is written without 《》:
/// `某政发〔2020〕1号《某市人民政府关于印发〈…〉的通知》`.
pub(super) fn quoted_title(line: &str) -> Option<String> {
    let (number, title) = line.strip_suffix('》')?.split_once('《')?;
    let number = number.trim();
    let numbered = find_document_numbers(number)
        .first()
        .is_some_and(|(place, _)| place.range() == (0..number.len()));
    (numbered || number.is_empty()).then(|| title.replace('〈', "《").replace('〉', "》"))
}

/// Characters of a title at the least.
const SHORTEST_TITLE: usize = 8;

/// The characters of a title's line that count when two are compared.
fn bare(line: &str) -> impl Iterator<Item = char> + '_ {
    line.trim_start_matches('#')
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(title::narrow)
}
