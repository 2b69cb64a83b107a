//! Acts that are signed and stand in another form, beside ones in form; and every byte of every
//! kind of entry turned. With `SERVANDA_VERIFIER` set, what is decided is written there.

use crate::copies::Place;
use crate::hall::{Hall, ORIGIN, pair};
use crate::verifier::fill;
use servanda_note::Note;
use servanda_seal::Sealed;
use std::fmt::Write as _;

struct Forms(String);

impl Forms {
    fn decide(&mut self, bytes: &[u8]) -> bool {
        let holds = Sealed::parse(bytes).is_ok();
        let hex = bytes.iter().fold(String::new(), |mut hex, byte| {
            write!(hex, "{byte:02x}").unwrap();
            hex
        });
        writeln!(self.0, "{{\"form\":\"{hex}\",\"holds\":{holds}}}").unwrap();
        holds
    }

    fn signed(&mut self, text: &str) -> bool {
        let note = Note::new(text.to_owned(), vec![pair(ORIGIN, 2).key.sign(text)]);
        note.is_ok_and(|note| self.decide(note.print().as_bytes()))
    }

    fn said(&mut self, json: &str) -> bool {
        self.signed(&format!("servanda.act/v1\n{ORIGIN}\n{json}\n"))
    }
}

const RECEIVED: &str = "{\"at\":\"2026-11-22T09:00:00Z\",\"kind\":\"received\"}";

#[test]
fn another_writing_of_what_is_said_is_none() {
    let place = Place::new("said");
    let mut forms = Forms(String::new());
    let text = "{\"file\":\"a\",\"kind\":\"enact\",\"line\":1,\"text\":\"T\"}";
    for (from, to, holds) in [
        ("T", "\u{7f}\u{85}\u{2028}é文😀/'", true),
        ("T", "\\u0000\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u001f\\\"\\\\", true),
        ("T", "", true),
        ("T", "\\u0008", false),
        ("T", "\\u001F", false),
        ("T", "\\u007f", false),
        ("T", "\\/", false),
        ("T", "\\ud83d\\ude00", false),
        ("T", "\\ud800", false),
        ("T", "\\u+01f", false),
        ("T", "\"", false),
        ("\"T\"", "\"T\" ", false),
        ("\"T\"", "null", false),
        ("\"T\"", "[\"T\"]", false),
        (":1", ":0", true),
        (":1", ":9007199254740991", true),
        (":1", ":9007199254740992", false),
        (":1", ":99999999999999999999", false),
        (":1", ":01", false),
        (":1", ":1.0", false),
        (":1", ":-0", false),
        (":1", ":1e0", false),
        (":1", ":true", false),
        (":1", ":\"1\"", false),
        (":1", ":1,\"line\":1", false),
        (":1", ": 1", false),
        (":1", ":1,\"link\":1", false),
        ("\"line\":1,", "", false),
        ("\"file\":\"a\",\"kind\":\"enact\"", "\"kind\":\"enact\",\"file\":\"a\"", false),
        ("enact", "recite", true),
        ("enact", "Enact", false),
        ("enact", "received", false),
        ("\"enact\"", "[]", false),
        ("{", "[{", false),
    ] {
        assert_eq!(forms.said(&text.replacen(from, to, 1)), holds, "{from} {to}");
    }
    let nested = "[".repeat(20_000);
    assert!(!forms.said(&nested));
    // The largest entry, and one byte more.
    let line = pair(ORIGIN, 2).key.sign("").print().len() + 2;
    let room = 60_000 - "servanda.act/v1\n\n\n".len() - ORIGIN.len() - text.len() - line + 1;
    assert!(forms.said(&text.replace('T', &"x".repeat(room))));
    assert!(!forms.said(&text.replace('T', &"x".repeat(room + 1))));
    place.save("said.forms", &forms.0);
}

#[test]
fn another_form_of_a_signed_act_is_none() {
    let place = Place::new("forms");
    let mut forms = Forms(String::new());
    assert!(forms.said(RECEIVED));
    for at in ["2024-02-29T23:59:59Z", "0000-02-29T00:00:00Z", "9999-12-31T00:00:00Z"] {
        assert!(forms.said(&RECEIVED.replace("2026-11-22T09:00:00Z", at)), "{at}");
    }
    for at in ["2023-02-29T00:00:00Z", "2026-11-22T24:00:00Z", "2026-11-22T09:00:60Z", "2026-11-22"]
    {
        assert!(!forms.said(&RECEIVED.replace("2026-11-22T09:00:00Z", at)), "{at}");
    }
    let act = |origin: &str| format!("servanda.act/v1\n{origin}\n{RECEIVED}\n");
    for origin in ["a", "é\u{7f}", "log.example/\u{200b}", &"o".repeat(255)] {
        assert!(forms.signed(&act(origin)), "{origin:?}");
    }
    for origin in ["", "a b", "a+b", "a\u{a0}", "a\u{85}", "\u{3000}", &"o".repeat(256)] {
        assert!(!forms.signed(&act(origin)), "{origin:?}");
    }
    for text in [
        format!("servanda.act/v2\n{ORIGIN}\n{RECEIVED}\n"),
        format!("servanda.act/v1\n{ORIGIN}\n{RECEIVED}\n\n"),
        format!("servanda.act/v1\n{ORIGIN}\n{RECEIVED}\nmore\n"),
        format!("servanda.act/v1\n{ORIGIN}\n"),
        format!("\u{feff}servanda.act/v1\n{ORIGIN}\n{RECEIVED}\n"),
    ] {
        assert!(!forms.signed(&text), "{text}");
    }
    place.save("crafted.forms", &forms.0);
}

#[test]
fn every_turned_bit_is_read_as_another_act_or_none() {
    let place = Place::new("turned");
    let address = place.address("turned.db");
    let mut hall = Hall::open(&address);
    fill(&mut hall, &address);
    let mut forms = Forms(String::new());
    for index in (0..hall.office.size()).filter(|index| *index == 0 || *index > 11) {
        let entry = hall.office.entry(index).unwrap().unwrap();
        assert!(forms.decide(&entry));
        // Where nothing is kept, every seventeenth byte is enough.
        for at in (0..entry.len()).step_by(if place.is_kept() { 3 } else { 17 }) {
            let mut turned = entry.clone();
            turned[at] ^= 1 << (at % 8);
            if forms.decide(&turned) {
                let read = Sealed::parse(&turned).unwrap();
                assert_eq!(read.print().into_bytes(), turned);
            }
        }
    }
    place.save("turned.forms", &forms.0);
}
