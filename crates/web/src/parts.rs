//! Small parts of pages: days in words, status and evidence marks, tables that scroll in a box.

use crate::asked::{Asked, FORMAT, MOMENT, encoded};
use crate::csv;
use crate::routes::{QUESTIONS, Route, SHEETS};
use crate::tongue::{Part, Tongue, say, text};
use maud::{Markup, PreEscaped, html};
use servanda_model::{Actor, Cause, Day, Evidence, Grade, InstrumentKind, StepKind, When};
use servanda_seal::Contested;

/// Shows a day, or nothing.
pub(crate) fn day_or_nothing(asked: &Asked, known: Option<Day>) -> Markup {
    known.map_or_else(|| html! {}, |known| asked.day(known))
}

/// Shows a day, or that it is not known.
pub(crate) fn day_or_unknown(asked: &Asked, known: Option<Day>) -> Markup {
    known.map_or_else(
        || html! { span.quiet { (say!(asked, "parts-not-known")) } },
        |known| asked.day(known),
    )
}

/// Shows the day since which something is so, as it stands after `since`.
pub(crate) fn since(asked: &Asked, known: Option<Day>) -> Markup {
    known.map_or_else(
        || html! { span.quiet { (say!(asked, "parts-a-day-not-known")) } },
        |known| asked.day(known),
    )
}

/// Shows a date as exactly as it is known, in words.
pub(crate) fn when(asked: &Asked, when: When) -> Markup {
    match when.exact() {
        Some(exact) => asked.day(exact),
        None => {
            html! { span.approx title=(format!("EDTF {when}")) { (asked.tongue().when(&when.to_string())) } }
        }
    }
}

/// Says that an entry is contested since the key that signed it was revoked.
pub(crate) fn contested(asked: &Asked, found: Contested) -> Markup {
    let (from, revoked) = (found.from.to_string(), found.revoked_at.to_string());
    let revoked = html! { a href={ "/log/entry/" (revoked) } { (revoked) } };
    html! { span.contested { (say!(asked, "parts-contested", from = from, revoked = revoked)) } }
}

/// Shows a word that is the same in every language.
pub(crate) fn code(word: &str) -> Markup {
    html! { code { (word) } }
}

/// Tells where programs ask the same question.
pub(crate) fn question_for_programs(asked: &Asked) -> Markup {
    let link = html! { a href=(format!("{}#programs", asked.link("/about"))) { (say!(asked, "what-if-as-json")) } };
    html! { p.elsewhere { (say!(asked, "what-if-for-programs", link = link)) } }
}

/// Shows a text of the record, which is written in English: so marked on pages in other languages.
pub(crate) fn english(asked: &Asked, content: Markup) -> Markup {
    if asked.tongue().tag == Tongue::english().tag {
        return content;
    }
    html! { span lang="en" { (content) } }
}

/// Returns the language of the record's own words, where the page is in another.
pub(crate) fn written_in(asked: &Asked) -> Option<&'static str> {
    let english = Tongue::english().tag;
    (asked.tongue().tag != english).then_some(english)
}

/// The same of a text.
pub(crate) fn written(asked: &Asked, content: &str) -> Markup {
    english(asked, html! { (content) })
}

/// The words of a status that a page shows.
const STATUSES: &[&str] = &[
    "signatory",
    "contracting",
    "provisional",
    "party",
    "suspended",
    "former",
    "disputed",
    "unknown",
    "member",
    "observer",
    "partner",
    "in-force",
    "not-in-force",
    "nothing",
];

/// Returns a status of a text that may be one.
pub(crate) fn status_of(word: &str) -> Option<&'static str> {
    STATUSES.iter().copied().find(|known| *known == word)
}

/// Says how a party or an instrument stands.
pub(crate) fn status_text(asked: &Asked, word: &'static str) -> Markup {
    say!(asked, "parts-status", word = Part::Word(word))
}

/// Shows how a party or an instrument stands, with a mark that does not rest on colour alone.
pub(crate) fn status(asked: &Asked, word: &'static str) -> Markup {
    html! { span class=(format!("mark is-{word}")) { (status_text(asked, word)) } }
}

/// Shows why something ended or is suspended.
pub(crate) fn cause(asked: &Asked, cause: Option<Cause>) -> Markup {
    html! { @if let Some(cause) = cause { (say!(asked, "parts-cause", word = Part::Word(cause.word()))) } }
}

/// Shows how sure an article, a source or an answer is.
pub(crate) fn evidence(asked: &Asked, evidence: Evidence) -> Markup {
    html! {
        a class=(format!("evidence ev-{}", evidence.word())) href={ (asked.link("/about")) "#" (evidence.word()) }
            { (evidence_text(asked, evidence)) }
    }
}

/// Says what a word of evidence means to people.
pub(crate) fn evidence_text(asked: &Asked, evidence: Evidence) -> Markup {
    say!(asked, "parts-evidence", word = Part::Word(evidence.word()))
}

/// Says how a finding stands to an article, in neutral words.
pub(crate) fn grade(asked: &Asked, grade: Grade) -> Markup {
    say!(asked, "parts-grade", word = Part::Word(grade.word()))
}

/// Says what an instrument is, in a word.
pub(crate) fn kind(asked: &Asked, kind: InstrumentKind) -> Markup {
    let word = match kind {
        InstrumentKind::Treaty => "treaty",
        InstrumentKind::Protocol => "protocol",
        InstrumentKind::Decision => "decision",
        InstrumentKind::Practice => "practice",
    };
    say!(asked, "parts-kind", word = Part::Word(word))
}

