//! Acts about organisations and organs: membership, sessions, decisions, chairs.

use crate::entry::Desk;
use crate::phrase::ground;
use servanda_charter::{body, party, place};
use servanda_model::{
    BodyId, Cause, Decision, Deed, Joining, List, MemberStatus, Outcome, SessionForm, Vote,
    VoteRight,
};
use servanda_text::{Cursor, Diagnostic, Kind, Step};

/// Reads what follows one of the verbs about bodies.
pub(crate) fn deed(desk: &mut Desk<'_>, verb: &str, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
    match verb {
        "join" => {
            let body = body(cursor, desk.law)?;
            let parties = desk.by_parties(cursor)?;
            let status = class(cursor)?;
            Ok(Deed::Join { body, parties, status, by: None, how: Joining::Told })
        }
        "leave" => {
            let body = body(cursor, desk.law)?;
            let parties = desk.by_parties(cursor)?;
            Ok(Deed::Leave { body, parties, cause: Cause::Withdrawn, by: None })
        }
        "admit" | "restore" => {
            let (parties, body) = to_body(desk, "to", cursor)?;
            let status = class(cursor)?;
            let by = desk.by_body(cursor)?;
            let how = if verb == "admit" { Joining::Admitted } else { Joining::Restored };
            Ok(Deed::Join { body, parties, status, by, how })
        }
        "expel" => {
            let (parties, body) = to_body(desk, "from", cursor)?;
            Ok(Deed::Leave { body, parties, cause: Cause::Expelled, by: desk.by_body(cursor)? })
        }
        "suspend" => suspend(desk, cursor),
        "take" | "permit" | "return" => vote_right(desk, verb, cursor),
        "session" => session(desk, cursor),
        "vote" => vote(desk, cursor),
        "chair" => {
            let organ = body(cursor, desk.law)?;
            let holder = party(cursor, desk.law)?;
            let mut instead_of = None;
            if cursor.eat("instead") {
                cursor.word("of")?;
                instead_of = Some(party(cursor, desk.law)?);
            }
            Ok(Deed::Chair { organ, party: holder, instead_of })
        }
        _ => decide(desk, cursor),
    }
}

/// Reads `for|against|abstain|… by LIST`.
fn vote(desk: &mut Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
    let (word, span) = cursor.take(Kind::Word, "a vote such as `for`")?;
    let vote = Vote::of_cast_word(word).ok_or_else(|| {
        let cast = Vote::ALL.into_iter().filter(|vote| *vote != Vote::Absent);
        let known: Vec<&str> = cast.map(Vote::cast_word).collect();
        let fault = Diagnostic::new("C-WORD", span, format!("`{word}` is no vote"));
        Box::new(fault.hint(format!("known: {}", known.join(", "))))
    })?;
    Ok(Deed::Vote { vote, parties: desk.by_parties(cursor)? })
}

fn to_body(desk: &mut Desk<'_>, word: &str, cursor: &mut Cursor<'_, '_>) -> Step<(List, BodyId)> {
    let parties = desk.party_list(cursor)?;
    cursor.word(word)?;
    Ok((parties, body(cursor, desk.law)?))
}

/// Reads `as CLASS`; without it, full membership.
fn class(cursor: &mut Cursor<'_, '_>) -> Step<MemberStatus> {
    if !cursor.eat("as") {
        return Ok(MemberStatus::Member);
    }
    let (word, span) = cursor.take(Kind::Word, "a class of membership")?;
    MemberStatus::of_word(word).ok_or_else(|| {
        let known: Vec<&str> = MemberStatus::ALL.iter().map(|status| status.word()).collect();
        let fault = Diagnostic::new("C-WORD", span, format!("`{word}` is no class of membership"));
        Box::new(fault.hint(format!("known: {}", known.join(", "))))
    })
}

/// Reads `suspend PARTIES in BODY|INSTRUMENTS at own request|as sanction [by ORGAN]`.
fn suspend(desk: &mut Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
    let parties = desk.party_list(cursor)?;
    cursor.word("in")?;
    if desk.law.body_names.find(cursor.peek_text()).is_none() {
        let instruments = desk.instrument_list(cursor)?;
        return Ok(Deed::Suspend { instruments, parties, cause: ground(cursor)? });
    }
    let body = body(cursor, desk.law)?;
    let cause = ground(cursor)?;
    Ok(Deed::SuspendMember { body, parties, cause, by: desk.by_body(cursor)? })
}

/// Reads `take|permit|return vote of PARTIES in BODY [by ORGAN]`.
fn vote_right(desk: &mut Desk<'_>, verb: &str, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
    cursor.word("vote")?;
    cursor.word("of")?;
    let (parties, body) = to_body(desk, "in", cursor)?;
    let right = VoteRight::ALL.into_iter().find(|right| right.verb() == verb);
    let right = right.unwrap_or(VoteRight::Returned);
    Ok(Deed::VoteRight { body, parties, right, by: desk.by_body(cursor)? })
}

fn session(desk: &Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
    let organ = body(cursor, desk.law)?;
    let at = if cursor.eat("at") { Some(place(cursor, desk.law)?) } else { None };
    let mut form = SessionForm::Untold;
    if let Some((word, span)) = cursor.eat_kind(Kind::Word) {
        form = SessionForm::of_word(word).ok_or_else(|| {
            let fault = Diagnostic::new("C-WORD", span, format!("`{word}` is no form of session"));
            Box::new(fault.hint("`regular`, `extraordinary` or `remote`"))
        })?;
    }
    Ok(Deed::Session { organ, place: at, form })
}

/// Reads `decide ORGAN`; who voted how stands below it.
fn decide(desk: &Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
    let organ = body(cursor, desk.law)?;
    Ok(Deed::Decide(Box::new(Decision {
        organ,
        outcome: Outcome::Adopted,
        in_favour: Vec::new(),
        against: Vec::new(),
        abstaining: Vec::new(),
        absent: Vec::new(),
        opinions: Vec::new(),
        adopts: Vec::new(),
        condition: None,
        matter: None,
        target: None,
        interested: Vec::new(),
        fulfils: None,
    })))
}
