//! Places that names of bodies begin with, after GB/T 2260: `上海市奉贤区人民政府`.

use std::sync::LazyLock;

use crate::lexicon::hash::WordMap;
use crate::lexicon::rows;
use crate::model::{Level, Region};

/// Characters of a division's name at the most: 积石山保安族东乡族撒拉族自治县.
const LONGEST_NAME: usize = 15;

/// Characters of a township's name at the most, its 镇 or 乡 with it.
const LONGEST_TOWNSHIP: usize = 8;

#[derive(Debug, Default)]
struct Regions {
    /// Ascending by code.
    names: Vec<(u32, &'static str)>,
    /// The last one in `places` that bears a name.
    last: WordMap<usize>,
    /// Places by name: a code, and the one before that bears the same name. Most names are
    /// borne by one place, so none has a list of its own.
    places: Vec<(u32, Option<usize>)>,
}

impl Regions {
    /// Divisions in the table, roughly: room is made for them once.
    const MANY: usize = 3300;

    fn load() -> Self {
        let mut regions = Self::default();
        regions.names.reserve(Self::MANY);
        regions.last.reserve(2 * Self::MANY);
        regions.places.reserve(2 * Self::MANY);
        for row in rows(include_str!("../lexicon/region.tsv")) {
            let [code, names @ ..] = row.cells::<3>();
            if let Ok(code) = code.parse() {
                regions.names.push((code, names[0]));
                for name in names {
                    if !name.is_empty() {
                        let before = regions.last.insert(name, regions.places.len());
                        regions.places.push((code, before));
                    }
                }
            }
        }
        regions
    }

    /// The codes of the places that bear a name.
    fn codes(&self, name: &str) -> impl Iterator<Item = u32> + '_ {
        let mut next = self.last.get(name).copied();
        std::iter::from_fn(move || {
            let (code, before) = self.places[next?];
            next = before;
            Some(code)
        })
    }
}

static REGIONS: LazyLock<Regions> = LazyLock::new(Regions::load);

/// Where a body sits, as far as its name says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Seat {
    pub(crate) level: Level,
    /// `None` where the name does not say which place of that level.
    pub(crate) region: Option<Region>,
}

/// Reads where a body sits from its name, e.g. `广州市越秀区人民政府`, `国务院办公厅`.
pub(crate) fn read_seat(name: &str) -> Option<Seat> {
    let name = name.strip_prefix("中共").unwrap_or(name);
    let (code, rest) = read_place(name);
    if is_township(rest) {
        let region = code.map(region);
        return Some(Seat {
            level: Level::Township,
            region,
        });
    }
    match code {
        Some(code) => Some(Seat {
            level: level(code),
            region: Some(region(code)),
        }),
        None => unnamed_level(name).map(|level| Seat {
            level,
            region: None,
        }),
    }
}

/// The lowest division that words begin with, and the words behind it.
fn read_place(words: &str) -> (Option<u32>, &str) {
    let (mut parent, mut rest) = (None, words);
    while let Some((code, length)) = read_division(rest, parent) {
        (parent, rest) = (Some(code), &rest[length..]);
    }
    (parent, rest)
}

/// Whether words begin with the full name of a division: `九台区`, `七台河市`.
pub(crate) fn is_place(words: &str) -> bool {
    leading_place(words).is_some()
}

/// Bytes of the full name of a division that words begin with.
pub(crate) fn leading_place(words: &str) -> Option<usize> {
    let ends = words.char_indices().map(|(at, c)| (at + c.len_utf8(), c));
    let mut full = ends
        .take(LONGEST_NAME)
        .skip(1)
        .filter(|&(_, c)| matches!(c, '省' | '市' | '县' | '区' | '州' | '旗' | '盟'));
    let (end, _) = full.find(|&(end, _)| REGIONS.last.contains_key(&words[..end]))?;
    Some(end)
}

/// Whether words are full names of divisions and nothing else: `广东省广州市`.
pub(crate) fn are_places(mut words: &str) -> bool {
    while let Some(end) = leading_place(words) {
        words = &words[end..];
    }
    words.is_empty()
}

/// Whether words are the full name of a division and nothing else.
pub(crate) fn is_division(words: &str) -> bool {
    words.chars().count() <= LONGEST_NAME
        && REGIONS.last.contains_key(words)
        && is_place(words)
}

/// The longest name of a division that words begin with, below another one or, where a name
/// is borne by one place alone, anywhere.
fn read_division(words: &str, parent: Option<u32>) -> Option<(u32, usize)> {
    let ends = words.char_indices().map(|(at, c)| at + c.len_utf8());
    let ends: Vec<usize> = ends.take(LONGEST_NAME).skip(1).collect();
    ends.into_iter().rev().find_map(|end| {
        let codes = REGIONS.codes(&words[..end]);
        let mut fitting =
            codes.filter(|&code| parent.is_none_or(|parent| lies_in(code, parent)));
        match (fitting.next(), fitting.next()) {
            (Some(code), None) => Some((code, end)),
            // 嘉峪关市, which has no districts, stands in the table once for each level.
            (Some(inner), Some(city)) if lies_in(inner, city) => Some((city, end)),
            _ => None,
        }
    })
}

