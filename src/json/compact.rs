//! Writes JSON without white space, byte for byte as serde_json does.
//!
//! Nearly all of a document's JSON is Chinese text. serde_json looks at each byte of it for
//! characters to escape; here a whole stretch is looked at at once.

use std::fmt::{self, Write};

use serde::ser::{
    Error as _, Impossible, Serialize, SerializeMap, SerializeSeq, SerializeStruct,
    SerializeTuple, Serializer,
};
use serde_json::{Error, Result};

/// Writes a value of this crate's types; they have no variants that hold values, no bytes,
/// and no keys but strings.
pub(super) fn write(out: &mut impl Write, value: &impl Serialize) -> Result<()> {
    value.serialize(&mut Compact { out })
}

struct Compact<'w, W> {
    out: &'w mut W,
}

impl<W: Write> Compact<'_, W> {
    fn put(&mut self, json: &str) -> Result<()> {
        self.out.write_str(json).map_err(Error::custom)
    }

    fn put_all(&mut self, json: fmt::Arguments<'_>) -> Result<()> {
        self.out.write_fmt(json).map_err(Error::custom)
    }

    /// Writes a number, as most are places in the text, faster than a formatter does.
    fn put_number(&mut self, number: u64) -> Result<()> {
        let mut digits = [0; 20];
        let (mut at, mut rest) = (digits.len(), number);
        loop {
            at -= 1;
            digits[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            if rest == 0 {
                break;
            }
        }
        let digits = str::from_utf8(&digits[at..]).map_err(Error::custom)?;
        self.put(digits)
    }

    fn put_string(&mut self, text: &str) -> Result<()> {
        self.put("\"")?;
        let mut rest = text;
        while let Some(at) = find_escaped(rest.as_bytes()) {
            self.put(&rest[..at])?;
            match rest.as_bytes()[at] {
                b'"' => self.put("\\\"")?,
                b'\\' => self.put("\\\\")?,
                b'\n' => self.put("\\n")?,
                b'\r' => self.put("\\r")?,
                b'\t' => self.put("\\t")?,
                b'\x08' => self.put("\\b")?,
                b'\x0C' => self.put("\\f")?,
                control => self.put_all(format_args!("\\u{control:04x}"))?,
            }
            rest = &rest[at + 1..];
        }
        self.put(rest)?;
        self.put("\"")
    }
}

