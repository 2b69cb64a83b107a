//! Acts, claims and sources in neutral words.

use crate::asking::Asking;
use servanda_engine::Through;
use servanda_model::{
    Appointment, BodyId, Cause, Claim, Comparison, Deed, Fact, Joining, LabelId, List, Mention,
    PartyId, PlaceId, SourceRef, Speech, Vote, VoteRight,
};

/// Returns the name by which an act is spoken of: its label, else its place.
pub(crate) fn act_name(asking: &Asking<'_>, position: u32) -> String {
    let act = asking.history.act(position);
    match act.and_then(|act| act.label) {
        Some(label) => asking.history.labels.word(label).to_owned(),
        None => format!("act {position}"),
    }
}

/// Returns an act as one sentence without its date.
pub fn act_sentence(asking: &Asking<'_>, position: u32) -> String {
    match asking.history.act(position) {
        Some(act) => {
            let what = act.details.as_ref().and_then(|details| details.what.first());
            let deed = deed_sentence(asking, &act.deed);
            match what {
                Some(what) if deed_needs_what(&act.deed) => format!("{deed}: {what}"),
                _ => deed,
            }
        }
        None => String::new(),
    }
}

/// Tells whether a deed says little without the record's own words of it.
pub(crate) fn deed_needs_what(deed: &Deed) -> bool {
    matches!(deed, Deed::Decide(_) | Deed::State(_) | Deed::Request { .. } | Deed::Session { .. })
}

/// Mentions what the act at a position did.
pub(crate) fn deed_of(asking: &Asking<'_>, position: u32) -> Mention {
    Mention::Deed(position, act_sentence(asking, position))
}

/// Mentions an act by its name.
pub(crate) fn named(asking: &Asking<'_>, position: u32) -> Mention {
    Mention::Act(position, act_name(asking, position))
}

