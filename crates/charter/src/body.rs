//! Organisations and organs, and the offices beside them.

use crate::breach::grade;
use crate::convening;
use crate::faults::Faults;
use crate::legal_day;
use crate::people::{main_name, title};
use crate::words::{self, period, source_refs, unknown_word};
use servanda_model::{
    ArticleId, Body, BodyId, BodyKind, Composed, Grade, Id as _, Law, LegalDay, Office, SourceRef,
    Titles,
};
use servanda_text::{Cursor, Diagnostic, Kind, Node, Step};

const OF_BODY: &[&str] = &[
    "name",
    "seat",
    "of",
    "legal-day",
    "months",
    "kind",
    "founded",
    "seats",
    "before",
    "meets",
    "convened",
    "hosted",
    "full-powers",
    "decides",
    "tasks",
];

/// What is said once of an organisation or organ; sources may differ on its kind and foundation.
const ONCE: &[&str] = &[
    "seat",
    "of",
    "legal-day",
    "months",
    "seats",
    "before",
    "meets",
    "hosted",
    "full-powers",
    "decides",
    "tasks",
];

/// What is said once of an office.
const ONCE_OF_OFFICE: &[&str] =
    &["term", "appointed", "recommended", "citizen", "recalled", "seat", "tasks", "breach"];

/// Reads `organisation ID "Name"` or `observed ID "Name"` and its children.
pub(crate) fn organisation(node: Node<'_, '_>, law: &mut Law, faults: &mut Faults) {
    let mut cursor = Cursor::new(node);
    cursor.bump();
    body(node, cursor, None, law, faults);
}

/// Reads what follows `organ` in the article that establishes it; returns its word's id and
/// this wording of it.
pub(crate) fn body(
    node: Node<'_, '_>,
    mut cursor: Cursor<'_, '_>,
    article: Option<ArticleId>,
    law: &mut Law,
    faults: &mut Faults,
) -> Option<(BodyId, Body)> {
    let id = faults.keep(words::body(&mut cursor, law))?;
    let kind = law.body(id).map_or(BodyKind::Observed, |body| body.kind);
    let main = main_name(&mut cursor, faults);
    let titles = Titles { main, others: Vec::new() };
    let mut body = Body {
        titles,
        kind,
        seat: None,
        composed: None,
        legal_day: LegalDay::default(),
        meets_yearly: None,
        convening: None,
        particulars: Vec::new(),
        article,
    };
    faults.once(node, ONCE);
    for child in node.children() {
        let step = particular(child, &mut body, law, faults);
        faults.keep(step);
    }
    // The row keeps the first wording of an organ: a later one counts from a day only.
    let row = law.bodies.get_mut(id.ordinal() as usize);
    if let Some(row) = row.filter(|row| row.article.is_none()) {
        *row = body.clone();
    }
    Some((id, body))
}

fn particular(node: Node<'_, '_>, body: &mut Body, law: &Law, faults: &mut Faults) -> Step<()> {
    let mut cursor = Cursor::new(node);
    let word = cursor.peek_text();
    if word == "breach" {
        let fault = Diagnostic::new("C-WORD", cursor.span(), "nothing departs from an organ");
        return Err(Box::new(fault.hint("write `breach` below the clause, rotation or office")));
    }
    if !OF_BODY.contains(&word) {
        return Err(unknown_word(&cursor, OF_BODY, "an organisation or organ"));
    }
    cursor.bump();
    match word {
        "name" => body.titles.others.push(title(node, cursor, law, faults)?),
        "seat" => {
            let place = cursor.peek_text().to_owned();
            body.seat = Some(words::place(&mut cursor, law)?);
            cursor.end()?;
            body.particulars.push((word.to_owned(), place, sources_below(node, law)?));
        }
        "of" => {
            body.kind = BodyKind::Organ { of: Some(words::body(&mut cursor, law)?) };
            cursor.end()?;
        }
        "legal-day" => {
            body.legal_day = legal_day::offsets(node)?;
            let said = rest(&mut cursor);
            body.particulars.push((word.to_owned(), said, Vec::new()));
        }
        "before" => before_that(&mut cursor, body, law)?,
        _ => {
            if word == "meets" {
                body.meets_yearly = yearly(cursor.clone());
            }
            if matches!(word, "convened" | "hosted" | "full-powers") {
                convening::line(word, cursor.clone(), body.convening.get_or_insert_default(), law)?;
            }
            if word == "seats" {
                body.composed = composed(cursor.clone(), body.kind);
            }
            let said = rest(&mut cursor);
            let sources = sources_below(node, law)?;
            body.particulars.push((word.to_owned(), said, sources));
        }
    }
    Ok(())
}

