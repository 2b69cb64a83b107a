//! A witness that is killed while it mirrors: what it cosigned is kept and is of one history.

use crate::hall::{Hall, ORIGIN, at, pair};
use crate::place::Place;
use crate::raw::Raw;
use crate::witness::{keys, time};
use servanda_depositary::{Fault, Mirror, Witness, seal};
use servanda_note::Note;
use servanda_seal::Content;
use servanda_store::{CheckpointLock, Fault as StoreFault, open};
use servanda_tlog::{Checkpoint, TreeHead};
use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

/// Names the directory in which a copy of this program is a witness until it is killed.
const CHILD: &str = "SERVANDA_WITNESS_CHILD";
/// Says which history the copy is shown.
const SHOWN: &str = "SERVANDA_WITNESS_SHOWN";
/// How often the witness is killed.
const ROUNDS: &str = "SERVANDA_WITNESS_ROUNDS";
/// How many entries the log grows by after its founding.
const GROWTH: u32 = 16;

/// Two logs of one founding and one key that are not the same from the next entry on.
fn log(is_honest: bool) -> Raw {
    let mut hall = Hall::open("memory:");
    let mut raw = Raw::of(&mut hall);
    for second in 0..GROWTH {
        let day = if is_honest { 21 } else { 20 };
        let at = at(&format!("2026-11-{day}T09:00:{second:02}Z"));
        let sealed = seal(ORIGIN, &Content::Received { at }, &[&pair(ORIGIN, 2).key]).unwrap();
        raw.push(sealed.print().into_bytes());
    }
    raw
}

fn began(place: &Place, raw: &Raw) -> Witness {
    let mirror = match Mirror::open(&place.mirror()) {
        Err(Fault::Store(StoreFault::Absent { .. })) => {
            Witness::found_mirror(&place.mirror(), None, &mut |path| raw.asked(path))
        }
        opened => opened,
    };
    let path = place.0.join("keys.signed");
    let lock = match path.exists() {
        true => CheckpointLock::open(&path, ORIGIN),
        false => CheckpointLock::create(&path, ORIGIN),
    };
    Witness::over(mirror.unwrap(), keys(), lock.unwrap(), None).unwrap()
}

/// The program that is killed; where none is asked for, it does nothing.
#[test]
#[expect(clippy::print_stdout, reason = "the one that kills it listens")]
fn a_witness_that_is_killed() {
    let Ok(directory) = std::env::var(CHILD) else { return };
    let place = std::mem::ManuallyDrop::new(Place(directory.into()));
    let mut raw = log(std::env::var(SHOWN).as_deref() == Ok("honest"));
    let whole = raw.entries.len();
    println!("begins");
    raw.size = whole.saturating_sub(GROWTH as usize);
    let mut witness = began(&place, &raw);
    let mirrored = usize::try_from(witness.mirror().head().size).unwrap();
    for size in mirrored.max(raw.size)..=whole {
        raw.size = size;
        witness.follow(&mut |path| raw.asked(path), time(1)).unwrap();
        if let Some(note) = witness.checkpoint().unwrap() {
            let head = head(&note);
            println!("cosigned {} {}", head.size, head.root.print());
        }
    }
    println!("done");
}

fn head(note: &str) -> TreeHead {
    let note = Note::parse(note.as_bytes()).unwrap();
    Checkpoint::parse(note.text()).unwrap().head()
}

/// Starts a witness, kills it so long after it began, and returns what it said.
fn round(place: &Place, shown: &str, after: Duration) -> Vec<String> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "kill::a_witness_that_is_killed", "--nocapture"])
        .env(CHILD, &place.0)
        .env(SHOWN, shown)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
    lines.find(|line| line.ends_with("begins")).unwrap();
    std::thread::sleep(after);
    child.kill().unwrap();
    child.wait().unwrap();
    lines.collect()
}

#[test]
#[expect(clippy::print_stderr, reason = "how many rounds came to something is of interest")]
fn what_a_witness_cosigned_is_kept_and_is_of_one_history() {
    let rounds: u64 = std::env::var(ROUNDS).map_or(3, |rounds| rounds.parse().unwrap());
    let mut honest = log(true);
    let roots: BTreeMap<u64, String> = (0..=honest.entries.len())
        .map(|size| {
            honest.size = size;
            (size as u64, honest.head().root.print())
        })
        .collect();
    let (mut seed, mut place, mut full) = (0x9e37_79b9_u64, Place::new("killed-0"), 0);
    let (mut moved, mut forks) = (0, 0);
    let parted = (honest.entries.len() as u64).saturating_sub(u64::from(GROWTH));
    for number in 0..rounds {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let after = Duration::from_micros((seed >> 33) % 300_000);
        // One in four is shown another history, when this one was cosigned behind where they part.
        let is_fork = number % 4 == 3 && place.0.join("keys.signed").exists();
        let is_fork = is_fork && kept(&place, &roots, number) > parted;
        let said = round(&place, if is_fork { "fork" } else { "honest" }, after);
        for line in said.iter().filter_map(|line| line.strip_prefix("cosigned ")) {
            let (size, root) = line.split_once(' ').unwrap();
            assert_eq!(roots.get(&size.parse().unwrap()).unwrap(), root, "round {number}");
        }
        forks += u64::from(is_fork);
        let cosigned = kept(&place, &roots, number);
        moved += u64::from(!said.is_empty());
        if !is_fork && said.iter().any(|line| line == "done") {
            assert_eq!(cosigned, *roots.last_key_value().unwrap().0);
            full += 1;
            place = Place::new(&format!("killed-{full}"));
        }
    }
    eprintln!("{rounds} rounds, {moved} said something, {forks} of a fork, {full} mirrors whole");
}

/// What was cosigned is in the mirror, and is of the honest log; returns its size.
fn kept(place: &Place, roots: &BTreeMap<u64, String>, number: u64) -> u64 {
    let path = place.0.join("keys.signed");
    if !path.exists() {
        return 0;
    }
    let signed = CheckpointLock::open(&path, ORIGIN).unwrap().signed();
    let mut mirror = Mirror::open(&place.mirror()).unwrap();
    assert!(mirror.head().size >= signed.size, "round {number}: cosigned and not kept");
    assert_eq!(&mirror.root_at(signed.size).unwrap().print(), &roots[&signed.size]);
    let mut store = open(&place.mirror()).unwrap();
    if let Some(kept) = store.checkpoint().unwrap() {
        let said = head(&String::from_utf8(kept.bytes).unwrap());
        assert!(said.size <= signed.size, "round {number}: cosigned and not remembered");
        assert_eq!(&said.root.print(), &roots[&said.size]);
    }
    store.examine().unwrap();
    signed.size
}
