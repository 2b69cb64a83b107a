//! Another's reader of notes (the crate `signed_note`) beside ours.

use crate::{note, signer, texts};
use proptest::prelude::*;
use servanda_note::{KeyName, Note, VerifierKey};
use signed_note::{Note as Theirs, Signer as _, StandardSigner, StandardVerifier, VerifierList};

proptest! {
    #[test]
    fn what_we_sign_the_other_verifies(text in texts()) {
        let note = note(&text);
        let mut theirs = Theirs::from_bytes(note.print().as_bytes()).unwrap();
        prop_assert_eq!(theirs.text(), note.text().as_bytes());
        let vkey = signer("log.example/a", 1).verifier().print();
        let known = VerifierList::new(vec![Box::new(StandardVerifier::new(&vkey).unwrap())]);
        let (verified, unknown) = theirs.verify(&known).unwrap();
        prop_assert_eq!((verified.len(), unknown.len()), (1, 1));
        prop_assert_eq!(theirs.to_bytes(), note.print().into_bytes());
        // And the other way round.
        let key = StandardSigner::new(&signer("c", 9).print()).unwrap();
        theirs.add_sigs(&[&key]).unwrap();
        let ours = Note::parse(&theirs.to_bytes()).unwrap();
        prop_assert_eq!(ours.verify(&[signer("c", 9).verifier()]).unwrap().len(), 1);
        let line = signer("c", 9).sign(&text);
        prop_assert_eq!(key.sign(text.as_bytes()).unwrap(), line.signature());
    }

    #[test]
    fn what_we_read_the_other_reads(
        pieces in proptest::collection::vec(
            prop::sample::select(&["\n", "a", "— ", "a ", "AAAAAAA=", "— a AAAAAAA=\n", "\u{a0}", "\t"][..]),
            0..12,
        )
    ) {
        let bytes = pieces.concat().into_bytes();
        if Note::parse(&bytes).is_ok() {
            prop_assert!(Theirs::from_bytes(&bytes).is_ok(), "{:?}", pieces.concat());
        }
    }

    #[test]
    fn names_of_keys_are_the_same(name in "[a-z+ .\u{a0}\u{85}\u{3000}/é]{0,4}") {
        prop_assert_eq!(KeyName::parse(&name).is_some(), signed_note::is_key_name_valid(&name));
    }

    #[test]
    fn a_key_we_enrol_the_other_takes(seed in any::<u8>()) {
        let key = signer("log.example/a", seed).verifier();
        prop_assert!(StandardVerifier::new(&key.print()).is_ok());
        prop_assert!(VerifierKey::parse(&key.print()).is_ok());
    }
}
