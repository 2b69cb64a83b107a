//! Acts that change nothing by themselves: requests, statements, events, exercises, figures.

use crate::entry::Desk;
use servanda_charter::{body, list, office, party};
use servanda_model::{Aid, AidKind, Deed, Figure, List, Speech};
use servanda_text::{Cursor, Kind, Step};

/// Reads what follows one of these verbs.
pub(crate) fn deed(desk: &mut Desk<'_>, verb: &str, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
    match verb {
        "request" => request(desk, cursor),
        "statement" => statement(desk, cursor),
        "event" => Ok(Deed::Happen { what: cursor.quoted("what happened")?.into() }),
        "exercise" => {
            let name = cursor.quoted("the exercise's name")?.into();
            let parties = if cursor.eat("in") { desk.party_list(cursor)? } else { List::default() };
            Ok(Deed::Exercise { name, parties })
        }
        "figure" => figure(desk, cursor),
        "position" => {
            let holder = party(cursor, desk.law)?;
            cursor.word("on")?;
            let on = party(cursor, desk.law)?;
            let (position, _) = cursor.take(Kind::Word, "a position such as `recognises`")?;
            Ok(Deed::Position { party: holder, on, position: position.into() })
        }
        _ => {
            let title = cursor.quoted("the agreement's title")?.into();
            cursor.word("by")?;
            Ok(Deed::Agree { title, body: body(cursor, desk.law)? })
        }
    }
}

/// Reads `request assistance by X [to BODY|STATE]` or with quoted words.
fn request(desk: &mut Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
    let what = match cursor.peek_kind() {
        Some(Kind::Quoted) => cursor.quoted("what is asked for")?,
        _ => cursor.take(Kind::Word, "what is asked for")?.0.to_owned(),
    };
    let parties = desk.by_parties(cursor)?;
    let (mut asked_body, mut asked_party) = (None, None);
    if cursor.eat("to") {
        if cursor.peek_kind() == Some(Kind::Code) {
            asked_party = Some(party(cursor, desk.law)?);
        } else {
            asked_body = Some(body(cursor, desk.law)?);
        }
    }
    Ok(Deed::Request { what: what.into(), parties, body: asked_body, party: asked_party })
}

/// Reads `statement by "Person" [as CAPACITY] [of X]`, `statement by X`, `statement of BODY`.
fn statement(desk: &mut Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
    let mut speech = Speech::default();
    if cursor.eat("of") {
        speech.body = Some(body(cursor, desk.law)?);
        return Ok(Deed::State(Box::new(speech)));
    }
    cursor.word("by")?;
    if cursor.peek_kind() == Some(Kind::Quoted) {
        speech.person = Some(cursor.quoted("the person's name")?);
        if cursor.eat("as") {
            speech.capacity = Some(capacity(cursor)?);
        }
        if cursor.eat("of") {
            if cursor.peek_kind() == Some(Kind::Code) {
                speech.party = Some(party(cursor, desk.law)?);
            } else {
                speech.body = Some(body(cursor, desk.law)?);
            }
        }
    } else {
        speech.party = Some(party(cursor, desk.law)?);
    }
    Ok(Deed::State(Box::new(speech)))
}

/// Reads a capacity: one word, or quoted words.
pub(crate) fn capacity(cursor: &mut Cursor<'_, '_>) -> Step<String> {
    match cursor.peek_kind() {
        Some(Kind::Quoted) => cursor.quoted("a capacity"),
        _ => Ok(cursor.take(Kind::Word, "a capacity such as `president`")?.0.to_owned()),
    }
}

/// Reads `"…" by LIST|OFFICE|ORGAN`.
pub(crate) fn aid(desk: &Desk<'_>, verb: &str, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
    let kind = AidKind::of_word(verb).unwrap_or(AidKind::Report);
    let what = cursor.quoted("what it is")?;
    cursor.word("by")?;
    let mut aid = Aid { kind, what, parties: Vec::new(), body: None, office: None };
    if desk.law.office_names.find(cursor.peek_text()).is_some() {
        aid.office = Some(office(cursor, desk.law)?);
    } else if desk.law.body_names.find(cursor.peek_text()).is_some() {
        aid.body = Some(body(cursor, desk.law)?);
    } else {
        list(cursor, |cursor| party(cursor, desk.law), &mut aid.parties)?;
    }
    Ok(Deed::Aid(Box::new(aid)))
}

/// Reads `figure NAME [of PARTY|BODY] = NUMBER`.
fn figure(desk: &Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
    let (name, _) = cursor.take(Kind::Word, "what is counted")?;
    let (mut of_party, mut of_body) = (None, None);
    if cursor.eat("of") {
        if desk.law.party_names.find(cursor.peek_text()).is_some() {
            of_party = Some(party(cursor, desk.law)?);
        } else {
            of_body = Some(body(cursor, desk.law)?);
        }
    }
    cursor.take(Kind::Equals, "`=`")?;
    let (number, _) = cursor.take(Kind::Numeral, "a number")?;
    let name = name.to_owned();
    Ok(Deed::Figure(Box::new(Figure {
        name,
        party: of_party,
        body: of_body,
        number: number.to_owned(),
    })))
}
