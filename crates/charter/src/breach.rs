//! What a departure from a clause is: its grade, where an act on record can depart from it at all.

use servanda_model::{Accession, Clause, Grade, Reservations, Rule, Withdrawal};
use servanda_text::{Cursor, Diagnostic, Kind, Node, Step};

/// Makes a clause with the grade of a departure; without one, a departure has no effect, but below
/// a rotation, where whoever took a turn had it.
pub(crate) fn with_breach(node: Node<'_, '_>, rule: Rule) -> Step<Clause> {
    let mut breach =
        if let Rule::Rotation(rotation) = &rule { rotation.breach } else { Grade::Void };
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        let (word, span) = (cursor.peek_text(), child.line().span);
        if word != "breach" {
            continue;
        }
        if let Some((why, hint)) = without_departure(&rule) {
            return Err(Box::new(Diagnostic::new("C-WORD", span, why).hint(hint)));
        }
        cursor.bump();
        breach = grade(&mut cursor)?;
        cursor.end()?;
    }
    Ok(Clause { rule, breach })
}

/// Reads the grade that a departure has.
pub(crate) fn grade(cursor: &mut Cursor<'_, '_>) -> Step<Grade> {
    let (word, span) = cursor.take(Kind::Word, "a grade")?;
    let can_be = |grade: &Grade| !matches!(grade, Grade::Disputed | Grade::Orphan);
    Grade::of_word(word).filter(can_be).ok_or_else(|| {
        let fault = Diagnostic::new("C-WORD", span, format!("`{word}` is no grade"));
        Box::new(fault.hint("`void`, `irregular` or `unrecorded`"))
    })
}

/// Says why no act on record can depart from a clause, and what to write, where none can.
fn without_departure(rule: &Rule) -> Option<(&'static str, &'static str)> {
    const TAKE_OUT: &str = "take the line out";
    Some(match rule {
        Rule::Signature(rule) if rule.open_to.is_none() && rule.through.is_none() => (
            "nothing departs from a signature that is open to all and at all times",
            "write `open to LIST` or `through DATE` below the clause as well, or take the line out",
        ),
        Rule::EntryAsSourcesSay => {
            ("nothing departs from what sources say of the entry into force", TAKE_OUT)
        }
        Rule::Term(_) => (
            "nothing departs from a term: its end follows from the calendar",
            "take the line out; `on expiry` says what the end does",
        ),
        Rule::Withdrawal(Withdrawal::Prohibited) => (
            "a notice where withdrawal is prohibited has no day on which it could take effect",
            TAKE_OUT,
        ),
        Rule::ProvisionalByDeclaration => {
            ("nothing departs from provisional application that any declaration begins", TAKE_OUT)
        }
        Rule::Reservations(Reservations::Allowed) | Rule::Accession(Accession::Open) => {
            ("nothing departs from what is open to all", TAKE_OUT)
        }
        Rule::Decides(_) | Rule::Matter(_) => (
            "what a decision departs from is said by the rule alone",
            "take the line out; a decision that its rule does not give is `irregular`",
        ),
        Rule::EachYear(_) => {
            ("a year without an act on record is `unrecorded`, and nothing else departs", TAKE_OUT)
        }
        Rule::Procedure(_) => {
            ("a step that the record lacks is `unrecorded`, and another opens nothing", TAKE_OUT)
        }
        Rule::Extends(..)
        | Rule::Ends(_)
        | Rule::LastsWith(_)
        | Rule::Obliges(_)
        | Rule::Entitles(_)
        | Rule::Membership(..)
        | Rule::Class { .. }
        | Rule::Establishes(_) => ("no act on record can depart from this clause", TAKE_OUT),
        Rule::Signature(_)
        | Rule::EntryIntoForce { .. }
        | Rule::Withdrawal(Withdrawal::Notice { .. })
        | Rule::ProvisionalFromSignature
        | Rule::Reservations(Reservations::Prohibited | Reservations::ByConsent(_))
        | Rule::Accession(Accession::Closed | Accession::ByConsent(_))
        | Rule::FullPowers(_)
        | Rule::Corrections(_)
        | Rule::Mandate(_)
        | Rule::LossOfVote(_)
        | Rule::Rotation(_) => return None,
    })
}
