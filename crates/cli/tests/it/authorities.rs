//! An authority's key that is lost: the log goes on where another was enrolled before.

use crate::serve::REASON;
use crate::stage::Stage;
use serde_json::Value;

const AT: &str = "--log sqlite:league.db";

#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn json(text: &str) -> Value {
    serde_json::from_str(text).expect(REASON)
}

#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value.get(field).and_then(Value::as_str).expect(REASON)
}

/// Makes a key and returns what `key enrol` needs of it.
fn made(stage: &Stage, line: &str) -> String {
    let cards = json(&stage.yes(&format!("{line} --format json")));
    let card = cards.get(0).unwrap_or(&cards);
    format!("--key {} --next {}", text(card, "key"), text(card, "next"))
}

/// Returns the digest of the authority's key.
fn first(stage: &Stage) -> String {
    let keys = json(&stage.yes(&format!("key list {AT} --format json")));
    let mut keys = keys.as_array().into_iter().flatten();
    let found = keys.find(|key| text(key, "role") == "authority");
    found.map_or_else(String::new, |key| text(key, "digest").to_owned())
}

fn appended(stage: &Stage, act: &str) -> (u8, String) {
    let (code, out, err) = stage.run(&format!("log append {act} {AT} --keys office.keys"));
    assert_eq!(err, "");
    (code, out)
}

#[test]
fn a_lost_authority_is_revoked_by_another_that_was_enrolled_before() {
    let stage = Stage::set("reserve");
    let lost = first(&stage);
    let revoke = format!("key revoke {lost} --from 1 --reason lost {AT}");
    stage.yes(&format!("{revoke} --keys office.keys --out alone.act"));
    let (code, said) = appended(&stage, "alone.act");
    assert!(code == 1 && said.contains("the log would be left without the keys"), "{said}");

    let reserve = made(&stage, "key new league.example/reserve --authority --keys reserve.keys");
    let enrol = format!("key enrol --authority {reserve} {AT} --keys office.keys --out r.act");
    stage.yes(&enrol);
    assert_eq!(appended(&stage, "r.act").0, 0);
    stage.yes(&format!("{revoke} --keys reserve.keys --out lost.act"));
    assert_eq!(appended(&stage, "lost.act").0, 0);

    let seal = made(&stage, "key new armenia.example/seal --keys arm.keys");
    let enrol = format!("key enrol --party ARM {seal} {AT} --out arm.act");
    let (code, out, err) = stage.run(&format!("{enrol} --keys office.keys"));
    assert_eq!((code, out.as_str()), (3, ""));
    assert!(err.starts_with("office.keys: error[U-KEY]: no key of it is an authority"), "{err}");
    stage.yes(&format!("{enrol} --keys reserve.keys"));
    assert_eq!(appended(&stage, "arm.act").0, 0);
    stage.yes(&format!("verify {AT}"));
}

#[test]
fn how_many_lines_an_act_lacks_is_told_to_programs_too() {
    let stage = Stage::set("lacking");
    for name in ["a", "b", "c"] {
        made(&stage, &format!("key new {name}.example/authority --authority --keys {name}.keys"));
    }
    let log = "--log sqlite:two.db";
    let files = "--authority a.keys --authority b.keys --authority c.keys";
    let create = format!("log create {log} --record league --keys two.keys {files} --format json");
    let founded: Value = serde_json::from_str(&stage.yes(&create)).unwrap();
    assert_eq!(
        (founded["authorities"].as_u64(), founded["threshold"].as_u64()),
        (Some(3), Some(2))
    );
    let keys = std::fs::read_to_string(stage.directory.join("two.keys")).unwrap();
    assert!(!keys.contains("authority"), "the office has no authority's key");
    let seal = made(&stage, "key new armenia.example/seal --keys arm.keys");
    let enrol = format!("key enrol --party ARM {seal} {log} --keys a.keys --out arm.act");
    let (code, _, err) = stage.run(&format!("{enrol} --format json"));
    assert_eq!((code, err.as_str()), (0, "{\"signatures\":1,\"needed\":2}\n"));
    // One more than sign together is no fault: the first that are named sign.
    let (code, _, err) = stage.run(&format!("{enrol} --keys b.keys --keys c.keys"));
    assert_eq!((code, err.as_str()), (0, ""));
    stage.yes(&format!("log append arm.act {log} --keys two.keys"));
}
