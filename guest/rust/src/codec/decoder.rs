use alloc::format;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::DecodingError;

type Decoded<T> = Result<T, DecodingError>;

/// Reads values from the bytes that are left.
pub(super) struct Decoder<'a> {
    pub(super) bytes: &'a [u8],
}

impl<'a> Decoder<'a> {
    pub(super) fn require_end(&self) -> Decoded<()> {
        match self.bytes.len() {
            0 => Ok(()),
            left => Err(DecodingError::new(format!("{left} bytes are left over"))),
        }
    }

    fn take(&mut self, count: usize) -> Decoded<&'a [u8]> {
        let Some((taken, rest)) = self.bytes.split_at_checked(count) else {
            let left = self.bytes.len();
            return Err(DecodingError::new(format!(
                "the bytes end: {count} are needed, {left} are left"
            )));
        };
        self.bytes = rest;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Decoded<[u8; N]> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }

    fn flag(&mut self) -> Decoded<bool> {
        match self.array::<1>()? {
            [0] => Ok(false),
            [1] => Ok(true),
            [byte] => {
                Err(DecodingError::new(format!("{byte} is no boolean: 0 is false, 1 is true")))
            }
        }
    }

    fn number(&mut self) -> Decoded<u32> {
        Ok(u32::from_le_bytes(self.array()?))
    }

    /// How many elements follow. Each takes a byte at least, so that the count is no larger than
    /// what is left.
    fn count(&mut self) -> Decoded<usize> {
        let count = self.number()? as usize;
        let left = self.bytes.len();
        if count > left {
            return Err(DecodingError::new(format!(
                "{count} elements do not fit into the {left} bytes left"
            )));
        }
        Ok(count)
    }

    fn text(&mut self) -> Decoded<&'a str> {
        let bytes = self.blob()?;
        core::str::from_utf8(bytes).map_err(|e| {
            DecodingError::new(format!("no UTF-8 from byte {} of the text on", e.valid_up_to()))
        })
    }

    fn blob(&mut self) -> Decoded<&'a [u8]> {
        let count = self.number()? as usize;
        let left = self.bytes.len();
        if count > left {
            return Err(DecodingError::new(format!(
                "the length {count} is beyond the {left} bytes left"
            )));
        }
        self.take(count)
    }

    fn elements(&mut self, count: usize, names: &'static [&'static str]) -> Elements<'_, 'a> {
        Elements { decoder: self, next: 0, count, names }
    }
}

fn needs_the_type<T>() -> Decoded<T> {
    Err(DecodingError::new("the bytes do not say what they are: the type must".into()))
}

macro_rules! numbers {
    ($($method:ident: $visit:ident $type:ty,)*) => {
        $(fn $method<V: Visitor<'a>>(self, visitor: V) -> Decoded<V::Value> {
            visitor.$visit(<$type>::from_le_bytes(self.array()?))
        })*
    };
}

impl<'a> Deserializer<'a> for &mut Decoder<'a> {
    type Error = DecodingError;

    numbers! {
        deserialize_i8: visit_i8 i8,
        deserialize_i16: visit_i16 i16,
        deserialize_i32: visit_i32 i32,
        deserialize_i64: visit_i64 i64,
        deserialize_i128: visit_i128 i128,
        deserialize_u8: visit_u8 u8,
        deserialize_u16: visit_u16 u16,
        deserialize_u32: visit_u32 u32,
        deserialize_u64: visit_u64 u64,
        deserialize_u128: visit_u128 u128,
        deserialize_f32: visit_f32 f32,
        deserialize_f64: visit_f64 f64,
    }

    fn deserialize_any<V: Visitor<'a>>(self, _visitor: V) -> Decoded<V::Value> {
        needs_the_type()
    }

    fn deserialize_ignored_any<V: Visitor<'a>>(self, _visitor: V) -> Decoded<V::Value> {
        needs_the_type()
    }

    fn deserialize_identifier<V: Visitor<'a>>(self, _visitor: V) -> Decoded<V::Value> {
        needs_the_type()
    }

    fn deserialize_bool<V: Visitor<'a>>(self, visitor: V) -> Decoded<V::Value> {
        visitor.visit_bool(self.flag()?)
    }

    fn deserialize_char<V: Visitor<'a>>(self, visitor: V) -> Decoded<V::Value> {
        let number = self.number()?;
        let value = char::from_u32(number)
            .ok_or_else(|| DecodingError::new(format!("{number} is no character")))?;
        visitor.visit_char(value)
    }

    fn deserialize_str<V: Visitor<'a>>(self, visitor: V) -> Decoded<V::Value> {
        visitor.visit_borrowed_str(self.text()?)
    }

    fn deserialize_string<V: Visitor<'a>>(self, visitor: V) -> Decoded<V::Value> {
        visitor.visit_borrowed_str(self.text()?)
    }

    fn deserialize_bytes<V: Visitor<'a>>(self, visitor: V) -> Decoded<V::Value> {
        visitor.visit_borrowed_bytes(self.blob()?)
    }

    fn deserialize_byte_buf<V: Visitor<'a>>(self, visitor: V) -> Decoded<V::Value> {
        visitor.visit_borrowed_bytes(self.blob()?)
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Decoded<V::Value> {
        if self.flag()? { visitor.visit_some(self) } else { visitor.visit_none() }
    }

    fn deserialize_unit<V: Visitor<'a>>(self, visitor: V) -> Decoded<V::Value> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'a>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Decoded<V::Value> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Decoded<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'a>>(self, visitor: V) -> Decoded<V::Value> {
        let count = self.count()?;
        visitor.visit_seq(self.elements(count, &[]))
    }

    fn deserialize_tuple<V: Visitor<'a>>(self, count: usize, visitor: V) -> Decoded<V::Value> {
        visitor.visit_seq(self.elements(count, &[]))
    }

    fn deserialize_tuple_struct<V: Visitor<'a>>(
        self,
        _name: &'static str,
        count: usize,
        visitor: V,
    ) -> Decoded<V::Value> {
        visitor.visit_seq(self.elements(count, &[]))
    }

    fn deserialize_map<V: Visitor<'a>>(self, visitor: V) -> Decoded<V::Value> {
        let count = self.count()?;
        visitor.visit_map(self.elements(count, &[]))
    }

    fn deserialize_struct<V: Visitor<'a>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Decoded<V::Value> {
        visitor.visit_seq(self.elements(fields.len(), fields))
    }

    fn deserialize_enum<V: Visitor<'a>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Decoded<V::Value> {
        visitor.visit_enum(Variant { decoder: self, count: variants.len() })
    }

    fn is_human_readable(&self) -> bool {
        false
    }
}

