//! Procedures: who may open a matter, and the steps through which it goes.

use crate::people::title_of_clause as title;
use crate::words::{self, list, period, unknown_word};
use servanda_model::{
    Actor, AreaId, Law, Period, Procedure, ProcedureStep, StepExpiry, StepKind, Titles,
};
use servanda_text::{Cursor, Diagnostic, Kind, Node, Step};

const OF_PROCEDURE: &[&str] =
    &["name", "opened", "signed", "message", "area", "applies", "step", "wait", "breach"];

const OF_STEP: &[&str] = &["optional", "on", "message"];

/// Reads what follows `procedure`, with the children.
pub(crate) fn procedure(
    node: Node<'_, '_>,
    mut cursor: Cursor<'_, '_>,
    law: &mut Law,
) -> Step<Procedure> {
    let name = words::procedure(&mut cursor, law)?;
    let main = cursor.quoted("a title between `\"`")?;
    let mut titles = Titles { main, others: Vec::new() };
    cursor.end()?;
    let (mut opened_by, mut signed_by, mut steps) = (None, Vec::new(), Vec::new());
    let (mut message, mut areas, mut applies_to_pending) = (None, Vec::new(), false);
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        match cursor.peek_text() {
            "name" => {
                cursor.bump();
                titles.others.push(title(child, cursor, law)?);
                continue;
            }
            "opened" => {
                cursor.bump();
                opened_by = Some(actor(&mut cursor, law)?);
            }
            "signed" => {
                cursor.bump();
                cursor.word("by")?;
                list(&mut cursor, capacity, &mut signed_by)?;
            }
            "message" => {
                cursor.bump();
                message = Some(cursor.quoted("the name of a message")?);
            }
            "area" => {
                cursor.bump();
                list(&mut cursor, |cursor| area(cursor, law), &mut areas)?;
            }
            "applies" => {
                cursor.bump();
                cursor.word("to")?;
                cursor.word("pending")?;
                applies_to_pending = true;
            }
            "step" | "wait" => {
                steps.push(step(child, cursor, law)?);
                continue;
            }
            "breach" => continue,
            _ => return Err(unknown_word(&cursor, OF_PROCEDURE, "a procedure")),
        }
        cursor.end()?;
    }
    match opened_by {
        Some(opened_by) if !steps.is_empty() => Ok(Procedure {
            name,
            titles,
            opened_by,
            signed_by,
            message,
            areas,
            applies_to_pending,
            steps,
        }),
        _ => Err(without_steps(node)),
    }
}

fn without_steps(node: Node<'_, '_>) -> Box<Diagnostic> {
    let message = "this procedure does not say who opens it, or has no steps";
    let fault = Diagnostic::new("C-MISSING", node.line().span, message);
    Box::new(fault.hint("add `opened by member` and `step decide by ORGAN as MATTER`"))
}

fn area(cursor: &mut Cursor<'_, '_>, law: &mut Law) -> Step<AreaId> {
    let (word, _) = cursor.take(Kind::Word, "an area of common effort")?;
    Ok(law.area_names.intern(word))
}

fn capacity(cursor: &mut Cursor<'_, '_>) -> Step<String> {
    Ok(cursor.take(Kind::Word, "a capacity such as `head-of-state`")?.0.to_owned())
}

