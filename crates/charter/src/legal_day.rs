//! The days of a seat: by how much its clocks are ahead of universal time.

use crate::words::day;
use servanda_model::{LegalDay, offset_of};
use servanda_text::{Cursor, Diagnostic, Node, Step};

/// Reads the lines `offset "+03:00" [from DAY]` below `legal-day`.
pub(crate) fn offsets(node: Node<'_, '_>) -> Step<LegalDay> {
    let mut days = LegalDay::default();
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        cursor.word("offset")?;
        let span = cursor.span();
        let said = cursor.quoted("an offset such as `\"+03:00\"`")?;
        let Some(ahead) = offset_of(&said) else {
            let fault = Diagnostic::new("C-DATE", span, format!("`{said}` is no offset of clocks"));
            return Err(Box::new(fault.hint(
                "write how far they are ahead of universal time: `\"+03:00\"`, `\"-05:00\"`",
            )));
        };
        let from = if cursor.eat("from") { Some(day(&mut cursor)?) } else { None };
        if !days.add(from, ahead) {
            let message = "this offset does not begin after the one above it";
            let fault = Diagnostic::new("C-DATE", span, message);
            return Err(Box::new(
                fault.hint("write the offsets in the order of their days, each with `from DAY`"),
            ));
        }
        cursor.end()?;
    }
    Ok(days)
}
