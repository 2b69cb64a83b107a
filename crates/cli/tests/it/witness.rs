//! A witness over HTTP: it follows a log, is asked to cosign, and gives the log back.

use crate::serve::{REASON, ended_by, fetched, servanda};
use crate::stage::Stage;
use servanda_depositary::Depositary;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::Child;

const ONCE: &str = "--log sqlite:mirror.db --keys witness.keys --once";

/// Makes the keys of a witness of Armenia, and enrols them.
#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn enrolled(stage: &Stage, log: &str) {
    let (code, _, err) =
        stage.run(&format!("witness --of {log} {ONCE} --name armenia.example/witness"));
    assert_eq!(code, 0, "{err}");
    for (ending, line) in [("c", 1), ("l", 2)] {
        let key = err.lines().nth(line).expect(REASON).trim();
        assert!(key.starts_with(&format!("armenia.example/witness/{ending}+")), "{err}");
        stage.yes(&format!(
            "key enrol --witness --party ARM --key {key} --log sqlite:league.db \
             --keys office.keys --out {ending}.act"
        ));
    }
    stage.yes("log append c.act l.act --log sqlite:league.db --keys office.keys");
}

/// Starts a witness that asks the log once and then only when it is asked itself.
#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn started(stage: &Stage, log: &str) -> (Child, String) {
    let mut command = servanda(&["witness", "--of", log, "--log", "sqlite:mirror.db"]);
    command.args(["--keys", "witness.keys", "--listen", "127.0.0.1:0", "--every", "3600"]);
    let mut child = command.current_dir(&stage.directory).spawn().expect(REASON);
    let (mut line, mut told) = (String::new(), String::new());
    BufReader::new(child.stdout.take().expect(REASON)).read_line(&mut line).expect(REASON);
    let mut err = BufReader::new(child.stderr.take().expect(REASON));
    err.read_line(&mut told).expect(REASON);
    let expected = "cosigned as consistent, and as mirrored and conforming\n";
    assert!(told.ends_with(expected), "it follows at once: {told}");
    let address = line.trim_end().strip_prefix("http://").and_then(|rest| rest.strip_suffix('/'));
    (child, address.expect("one line with the address").to_owned())
}

#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn asked(address: &str, body: &str) -> String {
    let mut stream = TcpStream::connect(address).expect(REASON);
    let length = body.len();
    write!(
        stream,
        "POST /witness/add-checkpoint HTTP/1.1\r\nHost: {address}\r\n\
         Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
    .expect(REASON);
    let mut text = String::new();
    stream.read_to_string(&mut text).expect(REASON);
    text
}

#[test]
fn a_witness_follows_a_log_once_and_says_what_it_found() {
    let stage = Stage::set("once");
    let log = stage.show();
    let (code, out, err) =
        stage.run(&format!("witness --of {log} {ONCE} --name armenia.example/witness"));
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("no `--key` is given: the key of the genesis that"), "{err}");
    assert!(out.contains("cosigned as consistent, and as mirrored and conforming\n"), "{out}");
    stage.notice("ARM");
    let (code, out, err) = stage.run(&format!("witness --of {log} {ONCE} --format json"));
    assert_eq!((code, err.as_str()), (0, ""));
    let said: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(said.get("outcome").unwrap(), "cosigned");
    assert_eq!(said.get("conforms").unwrap(), true);
    let verified = stage.yes("verify --log sqlite:mirror.db");
    assert_eq!(verified, stage.yes("verify --log sqlite:league.db"));
    let (code, _, err) = stage.run("witness --of https://x --log sqlite:m.db --keys k --once");
    assert_eq!(code, 2, "{err}");
    let (code, _, err) =
        stage.run(&format!("witness --of {log} --log sqlite:m.db --keys k --once"));
    assert!(code == 2 && err.contains("hint: `--name` makes them"), "{err}");
    let (code, _, err) =
        stage.run("witness --of http://127.0.0.1:1 --log sqlite:m.db --name n --once");
    assert!(code == 3 && err.contains("the log did not show `checkpoint`"), "{err}");
}

