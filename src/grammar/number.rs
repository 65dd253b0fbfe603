//! Numbers in every notation of official texts: `1,234.5`, `三亿五千万`, `1.3万`, `百分之五`.

use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::character::complete::{char, one_of, satisfy};
use nom::combinator::{map, not, opt, peek, value};
use nom::sequence::{delimited, preceded, terminated};
use nom::{Parser, error::ErrorKind};

use super::{PResult, fail};
use crate::model::Decimal;

/// A number as read: exact, 万 and 亿 multiplied out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number {
    pub(crate) value: Decimal,
    /// Upper end of a loose pair of digits: 500 for `三五百`.
    pub(crate) max: Option<Decimal>,
    /// 余, 多 or 几 stands inside or behind: the number is a lower bound.
    pub(crate) excess: bool,
    /// The sign that a spelt-out ratio stands for: `%` for `百分之五`.
    pub(crate) ratio: Option<&'static str>,
    pub(crate) notation: Notation,
    /// Two digits that mean "one or the other" once a unit follows: `七八`.
    pub(crate) pair: Option<(u8, u8)>,
}

/// How a number is written; callers trust some notations less than others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Notation {
    /// A run of digits alone, which may be a year or a code: `2025`.
    Digits,
    /// Arabic with anything more: `1,234`, `2.5`, `300万`.
    Arabic,
    /// One Chinese numeral, which may be part of a word: `一`.
    Numeral,
    /// Chinese numerals: `三十五`, `五千万`.
    Han,
    /// With a letter for the multiplier or the exponent, or an operator: `40k`, `2^5`.
    Technical,
}

/// Reads a number with its sign, fraction and ratio.
///
/// ```ebnf
/// number   = [ sign ] , ( cardinal , [ "又" , fraction ] | fraction ) ;
/// fraction = cardinal , "分之" , cardinal | digits , "/" , digits ;
/// ```
pub(crate) fn read_number(input: &str) -> PResult<'_, Number> {
    let (rest, negative) = opt(read_sign).parse(input)?;
    let (rest, mut number) = read_unsigned(rest)?;
    if negative.unwrap_or(false) {
        number.value = negate(number.value);
        number.max = number.max.map(negate);
    }
    Ok((rest, number))
}

fn negate(number: Decimal) -> Decimal {
    // OK because a product with -1 has as many digits as the number itself.
    number.checked_mul(Decimal::from(-1)).unwrap_or(number)
}

fn read_sign(input: &str) -> PResult<'_, bool> {
    let minus = value(true, one_of("-－−负"));
    let plus = value(false, one_of("+＋"));
    delimited(
        not(tag("--")),
        alt((value(true, tag("零下")), minus, plus)),
        spaces,
    )
    .parse(input)
}

fn read_unsigned(input: &str) -> PResult<'_, Number> {
    let (rest, whole) = read_cardinal(input)?;
    if let Ok(found) = read_parts_of(whole, input, rest) {
        return Ok(found);
    }
    if let Ok((rest, slash)) = read_slash(whole, rest) {
        return Ok((rest, slash));
    }
    let Some(after) = rest.strip_prefix('又') else {
        return Ok((rest, whole));
    };
    let Ok((end, lower)) = read_cardinal(after) else {
        return Ok((rest, whole));
    };
    let part = read_parts_of(lower, after, end).or_else(|_| read_slash(lower, end));
    match part {
        Ok((end, part)) => match whole.value.checked_add(part.value) {
            Some(value) => Ok((end, Number { value, ..whole })),
            None => Ok((rest, whole)),
        },
        Err(_) => Ok((rest, whole)),
    }
}

/// Reads `分之` and the numerator behind a denominator that began at `start`.
fn read_parts_of<'i>(
    denominator: Number,
    start: &'i str,
    rest: &'i str,
) -> PResult<'i, Number> {
    let (rest, _) = (spaces, tag("分"), spaces, tag("之"), spaces).parse(rest)?;
    let (rest, numerator) = read_cardinal(rest)?;
    let sign = match start.chars().find(|c| !c.is_whitespace()) {
        _ if denominator.notation != Notation::Numeral => None,
        Some('百' | '佰') => Some("%"),
        Some('千' | '仟') => Some("‰"),
        Some('万') => Some("‱"),
        _ => None,
    };
    if sign.is_some() {
        return Ok((
            rest,
            Number {
                ratio: sign,
                notation: Notation::Han,
                ..numerator
            },
        ));
    }
    let share = |part: Decimal| part.checked_div(denominator.value);
    let Some(value) = share(numerator.value) else {
        return fail(start, ErrorKind::Verify);
    };
    Ok((
        rest,
        Number {
            value,
            max: numerator.max.and_then(share),
            excess: numerator.excess,
            ratio: None,
            notation: Notation::Han,
            pair: None,
        },
    ))
}

