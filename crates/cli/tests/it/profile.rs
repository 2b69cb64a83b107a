//! The profile that the repository carries is the one that the record makes.

use servanda_cli::{World, run};
use servanda_publish::euler::read_back;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

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

/// Returns the page in a format on the day to which the record is complete, made once.
fn page(format: &str) -> &'static str {
    static PAGES: OnceLock<[String; 2]> = OnceLock::new();
    let made =
        |format: &str| told(&["export", "profile", "--format", format, "--on", &complete_to()]).1;
    let [html, markdown] = PAGES.get_or_init(|| [made("html"), made("markdown")]);
    if format == "html" { html } else { markdown }
}

#[test]
fn the_profile_in_the_repository_is_fresh() {
    for (format, path) in [("html", "docs/profile.html"), ("markdown", "docs/profile.md")] {
        let page = page(format);
        let path = root().join(path);
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(&path, page).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == page, "`BLESS=1 cargo test` writes {} anew", path.display());
    }
}

#[test]
fn a_contested_rule_stands_with_what_each_reading_comes_to() {
    for told in [
        "- followed: read as objection (charter.12): adopted [",
        "- told: read as presence (rules-of-procedure.14): not-adopted [",
        "- told: Belarus: Does not come to the session;",
    ] {
        assert!(page("markdown").contains(told), "{told}");
    }
}

#[test]
fn a_seat_that_is_left_open_says_why_and_between_whom() {
    let (code, page, _) =
        told(&["export", "profile", "--format", "markdown", "--on", "2023-12-01"]);
    assert_eq!(code, 0);
    let open = "positions differ on \\#chair-2023: Kazakhstan or Belarus";
    let facts = page.lines().find(|line| line.contains(&format!(" left open: {open}")));
    assert!(facts.is_some_and(|line| line.contains("Chair of the Collective Security Council")));
    let row = page.lines().find(|line| line.contains(&format!("Left open: {open}")));
    assert!(row.is_some_and(|line| line.starts_with("| 23 November 2023 | ")));
    let (_, later, _) = told(&["export", "profile", "--format", "markdown", "--on", "2024-12-01"]);
    assert!(!later.contains(" left open: "), "the next chair is not open");
}

#[test]
fn the_profile_judges_nobody() {
    for format in ["html", "markdown"] {
        let lower = page(format).to_lowercase();
        for word in lower.split(|c: char| !c.is_alphanumeric()) {
            let judges = ["illegal", "invalid", "void", "violated", "wrong"].contains(&word);
            assert!(!judges, "`{word}` stands in the {format} page");
        }
    }
}

#[test]
fn every_citation_of_the_profile_leads_somewhere() {
    let page = page("html");
    for target in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(page.contains(&format!("id=\"{target}\"")), "nothing is called `{target}`");
    }
}

#[test]
fn the_drawing_says_what_the_record_says() {
    let day = complete_to();
    let drawings =
        page("html").split("<svg").skip(1).filter_map(|rest| rest.split("</svg>").next());
    let mut drawn = drawings.filter_map(|inner| read_back(&format!("<svg{inner}</svg>")).ok());
    let drawing = drawn.next().unwrap();
    let ids: BTreeSet<&str> = drawing.rings.iter().map(|ring| ring.id.as_str()).collect();
    let (_, sheet, _) = told(&["export", "csv", "memberships", "--on", &day]);
    let mut told_so: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in sheet.lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        if let [body, state, "member", ..] = cells.as_slice()
            && ids.contains(body)
        {
            told_so.entry((*state).to_owned()).or_default().insert((*body).to_owned());
        }
    }
    let inside = drawing.inside().into_iter().map(|(code, bodies)| {
        (code.to_owned(), bodies.into_iter().map(str::to_owned).collect::<BTreeSet<String>>())
    });
    assert_eq!(inside.collect::<BTreeMap<_, _>>(), told_so);
}
