//! Acts as sentences with names, in neutral words.

use super::desk::Desk;
use super::page::{Line, Piece, words};
use servanda_model::{BodyId, Cause, Day, Deed, Decision, Joining, List, MemberStatus, Outcome, PartyId, Speech};

/// Says what was done, with the names of that day; empty for what is said elsewhere on the page.
pub(crate) fn deed(desk: &Desk<'_, '_>, deed: &Deed, on: Day) -> Line {
    match deed {
        Deed::Sign { instruments, parties } => about(desk, (parties, on), "signed", instruments),
        Deed::Deposit { form, instruments, parties } => {
            about(desk, (parties, on), &format!("deposited {} of", form.word()), instruments)
        }
        Deed::Ratify { instruments, parties } => {
            let mut line = about(desk, (parties, on), "ratified", instruments);
            line.push(Piece::Text(" under domestic law".to_owned()));
            line
        }
        Deed::Refuse { instruments, parties } => about(desk, (parties, on), "refused", instruments),
        Deed::Provisional { instruments, parties } => {
            about(desk, (parties, on), "declared provisional application of", instruments)
        }
        Deed::GiveNotice { instruments, parties } => {
            about(desk, (parties, on), "gave notice of withdrawal from", instruments)
        }
        Deed::Resume { instruments, parties } => about(desk, (parties, on), "resumed participation in", instruments),
        Deed::Reserve { instruments, parties, text } => {
            let mut line = about(desk, (parties, on), "made a reservation to", instruments);
            line.push(Piece::Text(format!(": {text}")));
            line
        }
        Deed::EnterIntoForce { .. } | Deed::End { .. } | Deed::Suspend { .. } | Deed::Register { .. } => {
            of_instrument(desk, deed, on)
        }
        Deed::Join { .. } | Deed::Leave { .. } | Deed::SuspendMember { .. } | Deed::Decide(_) | Deed::Chair { .. } => {
            of_body(desk, deed, on)
        }
        Deed::Revoke { .. }
        | Deed::Object { .. }
        | Deed::Session { .. }
        | Deed::Appoint(_)
        | Deed::Vacate { .. }
        | Deed::Request { .. }
        | Deed::State(_)
        | Deed::Happen { .. }
        | Deed::Exercise { .. }
        | Deed::Figure(_)
        | Deed::Position { .. }
        | Deed::Agree { .. }
        | Deed::Correct { .. }
        | Deed::Amend { .. } => other(desk, deed, on),
    }
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

fn of_instrument(desk: &Desk<'_, '_>, deed: &Deed, on: Day) -> Line {
    let mut line = Vec::new();
    match deed {
        Deed::EnterIntoForce { instruments, parties } => {
            line = words(format!("{} entered into force", things(desk, *instruments)));
            if !parties.is_empty() {
                line.push(Piece::Text(" for ".to_owned()));
                line.extend(named(desk, *parties, on));
            }
        }
        Deed::End { instruments, parties, cause } => {
            line = words(format!("{} ended for ", things(desk, *instruments)));
            line.extend(named(desk, *parties, on));
            line.push(Piece::Text(format!(": {}", of_cause(*cause))));
        }
        Deed::Suspend { instruments, parties, cause } => {
            line = words("participation of ");
            line.extend(named(desk, *parties, on));
            line.push(Piece::Text(format!(" in {} was suspended {}", things(desk, *instruments), of_cause(*cause))));
        }
        Deed::Register { instruments, with } => {
            let with = desk.asking.body(with).map_or_else(|| with.to_uppercase(), |body| desk.body(body));
            line = words(format!("{} was registered with the {with}", things(desk, *instruments)));
        }
        _ => {}
    }
    line
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

fn of_body(desk: &Desk<'_, '_>, deed: &Deed, on: Day) -> Line {
    let mut line = Vec::new();
    let the = |body: &BodyId| format!("the {}", desk.body(*body));
    match deed {
        Deed::Join { body, parties, status, how, .. } => {
            line = named(desk, *parties, on);
            let (body, status) = (the(body), of_status(*status));
            line.push(Piece::Text(match how {
                Joining::Told => format!(" joined {body} as {status}"),
                Joining::Admitted => format!(": admitted to {body} as {status}"),
                Joining::Restored => format!(": membership of {body} restored"),
            }));
        }
        Deed::Leave { body, parties, .. } => {
            line = named(desk, *parties, on);
            line.push(Piece::Text(format!(" left {}", the(body))));
        }
        Deed::SuspendMember { body, parties, cause, .. } => {
            line = words("membership of ");
            line.extend(named(desk, *parties, on));
            line.push(Piece::Text(format!(" in {} was suspended {}", the(body), of_cause(*cause))));
        }
        Deed::Decide(decision) => line = decided(desk, decision, on),
        Deed::Chair { organ, party, instead_of } => {
            line = desk.party(*party, on);
            line.push(Piece::Text(format!(" took the chair of {}", the(organ))));
            if let Some(absent) = instead_of {
                line.push(Piece::Text(" in place of ".to_owned()));
                line.extend(desk.party(*absent, on));
            }
        }
        _ => {}
    }
    line
}

fn decided(desk: &Desk<'_, '_>, decision: &Decision, on: Day) -> Line {
    let organ = desk.body(decision.organ);
    let mut line = words(match decision.outcome {
        Outcome::Adopted => format!("the {organ} decided"),
        Outcome::NotAdopted => format!("the {organ} took up and did not adopt"),
        Outcome::Conditional => {
            let condition = decision.condition.as_deref().unwrap_or("a condition");
            format!("the {organ} decided, subject to {condition}")
        }
    });
    let sides: [(&str, &[PartyId]); 3] =
        [("against", &decision.against), ("abstaining", &decision.abstaining), ("absent", &decision.absent)];
    for (side, parties) in sides.into_iter().filter(|(_, parties)| !parties.is_empty()) {
        line.push(Piece::Text(format!(" ({side}: ")));
        line.extend(desk.parties(parties, on));
        line.push(Piece::Text(")".to_owned()));
    }
    line
}

fn other(desk: &Desk<'_, '_>, deed: &Deed, on: Day) -> Line {
    match deed {
        Deed::Request { what, parties, body, party } => {
            let mut line = named(desk, *parties, on);
            line.push(Piece::Text(" asked ".to_owned()));
            match (body, party) {
                (Some(body), _) => line.push(Piece::Text(format!("the {} ", desk.body(*body)))),
                (None, Some(party)) => {
                    line.extend(desk.party(*party, on));
                    line.push(Piece::Text(" ".to_owned()));
                }
                (None, None) => {}
            }
            line.push(Piece::Text(format!("for: {what}")));
            line
        }
        Deed::State(speech) => spoke(desk, speech, on),
        Deed::Appoint(appointment) => {
            let mut line = vec![Piece::Strong(appointment.person.clone()), Piece::Text(" (".to_owned())];
            line.extend(desk.party(appointment.of, on));
            let verb = if appointment.acting { "stood in as" } else { "was appointed" };
            line.push(Piece::Text(format!(") {verb} {}", desk.office(appointment.office))));
            line
        }
        Deed::Vacate { office, by } => {
            let mut line = words(format!("the office of {} fell vacant", desk.office(*office)));
            if let Some(party) = by {
                line.push(Piece::Text(", recalled by ".to_owned()));
                line.extend(desk.party(*party, on));
            }
            line
        }
        Deed::Happen { what } => words(what.to_string()),
        Deed::Agree { title, body } => words(format!("{}: {title}", desk.body(*body))),
        Deed::Amend { instrument, .. } => words(format!("the {} was amended", desk.instrument(*instrument))),
        Deed::Correct { deed: corrected, .. } => self::deed(desk, corrected, on),
        _ => Vec::new(),
    }
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