/// The elements of a sequence or a map, or the fields of a record, which have names.
struct Elements<'d, 'a> {
    decoder: &'d mut Decoder<'a>,
    next: usize,
    count: usize,
    names: &'static [&'static str],
}

impl<'a> Elements<'_, 'a> {
    fn place(&self, error: DecodingError) -> DecodingError {
        match self.names.get(self.next) {
            Some(name) => error.in_field(name),
            None => error.in_element(self.next),
        }
    }
}

impl<'a> SeqAccess<'a> for Elements<'_, 'a> {
    type Error = DecodingError;

    fn next_element_seed<T: DeserializeSeed<'a>>(&mut self, seed: T) -> Decoded<Option<T::Value>> {
        if self.next == self.count {
            return Ok(None);
        }
        let value = seed.deserialize(&mut *self.decoder).map_err(|e| self.place(e))?;
        self.next += 1;
        Ok(Some(value))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.count - self.next)
    }
}

impl<'a> MapAccess<'a> for Elements<'_, 'a> {
    type Error = DecodingError;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Decoded<Option<K::Value>> {
        if self.next == self.count {
            return Ok(None);
        }
        seed.deserialize(&mut *self.decoder).map(Some).map_err(|e| self.place(e.in_field("key")))
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Decoded<V::Value> {
        let value =
            seed.deserialize(&mut *self.decoder).map_err(|e| self.place(e.in_field("value")))?;
        self.next += 1;
        Ok(value)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.count - self.next)
    }
}

/// A variant of an enum: its index, then what it holds.
struct Variant<'d, 'a> {
    decoder: &'d mut Decoder<'a>,
    count: usize,
}

impl<'d, 'a> EnumAccess<'a> for Variant<'d, 'a> {
    type Error = DecodingError;
    type Variant = Self;

    fn variant_seed<V: DeserializeSeed<'a>>(self, seed: V) -> Decoded<(V::Value, Self)> {
        let index = self.decoder.number()?;
        if index as usize >= self.count {
            let count = self.count;
            return Err(DecodingError::new(format!(
                "{index} is no index into the {count} variants"
            )));
        }
        let variant =
            seed.deserialize(IntoDeserializer::<DecodingError>::into_deserializer(index))?;
        Ok((variant, self))
    }
}

impl<'a> VariantAccess<'a> for Variant<'_, 'a> {
    type Error = DecodingError;

    fn unit_variant(self) -> Decoded<()> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'a>>(self, seed: T) -> Decoded<T::Value> {
        seed.deserialize(self.decoder)
    }

    fn tuple_variant<V: Visitor<'a>>(self, count: usize, visitor: V) -> Decoded<V::Value> {
        visitor.visit_seq(self.decoder.elements(count, &[]))
    }

    fn struct_variant<V: Visitor<'a>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Decoded<V::Value> {
        visitor.visit_seq(self.decoder.elements(fields.len(), fields))
    }
}
