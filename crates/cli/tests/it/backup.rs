//! A log is copied while it is served and acts arrive; an older copy is not signed for again.

use crate::serve::{REASON, ended_by, fetched};
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn stage() -> PathBuf {
    let name = format!("backup-{}", std::process::id());
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    drop(std::fs::remove_dir_all(&path));
    std::fs::create_dir_all(path.join("league")).expect(REASON);
    let charter = "servanda 1\n\norganisation league \"League\"\n\nparty ARC \"Arcadia\"\n\n\
        instrument pact \"Pact\"\n  kind treaty\n  of league\n\narticle pact.1 \"Force\"\n  \
        evidence official-text\n  signature definitive\n  in-force each on deposit\n";
    let journal = "journal league\n  recorded on the day done\n\n2020-01-01 sign pact by ARC\n";
    std::fs::write(path.join("league/league.charter"), charter).expect(REASON);
    std::fs::write(path.join("league/league.journal"), journal).expect(REASON);
    path
}

fn servanda(stage: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_servanda"));
    command.current_dir(stage).args(words).stdin(Stdio::null());
    command
}

#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn done(stage: &Path, words: &[&str]) -> Output {
    let output = servanda(stage, words).output().expect(REASON);
    let err = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{words:?}: {err}");
    output
}

#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn served(stage: &Path) -> (Child, String) {
    let words = ["serve", "--listen", "127.0.0.1:0", "--log", "sqlite:league.db"];
    let mut child = servanda(stage, &words)
        .args(["--keys", "office.key", "--log-format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect(REASON);
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect(REASON)).read_line(&mut line).expect(REASON);
    let address = line.trim_end().strip_prefix("http://").and_then(|rest| rest.strip_suffix('/'));
    (child, address.expect("one line with the address").to_owned())
}

/// Sends an act of the office and returns the status line of the answer.
#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn sent(stage: &Path, address: &str, number: usize) -> String {
    let today = today();
    let text = format!("{today} event \"A test, number {number}\"\n");
    let (journal, act) = (format!("{number}.journal"), format!("{number}.act"));
    std::fs::write(stage.join(&journal), text).expect(REASON);
    let log = ["--log", "sqlite:league.db", "--keys", "office.key", "--out", &act];
    done(stage, &[&["act", journal.as_str()][..], &log[..]].concat());
    let body = std::fs::read(stage.join(&act)).expect(REASON);
    let mut stream = TcpStream::connect(address).expect(REASON);
    let head = format!(
        "POST /api/v1/acts HTTP/1.1\r\nHost: {address}\r\nContent-Length: {}\r\n\
         Connection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body)).expect(REASON);
    let mut text = String::new();
    stream.read_to_string(&mut text).expect(REASON);
    text
}

/// Returns the day as the program has it, in universal time.
#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn today() -> String {
    let output = Command::new("date").args(["-u", "+%Y-%m-%d"]).output().expect(REASON);
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

#[expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where its stage cannot be set"
)]
fn size(stage: &Path, log: &str) -> u64 {
    let verified = done(stage, &["verify", "--log", log, "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&verified.stdout).unwrap();
    assert_eq!(told["conforms"], true, "{told}");
    told["size"].as_u64().unwrap()
}

#[test]
fn a_copy_is_made_while_acts_arrive_and_an_older_one_is_not_signed_for() {
    let stage = stage();
    let record = ["--record", "league", "--keys", "office.key"];
    done(&stage, &[&["log", "create", "--log", "sqlite:league.db"][..], &record[..]].concat());
    let (mut child, address) = served(&stage);
    let answer = sent(&stage, &address, 0);
    assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
    std::thread::scope(|scope| {
        let arriving =
            scope.spawn(|| (1..4).map(|number| sent(&stage, &address, number)).collect::<Vec<_>>());
        done(&stage, &["log", "backup", "copy.db", "--log", "sqlite:league.db"]);
        for answer in arriving.join().unwrap() {
            assert!(answer.starts_with("HTTP/1.1 201 "), "{answer}");
        }
    });
    let again = servanda(&stage, &["log", "backup", "copy.db", "--log", "sqlite:league.db"]);
    assert_eq!({ again }.output().unwrap().status.code(), Some(3), "a copy is never written over");
    // The copy is older than the log by at least this one.
    assert!(sent(&stage, &address, 4).starts_with("HTTP/1.1 201 "));
    // The office signs for the whole of the log, and remembers it beside its keys.
    assert!(fetched(&address, "/log/checkpoint").starts_with("HTTP/1.1 200 OK"));
    let mut diary = child.stderr.take().unwrap();
    assert_eq!(ended_by("-TERM", child), Some(0));
    let mut text = String::new();
    diary.read_to_string(&mut text).unwrap();
    assert!(text.contains(r#""event":"act","code":"kept","entry":"#), "{text}");
    assert!(!text.contains("A test"), "{text}");
    let (whole, copied) = (size(&stage, "sqlite:league.db"), size(&stage, "sqlite:copy.db"));
    assert!(copied < whole, "{copied} of {whole}");
    restore(&stage, whole);
}

/// Puts the copy in the place of the log: the office does not sign for what it signed for longer.
#[expect(clippy::unwrap_used, reason = "a test stops where its stage cannot be set")]
fn restore(stage: &Path, whole: u64) {
    for end in ["-wal", "-shm"] {
        drop(std::fs::remove_file(stage.join(format!("league.db{end}"))));
    }
    std::fs::rename(stage.join("copy.db"), stage.join("league.db")).unwrap();
    let words = ["serve", "--listen", "127.0.0.1:0", "--log", "sqlite:league.db"];
    let refused = servanda(stage, &words).args(["--keys", "office.key"]).output().unwrap();
    let err = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert_eq!(refused.status.code(), Some(3), "{err}");
    assert!(err.contains(&format!("{whole}")) && err.contains("hint: "), "{err}");
}
