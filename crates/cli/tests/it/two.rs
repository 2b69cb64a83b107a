//! Two offices on one PostgreSQL: both receive, one is killed, the other goes on.
//!
//! `SERVANDA_TEST_POSTGRES` is the address of a server, which `cargo xtask ci store` gives.

use crate::serve::{REASON, ended_by, fetched, servanda};
use crate::stage::Stage;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command};

/// Starts an office on the log, with a copy of its keys in a directory of its own.
#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn office(stage: &Stage, log: &str) -> (Child, String) {
    let mut command = servanda(&["serve", "--log", log, "--keys", "office.keys"]);
    command.args(["--listen", "127.0.0.1:0"]).current_dir(&stage.directory);
    let mut child = command.spawn().expect(REASON);
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect(REASON)).read_line(&mut line).expect(REASON);
    let address = line.trim_end().strip_prefix("http://").and_then(|rest| rest.strip_suffix('/'));
    (child, address.expect("one line with the address").to_owned())
}

/// Sends an act; returns the status of the answer, nothing where none came.
fn sent(address: &str, act: &[u8]) -> String {
    answer(address, act).unwrap_or_default()
}

fn answer(address: &str, act: &[u8]) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(address)?;
    let length = act.len();
    let head = format!(
        "POST /api/v1/acts HTTP/1.1\r\nHost: {address}\r\nContent-Length: {length}\r\n\
         Connection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(act)?;
    let mut text = String::new();
    stream.read_to_string(&mut text)?;
    // A fault is told with its words.
    let status = text.split(' ').nth(1).filter(|status| *status != "503");
    Ok(status.map_or_else(|| text.clone(), str::to_owned))
}

/// Makes a notice of a state, each with a label of its own.
fn act(stage: &Stage, log: &str, number: u32) -> Vec<u8> {
    let state = if number.is_multiple_of(2) { "ARM" } else { "BLR" };
    let text = format!("2026-11-22 notice of withdrawal from pact by {state} #n{number}\n");
    stage.write("note.journal", &text);
    stage.yes(&format!("act note.journal --log {log} --keys office.keys --out {number}.act"));
    std::fs::read(stage.directory.join(format!("{number}.act"))).unwrap_or_default()
}

#[test]
fn of_two_offices_on_one_database_one_is_killed_and_the_other_goes_on() {
    let Ok(server) = std::env::var("SERVANDA_TEST_POSTGRES") else { return };
    let stage = Stage::set("offices");
    let name = format!("offices_{}", std::process::id());
    let log = database(&server, &name);
    founded(&stage, &log);
    let ((one, first), (two, second)) = (office(&stage, &log), office(&stage, &log));
    let acts: Vec<Vec<u8>> = (0..24).map(|number| act(&stage, &log, number)).collect();
    // Both receive at once, and each act is kept once.
    let kept = std::thread::scope(|scope| {
        let halves = acts.get(..16).unwrap().chunks(8).zip([&first, &second]);
        let send = |(half, address): (&[Vec<u8>], &String)| {
            half.iter().map(|act| sent(address, act)).collect::<Vec<_>>()
        };
        let threads: Vec<_> = halves.map(|half| scope.spawn(move || send(half))).collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect::<Vec<_>>()
    });
    assert_eq!(kept, ["201"; 16]);
    assert_eq!(sent(&second, acts.first().unwrap()), "409", "the other office kept it already");
    // One is killed while it has work; who got no answer sends the same act to the other one.
    let in_flight: Vec<String> = std::thread::scope(|scope| {
        let sending: Vec<_> =
            acts.get(16..20).unwrap().iter().map(|act| scope.spawn(|| sent(&first, act))).collect();
        assert_eq!(ended_by("-KILL", one), None);
        sending.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    for (act, answer) in acts.get(16..20).unwrap().iter().zip(in_flight) {
        let again = sent(&second, act);
        let is_kept_once =
            if answer == "201" { again == "409" } else { again == "201" || again == "409" };
        assert!(is_kept_once, "{answer:?}, then {again:?}");
    }
    for act in acts.get(20..).unwrap() {
        assert_eq!(sent(&second, act), "201");
    }
    let checkpoint = fetched(&second, "/log/checkpoint");
    assert!(checkpoint.starts_with("HTTP/1.1 200 "), "{checkpoint}");
    assert_eq!(ended_by("-TERM", two), Some(0));
    let said = stage.yes(&format!("verify --log {log} --format json"));
    let said: serde_json::Value = serde_json::from_str(&said).unwrap();
    assert_eq!(said.get("conforms").unwrap(), true, "{said}");
    assert_eq!(said.get("acts").unwrap(), 25, "one of the founding, and each act once: {said}");
}

#[test]
fn an_office_whose_database_is_put_back_takes_and_signs_nothing_more() {
    let Ok(server) = std::env::var("SERVANDA_TEST_POSTGRES") else { return };
    let stage = Stage::set("put-back");
    let name = format!("put_back_{}", std::process::id());
    let log = database(&server, &name);
    founded(&stage, &log);
    let (child, address) = office(&stage, &log);
    let acts: Vec<Vec<u8>> = (0..3).map(|number| act(&stage, &log, number)).collect();
    told(&server, &name, "create table servanda_then as select * from servanda.head");
    assert_eq!(sent(&address, &acts[0]), "201");
    assert_eq!(sent(&address, &acts[1]), "201");
    told(
        &server,
        &name,
        "delete from servanda.entry where position >= (select size from servanda_then);
         update servanda.head set (size, root, sum) = (select size, root, sum from servanda_then)",
    );
    let answer = sent(&address, &acts[2]);
    assert!(answer.starts_with("HTTP/1.1 503 "), "{answer}");
    let checkpoint = fetched(&address, "/log/checkpoint");
    assert!(checkpoint.starts_with("HTTP/1.1 503 "), "{checkpoint}");
    assert_eq!(ended_by("-TERM", child), Some(0));
    // The next start refuses too: nothing was signed, and it was acknowledged.
    let line = format!("log receipt 1 --log {log} --keys office.keys");
    let (code, _, err) = stage.run(&line);
    assert!(code == 3 && err.contains("remembers a signature at size"), "{err}");
}

/// Founds the log of a stage in another database. A log is founded once under its name: this one
/// has keys and a lock of its own.
#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn founded(stage: &Stage, log: &str) {
    for file in ["office.keys", "office.keys.signed"] {
        std::fs::remove_file(stage.directory.join(file)).expect(REASON);
    }
    stage.yes(&format!("log create --log {log} --record league --keys office.keys"));
}

/// Makes a database on the server and returns its address.
#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn database(server: &str, name: &str) -> String {
    told(server, "postgres", &format!("create database {name}"));
    format!("{}/{name}", server.rsplit_once('/').expect(REASON).0)
}

/// Tells a database something by hand.
#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn told(server: &str, name: &str, what: &str) {
    let (before, _) = server.rsplit_once('/').expect(REASON);
    let host = before.rsplit_once('@').expect(REASON).1.replace("%2F", "/");
    let words = ["-q", "-h", &host, "-U", "postgres", "-d", name, "-c", what];
    assert!(Command::new("psql").args(words).status().expect(REASON).success());
}
