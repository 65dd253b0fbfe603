//! What stands above the text: masthead, number, title, addressees.

use super::{Draft, body_list, closed, genre, says_repealed, signature};
use crate::grammar::department::{is_han, read_body};
use crate::grammar::doc_number::{find_document_numbers, read_defective_number};
use crate::grammar::region::is_place;
use crate::grammar::{addressee, title};
use crate::lexicon::mark;
use crate::model::DocumentNumber;
use crate::outline::{is_date_line, opens_with_label};
use crate::pattern::Pattern;
use crate::strip::FLAT;
use crate::text;
use std::ops::Range;

/// Characters of a line from which on it is running text and no title.
const RUNNING: usize = 60;

/// Lines of a title at the most.
const TITLE_LINES: usize = 4;

/// Whether a line is the first of the running text.
pub(super) fn opens_body(line: &str) -> bool {
    opens_with_label(line)
        || line.contains('。') && line.chars().count() > RUNNING
        || is_addressee_line(line)
}

/// Whether a line names addressees (主送机关): bodies, and a colon at its end.
fn is_addressee_line(line: &str) -> bool {
    line.ends_with(['：', ':'])
        && (line.chars().count() > 3 || line.starts_with('各'))
        && addressee::is_list(line)
}

pub(super) fn read(draft: &mut Draft<'_>) {
    numbers_and_marks(draft);
    let title_end = title_lines(draft);
    numbered_title(draft);
    flat_head(draft);
    flat_report(draft);
    flat_title(draft);
    bulletin_title(draft);
    addressees(draft, title_end);
}

/// Document number, issue number, classification, urgency and signatories.
fn numbers_and_marks(draft: &mut Draft<'_>) {
    /// Lines that a masthead may have.
    const MASTHEAD: usize = 30;
    static ISSUE: Pattern = Pattern::new(
        &["期"],
        // 第12期（总第345期）, 2022年第8期
        r"^[（(]?(?:[0-9]{4}\s*年\s*)?(?:总)?第\s*([0-9]{1,4}|[一二三四五六七八九十百]{1,5})\s*期(?:\s*[（(]?总第?\s*[0-9]{1,5}\s*期)?[）)]?$",
    );
    for index in 0..draft.body.min(MASTHEAD) {
        let words = draft.words(index);
        if words.chars().count() > RUNNING * 2 {
            continue;
        }
        if draft.header.document_number.is_none()
            && let Some((place, number)) = find_document_numbers(words).into_iter().next()
            && (!words.contains('《') || closes_title(words, place.start))
        {
            draft.printed("document_number", &words[place.range()]);
            draft.header.document_number = Some(number);
        }
        if draft.header.document_number.is_none()
            && let Some(number) = read_defective_number(words)
        {
            draft.printed("document_number", words);
            draft.header.document_number = Some(number);
        }
        order_number(draft, index);
        if let Some(found) = ISSUE.captures(words)
            && let Some(number) = found.get(1)
        {
            draft.printed("issue_number", number.as_str());
            draft.header.issue_number = Some(number.as_str().to_owned());
        }
        marks(draft, words);
    }
}

/// Whether a number stands in brackets that close a title: `…《…》的通知（粤府〔2021〕22号）`.
fn closes_title(words: &str, number: usize) -> bool {
    let title = words[..number].strip_suffix(['（', '(']);
    words.ends_with(['）', ')']) && title.is_some_and(is_title)
}

