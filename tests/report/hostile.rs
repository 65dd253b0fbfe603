//! Documents that try to run something in the page.

use gongwen::Document;

/// Ways into a page: through text, attributes, raw text elements, references, style, and
/// what parsers disagree on.
pub(super) const PAYLOADS: [&str; 24] = [
    "<script>alert(1)</script>",
    "\"><script>alert(1)</script>",
    "'><img src=x onerror=alert(1)>",
    "<img src=\"https://example.com/x.png\">",
    "<svg/onload=alert(1)>",
    "</title><script>alert(1)</script>",
    "</style><script>alert(1)</script>",
    "</mark></p></div></details><iframe src=javascript:alert(1)></iframe>",
    "\" onmouseover=\"alert(1)",
    "' onfocus='alert(1)' autofocus='",
    "javascript:alert(1)",
    "<a href=\"javascript:alert(1)\">x</a>",
    "--><!--><img src=x onerror=alert(1)>-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;img src=x onerror=alert(1)&#62;&#x3c;script>",
    "<meta http-equiv=\"refresh\" content=\"0;url=https://example.com/\">",
    "<link rel=stylesheet href=//example.com/x.css><base href=//example.com/>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "\u{202E}<scr\0ipt>alert(1)</scr\0ipt>\u{2066}",
    "} body { background: url(https://example.com/) } </style>",
    "<form action=https://example.com/><button autofocus onfocus=alert(1)>x",
    "<details open ontoggle=alert(1)><summary>x",
    "`${alert(1)}`{{constructor.constructor('alert(1)')()}}",
];

/// A document with every field there is; `§` stands for the payload. A field that is added
/// to the types and not here fails the test below.
const TEMPLATE: &str = r#"{
  "format": "§", "generator": {"name": "§", "version": "§"}, "offsets": "byte",
  "source": {"name": "§", "media": "text", "encoding": "§", "script": "mixed", "bytes": 1},
  "header": {
    "title": "§", "genre": "§", "enclosed_title": "§",
    "document_number": {"text": "§", "agency_code": "§", "year": 2020, "serial": 1},
    "issuing_authorities": ["§", "§"], "level": "county",
    "region": {"code": "§", "name": "§"}, "addressees": ["§"], "classification": "§",
    "urgency": "§", "signatories": ["§"], "issue_number": "§", "index_number": "§",
    "date_issued": "2020-01-02", "date_published": "2020", "date_printed": "2020",
    "date_effective": "2020", "date_expiry": "2020", "note": "§", "cc": ["§"],
    "printing_authority": "§", "attachments": ["§"], "inferred": ["§", "genre"],
    "spans": {"title": [{"start": 0, "end": 9}], "§": [{"start": 4, "end": 9999}, {"start": 9, "end": 2}]}
  },
  "sections": [{"path": "§", "label": "§", "level": 1, "heading": "§", "kind": "tasks",
                "span": {"start": 0, "end": 3}}],
  "tasks": [{"path": "§", "part": 1, "kind": "task", "label": "§", "heading": "§",
    "text": "§", "span": {"start": 0, "end": 20}, "strength": "§", "responsibilities": [
      {"role": "lead", "division_of_work": true, "text": "§", "span": {"start": 2, "end": 6},
       "departments": [{"name": "§", "canonical": "§", "kind": "agency"}]},
      {"role": "cooperating", "division_of_work": false, "text": "§",
       "span": {"start": 6, "end": 9},
       "departments": [{"name": "§ 2", "canonical": "§", "kind": "agency"}]}],
    "deadline": "2025-12", "deadline_text": "§"}],
  "targets": [{"path": "§", "quote": "§", "span": {"start": 1, "end": 8}, "indicator": "§",
    "value": 90, "value_max": 95, "unit": "§", "comparator": "<", "change": "increase",
    "per": "§", "deadline": "2025-06", "status": "achieved", "strength": "§",
    "nature": "binding", "baseline": {"text": "§", "value": 1, "date": "2021"}},
   {"path": "§", "quote": "§", "span": {"start": 3, "end": 5}, "indicator": "§",
    "value": 1, "value_max": 2, "unit": "§", "comparator": ">=", "change": "level",
    "per": "§", "deadline": "2030", "status": "planned", "strength": "§",
    "nature": "anticipatory", "baseline": {"text": "§", "value": 1, "date": "2021"}}],
  "citations": [{"title": "§", "text": "§", "span": {"start": 5, "end": 30},
    "document_number": {"text": "§", "agency_code": "§", "year": 1, "serial": 1}}],
  "members": [{"body": "§", "office": "§", "name": "§", "affiliation": "§",
               "span": {"start": 1, "end": 2}}],
  "removed": [{"text": "§", "rule": "§", "source_span": {"start": 0, "end": 1}}],
  "repairs": [{"from": "§", "to": "§ 2", "rule": "§", "certain": false,
    "candidates": ["§", "§"], "span": {"start": 7, "end": 7},
    "source_span": {"start": 0, "end": 1}}],
  "diagnostics": [{"code": "outline/skipped-label", "severity": "warning",
    "message": "§", "span": {"start": 0, "end": 4}}],
  "text": "§\n§ 公文 §\n"
}"#;

/// A document with the payload in every field.
pub(super) fn document(payload: &str) -> Document {
    let quoted = serde_json::to_string(payload).unwrap();
    let inside = &quoted[1..quoted.len() - 1];
    serde_json::from_str(&TEMPLATE.replace('§', inside)).unwrap()
}

/// A text with the payload wherever a fact is read.
pub(super) fn text(payload: &str) -> String {
    // A text with NUL is refused; fields of a document may have it.
    let payload = payload.replace('\0', "");
    format!(
        "{payload}关于印发{payload}方案的通知\n某政发〔2020〕1号\n各市{payload}：\n\
         一、{payload}\n（一）推进{payload}工作。到2025年{payload}覆盖率达到90%以上。\
         （责任单位：省教育厅{payload}、{payload}局）\n（二）落实《{payload}》。\n\
         （四）{payload}\n省政府{payload}\n2020年1月2日\n"
    )
}

/// Words as the page shows them: what steers the display is replaced.
pub(super) fn shown(words: &str) -> String {
    words.replace(['\0', '\u{202E}', '\u{2066}'], "\u{FFFD}")
}

#[test]
fn the_template_has_every_field() {
    fn assert_set(value: &serde_json::Value, path: &str) {
        match value {
            serde_json::Value::Null => panic!("{path} is not set"),
            serde_json::Value::Object(fields) => {
                for (key, value) in fields {
                    assert_set(value, &format!("{path}.{key}"));
                }
            }
            serde_json::Value::Array(items) => {
                assert!(!items.is_empty(), "{path} is empty");
                items.iter().for_each(|item| assert_set(item, path));
            }
            _ => {}
        }
    }
    let written = serde_json::to_value(document("x")).unwrap();
    assert_set(&written, "document");
}
