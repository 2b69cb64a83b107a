//! Times the first release build of a clean clone, as a newcomer meets it.

use crate::run::cargo;
use anyhow::{Context as _, Result, ensure};
use std::process::{Command, ExitCode};
use std::time::Instant;

/// Clones what is committed, fetches the packages, and times the build.
pub(crate) fn run() -> Result<ExitCode> {
    let place = std::env::temp_dir().join(format!("servanda-clone-{}", std::process::id()));
    let clone = Command::new("git")
        .args(["clone", "--quiet"])
        .arg(servanda_testkit::root())
        .arg(&place)
        .status()
        .context("could not run `git clone`")?;
    ensure!(clone.success(), "`git clone` failed");
    let told = |words: &[&str]| {
        let mut command = cargo(words);
        command.current_dir(&place).env_remove("CARGO_TARGET_DIR");
        command
    };
    ensure!(told(&["fetch", "--quiet"]).status()?.success(), "`cargo fetch` failed");
    let start = Instant::now();
    let built = told(&["build", "--quiet", "--release"]).status()?.success();
    let taken = start.elapsed().as_secs();
    std::fs::remove_dir_all(&place)
        .with_context(|| format!("could not remove `{}`", place.display()))?;
    ensure!(built, "`cargo build --release` failed");
    println!("first-release-build {taken} s");
    Ok(ExitCode::SUCCESS)
}
