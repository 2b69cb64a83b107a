//! What is supposed and inserted has its name on the page, though the record does not know it.

use crate::client::{Answer, get_of};
use crate::crisis::said;

const CHARTER: &str = "servanda 1

organisation league \"League\"

party ARM \"Armenia\"
party BLR \"Belarus\"
party KAZ \"Kazakhstan\"

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

article pact.3 \"Help\"
  evidence official-text
  procedure help \"Help\"
    opened by member
    step consult by assembly
";

const ACTS: &str = "2020-01-01 sign pact by ARM, BLR
2020-03-01 request \"Tents\" by ARM #asks
  opens help
2021-01-01 notice of withdrawal from pact by BLR
2021-02-01 deposit accession of pact by KAZ
";

/// Asks what would be so under a supposition.
fn asked(text: &str, fields: &str) -> Answer {
    let text = text.replace(' ', "%20").replace('\n', "%0A").replace('"', "%22");
    let answer =
        get_of((CHARTER, ACTS), &format!("/what-if?on=2025-06-01{fields}&suppose={text}"), &[]);
    assert_eq!(answer.status, 200, "{}", answer.text);
    answer
}

/// Returns what the page says of a supposition.
fn supposed(text: &str, fields: &str) -> String {
    said(&asked(text, fields).text)
}

const WITHDRAWAL: &str = "inserts pact.9 \"Withdrawal\"
  evidence official-text
  withdrawal by notice of 6 months
    open after 20 years
";

#[test]
fn an_article_that_is_inserted_and_its_day_have_their_names() {
    for (lang, told) in [
        (
            "en",
            "pact.9 without effect under the article as encoded here: Pact lets a party give notice from 1 January 2040 on",
        ),
        (
            "ru",
            "pact.9 не влечёт последствий по статье в том виде, как она здесь записана: Pact: уведомление о выходе можно направить начиная с 1 января 2040 г.",
        ),
    ] {
        let text = supposed(WITHDRAWAL, &format!("&lang={lang}"));
        assert!(text.contains(told), "{text}");
        assert!(!text.contains(" ? "), "{text}");
    }
}

#[test]
fn an_organ_and_an_office_that_are_inserted_have_their_names_and_no_page() {
    let text = "inserts pact.9 \"Council\"
  evidence official-text
  organ council \"Council of the League\"
    of league
    seats head-of-state of each member
  office president \"President of the League\"
  rule unanimity
    electorate members
    adopted when none objecting
    abstaining counts as nothing
    absent counts as nothing
    binds members
  matter ordinary of council under unanimity
replaces pact.3 \"Help\"
  evidence official-text
  procedure help \"Help\"
    opened by member
    step consult by assembly
    step decide by council as ordinary
    step carry-out by president within 3 days
";
    let text = asked(text, "&applied=asks").text;
    let told = said(&text);
    for step in ["decide by Council of the League", "carry out by President of the League"] {
        assert!(told.contains(step), "{told}");
    }
    assert!(!told.contains(" ? ") && !text.contains("/members/council"), "{told}");
    assert!(text.contains("/members/assembly"), "what is on record keeps its page");
}

#[test]
fn what_is_on_record_and_only_worded_otherwise_keeps_its_link() {
    let text = asked("repeals pact.1\n", "").text;
    assert!(text.contains("href=\"/status/pact?on=2025-06-01#pact.1\""), "{text}");
}

#[test]
fn a_step_that_another_takes_under_the_supposed_law_says_who_would() {
    let text = "replaces pact.3 \"Help\"
  evidence official-text
  procedure help \"Help\"
    opened by member
    step consult by anyone
";
    let told = supposed(text, "&applied=asks");
    let (_, compared) = told.split_once("The same steps").expect("two matters side by side");
    let (_, row) = compared.split_once(" consult ").expect("the step of both");
    let (mut rest, _) = row.split_once(" They part ").or(row.split_once(" The same ")).unwrap();
    for part in ["by Assembly", "by anyone"] {
        (_, rest) = rest.split_once(part).unwrap_or_else(|| panic!("{part}: {told}"));
    }
    let same = supposed("repeals pact.2\n", "&applied=asks");
    assert_eq!(same.matches("consult by Assembly").count(), 1, "{same}");
}
