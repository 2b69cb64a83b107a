//! Strict JSON: one value, one text.

use proptest::prelude::*;
use servanda_seal::Json;

fn value() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Json::Truth),
        (0..=9_007_199_254_740_991_u64).prop_map(Json::Number),
        any::<String>().prop_map(Json::Text),
    ];
    leaf.prop_recursive(4, 32, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Json::List),
            prop::collection::btree_map("[a-z0-9_]{1,8}", inner, 0..5).prop_map(Json::Object),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_printed_is_parsed_and_others_read_the_same(value in value()) {
        let printed = value.print().unwrap();
        prop_assert_eq!(Json::parse(&printed).unwrap(), value);
        let other: serde_json::Value = serde_json::from_str(&printed).unwrap();
        prop_assert_eq!(serde_json::to_string(&other).unwrap(), printed);
    }

    #[test]
    fn what_is_parsed_prints_to_the_same_bytes(value in value(), at in any::<prop::sample::Index>(), byte in 0x20_u8..0x7f) {
        let mut bytes = value.print().unwrap().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(text) = String::from_utf8(bytes)
            && let Ok(parsed) = Json::parse(&text)
        {
            prop_assert_eq!(parsed.print().unwrap(), text);
        }
    }
}

#[test]
fn another_writing_of_a_value_is_not_taken() {
    for (text, at) in [
        ("", 0),
        (" {}", 0),
        ("{} ", 2),
        ("{\"a\":1,}", 7),
        ("{\"b\":1,\"a\":2}", 7),
        ("{\"a\":1,\"a\":1}", 7),
        ("{\"A\":1}", 1),
        ("{\"a\": 1}", 5),
        ("[1 ]", 2),
        ("01", 0),
        ("1.0", 1),
        ("-1", 0),
        ("1e3", 1),
        ("9007199254740992", 0),
        ("null", 0),
        ("\"\\/\"", 1),
        ("\"\\u000a\"", 1),
        ("\"\\u001F\"", 1),
        ("\"\\u0041\"", 1),
        ("\"\\ud800\"", 1),
        ("\"a", 1),
        ("\"a\u{1}\"", 2),
        ("[[[[[[[[[[1]]]]]]]]]]", 9),
    ] {
        assert_eq!(Json::parse(text).unwrap_err().at, at, "{text}");
    }
    assert_eq!(Json::parse("\"\\u001f\\n\"").unwrap(), Json::Text("\u{1f}\n".to_owned()));
}
