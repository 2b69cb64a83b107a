//! What is read as a note, and what is refused with its line.

use crate::{note, signer, texts};
use proptest::prelude::*;
use servanda_note::{
    KeyId, KeyName, NOTE_BYTES_MAX, Note, NoteFlaw, SIGNATURES_MAX, SignatureLine,
};

#[expect(clippy::unwrap_used, reason = "a test stops where its ground is missing")]
fn refused(bytes: &[u8]) -> (usize, NoteFlaw) {
    let malformed = Note::parse(bytes).unwrap_err();
    assert!(!malformed.to_string().is_empty() && !malformed.flaw.hint().is_empty());
    (malformed.line, malformed.flaw)
}

#[test]
fn each_departure_from_the_form_has_its_line() {
    let line = "— a AAAAAAA=\n";
    let cases: [(String, (usize, NoteFlaw)); 20] = [
        (String::new(), (1, NoteFlaw::NoGap)),
        (format!("text\n{line}"), (1, NoteFlaw::NoGap)),
        (format!("\n{line}"), (1, NoteFlaw::NoGap)),
        ("one\ntwo\n\n".to_owned(), (4, NoteFlaw::Unsigned)),
        ("one\n\n— a AAAAAAA=".to_owned(), (3, NoteFlaw::LineEnd)),
        (format!("one\t\n\n{line}"), (1, NoteFlaw::Control)),
        (format!("one\r\n\n{line}"), (1, NoteFlaw::Control)),
        (format!("one\n\n{line}\0"), (4, NoteFlaw::Control)),
        (format!("one\n\n{line}- a AAAAAAA=\n"), (4, NoteFlaw::Dash)),
        ("one\n\n—  a AAAAAAA=\n".to_owned(), (3, NoteFlaw::Name)),
        ("one\n\n— a\n".to_owned(), (3, NoteFlaw::Parts)),
        ("one\n\n— a b AAAAAAA=\n".to_owned(), (3, NoteFlaw::Base64)),
        ("one\n\n— a+b AAAAAAA=\n".to_owned(), (3, NoteFlaw::Name)),
        ("one\n\n— a\u{a0}b AAAAAAA=\n".to_owned(), (3, NoteFlaw::Name)),
        ("one\n\n— a AAAAAAA= \n".to_owned(), (3, NoteFlaw::Base64)),
        ("one\n\n— a AAAAAAA\n".to_owned(), (3, NoteFlaw::Base64)),
        // Bits left over: the same five bytes would be written otherwise.
        ("one\n\n— a AAAAAAB=\n".to_owned(), (3, NoteFlaw::Base64)),
        ("one\n\n— a AAAAAA==\n".to_owned(), (3, NoteFlaw::SignatureLength)),
        ("one\n\n— a \n".to_owned(), (3, NoteFlaw::SignatureLength)),
        (format!("one\n\n{}", line.repeat(SIGNATURES_MAX + 1)), (103, NoteFlaw::Many)),
    ];
    for (text, expected) in cases {
        assert_eq!(refused(text.as_bytes()), expected, "{text:?}");
    }
    assert_eq!(refused(b"one\ntwo \xff\n\n"), (2, NoteFlaw::Utf8));
    assert!(Note::parse(format!("one\n\n{line}").as_bytes()).is_ok());
    assert!(Note::parse(format!("one\n\n{}", line.repeat(SIGNATURES_MAX)).as_bytes()).is_ok());
}

#[test]
fn a_note_that_could_not_be_read_cannot_be_made() {
    let line = signer("a", 1).sign("x\n");
    let made = |text: &str, lines| Note::new(text.to_owned(), lines).unwrap_err().flaw;
    assert_eq!(made("", vec![line.clone()]), NoteFlaw::TextEnd);
    assert_eq!(made("x", vec![line.clone()]), NoteFlaw::TextEnd);
    assert_eq!(made("x\r\n", vec![line.clone()]), NoteFlaw::Control);
    assert_eq!(made("x\n", Vec::new()), NoteFlaw::Unsigned);
    assert_eq!(made("x\n", vec![line.clone(); SIGNATURES_MAX + 1]), NoteFlaw::Many);
    assert_eq!(made(&format!("{}\n", "x".repeat(NOTE_BYTES_MAX)), vec![line]), NoteFlaw::Long);
    assert!(SignatureLine::new(KeyName::parse("a").unwrap(), KeyId([0; 4]), Vec::new()).is_none());
}

#[test]
fn the_largest_note_is_read_and_one_byte_more_is_not() {
    let line = signer("a", 1).sign("x\n");
    let around = Note::new("\n".to_owned(), vec![line.clone()]).unwrap().print().len();
    let text = format!("{}\n", "x".repeat(NOTE_BYTES_MAX - around));
    let largest = Note::new(text.clone(), vec![line]).unwrap().print();
    assert_eq!(largest.len(), NOTE_BYTES_MAX);
    assert!(Note::parse(largest.as_bytes()).is_ok());
    assert_eq!(refused(format!("x{largest}").as_bytes()), (1, NoteFlaw::Long));
}

#[test]
fn lines_that_stand_alone_are_read() {
    let lines = note("x\n").signatures().to_vec();
    let answer: String = lines.iter().map(|line| line.print() + "\n").collect();
    assert_eq!(SignatureLine::parse_all(&answer).unwrap(), lines);
    assert_eq!(SignatureLine::parse_all("").unwrap_err().flaw, NoteFlaw::Unsigned);
    assert_eq!(SignatureLine::parse_all(answer.trim_end()).unwrap_err().flaw, NoteFlaw::LineEnd);
    let again = note("x\n").with(lines).unwrap();
    assert_eq!(again, note("x\n"), "a line that is there stays once");
}

proptest! {
    #[test]
    fn what_is_printed_is_read_as_the_same_note(text in texts()) {
        let note = note(&text);
        prop_assert_eq!(Note::parse(note.print().as_bytes()).unwrap(), note);
    }

    #[test]
    fn what_is_read_is_printed_as_the_same_bytes(
        pieces in proptest::collection::vec(
            prop::sample::select(&["\n", "a", "— ", "a ", "AAAAAAA=", "— a AAAAAAA=\n", "\u{a0}", "+", "\t"][..]),
            0..12,
        )
    ) {
        let bytes: Vec<u8> = pieces.concat().into_bytes();
        if let Ok(note) = Note::parse(&bytes) {
            prop_assert_eq!(note.print().into_bytes(), bytes);
            prop_assert_eq!(Note::new(note.text().to_owned(), note.signatures().to_vec()).unwrap(), note);
        }
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        if let Ok(note) = Note::parse(&bytes) {
            prop_assert_eq!(note.print().into_bytes(), bytes);
        }
    }
}
