//! `decide`: what an organ decides when its members vote so.

use super::find;
use crate::answer::Answer;
use crate::arguments::Decide;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::table_file;
use crate::world::World;
use serde_json::Value;
use servanda_model::{BodyId, Instant, Law, MatterId, Outcome};
use servanda_publish::columns::cell;
use servanda_publish::{json, rows, votes};
use servanda_query::{Asking, Moment, Motion, decision};

/// Answers `decide`.
pub(super) fn decide_of(
    asking: &Asking<'_>,
    asked: &Decide,
    at: &Moment,
    world: &World,
) -> Result<Answer, Failure> {
    let organ = find(&asking.law.body_names, &asked.organ, "an organ")?;
    let kind = kind_of(asking, organ, &asked.matter)?;
    let file = table_file::read(&asked.votes, world)?;
    let votes =
        votes::read(file.text.as_bytes(), asking.law).map_err(|faults| file.failure(faults))?;
    let target = asked.target.as_deref();
    let target = target.map(|word| find(&asking.law.party_names, word, "a state")).transpose()?;
    let interested = asked.interested.iter();
    let interested = interested
        .map(|word| find(&asking.law.party_names, word, "a state"))
        .collect::<Result<_, _>>()?;
    let opened = asked.opened.as_deref().map(instant).transpose()?;
    let closed = closed(asked.question.on.as_deref(), asking.law)?;
    let expires = asked.expires.as_deref().map(instant).transpose()?;
    if let Some((opened, expires)) = opened.zip(expires).filter(|(from, to)| to <= from) {
        return Err(Failure::Usage {
            message: format!("silence would end on {expires}, before it begins on {opened}"),
            hint: Some(
                "`--opened` is when the text was circulated, `--expires` its end".to_owned(),
            ),
        });
    }
    let motion = Motion { votes, target, interested, opened, expires, closed, ..Motion::default() };
    let found = decision(asking, organ, kind, &motion, at);
    if found.lacks_target(&motion) {
        return Err(no_target(asked));
    }
    let value = json::decision(asking, &found, at);
    let mut answer = told(&value);
    let on = asked.question.on.clone().unwrap_or_else(|| at.on.to_string());
    answer
        .heading
        .insert(0, format!("{} on {}, {on}: {}", asked.organ, asked.matter, found.outcome.word()));
    answer.exit = match found.outcome {
        Outcome::Adopted | Outcome::Conditional => Exit::Yes,
        Outcome::NotAdopted | Outcome::Vetoed | Outcome::NoQuorum | Outcome::Undetermined => {
            Exit::No
        }
    };
    answer.json = value;
    Ok(answer)
}

/// Finds a kind of matter that the organ decides, or says which there are.
fn kind_of(asking: &Asking<'_>, organ: BodyId, word: &str) -> Result<MatterId, Failure> {
    let kinds = asking.code.kinds_of(organ);
    let found = asking.law.matter_names.find(word).filter(|kind| kinds.contains(kind));
    found.ok_or_else(|| {
        let known: Vec<&str> =
            kinds.iter().map(|kind| asking.law.matter_names.word(*kind)).collect();
        let organ = asking.law.body_names.word(organ);
        let hint = if known.is_empty() {
            format!("the charter has no `matter` of `{organ}`")
        } else {
            format!("`{organ}` decides: {}", known.join(", "))
        };
        let message = format!("`{word}` is no kind of matter that `{organ}` decides");
        Failure::Usage { message, hint: Some(hint) }
    })
}

/// Says that the rule leaves out the state the decision is about, and that none was named.
fn no_target(asked: &Decide) -> Failure {
    let (organ, matter) = (&asked.organ, &asked.matter);
    Failure::Usage {
        message: format!(
            "`{matter}` of `{organ}` leaves out the vote of the state the decision is about, and none is named"
        ),
        hint: Some("say which with `--target STATE`".to_owned()),
    }
}

