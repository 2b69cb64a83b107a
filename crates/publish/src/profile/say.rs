//! Acts as sentences with names, in neutral words.

use super::desk::Desk;
use super::page::{Line, Piece, words};
use servanda_model::{
    Appointment, BodyId, Cause, Day, Decision, Deed, InstrumentId, Joining, List, MemberStatus,
    OfficeId, Outcome, PartyId, Speech, VoteRight,
};
use servanda_query::deed_sentence;

/// Says what was done, with the names of that day; empty for what is said elsewhere on the page.
pub(crate) fn deed(desk: &Desk<'_, '_>, deed: &Deed, on: Day) -> Line {
    match deed {
        Deed::Sign { instruments, parties } => about(desk, (parties, on), "signed", instruments),
        Deed::Deposit { form, instruments, parties } => {
            about(desk, (parties, on), &format!("deposited {} of", form.word()), instruments)
        }
        Deed::Ratify { instruments, parties } => ratified(desk, (parties, on), instruments),
        Deed::Refuse { instruments, parties } => about(desk, (parties, on), "refused", instruments),
        Deed::Provisional { instruments, parties } => {
            about(desk, (parties, on), "declared provisional application of", instruments)
        }
        Deed::GiveNotice { instruments, parties } => {
            about(desk, (parties, on), "gave notice of withdrawal from", instruments)
        }
        Deed::Resume { instruments, parties } => {
            about(desk, (parties, on), "resumed participation in", instruments)
        }
        Deed::Reserve { instruments, parties, text } => {
            reserved(desk, (parties, on), instruments, text)
        }
        Deed::EnterIntoForce { instruments, parties } => entered(desk, (parties, on), instruments),
        Deed::End { instruments, parties, cause } => {
            ended(desk, (parties, on), instruments, *cause)
        }
        Deed::Suspend { instruments, parties, cause } => {
            suspended(desk, ("participation", &things(desk, *instruments)), (parties, on), *cause)
        }
        Deed::Register { instruments, with } => registered(desk, instruments, with),
        Deed::Join { body, parties, status, how, .. } => {
            joined(desk, (parties, on), *body, (*status, *how))
        }
        Deed::Leave { body, parties, .. } => {
            then(named(desk, *parties, on), &format!(" left {}", the(desk, *body)))
        }
        Deed::SuspendMember { body, parties, cause, .. } => {
            suspended(desk, ("membership", &the(desk, *body)), (parties, on), *cause)
        }
        Deed::VoteRight { body, parties, right, .. } => voted(desk, *body, (parties, on), *right),
        Deed::Decide(decision) => decided(desk, decision, on),
        Deed::Chair { organ, party, instead_of } => {
            took_chair(desk, *organ, (*party, *instead_of), on)
        }
        Deed::Request { what, parties, body, party } => {
            asked(desk, (parties, on), (*body, *party), what)
        }
        Deed::State(speech) => spoke(desk, speech, on),
        Deed::Appoint(appointment) => appointed(desk, appointment, on),
        Deed::Vacate { office, by } => vacated(desk, *office, *by, on),
        Deed::Happen { .. } | Deed::Aid(_) | Deed::Vote { .. } => sentence(desk, deed),
        Deed::Agree { title, body } => words(format!("{}: {title}", desk.body(*body))),
        Deed::Amend { instrument, .. } => amended(desk, *instrument),
        Deed::Correct { deed, .. } => self::deed(desk, deed, on),
        Deed::Object { parties, text, .. } => objected(desk, (parties, on), text),
        Deed::Revoke { .. }
        | Deed::Session { .. }
        | Deed::Paper(_)
        | Deed::Exercise { .. }
        | Deed::Figure(_)
        | Deed::Position { .. } => Vec::new(),
    }
}

fn sentence(desk: &Desk<'_, '_>, deed: &Deed) -> Line {
    words(deed_sentence(desk.asking, deed))
}

fn amended(desk: &Desk<'_, '_>, instrument: InstrumentId) -> Line {
    words(format!("the {} was amended", desk.instrument(instrument)))
}

/// Adds words to a line.
fn then(mut line: Line, text: &str) -> Line {
    line.push(Piece::Text(text.to_owned()));
    line
}

