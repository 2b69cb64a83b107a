//! Acts about the record and the law themselves: corrections, amendments, transcription.

use crate::entry::Desk;
use servanda_charter::{article, date, instrument, patch};
use servanda_model::{Deed, Id as _, InstrumentId, When};
use servanda_text::{Cursor, Diagnostic, Node, Step};

/// Reads `DATE correct #label` with `as DATE VERB …` below it.
pub(crate) fn correct(
    desk: &mut Desk<'_>,
    node: Node<'_, '_>,
    mut cursor: Cursor<'_, '_>,
    when: When,
) -> Step<()> {
    cursor.bump();
    let label = desk.label_of(&mut cursor)?;
    for child in node.children() {
        let mut inner = Cursor::new(child);
        if inner.eat("as") {
            let corrected = date(&mut inner)?;
            let deed = Box::new(desk.deed(&mut inner)?);
            inner.end()?;
            return desk.act(node, cursor, when, Deed::Correct { label, deed, when: corrected });
        }
    }
    let fault = Diagnostic::new(
        "C-MISSING",
        node.line().span,
        "a correction says what the act should have been",
    );
    Err(Box::new(fault.hint("add the line `as DATE VERB …` below it")))
}

/// Reads `DATE amend INSTRUMENT` or `DATE recode ARTICLE` with charter text below it.
pub(crate) fn amend(
    desk: &mut Desk<'_>,
    node: Node<'_, '_>,
    mut cursor: Cursor<'_, '_>,
    when: When,
) -> Step<()> {
    let transcription = cursor.eat("recode");
    let changed = if transcription {
        let id = article(&mut cursor, desk.law)?;
        desk.law.article(id).map_or(InstrumentId::of(0), |row| row.instrument)
    } else {
        cursor.word("amend")?;
        instrument(&mut cursor, desk.law)?
    };
    let position = desk.position();
    let patch = Box::new(patch(node.children(), position, desk.law, desk.faults));
    let deed = Deed::Amend { patch, instrument: changed, transcription };
    desk.act(node, cursor, when, deed)
}
