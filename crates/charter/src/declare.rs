//! First pass: learning every word that the charter declares.

use crate::faults::Faults;
use crate::words::unknown_word;
use servanda_model::{
    Article, Body, BodyKind, Evidence, Grade, Id as _, Instrument, InstrumentId, InstrumentKind,
    Law, LegalDay, Office, Party, PartyKind, PartySet, Place, Source, Titles, Weights,
};
use servanda_text::{Cursor, Diagnostic, Kind, LineKind, Node, Span, Tree, nearest};

const TOP: &[&str] = &[
    "organisation",
    "observed",
    "party",
    "entity",
    "place",
    "set",
    "weights",
    "source",
    "instrument",
    "article",
    "servanda",
];

/// Returns the first word of a line.
pub(crate) fn head_word<'t>(node: Node<'_, 't>) -> &'t str {
    node.tokens().first().map_or("", |token| token.span.of(node.text()))
}

/// Checks that a file begins with `servanda 1`.
pub(crate) fn header(tree: &Tree<'_>, faults: &mut Faults) {
    let right = tree.top().next().is_some_and(|node| {
        let mut cursor = Cursor::new(node);
        cursor.eat("servanda") && cursor.peek_text() == "1"
    });
    if !right {
        let fault = Diagnostic::new(
            "C-HEADER",
            tree.top().next().map_or_else(Default::default, |n| n.line().span),
            "a charter file begins with `servanda 1`",
        );
        faults.push(fault.hint("write `servanda 1` on the first line"));
    }
}

/// What is learnt: an article needs its instrument, which may stand in a later file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Round {
    /// All declarations but articles.
    Words,
    /// Articles, and the organs, offices and articles inside them.
    Articles,
}

/// Learns the words of one top-level line and of the organs and offices inside it.
pub(crate) fn top(node: Node<'_, '_>, round: Round, law: &mut Law, faults: &mut Faults) {
    if node.line().kind != LineKind::Tokens {
        return;
    }
    let head = head_word(node);
    if !TOP.contains(&head) {
        if round == Round::Articles {
            faults.push(*unknown_word(&Cursor::new(node), TOP, "a charter"));
        }
        return;
    }
    if head == "servanda" || (head == "article") != (round == Round::Articles) {
        return;
    }
    let mut cursor = Cursor::new(node);
    cursor.bump();
    let Some(token) = cursor.peek().filter(|t| matches!(t.kind, Kind::Word | Kind::Code)) else {
        faults.push(*cursor.expected("a name"));
        return;
    };
    let word = token.span.of(node.text());
    if head == "article" && owner(word, law).is_none() {
        let stem = word.split('.').next().unwrap_or(word);
        let fault = Diagnostic::new(
            "C-UNKNOWN",
            token.span,
            format!("`{stem}` is not an instrument this charter declares"),
        );
        let near = nearest(stem, law.instrument_names.iter().map(|(_, known)| known));
        faults.push(fault.hint(near.map_or("declare it with `instrument`".to_owned(), |near| {
            format!("did you mean `{near}`?")
        })));
        return;
    }
    let own = law.own.map(|own| law.body_names.word(own).to_owned());
    let is_fresh = declare(head, word, law);
    let hint = "give one of the two another name, or take it out";
    let first = own.filter(|_| head == "organisation").unwrap_or_else(|| word.to_owned());
    once(is_fresh, (kind_of(head), &first), (word, token.span), hint, faults);
    if head == "article" {
        inside_article(node, law, faults);
    }
}

/// Returns under which kind a word is declared: what one name cannot stand for twice.
fn kind_of(head: &str) -> &'static str {
    match head {
        "organisation" | "observed" => "body",
        "party" | "entity" => "party",
        known => TOP.iter().copied().find(|word| *word == known).unwrap_or(""),
    }
}

/// Declares a word; false where it was declared before.
fn declare(kind: &str, word: &str, law: &mut Law) -> bool {
    match kind {
        "organisation" | "observed" => {
            let own = kind == "organisation";
            let fresh = body(word, if own { BodyKind::Own } else { BodyKind::Observed }, law);
            if own && law.own.is_some() {
                return false;
            }
            law.own = if own { law.body_names.find(word) } else { law.own };
            fresh
        }
        "party" => add(&mut law.party_names, &mut law.parties, word, party(PartyKind::State)),
        "entity" => add(&mut law.party_names, &mut law.parties, word, party(PartyKind::Entity)),
        "place" => {
            let place = Place { titles: Titles::default(), state: None };
            add(&mut law.place_names, &mut law.places, word, place)
        }
        "set" => add(&mut law.set_names, &mut law.sets, word, PartySet::new()),
        "weights" => {
            let weights = Weights { title: String::new(), total: None, rows: Vec::new() };
            add(&mut law.weights_names, &mut law.weights, word, weights)
        }
        "source" => add(&mut law.source_names, &mut law.sources, word, source()),
        "instrument" => add(&mut law.instrument_names, &mut law.instruments, word, instrument()),
        "article" => article(word, law),
        _ => true,
    }
}