fn the(desk: &Desk<'_, '_>, body: BodyId) -> String {
    format!("the {}", desk.body(body))
}

fn named(desk: &Desk<'_, '_>, list: List, on: Day) -> Line {
    desk.parties(desk.asking.history.parties(list), on)
}

fn things(desk: &Desk<'_, '_>, list: List) -> String {
    desk.instruments(desk.asking.history.instruments(list))
}

/// Says who did what about which instruments.
fn about(desk: &Desk<'_, '_>, (parties, on): (&List, Day), verb: &str, instruments: &List) -> Line {
    let mut line = named(desk, *parties, on);
    line.push(Piece::Text(format!(" {verb} {}", things(desk, *instruments))));
    line
}

fn ratified(desk: &Desk<'_, '_>, whose: (&List, Day), instruments: &List) -> Line {
    then(about(desk, whose, "ratified", instruments), " under domestic law")
}

fn reserved(desk: &Desk<'_, '_>, whose: (&List, Day), instruments: &List, text: &str) -> Line {
    then(about(desk, whose, "made a reservation to", instruments), &format!(": {text}"))
}

fn objected(desk: &Desk<'_, '_>, (parties, on): (&List, Day), text: &str) -> Line {
    then(named(desk, *parties, on), &format!(" objected: {text}"))
}

fn entered(desk: &Desk<'_, '_>, (parties, on): (&List, Day), instruments: &List) -> Line {
    let mut line = words(format!("{} entered into force", things(desk, *instruments)));
    if !parties.is_empty() {
        line.push(Piece::Text(" for ".to_owned()));
        line.extend(named(desk, *parties, on));
    }
    line
}

fn ended(
    desk: &Desk<'_, '_>,
    (parties, on): (&List, Day),
    instruments: &List,
    cause: Cause,
) -> Line {
    let mut line = words(format!("{} ended for ", things(desk, *instruments)));
    line.extend(named(desk, *parties, on));
    then(line, &format!(": {}", of_cause(cause)))
}

fn suspended(
    desk: &Desk<'_, '_>,
    (what, of): (&str, &str),
    (parties, on): (&List, Day),
    cause: Cause,
) -> Line {
    let mut line = words(format!("{what} of "));
    line.extend(named(desk, *parties, on));
    then(line, &format!(" in {of} was suspended {}", of_cause(cause)))
}

fn voted(desk: &Desk<'_, '_>, body: BodyId, (parties, on): (&List, Day), right: VoteRight) -> Line {
    let (before, after) = match right {
        VoteRight::Taken => ("the vote of ", "was taken"),
        VoteRight::Permitted => ("the use of the vote of ", "was permitted all the same"),
        VoteRight::Returned => ("the vote of ", "was given back"),
    };
    let mut line = words(before.to_owned());
    line.extend(named(desk, *parties, on));
    then(line, &format!(" in {} {after}", the(desk, body)))
}

fn registered(desk: &Desk<'_, '_>, instruments: &List, with: &str) -> Line {
    let with = desk.asking.body(with).map_or_else(|| with.to_uppercase(), |body| desk.body(body));
    words(format!("{} was registered with the {with}", things(desk, *instruments)))
}

/// Says a cause in neutral words.
pub(crate) fn of_cause(cause: Cause) -> &'static str {
    match cause {
        Cause::ExpiredNotExtended => "the term ended and was not extended",
        Cause::Withdrawn => "withdrawal",
        Cause::Expelled => "expulsion",
        Cause::SuspendedSanction => "as a sanction",
        Cause::SuspendedOwnRequest => "at its own request",
        Cause::Superseded => "a later instrument took its place",
    }
}

/// Says how a party stands to a body.
pub(crate) fn of_status(status: MemberStatus) -> &'static str {
    match status {
        MemberStatus::Member => "member",
        MemberStatus::Suspended => "membership suspended",
        MemberStatus::Observer => "observer",
        MemberStatus::Partner => "partner",
        MemberStatus::Former => "former member",
    }
}

