//! Acts about instruments: signature, consent, entry into force, notice, end.

use crate::entry::Desk;
use crate::phrase::cause;
use servanda_model::{ConsentForm, Deed, List};
use servanda_text::{Cursor, Diagnostic, Kind, Step};

/// Reads what follows one of the verbs about instruments.
pub(crate) fn deed(desk: &mut Desk<'_>, verb: &str, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
    match verb {
        "deposit" => deposit(desk, cursor),
        "in-force" => in_force(desk, cursor),
        "notice" => {
            cursor.word("of")?;
            cursor.word("withdrawal")?;
            cursor.word("from")?;
            let (instruments, parties) = whose(desk, cursor)?;
            Ok(Deed::GiveNotice { instruments, parties })
        }
        "revoke" => {
            let label = desk.label_of(cursor)?;
            Ok(Deed::Revoke { label, parties: desk.by_parties(cursor)? })
        }
        "end" => end(desk, cursor),
        "resume" => {
            let parties = desk.party_list(cursor)?;
            cursor.word("in")?;
            Ok(Deed::Resume { instruments: desk.instrument_list(cursor)?, parties })
        }
        "register" => {
            let instruments = desk.instrument_list(cursor)?;
            cursor.word("with")?;
            let (with, _) = cursor.take(Kind::Word, "with whom")?;
            Ok(Deed::Register { instruments, with: with.into() })
        }
        "reserve" => {
            let (instruments, parties) = whose(desk, cursor)?;
            let text = Box::new(cursor.quoted("what is reserved")?.into());
            Ok(Deed::Reserve { instruments, parties, text })
        }
        "object" => {
            cursor.word("to")?;
            let label = desk.label_of(cursor)?;
            let parties = desk.by_parties(cursor)?;
            Ok(Deed::Object { label, parties, text: cursor.quoted("what is objected")?.into() })
        }
        _ => {
            let (instruments, parties) = whose(desk, cursor)?;
            Ok(match verb {
                "sign" => Deed::Sign { instruments, parties },
                "ratify" => Deed::Ratify { instruments, parties },
                "refuse" => Deed::Refuse { instruments, parties },
                _ => Deed::Provisional { instruments, parties },
            })
        }
    }
}

/// Reads `INSTRUMENTS by PARTIES`.
fn whose(desk: &mut Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<(List, List)> {
    let instruments = desk.instrument_list(cursor)?;
    Ok((instruments, desk.by_parties(cursor)?))
}

fn deposit(desk: &mut Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
    let (word, span) = cursor.take(Kind::Word, "a form of consent")?;
    let form = ConsentForm::of_word(word).ok_or_else(|| {
        let known: Vec<&str> = ConsentForm::ALL.iter().map(|form| form.word()).collect();
        let fault = Diagnostic::new("C-WORD", span, format!("`{word}` is no form of consent"));
        Box::new(fault.hint(format!("known: {}", known.join(", "))))
    })?;
    cursor.word("of")?;
    let (instruments, parties) = whose(desk, cursor)?;
    Ok(Deed::Deposit { form, instruments, parties })
}

fn in_force(desk: &mut Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
    let instruments = desk.instrument_list(cursor)?;
    let parties = if cursor.eat("for") { desk.party_list(cursor)? } else { List::default() };
    Ok(Deed::EnterIntoForce { instruments, parties })
}

fn end(desk: &mut Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<Deed> {
    let instruments = desk.instrument_list(cursor)?;
    let parties = if cursor.eat("for") { desk.party_list(cursor)? } else { List::default() };
    cursor.word("cause")?;
    Ok(Deed::End { instruments, parties, cause: cause(cursor)? })
}