/// Says what is to be done in a step of a procedure.
pub(crate) fn step(asked: &Asked, kind: StepKind) -> Markup {
    say!(asked, "parts-step", word = Part::Word(kind.word()))
}

/// Says whose turn a step of a procedure is.
pub(crate) fn actor(site: &crate::site::Site, asked: &Asked, by: Actor) -> Markup {
    use crate::named;
    match by {
        Actor::Member => say!(asked, "parts-actor-member"),
        Actor::State => say!(asked, "parts-actor-state"),
        Actor::Opener => say!(asked, "parts-actor-opener"),
        Actor::Target => say!(asked, "parts-actor-target"),
        Actor::EachOtherMember => say!(asked, "parts-actor-other-members"),
        Actor::PartyTo(id) => {
            say!(asked, "parts-actor-party-to", instrument = named::instrument(site, asked, id))
        }
        Actor::Organ(id) => named::body(site, asked, id),
        Actor::Office(id) => named::office(site, asked, id),
        Actor::Nobody => say!(asked, "parts-actor-anyone"),
    }
}

/// Says the headings of a table, of which those without words stay empty.
pub(crate) fn columns(asked: &Asked, ids: &[&'static str]) -> Vec<Markup> {
    let said = ids.iter().map(|id| match *id {
        "" => html! {},
        id => asked.tongue().say(id, &[]),
    });
    said.collect()
}

/// Shows a table in a box of its own, which scrolls; on a phone each row is a card, whose cells
/// carry the headings themselves.
pub(crate) fn table(caption: &Markup, headings: &[Markup], rows: &[Markup]) -> Markup {
    let plain: Vec<String> =
        headings.iter().map(|heading| Part::Page(heading.clone()).plain()).collect();
    let rows = rows.iter().map(|row| PreEscaped(headed(&row.0, &plain)));
    html! {
        div.scroll role="region" aria-label=(Part::Page(caption.clone()).plain()) tabindex="0" {
            table {
                caption { (caption) }
                thead { tr { @for heading in headings { th scope="col" { (heading) } } } }
                tbody { @for row in rows { (row) } }
            }
        }
    }
}

/// Writes each heading into the cell below it; cells hold no tables of their own.
fn headed(row: &str, headings: &[String]) -> String {
    let mut text = String::with_capacity(row.len().saturating_mul(2));
    let mut headings = headings.iter();
    let mut rest = row;
    while let Some(at) = rest.find("<t") {
        let (before, tag) = rest.split_at_checked(at.saturating_add(3)).unwrap_or((rest, ""));
        text.push_str(before);
        let is_cell = before.ends_with("<td") || before.ends_with("<th");
        let heading = if is_cell { headings.next() } else { None };
        if let Some(heading) = heading.filter(|heading| !heading.is_empty()) {
            let heading = html! { (heading) }.into_string();
            text.push_str(&format!(" data-head=\"{heading}\""));
        }
        rest = tag;
    }
    text.push_str(rest);
    text
}

/// Returns the fields by which a form of a page keeps the moment.
pub(crate) fn moment_fields(asked: &Asked) -> Markup {
    kept(asked, &MOMENT.iter().map(|field| field.name).collect::<Vec<_>>())
}

/// Shows that there is nothing, and what to do about it.
pub(crate) fn empty(text: &Markup) -> Markup {
    html! { p.empty { (text) } }
}

/// Links to the same answer as JSON, and to its table as CSV where it has one.
pub(crate) fn json(asked: &Asked, path: &str) -> Markup {
    let has_place = |route: &&Route| route.path.contains('{');
    let begins = |route: &&Route| {
        let start = route.path.split('{').next().unwrap_or_default();
        if has_place(route) { path.starts_with(start) } else { path == start }
    };
    let route = QUESTIONS.iter().chain(SHEETS).find(begins);
    html! {
        a href=(asked.link(path)) { (say!(asked, "parts-as-json")) }
        @if route.is_some_and(|route| csv::is_offered(route.name)) {
            ", " a href=(asked.link_with(path, &[(FORMAT.name, "csv")])) { (say!(asked, "parts-as-csv")) }
        }
    }
}

/// Links to a whole table of the record, for programs.
pub(crate) fn sheets(asked: &Asked, names: &[&str]) -> Markup {
    let links: Vec<Markup> =
        names.iter().map(|name| html! { (code(name)) ": " (json(asked, &format!("/api/v1/sheets/{}", encoded(name)))) }).collect();
    html! { p.elsewhere { (say!(asked, "parts-for-programs", link = listed(&links))) } }
}

/// Says at the end of a page where programs find it.
pub(crate) fn for_programs(asked: &Asked, path: &str) -> Markup {
    html! { p.elsewhere { (say!(asked, "parts-for-programs", link = json(asked, path))) } }
}

/// Ends a sentence with a point, unless an abbreviation at its end has one.
pub(crate) fn ended(sentence: Markup) -> Markup {
    let has_point = Part::Page(sentence.clone()).plain().ends_with('.');
    html! { (sentence) @if !has_point { "." } }
}

/// Lists texts with commas.
pub(crate) fn listed(items: &[Markup]) -> Markup {
    html! { @for (index, item) in items.iter().enumerate() { @if index > 0 { ", " } (item) } }
}

/// Keeps the moment of a page in a form of its own.
pub(crate) fn kept(asked: &Asked, names: &[&str]) -> Markup {
    html! {
        @for name in names.iter().chain(&["lang"]) {
            @if let Some(text) = asked.field(name) { input type="hidden" name=(name) value=(text); }
        }
    }
}

/// Says how many acts of a list there are, as plain text.
pub(crate) fn acts(asked: &Asked, number: usize) -> String {
    text!(asked, "parts-acts", number = number)
}
