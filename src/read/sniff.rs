//! Whether a text is a web page.

/// Bytes at the beginning within which markup shows itself.
const WINDOW: usize = 4096;

/// Whether a text is a web page or a part of one: it opens with an element, or elements
/// end again and again near its beginning.
pub(super) fn is_html(text: &str) -> bool {
    let head = &text.as_bytes()[..text.len().min(WINDOW)];
    opens_with_element(head) || closing_tags(head) >= CLOSINGS
}

/// Ends of elements from which on a text that opens with words is a page.
const CLOSINGS: usize = 3;

/// Elements that a page, or a part of one, opens with.
const OPENINGS: [&[u8]; 28] = [
    b"!doctype",
    b"html",
    b"head",
    b"body",
    b"div",
    b"p",
    b"table",
    b"tbody",
    b"tr",
    b"td",
    b"meta",
    b"title",
    b"script",
    b"style",
    b"link",
    b"span",
    b"center",
    b"section",
    b"article",
    b"main",
    b"h1",
    b"h2",
    b"h3",
    b"ul",
    b"form",
    b"font",
    b"strong",
    b"frameset",
];

fn opens_with_element(head: &[u8]) -> bool {
    let mut rest = head;
    loop {
        rest = rest.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(rest);
        rest = rest.trim_ascii_start();
        let Some(tag) = rest.strip_prefix(b"<") else {
            return false;
        };
        // A comment or an XML declaration may stand before the first element.
        let skipped = tag.starts_with(b"!--") || tag.starts_with(b"?xml");
        if !skipped {
            return OPENINGS.iter().any(|name| is_tag(tag, name));
        }
        let Some(end) = tag.iter().position(|&byte| byte == b'>') else {
            return true;
        };
        rest = &tag[end + 1..];
    }
}

/// Whether `tag` begins with an element's name and the name ends there.
fn is_tag(tag: &[u8], name: &[u8]) -> bool {
    tag.len() > name.len()
        && tag[..name.len()].eq_ignore_ascii_case(name)
        && matches!(tag[name.len()], b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n')
}

fn closing_tags(head: &[u8]) -> usize {
    const NAMES: [&[u8]; 7] = [b"p", b"div", b"td", b"span", b"table", b"body", b"title"];
    memchr::memmem::find_iter(head, b"</")
        .filter(|&at| NAMES.iter().any(|name| is_tag(&head[at + 2..], name)))
        .count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        assert_eq!(is_html(text), expected, "{text}");
    }

    #[test]
    fn pages_and_parts_of_pages_are_known() {
        check("<!DOCTYPE html><html></html>", true);
        check("\u{FEFF}\r\n<HTML xmlns=\"x\">", true);
        check(
            "<?xml version=\"1.0\"?>\n<!-- 保存 --><html lang='zh'>",
            true,
        );
        check("<div class=\"wrap\">公文</div>", true);
        check("<P>各县人民政府：", true);
        check("通知<p>一、</p><p>二、</p><p>三、</p>", true);
    }

    #[test]
    fn text_that_speaks_of_brackets_is_none() {
        check("关于<某规定>的通知", false);
        check("<某规定>解读", false);
        check("1<2，3>2", false);
        check("# 标题\n\n正文<br>换行", false);
        check("<parameter>", false);
        check("", false);
    }
}
