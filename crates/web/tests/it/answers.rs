//! JSON answers: the same as the command line's, problems, entity tags.

use crate::client::{Answer, get, reference, send};
use axum::http::Method;
use servanda_query::{Asking, Moment};

fn problem(path: &str) -> (u16, String, String) {
    let answer = get(path);
    assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
    let json = answer.json();
    assert_eq!(json["status"], answer.status.as_u16(), "{path}");
    for key in ["type", "title", "detail", "instance", "code"] {
        assert!(json[key].is_string(), "{path} has no {key}");
    }
    let text = |key: &str| json[key].as_str().unwrap_or_default().to_owned();
    (answer.status.as_u16(), text("code"), text("hint"))
}

#[test]
fn an_answer_is_the_value_of_the_command_line() {
    let record = reference();
    let asking = Asking::new(&record.law, &record.history);
    let at = Moment::on("1999-04-21".parse().unwrap());
    let id = record.law.instrument_names.find("cst").unwrap();
    let expected =
        servanda_publish::json::status(&asking, &servanda_query::status(&asking, id, &at), &at);
    assert_eq!(get("/api/v1/status/cst?on=1999-04-21&known=").json(), expected);
}

#[test]
fn a_word_that_is_not_known_is_404_with_the_nearest_one() {
    assert_eq!(
        problem("/api/v1/status/cts"),
        (404, "unknown-word".into(), "did you mean `cst`?".into())
    );
    assert_eq!(problem("/api/v1/obligations/KAX").0, 404);
    assert_eq!(problem("/api/v1/sources/s004").2, "did you mean `s000`?");
    assert_eq!(problem("/api/v1/status/cst?according_to=s00").0, 404);
    assert_eq!(problem("/api/v1/tables?table=s003-member").2, "did you mean `s003-members`?");
    assert_eq!(problem("/api/v1/nothing").1, "no-such-path");
}

#[test]
fn what_cannot_be_read_is_400_with_a_hint() {
    for path in [
        "/api/v1/status/cst?on=1999-02-30",
        "/api/v1/status/cst?on=yesterday",
        "/api/v1/status/cst?known=soon",
        "/api/v1/why",
        "/api/v1/why?claim=",
        "/api/v1/why?claim=GEO%20partly%20cst",
        "/api/v1/why?claim=adopted%20%23nothing",
        "/api/v1/diff?before=1999-04-20",
        "/api/v1/acts?after=x",
        "/api/v1/status/cst?onn=1999-04-20",
        "/api/v1/status/cst?on=1999-04-20&on=1999-04-21",
    ] {
        let (status, code, _) = problem(path);
        assert_eq!((status, code.as_str()), (400, "unreadable"), "{path}");
    }
    assert_eq!(problem("/api/v1/status/cst?onn=1").2, "did you mean `on`?");
}

#[test]
fn other_methods_are_405_and_name_those_that_are_answered() {
    let posted = |path: &str| send(Method::POST, path, &[]);
    let api: Answer = posted("/api/v1/status/cst");
    assert_eq!((api.status.as_u16(), api.header("allow")), (405, "GET,HEAD"));
    assert_eq!(api.json()["code"], "method");
    assert_eq!(posted("/").status, 405);
    assert!(posted("/").text.contains("<h1>"));
    let head = send(Method::HEAD, "/api/v1/status/cst", &[]);
    assert_eq!((head.status.as_u16(), head.text.as_str()), (200, ""));
}

#[test]
fn an_entity_tag_that_is_sent_back_gives_304() {
    for path in ["/about", "/api/v1/status/cst", "/style.css", "/openapi.json"] {
        let first = get(path);
        let tag = first.header("etag").to_owned();
        assert!(tag.starts_with('"') && tag.ends_with('"') && tag.len() == 34, "{path}: {tag}");
        for sent in [tag.clone(), format!("W/{tag}"), format!("\"x\", {tag}"), "*".to_owned()] {
            let again = send(Method::GET, path, &[("if-none-match", &sent)]);
            assert_eq!((again.status.as_u16(), again.text.len()), (304, 0), "{path}: {sent}");
            assert_eq!(again.header("etag"), tag);
        }
        assert_eq!(send(Method::GET, path, &[("if-none-match", "\"other\"")]).status, 200);
    }
    let tag = |path: &str| get(path).header("etag").to_owned();
    assert_ne!(tag("/api/v1/status/cst?on=1999-04-20"), tag("/api/v1/status/cst?on=1999-04-21"));
}

#[test]
fn the_type_of_a_problem_leads_to_what_it_means() {
    let about = get("/about").text;
    let mut seen = 0;
    for path in ["/api/v1/status/cstt", "/api/v1/why", "/api/v1/nothing", "/log/entry/x"] {
        let problem = get(path).json();
        let anchor = problem["type"].as_str().unwrap().strip_prefix("/about#").unwrap().to_owned();
        assert!(about.contains(&format!("id=\"{anchor}\"")), "{path}: {anchor}");
        seen += 1;
    }
    for code in ["R-TURN", "L-KNOWN", "J-VERB", "C-DATE", "V-WORD", "restricted"] {
        assert_eq!(about.matches(&format!("id=\"problem-{code}\"")).count(), 1, "{code}");
    }
    assert_eq!(seen, 4);
}

