//! The suite of the stores, with a PostgreSQL of its own; witnesses that are killed, and two
//! offices on one database.

use crate::run::{cargo, judged};
use crate::tally::{Tally, Verdict};
use anyhow::Result;
use servanda_testkit::Cluster;
use std::process::Command;

/// How often writers and witnesses are killed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Kills {
    /// The writer of each log.
    pub(crate) writers: &'static str,
    /// The witness.
    pub(crate) witnesses: &'static str,
}

/// Runs the suite on every store, and kills who writes.
pub(crate) fn run(kills: Kills, tally: &mut Tally) -> Result<()> {
    let mut witness = tests("servanda-depositary", &["kill::"]);
    witness.env("SERVANDA_WITNESS_ROUNDS", kills.witnesses);
    tally.note("stores: a witness that is killed", &judged(&mut witness)?);
    // What a server acknowledges has to be on its disk: the usual settings, and room for many.
    let cluster = Cluster::start(&["max_connections=80"])?;
    let suite = |only: &[&str]| {
        let mut tests = tests("servanda-store", only);
        tests.env("SERVANDA_STORE_ROUNDS", kills.writers);
        if let Some(cluster) = &cluster {
            tests.env("SERVANDA_TEST_POSTGRES", cluster.address());
        }
        tests
    };
    let Some(server) = &cluster else {
        tally.note("stores: memory and SQLite", &judged(&mut suite(&[]))?);
        let why = "there is no PostgreSQL, and none can be installed".to_owned();
        tally.note("stores: PostgreSQL", &Verdict::Failed(vec![why]));
        return Ok(());
    };
    tally.note("stores: memory, SQLite and PostgreSQL", &judged(&mut suite(&[]))?);
    let mut two = tests("servanda-cli", &["two::"]);
    two.env("SERVANDA_TEST_POSTGRES", server.address());
    tally.note("stores: two offices on one database", &judged(&mut two)?);
    let mut alone = suite(&["standby::"]);
    alone.env("SERVANDA_TEST_POSTGRES_ALONE", "1");
    tally.note("stores: a standby that does not answer", &judged(&mut alone)?);
    Ok(())
}

/// The tests of a package whose names begin so.
fn tests(package: &str, only: &[&str]) -> Command {
    let mut tests = cargo(&["test", "--quiet", "--package", package, "--test", "it", "--"]);
    tests.args(only);
    tests
}
