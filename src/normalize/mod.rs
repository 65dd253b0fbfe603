//! Stage 2: [`Source`] → [`Text`], the same words with annotations, damage, script and
//! width put right, and the map back.

mod damage;
mod folio;
#[cfg(feature = "opencc")]
mod opencc;
mod pinyin;
mod script;
mod spacing;
mod width;
mod wrap;

use std::borrow::Cow;
use std::ops::Range;

use damage::Repaired;
#[cfg(feature = "opencc")]
pub(crate) use opencc::OpenCc;
pub(crate) use script::{Converter, t2s};

use crate::diagnostic::Diagnostics;
use crate::document::{Media, Repair, Script};
use crate::read::{Hint, Source};
use crate::span::{SourceSpan, Span};
use crate::text::{OffsetMap, Rewriter};

/// A normalised text.
#[derive(Debug)]
pub(crate) struct Text<'s> {
    pub(crate) text: Cow<'s, str>,
    /// From `text` back to the source.
    pub(crate) map: OffsetMap,
    /// Script of the source.
    pub(crate) script: Script,
    /// The lines in order, by their first byte in `text`, with the source's hints.
    pub(crate) lines: Vec<(usize, Hint)>,
    /// Damaged places; spans are in `text` until stripping moves them, source spans in the
    /// source.
    pub(crate) repairs: Vec<Repair>,
}

/// A text on its way through the steps.
#[derive(Debug)]
struct Draft<'s> {
    text: Cow<'s, str>,
    map: OffsetMap,
    repairs: Vec<Repair>,
}

/// What a step makes of a text.
#[derive(Debug)]
struct Step<'t> {
    text: Cow<'t, str>,
    /// From `text` back to the step's input.
    map: OffsetMap,
    /// Spans are in `text`, source spans in the step's input.
    repairs: Vec<Repair>,
}

impl<'t> From<(Cow<'t, str>, OffsetMap)> for Step<'t> {
    fn from((text, map): (Cow<'t, str>, OffsetMap)) -> Self {
        Self {
            text,
            map,
            repairs: Vec::new(),
        }
    }
}

impl<'t> From<Repaired<'t>> for Step<'t> {
    fn from(repaired: Repaired<'t>) -> Self {
        Self {
            text: repaired.text,
            map: repaired.map,
            repairs: repaired.repairs,
        }
    }
}

/// Writes `to` in the place of what stands there, and says so.
fn repair(
    rewriter: &mut Rewriter<'_>,
    place: Range<usize>,
    to: &str,
    rule: &str,
) -> Repair {
    let from = rewriter.source()[place.clone()].to_owned();
    let out = rewriter.out_len(place.start);
    rewriter.replace_apart(place.clone(), to);
    Repair {
        from,
        to: to.to_owned(),
        rule: rule.to_owned(),
        certain: true,
        candidates: Vec::new(),
        span: Span::new(out, out + to.len()),
        source_span: SourceSpan::new(place.start, place.end),
    }
}

impl Draft<'_> {
    fn step(&mut self, rewrite: impl FnOnce(&str) -> Step<'_>) {
        let Step {
            text,
            map: later,
            mut repairs,
        } = rewrite(&self.text);
        for repair in &mut repairs {
            let range = self.map.source(repair.source_span.range());
            repair.source_span = SourceSpan::new(range.start, range.end);
        }
        if let Cow::Owned(text) = text {
            for repair in &mut self.repairs {
                repair.span = later.out(repair.span.range()).into();
            }
            self.map = std::mem::take(&mut self.map).then(&later);
            self.text = Cow::Owned(text);
        }
        self.repairs.append(&mut repairs);
    }

    fn candidates(&mut self) -> impl Iterator<Item = &mut String> {
        self.repairs
            .iter_mut()
            .flat_map(|repair| &mut repair.candidates)
    }

    /// The repairs in order, with the words that stand there after the last step.
    fn repairs(&mut self) -> Vec<Repair> {
        let mut repairs = std::mem::take(&mut self.repairs);
        repairs.sort_by_key(|repair| repair.span);
        for repair in &mut repairs {
            self.text[repair.span.range()].clone_into(&mut repair.to);
        }
        repairs
    }
}

