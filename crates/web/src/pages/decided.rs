//! A decision as it is printed: its text, the session, the rule and the count, whom it binds, and
//! where the log has it.

use super::Shown;
use crate::asked::{Asked, encoded};
use crate::deeds;
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::refusal::{Kind, Refusal};
use crate::said::said;
use crate::site::Site;
use crate::told;
use crate::tongue::{Part, say, text};
use maud::{Markup, html};
use servanda_model::{Act, Decision, Deed, MatterId, Outcome, PartyId};
use servanda_query::{ByReading, LeftOut, Recount, arithmetic, condition, recount, sessions};

/// Shows a decision.
pub(crate) fn decided(site: &Site, asked: &Asked) -> Shown {
    let word = asked.place("act");
    let position = told::act(site, word)?;
    let (act, decision) = found(site, position).ok_or_else(|| {
        let message = format!("`{}` is no decision", crate::words::shown(word));
        let hint = "`/sessions/ORGAN` lists what an organ decided";
        Refusal::new(Kind::UnknownWord, message).hint(hint)
    })?;
    let day = act.when.order();
    let organ = named::body_name(site, asked, decision.organ);
    let title = text!(asked, "decided-title", organ = organ.text, day = asked.day(day));
    let gist = act.details.iter().flat_map(|details| &details.what);
    let body = html! {
        p.second { (named::own_shown(site, asked)) }
        h1 { (say!(asked, "decided-title", organ = organ.shown(asked), day = parts::when(asked, act.when))) }
        p.verdict { strong { (outcome(asked, decision)) } }
        @for text in gist { blockquote.gist { p { (deeds::words(site, asked, text)) } } }
        (about(site, asked, (position, act), decision))
        (count(site, asked, decision, recount(site.asking(), position, &asked.moment).as_ref()))
        (in_the_log(site, asked, position))
        p.elsewhere {
            a href=(asked.link(&format!("/acts/{}", encoded(&told::act_word(site, position))))) { (say!(asked, "decided-act")) }
        }
    };
    Ok(Page { title, body })
}

fn found(site: &Site, position: u32) -> Option<(&Act, &Decision)> {
    let act = site.record().history.act(position)?;
    if let Deed::Decide(decision) = &act.deed { Some((act, &**decision)) } else { None }
}

fn outcome(asked: &Asked, decision: &Decision) -> Markup {
    say!(asked, "decided-outcome", word = Part::Word(decision.outcome.word()))
}

/// Says where and in which matter it was taken, what it adopts, and who says so.
fn about(site: &Site, asked: &Asked, (position, act): (u32, &Act), decision: &Decision) -> Markup {
    let history = &site.record().history;
    let details = act.details.as_deref();
    let on = details.and_then(|details| details.on.as_ref());
    let matter = on.and_then(|(label, _)| history.position_of(*label));
    let place = details.and_then(|details| named::place(site, asked, details.place?));
    let under = details.map(|details| details.under.as_slice()).unwrap_or_default();
    html! {
        dl.plain {
            (session(site, asked, position, decision))
            @if let Some(place) = place { div { dt { (say!(asked, "act-in")) } dd { (place) } } }
            @if let Some(matter) = matter {
                div { dt { (say!(asked, "decided-matter")) } dd {
                    (deeds::act(site, asked, matter)) ": "
                    a href=(asked.link(&format!("/matters/{}", encoded(&told::act_word(site, matter))))) { (say!(asked, "today-matter")) }
                } }
            }
            @if let Some(target) = decision.target { div { dt { (say!(asked, "docket-about")) } dd { (named::party(site, asked, target)) } } }
            @if !decision.interested.is_empty() { div { dt { (say!(asked, "decided-interested")) } dd { (named::parties(site, asked, &decision.interested)) } } }
            @if !decision.adopts.is_empty() { div { dt { (say!(asked, "decided-adopts")) } dd { @for id in &decision.adopts { p { (named::instrument(site, asked, *id)) } } } } }
            @if let Some(condition) = &decision.condition { div { dt { (say!(asked, "decided-condition")) } dd { (deeds::words(site, asked, condition)) } } }
            @if !under.is_empty() { div { dt { (say!(asked, "act-under")) } dd { (named::articles(site, asked, under)) } } }
            @for (party, opinion) in &decision.opinions { div { dt { (say!(asked, "decided-opinion")) } dd { (named::party(site, asked, *party)) ": " (deeds::words(site, asked, opinion)) } } }
            div { dt { (say!(asked, "act-told-by")) } dd { (named::sources(site, asked, history.sources(act.sources))) } }
        }
    }
}

fn session(site: &Site, asked: &Asked, position: u32, decision: &Decision) -> Markup {
    let all = sessions(site.asking(), decision.organ, &asked.moment);
    let is_in = |act: &servanda_query::ActAnswer| act.position == position;
    let own = all.sessions.iter().find(|one| one.decided.iter().any(is_in));
    html! {
        @if let Some(own) = own {
            div { dt { (say!(asked, "decided-session")) } dd {
                (deeds::act(site, asked, own.act.position)) ", " (asked.tongue().when(&own.act.when)) " (" (named::act(site, asked, own.act.position)) ")"
            } }
        }
    }
}

