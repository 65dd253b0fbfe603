//! The small languages inside the text, as nom productions.

pub(crate) mod bracket;
pub(crate) mod department;

use nom::IResult;

/// What a production returns: the rest of the input and the value.
pub(crate) type PResult<'i, T> = IResult<&'i str, T>;
