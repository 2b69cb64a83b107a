//! The crisis desk: a request for help from the request to the end.

use crate::client::{get, page};

/// Returns what a page says, without its tags.
pub(crate) fn said(text: &str) -> String {
    let main = text.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
    let mut plain = String::new();
    for part in main.split('<') {
        plain.push(' ');
        plain.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    plain.replace(" ,", ",").replace(" .", ".").replace(" :", ":").replace("&quot;", "\"")
}

#[test]
fn a_request_reads_from_the_request_to_the_end() {
    let text = said(&page("/crisis/kaz-asks?on=2022-01-31"));
    let stages = ["Request", "Consultation", "Determination", "Decision", "Contributions", "End"];
    let mut rest = text.as_str();
    for stage in stages {
        let (_, after) = rest.split_once(stage).unwrap_or_else(|| panic!("no {stage}: {text}"));
        rest = after;
    }
    for told in [
        "Kassym-Jomart Tokayev",
        "It has ended.",
        "Collective peacekeeping forces go to Kazakhstan for a limited time",
        "no act found in this record",
        "Who is asked, and what each gave",
        "notify the UN Security Council at once",
        "cst.4",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
}

#[test]
fn while_it_is_open_the_desk_says_what_is_next_and_by_whom() {
    let text = said(&page("/crisis?on=2022-01-05"));
    for told in ["Next", "Decision: Collective Security Council", "May be done now", "Asked for"] {
        assert!(text.contains(told), "{told}: {text}");
    }
    let later = said(&page("/crisis?on=2022-01-31"));
    assert!(later.contains("Closed"), "{later}");
}

#[test]
fn a_mission_that_ended_has_ended_though_a_duty_is_owed() {
    let owed = get("/api/v1/matters/kaz-asks?on=2022-01-31").json();
    let steps = owed["steps"].as_array().unwrap();
    let is_owed = |step: &serde_json::Value| step["state"].as_str().unwrap().starts_with("due by");
    assert!(steps.iter().any(is_owed), "the report to the Security Council: {owed}");
    assert_eq!(owed["closed"], false);
    let desk = said(&page("/crisis?on=2022-01-31"));
    assert!(desk.contains("No request for help is open on 31 January 2022."), "{desk}");
    // The desk and the docket have one word for it.
    for list in [desk, said(&page("/docket?on=2022-01-31"))] {
        let (_, owed) = list.rsplit_once("Ended, something still owed Ended").unwrap();
        let (owed, _) = owed.split_once("Closed").unwrap();
        assert!(owed.contains("5 January 2022") && owed.contains("Kazakhstan"), "{list}");
    }
    // Before its last step, it is open.
    for path in ["/crisis", "/docket"] {
        let before = said(&page(&format!("{path}?on=2022-01-18")));
        assert!(!before.contains("still owed") && before.contains("Kazakhstan"), "{before}");
    }
    for path in ["/crisis/kaz-asks", "/matters/kaz-asks"] {
        let text = said(&page(&format!("{path}?on=2022-01-31")));
        assert!(!text.contains("Open on"), "{path}: {text}");
        assert!(text.contains("On 31 January 2022 something is still owed in it."), "{text}");
        let before = said(&page(&format!("{path}?on=2022-01-18")));
        assert!(before.contains("Open on 18 January 2022."), "{path}: {before}");
    }
}

#[test]
fn today_asks_each_other_member_for_help_while_the_notice_is_overdue() {
    let asks = "/matters/kaz-asks";
    for state in ["BLR", "RUS"] {
        let today = page(&format!("/today/{state}?on=2022-01-10"));
        assert!(today.contains(asks) && today.contains("cst.4"), "{state}: {today}");
    }
    // The state that asked gives itself no help; nothing is asked for before, nor after the end.
    for silent in ["KAZ?on=2022-01-10", "BLR?on=2022-01-04", "BLR?on=2022-01-31"] {
        assert!(!page(&format!("/today/{silent}")).contains(asks), "{silent}");
    }
}

#[test]
fn an_empty_desk_says_so_and_a_matter_that_is_none_is_told() {
    let text = said(&page("/crisis?on=1993-01-01"));
    assert!(text.contains("No request for help is open on 1 January 1993."), "{text}");
    assert_eq!(get("/crisis/cst").status.as_u16(), 404);
    let russian = page("/crisis/kaz-asks?on=2022-01-31&lang=ru");
    assert!(russian.contains("Консультации") && russian.contains("Завершение"));
}
