//! The docket: matters, and the steps of one.

use super::Shown;
use super::what_if::of_matter;
use crate::asked::{Asked, encoded};
use crate::capacity::capacity;
use crate::deeds;
use crate::frame::Page;
use crate::live;
use crate::named;
use crate::parts::{self, actor};
use crate::refusal::Refusal;
use crate::routes::LEFT;
use crate::said::said;
use crate::site::Site;
use crate::told;
use crate::tongue::{say, text};
use crate::years::years;
use maud::{Markup, html};
use servanda_model::Deed;
use servanda_query::{
    ActAnswer, Gone, MatterAnswer, StepAnswer, StepState, contribution_lines, docket as ask,
    matter as ask_matter, unopened, yearly,
};

/// Lists the matters that were opened, the open ones first.
pub(crate) fn docket(site: &Site, asked: &Asked) -> Shown {
    let found = ask(site.asking(), &asked.moment);
    let duties = yearly(site.asking(), &asked.moment);
    let of = |gone| found.iter().filter(|matter| matter.gone() == gone).collect::<Vec<_>>();
    let body = html! {
        h1 { (say!(asked, "frame-docket")) }
        p.lede { (say!(asked, "docket-lede")) }
        (live::part("matters", &html! {
            @if found.is_empty() { (parts::empty(&say!(asked, "docket-none"))) }
            (group(site, asked, &say!(asked, "docket-open"), &of(Gone::Open)))
            (group(site, asked, &say!(asked, "docket-owed"), &of(Gone::Owed)))
        }))
        @if !duties.is_empty() {
            section { h2 { (say!(asked, "parts-each-year")) } ul { @for duty in &duties { li { (named::duty(asked, duty.duty).shown(asked)) " (" (named::article(site, asked, duty.article)) "): " (parts::ended(years(asked, duty))) } } } }
        }
        (live::part("closed", &group(site, asked, &say!(asked, "docket-closed"), &of(Gone::Closed))))
        (calls(site, asked))
        (parts::for_programs(asked, "/api/v1/docket"))
    };
    Ok(Page { title: text!(asked, "frame-docket"), body })
}

/// Lists the acts that called for a matter and opened none, with the reasons.
fn calls(site: &Site, asked: &Asked) -> Markup {
    let found = unopened(site.asking(), &asked.moment);
    html! {
        @if !found.is_empty() {
            section { h2 { (say!(asked, "docket-calls")) }
                ul { @for call in found.iter().rev() { li {
                    (deeds::act(site, asked, call.position)) " (" (named::act(site, asked, call.position)) ")"
                    @for finding in &call.findings { ": " (crate::noticed::noticed(site, asked, finding)) }
                } } }
            }
        }
    }
}

