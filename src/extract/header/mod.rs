//! The header: elements of GB/T 9704-2012 that the text shows, then what the site says,
//! then what can be concluded.

mod body_list;
mod head;
mod imprint;
mod infer;
mod signature;

use crate::grammar::day::{english_day, find_days};
use crate::grammar::title;
use crate::lexicon::mark;
use crate::model::{Date, Genre, Header};
use crate::outline::{Outline, Part, PartKind, joined};
use crate::span::Span;
use crate::strip::Page;
use body_list::Start;

/// Reads the header of a document.
pub(super) fn find(page: &Page, outline: &Outline) -> Header {
    let mut draft = Draft::new(page, outline);
    head::read(&mut draft);
    signature::read(&mut draft);
    imprint::read(&mut draft);
    attachments(&mut draft);
    enclosed(&mut draft);
    terms(&mut draft);
    infer::complete(&mut draft);
    draft.header
}

/// A header that is being filled in.
#[derive(Debug)]
struct Draft<'p> {
    page: &'p Page,
    outline: &'p Outline,
    header: Header,
    /// Lines with words, outermost document first to last.
    lines: Vec<usize>,
    /// First line of the running text, as an index into `lines`.
    body: usize,
}

/// How many of the lines stand above the title as a table of contents, which the outline has
/// left out: the headings of the text, and 目录 above them.
fn contents(page: &Page, outline: &Outline, lines: &[usize]) -> usize {
    /// Entries of a table of contents at least.
    const ENTRIES: usize = 3;
    let Some(first) = outline.nodes.first() else {
        return 0;
    };
    let named = lines.first().is_some_and(|&line| {
        let words = page.line(line).chars().filter(|c| !c.is_whitespace());
        words.eq("目录".chars())
    });
    let entries = lines.iter().skip(usize::from(named)).take_while(|&&line| {
        page.lines[line].span.end < first.label.start
            && head::opens_body(page.line(line))
            && !page.line(line).contains(['。', '；'])
    });
    match entries.count() {
        entries if entries >= ENTRIES => usize::from(named) + entries,
        _ => 0,
    }
}

impl<'p> Draft<'p> {
    fn new(page: &'p Page, outline: &'p Outline) -> Self {
        let mut lines: Vec<usize> = (0..page.lines.len())
            .filter(|&line| !page.line(line).is_empty())
            .collect();
        lines.drain(..contents(page, outline, &lines));
        let body = lines
            .iter()
            .position(|&line| head::opens_body(page.line(line)))
            .unwrap_or(lines.len());
        Self {
            page,
            outline,
            header: Header::default(),
            lines,
            body,
        }
    }

    /// Words of the n-th line that has any.
    fn words(&self, index: usize) -> &'p str {
        self.lines
            .get(index)
            .map_or("", |&line| self.page.line(line))
    }

    /// First byte of the n-th line that has words.
    fn start(&self, index: usize) -> usize {
        self.lines.get(index).map_or(self.page.text.len(), |&line| {
            self.page.lines[line].span.start
        })
    }

    /// Whether something of the site's stood in the source between the n-th line that has
    /// words and the one before.
    fn is_parted(&self, index: usize) -> bool {
        let (Some(above), Some(below)) = (
            index.checked_sub(1).and_then(|above| self.lines.get(above)),
            self.lines.get(index),
        ) else {
            return false;
        };
        let end = self.page.lines[*above].span.end;
        let start = self.page.lines[*below].span.start;
        let between =
            self.page.map.source(end..end).end..self.page.map.source(start..start).start;
        let first = self
            .page
            .removed
            .partition_point(|removed| removed.source_span.start < between.start);
        self.page
            .removed
            .get(first)
            .is_some_and(|removed| removed.source_span.end <= between.end)
    }

    /// The place of words that are a slice of the page's text.
    fn place(&self, words: &str) -> Span {
        let start = words.as_ptr() as usize - self.page.text.as_ptr() as usize;
        Span::new(start, start + words.len())
    }

    fn printed(&mut self, field: &str, words: &str) {
        let place = self.place(words);
        self.header
            .spans
            .entry(field.to_owned())
            .or_default()
            .push(place);
    }

    fn inferred(&mut self, field: &str) {
        if !self.header.inferred.iter().any(|known| known == field) {
            self.header.inferred.push(field.to_owned());
        }
    }

    /// The outermost document's part.
    fn main_part(&self) -> Option<&'p Part> {
        self.outline.parts.first()
    }

    /// What the site says of a field, first statement first.
    fn site(&self, field: &'static str) -> impl Iterator<Item = &'p str> + use<'p> {
        let page = self.page;
        page.site
            .iter()
            .filter(move |statement| statement.field == field)
            .map(|statement| statement.value.as_str())
    }
}

