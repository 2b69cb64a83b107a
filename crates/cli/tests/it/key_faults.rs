//! A fault of a key is told by its place, its cause and what helps, and ends with 3.

use crate::serve::REASON;
use crate::stage::Stage;
use serde_json::{Value, json};
use std::os::unix::fs::PermissionsExt as _;

#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn kept(stage: &Stage, text: &str, mode: u32) {
    stage.write("x.keys", text);
    let place = stage.directory.join("x.keys");
    std::fs::set_permissions(place, std::fs::Permissions::from_mode(mode)).expect(REASON);
}

#[test]
fn a_file_of_keys_that_cannot_be_used_is_a_fault_of_a_key() {
    let stage = Stage::set("key-faults");
    let good = std::fs::read_to_string(stage.directory.join("office.keys")).unwrap();
    let authority = good.lines().filter(|line| line.starts_with("authority"));
    let authority: String = authority.map(|line| format!("{line}\n")).collect();
    for (text, mode, said) in [
        (good.as_str(), 0o644, "x.keys: error[U-KEY]: others than its owner may read it\n"),
        ("garbage\n", 0o600, "x.keys:1:1: error[U-KEY]: no key\n"),
        ("; none\ndepositary garbage\n", 0o600, "x.keys:2:1: error[U-KEY]: "),
        ("", 0o600, "x.keys: error[U-KEY]: there is no key of the role `depositary`\n"),
        (authority.as_str(), 0o600, "x.keys: error[U-KEY]: there is no key of the role"),
    ] {
        kept(&stage, text, mode);
        for line in ["log receipt 0", "serve --listen 127.0.0.1:0"] {
            let line = format!("{line} --log sqlite:league.db --keys x.keys");
            let (code, out, err) = stage.run(&line);
            assert_eq!((code, out.as_str()), (3, ""), "{line}: {err}");
            assert!(err.starts_with(said) && err.contains("\nhint: "), "{line}: {err}");
        }
    }
    kept(&stage, "garbage\n", 0o600);
    let line = "log receipt 0 --log sqlite:league.db --keys x.keys --format json";
    let told: Value = serde_json::from_str(&stage.run(line).2).unwrap();
    let place = json!({"file": "x.keys", "line": 1, "column": 1});
    assert_eq!((&told["code"], &told["where"]), (&json!("U-KEY"), &place));
}

#[test]
fn a_key_that_signed_for_a_log_that_is_gone_founds_no_other() {
    let stage = Stage::set("vanished");
    stage.yes("log create --log sqlite:servanda.db --keys servanda.key");
    std::fs::remove_file(stage.directory.join("servanda.db")).unwrap();
    let (code, out, err) = stage.run("serve --listen 127.0.0.1:0");
    assert_eq!((code, out.as_str()), (3, ""), "{err}");
    assert!(err.starts_with("servanda.key.signed: error[U-KEY]: it remembers "), "{err}");
    assert!(err.contains("\nhint: bring the log back"), "{err}");
    assert!(!stage.directory.join("servanda.db").exists());
}

#[test]
fn what_is_said_of_a_log_is_one_value_and_one_table() {
    let stage = Stage::set("one-value");
    let log = "--log sqlite:league.db";
    for line in [
        "log receipt 1 --keys office.keys",
        "log receipt 1 --keys office.keys --out r.proof",
        "log show 1",
        "export journal",
        "export csv acts",
        "export encyclopaedia-row",
    ] {
        let out = stage.yes(&format!("{line} {log} --format json"));
        let value: Value = serde_json::from_str(&out).unwrap_or_else(|_| panic!("{line}: {out}"));
        assert!(value.is_object(), "{line}: {out}");
    }
    let shown: Value =
        serde_json::from_str(&stage.yes(&format!("log show 1 {log} --format json"))).unwrap();
    assert_eq!(shown["note"], stage.yes(&format!("log show 1 {log}")));
    for line in ["verify", "log verify", "log export out", "log backup copy.db"] {
        let out = stage.yes(&format!("{line} {log} --format csv"));
        let lines: Vec<&str> = out.lines().collect();
        assert!(lines.len() == 2 && lines.iter().all(|line| !line.is_empty()), "{line}: {out}");
    }
    let out = stage.yes("log create --log sqlite:c.db --record league --origin c.example/log --keys c.key --format csv");
    assert!(
        out.starts_with("origin,size,root,acts,keys,authorities,threshold\nc.example/log,"),
        "{out}"
    );
}

#[test]
fn a_file_that_is_no_act_cannot_be_read() {
    let stage = Stage::set("no-act");
    stage.write("no.act", "garbage\n");
    let line = "log append no.act --log sqlite:league.db --keys office.keys";
    let (code, out, err) = stage.run(line);
    assert_eq!(code, 2, "{out}{err}");
    assert!(out.contains("L-FORM"), "{out}");
}