/// The number of an order (令) under its masthead: `广东省人民政府令` and `（第290号）`.
fn order_number(draft: &mut Draft<'_>, index: usize) {
    let (mark, serial) = (draft.words(index), draft.words(index + 1));
    let bare = serial.trim_matches(['（', '(', '）', ')', ' ', '\u{3000}']);
    let mark = mark.trim_start_matches(['#', ' ']);
    let issuers = mark.strip_suffix('令').or_else(|| {
        let issuers = mark
            .strip_suffix("公告")
            .or_else(|| mark.strip_suffix("通告"));
        issuers.filter(|issuers| {
            issuers
                .split_whitespace()
                .all(|name| read_body(name).is_body())
        })
    });
    let yearly = bare.starts_with(|c: char| c.is_ascii_digit()) && bare.contains("年第");
    let Some(issuers) = issuers.filter(|_| bare.starts_with('第') || yearly) else {
        return;
    };
    if draft.header.document_number.is_some() {
        return;
    }
    let joined = closed(&format!("{mark}{bare}"));
    if let Some((_, number)) = find_document_numbers(&joined).into_iter().next() {
        draft.printed("document_number", mark);
        draft.printed("document_number", bare);
        draft.header.document_number = Some(number);
        for issuer in issuers
            .split([' ', '\u{3000}'])
            .filter(|name| !name.is_empty())
        {
            draft.printed("issuing_authorities", issuer);
            draft.header.issuing_authorities.push(closed(issuer));
        }
    }
}

/// Security classification, urgency, signatories: short words on lines of their own.
fn marks(draft: &mut Draft<'_>, words: &str) {
    let bare = closed(words);
    if mark::CLASSIFICATION.opening(&bare).is_some() && bare.chars().count() <= 8 {
        draft.printed("classification", words);
        draft.header.classification = Some(bare.clone());
    }
    if mark::URGENCY.contains(&bare) {
        draft.printed("urgency", words);
        draft.header.urgency = Some(bare.clone());
    }
    if let Some(names) = words.split_once("签发人").map(|(_, names)| names) {
        let names = names.trim_start_matches(['：', ':', ' ']);
        // 王 小 明 is one name.
        let parted = names
            .split([' ', '\u{3000}'])
            .all(|name| name.chars().count() != 1);
        let between = |c: char| "、，,".contains(c) || parted && " \u{3000}".contains(c);
        for name in names.split(between).filter(|name| !name.is_empty()) {
            draft.printed("signatories", name);
            draft.header.signatories.push(closed(name));
        }
    }
}

/// Finds the title: the first run of lines above the text that ends in a genre's word.
/// Returns the index of the line after it.
fn title_lines(draft: &mut Draft<'_>) -> usize {
    for first in 0..draft.body {
        if !can_open_title(draft.words(first)) {
            continue;
        }
        let most = (first + issuers(draft, first) + TITLE_LINES).min(draft.body);
        let end = (first + 1..=most)
            .take_while(|&end| {
                end == first + 1 || can_continue_title(draft.words(end - 1))
            })
            .find(|&end| {
                let words = |line| bare_title(draft.words(line));
                let joined: String = (first..end).map(words).collect();
                // 答 复 on a line of its own is set apart.
                is_title(&joined)
                    || (end > first + 1 || is_set_apart(&joined))
                        && is_title(&closed(&joined))
            });
        if let Some(end) = end {
            let goes_on = end < draft.body && goes_on(draft, first..end);
            let end = if goes_on { end + 1 } else { end };
            let end = (end..draft.body)
                .take_while(|&line| title::is_version(draft.words(line)))
                .last()
                .map_or(end, |line| line + 1);
            let named = title_start(draft, first..end)..end;
            let lines = own_title(draft, &named).unwrap_or(named);
            let end = lines.end;
            set_title(draft, lines);
            return end;
        }
    }
    0
}

/// How many lines from `first` on name the bodies that issue a document together, one each.
fn issuers(draft: &Draft<'_>, first: usize) -> usize {
    /// Bodies that issue a document together, at the most.
    const MOST: usize = 20;
    (first..draft.body)
        .take(MOST)
        .take_while(|&line| signature::is_authority(draft.words(line)))
        .count()
}

/// Whether a title that ends in a genre's word goes on with the next line: `…实施方案` and
/// `的通知`, `…关于印发2022年《政府工作报告》` and `重点任务分工的通知`.
fn goes_on(draft: &Draft<'_>, title: Range<usize>) -> bool {
    let next = draft.words(title.end);
    let last = draft.words(title.end - 1);
    let names =
        last.ends_with('》') && last.contains(ABOUT) && mark::CARRYING.is_in(last);
    match next.strip_prefix('的') {
        Some(rest) => title::genre_of(rest).is_some(),
        None if names => next
            .rsplit_once('的')
            .is_some_and(|(_, genre)| is_genre(genre)),
        None => next.starts_with(['（', '(']) && is_title(next),
    }
}

