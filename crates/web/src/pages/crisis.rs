//! The crisis desk: matters in which the members are asked to help one another, from the request
//! to the end, and what is next in each.

use super::Shown;
use super::docket::{found, lede, noticed, step_state, told_act, wish};
use crate::asked::{Asked, encoded};
use crate::deeds;
use crate::frame::Page;
use crate::live;
use crate::named;
use crate::parts::{self, actor};
use crate::said::said;
use crate::site::Site;
use crate::told;
use crate::tongue::{Part, say, text};
use maud::{Markup, html};
use servanda_model::{Actor, PartyId, Procedure, ProcedureStep, StepKind};
use servanda_query::{
    ActAnswer, Contribution, Contributions, Duty, DutyKind, Gone, MatterAnswer, StepAnswer,
    StepState, docket, obligations,
};

/// Lists the requests for help, the open ones first.
pub(crate) fn crisis(site: &Site, asked: &Asked) -> Shown {
    let mut all = docket(site.asking(), &asked.moment);
    all.retain(|matter| asks_for_help(matter.procedure));
    let of = |gone| all.iter().rev().filter(move |one| one.gone() == gone);
    let open: Vec<_> = of(Gone::Open).collect();
    let body = html! {
        h1 { (say!(asked, "crisis-title")) }
        p.lede { (say!(asked, "crisis-lede")) }
        (live::part("open", &html! {
            @if open.is_empty() { (parts::empty(&say!(asked, "crisis-none", day = asked.day(asked.moment.on)))) }
            @for one in &open { (open_one(site, asked, one)) }
        }))
        (live::part("closed", &html! {
            (ended(site, asked, &say!(asked, "docket-owed"), of(Gone::Owed)))
            (ended(site, asked, &say!(asked, "docket-closed"), of(Gone::Closed)))
        }))
        p.elsewhere { a href=(asked.link("/docket")) { (say!(asked, "crisis-docket")) } " · " a href=(asked.link("/forces")) { (say!(asked, "forces-title")) } }
    };
    Ok(Page { title: text!(asked, "crisis-title"), body })
}

/// Tells whether a procedure is one of mutual assistance: it asks each other member to contribute,
/// and it ends.
fn asks_for_help(procedure: &Procedure) -> bool {
    let asks = |step: &ProcedureStep| {
        step.kind == StepKind::Contribute && step.by == Actor::EachOtherMember
    };
    procedure.steps.iter().any(asks)
        && procedure.steps.iter().any(|step| step.kind == StepKind::End)
}

fn link(site: &Site, asked: &Asked, one: &MatterAnswer<'_>) -> String {
    asked.link(&format!("/crisis/{}", encoded(&told::act_word(site, one.position))))
}

fn open_one(site: &Site, asked: &Asked, one: &MatterAnswer<'_>) -> Markup {
    html! {
        section {
            h2 { (named::procedure(asked, one.procedure).link_to(asked, &link(site, asked, one))) }
            (lede(site, asked, one))
            (wish(site, asked, one.position))
            (ahead(site, asked, one))
        }
    }
}

/// Lists requests that have ended, under the word of how they did.
fn ended<'m, 'r: 'm>(
    site: &Site,
    asked: &Asked,
    title: &Markup,
    found: impl Iterator<Item = &'m MatterAnswer<'r>>,
) -> Markup {
    let rows: Vec<Markup> = found.map(|one| closed_row(site, asked, one)).collect();
    let columns = ["docket-opened", "docket-matter", "docket-by", "docket-about", "crisis-last"];
    html! {
        @if !rows.is_empty() {
            section { h2 { (title) } (parts::table(title, &parts::columns(asked, &columns), &rows)) }
        }
    }
}

fn closed_row(site: &Site, asked: &Asked, one: &MatterAnswer<'_>) -> Markup {
    let last = one.steps.iter().flat_map(|step| &step.acts).max_by_key(|act| act.position);
    html! {
        tr {
            td { (asked.day(one.opened)) }
            th scope="row" { (named::procedure(asked, one.procedure).link_to(asked, &link(site, asked, one))) }
            td { @if let Some(opener) = one.opener { (named::party(site, asked, opener)) } }
            td { @if let Some(about) = one.about { (named::party(site, asked, about)) } }
            td { @if let Some(last) = last { (asked.tongue().when(&last.when)) ": " (deeds::act(site, asked, last.position)) } }
        }
    }
}

