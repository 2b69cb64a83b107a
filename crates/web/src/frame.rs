//! The frame of every page: head, navigation, the one date bar, footer.

use crate::asked::{ACCORDING_TO, Asked, KNOWN, LANG, ON};
use crate::desk;
use crate::followed;
use crate::named;
use crate::parts::{kept, written, written_in};
use crate::refusal::{Kind, Refusal};
use crate::site::Site;
use crate::tongue::{Part, Tongue, say, text};
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

/// What the navigation lists: the path, the message that names it, and the further paths that belong to it.
const PLACES: &[(&str, &str, &[&str])] = &[
    ("/", "frame-overview", &[]),
    ("/treaties", "frame-treaties", &["/status/"]),
    ("/organs", "frame-organs", &["/chair/", "/office/", "/members/"]),
    ("/today", "frame-today", &[]),
    ("/docket", "frame-docket", &["/matters/", "/sessions/"]),
    ("/crisis", "frame-crisis", &[]),
    ("/forces", "frame-forces", &[]),
    ("/what-if", "frame-what-if", &["/beside", "/decide/"]),
    ("/documents", "frame-documents", &[]),
    ("/states", "frame-states", &["/obligations/"]),
    ("/timeline", "frame-timeline", &["/acts/"]),
    ("/disputes", "frame-disputes", &[]),
    ("/sources", "frame-sources", &[]),
    ("/tables", "frame-tables", &[]),
    ("/findings", "frame-findings", &[]),
    ("/ledger", "frame-ledger", &[]),
    ("/profile", "frame-profile", &[]),
];

/// Returns a whole page.
pub(crate) fn whole(site: &Site, asked: &Asked, page: &Page) -> String {
    let title = match page.title.as_str() {
        "" => named::own_text(site, asked),
        title => format!("{title} · {}", named::own_text(site, asked)),
    };
    html! {
        (DOCTYPE)
        html lang=(asked.tongue().tag) {
            head { (head(&title)) (followed::head(asked)) }
            body.atlas {
                (top(site, asked, asked.path()))
                main #main tabindex="-1" { (page.body) (followed::foot(asked)) }
                (foot(site, asked, asked.path()))
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
        a.sv-skip href="#main" { (say!(asked, "frame-skip")) }
        header.sv-top {
            nav aria-label=(text!(asked, "frame-pages")) {
                ul {
                    @for (path, word, others) in places(site) {
                        li { a href=(asked.link(path)) aria-current=[current(asked.path(), path, others)] { (asked.tongue().say(word, &[])) } }
                    }
                }
            }
            (desk::who(site, asked))
            (bar(site, asked, action))
        }
    }
}

/// Returns what the navigation lists of a site: documents only where some stand beside its log.
fn places(
    site: &Site,
) -> impl Iterator<Item = &'static (&'static str, &'static str, &'static [&'static str])> {
    let has_log = site.documents().is_some();
    let has_documents = site.documents().is_some_and(|documents| !documents.is_empty());
    PLACES.iter().filter(move |(path, ..)| match *path {
        "/documents" => has_documents,
        "/ledger" => has_log,
        _every_record => true,
    })
}

fn current(here: &str, path: &str, others: &[&str]) -> Option<&'static str> {
    let below = |prefix: &str| {
        path != "/" && here.strip_prefix(prefix).is_some_and(|rest| rest.starts_with('/'))
    };
    if here == path {
        return Some("page");
    }
    // What is written at the desk is none of the acts of the record yet.
    let is_listed = here != "/acts/new" && others.iter().any(|other| here.starts_with(other));
    (below(path) || is_listed).then_some("true")
}

fn bar(site: &Site, asked: &Asked, action: &str) -> Markup {
    let on = asked.moment.on;
    let step = |day: servanda_model::Day| {
        asked.link_with(action, &with_own(asked, (ON.name, &day.to_string())))
    };
    html! {
        form.sv-bar method="get" action=(action) aria-label=(text!(asked, "frame-bar")) {
            @for (name, text) in asked.own_fields() { input type="hidden" name=(name) value=(text); }
            (kept(asked, &[]))
            div.sv-day {
                label for="on" { (say!(asked, "frame-as-of")) }
                a.sv-step href=(step(on.previous())) aria-label=(text!(asked, "frame-day-before", day = asked.day(on.previous()))) { "‹" }
                input #on type="date" name=(ON.name) value=(on) required;
                a.sv-step href=(step(on.next())) aria-label=(text!(asked, "frame-day-after", day = asked.day(on.next()))) { "›" }
            }
            div.sv-word {
                label for="according_to" { (say!(asked, "frame-according-to")) }
                select #according_to name=(ACCORDING_TO.name) {
                    option value="" { (text!(asked, "frame-whole-record")) }
                    @for (id, word) in site.record().law.source_names.iter() {
                        option value=(word) lang=[written_in(asked)] selected[asked.moment.account == Some(id)] {
                            (word) " · " (short(named::source_title(site, id)))
                        }
                    }
                }
            }
            button type="submit" { (say!(asked, "frame-show")) }
            details open[asked.moment.known != Known::Now] {
                summary { (say!(asked, "frame-what-known")) }
                label for="known" { (say!(asked, "frame-known")) }
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
                    p { (say!(asked, "frame-as-told-by", source = html! { strong lang=[written_in(asked)] { (site.record().law.source_names.word(account)) " · " (named::source_title(site, account)) } })) " "
                        a href=(asked.link_with(asked.path(), &with_own(asked, (ACCORDING_TO.name, "")))) { (say!(asked, "frame-read-whole")) } }
                }
                @if asked.moment.known != Known::Now {
                    p { (known_note(asked)) @if history.is_written_afterwards() { " " (say!(asked, "frame-written-afterwards")) } }
                }
                @if let Some(complete) = late {
                    p { (say!(asked, "frame-expected", day = asked.day(complete))) }
                }
            }
        }
    }
}

