//! Rotations of chairs and offices.

use crate::breach::grade;
use crate::words::{self, day, period, unknown_word};
use servanda_model::{Absence, BodyId, Day, Decider, Grade, Law, Order, Period, Rotation, Turn};
use servanda_text::{Cursor, Diagnostic, Kind, Node, Step};

const OF_ROTATION: &[&str] =
    &["order", "host", "followed", "turn", "begins", "unless", "in", "breach"];

/// What is said once of a rotation.
pub(crate) const ONCE: &[&str] =
    &["order host", "followed", "turn", "begins", "unless", "in", "breach"];

/// Reads what follows `rotation`, with the children.
pub(crate) fn rotation(
    node: Node<'_, '_>,
    mut cursor: Cursor<'_, '_>,
    law: &Law,
) -> Step<Rotation> {
    let subject = if cursor.eat("office") {
        Decider::Office(words::office(&mut cursor, law)?)
    } else {
        cursor.word("chair")?;
        cursor.word("of")?;
        Decider::ChairOf(words::body(&mut cursor, law)?)
    };
    let (reading, _) = cursor.take(Kind::Word, "the name of this reading")?;
    cursor.end()?;
    let (mut order, mut followed_from, mut turn) = (None, None, None);
    let (mut begins_with, mut unless_decided_by, mut in_absence) = (None, None, None);
    // Whoever took a turn had it, unless the article says that such a one did not.
    let mut breach = Grade::Irregular;
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        match cursor.peek_text() {
            "order" | "host" => order = Some(ordering(&mut cursor, law)?),
            "followed" => followed_from = Some(followed(&mut cursor)?),
            "begins" => {
                cursor.bump();
                cursor.word("with")?;
                begins_with = Some(words::party(&mut cursor, law)?);
            }
            "turn" => turn = Some(turn_of(&mut cursor)?),
            "unless" => unless_decided_by = Some(unless(&mut cursor, law)?),
            "in" => in_absence = Some(absence(&mut cursor, law)?),
            "breach" => {
                cursor.bump();
                breach = grade(&mut cursor)?;
            }
            _ => return Err(unknown_word(&cursor, OF_ROTATION, "a rotation")),
        }
        cursor.end()?;
    }
    let Some(order) = order else {
        let fault = Diagnostic::new(
            "C-MISSING",
            node.line().span,
            "this rotation does not say who follows whom",
        );
        return Err(Box::new(
            fault.hint("add `order ru of members of ORGANISATION` or `host of regular session`"),
        ));
    };
    let reading = reading.to_owned();
    Ok(Rotation {
        subject,
        reading,
        order,
        followed_from,
        turn,
        begins_with,
        unless_decided_by,
        in_absence,
        breach,
    })
}

/// Reads `followed from DATE`.
fn followed(cursor: &mut Cursor<'_, '_>) -> Step<Day> {
    cursor.bump();
    cursor.word("from")?;
    day(cursor)
}

/// Reads `unless decided by ORGAN`.
fn unless(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<BodyId> {
    cursor.bump();
    cursor.word("decided")?;
    cursor.word("by")?;
    words::body(cursor, law)
}

/// Reads `in absence next`, `in absence decided by ORGAN` or `in absence another member`.
fn absence(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<Absence> {
    cursor.bump();
    cursor.word("absence")?;
    if cursor.eat("next") {
        return Ok(Absence::Next);
    }
    if cursor.eat("another") {
        cursor.word("member")?;
        return Ok(Absence::AnotherMember);
    }
    if !cursor.eat("decided") {
        return Err(unknown_word(cursor, &["next", "decided", "another"], "who stands in"));
    }
    cursor.word("by")?;
    Ok(Absence::DecidedBy(words::body(cursor, law)?))
}

fn ordering(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<Order> {
    if cursor.eat("host") {
        cursor.word("of")?;
        cursor.word("regular")?;
        cursor.word("session")?;
        return Ok(Order::HostOfRegularSession);
    }
    cursor.word("order")?;
    let (language, _) = cursor.take(Kind::Word, "a language tag")?;
    cursor.word("of")?;
    cursor.word("members")?;
    cursor.word("of")?;
    let of = words::body(cursor, law)?;
    Ok(Order::Alphabet { language: language.to_owned(), of })
}

/// Reads `turn 1 calendar year from DATE` or `turn 3 years from DATE`.
fn turn_of(cursor: &mut Cursor<'_, '_>) -> Step<Turn> {
    cursor.bump();
    let mut ahead = cursor.clone();
    let calendar = ahead.number("a number").is_ok() && ahead.eat("calendar");
    let length = if calendar {
        let years = cursor.number("a number")?;
        cursor.word("calendar")?;
        if !cursor.eat("years") {
            cursor.word("year")?;
        }
        Period::Years(years)
    } else {
        period(cursor)?
    };
    cursor.word("from")?;
    Ok(Turn { length, from: day(cursor)? })
}
