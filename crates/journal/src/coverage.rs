//! The table that says where each numbered fact of a domain is carried in the record.

use crate::record::Record;
use servanda_charter::Faults;
use servanda_model::{FileId, Law};
use servanda_text::{Cursor, Diagnostic, Kind, LineKind, Node, Reader, Step, nearest};

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// The fact's number, as in `A02`.
    pub fact: String,
    /// What carries it; empty where it is not recorded.
    pub carriers: Vec<String>,
    /// Why it is not recorded, where it is not.
    pub reason: Option<String>,
}

/// Reads a coverage table against the record it speaks of.
pub fn coverage(text: &str, file: FileId, record: &Record) -> (Vec<Covered>, Faults) {
    let (tree, lexical) = Reader::new(text).whole();
    let mut faults = Faults::default();
    faults.enter(file);
    lexical.into_iter().for_each(|fault| faults.push(fault));
    let mut covered: Vec<Covered> = Vec::new();
    for node in tree.top().filter(|node| node.line().kind == LineKind::Tokens) {
        let Some(line) = faults.keep(line(node, record)) else {
            continue;
        };
        if covered.iter().any(|known| known.fact == line.fact) {
            let message = format!("the fact `{}` stands twice", line.fact);
            let fault = Diagnostic::new("J-COVERAGE", node.line().span, message);
            faults.push(fault.hint("write all that carries it on one line"));
        }
        covered.push(line);
    }
    (covered, faults)
}

/// Reads `FACT POINTER, …` or `FACT not recorded because "…"`.
fn line(node: Node<'_, '_>, record: &Record) -> Step<Covered> {
    let mut cursor = Cursor::new(node);
    let (fact, _) = cursor.take(Kind::Code, "a fact's number such as `A02`")?;
    let fact = fact.to_owned();
    if cursor.eat("not") {
        cursor.word("recorded")?;
        cursor.word("because")?;
        let reason = Some(cursor.quoted("why it is not recorded")?);
        cursor.end()?;
        return Ok(Covered { fact, carriers: Vec::new(), reason });
    }
    let mut carriers = Vec::new();
    servanda_charter::list(&mut cursor, |cursor| pointer(cursor, record), &mut carriers)?;
    cursor.end()?;
    Ok(Covered { fact, carriers, reason: None })
}

/// Reads `#label`, or a kind of declared thing and its name.
fn pointer(cursor: &mut Cursor<'_, '_>, record: &Record) -> Step<String> {
    let history = &record.history;
    if let Some((label, span)) = cursor.eat_kind(Kind::Label) {
        let known = history.labels.find(label).and_then(|id| history.position_of(id)).is_some();
        if known {
            return Ok(label.to_owned());
        }
        let near = nearest(label, history.labels.iter().map(|(_, word)| word));
        let fault = Diagnostic::new("J-COVERAGE", span, format!("no act has the label `{label}`"));
        return Err(Box::new(match near {
            Some(near) => fault.hint(format!("did you mean `{near}`?")),
            None => fault,
        }));
    }
    let (kind, _) =
        cursor.take(Kind::Word, "a label, or `article`, `instrument`, `organisation` …")?;
    let span = cursor.span();
    let name = cursor.peek_text();
    cursor.bump();
    if is_declared(kind, name, &record.law)
        || (kind == "table" && history.tables.iter().any(|table| table.name == name))
    {
        return Ok(format!("{kind} {name}"));
    }
    let fault = Diagnostic::new("J-COVERAGE", span, format!("this record has no {kind} `{name}`"));
    let kinds = "`article`, `instrument`, `organisation`, `organ`, `office`, `party`, `entity`, `place`, `source`, `procedure` or `table`";
    Err(Box::new(fault.hint(format!("point with a label, or with {kinds}"))))
}

fn is_declared(kind: &str, name: &str, law: &Law) -> bool {
    match kind {
        "article" => law.article_names.find(name).is_some(),
        "instrument" => law.instrument_names.find(name).is_some(),
        "organisation" | "organ" | "observed" => law.body_names.find(name).is_some(),
        "office" => law.office_names.find(name).is_some(),
        "party" | "entity" => law.party_names.find(name).is_some(),
        "place" => law.place_names.find(name).is_some(),
        "source" => law.source_names.find(name).is_some(),
        "procedure" => law.procedure_names.find(name).is_some(),
        _ => false,
    }
}
