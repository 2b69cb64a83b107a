//! Debian's Go packages of notes and trees verify what we write, and we what they write.

mod back;
mod given;

use crate::debian;
use crate::run::judged;
use crate::tally::{Tally, Verdict};
use anyhow::{Context as _, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where Debian keeps the sources of Go packages, under the root or where they were unpacked.
const SOURCES: &str = "usr/share/gocode";
const NOTES: &str = "src/golang.org/x/mod/sumdb/note/note.go";
const PROGRAM: &str = "docs/verifier/go/main.go";

/// Runs the Go program over a directory that we write, and reads what it writes back.
pub(crate) fn run(tally: &mut Tally) -> Result<()> {
    let go = match found() {
        Ok(go) => go,
        Err(why) => {
            let name = "Go's notes and trees, in both directions";
            tally.note(name, &Verdict::Failed(vec![why]));
            return Ok(());
        }
    };
    let root = servanda_testkit::root();
    let directory = root.join("target/go");
    if directory.exists() {
        std::fs::remove_dir_all(&directory).context("could not remove `target/go`")?;
    }
    given::save(&directory.join("given"))?;
    let mut command = go.command();
    command.arg("run").arg(root.join(PROGRAM)).arg(&directory);
    let verdict = judged(&mut command)?;
    let has_passed = verdict == Verdict::Passed;
    tally.note("Go verifies our notes, tiles and proofs", &verdict);
    if has_passed {
        let found = back::differences(&directory)?;
        tally.note("we verify Go's notes, tiles and proofs", &Verdict::of(found));
    }
    Ok(())
}

/// A Go and the packages of Debian.
struct Go {
    program: PathBuf,
    /// Where a Go that was unpacked has its library; none for one that is installed.
    library: Option<PathBuf>,
    sources: PathBuf,
}

impl Go {
    fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        command
            .env("GO111MODULE", "off")
            .env("GOTOOLCHAIN", "local")
            .env("GOFLAGS", "")
            .env("CGO_ENABLED", "0")
            .env("GOPATH", &self.sources)
            .env("GOCACHE", servanda_testkit::root().join("target/go-cache"));
        if let Some(library) = &self.library {
            command.env("GOROOT", library);
        }
        command
    }
}

/// Finds Go and the packages on the machine, or unpacks them.
fn found() -> Result<Go, String> {
    let installed = Path::new("/").join(SOURCES);
    let is_there = Command::new("go").arg("version").output().is_ok_and(|out| out.status.success());
    if is_there && installed.join(NOTES).is_file() {
        return Ok(Go { program: PathBuf::from("go"), library: None, sources: installed });
    }
    let packages = ["golang-go", "golang-golang-x-mod-dev"];
    let tools = debian::unpacked("golang", &packages, "golang-")?;
    let libraries = std::fs::read_dir(tools.join("usr/lib")).map_err(|error| error.to_string())?;
    let mut libraries: Vec<PathBuf> = libraries.flatten().map(|entry| entry.path()).collect();
    libraries.retain(|library| library.join("bin/go").is_file());
    let library = libraries.pop().ok_or("the packages hold no `bin/go`")?;
    Ok(Go { program: library.join("bin/go"), library: Some(library), sources: tools.join(SOURCES) })
}
