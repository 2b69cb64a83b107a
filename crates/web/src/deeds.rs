//! What an act did, as one sentence in the reader's language; what the record itself says in its
//! own words stays in English and is marked so.

mod papers;

use crate::asked::Asked;
use crate::capacity::capacity as capacity_of;
use crate::named;
use crate::parts::{self, status_text, written};
use crate::site::Site;
use crate::tongue::{Part, say};
use maud::{Markup, html};
use servanda_model::{
    Aid, Appointment, Cause, Deed, Figure, Joining, LabelId, List, PartyId, PlaceId, SessionForm,
    Speech, VoteRight,
};
use servanda_query::{Moment, deed_sentence, told_act};

/// Says what the act at a position did, without its date.
pub(crate) fn act(site: &Site, asked: &Asked, position: u32) -> Markup {
    let Some(act) = site.record().history.act(position) else { return html! {} };
    let sentence = deed(site, asked, &act.deed);
    let what = act.details.as_ref().and_then(|details| details.what.first());
    match what.filter(|_| needs_what(&act.deed)) {
        Some(what) => html! { (sentence) ": " (words(site, asked, what)) },
        None => sentence,
    }
}

/// Says the same with what the act is about, where the sentence does not say so; along the account
/// that is followed, as that tells it.
pub(crate) fn act_with_about(site: &Site, asked: &Asked, position: u32) -> Markup {
    along(site, asked, position, &asked.moment)
}

/// Says our reading of an act, where the account that is followed has another.
pub(crate) fn our_reading(site: &Site, asked: &Asked, position: u32) -> Option<Markup> {
    let ours = Moment { account: None, ..asked.moment };
    let theirs = site.asking().place(position, &asked.moment, &[])?;
    let own = site.asking().place(position, &ours, &[])?;
    let when = parts::when(asked, own.when);
    let reading = if theirs.deed != own.deed {
        html! { (when) ": " (along(site, asked, position, &ours)) }
    } else {
        Some(when).filter(|_| theirs.when != own.when)?
    };
    Some(html! { span.quiet { (say!(asked, "sources-our-reading", reading = reading)) } })
}

fn along(site: &Site, asked: &Asked, position: u32, moment: &Moment) -> Markup {
    let Some(told) = told_act(site.asking(), position, moment) else { return html! {} };
    let sentence = deed(site, asked, told.deed);
    let Some(what) = told.what else { return sentence };
    if needs_what(told.deed) {
        html! { (sentence) ": " (words(site, asked, what)) }
    } else if deed_sentence(site.asking(), told.deed).contains(what) {
        sentence
    } else {
        html! { (sentence) " (" (words(site, asked, what)) ")" }
    }
}

fn needs_what(deed: &Deed) -> bool {
    matches!(deed, Deed::Decide(_) | Deed::State(_) | Deed::Request { .. } | Deed::Session { .. })
}

/// Shows the record's own words, in which a name is a link unless they read as a sentence.
pub(crate) fn words(site: &Site, asked: &Asked, text: &str) -> Markup {
    let mut letters = text.chars();
    let capital = letters.next().is_some_and(char::is_uppercase);
    let own =
        capital && letters.next().is_some_and(|letter| letter == ' ' || letter.is_lowercase());
    if own { written(asked, text) } else { named::sentence(site, asked, text) }
}

