//! Runs cargo, and the measurements.

use crate::tally::Verdict;
use anyhow::{Context as _, Result};
use std::ffi::OsString;
use std::process::{Command, ExitCode, Stdio};

/// Returns cargo, to be run at the root.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    let name = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(name);
    command.args(arguments).current_dir(servanda_testkit::root());
    command
}

/// Runs a command to its end; its output goes to the terminal.
pub(crate) fn judged(command: &mut Command) -> Result<Verdict> {
    let status = command.status().with_context(|| format!("could not run {command:?}"))?;
    Ok(if status.success() {
        Verdict::Passed
    } else {
        Verdict::Failed(vec![format!("ended with {status}")])
    })
}

/// Runs a command to its end and returns what it wrote, which is shown as well.
pub(crate) fn heard(command: &mut Command) -> Result<(Verdict, String)> {
    let told = || format!("could not run {command:?}");
    let context = told();
    let output = command.stderr(Stdio::inherit()).output().context(context)?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    print!("{text}");
    let verdict = if output.status.success() {
        Verdict::Passed
    } else {
        Verdict::Failed(vec![format!("ended with {}", output.status)])
    };
    Ok((verdict, text))
}

const BENCH: [&str; 6] = ["run", "--quiet", "--release", "--package", "servanda-bench", "--"];

/// Returns the measurements, each to be taken once and briefly.
pub(crate) fn bench_once() -> Command {
    let mut command = cargo(&BENCH);
    command.arg("--once");
    command
}

/// Measures everything, or what is named.
pub(crate) fn bench(names: &[&str]) -> Result<ExitCode> {
    let status = cargo(&BENCH).args(names).status().context("could not run the measurements")?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