#[test]
fn witnesses_cosign_when_they_are_asked_and_give_the_log_back() {
    let stage = Stage::set("cosign");
    let log = stage.show();
    enrolled(&stage, &log);
    let (child, witness) = started(&stage, &log);
    assert!(fetched(&witness, "/healthz").ends_with("\r\n\r\nok"));
    for path in ["/witness/divergence", "/witness/split-view/0", "/nothing", "/log/tile/0/x"] {
        let absent = fetched(&witness, path);
        assert!(absent.starts_with("HTTP/1.1 404 "), "{path}: {absent}");
        assert!(absent.contains("content-type: application/problem+json\r\n"), "{path}: {absent}");
    }
    stage.notice("ARM");
    let cosign =
        format!("log cosign --log sqlite:league.db --keys office.keys --witness http://{witness}");
    let said = stage.yes(&cosign);
    assert!(said.contains("seen by 1 of 1 members, found to conform by 1"), "{said}");
    let checkpoint = fetched(&witness, "/witness/checkpoint");
    assert_eq!(checkpoint.matches("\u{2014} ").count(), 3, "{checkpoint}");
    let receipt = "log receipt 1 --log sqlite:league.db --keys office.keys --out r.tlog-proof";
    assert!(stage.yes(receipt).contains(", seen by 1 of 1 members, found to conform by 1\n"));
    let receipt = std::fs::read_to_string(stage.directory.join("r.tlog-proof")).unwrap();
    assert_eq!(receipt.matches("\u{2014} ").count(), 3, "{receipt}");
    let rebuild = format!("log rebuild --from http://{witness} --keys office.keys");
    stage.yes(&format!("{rebuild} --log sqlite:again.db"));
    assert_eq!(
        stage.yes("verify --log sqlite:again.db"),
        stage.yes("verify --log sqlite:league.db")
    );
    // What was signed since is not in a log rebuilt now: nothing is signed for it.
    stage.notice("BLR");
    let (code, out, err) = stage.run(&format!("{rebuild} --log sqlite:behind.db"));
    assert!(code == 1 && out.contains("nothing is signed for it: "), "{out}{err}");
    let (code, _, err) = stage.run("log receipt 1 --log sqlite:behind.db --keys office.keys");
    assert!(code == 3 && err.contains("remembers a signature at size"), "{err}");
    assert_eq!(ended_by("-TERM", child), Some(0));
    let (code, out, _) = stage.run(&cosign);
    assert!(code == 1 && out.contains("silent"), "{out}");
}

#[test]
fn of_two_requests_at_once_one_moves_the_head() {
    let stage = Stage::set("two");
    let log = stage.show();
    enrolled(&stage, &log);
    let (child, witness) = started(&stage, &log);
    let old = Depositary::open(&stage.log()).unwrap().size();
    stage.notice("ARM");
    let request = Depositary::open(&stage.log()).unwrap().add_checkpoint(old).unwrap().unwrap();
    let request = request.print();
    let answers: Vec<String> = std::thread::scope(|scope| {
        let ask = || asked(&witness, &request);
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(ask)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let count = |status: &str| {
        answers.iter().filter(|answer| answer.starts_with(&format!("HTTP/1.1 {status} "))).count()
    };
    assert_eq!((count("200"), count("409")), (1, 3), "{answers:?}");
    assert!(asked(&witness, "nothing").starts_with("HTTP/1.1 400 "));
    assert_eq!(ended_by("-INT", child), Some(0));
}

/// A witness that followed one history is shown another: its paper proves both to a stranger.
#[test]
fn the_paper_of_a_witness_proves_two_histories_to_whoever_has_the_key() {
    let (stage, honest, other) = crate::locks::forked("split-view");
    stage.yes(&format!("witness --of {honest} {ONCE} --name armenia.example/witness"));
    let (code, out, err) = stage.run(&format!("witness --of {other} {ONCE} --format json"));
    assert_eq!(code, 1, "{out}{err}");
    let address = format!("sqlite:{}", stage.directory.join("mirror.db").display());
    let paper = papers(&address);
    stage.write("paper.note", &paper);
    stage.write("changed.note", &paper.replace("\"then\":\"", "\"then\":\"00"));
    let key = |log: &str| {
        let office = Depositary::open(log).unwrap();
        office.ledger().ring().depositaries().next().unwrap().print()
    };
    let (key, before) = (key(&stage.log()), Depositary::open(&stage.log()).unwrap().size());
    let said = stage.yes(&format!("log split-view paper.note --key {key}"));
    let lines: Vec<&str> = said.lines().collect();
    assert!(lines[0].starts_with("two histories of ") && lines.len() == 4, "{said}");
    assert!(lines[1].starts_with(&format!("{before} entries; root ")), "{said}");
    assert!(lines[3].starts_with(&format!("the first {before} of these have the root ")), "{said}");
    let json = stage.yes(&format!("log split-view paper.note --key {key} --format json"));
    let told: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&told["proves"], &told["shorter"]["size"]), (&true.into(), &before.into()));
    let (code, out, _) = stage.run(&format!("log split-view changed.note --key {key}"));
    assert!(code == 1 && out.starts_with("`changed.note` proves no two histories: "), "{out}");
    let stranger =
        "armenia.example/witness/c+50a4da55+BIE5dw6ofRdfVqNUZsNMfszLjYqRtO43ol32D1uPybOU";
    let (code, out, _) = stage.run(&format!("log split-view paper.note --key {stranger}"));
    assert!(code == 1 && out.contains("is not signed by the log's key"), "{out}");
}

/// Reads the one split view that a mirror keeps.
#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn papers(address: &str) -> String {
    let mut mirror = servanda_store::open(address).expect(REASON);
    let place = servanda_seal::Digest::of(b"servanda.witness paper 0");
    let body = mirror.body(&place.0).expect(REASON).expect(REASON);
    String::from_utf8(body.bytes).expect(REASON)
}
