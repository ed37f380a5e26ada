//! The bytes of typed input and output: the same as those of `org.zarf.guest.Codec` in Java, for
//! any type with serde's `Serialize` and `Deserialize`.
//!
//! Packed and little-endian:
//!
//! | Rust | Java | bytes |
//! | --- | --- | --- |
//! | `bool` | `boolean` | 1 byte, 0 or 1 |
//! | `i8`, `i16`, `i32`, `i64`, unsigned the same | `byte`, `short`, `int`, `long` | 1, 2, 4, 8 |
//! | `f32`, `f64` | `float`, `double` | 4, 8 |
//! | `u16` | `char` | 2 |
//! | `String`, `&str` | `String` | the number of its UTF-8 bytes in 4 bytes, then those |
//! | `Vec`, sets, slices | arrays, `List`, `Set` | the count in 4 bytes, then the elements |
//! | `BTreeMap` and such | `Map` | the count in 4 bytes, then key and value of each entry |
//! | `Option` | `Optional` | 1 byte, 0 or 1; after a 1 the value |
//! | an enum whose variants hold nothing | `enum` | the index of the variant in 4 bytes |
//! | an enum whose variants hold values | sealed interface of records | the index, then the value |
//! | `struct`, tuple | record | the fields in their order |
//! | `Vec<u8>`, highest byte first | `BigInteger` | the count in 4 bytes, then two's complement |
//!
//! What Java lacks: `[T; N]` is N elements without a count, `char` is its scalar value in 4 bytes,
//! `u128` and `i128` take 16 bytes, `usize` 8, and `()` none. Attributes that need to know the type
//! from the bytes (`untagged`, `flatten`, `tag`) do not work.

mod decoder;
mod encoder;
mod error;

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

pub use error::{DecodingError, EncodingError};

/// The bytes of a value.
pub fn to_bytes<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, EncodingError> {
    let mut encoder = encoder::Encoder::default();
    value.serialize(&mut encoder)?;
    Ok(encoder.bytes)
}

/// The value that some bytes encode: all of them.
pub fn from_bytes<'a, T: Deserialize<'a>>(bytes: &'a [u8]) -> Result<T, DecodingError> {
    let mut decoder = decoder::Decoder { bytes };
    let value = T::deserialize(&mut decoder)?;
    decoder.require_end()?;
    Ok(value)
}
