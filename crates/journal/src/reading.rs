//! Rival readings of an act, and which one the record follows.

use crate::entry::Desk;
use servanda_charter::{date, source_refs};
use servanda_model::{Deed, Details, Preference, Reading, Rival};
use servanda_text::{Cursor, Diagnostic, Kind, Node, Step};

/// Reads `or DATE`, `or DATE by LIST` or `or as VERB …`, with `source` and `note` below.
pub(crate) fn or(
    desk: &mut Desk<'_>,
    node: Node<'_, '_>,
    mut cursor: Cursor<'_, '_>,
    deed: &Deed,
    details: &mut Details,
) -> Step<()> {
    let when =
        if cursor.peek_kind() == Some(Kind::Numeral) { Some(date(&mut cursor)?) } else { None };
    let rival = if cursor.eat("as") {
        Rival::Deed(Box::new(desk.deed(&mut cursor)?), when)
    } else if cursor.peek_text() == "by" {
        let parties = desk.by_parties(&mut cursor)?;
        Rival::Deed(Box::new(with_parties(deed, parties)), when)
    } else {
        Rival::Date(when.ok_or_else(|| cursor.expected("a date, `by` or `as`"))?)
    };
    let mut reading = Reading { rival, sources: Vec::new(), notes: Vec::new() };
    if cursor.eat("source") {
        source_refs(&mut cursor, desk.law, &mut reading.sources)?;
    }
    cursor.end()?;
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        if cursor.eat("source") {
            source_refs(&mut cursor, desk.law, &mut reading.sources)?;
        } else {
            cursor.word("note")?;
            reading.notes.push(cursor.quoted("a remark")?);
        }
        cursor.end()?;
    }
    details.readings.push(reading);
    Ok(())
}

/// Returns the same deed done by other parties.
fn with_parties(deed: &Deed, others: servanda_model::List) -> Deed {
    let mut deed = deed.clone();
    match &mut deed {
        Deed::Sign { parties, .. }
        | Deed::Deposit { parties, .. }
        | Deed::Ratify { parties, .. }
        | Deed::Refuse { parties, .. }
        | Deed::EnterIntoForce { parties, .. }
        | Deed::Provisional { parties, .. }
        | Deed::GiveNotice { parties, .. }
        | Deed::Revoke { parties, .. }
        | Deed::End { parties, .. }
        | Deed::Suspend { parties, .. }
        | Deed::Resume { parties, .. }
        | Deed::Reserve { parties, .. }
        | Deed::Object { parties, .. }
        | Deed::Join { parties, .. }
        | Deed::Leave { parties, .. }
        | Deed::SuspendMember { parties, .. }
        | Deed::VoteRight { parties, .. }
        | Deed::Vote { parties, .. }
        | Deed::Request { parties, .. }
        | Deed::Exercise { parties, .. } => *parties = others,
        Deed::Register { .. }
        | Deed::Session { .. }
        | Deed::Paper(_)
        | Deed::Decide(_)
        | Deed::Chair { .. }
        | Deed::Appoint(_)
        | Deed::Vacate { .. }
        | Deed::Aid(_)
        | Deed::State(_)
        | Deed::Happen { .. }
        | Deed::Figure(_)
        | Deed::Position { .. }
        | Deed::Agree { .. }
        | Deed::Correct { .. }
        | Deed::Amend { .. } => {}
    }
    deed
}

/// Reads `prefer this because "…"`, `prefer DATE because "…"`, `prefer as because "…"` or
/// `prefer undecided`.
pub(crate) fn prefer(mut cursor: Cursor<'_, '_>, details: &mut Details) -> Step<()> {
    if cursor.eat("undecided") {
        details.preference = Preference::Undecided;
        return cursor.end();
    }
    let chosen = if cursor.eat("this") {
        None
    } else if cursor.eat("as") {
        let place = details.readings.iter().position(|r| matches!(r.rival, Rival::Deed(..)));
        Some(place.ok_or_else(|| cursor.expected("a reading above that says `or as`"))?)
    } else {
        let span = cursor.span();
        let wanted = date(&mut cursor)?;
        let place = details.readings.iter().position(|reading| match &reading.rival {
            Rival::Date(when) | Rival::Deed(_, Some(when)) => *when == wanted,
            Rival::Deed(_, None) => false,
        });
        let fault =
            Diagnostic::new("J-CHILD", span, format!("no reading above has the date `{wanted}`"));
        let fault = fault.hint("write `prefer this` for the act as it stands");
        Some(place.ok_or_else(|| Box::new(fault))?)
    };
    cursor.word("because")?;
    let reason = cursor.quoted("the reason")?;
    cursor.end()?;
    details.preference =
        chosen.map_or(Preference::This(reason.clone()), |n| Preference::Rival(n, reason));
    Ok(())
}
