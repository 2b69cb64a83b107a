//! Duties that an article opens each year.

use crate::people::title_of_clause as title;
use crate::procedure::actor;
use crate::words::{self, unknown_word};
use servanda_model::{Actor, Discharge, Law, Titles, Yearly};
use servanda_text::{Cursor, Diagnostic, Node, Step};

const OF_YEARLY: &[&str] = &["name", "owed", "from", "discharged", "breach"];

/// What is said once below a yearly duty.
pub(crate) const ONCE: &[&str] = OF_YEARLY;

/// Reads what follows `each`, with the children.
pub(crate) fn yearly(node: Node<'_, '_>, mut cursor: Cursor<'_, '_>, law: &Law) -> Step<Yearly> {
    cursor.word("year")?;
    let main = cursor.quoted("what is owed each year, between `\"`")?;
    let mut titles = Titles { main, others: Vec::new() };
    cursor.end()?;
    let (mut owed_by, mut from, mut until, mut discharged_by) = (None, None, None, None);
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        match cursor.peek_text() {
            "name" => {
                cursor.bump();
                titles.others.push(title(child, cursor, law)?);
                continue;
            }
            "owed" => {
                cursor.bump();
                owed_by = Some(debtor(&mut cursor, law)?);
            }
            "from" => {
                cursor.bump();
                from = Some(cursor.number("a year")?);
                if cursor.eat("until") {
                    until = Some(cursor.number("a year")?);
                }
            }
            "discharged" => {
                cursor.bump();
                discharged_by = Some(discharge(&mut cursor, law)?);
            }
            "breach" => continue,
            _ => return Err(unknown_word(&cursor, OF_YEARLY, "a yearly duty")),
        }
        cursor.end()?;
    }
    if let (Some(owed_by), Some(from), Some(discharged_by)) = (owed_by, from, discharged_by) {
        return Ok(Yearly { titles, owed_by, from, until, discharged_by });
    }
    let message = "this duty does not say by whom, from which year, or by what it is discharged";
    let fault = Diagnostic::new("C-MISSING", node.line().span, message);
    Err(Box::new(fault.hint("add `owed by member`, `from 2005` and `discharged by exercise`")))
}

fn debtor(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<Actor> {
    let place = cursor.clone();
    match actor(cursor, law)? {
        found @ (Actor::Member | Actor::Organ(_)) => Ok(found),
        Actor::State
        | Actor::Opener
        | Actor::Target
        | Actor::EachOtherMember
        | Actor::PartyTo(_)
        | Actor::Office(_)
        | Actor::Nobody => Err(place.expected("`by member` or `by ORGAN`")),
    }
}

/// Reads `by exercise` or `by decision of ORGAN`.
fn discharge(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<Discharge> {
    cursor.word("by")?;
    if cursor.eat("exercise") {
        return Ok(Discharge::Exercise);
    }
    cursor.word("decision")?;
    cursor.word("of")?;
    Ok(Discharge::DecisionOf(words::body(cursor, law)?))
}
