//! Blacks out what public patterns match in a private document, by the crate regex as its authors
//! publish it.

#![cfg_attr(target_os = "none", no_std, no_main)]

extern crate alloc;

use alloc::string::String;
use alloc::vec::Vec;

use regex::{NoExpand, Regex};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zarf_guest::Guest;

/// What stands for every match, however long.
const BLACK: &str = "█████";

#[derive(Deserialize)]
struct Question {
    /// Random bytes, without which guesses of the document could be checked against its commitment.
    salt: Vec<u8>,
    document: String,
    patterns: Vec<String>,
}

#[derive(Serialize)]
struct Answer {
    /// SHA-256 of salt and document.
    commitment: Vec<u8>,
    patterns: Vec<String>,
    redacted: String,
}

fn guest(guest: &Guest) -> Result<(), regex::Error> {
    let Question { salt, document, patterns } = guest.input();
    let commitment = Sha256::new().chain_update(&salt).chain_update(&document).finalize().to_vec();
    let mut redacted = document;
    for pattern in &patterns {
        redacted = Regex::new(pattern)?.replace_all(&redacted, NoExpand(BLACK)).into_owned();
    }
    guest.publish(&Answer { commitment, patterns, redacted });
    Ok(())
}

zarf_guest::entry!(guest);

#[cfg(test)]
mod tests {
    use zarf_guest::codec::{from_bytes, to_bytes};

    use super::*;

    fn redacted(document: &str, patterns: &[&str]) -> String {
        let surroundings = Guest::with_input(to_bytes(&("salt", document, patterns)).unwrap());
        guest(&surroundings).unwrap();
        let journal = surroundings.journal();
        let (_, _, text): (Vec<u8>, Vec<&str>, String) = from_bytes(&journal).unwrap();
        text
    }

    #[test]
    fn matches_are_black_and_nothing_else() {
        assert_eq!(redacted("a1b22c", &["[0-9]+"]), "a█████b█████c");
        assert_eq!(redacted("a$1", &["[0-9]+", "a"]), "█████$█████");
        assert_eq!(redacted("nothing", &["[0-9]+"]), "nothing");
    }
}
