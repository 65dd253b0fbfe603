//! The public API, as a committed list: a change of it is seen in review, and a release that
//! breaks it takes a new version. `GONGWEN_BLESS=1 cargo test --test api` writes it anew.
//!
//! The list is read off the source. That `pub` says all is the work of the lint
//! `unreachable_pub`: what no user can reach is `pub(crate)` or less.
#![allow(clippy::unwrap_used)]

mod documents;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use documents::{blesses, entries, root};
use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

/// Attributes that a user of an item feels.
const ATTRIBUTES: [&str; 5] =
    ["cfg", "cfg_attr", "deprecated", "derive", "non_exhaustive"];

#[derive(Debug, Default)]
struct Api {
    lines: BTreeSet<String>,
    /// Public types, for the traits they have.
    types: BTreeSet<String>,
    /// Types of each file that are not public, though one elsewhere may have their name.
    own: BTreeSet<(PathBuf, String)>,
    /// Traits of types: the file, the type, the line.
    traits: Vec<(PathBuf, String, String)>,
    /// Macros that write public items: what they are given is part of the API.
    macros: BTreeSet<String>,
}

impl Api {
    /// Goes through the items between two braces. `of` is the type or macro around them.
    fn read(&mut self, file: &Path, tokens: TokenStream, of: &str) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut attributes: Vec<String> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            if let Some(group) = attribute(&tokens[at..]) {
                let words = written(group.stream());
                if ATTRIBUTES.iter().any(|name| words.starts_with(name)) {
                    attributes.push(format!(" #[{words}]"));
                }
                at += 2;
                continue;
            }
            let end = at + declaration(&tokens[at..]);
            let is_test = attributes.iter().any(|words| words == " #[cfg(test)]");
            if !is_test {
                self.item(file, &tokens[at..end], &attributes.concat(), of);
            }
            attributes.clear();
            at = end;
        }
    }

    fn item(&mut self, file: &Path, tokens: &[TokenTree], attributes: &str, of: &str) {
        let Some(first) = word(tokens.first()) else {
            return;
        };
        let body = match tokens.last() {
            Some(TokenTree::Group(group)) if is_braced(group) => Some(group),
            _ => None,
        };
        let head = |with_body: bool| {
            let end = tokens.len() - usize::from(body.is_some() && !with_body);
            written(tokens[..end].iter().cloned().collect())
        };
        if first == "impl" {
            let line = head(false);
            let of = target(&line);
            match line.split_once(" for ") {
                Some(_) => self.traits.push((file.to_owned(), of, line)),
                None => self.read(file, body.unwrap().stream(), &of),
            }
        } else if first == "macro_rules" {
            let name = word(tokens.get(2)).unwrap();
            let before = self.lines.len();
            for rule in body.unwrap().stream() {
                if let TokenTree::Group(group) = rule
                    && is_braced(&group)
                {
                    self.read(file, group.stream(), &format!("{name}!"));
                }
            }
            if self.lines.len() > before {
                self.macros.insert(name);
            }
        } else if self.macros.contains(&first) {
            let given = bare(body.unwrap().stream());
            self.lines.insert(format!("{first}! {}", written(given)));
        } else if first == "pub" && !is_restricted(tokens) {
            let of = if of.is_empty() {
                String::new()
            } else {
                format!("{of}: ")
            };
            let kind = word(tokens.get(1)).unwrap_or_default();
            let has_variants = kind == "enum" || kind == "trait";
            if has_variants || kind == "struct" || kind == "type" {
                self.types.insert(word(tokens.get(2)).unwrap());
            }
            let line = if has_variants {
                let variants = written(bare(body.unwrap().stream()));
                format!("{} {{ {variants} }}", head(false))
            } else {
                let line = head(false);
                let is_value = kind == "const" || kind == "static";
                match line.split_once(" = ") {
                    Some((declared, _)) if is_value => declared.to_owned(),
                    _ => line,
                }
            };
            self.lines.insert(format!("{of}{line}{attributes}"));
            if kind == "struct"
                && let Some(fields) = body
            {
                self.read(file, fields.stream(), &word(tokens.get(2)).unwrap());
            }
        } else if let Some(at) = tokens.iter().position(|token| {
            word(Some(token)).is_some_and(|word| word == "struct" || word == "enum")
        }) && let Some(name) = word(tokens.get(at + 1))
        {
            self.own.insert((file.to_owned(), name));
        }
    }

    fn finish(mut self) -> String {
        for (file, of, line) in self.traits {
            if self.types.contains(&of) && !self.own.contains(&(file, of)) {
                self.lines.insert(line);
            }
        }
        self.lines.into_iter().map(|line| line + "\n").collect()
    }
}

/// The brackets of an attribute that stands here.
fn attribute(tokens: &[TokenTree]) -> Option<&Group> {
    match tokens {
        [TokenTree::Punct(sign), TokenTree::Group(group), ..]
            if sign.as_char() == '#' && group.delimiter() == Delimiter::Bracket =>
        {
            Some(group)
        }
        _ => None,
    }
}