/// Whether words are a genre's word and nothing else.
fn is_genre(words: &str) -> bool {
    title::opens_with_genre(words).is_some_and(|genre| genre == words)
}

/// The lines of the document's own title below the name that a page gives it, above the
/// addressees, with the issuers over it: `…申报须知` and `关于…的通知`, `…发展计划` and
/// `金乡县人民政府`, `关于下达…发展计划的通知`.
fn own_title(draft: &Draft<'_>, named: &Range<usize>) -> Option<Range<usize>> {
    /// Characters of a document's number at the most.
    const NUMBER: usize = 24;
    // Or what is left of one: `赣市发〔201737`.
    let is_number = |&line: &usize| {
        let words = draft.words(line);
        let code = words.split(['〔', '[', '［', '【']).next().unwrap_or("");
        code.len() < words.len()
            && words.chars().count() <= NUMBER
            && code.chars().all(is_han)
            && words.ends_with(|c: char| c == '号' || c.is_ascii_digit())
    };
    let issues = |&line: &usize| {
        let mut names = draft.words(line).split_whitespace().peekable();
        names.peek().is_some() && names.all(signature::is_authority)
    };
    let first = (named.end..draft.lines.len()).find(|line| !is_number(line))?;
    let opens = (first..draft.lines.len()).find(|line| !issues(line))?;
    let most = (opens + TITLE_LINES).min(draft.lines.len());
    let addressed = |&line: &usize| is_addressee_line(draft.words(line));
    let end = (opens + 1..=most).find(addressed)?;
    let end = end - (opens + 1..end).rev().take_while(is_number).count();
    let title: String = (opens..end).map(|line| closed(draft.words(line))).collect();
    let name: String = named
        .clone()
        .map(|line| closed(draft.words(line)))
        .collect();
    let about = title.starts_with(ABOUT) && !name.contains(ABOUT);
    let encloses = title.len() > name.len() && title.contains(&name);
    ((about || encloses) && is_title(&title)).then_some(first..end)
}

/// Whether the characters of a line stand apart, as in `政 府 工 作 报 告`.
fn is_set_apart(words: &str) -> bool {
    words.split_whitespace().nth(3).is_some()
        && words
            .split_whitespace()
            .all(|word| word.chars().nth(1).is_none())
}

/// The first line of a title among lines that end with it: lines of the site may stand above
/// one that opens as titles do and is whole with those below it. Names of issuers stay.
fn title_start(draft: &Draft<'_>, lines: Range<usize>) -> usize {
    // Its lines adjoin in the source, too.
    let parted = (lines.start + 1..lines.end).rfind(|&line| draft.is_parted(line));
    let adjoining = parted.filter(|&from| {
        let joined: String = (from..lines.end).map(|line| draft.words(line)).collect();
        is_title(&joined)
    });
    let first = adjoining.unwrap_or(lines.start);
    let whole = (first + 1..lines.end).find(|&from| {
        let joined: String = (from..lines.end).map(|line| draft.words(line)).collect();
        title::opens(bare_title(draft.words(from))) && is_title(&joined)
    });
    let Some(from) = whole else { return first };
    let issues = |&line: &usize| {
        let words = draft.words(line);
        signature::is_authority(words)
            && !draft.words(from).starts_with(words)
            && !is_of_house(words, draft.words(from))
    };
    let above = draft.words(first);
    let below = bare_title(draft.words(from));
    let repeats = below.starts_with(above)
        || bare_title(above).starts_with(below)
        || is_of_house(above, below);
    // `某市人民政府关于` and the rest of the title below it.
    if title::opens(bare_title(above)) && !repeats && !heads_alone(above, below) {
        return first;
    }
    (first..from)
        .rev()
        .take_while(issues)
        .last()
        .unwrap_or(from)
}

/// Whether a line names an office of the body that the title below it opens with: 某县人民政府办公室
/// above 某县人民政府关于….
fn is_of_house(above: &str, title: &str) -> bool {
    let issuer = title.split_once(ABOUT).map_or("", |(issuer, _)| issuer);
    !issuer.is_empty() && above.starts_with(issuer)
}

