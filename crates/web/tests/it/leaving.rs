//! A notice of withdrawal at the desk: when its period ends is told before it is signed.

use crate::crisis::said;
use crate::hall::Hall;
use axum::http::StatusCode;

const NOTICE: &str = "  withdrawal by notice of 6 months\n";

/// The law of the halls; an instrument that a party leaves by notice, or by no clause.
fn charter(withdrawal: &str) -> String {
    format!(
        "servanda 1

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
{withdrawal}"
    )
}

const JOURNAL: &str = "journal league
  recorded on the day done

2020-01-01 sign pact by ARM, BLR
";

/// Returns what the desk foretells of a text, on the page and to a program.
fn foretold(hall: &Hall, cookie: &str, text: &str) -> String {
    let page = hall.fill(cookie, &[("text", text)]);
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    assert!(page.text.contains("The door takes it."), "{}", page.text);
    said(&page.text)
}

const ENDS: &str = "The period of the notice ends on";

#[test]
fn the_desk_foretells_the_day_on_which_a_notice_ends() {
    let hall = Hall::with(&charter(NOTICE), JOURNAL, |_office| {});
    let armenia = hall.enrolled("ARM", 30);
    let cookie = hall.sign_in(&armenia);
    let text = foretold(&hall, &cookie, "2026-11-22 notice of withdrawal from pact by ARM\n");
    let ends = format!("{ENDS} 22 May 2027: from then on Armenia is no longer bound by Pact.");
    assert!(text.contains(&ends), "{text}");
    assert!(!text.contains("BLR") && !text.contains("Belarus is no longer"), "{text}");
}

#[test]
fn six_months_end_on_the_last_day_of_a_short_month() {
    let hall = Hall::with(&charter(NOTICE), JOURNAL, |_office| {});
    let officer = hall.officer(40);
    let cookie = hall.sign_in(&officer);
    for (received, ends) in [
        ("2026-08-31", "28 February 2027"),
        ("2026-08-30", "28 February 2027"),
        ("2026-08-28", "28 February 2027"),
        ("2026-08-27", "27 February 2027"),
        ("2026-10-31", "30 April 2027"),
    ] {
        let text =
            format!("{received} notice of withdrawal from pact by ARM\n  received {received}\n");
        let told = foretold(&hall, &cookie, &text);
        assert!(told.contains(&format!("{ENDS} {ends}: ")), "{received}: {told}");
    }
}

#[test]
fn without_a_clause_or_a_notice_no_day_is_foretold() {
    let hall = Hall::with(&charter(""), JOURNAL, |_office| {});
    let armenia = hall.enrolled("ARM", 30);
    let cookie = hall.sign_in(&armenia);
    let text = foretold(&hall, &cookie, "2026-11-22 notice of withdrawal from pact by ARM\n");
    assert!(!text.contains(ENDS) && text.contains("no clause of Pact"), "{text}");
    let hall = Hall::with(&charter(NOTICE), JOURNAL, |_office| {});
    let belarus = hall.enrolled("BLR", 30);
    let cookie = hall.sign_in(&belarus);
    let text = foretold(&hall, &cookie, "2026-11-22 statement by BLR\n  what \"Stays\"\n");
    assert!(!text.contains(ENDS), "{text}");
}

#[test]
fn what_another_gave_notice_of_is_no_end_of_this_act() {
    let notice = format!("{JOURNAL}2026-11-01 notice of withdrawal from pact by BLR\n");
    let hall = Hall::with(&charter(NOTICE), &notice, |_office| {});
    let armenia = hall.enrolled("ARM", 30);
    let cookie = hall.sign_in(&armenia);
    let text = foretold(&hall, &cookie, "2026-11-22 statement by ARM\n  what \"Stays\"\n");
    assert!(!text.contains(ENDS), "{text}");
}
