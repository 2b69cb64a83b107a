//! Articles: versions with evidence, summary and clauses, and what they do to other articles.

use crate::body::{body, office};
use crate::clause::{CLAUSES, clause, once_below};
use crate::declare;
use crate::faults::Faults;
use crate::words::{self, day, source_refs, unknown_word, weight_of_evidence};
use servanda_model::{
    ArticleId, Clause, Day, Establishes, Evidence, Grade, Id as _, InstrumentId, Law, LawPatch,
    Rule, Version, VersionStart,
};
use servanda_text::{Cursor, Diagnostic, Kind, LineKind, Node, Step};

/// Reads a top-level `article ID "Title"` with its children.
pub(crate) fn article(node: Node<'_, '_>, law: &mut Law, faults: &mut Faults) {
    let mut cursor = Cursor::new(node);
    cursor.bump();
    let Some(id) = faults.keep(words::article(&mut cursor, law)) else {
        return;
    };
    let Some(title) = faults.keep(cursor.quoted("a title between `\"`")) else {
        return;
    };
    faults.keep(cursor.end());
    version(node, id, VersionStart::Original, title, law, faults);
}

/// Reads the children of an article, or of `replaces` or `inserts`, as a version of it.
fn version(
    node: Node<'_, '_>,
    id: ArticleId,
    start: VersionStart,
    title: String,
    law: &mut Law,
    faults: &mut Faults,
) {
    let mut version = Version { title, ..blank(start) };
    let mut has_evidence = false;
    faults.found_twice(node.said_twice(once));
    for child in node.children() {
        if let Some(text) = child.verbatim() {
            let whole = version.text.get_or_insert_with(String::new);
            whole.push_str(text);
            whole.push('\n');
        } else if child.line().kind == LineKind::Tokens {
            has_evidence |=
                child.tokens().first().is_some_and(|t| t.span.of(child.text()) == "evidence");
            let step = line(child, id, &mut version, law, faults);
            faults.keep(step);
        }
    }
    if !has_evidence {
        let fault = Diagnostic::new(
            "C-MISSING",
            node.line().span,
            "this article says nothing of its evidence",
        );
        faults.push(
            fault.hint("add `evidence official-text`, `account`, `secondary` or `unverified`"),
        );
    }
    if let Some(row) = law.articles.get_mut(id.ordinal() as usize) {
        // Most articles have one version and few clauses, and long records many articles.
        version.clauses.shrink_to_fit();
        version.sources.shrink_to_fit();
        row.versions.reserve_exact(1);
        // What a change read before it takes away is known only now.
        let is_first = row.versions.iter().all(|known| known.title.is_empty())
            || version.start == VersionStart::Original;
        let place = if is_first { 0 } else { row.versions.len() };
        row.versions.insert(place, version);
        taken_away(&mut row.versions);
    }
}

/// Gives each version that takes its article away the heading and evidence of the one before it,
/// where that was read later.
fn taken_away(versions: &mut [Version]) {
    if versions.iter().all(|version| !version.title.is_empty()) {
        return;
    }
    let mut before: Option<Version> = None;
    for version in versions {
        if let Some(before) = before.filter(|_| version.repeals && version.title.is_empty()) {
            *version = repealed(version.start, before);
        }
        before = Some(version.clone());
    }
}

/// Makes a version of which nothing is read yet.
fn blank(start: VersionStart) -> Version {
    Version {
        start,
        title: String::new(),
        evidence: Evidence::Unverified,
        sources: Vec::new(),
        gist: None,
        text: None,
        clauses: Vec::new(),
        repeals: false,
    }
}

/// Makes the version that takes an article away, whose last version is known.
fn repealed(start: VersionStart, last: Version) -> Version {
    Version { start, clauses: Vec::new(), repeals: true, ..last }
}

/// Returns what a line of an article says, where the article can say it once.
fn once<'t>(line: Node<'_, 't>) -> Option<&'t str> {
    let words = match line.opening(1) {
        "evidence" | "gist" | "signature" | "in-force" | "withdrawal" | "reservations"
        | "accession" => 1,
        "extends" | "provisional" | "class" => 2,
        "term" => {
            let named = line.tokens().get(1).is_some_and(|token| token.kind == Kind::Word);
            if named { 2 } else { 1 }
        }
        "rule" | "procedure" => 2,
        "rotation" => 5,
        _ => return None,
    };
    Some(line.opening(words))
}