/// Reads the rest of `1/2`, or of `1 3/5`.
fn read_slash(first: Number, rest: &str) -> PResult<'_, Number> {
    if first.notation != Notation::Digits {
        return fail(rest, ErrorKind::Verify);
    }
    let integer = |digits: &str| -> Option<Decimal> { ascii(digits).parse().ok() };
    let (rest, (whole, numerator, below)) = match read_denominator(rest) {
        Ok((rest, below)) => (rest, (Decimal::from(0), Some(first.value), below)),
        Err(_) => {
            let (rest, _) = one_of(" \u{a0}").parse(rest)?;
            let (rest, above) = take_while_m_n(1, 4, is_digit).parse(rest)?;
            let (rest, below) = read_denominator(rest)?;
            (rest, (first.value, integer(above), below))
        }
    };
    let quotient = numerator
        .zip(integer(below))
        .and_then(|(above, below)| above.checked_div(below))
        .and_then(|part| part.checked_add(whole));
    match quotient {
        Some(value) => Ok((
            rest,
            Number {
                value,
                notation: Notation::Technical,
                ..first
            },
        )),
        None => fail(rest, ErrorKind::Verify),
    }
}

fn read_denominator(input: &str) -> PResult<'_, &str> {
    delimited(
        one_of("/／"),
        take_while_m_n(1, 4, is_digit),
        // 10/10万 counts cases among so many people.
        not(satisfy(|c| is_digit(c) || "/／.-万".contains(c))),
    )
    .parse(input)
}

/// A number without sign or fraction: digits, numerals and multipliers in any mixture.
///
/// `三千四百五十几万`, `5亿1万4千6百`, `1,100.9亿`, `四百五` (450), `十五六` (15 to 16).
pub(crate) fn read_cardinal(input: &str) -> PResult<'_, Number> {
    let mut sum = Sum::default();
    let mut rest = input;
    while let Ok((after, token)) = sum.read_token(rest) {
        if !sum.accept(token) {
            break;
        }
        rest = after;
    }
    if sum.tokens == 0 {
        return fail(input, ErrorKind::Digit);
    }
    if let Ok((after, decimals)) = read_spelt_decimals(rest)
        && sum.add_decimals(decimals)
    {
        rest = after;
        // 万 and 亿 may follow the decimals: `六点四二万`.
        while let Ok((after, token @ Token::Big(_))) = sum.read_token(rest) {
            if !sum.accept(token) {
                break;
            }
            rest = after;
        }
    }
    match sum.finish() {
        Some(number) => Ok((rest, number)),
        None => fail(input, ErrorKind::TooLarge),
    }
}

/// Exact arithmetic on `mantissa` × 10^-`scale`, cheap enough for every digit of a text.
#[derive(Debug, Clone, Copy, Default)]
struct Scaled {
    mantissa: i128,
    scale: u32,
}

/// Digits that a decimal number holds at most.
const MAX_DIGITS: usize = 28;

impl Scaled {
    const fn whole(mantissa: i128) -> Self {
        Self { mantissa, scale: 0 }
    }