/// Says what was done.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each kind of act, so that none is forgotten"
)]
pub(crate) fn deed(site: &Site, asked: &Asked, deed: &Deed) -> Markup {
    let of = |list: &List| instruments(site, asked, *list);
    let by = |list: &List| parties(site, asked, *list);
    let because = |cause: &Cause| parts::cause(asked, Some(*cause));
    let free = |text: &str| words(site, asked, text);
    let body = |id| named::body(site, asked, id);
    match deed {
        Deed::Sign { instruments, parties } => {
            say!(asked, "deeds-sign", parties = by(parties), instruments = of(instruments))
        }
        Deed::Deposit { form, instruments, parties } => {
            let (by, of) = (by(parties), of(instruments));
            say!(
                asked,
                "deeds-deposit",
                form = Part::Word(form.word()),
                parties = by,
                instruments = of
            )
        }
        Deed::Ratify { instruments, parties } => {
            say!(asked, "deeds-ratify", parties = by(parties), instruments = of(instruments))
        }
        Deed::Refuse { instruments, parties } => {
            say!(asked, "deeds-refuse", parties = by(parties), instruments = of(instruments))
        }
        Deed::EnterIntoForce { instruments, parties } if parties.is_empty() => {
            say!(asked, "deeds-force", instruments = of(instruments))
        }
        Deed::EnterIntoForce { instruments, parties } => {
            say!(asked, "deeds-force-for", parties = by(parties), instruments = of(instruments))
        }
        Deed::Provisional { instruments, parties } => {
            say!(asked, "deeds-provisional", parties = by(parties), instruments = of(instruments))
        }
        Deed::GiveNotice { instruments, parties } => {
            say!(asked, "deeds-notice", parties = by(parties), instruments = of(instruments))
        }
        Deed::Revoke { label: of, parties } => {
            say!(asked, "deeds-revoke", parties = by(parties), act = label(site, asked, *of))
        }
        Deed::End { instruments, parties, cause } => {
            let (by, of) = (by(parties), of(instruments));
            say!(asked, "deeds-end", parties = by, instruments = of, cause = because(cause))
        }
        Deed::Suspend { instruments, parties, cause } => {
            let (by, of) = (by(parties), of(instruments));
            say!(asked, "deeds-suspend", parties = by, instruments = of, cause = because(cause))
        }
        Deed::Resume { instruments, parties } => {
            say!(asked, "deeds-resume", parties = by(parties), instruments = of(instruments))
        }
        Deed::Register { instruments, with } => {
            say!(asked, "deeds-register", instruments = of(instruments), register = free(with))
        }
        Deed::Reserve { instruments, parties, text } => {
            let (by, of) = (by(parties), of(instruments));
            say!(asked, "deeds-reserve", parties = by, instruments = of, text = free(text))
        }
        Deed::Object { label: to, parties, text } => {
            let (by, to) = (by(parties), label(site, asked, *to));
            say!(asked, "deeds-object", parties = by, act = to, text = free(text))
        }
        Deed::Join { body: id, parties, status, how, .. } => {
            let (by, body) = (by(parties), body(*id));
            let how = Part::Word(joining(*how));
            let status = status_text(asked, status.word());
            say!(asked, "deeds-join", how = how, parties = by, body = body, status = status)
        }
        Deed::Leave { body: id, parties, cause, .. } => {
            let (by, body) = (by(parties), body(*id));
            say!(asked, "deeds-leave", parties = by, body = body, cause = because(cause))
        }
        Deed::SuspendMember { body: id, parties, cause, .. } => {
            let (by, body) = (by(parties), body(*id));
            say!(asked, "deeds-suspend-member", parties = by, body = body, cause = because(cause))
        }
        Deed::VoteRight { body: id, parties, right, .. } => {
            let right = Part::Word(vote_right(*right));
            say!(asked, "deeds-vote", right = right, parties = by(parties), body = body(*id))
        }
        Deed::Vote { vote, parties } => {
            say!(asked, "deeds-cast", parties = by(parties), vote = Part::Word(vote.cast_word()))
        }
        Deed::Session { organ, place, form } => session(site, asked, body(*organ), (*place, *form)),
        Deed::Paper(paper) => papers::paper(site, asked, paper),
        Deed::Decide(decision) => {
            let outcome = Part::Word(decision.outcome.word());
            say!(asked, "deeds-decide", organ = body(decision.organ), outcome = outcome)
        }
        Deed::Chair { organ, party, instead_of: None } => {
            let party = named::party(site, asked, *party);
            say!(asked, "deeds-chair", party = party, organ = body(*organ))
        }
        Deed::Chair { organ, party, instead_of: Some(absent) } => {
            let party = named::party(site, asked, *party);
            let absent = named::party(site, asked, *absent);
            say!(asked, "deeds-chair-instead", party = party, organ = body(*organ), absent = absent)
        }
        Deed::Appoint(appointment) => appoint(site, asked, appointment),
        Deed::Vacate { office, by: None } => {
            say!(asked, "deeds-vacate", office = named::office(site, asked, *office))
        }
        Deed::Vacate { office, by: Some(party) } => {
            let (office, party) =
                (named::office(site, asked, *office), named::party(site, asked, *party));
            say!(asked, "deeds-vacate-recalled", office = office, party = party)
        }
        Deed::Request { what, parties, body: of, party } => {
            let of_party = || party.map(|party| named::party(site, asked, party));
            let what = free(what);
            match of.map(body).or_else(of_party) {
                Some(of) => {
                    say!(asked, "deeds-request-of", parties = by(parties), what = what, asked = of)
                }
                None => say!(asked, "deeds-request", parties = by(parties), what = what),
            }
        }
        Deed::Aid(aid) => help(site, asked, aid),
        Deed::State(speech) => speak(site, asked, speech),
        Deed::Happen { what } => named::sentence(site, asked, what),
        Deed::Exercise { name, .. } => say!(asked, "deeds-exercise", name = written(asked, name)),
        Deed::Figure(given) => figure(site, asked, given),
        Deed::Position { party, on, position } => {
            let (party, on) = (named::party(site, asked, *party), named::party(site, asked, *on));
            let position = written(asked, position);
            say!(asked, "deeds-position", party = party, entity = on, position = position)
        }
        Deed::Agree { title, body: id } => {
            say!(asked, "deeds-agree", body = body(*id), title = free(title))
        }
        Deed::Correct { label: of, .. } => {
            say!(asked, "deeds-correct", act = label(site, asked, *of))
        }
        Deed::Amend { instrument, transcription, .. } => {
            let instrument = named::instrument(site, asked, *instrument);
            if *transcription {
                say!(asked, "deeds-transcribe", instrument = instrument)
            } else {
                say!(asked, "deeds-amend", instrument = instrument)
            }
        }
    }
}

