use core::fmt::Display;

/// What a guest's function may return: the exit code follows from it, and the receipt carries that.
pub trait Ending {
    /// 0 for success.
    fn exit_code(self) -> u32;
}

/// Success.
impl Ending for () {
    fn exit_code(self) -> u32 {
        0
    }
}

/// The exit code itself.
impl Ending for u32 {
    fn exit_code(self) -> u32 {
        self
    }
}

/// An error goes to the debug stream, and the exit code is 1.
impl<T: Ending, E: Display> Ending for Result<T, E> {
    fn exit_code(self) -> u32 {
        match self {
            Ok(ending) => ending.exit_code(),
            Err(error) => {
                crate::println!("{error}");
                1
            }
        }
    }
}
