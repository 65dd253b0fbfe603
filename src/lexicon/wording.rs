//! Wording of headings and closing paragraphs.

use std::sync::LazyLock;

use super::trie::Trie;
use super::{mark, rows};
use crate::model::SectionKind;

/// Words of headings.
static SECTIONS: LazyLock<Trie<SectionKind>> = LazyLock::new(|| {
    Trie::backward(
        rows(include_str!("section_kind.tsv"))
            .map(|row| (row.cell(0), kind(row.cell(1)))),
    )
});

/// The same words, to be met from the front.
static OPENING_SECTIONS: LazyLock<Trie<()>> = LazyLock::new(|| {
    let words = rows(include_str!("section_kind.tsv")).map(|row| (row.cell(0), ()));
    // 目标 and 任务 begin sentences, too.
    Trie::forward(words.filter(|(word, ())| word.chars().nth(3).is_some()))
});

/// Bytes of the longest word of headings that words begin with: `指导思想`以….
pub(crate) fn opening_section(words: &str) -> Option<usize> {
    let longest = OPENING_SECTIONS.prefixes(words).last();
    longest.map(|(end, ())| end)
}

static CLOSINGS: LazyLock<Trie<Closing>> = LazyLock::new(|| {
    Trie::forward(rows(include_str!("closing.tsv")).map(|row| {
        let closing = match row.cell(1) {
            "appeal" => Closing::Appeal,
            "chapter" => Closing::Chapter,
            _ => Closing::End,
        };
        (row.cell(0), closing)
    }))
});

/// What an unnumbered paragraph does to the numbered items before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Closing {
    /// It ends them.
    End,
    /// It calls on all (`各地、各部门要…`): behind the last item it closes the document,
    /// before it it is part of an item.
    Appeal,
    /// It is a chapter's heading that bears no label.
    Chapter,
}

fn kind(name: &str) -> SectionKind {
    match name {
        "goals" => SectionKind::Goals,
        "tasks" => SectionKind::Tasks,
        "principles" => SectionKind::Principles,
        "safeguards" => SectionKind::Safeguards,
        "background" => SectionKind::Background,
        "review" => SectionKind::Review,
        "provisions" => SectionKind::Provisions,
        _ => SectionKind::Other,
    }
}

/// What a heading says its section is about: the longest known word that one of its clauses
/// ends in; of words as long, the last one.
pub(crate) fn section_kind(heading: &str) -> Option<SectionKind> {
    // 总　则 is set apart to fill its line.
    let closed: String;
    let heading = if heading.contains(char::is_whitespace) {
        closed = heading.split_whitespace().collect();
        closed.as_str()
    } else {
        heading
    };
    let improves = |words| mark::IMPROVING_VERB.opening(words).is_some();
    let clauses = heading.split(['，', ',', '；']).flat_map(|whole| {
        let work = improves(heading) || improves(whole);
        whole
            .split(['、', '和'])
            .map(move |clause| (work, bare(clause)))
    });
    clauses
        .filter_map(|(work, clause)| {
            let (at, kind) = SECTIONS.suffixes(clause).last()?;
            // 营造发展环境 and 筑牢粮食和物资储备事业发展基础 are work to be done.
            let work = kind == SectionKind::Background && (work || improves(clause));
            (!work).then_some((clause.len() - at, kind))
        })
        .max_by_key(|&(length, _)| length)
        .map(|(_, kind)| kind)
}

/// A clause without what may follow its last word: a bracket, a colon, a particle.
fn bare(clause: &str) -> &str {
    let clause = clause.strip_suffix("是什么？").unwrap_or(clause);
    let clause = clause.trim_end_matches(['：', ':', '？', '。', '”', ' ', '\u{3000}']);
    match (clause.ends_with(['）', ')']), clause.rfind(['（', '('])) {
        (true, Some(open)) => clause[..open].trim_end(),
        _ => clause,
    }
}

/// Whether a paragraph that opens with these words ends the numbered items before it.
pub(crate) fn closing(paragraph: &str) -> Option<Closing> {
    /// Bytes of a heading that blanks set apart, `附　　则`, at the most.
    const SET_APART: usize = 20;
    let closed: String;
    let paragraph =
        if paragraph.len() <= SET_APART && paragraph.contains(char::is_whitespace) {
            closed = paragraph.split_whitespace().collect();
            closed.as_str()
        } else {
            paragraph
        };
    CLOSINGS
        .prefixes(paragraph)
        .filter(|&(end, closing)| closing != Closing::Chapter || end == paragraph.len())
        .map(|(_, closing)| closing)
        .last()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_what_their_section_is() {
        for (heading, expected) in [
            ("基本原则", Some(SectionKind::Principles)),
            ("职责分工原则", Some(SectionKind::Principles)),
            ("发展指标", Some(SectionKind::Goals)),
            (
                "充分认识防汛工作的重要性和紧迫性",
                Some(SectionKind::Background),
            ),
            ("筑牢粮食储备事业发展基础", None),
            ("加强巡查", None),
        ] {
            assert_eq!(section_kind(heading), expected, "{heading}");
        }
    }
}