fn group(site: &Site, asked: &Asked, title: &Markup, matters: &[&MatterAnswer<'_>]) -> Markup {
    let rows: Vec<Markup> = matters.iter().rev().map(|matter| row(site, asked, matter)).collect();
    html! {
        @if !rows.is_empty() {
            section {
                h2 { (title) }
                (parts::table(title, &parts::columns(asked, &["docket-opened", "docket-matter", "docket-by", "docket-about", "parts-article", "docket-turn"]), &rows))
            }
        }
    }
}

fn row(site: &Site, asked: &Asked, matter: &MatterAnswer<'_>) -> Markup {
    let turn = matter.steps.iter().find(|step| step.state.is_open());
    html! {
        tr {
            td { (parts::when(asked, matter.when)) }
            th scope="row" { (named::procedure(asked, matter.procedure).link_to(asked, &link(site, asked, matter))) }
            td { @if let Some(opener) = matter.opener { (named::party(site, asked, opener)) } }
            td { @if let Some(about) = matter.about { (named::party(site, asked, about)) } }
            td { (named::article(site, asked, matter.article)) }
            td {
                @if let Some(step) = turn.filter(|_| !matter.is_closed()) {
                    (say!(asked, "docket-turn-of", step = parts::step(asked, step.step.kind), actor = actor(site, asked, step.step.by), state = step_state(asked, step)))
                    (still_awaited(site, asked, step))
                }
            }
        }
    }
}

fn link(site: &Site, asked: &Asked, matter: &MatterAnswer<'_>) -> String {
    asked.link(&format!("/matters/{}", encoded(&told::act_word(site, matter.position))))
}

/// Says how a step stands.
pub(super) fn step_state(asked: &Asked, step: &StepAnswer<'_>) -> Markup {
    if let Some((first, last)) = step.due_between {
        let when = asked.tongue().when(&format!("{first}/{last}"));
        return if matches!(step.state, StepState::Overdue(_)) {
            say!(asked, "docket-state-overdue-open", when = when)
        } else {
            say!(asked, "docket-state-due-open", when = when)
        };
    }
    match step.state {
        StepState::Taken(taken) if taken.goes_on => {
            say!(asked, "docket-state-taken", day = asked.day(taken.on))
        }
        StepState::Taken(taken) => say!(asked, "docket-state-ends", day = asked.day(taken.on)),
        StepState::TimePassed(day) => say!(asked, "docket-state-passed", day = asked.day(day)),
        StepState::Runs(Some(day)) => say!(asked, "docket-state-due", day = asked.due(day)),
        StepState::Runs(None) if step.step.optional => say!(asked, "docket-state-may"),
        StepState::Runs(None) => say!(asked, "docket-state-turn"),
        StepState::Overdue(day) => say!(asked, "docket-state-overdue", day = asked.day(day)),
        StepState::NotTaken => say!(asked, "docket-state-not-taken"),
        StepState::PassedOver => say!(asked, "docket-state-passed-over"),
        StepState::Waits => say!(asked, "docket-state-waits"),
        StepState::Lapsed => say!(asked, "docket-state-lapsed"),
        StepState::NotReached => say!(asked, "docket-state-not-reached"),
    }
}

/// Shows one matter with its steps.
pub(crate) fn matter(site: &Site, asked: &Asked) -> Shown {
    let found = found(site, asked)?;
    let word = encoded(&told::act_word(site, found.position));
    let body = html! {
        h1 { (named::procedure(asked, found.procedure).shown(asked)) }
        (live::part("lede", &lede(site, asked, &found)))
        (wish(site, asked, found.position))
        @if let Some((gist, evidence)) = &found.wording {
            p { (say!(asked, "docket-wording", gist = parts::written(asked, gist))) " " (parts::evidence(asked, *evidence)) }
        }
        (live::part("steps", &html! { (steps(site, asked, &found)) (further(site, asked, &found)) }))
        @let own = told::act_word(site, found.position);
        p { a href=(asked.link_with("/beside", &[(LEFT.name, &own)])) { (say!(asked, "docket-beside-another")) } " " (of_matter(site, asked, found.article, &own)) }
        (parts::for_programs(asked, &format!("/api/v1/matters/{word}")))
    };
    Ok(Page { title: named::procedure(asked, found.procedure).text.to_owned(), body })
}

/// Shows what belongs to a matter beside its steps.
fn further(site: &Site, asked: &Asked, found: &MatterAnswer<'_>) -> Markup {
    let lines = contribution_lines(site.asking(), found);
    html! {
        @if !lines.is_empty() { section { h2 { (say!(asked, "docket-contributions")) } ul { @for line in &lines { li { (said(site, asked, line)) } } } } }
        @if !found.beside.is_empty() {
            section { h2 { (say!(asked, "docket-beside")) } ul { @for act in &found.beside { li { (told_act(site, asked, act)) } } } }
        }
        (noticed(site, asked, found))
    }
}

/// Shows what was noticed about the acts of a matter.
pub(super) fn noticed(site: &Site, asked: &Asked, found: &MatterAnswer<'_>) -> Markup {
    html! {
        @if !found.findings.is_empty() {
            section { h2 { (say!(asked, "parts-noticed")) }
                ul { @for found in &found.findings {
                    li { (named::act(site, asked, found.position)) ": " (crate::noticed::noticed(site, asked, found)) } } } }
        }
    }
}

/// Shows what was asked for by the act that opened a matter, in the words of the record.
pub(super) fn wish(site: &Site, asked: &Asked, position: u32) -> Markup {
    let history = &site.record().history;
    let Some(act) = history.act(position) else { return html! {} };
    let asked_for = if let Deed::Request { what, .. } = &act.deed { Some(what) } else { None };
    let said = act.details.as_deref().map(|details| details.what.as_slice()).unwrap_or_default();
    html! {
        p.verdict {
            @match asked_for {
                Some(what) => { (say!(asked, "docket-asks", what = html! { q lang=[parts::written_in(asked)] { (what) } })) }
                None => { (deeds::act(site, asked, position)) "." }
            }
            " " (named::sources(site, asked, history.sources(act.sources)))
        }
        @for text in said { blockquote { (deeds::words(site, asked, text)) } }
    }
}

/// Says how a matter was opened, and whether it is open still.
pub(super) fn lede(site: &Site, asked: &Asked, found: &MatterAnswer<'_>) -> Markup {
    let (day, article) =
        (parts::when(asked, found.when), named::article(site, asked, found.article));
    html! {
        p.lede {
            @match found.opener {
                Some(opener) => { (say!(asked, "docket-opened-by", day = day, opener = named::party(site, asked, opener), article = article)) }
                None => { (say!(asked, "docket-opened-on", day = day, article = article)) }
            }
            " "
            @if let Some(area) = found.area {
                @let area = site.record().law.area_names.word(area).replace('-', " ");
                (say!(asked, "docket-area", area = parts::written(asked, &area))) " "
            }
            @if let Some(about) = found.about { (say!(asked, "docket-is-about", party = named::party(site, asked, about))) " " }
            @for signed in &found.signed {
                @let person = parts::written(asked, &signed.person);
                @match &signed.capacity {
                    Some(word) => { (say!(asked, "docket-acted-as", person = person, capacity = capacity(site, asked, word))) }
                    None => { (say!(asked, "docket-acted", person = person)) }
                }
                " "
            }
            (named::act(site, asked, found.position)) ". "
            @let on = asked.day(asked.moment.on);
            @if found.may_be_opened { (say!(asked, "docket-may-be-open", day = on)) }
            @else {
                @match found.gone() {
                    Gone::Closed => (say!(asked, "docket-is-closed", day = on)),
                    Gone::Owed => (say!(asked, "docket-is-owed", day = on)),
                    Gone::Open => (say!(asked, "docket-is-open", day = on)),
                }
            }
        }
    }
}

/// Shows the steps of a matter, each with who takes it and how it stands.
pub(crate) fn steps(site: &Site, asked: &Asked, found: &MatterAnswer<'_>) -> Markup {
    let rows: Vec<Markup> = found.steps.iter().map(|step| step_row(site, asked, step)).collect();
    let columns = ["docket-step", "docket-by", "parts-stands", "docket-acts"];
    parts::table(&say!(asked, "docket-steps"), &parts::columns(asked, &columns), &rows)
}

/// Finds the matter that a path names.
pub(crate) fn found<'s>(site: &'s Site, asked: &Asked) -> Result<MatterAnswer<'s>, Refusal> {
    named_matter(site, asked, asked.place("matter"))
}

