//! Other forms, there and back.

use crate::profile::told;
use std::path::PathBuf;

#[expect(clippy::unwrap_used, reason = "a test stops where its stage cannot be set")]
fn kept(name: &str, text: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, text).unwrap();
    path.display().to_string()
}

#[test]
fn the_encyclopaedia_row_comes_back_as_it_went() {
    let (code, row, report) = told(&["export", "encyclopaedia-row"]);
    assert_eq!(code, 0);
    assert!(row.starts_with("INSERT INTO `wiki_article`(") && row.ends_with(");\n"));
    assert!(report.contains("left out: id"));
    let (code, read, _) =
        told(&["import", "encyclopaedia-row", &kept("row.sql", &row), "--format", "json"]);
    let read: serde_json::Value = serde_json::from_str(&read).unwrap();
    assert_eq!((code, read["rows"].as_u64()), (0, Some(1)));
    assert!(read["read"][0]["subject"].is_string(), "{read}");
}

#[test]
fn a_hostile_row_is_refused_with_its_place() {
    let path = kept("hostile.sql", "Text.\nINSERT INTO t(a) VALUES (LOAD_FILE('/etc/passwd'));");
    let (code, out, err) = told(&["import", "encyclopaedia-row", &path]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains(":2:26: ") && err.contains("nothing is run"), "{err}");
}

#[test]
fn all_journals_as_one_keep_every_act() {
    let (_, journal, report) = told(&["export", "journal"]);
    let heads = journal.lines().filter(|line| line.starts_with("journal ")).count();
    assert_eq!(heads, 1);
    let (_, acts, _) = told(&["export", "csv", "acts"]);
    let count = acts.lines().count() - 1;
    assert!(report.contains(&format!("{count} acts of ")), "{report}");
}

#[test]
fn a_text_is_cut_into_charter_lines() {
    let (_, sheet, _) = told(&["export", "csv", "participation"]);
    let instrument =
        sheet.lines().nth(1).and_then(|line| line.split(',').next()).unwrap().to_owned();
    let path = kept("text.txt", "Preamble\nArticle 1\nThe \"first\".\nСтатья 2. Имя\nТекст\n");
    let (code, out, err) = told(&["import", "text", &instrument, &path]);
    assert_eq!(code, 0, "{err}");
    assert!(
        out.contains(&format!("article {instrument}.1 ")) && out.contains("  | The \"first\"."),
        "{out}"
    );
    assert!(out.contains("; left out: 1 lines before the first article"), "{out}");
    let (code, _, err) = told(&["import", "text", "no-such-text", &path]);
    assert_eq!(code, 2);
    assert!(err.contains("is not an instrument"), "{err}");
}

#[test]
fn a_table_that_is_not_there_gets_the_nearest() {
    let (code, _, err) = told(&["export", "csv", "act"]);
    assert_eq!(code, 2);
    assert!(err.contains("did you mean `acts`?"), "{err}");
}
