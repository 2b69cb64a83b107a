//! Every operation that the OpenAPI document describes, asked by a program that knows only it.

use crate::run::judged;
use crate::served::Served;
use crate::tally::{Tally, Verdict};
use crate::verifier::quiet;
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

const PACKAGE: &str = "schemathesis==4.32.5";
/// What an answer must keep: no fault of ours, and nothing that the document does not promise.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_headers_conformance,response_schema_conformance,\
                      allow_header_conformance";

/// Serves a log and asks everything of it, with words that are right, odd and wrong.
pub(crate) fn run(tally: &mut Tally) -> Result<()> {
    let root = servanda_testkit::root();
    let asker = match asker(&root.join("target/tools/schemathesis")) {
        Ok(asker) => asker,
        Err(why) => {
            tally.note(
                "no question gets an answer that is not described",
                &Verdict::Failed(vec![why]),
            );
            return Ok(());
        }
    };
    let directory = root.join("target/api");
    if directory.exists() {
        std::fs::remove_dir_all(&directory).context("could not remove `target/api`")?;
    }
    let served = Served::start(&directory.join("log"))?;
    let mut command = Command::new(asker);
    command
        .current_dir(&directory)
        .arg("run")
        .arg(format!("{}openapi.json", served.address()))
        .args(["--checks", CHECKS, "--phases", "coverage,fuzzing", "--max-examples", "5"])
        // One worker: parsing in several threads at once fails in Python 3.11 itself.
        .args(["--seed", "1", "--workers", "1", "--no-shrink", "--continue-on-failure"])
        // A stream of events does not end: a test of its own listens to it.
        .args(["--exclude-path", "/events"])
        .args(["--suppress-health-check", "all", "--warnings", "off"]);
    tally.note("no question gets an answer that is not described", &judged(&mut command)?);
    tally.note("the server ended when told", &served.stop()?);
    Ok(())
}

/// Returns the program that asks, made under `target/tools` so that nothing of the machine is
/// changed.
///
/// # Errors
/// Why it cannot be had here.
fn asker(tools: &Path) -> Result<PathBuf, String> {
    let asker = tools.join("bin/schemathesis");
    let is_there = || quiet(Command::new(&asker).arg("--version"));
    if is_there().is_ok() {
        return Ok(asker);
    }
    quiet(Command::new("python3").args(["-m", "venv"]).arg(tools))?;
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    quiet(Command::new(tools.join("bin/python")).args(install).arg(PACKAGE))?;
    is_there().map(|()| asker.clone())
}
