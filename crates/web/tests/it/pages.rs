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
fn one_account_is_told_with_its_own_dates_and_lines_beside_our_reading() {
    let text = page("/timeline?according_to=s002");
    let from = text.find("requested assistance").expect("the account's request");
    let told = &text[from..from + 1_500];
    assert!(told.contains("our reading: ") && told.contains("Police units"), "{told}");
    assert!(told.contains("s002:20") && !told.contains("s003:124"), "{told}");
    assert!(!text.contains("Six heads of state sign"), "the words are ours");
    let text = page("/status/cst?on=2000-01-01&according_to=s002");
    for part in ["our reading", "mark is-signatory", "mark is-party", "mark is-former"] {
        assert!(text.contains(part), "{part}");
    }
    assert!(!page("/status/cst?on=2000-01-01").contains("our reading"));
}

#[test]
fn members_and_seats_along_one_account_stand_beside_our_reading() {
    let members = page("/members/csto?on=2013-06-01&according_to=s003");
    for part in ["our reading", "not in our reading", "since <time datetime=\"2012-12-19\""] {
        assert!(members.contains(part), "{part}");
    }
    assert!(!members.contains("gives it one"), "the account tells no request, but a suspension");
    assert!(page("/members/csto?on=2012-10-01").contains("gives it one"));
    let untold = page("/members/guam?on=2013-06-01&according_to=s001");
    assert!(untold.contains("not told"), "what the account leaves out stands in our reading");
    let chair = page("/chair/csc?on=2010-06-01&according_to=s003");
    let said = chair.split("our reading: ").nth(1).expect("our reading of the chair");
    assert!(said.contains("Russia") && said.contains("2009-06-14"), "{said}");
    let office = page("/office/secretary-general?on=2017-06-01&according_to=s003");
    let said = office.split("our reading: ").nth(1).expect("our reading of the office");
    assert!(said.contains("Yuri Khachaturov") && said.contains("2017-05-02"), "{said}");
    for path in ["members/csto", "chair/csc", "office/secretary-general"] {
        assert!(!page(&format!("/{path}?on=2013-06-01")).contains("our reading"), "{path}");
        let own = "?on=2013-06-01&according_to=s003";
        let told = get(&format!("/api/v1/{path}{own}")).text;
        assert!(told.contains("\"our_reading\""), "{path}: {told}");
    }
}

#[test]
fn a_seat_that_is_left_open_is_no_empty_one() {
    for path in ["/chair/csc", "/organs", "/"] {
        let text = page(&format!("{path}?on=2023-12-01"));
        assert!(text.contains("positions differ on"), "{path}");
        assert!(
            !page(&format!("{path}?on=2024-12-01")).contains("positions differ on #"),
            "{path}"
        );
    }
    assert!(page("/chair/csc?on=2007-06-15").contains("depends on the date of"));
    assert!(!page("/chair/csc?on=2023-12-01").contains("Nobody is found"));
    assert!(page("/chair/csc?on=1994-01-01").contains("Nobody is found"));
}

#[test]
fn a_recall_makes_nobody_the_holder_of_an_office() {
    let text = page("/office/secretary-general?on=2019-06-01");
    let (_, text) = text.split_once("<tbody").unwrap();
    let rows: Vec<&str> =
        text.split("<tr>").filter(|row| row.contains("#khachaturov-recalled")).collect();
    assert_eq!(rows.len(), 1, "{text}");
    for part in ["2018-11-02", "vacant"] {
        assert!(rows[0].contains(part), "{part}: {}", rows[0]);
    }
    assert!(!rows[0].contains("Semerikov") && !rows[0].contains("why"), "{}", rows[0]);
    let own: Vec<&str> = text.split("<tr>").filter(|row| row.contains("Semerikov")).collect();
    assert!(own.len() == 1 && own[0].contains("#semerikov"), "{own:?}");
}

