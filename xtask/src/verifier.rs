//! The verifier in Python finds what the program finds, over logs, receipts and signatures.

use crate::run::{cargo, judged};
use crate::tally::{Tally, Verdict};
use anyhow::{Context as _, Result};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

const SCRIPT: &str = "docs/verifier/verify.py";
const COMPARE: &str = "docs/verifier/compare.py";
const LINES_MAX: usize = 300;

/// Has the tests write logs with one place changed in each, and edges of signatures, and looks at
/// all of them with the script.
pub(crate) fn run(tally: &mut Tally) -> Result<()> {
    let root = servanda_testkit::root();
    let lines = lines_of(&root.join(SCRIPT))?;
    let long = (lines > LINES_MAX).then(|| {
        format!("`{SCRIPT}` has {lines} lines, with what it imports from beside it, of {LINES_MAX}")
    });
    tally.note("the verifier is short", &Verdict::of(long.into_iter().collect()));
    let python = match python(&root.join("target/tools/python")) {
        Ok(python) => python,
        Err(why) => {
            tally.note("the verifier in Python", &Verdict::Failed(vec![why]));
            return Ok(());
        }
    };
    let directory = root.join("target/verifier");
    if directory.exists() {
        std::fs::remove_dir_all(&directory).context("could not remove `target/verifier`")?;
    }
    std::fs::create_dir_all(&directory).context("could not make `target/verifier`")?;
    let arguments = ["test", "--quiet", "--package", "servanda-depositary", "--test", "it", "--"];
    let mut tests = cargo(&arguments);
    tests.args(["forms::", "vectors::", "verifier::"]);
    let written = judged(tests.env("SERVANDA_VERIFIER", &directory))?;
    let is_written = written == Verdict::Passed;
    tally.note("every changed place is named by its entry", &written);
    if is_written {
        let mut command = Command::new(python);
        command.arg("-B").arg(root.join(COMPARE)).arg(&directory);
        tally.note("the verifier in Python finds the same", &judged(&mut command)?);
    }
    Ok(())
}

/// Counts the lines of a script and of every other beside it that it imports, and those that they
/// import, each once.
fn lines_of(script: &Path) -> Result<usize> {
    let (mut open, mut counted, mut lines) = (vec![script.to_owned()], BTreeSet::new(), 0_usize);
    while let Some(path) = open.pop() {
        if !counted.insert(path.clone()) {
            continue;
        }
        let text = std::fs::read_to_string(&path)
            .with_context(|| format!("could not read `{}`", path.display()))?;
        lines = lines.saturating_add(text.lines().count());
        let beside = imported(&text).map(|name| path.with_file_name(format!("{name}.py")));
        open.extend(beside.filter(|path| path.is_file()));
    }
    Ok(lines)
}

/// Returns the first word of every module that a script imports.
fn imported(text: &str) -> impl Iterator<Item = &str> {
    let names = text.lines().map(str::trim_start).flat_map(|line| {
        let all = line.strip_prefix("import ").into_iter().flat_map(|names| names.split(','));
        all.chain(line.strip_prefix("from "))
    });
    names.filter_map(|name| name.split_whitespace().next()?.split('.').next())
}

/// Returns a Python that has the package, made under `target/tools` so that nothing of the machine
/// is changed.
///
/// # Errors
/// Why it cannot be had here.
pub(crate) fn python(tools: &Path) -> Result<PathBuf, String> {
    let python = tools.join("bin/python");
    let has_package = || quiet(Command::new(&python).args(["-c", "import cryptography"]));
    if has_package().is_ok() {
        return Ok(python);
    }
    quiet(Command::new("python3").args(["-m", "venv"]).arg(tools))?;
    let install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
    quiet(Command::new(&python).args(install).arg("cryptography>=42"))?;
    has_package().map(|()| python.clone())
}

/// Runs a command and keeps what it says for the case that it fails.
///
/// # Errors
/// How it ended, and the last line it said.
pub(crate) fn quiet(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.output().map_err(|error| format!("could not run `{name}`: {error}"))?;
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let last = said.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("it said nothing");
    Err(format!("`{name}` ended with {}: {last}", output.status))
}

#[cfg(test)]
mod tests {
    use super::{imported, lines_of};

    #[test]
    fn a_script_is_as_long_as_all_that_it_imports_from_beside_it() {
        let text = "import json, beside as b\nfrom other.part import x\n    from late import y\n";
        assert!(imported(text).eq(["json", "beside", "other", "late"]));

        let room = servanda_testkit::root().join("target/tests/lines-of-a-script");
        std::fs::create_dir_all(&room).unwrap();
        std::fs::write(room.join("alone.py"), "import json\n\nprint(1)\n").unwrap();
        std::fs::write(room.join("parted.py"), "import json, rest\n\nprint(1)\n").unwrap();
        std::fs::write(room.join("rest.py"), "import parted\nx = 1\n").unwrap();
        assert_eq!(lines_of(&room.join("alone.py")).unwrap(), 3);
        assert_eq!(lines_of(&room.join("parted.py")).unwrap(), 5);
    }
}
