//! Feeds and calendars, read back by parsers that share nothing with what writes them.

use crate::client::{Answer, attributes, get, get_of, page, reference, send};
use crate::xml::{Element, xml};
use axum::http::Method;
use servanda_testkit::not_neutral;
use std::collections::BTreeSet;

/// Where a feed is asked for.
const HERE: &str = "http://127.0.0.1:8080";

/// Asks for a path as a reader of feeds does, which names the host.
fn follow(path: &str) -> Answer {
    send(Method::GET, path, &[("host", "127.0.0.1:8080")])
}

/// Looks whether every link of a feed leads to a whole address.
fn linked(feed: &Element) {
    assert_eq!(feed.all("link").filter(|link| link.attribute("rel") == "self").count(), 1);
    let links = feed.all("entry").chain([feed]).flat_map(|element| element.all("link"));
    for link in links {
        let leads = link.attribute("href").strip_prefix(HERE).unwrap_or_else(|| panic!("{link:?}"));
        assert!(leads.starts_with('/') && leads.is_ascii() && !leads.contains(' '), "{leads}");
        assert!(!link.attribute("type").is_empty(), "{link:?}");
    }
}

/// Holds a feed against RFC 4287 and what the validator of the W3C asks, and returns it.
fn feed(text: &str) -> Element {
    let feed = xml(text);
    assert_eq!(feed.attribute("xmlns"), "http://www.w3.org/2005/Atom");
    linked(&feed);
    assert!(!feed.one("author").one("name").text.is_empty());
    let mut ids = BTreeSet::new();
    let entries: Vec<&Element> = feed.all("entry").collect();
    for element in entries.iter().copied().chain([&feed]) {
        let id = &element.one("id").text;
        let form: String =
            id.chars().map(|c| if c.is_ascii_hexdigit() { 'h' } else { c }).collect();
        let parts: Vec<usize> =
            form.trim_start_matches("urn:uuih:").split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12], "{id}");
        assert!(ids.insert(id.clone()), "{id} stands twice");
        assert!(!element.one("title").text.trim().is_empty());
        let updated = &element.one("updated").text;
        assert!(updated.len() == 20 && updated.ends_with("T00:00:00Z"), "{updated}");
        assert!(!updated.starts_with("0000"), "{updated}");
        assert!(element.link("alternate").starts_with(HERE), "{}", element.link("alternate"));
    }
    let updated = |element: &Element| element.one("updated").text.clone();
    assert!(entries.is_sorted_by_key(|entry| std::cmp::Reverse(updated(entry))));
    assert!(entries.first().is_none_or(|first| updated(first) == updated(&feed)));
    feed
}

/// A property of a component: its name with parameters, and its value.
type Property = (String, String);

/// Reads a calendar strictly, and returns its properties and those of each occasion.
fn calendar(text: &str) -> (Vec<Property>, Vec<Vec<Property>>) {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n', '\0']));
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    let (mut own, mut occasions, mut open) = (Vec::new(), Vec::new(), Vec::new());
    let unfolded = text.replace("\r\n ", "");
    for line in unfolded.trim_end().split("\r\n") {
        let (name, value) = line.split_once(':').unwrap_or_else(|| panic!("`{line}`"));
        match name {
            "BEGIN" => {
                if value == "VEVENT" {
                    occasions.push(Vec::new());
                }
                open.push(value.to_owned());
            }
            "END" => assert_eq!(open.pop().as_deref(), Some(value)),
            _ => {
                let property = (name.to_owned(), told(value));
                match open.last().map(String::as_str) {
                    Some("VCALENDAR") => own.push(property),
                    Some("VEVENT") => occasions.last_mut().unwrap().push(property),
                    Some("VTIMEZONE" | "STANDARD" | "VALARM") => {}
                    other => panic!("{line} stands in {other:?}"),
                }
            }
        }
    }
    assert!(open.is_empty());
    assert_eq!(of(&own, "VERSION"), "2.0");
    assert!(!of(&own, "PRODID").is_empty());
    let mut names = BTreeSet::new();
    for occasion in &occasions {
        assert!(names.insert(of(occasion, "UID").to_owned()), "{occasion:?}");
        let stamp = of(occasion, "DTSTAMP");
        assert!(stamp.len() == 16 && stamp.ends_with("T000000Z"), "{stamp}");
        assert_eq!(of(occasion, "DTSTART;VALUE=DATE").len(), 8);
    }
    (own, occasions)
}

