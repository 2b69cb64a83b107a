//! The docket: matters, and the steps of one.

use super::Shown;
use crate::asked::{Asked, encoded};
use crate::frame::Page;
use crate::named;
use crate::parts::{self, day};
use crate::refusal::Refusal;
use crate::site::Site;
use crate::told;
use maud::{Markup, html};
use servanda_query::{
    ActAnswer, MatterAnswer, StepAnswer, contribution_lines, docket as ask, matter as ask_matter,
    step_state_text, yearly, years_text,
};

/// Lists the matters that were opened, the open ones first.
pub(crate) fn docket(site: &Site, asked: &Asked) -> Shown {
    let found = ask(site.asking(), &asked.moment);
    let years = yearly(site.asking(), &asked.moment);
    let (closed, open): (Vec<_>, Vec<_>) = found.iter().partition(|matter| matter.is_closed());
    let body = html! {
        h1 { "Docket" }
        p.lede { "Matters that an act opened under a procedure, and whose turn it is in each." }
        @if found.is_empty() { (parts::empty("No matter was open by that day.")) }
        (group(site, asked, "Open", &open))
        @if !years.is_empty() {
            section { h2 { "Each year" } ul { @for duty in &years { li { (duty.duty.title) " (" (named::article(site, asked, duty.article)) "): " (named::sentence(site, asked, &years_text(duty))) "." } } } }
        }
        (group(site, asked, "Closed", &closed))
        p.elsewhere { "For programs: " a href=(asked.link("/api/v1/docket")) { "the same as JSON" } }
    };
    Ok(Page { title: "Docket".to_owned(), body })
}

fn group(site: &Site, asked: &Asked, title: &str, matters: &[&MatterAnswer<'_>]) -> Markup {
    let rows: Vec<Markup> = matters.iter().rev().map(|matter| row(site, asked, matter)).collect();
    html! {
        @if !rows.is_empty() {
            section {
                h2 { (title) }
                (parts::table(&format!("{title} matters"),
                    &["opened", "matter", "by", "about", "article", "turn"], &rows))
            }
        }
    }
}

fn row(site: &Site, asked: &Asked, matter: &MatterAnswer<'_>) -> Markup {
    let turn = matter.steps.iter().find(|step| is_open(step));
    html! {
        tr {
            td { (day(matter.opened)) }
            th scope="row" { a href=(link(site, asked, matter)) { (matter.procedure.title) } }
            td { @if let Some(opener) = matter.opener { (named::party(site, asked, opener)) } }
            td { @if let Some(about) = matter.about { (named::party(site, asked, about)) } }
            td { (named::article(site, asked, matter.article)) }
            td {
                @if let Some(step) = turn.filter(|_| !matter.is_closed()) {
                    (step.step.kind.word()) " by " (actor(site, asked, step)) ": " (named::sentence(site, asked, &step_state_text(step.state)))
                }
            }
        }
    }
}

fn link(site: &Site, asked: &Asked, matter: &MatterAnswer<'_>) -> String {
    asked.link(&format!("/matters/{}", encoded(&told::act_word(site, matter.position))))
}

fn is_open(step: &StepAnswer<'_>) -> bool {
    use servanda_query::StepState;
    matches!(step.state, StepState::Runs(_) | StepState::Overdue(_))
}

fn actor(site: &Site, asked: &Asked, step: &StepAnswer<'_>) -> Markup {
    named::sentence(site, asked, &step.step.by.words(&site.record().law))
}

/// Shows one matter with its steps.
pub(crate) fn matter(site: &Site, asked: &Asked) -> Shown {
    let found = found(site, asked)?;
    let word = encoded(&told::act_word(site, found.position));
    let body = html! {
        h1 { (found.procedure.title) }
        p.lede {
            "Opened " (day(found.opened))
            @if let Some(opener) = found.opener { " by " (named::party(site, asked, opener)) }
            @for signed in &found.signed { ", for which " (signed.person) " acted"
                @if let Some(capacity) = &signed.capacity { " as " (capacity.replace('-', " ")) } }
            @if let Some(about) = found.about { ", about " (named::party(site, asked, about)) }
            ", under " (named::article(site, asked, found.article)) ". "
            (named::act(site, asked, found.position)) ". "
            strong { @if found.is_closed() { "Closed" } @else { "Open" } } " on " (day(asked.moment.on)) "."
        }
        @if let Some((gist, evidence)) = &found.wording {
            p { "The article as it stood then: " (gist) " " (parts::evidence(*evidence)) }
        }
        (steps(site, asked, &found))
        @let lines = contribution_lines(site.asking(), &found);
        @if !lines.is_empty() { section { h2 { "Contributions" } ul { @for line in &lines { li { (named::sentence(site, asked, line)) } } } } }
        @if !found.beside.is_empty() {
            section { h2 { "Beside the procedure" } ul { @for act in &found.beside { li { (told_act(site, asked, act)) } } } }
        }
        @if !found.findings.is_empty() {
            section { h2 { "What was noticed" }
                ul { @for (position, message) in &found.findings {
                    li { (named::act(site, asked, *position)) ": " (named::sentence(site, asked, message)) } } } }
        }
        p.elsewhere { "For programs: " a href=(asked.link(&format!("/api/v1/matters/{word}"))) { "the same as JSON" } }
    };
    Ok(Page { title: found.procedure.title.clone(), body })
}

/// Shows the steps of a matter, each with who takes it and how it stands.
pub(crate) fn steps(site: &Site, asked: &Asked, found: &MatterAnswer<'_>) -> Markup {
    let rows: Vec<Markup> = found.steps.iter().map(|step| step_row(site, asked, step)).collect();
    parts::table("Steps", &["step", "by", "stands", "acts"], &rows)
}

/// Finds the matter that a path names.
pub(crate) fn found<'s>(site: &'s Site, asked: &Asked) -> Result<MatterAnswer<'s>, Refusal> {
    let word = asked.place("matter");
    let position = told::act(site, word)?;
    ask_matter(site.asking(), position, &asked.moment).ok_or_else(|| {
        let known = ask(site.asking(), &asked.moment);
        let known: Vec<String> =
            known.iter().map(|matter| told::act_word(site, matter.position)).collect();
        let known: Vec<&str> = known.iter().map(String::as_str).collect();
        crate::words::unknown(word, "a matter that was open by that day", &known)
    })
}

fn step_row(site: &Site, asked: &Asked, step: &StepAnswer<'_>) -> Markup {
    html! {
        tr {
            th scope="row" { (step.step.kind.word().replace('-', " ")) }
            td { (actor(site, asked, step)) }
            td { (named::sentence(site, asked, &step_state_text(step.state))) }
            td { @for act in &step.acts { p { (told_act(site, asked, act)) } } }
        }
    }
}

pub(super) fn told_act(site: &Site, asked: &Asked, act: &ActAnswer) -> Markup {
    html! {
        (named::sentence(site, asked, &act.text)) " (" (named::act(site, asked, act.position))
        @if !act.under.is_empty() { ", under " (named::articles(site, asked, &act.under)) }
        ") " (named::sources(site, asked, &act.sources))
    }
}