/// Reads `step KIND by ACTOR [of all] [as MATTER] [within PERIOD|at once]` or `wait PERIOD`.
fn step(node: Node<'_, '_>, mut cursor: Cursor<'_, '_>, law: &Law) -> Step<ProcedureStep> {
    let waits = cursor.eat("wait");
    let mut step = ProcedureStep {
        kind: StepKind::Wait,
        by: Actor::Nobody,
        of_all: false,
        matter: None,
        within: None,
        on_expiry: StepExpiry::StillOwed,
        optional: false,
        message: None,
    };
    if waits {
        step.within = Some(period(&mut cursor)?);
        step.on_expiry = StepExpiry::Consents;
    } else {
        cursor.bump();
        step.kind = kind(&mut cursor)?;
        step.by = actor(&mut cursor, law)?;
        step.of_all = of_all(&mut cursor, step.by)?;
        if cursor.eat("as") {
            step.matter = Some(words::matter(&mut cursor, law)?);
        }
        step.within = deadline(&mut cursor)?;
    }
    cursor.end()?;
    for child in node.children() {
        let mut cursor = Cursor::new(child);
        if cursor.eat("optional") {
            step.optional = true;
        } else if cursor.eat("message") {
            step.message = Some(cursor.quoted("the name of a message")?);
        } else if cursor.eat("on") {
            cursor.word("expiry")?;
            step.on_expiry = on_expiry(&mut cursor)?;
        } else {
            return Err(unknown_word(&cursor, OF_STEP, "a step"));
        }
        cursor.end()?;
    }
    Ok(step)
}

/// Reads `of all`, where several can take a step and are known.
fn of_all(cursor: &mut Cursor<'_, '_>, by: Actor) -> Step<bool> {
    let span = cursor.span();
    if !cursor.eat("of") {
        return Ok(false);
    }
    cursor.word("all")?;
    match by {
        Actor::Member | Actor::EachOtherMember | Actor::PartyTo(_) => Ok(true),
        Actor::State
        | Actor::Opener
        | Actor::Target
        | Actor::Organ(_)
        | Actor::Office(_)
        | Actor::Nobody => {
            let message = "`of all` stands after several that are known: members or parties";
            let fault = Diagnostic::new("C-WORD", span, message);
            Err(Box::new(fault.hint("`by member of all` or `by party to INSTRUMENT of all`")))
        }
    }
}

fn kind(cursor: &mut Cursor<'_, '_>) -> Step<StepKind> {
    if let Some(kind) = StepKind::of_word(cursor.peek_text()) {
        cursor.bump();
        return Ok(kind);
    }
    let known: Vec<&str> = StepKind::ALL.into_iter().map(StepKind::word).collect();
    Err(unknown_word(cursor, &known, "a step"))
}

/// Reads `within PERIOD` or `at once`, which is the same day.
fn deadline(cursor: &mut Cursor<'_, '_>) -> Step<Option<Period>> {
    if cursor.eat("within") {
        return period(cursor).map(Some);
    }
    if cursor.eat("at") {
        cursor.word("once")?;
        return Ok(Some(Period::Days(0)));
    }
    Ok(None)
}

fn on_expiry(cursor: &mut Cursor<'_, '_>) -> Step<StepExpiry> {
    const KNOWN: [(&str, StepExpiry); 3] = [
        ("consents", StepExpiry::Consents),
        ("lapses", StepExpiry::Lapses),
        ("still-owed", StepExpiry::StillOwed),
    ];
    if let Some((_, found)) = KNOWN.into_iter().find(|(word, _)| *word == cursor.peek_text()) {
        cursor.bump();
        return Ok(found);
    }
    Err(unknown_word(cursor, &KNOWN.map(|(word, _)| word), "what the end of a step's time does"))
}

/// Reads `by ACTOR`.
pub(crate) fn actor(cursor: &mut Cursor<'_, '_>, law: &Law) -> Step<Actor> {
    cursor.word("by")?;
    for (word, actor) in [
        ("member", Actor::Member),
        ("state", Actor::State),
        ("opener", Actor::Opener),
        ("target", Actor::Target),
        ("anyone", Actor::Nobody),
    ] {
        if cursor.eat(word) {
            return Ok(actor);
        }
    }
    if cursor.eat("each") {
        cursor.word("other")?;
        cursor.word("member")?;
        return Ok(Actor::EachOtherMember);
    }
    if cursor.eat("party") {
        cursor.word("to")?;
        return Ok(Actor::PartyTo(words::instrument(cursor, law)?));
    }
    if law.office_names.find(cursor.peek_text()).is_some() {
        return Ok(Actor::Office(words::office(cursor, law)?));
    }
    Ok(Actor::Organ(words::body(cursor, law)?))
}
