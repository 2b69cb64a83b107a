//! Debian's packages: unpacked under `target/tools` so that nothing of the machine is changed, or
//! installed where a program needs too many others to be unpacked.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Written last, so that a broken unpacking is done anew.
const WHOLE: &str = "whole";

/// Unpacks packages under `target/tools/NAME`, with those they depend on whose names begin so.
///
/// # Errors
/// Why they cannot be had here.
pub(crate) fn unpacked(name: &str, packages: &[&str], prefix: &str) -> Result<PathBuf, String> {
    let tools = servanda_testkit::root().join("target/tools").join(name);
    if tools.join(WHOLE).is_file() {
        return Ok(tools);
    }
    let archives = tools.join("archives");
    std::fs::create_dir_all(&archives)
        .map_err(|error| format!("could not make `target/tools/{name}`: {error}"))?;
    if download(packages, prefix, &archives).is_err() {
        // The lists of packages may be old or absent; where they cannot be renewed, the next step says so.
        run(Command::new("apt-get").args(["-qq", "update"]))?;
        download(packages, prefix, &archives)?;
    }
    let listed = std::fs::read_dir(&archives).map_err(|error| error.to_string())?;
    for archive in listed {
        let archive = archive.map_err(|error| error.to_string())?.path();
        run(Command::new("dpkg-deb").arg("-x").arg(&archive).arg(&tools))?;
    }
    std::fs::remove_dir_all(&archives).map_err(|error| error.to_string())?;
    std::fs::write(tools.join(WHOLE), "").map_err(|error| error.to_string())?;
    Ok(tools)
}

fn download(packages: &[&str], prefix: &str, into: &Path) -> Result<(), String> {
    let mut wanted = BTreeSet::new();
    let mut open: Vec<String> = packages.iter().map(|name| (*name).to_owned()).collect();
    while let Some(package) = open.pop() {
        let said = run(Command::new("apt-cache").args(["depends", &package]))?;
        let needs = said.lines().filter_map(|line| line.trim().strip_prefix("Depends: "));
        open.extend(needs.filter(|name| name.starts_with(prefix)).map(str::to_owned));
        open.retain(|name| !wanted.contains(name) && *name != package);
        wanted.insert(package);
    }
    run(Command::new("apt-get").args(["-qq", "download"]).args(&wanted).current_dir(into))?;
    Ok(())
}

/// Finds a program on the machine, or installs the packages that hold it.
///
/// # Errors
/// Why it cannot be had here.
pub(crate) fn installed(program: &str, packages: &[&str]) -> Result<PathBuf, String> {
    let found = || {
        let places = std::env::var_os("PATH")?;
        std::env::split_paths(&places).map(|place| place.join(program)).find(|path| path.is_file())
    };
    if let Some(path) = found() {
        return Ok(path);
    }
    let install = || {
        let arguments = ["-qq", "--yes", "--no-install-recommends", "install"];
        run(Command::new("apt-get").args(arguments).args(packages))
    };
    if install().is_err() {
        run(Command::new("apt-get").args(["-qq", "update"]))?;
        install()?;
    }
    found().ok_or_else(|| format!("the packages hold no `{program}`"))
}

/// Runs a command in plain English and returns what it wrote.
///
/// # Errors
/// How it ended, and the last line it said.
pub(crate) fn run(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command.env("LC_ALL", "C").output();
    let output = output.map_err(|error| format!("could not run `{name}`: {error}"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let last = said.lines().rfind(|line| !line.trim().is_empty()).unwrap_or("it said nothing");
    Err(format!("`{name}` ended with {}: {last}", output.status))
}
