//! Proves that somebody signed a message, and publishes neither key nor signature: only hashes.

#![cfg_attr(target_os = "none", no_std, no_main)]

extern crate alloc;

use alloc::string::String;
use alloc::vec::Vec;

use k256::ecdsa::signature::Verifier;
use k256::ecdsa::{Error, Signature, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zarf_guest::Guest;

#[derive(Serialize, Deserialize)]
struct Signed {
    /// A point of secp256k1, as in SEC 1.
    key: Vec<u8>,
    message: String,
    /// r and s, 32 bytes each.
    signature: Vec<u8>,
}

#[derive(Serialize)]
struct Answer {
    message_hash: [u8; 32],
    key_hash: [u8; 32],
}

fn guest(guest: &Guest) -> Result<(), Error> {
    let signed: Signed = guest.input();
    let key = VerifyingKey::from_sec1_bytes(&signed.key)?;
    let signature = Signature::from_slice(&signed.signature)?;
    key.verify(signed.message.as_bytes(), &signature)?;
    zarf_guest::println!("{:?} is signed", signed.message);
    guest.publish(&Answer {
        message_hash: Sha256::digest(&signed.message).into(),
        key_hash: Sha256::digest(&signed.key).into(),
    });
    Ok(())
}

zarf_guest::entry!(guest);

#[cfg(test)]
mod tests {
    use k256::ecdsa::SigningKey;
    use k256::ecdsa::signature::Signer;
    use zarf_guest::codec::to_bytes;

    use super::*;

    fn signed(message: &str) -> Signed {
        let key = SigningKey::from_slice(&[7; 32]).unwrap();
        let signature: Signature = key.sign(message.as_bytes());
        Signed {
            key: key.verifying_key().to_encoded_point(true).as_bytes().to_vec(),
            message: message.into(),
            signature: signature.to_bytes().to_vec(),
        }
    }

    #[test]
    fn a_signature_is_accepted() {
        let input = to_bytes(&signed("I agree.")).unwrap();
        assert_eq!(input, include_bytes!("../input.bin"));
        let surroundings = Guest::with_input(input);
        guest(&surroundings).unwrap();
        assert_eq!(surroundings.journal()[..32], Sha256::digest("I agree.")[..]);
    }

    #[test]
    fn a_signature_of_something_else_is_not() {
        let other = Signed { message: "I disagree.".into(), ..signed("I agree.") };
        let surroundings = Guest::with_input(to_bytes(&other).unwrap());
        assert!(guest(&surroundings).is_err());
        assert!(surroundings.journal().is_empty());
    }
}