/// Returns a deed as one sentence.
#[expect(
    clippy::too_many_lines,
    reason = "one arm for each kind of act, so that none is forgotten"
)]
pub fn deed_sentence(asking: &Asking<'_>, deed: &Deed) -> String {
    let law = asking.law;
    let of = |list: &List| instruments(asking, *list);
    let by = |list: &List| parties(asking, *list);
    let name = |party: &PartyId| law.party_names.word(*party);
    let word = |body: &BodyId| law.body_names.word(*body);
    let label = |label: &LabelId| asking.history.labels.word(*label);
    match deed {
        Deed::Sign { instruments, parties } => {
            format!("{} signed {}", by(parties), of(instruments))
        }
        Deed::Deposit { form, instruments, parties } => {
            format!("{} deposited {} of {}", by(parties), form.word(), of(instruments))
        }
        Deed::Ratify { instruments, parties } => {
            format!("{} ratified {} under domestic law", by(parties), of(instruments))
        }
        Deed::Refuse { instruments, parties } => {
            format!("{} refused {}", by(parties), of(instruments))
        }
        Deed::EnterIntoForce { instruments, parties } => {
            let whom =
                if parties.is_empty() { String::new() } else { format!(" for {}", by(parties)) };
            format!("{} entered into force{whom}", of(instruments))
        }
        Deed::Provisional { instruments, parties } => {
            format!("{} declared provisional application of {}", by(parties), of(instruments))
        }
        Deed::GiveNotice { instruments, parties } => {
            format!("{} gave notice of withdrawal from {}", by(parties), of(instruments))
        }
        Deed::Revoke { label: of, parties } => format!("{} took back {}", by(parties), label(of)),
        Deed::End { instruments, parties, cause } => {
            format!("{} ended for {}: {}", of(instruments), by(parties), cause_text(*cause))
        }
        Deed::Suspend { instruments, parties, cause } => {
            format!("{} suspended in {}: {}", by(parties), of(instruments), cause_text(*cause))
        }
        Deed::Resume { instruments, parties } => {
            format!("{} resumed in {}", by(parties), of(instruments))
        }
        Deed::Register { instruments, with } => {
            format!("{} registered with {with}", of(instruments))
        }
        Deed::Reserve { instruments, parties, text } => {
            format!("{} made a reservation to {}: {text}", by(parties), of(instruments))
        }
        Deed::Object { label: to, parties, text } => {
            format!("{} objected to {}: {text}", by(parties), label(to))
        }
        Deed::Join { body, parties, status, how, .. } => {
            let verb = match how {
                Joining::Told => "joined",
                Joining::Admitted => "admitted to",
                Joining::Restored => "restored to",
            };
            format!("{} {verb} {} as {}", by(parties), word(body), status.word())
        }
        Deed::Leave { body, parties, cause, .. } => {
            format!("{} left {}: {}", by(parties), word(body), cause_text(*cause))
        }
        Deed::SuspendMember { body, parties, cause, .. } => {
            format!("{} suspended in {} {}", by(parties), word(body), cause_text(*cause))
        }
        Deed::VoteRight { body, parties, right, .. } => {
            let (whose, body) = (by(parties), word(body));
            match right {
                VoteRight::Taken => format!("the vote of {whose} in {body} was taken"),
                VoteRight::Permitted => format!("{whose} may vote in {body} all the same"),
                VoteRight::Returned => format!("the vote of {whose} in {body} was given back"),
            }
        }
        Deed::Vote { vote, parties } => vote_sentence(&by(parties), *vote),
        Deed::Session { organ, place, form } => {
            let at = place.and_then(|place| place_name(asking, place));
            let at = at.map(|name| format!(" in {name}")).unwrap_or_default();
            let form = form.word().map(|form| format!(", {form} session")).unwrap_or_default();
            format!("{} met{at}{form}", word(organ))
        }
        Deed::Paper(paper) => crate::sessions::paper_sentence(asking, paper),
        Deed::Decide(decision) => {
            format!("{} decided ({})", word(&decision.organ), decision.outcome.word())
        }
        Deed::Chair { organ, party, instead_of } => {
            let absent = instead_of.map(|absent| format!(" in place of {}", name(&absent)));
            format!(
                "{} took the chair of {}{}",
                name(party),
                word(organ),
                absent.unwrap_or_default()
            )
        }
        Deed::Appoint(appointment) => appointment_sentence(asking, appointment),
        Deed::Vacate { office, by } => {
            let by = by.map(|party| format!(", recalled by {}", name(&party))).unwrap_or_default();
            format!("{} fell vacant{by}", law.office_names.word(*office))
        }
        Deed::Request { what, parties, body, party } => {
            let asked = body.as_ref().map(word).or(party.as_ref().map(name));
            let asked = asked.map(|asked| format!(" of {asked}")).unwrap_or_default();
            format!("{} requested {what}{asked}", by(parties))
        }
        Deed::Aid(aid) => crate::docket::aid_sentence(asking, aid),
        Deed::State(speech) => speech_sentence(asking, speech),
        Deed::Happen { what } => what.to_string(),
        Deed::Exercise { name, .. } => format!("exercise {name}"),
        Deed::Figure(figure) => {
            let whose = figure.party.as_ref().map(name).or(figure.body.as_ref().map(word));
            let whose = whose.map(|whose| format!(" of {whose}")).unwrap_or_default();
            format!("{}{whose}: {}", figure.name, figure.number)
        }
        Deed::Position { party, on, position } => {
            format!("{} {position} {}", name(party), name(on))
        }
        Deed::Agree { title, body } => format!("{} concluded {title}", word(body)),
        Deed::Correct { label: of, .. } => format!("correction of {}", label(of)),
        Deed::Amend { instrument, transcription, .. } => {
            let word = law.instrument_names.word(*instrument);
            let what = if *transcription { "transcription corrected" } else { "amended" };
            format!("{word} {what}")
        }
    }
}

fn parties(asking: &Asking<'_>, list: List) -> String {
    let words = asking.history.parties(list).iter();
    words.map(|party| asking.law.party_names.word(*party)).collect::<Vec<_>>().join(", ")
}

fn instruments(asking: &Asking<'_>, list: List) -> String {
    let words = asking.history.instruments(list).iter();
    words.map(|id| asking.law.instrument_names.word(*id)).collect::<Vec<_>>().join(", ")
}

/// Returns a cause in neutral words.
fn cause_text(cause: Cause) -> &'static str {
    match cause {
        Cause::ExpiredNotExtended => "the term ended and was not extended",
        Cause::Withdrawn => "withdrawal",
        Cause::Expelled => "expulsion",
        Cause::SuspendedSanction => "as a sanction",
        Cause::SuspendedOwnRequest => "at own request",
        Cause::Superseded => "a later instrument took its place",
    }
}

fn appointment_sentence(asking: &Asking<'_>, appointment: &Appointment) -> String {
    let office = asking.law.office_names.word(appointment.office);
    let of = asking.law.party_names.word(appointment.of);
    let verb = if appointment.acting { "stood in as" } else { "was appointed" };
    format!("{} ({of}) {verb} {office}", appointment.person)
}

