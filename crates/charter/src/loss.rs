//! The vote that a member loses, and how it comes back.

use crate::words::{self, list, unknown_word};
use servanda_model::{BodyId, Law, LossOfVote, Rule};
use servanda_text::{Cursor, Node, Step};

/// What is said once of it.
pub(crate) const ONCE: &[&str] = &["returned", "permitted", "stays", "also", "breach"];

/// Reads what follows `loss`: `of vote in BODY[, BODY] [by ORGAN]`, with the children.
pub(crate) fn loss(node: Node<'_, '_>, mut cursor: Cursor<'_, '_>, law: &Law) -> Step<Rule> {
    for word in ["of", "vote", "in"] {
        cursor.word(word)?;
    }
    let mut bodies = Vec::new();
    list(&mut cursor, |cursor| words::body(cursor, law), &mut bodies)?;
    let by = if cursor.peek_text() == "by" { Some(by_body(&mut cursor, law)?) } else { None };
    cursor.end()?;
    let mut loss = LossOfVote {
        bodies,
        by,
        returned_by: None,
        permitted_by: None,
        stays_in_electorate: false,
        also: None,
    };
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        if cursor.eat("returned") {
            loss.returned_by = Some(by_body(&mut cursor, law)?);
        } else if cursor.eat("permitted") {
            loss.permitted_by = Some(by_body(&mut cursor, law)?);
        } else if cursor.eat("stays") {
            cursor.word("in")?;
            cursor.word("electorate")?;
            loss.stays_in_electorate = true;
        } else if cursor.eat("also") {
            loss.also = Some(cursor.quoted("what it loses with it, between `\"`")?);
        } else if cursor.peek_text() == "breach" {
            continue;
        } else {
            return Err(unknown_word(&cursor, ONCE, "a loss of vote"));
        }
        cursor.end()?;
    }
    Ok(Rule::LossOfVote(Box::new(loss)))
}

fn by_body(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<BodyId> {
    cursor.word("by")?;
    words::body(cursor, law)
}