fn joining(how: Joining) -> &'static str {
    match how {
        Joining::Told => "told",
        Joining::Admitted => "admitted",
        Joining::Restored => "restored",
    }
}

fn vote_right(right: VoteRight) -> &'static str {
    match right {
        VoteRight::Taken => "taken",
        VoteRight::Permitted => "permitted",
        VoteRight::Returned => "returned",
    }
}

fn parties(site: &Site, asked: &Asked, list: List) -> Markup {
    named::parties(site, asked, site.record().history.parties(list))
}

fn instruments(site: &Site, asked: &Asked, list: List) -> Markup {
    let ids = site.record().history.instruments(list).iter();
    parts::listed(&ids.map(|id| named::instrument(site, asked, *id)).collect::<Vec<_>>())
}

/// Shows the act that a label names.
pub(crate) fn label(site: &Site, asked: &Asked, label: LabelId) -> Markup {
    let history = &site.record().history;
    match history.position_of(label) {
        Some(position) => named::act(site, asked, position),
        None => html! { code { (history.labels.word(label)) } },
    }
}

fn session(
    site: &Site,
    asked: &Asked,
    organ: Markup,
    (place, form): (Option<PlaceId>, SessionForm),
) -> Markup {
    let form = Part::Word(form.word().unwrap_or("untold"));
    match place.and_then(|place| named::place(site, asked, place)) {
        Some(place) => say!(asked, "deeds-session-in", organ = organ, form = form, place = place),
        None => say!(asked, "deeds-session", organ = organ, form = form),
    }
}

fn appoint(site: &Site, asked: &Asked, appointment: &Appointment) -> Markup {
    let person = written(asked, &appointment.person);
    let party = named::party(site, asked, appointment.of);
    let office = named::office(site, asked, appointment.office);
    if appointment.acting {
        say!(asked, "deeds-stand-in", person = person, party = party, office = office)
    } else {
        say!(asked, "deeds-appoint", person = person, party = party, office = office)
    }
}

fn help(site: &Site, asked: &Asked, aid: &Aid) -> Markup {
    let office = aid.office.map(|office| named::office(site, asked, office));
    let body = aid.body.map(|body| named::body(site, asked, body));
    let who = office.or(body).unwrap_or_else(|| named::parties(site, asked, &aid.parties));
    let (kind, what) = (Part::Word(aid.kind.word()), words(site, asked, &aid.what));
    say!(asked, "deeds-aid", who = who, kind = kind, what = what)
}

fn speak(site: &Site, asked: &Asked, speech: &Speech) -> Markup {
    let person = speech.person.as_ref().map(|person| written(asked, person));
    let party = speech.party.map(|party| named::party(site, asked, party));
    let body = speech.body.map(|body| named::body(site, asked, body));
    let who = person.or(party).or(body).unwrap_or_default();
    match &speech.capacity {
        Some(capacity) => {
            say!(asked, "deeds-state-as", who = who, capacity = capacity_of(site, asked, capacity))
        }
        None => say!(asked, "deeds-state", who = who),
    }
}

fn figure(site: &Site, asked: &Asked, given: &Figure) -> Markup {
    let party = given.party.map(|party: PartyId| named::party(site, asked, party));
    let body = given.body.map(|body| named::body(site, asked, body));
    let name = words(site, asked, &given.name);
    let number = written(asked, &given.number);
    match party.or(body) {
        Some(of) => say!(asked, "deeds-figure-of", name = name, of = of, number = number),
        None => say!(asked, "deeds-figure", name = name, number = number),
    }
}
