//! What stands above a table: its caption, the unit of its numbers.

use super::column::read_period;
use crate::extract::target::CellUnit;
use crate::lexicon::head::says;
use crate::lexicon::mark;

/// Lines above a table that may be its caption.
const CAPTION_LINES: usize = 4;

/// Characters of a caption at the most.
const LONGEST_CAPTION: usize = 50;

/// The lines above a table, and the rows above its header.
fn lines_above(text: &str, start: usize, header: usize) -> impl Iterator<Item = &str> {
    let inside = text[start.min(header)..header].lines();
    let above = text[..start].rsplit('\n').map(str::trim);
    // The caption of an attachment's table stands below the attachment's label.
    let above = above
        .filter(|line| !line.is_empty())
        .take_while(|line| !line.starts_with("附件"))
        .take(CAPTION_LINES);
    inside.map(str::trim).chain(above)
}

/// The caption of a table, when it says by when.
pub(super) fn caption(text: &str, start: usize, header: usize) -> Option<String> {
    lines_above(text, start, header)
        .take_while(|line| !line.contains('。'))
        .find(|line| {
            line.chars().count() <= LONGEST_CAPTION
                && says("caption", line)
                && read_period(line).0.is_some()
        })
        .map(str::to_owned)
}

/// Whether what stands above a table says that it allots work: 任务分解表.
pub(super) fn allots(text: &str, start: usize, header: usize) -> bool {
    lines_above(text, start, header)
        .take_while(|line| !line.contains('。'))
        .any(|line| {
            line.chars().count() <= LONGEST_CAPTION && mark::ALLOTTING.is_in(line)
        })
}

/// The unit of all numbers of a table, as said above it: 单位：万元. None of several is.
pub(super) fn table_unit(text: &str, start: usize, header: usize) -> Option<CellUnit> {
    lines_above(text, start, header)
        .take_while(|line| !line.contains('。'))
        .filter_map(|line| line.split("单位：").nth(1).or(line.split("单位:").nth(1)))
        .find_map(|rest| {
            let end = rest.find(['）', ')', ' ', '\t', '、', '，']);
            let (unit, behind) = rest.split_at(end.unwrap_or(rest.len()));
            // 单位：万亩、万吨
            let further = behind.trim_start_matches(['、', '，']);
            let several = further.len() < behind.len()
                && CellUnit::read(further.trim_end_matches(['）', ')', ' '])).is_some();
            CellUnit::read(unit).filter(|_| !several)
        })
}
