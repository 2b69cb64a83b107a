//! Every link and every form of every page resolves, and every page keeps the house's promises.

use crate::client::{attributes, get, page, reference};
use axum::extract::Query;
use servanda_journal::{Record, claim_of_text};
use servanda_testkit::not_neutral;
use servanda_web::{desk_paths, paths};
use std::collections::{BTreeMap, BTreeSet};

/// How many pages of one kind are opened.
const OPENED: usize = 12;

/// Everything reached from the first page, by its link without fragment.
///
/// Of each kind of page the first are opened; of further ones it is enough that the record has
/// what their words name. Links to other days lead to the same pages without end: of each kind
/// only the first is opened, and none is followed further.
fn crawled() -> BTreeMap<String, String> {
    crawled_from("/")
}

/// The same from another first page; links that keep its fields do not count as leading to another
/// day, those that lose them do.
pub(crate) fn crawled_from(first: &str) -> BTreeMap<String, String> {
    let fields = first.split_once('?').map_or("", |(_, fields)| fields);
    let moves = |link: &str| !link.contains(fields) || moves(&link.replace(fields, ""));
    let record = reference();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut queued: BTreeSet<String> = BTreeSet::from([first.to_owned()]);
    let mut opened: BTreeMap<String, usize> = BTreeMap::new();
    let mut wave: Vec<String> = queued.iter().cloned().collect();
    while !wave.is_empty() {
        let mut next = Vec::new();
        for (link, text) in fetched(&wave) {
            for found in if moves(&link) { Vec::new() } else { links(&text) } {
                if !queued.insert(found.clone()) {
                    continue;
                }
                let kind = found.split(['/', '?']).nth(1).unwrap_or_default();
                let kind = format!("{kind} {}", moves(&found));
                let count = opened.entry(kind).or_default();
                *count += 1;
                if *count <= if moves(&found) { 1 } else { OPENED } {
                    next.push(found);
                } else {
                    assert!(names_something(&record, &found), "{link} leads to {found}");
                }
            }
            seen.insert(link, text);
        }
        wave = next;
    }
    seen
}

/// Tells whether the words of a link are words of the record.
fn names_something(record: &Record, link: &str) -> bool {
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let law = &record.law;
    let parts: Vec<&str> =
        path.trim_start_matches('/').trim_start_matches("api/v1/").split('/').collect();
    match parts.as_slice() {
        ["why"] => {
            let claim =
                query.split('&').find_map(|field| field.strip_prefix("claim=")).unwrap_or("");
            claim.is_empty() || claim_of_text(&decoded(claim), law, &record.history).is_ok()
        }
        ["status", word] => law.instrument_names.find(word).is_some(),
        ["members" | "chair" | "sessions" | "decide", word] => law.body_names.find(word).is_some(),
        ["office", word] => law.office_names.find(word).is_some(),
        ["states" | "obligations" | "today", word] => law.party_names.find(word).is_some(),
        ["profile", word] => word.chars().all(|c| c.is_ascii_lowercase()),
        ["sources", word] => law.source_names.find(word).is_some(),
        ["sheets", word] => {
            let tables = record.history.tables.iter().map(|table| table.name.as_str());
            servanda_publish::sheet::NAMES.into_iter().chain(tables).any(|known| known == *word)
        }
        ["acts", "new"] | ["api"] => true,
        ["feeds", "acts.atom"] => true,
        ["feeds" | "calendar", kind, file] => {
            let (word, _) = file.rsplit_once('.').unwrap_or((file, ""));
            let page = match *kind {
                "organs" => "sessions",
                "instruments" => "status",
                other => other,
            };
            names_something(record, &format!("/{page}/{word}"))
        }
        ["acts", word, "decision" | "notification"] => {
            names_something(record, &format!("/acts/{word}"))
        }
        ["acts" | "matters" | "crisis", word] => {
            let position =
                word.parse().is_ok_and(|position: usize| position < record.history.acts.len());
            position || record.history.labels.find(&format!("#{word}")).is_some()
        }
        [word] => paths().chain(desk_paths()).any(|path| path.trim_start_matches('/') == *word),
        _ => false,
    }
}

fn decoded(text: &str) -> String {
    let uri: axum::http::Uri = format!("/?claim={text}").parse().unwrap();
    let Query(fields) = Query::<Vec<(String, String)>>::try_from_uri(&uri).unwrap();
    fields.into_iter().map(|(_, text)| text).collect()
}

fn moves(link: &str) -> bool {
    ["?on=", "&on=", "according_to=", "known=", "lang="].iter().any(|field| link.contains(field))
}

