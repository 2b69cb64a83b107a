//! The rehearsal beside a log: a port is taken and it is forked when somebody enters it.

use crate::rehearsal::says;
use crate::serve::{REASON, ended_by, fetched, sent, servanda};
use crate::stage::Stage;
use std::io::{BufRead as _, BufReader, Read as _};
use std::net::TcpListener;
use std::path::Path;
use std::process::Child;

/// Starts the program over a log of its own at a port whose next one is free, and returns the port.
#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn offering(directory: &Path) -> (Child, u16) {
    let free = |port: u16| TcpListener::bind(("127.0.0.1", port)).ok();
    let both_free = || {
        let first = free(0)?.local_addr().ok()?.port();
        free(first)?;
        free(first.checked_add(1)?).map(|_next| first)
    };
    let port = (0..100).find_map(|_| both_free()).expect("two ports");
    let mut command = servanda(&["serve", "--listen", &format!("127.0.0.1:{port}")]);
    let mut child = command.current_dir(directory).spawn().expect(REASON);
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect(REASON)).read_line(&mut line).expect(REASON);
    let mut err = child.stderr.take().expect(REASON);
    std::thread::spawn(move || drop(err.read_to_string(&mut String::new())));
    assert_eq!(line, format!("http://127.0.0.1:{port}/\n"));
    (child, port)
}

/// Enters the rehearsal from the first page, and returns where it answers.
#[expect(clippy::expect_used, reason = "a test stops where its stage cannot be set")]
fn entered(address: &str) -> String {
    assert!(fetched(address, "/").contains("href=\"/rehearsal\""), "the first page offers one");
    let led = fetched(address, "/rehearsal");
    assert!(led.starts_with("HTTP/1.1 303 "), "{led}");
    let lines = led.lines().map(str::to_ascii_lowercase);
    let mut places =
        lines.filter_map(|line| line.strip_prefix("location: http://").map(str::to_owned));
    places.next().expect("it leads to the rehearsal").trim_end_matches('/').to_owned()
}

#[test]
fn a_port_is_taken_for_the_rehearsal_when_it_is_entered_and_not_before() {
    let stage = Stage::set("ports");
    let (child, port) = offering(&stage.directory);
    let fork = stage.directory.join("servanda-rehearsal.db");
    // A neighbour takes the next port, and has it for itself.
    let neighbour = TcpListener::bind(("127.0.0.1", port + 1)).expect("the next port is free");
    let door = entered(&format!("127.0.0.1:{port}"));
    assert_ne!(door, format!("127.0.0.1:{}", port + 1), "another port is found");
    assert!(fetched(&door, "/").contains("servanda-rehearsal: REHEARSAL, INVENTED ACTS"));
    assert!(fork.exists());
    drop(neighbour);
    assert_eq!(entered(&format!("127.0.0.1:{port}")), door, "it stays where it is");
    assert_eq!(ended_by("-TERM", child), Some(0));
}

#[test]
fn the_first_page_opens_a_rehearsal_beside_its_log_and_nothing_of_it_enters_the_log() {
    let stage = Stage::set("offered");
    let (child, port) = offering(&stage.directory);
    let address = format!("127.0.0.1:{port}");
    let fork = stage.directory.join("servanda-rehearsal.db");
    assert!(stage.directory.join("servanda.db").exists() && !fork.exists(), "nobody entered yet");
    let door = entered(&address);
    let before = fetched(&address, "/log/checkpoint");
    let page = fetched(&door, "/");
    assert!(page.contains("servanda-rehearsal: REHEARSAL, INVENTED ACTS"), "{page}");
    assert!(page.contains("Take a part in this rehearsal"), "{page}");
    assert!(page.contains(&format!("href=\"http://{address}/\"")), "it leads back: {page}");
    assert!(fetched(&door, "/docket").contains("rehearsal-assistance"));
    for path in
        ["/feeds/acts.atom", "/api/v1/docket", "/api/v1/docket?format=csv", "/log/checkpoint"]
    {
        assert!(says(&fetched(&door, path)), "{path}");
    }
    let body = "{\"party\":\"KAZ\",\"key\":\"a\"}";
    let enrolling = format!(
        "POST /api/v1/rehearsal/enrol HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    assert!(sent(&address, &enrolling).starts_with("HTTP/1.1 404 "), "the log enrols no player");
    assert!(!says(&fetched(&address, "/docket")));
    let signed = |text: &str| text.split("\r\n\r\n").nth(1).map(str::to_owned);
    assert_eq!(signed(&fetched(&address, "/log/checkpoint")), signed(&before));
    assert_eq!(ended_by("-TERM", child), Some(0));
}

#[test]
fn who_may_not_enter_a_rehearsal_opens_none() {
    let stage = Stage::set("barred");
    let (child, port) = offering(&stage.directory);
    let address = format!("127.0.0.1:{port}");
    let fork = stage.directory.join("servanda-rehearsal.db");
    for headers in ["Host: evil.example", &format!("Host: {address}\r\nSec-Fetch-Site: cross-site")]
    {
        let request = format!("GET /rehearsal HTTP/1.1\r\n{headers}\r\nConnection: close\r\n\r\n");
        let barred = sent(&address, &request);
        assert!(barred.starts_with("HTTP/1.1 40"), "{headers}: {barred}");
    }
    assert!(!fork.exists(), "who may not enter opens nothing");
    let door = entered(&address);
    let elsewhere =
        sent(&door, "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    assert!(elsewhere.starts_with("HTTP/1.1 403 "), "{elsewhere}");
    assert_eq!(ended_by("-TERM", child), Some(0));
}