    fn plus(self, other: Self) -> Option<Self> {
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

    fn times(self, factor: i128) -> Option<Self> {
        Some(Self {
            mantissa: self.mantissa.checked_mul(factor)?,
            scale: self.scale,
        })
    }

    fn decimal(self) -> Option<Decimal> {
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

#[derive(Debug, Clone, Copy)]
enum Token {
    /// Arabic digits, with thousands commas and decimals; the notation says which.
    Arabic(Scaled, Notation),
    /// 零 to 九.
    Digit(i128),
    /// 十 百 千.
    Small(i128),
    /// 廿 卅 卌: the digit of the tens in one sign.
    Tens(i128),
    /// 万 亿 兆.
    Big(i128),
    /// 余 多, where a multiplier or a unit follows; 几 behind a multiplier.
    More,
    /// 几 or 数 before a multiplier: `几十`.
    Some,
}

/// The sum so far of a cardinal that is read from left to right.
#[derive(Debug, Default)]
struct Sum {
    /// What the multipliers 万 亿 兆 have closed.
    total: Scaled,
    /// What stands since the last of them.
    section: Scaled,
    /// Digits that still wait for their multiplier.
    pending: Option<Scaled>,
    /// Second digit of a loose pair (`三五百`), as distance from the first.
    spread: Option<i128>,
    /// Distance of the upper end, multiplied out.
    reach: Option<Scaled>,
    /// A loose pair that stands alone: its distance and its digits.
    pair: Option<(i128, Scaled)>,
    /// The last multiplier, for `四百五`.
    unit: i128,
    /// Highest multiplier of the total.
    big: i128,
    /// How many digits the pending run has, when it is Chinese.
    run: usize,
    /// The pending run began with or holds 零.
    zero: bool,
    tokens: usize,
    arabic: bool,
    plain: Option<Notation>,
    excess: bool,
    some: bool,
}

impl Sum {
    fn read_token<'i>(&self, input: &'i str) -> PResult<'i, Token> {
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
                self.tokens > 0 && (after_digit || closed) && ends_in_unit(rest)
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
    fn accept(&mut self, token: Token) -> bool {
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

    fn add_decimals(&mut self, decimals: Scaled) -> bool {
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

    fn finish(mut self) -> Option<Number> {
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

/// Whether two digits side by side mean "one or the other": `三四十`, `三五百`.
const fn is_loose_pair(first: i128, second: i128) -> bool {
    first != 0 && (second == first + 1 || first == 3 && second == 5)
}

fn read_token(input: &str) -> PResult<'_, Token> {
    let Some(first) = input.chars().next() else {
        return fail(input, ErrorKind::Eof);
    };
    if is_digit(first) || matches!(first, '.' | '．') {
        return read_arabic(input);
    }
    let rest = &input[first.len_utf8()..];
    let token = match first {
        '零' | '〇' | '○' | 'Ｏ' => Token::Digit(0),
        '一' | '壹' => Token::Digit(1),
        '二' | '两' | '贰' | '俩' => Token::Digit(2),
        '三' | '叁' | '仨' => Token::Digit(3),
        '参' if begins_formal(rest) => Token::Digit(3),
        '四' | '肆' => Token::Digit(4),
        '五' | '伍' => Token::Digit(5),
        '六' | '陆' => Token::Digit(6),
        '七' | '柒' => Token::Digit(7),
        '八' | '捌' => Token::Digit(8),
        '九' | '玖' => Token::Digit(9),
        '十' | '拾' => Token::Small(10),
        '百' | '佰' => Token::Small(100),
        // 千瓦, 千米 and their like are units of their own; a multiplier cannot end there.
        '千' if starts_kilo_unit(rest) => return fail(input, ErrorKind::Verify),
        '千' | '仟' => Token::Small(1000),
        '廿' => Token::Tens(2),
        '卅' => Token::Tens(3),
        '卌' => Token::Tens(4),
        '万' | '萬' => Token::Big(10_000),
        '亿' | '億' => Token::Big(100_000_000),
        '兆' if !rest.starts_with(['瓦', '赫', '比', '字', '位']) => {
            Token::Big(1_000_000_000_000)
        }
        '余' | '多' => Token::More,
        '几' | '数' if rest.starts_with(['十', '百', '千', '万', '亿']) => {
            Token::Some
        }
        '几' => Token::More,
        _ => return fail(input, ErrorKind::Digit),
    };
    Ok((rest, token))
}

fn starts_kilo_unit(rest: &str) -> bool {
    rest.starts_with(['瓦', '克', '米', '卡', '焦', '赫', '伏', '帕', '乏', '牛'])
        || rest.starts_with("字节")
        || rest.starts_with("比特")
}

/// 参 is 叁 only inside formal numerals (`参拾参`), else the verb.
fn begins_formal(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['拾', '佰', '仟', '万', '亿', '元', '圆'])
}

/// Whether a number that opens with a bare multiplier goes on as one: `百分之`, `千三`,
/// `百万`, and not `百姓`.
fn opens_number(rest: &str) -> bool {
    let rest = rest.trim_start_matches(' ');
    rest.starts_with([
        '一', '二', '三', '四', '五', '六', '七', '八', '九', '万', '亿', '零',
    ]) || rest
        .strip_prefix('分')
        .is_some_and(|rest| rest.trim_start_matches(' ').starts_with('之'))
}

/// Whether 余, 多 or 几 stands where it belongs to the number: before a multiplier, a unit
/// or the end, and not in `多种`, `余额`, `多元`.
fn ends_in_unit(rest: &str) -> bool {
    !rest.starts_with([
        '种', '样', '元', '方', '层', '级', '维', '渠', '额', '数', '地', '部', '功',
    ]) || rest.starts_with("元钱")
}

/// Digits with thousands commas, decimals, exponent or multiplier letter.
fn read_arabic(input: &str) -> PResult<'_, Token> {
    let (mut rest, first) = take_while_m_n(0, MAX_DIGITS, is_digit).parse(input)?;
    if rest.starts_with(is_digit) {
        return fail(input, ErrorKind::TooLarge);
    }
    let mut digits = Digits::default();
    digits.push(first);
    let mut notation = Notation::Digits;
    if (1..=3).contains(&digits.count) {
        while let Ok((after, (comma, group))) = read_group(rest) {
            // A full-width comma between ASCII digits parts two numbers.
            let same_width = group.starts_with(|c: char| c.is_ascii()) == (comma == ',');
            if !same_width && notation == Notation::Digits {
                break;
            }
            digits.push(group);
            notation = Notation::Arabic;
            rest = after;
        }
    }
    if let Ok((after, decimals)) = read_decimals(rest) {
        digits.push(decimals);
        digits.scale = decimals.chars().count();
        notation = Notation::Arabic;
        rest = after;
    }
    if digits.count == 0 || digits.count > MAX_DIGITS {
        return fail(input, ErrorKind::Digit);
    }
    let number = Scaled {
        mantissa: digits.mantissa,
        // OK because there are at most MAX_DIGITS of them.
        scale: digits.scale as u32,
    };
    let (rest, token) = match read_technical(number, rest) {
        Ok((rest, number)) => (rest, Token::Arabic(number, Notation::Technical)),
        Err(_) => (rest, Token::Arabic(number, notation)),
    };
    Ok((rest, token))
}

#[derive(Default)]
struct Digits {
    mantissa: i128,
    count: usize,
    scale: usize,
}

impl Digits {
    fn push(&mut self, digits: &str) {
        for digit in digits.chars().filter_map(digit_value) {
            self.mantissa = self
                .mantissa
                .saturating_mul(10)
                .saturating_add(i128::from(digit));
            self.count += 1;
        }
    }
}

fn read_group(input: &str) -> PResult<'_, (char, &str)> {
    terminated(
        (one_of(",，"), take_while_m_n(3, 3, is_digit)),
        not(satisfy(is_digit)),
    )
    .parse(input)
}

/// Decimals, unless a second point follows: `2.3.1` is a label, `6.30.` may end a sentence.
fn read_decimals(input: &str) -> PResult<'_, &str> {
    delimited(
        one_of(".．"),
        take_while_m_n(1, MAX_DIGITS, is_digit),
        not((one_of(".．"), satisfy(is_digit))),
    )
    .parse(input)
}

/// Largest exponent read; more would not fit a decimal.
const MAX_EXPONENT: u32 = 20;

fn read_exponent<'i>(
    mark: &'static str,
    input: &'i str,
) -> PResult<'i, (Option<char>, &'i str)> {
    preceded(
        one_of(mark),
        (opt(one_of("+-－＋")), take_while_m_n(1, 2, is_digit)),
    )
    .parse(input)
}

