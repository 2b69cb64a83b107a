//! The stages a change must pass after `cargo test`, in the order of their price.

use crate::run::{bench_once, cargo, heard, judged};
use crate::stores::Kills;
use crate::tally::{Tally, Verdict};
use crate::{api, browser, go, packages, stores, tidy, verifier};
use anyhow::{Result, ensure};
use std::time::Instant;

type Stage = (&'static str, fn(&mut Tally) -> Result<()>);

const STAGES: &[Stage] = &[
    ("tidy", tidy::run),
    ("fmt", fmt),
    ("packages", packages::run),
    ("clippy", clippy),
    ("checks", checks),
    ("histories", histories),
    ("damage", damage),
    ("store", store),
    ("pages", pages),
    ("browser", browser::run),
    ("api", api::run),
    ("go", go::run),
    ("verifier", verifier::run),
    ("doc", doc),
    ("bench", bench),
];

/// Runs the named stages, or all.
pub(crate) fn run(names: &[&str], tally: &mut Tally) -> Result<()> {
    for name in names {
        let known = STAGES.iter().map(|(name, _)| *name).collect::<Vec<_>>();
        ensure!(known.contains(name), "`{name}` is no stage: {}", known.join(", "));
    }
    for (name, stage) in STAGES {
        if names.is_empty() || names.contains(name) {
            let start = Instant::now();
            stage(tally)?;
            println!("         {name}: {} s", start.elapsed().as_secs());
        }
    }
    Ok(())
}

/// Runs what takes hours.
pub(crate) fn long(tally: &mut Tally) -> Result<()> {
    let tests =
        judged(&mut cargo(&["test", "--release", "--workspace", "--", "--include-ignored"]))?;
    tally.note("tests, with those that are long", &tests);
    tally.note("the engine agrees with the naive one", &histories_of("1000000")?);
    let mut gigabyte = cargo(&DAMAGE);
    gigabyte.arg("--release").env("SERVANDA_LONG_LINE", (1_u32 << 30).to_string());
    tally.note("a line of a gigabyte", &judged(&mut gigabyte)?);
    stores::run(Kills { writers: "1000", witnesses: "200" }, tally)
}

/// What the program is handed out with, and no newcomer's build has.
const FEATURES: &str = "servanda-cli/passkeys";

fn fmt(tally: &mut Tally) -> Result<()> {
    tally.note("fmt", &judged(&mut cargo(&["fmt", "--all", "--check"]))?);
    Ok(())
}

fn clippy(tally: &mut Tally) -> Result<()> {
    let arguments = ["clippy", "--quiet", "--workspace", "--all-targets"];
    let strict = ["--", "-D", "warnings"];
    tally.note("clippy", &judged(cargo(&arguments).args(strict))?);
    let mut with = cargo(&["clippy", "--quiet", "--all-targets", "--package", "servanda-cli"]);
    with.args(["--package", "servanda-web", "--features", FEATURES]).args(strict);
    tally.note("clippy, with what the package has", &judged(&mut with)?);
    Ok(())
}

/// The comparison of the two engines, optimised, on so many histories.
fn histories_of(count: &str) -> Result<Verdict> {
    judged(&mut cargo(&[
        "run",
        "--quiet",
        "--release",
        "--package",
        "xtask",
        "--",
        "histories",
        count,
    ]))
}

/// Compares the two engines on a slice of what `long` compares.
fn histories(tally: &mut Tally) -> Result<()> {
    tally.note("the engine agrees with the naive one", &histories_of("50000")?);
    Ok(())
}

/// Reads all damaged copies of the reference files, of which `cargo test` reads a slice.
fn damage(tally: &mut Tally) -> Result<()> {
    let mut tests = cargo(&DAMAGE);
    tests.env("SERVANDA_DAMAGE", "all");
    tally.note("damaged copies", &judged(&mut tests)?);
    Ok(())
}

/// The tests of damaged copies. The rooms that read are optimised in every profile: to build all
/// tests anew takes longer than the thirteen thousand.
const DAMAGE: [&str; 7] =
    ["test", "--quiet", "--package", "servanda-testkit", "--test", "it", "damage::"];

/// Tests the checks themselves, which `cargo test` leaves out.
fn checks(tally: &mut Tally) -> Result<()> {
    let arguments = ["test", "--quiet", "--package", "xtask", "--package", "servanda-bench"];
    tally.note("the checks' own tests", &judged(&mut cargo(&arguments))?);
    let mut with = cargo(&["test", "--quiet", "--package", "servanda-web", "--package"]);
    with.args(["servanda-cli", "--features", FEATURES, "--", "passkeys", "openapi"]);
    tally.note("tests of what the package has", &judged(&mut with)?);
    Ok(())
}

/// Plays the suite of the stores on PostgreSQL too, and kills who writes as often as a slice of
/// `long`.
fn store(tally: &mut Tally) -> Result<()> {
    stores::run(Kills { writers: "50", witnesses: "20" }, tally)
}

fn pages(tally: &mut Tally) -> Result<()> {
    let stale = servanda_testkit::stale(&servanda_testkit::root())?;
    let told = stale.iter().map(|path| format!("`BLESS=1 cargo test` writes `{path}` anew"));
    tally.note("reference pages", &Verdict::of(told.collect()));
    Ok(())
}

fn doc(tally: &mut Tally) -> Result<()> {
    let mut command = cargo(&["doc", "--quiet", "--workspace", "--no-deps"]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    tally.note("doc", &judged(&mut command)?);
    Ok(())
}

/// Takes every measurement once, so that each still runs; counts those that lack outside data.
fn bench(tally: &mut Tally) -> Result<()> {
    let (verdict, text) = heard(&mut bench_once())?;
    tally.note("bench, once", &verdict);
    for line in text.lines() {
        if let Some(what) = line.strip_prefix("SKIPPED ") {
            let (name, why) = what.split_once(' ').unwrap_or((what, "no reason given"));
            tally.note(name, &Verdict::Skipped(why.to_owned()));
        }
    }
    Ok(())
}