/// Says what is missing, what is next, and who must take it.
fn ahead(site: &Site, asked: &Asked, one: &MatterAnswer<'_>) -> Markup {
    let of = |is_wanted: fn(&StepAnswer<'_>) -> bool| {
        one.steps.iter().filter(|step| is_wanted(step)).collect::<Vec<_>>()
    };
    let must = of(|step| {
        matches!(step.state, StepState::Overdue(_))
            || (matches!(step.state, StepState::Runs(_)) && !step.step.optional)
    });
    let may = of(|step| matches!(step.state, StepState::Runs(_)) && step.step.optional);
    let lacking = of(|step| step.state == StepState::PassedOver);
    let line = |step: &StepAnswer<'_>| {
        html! { li {
            strong { (stage(asked, step.step.kind)) } ": " (actor(site, asked, step.step.by))
            @if step.state.is_open() { ", " (step_state(asked, step)) }
            " " (named::article(site, asked, one.article))
        } }
    };
    let groups = [("crisis-must", must), ("crisis-may", may), ("crisis-lacking", lacking)];
    html! {
        @for (title, steps) in groups {
            @if !steps.is_empty() { h3 { (asked.tongue().say(title, &[])) } ul { @for step in steps { (line(step)) } } }
        }
    }
}

fn stage(asked: &Asked, kind: StepKind) -> Markup {
    say!(asked, "crisis-stage", word = Part::Word(kind.word()))
}

/// Shows one request for help from the request to the end.
pub(crate) fn one(site: &Site, asked: &Asked) -> Shown {
    let found = found(site, asked)?;
    let word = encoded(&told::act_word(site, found.position));
    let opener = found.opener.map(|opener| named::party_name(site, asked, opener));
    let procedure = named::procedure(asked, found.procedure);
    let title = match opener {
        Some(opener) => {
            text!(asked, "crisis-of", matter = procedure.text, state = opener.text)
        }
        None => procedure.text.to_owned(),
    };
    let duties = duties(site, asked, &found);
    let body = html! {
        h1 {
            @match opener {
                Some(opener) => { (say!(asked, "crisis-of", matter = procedure.shown(asked), state = opener.shown(asked))) }
                None => { (procedure.shown(asked)) }
            }
        }
        (live::part("ahead", &html! {
            (lede(site, asked, &found))
            @if found.gone() != Gone::Open { p.standing { (say!(asked, "crisis-over")) } }
            (ahead(site, asked, &found))
        }))
        (live::part("stages", &stages(site, asked, &found, &duties)))
        (article(site, asked, &found, &duties))
        p.elsewhere {
            a href=(asked.link(&format!("/matters/{word}"))) { (say!(asked, "crisis-matter")) } " · "
            a href=(asked.link(&format!("/feeds/matters/{word}.atom"))) { (say!(asked, "crisis-feed")) } " · "
            (parts::json(asked, &format!("/api/v1/matters/{word}")))
        }
    };
    Ok(Page { title, body })
}

/// Shows every stage: what was done in it, by whom, on whose word, and what is found of it.
fn stages(site: &Site, asked: &Asked, found: &MatterAnswer<'_>, duties: &[Duty]) -> Markup {
    html! {
        ol.stages {
            li.is-taken {
                h2 { (say!(asked, "crisis-request")) }
                p.clock { (asked.day(found.opened)) " · " (named::article(site, asked, found.article)) }
                (wish(site, asked, found.position))
                p { (named::act(site, asked, found.position)) }
            }
            @for step in &found.steps { (stage_of(site, asked, (found, step), duties)) }
        }
        @if !found.beside.is_empty() {
            section { h2 { (say!(asked, "docket-beside")) } ul { @for act in &found.beside { li { (dated(site, asked, act)) } } } }
        }
        (noticed(site, asked, found))
    }
}

fn stage_of(
    site: &Site,
    asked: &Asked,
    (found, step): (&MatterAnswer<'_>, &StepAnswer<'_>),
    duties: &[Duty],
) -> Markup {
    // A duty that begins with the verb of the step says what is to be done in it.
    let law = &site.record().law;
    let begins = |duty: &&Duty| duty.text.english(law).starts_with(step.step.kind.word());
    let told = duties.iter().find(begins);
    let given = found.contributions.as_ref().filter(|_| step.step.kind == StepKind::Contribute);
    html! {
        li class=(class(step.state)) {
            h2 { (stage(asked, step.step.kind)) }
            p.clock {
                (actor(site, asked, step.step.by)) " · " (step_state(asked, step)) " · " (named::article(site, asked, found.article))
                @if let Some(message) = &step.step.message { " · " code { (message) } }
            }
            @if let Some(duty) = told { p.quiet { (say!(asked, "crisis-article-asks", what = said(site, asked, &duty.text))) } }
            @match given {
                Some(given) => { (contributions(site, asked, given)) }
                None => { @for act in &step.acts { p { (dated(site, asked, act)) (decision(site, asked, step.step.kind, act)) } } }
            }
        }
    }
}

