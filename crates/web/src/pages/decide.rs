//! What an organ decides when its members vote so: votes to choose, and what follows, counted.

use super::Shown;
use crate::api::decided;
use crate::asked::{Asked, VOTE, encoded};
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::refusal::Refusal;
use crate::routes::{MATTER_KIND, TARGET};
use crate::site::Site;
use crate::tongue::{Part, say, text};
use crate::words::find;
use maud::{Markup, html};
use serde_json::Value;
use servanda_model::{BodyId, MemberStatus, Outcome, PartyId, Vote};
use servanda_publish::json as forms;
use servanda_query::members;

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
            (parts::empty(&say!(asked, "decide-no-seats")))
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
    let value = forms::decision(site.asking(), &found, &asked.moment);
    let rows = arithmetic(site, asked, &value);
    let columns = parts::columns(
        asked,
        &["decide-reading", "decide-condition", "decide-counted", "decide-holds"],
    );
    Ok(html! {
        section aria-labelledby="answer" {
            h2 #answer { (say!(asked, "decide-on", day = asked.day(asked.moment.on))) }
            p.verdict {
                @let outcome = html! { strong { (outcome(asked, found.outcome.word())) } };
                @match word(&value, "article") {
                    Some(article) => { (say!(asked, "decide-under", outcome = outcome, article = named::sentence(site, asked, article))) }
                    None => { (say!(asked, "decide-by-none", outcome = outcome)) }
                }
                @let bound = codes(&value, "bound");
                @if !bound.is_empty() { " " (say!(asked, "decide-binds", whom = named::sentence(site, asked, &bound.join(", ")))) }
            }
            (by_reading(site, asked, &value))
            (parts::table(&say!(asked, "decide-looked-at"), &columns, &rows))
            @if !found.set_aside.is_empty() {
                h3 { (say!(asked, "decide-set-aside")) }
                ul { @for aside in &found.set_aside { li { (named::party(site, asked, aside.cast.party)) ": " (parts::written(asked, aside.why.words())) " " (named::article_or_none(site, asked, aside.article)) } } }
            }
            @for note in &found.notes { p.note { (named::sentence(site, asked, note)) } }
        }
    })
}

/// Says what each reading of the rule gives and whom it then binds, where there are several.
fn by_reading(site: &Site, asked: &Asked, value: &Value) -> Markup {
    let readings: Vec<&Value> = list(value, "readings").collect();
    html! {
        @if readings.len() > 1 {
            ul { @for reading in readings {
                li {
                    @let name = parts::written(asked, word(reading, "name").unwrap_or_default());
                    @let article = named::sentence(site, asked, word(reading, "article").unwrap_or_default());
                    @let said = said_outcome(asked, word(reading, "outcome").unwrap_or_default());
                    @if reading.get("followed") == Some(&Value::Bool(true)) {
                        (say!(asked, "decide-read-followed", name = name, article = article, outcome = said))
                    } @else {
                        (say!(asked, "decide-read", name = name, article = article, outcome = said))
                    }
                    " "
                    @let bound = codes(reading, "bound");
                    @if bound.is_empty() { (say!(asked, "decide-binds-nobody")) }
                    @else { (say!(asked, "decide-binds", whom = named::sentence(site, asked, &bound.join(", ")))) }
                }
            } }
        }
    }
}

/// Returns every condition that was looked at, in each reading of the rule.
fn arithmetic(site: &Site, asked: &Asked, value: &Value) -> Vec<Markup> {
    let mut rows = Vec::new();
    for reading in list(value, "readings") {
        let name = html! {
            @if let Some(name) = word(reading, "name") { (parts::written(asked, name)) ": " }
            (said_outcome(asked, word(reading, "outcome").unwrap_or_default()))
        };
        let applied = reading.get("why").into_iter().flat_map(|why| list(why, "because"));
        for looked in applied.flat_map(|applied| list(applied, "because")) {
            rows.push(html! { tr {
                th scope="row" { (name) }
                td { (parts::written(asked, word(looked, "condition").unwrap_or_default())) }
                td { (named::sentence(site, asked, word(looked, "text").unwrap_or_default())) }
                td { @if looked.get("holds") == Some(&Value::Bool(true)) { (say!(asked, "decide-yes")) } @else { (say!(asked, "decide-no")) } }
            } });
        }
    }
    rows
}

/// Says the outcome that a word names.
fn said_outcome(asked: &Asked, word: &str) -> Markup {
    let known = Outcome::ALL.into_iter().find(|outcome| outcome.word() == word);
    known.map_or_else(|| html! {}, |known| outcome(asked, known.word()))
}

/// Says an outcome.
fn outcome(asked: &Asked, word: &'static str) -> Markup {
    say!(asked, "decide-outcome", outcome = Part::Word(word))
}

fn list<'v>(value: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> {
    value.get(key).and_then(Value::as_array).into_iter().flatten()
}

fn word<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.get(key).and_then(Value::as_str)
}

fn codes<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    list(value, key).filter_map(Value::as_str).collect()
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
