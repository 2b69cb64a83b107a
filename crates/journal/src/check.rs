//! Checks: our own assertions and the claims of sources.

use crate::claim::claim;
use crate::details::expectation;
use crate::entry::Desk;
use servanda_charter::source_refs;
use servanda_model::{Check, CheckKind, Fact, Origin, When};
use servanda_text::{Cursor, Node, Step};

/// Reads `DATE assert CLAIM` or `DATE attest CLAIM` with its children.
pub(crate) fn check(
    desk: &mut Desk<'_>,
    node: Node<'_, '_>,
    mut cursor: Cursor<'_, '_>,
    when: When,
) -> Step<()> {
    let kind = if cursor.eat("assert") { CheckKind::Assert } else { CheckKind::Attest };
    if kind == CheckKind::Attest {
        cursor.word("attest")?;
    }
    let claim = claim(&mut cursor, desk.law, desk.history)?;
    cursor.end()?;
    if let Fact::Adopted(label) = claim.fact {
        desk.uses.push((label, desk.file, node.line().span));
    }
    let mut sources = Vec::new();
    let mut expected = Vec::new();
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        if cursor.eat("source") {
            source_refs(&mut cursor, desk.law, &mut sources)?;
            cursor.end()?;
        } else if cursor.eat("expect") {
            expected.push(expectation(desk, child, cursor)?);
        } else {
            return Err(cursor.expected("`source` or `expect`"));
        }
    }
    let origin = Origin { file: desk.file, at: node.line().span.start };
    let position = desk.position();
    desk.history.checks.push(Check { when, kind, claim, sources, expected, position, origin });
    Ok(())
}
