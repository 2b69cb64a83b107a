//! What an organ decides when its members vote so: votes to choose, and what follows, counted.

use super::Shown;
use crate::api::decided;
use crate::asked::{Asked, VOTE, encoded};
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::refusal::Refusal;
use crate::routes::{MATTER_KIND, TARGET};
use crate::said::said;
use crate::site::Site;
use crate::tongue::{Part, say, text};
use crate::words::find;
use maud::{Markup, html};
use servanda_model::{BodyId, MemberStatus, Outcome, PartyId, Vote};
use servanda_query::{ByReading, DecisionAnswer, Roster, arithmetic, condition, members};

/// Shows what an organ decides, or asks how its members vote.
pub(crate) fn decide(site: &Site, asked: &Asked) -> Shown {
    let law = &site.record().law;
    let organ = find(&law.body_names, asked.place("organ"), "an organ")?;
    let found = members(site.asking(), organ, &asked.moment);
    let full = found.members.iter().filter(|row| row.status == Some(MemberStatus::Member));
    let seats: Vec<PartyId> = full.map(|row| row.party).collect();
    let kinds = site.asking().code.kinds_of(organ);
    let title = text!(asked, "decide-title", organ = named::body_name(site, asked, organ).text);
    let votes = votes(site, asked, &seats);
    let body = html! {
        h1 { (title) }
        p.lede { (say!(asked, "decide-lede", day = asked.day(asked.moment.on))) }
        @if kinds.is_empty() {
            (parts::empty(&say!(asked, "decide-no-kind")))
        } @else if seats.is_empty() {
            @match site.asking().not_there(organ, &asked.moment) {
                Some(why) => { (parts::empty(&said(site, asked, &why))) }
                None => { (parts::empty(&say!(asked, "decide-no-seats"))) }
            }
        } @else {
            @if let (Some(_), Some(votes)) = (asked.field(MATTER_KIND.name), &votes) { (answer(site, asked, votes)?) }
            (form(site, asked, organ, &seats))
        }
        (parts::question_for_programs(asked))
    };
    Ok(Page { title, body })
}

fn field(site: &Site, party: PartyId) -> String {
    format!("{VOTE}{}", site.record().law.party_names.word(party))
}

/// Returns the votes that were chosen, as a file of votes has them; none before any is chosen.
fn votes(site: &Site, asked: &Asked, seats: &[PartyId]) -> Option<String> {
    let mut text = "state,vote\n".to_owned();
    let mut has_some = false;
    for party in seats {
        if let Some(vote) = asked.field(&field(site, *party)) {
            has_some = true;
            text.push_str(&format!("{},{vote}\n", site.record().law.party_names.word(*party)));
        }
    }
    has_some.then_some(text)
}

fn answer(site: &Site, asked: &Asked, votes: &str) -> Result<Markup, Refusal> {
    let found = decided(site, asked, votes)?;
    let rows = looked_at(site, asked, &found);
    let columns = parts::columns(
        asked,
        &["decide-reading", "decide-condition", "decide-counted", "decide-holds"],
    );
    let shown = found.followed.and_then(|index| found.readings.get(index));
    let shown = shown.or(found.readings.first());
    let applied = shown.and_then(|reading| reading.decided.applied.last());
    // What is still open, as a silence that runs, binds nobody yet.
    let stands = matches!(found.outcome, Outcome::Adopted | Outcome::Conditional);
    let bound = shown.filter(|_| stands).map(bound).unwrap_or_default();
    Ok(html! {
        section aria-labelledby="answer" {
            h2 #answer { (say!(asked, "decide-on", day = asked.day(asked.moment.on))) }
            p.verdict {
                @let outcome = html! { strong { (outcome(asked, found.outcome)) } };
                @match applied {
                    Some(applied) => { (say!(asked, "decide-under", outcome = outcome, article = named::article(site, asked, applied.article))) }
                    None => { (say!(asked, "decide-by-none", outcome = outcome)) }
                }
                @if !bound.is_empty() { " " (say!(asked, "decide-binds", whom = named::parties(site, asked, &bound))) }
            }
            (by_reading(site, asked, &found))
            (parts::table(&say!(asked, "decide-looked-at"), &columns, &rows))
            @if !found.set_aside.is_empty() {
                h3 { (say!(asked, "decide-set-aside")) }
                ul { @for aside in &found.set_aside {
                    li { (named::party(site, asked, aside.cast.party)) ": " (say!(asked, "decide-not-counted", why = Part::Word(aside.why.word()))) " " (named::article_or_none(site, asked, aside.article)) }
                } }
            }
            @for note in &found.notes { p.note { (said(site, asked, note)) } }
        }
    })
}

