use core::fmt::{Arguments, Write};

use crate::machine;

struct DebugStream;

impl Write for DebugStream {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        machine::print(text);
        Ok(())
    }
}

/// What [`print!`](crate::print!) expands to.
pub fn print_arguments(arguments: Arguments) {
    // The stream takes everything; only a Display that fails by itself ends here, cut short.
    let _ = DebugStream.write_fmt(arguments);
}

/// Shows text on the debug stream, the developer's standard error. It proves nothing.
#[macro_export]
macro_rules! print {
    ($($argument:tt)*) => { $crate::print_arguments(::core::format_args!($($argument)*)) };
}

/// Shows a line on the debug stream, the developer's standard error. It proves nothing.
#[macro_export]
macro_rules! println {
    () => { $crate::print!("\n") };
    ($($argument:tt)*) => {
        $crate::print_arguments(::core::format_args!("{}\n", ::core::format_args!($($argument)*)))
    };
}