const fn lies_in(code: u32, parent: u32) -> bool {
    let width = match parent {
        parent if parent % 10_000 == 0 => 10_000,
        parent if parent % 100 == 0 => 100,
        _ => return false,
    };
    code / width == parent / width && code > parent
}

const fn level(code: u32) -> Level {
    match code {
        code if code % 10_000 == 0 => Level::Provincial,
        code if code % 100 == 0 => Level::Prefectural,
        _ => Level::County,
    }
}

/// A division with the names of those it lies in: `浙江省宁波市慈溪市`.
fn region(code: u32) -> Region {
    let mut above = vec![code / 10_000 * 10_000, code / 100 * 100, code];
    above.dedup();
    let names = above.iter().filter_map(|code| {
        let at = REGIONS.names.binary_search_by_key(code, |&(code, _)| code);
        at.ok().map(|at| REGIONS.names[at].1)
    });
    Region {
        code: code.to_string(),
        name: names.collect(),
    }
}

/// Whether the words behind a place begin with a township's organ: `花桥镇人民政府`.
fn is_township(words: &str) -> bool {
    let ends = words.char_indices().take(LONGEST_TOWNSHIP);
    let mut ends = ends.filter(|&(_, c)| matches!(c, '镇' | '乡' | '道'));
    ends.any(|(at, c)| {
        let organ = &words[at + c.len_utf8()..];
        let street = c == '道' && words[..at].ends_with('街');
        ["人民政府", "政府", "党委"]
            .iter()
            .any(|word| c != '道' && organ.starts_with(word))
            || street
                && ["办事处", "党工委"]
                    .iter()
                    .any(|word| organ.starts_with(word))
    })
}

/// The level of a body whose name has no place: `省卫生健康委`, `教育部`. A 市 may be one of
/// three levels.
fn unnamed_level(name: &str) -> Option<Level> {
    let name = name.strip_prefix("中华人民共和国").unwrap_or(name);
    let national = ["国务院", "国家", "中央", "全国", "最高人民"];
    let ministry = name.ends_with('部') && !name.contains(['省', '市', '县', '区', '委']);
    if national.iter().any(|word| name.starts_with(word)) || ministry {
        return Some(Level::National);
    }
    match name.chars().next()? {
        '省' => Some(Level::Provincial),
        '自' if name.starts_with("自治区") => Some(Level::Provincial),
        '州' => Some(Level::Prefectural),
        '县' | '区' => Some(Level::County),
        '镇' | '乡' => Some(Level::Township),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn seat(name: &str, expected: &str) {
        let found = read_seat(name).map_or_else(
            || "-".to_owned(),
            |seat| {
                let region = seat.region.map_or_else(
                    || "-".to_owned(),
                    |region| format!("{} {}", region.code, region.name),
                );
                format!("{:?} {region}", seat.level)
            },
        );
        assert_eq!(found, expected, "{name}");
    }

    #[test]
    fn names_that_begin_with_places() {
        seat("江西省人民政府办公厅", "Provincial 360000 江西省");
        seat("广州市民政局", "Prefectural 440100 广东省广州市");
        seat("上海市奉贤区人民政府办公室", "County 310120 上海市奉贤区");
        seat("慈溪市人民政府", "County 330282 浙江省宁波市慈溪市");
        seat("嘉峪关市人民政府", "Prefectural 620200 甘肃省嘉峪关市");
        seat(
            "阿坝州人民政府办公室",
            "Prefectural 513200 四川省阿坝藏族羌族自治州",
        );
        seat("济源市人民政府", "County 419001 河南省济源市");
        seat(
            "新疆维吾尔自治区人民政府",
            "Provincial 650000 新疆维吾尔自治区",
        );
        seat("昆山市花桥镇人民政府", "Township 320583 江苏省苏州市昆山市");
        seat(
            "广州市天河区石牌街道办事处",
            "Township 440106 广东省广州市天河区",
        );
        seat("北京市朝阳区卫生健康委员会", "County 110105 北京市朝阳区");
    }

    #[test]
    fn names_without_a_place() {
        seat("国务院办公厅", "National -");
        seat("中华人民共和国国务院", "National -");
        seat("教育部", "National -");
        seat("国家卫生健康委员会", "National -");
        seat("省卫生健康委", "Provincial -");
        seat("县人民政府办公室", "County -");
        seat("市发展改革委", "-");
        // Three cities have one; which is not said.
        seat("朝阳区人民政府", "-");
        seat("深化医药卫生体制改革领导小组", "-");
        seat("省委宣传部", "Provincial -");
    }
}