/// Whether a line above one that opens as titles do is no part of the title: it tells what the
/// document says, or names nothing that a title goes on from.
fn heads_alone(above: &str, below: &str) -> bool {
    let tells = above.contains(['，', ',', '？', '?']) && below.starts_with(ABOUT);
    let is_open = above.contains(ABOUT)
        || mark::CARRYING.is_in(above)
        || above.ends_with(['《', '“', '、', '和', '及', '的', '等'])
        || signature::is_authority(above);
    tells || is_place(below) && !is_open
}

/// How titles say what they are about.
const ABOUT: &str = "关于";

/// Whom reports to a people's congress address.
const SALUTATION: &str = "各位代表";

/// Whom those to its standing committee do, among others.
const MEMBERS: &str = "各位委员";

/// A line that is a title and its document's number in brackets:
/// `2021年县政府重点工作任务（华政发〔2021〕2号）`. It needs no genre's word.
fn numbered_title(draft: &mut Draft<'_>) {
    if draft.header.title.is_some() {
        return;
    }
    let found = (0..draft.body).find_map(|line| {
        let words = draft.words(line).trim_start_matches(['#', ' ']);
        let (place, _) = find_document_numbers(words).into_iter().next()?;
        let title = words[..place.start].strip_suffix(['（', '('])?.trim_end();
        let closes = matches!(&words[place.end..], "）" | ")");
        (closes && title.chars().count() > 6 && can_open_title(title)).then_some(title)
    });
    if let Some(title) = found {
        draft.printed("title", title);
        draft.header.genre = title::genre_of(title).map(genre);
        draft.header.title = Some(closed(title));
    }
}

fn set_title(draft: &mut Draft<'_>, lines: Range<usize>) {
    let mut title = String::new();
    for line in lines {
        let whole = draft.words(line);
        let words = without_note(bare_title(whole));
        let before = draft.place(words).start - draft.place(whole).start;
        set_number(draft, &whole[..before]);
        draft.printed("title", words);
        title.push_str(&closed(words));
    }
    draft.header.genre = title::genre_of(&title).map(genre);
    draft.header.title = Some(title);
}

/// A title without what a site prints behind it on its force, `…的通知（现行有效）`, and without
/// the document's number: `…的意见（某政〔2005〕9号）`.
fn without_note(words: &str) -> &str {
    let inside = words.strip_suffix(['）', ')']);
    let note = inside.and_then(|inside| inside.rsplit_once(['（', '(']));
    let is_number = |note: &str| {
        let number = find_document_numbers(note).into_iter().next();
        number.is_some_and(|(place, _)| place.range() == (0..note.len()))
    };
    match note {
        Some((title, note)) if mark::TITLE_NOTE.contains(note) || is_number(note) => {
            title.trim_end()
        }
        _ => words,
    }
}

/// A title without Markdown's signs and the column that a site puts before it:
/// `【规范性文件】长沙市…的通知`, `政务服务丨济宁市…的意见`, `（湖南省）2020年…的报告`.
fn bare_title(words: &str) -> &str {
    let words = words
        .trim_start_matches(['#', ' ', '•', '·'])
        .trim_end_matches([' ', '|', '｜']);
    let words = behind_number(words);
    // A page's number: `31 北京市国土空间生态修复规划`.
    let words = words
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .strip_prefix(' ')
        .filter(|rest| is_place(rest))
        .unwrap_or(words);
    let words = words
        .strip_prefix(['（', '('])
        .and_then(|rest| rest.split_once(['）', ')']))
        .filter(|(place, _)| is_place(place))
        .map_or(words, |(_, title)| title.trim_start());
    let words = words.rsplit_once(BARS).map_or(words, |(column, title)| {
        let title = title.trim_start();
        let explains = column.contains('图') || column.contains("解读");
        let cut = !explains && title::opens(title) && is_title(title);
        if cut { title } else { words }
    });
    let words = unquoted(words);
    let column = words
        .strip_prefix('【')
        .and_then(|rest| rest.split_once('】'));
    match column {
        Some((_, title)) if !title.trim().is_empty() => title.trim_start(),
        _ => behind_cut_column(words),
    }
}