fn add<I: servanda_model::Id, T>(
    names: &mut servanda_model::Names<I>,
    rows: &mut Vec<T>,
    word: &str,
    row: T,
) -> bool {
    let fresh = names.find(word).is_none();
    names.intern(word);
    if fresh {
        rows.push(row);
    }
    fresh
}

fn party(kind: PartyKind) -> Party {
    Party { titles: Titles::default(), kind, as_used_by: Vec::new() }
}

fn source() -> Source {
    Source {
        titles: Titles::default(),
        publisher: None,
        dated: None,
        file: None,
        evidence: Evidence::Unverified,
        language: None,
        references: Vec::new(),
        footnotes: Vec::new(),
    }
}

fn instrument() -> Instrument {
    Instrument {
        titles: Titles::default(),
        kind: InstrumentKind::Treaty,
        amends: None,
        of: None,
        articles: Vec::new(),
    }
}

pub(crate) fn body(word: &str, kind: BodyKind, law: &mut Law) -> bool {
    let body = Body {
        titles: Titles::default(),
        kind,
        seat: None,
        composed: None,
        legal_day: LegalDay::default(),
        meets_yearly: None,
        convening: None,
        particulars: Vec::new(),
        article: None,
    };
    add(&mut law.body_names, &mut law.bodies, word, body)
}

fn owner(word: &str, law: &Law) -> Option<InstrumentId> {
    law.instrument_names.find(word.split('.').next().unwrap_or(word))
}

/// Declares an article of a declared instrument.
pub(crate) fn article(word: &str, law: &mut Law) -> bool {
    let Some(owner) = owner(word, law) else {
        return false;
    };
    let fresh = law.article_names.find(word).is_none();
    let id = law.article_names.intern(word);
    if fresh {
        law.articles.push(Article { instrument: owner, versions: Vec::new() });
        if let Some(row) = law.instruments.get_mut(owner.ordinal() as usize) {
            row.articles.push(id);
        }
    }
    fresh
}

/// Learns the organs, offices and inserted articles inside an article.
fn inside_article(node: Node<'_, '_>, law: &mut Law, faults: &mut Faults) {
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        let head = cursor.peek_text();
        cursor.bump();
        let word = cursor.peek_text();
        match head {
            "organ" => {
                let fresh = body(word, BodyKind::Organ { of: law.own }, law);
                once(fresh, ("body", word), (word, cursor.span()), ESTABLISHED, faults);
            }
            "office" => {
                let office = Office {
                    titles: Titles::default(),
                    term: None,
                    appointed_by: None,
                    recommended_by: None,
                    citizen_of_member: false,
                    recalled_by_state: false,
                    article: None,
                    breach: Grade::Irregular,
                };
                let fresh = add(&mut law.office_names, &mut law.offices, word, office);
                once(fresh, ("office", word), (word, cursor.span()), ESTABLISHED, faults);
            }
            "class" => {
                law.class_names.intern(word);
            }
            "rule" => {
                law.rule_names.intern(word);
            }
            "matter" => {
                law.matter_names.intern(word);
            }
            "procedure" => {
                law.procedure_names.intern(word);
            }
            "inserts" => {
                article(word, law);
                inside_article(child, law, faults);
            }
            "replaces" => inside_article(child, law, faults),
            _ => {}
        }
    }
}

/// Learns the words inside an article that an act replaces or inserts; what it establishes anew
/// may have been established before.
pub(crate) fn words_inside(node: Node<'_, '_>, law: &mut Law) {
    inside_article(node, law, &mut Faults::default());
}

/// Refuses a charter that declares more than ids can count.
pub(crate) fn check_sizes(law: &Law, faults: &mut Faults) {
    let most = usize::from(u16::MAX);
    for (what, count) in [
        ("parties", law.parties.len()),
        ("bodies", law.bodies.len()),
        ("sources", law.sources.len()),
        ("places", law.places.len()),
        ("offices", law.offices.len()),
    ] {
        if count > most {
            let message = format!("{count} {what} are declared");
            let fault = Diagnostic::new("C-MANY", servanda_text::Span::default(), message);
            faults.push(fault.hint(format!("a record holds at most {most}")));
        }
    }
}

/// What to do where an organ or office is declared twice.
const ESTABLISHED: &str = "an organ or office is declared once, in the article that establishes it";

/// Learns where a name is declared; says so where that is a second time, and where the first is.
fn once(
    is_fresh: bool,
    (kind, known): (&'static str, &str),
    (word, span): (&str, Span),
    hint: &str,
    faults: &mut Faults,
) {
    let first = faults.declare(kind, known, span);
    if is_fresh {
        return;
    }
    let fault = Diagnostic::new("C-TWICE", span, format!("`{word}` is declared twice")).hint(hint);
    match first {
        Some(first) => faults.push_second(fault, "first declared at", first),
        None => faults.push(fault),
    }
}
