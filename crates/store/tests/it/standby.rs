//! A wait for a standby that is cut short is not a rollback. These tests set the whole server, so
//! they are run alone: `SERVANDA_TEST_POSTGRES_ALONE` says that they are.

use crate::bed::{append, entries, entry, head, identity};
use crate::server::{Database, number, run};
use servanda_store::{Appended, Batch, Fault, found};
use std::time::Duration;

#[test]
fn a_wait_that_was_cut_short_is_uncertain_and_the_change_is_kept() {
    if std::env::var_os("SERVANDA_TEST_POSTGRES_ALONE").is_none() {
        return;
    }
    for cut in ["pg_cancel_backend", "pg_terminate_backend"] {
        let Some(database) = Database::create() else { return };
        let mut store = found(&database.address, &identity()).unwrap();
        assert_eq!(append(&mut *store, 0, &entries(0..2), &[]), Appended::Done);
        set(&database, "alter system set synchronous_standby_names = 'nobody'");
        let address = database.address.clone();
        let cutter = std::thread::spawn(move || {
            let waiting = "from pg_stat_activity where wait_event = 'SyncRep'";
            while number(&address, &format!("select count(*) {waiting}")) == 0 {
                std::thread::sleep(Duration::from_millis(20));
            }
            run(&address, &format!("select {cut}(pid) {waiting}"));
        });
        let more = [entry(5, 100)];
        let answer = store.append(2, &Batch { entries: &more, tiles: &[], after: head(3) });
        let Err(Fault::Uncertain { cause, .. }) = answer else {
            set(&database, "alter system reset synchronous_standby_names");
            return assert_eq!(format!("{answer:?}"), "an uncertain outcome");
        };
        eprintln!("{cut}: {cause}");
        cutter.join().unwrap();
        set(&database, "alter system reset synchronous_standby_names");
        assert_eq!(store.head().unwrap(), head(3));
        assert_eq!(append(&mut *store, 3, &[entry(6, 1)], &[]), Appended::Done);
    }
}

fn set(database: &Database, statement: &str) {
    run(&database.address, statement);
    run(&database.address, "select pg_reload_conf()");
    std::thread::sleep(Duration::from_millis(300));
}
