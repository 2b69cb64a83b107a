//! A decision as it is printed, with its count and where the log has it.

use crate::client::{get, get_of, page};
use crate::crisis::said;
use crate::log::Hall;
use servanda_seal::Digest;
use servanda_tlog::leaf_hash;

const CHARTER: &str = "servanda 1

organisation league \"League\"

party ARM \"Armenia\"
party BLR \"Belarus\"

instrument pact \"Pact\"
  kind treaty
  of league

article pact.1 \"Members\"
  evidence official-text
  signature definitive
  in-force each on deposit
  membership of league by pact

article pact.2 \"Assembly\"
  evidence official-text
  organ assembly \"Assembly\"
    of league
    seats head-of-state of each member
  rule majority
    electorate members
    adopted when more than 1/2 for of members
    abstaining counts as nothing
    absent counts as nothing
    binds members
  matter ordinary of assembly under majority
";

const JOURNAL: &str = "journal league
  recorded on the day done

2020-01-01 sign pact by ARM, BLR
2020-02-01 decide assembly #first
  matter ordinary
  what \"The first\"
  for ARM, BLR
  outcome adopted
2020-03-01 decide assembly #second
  matter ordinary
  what \"The second\"
  for ARM
  outcome adopted
";

#[test]
fn a_decision_says_its_count_and_where_the_log_has_it() {
    let hall = Hall::with(CHARTER, JOURNAL, |_office| {});
    let third = "2026-11-22 decide assembly #third\n  matter ordinary\n  what \"The third\"\n  for ARM, BLR\n  outcome adopted\n";
    let answer = hall.post(hall.act(third));
    assert_eq!(answer.status.as_u16(), 201, "{}", answer.text);
    for (label, gist) in [("first", "The first"), ("second", "The second"), ("third", "The third")]
    {
        let text = hall.get(&format!("/acts/{label}/decision")).text;
        let (_, after) = text.split_once("href=\"/log/entry/").expect("the entry");
        let entry = after.split('"').next().unwrap();
        let sealed = hall.get(&format!("/log/entry/{entry}")).text;
        assert!(sealed.contains(gist), "{label}: {sealed}");
        let leaf = Digest(leaf_hash(sealed.as_bytes()).0).to_string();
        assert!(text.contains(&leaf), "{label}: {text}");
        assert!(text.contains(&format!("/api/v1/receipts/{entry}")), "{text}");
    }
    let whole = said(&hall.get("/acts/first/decision").text);
    for told in [
        "for 2 Armenia, Belarus",
        "it holds",
        "By these votes: adopted.",
        "It binds Armenia, Belarus.",
    ] {
        assert!(whole.contains(told), "{told}: {whole}");
    }
    // Of one vote nothing is told, so nothing is reckoned.
    let part = said(&hall.get("/acts/second/decision").text);
    assert!(part.contains("not told 1 Belarus"), "{part}");
    assert!(!part.contains("By these votes"), "{part}");
}

const INTEREST: &str = "article pact.3 \"Disputes\"
  evidence official-text
  rule disinterested
    electorate members less target, interested
    adopted when at least 2 for
    abstaining counts as nothing
    absent counts as nothing
    binds members
  matter dispute of assembly under disinterested
";

const DISPUTES: &str = "2020-01-01 sign pact by ARM, BLR, KAZ, RUS
2020-02-01 decide assembly #dispute
  matter dispute
  target RUS
  interested ARM, GEO
  for BLR, KAZ
  against ARM
  outcome adopted
2020-03-01 decide assembly #plain
  matter ordinary
  interested ARM
  for BLR, KAZ, RUS
  against ARM
  outcome adopted
2020-04-01 decide assembly #nobody
  matter dispute
  for ARM, BLR, KAZ, RUS
  outcome adopted
";

#[test]
fn a_decision_says_who_was_left_out_and_by_which_article() {
    let parties = "party BLR \"Belarus\"\nparty GEO \"Georgia\"\nparty KAZ \"Kazakhstan\"\nparty RUS \"Russia\"\n";
    let charter = CHARTER.replace("party BLR \"Belarus\"\n", parties);
    let charter = format!("{charter}\n{INTEREST}");
    let shown = |label: &str, lang: &str| {
        let path = format!("/acts/{label}/decision?lang={lang}");
        let answer = get_of((&charter, DISPUTES), &path, &[]);
        assert_eq!(answer.status, 200, "{}", answer.text);
        said(&answer.text)
    };
    let text = shown("dispute", "en");
    let interest = "those interested in the matter do not vote on it (";
    let told = ["interested in the matter Armenia, Georgia", "By these votes: adopted."];
    for told in told {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert!(text.contains(&format!("Armenia: {interest} pact.3 )")), "{text}");
    let concerned = "Russia: the vote of the state concerned is not counted ( pact.3 )";
    assert!(text.contains(concerned), "{text}");
    // One that has no seat is left out of nothing, and nobody is asked what it did.
    assert!(!text.contains("Georgia: ") && !text.contains("not told"), "{text}");
    let text = shown("dispute", "ru");
    assert!(text.contains("( pact.3 )") && !text.contains("interested"), "{text}");
    // A rule that leaves out nobody, and a matter in which nobody is interested.
    for label in ["plain", "nobody"] {
        let text = shown(label, "en");
        assert!(!text.contains("do not vote on it") && !text.contains("is not counted"), "{text}");
    }
}

#[test]
fn each_reading_of_a_rule_is_shown_and_what_is_no_decision_is_told() {
    let text = said(&page("/acts/session-documents-2009/decision"));
    for told in [
        "Decision of the Collective Security Council",
        "The count",
        "absent 1 Belarus",
        "In the log",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert!(text.matches("By these votes").count() >= 2, "{text}");
    assert_eq!(get("/acts/kaz-asks/decision").status.as_u16(), 404);
}
