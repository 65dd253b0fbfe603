//! The documents that benches read: small, medium and large ones of each kind.

// Each bench takes what it needs.
#![allow(dead_code)]

use std::fmt;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

/// A document with the name that the bench prints.
pub(crate) struct Input {
    name: &'static str,
    pub(crate) bytes: Vec<u8>,
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// Bytes of the large inputs: beyond caches, as whole work reports and collections are.
const LARGE: usize = 1 << 20;

static INPUTS: LazyLock<Vec<Input>> = LazyLock::new(|| {
    let (simplified, traditional) = (corpus("cixi"), corpus("hainan"));
    let text = String::from_utf8_lossy(&simplified).into_owned();
    let input = |name, bytes| Input { name, bytes };
    vec![
        input("simplified-small", corpus("guangxi")),
        input("simplified-medium", simplified.clone()),
        input("simplified-large", repeated(&simplified)),
        input("traditional-medium", traditional.clone()),
        input("traditional-large", repeated(&traditional)),
        input("html-medium", page(&text).into_bytes()),
        input("html-large", repeated(page(&text).as_bytes())),
        input("flat-medium", flat(&text).into_bytes()),
        input("flat-large", repeated(flat(&text).as_bytes())),
        input("table-medium", table(200).into_bytes()),
        input("table-large", table(6000).into_bytes()),
    ]
});

/// All inputs.
pub(crate) fn inputs() -> &'static [Input] {
    &INPUTS
}

fn corpus(id: &str) -> Vec<u8> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("corpus").join(id).join("document.txt");
    fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn repeated(document: &[u8]) -> Vec<u8> {
    document.repeat(LARGE / document.len())
}

/// A text in one line, as some portals leave it.
fn flat(text: &str) -> String {
    text.replace(['\n', '\r'], "")
}

/// A page with a table of duties.
fn table(rows: usize) -> String {
    let mut page = String::from(
        "<html><head><title>任务分工表</title></head><body><div id=\"zoom\">\n\
         <p>一、任务分工</p>\n<table><tr><th>序号</th><th>重点任务</th><th>牵头单位</th>\
         <th>配合单位</th><th>完成时限</th></tr>\n",
    );
    for row in 1..=rows {
        page += &format!(
            "<tr><td>{row}</td><td>建成社区卫生服务站{row}个</td><td>市卫生健康委</td>\
             <td>市财政局、各区人民政府</td><td>2025年底前</td></tr>\n"
        );
    }
    page + "</table></div></body></html>\n"
}

/// A text as a portal would publish it.
fn page(text: &str) -> String {
    let mut page = String::from(
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\
         <meta name=\"SiteName\" content=\"某市人民政府\"><title>通知</title></head><body>\n\
         <div class=\"nav\"><ul><li><a href=\"/\">首页</a></li><li><a href=\"/zw/\">政务公开\
         </a></li></ul></div>\n<div id=\"zoom\" class=\"TRS_Editor\">\n",
    );
    for line in text.lines() {
        page += &format!("<p style=\"text-indent: 2em\">{line}</p>\n");
    }
    page + "</div><div class=\"footer\">版权所有 网站标识码</div></body></html>\n"
}
