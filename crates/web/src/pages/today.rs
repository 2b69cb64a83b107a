//! Today: what a delegation must answer, by when, under which article.

use super::Shown;
use crate::asked::{Asked, encoded};
use crate::deeds;
use crate::frame::Page;
use crate::live;
use crate::named;
use crate::parts;
use crate::site::Site;
use crate::told;
use crate::tongue::{say, text};
use crate::words::find;
use maud::{Markup, html};
use servanda_model::{Day, Id as _, PartyId, PartyKind, StepExpiry, StepKind};
use servanda_query::{Awaited, Call, Weight, awaited, given};

/// Lists the states of which something is awaited.
pub(crate) fn today_of_whom(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let states = (0u32..).zip(&law.parties).filter(|(_, row)| row.kind == PartyKind::State);
    let counted = states.map(|(n, _)| {
        let id = PartyId::of(n);
        (id, awaited(site.asking(), id, &asked.moment))
    });
    let mut rows: Vec<(PartyId, Vec<Awaited<'_>>)> =
        counted.filter(|(_, found)| found.iter().any(is_owed)).collect();
    rows.sort_by(|(one, _), (other, _)| {
        let name = |id: &PartyId| named::party_text(site, asked, *id);
        asked.tongue().compare(name(one), name(other))
    });
    let rows: Vec<Markup> =
        rows.iter().map(|(id, found)| of_whom(site, asked, *id, found)).collect();
    let headings = parts::columns(asked, &["today-state", "today-awaited", "today-next"]);
    let body = html! {
        h1 { (say!(asked, "today-whose")) }
        p.lede { (say!(asked, "today-whose-lede")) }
        (live::part("states", &html! {
            @if rows.is_empty() { p.empty { (say!(asked, "today-nobody")) } }
            @else { (parts::table(&say!(asked, "today-whose"), &headings, &rows)) }
        }))
    };
    Ok(Page { title: text!(asked, "today-title"), body })
}

fn of_whom(site: &Site, asked: &Asked, id: PartyId, found: &[Awaited<'_>]) -> Markup {
    let owed = found.iter().filter(|awaited| is_owed(awaited)).count();
    let next = found.iter().find(|awaited| is_owed(awaited));
    html! {
        tr {
            th scope="row" { a href=(page_of(site, asked, id)) { (named::party_name(site, asked, id).shown(asked)) } }
            td.number { (owed) }
            td { @if let Some(next) = next { (call(site, asked, next.call)) @if let Some(due) = next.due { ", " (clock(asked, due)) } } }
        }
    }
}

fn page_of(site: &Site, asked: &Asked, id: PartyId) -> String {
    asked.link(&format!("/today/{}", encoded(site.record().law.party_names.word(id))))
}

/// Tells whether something is asked, and not only offered.
fn is_owed(awaited: &Awaited<'_>) -> bool {
    awaited.weight != Weight::Free
}

/// Shows what a state must answer.
pub(crate) fn today(site: &Site, asked: &Asked) -> Shown {
    let word = asked.place("state");
    let id = find(&site.record().law.party_names, word, "a state")?;
    let found = awaited(site.asking(), id, &asked.moment);
    let name = named::party_name(site, asked, id);
    let body = html! {
        h1 { (say!(asked, "today-of", state = name.shown(asked))) }
        (live::part("calls", &html! { (calls(site, asked, &found)) (said(site, asked, id)) }))
        p.elsewhere {
            a href=(asked.link(&format!("/obligations/{}", encoded(word)))) { (say!(asked, "today-binds")) } " · "
            a href=(asked.link(&format!("/states/{}", encoded(word)))) { (say!(asked, "today-takes-part")) } " · "
            (parts::json(asked, &format!("/api/v1/today/{}", encoded(word))))
        }
    };
    Ok(Page { title: text!(asked, "today-of", state = name.text), body })
}

fn calls(site: &Site, asked: &Asked, found: &[Awaited<'_>]) -> Markup {
    let (soon, later): (Vec<_>, Vec<_>) = found.iter().partition(|one| is_soon(asked, one));
    let of =
        |weight: Weight| later.iter().copied().filter(move |one| one.weight == weight).collect();
    let groups: [(Vec<&Awaited<'_>>, Markup); 5] = [
        (soon, say!(asked, "today-soon", days = SOON_DAYS)),
        (of(Weight::Overdue), say!(asked, "today-overdue")),
        (of(Weight::Timed), say!(asked, "today-timed")),
        (of(Weight::Open), say!(asked, "today-open")),
        (of(Weight::Free), say!(asked, "today-free")),
    ];
    html! {
        p.lede { (say!(asked, "today-lede", day = asked.day(asked.moment.on))) }
        @if found.is_empty() { p.empty { (say!(asked, "today-nothing")) } }
        @for (own, title) in groups {
            @if !own.is_empty() {
                section.calls {
                    h2 { (title) }
                    ul { @for awaited in own { li class=(format!("call is-{}", awaited.weight.word())) { (one(site, asked, awaited)) } } }
                }
            }
        }
    }
}

/// How many days before its last one a call stands first.
const SOON_DAYS: i32 = 7;

/// Tells whether the last day of a call is near, and not yet past.
fn is_soon(asked: &Asked, awaited: &Awaited<'_>) -> bool {
    let days = awaited.due.map(|due| due.number().saturating_sub(asked.moment.on.number()));
    days.is_some_and(|days| (0..=SOON_DAYS).contains(&days)) && awaited.weight != Weight::Overdue
}

/// Shows what the state has said in steps that still run: a vote, an agreement, an objection.
fn said(site: &Site, asked: &Asked, id: PartyId) -> Markup {
    let found = given(site.asking(), id, &asked.moment);
    html! {
        @if !found.is_empty() {
            section.calls {
                h2 { (say!(asked, "today-said")) }
                ul { @for one in &found { li.call {
                    p.what { (deeds::act(site, asked, one.act)) " (" (named::act(site, asked, one.act)) ")" }
                    p.clock { @if let Some(due) = one.due { (clock(asked, due)) } }
                    p.rests {
                        (kind(asked, one.step.kind)) ": " (named::procedure(asked, one.procedure).shown(asked)) " "
                        (matter_link(site, asked, one.matter))
                    }
                } } }
            }
        }
    }
}

fn one(site: &Site, asked: &Asked, awaited: &Awaited<'_>) -> Markup {
    html! {
        p.what { (call(site, asked, awaited.call)) }
        p.clock {
            @if let Some(due) = awaited.due { (clock(asked, due)) }
            @if let Some(expiry) = awaited.on_expiry { "; " (then(asked, expiry)) }
        }
        p.rests {
            @if let Some(opener) = awaited.opener { (say!(asked, "today-opened-by", state = named::party(site, asked, opener))) " " }
            @if let Some(about) = awaited.about { (say!(asked, "today-about", state = named::party(site, asked, about))) " " }
            (named::article_or_none(site, asked, awaited.article)) " "
            @if let Some(act) = awaited.act { (goes_back(site, asked, awaited.call, act)) }
        }
    }
}

/// Links to the matter, or to the act that it goes back to.
fn goes_back(site: &Site, asked: &Asked, call: Call<'_>, act: u32) -> Markup {
    match call {
        Call::Step(..) | Call::Vote(..) => matter_link(site, asked, act),
        Call::Consent(_) | Call::Yearly(_) => named::act(site, asked, act),
    }
}

fn matter_link(site: &Site, asked: &Asked, opened: u32) -> Markup {
    let word = encoded(&told::act_word(site, opened));
    html! { a href=(asked.link(&format!("/matters/{word}"))) { (say!(asked, "today-matter")) } }
}

/// Says what is awaited.
fn call(site: &Site, asked: &Asked, call: Call<'_>) -> Markup {
    match call {
        Call::Step(procedure, step) => {
            say!(
                asked,
                "today-step",
                step = kind(asked, step.kind),
                matter = named::procedure(asked, procedure).shown(asked)
            )
        }
        Call::Vote(organ, procedure, step) => say!(
            asked,
            "today-vote",
            step = kind(asked, step.kind),
            organ = named::body(site, asked, organ),
            matter = named::procedure(asked, procedure).shown(asked),
        ),
        Call::Consent(instrument) => {
            say!(asked, "today-consent", instrument = named::instrument(site, asked, instrument))
        }
        Call::Yearly(duty) => {
            say!(asked, "today-yearly", duty = named::duty(asked, duty).shown(asked))
        }
    }
}

/// Says what a kind of step asks for.
fn kind(asked: &Asked, kind: StepKind) -> Markup {
    match kind {
        StepKind::Propose => say!(asked, "today-propose"),
        StepKind::Consult => say!(asked, "today-consult"),
        StepKind::Recommend => say!(asked, "today-recommend"),
        StepKind::Determine => say!(asked, "today-determine"),
        StepKind::Decide => say!(asked, "today-decide"),
        StepKind::Notify => say!(asked, "today-notify"),
        StepKind::Consent => say!(asked, "today-answer"),
        StepKind::Circulate => say!(asked, "today-circulate"),
        StepKind::Wait => say!(asked, "today-wait"),
        StepKind::Deposit => say!(asked, "today-deposit"),
        StepKind::Contribute => say!(asked, "today-contribute"),
        StepKind::Report => say!(asked, "today-report"),
        StepKind::CarryOut => say!(asked, "today-carry-out"),
        StepKind::End => say!(asked, "today-end"),
    }
}

/// Says how far away a last day is.
fn clock(asked: &Asked, due: Day) -> Markup {
    let days = due.number().saturating_sub(asked.moment.on.number());
    match days {
        0 => say!(asked, "today-due-today", day = asked.day(due)),
        1.. => say!(asked, "today-due", day = asked.day(due), days = days),
        _past => say!(asked, "today-was-due", day = asked.day(due), days = days.saturating_neg()),
    }
}

fn then(asked: &Asked, expiry: StepExpiry) -> Markup {
    match expiry {
        StepExpiry::Consents => say!(asked, "today-then-consent"),
        StepExpiry::Lapses => say!(asked, "today-then-lapses"),
        StepExpiry::StillOwed => say!(asked, "today-then-owed"),
    }
}