/// An exponent (`21.2E0`), a power (`2^5`) or a multiplier letter (`40k`, `30w`).
fn read_technical(number: Scaled, input: &str) -> PResult<'_, Scaled> {
    if let Ok((rest, (sign, digits))) = read_exponent("eE", input) {
        let power: u32 = ascii(digits).parse().unwrap_or(0);
        let number = match sign {
            Some('-' | '－') => Some(Scaled {
                scale: number.scale + power,
                ..number
            }),
            _ => 10i128
                .checked_pow(power)
                .and_then(|factor| number.times(factor)),
        };
        return number
            .filter(|number| number.scale as usize <= MAX_DIGITS)
            .map_or_else(
                || fail(input, ErrorKind::TooLarge),
                |number| Ok((rest, number)),
            );
    }
    if let Ok((rest, (_, digits))) = read_exponent("^", input) {
        let power: u32 = ascii(digits).parse().unwrap_or(0);
        let raised = number
            .mantissa
            .checked_pow(power)
            .filter(|_| number.scale * power <= MAX_EXPONENT + 8);
        return raised.map_or_else(
            || fail(input, ErrorKind::TooLarge),
            |mantissa| {
                Ok((
                    rest,
                    Scaled {
                        mantissa,
                        scale: number.scale * power,
                    },
                ))
            },
        );
    }
    let letter = map(
        (
            alt((
                value(1_000, one_of("kK")),
                value(10_000, one_of("wW")),
                value(1_000_000, char('M')),
                // 5G is a name; only with decimals is it a number.
                value(if number.scale > 0 { 1_000_000_000 } else { 0 }, char('G')),
            )),
            peek(not(satisfy(|c: char| c.is_ascii_alphanumeric()))),
        ),
        |(factor, ())| factor,
    );
    let (rest, factor) = preceded(spaces, letter).parse(input)?;
    match number.times(factor) {
        Some(number) if factor != 0 => Ok((rest, number)),
        _ => fail(input, ErrorKind::TooLarge),
    }
}

