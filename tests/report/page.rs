//! A page as a strict reader of HTML sees it: any surprise fails.

/// What the report writes; anything else in a page came from a document.
const TAGS: &[&str] = &[
    "a", "article", "b", "body", "circle", "dd", "del", "details", "div", "dl", "dt",
    "fieldset", "footer", "h1", "h2", "h3", "h4", "head", "header", "html", "i", "input",
    "ins", "label", "legend", "li", "line", "main", "mark", "meta", "nav", "ol", "p",
    "q", "rect", "section", "small", "span", "style", "summary", "svg", "table", "tbody",
    "td", "text", "tfoot", "th", "thead", "title", "tr", "ul",
];
const ATTRIBUTES: &[&str] = &[
    "aria-hidden",
    "charset",
    "checked",
    "class",
    "content",
    "cx",
    "cy",
    "data-n",
    "data-s",
    "height",
    "href",
    "http-equiv",
    "id",
    "lang",
    "name",
    "open",
    "preserveAspectRatio",
    "r",
    "role",
    "title",
    "type",
    "viewBox",
    "width",
    "x",
    "x1",
    "x2",
    "y",
    "y1",
    "y2",
    "colspan",
];
const WITHOUT_END: &[&str] = &["circle", "input", "line", "meta", "rect"];

/// One start tag.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// Where its content begins and ends among the page's words.
    content: (usize, usize),
}

impl Tag {
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let mut attributes = self.attributes.iter();
        attributes
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.as_str())
    }

    fn has_class(&self, class: &str) -> bool {
        self.attribute("class")
            .is_some_and(|classes| classes.split(' ').any(|c| c == class))
    }
}

/// The page's tags in order, and all its words.
pub(super) struct Page {
    pub(super) tags: Vec<Tag>,
    words: String,
}

impl Page {
    /// Reads a page; every tag must be closed in order, every attribute quoted.
    #[track_caller]
    pub(super) fn read(html: &str) -> Self {
        let mut page = Self {
            tags: Vec::new(),
            words: String::new(),
        };
        let mut open: Vec<usize> = Vec::new();
        let mut rest = html.strip_prefix("<!doctype html>").unwrap();
        while let Some(at) = rest.find('<') {
            page.words += &unescaped(&rest[..at]);
            let end = at + rest[at..].find('>').unwrap();
            let inside = &rest[at + 1..end];
            rest = &rest[end + 1..];
            if let Some(name) = inside.strip_prefix('/') {
                let index = open.pop().unwrap();
                assert_eq!(page.tags[index].name, name, "closed out of order");
                page.tags[index].content.1 = page.words.len();
                continue;
            }
            let tag = read_tag(inside.trim_end_matches('/'), page.words.len());
            let raw = tag.name == "style";
            if !WITHOUT_END.contains(&tag.name.as_str()) {
                open.push(page.tags.len());
            }
            page.tags.push(tag);
            if raw {
                rest = &rest[rest.find("</style>").unwrap()..];
            }
        }
        assert!(open.is_empty(), "left open");
        page
    }

    /// Asserts that only the report's own elements and attributes are there, that nothing
    /// leads outside, and that nothing could run.
    #[track_caller]
    pub(super) fn assert_inert(&self) {
        for tag in &self.tags {
            assert!(TAGS.contains(&tag.name.as_str()), "<{}>", tag.name);
            for (name, value) in &tag.attributes {
                assert!(ATTRIBUTES.contains(&name.as_str()), "{name}={value}");
                if name == "href" {
                    assert!(value.starts_with('#'), "{value}");
                }
                if ["id", "class", "href", "data-s"].contains(&name.as_str()) {
                    let plain = |c: char| c.is_ascii_alphanumeric() || "-# ".contains(c);
                    assert!(value.chars().all(plain), "{name}={value}");
                }
            }
        }
        let count = |name: &str| self.tags.iter().filter(|tag| tag.name == name).count();
        assert_eq!((count("style"), count("meta"), count("body")), (1, 5, 1));
    }

    pub(super) fn with_class(&self, class: &str) -> impl Iterator<Item = &Tag> {
        self.tags.iter().filter(move |tag| tag.has_class(class))
    }

    /// The highlighted segments with their words.
    pub(super) fn marks(&self) -> impl Iterator<Item = (&Tag, &str)> {
        let marks = self
            .tags
            .iter()
            .filter(|tag| tag.attribute("data-s").is_some());
        marks.map(|tag| (tag, &self.words[tag.content.0..tag.content.1]))
    }

    /// The words of the element with an id.
    #[track_caller]
    pub(super) fn text(&self, id: &str) -> &str {
        let tag = self
            .tags
            .iter()
            .find(|tag| tag.attribute("id") == Some(id))
            .unwrap();
        &self.words[tag.content.0..tag.content.1]
    }

    /// The words of the first element of a class.
    #[track_caller]
    pub(super) fn text_of_class(&self, class: &str) -> &str {
        let tag = self.with_class(class).next().unwrap();
        &self.words[tag.content.0..tag.content.1]
    }
}

fn read_tag(inside: &str, at: usize) -> Tag {
    let (name, mut rest) = inside.split_once([' ', '\n']).unwrap_or((inside, ""));
    let mut attributes = Vec::new();
    while !rest.trim_start().is_empty() {
        rest = rest.trim_start();
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let key = rest[..end].to_owned();
        rest = &rest[end..];
        let mut value = String::new();
        if let Some(quoted) = rest.strip_prefix("=\"") {
            let end = quoted.find('"').unwrap();
            value = unescaped(&quoted[..end]);
            rest = &quoted[end + 1..];
        } else {
            assert!(!rest.starts_with('='), "unquoted value in <{inside}>");
        }
        attributes.push((key, value));
    }
    Tag {
        name: name.to_owned(),
        attributes,
        content: (at, at),
    }
}

/// Words without the five references that the report writes; others are a surprise.
fn unescaped(html: &str) -> String {
    let mut words = String::new();
    let mut rest = html;
    while let Some(at) = rest.find('&') {
        words += &rest[..at];
        let end = at + rest[at..].find(';').unwrap();
        words += match &rest[at..=end] {
            "&amp;" => "&",
            "&lt;" => "<",
            "&gt;" => ">",
            "&quot;" => "\"",
            "&#39;" => "'",
            other => panic!("unexpected {other}"),
        };
        rest = &rest[end + 1..];
    }
    words + rest
}
