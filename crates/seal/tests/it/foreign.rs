//! Bytes of others: whatever they are, nothing breaks, and what is read prints to the same bytes.

use crate::corpus;
use proptest::prelude::*;
use servanda_seal::{Json, Sealed, sealed_text};

const ACTS: [&[u8]; 10] = [
    include_bytes!("../corpus/act-act"),
    include_bytes!("../corpus/act-document"),
    include_bytes!("../corpus/act-enact"),
    include_bytes!("../corpus/act-enrol"),
    include_bytes!("../corpus/act-erase"),
    include_bytes!("../corpus/act-genesis"),
    include_bytes!("../corpus/act-received"),
    include_bytes!("../corpus/act-recite"),
    include_bytes!("../corpus/act-revoke"),
    include_bytes!("../corpus/act-rotate"),
];

const VALUES: [&[u8]; 5] = [
    include_bytes!("../corpus/json-act"),
    include_bytes!("../corpus/json-document"),
    include_bytes!("../corpus/json-genesis"),
    include_bytes!("../corpus/json-nested"),
    include_bytes!("../corpus/json-refused"),
];

#[test]
fn every_act_of_the_corpus_is_read() {
    for bytes in ACTS {
        assert_eq!(Sealed::parse(bytes).unwrap().print().into_bytes(), bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn an_act_of_others_is_printed_as_it_was_or_refused(bytes in corpus::bytes(&ACTS)) {
        if let Ok(sealed) = Sealed::parse(&bytes) {
            let text = sealed_text(sealed.origin(), sealed.content());
            prop_assert_eq!(text.as_deref(), Ok(sealed.note().text()));
            prop_assert_eq!(sealed.print().into_bytes(), bytes);
        }
    }

    #[test]
    fn json_of_others_is_printed_as_it_was_or_refused(bytes in corpus::bytes(&VALUES)) {
        if let Ok(text) = String::from_utf8(bytes)
            && let Ok(value) = Json::parse(&text)
        {
            prop_assert_eq!(value.print(), Some(text));
        }
    }
}
