//! What the words of a number come to.

use nom::error::ErrorKind;

use super::digit::spaces;
use super::scaled::{MAX_DIGITS, Scaled};
use super::token::{Token, ends_in_unit, opens_number, read_token};
use super::{Notation, Number};
use crate::grammar::{PResult, fail};

/// The sum so far of a cardinal that is read from left to right.
#[derive(Debug, Default)]
pub(super) struct Sum {
    /// What the multipliers 万 亿 兆 have closed.
    pub(super) total: Scaled,
    /// What stands since the last of them.
    pub(super) section: Scaled,
    /// Digits that still wait for their multiplier.
    pub(super) pending: Option<Scaled>,
    /// Second digit of a loose pair (`三五百`), as distance from the first.
    pub(super) spread: Option<i128>,
    /// Distance of the upper end, multiplied out.
    pub(super) reach: Option<Scaled>,
    /// A loose pair that stands alone: its distance and its digits.
    pub(super) pair: Option<(i128, Scaled)>,
    /// The last multiplier, for `四百五`.
    pub(super) unit: i128,
    /// Highest multiplier of the total.
    pub(super) big: i128,
    /// How many digits the pending run has, when it is Chinese.
    pub(super) run: usize,
    /// The pending run began with or holds 零.
    pub(super) zero: bool,
    pub(super) tokens: usize,
    pub(super) arabic: bool,
    pub(super) plain: Option<Notation>,
    pub(super) excess: bool,
    pub(super) some: bool,
}