/// A title without the marks that a site puts around the whole of it: `《…的通知》`.
pub(super) fn unquoted(words: &str) -> &str {
    let whole = title::quoted_ranges(words).next();
    match whole.map(|inside| &words[inside]) {
        Some(inside)
            if inside.len() + "《》".len() == words.len() && is_title(inside) =>
        {
            inside
        }
        _ => words,
    }
}

/// A title behind the document's number, and behind a note in brackets that it is no longer
/// in force: `（此文件废止）盘政办发〔2018〕69号盘锦市…的通知`.
fn behind_number(words: &str) -> &str {
    let noted = words.strip_prefix(['（', '(']);
    let noted = noted.and_then(|rest| rest.split_once(['）', ')']));
    let title = noted
        .filter(|(note, _)| says_repealed(note))
        .map_or(words, |(_, title)| title.trim_start());
    let number = find_document_numbers(title).into_iter().next();
    let behind = number
        .filter(|(place, _)| place.start == 0)
        .map_or(title, |(place, _)| {
            unquoted(title[place.end..].trim_start())
        });
    // 3号文 goes on; 文登区 does not.
    let goes_on = behind.starts_with(['的', '文', '《']) && !is_place(behind);
    if is_title(behind) && !goes_on {
        behind
    } else {
        words
    }
}

/// A title behind what is left of a column that lost its beginning: `应急预案】某镇…预案`.
fn behind_cut_column(words: &str) -> &str {
    match words.split_once('】') {
        Some((column, title)) if !column.contains('【') && is_title(title) => {
            title.trim_start()
        }
        _ => words,
    }
}

/// Signs between a site's columns and menus.
const BARS: [char; 3] = ['|', '｜', '丨'];

fn can_open_title(words: &str) -> bool {
    let bare = bare_title(words);
    can_continue_title(words)
        && !bare
            .starts_with(['（', '(', '—', '【', '-', '）', ')', '》', '”', '、', '，'])
        && !bare.ends_with("文件")
        && !is_attachment_mark(bare)
        && !mark::URGENCY.contains(&closed(bare))
}

/// Whether a line is only the mark of an attachment: `附件`, `附件2：`.
fn is_attachment_mark(words: &str) -> bool {
    let number = |c: char| c.is_ascii_digit() || "：: ".contains(c);
    words.trim_end_matches(number) == "附件"
}

fn can_continue_title(words: &str) -> bool {
    let is_word = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}');
    let bare = bare_title(words);
    words.contains(is_word)
        && !bare.contains(BARS)
        // The way to a page: 首页> 法规库> 某市人民政府关于…的通知.
        && words.matches(['>', '＞', '»']).nth(1).is_none()
        && !words.contains(['。', '！', '？', '!', '?', '↓', '▼'])
        && words.chars().count() <= 120
        && !words.ends_with(['：', ':'])
        && !is_date_line(words)
        && !is_masthead(bare)
        && find_document_numbers(bare).is_empty()
}

/// Whether a line is the mark of the issuing authority (发文机关标志): `某市人民政府文件`.
fn is_masthead(words: &str) -> bool {
    words.strip_suffix("文件").is_some_and(|name| {
        name.is_empty() || signature::is_authority(name) && title::opens(name)
    })
}

/// Whether words are a title: long enough, and ending in a genre's word.
pub(super) fn is_title(words: &str) -> bool {
    /// Characters of the shortest title: `政府工作报告`.
    const SHORTEST: usize = 6;
    let bare = words.chars().filter(|c| !c.is_whitespace()).count();
    bare >= SHORTEST && title::is_whole(words) && title::genre_of(words).is_some()
}

