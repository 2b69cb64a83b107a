//! Bytes of others: whatever they are, nothing breaks, and what is read prints to the same bytes.

use crate::corpus;
use proptest::prelude::*;
use servanda_tlog::{
    AddCheckpoint, Bundle, Checkpoint, Receipt, Tile, encode_bundle, parse_bundle,
};

const RECEIPTS: [&[u8]; 2] =
    [include_bytes!("../corpus/receipt-extra"), include_bytes!("../corpus/receipt-plain")];

const REQUESTS: [&[u8]; 2] = [
    include_bytes!("../corpus/add-checkpoint-first"),
    include_bytes!("../corpus/add-checkpoint-plain"),
];

const PATHS: [&[u8]; 6] = [
    include_bytes!("../corpus/path-0"),
    include_bytes!("../corpus/path-1"),
    include_bytes!("../corpus/path-2"),
    include_bytes!("../corpus/path-3"),
    include_bytes!("../corpus/path-4"),
    include_bytes!("../corpus/path-5"),
];

const BUNDLES: [&[u8]; 2] =
    [include_bytes!("../corpus/bundle-one"), include_bytes!("../corpus/bundle-two")];

#[test]
fn the_whole_corpus_is_read() {
    for bytes in RECEIPTS {
        assert_eq!(Receipt::parse(bytes).unwrap().print().into_bytes(), bytes);
    }
    for bytes in REQUESTS {
        assert_eq!(AddCheckpoint::parse(bytes).unwrap().print().into_bytes(), bytes);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn a_receipt_of_others_is_printed_as_it_was_or_refused(bytes in corpus::bytes(&RECEIPTS)) {
        if let Ok(receipt) = Receipt::parse(&bytes) {
            prop_assert_eq!(receipt.print().into_bytes(), bytes.clone());
        }
        if let Ok(text) = String::from_utf8(bytes)
            && let Ok(checkpoint) = Checkpoint::parse(&text)
        {
            prop_assert_eq!(checkpoint.print(), text);
        }
    }

    #[test]
    fn a_request_of_others_is_printed_as_it_was_or_refused(bytes in corpus::bytes(&REQUESTS)) {
        if let Ok(request) = AddCheckpoint::parse(&bytes) {
            prop_assert_eq!(request.print().into_bytes(), bytes);
        }
    }

    #[test]
    fn a_path_of_others_is_printed_as_it_was_or_refused(bytes in corpus::bytes(&PATHS)) {
        if let Ok(text) = String::from_utf8(bytes) {
            if let Some(tile) = Tile::parse(&text) {
                prop_assert_eq!(tile.path(), text.clone());
            }
            if let Some(bundle) = Bundle::parse(&text) {
                prop_assert_eq!(bundle.path(), text);
            }
        }
    }

    #[test]
    fn a_bundle_of_others_is_encoded_as_it_was_or_refused(bytes in corpus::bytes(&BUNDLES), width in 1_u16..=256) {
        let bundle = Bundle::new(0, width).unwrap();
        if let Ok(entries) = parse_bundle(bundle, &bytes) {
            prop_assert_eq!(entries.len(), usize::from(width));
            prop_assert_eq!(encode_bundle(entries), Ok(bytes));
        }
    }
}
