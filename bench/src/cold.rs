//! From cold text to an answer: the whole program, started anew for each question.

use crate::figure::{Effort, Figure, Measured, Runs, time};
use anyhow::{Context as _, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Milliseconds that a question may take.
const BOUND: f64 = 50.0;

/// Asks the program a question about the reference organisation, whose texts it reads each time.
pub(crate) fn cold(effort: Effort) -> Result<Measured> {
    let program = program()?;
    ensure!(ask(&program, &["status", "cst"]), "`servanda status cst` gave no answer");
    let (question, nothing) = Runs::in_turn(
        effort.rounds(101),
        || time(|| ask(&program, &["status", "cst"])),
        || time(|| ask(&program, &["--version"])),
    );
    let value = question.median() * 1_000.0;
    let notes = vec![
        question.spread("servanda status cst"),
        nothing.spread("the program started and ended"),
    ];
    let figure = |name, ratio, against| Figure { name, value, unit: "ms", ratio, against };
    let figures = vec![
        figure("cold", BOUND / value, "50-ms"),
        figure("cold-start", nothing.median() / question.median(), "starting-the-program"),
    ];
    Ok(Measured::Figures(figures, notes))
}

fn ask(program: &Path, words: &[&str]) -> bool {
    let mut command = Command::new(program);
    command.args(words).stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Builds the program in the release profile and returns where it lies: beside this one.
pub(crate) fn program() -> Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let status = Command::new(cargo)
        .args(["build", "--quiet", "--release", "--package", "servanda-cli"])
        .current_dir(servanda_testkit::root())
        .status()
        .context("could not run cargo")?;
    ensure!(status.success(), "the program does not build");
    let here = std::env::current_exe().context("could not find this program")?;
    Ok(here.with_file_name("servanda"))
}