/// Reads an instant.
fn instant(text: &str) -> Result<Instant, Failure> {
    text.parse().map_err(|()| Failure::Usage {
        message: format!("`{text}` is no instant"),
        hint: Some("write it as `2020-03-27T12:00:00Z`".to_owned()),
    })
}

/// Returns the end of what is asked about: an instant as it is, a day's last second.
fn closed(on: Option<&str>, law: &Law) -> Result<Option<Instant>, Failure> {
    match on {
        None => Ok(None),
        Some(text) if text.contains('T') => instant(text).map(Some),
        Some(text) => super::day(text, law).map(|day| Some(Instant::end_of(day))),
    }
}

/// Sets a decision out for people: every condition with its arithmetic, then whom it binds.
fn told(value: &Value) -> Answer {
    let (columns, rows) = rows::decision(value);
    let (heading, notes) = (Vec::new(), Vec::new());
    let mut answer = Answer { json: Value::Null, heading, columns, rows, notes, exit: Exit::Yes };
    self::notes(value, &mut answer);
    answer
}

/// As many members of an organisation as are told by their codes.
const MANY: usize = 40;

/// Says how many did what, whom the decision binds, and what is not counted.
fn notes(value: &Value, answer: &mut Answer) {
    let some = |key: &str| Some(cell(value.get(key))).filter(|text| !text.is_empty());
    if let Some(counts) = value.get("counts").and_then(Value::as_object) {
        let counts: Vec<String> = counts
            .iter()
            .filter(|(key, count)| key.as_str() == "electorate" || **count != 0)
            .map(|(key, count)| format!("{} {}", key.replace('_', " "), cell(Some(count))))
            .collect();
        answer.notes.push(counts.join(", "));
    }
    for reading in value.get("readings").and_then(Value::as_array).into_iter().flatten() {
        let name = cell(reading.get("name"));
        if !name.is_empty() {
            let followed = cell(reading.get("followed")) == "yes";
            let followed = if followed { ", followed by practice" } else { "" };
            let outcome = cell(reading.get("outcome"));
            let article = cell(reading.get("article"));
            let bound = Some(cell(reading.get("bound"))).filter(|bound| !bound.is_empty());
            let bound = bound.unwrap_or_else(|| "nobody".to_owned());
            answer
                .notes
                .push(format!("reading {name} ({article}{followed}): {outcome}; binds {bound}"));
        }
    }
    let why = value.get("why").cloned().unwrap_or_default();
    let evidence = cell(why.get("evidence"));
    if !evidence.is_empty() {
        answer.notes.push(format!("weakest evidence: {evidence}"));
    }
    let adopted = matches!(cell(value.get("outcome")).as_str(), "adopted" | "conditional");
    let whole = some("binds").filter(|binds| binds.starts_with("members of "));
    let count = value.get("bound").and_then(Value::as_array).map_or(0, Vec::len);
    let many = whole.filter(|_| count > MANY).map(|whole| format!("the {count} {whole}"));
    let bound = many.or_else(|| some("bound")).or_else(|| adopted.then(|| "nobody".to_owned()));
    answer.notes.extend(bound.map(|bound| format!("binds {bound}")));
    let free = some("not_bound").map(|not| match some("aside") {
        Some(aside) => format!("{not}: {aside}"),
        None => format!("does not bind {not}"),
    });
    answer.notes.extend(free);
    let precedent = some("precedent").filter(|_| adopted);
    answer.notes.extend(precedent.map(|what| format!("takes effect after: {what}")));
    answer.notes.extend(some("expiry").map(|at| format!("silence ends at {at}")));
    for aside in value.get("set_aside").and_then(Value::as_array).into_iter().flatten() {
        let (state, vote) = (cell(aside.get("state")), cell(aside.get("vote")));
        let article = cell(aside.get("article"));
        let article = if article.is_empty() { article } else { format!(" ({article})") };
        let why = cell(aside.get("why"));
        answer.notes.push(format!("not counted: {state} {vote}: {why}{article}"));
    }
    for note in value.get("notes").and_then(Value::as_array).into_iter().flatten() {
        answer.notes.push(cell(Some(note)));
    }
}
