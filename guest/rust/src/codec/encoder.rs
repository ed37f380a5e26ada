use alloc::vec::Vec;

use serde::Serialize;
use serde::ser::{
    SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
    SerializeTupleStruct, SerializeTupleVariant, Serializer,
};

use super::EncodingError;

/// Appends values to bytes.
#[derive(Default)]
pub(super) struct Encoder {
    pub(super) bytes: Vec<u8>,
}

impl Encoder {
    fn put_count(&mut self, count: usize) -> Result<(), EncodingError> {
        let count = u32::try_from(count)
            .map_err(|_| EncodingError::new("2^32 elements or more have no encoding"))?;
        self.put(&count.to_le_bytes())
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), EncodingError> {
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }
}

macro_rules! numbers {
    ($($method:ident: $type:ty,)*) => {
        $(fn $method(self, value: $type) -> Result<(), EncodingError> {
            self.put(&value.to_le_bytes())
        })*
    };
}

impl Serializer for &mut Encoder {
    type Ok = ();
    type Error = EncodingError;
    type SerializeSeq = Self;
    type SerializeTuple = Self;
    type SerializeTupleStruct = Self;
    type SerializeTupleVariant = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeStructVariant = Self;

    numbers! {
        serialize_i8: i8,
        serialize_i16: i16,
        serialize_i32: i32,
        serialize_i64: i64,
        serialize_i128: i128,
        serialize_u8: u8,
        serialize_u16: u16,
        serialize_u32: u32,
        serialize_u64: u64,
        serialize_u128: u128,
        serialize_f32: f32,
        serialize_f64: f64,
    }

    fn serialize_bool(self, value: bool) -> Result<(), EncodingError> {
        self.put(&[u8::from(value)])
    }

    fn serialize_char(self, value: char) -> Result<(), EncodingError> {
        self.serialize_u32(u32::from(value))
    }

    fn serialize_str(self, value: &str) -> Result<(), EncodingError> {
        self.serialize_bytes(value.as_bytes())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), EncodingError> {
        self.put_count(value.len())?;
        self.put(value)
    }

    fn serialize_none(self) -> Result<(), EncodingError> {
        self.put(&[0])
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), EncodingError> {
        self.put(&[1])?;
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), EncodingError> {
        Ok(())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<(), EncodingError> {
        Ok(())
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        index: u32,
        _variant: &'static str,
    ) -> Result<(), EncodingError> {
        self.serialize_u32(index)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        value: &T,
    ) -> Result<(), EncodingError> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        index: u32,
        _variant: &'static str,
        value: &T,
    ) -> Result<(), EncodingError> {
        self.put(&index.to_le_bytes())?;
        value.serialize(self)
    }

    fn serialize_seq(self, count: Option<usize>) -> Result<Self, EncodingError> {
        self.put_count(count.ok_or_else(|| EncodingError::new("a sequence of unknown length"))?)?;
        Ok(self)
    }

    fn serialize_tuple(self, _count: usize) -> Result<Self, EncodingError> {
        Ok(self)
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _count: usize,
    ) -> Result<Self, EncodingError> {
        Ok(self)
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        index: u32,
        _variant: &'static str,
        _count: usize,
    ) -> Result<Self, EncodingError> {
        self.put(&index.to_le_bytes())?;
        Ok(self)
    }

    fn serialize_map(self, count: Option<usize>) -> Result<Self, EncodingError> {
        self.put_count(count.ok_or_else(|| EncodingError::new("a map of unknown length"))?)?;
        Ok(self)
    }

    fn serialize_struct(self, _name: &'static str, _count: usize) -> Result<Self, EncodingError> {
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        index: u32,
        _variant: &'static str,
        _count: usize,
    ) -> Result<Self, EncodingError> {
        self.put(&index.to_le_bytes())?;
        Ok(self)
    }

    fn is_human_readable(&self) -> bool {
        false
    }
}

macro_rules! parts {
    ($($trait:ident: $method:ident,)*) => {
        $(impl $trait for &mut Encoder {
            type Ok = ();
            type Error = EncodingError;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodingError> {
                value.serialize(&mut **self)
            }

            fn end(self) -> Result<(), EncodingError> {
                Ok(())
            }
        })*
    };
}

parts! {
    SerializeSeq: serialize_element,
    SerializeTuple: serialize_element,
    SerializeTupleStruct: serialize_field,
    SerializeTupleVariant: serialize_field,
}

macro_rules! fields {
    ($($trait:ident,)*) => {
        $(impl $trait for &mut Encoder {
            type Ok = ();
            type Error = EncodingError;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                _name: &'static str,
                value: &T,
            ) -> Result<(), EncodingError> {
                value.serialize(&mut **self)
            }

            fn skip_field(&mut self, name: &'static str) -> Result<(), EncodingError> {
                let _ = name;
                Err(EncodingError::new("a field that is left out: every field is part of a record"))
            }

            fn end(self) -> Result<(), EncodingError> {
                Ok(())
            }
        })*
    };
}

fields! { SerializeStruct, SerializeStructVariant, }

impl SerializeMap for &mut Encoder {
    type Ok = ();
    type Error = EncodingError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), EncodingError> {
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), EncodingError> {
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), EncodingError> {
        Ok(())
    }
}
