//! Parties, entities, places, sets, and the names of anything.

use crate::faults::Faults;
use crate::words::{day, list, party as party_word, source_refs, unknown_word};
use servanda_model::{Id as _, Law, SourceRef, Title, TitleForm, Titles};
use servanda_text::{Cursor, Kind, Node, Step};

/// Reads `party CODE "Name"` or `entity CODE "Name"` and its children.
pub(crate) fn party(node: Node<'_, '_>, law: &mut Law, faults: &mut Faults) {
    let mut cursor = Cursor::new(node);
    cursor.bump();
    let Some(id) = faults.keep(party_word(&mut cursor, law)) else {
        return;
    };
    let mut titles = Titles { main: main_name(&mut cursor, faults), others: Vec::new() };
    let mut used = Vec::new();
    faults.once(node, &[]);
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        if cursor.eat("name") {
            let named = title(child, cursor, law, faults);
            titles.others.extend(faults.keep(named));
        } else if cursor.eat("as-used-by") {
            let step = source_refs(&mut cursor, law, &mut used).and_then(|()| cursor.end());
            faults.keep(step);
        } else {
            faults.push(*unknown_word(&cursor, &["name", "as-used-by"], "a party"));
        }
    }
    if let Some(row) = law.parties.get_mut(id.ordinal() as usize) {
        row.titles = titles;
        row.as_used_by = used;
    }
}

/// Reads `place ID "Name" [in CODE]` and its children.
pub(crate) fn place(node: Node<'_, '_>, law: &mut Law, faults: &mut Faults) {
    let mut cursor = Cursor::new(node);
    cursor.bump();
    let Some(id) = faults.keep(crate::words::place(&mut cursor, law)) else {
        return;
    };
    let mut titles = Titles { main: main_name_open(&mut cursor, faults), others: Vec::new() };
    let mut state = None;
    if cursor.eat("in") {
        state = faults.keep(party_word(&mut cursor, law));
    }
    faults.keep(cursor.end());
    faults.once(node, &[]);
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        if cursor.eat("name") {
            let named = title(child, cursor, law, faults);
            titles.others.extend(faults.keep(named));
        } else {
            faults.push(*unknown_word(&cursor, &["name"], "a place"));
        }
    }
    if let Some(row) = law.places.get_mut(id.ordinal() as usize) {
        row.titles = titles;
        row.state = state;
    }
}

/// Reads `set NAME = LIST`.
pub(crate) fn set(node: Node<'_, '_>, law: &mut Law, faults: &mut Faults) {
    let mut cursor = Cursor::new(node);
    cursor.bump();
    let name = cursor.peek_text();
    cursor.bump();
    let mut parties = Vec::new();
    let step = cursor
        .take(Kind::Equals, "`=`")
        .and_then(|_| list(&mut cursor, |cursor| party_word(cursor, law), &mut parties))
        .and_then(|()| cursor.end());
    faults.keep(step);
    let id = law.set_names.find(name);
    if let Some(row) = id.and_then(|id| law.sets.get_mut(id.ordinal() as usize)) {
        *row = parties.into_iter().collect();
    }
}

/// Reads the quoted name that ends a head line.
pub(crate) fn main_name(cursor: &mut Cursor<'_, '_>, faults: &mut Faults) -> String {
    let name = main_name_open(cursor, faults);
    faults.keep(cursor.end());
    name
}

/// Reads the quoted name of a head line that may go on.
pub(crate) fn main_name_open(cursor: &mut Cursor<'_, '_>, faults: &mut Faults) -> String {
    faults.keep(cursor.quoted("a name between `\"`")).unwrap_or_default()
}

/// Reads what follows `name`: language, form, text, days of use, and the children.
pub(crate) fn title(
    node: Node<'_, '_>,
    mut cursor: Cursor<'_, '_>,
    law: &Law,
    faults: &mut Faults,
) -> Step<Title> {
    let (language, _) = cursor.take(Kind::Word, "a language tag")?;
    let form = form(&mut cursor);
    let text = cursor.quoted("a name between `\"`")?;
    let from = if cursor.eat("from") { Some(day(&mut cursor)?) } else { None };
    let until = if cursor.eat("until") { Some(day(&mut cursor)?) } else { None };
    cursor.end()?;
    let mut sources: Vec<SourceRef> = Vec::new();
    let mut draft = false;
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        if cursor.eat("source") {
            let step = source_refs(&mut cursor, law, &mut sources).and_then(|()| cursor.end());
            faults.keep(step);
        } else if cursor.eat("draft") {
            draft = true;
        } else {
            faults.push(*unknown_word(&cursor, &["source", "draft"], "a name"));
        }
    }
    Ok(Title { language: language.to_owned(), form, text, from, until, sources, draft })
}

/// Reads a name below a clause, of which the first fault is told.
pub(crate) fn title_of_clause(
    node: Node<'_, '_>,
    cursor: Cursor<'_, '_>,
    law: &Law,
) -> Step<Title> {
    let mut faults = Faults::default();
    let read = title(node, cursor, law, &mut faults)?;
    match faults.into_first() {
        Some(fault) => Err(Box::new(fault)),
        None => Ok(read),
    }
}

fn form(cursor: &mut Cursor<'_, '_>) -> TitleForm {
    for (word, form) in [
        ("short", TitleForm::Short),
        ("official", TitleForm::Official),
        ("romanised", TitleForm::Romanised),
        ("alias", TitleForm::Alias),
    ] {
        if cursor.eat(word) {
            return form;
        }
    }
    TitleForm::Plain
}
