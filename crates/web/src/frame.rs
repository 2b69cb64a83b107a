//! The frame of every page: head, navigation, the one date bar, footer.

use crate::asked::{ACCORDING_TO, Asked, KNOWN, ON};
use crate::named;
use crate::parts::{self, day_text};
use crate::refusal::{Kind, Refusal};
use crate::site::Site;
use maud::{DOCTYPE, Markup, html};
use servanda_query::Known;

/// A page without its frame.
#[derive(Debug)]
pub(crate) struct Page {
    /// The text of the title, without the organisation's name.
    pub(crate) title: String,
    /// All of it, from its one `h1` on.
    pub(crate) body: Markup,
}

/// What the navigation lists: the path, the word, and the further paths that belong to it.
const PLACES: &[(&str, &str, &[&str])] = &[
    ("/", "Overview", &[]),
    ("/treaties", "Treaties", &["/status/"]),
    ("/organs", "Organs", &["/chair/", "/office/", "/members/"]),
    ("/docket", "Docket", &["/matters/", "/sessions/"]),
    ("/what-if", "What if", &["/beside", "/decide/"]),
    ("/states", "States", &["/obligations/"]),
    ("/timeline", "Timeline", &["/acts/"]),
    ("/disputes", "Disputes", &[]),
    ("/sources", "Sources", &[]),
    ("/tables", "Tables", &[]),
    ("/findings", "Findings", &[]),
    ("/profile", "Profile", &[]),
];

/// Returns a whole page.
pub(crate) fn whole(site: &Site, asked: &Asked, page: &Page) -> String {
    let title = match page.title.as_str() {
        "" => site.name().to_owned(),
        title => format!("{title} · {}", site.name()),
    };
    html! {
        (DOCTYPE)
        html lang="en" {
            head { (head(&title)) }
            body.atlas {
                (top(site, asked, asked.path()))
                main #main tabindex="-1" { (page.body) }
                (foot(site, asked))
            }
        }
    }
    .into_string()
}

/// Returns what stands in the head of a page.
pub(crate) fn head(title: &str) -> Markup {
    html! {
        meta charset="utf-8";
        meta name="viewport" content="width=device-width, initial-scale=1";
        meta name="color-scheme" content="light dark";
        title { (title) }
        link rel="stylesheet" href="/style.css";
        link rel="icon" type="image/svg+xml" href="/mark.svg";
    }
}

/// Returns what stands above every page; the form keeps the page at `action`.
pub(crate) fn top(site: &Site, asked: &Asked, action: &str) -> Markup {
    html! {
        a.sv-skip href="#main" { "Skip to the page" }
        header.sv-top {
            nav aria-label="Pages" {
                ul {
                    @for (path, word, others) in PLACES {
                        li { a href=(asked.link(path)) aria-current=[current(asked.path(), path, others)] { (word) } }
                    }
                }
            }
            (bar(site, asked, action))
        }
    }
}

fn current(here: &str, path: &str, others: &[&str]) -> Option<&'static str> {
    let below = |prefix: &str| {
        path != "/" && here.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('/'))
    };
    if here == path {
        return Some("page");
    }
    (below(path) || others.iter().any(|other| here.starts_with(other))).then_some("true")
}

fn bar(site: &Site, asked: &Asked, action: &str) -> Markup {
    let on = asked.moment.on;
    let step = |day: servanda_model::Day| {
        asked.link_with(action, &with_own(asked, (ON.name, &day.to_string())))
    };
    html! {
        form.sv-bar method="get" action=(action) aria-label="Which day, and on whose word" {
            @for (name, text) in asked.own_fields() { input type="hidden" name=(name) value=(text); }
            div.sv-day {
                label for="on" { "as of" }
                a.sv-step href=(step(on.previous())) aria-label=(format!("the day before: {}", day_text(on.previous()))) { "‹" }
                input #on type="date" name=(ON.name) value=(on) required;
                a.sv-step href=(step(on.next())) aria-label=(format!("the day after: {}", day_text(on.next()))) { "›" }
            }
            div.sv-word {
                label for="according_to" { "according to" }
                select #according_to name=(ACCORDING_TO.name) {
                    option value="" { "the whole record" }
                    @for (id, word) in site.record().law.source_names.iter() {
                        option value=(word) selected[asked.moment.account == Some(id)] {
                            (word) " · " (short(named::source_title(site, id)))
                        }
                    }
                }
            }
            button type="submit" { "Show" }
            details open[asked.moment.known != Known::Now] {
                summary { "what did we know?" }
                label for="known" { "as known on a day, or at a position of the record" }
                input #known name=(KNOWN.name) value=(asked.field(KNOWN.name).unwrap_or("")) placeholder="1999-06-01" size="12";
            }
        }
        (notes(site, asked))
    }
}

