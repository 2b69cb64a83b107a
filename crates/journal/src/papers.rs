//! Papers of an organ's sessions: calls, agendas, minutes, credentials.

use crate::entry::Desk;
use crate::others;
use servanda_charter::{body, day, list, office, party, place};
use servanda_model::{
    AgendaStage, Call, Credentials, CredentialsStage, Deed, Item, Paper, SessionForm,
};
use servanda_text::{Cursor, Diagnostic, Kind, Step};

/// Reads what follows one of the verbs about papers.
pub(crate) fn deed(desk: &mut Desk<'_>, verb: &str, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
    let paper = match verb {
        "convene" => Paper::Call(call(desk, cursor)?),
        "agenda" => {
            let of = desk.label_of(cursor)?;
            Paper::Agenda { of, stage: stage(cursor)? }
        }
        "minutes" => {
            let of = desk.label_of(cursor)?;
            let revised = cursor.eat("revision");
            let revision = if revised { cursor.number("the number of the revision")? } else { 1 };
            Paper::Minutes { of, revision }
        }
        _ => credentials(desk, cursor)?,
    };
    Ok(Deed::Paper(Box::new(paper)))
}

/// Reads `ORGAN [at PLACE] [FORM] for DATE by WHO`.
fn call(desk: &mut Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<Call> {
    let organ = body(cursor, desk.law)?;
    let place = if cursor.eat("at") { Some(place(cursor, desk.law)?) } else { None };
    let form = SessionForm::of_word(cursor.peek_text());
    if form.is_some() {
        cursor.bump();
    }
    let form = form.unwrap_or(SessionForm::Regular);
    cursor.word("for")?;
    let on = day(cursor)?;
    cursor.word("by")?;
    let mut call = Call { organ, place, form, on, parties: Vec::new(), body: None, office: None };
    if desk.law.party_names.find(cursor.peek_text()).is_some() {
        list(cursor, |cursor| party(cursor, desk.law), &mut call.parties)?;
    } else if desk.law.office_names.find(cursor.peek_text()).is_some() {
        call.office = Some(office(cursor, desk.law)?);
    } else {
        call.body = Some(body(cursor, desk.law)?);
    }
    Ok(call)
}

fn stage(cursor: &mut Cursor<'_, '_>) -> Step<AgendaStage> {
    let (word, span) = cursor.take(Kind::Word, "`adopted` or `held`")?;
    let later = [AgendaStage::Adopted, AgendaStage::Held];
    later.into_iter().find(|stage| stage.word() == word).ok_or_else(|| {
        let message = format!("`{word}` is no stage of an agenda");
        Box::new(Diagnostic::new("C-WORD", span, message).hint("`adopted` or `held`"))
    })
}

/// Reads `of "Person" [as CAPACITY] by STATE to ORGAN` or `#label examined|accepted by ORGAN`.
fn credentials(desk: &mut Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<Paper> {
    if cursor.eat("of") {
        let person = cursor.quoted("the person's name")?;
        let capacity = if cursor.eat("as") { Some(others::capacity(cursor)?) } else { None };
        cursor.word("by")?;
        let party = party(cursor, desk.law)?;
        cursor.word("to")?;
        let to = body(cursor, desk.law)?;
        return Ok(Paper::Credentials(Credentials { person, capacity, party, to }));
    }
    let of = desk.label_of(cursor)?;
    let (word, span) = cursor.take(Kind::Word, "`examined` or `accepted`")?;
    let stage = CredentialsStage::ALL.into_iter().find(|stage| stage.word() == word);
    let stage = stage.ok_or_else(|| {
        let message = format!("`{word}` is nothing that comes of credentials");
        Box::new(Diagnostic::new("C-WORD", span, message).hint("`examined` or `accepted`"))
    })?;
    cursor.word("by")?;
    Ok(Paper::Examination { of, by: body(cursor, desk.law)?, stage })
}

/// Reads `"Title" [on #matter]`.
pub(crate) fn item(desk: &mut Desk<'_>, cursor: &mut Cursor<'_, '_>, deed: &Deed) -> Step<Item> {
    let is_paper = |paper: &Paper| {
        matches!(paper, Paper::Call(_) | Paper::Agenda { .. } | Paper::Minutes { .. })
    };
    let is_of_session = matches!(deed, Deed::Paper(paper) if is_paper(paper))
        || matches!(deed, Deed::Decide(_) | Deed::Vote { .. });
    if !is_of_session {
        let message = "`item` stands below a call, an agenda, minutes, a decision or a vote only";
        let fault = Diagnostic::new("J-CHILD", cursor.span(), message);
        return Err(Box::new(fault.hint("say it in `what` or `note`")));
    }
    let title = cursor.quoted("what the item is")?;
    let on = if cursor.eat("on") { Some(desk.label_of(cursor)?) } else { None };
    Ok(Item { title, on })
}
