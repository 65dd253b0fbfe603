//! The small languages inside the text, as nom productions.

pub(crate) mod addressee;
pub(crate) mod bracket;
pub(crate) mod bullet;
pub(crate) mod date;
pub(crate) mod day;
pub(crate) mod department;
pub(crate) mod doc_number;
pub(crate) mod number;
pub(crate) mod quantity;
pub(crate) mod region;
pub(crate) mod title;

use nom::IResult;
use nom::error::{Error, ErrorKind};

/// What a production returns: the rest of the input and the value.
pub(crate) type PResult<'i, T> = IResult<&'i str, T>;

/// A production's refusal, for the cases that no combinator expresses.
pub(crate) fn fail<T>(input: &str, kind: ErrorKind) -> PResult<'_, T> {
    Err(nom::Err::Error(Error::new(input, kind)))
}
