//! Exact decimal numbers.

use std::fmt;
use std::str::FromStr;

use rust_decimal::prelude::FromPrimitive;
use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An exact decimal number, e.g. 142577.23 for `142577.23元`, with 万 and 亿 multiplied out.
///
/// It holds 15 significant digits, whole numbers as many as an `i64`. JSON has it as a plain
/// number, whole ones without a decimal point, which every reader gives back as it was: the
/// rest would be rounded by those that work with binary doubles.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(rust_decimal::Decimal);

/// What a mantissa must stay below for a binary double to keep all of its digits.
const MANTISSAS: u128 = 10u128.pow(SIGNIFICANT);

/// Decimal digits that a binary double keeps.
const SIGNIFICANT: u32 = 15;

impl Decimal {
    /// A number without zeros at its end, unless it has more digits than JSON keeps.
    fn exact(number: rust_decimal::Decimal) -> Option<Self> {
        let number = Self(number.normalize());
        let few = number.0.mantissa().unsigned_abs() < MANTISSAS;
        (few || number.to_i64().is_some()).then_some(number)
    }

    /// The result of a sum, a product or a quotient; of a fraction as many digits as fit.
    fn result(number: rust_decimal::Decimal) -> Option<Self> {
        Self::exact(number).or_else(|| {
            let fraction = Some(number).filter(|number| !number.is_integer())?;
            Self::exact(fraction.round_sf(SIGNIFICANT)?)
        })
    }

    /// The number `mantissa` × 10^-`scale`; `None` when it has more digits than fit.
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
            .and_then(Self::exact)
    }

    /// The sum, or `None` when it does not fit.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).and_then(Self::result)
    }

    /// The product, or `None` when it does not fit.
    #[must_use]
    pub fn checked_mul(self, other: Self) -> Option<Self> {
        self.0.checked_mul(other.0).and_then(Self::result)
    }

    /// The quotient; `None` when the divisor is zero or it does not fit.
    #[must_use]
    pub fn checked_div(self, other: Self) -> Option<Self> {
        self.0.checked_div(other.0).and_then(Self::result)
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

/// The text is no decimal number, or one of more digits than fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ParseDecimalError(());

impl fmt::Display for ParseDecimalError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a decimal number of at most 15 digits")
    }
}

impl std::error::Error for ParseDecimalError {}

impl FromStr for Decimal {
    type Err = ParseDecimalError;

    fn from_str(text: &str) -> Result<Self, ParseDecimalError> {
        // What is no plain number may have an exponent; without one it would be rounded.
        let number = if text.contains(['e', 'E']) {
            rust_decimal::Decimal::from_scientific(text)
        } else {
            rust_decimal::Decimal::from_str_exact(text)
        };
        number
            .ok()
            .and_then(Self::exact)
            .ok_or(ParseDecimalError(()))
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

/// The decimal that a binary double stands for when a reader missed it by the last bit, as
/// readers that trade exactness for speed do with very small ones, e.g. 5.96410464e-15.
fn almost(number: f64) -> Option<Decimal> {
    let decimal = Decimal::result(rust_decimal::Decimal::from_f64(number)?)?;
    let missed = (decimal.to_f64() - number).abs();
    (missed <= number.abs() * f64::EPSILON).then_some(decimal)
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
        Decimal::exact(number.into()).ok_or_else(|| E::custom(ParseDecimalError(())))
    }

    fn visit_f64<E: serde::de::Error>(self, number: f64) -> Result<Decimal, E> {
        number
            .to_string()
            .parse()
            .or_else(|error| almost(number).ok_or(error))
            .map_err(E::custom)
    }

    fn visit_str<E: serde::de::Error>(self, number: &str) -> Result<Decimal, E> {
        number.parse().map_err(E::custom)
    }
}

#[cfg(test)]
mod tests {
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, F64Deserializer};

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

    #[test]
    fn a_double_read_with_an_error_in_its_last_bit_is_the_decimal_it_was() {
        for text in ["0.00000000000000596410464", "90.5", "0.333333333333333"] {
            let number: Decimal = text.parse().expect("a number");
            let double = number.to_f64();
            for read in [double.next_down(), double, double.next_up()] {
                let read: F64Deserializer<Error> = read.into_deserializer();
                assert_eq!(Decimal::deserialize(read), Ok(number));
            }
        }
        assert!(serde_json::from_str::<Decimal>("0.1234567890123456").is_err());
    }

    #[test]
    fn what_json_would_round_is_no_number() {
        let read = |text: &str| text.parse::<Decimal>().ok().map(|n| n.to_string());
        for text in ["999999999999999", "0.99999999999999", "9223372036854775807"] {
            assert_eq!(read(text).as_deref(), Some(text));
        }
        for text in ["9223372036854775808", "99999999999999.99", &"9".repeat(60)] {
            assert_eq!(read(text), None);
        }
        let third = Decimal::from(1)
            .checked_div(Decimal::from(3))
            .expect("fits");
        let json = serde_json::to_string(&third).expect("serialises");
        assert_eq!(json, "0.333333333333333");
        assert_eq!(
            serde_json::from_str::<Decimal>(&json).expect("reads"),
            third
        );
    }
}
