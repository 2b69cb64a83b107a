//! Every threshold of every organisation's rules, one vote short, just enough, and one more.

use servanda_journal::{Fault, Record, RecordFile};
use servanda_testkit::naive::Miscount;
use servanda_testkit::{borders, root, under};
use std::path::PathBuf;

/// Rules of the kinds that the world has: permanent members, heads and weights, a blocking
/// minority, a stricter rule that a laxer one follows.
const KINDS: &str = "\
servanda 1
organisation own \"Own\"
party AAA \"A\"
party BBB \"B\"
party CCC \"C\"
party DDD \"D\"
party EEE \"E\"
party FFF \"F\"
set permanent = AAA, BBB, CCC, DDD, EEE
weights mass \"Mass\" total 100
  AAA 30
  BBB 20
  CCC 20
  DDD 15
  EEE 10
  FFF 5
instrument book \"Book\"
  kind regulation
article book.1 \"Rules\"
  evidence unverified
  rule security
    electorate members less interested
    quorum at least 4 present
    adopted when at least 9 for
    vetoed when at least 1 against in permanent
    abstaining counts as nothing
    absent counts as nothing
    binds members
  rule heads-and-weights
    electorate members less not-participating
    adopted when all of
      at least 55/100 for of electorate
      any of
        weight mass of for at least 65/100 of electorate
        fewer than 4 not-for
    abstaining counts as nothing
    absent counts as nothing
    binds members
  rule two-thirds-of-voting
    electorate members
    quorum more than 1/2 present of members
    adopted when at least 2/3 for of voting
    failing that under by-weight
    abstaining counts as nothing
    absent counts as nothing
    binds for
  rule by-weight
    electorate members
    adopted when weight mass of for more than 1/2 of total
    abstaining counts as nothing
    absent counts as against
    binds members
  rule all-or-later
    electorate members
    usable when not at least 2 objecting-to-format
      otherwise under by-weight
    adopted when all electorate for
    abstaining counts as for
    absent counts as for
    binds electorate
";

fn read(files: Vec<RecordFile>) -> Record {
    let rendered = |faults: Vec<Fault>| faults.into_iter().map(|fault| fault.rendered).collect();
    servanda_journal::read(files).map_err::<Vec<String>, _>(rendered).unwrap()
}

fn kinds() -> Record {
    read(vec![RecordFile { path: "a.charter".to_owned(), bytes: KINDS.as_bytes().to_vec() }])
}

/// Asserts that every border of a record's rules is shown; returns how many rules there are.
fn all_shown(record: &Record, from: &str) -> usize {
    let all = borders(&record.law, None);
    for shown in &all {
        let rule = record.law.rule_names.word(shown.rule);
        let article = record.law.article_names.word(shown.article);
        let told = format!("{from}: `{rule}` of {article}");
        assert_eq!(shown.amiss, Vec::<String>::new(), "{told}");
        assert_eq!(shown.not_shown, Vec::<String>::new(), "{told}");
        assert!(shown.thresholds > 0, "{told}");
    }
    all.len()
}

#[test]
fn every_threshold_of_every_organisation_tips_at_its_number() {
    let mut rules = 0;
    for entry in std::fs::read_dir(root().join("organisations")).unwrap() {
        let directory = entry.unwrap().path();
        if !directory.is_dir() {
            continue;
        }
        let of_law = |path: &PathBuf| {
            path.extension().is_some_and(|e| e == "charter") || path.ends_with("naming")
        };
        let files = under(&directory).unwrap().into_iter().filter(of_law);
        let files = files.map(|path| RecordFile {
            bytes: std::fs::read(&path).unwrap(),
            path: path.display().to_string(),
        });
        rules += all_shown(&read(files.collect()), &directory.display().to_string());
    }
    assert!(rules > 0, "there are rules");
}

#[test]
fn thresholds_of_every_kind_tip_at_their_number() {
    assert_eq!(all_shown(&kinds(), "kinds"), 5);
}

#[test]
fn a_threshold_off_by_one_is_seen() {
    let record = kinds();
    for wrong in [
        Miscount::AtLeastNeedsMore,
        Miscount::ExactShareFails,
        Miscount::MoreThanTakesEqual,
        Miscount::FewerThanTakesEqual,
    ] {
        let amiss = borders(&record.law, Some(wrong)).iter().any(|shown| !shown.amiss.is_empty());
        assert!(amiss, "{wrong:?}");
    }
}