#[test]
fn acts_come_in_their_positions_and_after_one() {
    let all = get("/api/v1/acts").json();
    let count = all["acts"].as_array().unwrap().len();
    assert_eq!(all["size"], count);
    assert!(all["next"].is_null());
    let rest = get("/api/v1/acts?after=9").json();
    assert_eq!(rest["acts"][0]["position"], 10);
    assert_eq!(rest["acts"].as_array().unwrap().len(), count - 10);
    assert_eq!(get("/api/v1/acts?after=4294967295").json()["acts"].as_array().unwrap().len(), 0);
}

#[test]
fn the_program_is_well() {
    let answer = get("/healthz");
    assert_eq!((answer.status.as_u16(), answer.text.as_str()), (200, "ok"));
    assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8");
}

#[test]
fn votes_a_supposed_law_and_two_sides_are_asked_as_on_the_command_line() {
    let record = reference();
    let asking = Asking::new(&record.law, &record.history);
    let votes = "state,vote\nARM,yes\nKAZ,yes\nKGZ,yes\nRUS,yes\nTJK,yes\nBLR,no";
    let at = Moment::on("2015-01-01".parse().unwrap());
    let organ = record.law.body_names.find("csc").unwrap();
    let kind = record.law.matter_names.find("ordinary").unwrap();
    let motion = servanda_query::Motion {
        votes: servanda_publish::votes::read(votes.as_bytes(), &record.law).unwrap(),
        closed: Some(servanda_model::Instant::end_of(at.on)),
        ..servanda_query::Motion::default()
    };
    let found = servanda_query::decision(&asking, organ, kind, &motion, &at);
    let path = format!(
        "/api/v1/decide/csc?matter=ordinary&on=2015-01-01&votes={}",
        votes.replace('\n', "%0A")
    );
    let answer = get(&path).json();
    assert_eq!(answer, servanda_publish::json::decision(&asking, &found, &at));
    assert_eq!(answer["outcome"], "not-adopted");
    let same = get("/api/v1/what-if?on=2000-01-01&suppose=repeals%20cst.1").json();
    assert!(same["compared"].as_u64().unwrap() > 50, "{same}");
    let both = get("/api/v1/overlap?first=cst&second=guam&on=2010-01-01").json();
    assert_eq!(both["overlaps"][2]["state"], "UZB", "{both}");
}

#[test]
fn what_such_a_question_brings_with_it_is_read_or_refused() {
    for (path, status, code) in [
        ("/api/v1/decide/csc?matter=ordinary", 400, "unreadable"),
        ("/api/v1/decide/csc?matter=ordinary&votes=state,vote%0AARM,perhaps", 400, "unreadable"),
        ("/api/v1/decide/csc?matter=ordinary&votes=x", 400, "unreadable"),
        ("/api/v1/decide/csc?matter=ordinery&votes=state,vote%0AARM,yes", 404, "unknown-word"),
        ("/api/v1/decide/nobody?matter=ordinary&votes=state,vote%0AARM,yes", 404, "unknown-word"),
        ("/api/v1/what-if", 400, "unreadable"),
        ("/api/v1/what-if?suppose=hello", 400, "unreadable"),
        ("/api/v1/what-if?suppose=repeals%20nothing.1", 400, "unreadable"),
        ("/api/v1/overlap?first=cst", 400, "unreadable"),
        ("/api/v1/overlap?first=cst&second=guan", 404, "unknown-word"),
    ] {
        let (found, word, _) = problem(path);
        assert_eq!((found, word.as_str()), (status, code), "{path}");
    }
}

#[test]
fn places_are_told_as_the_command_line_tells_them() {
    let found = get("/api/v1/check").json();
    let findings = found["findings"].as_array().unwrap();
    assert!(!findings.is_empty());
    assert!(found["holes"].is_array(), "{found}");
    for finding in findings {
        let place = &finding["where"];
        assert!(place["file"].is_string(), "{finding}");
        assert!(place["line"].is_u64() && place["column"].is_u64(), "{finding}");
    }
}

#[test]
fn who_asks_after_the_last_act_is_told_the_same_place() {
    let size = get("/api/v1/acts").json()["size"].as_u64().unwrap();
    let last = size - 1;
    let answer = get(&format!("/api/v1/acts?after={last}")).json();
    assert_eq!(answer["acts"].as_array().unwrap().len(), 0);
    assert_eq!(answer["through"].as_u64(), Some(last));
    assert!(answer.get("record_note").is_none());
    let known = get(&format!("/api/v1/acts?after=1&known={last}")).json();
    assert!(known["record_note"].as_str().unwrap().contains("written afterwards"), "{known}");
}

#[test]
fn every_table_of_the_command_line_is_offered() {
    for (path, heading) in [
        (
            "/api/v1/overlap?first=cst&second=guam&on=2010-07-01",
            "state,in the one,in the other,in both",
        ),
        ("/api/v1/tables", "table,row,column,printed,our reading,because"),
        ("/api/v1/sources/s001", "line,date,cited for,in"),
        ("/api/v1/check", "grade,article,message,at,expected because"),
        ("/api/v1/lint", "gravity,code,article,message,hint"),
        (
            "/api/v1/decide/csc?matter=ordinary&on=2020-01-01&votes=state,vote%0AARM,yes",
            "reading,rule,article,question,condition,counted,holds",
        ),
    ] {
        let joint = if path.contains('?') { '&' } else { '?' };
        let answer = get(&format!("{path}{joint}format=csv"));
        let table = answer.text;
        assert!(table.starts_with(&format!("{heading}\r\n")), "{path}: {table}");
        assert!(table.lines().count() > 1, "{path}: {table}");
    }
}