fn told(value: &str) -> String {
    let mut out = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => out.push(match letters.next() {
                Some('n') => '\n',
                Some(escaped @ ('\\' | ';' | ',')) => escaped,
                other => panic!("{other:?} is escaped in {value}"),
            }),
            other => out.push(other),
        }
    }
    out
}

fn of<'p>(properties: &'p [Property], name: &str) -> &'p str {
    let found: Vec<&Property> = properties.iter().filter(|(own, _)| own == name).collect();
    assert_eq!(found.len(), 1, "{name} in {properties:?}");
    &found[0].1
}

const CHARTER: &str = "servanda 1

organisation league \"L<eag>ue & \\\"Co\\\"; x, y\"

party ARM \"Armenia\"

source book \"Book of </summary> deposits\"

instrument pact \"Pact\"
  kind treaty
  of league

article pact.1 \"Council\"
  evidence official-text
  source book
  organ council \"Council <b>&amp;</b>\"
    of league
    seats head-of-state of each member
";

/// Asks for a path of a record of a council that was called together.
fn ask(journal: &str, path: &str) -> Answer {
    get_of((CHARTER, journal), path, &[("host", "127.0.0.1:8080")])
}

const CALLED: &str = "2020-01-01 convene council for 2020-03-01 by ARM #called\n  source book\n";

#[test]
fn a_session_keeps_its_name_when_it_is_moved_held_or_cancelled() {
    let moved =
        "2020-02-01 correct #called\n  as 2020-01-01 convene council for 2020-04-01 by ARM\n";
    let held = "2020-04-01 session council #held\n";
    let ended =
        "2020-02-20 correct #called\n  as 2020-01-01 event \"the council was called off\"\n";
    let told = [
        (String::from(CALLED), "20200301", "0", "CONFIRMED", "20200101T000000Z"),
        (format!("{CALLED}{moved}"), "20200401", "1", "CONFIRMED", "20200201T000000Z"),
        (format!("{CALLED}{moved}{held}"), "20200401", "1", "CONFIRMED", "20200401T000000Z"),
        (format!("{CALLED}{ended}"), "20200301", "1", "CANCELLED", "20200220T000000Z"),
        (format!("{CALLED}{moved}{ended}"), "20200401", "2", "CANCELLED", "20200220T000000Z"),
    ];
    let mut names = BTreeSet::new();
    for (journal, day, sequence, status, stamp) in told {
        let answer = ask(&journal, "/calendar/organs/council.ics");
        assert_eq!(answer.status, 200, "{}", answer.text);
        let (_, occasions) = calendar(&answer.text);
        assert_eq!(occasions.len(), 1, "{journal}\n{}", answer.text);
        let one = &occasions[0];
        assert_eq!(
            [
                of(one, "DTSTART;VALUE=DATE"),
                of(one, "SEQUENCE"),
                of(one, "STATUS"),
                of(one, "DTSTAMP")
            ],
            [day, sequence, status, stamp],
            "{journal}"
        );
        assert!(of(one, "SUMMARY").starts_with("Council <b>&amp;</b>: "), "{}", answer.text);
        names.insert(of(one, "UID").to_owned());
    }
    assert_eq!(names.len(), 1, "{names:?}");
}

