//! Signatures: whether they bind, to whom they are open, and until when.

use crate::condition::set;
use crate::words::{day, unknown_word};
use servanda_model::{Law, Rule, SignatureEffect, SignatureRule};
use servanda_text::{Cursor, Node, Step};

/// Reads what follows `signature`, with the children `open to LIST` and `through DATE`.
pub(crate) fn signature(node: Node<'_, '_>, cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<Rule> {
    let effect = effect(cursor)?;
    let (mut open_to, mut through) = (None, None);
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        if cursor.eat("open") {
            cursor.word("to")?;
            open_to = Some(set(&mut cursor, law)?);
        } else if cursor.eat("through") {
            through = Some(day(&mut cursor)?);
        } else if cursor.peek_text() == "breach" {
            continue;
        } else {
            return Err(unknown_word(&cursor, &["open", "through", "breach"], "a signature"));
        }
        cursor.end()?;
    }
    Ok(Rule::Signature(SignatureRule { effect, open_to, through }))
}

fn effect(cursor: &mut Cursor<'_, '_>) -> Step<SignatureEffect> {
    if cursor.eat("definitive") {
        return Ok(SignatureEffect::Definitive);
    }
    cursor.word("subject")?;
    cursor.word("to")?;
    if !cursor.eat("acceptance") && !cursor.eat("approval") {
        cursor.word("ratification")?;
    }
    Ok(SignatureEffect::SubjectToRatification)
}
