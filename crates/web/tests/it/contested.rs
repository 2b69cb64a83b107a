//! What a revocation contests is told wherever the act is, and nowhere else.

use crate::client::Answer;
use crate::hall::Hall;

/// What the pages say of a contested act.
const SAID: &str = "revoked the key that signed this, from entry 1 on";

/// A hall with an act of Armenia, whose key is revoked, and one of Belarus, whose key is not.
fn hall() -> (Hall, [u64; 2]) {
    let hall = Hall::open();
    let (armenia, belarus) = (hall.enrolled("ARM", 30), hall.enrolled("BLR", 40));
    let positions = [("ARM", &armenia), ("BLR", &belarus)].map(|(party, key)| {
        let text = format!("2026-11-22 statement by {party}\n  what \"We agree\"\n");
        let answer = hall.post(hall.sealed(&text, key));
        assert_eq!(answer.status, 201, "{}", answer.text);
        answer.json()["position"].as_u64().unwrap()
    });
    for page in ["/timeline", "/ledger"].map(|path| hall.get(path)) {
        assert!(!page.text.contains(SAID), "nothing is contested yet");
    }
    hall.revoke(&armenia);
    (hall, positions)
}

fn pages(hall: &Hall, [contested, twin]: [u64; 2]) {
    let act = |position: u64| hall.get(&format!("/acts/{position}"));
    let count = |page: &Answer| page.text.matches(SAID).count();
    assert_eq!((count(&act(contested)), count(&act(twin))), (1, 0));
    let notification = |position: u64| hall.get(&format!("/acts/{position}/notification"));
    assert_eq!((count(&notification(contested)), count(&notification(twin))), (1, 0));
    assert_eq!(count(&hall.get("/timeline")), 1);
    // The founding was not signed by the key that was revoked.
    assert_eq!(count(&act(0)), 0);
    let ledger = hall.get("/ledger");
    assert_eq!(count(&ledger), 1, "{}", ledger.text);
    assert!(ledger.text.contains("<dt>contested</dt>"), "{}", ledger.text);
    let russian = hall.get(&format!("/acts/{contested}?lang=ru")).text;
    assert!(russian.contains("оспаривается: ключ"), "{russian}");
}

fn answers(hall: &Hall, [contested, twin]: [u64; 2]) {
    let acts = hall.get("/api/v1/acts").json();
    let found = |position: u64| {
        let act = acts["acts"].as_array().unwrap().iter().find(|act| act["position"] == position);
        act.unwrap()["contested"].clone()
    };
    assert_eq!((found(contested)["from"].as_u64(), found(twin).is_null()), (Some(1), true));
    let (revoked, key) = (found(contested)["revoked_at"].clone(), found(contested)["key"].clone());
    let keys = hall.get("/api/v1/keys").json();
    let ended = keys["keys"].as_array().unwrap().iter().find(|known| known["digest"] == key);
    assert_eq!(ended.unwrap()["ended"], revoked);
    let events = hall.get("/api/v1/timeline").json();
    let told = |event: &&serde_json::Value| event.get("contested").is_some();
    let told: Vec<&serde_json::Value> = events.as_array().unwrap().iter().filter(told).collect();
    assert_eq!(told.len(), 1, "{events}");
    assert_eq!(told[0]["contested"]["revoked_at"], revoked);
    let of_state = |state: &str| hall.get(&format!("/api/v1/timeline/{state}")).text;
    assert!(of_state("ARM").contains("\"contested\":") && !of_state("BLR").contains("contested"));
}

#[test]
fn a_contested_act_says_so_and_the_one_beside_it_does_not() {
    let (hall, positions) = hall();
    pages(&hall, positions);
    answers(&hall, positions);
}

#[test]
fn a_server_that_goes_on_from_a_snapshot_tells_what_is_contested_before_it() {
    let (hall, positions) = hall();
    hall.keep_snapshot();
    let again = hall.beside();
    pages(&again, positions);
    answers(&again, positions);
}

#[test]
fn a_founding_by_a_key_that_was_revoked_from_its_first_entry_is_contested() {
    let hall = Hall::open();
    hall.officer(50);
    hall.revoke(&crate::hall::pair(crate::hall::ORIGIN, 2).key);
    let page = hall.get("/acts/0");
    assert!(page.text.contains(SAID), "{}", page.text);
    let events = hall.get("/api/v1/timeline").json();
    let acts = events.as_array().unwrap();
    assert!(acts.iter().all(|event| event["contested"]["from"] == 1), "{events}");
}
