//! The children of an act.

use crate::entry::Desk;
use crate::{others, papers, reading};
use servanda_charter::{
    article, date, day, instrument, list, matter, party, place, procedure, source, source_refs,
};
use servanda_model::{
    AreaId, Count, Day, Deed, Details, Expectation, Grade, Opening, Origin, Outcome, ProcedureId,
    RecordedRule, Rule, Signed, StepKind,
};
use servanda_text::{Cursor, Diagnostic, Kind, Node, Step, nearest};

const KNOWN: &[&str] = &[
    "source",
    "from",
    "received",
    "at",
    "under",
    "what",
    "claim",
    "note",
    "signed",
    "after",
    "before",
    "or",
    "prefer",
    "expect",
    "count",
    "taking-part",
    "in",
    "for",
    "absent",
    "interested",
    "abstain",
    "against",
    "opinion",
    "outcome",
    "adopts",
    "condition",
    "page",
    "basis",
    "reference",
    "replaces",
    "inserts",
    "repeals",
    "as",
    "opens",
    "on",
    "matter",
    "target",
    "fulfils",
    "discharges",
    "during",
    "item",
    "present",
];

/// What is said once of an act; a second is an act of its own, or a reading (`or`).
const ONCE: &[&str] = &[
    "from",
    "received",
    "at",
    "prefer",
    "outcome",
    "condition",
    "as",
    "opens",
    "on",
    "matter",
    "target",
    "fulfils",
    "discharges",
    "during",
    "page",
    "basis",
];

/// What is said once of each that it names: of what is counted.
const ONCE_OF_EACH: &[&str] = &["count"];

/// What is said once in the same words: a person may act for two states, and in two capacities.
const ONCE_SO: &[&str] = &["signed", "present"];

/// Returns what a line below an act says, where a second line cannot say it again.
pub(crate) fn once<'t>(line: Node<'_, 't>) -> Option<&'t str> {
    let word = line.opening(1);
    if ONCE_OF_EACH.contains(&word) {
        return Some(line.opening(2));
    }
    if ONCE_SO.contains(&word) {
        return Some(line.opening(line.tokens().len()));
    }
    ONCE.iter().copied().find(|known| *known == word)
}

/// Reads one child line of an act into its sources, its deed or its details.
pub(crate) fn child(
    desk: &mut Desk<'_>,
    node: Node<'_, '_>,
    deed: &mut Deed,
    details: &mut Option<Box<Details>>,
) {
    let mut cursor = Cursor::new(node);
    if cursor.eat("source") {
        let step =
            source_refs(&mut cursor, desk.law, &mut desk.sources).and_then(|()| cursor.end());
        desk.faults.keep(step);
        return;
    }
    let step = detail(desk, node, cursor, deed, details.get_or_insert_default());
    desk.faults.keep(step);
}

fn detail(
    desk: &mut Desk<'_>,
    node: Node<'_, '_>,
    mut cursor: Cursor<'_, '_>,
    deed: &mut Deed,
    details: &mut Details,
) -> Step<()> {
    let word = cursor.peek_text();
    if !KNOWN.contains(&word) {
        return Err(unknown(word, &cursor));
    }
    cursor.bump();
    match word {
        "or" => reading::or(desk, node, cursor, deed, details),
        "prefer" => reading::prefer(cursor, details),
        "expect" => expect(desk, node, cursor, details),
        "replaces" | "inserts" | "repeals" | "as" => Ok(()),
        _ => said(desk, node, cursor, deed, details),
    }
}

/// Reads a child that says one thing more about the act.
fn said(
    desk: &mut Desk<'_>,
    node: Node<'_, '_>,
    mut cursor: Cursor<'_, '_>,
    deed: &mut Deed,
    details: &mut Details,
) -> Step<()> {
    let word = Cursor::new(node).peek_text();
    match word {
        "from" => details.from = Some(date(&mut cursor)?),
        "received" => details.received = Some(received(desk, &mut cursor)?),
        "at" => details.place = Some(place(&mut cursor, desk.law)?),
        "under" => list(&mut cursor, |cursor| article(cursor, desk.law), &mut details.under)?,
        "what" => details.what.push(cursor.quoted("what it was about")?),
        "claim" => details.claims.push(cursor.quoted("a cause or motive")?),
        "note" => details.notes.push(cursor.quoted("a remark")?),
        "signed" => details.signed.push(signed(desk, &mut cursor)?),
        "after" => details.after.push(desk.label_of(&mut cursor)?),
        "before" => details.before.push(desk.label_of(&mut cursor)?),
        "discharges" => {
            let duty = article(&mut cursor, desk.law)?;
            let said = cursor.eat("for");
            let year = if said { Some(cursor.number("a year")?) } else { None };
            details.discharges = Some((duty, year));
        }
        "during" => details.during = Some(desk.label_of(&mut cursor)?),
        "item" => details.items.push(papers::item(desk, &mut cursor, deed)?),
        "present" => details.present.push(present(desk, &mut cursor, deed)?),
        "opens" => details.opens = Some(opening(desk, &mut cursor)?),
        "on" => {
            let label = desk.label_of(&mut cursor)?;
            details.on = Some((label, step_kind(&mut cursor)?));
        }
        "count" => {
            let (of, _) = cursor.take(Kind::Word, "what is counted")?;
            let (number, _) = cursor.take(Kind::Numeral, "a number")?;
            details.counts.push(Count { of: of.to_owned(), number: number.to_owned() });
        }
        "taking-part" | "in" => {
            list(&mut cursor, |cursor| party(cursor, desk.law), &mut details.taking_part)?;
        }
        "reference" => details.particulars.push((word.to_owned(), reference(desk, &mut cursor)?)),
        "page" | "basis" => {
            details.particulars.push((word.to_owned(), words(&mut cursor)));
        }
        _ => of_decision(desk, word, &mut cursor, deed)?,
    }
    cursor.end()
}

