//! Decimal arithmetic while a number is read.

use crate::model::Decimal;

/// Exact arithmetic on `mantissa` × 10^-`scale`, cheap enough for every digit of a text.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Scaled {
    pub(super) mantissa: i128,
    pub(super) scale: u32,
}

/// Digits that a decimal number holds at most.
pub(super) const MAX_DIGITS: usize = 28;

impl Scaled {
    pub(super) const fn whole(mantissa: i128) -> Self {
        Self { mantissa, scale: 0 }
    }

    pub(super) fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let raise = |number: Self| {
            10i128
                .checked_pow(scale - number.scale)?
                .checked_mul(number.mantissa)
        };
        Some(Self {
            mantissa: raise(self)?.checked_add(raise(other)?)?,
            scale,
        })
    }

    pub(super) fn times(self, factor: i128) -> Option<Self> {
        Some(Self {
            mantissa: self.mantissa.checked_mul(factor)?,
            scale: self.scale,
        })
    }

    pub(super) fn decimal(self) -> Option<Decimal> {
        let Self {
            mut mantissa,
            mut scale,
        } = self;
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        Decimal::from_parts(mantissa, scale)
    }
}