/// Normalises a source; `keep_traditional` leaves the script alone.
pub(crate) fn normalize(source: &Source, keep_traditional: bool) -> Text<'_> {
    let converter = (!keep_traditional).then(t2s);
    normalize_with(source, converter, &mut Diagnostics::default())
}

/// Normalises a source; traditional text is rewritten by `converter`, and stays without.
pub(crate) fn normalize_with<'s>(
    source: &'s Source,
    converter: Option<&dyn Converter>,
    diagnostics: &mut Diagnostics,
) -> Text<'s> {
    let mut draft = Draft {
        text: Cow::Borrowed(&source.text),
        map: OffsetMap::default(),
        repairs: Vec::new(),
    };
    if source.media == Media::Text && wrap::is_cut(&draft.text) {
        // A page's number stands between two lines that were one.
        draft.step(folio::strip);
        draft.step(|text| wrap::uncut(text).into());
    }
    if let Some(mut readings) = damage::readings(&draft.text) {
        draft.step(|text| {
            let repaired = damage::repair(text, &readings);
            readings.move_to(&repaired);
            repaired.into()
        });
        draft.step(|text| {
            readings.report(text, diagnostics);
            readings.strip(text).into()
        });
    }
    draft.step(spacing::tidy);
    let reported: Vec<Span> = draft.repairs.iter().map(|repair| repair.span).collect();
    draft.step(|text| spacing::lost_blanks(text, &reported));
    draft.step(spacing::break_signs);
    draft.step(|text| spacing::break_fields(text).into());
    if source.media == Media::Text {
        draft.step(spacing::break_tags);
        draft.step(|text| wrap::rejoin_titles(text).into());
        draft.step(folio::strip);
        draft.step(folio::unslice);
        draft.step(|text| wrap::unwrap(text).into());
        draft.step(|text| wrap::close_duties(text).into());
    }
    draft.step(|text| spacing::close_numbers(text).into());
    let script = script::script(&draft.text);
    if script != Script::Simplified
        && let Some(converter) = converter
    {
        draft.step(|text| converter.convert(text).into());
        for candidate in draft.candidates() {
            *candidate = converter.convert(candidate).0.into_owned();
        }
    }
    Text {
        lines: lines(source, &draft),
        repairs: draft.repairs(),
        text: draft.text,
        map: draft.map,
        script,
    }
}

