//! Who decides on the membership of a body, and which decision an accession or a reservation waits
//! for.

use crate::words::{self, unknown_word};
use servanda_model::{
    Accession, Cause, Change, DecisionAsked, Law, Mandate, MemberStatus, Reservations, Rule,
};
use servanda_text::{Cursor, Kind, Step};

/// Reads `admission to BODY [as CLASS]`, `restoration to BODY`, `suspension in BODY [as sanction|at
/// own request]` or `expulsion from BODY`, and then `by ORGAN`, whose first word was read.
pub(crate) fn mandate(word: &str, cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<Rule> {
    cursor.word(match word {
        "suspension" => "in",
        "expulsion" => "from",
        _ => "to",
    })?;
    let body = words::body(cursor, law)?;
    let change = match word {
        "admission" => Change::Admission(class(cursor)?),
        "restoration" => Change::Restoration,
        "suspension" => Change::Suspension(ground(cursor)?),
        _ => Change::Expulsion,
    };
    cursor.word("by")?;
    let asked = asked(cursor, law)?;
    Ok(Rule::Mandate(Box::new(Mandate { change, body, asked })))
}

/// Reads `as member|observer|partner`, or nothing.
fn class(cursor: &mut Cursor<'_, '_>) -> Step<Option<MemberStatus>> {
    const CLASSES: [MemberStatus; 3] =
        [MemberStatus::Member, MemberStatus::Observer, MemberStatus::Partner];
    if !cursor.eat("as") {
        return Ok(None);
    }
    let word = cursor.peek_text();
    let Some(class) = CLASSES.into_iter().find(|class| class.word() == word) else {
        return Err(unknown_word(cursor, &CLASSES.map(MemberStatus::word), "an admission"));
    };
    cursor.bump();
    Ok(Some(class))
}

/// Reads `as sanction`, `at own request`, or nothing.
fn ground(cursor: &mut Cursor<'_, '_>) -> Step<Option<Cause>> {
    if cursor.eat("as") {
        cursor.word("sanction")?;
        return Ok(Some(Cause::SuspendedSanction));
    }
    if cursor.eat("at") {
        cursor.word("own")?;
        cursor.word("request")?;
        return Ok(Some(Cause::SuspendedOwnRequest));
    }
    Ok(None)
}

/// Reads `ORGAN [matter KIND] [procedure NAME]`.
fn asked(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<DecisionAsked> {
    let by = Some(words::body(cursor, law)?);
    let matter = if cursor.eat("matter") { Some(words::matter(cursor, law)?) } else { None };
    let procedure =
        if cursor.eat("procedure") { Some(words::procedure(cursor, law)?) } else { None };
    Ok(DecisionAsked { by, matter, procedure })
}

/// Reads `open`, `closed` or `by consent [of ORGAN [matter KIND] [procedure NAME]]`.
pub(crate) fn accession(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<Rule> {
    if cursor.eat("open") {
        return Ok(Rule::Accession(Accession::Open));
    }
    if cursor.eat("closed") {
        return Ok(Rule::Accession(Accession::Closed));
    }
    Ok(Rule::Accession(Accession::ByConsent(by_consent(cursor, law)?)))
}

/// Reads `allowed`, `prohibited` or `by consent [of ORGAN [matter KIND] [procedure NAME]]`.
pub(crate) fn reservations(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<Rule> {
    if cursor.eat("prohibited") {
        return Ok(Rule::Reservations(Reservations::Prohibited));
    }
    if cursor.peek_text() == "by" {
        return Ok(Rule::Reservations(Reservations::ByConsent(by_consent(cursor, law)?)));
    }
    cursor.word("allowed")?;
    Ok(Rule::Reservations(Reservations::Allowed))
}

fn by_consent(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<DecisionAsked> {
    cursor.word("by")?;
    if !cursor.eat("consent") {
        return Err(cursor.expected("`consent` or `consent of ORGAN`"));
    }
    if cursor.peek_kind() != Some(Kind::Word) {
        return Ok(DecisionAsked::default());
    }
    cursor.word("of")?;
    asked(cursor, law)
}
