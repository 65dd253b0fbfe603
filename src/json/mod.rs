//! The JSON of a document: its fields as serde has them, but places counted in code points.
//!
//! Nothing is copied for it. A view of each type that holds a place writes the type's fields
//! in their order and turns places into code points on the way.

mod compact;

use std::collections::BTreeMap;
use std::io;

use serde::ser::{
    Error as _, Serialize, SerializeMap as _, SerializeStruct as _, Serializer,
};

use self::compact::Compact;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Removed, Repair};
use crate::model::{Citation, Header, Member, Responsibility, Section, Target, Task};
use crate::span::{CharIndex, Offsets, SourceSpan, Span};

/// A document as its JSON has it; places are in code points already when there is no index.
pub(crate) struct InCodePoints<'d> {
    document: &'d Document,
    view: Option<View<'d>>,
}

/// How the values of a document are seen.
struct View<'d> {
    index: CharIndex<'d>,
    /// For [`Compact`] alone: long strings are handed over as their bytes.
    compact: bool,
}

impl<'d> InCodePoints<'d> {
    pub(crate) fn of(document: &'d Document) -> Self {
        let in_bytes = document.offsets == Offsets::Byte;
        let view = || View {
            index: CharIndex::new(&document.text),
            compact: false,
        };
        Self {
            document,
            view: in_bytes.then(view),
        }
    }

    fn write(mut self, out: impl io::Write) -> serde_json::Result<()> {
        if let Some(view) = &mut self.view {
            view.compact = true;
        }
        self.serialize(&mut serde_json::Serializer::with_formatter(out, Compact))
    }
}

impl Serialize for InCodePoints<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.view {
            Some(view) => Counted(self.document, view).serialize(serializer),
            None => self.document.serialize(serializer),
        }
    }
}

/// The JSON of a document.
pub(crate) fn to_string(document: &Document) -> serde_json::Result<String> {
    // The text stands in it as a whole and in its tasks, beside the facts.
    let mut json = Vec::with_capacity(3 * document.text.len());
    InCodePoints::of(document).write(&mut json)?;
    String::from_utf8(json).map_err(serde_json::Error::custom)
}

/// Writes the JSON of a document.
pub(crate) fn write(out: &mut impl io::Write, document: &Document) -> io::Result<()> {
    Ok(InCodePoints::of(document).write(out)?)
}

/// A value whose places are counted in code points as they are written.
struct Counted<'d, T>(&'d T, &'d View<'d>);

/// Writes the fields of a type in their order. `counted` fields hold places, or strings that
/// may be long; `maybe` ones hold places and are left out when they are `None`.
macro_rules! fields {
    ($type:ident { $($field:ident $(: $how:ident)?),* $(,)? }) => {
        impl Serialize for Counted<'_, $type> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                // Names every field, so that a new one cannot be forgotten here.
                let $type { $($field),* } = self.0;
                let mut fields = serializer.serialize_struct(
                    stringify!($type),
                    [$(stringify!($field)),*].len(),
                )?;
                $(fields!(fields, self.1, $field $($how)?);)*
                fields.end()
            }
        }
    };
    ($fields:ident, $index:expr, $field:ident) => {
        $fields.serialize_field(stringify!($field), $field)?
    };
    ($fields:ident, $index:expr, $field:ident counted) => {
        $fields.serialize_field(stringify!($field), &Counted($field, $index))?
    };
    ($fields:ident, $index:expr, $field:ident maybe) => {
        if $field.is_some() {
            $fields.serialize_field(stringify!($field), &Counted($field, $index))?
        }
    };
}

fields!(Document {
    format,
    generator,
    offsets: counted,
    source,
    header: counted,
    sections: counted,
    tasks: counted,
    targets: counted,
    citations: counted,
    members: counted,
    removed: counted,
    repairs: counted,
    diagnostics: counted,
    text: counted,
});

fields!(Header {
    title,
    genre,
    enclosed_title,
    document_number,
    issuing_authorities,
    level,
    region,
    addressees,
    classification,
    urgency,
    signatories,
    issue_number,
    index_number,
    date_issued,
    date_published,
    date_printed,
    date_effective,
    date_expiry,
    note,
    cc,
    printing_authority,
    attachments,
    inferred,
    spans: counted,
});

fields!(Section {
    path,
    label,
    level,
    heading: counted,
    kind,
    span: counted,
    source_span: maybe,
});