fn joined(
    desk: &Desk<'_, '_>,
    (parties, on): (&List, Day),
    body: BodyId,
    (status, how): (MemberStatus, Joining),
) -> Line {
    let (body, status) = (the(desk, body), of_status(status));
    let text = match how {
        Joining::Told => format!(" joined {body} as {status}"),
        Joining::Admitted => format!(": admitted to {body} as {status}"),
        Joining::Restored => format!(": membership of {body} restored"),
    };
    then(named(desk, *parties, on), &text)
}

fn took_chair(
    desk: &Desk<'_, '_>,
    organ: BodyId,
    (party, instead_of): (PartyId, Option<PartyId>),
    on: Day,
) -> Line {
    let mut line = then(desk.party(party, on), &format!(" took the chair of {}", the(desk, organ)));
    if let Some(absent) = instead_of {
        line.push(Piece::Text(" in place of ".to_owned()));
        line.extend(desk.party(absent, on));
    }
    line
}

fn decided(desk: &Desk<'_, '_>, decision: &Decision, on: Day) -> Line {
    let organ = desk.body(decision.organ);
    let mut line = words(match decision.outcome {
        Outcome::Adopted => format!("the {organ} decided"),
        Outcome::NotAdopted | Outcome::Vetoed | Outcome::NoQuorum => {
            format!("the {organ} took up and did not adopt")
        }
        Outcome::Undetermined => format!("the {organ} took up, with what outcome is not known,"),
        Outcome::Conditional => {
            let condition = decision.condition.as_deref().unwrap_or("a condition");
            format!("the {organ} decided, subject to {condition}")
        }
    });
    let sides: [(&str, &[PartyId]); 3] = [
        ("against", &decision.against),
        ("abstaining", &decision.abstaining),
        ("absent", &decision.absent),
    ];
    for (side, parties) in sides.into_iter().filter(|(_, parties)| !parties.is_empty()) {
        line.push(Piece::Text(format!(" ({side}: ")));
        line.extend(desk.parties(parties, on));
        line.push(Piece::Text(")".to_owned()));
    }
    line
}

fn asked(
    desk: &Desk<'_, '_>,
    (parties, on): (&List, Day),
    (body, party): (Option<BodyId>, Option<PartyId>),
    what: &str,
) -> Line {
    let mut line = then(named(desk, *parties, on), " asked ");
    match (body, party) {
        (Some(body), _) => line.push(Piece::Text(format!("{} ", the(desk, body)))),
        (None, Some(party)) => line.extend(then(desk.party(party, on), " ")),
        (None, None) => {}
    }
    then(line, &format!("for: {what}"))
}

fn appointed(desk: &Desk<'_, '_>, appointment: &Appointment, on: Day) -> Line {
    let mut line = vec![Piece::Strong(appointment.person.clone()), Piece::Text(" (".to_owned())];
    line.extend(desk.party(appointment.of, on));
    let verb = if appointment.acting { "stood in as" } else { "was appointed" };
    then(line, &format!(") {verb} {}", desk.office(appointment.office)))
}

fn vacated(desk: &Desk<'_, '_>, office: OfficeId, by: Option<PartyId>, on: Day) -> Line {
    let mut line = words(format!("the office of {} fell vacant", desk.office(office)));
    if let Some(party) = by {
        line.push(Piece::Text(", recalled by ".to_owned()));
        line.extend(desk.party(party, on));
    }
    line
}

/// Says who spoke, and in which capacity on that day.
fn spoke(desk: &Desk<'_, '_>, speech: &Speech, on: Day) -> Line {
    let mut line = match (&speech.person, speech.party, speech.body) {
        (Some(person), ..) => vec![Piece::Strong(person.clone())],
        (None, Some(party), _) => desk.party(party, on),
        (None, None, Some(body)) => words(format!("the {}", desk.body(body))),
        (None, None, None) => Vec::new(),
    };
    if let Some(capacity) = &speech.capacity {
        line.push(Piece::Text(format!(", {}", capacity.replace('-', " "))));
        if let Some(party) = speech.party.filter(|_| speech.person.is_some()) {
            line.push(Piece::Text(", ".to_owned()));
            line.extend(desk.party(party, on));
        }
    }
    line
}
