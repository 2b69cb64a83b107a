//! A program that is killed while it appends: what was acknowledged is there, and no half batch.

use crate::batches::{append_at, whole};
use crate::bed::Bed;
use servanda_store::open;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Names the log that a copy of this program appends to until it is killed.
const CHILD: &str = "SERVANDA_STORE_CHILD";
/// How often each log's writer is killed.
const ROUNDS: &str = "SERVANDA_STORE_ROUNDS";
const LONGEST: Duration = Duration::from_secs(60);

/// The program that is killed; where none is asked for, it does nothing.
#[test]
#[expect(clippy::print_stdout, reason = "the one that kills it listens")]
fn a_writer_that_is_killed() {
    let Ok(address) = std::env::var(CHILD) else { return };
    let mut store = open(&address).unwrap();
    let mut size = store.head().unwrap().size;
    println!("opened at {size}");
    let end = Instant::now() + LONGEST;
    while Instant::now() < end {
        match append_at(&mut *store, size) {
            Ok(after) => {
                println!("acknowledged {after}");
                size = after;
            }
            // The one before was killed, and its server was not.
            Err(found) => size = found,
        }
    }
}

/// When the writer is killed.
enum Moment {
    /// So long after its start, which may be before it has opened the log.
    After(Duration),
    /// When so many batches were acknowledged, and a little later.
    Acknowledged(u64, Duration),
}

/// Starts a writer, kills it, and returns the length that it was told last.
fn round(address: &str, moment: &Moment) -> u64 {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kill::a_writer_that_is_killed", "--nocapture"])
        .env(CHILD, address)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap());
    let (send, heard) = std::sync::mpsc::channel();
    let listener = std::thread::spawn(move || {
        let mut latest = 0;
        for line in lines.lines().map_while(Result::ok) {
            if let Some(size) = line.strip_prefix("acknowledged ") {
                latest = size.parse().unwrap();
                send.send(()).ok();
            }
        }
        latest
    });
    match moment {
        Moment::After(time) => std::thread::sleep(*time),
        Moment::Acknowledged(count, time) => {
            for _ in 0..*count {
                heard.recv_timeout(LONGEST).unwrap();
            }
            std::thread::sleep(*time);
        }
    }
    child.kill().unwrap();
    child.wait().unwrap();
    listener.join().unwrap()
}

#[test]
fn what_was_acknowledged_outlasts_its_writer() {
    let rounds: u64 = std::env::var(ROUNDS).map_or(3, |rounds| rounds.parse().unwrap());
    for bed in Bed::durable() {
        let (mut seed, mut known, mut acknowledged) = (0x9e37_79b9_u64, 0, 0);
        for number in 0..rounds {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let time = Duration::from_micros((seed >> 33) % 15_000);
            let moment = match number % 4 {
                0 => Moment::After(time * 4),
                // The moment at which the acknowledgement was heard.
                1 => Moment::Acknowledged(1 + number % 9, Duration::ZERO),
                _ => Moment::Acknowledged(1 + number % 9, time),
            };
            let told = round(bed.address(), &moment);
            bed.settle();
            let mut store = bed.open();
            let found = whole(&mut *store, known);
            assert!(found >= told, "round {number}: told {told}, and {found} are there");
            acknowledged = acknowledged.max(told);
            known = found;
        }
        let mut store = bed.open();
        assert_eq!(whole(&mut *store, 0), store.head().unwrap().size);
        store.examine().unwrap();
        eprintln!("{rounds} rounds on {}: {known} entries, {acknowledged} told", bed.address());
    }
}
