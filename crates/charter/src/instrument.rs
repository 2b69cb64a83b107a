//! Instruments.

use crate::faults::Faults;
use crate::people::{main_name, title};
use crate::words::{self, unknown_word};
use servanda_model::{Id as _, Instrument, InstrumentKind, Law, Titles};
use servanda_text::{Cursor, Diagnostic, Kind, Node, Step};

const OF_INSTRUMENT: &[&str] = &["name", "kind", "of", "amends", "authentic"];

/// What is said once of an instrument.
const ONCE: &[&str] = &["kind", "of", "amends", "authentic"];

/// Reads `instrument ID "Title"` and its children.
pub(crate) fn instrument(node: Node<'_, '_>, law: &mut Law, faults: &mut Faults) {
    let mut cursor = Cursor::new(node);
    cursor.bump();
    let Some(id) = faults.keep(words::instrument(&mut cursor, law)) else {
        return;
    };
    let main = main_name(&mut cursor, faults);
    let articles = law.instrument(id).map(|row| row.articles.clone()).unwrap_or_default();
    let titles = Titles { main, others: Vec::new() };
    let kind = InstrumentKind::Treaty;
    let mut instrument = Instrument { titles, kind, amends: None, of: None, articles };
    faults.once(node, ONCE);
    for child in node.children() {
        let step = particular(child, &mut instrument, law, faults);
        faults.keep(step);
    }
    if let Some(row) = law.instruments.get_mut(id.ordinal() as usize) {
        *row = instrument;
    }
}

fn particular(
    node: Node<'_, '_>,
    instrument: &mut Instrument,
    law: &Law,
    faults: &mut Faults,
) -> Step<()> {
    let mut cursor = Cursor::new(node);
    let word = cursor.peek_text();
    if !OF_INSTRUMENT.contains(&word) {
        return Err(unknown_word(&cursor, OF_INSTRUMENT, "an instrument"));
    }
    cursor.bump();
    match word {
        "name" => {
            instrument.titles.others.push(title(node, cursor, law, faults)?);
            return Ok(());
        }
        "kind" => instrument.kind = kind(&mut cursor)?,
        "of" => instrument.of = Some(words::body(&mut cursor, law)?),
        "amends" => instrument.amends = Some(words::instrument(&mut cursor, law)?),
        _ => {
            cursor.take(Kind::Word, "a language tag")?;
            while cursor.eat_kind(Kind::Comma).is_some() {
                cursor.take(Kind::Word, "a language tag")?;
            }
        }
    }
    cursor.end()
}

fn kind(cursor: &mut Cursor<'_, '_>) -> Step<InstrumentKind> {
    let (word, span) = cursor.take(Kind::Word, "a kind of instrument")?;
    match word {
        "treaty" => Ok(InstrumentKind::Treaty),
        "protocol" | "agreement" | "charter" => Ok(InstrumentKind::Protocol),
        "decision" | "regulation" => Ok(InstrumentKind::Decision),
        "practice" => Ok(InstrumentKind::Practice),
        _ => {
            let fault =
                Diagnostic::new("C-WORD", span, format!("`{word}` is no kind of instrument"));
            let known = "`treaty`, `protocol`, `agreement`, `charter`, `decision`, `regulation` or `practice`";
            Err(Box::new(fault.hint(known)))
        }
    }
}
