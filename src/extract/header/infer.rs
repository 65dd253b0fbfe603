//! What is not printed but can be concluded, from the site's statements and from the text.

use super::{Draft, body_list, closed, genre, signature, site_date};
use crate::grammar::doc_number::find_document_numbers;
use crate::grammar::region::{Seat, is_place, read_seat};
use crate::grammar::title;
use crate::lexicon::mark;
use crate::model::{Date, Genre, Level};
use crate::outline::is_date_line;
use crate::text::head;

pub(super) fn complete(draft: &mut Draft<'_>) {
    site_statements(draft);
    title_genre(draft);
    authorities(draft);
    printing_authority(draft);
    seat(draft);
}

/// Level and place of the issuer. Where its name has no place, as 市人民政府办公室, the title
/// may begin with it.
fn seat(draft: &mut Draft<'_>) {
    let header = &draft.header;
    let seats: Vec<_> = header
        .issuing_authorities
        .iter()
        .filter_map(|name| read_seat(name))
        .collect();
    let named = seats.iter().find(|seat| seat.region.is_some());
    let Some(seat) = named.or(seats.first()).cloned() else {
        return;
    };
    // Bodies of several places issue together: none of them is the issuer's.
    let agree = |other: &Seat| other.region.is_none() || other.region == seat.region;
    let region = seat.region.clone().filter(|_| seats.iter().all(agree));
    let from_title = || {
        let titles = [&header.title, &header.enclosed_title];
        let mut seats = titles.into_iter().flatten().filter_map(|t| read_seat(t));
        seats.find(|found| found.region.is_some() && found.level == seat.level)
    };
    let region = match (&region, named) {
        (None, None) if seat.level != Level::National => {
            from_title().and_then(|found| found.region)
        }
        _ => region,
    };
    draft.header.level = Some(seat.level);
    draft.header.region = region;
}

/// Fills what the site says of the document where the text does not say it.
fn site_statements(draft: &mut Draft<'_>) {
    if draft.header.title.is_none()
        && let Some(title) = draft.site("site_title").next()
    {
        draft.header.title = Some(closed(without_pages(title)));
        draft.inferred("title");
    }
    if draft.header.title.is_none() {
        first_line_title(draft);
    }
    draft.header.date_published = first_date(draft, "date_published");
    draft.header.index_number = draft.site("index_number").next().map(closed);
    if draft.header.document_number.is_none() {
        let number = draft.site("document_number").find_map(|value| {
            find_document_numbers(value)
                .into_iter()
                .next()
                .map(|(_, number)| number)
        });
        draft.header.document_number = number;
    }
    if draft.header.date_issued.is_none() {
        draft.header.date_issued = first_date(draft, "date_issued");
    }
    if draft.header.date_effective.is_none() {
        draft.header.date_effective = first_date(draft, "date_effective");
    }
    if draft.header.date_expiry.is_none() {
        draft.header.date_expiry = first_date(draft, "date_expiry");
    }
    if draft.header.date_printed.is_none() {
        draft.header.date_printed = first_date(draft, "date_printed");
    }
}

/// The first line as title of a document without one that ends in a genre's word, where it
/// opens as titles do: `2021年某县政府十方面民生实事进展情况登记表`, or as those of news do that
/// stand over their text: `我市农村经济稳步发展`.
fn first_line_title(draft: &mut Draft<'_>) {
    /// Characters of such a title.
    const LENGTH: std::ops::RangeInclusive<usize> = 10..=50;
    let words = without_pages(draft.words(0).trim_start_matches(['#', ' ']));
    let is_title = draft.body > 0
        && LENGTH.contains(&words.chars().count())
        && (title::opens(words) || stands_over_news(draft, words))
        && !words.contains('《')
        && !signature::is_authority(words)
        && !words.contains(|c: char| "，,。；：:！？|\t 　".contains(c))
        && find_document_numbers(words).is_empty()
        && body_list::day(words).is_none();
    if is_title {
        draft.printed("title", words);
        draft.header.title = Some(closed(words));
    }
}

/// Whether a first line opens as the news of a place do, and their text follows.
fn stands_over_news(draft: &Draft<'_>, words: &str) -> bool {
    mark::OWN_PLACE.opening(words).is_some() && draft.words(1).contains('。')
}

/// A library's name of a file without type and number of pages: `…方案（18页）.docx`.
fn without_pages(title: &str) -> &str {
    let title = body_list::without_file_type(title);
    let pages = title
        .strip_suffix(['）', ')'])
        .and_then(|rest| rest.rsplit_once(['（', '(']))
        .filter(|(_, pages)| {
            pages.ends_with('页') && pages.starts_with(|c: char| c.is_ascii_digit())
        });
    pages.map_or(title, |(title, _)| title)
}

fn first_date(draft: &Draft<'_>, field: &'static str) -> Option<Date> {
    draft.site(field).find_map(site_date)
}