/// Decimals in words: `点五七九`; `五点三十五分` is a time of day.
fn read_spelt_decimals(input: &str) -> PResult<'_, Scaled> {
    let (rest, _) = (spaces, one_of("点點"), spaces).parse(input)?;
    let (rest, digits) = take_while_m_n(1, MAX_DIGITS, |c| {
        c != '两' && (is_digit(c) || spelt_digit(c).is_some())
    })
    .parse(rest)?;
    not(one_of("十百千拾佰仟半刻钟分")).parse(rest)?;
    let mut number = Scaled::default();
    for digit in digits
        .chars()
        .filter_map(|c| digit_value(c).or(spelt_digit(c)))
    {
        number.mantissa = number.mantissa * 10 + i128::from(digit);
        number.scale += 1;
    }
    Ok((rest, number))
}

/// The value of a Chinese digit from 零 to 九.
pub(crate) fn spelt_digit(c: char) -> Option<u8> {
    match read_token(c.encode_utf8(&mut [0; 4])) {
        Ok((_, Token::Digit(digit))) => u8::try_from(digit).ok(),
        _ => None,
    }
}

/// The value of an Arabic digit, full-width ones included.
pub(crate) fn digit_value(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '０'..='９' => u8::try_from(c as u32 - '０' as u32).ok(),
        _ => None,
    }
}

pub(crate) fn is_digit(c: char) -> bool {
    digit_value(c).is_some()
}

/// Whether a number may begin with this character.
pub(crate) fn opens(c: char) -> bool {
    is_digit(c)
        || matches!(
            c,
            '零' | '〇'
                | '○'
                | 'Ｏ'
                | '一'
                | '二'
                | '三'
                | '四'
                | '五'
                | '六'
                | '七'
                | '八'
                | '九'
                | '十'
                | '两'
                | '百'
                | '千'
                | '万'
                | '亿'
                | '几'
                | '数'
                | '半'
                | '廿'
                | '卅'
                | '卌'
                | '壹'
                | '贰'
                | '叁'
                | '参'
                | '肆'
                | '伍'
                | '陆'
                | '柒'
                | '捌'
                | '玖'
                | '拾'
                | '佰'
                | '仟'
                | '俩'
                | '仨'
        )
}

/// Digits with full-width ones folded.
pub(crate) fn ascii(digits: &str) -> String {
    digits
        .chars()
        .map(|c| digit_value(c).map_or(c, |digit| char::from(b'0' + digit)))
        .collect()
}

