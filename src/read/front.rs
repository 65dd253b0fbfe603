//! Front matter (YAML) that a repository puts above a text, between `---` lines.

/// The line above and below front matter.
const FENCE: &str = "---";

/// Lines of front matter at most.
const MOST_LINES: usize = 100;

/// The index of the line that closes front matter, when trimmed lines begin with some.
pub(crate) fn close<'t>(lines: impl Iterator<Item = &'t str>) -> Option<usize> {
    let mut lines = lines.enumerate().skip_while(|(_, line)| line.is_empty());
    let (open, _) = lines.next().filter(|(_, line)| *line == FENCE)?;
    let mut last = None;
    for (index, line) in lines.take(MOST_LINES) {
        match (split(line), &last) {
            // A text of several lines, in quotes or set in.
            (_, Some(Value::Open(quote))) if line != FENCE => {
                if line.ends_with(*quote) {
                    last = Some(Value::Closed);
                }
            }
            (_, Some(Value::Block)) if line != FENCE && split(line).is_none() => {}
            (Some((_, value)), _) => last = Some(Value::of(value)),
            (None, None) if line.is_empty() => {}
            (None, None) => return None,
            (None, Some(_)) if line == FENCE => {
                return (index > open + 1).then_some(index);
            }
            (None, Some(_)) if line.is_empty() || line.starts_with(['-', '#']) => {}
            (None, Some(_)) => return None,
        }
    }
    None
}

/// How the value of a field ends.
enum Value {
    Closed,
    /// The lines below go on with it until this quotation mark.
    Open(char),
    /// Lines that are no fields go on with it.
    Block,
}

impl Value {
    fn of(value: &str) -> Self {
        let open = |quote: char| {
            let inner = value.strip_prefix(quote);
            inner.is_some_and(|inner| !inner.ends_with(quote))
        };
        match value {
            "|" | ">" | "|-" | ">-" => Self::Block,
            _ => ['"', '\'']
                .into_iter()
                .find(|&quote| open(quote))
                .map_or(Self::Closed, Self::Open),
        }
    }
}

/// Splits `key: value` of front matter at the first colon.
pub(crate) fn split(line: &str) -> Option<(&str, &str)> {
    /// Characters of a key at most.
    const LONGEST: usize = 20;
    let (label, value) = line.split_once([':', '：'])?;
    let label = label.trim();
    let is_label =
        !label.is_empty() && !label.starts_with("- ") && label.chars().count() <= LONGEST;
    is_label.then_some((label, value.trim()))
}

/// A value without quotation marks around it; nothing for a list of nothing.
pub(crate) fn unquoted(value: &str) -> &str {
    value.trim_matches(['"', '\'', '[', ']', ' '])
}

/// The lines of front matter that a text begins with, and what is below it.
pub(super) fn split_off(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches('\u{FEFF}');
    if !text.trim_start().starts_with(FENCE) {
        return None;
    }
    let close = close(text.lines().map(str::trim))?;
    let end: usize = text
        .split_inclusive('\n')
        .take(close + 1)
        .map(str::len)
        .sum();
    Some(text.split_at(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, below: Option<&str>) {
        assert_eq!(split_off(text).map(|(_, below)| below), below, "{text}");
    }

    #[test]
    fn fields_and_lists_are_front_matter() {
        check(
            "---\ntitle: 通知\ndate: 2021-07-01\n---\n正文",
            Some("正文"),
        );
        check(
            "\n---\r\ntitle: '通知'\r\ntags: \r\n - 金融\r\n - 新浪：要闻\r\n---\r\n<p>正文</p>",
            Some("<p>正文</p>"),
        );
        check("---\nregion:\n  level: 省\nissuer: []\n\n---\n", Some(""));
    }

    #[test]
    fn values_may_take_several_lines() {
        check(
            "---\nsummary: \"为了发展\n  制定本意见。\"\nid: 3\n---\n正文",
            Some("正文"),
        );
        check(
            "---\nsummary: |\n  为了发展\n\n  制定本意见。\nid: 3\n---\n正文",
            Some("正文"),
        );
    }

    #[test]
    fn a_rule_above_a_text_opens_none() {
        check("---\n各县人民政府：\n现通知如下\n---\n", None);
        check("---\n- 金融\n---\n", None);
        check("---\n---\n正文", None);
        check("---\ntitle: 通知\n正文", None);
        check("正文\n---\ntitle: 通知\n---\n", None);
    }
}
