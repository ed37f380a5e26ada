use alloc::format;
use alloc::string::{String, ToString};
use core::fmt::{self, Display, Formatter};

/// Bytes that encode no value of a type: the place inside the value, as in `items[3].price`, and
/// what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodingError {
    path: String,
    reason: String,
}

impl DecodingError {
    pub(super) fn new(reason: String) -> Self {
        DecodingError { path: String::new(), reason }
    }

    /// Says that the place is inside a field.
    pub(super) fn in_field(mut self, name: &str) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = format!("{name}{dot}{}", self.path);
        self
    }

    /// Says that the place is inside an element.
    pub(super) fn in_element(mut self, index: usize) -> Self {
        let dot = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        self.path = format!("[{index}]{dot}{}", self.path);
        self
    }
}

impl Display for DecodingError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        if !self.path.is_empty() {
            write!(f, "{}: ", self.path)?;
        }
        f.write_str(&self.reason)
    }
}

impl core::error::Error for DecodingError {}

impl serde::de::Error for DecodingError {
    fn custom<T: Display>(reason: T) -> Self {
        DecodingError::new(reason.to_string())
    }
}

/// A value that has no encoding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EncodingError {
    reason: String,
}

impl EncodingError {
    pub(super) fn new(reason: &str) -> Self {
        EncodingError { reason: reason.to_string() }
    }
}

impl Display for EncodingError {
    fn fmt(&self, f: &mut Formatter) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl core::error::Error for EncodingError {}

impl serde::ser::Error for EncodingError {
    fn custom<T: Display>(reason: T) -> Self {
        EncodingError { reason: reason.to_string() }
    }
}