/// Reads `TITLE of each member`, none where the seats are told in other words.
fn composed(mut cursor: Cursor<'_, '_>, kind: BodyKind) -> Option<Composed> {
    cursor.bump();
    let BodyKind::Organ { of: Some(members_of) } = kind else { return None };
    let each = cursor.eat("of") && cursor.eat("each") && cursor.eat("member");
    each.then_some(Composed { members_of, before_that: None })
}

/// Reads `at least N per year`, none where the article says it in other words.
fn yearly(mut cursor: Cursor<'_, '_>) -> Option<u32> {
    let least = cursor.eat("at") && cursor.eat("least");
    let count = cursor.number("a number").ok().filter(|_| least)?;
    (cursor.eat("per") && cursor.eat("year")).then_some(count)
}

/// Reads `that each party to INSTRUMENT`: who had the seats before the organisation had members.
fn before_that(cursor: &mut Cursor<'_, '_>, body: &mut Body, law: &Law) -> Step<()> {
    let Some(composed) = &mut body.composed else {
        return Err(cursor.expected("a line `seats … of each member` above"));
    };
    for word in ["that", "each", "party", "to"] {
        cursor.word(word)?;
    }
    composed.before_that = Some(words::instrument(cursor, law)?);
    cursor.end()
}

/// Reads the sources that stand below a line.
fn sources_below(node: Node<'_, '_>, law: &Law) -> Step<Vec<SourceRef>> {
    let mut sources = Vec::new();
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        cursor.word("source")?;
        source_refs(&mut cursor, law, &mut sources)?;
        cursor.end()?;
    }
    Ok(sources)
}

/// Takes the rest of a line as words, quotes taken off.
pub(crate) fn rest(cursor: &mut Cursor<'_, '_>) -> String {
    let mut said = String::new();
    while let Some(token) = cursor.peek() {
        if !said.is_empty() && token.kind != Kind::Comma {
            said.push(' ');
        }
        if token.kind == Kind::Quoted {
            said.push_str(&cursor.quoted("text").unwrap_or_default());
        } else {
            said.push_str(cursor.peek_text());
            cursor.bump();
        }
    }
    said
}

/// Reads what follows `office` in the article that establishes it; returns its id.
pub(crate) fn office(
    node: Node<'_, '_>,
    mut cursor: Cursor<'_, '_>,
    article: ArticleId,
    law: &mut Law,
    faults: &mut Faults,
) -> Option<servanda_model::OfficeId> {
    let id = faults.keep(words::office(&mut cursor, law))?;
    let titles = Titles { main: main_name(&mut cursor, faults), others: Vec::new() };
    let mut office = Office {
        titles,
        term: None,
        appointed_by: None,
        recommended_by: None,
        citizen_of_member: false,
        recalled_by_state: false,
        article: Some(article),
        // Whoever was appointed was in office, unless the article says that such a one was not.
        breach: Grade::Irregular,
    };
    faults.once(node, ONCE_OF_OFFICE);
    for child in node.children() {
        let step = of_office(child, &mut office, law, faults);
        faults.keep(step);
    }
    if let Some(row) = law.offices.get_mut(id.ordinal() as usize) {
        *row = office;
    }
    Some(id)
}

fn of_office(node: Node<'_, '_>, office: &mut Office, law: &Law, faults: &mut Faults) -> Step<()> {
    const KNOWN: &[&str] = &[
        "name",
        "term",
        "appointed",
        "recommended",
        "citizen",
        "recalled",
        "seat",
        "tasks",
        "breach",
    ];
    let mut cursor = Cursor::new(node);
    let word = cursor.peek_text();
    if !KNOWN.contains(&word) {
        return Err(unknown_word(&cursor, KNOWN, "an office"));
    }
    cursor.bump();
    match word {
        "name" => {
            office.titles.others.push(title(node, cursor, law, faults)?);
            return Ok(());
        }
        "term" => office.term = Some(period(&mut cursor)?),
        "appointed" => {
            cursor.word("by")?;
            office.appointed_by = Some(words::body(&mut cursor, law)?);
        }
        "recommended" => {
            cursor.word("by")?;
            office.recommended_by = Some(words::body(&mut cursor, law)?);
        }
        "citizen" => {
            cursor.word("of")?;
            cursor.word("member")?;
            office.citizen_of_member = true;
        }
        "recalled" => {
            for word in ["by", "its", "state"] {
                cursor.word(word)?;
            }
            office.recalled_by_state = true;
        }
        "breach" => office.breach = grade(&mut cursor)?,
        _ => {
            rest(&mut cursor);
        }
    }
    cursor.end()
}
