//! What an organ's article says of its sessions: who convenes it, where it meets, who speaks.

use crate::words::{self, list, unknown_word};
use servanda_model::{Convener, Convening, Law, SessionForm};
use servanda_text::{Cursor, Kind, Step};

/// Reads what follows `convened`, `hosted` or `full-powers`.
pub(crate) fn line(
    word: &str,
    mut cursor: Cursor<'_, '_>,
    convening: &mut Convening,
    law: &Law,
) -> Step<()> {
    match word {
        "convened" => {
            let form = SessionForm::of_word(cursor.peek_text());
            if form.is_some() {
                cursor.bump();
            }
            cursor.word("by")?;
            let mut who = Vec::new();
            list(&mut cursor, |cursor| convener(cursor, law), &mut who)?;
            convening.by.push((form, who));
        }
        "hosted" => {
            cursor.word("in")?;
            cursor.word("alternation")?;
            convening.hosted_in_alternation = true;
        }
        _ => {
            convening.full_powers = Some(powers(&mut cursor)?);
        }
    }
    cursor.end()
}

/// Reads `asked [except CAPACITY, …]`.
pub(crate) fn powers(cursor: &mut Cursor<'_, '_>) -> Step<Vec<String>> {
    cursor.word("asked")?;
    let mut without = Vec::new();
    if cursor.eat("except") {
        list(cursor, capacity, &mut without)?;
    }
    Ok(without)
}

fn capacity(cursor: &mut Cursor<'_, '_>) -> Step<String> {
    Ok(cursor.take(Kind::Word, "a capacity such as `head-of-state`")?.0.to_owned())
}

/// Reads `chair`, `member`, `2 members`, an organ or an office.
fn convener(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<Convener> {
    if cursor.eat("chair") {
        return Ok(Convener::Chair);
    }
    if cursor.eat("member") {
        return Ok(Convener::Members(1));
    }
    if cursor.peek_kind() == Some(Kind::Numeral) {
        let count = cursor.number("how many members")?;
        cursor.word("members")?;
        return Ok(Convener::Members(count));
    }
    if law.office_names.find(cursor.peek_text()).is_some() {
        return Ok(Convener::Office(words::office(cursor, law)?));
    }
    if law.body_names.find(cursor.peek_text()).is_some() {
        return Ok(Convener::Organ(words::body(cursor, law)?));
    }
    Err(unknown_word(cursor, &["chair", "member"], "who convenes an organ"))
}