fn speech_sentence(asking: &Asking<'_>, speech: &Speech) -> String {
    let party = speech.party.map(|party| asking.law.party_names.word(party).to_owned());
    let body = speech.body.map(|body| asking.law.body_names.word(body).to_owned());
    let who = speech.person.clone().or(party).or(body).unwrap_or_default();
    let capacity = speech.capacity.as_ref().map(|capacity| format!(", {capacity}"));
    format!("{who}{} made a statement", capacity.unwrap_or_default())
}

/// Returns the name of a place with no regard to the day.
pub fn place_name(asking: &Asking<'_>, place: PlaceId) -> Option<String> {
    asking.law.place(place).map(|place| place.titles.main.clone())
}

/// Returns a source reference as it is written: `s003:35`.
pub fn source_text(asking: &Asking<'_>, source: &SourceRef) -> String {
    source.written(asking.law.source_names.word(source.source))
}

/// Returns how a change followed from an act, in words.
pub fn through_text(through: Through) -> &'static str {
    match through {
        Through::Act => "by this act",
        Through::EntryIntoForce => "the condition of entry into force was reached",
        Through::BaseShrank => {
            "the condition was reached when those it is measured on became fewer"
        }
        Through::Expiry => {
            "the term ended and was not extended for it; no withdrawal is found in this record"
        }
        Through::Extension => "an extension binds it beyond the end of the term",
        Through::NoticePeriod => "the notice period ended",
        Through::Membership => "participation in the instrument carries membership",
        Through::OtherInstrument => "another instrument changed it",
    }
}

/// Mentions how a change followed from an act.
pub(crate) fn through(through: Through) -> Mention {
    let key = match through {
        Through::Act => "act",
        Through::EntryIntoForce => "entry",
        Through::BaseShrank => "base-shrank",
        Through::Expiry => "expiry",
        Through::Extension => "extension",
        Through::NoticePeriod => "notice-period",
        Through::Membership => "membership",
        Through::OtherInstrument => "other-instrument",
    };
    Mention::Form(key, through_text(through))
}

/// Returns a claim as it is written in a journal.
pub fn claim_text(asking: &Asking<'_>, claim: &Claim) -> String {
    let law = asking.law;
    let party = |id: &PartyId| law.party_names.word(*id).to_owned();
    let list = |all: &[PartyId]| match all {
        [] => "nobody".to_owned(),
        all => all.iter().map(party).collect::<Vec<_>>().join(", "),
    };
    let text = match &claim.fact {
        Fact::Participation(id, status, i) => {
            format!("{} {} {}", party(id), status.word(), law.instrument_names.word(*i))
        }
        Fact::Membership(id, status, body) => {
            format!("{} {} {}", party(id), status.word(), law.body_names.word(*body))
        }
        Fact::InForce(i) => format!("{} in-force", law.instrument_names.word(*i)),
        Fact::Chair(id, organ) => format!("{} chair {}", party(id), law.body_names.word(*organ)),
        Fact::WithoutVote(id, body) => {
            format!("{} without-vote {}", party(id), law.body_names.word(*body))
        }
        Fact::Holds(person, office) => {
            format!("\"{person}\" holds {}", law.office_names.word(*office))
        }
        Fact::Adopted(label) => format!("adopted {}", asking.history.labels.word(*label)),
        Fact::Parties(i, comparison, all) => {
            format!("parties {} {} {}", law.instrument_names.word(*i), sign(*comparison), list(all))
        }
        Fact::Members(body, comparison, all) => {
            format!("members {} {} {}", law.body_names.word(*body), sign(*comparison), list(all))
        }
        Fact::Term(i, number) => format!("term {} = {number}", law.instrument_names.word(*i)),
    };
    if claim.holds { text } else { format!("not {text}") }
}

fn sign(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::Equals => "=",
        Comparison::Includes => "includes",
        Comparison::Excludes => "excludes",
    }
}

/// Says how states voted.
fn vote_sentence(who: &str, vote: Vote) -> String {
    match vote {
        Vote::Yes => format!("{who} voted for"),
        Vote::No => format!("{who} voted against"),
        Vote::Abstain => format!("{who} abstained"),
        Vote::AbstainDeclared => format!("{who} abstained, and declared not to be bound"),
        Vote::Absent => format!("{who} was absent"),
        Vote::Object => format!("{who} objected in the vote"),
        Vote::ObjectToFormat => format!("{who} objected to the manner of deciding"),
        Vote::NotParticipating => format!("{who} declared that it takes no part"),
    }
}
