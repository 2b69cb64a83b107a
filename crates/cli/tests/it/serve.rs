//! The real program: it tells its address once it answers, and ends cleanly when told to.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

pub(crate) const REASON: &str = "BUG: the stage of this test cannot be set";

pub(crate) fn servanda(words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_servanda"));
    command.current_dir(fresh());
    command.args(words).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Makes a directory of its own for each start: the first start founds a log in it.
#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn fresh() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let number = COUNT.fetch_add(1, Ordering::Relaxed);
    let path =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{number}", std::process::id()));
    std::fs::create_dir_all(&path).expect(REASON);
    path
}

/// Starts the program on a free port and returns its address.
#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn started() -> (Child, String) {
    let mut child = servanda(&["serve", "--listen", "127.0.0.1:0"]).spawn().expect(REASON);
    let mut line = String::new();
    let out = child.stdout.take().expect(REASON);
    BufReader::new(out).read_line(&mut line).expect(REASON);
    let address = line.trim_end().strip_prefix("http://").and_then(|rest| rest.strip_suffix('/'));
    let address = address.expect("one line with the address").to_owned();
    (child, address)
}

pub(crate) fn fetched(address: &str, path: &str) -> String {
    sent(address, &format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"))
}

/// Sends a request as it is and returns the whole answer.
#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
pub(crate) fn sent(address: &str, request: &str) -> String {
    let mut stream = TcpStream::connect(address).expect(REASON);
    stream.write_all(request.as_bytes()).expect(REASON);
    let mut text = String::new();
    stream.read_to_string(&mut text).expect(REASON);
    text
}

/// Sends a signal and returns the exit code.
#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
pub(crate) fn ended_by(signal: &str, mut child: Child) -> Option<i32> {
    let told = Command::new("kill").args([signal, &child.id().to_string()]).status().expect(REASON);
    assert!(told.success());
    child.wait().expect(REASON).code()
}

#[test]
fn a_page_is_there_once_the_address_is_told_and_sigterm_ends_it_with_0() {
    let (child, address) = started();
    assert!(!address.ends_with(":0"), "the real port is told: {address}");
    let text = fetched(&address, "/");
    assert!(text.starts_with("HTTP/1.1 200 OK\r\n"), "{text}");
    assert!(text.contains("as a working system: its treaty, members, organs"), "{text}");
    assert!(fetched(&address, "/healthz").ends_with("\r\n\r\nok"));
    assert_eq!(ended_by("-TERM", child), Some(0));
}

#[test]
fn an_interrupt_ends_it_with_0_while_a_slow_reader_holds_on() {
    let (child, address) = started();
    let mut slow = TcpStream::connect(&address).unwrap();
    slow.write_all(b"GET / HTTP/1.1\r\nHost: x\r\n").unwrap();
    assert_eq!(ended_by("-INT", child), Some(0));
}

#[test]
fn a_stream_of_events_ends_when_the_program_is_told_to_end() {
    let (child, address) = started();
    let mut stream = TcpStream::connect(&address).unwrap();
    write!(stream, "GET /events HTTP/1.1\r\nHost: {address}\r\n\r\n").unwrap();
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    while line.trim_end() != "event: start" {
        line.clear();
        assert!(reader.read_line(&mut line).unwrap() > 0, "the stream begins");
    }
    assert_eq!(ended_by("-TERM", child), Some(0));
    let mut rest = String::new();
    reader.read_to_string(&mut rest).unwrap();
    assert!(rest.ends_with("0\r\n\r\n"), "the answer ends whole: {rest}");
}

#[test]
fn an_address_in_use_is_a_fault_and_none_is_bad_usage() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let refused = servanda(&["serve", "--listen", &address]).output().unwrap();
    let err = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(3), "{err}");
    assert!(
        err.starts_with(&format!("error[U-FAULT]: could not listen on `{address}`: ")),
        "{err}"
    );
    assert_eq!(refused.stdout, b"");
    let refused = servanda(&["serve", "--listen", "nowhere"]).output().unwrap();
    assert_eq!(refused.status.code(), Some(2), "{}", String::from_utf8_lossy(&refused.stderr));
}