const fn is_escaped(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// Where the first byte stands that JSON escapes.
fn find_escaped(bytes: &[u8]) -> Option<usize> {
    /// Bytes that are looked at at once.
    const BLOCK: usize = 32;
    // Without branches inside, so that the compiler looks at many bytes at once.
    let is_plain =
        |block: &[u8]| !block.iter().fold(false, |any, &b| any | is_escaped(b));
    let (blocks, _) = bytes.as_chunks::<BLOCK>();
    let plain = blocks.iter().take_while(|block| is_plain(*block)).count() * BLOCK;
    let at = bytes[plain..].iter().position(|&byte| is_escaped(byte))?;
    Some(plain + at)
}

/// The members of a list or an object, parted by commas.
struct Members<'c, 'w, W> {
    json: &'c mut Compact<'w, W>,
    empty: bool,
    close: &'static str,
}

impl<'c, 'w, W: Write> Members<'c, 'w, W> {
    fn open(
        json: &'c mut Compact<'w, W>,
        [open, close]: [&'static str; 2],
    ) -> Result<Self> {
        json.put(open)?;
        Ok(Self {
            json,
            empty: true,
            close,
        })
    }

    /// Begins a member, with what all of them begin with.
    fn begin(&mut self, [first, other]: [&'static str; 2]) -> Result<()> {
        let first_of_all = std::mem::replace(&mut self.empty, false);
        self.json.put(if first_of_all { first } else { other })
    }

    fn close(self) -> Result<()> {
        self.json.put(self.close)
    }
}

const LIST: [&str; 2] = ["[", "]"];
const OBJECT: [&str; 2] = ["{", "}"];

impl<W: Write> SerializeSeq for Members<'_, '_, W> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<()> {
        self.begin(["", ","])?;
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Result<()> {
        self.close()
    }
}

impl<W: Write> SerializeTuple for Members<'_, '_, W> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<()> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<()> {
        self.close()
    }
}

impl<W: Write> SerializeMap for Members<'_, '_, W> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: ?Sized + Serialize>(&mut self, key: &T) -> Result<()> {
        self.begin(["", ","])?;
        key.serialize(&mut *self.json)
    }

    fn serialize_value<T: ?Sized + Serialize>(&mut self, value: &T) -> Result<()> {
        self.json.put(":")?;
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Result<()> {
        self.close()
    }
}

impl<W: Write> SerializeStruct for Members<'_, '_, W> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: ?Sized + Serialize>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<()> {
        // Names of fields hold nothing that is escaped.
        self.begin(["\"", ",\""])?;
        self.json.put(name)?;
        self.json.put("\":")?;
        value.serialize(&mut *self.json)
    }

    fn end(self) -> Result<()> {
        self.close()
    }
}

macro_rules! numbers {
    ($($method:ident: $number:ty),* $(,)?) => {
        $(fn $method(self, number: $number) -> Result<()> {
            self.put_all(format_args!("{number}"))
        })*
    };
}

impl<'c, 'w, W: Write> Serializer for &'c mut Compact<'w, W> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Members<'c, 'w, W>;
    type SerializeTuple = Members<'c, 'w, W>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Members<'c, 'w, W>;
    type SerializeStruct = Members<'c, 'w, W>;
    type SerializeStructVariant = Impossible<(), Error>;

    numbers! {
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
    }

    fn serialize_u8(self, number: u8) -> Result<()> {
        self.put_number(number.into())
    }

    fn serialize_u16(self, number: u16) -> Result<()> {
        self.put_number(number.into())
    }

    fn serialize_u32(self, number: u32) -> Result<()> {
        self.put_number(number.into())
    }

    fn serialize_u64(self, number: u64) -> Result<()> {
        self.put_number(number)
    }

    fn serialize_bool(self, value: bool) -> Result<()> {
        self.put(if value { "true" } else { "false" })
    }

    fn serialize_f32(self, number: f32) -> Result<()> {
        self.put(&serde_json::to_string(&number)?)
    }

    fn serialize_f64(self, number: f64) -> Result<()> {
        self.put(&serde_json::to_string(&number)?)
    }

    fn serialize_char(self, value: char) -> Result<()> {
        self.put_string(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, text: &str) -> Result<()> {
        self.put_string(text)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<()> {
        Err(Error::custom("bytes are no text"))
    }

    fn serialize_none(self) -> Result<()> {
        self.serialize_unit()
    }

    fn serialize_some<T: ?Sized + Serialize>(self, value: &T) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<()> {
        self.put("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<()> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<()> {
        self.put_string(variant)
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<()> {
        let mut members = Members::open(self, OBJECT)?;
        members.serialize_entry(variant, value)?;
        members.close()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq> {
        Members::open(self, LIST)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple> {
        Members::open(self, LIST)
    }

    fn serialize_tuple_struct(
        self,
        name: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct> {
        Err(Error::custom(name))
    }

    fn serialize_tuple_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant> {
        Err(Error::custom(name))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap> {
        Members::open(self, OBJECT)
    }

    fn serialize_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStruct> {
        Members::open(self, OBJECT)
    }

    fn serialize_struct_variant(
        self,
        name: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant> {
        Err(Error::custom(name))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::json;

    use super::*;

    #[track_caller]
    fn check(value: &impl Serialize) {
        let mut written = String::new();
        write(&mut written, value).unwrap();
        assert_eq!(written, serde_json::to_string(value).unwrap());
    }

    #[test]
    fn strings_are_escaped_as_serde_json_does() {
        for text in [
            "",
            "公文",
            "“一”\"二\"\\三\n\r\t\u{8}\u{c}\u{1}\u{1f}\u{7f}\u{2028}",
        ] {
            check(&text);
        }
        // A sign to escape at each place of a block and behind it.
        for at in 0..80 {
            check(&format!("{}\"{}", "a".repeat(at), "文".repeat(40)));
        }
    }

    #[test]
    fn values_are_written_as_serde_json_does() {
        check(&json!({"a": [1, -2, 0.5, 1e21, true, null, {}], "b": {"c": []}}));
        check(&BTreeMap::from([("键", Some([1usize, 2])), ("空", None)]));
        check(&('字', u64::MAX, i64::MIN, f64::NAN, 3.0));
    }
}
