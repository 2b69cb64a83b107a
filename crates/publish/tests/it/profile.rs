//! A profile of a made-up fire service, and of names that try to be markup.

use servanda_journal::{RecordFile, read};
use servanda_model::Day;
use servanda_publish::profile;
use servanda_query::{Asking, Moment};

const CHARTER: &str = r#"servanda 1

organisation brigades "Union of Fire Brigades"
  name de "Verband der <b>Feuerwehren</b> & Wachen"
    source book
  seat hill
  kind "mutual aid union"
    source book
  founded 1999-04-21 "first alarm plan"
    source book

place hill "Hill" in NOR
party NOR "Northern Brigade"
party SOU "Southern Brigade | [x](y) *z*"
entity x-east "Eastern Watch"
  as-used-by book:3

source book "Station book"
  publisher "the stations"
  dated 2001
  evidence account
  file book.txt
  reference 1 "Register" page 7
    at book:9

instrument aid "Aid Agreement"
  kind agreement
  of brigades

article aid.1 "Members"
  evidence account
  source book:1
  gist "Whoever signs belongs."
  signature definitive
  in-force when at least 2 depositing
    later parties on deposit
  membership of brigades by aid
"#;

const JOURNAL: &str = r#"journal brigades
  recorded on the day done
  complete to 2001-12-31

1999-04-21 sign aid by NOR, SOU #signed
  source book:1
  or 1999-05-01
    source book:2
  prefer this because "the plan has the day"
  claim "It was done out of fear"
2000 exercise "Big hose" in NOR #hose
  taking-part NOR, SOU
  count hoses 1200
  source book:4
2001 figure engines of NOR = 3 #engines
  reference book 1
  source book:5
2001 figure population of brigades = 3000 #people
  source book:6

table book-engines "Engines"
  of book:5-6
  on 2001-12-31
  column "Engines" asks figure engines
  row NOR "North" at book:5
    "3"
  row SOU "South" at book:6
    "1"
"#;

fn file(path: &str, text: &str) -> RecordFile {
    RecordFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// Returns the page as HTML and as Markdown; a record with faults makes pages of its faults.
fn pages(charter: &str) -> (String, String) {
    let record = match read(vec![file("a.charter", charter), file("b.journal", JOURNAL)]) {
        Ok(record) => record,
        Err(faults) => {
            return (faults.iter().map(|fault| fault.rendered.clone()).collect(), String::new());
        }
    };
    let asking = Asking::new(&record.law, &record.history);
    let at = Moment::on(asking.history.complete_to.unwrap_or(Day::MAX));
    (profile::html(&asking, &at, None), profile::markdown(&asking, &at, None))
}

#[test]
fn the_same_code_tells_any_organisation() {
    let (html, markdown) = pages(CHARTER);
    for text in [
        "<h1><bdi>Union of Fire Brigades</bdi></h1>",
        "a mutual aid union according to",
        "21 April 1999",
        "record complete to 31 December 2001",
        "1,200 hoses",
        "All rows together (derived)",
        "75.00 %",
        "Register, p. 7",
        "It was done out of fear",
        "Hill, Northern Brigade",
    ] {
        assert!(html.contains(text), "the page has no `{text}`:\n{html}");
    }
    assert_eq!(html.matches("<h1").count(), 1);
    assert!(markdown.contains("# Union of Fire Brigades"));
    assert!(markdown.contains("| North | 3 |"), "{markdown}");
}

#[test]
fn nothing_is_fetched_and_nothing_runs() {
    let (html, _) = pages(CHARTER);
    // The name of SVG looks like an address and is fetched by nobody.
    let html = html.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
    for sign in [
        "<script",
        "javascript:",
        " src=",
        "url(",
        "@import",
        "<link",
        "<iframe",
        " onclick",
        "http://",
        "https://",
    ] {
        assert!(!html.contains(sign), "`{sign}` stands in the page");
    }
}

#[test]
fn names_that_try_to_be_markup_stay_names() {
    let (html, markdown) = pages(CHARTER);
    assert!(html.contains("Verband der &lt;b&gt;Feuerwehren&lt;/b&gt; &amp; Wachen"));
    assert!(markdown.contains(r"Southern Brigade \| \[x\](y) \*z\*"), "{markdown}");
    assert!(markdown.contains("&lt;b&gt;"));
}

#[test]
fn every_anchor_that_is_pointed_to_exists() {
    let (html, markdown) = pages(CHARTER);
    for target in html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
        assert!(html.contains(&format!("id=\"{target}\"")), "nothing is called `{target}`");
    }
    for target in markdown.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(markdown.contains(&format!("id=\"{target}\"")), "nothing is called `{target}`");
    }
}

#[test]
fn an_empty_record_still_makes_a_page() {
    let record = read(vec![file("a.charter", "servanda 1\n\norganisation o \"O\"\n")]).unwrap();
    let asking = Asking::new(&record.law, &record.history);
    let html = profile::html(&asking, &Moment::on(Day::MAX), None);
    assert!(html.contains("this record has no members of it"));
}
