//! What is amiss, contested or invented is told wherever the log is read.

use crate::serve::REASON;
use crate::stage::Stage;
use serde_json::Value;
use servanda_model::Day;
use servanda_store::{Snapshot, open};

const LOG: &str = "--log sqlite:league.db --keys office.keys";

#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn json(text: &str) -> Value {
    serde_json::from_str(text).expect(REASON)
}

#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value.get(field).and_then(Value::as_str).expect(REASON)
}

#[test]
fn what_a_revocation_contests_is_told_to_readers() {
    let stage = Stage::set("contested");
    let made = json(&stage.yes("key new armenia.example/seal --keys arm.key --format json"));
    let made = made.get(0).unwrap();
    let (key, next) = (text(made, "key"), text(made, "next"));
    stage.yes(&format!("key enrol --party ARM --key {key} --next {next} {LOG} --out enrol.act"));
    stage.yes(&format!("log append enrol.act {LOG}"));
    stage.write("note.journal", "2026-11-22 notice of withdrawal from pact by ARM\n");
    stage.yes("act note.journal --log sqlite:league.db --keys arm.key --out note.act");
    stage.yes(&format!("log append note.act {LOG}"));
    let keys = json(&stage.yes("key list --log sqlite:league.db --format json"));
    let is_seal = |row: &&Value| text(row, "key") == key;
    let digest = text(keys.as_array().unwrap().iter().find(is_seal).unwrap(), "digest");
    stage.yes(&format!("key revoke {digest} --from 9 --reason lost {LOG} --out revoke.act"));
    stage.yes(&format!("log append revoke.act {LOG}"));
    let told = format!("contested: what the key {digest} signed from entry 9 on; entry ");
    for line in ["verify --log sqlite:league.db", "key list --log sqlite:league.db"] {
        let said = stage.yes(line);
        assert!(said.contains(&told) && said.contains(" revoked it\n"), "{line}: {said}");
    }
    let said = json(&stage.yes("verify --log sqlite:league.db --format json"));
    let contested = said.get("contested").and_then(|all| all.get(0)).unwrap();
    assert_eq!((text(contested, "key"), contested.get("from")), (digest, Some(&Value::from(9))));
    let keys = json(&stage.yes("key list --log sqlite:league.db --format json"));
    let row = keys.as_array().unwrap().iter().find(is_seal).unwrap();
    assert_eq!(row.get("contested_from"), Some(&Value::from(9)));
    // The act is told of where it is listed, as over HTTP.
    let said = stage.yes("timeline --log sqlite:league.db");
    assert!(said.contains("contested: act 1; entry "), "{said}");
    let said = json(&stage.yes("timeline ARM --log sqlite:league.db --format json"));
    let acts = said.as_array().unwrap().iter();
    let told: Vec<_> = acts.map(|act| act.get("contested")).collect();
    let (last, before) = told.split_last().unwrap();
    assert_eq!(*last, Some(contested));
    assert!(before.iter().all(Option::is_none), "{said}");
}

/// The file that takes the place of another has its other keys, too: without the authority's nobody
/// is enrolled any more.
#[test]
fn a_rotation_loses_no_other_key_of_its_file() {
    let stage = Stage::set("rotated-file");
    stage.yes(&format!("key rotate --role depositary {LOG} --out rotate.act"));
    stage.yes(&format!("log append rotate.act {LOG}"));
    let path = |name: &str| stage.directory.join(name);
    std::fs::rename(path("office.keys.next"), path("office.keys")).unwrap();
    let made = json(&stage.yes("key new armenia.example/seal --keys arm.key --format json"));
    let made = made.get(0).unwrap();
    let (key, next) = (text(made, "key"), text(made, "next"));
    stage.yes(&format!("key enrol --party ARM --key {key} --next {next} {LOG} --out enrol.act"));
    stage.yes(&format!("log append enrol.act {LOG}"));
    let (code, _, err) = stage.run(&format!("key rotate --role person {LOG} --out none.act"));
    assert!(code != 0 && err.contains("there is no key of the role `person`"), "{code}: {err}");
}

#[test]
fn a_snapshot_that_is_not_gone_on_from_is_told() {
    let stage = Stage::set("amiss");
    let snapshot = Snapshot { size: 1, bytes: b"no snapshot".to_vec() };
    open(&stage.log()).unwrap().keep_snapshot(&snapshot).unwrap();
    let (code, _, err) = stage.run("members league --log sqlite:league.db");
    let expected = "every entry was read, because the snapshot is not as it was written; \
                    `servanda verify` says more\n";
    assert!(code == 0 && err.starts_with("warning: ") && err.ends_with(expected), "{code}: {err}");
}

#[test]
fn a_clock_that_leaps_is_believed_when_somebody_says_that_it_is_right() {
    let stage = Stage::set("leap");
    stage.notice("ARM");
    let later = Day::civil(2036, 11, 22).unwrap();
    stage.write("late.journal", "2036-11-22 notice of withdrawal from pact by BLR\n");
    let (code, _, err) = stage.run_on(later, &format!("act late.journal {LOG} --out late.act"));
    assert_eq!((code, err.as_str()), (0, ""));
    let append = format!("log append late.act {LOG}");
    let (code, _, err) = stage.run_on(later, &append);
    assert!(code == 3 && err.contains("more than a year later\nhint: set the clock; "), "{err}");
    let (code, out, err) = stage.run_on(later, &format!("{append} --clock-is-right"));
    assert_eq!(code, 0, "{out}{err}");
}

#[test]
fn a_copy_of_a_rehearsal_says_that_it_is_one() {
    let stage = Stage::set("copied-rehearsal");
    stage.yes("rehearse --log sqlite:league.db --to sqlite:r.db --keys r.keys --still");
    let said = stage.yes("log backup copy.db --log sqlite:r.db");
    assert!(said.contains("REHEARSAL"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_no_file_that_is_absent() {
    let stage = Stage::set("links");
    for name in ["boundaries", "coverage", "rehearsal", "2021.journal", "naming"] {
        let link = stage.directory.join("league").join(name);
        std::os::unix::fs::symlink("nowhere", &link).unwrap();
        for line in ["check league", "status pact --record league", "lint --record league"] {
            let (code, _, err) = stage.run(line);
            let told =
                format!("error[U-USAGE]: `league/{name}` has the name of a file of a record");
            assert!(code == 2 && err.starts_with(&told), "{line}: {code}: {err}");
        }
        std::fs::remove_file(&link).unwrap();
        stage.write(&format!("league/{name}.old"), "kept\n");
        stage.yes("check league");
    }
}
