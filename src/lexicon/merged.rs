//! Tables that a user's own rows are added to, and the parse that they hold for.

use std::cell::Cell;
use std::collections::HashSet;
use std::ops::Deref;
use std::sync::OnceLock;

use super::any::AnyOf;
use super::duty::Duty;
use super::hash::WordMap;
use super::marker::Markers;
use super::own::{Lexicon, Name};
use super::table::{Row, rows};
use super::trie::Trie;
use crate::grammar::{department, quantity};

/// A table made of built-in rows, and inside a parse with a [`Lexicon`] of these and the
/// user's. Reading it costs one look at the thread's [`Scope`] more than a `LazyLock` does.
pub(crate) struct Table<T: 'static> {
    name: Name,
    load: fn(&Rows) -> T,
    /// Where the table with a user's rows is kept.
    slot: fn(&'static Own) -> &'static OnceLock<T>,
    built_in: OnceLock<T>,
}

impl<T> Table<T> {
    /// A table that `load` makes when it is first asked for. `load` must read no other
    /// table: its product outlives the parse.
    pub(crate) const fn new(
        name: Name,
        load: fn(&Rows) -> T,
        slot: fn(&'static Own) -> &'static OnceLock<T>,
    ) -> Self {
        Self {
            name,
            load,
            slot,
            built_in: OnceLock::new(),
        }
    }

    #[cold]
    fn with_own(&self, own: &'static Own) -> Option<&'static T> {
        let rows = own.rows(self.name);
        if rows.is_empty() {
            return None;
        }
        let merged = || (self.load)(&Rows::with(self.name, rows));
        Some((self.slot)(own).get_or_init(merged))
    }
}

impl<T> Deref for Table<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        if let Some(own) = CURRENT.get()
            && let Some(table) = self.with_own(own)
        {
            return table;
        }
        self.built_in
            .get_or_init(|| (self.load)(&Rows::with(self.name, &[])))
    }
}

/// The rows that a table is made of.
pub(crate) struct Rows {
    built_in: Vec<Row<'static>>,
    own: &'static [Row<'static>],
}

impl Rows {
    /// The built-in rows but those that a user's take the place of, and the user's.
    fn with(name: Name, own: &'static [Row<'static>]) -> Self {
        let replaced: HashSet<_> = own.iter().map(|row| name.key(*row)).collect();
        let kept =
            rows(name.built_in()).filter(|row| !replaced.contains(&name.key(*row)));
        Self {
            built_in: kept.collect(),
            own,
        }
    }

    /// All rows, the user's last.
    pub(crate) fn iter(&self) -> impl Iterator<Item = Row<'static>> {
        self.built_in.iter().chain(self.own).copied()
    }

    /// The user's rows.
    pub(crate) const fn own(&self) -> &'static [Row<'static>] {
        self.own
    }
}

/// A user's rows, and the tables made with them.
pub(crate) struct Own {
    rows: [Vec<Row<'static>>; Name::ALL.len()],
    pub(crate) units: OnceLock<Trie<&'static quantity::Unit>>,
    pub(crate) bodies: OnceLock<department::Lexicon>,
    pub(crate) duty: OnceLock<Duty>,
    pub(crate) duty_keyword: OnceLock<AnyOf>,
    pub(crate) duty_line: OnceLock<AnyOf>,
    pub(crate) site_markers: OnceLock<Markers>,
    pub(crate) site_fields: OnceLock<WordMap<&'static str>>,
    pub(crate) site_controls: OnceLock<Trie<()>>,
    pub(crate) site_tails: OnceLock<Trie<()>>,
}

impl Own {
    pub(super) const fn new(rows: [Vec<Row<'static>>; Name::ALL.len()]) -> Self {
        Self {
            rows,
            units: OnceLock::new(),
            bodies: OnceLock::new(),
            duty: OnceLock::new(),
            duty_keyword: OnceLock::new(),
            duty_line: OnceLock::new(),
            site_markers: OnceLock::new(),
            site_fields: OnceLock::new(),
            site_controls: OnceLock::new(),
            site_tails: OnceLock::new(),
        }
    }

    fn rows(&self, name: Name) -> &[Row<'static>] {
        &self.rows[name as usize]
    }
}

thread_local! {
    /// The user's rows that hold for what the thread is parsing.
    static CURRENT: Cell<Option<&'static Own>> = const { Cell::new(None) };
}

/// The stretch of a thread's work for which a lexicon holds. A panic ends it too.
pub(crate) struct Scope {
    before: Option<&'static Own>,
}

impl Scope {
    pub(crate) fn of(lexicon: Option<&Lexicon>) -> Self {
        Self {
            before: CURRENT.replace(lexicon.map(Lexicon::own)),
        }
    }
}

impl Drop for Scope {
    fn drop(&mut self) {
        CURRENT.set(self.before);
    }
}
