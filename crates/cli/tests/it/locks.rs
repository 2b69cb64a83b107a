//! The checkpoint lock is one for each log, is made at its founding, and anew only when others were
//! asked what they saw.

use crate::serve::REASON;
use crate::stage::Stage;

const LOG: &str = "--log sqlite:league.db --keys office.keys";

/// Seals a notice of a state without sending it.
fn sealed(stage: &Stage, state: &str, keys: &str) {
    let text = format!("2026-11-22 notice of withdrawal from pact by {state}\n");
    stage.write("note.journal", &text);
    stage.yes(&format!("act note.journal {keys} --out {state}.act"));
}

fn refused(stage: &Stage, line: &str, expected: (u8, &str)) {
    let (code, out, err) = stage.run(line);
    assert!(code == expected.0 && err.contains(expected.1), "{line}: {code}: {out}{err}");
}

#[test]
fn a_lost_lock_lets_nothing_be_signed_until_it_is_made_anew() {
    let stage = Stage::set("lost-lock");
    let lock = stage.directory.join("office.keys.signed");
    sealed(&stage, "ARM", LOG);
    refused(&stage, &format!("log lock {LOG} --no-witness"), (2, "serves: it remembers"));
    std::fs::remove_file(&lock).unwrap();
    refused(&stage, &format!("log append ARM.act {LOG}"), (3, "does not serve: it is not there"));
    refused(&stage, &format!("log receipt 1 {LOG}"), (3, "does not serve: it is not there"));
    let serve = "serve --log sqlite:league.db --keys office.keys --listen 127.0.0.1:0";
    refused(&stage, serve, (3, "does not serve: it is not there"));
    stage.write("office.keys.signed", "servanda checkpoint lock 1\n");
    refused(&stage, &format!("log append ARM.act {LOG}"), (3, "it is not as it was written"));
    refused(&stage, &format!("log lock {LOG} --no-witness"), (3, "hint: move it away and keep it"));
    std::fs::remove_file(&lock).unwrap();
    refused(&stage, &format!("log lock {LOG}"), (2, "--witness <URL>"));
    let said = stage.yes(&format!("log lock {LOG} --no-witness"));
    assert!(said.starts_with("office.keys.signed is made anew; witnesses asked: 0\n"), "{said}");
    stage.yes(&format!("log append ARM.act {LOG}"));
}

#[test]
fn a_lock_is_not_made_anew_under_a_log_that_is_older_than_what_was_seen() {
    let stage = Stage::set("older-lock");
    let at = |name: &str| stage.directory.join(name);
    std::fs::copy(at("league.db"), at("older.db")).unwrap();
    stage.notice("ARM");
    let log = stage.show();
    std::fs::remove_file(at("office.keys.signed")).unwrap();
    let anew = format!("--keys office.keys --witness {log}");
    refused(&stage, &format!("log lock --log sqlite:older.db {anew}"), (3, "the log had"));
    assert!(!at("office.keys.signed").exists());
    let said = stage.yes(&format!("log lock --log sqlite:league.db {anew}"));
    assert!(said.starts_with("office.keys.signed is made anew; witnesses asked: 1\n"), "{said}");
    let older = "log receipt 1 --log sqlite:older.db --keys office.keys";
    refused(&stage, older, (3, "remembers a signature at size"));
}

#[test]
fn the_key_that_comes_next_has_the_lock_of_the_one_before() {
    let stage = Stage::set("next-lock");
    let at = |name: &str| stage.directory.join(name);
    stage.yes(&format!("key rotate --role depositary {LOG} --out rotate.act"));
    stage.yes(&format!("log append rotate.act {LOG}"));
    let next = "--log sqlite:league.db --keys office.keys.next";
    sealed(&stage, "ARM", next);
    sealed(&stage, "BLR", next);
    std::fs::copy(at("league.db"), at("older.db")).unwrap();
    stage.yes(&format!("log append ARM.act {next}"));
    assert!(!at("office.keys.next.signed").exists());
    std::fs::copy(at("older.db"), at("league.db")).unwrap();
    for keys in [LOG, next] {
        let line = format!("log append BLR.act {keys}");
        refused(&stage, &line, (3, "remembers a signature at size"));
    }
}

#[test]
fn a_log_is_founded_once_under_its_name() {
    let stage = Stage::set("founded-lock");
    std::fs::remove_file(stage.directory.join("league.db")).unwrap();
    let again = format!("log create {LOG} --record league");
    refused(&stage, &again, (3, "remembers"));
    assert!(!stage.directory.join("league.db").exists(), "nothing was founded");
}

/// A log, and another that was forked from it before its last act and went on for longer.
#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
pub(crate) fn forked(name: &str) -> (Stage, String, String) {
    let stage = Stage::set(name);
    let at = |name: &str| stage.directory.join(name);
    for (from, to) in [
        ("league.db", "fork.db"),
        ("office.keys", "fork.keys"),
        ("office.keys.signed", "fork.keys.signed"),
    ] {
        std::fs::copy(at(from), at(to)).expect(REASON);
    }
    stage.notice("ARM");
    let fork = "--log sqlite:fork.db --keys fork.keys";
    for text in ["2026-11-22 statement by ARM\n", "2026-11-22 statement by BLR\n"] {
        stage.write("note.journal", &format!("{text}  what \"Another history\"\n"));
        stage.yes(&format!("act note.journal {fork} --out fork.act"));
        stage.yes(&format!("log append fork.act {fork}"));
    }
    let (honest, other) = (stage.show(), stage.show_at("fork.db"));
    (stage, honest, other)
}

#[test]
fn a_log_rebuilt_from_a_fork_is_not_signed_for() {
    let (stage, honest, other) = forked("rebuilt-fork");
    let rebuild = |from: &str, to: &str| {
        format!("log rebuild --from {from} --log sqlite:{to} --keys office.keys")
    };
    let (code, out, err) = stage.run(&rebuild(&other, "other.db"));
    assert_eq!((code, err.as_str()), (1, ""), "{out}");
    let place = stage.directory.join("office.keys.signed").display().to_string();
    let told = out.lines().nth(1).unwrap();
    let said = format!("nothing is signed for it: `{place}` remembers the root ");
    assert!(told.starts_with(&said) && told.contains(", and the log has "), "{out}");
    assert!(out.contains("\nhint: "), "{out}");
    let (code, out, _) = stage.run(&format!("{} --format json", rebuild(&other, "told.db")));
    let told: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &told["signs"], &told["conforms"]), (1, &false.into(), &true.into()));
    let receipt = |log: &str| format!("log receipt 1 --log sqlite:{log} --keys office.keys");
    refused_by_the_lock(&stage, &receipt("other.db"));
    // What witnesses saw says so too, where the lock was lost.
    std::fs::rename(&place, stage.directory.join("kept.signed")).unwrap();
    let anew = format!("log lock --keys office.keys --witness {honest}");
    refused(&stage, &format!("{anew} --log sqlite:other.db"), (3, "its entries make"));
    assert!(!std::path::Path::new(&place).exists());
    std::fs::rename(stage.directory.join("kept.signed"), &place).unwrap();

    let said = stage.yes(&rebuild(&honest, "again.db"));
    assert!(!said.contains("nothing is signed"), "{said}");
    stage.yes(&receipt("again.db"));
}

fn refused_by_the_lock(stage: &Stage, line: &str) {
    refused(stage, line, (3, "remembers the root"));
}