/// Title, number and addressees that run into one line with the text, as in files that lost
/// their line breaks: `…的实施意见国办发〔2020〕24号各省、…：党中央…`.
fn flat_head(draft: &mut Draft<'_>) {
    /// Bytes within which such a head lies.
    const WINDOW: usize = 900;
    if draft.header.title.is_some() {
        return;
    }
    let mut line = 0;
    while line <= draft.body && line < draft.lines.len() {
        let words = draft.words(line);
        let window = text::head(words, WINDOW);
        let head = &window[..window.find('。').unwrap_or(window.len())];
        for (place, number) in find_document_numbers(head) {
            let before = head[..place.start].trim();
            let after = &words[place.end..];
            let title = if is_title(before) && !before.ends_with("文件") {
                Some((before, after))
            } else {
                title_behind_number(after)
            };
            if let Some((title, after)) = title {
                set_flat_head(draft, title, &head[place.range()], number);
                flat_addressees(draft, after);
                return;
            }
        }
        line += 1;
    }
}

/// A title that a blank alone parts from the text, in a file that lost its line breaks:
/// `2021年马鞍山市公安局政务公开工作总结 2021年，…`.
fn flat_title(draft: &mut Draft<'_>) {
    /// Characters of such a title at the most.
    const LONGEST: usize = 60;
    let words = draft.words(0);
    let Some(title) = words.split_whitespace().next() else {
        return;
    };
    let sentence = title.find('。').map_or(title, |end| &title[..end]);
    let title = if sentence.starts_with(ABOUT) {
        sentence
    } else {
        title
    };
    if draft.header.title.is_some() || words.len() < FLAT {
        return;
    }
    if title.chars().nth(LONGEST).is_some() || !(title::opens(title) && is_title(title)) {
        title_over_addressees(draft, words);
        return;
    }
    set_flat_title(draft, title);
}

/// A title that runs into the addressees: `某市…局关于…的通知各镇人民政府：…`.
fn title_over_addressees<'p>(draft: &mut Draft<'p>, words: &'p str) {
    let Some((title, rest)) = title_behind_number(words) else {
        return;
    };
    let list = rest.split(['：', ':']).next().unwrap_or_default();
    if title::opens(title) && addressee::is_list(list) {
        set_flat_title(draft, title);
        set_addressees(draft, list);
    }
}

fn set_flat_title(draft: &mut Draft<'_>, title: &str) {
    draft.printed("title", title);
    draft.header.genre = title::genre_of(title).map(genre);
    draft.header.title = Some(closed(title));
}

/// Title and salutation of a work report that run into one line with the text:
/// `某县人民政府政府工作报告各位代表：现在，我代表…`.
fn flat_report(draft: &mut Draft<'_>) {
    const REPORTS: &[&str] = &["政府工作报告", "政府工作总结报告"];
    /// Bytes before the salutation at the most.
    const WINDOW: usize = 240;
    if draft.header.title.is_some() {
        return;
    }
    for line in 0..draft.lines.len().min(draft.body + 1) {
        let words = draft.words(line);
        let head = text::head(words, WINDOW);
        if let Some((before, after)) = head.split_once(SALUTATION)
            && after.starts_with(['：', ':'])
            && !before.contains(['。', '，', ','])
            && let Some(end) = REPORTS
                .iter()
                .find_map(|report| Some(before.find(report)? + report.len()))
        {
            let title = words[..end].trim_start_matches(['#', ' ']);
            draft.printed("title", title);
            draft.header.title = Some(closed(title));
            draft.header.genre = title::genre_of(title).map(genre);
            set_addressees(draft, &words[before.len()..before.len() + SALUTATION.len()]);
            return;
        }
    }
}

fn set_flat_head(draft: &mut Draft<'_>, title: &str, number: &str, read: DocumentNumber) {
    draft.printed("title", title);
    draft.header.title = Some(closed(title));
    draft.header.genre = title::genre_of(title).map(genre);
    draft.printed("document_number", number);
    draft.header.document_number = Some(read);
}

/// A title between number and addressees, as a page's head reads in one line:
/// `…局文件龙工信能源〔2022〕4号龙岩市…局关于…的通知各县…：`.
fn title_behind_number(after: &str) -> Option<(&str, &str)> {
    let window = text::head(after, 600);
    let head = &window[..window.find(['。', '：', ':'])?];
    let about = head.find("关于")?;
    let ends = head[about..]
        .match_indices('的')
        .map(|(at, de)| about + at + de.len());
    ends.filter_map(|at| {
        let genre = title::opens_with_genre(&head[at..])?;
        Some(after.split_at(at + genre.len()))
    })
    .next()
}

