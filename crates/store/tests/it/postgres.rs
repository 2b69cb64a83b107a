//! What only a server can do: end a connection, be set otherwise, be held by others.

use crate::bed::{all, append, entries, entry, hash, head, identity, told};
use crate::server::{Database, number, run};
use servanda_store::{Appended, Batch, Body, Fault, found, open};
use std::time::Duration;

const OTHERS: &str = "select pg_terminate_backend(pid, 5000) from pg_stat_activity \
                      where application_name = 'servanda' and datname = current_database()";

fn shown(message: &str, database: &Database) -> String {
    message.replace(&database.address, "PLACE")
}

#[test]
fn what_is_no_log_is_told_from_one() {
    let Some(database) = Database::create() else { return };
    let address = &database.address;
    let opened = || shown(&told(open(address)), &database);
    assert_eq!(opened(), "no log is at `PLACE`");
    run(address, "create schema servanda");
    let expected =
        "`PLACE` holds something else than a log: its schema `servanda` has no table `layout`";
    assert_eq!(opened(), expected);
    assert_eq!(shown(&told(found(address, &identity())), &database), expected);
    run(address, "drop schema servanda");
    drop(found(address, &identity()).unwrap());
    let expected = "a log is at `PLACE` already: `example.org/log`";
    assert_eq!(shown(&told(found(address, &identity())), &database), expected);
    run(address, "update servanda.layout set version = 2");
    assert_eq!(opened(), "`PLACE` has tables of layout 2, and this program knows up to 1");
}

#[test]
fn of_two_that_found_at_once_one_does() {
    let Some(database) = Database::create() else { return };
    let founding = || found(&database.address, &identity()).is_ok();
    let count = std::thread::scope(|scope| {
        let threads = [scope.spawn(founding), scope.spawn(founding), scope.spawn(founding)];
        threads.into_iter().filter(|_| true).map(|one| one.join().unwrap()).filter(|is| *is).count()
    });
    assert_eq!(count, 1);
}

#[test]
fn a_server_that_could_lose_what_it_acknowledged_is_refused() {
    let Some(database) = Database::create() else { return };
    drop(found(&database.address, &identity()).unwrap());
    let (_, name) = database.address.rsplit_once('/').unwrap();
    run(&database.address, &format!("alter database {name} set synchronous_commit to off"));
    let expected = "`PLACE` is set to `synchronous_commit` = `off`, and a log needs `on`";
    assert_eq!(shown(&told(open(&database.address)), &database), expected);
    run(
        &database.address,
        &format!(
            "alter database {name} reset synchronous_commit;
             alter database {name} set default_transaction_read_only to on"
        ),
    );
    let expected = "`PLACE` can be read and not written: \
                    the server takes no changes: it is a standby, or is set so";
    assert_eq!(shown(&told(open(&database.address)), &database), expected);
}

#[test]
fn a_server_that_is_not_there_is_told() {
    let address = "postgres://nobody:secret@127.0.0.1:9/log";
    let told = told(open(address));
    let expected = "`postgres://nobody@127.0.0.1:9/log` cannot be reached: ";
    assert!(told.starts_with(expected) && !told.contains("secret"), "{told}");
}

#[test]
fn an_idle_connection_that_was_ended_is_made_anew() {
    let Some(database) = Database::create() else { return };
    let mut store = found(&database.address, &identity()).unwrap();
    run(&database.address, OTHERS);
    assert_eq!(store.head().unwrap().size, 0);
    run(&database.address, OTHERS);
    // What was sent on a line that is known to be cut was not heard.
    assert_eq!(append(&mut *store, 0, &entries(0..1), &[]), Appended::Done);
}

#[test]
fn a_connection_ended_while_an_append_waits_leaves_its_outcome_open() {
    let Some(database) = Database::create() else { return };
    let mut store = found(&database.address, &identity()).unwrap();
    assert_eq!(append(&mut *store, 0, &entries(0..2), &[]), Appended::Done);
    let address = database.address.clone();
    // Another holds the head, so that the append waits at the server until it is ended.
    let holder = std::thread::spawn({
        let address = address.clone();
        move || {
            let hold = "begin; select 1 from servanda.head for update; select pg_sleep(1.5)";
            run(&address, hold);
        }
    });
    std::thread::sleep(Duration::from_millis(300));
    let ender = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(500));
        run(&address, OTHERS);
    });
    let more = [entry(5, 100)];
    let answer = store.append(2, &Batch { entries: &more, tiles: &[], after: head(3) });
    assert!(matches!(answer, Err(Fault::Uncertain { .. })), "{answer:?}");
    assert_eq!(store.head().unwrap(), head(2));
    assert_eq!(store.find(&hash(5)).unwrap(), None);
    holder.join().unwrap();
    ender.join().unwrap();
    assert_eq!(append(&mut *store, 2, &more, &[]), Appended::Done);
    store.examine().unwrap();
}

#[test]
fn connections_ended_at_any_moment_lose_nothing_and_double_nothing() {
    let Some(database) = Database::create() else { return };
    let mut store = found(&database.address, &identity()).unwrap();
    let address = database.address.clone();
    let until = std::time::Instant::now() + Duration::from_secs(4);
    let ender = std::thread::spawn(move || {
        while std::time::Instant::now() < until {
            run(&address, OTHERS);
            std::thread::sleep(Duration::from_millis(17));
        }
    });
    let (mut size, mut uncertain, mut kept) = (0_u64, 0, 0);
    while std::time::Instant::now() < until {
        let batch = [entry(size * 2, 200), entry(size * 2 + 1, 200)];
        let after = head(size + 2);
        match store.append(size, &Batch { entries: &batch, tiles: &[], after }) {
            Ok(Appended::Done) => size += 2,
            Ok(other) => panic!("{other:?} at {size}"),
            Err(Fault::Uncertain { .. }) => {
                uncertain += 1;
                // The head answers as soon as nobody ends that connection too.
                let found = (0..100).find_map(|_| store.head().ok()).unwrap();
                assert!(found.size == size || found == after, "{found:?} at {size}");
                kept += u64::from(found == after);
                size = found.size;
            }
            Err(Fault::Unreachable { .. }) => {}
            Err(other) => panic!("{other}"),
        }
    }
    ender.join().unwrap();
    eprintln!("{size} entries; {uncertain} times uncertain, of which {kept} were kept");
    let found = all(&mut *open(&database.address).unwrap());
    let numbers =
        (0..size).flat_map(|at| if at % 2 == 0 { vec![at * 2, at * 2 + 1] } else { vec![] });
    assert_eq!(found, numbers.map(|number| entry(number, 200)).collect::<Vec<_>>());
    store.examine().unwrap();
}

#[test]
fn an_erased_body_waits_for_older_views_and_leaves_no_row_behind() {
    let Some(database) = Database::create() else { return };
    let mut store = found(&database.address, &identity()).unwrap();
    let body = Body { salt: vec![1; 32], bytes: vec![2; 100_000] };
    store.keep_body(&hash(1), &body).unwrap();
    let address = database.address.clone();
    let viewer = std::thread::spawn(move || {
        run(&address, "begin isolation level repeatable read; select 1; select pg_sleep(1)");
    });
    std::thread::sleep(Duration::from_millis(300));
    assert!(store.erase_body(&hash(1)).unwrap());
    viewer.join().unwrap();
    let size = "select pg_total_relation_size('servanda.body')::int8";
    assert!(number(&database.address, size) < 50_000);
    assert_eq!(store.body(&hash(1)).unwrap(), None);
}
