//! What stands for the machine where a guest is an ordinary program: standard input, standard
//! output and standard error.

use std::cell::RefCell;
use std::io::{Read, Write};

use crate::{Ending, Guest};

pub(crate) struct Channels {
    input: Vec<u8>,
    journal: RefCell<Vec<u8>>,
}

impl Channels {
    pub(crate) fn input(&self) -> &[u8] {
        &self.input
    }

    pub(crate) fn publish(&self, bytes: &[u8]) {
        self.journal.borrow_mut().extend_from_slice(bytes);
    }
}

impl Guest {
    /// A guest's surroundings in a unit test; not on the machine.
    pub fn with_input(input: impl Into<Vec<u8>>) -> Guest {
        let journal = RefCell::default();
        Guest { channels: Channels { input: input.into(), journal } }
    }

    /// What was published so far; not on the machine.
    pub fn journal(&self) -> Vec<u8> {
        self.channels.journal.borrow().clone()
    }
}

pub(crate) fn print(text: &str) {
    eprint!("{text}");
}

pub(crate) fn halt(code: u32) -> ! {
    panic!("the guest halted with exit code {code}")
}

/// Runs a guest with this process's standard input as its input.
pub fn start<E: Ending>(main: fn(&Guest) -> E) {
    let mut input = Vec::new();
    std::io::stdin().read_to_end(&mut input).expect("standard input can be read");
    let guest = Guest::with_input(input);
    let code = main(&guest).exit_code();
    std::io::stdout().write_all(&guest.journal()).expect("standard output can be written");
    std::process::exit(code as i32);
}
