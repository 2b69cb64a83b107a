//! A decision as it is printed: its text, the session, the rule and the count, whom it binds, and
//! where the log has it.

use super::Shown;
use crate::asked::{Asked, encoded};
use crate::deeds;
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::refusal::{Kind, Refusal};
use crate::site::Site;
use crate::told;
use crate::tongue::{Part, say, text};
use maud::{Markup, html};
use servanda_model::{Act, Day, Decision, Deed, MatterId, PartyId, PartySet, Vote};
use servanda_query::{
    ByReading, Cast, DecisionAnswer, Motion, arithmetic, condition_text, decision as ask, docket,
    sessions,
};

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
        (count(site, asked, decision, &weighed(site, asked, position, decision)))
        (in_the_log(asked))
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

/// What is known of how a decision was taken.
struct Weighed<'s> {
    /// The rule applied to the votes that are told; none where the kind of matter is not told.
    answer: Option<DecisionAnswer<'s>>,
    /// Those who may vote of whom no vote is told.
    untold: Vec<PartyId>,
}

/// Applies the rule of the day to the votes that are told.
fn weighed<'s>(site: &'s Site, asked: &Asked, position: u32, decision: &Decision) -> Weighed<'s> {
    let day: Option<Day> = found(site, position).map(|(act, _)| act.when.order());
    let kind = decision.matter.or_else(|| step_matter(site, asked, position));
    let (Some(kind), Some(day)) = (kind, day) else {
        return Weighed { answer: None, untold: Vec::new() };
    };
    let cast = |vote| move |party: &PartyId| Cast { party: *party, vote, at: None };
    let votes: Vec<Cast> = (decision.in_favour.iter().map(cast(Vote::Yes)))
        .chain(decision.against.iter().map(cast(Vote::No)))
        .chain(decision.abstaining.iter().map(cast(Vote::Abstain)))
        .chain(decision.absent.iter().map(cast(Vote::Absent)))
        .collect();
    let has_voted = |party: &PartyId| votes.iter().any(|cast| cast.party == *party);
    let motion = Motion { votes: votes.clone(), target: decision.target, ..Motion::default() };
    let answer = ask(site.asking(), decision.organ, kind, &motion, &asked.moment.at(day));
    let shown = shown(&answer);
    let electorate = shown.map(|reading| &reading.decided.ballot.electorate);
    let untold = electorate.into_iter().flat_map(PartySet::iter);
    let untold = untold.filter(|party| !has_voted(party)).collect();
    Weighed { answer: Some(answer), untold }
}

/// Returns the reading that practice follows, else the first.
fn shown<'a, 's>(answer: &'a DecisionAnswer<'s>) -> Option<&'a ByReading<'s>> {
    let followed = answer.followed.and_then(|index| answer.readings.get(index));
    followed.or(answer.readings.first())
}

/// Returns the kind of matter that the step of the procedure names.
fn step_matter(site: &Site, asked: &Asked, position: u32) -> Option<MatterId> {
    let all = docket(site.asking(), &asked.moment);
    let steps = all.iter().flat_map(|matter| &matter.steps);
    let mut own = steps.filter(|step| step.acts.iter().any(|act| act.position == position));
    own.find_map(|step| step.step.matter)
}

/// Shows how each voted, the rule with what it looked at, and whom the decision binds.
fn count(site: &Site, asked: &Asked, decision: &Decision, weighed: &Weighed<'_>) -> Markup {
    let names = |list: &[PartyId]| {
        let sorted = named::sorted(site, asked, list.to_vec(), |party| *party);
        named::parties(site, asked, &sorted)
    };
    let groups: [(&'static str, &[PartyId]); 5] = [
        ("for", &decision.in_favour),
        ("against", &decision.against),
        ("abstaining", &decision.abstaining),
        ("absent", &decision.absent),
        ("untold", &weighed.untold),
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
            @match &weighed.answer {
                None => { p.quiet { (say!(asked, "decided-no-kind")) } }
                Some(answer) => { (rule(site, asked, answer, &weighed.untold)) }
            }
        }
    }
}

/// Shows each reading of the rule, and what follows from the votes where all of them are told.
fn rule(site: &Site, asked: &Asked, answer: &DecisionAnswer<'_>, untold: &[PartyId]) -> Markup {
    let law = &site.record().law;
    let kind = law.matter_names.word(answer.kind).replace('-', " ");
    html! {
        h3 { (say!(asked, "decided-rule", kind = parts::written(asked, &kind))) }
        @if !untold.is_empty() { p.note { (say!(asked, "decided-not-all-told")) } }
        @for (index, reading) in answer.readings.iter().enumerate() {
            div.reading {
                p {
                    @if let Some(name) = reading.name { strong { (parts::written(asked, name)) } " " }
                    (named::article(site, asked, reading.article))
                    @if answer.readings.len() > 1 && answer.followed == Some(index) { " " span.followed { (say!(asked, "parts-followed-here")) } }
                }
                @if untold.is_empty() { (looked_at(site, asked, reading)) }
            }
        }
    }
}

fn looked_at(site: &Site, asked: &Asked, reading: &ByReading<'_>) -> Markup {
    let decided = &reading.decided;
    let (bound, free): (Vec<PartyId>, Vec<PartyId>) =
        (decided.bound.iter().collect(), decided.not_bound.iter().collect());
    let aside = decided.applied.last().and_then(|applied| applied.rule.binds.aside.as_ref());
    html! {
        ul {
            @for applied in &decided.applied {
                @for (_, weighing) in &applied.looked_at {
                    li {
                        (parts::written(asked, &condition_text(site.asking(), weighing.condition))) ": "
                        (named::sentence(site, asked, &arithmetic(site.asking(), weighing))) " — "
                        @if weighing.holds { (say!(asked, "decided-holds")) } @else { (say!(asked, "decided-does-not-hold")) }
                        " " (named::article(site, asked, applied.article))
                    }
                }
            }
        }
        p { (say!(asked, "decided-by-rule", outcome = say!(asked, "decided-outcome", word = Part::Word(decided.outcome.word())))) }
        @if !bound.is_empty() { p { (say!(asked, "decided-binds", parties = named::parties(site, asked, &bound))) } }
        @if let (Some(aside), false) = (aside, free.is_empty()) {
            p { (named::parties(site, asked, &free)) ": " (parts::written(asked, aside)) }
        } @else if !free.is_empty() { p { (say!(asked, "decided-does-not-bind", parties = named::parties(site, asked, &free))) } }
    }
}

/// Says where the log has the act, and how anybody verifies it.
fn in_the_log(asked: &Asked) -> Markup {
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
                }
            }
        }
    }
}