#[test]
fn a_period_that_outlasts_the_calendar_has_no_last_day() {
    let text = page("/status/cst?on=9999-12-31");
    assert!(text.contains("to a day after the last of the calendar"));
    assert!(get("/api/v1/status/cst?on=9999-12-31").text.contains("\"through\":null"));
    assert!(page("/status/cst?on=9999-04-20").contains("9999-04-20"));
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

#[test]
fn a_matter_of_2010_is_told_under_the_wording_of_2010() {
    let text = page("/what-if?article=cst.4&wording=1&applied=kgz-asks-police&on=2010-12-31");
    for part in [
        "as the record has it",
        "as supposed",
        "Wording of 1992",
        "Wording since the Protocol of 2010",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert!(
        page("/matters/kgz-asks-police")
            .contains("/what-if?article=cst.4&amp;applied=kgz-asks-police")
    );
}

#[test]
fn a_supposition_as_a_browser_sends_it_is_read_and_one_that_cannot_be_read_keeps_its_text() {
    let text = page("/what-if?on=2000-01-01&suppose=repeals+extension-1999.1%0D%0A");
    assert!(text.contains("Supposing on") && text.contains("cst"), "{text}");
    let text = page("/what-if?suppose=repeels+cst.4");
    assert!(
        text.contains("cannot be read as charter text")
            && text.contains("repeels cst.4</textarea>")
    );
}

#[test]
fn two_matters_part_at_a_step() {
    let text = page("/beside?left=kgz-asks-police&right=kaz-asks");
    assert!(text.contains("They part at the step <strong>decide</strong>"), "{text}");
    assert_eq!(get("/beside?left=kgz-asks-police&right=nothing").status, 404);
}

#[test]
fn an_organ_is_counted_in_each_reading_of_its_rule() {
    let votes = ["ARM", "KAZ", "KGZ", "RUS", "TJK", "UZB"].map(|code| format!("vote-{code}=yes"));
    let text = page(&format!(
        "/decide/csc?on=2009-12-31&matter=ordinary&vote-BLR=absent&{}",
        votes.join("&")
    ));
    for part in
        ["objection: adopted", "presence: not adopted", "<option value=\"absent\" selected>"]
    {
        assert!(text.contains(part), "{part}");
    }
    assert!(page("/decide/joint-staff").contains("has no kind of matter that it decides"));
    assert_eq!(get("/decide/csc?on=2009-12-31&matter=ordinary&vote-ARM=perhaps").status, 400);
}

#[test]
fn who_was_bound_is_told_of_one_and_of_all_with_a_citation() {
    let text = page("/bound?state=GEO&instrument=cst&on=1999-04-20");
    for part in [
        "mark is-party",
        "&quot;GEO party cst&quot; on 1999-04-20: yes.",
        "cst-in-force",
        "s003:37",
    ] {
        assert!(text.contains(part), "{part}");
    }
    let text = page("/bound?state=GEO&instrument=cst&on=1999-04-21");
    assert!(text.contains("mark is-former") && text.contains("on 1999-04-21: yes."), "{text}");
    let all = page("/bound?instrument=cst&on=1999-04-20");
    assert_eq!(all.matches("mark is-party").count(), 9);
    assert_eq!(get("/bound?state=GEX&instrument=cst").status, 404);
}

#[test]
fn today_tells_what_is_awaited_with_its_clock() {
    let text = page("/today/KGZ?on=2026-11-22");
    for part in ["call is-timed", "39 days left", "it stays owed", "call is-open", "bases-2011.2"] {
        assert!(text.contains(part), "{part}");
    }
    let nothing = page("/today/IRN?on=2026-11-22");
    assert!(nothing.contains("Nothing is awaited on that day."), "{nothing}");
    assert!(page("/today?on=2026-11-22").contains("/today/KGZ"));
}

#[test]
fn the_docket_tells_what_was_called_for_and_opened_nothing() {
    let text = page("/docket?on=2010-12-31");
    let calls = text.split_once("Called for, and no matter opened").unwrap().1;
    for (act, of) in [("#akayev-calls", "Akayev"), ("#bakiyev-calls", "Bakiyev")] {
        assert!(calls.contains(act) && calls.contains(of), "{calls}");
    }
    assert!(!page("/docket?on=2010-05-01").contains("Called for, and no matter opened"));
}

#[test]
fn a_decision_is_counted_where_the_rest_cannot_change_it() {
    let told = "whatever those did of whom nothing is told, the outcome is the same";
    assert!(page("/acts/declaration-2022/decision").contains(told));
    assert!(!page("/acts/kgz-package/decision").contains(told));
}

#[test]
fn a_source_is_cited_for_articles_too() {
    let text = page("/sources/s001");
    let articles = text.split_once("Articles that rest on it").unwrap().1;
    assert!(articles.contains("s001:27") && articles.contains("practice.chair"), "{articles}");
}

#[test]
fn an_organ_that_is_to_come_says_from_when_on_it_is_there() {
    let text = page("/decide/csc?on=1992-05-14");
    assert!(text.contains("is not there until"), "{text}");
    assert!(!text.contains("does not carry who sits in it"), "{text}");
    let there = page("/decide/csc?on=1992-05-15");
    assert!(!there.contains("is not there until"), "{there}");
    let russian = page("/decide/cmfa?on=2002-10-06&lang=ru");
    assert!(russian.contains("органа ещё нет до"), "{russian}");
}
