//! Names that articles list, kinds of matters and procedures: an unknown one is told with the
//! article that has the nearest, or with all that there are.

use crate::words::undeclared;
use servanda_model::{Id, Law, MatterId, Names, ProcedureId, Rule};
use servanda_text::{Cursor, Kind, Step, nearest};

/// As many names are told with their articles; of more the names alone.
const TOLD_WITH_ARTICLES: usize = 12;

/// Reads a kind of matter.
///
/// # Errors
/// Says that no article lists it.
pub fn matter(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<MatterId> {
    read(
        cursor,
        (&law.matter_names, law),
        "a kind of matter",
        |rule, id| matches!(rule, Rule::Matter(matter) if matter.kind == id),
    )
}

/// Reads a procedure.
///
/// # Errors
/// Says that no article lists it.
pub fn procedure(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<ProcedureId> {
    read(
        cursor,
        (&law.procedure_names, law),
        "a procedure",
        |rule, id| matches!(rule, Rule::Procedure(procedure) if procedure.name == id),
    )
}

fn read<I: Id>(
    cursor: &mut Cursor<'_, '_>,
    (names, law): (&Names<I>, &Law),
    what: &str,
    lists: impl Fn(&Rule, I) -> bool,
) -> Step<I> {
    let (word, span) = match cursor.peek_kind() {
        Some(kind @ (Kind::Word | Kind::Code)) => cursor.take(kind, what)?,
        _ => return Err(cursor.expected(what)),
    };
    if let Some(id) = names.find(word) {
        return Ok(id);
    }
    let article = |id: I| {
        let mut listing = law.clauses().filter(|(_, clause)| lists(&clause.rule, id));
        listing.next().map(|(article, _)| law.article_names.word(article))
    };
    let with_article = |(id, known): (I, &str)| match article(id) {
        Some(article) => format!("{known} ({article})"),
        None => known.to_owned(),
    };
    let fault = undeclared(word, span, what);
    if let Some(near) = nearest(word, names.iter().map(|(_, known)| known)) {
        let article = names.find(near).and_then(article);
        let listed = article.map(|article| format!(" ({article})")).unwrap_or_default();
        let fault = fault.hint(format!("did you mean `{near}`{listed}?"));
        return Err(Box::new(
            article.into_iter().fold(fault, |fault, article| fault.under(article)),
        ));
    }
    let count = names.iter().count();
    let all: Vec<String> = if count > TOLD_WITH_ARTICLES {
        names.iter().map(|(_, known)| known.to_owned()).collect()
    } else {
        names.iter().map(with_article).collect()
    };
    let hint = if all.is_empty() {
        format!("no article of this charter has {what}")
    } else {
        format!("known: {}", all.join(", "))
    };
    Err(Box::new(fault.hint(hint)))
}
