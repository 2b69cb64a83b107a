//! Where the packages come from and under which licences.

use crate::run::cargo;
use crate::tally::{Tally, Verdict};
use anyhow::{Context as _, Result, ensure};
use serde_json::Value;

/// The one place packages come from.
const SOURCE: &str = "registry+https://github.com/rust-lang/crates.io-index";
const LICENCES: [&str; 12] = [
    "MIT",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-1-Clause",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];
/// Packages of one feature that no build has by default, which are used as they came: their licence
/// asks that changes of their own files be shown, and nothing of a program that uses them.
const OF_PASSKEYS: [&str; 5] = [
    "crypto-glue",
    "webauthn-attestation-ca",
    "webauthn-rs",
    "webauthn-rs-core",
    "webauthn-rs-proto",
];

/// Looks at every package that may be built.
pub(crate) fn run(tally: &mut Tally) -> Result<()> {
    let metadata = metadata(&["--locked"])?;
    let mut found = Vec::new();
    for package in list(&metadata, "packages") {
        let name = word(package, "name");
        let source = package.get("source").and_then(Value::as_str).unwrap_or(SOURCE);
        if source != SOURCE {
            found.push(format!("`{name}` comes from `{source}`"));
        }
        let licence = word(package, "license");
        let is_known = licence == "MPL-2.0" && OF_PASSKEYS.contains(&name);
        if !is_free(licence) && !is_known {
            found.push(format!("`{name}` has the licence `{licence}`"));
        }
    }
    tally.note("packages: licences and sources", &Verdict::of(found));
    Ok(())
}

/// Returns what cargo knows of the workspace.
pub(crate) fn metadata(arguments: &[&str]) -> Result<Value> {
    let mut command = cargo(&["metadata", "--format-version", "1"]);
    let output = command.args(arguments).output().context("could not run `cargo metadata`")?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    ensure!(output.status.success(), "`cargo metadata` failed: {said}");
    serde_json::from_slice(&output.stdout).context("`cargo metadata` gave something else than JSON")
}

pub(crate) fn list<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

pub(crate) fn word<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or("")
}

/// Tells whether a licence expression leaves a choice that is on the list.
fn is_free(expression: &str) -> bool {
    let plain = expression.replace(['(', ')'], " ").replace('/', " OR ");
    let every = |all: &str| all.split(" OR ").any(|one| LICENCES.contains(&one.trim()));
    !expression.is_empty() && plain.split(" AND ").all(every)
}

#[cfg(test)]
mod tests {
    use super::is_free;

    #[test]
    fn one_free_choice_in_every_part_is_enough() {
        assert!(is_free("MIT OR Apache-2.0"));
        assert!(is_free("(MIT OR GPL-3.0) AND Unicode-3.0"));
        assert!(is_free("Unlicense/MIT"));
        assert!(!is_free("MIT AND GPL-3.0"));
        assert!(!is_free(""));
    }
}