/// Addressees right behind the number, up to a colon.
fn flat_addressees(draft: &mut Draft<'_>, rest: &str) {
    let window = text::head(rest, 600);
    let head = &window[..window.find('。').unwrap_or(window.len())];
    if let Some(colon) = head.find(['：', ':']) {
        set_addressees(draft, head[..colon].trim());
    }
}

/// Title of a bulletin (简报): the short lines right above its first item.
fn bulletin_title(draft: &mut Draft<'_>) {
    let name = (0..draft.body.min(6))
        .map(|line| closed(draft.words(line)))
        .find(|words| words.chars().count() <= 12 && is_bulletin_name(words));
    let Some(name) = name else {
        // 杭州卫生健康信息: a name that is none of a bulletin's, with an issue below it.
        let title = lines_under_mark(draft).filter(|_| {
            draft.header.issue_number.is_some() && draft.header.title.is_none()
        });
        if let Some(title) = title {
            set_title(draft, title);
        }
        return;
    };
    draft.header.genre = title::genre_of(&name).map(genre);
    let first_item =
        (0..draft.lines.len()).find(|&line| opens_with_label(draft.words(line)));
    let above_item = first_item.and_then(|end| {
        let start = (0..end)
            .rev()
            .take_while(|&line| is_short(draft, line))
            .last();
        Some(start?..end)
    });
    if let Some(title) = above_item.or_else(|| lines_under_mark(draft)) {
        let genre = draft.header.genre.clone();
        set_title(draft, title);
        draft.header.genre = genre;
    }
}

/// Whether a line may be one of a bulletin's title: short, of one piece, no date.
fn is_short(draft: &Draft<'_>, line: usize) -> bool {
    let words = draft.words(line);
    !words.contains(['。', '：', ':'])
        && words.chars().count() <= RUNNING
        && body_list::day(words).is_none()
}

/// The lines between a bulletin's authority and date and its text: 【改革动态】 over them is the
/// name of a column.
fn lines_under_mark(draft: &Draft<'_>) -> Option<Range<usize>> {
    /// Lines of such a head at the most, and of the title.
    const HEAD: usize = 12;
    const TITLE: usize = 3;
    let last = draft.lines.len().min(HEAD);
    let dated = |&line: &usize| {
        let words = draft.words(line);
        words.ends_with('日') && body_list::day(words).is_some()
    };
    let mark = (0..last).find(dated)?;
    let is_column = |line: &usize| draft.words(*line).starts_with(['【', '[', '［']);
    let start = (mark + 1..last).find(|line| !is_column(line))?;
    let title = (start..draft.lines.len())
        .take_while(|&line| is_short(draft, line))
        .take(TITLE + 1);
    let end = start + title.count();
    let runs = end < draft.lines.len() && draft.words(end).contains('。');
    (start < end && end - start <= TITLE && runs).then_some(start..end)
}

fn is_bulletin_name(words: &str) -> bool {
    mark::BULLETIN.ending(words).is_some()
}

/// Addressees on the line above the text, or on the lines.
fn addressees(draft: &mut Draft<'_>, title_end: usize) {
    /// Lines between title and addressees: number, date, authority.
    const DISTANCE: usize = 8;
    if !draft.header.addressees.is_empty() {
        return;
    }
    let last = (title_end + DISTANCE).min(draft.lines.len());
    for line in title_end..last {
        let words = without_number(draft, draft.words(line));
        if is_addressee_line(words) {
            let list = with_lines_above(draft, title_end, line, words);
            let deputies = list.starts_with(SALUTATION) || list.contains(MEMBERS);
            set_addressees(draft, list.trim_end_matches(['：', ':']));
            if deputies {
                reporter(draft, title_end..line);
            }
            return;
        }
        if opens_with_label(words) {
            return;
        }
        // `各区人民政府：现将…`: the text goes on behind the colon.
        if let Some(colon) = words.find(['：', ':'])
            && words.contains('。')
            && addressee::is_list(&words[..colon])
        {
            set_addressees(draft, &words[..colon]);
            return;
        }
        if stands_over_text(draft, line) {
            let list = with_lines_above(draft, title_end, line, words);
            set_addressees(draft, list.trim_end_matches(['。', '；', ';', '，', ',']));
            return;
        }
    }
}

