//! The guest: what is proved.
#![cfg_attr(target_os = "none", no_std, no_main)]
extern crate alloc;

use alloc::string::String;
use serde::{Deserialize, Serialize};
use zarf_guest::Guest;

/// The private input: nobody but the prover sees it. Laid out as the host's record.
#[derive(Deserialize)]
#[allow(dead_code)] // the name is part of the input, but plays no part
struct Person {
    name: String,
    birth_year: i32,
}

/// The public output: a proof binds it to the program that computed it.
#[derive(Serialize)]
struct Answer {
    adult: bool,
}

fn guest(guest: &Guest) {
    let person: Person = guest.input();
    guest.publish(&Answer { adult: person.birth_year <= 2008 });
}

zarf_guest::entry!(guest);