/// Genre of a document without a title, from how it says what it is: `提出如下实施意见`.
fn title_genre(draft: &mut Draft<'_>) {
    if draft.header.genre.is_some() {
        return;
    }
    /// Bytes of a text in which it says what it is.
    const OPENING: usize = 3000;
    let from_title = draft.header.title.as_deref().and_then(title::genre_of);
    let from_text = || {
        let start = draft
            .lines
            .first()
            .map_or(0, |&line| draft.page.lines[line].span.start);
        let end = signature::main_end(draft).end;
        let body = &draft.page.text[start..end.max(start)];
        mark::GENRE_FORMULA.value_in(head(body, OPENING))
    };
    if let Some(word) = from_title.or_else(from_text) {
        draft.header.genre = Some(genre(word));
        draft.inferred("genre");
    }
}

/// Issuing authorities of a document that no signature closes.
fn authorities(draft: &mut Draft<'_>) {
    if !draft.header.issuing_authorities.is_empty() {
        return;
    }
    let names = title_authorities(draft)
        .map(|names| with_place(draft, names))
        .or_else(|| report_authority(draft))
        .or_else(|| authority_under_title(draft))
        .or_else(|| site_authorities(draft))
        .or_else(|| announcing_authorities(draft))
        .or_else(|| number_authority(draft).map(|name| vec![name]));
    if let Some(names) = names {
        draft.header.issuing_authorities = names;
        draft.inferred("issuing_authorities");
    }
}

/// Names without their place, as 市人民政府办公厅, as the site's statement of the issuer has
/// them: 武汉市人民政府办公厅.
fn with_place(draft: &Draft<'_>, names: Vec<String>) -> Vec<String> {
    let placed = |name: String| {
        let mut stated = draft.site("issuing_authorities").map(str::trim);
        let whole = stated.find(|whole| {
            name.starts_with(['省', '市', '县', '区', '州'])
                && whole.len() > name.len()
                && whole.ends_with(&name)
                && signature::is_authority(whole)
        });
        whole.map_or(name, closed)
    };
    names.into_iter().map(placed).collect()
}

/// `上海市交通委员会、上海市发展和改革委员会关于…`: who the title begins with.
fn title_authorities(draft: &Draft<'_>) -> Option<Vec<String>> {
    // The words as printed still have the gaps that part the names.
    let lines: Vec<&str> = match draft.header.spans.get("title") {
        Some(spans) => spans
            .iter()
            .map(|span| &draft.page.text[span.range()])
            .collect(),
        None => vec![draft.header.title.as_deref()?],
    };
    let mut names = Vec::new();
    for line in lines {
        let line = line.strip_prefix('《').unwrap_or(line);
        let about = ["关于", "转发", "印发"]
            .iter()
            .filter_map(|word| line.find(word))
            .min();
        let name = line[..about.unwrap_or(line.len())].trim();
        let foreign = |c: char| matches!(c, '《' | '“') || c.is_ascii_alphanumeric();
        if name.contains(foreign) || about.is_none() && !signature::is_authority(name) {
            return None;
        }
        if name.chars().count() >= 3 {
            names.extend(signature::names_of_line(name).into_iter().map(closed));
        }
        if about.is_some() {
            return Some(names).filter(|names| !names.is_empty());
        }
    }
    None
}

/// The body on a line of its own right under the title, or over the date in brackets:
/// `某市统计局`, `（2018年4月16日）`.
fn authority_under_title(draft: &Draft<'_>) -> Option<Vec<String>> {
    let title = draft
        .header
        .spans
        .get("title")
        .and_then(|spans| spans.last());
    let under = |index: usize| {
        let start = draft.start(index);
        title.is_some_and(|title| start > title.start)
            && index > 0
            && draft.start(index - 1) <= title.map_or(0, |title| title.start)
    };
    let dated = |index: usize| {
        let next = draft.words(index + 1);
        next.starts_with(['（', '(']) && is_date_line(next)
    };
    (0..draft.body.min(12))
        .filter(|&index| under(index) || dated(index))
        .map(|index| draft.words(index))
        .find(|words| signature::is_authority(words) && read_seat(words).is_some())
        .map(|words| {
            signature::names_of_line(words)
                .into_iter()
                .map(closed)
                .collect()
        })
}