fields!(Task {
    path,
    part,
    kind,
    label,
    heading: counted,
    text: counted,
    span: counted,
    source_span: maybe,
    strength,
    responsibilities: counted,
    deadline,
    deadline_text,
});

fields!(Responsibility {
    role,
    division_of_work,
    text: counted,
    span: counted,
    source_span: maybe,
    departments,
});

fields!(Target {
    path,
    quote: counted,
    span: counted,
    source_span: maybe,
    indicator: counted,
    value,
    value_max,
    unit,
    comparator,
    change,
    per,
    deadline,
    baseline,
    status,
    strength,
    nature,
});

fields!(Citation {
    title: counted,
    document_number,
    text: counted,
    span: counted,
    source_span: maybe,
});

fields!(Member {
    body,
    office,
    name,
    affiliation,
    span: counted,
    source_span: maybe,
});

fields!(Removed {
    text: counted,
    rule,
    source_span: counted,
});

fields!(Repair {
    from,
    to,
    rule,
    certain,
    candidates,
    span: counted,
    source_span: counted,
});

fields!(Diagnostic {
    code,
    severity,
    message: counted,
    span: counted,
    source_span: maybe,
});

impl Serialize for Counted<'_, Offsets> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Offsets::Codepoint.serialize(serializer)
    }
}

impl Serialize for Counted<'_, String> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.1.compact {
            serializer.serialize_bytes(self.0.as_bytes())
        } else {
            serializer.serialize_str(self.0)
        }
    }
}

impl Serialize for Counted<'_, Span> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [start, end] = self.1.index.chars(self.0.range());
        Span::new(start, end).serialize(serializer)
    }
}

impl Serialize for Counted<'_, SourceSpan> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut span = *self.0;
        span.count_code_points();
        span.serialize(serializer)
    }
}

impl<T> Serialize for Counted<'_, Option<T>>
where
    for<'a> Counted<'a, T>: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Some(value) => serializer.serialize_some(&Counted(value, self.1)),
            None => serializer.serialize_none(),
        }
    }
}

impl<T> Serialize for Counted<'_, Vec<T>>
where
    for<'a> Counted<'a, T>: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|value| Counted(value, self.1)))
    }
}

impl<T> Serialize for Counted<'_, BTreeMap<String, T>>
where
    for<'a> Counted<'a, T>: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in self.0 {
            map.serialize_entry(key, &Counted(value, self.1))?;
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A document with a fact of every kind that has a place.
    const NOTICE: &str = "\
市政府办公室关于加强汛期值守的通知
各区人民政府：
根据《防汛条例》（国务院令第86号），现通知如下。
一、加强值班值守。汛期到岗率达到100%。（市应急局牵头，各区人民政府配合）
三、及时报送信息。2025年底前每日报送不少于2551.72347.6次。（责任单位：市水务局）
附件：领导小组成员名单
组  长：王某某  市长
市政府办公室
2024年5月6日
";

    #[track_caller]
    fn check(document: &Document) {
        let view = serde_json::to_string(&InCodePoints::of(document)).unwrap();
        let moved = serde_json::to_string(&document.clone().in_code_points()).unwrap();
        assert_eq!(view, moved);
        assert_eq!(to_string(document).unwrap(), moved);
        let mut written = Vec::new();
        write(&mut written, document).unwrap();
        assert_eq!(written, moved.as_bytes());
    }

    #[test]
    fn the_view_is_what_serde_writes_of_a_document_in_code_points() {
        let parsed = crate::parse(NOTICE.as_bytes()).unwrap();
        let document = &parsed.document;
        assert!(!document.tasks.is_empty() && !document.citations.is_empty());
        check(document);
        check(&document.clone().in_code_points());
        check(&parsed.with_source_spans().document);
    }

    #[test]
    fn places_in_the_source_are_counted_too() {
        let mut document = crate::parse(NOTICE.as_bytes()).unwrap().document;
        let source_span = SourceSpan {
            start: 3,
            end: 9,
            chars: Some([1, 3]),
            bytes: None,
        };
        document.removed.push(Removed {
            text: "首页".to_owned(),
            rule: "strip/breadcrumb".to_owned(),
            source_span,
        });
        document.repairs.push(Repair {
            from: "??诤jP".to_owned(),
            to: "海口海关".to_owned(),
            rule: "damage/byte-cut".to_owned(),
            certain: true,
            candidates: Vec::new(),
            span: Span::new(0, 12),
            source_span,
        });
        check(&document);
    }
}
