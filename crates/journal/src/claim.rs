//! Claims: what can be asked, asserted and attested.

use servanda_charter::{body, instrument, list, office, party};
use servanda_model::{
    Claim, Comparison, Fact, History, InstrumentId, LabelId, Law, MemberStatus, Names, PartyId,
    Status, VoteRight,
};
use servanda_text::{Cursor, Diagnostic, Kind, Reader, Step, nearest};

/// Reads a claim from a text of its own, as the command line gives it.
///
/// # Errors
/// Gives the first fault.
pub fn claim_of_text(text: &str, law: &Law, history: &History) -> Step<Claim> {
    let (tree, faults) = Reader::new(text).whole();
    if let Some(fault) = faults.into_iter().next() {
        return Err(Box::new(fault));
    }
    let nothing = || {
        Box::new(Diagnostic::new("J-CLAIM", servanda_text::Span::default(), "there is no claim"))
    };
    let node = tree.top().next().ok_or_else(nothing)?;
    let mut cursor = Cursor::new(node);
    let mut labels = history.labels.clone();
    let claim = claim_with(&mut cursor, law, &mut labels)?;
    cursor.end()?;
    if let Fact::Adopted(label) = claim.fact
        && history.position_of(label).is_none()
    {
        let word = labels.word(label);
        let fault =
            Diagnostic::new("J-LABEL", node.line().span, format!("no act has the label `{word}`"));
        let near = nearest(word, history.labels.iter().map(|(_, known)| known));
        return Err(Box::new(match near {
            Some(near) => fault.hint(format!("did you mean `{near}`?")),
            None => fault.hint("`timeline` lists the labels of all acts"),
        }));
    }
    Ok(claim)
}

/// Reads a claim of a journal.
pub(crate) fn claim(cursor: &mut Cursor<'_, '_>, law: &Law, history: &mut History) -> Step<Claim> {
    let claim = claim_with(cursor, law, &mut history.labels)?;
    history.labelled.resize(history.labels.len(), None);
    Ok(claim)
}

fn claim_with(cursor: &mut Cursor<'_, '_>, law: &Law, labels: &mut Names<LabelId>) -> Step<Claim> {
    let holds = !cursor.eat("not");
    let fact = match cursor.peek_kind() {
        Some(Kind::Quoted) => {
            let person = cursor.quoted("the person's name")?;
            cursor.word("holds")?;
            Fact::Holds(person, office(cursor, law)?)
        }
        _ if cursor.eat("adopted") => {
            let (raw, _) = cursor.take(Kind::Label, "a decision's label")?;
            Fact::Adopted(labels.intern(raw))
        }
        _ if cursor.eat("parties") => {
            let instrument = instrument(cursor, law)?;
            let (comparison, parties) = compared(cursor, law)?;
            Fact::Parties(instrument, comparison, parties)
        }
        _ if cursor.eat("members") => {
            let body = body(cursor, law)?;
            let (comparison, parties) = compared(cursor, law)?;
            Fact::Members(body, comparison, parties)
        }
        _ if cursor.eat("term") => {
            let instrument = instrument(cursor, law)?;
            cursor.take(Kind::Equals, "`=`")?;
            Fact::Term(instrument, cursor.number("a number")?)
        }
        _ if is_of_party(cursor.clone(), law) => of_party(cursor, law)?,
        _ => in_force(cursor, law)?,
    };
    Ok(Claim { fact, holds })
}

/// Finds a person's name that stands before `holds` without quotation marks.
fn unquoted(mut cursor: Cursor<'_, '_>) -> Option<Box<Diagnostic>> {
    let span = cursor.span();
    let mut name = Vec::new();
    while cursor.peek_text() != "holds" {
        name.push(cursor.peek_text());
        cursor.bump()?;
    }
    let fault = Diagnostic::new("J-CLAIM", span, "the name of a person stands in quotation marks");
    let name = name.join(" ");
    Some(Box::new(fault.hint(format!("write `\"{name}\" holds …`"))))
}

/// Tells whether a claim begins with a party: with a code, known or mistyped, where no instrument is
/// called so, or with a word before a status that nothing is called.
fn is_of_party(mut cursor: Cursor<'_, '_>, law: &Law) -> bool {
    let word = cursor.peek_text();
    let is_code = word.starts_with(|letter: char| letter.is_ascii_uppercase());
    let is_instrument = law.instrument_names.find(word).is_some();
    cursor.bump();
    let next = cursor.peek_text();
    let tells_status = Status::ALL.into_iter().any(|status| status.word() == next)
        || MemberStatus::of_word(next).is_some()
        || next == VoteRight::Taken.word()
        || next == "chair";
    law.party_names.find(word).is_some() || ((is_code || tells_status) && !is_instrument)
}

fn in_force(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<Fact> {
    let begun = cursor.clone();
    let instrument: InstrumentId =
        instrument(cursor, law).map_err(|fault| unquoted(begun).unwrap_or(fault))?;
    cursor.word("in-force")?;
    Ok(Fact::InForce(instrument))
}

/// Reads `GEO party cst`, `UZB suspended csto` or `KAZ chair csc`.
fn of_party(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<Fact> {
    let begun = cursor.clone();
    let whose = party(cursor, law).map_err(|fault| unquoted(begun).unwrap_or(fault))?;
    let (word, span) = cursor.take(Kind::Word, "a status")?;
    if word == "chair" {
        return Ok(Fact::Chair(whose, body(cursor, law)?));
    }
    if word == VoteRight::Taken.word() {
        return Ok(Fact::WithoutVote(whose, body(cursor, law)?));
    }
    let about_body = law.body_names.find(cursor.peek_text()).is_some()
        && law
            .instrument_names
            .find(cursor.peek_text())
            .is_none_or(|_| MemberStatus::of_word(word).is_some());
    let participation = Status::ALL.into_iter().find(|status| status.word() == word);
    match (MemberStatus::of_word(word), participation) {
        (Some(status), _) if about_body => Ok(Fact::Membership(whose, status, body(cursor, law)?)),
        (_, Some(status)) => Ok(Fact::Participation(whose, status, instrument(cursor, law)?)),
        (Some(status), None) => Ok(Fact::Membership(whose, status, body(cursor, law)?)),
        (None, None) => {
            let mut known: Vec<&str> = Status::ALL.iter().map(|status| status.word()).collect();
            known.extend(["member", "observer", "partner", "chair", VoteRight::Taken.word()]);
            let fault = Diagnostic::new("J-CLAIM", span, format!("`{word}` is no status"));
            Err(Box::new(match nearest(word, known.iter().copied()) {
                Some(near) => fault.hint(format!("did you mean `{near}`?")),
                None => fault.hint(format!("known: {}", known.join(", "))),
            }))
        }
    }
}

fn compared(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<(Comparison, Vec<PartyId>)> {
    let comparison = if cursor.eat("includes") {
        Comparison::Includes
    } else if cursor.eat("excludes") {
        Comparison::Excludes
    } else {
        cursor.take(Kind::Equals, "`=`, `includes` or `excludes`")?;
        Comparison::Equals
    };
    let mut parties = Vec::new();
    if !cursor.eat("nobody") {
        list(cursor, |cursor| party(cursor, law), &mut parties)?;
    }
    Ok((comparison, parties))
}