#[test]
fn a_session_without_a_known_day_is_left_out_and_counted() {
    let answer = ask("2020 session council\n", "/calendar/organs/council.ics");
    let (own, occasions) = calendar(&answer.text);
    assert!(occasions.is_empty() && of(&own, "DESCRIPTION").contains("left out: 1"), "{own:?}");
}

#[test]
fn hostile_names_stay_names() {
    let answer = ask(CALLED, "/feeds/organs/council.atom");
    let told = feed(&answer.text);
    assert_eq!(told.one("author").one("name").text, "L<eag>ue & \"Co\"; x, y");
    assert_eq!(told.one("title").text, "Council <b>&amp;</b>: sessions and decisions");
    assert_eq!(told.all("entry").count(), 1);
}

#[test]
fn every_feed_and_calendar_of_the_reference_is_well_formed() {
    let record = reference();
    let law = &record.law;
    let mut paths = vec!["/feeds/acts.atom".to_owned()];
    let organs: Vec<&str> = law.body_names.iter().map(|(_, word)| word).collect();
    paths.extend(organs.iter().map(|word| format!("/feeds/organs/{word}.atom")));
    paths.extend(organs.iter().map(|word| format!("/calendar/organs/{word}.ics")));
    let instruments = law.instrument_names.iter().take(12).map(|(_, word)| word);
    paths.extend(instruments.map(|word| format!("/feeds/instruments/{word}.atom")));
    let states = law.party_names.iter().take(6).map(|(_, word)| word);
    paths.extend(states.map(|word| format!("/calendar/states/{word}.ics?on=2022-01-05")));
    paths.push("/feeds/matters/kgz-asks-police.atom?on=2011-01-01".to_owned());
    let mut told = 0;
    for path in paths {
        let answer = follow(&path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        if path.contains(".atom") {
            assert_eq!(answer.header("content-type"), "application/atom+xml; charset=utf-8");
            let found = feed(&answer.text);
            assert_eq!(found.link("self"), format!("{HERE}{path}"));
            for entry in found.all("entry").take(2) {
                let page = entry.link("alternate").strip_prefix(HERE).unwrap();
                assert_eq!(get(page).status, 200, "{path}");
            }
            told += found.all("entry").count();
        } else {
            assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
            let (_, occasions) = calendar(&answer.text);
            for occasion in &occasions {
                let said = of(occasion, "DESCRIPTION");
                assert!(!said.lines().any(|line| line.starts_with('/')), "{path}: {said}");
            }
            told += occasions.len();
        }
        let words: Vec<String> =
            not_neutral(&answer.text).iter().map(|f| f.word.to_string()).collect();
        assert!(words.is_empty(), "{path}: {words:?}");
    }
    assert!(told > 200, "{told}");
}

#[test]
fn an_act_has_one_name_in_every_feed_and_a_notification_its_own() {
    let page = |path: &str| follow(path).text;
    let (acts, organ) = (feed(&page("/feeds/acts.atom?on=1994-01-01")), "/feeds/organs/csc.atom");
    let names = |feed: &Element| -> BTreeSet<String> {
        feed.all("entry").map(|entry| entry.one("id").text.clone()).collect()
    };
    let again = feed(&page("/feeds/acts.atom?on=1994-01-01"));
    assert_eq!(names(&acts), names(&again));
    let organ = feed(&page(&format!("{organ}?on=1994-01-01")));
    assert!(names(&organ).is_subset(&names(&acts)), "{organ:?}");
    let told = feed(&page("/feeds/instruments/cst.atom?on=2000-01-01"));
    assert!(names(&told).is_disjoint(&names(&acts)));
    let numbered: Vec<&Element> = told.all("entry").map(|entry| entry.one("title")).collect();
    assert!(numbered.len() > 1, "{told:?}");
    assert!(numbered.iter().all(|title| title.text.starts_with("Notification ")), "{told:?}");
    let first = told.all("entry").last().unwrap();
    let number = first.one("title").text.split([' ', ':']).nth(1).unwrap().to_owned();
    assert!(page(first.link("alternate").strip_prefix(HERE).unwrap()).contains(&number));
}

#[test]
fn a_feed_names_the_address_at_which_it_was_asked_for() {
    let told = |headers: &[(&str, &str)]| {
        let text = send(Method::GET, "/feeds/organs/csc.atom", headers).text;
        xml(&text).link("self").to_owned()
    };
    let path = "/feeds/organs/csc.atom";
    assert_eq!(told(&[("host", "league.example")]), format!("http://league.example{path}"));
    let behind = [("host", "league.example"), ("x-forwarded-proto", "https")];
    assert_eq!(told(&behind), format!("https://league.example{path}"));
    // Who names no host, or what is none, is answered from where it is.
    assert_eq!(told(&[]), path);
    assert_eq!(told(&[("host", "a/b\"><x")]), path);
    let tag = |host: &str| send(Method::GET, path, &[("host", host)]).header("etag").to_owned();
    assert_ne!(tag("a.example"), tag("b.example"), "one is not answered with the other's");
    assert_eq!(tag("a.example"), tag("a.example"));
    let calendar = send(Method::GET, "/calendar/organs/csc.ics", &[("host", "a.example")]).text;
    assert!(calendar.replace("\r\n ", "").contains("http://a.example/sessions/csc"), "{calendar}");
}

#[test]
fn a_feed_of_nothing_is_one() {
    let told = feed(&ask("", "/feeds/acts.atom").text);
    assert_eq!(told.all("entry").count(), 0);
    assert_eq!(told.one("updated").text, "1970-01-01T00:00:00Z");
}

#[test]
fn what_is_followed_is_tagged_and_unchanged_until_the_record_grows() {
    for path in ["/feeds/acts.atom", "/calendar/organs/csc.ics"] {
        let tag = get(path).header("etag").to_owned();
        assert!(tag.starts_with('"'), "{path}");
        assert_eq!(send(Method::GET, path, &[("if-none-match", &tag)]).status, 304);
    }
}

#[test]
fn a_word_nobody_knows_is_told_with_the_nearest() {
    for (path, near) in [
        ("/feeds/organs/cscc.atom", "did you mean `csc`?"),
        ("/calendar/states/KAS.ics", "did you mean `KAZ`?"),
        ("/feeds/matters/kgz-asks-polise.atom", "did you mean `kgz-asks-police`?"),
        ("/feeds/organs/csc", "the path ends in `.atom`"),
        ("/calendar/organs/csc.atom", "the path ends in `.ics`"),
        ("/feeds/act.atom", "did you mean `/feeds/acts.atom`?"),
    ] {
        let answer = get(path);
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.header("content-type"), "application/problem+json", "{path}");
        assert!(answer.text.contains(near), "{path}: {}", answer.text);
    }
    assert_eq!(get("/feeds/organs/%FF.atom").status, 400);
    assert_eq!(get("/calendar/states/KAZ.ics?on=never").status, 400);
}

#[test]
fn pages_offer_what_follows_them() {
    for (path, offered) in [
        ("/", vec!["/feeds/acts.atom"]),
        ("/timeline", vec!["/feeds/acts.atom"]),
        ("/sessions/csc", vec!["/feeds/organs/csc.atom", "/calendar/organs/csc.ics"]),
        ("/status/cst", vec!["/feeds/instruments/cst.atom"]),
        ("/matters/kgz-asks-police", vec!["/feeds/matters/kgz-asks-police.atom"]),
        ("/today/KAZ", vec!["/calendar/states/KAZ.ics"]),
    ] {
        let text = page(path);
        let (head, body) = text.split_once("<body").unwrap();
        for link in offered {
            assert!(attributes(head, "href").iter().any(|own| own == link), "{path}: {link}");
            assert!(attributes(body, "href").iter().any(|own| own == link), "{path}: {link}");
        }
    }
}