impl Sum {
    pub(super) fn read_token<'i>(&self, input: &'i str) -> PResult<'i, Token> {
        let (rest, gap) = spaces(input)?;
        let (rest, token) = match read_token(rest)? {
            (rest, Token::Some) if self.tokens > 0 => (rest, Token::More),
            read => read,
        };
        let (after_digit, closed) = (self.pending.is_some(), self.unit != 0);
        let fits = match token {
            // Digits beside digits are two numbers, as are numerals apart from each other.
            Token::Arabic(..) => {
                !after_digit
                    && gap.is_empty()
                    && (self.tokens == 0 || self.unit >= 1000 || self.zero)
            }
            // 两 goes on a number only with a multiplier: 一万两千, but 六斤八两.
            Token::Digit(_)
                if self.tokens > 0
                    && input[gap.len()..].starts_with('两')
                    && !rest.starts_with(['百', '千', '万', '亿']) =>
            {
                false
            }
            // 9万亿|三个台阶, but 9万三千: behind figures a numeral goes on with its multiplier.
            Token::Digit(_)
                if self.arabic
                    && !input[gap.len()..].starts_with(['零', '〇'])
                    && !self.zero
                    && !rest.starts_with(MULTIPLIERS) =>
            {
                false
            }
            Token::Digit(_) => self.tokens == 0 || gap.is_empty() || !after_digit,
            Token::Small(unit) => {
                let falls = self.unit == 0 || unit < self.unit;
                falls || after_digit && !self.arabic
            }
            Token::Tens(_) => !after_digit || self.zero,
            // 万一 is a word.
            Token::Big(_) => {
                self.tokens > 0 || opens_number(rest) && !rest.starts_with('一')
            }
            Token::More => {
                // 400多种 has its number, 多种 is a word.
                self.tokens > 0
                    && (after_digit || closed)
                    && (self.arabic || ends_in_unit(rest))
            }
            Token::Some => self.tokens == 0,
        };
        let fits = fits && (self.tokens > 0 || gap.is_empty());
        let fits = fits
            && match token {
                Token::Small(unit) if self.tokens == 0 && unit > 10 => opens_number(rest),
                _ => true,
            };
        if fits {
            Ok((rest, token))
        } else {
            fail(input, ErrorKind::Verify)
        }
    }

    /// Takes a token in; false when the number has ended before it.
    pub(super) fn accept(&mut self, token: Token) -> bool {
        let done = match token {
            Token::Arabic(digits, notation) => {
                self.arabic = true;
                self.plain = (self.tokens == 0).then_some(notation);
                self.pending = Some(digits);
                self.run = 0;
                Some(())
            }
            Token::Digit(digit) => self.accept_digit(digit),
            Token::Small(unit) => self.accept_small(unit),
            Token::Tens(tens) => self
                .section
                .plus(Scaled::whole(tens * 10))
                .map(|sum| self.close(sum, 10)),
            Token::Big(unit) => self.accept_big(unit),
            Token::More => {
                self.excess = true;
                Some(())
            }
            Token::Some => {
                self.some = true;
                self.pending = Some(Scaled::whole(1));
                Some(())
            }
        };
        if done.is_some() {
            self.tokens += 1;
        }
        done.is_some()
    }

    fn close(&mut self, section: Scaled, unit: i128) {
        (self.section, self.pending, self.unit) = (section, None, unit);
        (self.run, self.zero) = (0, false);
    }

    fn accept_digit(&mut self, digit: i128) -> Option<()> {
        if self.arabic && self.pending.is_some() {
            return None;
        }
        self.zero |= digit == 0;
        let Some(pending) = self.pending.filter(|_| self.run > 0) else {
            // 零 only keeps a place: `一万零五`; alone it is the number itself.
            self.run = usize::from(digit != 0 || self.tokens == 0);
            self.pending = (self.run > 0).then_some(Scaled::whole(digit));
            return Some(());
        };
        if self.run >= MAX_DIGITS || self.unit != 0 && self.run >= 2 {
            return None;
        }
        let last = pending.mantissa % 10;
        self.spread = (self.run == 1 && is_loose_pair(last, digit))
            .then(|| digit - pending.mantissa);
        self.pending = Some(Scaled::whole(
            pending.mantissa.checked_mul(10)?.checked_add(digit)?,
        ));
        self.run += 1;
        Some(())
    }

    /// The pending digits with a loose pair taken apart: 3, and 2 more, for `三五`.
    fn take_pending(&mut self, multiplier: i128) -> Option<Scaled> {
        let digits = self.pending.take()?;
        match self.spread.take() {
            Some(spread) if self.run == 2 && multiplier != 0 => {
                self.reach = Scaled::whole(spread).times(multiplier);
                Some(Scaled::whole(digits.mantissa / 10))
            }
            _ => Some(digits),
        }
    }

    fn accept_small(&mut self, unit: i128) -> Option<()> {
        if self.run > 2 || self.run == 2 && self.spread.is_none() {
            return None;
        }
        // `零十五` is fifteen: 零 before a multiplier only keeps a place.
        let digits = self
            .take_pending(unit)
            .filter(|digits| digits.mantissa != 0)
            .unwrap_or(Scaled::whole(1));
        let sum = self.section.plus(digits.times(unit)?)?;
        self.close(sum, unit);
        Some(())
    }

    fn accept_big(&mut self, unit: i128) -> Option<()> {
        let mut section = self.section;
        if let Some(digits) = self.pending_tail(unit) {
            section = section.plus(digits)?;
        } else if self.section.mantissa == 0 && self.total.mantissa == 0 {
            section = Scaled::whole(1);
        }
        self.reach = match self.reach {
            Some(reach) => Some(reach.times(unit)?),
            None => None,
        };
        if self.big != 0 && unit >= self.big {
            // `四万亿`: the greater multiplier takes all before it.
            self.total = self.total.plus(section)?.times(unit)?;
        } else {
            self.total = self.total.plus(section.times(unit)?)?;
        }
        self.big = unit;
        self.close(Scaled::default(), unit);
        Some(())
    }

    /// The pending digits, for 万 or 亿 behind them or for the end of the number.
    fn pending_tail(&mut self, next: i128) -> Option<Scaled> {
        // A loose pair needs a multiplier beside it: `十五六`, `八九亿`; `一二` is a code.
        if self.unit == 0 && next == 0 {
            self.pair = self.spread.take().zip(self.pending);
        }
        // Before 万 only ones and tens of its own section: 四百五万, but 十二亿四万.
        let tail = if next != 0 && self.unit >= 10_000 {
            1
        } else {
            self.tail_unit()
        };
        let digits = self.take_pending(tail)?;
        digits.times(tail)
    }

    /// What a last digit counts: tens in `四百五`, ones in `四百零五` and `十五`.
    fn tail_unit(&self) -> i128 {
        let single = self.run == 1 || self.run == 2 && self.spread.is_some();
        if single && !self.zero && !self.arabic && self.unit >= 100 {
            self.unit / 10
        } else {
            1
        }
    }

    pub(super) fn add_decimals(&mut self, decimals: Scaled) -> bool {
        if self.excess || self.some || self.plain == Some(Notation::Arabic) {
            return false;
        }
        let tail = self.pending_tail(0).unwrap_or_default();
        let sum = self.section.plus(tail).and_then(|sum| sum.plus(decimals));
        match sum {
            Some(sum) => {
                self.close(sum, 1);
                self.tokens += 1;
                true
            }
            None => false,
        }
    }

    pub(super) fn finish(mut self) -> Option<Number> {
        let tail = self.pending_tail(0).unwrap_or_default();
        let sum = self.total.plus(self.section)?.plus(tail)?;
        let value = sum.decimal()?;
        let max = match self.reach {
            _ if self.some => Some(sum.times(10)?.decimal()?),
            Some(reach) => Some(sum.plus(reach)?.decimal()?),
            None => None,
        };
        Some(Number {
            value,
            max,
            excess: self.excess,
            ratio: None,
            pair: self.pair.and_then(|(spread, digits)| {
                let first = u8::try_from(digits.mantissa / 10).ok()?;
                Some((first, first + u8::try_from(spread).ok()?))
            }),
            notation: match (self.plain, self.tokens, self.arabic) {
                (Some(notation), 1, _) => notation,
                (_, _, true) => Notation::Arabic,
                (_, 1, false) => Notation::Numeral,
                _ => Notation::Han,
            },
        })
    }
}

/// What a numeral behind figures must stand before: 3亿|五千万.
const MULTIPLIERS: &[char] = &['十', '百', '千', '万', '亿', '拾', '佰', '仟'];

/// Whether two digits side by side mean "one or the other": `三四十`, `三五百`.
const fn is_loose_pair(first: i128, second: i128) -> bool {
    first != 0 && (second == first + 1 || first == 3 && second == 5)
}