fn known_note(asked: &Asked) -> Markup {
    match asked.moment.known {
        Known::Now => html! {},
        Known::Position(position) => say!(asked, "frame-known-position", position = position),
        Known::On(day) => say!(asked, "frame-known-day", day = asked.day(day)),
    }
}

/// Returns what stands below every page; the languages keep the page at `action`.
pub(crate) fn foot(site: &Site, asked: &Asked, action: &str) -> Markup {
    let history = &site.record().history;
    html! {
        footer.sv-foot {
            p {
                strong { (named::own_shown(site, asked)) } ". "
                (say!(asked, "frame-record", acts = history.acts.len(), sources = site.record().law.sources.len())) " "
                @if let Some(complete) = history.complete_to { (say!(asked, "frame-complete-to", day = asked.day(complete))) " " }
                (say!(asked, "frame-no-position"))
            }
            p { a href=(asked.link("/about")) { (say!(asked, "frame-how-to-read")) } " · " a href="/openapi.json" { (say!(asked, "frame-for-programs")) } }
            (languages(asked, action))
        }
    }
}

/// Offers the page in every language.
fn languages(asked: &Asked, action: &str) -> Markup {
    let here = asked.tongue();
    let fields = |tongue: &'static Tongue| {
        asked.own_fields().chain([(LANG.name, tongue.tag)]).collect::<Vec<_>>()
    };
    html! {
        nav.sv-languages aria-label=(text!(asked, "frame-languages")) {
            @for tongue in Tongue::all() {
                a href=(asked.link_with(action, &fields(tongue))) lang=(tongue.tag) hreflang=(tongue.tag)
                    aria-current=[(tongue.tag == here.tag).then_some("true")] { (tongue.name) } " "
            }
            @if !here.is_reviewed { span.quiet { (say!(asked, "frame-draft")) } }
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
        h1 { (refusal.kind.said(asked)) }
        p.lede { (written(asked, &format!("{}.", sentence_case(&refusal.message)))) }
        @match near {
            Some((link, near)) => { p { (say!(asked, "frame-did-you-mean", word = html! { a href=(link) lang=[written_in(asked)] { (near) } })) } }
            None => { @if let Some(hint) = &refusal.hint { p { (written(asked, &sentence_case(hint))) } } }
        }
        p { a href=(asked.link("/")) { (say!(asked, "frame-at-a-glance")) } " · " a href=(asked.link("/about")) { (say!(asked, "frame-every-page")) } }
    };
    let title = Part::from(refusal.kind.said(asked)).plain();
    let page = Page { title, body };
    let whole = html! {
        (DOCTYPE)
        html lang=(asked.tongue().tag) {
            head { (head(&format!("{} · {}", page.title, named::own_text(site, asked)))) meta name="robots" content="noindex"; }
            body.atlas {
                (top(site, asked, "/"))
                main #main tabindex="-1" { (page.body) }
                (foot(site, asked, "/"))
            }
        }
    };
    whole.into_string()
}

/// Returns the link to the nearest word: the path asked for with its last word replaced.
fn near_link(asked: &Asked, kind: Kind, near: &str) -> Option<String> {
    match kind {
        Kind::UnknownWord => {
            let (before, _) = asked.path().rsplit_once('/')?;
            Some(format!("{before}/{}", crate::asked::encoded(near)))
        }
        Kind::NoSuchPath => Some(near.to_owned()),
        Kind::Unreadable
        | Kind::Method
        | Kind::CrossSite
        | Kind::SignedOut
        | Kind::NotProved
        | Kind::TooOften
        | Kind::TooLong => None,
    }
}

fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