/// Returns the mark of a stage, which its words say as well.
fn class(state: StepState) -> &'static str {
    match state {
        StepState::Taken(_) | StepState::TimePassed(_) => "is-taken",
        StepState::Runs(_) => "is-next",
        StepState::Overdue(_) | StepState::PassedOver => "is-lacking",
        StepState::NotTaken | StepState::Waits | StepState::Lapsed | StepState::NotReached => {
            "is-quiet"
        }
    }
}

fn dated(site: &Site, asked: &Asked, act: &ActAnswer) -> Markup {
    html! { (asked.tongue().when(&act.when)) ": " (told_act(site, asked, act)) }
}

/// Links to the decision as it is printed.
fn decision(site: &Site, asked: &Asked, kind: StepKind, act: &ActAnswer) -> Markup {
    let word = encoded(&told::act_word(site, act.position));
    html! {
        @if matches!(kind, StepKind::Decide | StepKind::Determine | StepKind::Recommend) {
            " " a href=(asked.link(&format!("/acts/{word}/decision"))) { (say!(asked, "crisis-decision")) }
        }
    }
}

/// Lists who was asked to contribute, what each gave, and of whom nothing is found.
fn contributions(site: &Site, asked: &Asked, given: &Contributions) -> Markup {
    let row = |one: &Contribution| {
        html! { tr {
            th scope="row" { (named::party(site, asked, one.party)) }
            td { (say!(asked, "crisis-aid", kind = Part::Word(one.kind.word()))) }
            td { (parts::written(asked, &one.what)) }
            td { @for (of, number) in &one.counts { p { (parts::written(asked, &format!("{number} {of}"))) } } }
            td { (named::act(site, asked, one.position)) " " (sources_of(site, asked, one.position)) }
        } }
    };
    let nothing = |party: &PartyId| {
        html! { tr {
            th scope="row" { (named::party(site, asked, *party)) }
            td {}
            td.quiet { (say!(asked, "docket-state-passed-over")) }
            td {}
            td {}
        } }
    };
    let rows: Vec<Markup> =
        given.states.iter().map(row).chain(given.not_found.iter().map(nothing)).collect();
    let columns = ["parts-state", "crisis-how", "parts-what", "crisis-count", "parts-act-column"];
    html! {
        @if given.voluntary { p.quiet { (say!(asked, "crisis-voluntary")) } }
        @if rows.is_empty() { (parts::empty(&say!(asked, "crisis-nobody-asked"))) }
        @else { (parts::table(&say!(asked, "crisis-asked"), &parts::columns(asked, &columns), &rows)) }
    }
}

fn sources_of(site: &Site, asked: &Asked, position: u32) -> Markup {
    let history = &site.record().history;
    let act = history.act(position);
    html! { @if let Some(act) = act { (named::sources(site, asked, history.sources(act.sources))) } }
}

/// Returns what the article of the matter asks of the parties, as it stood when it was opened.
fn duties(site: &Site, asked: &Asked, found: &MatterAnswer<'_>) -> Vec<Duty> {
    let Some(opener) = found.opener else { return Vec::new() };
    let mut duties = obligations(site.asking(), opener, &asked.moment.at(found.opened));
    duties.retain(|duty| duty.article == found.article && duty.kind == DutyKind::Obligation);
    duties
}

fn article(site: &Site, asked: &Asked, found: &MatterAnswer<'_>, duties: &[Duty]) -> Markup {
    html! {
        @if found.wording.is_some() || !duties.is_empty() {
            section {
                h2 { (say!(asked, "crisis-duties")) }
                @if let Some((gist, evidence)) = &found.wording {
                    p { (say!(asked, "docket-wording", gist = parts::written(asked, gist))) " " (parts::evidence(asked, *evidence)) }
                }
                @if !duties.is_empty() { ul { @for duty in duties { li { (said(site, asked, &duty.text)) } } } }
            }
        }
    }
}