/// Reads on which day an office received an act, which is not after it entered it.
fn received(desk: &Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<Day> {
    let span = cursor.span();
    let day = day(cursor)?;
    let entered = desk.history.recorded.last().and_then(|(_, rule)| match rule {
        RecordedRule::Received(_, entered) => Some(*entered),
        RecordedRule::OnTheDayDone | RecordedRule::On(_) => None,
    });
    match entered.filter(|entered| day > *entered) {
        None => Ok(day),
        Some(entered) => {
            let message = format!("what was entered on {entered} was not received on {day}");
            let hint = "write the day on which it was received, or leave the line out";
            Err(Box::new(Diagnostic::new("C-DATE", span, message).hint(hint)))
        }
    }
}

/// Reads `PROCEDURE [about STATE] [in AREA]`.
fn opening(desk: &Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<Opening> {
    let procedure = procedure(cursor, desk.law)?;
    let about = if cursor.eat("about") { Some(party(cursor, desk.law)?) } else { None };
    let area = if cursor.eat("in") { Some(area(desk, cursor, procedure)?) } else { None };
    Ok(Opening { procedure, about, area })
}

/// Reads an area to which a matter of a procedure can belong.
fn area(desk: &Desk<'_>, cursor: &mut Cursor<'_, '_>, of: ProcedureId) -> Step<AreaId> {
    let (word, span) = cursor.take(Kind::Word, "an area of common effort")?;
    let mut known: Vec<AreaId> = Vec::new();
    for (_, clause) in desk.law.clauses() {
        if let Rule::Procedure(procedure) = &clause.rule
            && procedure.name == of
        {
            // Another version of its article may name them again.
            let more = procedure.areas.iter().filter(|area| !known.contains(area));
            let more: Vec<AreaId> = more.copied().collect();
            known.extend(more);
        }
    }
    let names = &desk.law.area_names;
    names.find(word).filter(|area| known.contains(area)).ok_or_else(|| {
        let message = format!("matters of this procedure do not belong to `{word}`");
        let known: Vec<&str> = known.iter().map(|area| names.word(*area)).collect();
        let hint = match known.is_empty() {
            true => "the charter gives this procedure no `area`".to_owned(),
            false => format!("known: {}", known.join(", ")),
        };
        Box::new(Diagnostic::new("C-WORD", span, message).hint(hint))
    })
}

/// Reads the word of a step, where one stands.
fn step_kind(cursor: &mut Cursor<'_, '_>) -> Step<Option<StepKind>> {
    let Some((word, span)) = cursor.eat_kind(Kind::Word) else { return Ok(None) };
    let found = StepKind::of_word(word).ok_or_else(|| {
        let known: Vec<&str> = StepKind::ALL.into_iter().map(StepKind::word).collect();
        let fault = Diagnostic::new("C-WORD", span, format!("`{word}` is no step"));
        Box::new(fault.hint(format!("known: {}", known.join(", "))))
    });
    found.map(Some)
}

/// Makes the fault that a line means nothing below an act.
fn unknown(word: &str, cursor: &Cursor<'_, '_>) -> Box<Diagnostic> {
    let message = format!("`{word}` means nothing below an act");
    let fault = Diagnostic::new("J-CHILD", cursor.span(), message);
    Box::new(match nearest(word, KNOWN.iter().copied()) {
        Some(near) => fault.hint(format!("did you mean `{near}`?")),
        None => fault.hint(format!("known here: {}", KNOWN.join(", "))),
    })
}

/// Reads `SOURCE NUMBER`: a numbered reference that the source has.
fn reference(desk: &Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<String> {
    let word = cursor.peek_text();
    let id = source(cursor, desk.law)?;
    let span = cursor.span();
    let number = cursor.number("the reference's number")?;
    let known = desk.law.source(id).map_or(&[][..], |source| &source.references);
    if known.iter().any(|reference| reference.number == number) {
        return Ok(format!("{word} {number}"));
    }
    let message = format!("`{word}` has no reference {number}");
    let numbers: Vec<String> = known.iter().map(|known| known.number.to_string()).collect();
    let hint = match numbers.as_slice() {
        [] => format!("declare it below `source {word}` with `reference {number} \"…\"`"),
        all => format!("known: {}", all.join(", ")),
    };
    Err(Box::new(Diagnostic::new("C-UNKNOWN", span, message).hint(hint)))
}

/// Takes the rest of a line as it is written, quotes taken off.
fn words(cursor: &mut Cursor<'_, '_>) -> String {
    let mut said: Vec<String> = Vec::new();
    while let Some(kind) = cursor.peek_kind() {
        if kind == Kind::Quoted {
            said.push(cursor.quoted("text").unwrap_or_default());
        } else {
            said.push(cursor.peek_text().to_owned());
            cursor.bump();
        }
    }
    said.join(" ")
}

/// Reads who sat in a session: `"Person" [as CAPACITY] of STATE`.
fn present(desk: &Desk<'_>, cursor: &mut Cursor<'_, '_>, deed: &Deed) -> Step<Signed> {
    if matches!(deed, Deed::Session { .. }) {
        return signed(desk, cursor);
    }
    let message = "`present` stands below a session only";
    let fault = Diagnostic::new("J-CHILD", cursor.span(), message);
    Err(Box::new(fault.hint("say it in `what` or `note`")))
}

fn signed(desk: &Desk<'_>, cursor: &mut Cursor<'_, '_>) -> Step<Signed> {
    let person = cursor.quoted("the person's name")?;
    let capacity = if cursor.eat("as") { Some(others::capacity(cursor)?) } else { None };
    let of = if cursor.eat("of") { Some(party(cursor, desk.law)?) } else { None };
    Ok(Signed { person, capacity, of })
}

/// Reads what stands below a decision: who was for it, absent, against, what came of it.
fn of_decision(
    desk: &mut Desk<'_>,
    word: &str,
    cursor: &mut Cursor<'_, '_>,
    deed: &mut Deed,
) -> Step<()> {
    let Deed::Decide(decision) = deed else {
        let fault = Diagnostic::new(
            "J-CHILD",
            cursor.span(),
            format!("`{word}` stands below a decision only"),
        );
        return Err(Box::new(fault.hint("say it in `what` or `note`")));
    };
    let parties = match word {
        "for" => &mut decision.in_favour,
        "absent" => &mut decision.absent,
        "interested" => &mut decision.interested,
        "abstain" => &mut decision.abstaining,
        "against" => &mut decision.against,
        "opinion" => {
            let whose = party(cursor, desk.law)?;
            decision.opinions.push((whose, cursor.quoted("the opinion")?));
            return Ok(());
        }
        "outcome" => {
            let (word, span) = cursor.take(Kind::Word, "an outcome")?;
            decision.outcome = Outcome::of_word(word).ok_or_else(|| {
                let fault = Diagnostic::new("C-WORD", span, format!("`{word}` is no outcome"));
                Box::new(fault.hint("`adopted`, `not-adopted` or `conditional`"))
            })?;
            return Ok(());
        }
        "matter" => {
            decision.matter = Some(matter(cursor, desk.law)?);
            return Ok(());
        }
        "fulfils" => {
            decision.fulfils = Some(desk.label_of(cursor)?);
            return Ok(());
        }
        "target" => {
            decision.target = Some(party(cursor, desk.law)?);
            return Ok(());
        }
        "adopts" => {
            return list(cursor, |cursor| instrument(cursor, desk.law), &mut decision.adopts);
        }
        _ => {
            decision.condition = Some(cursor.quoted("the condition")?);
            return Ok(());
        }
    };
    list(cursor, |cursor| party(cursor, desk.law), parties)
}

/// Reads `expect finding GRADE ARTICLE "why"`.
fn expect(
    desk: &Desk<'_>,
    node: Node<'_, '_>,
    cursor: Cursor<'_, '_>,
    details: &mut Details,
) -> Step<()> {
    details.expected.push(expectation(desk, node, cursor)?);
    Ok(())
}

/// Reads what follows `expect`.
pub(crate) fn expectation(
    desk: &Desk<'_>,
    node: Node<'_, '_>,
    mut cursor: Cursor<'_, '_>,
) -> Step<Expectation> {
    cursor.word("finding")?;
    let (word, span) = cursor.take(Kind::Word, "a grade")?;
    let grade = Grade::of_word(word).ok_or_else(|| {
        let known: Vec<&str> = Grade::ALL.iter().map(|grade| grade.word()).collect();
        let fault = Diagnostic::new("C-WORD", span, format!("`{word}` is no grade"));
        Box::new(fault.hint(format!("known: {}", known.join(", "))))
    })?;
    let cited = if cursor.peek_kind() == Some(Kind::Word) {
        Some(article(&mut cursor, desk.law)?)
    } else {
        None
    };
    let reason = cursor.quoted("why it is as it is")?;
    cursor.end()?;
    let origin = Origin { file: desk.file, at: node.line().span.start };
    Ok(Expectation { grade, article: cited, reason, origin })
}
