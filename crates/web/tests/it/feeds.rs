//! Feeds and calendars, read back by parsers that share nothing with what writes them.

use crate::client::{Answer, attributes, get, get_of, page, reference, send};
use axum::http::Method;
use servanda_testkit::not_neutral;
use std::collections::BTreeSet;

/// An element of a document.
#[derive(Debug, Default)]
struct Element {
    name: String,
    attributes: Vec<(String, String)>,
    text: String,
    children: Vec<Element>,
}

impl Element {
    fn all<'e>(&'e self, name: &'e str) -> impl Iterator<Item = &'e Element> {
        self.children.iter().filter(move |child| child.name == name)
    }

    fn one(&self, name: &str) -> &Element {
        let mut found = self.children.iter().filter(|child| child.name == name);
        let one = found.next().unwrap_or_else(|| panic!("{} has no {name}", self.name));
        assert!(found.next().is_none(), "{} has more than one {name}", self.name);
        one
    }

    fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(own, _)| own == name).map_or("", |(_, value)| value)
    }

    fn link(&self, rel: &str) -> &str {
        let link = self.all("link").find(|link| link.attribute("rel") == rel);
        link.unwrap_or_else(|| panic!("no link {rel}")).attribute("href")
    }
}

/// Reads a document strictly: every element ends, nothing stands outside, all is escaped.
fn xml(text: &str) -> Element {
    let barred = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    assert!(!text.contains(barred) && !text.contains(['\u{FFFE}', '\u{FFFF}']), "{text}");
    let mut rest = text.strip_prefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n").unwrap();
    let mut open = vec![Element::default()];
    while let Some((before, after)) = rest.split_once('<') {
        let top = open.last_mut().unwrap();
        top.text.push_str(&unescaped(before));
        let (tag, later) = after.split_once('>').expect("a tag ends");
        rest = later;
        if let Some(name) = tag.strip_prefix('/') {
            let done = open.pop().unwrap();
            assert_eq!(done.name, name);
            open.last_mut().unwrap().children.push(done);
            continue;
        }
        let (inside, is_empty) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, mut fields) = inside.split_once(' ').unwrap_or((inside, ""));
        let mut element = Element { name: name.to_owned(), ..Element::default() };
        assert!(name.chars().all(|c| c.is_ascii_lowercase()), "{name}");
        while let Some((name, value)) = fields.split_once("=\"") {
            let (value, more) = value.split_once('"').expect("a value ends");
            element.attributes.push((name.trim().to_owned(), unescaped(value)));
            fields = more;
        }
        assert!(fields.trim().is_empty(), "{tag}");
        if is_empty {
            open.last_mut().unwrap().children.push(element);
        } else {
            open.push(element);
        }
    }
    assert!(rest.trim().is_empty(), "{rest}");
    let mut document = open.pop().unwrap();
    assert!(open.is_empty() && document.text.trim().is_empty() && document.children.len() == 1);
    document.children.remove(0)
}

fn unescaped(text: &str) -> String {
    let mut parts = text.split('&');
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        let (entity, rest) = part.split_once(';').expect("an ampersand is escaped");
        out.push_str(match entity {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            other => panic!("`{other}` is no entity of XML"),
        });
        out.push_str(rest);
    }
    out
}

/// Holds a feed against RFC 4287, and returns it.
fn feed(text: &str) -> Element {
    let feed = xml(text);
    assert_eq!(feed.attribute("xmlns"), "http://www.w3.org/2005/Atom");
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
        assert!(element.link("alternate").starts_with('/'));
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
    get_of((CHARTER, journal), path)
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
        let answer = get(&path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text);
        if path.contains(".atom") {
            assert_eq!(answer.header("content-type"), "application/atom+xml; charset=utf-8");
            let found = feed(&answer.text);
            assert!(found.link("self").starts_with(path.split('?').next().unwrap()), "{path}");
            for entry in found.all("entry").take(2) {
                assert_eq!(get(entry.link("alternate")).status, 200, "{path}");
            }
            told += found.all("entry").count();
        } else {
            assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
            told += calendar(&answer.text).1.len();
        }
        let words: Vec<String> =
            not_neutral(&answer.text).iter().map(|f| f.word.to_string()).collect();
        assert!(words.is_empty(), "{path}: {words:?}");
    }
    assert!(told > 200, "{told}");
}

#[test]
fn an_act_has_one_name_in_every_feed_and_a_notification_its_own() {
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
    assert!(page(first.link("alternate")).contains(&number));
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