/// Asks for links on both cores, and returns those that are pages.
fn fetched(links: &[String]) -> Vec<(String, String)> {
    let one = |link: &String| {
        let answer = get(link);
        assert_eq!(answer.status, 200, "{link}: {}", answer.text);
        // What the desk shows is kept by nobody.
        let path = link.split('?').next().unwrap_or_default();
        let is_desk = desk_paths().any(|desk| desk == path);
        let is_tagged = answer.header("etag").starts_with('"');
        assert!(is_tagged || is_desk, "{link} has no strong entity tag");
        let is_page = answer.header("content-type").starts_with("text/html");
        is_page.then(|| (link.clone(), answer.text))
    };
    let (left, right) = links.split_at(links.len() / 2);
    std::thread::scope(|scope| {
        let other = scope.spawn(|| right.iter().filter_map(one).collect::<Vec<_>>());
        let mut all: Vec<_> = left.iter().filter_map(one).collect();
        all.extend(other.join().unwrap());
        all
    })
}

fn links(text: &str) -> Vec<String> {
    let all = attributes(text, "href").into_iter().chain(attributes(text, "action"));
    all.filter_map(|link| {
        assert!(link.starts_with('/') || link.starts_with('#'), "a link leads elsewhere: {link}");
        assert!(!link.starts_with("//"), "a link names a host: {link}");
        let path = link.split('#').next().unwrap_or_default().to_owned();
        (!path.is_empty()).then_some(path)
    })
    .collect()
}

#[test]
fn every_link_of_every_page_resolves_and_every_page_keeps_its_promises() {
    let pages = crawled();
    assert!(pages.len() > 120, "only {} pages were reached", pages.len());
    let mut faults = Vec::new();
    for (link, text) in &pages {
        faults.extend(promises(link, text));
        faults.extend(fragments(&pages, link, text));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What every page promises: one `h1`, a language, a title, a labelled form, nothing from outside,
/// neutral words, no script, no inline style.
fn promises(link: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut demand = |holds: bool, what: &str| {
        if !holds {
            faults.push(format!("{link}: {what}"));
        }
    };
    demand(text.matches("<h1").count() == 1, "not exactly one h1");
    let tag = link.split_once("lang=").map_or("en", |(_, tag)| tag.get(..2).unwrap_or_default());
    demand(text.contains(&format!("<html lang=\"{tag}\"")), "no lang");
    demand(text.contains("<title>") && !text.contains("<title></title>"), "no title");
    demand(text.contains("href=\"#main\"") && text.contains("id=\"main\""), "no skip link");
    demand(!text.contains("<script"), "a script");
    demand(!text.contains("<style"), "an inline style");
    demand(!text.contains(" style=\""), "a style attribute");
    demand(!text.contains("://") || only_namespaces(text), "an outside host is named");
    demand(text.len() <= 100_000, &format!("{} bytes", text.len()));
    let ids = attributes(text, "id");
    let distinct: BTreeSet<&String> = ids.iter().collect();
    demand(distinct.len() == ids.len(), "an id stands twice");
    for word in not_neutral(&visible(text)) {
        faults.push(format!("{link}: `{}` in: {}", word.word, word.text));
    }
    faults
}

fn only_namespaces(text: &str) -> bool {
    text.match_indices("://").all(|(at, _)| text[at..].starts_with("://www.w3.org/"))
}

/// Returns a page without its tags, a line for each text.
fn visible(text: &str) -> String {
    let body = text.split_once("<body").map_or(text, |(_, body)| body);
    body.split('<').filter_map(|part| Some(part.split_once('>')?.1)).collect::<Vec<_>>().join("\n")
}

/// Links into a page that was reached must name something in it.
fn fragments(pages: &BTreeMap<String, String>, link: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for target in attributes(text, "href") {
        let Some((path, fragment)) = target.split_once('#') else { continue };
        let Some(page) = pages.get(if path.is_empty() { link } else { path }) else { continue };
        let fragment = fragment.replace("%23", "#");
        if !page.contains(&format!(" id=\"{fragment}\"")) {
            faults.push(format!("{link}: nothing is `{target}`"));
        }
    }
    faults
}

#[test]
fn every_form_keeps_its_page() {
    for path in [
        "/",
        "/why?claim=GEO%20party%20cst",
        "/diff?before=1999-04-20&after=1999-04-21",
        "/status/cst",
    ] {
        let text = page(path);
        let own = path.split('?').next().unwrap();
        assert!(
            text.contains(&format!("<form class=\"sv-bar\" method=\"get\" action=\"{own}\"")),
            "{path}"
        );
        let labelled: Vec<String> = attributes(&text, "for");
        for id in ["on", "according_to", "known"] {
            assert!(labelled.iter().any(|label| label == id), "{path}: `{id}` has no label");
        }
    }
    let text = page("/why?claim=GEO%20party%20cst");
    assert!(text.contains("<input type=\"hidden\" name=\"claim\" value=\"GEO party cst\">"));
}