/// How many tokens the item that begins here has: up to `;`, up to `,` of a field, or with
/// its braces.
fn declaration(tokens: &[TokenTree]) -> usize {
    let mut angles = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Punct(sign) => match sign.as_char() {
                ';' => return at + 1,
                '<' => angles += 1,
                '>' if !is_arrow(tokens, at) => angles -= 1,
                ',' if angles == 0 => return at + 1,
                _ => {}
            },
            TokenTree::Group(group) if is_braced(group) => {
                // The list of a `use` or the value of a constant: the item goes on.
                let is_use = tokens[..at].iter().any(|token| {
                    word(Some(token)).is_some_and(|word| word == "use" || word == "const")
                }) && !tokens[..at]
                    .iter()
                    .any(|token| word(Some(token)).is_some_and(|word| word == "fn"));
                if !is_use {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    tokens.len()
}

fn is_arrow(tokens: &[TokenTree], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| {
        matches!(&tokens[before], TokenTree::Punct(sign) if "-=".contains(sign.as_char()))
    })
}

fn is_braced(group: &Group) -> bool {
    group.delimiter() == Delimiter::Brace
}

/// `pub(crate)` and the like.
fn is_restricted(tokens: &[TokenTree]) -> bool {
    matches!(tokens.get(1), Some(TokenTree::Group(group))
        if group.delimiter() == Delimiter::Parenthesis && !group.stream().is_empty())
}

fn word(token: Option<&TokenTree>) -> Option<String> {
    match token {
        Some(TokenTree::Ident(word)) => Some(word.to_string()),
        _ => None,
    }
}

/// The name of the type that an `impl` is for.
fn target(line: &str) -> String {
    let of = line.rsplit(" for ").next().unwrap();
    let of = of.split(" where ").next().unwrap();
    let of = of.trim_start_matches("impl").trim_start();
    let of = match of.strip_prefix('<') {
        Some(generics) => generics.split_once("> ").map_or(generics, |(_, of)| of),
        None => of,
    };
    let of = of.split('<').next().unwrap();
    of.rsplit("::").next().unwrap().trim().to_owned()
}

/// Without documentation and other attributes, at any depth.
fn bare(tokens: TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if attribute(&tokens[at..]).is_some() {
            at += 2;
            continue;
        }
        kept.push(match &tokens[at] {
            TokenTree::Group(group) => {
                TokenTree::Group(Group::new(group.delimiter(), bare(group.stream())))
            }
            token => token.clone(),
        });
        at += 1;
    }
    kept.into_iter().collect()
}

/// Tokens as one writes them, whatever breaks of lines there were.
fn written(tokens: TokenStream) -> String {
    let mut line = String::new();
    for token in tokens {
        let words = match &token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{ ", " }"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                let inner = written(group.stream());
                format!("{open}{}{close}", inner.trim_end_matches(','))
            }
            token => token.to_string(),
        };
        let first = words.chars().next().unwrap_or(' ');
        let last = line.chars().next_back().unwrap_or(' ');
        let is_word = |c: char| c.is_alphanumeric() || c == '_' || c == '"';
        let apart = is_word(last) && (is_word(first) || "{=$#'".contains(first))
            || ",;=+|".contains(last)
            || last == ':' && !line.ends_with("::") && first != ':'
            || ")>]".contains(last) && (is_word(first) || "{=$".contains(first))
            || ")]> ".contains(last) && first == '-'
            || line.ends_with("->")
            || line.ends_with('}') && !";,)".contains(first)
            || first == '+';
        if apart && !line.is_empty() && !line.ends_with(' ') {
            line.push(' ');
        }
        line.push_str(&words);
    }
    line
}

/// The files of a folder and those below it, but the command's.
fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for path in entries(folder) {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() && !["cli", "generate"].contains(&&*name) {
            files.extend(self::files(&path));
        } else if name.ends_with(".rs") && !["main.rs", "tests.rs"].contains(&&*name) {
            files.push(path);
        }
    }
    files
}

#[test]
fn what_a_user_can_reach_is_listed() {
    let source = r#"
        /// Words.
        #[derive(Debug)] #[must_use]
        pub struct A<'a> { /// Words.
            pub b: Vec<&'a str>, pub(crate) c: u8, d: u8 }
        struct B;
        impl<'a> A<'a> {
            pub const N: usize = { 1 };
            #[must_use] pub const fn e(&self, f: &mut [u8; 2]) -> Option<u8> { None }
            fn g() {}
        }
        impl From<u8> for A<'_> { fn from(_: u8) -> Self { pub_less() } }
        impl Clone for B {}
        #[non_exhaustive] pub enum E { #[default] X, Y(u8), }
        pub use a::{A, B};
        pub(super) use c::D;
        macro_rules! all { ($($name:ident)*) => { pub enum M { $($name,)* } }; }
        all! { P Q }
        #[cfg(test)] mod tests { pub fn no() {} }
    "#;
    let mut api = Api::default();
    api.read(Path::new("a.rs"), source.parse().unwrap(), "");
    let found = api.finish();
    let expected = [
        "A: pub b: Vec<&'a str>,",
        "A: pub const N: usize",
        "A: pub const fn e(&self, f: &mut[u8; 2]) -> Option<u8>",
        "all! P Q",
        "all!: pub enum M { $($name)* }",
        "impl From<u8> for A<'_>",
        "pub enum E { X, Y(u8), } #[non_exhaustive]",
        "pub struct A<'a> #[derive(Debug)]",
        "pub use a::{ A, B };",
    ];
    assert_eq!(found.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn the_public_api_is_the_one_committed() {
    let mut api = Api::default();
    for file in files(&root().join("src")) {
        let source = fs::read_to_string(&file).unwrap();
        api.read(&file, source.parse().unwrap(), "");
    }
    let found = api.finish();
    let path = root().join("tests/api.txt");
    if blesses() {
        fs::write(&path, &found).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let differs = |one: &str, other: &str| -> String {
        let other: BTreeSet<&str> = other.lines().collect();
        let lines = one.lines().filter(|line| !other.contains(line));
        lines.map(|line| format!("  {line}\n")).collect()
    };
    let (new, gone) = (differs(&found, &expected), differs(&expected, &found));
    assert!(found == expected, "new:\n{new}gone:\n{gone}");
}