/// Blanks inside a number or before its unit; a line break ends it.
pub(crate) fn spaces(input: &str) -> PResult<'_, &str> {
    take_while_m_n(0, 2, |c| matches!(c, ' ' | '\u{a0}' | '\u{3000}')).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(input: &str, value: &str, rest: &str) {
        let (left, number) = read_number(input).unwrap();
        assert_eq!(number.value, value.parse().unwrap(), "{input}");
        assert_eq!(left, rest, "{input}");
    }

    #[test]
    fn arabic_numbers() {
        for (input, value, rest) in [
            ("90%", "90", "%"),
            ("1,234,567.5元", "1234567.5", "元"),
            ("1, 234", "1", ", 234"),
            ("2.3.1", "2", ".3.1"),
            ("1.3万", "13000", ""),
            ("3亿5000万元", "350000000", "元"),
            ("5亿1万4千6百", "500014600", ""),
            ("200亿零四千230", "20000004230", ""),
            ("4.78万亿", "4780000000000", ""),
            ("1,100.9亿", "110090000000", ""),
            ("2千零30万", "20300000", ""),
            ("100余万元", "1000000", "元"),
            ("-22.2%", "-22.2", "%"),
            ("40k", "40000", ""),
            ("120MW", "120", "MW"),
            ("5G基站", "5", "G基站"),
            ("21.2E0", "21.2", ""),
            ("2^5", "32", ""),
            ("1.5^2", "2.25", ""),
            ("1.5E2", "150", ""),
            ("15e-1", "1.5", ""),
            ("1.5e", "1.5", "e"),
            ("5兆", "5000000000000", ""),
            ("5兆瓦", "5", "兆瓦"),
            ("3 /4", "3", " /4"),
            ("1 3/5", "1.6", ""),
            ("１２．５", "12.5", ""),
            ("1000  万", "10000000", ""),
        ] {
            reads(input, value, rest);
        }
    }

    #[test]
    fn chinese_numbers() {
        for (input, value, rest) in [
            ("三亿五千万元", "350000000", "元"),
            ("四百五", "450", ""),
            ("四百零五", "405", ""),
            ("一百二十万三", "1203000", ""),
            ("两千三百五", "2350", ""),
            ("百三", "130", ""),
            ("十五个", "15", "个"),
            ("廿七个月", "27", "个月"),
            ("壹佰贰拾万", "1200000", ""),
            ("参万肆仟伍佰陆拾柒", "34567", ""),
            ("二〇二五年", "2025", "年"),
            ("一七二零点一三四", "1720.134", ""),
            ("六点四二万人", "64200", "人"),
            ("一千六点五", "1600.5", ""),
            ("四百亿点零五零", "40000000000.05", ""),
            ("五点三十五分", "5", "点三十五分"),
            ("两百点两", "200", "点两"),
            ("三分之二以上", "0.666666666666667", "以上"),
            ("五 分之 一", "0.2", ""),
            ("百分之五点五", "5.5", ""),
            ("负一又二分之一", "-1.5", ""),
            ("一百分之二", "0.02", ""),
            ("百万分之五", "0.000005", ""),
            ("四千五百六十九万八千三百一十一亿", "4569831100000000", ""),
            ("五百余万", "5000000", ""),
            ("二十几万", "200000", ""),
            ("百万万分之七", "0.0000000007", ""),
            ("两千 四 百 五", "2450", ""),
            ("六百两", "600", "两"),
            ("六百两千", "2600", ""),
            ("一万零五", "10005", ""),
            ("一万零五十", "10050", ""),
            ("参拾参", "33", ""),
            ("三 四", "3", " 四"),
            ("卅三个", "33", "个"),
            ("卌个", "40", "个"),
            ("三万零五百", "30500", ""),
            ("二十三万五", "235000", ""),
            ("一千二百三", "1230", ""),
            ("3又1/2", "3.5", ""),
            ("三又二分之一", "3.5", ""),
            ("三又个", "3", "又个"),
            ("100.00", "100", ""),
            ("0.50", "0.5", ""),
        ] {
            reads(input, value, rest);
        }
        for input in [
            "百姓",
            "万一",
            "",
            "个",
            "多元",
            "余额",
            "千方百计",
            "余万元",
            "多亿",
            "参加",
            "参与",
            "数字",
            "1e25",
        ] {
            assert!(read_number(input).is_err(), "{input}");
        }
    }

    #[test]
    fn loose_pairs_have_two_ends() {
        for (input, value, max) in [
            ("三五百", "300", "500"),
            ("三四十亿", "3000000000", "4000000000"),
            ("四十五六万", "450000", "460000"),
            ("七百三四十", "730", "740"),
            ("八九亿", "800000000", "900000000"),
            ("三万四五", "34000", "35000"),
            ("十五六", "15", "16"),
            ("数十亿", "1000000000", "10000000000"),
        ] {
            let (rest, number) = read_number(input).unwrap();
            assert_eq!(number.value, value.parse().unwrap(), "{input}");
            assert_eq!(number.max, Some(max.parse().unwrap()), "{input}");
            assert_eq!(rest, "", "{input}");
        }
        for input in ["一二三", "二二三四", "二三"] {
            assert_eq!(read_number(input).unwrap().1.max, None, "{input}");
        }
        assert_eq!(read_number("三四").unwrap().1.pair, Some((3, 4)));
        assert_eq!(read_number("三六").unwrap().1.pair, None);
    }

    #[test]
    fn ratios_keep_their_sign() {
        for (input, sign) in [
            ("百分之五", Some("%")),
            ("百 分之 2", Some("%")),
            ("千分之三", Some("‰")),
            ("万分之三", Some("‱")),
            ("五分之一", None),
            ("五百分之2.2", None),
        ] {
            assert_eq!(read_number(input).unwrap().1.ratio, sign, "{input}");
        }
    }
}
