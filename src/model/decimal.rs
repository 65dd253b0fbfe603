//! Exact decimal numbers.

use std::fmt;
use std::str::FromStr;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An exact decimal number, e.g. 142577.23 for `142577.23元`, with 万 and 亿 multiplied out.
///
/// It holds up to 28 significant digits. JSON has it as a plain number, whole ones without
/// a decimal point. Beyond 15 digits a JSON reader that works with binary doubles rounds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(rust_decimal::Decimal);

impl Decimal {
    /// The number `mantissa` × 10^-`scale`; `None` when it has more than 28 digits.
    ///
    /// # Example
    ///
    /// ```
    /// let value = gongwen::Decimal::from_parts(142_577_23, 2).expect("seven digits fit");
    /// assert_eq!(value.to_string(), "142577.23");
    /// ```
    #[must_use]
    pub fn from_parts(mantissa: i128, scale: u32) -> Option<Self> {
        rust_decimal::Decimal::try_from_i128_with_scale(mantissa, scale)
            .ok()
            .map(|number| Self(number.normalize()))
    }

    /// The sum, or `None` when it does not fit.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(|sum| Self(sum.normalize()))
    }

    /// The product, or `None` when it does not fit.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        self.0
            .checked_mul(other.0)
            .map(|product| Self(product.normalize()))
    }

    /// The quotient, or `None` when the divisor is zero or the quotient does not fit.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        self.0
            .checked_div(other.0)
            .map(|quotient| Self(quotient.normalize()))
    }

    /// Whether the number has no fraction.
    #[must_use]
    pub fn is_integer(self) -> bool {
        self.0.is_integer()
    }

    /// The nearest binary double.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        // OK because a decimal's own digits always read as a double.
        self.0.to_string().parse().unwrap_or(f64::NAN)
    }

    /// The number as an `i64` when it is whole and fits.
    #[must_use]
    pub fn to_i64(self) -> Option<i64> {
        self.is_integer()
            .then(|| i64::try_from(self.0.trunc().mantissa()).ok())
            .flatten()
    }
}

impl From<i64> for Decimal {
    fn from(number: i64) -> Self {
        Self(number.into())
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The text is no decimal number, or one of more than 28 digits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseDecimalError(());

impl fmt::Display for ParseDecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a decimal number of at most 28 digits")
    }
}

impl std::error::Error for ParseDecimalError {}

impl FromStr for Decimal {
    type Err = ParseDecimalError;

    fn from_str(text: &str) -> Result<Self, ParseDecimalError> {
        rust_decimal::Decimal::from_str_exact(text)
            .or_else(|_| rust_decimal::Decimal::from_scientific(text))
            .map(|number| Self(number.normalize()))
            .map_err(|_| ParseDecimalError(()))
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.to_i64() {
            Some(whole) => serializer.serialize_i64(whole),
            None => serializer.serialize_f64(self.to_f64()),
        }
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberVisitor)
    }
}

struct NumberVisitor;

impl Visitor<'_> for NumberVisitor {
    type Value = Decimal;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number")
    }

    fn visit_i64<E: serde::de::Error>(self, number: i64) -> Result<Decimal, E> {
        Ok(number.into())
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Decimal, E> {
        Ok(Decimal(number.into()))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Decimal, E> {
        number.to_string().parse().map_err(E::custom)
    }

    fn visit_str<E: serde::de::Error>(self, number: &str) -> Result<Decimal, E> {
        number.parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_numbers_are_plain_and_exact() {
        for (text, json) in [
            ("90", "90"),
            ("90.0", "90"),
            ("-8", "-8"),
            ("1.15", "1.15"),
            ("142577.23", "142577.23"),
            ("600000000", "600000000"),
            ("0.000005", "5e-6"),
        ] {
            let number: Decimal = text.parse().expect("a number");
            assert_eq!(serde_json::to_string(&number).expect("serialises"), json);
            assert_eq!(
                serde_json::from_str::<Decimal>(json).expect("reads back"),
                number
            );
        }
        assert!("九".parse::<Decimal>().is_err());
    }
}