/// A text without white space: how titles and names broken over lines are closed up.
fn closed(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether a note says that the document is in force no longer: `此文件废止`,
/// `此文件已于2017年12月29日宣布失效`.
fn says_repealed(note: &str) -> bool {
    note.contains("废止") || note.contains("失效")
}

/// Attachments (附件): the list under the text, else the titles of those that follow.
fn attachments(draft: &mut Draft<'_>) {
    let listed = body_list::attachment_note(draft);
    if !listed.is_empty() {
        for words in &listed {
            draft.printed("attachments", words);
        }
        draft.header.attachments = listed.into_iter().map(closed).collect();
        return;
    }
    for part in &draft.outline.parts {
        if matches!(part.kind, PartKind::Attachment(_)) {
            let title = joined(draft.page, &part.title);
            let title = body_list::attachment_title(&title).map(str::to_owned);
            draft.header.attachments.extend(title);
        }
    }
    if draft.header.attachments.is_empty() {
        attachments_of_site(draft);
    }
}

/// The files that a site offers as attachments of a document that lists none.
fn attachments_of_site(draft: &mut Draft<'_>) {
    for file in draft.site("attachments") {
        let file =
            file.trim_start_matches(|c: char| c.is_ascii_digit() || ".、 ".contains(c));
        let title = body_list::attachment_title(file).map(closed);
        let attachments = &mut draft.header.attachments;
        attachments.extend(title.filter(|title| !attachments.contains(title)));
    }
}

/// Title of the document that a covering notice carries: as it heads that document, else as
/// the covering title or text names it.
fn enclosed(draft: &mut Draft<'_>) {
    let page = draft.page;
    let part = draft
        .outline
        .parts
        .iter()
        .find(|part| part.kind == PartKind::Enclosed);
    // An order (令) and the rules that it puts in force share one title.
    let end = signature::main_end(draft).end;
    let sends = || mark::GENRE_FORMULA.value_in(&page.text[..end]) == Some("通知");
    let part = part.filter(|part| {
        let own = draft.header.title.as_deref().map(title::folded);
        own != Some(title::folded(&joined(page, &part.title))) || sends()
    });
    let carried = carried(draft);
    let part = part.filter(|part| {
        let own = joined(page, &part.title);
        !carried
            .as_ref()
            .is_some_and(|title| is_cut_short(&own, title))
    });
    if let Some(part) = part {
        let title = without_origin(joined(page, &part.title));
        let title = head::unquoted(title.trim_matches(['#', '*']));
        // A page that lost a sign prints 计划（20212025） where its notice has the dash.
        let mut cited = title::quoted(&page.text[..end]);
        let whole = cited.find(|cited| has_same_words(cited, title));
        let title = whole.map_or_else(|| title.to_owned(), closed);
        // The page may call the notice by what it carries.
        if draft.header.title.as_ref() == Some(&title) {
            draft.header.genre = Some(genre("通知"));
            draft.inferred("genre");
        }
        draft.header.enclosed_title = Some(title);
        for line in part.title.clone() {
            draft.printed("enclosed_title", page.line(line));
        }
        return;
    }
    if carried.is_some() {
        draft.header.enclosed_title = carried;
        draft.inferred("enclosed_title");
    }
}

/// Whether a title has the words of another one, which has a dash more between its years.
fn has_same_words(whole: &str, title: &str) -> bool {
    const DASHES: [char; 6] = ['-', '—', '－', '–', '~', '～'];
    let is_word = |c: &char| !DASHES.contains(c);
    whole.contains(DASHES)
        && !title.contains(DASHES)
        && whole
            .chars()
            .filter(is_word)
            .map(title::narrow)
            .eq(title.chars().map(title::narrow))
}

/// A title without what stands behind it in brackets on who made the document and when:
/// `…规划（2006—2020年）（市科技局　二○○七年十二月二十日）`.
fn without_origin(mut title: String) -> String {
    let open = title.rfind(['（', '(']).filter(|&open| open > 0);
    if let Some(open) = open
        && title.ends_with(['）', ')'])
        && find_days(&title[open..]).next().is_some()
    {
        title.truncate(open);
    }
    title
}

/// What the title says that the document carries: `关于印发…的通知`.
fn carried(draft: &Draft<'_>) -> Option<String> {
    let title = draft.header.title.as_deref()?;
    mark::CARRYING.words().find_map(|verb| {
        let rest = &title[title.find(verb)? + verb.len()..];
        let end = rest.rfind("的")?;
        let named = carried_title(&rest[..end]);
        title::genre_of(named).map(|_| named.to_owned())
    })
}

/// Whether a line is only the end of a title: 发展规划 of 某市职业教育发展规划（2010—2015年）.
fn is_cut_short(own: &str, title: &str) -> bool {
    let whole = title.find(['（', '(']).map_or(title, |at| &title[..at]);
    2 * own.chars().count() < whole.chars().count() && whole.ends_with(own)
}

/// The title among the words of a notice's title that name what it carries: the one in
/// `《》`, unless it is part of a longer one: `2020年市《政府工作报告》确定的…方案`.
fn carried_title(named: &str) -> &str {
    let Some(quoted) = title::quoted_ranges(named).next() else {
        // The title of the notice itself stood in 《》.
        let inner = named.strip_prefix('〈');
        return inner
            .and_then(|inner| inner.strip_suffix('〉'))
            .unwrap_or(named);
    };
    let behind = named[quoted.end..].strip_prefix('》').unwrap_or_default();
    let goes_on = title::genre_of(behind).is_some()
        && !behind.contains(['《', '〈'])
        && !behind.starts_with(['等', '和', '及', '、']);
    if goes_on { named } else { &named[quoted] }
}

/// Dates of entry into force and of expiry (施行日期, 失效日期) that the text states.
fn terms(draft: &mut Draft<'_>) {
    let text = &draft.page.text;
    let own = draft.header.genre.as_ref().map(ToString::to_string);
    let Some(force) = body_list::entry_into_force(text, own.as_deref()) else {
        if let Some((date, words)) = body_list::expiry_date(text) {
            draft.header.date_expiry = Some(date);
            draft.printed("date_expiry", words);
        }
        return;
    };
    match force.from {
        Start::On(date) => {
            draft.header.date_effective = Some(date);
            draft.printed("date_effective", force.words);
        }
        Start::Printed | Start::Issued => {
            let header = &draft.header;
            let printed = header.date_printed.filter(|_| force.from == Start::Printed);
            if let Some(date) = printed.or(header.date_issued) {
                draft.header.date_effective = Some(date);
                draft.inferred("date_effective");
            }
        }
    }
    if let Some((date, words)) = body_list::expiry_date(text) {
        draft.header.date_expiry = Some(date);
        draft.printed("date_expiry", words);
    } else if draft.site("date_expiry").next().is_none()
        && let (Some(from), Some(months)) = (draft.header.date_effective, force.months)
    {
        // 有效期5年 from the first day on ends with the day before.
        let day = i32::from(from.day().unwrap_or(1));
        let end = from
            .plus_months(months)
            .and_then(|month| month.plus_days(day - 2));
        draft.header.date_expiry = end;
        draft.inferred("date_expiry");
    }
}

/// Reads a site's date, e.g. `2017年07月17日`, `2023-02-21 10:30`, `08 Feb 2022`.
fn site_date(value: &str) -> Option<Date> {
    let day = |value: &str| body_list::day(value).map(|(date, _)| date);
    // 2014- 07- 25 11: 20, as some sites set it.
    let spread = || {
        let closed = value.contains("- ").then(|| value.replace("- ", "-"))?;
        day(&closed)
    };
    day(value).or_else(spread).or_else(|| english_day(value))
}

#[cfg(test)]
mod tests;

/// The genre of a word, e.g. of `通知`.
fn genre(word: &str) -> Genre {
    Genre::from(word.to_owned())
}
