//! From the charter files of a record to one law, in two passes.

use crate::faults::Faults;
use crate::{article, body, condition, declare, instrument, people, source};
use servanda_model::{FileId, Law};
use servanda_text::{Cursor, LineKind, Node, Reader};

/// A charter file: its number in the record and its text.
#[derive(Debug, Clone, Copy)]
pub struct CharterFile<'t> {
    /// Its number.
    pub file: FileId,
    /// What it says.
    pub text: &'t str,
}

/// Reads the charter files of a record into one law.
pub fn load(files: &[CharterFile<'_>]) -> (Law, Faults) {
    let mut law = Law::default();
    let mut faults = Faults::default();
    let mut trees = Vec::new();
    for file in files {
        let (tree, lexical) = Reader::new(file.text).whole();
        faults.enter(file.file);
        lexical.into_iter().for_each(|fault| faults.push(fault));
        trees.push((file.file, tree));
    }
    for (file, tree) in &trees {
        faults.enter(*file);
        declare::header(tree, &mut faults);
        tree.top()
            .for_each(|node| declare::top(node, declare::Round::Words, &mut law, &mut faults));
    }
    for (file, tree) in &trees {
        faults.enter(*file);
        tree.top()
            .for_each(|node| declare::top(node, declare::Round::Articles, &mut law, &mut faults));
    }
    declare::check_sizes(&law, &mut faults);
    for (file, tree) in &trees {
        faults.enter(*file);
        tree.forget_reading();
        tree.top().for_each(|node| top(node, &mut law, &mut faults));
        // Where something else is at fault, lines below it are not read, and that is told.
        if !faults.has_some_of(*file) {
            tree.unread().for_each(|fault| faults.push(fault));
        }
    }
    (law, faults)
}

/// Reads one top-level declaration.
fn top(node: Node<'_, '_>, law: &mut Law, faults: &mut Faults) {
    if node.line().kind != LineKind::Tokens {
        return;
    }
    match declare::head_word(node) {
        "organisation" | "observed" => body::organisation(node, law, faults),
        "party" | "entity" => people::party(node, law, faults),
        "place" => people::place(node, law, faults),
        "set" => people::set(node, law, faults),
        "weights" => condition::weights(node, law, faults),
        "source" => source::source(node, law, faults),
        "instrument" => instrument::instrument(node, law, faults),
        "article" => article::article(node, law, faults),
        "servanda" => {
            let mut cursor = Cursor::new(node);
            cursor.bump();
            cursor.bump();
        }
        _ => {}
    }
}