/// Returns whom a reading of the rule binds.
fn bound(reading: &ByReading<'_>) -> Vec<PartyId> {
    reading.decided.bound.iter().collect()
}

/// Says what each reading of the rule gives and whom it then binds, where there are several.
fn by_reading(site: &Site, asked: &Asked, found: &DecisionAnswer<'_>) -> Markup {
    html! {
        @if found.readings.len() > 1 {
            ul { @for (index, reading) in found.readings.iter().enumerate() {
                li {
                    @let name = parts::written(asked, reading.name.as_deref().unwrap_or_default());
                    @let article = named::article(site, asked, reading.article);
                    @let said = outcome(asked, reading.decided.outcome);
                    @if found.followed == Some(index) {
                        (say!(asked, "decide-read-followed", name = name, article = article, outcome = said))
                    } @else {
                        (say!(asked, "decide-read", name = name, article = article, outcome = said))
                    }
                    " "
                    @let bound = bound(reading);
                    @if bound.is_empty() { (say!(asked, "decide-binds-nobody")) }
                    @else { (say!(asked, "decide-binds", whom = named::parties(site, asked, &bound))) }
                }
            } }
        }
    }
}

/// Returns every condition that was looked at, in each reading of the rule.
fn looked_at(site: &Site, asked: &Asked, found: &DecisionAnswer<'_>) -> Vec<Markup> {
    let mut rows = Vec::new();
    let roster = Roster::of(site.asking(), found.organ, &asked.moment);
    for reading in &found.readings {
        let name = html! {
            @if let Some(name) = &reading.name { (parts::written(asked, name)) ": " }
            (outcome(asked, reading.decided.outcome))
        };
        let applied = reading.decided.applied.iter();
        for (_, weighing) in applied.flat_map(|applied| &applied.looked_at) {
            rows.push(html! { tr {
                th scope="row" { (name) }
                td { (said(site, asked, &condition(site.asking(), weighing, &roster))) }
                td { (said(site, asked, &arithmetic(weighing))) }
                td { @if weighing.holds { (say!(asked, "decide-yes")) } @else { (say!(asked, "decide-no")) } }
            } });
        }
    }
    rows
}

/// Says an outcome.
fn outcome(asked: &Asked, outcome: Outcome) -> Markup {
    say!(asked, "decide-outcome", outcome = Part::Word(outcome.word()))
}

fn form(site: &Site, asked: &Asked, organ: BodyId, seats: &[PartyId]) -> Markup {
    let law = &site.record().law;
    let action = format!("/decide/{}", encoded(law.body_names.word(organ)));
    html! {
        form.ask.long method="get" action=(action) {
            label for=(MATTER_KIND.name) { (say!(asked, "decide-kind")) }
            select #matter name=(MATTER_KIND.name) {
                @for kind in site.asking().code.kinds_of(organ) {
                    @let word = law.matter_names.word(kind);
                    option value=(word) lang=[parts::written_in(asked)] selected[asked.field(MATTER_KIND.name) == Some(word)] { (word.replace('-', " ")) }
                }
            }
            label for=(TARGET.name) { (say!(asked, "decide-about")) }
            select #target name=(TARGET.name) {
                option value="" { (say!(asked, "decide-about-none")) }
                @for party in seats {
                    @let word = law.party_names.word(*party);
                    option value=(word) selected[asked.field(TARGET.name) == Some(word)] { (named::party_text(site, asked, *party)) }
                }
            }
            fieldset {
                legend { (say!(asked, "decide-votes")) }
                @for party in seats {
                    @let name = field(site, *party);
                    p {
                        label for=(name) { (named::party_text(site, asked, *party)) }
                        select id=(name) name=(name) {
                            @for vote in Vote::ALL {
                                option value=(vote.word()) selected[asked.field(&name) == Some(vote.word())] { (say!(asked, "decide-vote", vote = Part::Word(vote.word()))) }
                            }
                        }
                    }
                }
            }
            (parts::moment_fields(asked))
            button type="submit" { (say!(asked, "decide-count")) }
        }
    }
}