/// Reads one line of an article.
fn line(
    node: Node<'_, '_>,
    id: ArticleId,
    version: &mut Version,
    law: &mut Law,
    faults: &mut Faults,
) -> Step<()> {
    let mut cursor = Cursor::new(node);
    let word = cursor.peek_text();
    match word {
        "evidence" => {
            cursor.bump();
            version.evidence = weight_of_evidence(&mut cursor)?;
        }
        "source" => {
            cursor.bump();
            source_refs(&mut cursor, law, &mut version.sources)?;
        }
        "gist" => {
            cursor.bump();
            version.gist = Some(cursor.quoted("a summary between `\"`")?);
        }
        "replaces" | "inserts" | "repeals" => return change(node, id, law, faults),
        "organ" | "office" => {
            version.clauses.extend(establishment(node, cursor, id, law, faults));
            return Ok(());
        }
        _ if CLAUSES.contains(&word) => {
            faults.once(node, once_below(word));
            let instrument = law.article(id).map_or(InstrumentId::of(0), |row| row.instrument);
            version.clauses.push(clause(node, instrument, law)?);
            return Ok(());
        }
        _ => {
            let own =
                ["evidence", "source", "gist", "replaces", "inserts", "repeals", "organ", "office"];
            let known: Vec<&str> = own.iter().chain(CLAUSES).copied().collect();
            return Err(unknown_word(&cursor, &known, "an article"));
        }
    }
    cursor.end()
}

/// Reads `organ` or `office`: what the article establishes.
fn establishment(
    node: Node<'_, '_>,
    mut cursor: Cursor<'_, '_>,
    id: ArticleId,
    law: &mut Law,
    faults: &mut Faults,
) -> Option<Clause> {
    let established = if cursor.eat("organ") {
        let (organ, wording) = body(node, cursor, Some(id), law, faults)?;
        Establishes::Organ(organ, Box::new(wording))
    } else {
        cursor.bump();
        Establishes::Office(office(node, cursor, id, law, faults)?)
    };
    Some(Clause { rule: Rule::Establishes(established), breach: Grade::Void })
}

/// Reads `replaces`, `inserts` or `repeals` inside an article.
fn change(node: Node<'_, '_>, by: ArticleId, law: &mut Law, faults: &mut Faults) -> Step<()> {
    let instrument = law.article(by).map_or(InstrumentId::of(0), |row| row.instrument);
    changed(
        node,
        |from| match from {
            Some(day) => VersionStart::From(day, by),
            None => VersionStart::WithInstrument(instrument, by),
        },
        law,
        faults,
    )
}

fn changed(
    node: Node<'_, '_>,
    start: impl Fn(Option<Day>) -> VersionStart,
    law: &mut Law,
    faults: &mut Faults,
) -> Step<()> {
    let mut cursor = Cursor::new(node);
    let repeals = cursor.eat("repeals");
    if !repeals && !cursor.eat("replaces") {
        cursor.word("inserts")?;
    }
    let id = words::article(&mut cursor, law)?;
    let from = if cursor.eat("from") { Some(day(&mut cursor)?) } else { None };
    if !repeals {
        let title = cursor.quoted("a title between `\"`")?;
        cursor.end()?;
        version(node, id, start(from), title, law, faults);
        return Ok(());
    }
    cursor.end()?;
    if let Some(row) = law.articles.get_mut(id.ordinal() as usize) {
        let last = row.versions.last().cloned().unwrap_or_else(|| blank(start(from)));
        row.versions.push(repealed(start(from), last));
    }
    Ok(())
}

/// Reads the lines of an act that change the law, and returns the versions they add.
///
/// The versions are added to the law as well, each marked with the act's position.
pub fn patch<'a, 't: 'a>(
    lines: impl Iterator<Item = Node<'a, 't>>,
    position: u32,
    law: &mut Law,
    faults: &mut Faults,
) -> LawPatch {
    let before: Vec<usize> = law.articles.iter().map(|article| article.versions.len()).collect();
    for child in lines {
        let head = child.tokens().first().map_or("", |token| token.span.of(child.text()));
        if !matches!(head, "replaces" | "inserts" | "repeals") {
            continue;
        }
        if head == "inserts" && !insert(child, law, faults) {
            continue;
        }
        if head != "repeals" {
            declare::words_inside(child, law);
        }
        let dated = child.tokens().get(2).filter(|token| token.span.of(child.text()) == "from");
        if let Some(token) = dated {
            let message = "a change that an act makes counts from the act";
            let fault = Diagnostic::new("C-WORD", token.span, message);
            faults.push(fault.hint(
                "write `from DATE` as a line below the act, or `--from DATE` where it is supposed",
            ));
            continue;
        }
        let step = changed(child, |_| VersionStart::ByAct(position), law, faults);
        faults.keep(step);
    }
    let added = law.articles.iter().enumerate().flat_map(|(index, article)| {
        let from = before.get(index).copied().unwrap_or(0);
        let id = ArticleId::of(u32::try_from(index).unwrap_or(u32::MAX));
        article.versions.iter().skip(from).map(move |version| (id, version.clone()))
    });
    LawPatch { versions: added.collect() }
}

/// Declares an article that an act inserts; false where it can belong to no instrument.
fn insert(node: Node<'_, '_>, law: &mut Law, faults: &mut Faults) -> bool {
    let mut cursor = Cursor::new(node);
    cursor.bump();
    let Some((word, span)) = cursor.eat_kind(Kind::Word) else {
        return true;
    };
    let belongs = declare::article(word, law) || law.article_names.find(word).is_some();
    if !belongs {
        let fault = Diagnostic::new(
            "C-UNKNOWN",
            span,
            format!("`{word}` belongs to no declared instrument"),
        );
        faults.push(fault.hint("the word before the first dot names the instrument"));
    }
    belongs
}
