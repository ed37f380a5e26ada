//! What a Zarf guest in Rust is written against.
//!
//! ```no_run
//! #![cfg_attr(target_os = "none", no_std, no_main)]
//! extern crate alloc;
//!
//! use alloc::string::String;
//! use serde::{Deserialize, Serialize};
//! use zarf_guest::Guest;
//!
//! #[derive(Deserialize)]
//! struct Person {
//!     name: String,
//!     birth_year: i32,
//! }
//!
//! #[derive(Serialize)]
//! struct Answer {
//!     adult: bool,
//! }
//!
//! fn guest(guest: &Guest) {
//!     let person: Person = guest.input();
//!     zarf_guest::println!("checking {}", person.name);
//!     guest.publish(&Answer { adult: person.birth_year <= 2008 });
//! }
//!
//! zarf_guest::entry!(guest);
//! ```
//!
//! `zarf build` compiles this for the machine (`riscv64imac-unknown-none-elf`), where the crate
//! brings the first instructions, the heap and the panic handler: a panic's message goes to the
//! debug stream, and the exit code is 1. For other targets a guest is an ordinary program, so that
//! `cargo test` runs its unit tests: see [`Guest::with_input`].

#![cfg_attr(target_os = "none", no_std)]

extern crate alloc;

#[cfg(feature = "serde")]
pub mod codec;
mod ending;
mod guest;
#[cfg(target_os = "none")]
mod heap;
#[cfg(target_os = "none")]
#[path = "machine.rs"]
mod machine;
#[cfg(not(target_os = "none"))]
#[path = "process.rs"]
mod machine;
#[cfg(target_os = "none")]
mod memory;
mod print;

pub use ending::Ending;
pub use guest::Guest;
#[doc(hidden)]
pub use machine::start;
#[doc(hidden)]
pub use print::print_arguments;

/// Makes a function the guest: `fn(&Guest)`, or with a result that is an [`Ending`].
///
/// For other targets than the machine it makes a `main` that takes the input from standard input
/// and writes the journal to standard output; so the function needs another name.
#[cfg(target_os = "none")]
#[macro_export]
macro_rules! entry {
    ($guest:path) => {
        #[unsafe(no_mangle)]
        extern "C" fn zarf_guest_main() -> ! {
            $crate::start($guest)
        }
    };
}

/// Makes a function the guest: `fn(&Guest)`, or with a result that is an [`Ending`].
///
/// For other targets than the machine it makes a `main` that takes the input from standard input
/// and writes the journal to standard output; so the function needs another name.
#[cfg(not(target_os = "none"))]
#[macro_export]
macro_rules! entry {
    ($guest:path) => {
        #[cfg_attr(test, allow(dead_code))]
        fn main() {
            $crate::start($guest)
        }
    };
}
