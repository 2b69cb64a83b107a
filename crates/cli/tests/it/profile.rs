//! The profile that the repository carries is the one that the record makes.

use servanda_cli::{World, run};
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Runs a command and returns its exit code and both outputs.
#[expect(clippy::unwrap_used, reason = "a test stops where its stage cannot be set")]
pub(crate) fn told(words: &[&str]) -> (u8, String, String) {
    let today = "2026-01-01".parse().unwrap();
    let world = World { today, directory: root(), ..World::here().unwrap() };
    let words: Vec<String> = words.iter().map(|word| (*word).to_owned()).collect();
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(&words, &world, &mut out, &mut err);
    (code, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

#[expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops where its stage cannot be set"
)]
fn complete_to() -> String {
    let (_, json, _) = told(&["export", "json", "sources"]);
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    value["complete_to"].as_str().unwrap().to_owned()
}

#[test]
fn the_profile_in_the_repository_is_fresh() {
    let day = complete_to();
    for (format, path) in [("html", "docs/profile.html"), ("markdown", "docs/profile.md")] {
        let (code, page, err) = told(&["export", "profile", "--format", format, "--on", &day]);
        assert_eq!(code, 0, "{err}");
        let path = root().join(path);
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, &page).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        let first = kept.lines().zip(page.lines()).find(|(kept, page)| kept != page);
        assert!(
            kept == page,
            "{} is stale; BLESS=1 cargo test writes it anew: {first:?}",
            path.display()
        );
    }
}

#[test]
fn the_profile_judges_nobody() {
    let day = complete_to();
    for format in ["html", "markdown"] {
        let (_, page, _) = told(&["export", "profile", "--format", format, "--on", &day]);
        let lower = page.to_lowercase();
        for word in lower.split(|c: char| !c.is_alphanumeric()) {
            let judges = ["illegal", "invalid", "void", "violated", "wrong"].contains(&word);
            assert!(!judges, "`{word}` stands in the {format} page");
        }
    }
}

#[test]
fn every_citation_of_the_profile_leads_somewhere() {
    let (_, page, _) = told(&["export", "profile", "--on", &complete_to()]);
    for target in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(page.contains(&format!("id=\"{target}\"")), "nothing is called `{target}`");
    }
}
