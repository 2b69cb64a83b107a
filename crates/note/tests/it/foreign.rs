//! Bytes of others: whatever they are, nothing breaks, and what is read prints to the same bytes.

use crate::corpus;
use proptest::prelude::*;
use servanda_note::{Note, SignatureLine, VerifierKey};

const NOTES: [&[u8]; 5] = [
    include_bytes!("../corpus/note-act"),
    include_bytes!("../corpus/note-checkpoint"),
    include_bytes!("../corpus/note-empty-lines"),
    include_bytes!("../corpus/note-example"),
    include_bytes!("../corpus/note-line"),
];

const KEYS: [&[u8]; 2] =
    [include_bytes!("../corpus/key-cosigner"), include_bytes!("../corpus/key-example")];

#[test]
fn the_corpus_is_read_or_refused() {
    let read = NOTES.map(|bytes| Note::parse(bytes).is_ok());
    assert_eq!(read, [true, true, true, true, false], "the last is a line alone");
    for bytes in NOTES {
        let read = Note::parse(bytes).map(|note| note.print().into_bytes());
        assert!(read.is_err() || read.as_deref() == Ok(bytes));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_note_of_others_is_printed_as_it_was_or_refused(bytes in corpus::bytes(&NOTES)) {
        if let Ok(note) = Note::parse(&bytes) {
            prop_assert_eq!(note.print().into_bytes(), bytes.clone());
            let again = Note::new(note.text().to_owned(), note.signatures().to_vec());
            prop_assert_eq!(again, Ok(note));
        }
        if let Ok(text) = String::from_utf8(bytes)
            && let Ok(line) = SignatureLine::parse(&text)
        {
            prop_assert_eq!(line.print(), text);
        }
    }

    #[test]
    fn a_key_of_others_is_printed_as_it_was_or_refused(bytes in corpus::bytes(&KEYS)) {
        if let Ok(text) = String::from_utf8(bytes)
            && let Ok(key) = VerifierKey::parse(&text)
        {
            prop_assert_eq!(key.print(), text);
        }
    }
}
