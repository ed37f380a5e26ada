//! Does nothing.
#![cfg_attr(target_os = "none", no_std, no_main)]

use zarf_guest::Guest;

fn guest(_: &Guest) {}

zarf_guest::entry!(guest);
