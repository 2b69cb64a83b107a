//! The suite of the stores, with a PostgreSQL of its own.

use crate::run::{cargo, judged};
use crate::tally::{Tally, Verdict};
use anyhow::Result;
use servanda_testkit::Cluster;

/// Runs the suite on every store, and kills each log's writer so many times.
pub(crate) fn run(rounds: &str, tally: &mut Tally) -> Result<()> {
    // What a server acknowledges has to be on its disk: the usual settings, and room for many.
    let cluster = Cluster::start(&["max_connections=80"])?;
    let suite = |only: &[&str]| {
        let mut tests =
            cargo(&["test", "--quiet", "--package", "servanda-store", "--test", "it", "--"]);
        tests.args(only).env("SERVANDA_STORE_ROUNDS", rounds);
        if let Some(cluster) = &cluster {
            tests.env("SERVANDA_TEST_POSTGRES", cluster.address());
        }
        tests
    };
    let Some(_) = &cluster else {
        tally.note("stores: memory and SQLite", &judged(&mut suite(&[]))?);
        let why = "there is no PostgreSQL, and none can be installed".to_owned();
        tally.note("stores: PostgreSQL", &Verdict::Skipped(why));
        return Ok(());
    };
    tally.note("stores: memory, SQLite and PostgreSQL", &judged(&mut suite(&[]))?);
    let mut alone = suite(&["standby::"]);
    alone.env("SERVANDA_TEST_POSTGRES_ALONE", "1");
    tally.note("stores: a standby that does not answer", &judged(&mut alone)?);
    Ok(())
}
