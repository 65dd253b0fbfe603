//! What a crawler that saves pages as Markdown writes around a document: fields in bold type,
//! and links to the files that the page offers.

use std::ops::Range;

use super::{Judgement, SiteField, Verdict, shape};

/// Takes off fields in bold type that no table knows, in a block with others above the
/// document: `**检索关键词**: 人工智能`.
pub(super) fn bold_fields(judgement: &mut Judgement<'_>, body_start: usize) {
    /// Fields of the block that are known, at the least.
    const KNOWN: usize = 2;
    let fields: Vec<usize> = (0..body_start.min(judgement.lines.len()))
        .filter(|&line| bold_field(judgement.lines[line]).is_some())
        .collect();
    let known = fields
        .iter()
        .filter(|&&line| judgement.verdicts[line] == Verdict::Remove("strip/metadata"));
    if known.count() < KNOWN {
        return;
    }
    for line in fields {
        if judgement.is_kept(line) {
            judgement.remove(line, "strip/metadata");
        }
    }
}

/// The name and the value of a field in bold type.
fn bold_field(line: &str) -> Option<(&str, &str)> {
    /// Characters of a field's name at most.
    const NAME: usize = 10;
    let rest = line
        .trim_start_matches(['-', '>', ' '])
        .strip_prefix("**")?;
    let (name, value) = rest.split_once("**")?;
    let closed = name.strip_suffix([':', '：']);
    let value = match closed {
        Some(_) => value,
        None => value.trim_start().strip_prefix([':', '：'])?,
    };
    let name = closed.unwrap_or(name).trim();
    let named = !name.is_empty()
        && name.chars().nth(NAME).is_none()
        && name.chars().all(char::is_alphabetic);
    (named && !value.contains('。')).then_some((name, value.trim()))
}

/// Takes off the links to files below a label of the site's, above the document and below
/// it, and notes those that the page calls attachments: `【相关附件】` ⏎ `- [任务表.docx](…)`.
pub(super) fn file_links(judgement: &mut Judgement<'_>, body: &Range<usize>) {
    let mut label: Option<usize> = None;
    for line in 0..judgement.lines.len() {
        let words = judgement.lines[line];
        if body.contains(&line) {
            label = None;
        } else if let (Some(above), Some(file)) = (label, linked_file(words)) {
            let heads = judgement.lines[above];
            judgement.remove(line, "strip/link-list");
            if heads.contains(ATTACHMENT) {
                judgement.site.push(SiteField {
                    field: "attachments",
                    value: file.to_owned(),
                });
            }
        } else if !words.is_empty() {
            let field = || bold_field(words).is_some_and(|(_, value)| value.is_empty());
            let offers =
                !judgement.is_kept(line) && (shape::is_controls(words) || field());
            label = offers.then_some(line);
        }
    }
}

/// What the site calls files that belong to a document.
const ATTACHMENT: &str = "附件";

/// The file that a line links to and nothing else: `- [任务表.docx](./任务表.docx) (docx)`.
fn linked_file(line: &str) -> Option<&str> {
    /// Bytes of a file's type at most.
    const TYPE: usize = 5;
    let line = line.trim_start_matches(['-', '*', '+', '•', ' ']);
    let (name, rest) = line.strip_prefix('[')?.split_once("](")?;
    let (_, kind) = name.rsplit_once('.')?;
    let typed = (1..=TYPE).contains(&kind.len())
        && kind.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let behind = rest.strip_suffix(')')?;
    // The type may stand behind the link again.
    let closes = match behind.rsplit_once(") (") {
        Some((_, again)) => again == kind,
        None => true,
    };
    (typed && closes).then_some(name)
}
