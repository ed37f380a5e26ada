#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

#[cfg(feature = "serde")]
use crate::codec::{self, DecodingError};
use crate::machine;

/// What a guest is given: its private input and the public journal.
pub struct Guest {
    pub(crate) channels: machine::Channels,
}

impl Guest {
    /// The whole private input: bytes that no receipt reveals. The prover chose them, so a guest
    /// checks everything that it relies on.
    pub fn input_bytes(&self) -> &[u8] {
        self.channels.input()
    }

    /// The private input, decoded (see [`codec`]): all of it. If it encodes no value of the type,
    /// the guest panics with a message that names the place.
    #[cfg(feature = "serde")]
    #[track_caller]
    pub fn input<'a, T: Deserialize<'a>>(&'a self) -> T {
        match self.try_input() {
            Ok(value) => value,
            Err(error) => panic!("the input is not what the guest expects: {error}"),
        }
    }

    /// The private input, decoded (see [`codec`]): all of it.
    #[cfg(feature = "serde")]
    pub fn try_input<'a, T: Deserialize<'a>>(&'a self) -> Result<T, DecodingError> {
        codec::from_bytes(self.input_bytes())
    }

    /// Appends bytes to the journal, the public output that a receipt proves.
    pub fn publish_bytes(&self, bytes: &[u8]) {
        self.channels.publish(bytes);
    }

    /// Appends a value to the journal, encoded (see [`codec`]). A value without an encoding, such
    /// as one with 2^32 elements, is a panic.
    #[cfg(feature = "serde")]
    #[track_caller]
    pub fn publish<T: Serialize + ?Sized>(&self, value: &T) {
        match codec::to_bytes(value) {
            Ok(bytes) => self.publish_bytes(&bytes),
            Err(error) => panic!("cannot publish: {error}"),
        }
    }

    /// Ends the run, with 0 for success; receipts carry the code. For other targets than the
    /// machine this is a panic.
    pub fn halt(&self, code: u32) -> ! {
        machine::halt(code)
    }
}