/// Returns the fields of a page that takes some, and one of the moment that differs.
fn with_own<'a>(asked: &'a Asked, other: (&'a str, &'a str)) -> Vec<(&'a str, &'a str)> {
    asked.own_fields().chain([other]).collect()
}

fn short(title: &str) -> String {
    let mut text: String = title.chars().take(48).collect();
    if title.chars().nth(48).is_some() {
        text.push('…');
    }
    text
}

/// Says what is special about the moment.
fn notes(site: &Site, asked: &Asked) -> Markup {
    let history = &site.record().history;
    let late = history.complete_to.filter(|complete| *complete < asked.moment.on);
    html! {
        @if late.is_some() || !asked.is_plain() {
            div.sv-notes {
                @if let Some(account) = asked.moment.account {
                    p { "As " strong { (named::source_title(site, account)) } " alone tells it. "
                        a href=(asked.link_with(asked.path(), &with_own(asked, (ACCORDING_TO.name, "")))) { "Read the whole record" } }
                }
                @if asked.moment.known != Known::Now {
                    p { "As known " (known_text(asked)) "."
                        @if history.is_written_afterwards() { " This record was written afterwards, as if kept at the time." } }
                }
                @if let Some(complete) = late {
                    p { "The record is complete to " (parts::day(complete)) "; what follows later is expected from rules." }
                }
            }
        }
    }
}

fn known_text(asked: &Asked) -> String {
    match asked.moment.known {
        Known::Now => "now".to_owned(),
        Known::Position(position) => format!("at position {position}"),
        Known::On(day) => format!("on {}", day_text(day)),
    }
}

/// Returns what stands below every page.
pub(crate) fn foot(site: &Site, asked: &Asked) -> Markup {
    let history = &site.record().history;
    html! {
        footer.sv-foot {
            p {
                strong { (site.name()) } ". "
                (parts::count(history.acts.len(), "act", "acts")) " on the word of "
                (parts::count(site.record().law.sources.len(), "source", "sources"))
                @if let Some(complete) = history.complete_to { "; record complete to " (parts::day(complete)) }
                ". This record takes no position of its own."
            }
            p { a href=(asked.link("/about")) { "How to read these pages" } " · " a href="/openapi.json" { "For programs" } }
        }
    }
}

/// Returns the page that tells why there is no answer.
pub(crate) fn refusal(site: &Site, asked: &Asked, refusal: &Refusal) -> String {
    let near = refusal
        .near
        .as_deref()
        .and_then(|near| Some((near_link(asked, refusal.kind, near)?, near)));
    let body = html! {
        h1 { (refusal.kind.title()) }
        p.lede { (sentence_case(&refusal.message)) "." }
        @match near {
            Some((link, near)) => { p { "Did you mean " a href=(link) { (near) } "?" } }
            None => { @if let Some(hint) = &refusal.hint { p { (sentence_case(hint)) } } }
        }
        p { a href="/" { "The organisation at a glance" } " · " a href="/about" { "Every page there is" } }
    };
    let page = Page { title: refusal.kind.title().to_owned(), body };
    let text = html! {
        (DOCTYPE)
        html lang="en" {
            head { (head(&format!("{} · {}", page.title, site.name()))) meta name="robots" content="noindex"; }
            body.atlas {
                (top(site, asked, "/"))
                main #main tabindex="-1" { (page.body) }
                (foot(site, asked))
            }
        }
    };
    text.into_string()
}

/// Returns the link to the nearest word: the path asked for with its last word replaced.
fn near_link(asked: &Asked, kind: Kind, near: &str) -> Option<String> {
    match kind {
        Kind::UnknownWord => {
            let (before, _) = asked.path().rsplit_once('/')?;
            Some(format!("{before}/{}", crate::asked::encoded(near)))
        }
        Kind::NoSuchPath => Some(near.to_owned()),
        Kind::Unreadable | Kind::Method => None,
    }
}

fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
