//! What single pages say.

use crate::client::{get, page};

#[test]
fn the_first_line_names_the_organisation_as_a_working_system_and_the_second_the_others() {
    let text = page("/");
    let first = text.find("Collective Security Treaty Organization <span>as a working system: its treaty, members, organs, decisions, forces and history, each answer with its article and source.</span></h1>");
    let second = text.find("Other organisations run on the same rules-as-text.");
    assert!(first.is_some() && first < second, "{}", &text[..4_000]);
    assert!(text.contains("complete to"));
}

#[test]
fn nine_become_six_overnight() {
    let counted =
        |day: &str| page(&format!("/status/cst?on={day}")).matches("mark is-party").count();
    assert_eq!((counted("1999-04-20"), counted("1999-04-21")), (9, 6));
    let text = page("/status/cst?on=1999-04-21");
    assert!(text.contains("the term ended and was not extended"));
    assert!(text.contains("href=\"/why?claim=GEO%20former%20cst&amp;on=1999-04-21\""));
}

#[test]
fn why_tells_act_article_source_and_evidence() {
    let text = page("/why?claim=GEO%20party%20cst&on=2000-01-01");
    for part in [
        "<strong>No</strong>",
        "no withdrawal is found in this record",
        "cst.11",
        "#cst-in-force",
        "s003:37",
        "The weakest evidence it rests on is",
    ] {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn the_strip_hatches_where_a_first_day_is_not_exactly_known() {
    let said = "Uzbekistan, party from a day between 28 March 2008 and 28 June 2012";
    let text = page("/?on=2012-09-01");
    let hatched = text.find("<line class=\"unsure is-party\"");
    let told = text.find("hatched where the first day is not exactly known");
    assert!(hatched.is_some() && hatched < told && text.contains(said), "{text}");
    let before = page("/?on=1998-01-01");
    assert!(!before.contains("unsure"), "nothing there is uncertain");
}

#[test]
fn a_chair_shows_every_handover_and_what_each_reading_predicted() {
    let text = page("/chair/csc?on=2025-06-01");
    for part in
        ["alphabet", "host", "stands in for", "took the chair", "charter.13", "practice.chair"]
    {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn the_date_bar_shows_day_account_and_what_was_known() {
    let text = page("/status/cst?on=1999-04-21&according_to=s000&known=1999-06-01");
    assert!(text.contains("value=\"1999-04-21\""));
    assert!(text.contains("<option value=\"s000\" selected>"));
    assert!(text.contains("<details open>"));
    assert!(text.contains("alone tells it"));
    assert!(text.contains("written afterwards, as if kept at the time"));
    assert!(page("/?on=2030-01-01").contains("what follows later is expected from rules"));
}

#[test]
fn an_unknown_word_gets_the_nearest_page() {
    for (path, near) in [
        ("/members/cstoo", "/members/csto"),
        ("/states/kaz", "/states/KAZ"),
        ("/status/CST", "/status/cst"),
        ("/treties", "/treaties"),
    ] {
        let answer = get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.text.contains(&format!("href=\"{near}\"")), "{path}: {}", answer.text);
    }
}

#[test]
fn an_empty_day_is_told_as_one() {
    assert!(page("/status/cst?on=1980-01-01").contains("as far as this record goes"));
    assert!(page("/timeline?on=1900-01-01").contains("The record begins later"));
    assert!(page("/members/csto?on=1995-01-01").contains("which is not in force on that day"));
    assert!(page("/tables?according_to=belta-2019").contains("No table of this source"));
}

#[test]
fn an_article_in_any_place_leads_to_its_text() {
    let text = page("/status/charter");
    assert!(text.contains("id=\"charter.13\""));
    assert!(page("/chair/csc").contains("href=\"/status/charter#charter.13\""));
}