/// The source's lines where they begin now; one that was joined with the line before it is
/// none any more.
fn lines(source: &Source, draft: &Draft<'_>) -> Vec<(usize, Hint)> {
    let text = draft.text.as_bytes();
    let begins = |at: usize| at == 0 || text.get(at - 1) == Some(&b'\n');
    source
        .lines
        .iter()
        .map(|line| {
            let start = line.range.start;
            (draft.map.out(start..start).start, line.hint)
        })
        .filter(|&(at, _)| draft.map.is_identity() || begins(at))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::edits;

    fn source(text: &str) -> Option<Source> {
        let limit = usize::MAX;
        let mut diagnostics = Diagnostics::default();
        crate::read::read(text.as_bytes(), limit, Some("utf-8"), &mut diagnostics).ok()
    }

    /// What must be true of every normalised text.
    #[track_caller]
    fn holds(source: &Source, keep_traditional: bool) -> String {
        let normal = normalize(source, keep_traditional);
        let (before, after) = (&source.text, &normal.text);
        let mut last = 0..0;
        for (at, character) in after.char_indices() {
            let place = normal.map.source(at..at + character.len_utf8());
            assert!(before.get(place.clone()).is_some(), "{place:?}");
            assert!(
                last.start <= place.start && last.end <= place.end,
                "{place:?}"
            );
            last = place;
        }
        let mut undone = after.clone().into_owned();
        for edit in edits(before, after, &normal.map).iter().rev() {
            undone.replace_range(edit.span.range(), &edit.source);
        }
        assert_eq!(&undone, before);
        let starts = normal.lines.iter().map(|line| line.0);
        assert!(starts.clone().is_sorted());
        assert!(starts.clone().all(|at| after.is_char_boundary(at)));
        for repair in &normal.repairs {
            assert_eq!(&after[repair.span.range()], repair.to);
            assert!(before.get(repair.source_span.range()).is_some());
        }
        after.clone().into_owned()
    }

    #[track_caller]
    fn normalizes(text: &str, expected: &str) {
        let source = source(text).unwrap();
        assert_eq!(holds(&source, false), expected);
    }

    #[test]
    fn steps_work_together() {
        normalizes(
            "\u{FEFF}深化醫\u{200B}療\u{A0}體制改革，著力達到９０％\r\n二、１．５倍\r\n",
            "深化医疗 体制改革，着力达到90%\n二、1.5倍\n",
        );
        normalizes("每噸0\u{E010}2元\u{A0}", "每吨0.2元 ");
    }

    #[test]
    fn a_page_number_between_lines_that_were_cut_goes_first() {
        let sentence = "市发展改革委会同市财政局制定年度计划，完成投资13.69亿元，新增泊位\
            12000个，市住房城乡建设局负责统筹协调工作，建立项目储备库，实行清单化管理，";
        let whole = format!("{}并向社会公布。\n", sentence.repeat(8));
        let characters: Vec<char> = whole.chars().collect();
        for most in [30, 35, 41] {
            let mut pages = String::new();
            for (index, line) in characters.chunks(most).enumerate() {
                pages.extend(line);
                if line.len() < most {
                    continue;
                }
                pages.push('\n');
                if index % 5 == 4 {
                    pages.push_str(&format!("— {} —\n", index / 5 + 1));
                }
            }
            normalizes(&pages, &whole);
        }
    }

    #[test]
    fn readings_that_go_are_counted() {
        let mut diagnostics = Diagnostics::default();
        let source = source("深化醫(yī)療(liáo)衛(wèi)生體(tǐ)制改革").unwrap();
        normalize_with(&source, None, &mut diagnostics);
        let found = diagnostics.finish();
        assert_eq!(
            found[0].message,
            "4 readings behind their characters were taken out, `(yī)` first"
        );
        assert_eq!(found.len(), 1);
    }

    #[test]
    fn a_kept_script_keeps_the_rest() {
        let source = source("深化醫療\u{A0}體制改革，著力達到９０％").unwrap();
        let normal = normalize(&source, true);
        assert_eq!(normal.text, "深化醫療 體制改革，著力達到90%");
        assert_eq!(normal.script, Script::Traditional);
    }

    #[test]
    fn clean_simplified_text_is_borrowed() {
        let text =
            "印发《臺灣省通志館館藏目錄》的通知\n　　一、到2025年（含），达到90%以上。";
        let source = source(text).unwrap();
        let normal = normalize(&source, false);
        assert!(matches!(normal.text, Cow::Borrowed(_)));
        assert!(normal.map.is_identity() && normal.repairs.is_empty());
        assert_eq!(normal.script, Script::Simplified);
    }

    /// Of the simplified documents that the project does not carry, nothing changes but
    /// width and space.
    #[test]
    fn real_documents_keep_their_characters() {
        let Some(root) = std::env::var_os("GONGWEN_SHARED") else {
            return;
        };
        for folder in ["docs", "gold"] {
            let folder = std::path::Path::new(&root).join(folder);
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_str().unwrap().to_owned();
                let Ok(text) = std::fs::read_to_string(&path) else {
                    continue;
                };
                if name.ends_with(".json") {
                    continue;
                }
                let mut source = source(&text).unwrap();
                if name.ends_with(".html") {
                    source.text = text;
                    source.lines.clear();
                }
                holds(&source, false);
                // What is reported is no part of the comparison.
                let normal = normalize(&source, false);
                let (mut before, mut out) =
                    (source.text.clone(), normal.text.to_string());
                for repair in normal.repairs.iter().rev() {
                    before.replace_range(repair.source_span.range(), "");
                    out.replace_range(repair.span.range(), "");
                }
                if name.starts_with("tw-")
                    || ["hainan.txt", "tibet.txt"].contains(&&*name)
                {
                    continue;
                }
                let seen = |text: &str| -> String {
                    text.chars()
                        .filter(|c| !c.is_whitespace() && !spacing::is_invisible(*c))
                        .map(|c| match c {
                            '！'..='～' => {
                                char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)
                            }
                            c => c,
                        })
                        .collect()
                };
                assert!(seen(&out) == seen(&before), "{name}");
            }
        }
    }

    /// Whatever is repeated, time grows with the text and not with its square.
    #[test]
    fn repeated_patterns_take_linear_time() {
        for pattern in [
            "著",
            "隨著",
            "沈",
            "醫",
            "\u{E010}",
            "1\u{E010}",
            "\u{E010} ",
            "\u{200B}",
            "1．",
            "．\u{200B}",
            "－",
            "\r",
            "\r\n",
            "\u{C}",
            "\u{A0}",
            "《",
            "）",
            "第一",
            "殢",
        ] {
            // A quadratic step takes minutes for it.
            let source = source(&format!("繁體{}", pattern.repeat(30_000)));
            let normal = normalize(source.as_ref().unwrap(), false);
            assert!(normal.text.starts_with("繁体"), "{pattern:?}");
        }
    }

    /// Texts of what the steps look at.
    fn texts() -> impl Strategy<Value = String> {
        let pieces = prop::sample::select(vec![
            "醫",
            "療",
            "医",
            "疗",
            "殢",
            "薴",
            "苧",
            "車",
            "剋",
            "架",
            "隨",
            "著",
            "作",
            "力",
            "乾",
            "隆",
            "沈",
            "《",
            "》",
            "於",
            "于",
            "(yī)",
            "(",
            ")",
            "?",
            "jì",
            "１",
            "2",
            "．",
            "％",
            "－",
            "＞",
            "Ａ",
            "，",
            "。",
            "：",
            "；",
            " ",
            "\u{A0}",
            "　",
            "\u{2002}",
            "\u{200B}",
            "\u{FEFF}",
            "\u{202E}",
            "\r",
            "\n",
            "\r\n",
            "\u{C}",
            "\u{2028}",
            "\u{E010}",
            "\u{E7E3}",
            "𠮷",
            "😀",
            "\u{FE0F}",
            "第一条",
            "一、",
            "x",
        ]);
        prop::collection::vec(pieces, 0..60).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn normalising_is_idempotent(text in texts(), keep in any::<bool>()) {
            if let Some(first) = source(&text) {
                let once = holds(&first, keep);
                // Wide signs, which normalising narrows, are evidence of how a page was
                // damaged: without them another place may be read.
                let wide = text.contains(['１', '．', '％', '－', '＞', 'Ａ']);
                prop_assume!(!(wide && once.contains("??")));
                if let Some(second) = source(&once) {
                    prop_assert_eq!(&*normalize(&second, keep).text, once);
                }
            }
        }

        #[test]
        fn any_text_can_be_normalised(text in any::<String>()) {
            if let Some(source) = source(&text) {
                holds(&source, false);
            }
        }

        #[test]
        fn any_bytes_can_be_read(bytes in any::<Vec<u8>>()) {
            let mut diagnostics = Diagnostics::default();
            if let Ok(source) = crate::read::read(&bytes, 1 << 20, None, &mut diagnostics) {
                holds(&source, false);
            }
        }
    }
}
