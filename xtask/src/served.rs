//! The program serving a log of its own, until it is told to stop.

use crate::run::cargo;
use crate::tally::Verdict;
use anyhow::{Context as _, Result, ensure};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Builds the program as it is handed out, with what no newcomer's build has.
pub(crate) const BUILD: [&str; 7] = [
    "build",
    "--quiet",
    "--package",
    "servanda-cli",
    "--features",
    "passkeys",
    "--message-format=json",
];

/// A program that serves.
pub(crate) struct Served {
    program: PathBuf,
    child: Child,
    address: String,
}

impl Served {
    /// Builds the program and starts it in a fresh directory, on a port that is free.
    pub(crate) fn start(directory: &Path) -> Result<Self> {
        let built = cargo(&BUILD)
            .stderr(Stdio::inherit())
            .output()
            .context("could not build the program")?;
        ensure!(built.status.success(), "the program does not build");
        let program = program(&String::from_utf8_lossy(&built.stdout))
            .context("the build names no program")?;
        Self::of(program.into(), directory)
    }

    /// Starts a program in a directory, on a port that is free.
    pub(crate) fn of(program: PathBuf, directory: &Path) -> Result<Self> {
        std::fs::create_dir_all(directory).context("could not make a place for the log")?;
        let mut child = Command::new(&program)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .current_dir(directory)
            .stdout(Stdio::piped())
            .spawn()
            .context("could not start the program")?;
        let stdout = child.stdout.take().context("the program has no output")?;
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line).context("could not hear the program")?;
        let address = line.trim().to_owned();
        let served = Self { program, child, address };
        ensure!(served.address.starts_with("http://"), "the program said `{}`", served.address);
        Ok(served)
    }

    /// Returns the address it answers at.
    pub(crate) fn address(&self) -> &str {
        &self.address
    }

    /// Returns where the program is.
    pub(crate) fn program(&self) -> &Path {
        &self.program
    }

    /// Tells it to stop, and says whether it ended well.
    pub(crate) fn stop(mut self) -> Result<Verdict> {
        let told = Command::new("kill").arg(self.child.id().to_string()).status();
        ensure!(told.is_ok_and(|status| status.success()), "the program is already gone");
        let status = self.child.wait().context("could not wait for the program")?;
        let ill = (!status.success()).then(|| format!("ended with {status}"));
        Ok(Verdict::of(ill.into_iter().collect()))
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // One that has ended is gone; one that has not must not outlive the check.
        drop((self.child.kill(), self.child.wait()));
    }
}

/// Finds the program among what cargo says it built.
pub(crate) fn program(said: &str) -> Option<String> {
    let executable = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).ok()?;
        Some(value.get("executable")?.as_str()?.to_owned())
    };
    said.lines().rev().find_map(executable)
}