/// The body that stands between the title of a report to deputies and their salutation issues it:
/// `某县财政局` under `…预算草案的报告`.
fn reporter(draft: &mut Draft<'_>, between: Range<usize>) {
    if !draft.header.issuing_authorities.is_empty() {
        return;
    }
    for line in between {
        let words = draft.words(line);
        if signature::is_authority(words) {
            draft.printed("issuing_authorities", words);
            draft.header.issuing_authorities.push(closed(words));
        }
    }
}

/// Whether a line names several groups of addressees without the colon, and the text follows.
fn stands_over_text(draft: &Draft<'_>, line: usize) -> bool {
    let words = draft.words(line);
    let list = words.trim_end_matches(['。', '；', ';', '，', ',']);
    let text = (line + 1..draft.lines.len())
        .map(|line| draft.words(line))
        .find(|words| !matches!(*words, "：" | ":"));
    list.contains(['、', '，', ','])
        && (list.contains('各') || list.contains("有关"))
        && addressee::is_list(list)
        && addressee::opens_list(list)
        && text.is_some_and(|text| {
            let runs = text.contains('。') || text.chars().count() > RUNNING;
            runs && !opens_with_label(text)
        })
}

/// A list of addressees with the lines above it on which it begins: those that open as such
/// lists do.
fn with_lines_above<'p>(
    draft: &Draft<'p>,
    top: usize,
    line: usize,
    list: &'p str,
) -> &'p str {
    /// Lines of a list at the most.
    const LINES: usize = 6;
    let goes_on = |above: &usize| {
        let words = draft.words(*above);
        let parts = words.contains(['、', '，', ',', '；']);
        parts
            && !words.contains(['。', '：', ':', '《'])
            && !opens_with_label(words)
            && find_document_numbers(words).is_empty()
            && addressee::opens_list(words)
    };
    let is_begun = draft.words(line).len() == list.len();
    let first = (top..line)
        .rev()
        .take(LINES)
        .take_while(goes_on)
        .last()
        .filter(|_| is_begun);
    let Some(first) = first else { return list };
    let (start, end) = (draft.start(first), draft.place(list).end);
    let whole = &draft.page.text[start..end];
    if addressee::is_list(whole) {
        whole
    } else {
        list
    }
}

/// The words of a line behind a document number that runs into them:
/// `国办发〔2015〕94号各省、自治区…：`.
fn without_number<'p>(draft: &mut Draft<'p>, words: &'p str) -> &'p str {
    let window = text::head(words, 120);
    let Some((place, _)) = find_document_numbers(window).into_iter().next() else {
        return words;
    };
    // 新华网讯: the mark of an agency's news.
    let agency = words[..place.start].trim_end();
    let opens = agency.is_empty() || agency.ends_with('讯');
    if !opens || place.end == words.len() {
        return words;
    }
    set_number(draft, &words[place.range()]);
    words[place.end..].trim_start()
}

/// Takes the document number in words that stand before the title or the addressees, unless
/// it is known.
fn set_number<'p>(draft: &mut Draft<'p>, words: &'p str) {
    if draft.header.document_number.is_none()
        && let Some((place, number)) = find_document_numbers(words).into_iter().next()
    {
        draft.printed("document_number", &words[place.range()]);
        draft.header.document_number = Some(number);
    }
}

fn set_addressees(draft: &mut Draft<'_>, list: &str) {
    // A report's title and speaker may run into its salutation.
    let list = list.rfind("各位代表").map_or(list, |at| &list[at..]);
    if !addressee::is_list(list) {
        return;
    }
    for name in addressee::split(list) {
        // A letter's salutation: 尊敬的董春香委员.
        let name = name.strip_prefix("尊敬的").unwrap_or(name);
        draft.printed("addressees", name);
        draft.header.addressees.push(closed(name));
    }
}