/// Shows how each voted, the rule with what it looked at, and whom the decision binds.
fn count(site: &Site, asked: &Asked, decision: &Decision, counted: Option<&Recount<'_>>) -> Markup {
    let names = |list: &[PartyId]| {
        let sorted = named::sorted(site, asked, list.to_vec(), |party| *party);
        named::parties(site, asked, &sorted)
    };
    let groups: [(&'static str, &[PartyId]); 5] = [
        ("for", &decision.in_favour),
        ("against", &decision.against),
        ("abstaining", &decision.abstaining),
        ("absent", &decision.absent),
        ("untold", counted.map_or(&[], |counted| &counted.untold)),
    ];
    let rows: Vec<Markup> = groups
        .iter()
        .filter(|(_, list)| !list.is_empty())
        .map(|(word, list)| {
            html! { tr {
                th scope="row" { (say!(asked, "decided-vote", word = Part::Word(word))) }
                td.number { (list.len()) }
                td { (names(list)) }
            } }
        })
        .collect();
    let columns = ["decided-position", "crisis-count", "today-state"];
    html! {
        section {
            h2 { (say!(asked, "decided-count")) }
            @if rows.is_empty() { (parts::empty(&say!(asked, "decided-no-votes"))) }
            @else { (parts::table(&say!(asked, "decided-votes"), &parts::columns(asked, &columns), &rows)) }
            @match counted.and_then(|counted| Some((counted, counted.kind?))) {
                None => { p.quiet { (say!(asked, "decided-no-kind")) } }
                Some((counted, kind)) => { (rule(site, asked, counted, kind)) }
            }
        }
    }
}

/// Shows each reading of the rule, and what follows: from the votes where all of them are told, else
/// whatever those did of whom nothing is told.
fn rule(site: &Site, asked: &Asked, counted: &Recount<'_>, kind: MatterId) -> Markup {
    let kind = site.record().law.matter_names.word(kind).replace('-', " ");
    let is_followed = |index| counted.readings.len() > 1 && counted.followed == Some(index);
    html! {
        h3 { (say!(asked, "decided-rule", kind = parts::written(asked, &kind))) }
        @if !counted.is_sure() { p.note { (say!(asked, "decided-not-all-told")) } }
        @else if !counted.is_told() { p.note { (say!(asked, "decided-whatever")) } }
        @for (index, reading) in counted.readings.iter().enumerate() {
            div.reading {
                p {
                    @if let Some(name) = &reading.name { strong { (parts::written(asked, name)) } " " }
                    (named::article(site, asked, reading.article))
                    @if is_followed(index) { " " span.followed { (say!(asked, "parts-followed-here")) } }
                }
                @for out in counted.left_out(reading) { (left_out(site, asked, out)) }
                @match reading.surely {
                    _ if counted.is_told() => { (looked_at(site, asked, (reading, counted))) }
                    Some(outcome) if counted.seats.is_some() => { (by_rule(asked, outcome)) }
                    _ => {}
                }
            }
        }
    }
}

/// Says who has a vote in the organ and none on this matter, and by which article.
fn left_out(site: &Site, asked: &Asked, out: LeftOut) -> Markup {
    let (party, article) =
        (named::party(site, asked, out.party), named::article(site, asked, out.article));
    let why = Part::Word(out.why.word());
    html! { p { (party) ": " (say!(asked, "decide-not-counted", why = why)) " (" (article) ")" } }
}

fn by_rule(asked: &Asked, outcome: Outcome) -> Markup {
    let outcome = say!(asked, "decided-outcome", word = Part::Word(outcome.word()));
    html! { p { (say!(asked, "decided-by-rule", outcome = outcome)) } }
}

fn looked_at(
    site: &Site,
    asked: &Asked,
    (reading, counted): (&ByReading<'_>, &Recount<'_>),
) -> Markup {
    let roster = counted.roster(site.asking());
    let decided = &reading.decided;
    let (bound, free): (Vec<PartyId>, Vec<PartyId>) =
        (decided.bound.iter().collect(), decided.not_bound.iter().collect());
    let aside = decided.applied.last().and_then(|applied| applied.rule.binds.aside.as_ref());
    html! {
        ul {
            @for applied in &decided.applied {
                @for (_, weighing) in &applied.looked_at {
                    li {
                        @let condition = said(site, asked, &condition(site.asking(), weighing, &roster));
                        (say!(asked, "decided-looked-at", condition = condition, found = said(site, asked, &arithmetic(weighing)))) " — "
                        @if weighing.holds { (say!(asked, "decided-holds")) } @else { (say!(asked, "decided-does-not-hold")) }
                        " " (named::article(site, asked, applied.article))
                    }
                }
            }
        }
        (by_rule(asked, decided.outcome))
        @if !bound.is_empty() { p { (say!(asked, "decided-binds", parties = named::parties(site, asked, &bound))) } }
        @if let (Some(aside), false) = (aside, free.is_empty()) {
            p { (named::parties(site, asked, &free)) ": " (parts::written(asked, aside)) }
        } @else if !free.is_empty() { p { (say!(asked, "decided-does-not-bind", parties = named::parties(site, asked, &free))) } }
    }
}

/// Says where the log has the act, and how anybody verifies it.
fn in_the_log(site: &Site, asked: &Asked, position: u32) -> Markup {
    html! {
        section {
            h2 { (say!(asked, "decided-log")) }
            @match asked.proof() {
                None => { p.quiet { (say!(asked, "decided-no-log")) } }
                Some(proof) => {
                    dl.plain {
                        div { dt { (say!(asked, "ledger-entry")) } dd { a href={ "/log/entry/" (proof.entry) } { (proof.entry) } } }
                        div { dt { (say!(asked, "decided-leaf")) } dd { code.digits { (proof.leaf) } } }
                        div { dt { (say!(asked, "ledger-receipt")) } dd { a href={ "/api/v1/receipts/" (proof.entry) } { "/api/v1/receipts/" (proof.entry) } } }
                    }
                    p.quiet { (say!(asked, "decided-verify")) }
                    @if let Some(found) = site.contested(position) { p.note { (parts::contested(asked, found)) } }
                }
            }
        }
    }
}
