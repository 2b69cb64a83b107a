//! Sealed acts: their form to the byte.

use proptest::prelude::*;
use servanda_note::{KeyName, Note, SignerKey};
use servanda_seal::{Content, Digest, Flaw, Sealed, Seen, sealed_text};

pub(crate) fn signer(name: &str, seed: u8) -> SignerKey {
    SignerKey::new(KeyName::parse(name).unwrap(), &[seed; 32])
}

pub(crate) fn sealed(content: &Content, keys: &[&SignerKey]) -> Sealed {
    let text = sealed_text("example.org/log", content).unwrap();
    let lines = keys.iter().map(|key| key.sign(&text)).collect();
    Sealed::new(text, lines).unwrap()
}

fn act(text: &str) -> Content {
    Content::Act { text: text.to_owned(), seen: Seen { size: 7, root: Digest::of(b"root") } }
}

#[test]
fn the_text_that_is_signed_is_three_lines() {
    let text = sealed_text("example.org/log", &act("2026-11-22 sign cst by ARM\n")).unwrap();
    let root = Digest::of(b"root");
    assert_eq!(
        text,
        format!(
            "servanda.act/v1\nexample.org/log\n{{\"kind\":\"act\",\"seen\":{{\"root\":\"{root}\",\
             \"size\":7}},\"text\":\"2026-11-22 sign cst by ARM\\n\"}}\n"
        )
    );
    let key = signer("example.org/ARM", 1);
    let sealed = sealed(&act("2026-11-22 sign cst by ARM\n"), &[&key]);
    assert_eq!(sealed.id(), Digest::of(text.as_bytes()));
    assert_eq!(Sealed::parse(sealed.print().as_bytes()).unwrap(), sealed);
}

#[test]
fn another_form_is_told() {
    let key = signer("example.org/ARM", 1);
    let flaw = |text: &str| {
        let note = Note::new(text.to_owned(), vec![key.sign(text)]).unwrap();
        Sealed::parse(note.print().as_bytes()).unwrap_err()
    };
    assert_eq!(flaw("servanda.act/v1\nexample.org/log\n"), Flaw::Lines);
    assert_eq!(flaw("servanda.act/v2\nexample.org/log\n{}\n"), Flaw::Header);
    assert_eq!(flaw("servanda.act/v1\nexample org\n{}\n"), Flaw::Origin);
    assert!(matches!(flaw("servanda.act/v1\nexample.org/log\n{ }\n"), Flaw::Json(_)));
    let said =
        |json: &str| flaw(&format!("servanda.act/v1\nexample.org/log\n{json}\n")).to_string();
    assert!(said("{}").ends_with("`kind` is not said"));
    assert!(said("{\"kind\":\"waive\"}").ends_with("`waive` is no kind of entry"));
    assert!(
        said("{\"at\":\"2026-11-22T09:00:00Z\",\"by\":\"me\",\"kind\":\"received\"}")
            .ends_with("`by` means nothing here")
    );
    assert!(
        said("{\"at\":\"2026-11-22T12:00:00+03:00\",\"kind\":\"received\"}")
            .contains("`at` is an instant")
    );
    let long = "x".repeat(60_000);
    assert!(matches!(sealed_text("example.org/log", &act(&long)), Err(Flaw::Long(_))));
}

proptest! {
    #[test]
    fn every_content_comes_back(text in any::<String>(), size in 0..1_u64 << 53, line in 1..9_u64) {
        let key = signer("example.org/ARM", 1);
        let contents = [
            Content::Act { text: text.clone(), seen: Seen { size, root: Digest::of(b"x") } },
            Content::Recite { file: "a.journal".to_owned(), line, text: text.clone() },
            Content::Document {
                commitment: Digest::of(text.as_bytes()),
                bytes: size,
                media: "text/plain".to_owned(),
                title: text.clone(),
                readers: vec![text.clone()],
            },
            Content::Erase { commitment: Digest::of(b"y"), reason: text },
        ];
        for content in contents {
            let made = sealed(&content, &[&key]);
            let read = Sealed::parse(made.print().as_bytes()).unwrap();
            prop_assert_eq!(read.content(), &content);
        }
    }

    #[test]
    fn a_changed_byte_is_another_act_or_none(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let key = signer("example.org/ARM", 1);
        let made = sealed(&act("2026-11-22 sign cst by ARM\n"), &[&key]);
        let mut bytes = made.print().into_bytes();
        let at = at.index(bytes.len());
        prop_assume!(bytes[at] != byte);
        bytes[at] = byte;
        if let Ok(other) = Sealed::parse(&bytes) {
            prop_assert_ne!(&other, &made);
            let verifies = other.note().verify(&[key.verifier()]).is_ok();
            prop_assert!(!verifies);
        }
    }
}