/// Finds a matter by the act that opened it.
pub(crate) fn named_matter<'s>(
    site: &'s Site,
    asked: &Asked,
    word: &str,
) -> Result<MatterAnswer<'s>, Refusal> {
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
            th scope="row" { (parts::step(asked, step.step.kind)) }
            td {
                (actor(site, asked, step.step.by))
                @if step.step.of_all { ": " (say!(asked, "docket-of-all")) }
            }
            td { (step_state(asked, step)) (still_awaited(site, asked, step)) }
            td { @for act in &step.acts { p { (told_act(site, asked, act)) } } }
        }
    }
}

/// Says of whom a step that each of several has to take is still awaited.
fn still_awaited(site: &Site, asked: &Asked, step: &StepAnswer<'_>) -> Markup {
    let whose = named::sorted(site, asked, step.awaits.clone(), |party| *party);
    html! { @if !whose.is_empty() { p.awaits { (say!(asked, "docket-awaits", parties = named::parties(site, asked, &whose))) } } }
}

pub(super) fn told_act(site: &Site, asked: &Asked, act: &ActAnswer) -> Markup {
    html! {
        (deeds::act(site, asked, act.position)) " ("
        @let shown = named::act(site, asked, act.position);
        @if act.under.is_empty() { (shown) }
        @else { (say!(asked, "docket-act-under", act = shown, articles = named::articles(site, asked, &act.under))) }
        ") " (named::sources(site, asked, &act.sources))
    }
}