/// A work report's issuer is the government it speaks for.
fn report_authority(draft: &Draft<'_>) -> Option<Vec<String>> {
    let title = draft.header.title.as_deref().unwrap_or_default();
    let text = head(&draft.page.text, 2000);
    let is_report = draft.header.genre.as_ref() == Some(&Genre::Report);
    if !(title.ends_with("政府工作报告") || title.is_empty() && is_report) {
        return None;
    }
    if text.contains("代表国务院") {
        return Some(vec!["国务院".to_owned()]);
    }
    if let Some(name) = spoken_for(text) {
        return Some(vec![name.to_owned()]);
    }
    // `2026年西藏自治区政府工作报告`, else `在西藏自治区第十二届人民代表大会`.
    let after_year = title
        .find('年')
        .map_or(title, |at| &title[at + '年'.len_utf8()..]);
    let named = after_year
        .strip_suffix("政府工作报告")
        .map(|region| region.strip_suffix("人民政府").unwrap_or(region))
        .filter(|region| !region.is_empty());
    let region = named.or_else(|| {
        let end = text.find("人民代表大会")?;
        // 第十四届, 十四届
        let term = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
        let before = text[..end].trim_end().strip_suffix('届')?;
        let before = before.trim_end_matches(term).trim_end_matches('第');
        Some(before[before.rfind('在')? + '在'.len_utf8()..].trim())
    })?;
    let region = region.trim_end_matches("人民");
    Some(vec![format!("{region}人民政府")])
}

/// `现在，我代表闽清县人民政府，向大会报告`: the government, where its place is named.
fn spoken_for(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("我代表")?;
    let end = rest.find("人民政府")? + "人民政府".len();
    let name = &rest[..end];
    let named = read_seat(name).is_some_and(|seat| seat.region.is_some());
    (named && !name.contains(['，', ',', '。'])).then_some(name)
}

/// What the site names as the issuer.
fn site_authorities(draft: &Draft<'_>) -> Option<Vec<String>> {
    let value = draft
        .site("issuing_authorities")
        .next()
        .or_else(|| draft.site("publisher").next())?;
    // `某县人民政府（办公室）` stands for both.
    let value = ["（办公室）", "(办公室)"]
        .iter()
        .find_map(|office| value.strip_suffix(office))
        .unwrap_or(value);
    Some(
        value
            .split([' ', '、', '，', ',', ';', '；'])
            .map(closed)
            .filter(|n| !n.is_empty())
            .collect(),
    )
}

/// `财政部 税务总局公告2023年第6号`, `住房城乡建设部令第11号`: the number names them.
fn announcing_authorities(draft: &Draft<'_>) -> Option<Vec<String>> {
    let number = draft.header.document_number.as_ref()?;
    let code = number.agency_code.as_deref()?;
    let names = ["公告", "通告", "令"]
        .iter()
        .find_map(|word| code.strip_suffix(word))?;
    let names: Vec<String> = names.split([' ', '、']).map(str::to_owned).collect();
    names
        .iter()
        .all(|name| signature::is_authority(name))
        .then_some(names)
}

/// `慈政发〔2017〕42号` of `慈溪市…方案`: a government's agency code and its region.
fn number_authority(draft: &Draft<'_>) -> Option<String> {
    let code = draft
        .header
        .document_number
        .as_ref()?
        .agency_code
        .as_deref()?;
    let office = ["政办", "府办", "政府办"]
        .iter()
        .any(|mark| code.contains(mark));
    if !code.contains('政') && !code.contains('府') {
        return None;
    }
    let first = code.chars().next()?;
    let title = draft.header.title.as_deref()?;
    let region = region_of(title, first)?;
    let body = if office {
        "人民政府办公室"
    } else {
        "人民政府"
    };
    Some(format!("{region}{body}"))
}

/// The region in a title whose name begins with a character: `慈溪市`.
fn region_of(title: &str, first: char) -> Option<&str> {
    /// Characters of a region's name at the most.
    const LONGEST: usize = 10;
    title.match_indices(first).find_map(|(at, _)| {
        let name = &title[at..];
        // 津市 of 天津市: the name begins before.
        let before = title[..at].chars().next_back().map_or(0, char::len_utf8);
        if before > 0 && is_place(&title[at - before..]) {
            return None;
        }
        let mut ends = name
            .char_indices()
            .skip(1)
            .take(LONGEST)
            .filter(|&(_, c)| "省市县区州盟旗镇乡".contains(c))
            .map(|(end, c)| end + c.len_utf8());
        let end = ends.next()?;
        // `广州市`: the first sign may be part of the name.
        let end = ends
            .next()
            .filter(|&next| next == end + '市'.len_utf8())
            .unwrap_or(end);
        // 杭州 is a city, 凉山州 a prefecture.
        let cut = name[..end].ends_with('州') && name[..end].chars().count() < 3;
        (!cut).then_some(&name[..end])
    })
}

/// A printing authority of which only the office is left is the issuer's office.
fn printing_authority(draft: &mut Draft<'_>) {
    let Some(name) = draft.header.printing_authority.as_deref() else {
        return;
    };
    if ["办公室", "办公厅"].contains(&name)
        && let [issuer] = draft.header.issuing_authorities.as_slice()
        && issuer.ends_with("政府")
    {
        draft.header.printing_authority = Some(format!("{issuer}{name}"));
        draft.inferred("printing_authority");
    }
}
