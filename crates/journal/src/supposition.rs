//! A record under a law that nobody made: charter lines as an amendment has them, taken as said.

use crate::record::{Fault, Record, RecordFile, decoded, located};
use servanda_charter::{Faults, patch};
use servanda_model::{
    Act, Day, Deed, FileId, Id as _, InstrumentId, Law, LawPatch, List, Origin, When,
};
use servanda_text::{Diagnostic, LineKind, Node, Reader, Span, Tree, nearest};

/// The lines that change a law.
const CHANGES: &[&str] = &["replaces", "inserts", "repeals"];

/// A change of the law that is only supposed.
#[derive(Debug, Clone)]
pub struct Supposition {
    /// The lines that change the law, as they stand below an amendment.
    pub file: RecordFile,
    /// The day from which the change counts; without it, it counts for all days.
    pub from: Option<Day>,
    /// The day asked about, which places the change in the record.
    pub on: Day,
}

/// Returns the record with one more act at its end, by which the law is changed as supposed.
///
/// # Errors
/// Returns every fault of the supposition's text, in its own lines.
pub fn suppose(record: &Record, supposition: Supposition) -> Result<Record, Vec<Fault>> {
    let mut record = record.clone();
    let (from, on) = (supposition.from, supposition.on);
    let texts = decoded(vec![supposition.file])?;
    let text = texts.first().map_or("", |(_, text)| text.as_str());
    let file = FileId(u16::try_from(record.files.len()).unwrap_or(u16::MAX));
    let mut faults = Faults::default();
    faults.enter(file);
    let position = u32::try_from(record.history.acts.len()).unwrap_or(u32::MAX);
    let changes = read(text, position, &mut record.law, &mut faults);
    record.files.extend(texts);
    if !faults.is_empty() {
        return Err(located(&faults, &record.files));
    }
    let deed = Deed::Amend {
        instrument: first_changed(&record.law, &changes),
        patch: Box::new(changes),
        transcription: from.is_none(),
    };
    let (when, origin) = (When::day(from.unwrap_or(on)), Origin { file, at: 0 });
    let act = Act { when, deed, sources: List::default(), label: None, origin, details: None };
    record.history.acts.push(act);
    Ok(record)
}

fn read(text: &str, position: u32, law: &mut Law, faults: &mut Faults) -> LawPatch {
    let (tree, lexical) = Reader::new(text).whole();
    lexical.into_iter().for_each(|fault| faults.push(fault));
    let (changes, others): (Vec<Node<'_, '_>>, Vec<Node<'_, '_>>) = tree
        .top()
        .filter(|node| node.line().kind != LineKind::Empty)
        .partition(|node| CHANGES.contains(&node.opening(1)));
    others.into_iter().for_each(|node| faults.push(no_change(node)));
    let is_empty = changes.is_empty();
    let changes = patch(changes.into_iter(), position, law, faults);
    if is_empty && faults.is_empty() {
        let message = "this file changes no article";
        let fault = Diagnostic::new("C-MISSING", Span::default(), message);
        faults.push(
            fault.hint("write `replaces ARTICLE \"Title\"`, `inserts …` or `repeals ARTICLE`"),
        );
    }
    unread(&tree, faults);
    changes
}

/// Where nothing else is at fault, tells the lines that no reading step took.
fn unread(tree: &Tree<'_>, faults: &mut Faults) {
    if faults.is_empty() {
        tree.unread().for_each(|fault| faults.push(fault));
    }
}

fn no_change(node: Node<'_, '_>) -> Diagnostic {
    let word = node.opening(1);
    let message = format!("`{word}` changes no article");
    let fault = Diagnostic::new("C-WORD", node.line().span, message);
    fault.hint(match nearest(word, CHANGES.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "what stands here begins with `replaces`, `inserts` or `repeals`".to_owned(),
    })
}

fn first_changed(law: &Law, changes: &LawPatch) -> InstrumentId {
    let article = changes.versions.first().and_then(|(article, _)| law.article(*article));
    article.map_or(InstrumentId::of(0), |row| row.instrument)
}
