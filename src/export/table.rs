//! What a table is: its columns with their meaning, and the cells of a row.

use std::borrow::Cow;

use crate::Decimal;

/// A table of the export: one kind of fact, one row each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its name and that of its file, e.g. `responsibilities`.
    pub name: &'static str,
    /// What one row of it is, in English.
    pub description: &'static str,
    /// The same in Chinese.
    pub description_zh: &'static str,
    /// Its columns, in order.
    pub columns: &'static [Column],
}

/// A column of a [`Table`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name, e.g. `date_issued`.
    pub name: &'static str,
    /// The type of its values.
    pub kind: Kind,
    /// Whether every row has a value.
    pub required: bool,
    /// What it says, in English.
    pub description: &'static str,
    /// The same in Chinese.
    pub description_zh: &'static str,
    /// The type of the output format whose words it holds, e.g. `Role`; `None` for free
    /// text and numbers.
    pub words_of: Option<&'static str>,
}

/// Type of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Text.
    Text,
    /// A whole number.
    Integer,
    /// A decimal number.
    Number,
    /// `true` or `false`.
    Boolean,
}

/// A value of a row.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell<'d> {
    /// Not said.
    Null,
    /// Text.
    Text(Cow<'d, str>),
    /// A whole number.
    Integer(i64),
    /// A decimal number.
    Number(Decimal),
    /// `true` or `false`.
    Boolean(bool),
}

impl Cell<'_> {
    /// The same value, independent of the document it came from.
    pub(crate) fn into_owned(self) -> Cell<'static> {
        match self {
            Self::Null => Cell::Null,
            Self::Text(text) => Cell::Text(Cow::Owned(text.into_owned())),
            Self::Integer(number) => Cell::Integer(number),
            Self::Number(number) => Cell::Number(number),
            Self::Boolean(value) => Cell::Boolean(value),
        }
    }
}

/// A type that a field of a row can have.
pub(super) trait Field<'d> {
    const KIND: Kind;
    const REQUIRED: bool;
    fn cell(self) -> Cell<'d>;
}

/// A row of one table.
pub(super) trait Row<'d> {
    const TABLE: &'static Table;
    fn cells(self) -> Vec<Cell<'d>>;
}

macro_rules! fields {
    ($($type:ty: $kind:ident, $value:ident => $cell:expr;)+) => {
        $(impl<'d> Field<'d> for $type {
            const KIND: Kind = Kind::$kind;
            const REQUIRED: bool = true;

            fn cell(self) -> Cell<'d> {
                let $value = self;
                $cell
            }
        })+
    };
}

fields! {
    &'d str: Text, text => Cell::Text(Cow::Borrowed(text));
    String: Text, text => Cell::Text(Cow::Owned(text));
    bool: Boolean, value => Cell::Boolean(value);
    usize: Integer, number => Cell::Integer(i64::try_from(number).unwrap_or(i64::MAX));
    u8: Integer, number => Cell::Integer(number.into());
    u16: Integer, number => Cell::Integer(number.into());
    u32: Integer, number => Cell::Integer(number.into());
    Decimal: Number, number => Cell::Number(number);
}

impl<'d, T: Field<'d>> Field<'d> for Option<T> {
    const KIND: Kind = T::KIND;
    const REQUIRED: bool = false;

    fn cell(self) -> Cell<'d> {
        self.map_or(Cell::Null, Field::cell)
    }
}

/// Defines rows as structs. What a table and its columns mean is said once, here, in both
/// languages: the codebook and the description beside the files are made from it.
macro_rules! tables {
    ($(
        $(#[doc = $about:literal])+
        $row:ident = $name:literal, $about_zh:literal {
            $($(#[doc = $says:literal])+
            $field:ident: $type:ty = $says_zh:literal $(in $words:ident)?,)+
        }
    )+) => {
        $(
            $(#[doc = $about])+
            #[derive(Debug)]
            pub(super) struct $row<'d> {
                $(pub(super) $field: $type,)+
            }

            impl<'d> $crate::export::table::Row<'d> for $row<'d> {
                const TABLE: &'static $crate::export::table::Table =
                    &$crate::export::table::Table {
                    name: $name,
                    description: concat!($($about),+),
                    description_zh: $about_zh,
                    columns: &[$($crate::export::table::Column {
                        name: stringify!($field),
                        kind: <$type as $crate::export::table::Field>::KIND,
                        required: <$type as $crate::export::table::Field>::REQUIRED,
                        description: concat!($($says),+),
                        description_zh: $says_zh,
                        words_of: {
                            let words: &[&str] = &[$(stringify!($words))?];
                            words.first().copied()
                        },
                    }),+],
                };

                fn cells(self) -> Vec<$crate::export::table::Cell<'d>> {
                    vec![$($crate::export::table::Field::cell(self.$field)),+]
                }
            }
        )+
    };
}

pub(super) use tables;
