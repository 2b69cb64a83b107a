//! Acts about offices: appointment, standing in, recall.

use crate::entry::Desk;
use servanda_charter::{body, office, party};
use servanda_model::{Appointment, Deed};
use servanda_text::{Cursor, Step};

/// Reads what follows one of the verbs about offices.
pub(crate) fn deed(desk: &mut Desk<'_>, verb: &str, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
    let office = office(cursor, desk.law)?;
    if matches!(verb, "recall" | "vacate") {
        let by = if cursor.eat("by") { Some(party(cursor, desk.law)?) } else { None };
        return Ok(Deed::Vacate { office, by });
    }
    let person = cursor.quoted("the person's name")?;
    cursor.word("of")?;
    let of = party(cursor, desk.law)?;
    let by = desk.by_body(cursor)?;
    let mut recommended_by = None;
    if cursor.eat("on") {
        cursor.word("recommendation")?;
        cursor.word("of")?;
        recommended_by = Some(body(cursor, desk.law)?);
    }
    let acting = verb == "acting";
    Ok(Deed::Appoint(Box::new(Appointment { office, person, of, acting, by, recommended_by })))
}
