//! The questions: from words of the command line to an answer.

use crate::answer::Answer;
use crate::arguments::{Command, Format, Question};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::world::World;
use crate::{records, serving};
use serde_json::Value;
use servanda_journal::claim_of_text;
use servanda_model::{Day, Id, Instant, Law, Names};
use servanda_publish::columns::cell;
use servanda_publish::{columns, json};
use servanda_query::{
    Asking, Known, Moment, Verdict, article, members, obligations, status, timeline, timeline_of,
    why, yearly,
};
use servanda_text::nearest;

mod account;
mod awaiting;
mod contested;
mod decide;
mod differ;
mod disputed;
mod docket;
mod entry;
mod overlap;
mod quotation;
mod seats;
mod sessions;
mod sheet;
mod source;
mod tables;

pub(crate) use differ::what_if;

/// Answers one question.
pub(crate) fn ask(command: &Command, world: &World) -> Result<Answer, Failure> {
    let question = question_of(command)?;
    let mut record = records::of_question(question, world)?;
    let put = if let Command::EntryIntoForce(asked) = command {
        Some(entry::put(&mut record, asked, world)?)
    } else {
        None
    };
    let asking = Asking::new(&record.law, &record.history);
    let asking = match put {
        Some((_, first)) => asking.supposing_from(first),
        None => asking,
    };
    let at = moment(question, &asking, world)?;
    let mut answer = match command {
        Command::Status { instrument, .. } => status_of(&asking, instrument, &at)?,
        Command::Members { organisation, .. } => members_of(&asking, organisation, &at)?,
        Command::Chair { organ, .. } => seats::chair_of(&asking, organ, &at)?,
        Command::Office { office, .. } => seats::office_of(&asking, office, &at)?,
        Command::Timeline { state, .. } => events(&asking, state.as_deref(), &at, world)?,
        Command::Obligations { state, .. } => obligations_of(&asking, state, &at)?,
        Command::Today { state, .. } => awaiting::today_of(&asking, state, &at)?,
        Command::Article { article, .. } => article_of(&asking, article, &at)?,
        Command::Why { claim, .. } => why_of(&asking, claim, &at)?,
        Command::Disputes { .. } => disputed::disputes_of(&asking, &at),
        Command::Tables { table, .. } => tables::tables_of(&asking, table.as_deref(), &at)?,
        Command::Source { source, .. } => source::source_of(&asking, &record, source, &at)?,
        Command::Diff { before, after, .. } => differ::diff_of(&asking, before, after, &at)?,
        Command::Decide(asked) => decide::decide_of(&asking, asked, &at, world)?,
        Command::Overlap { one, other, .. } => overlap::overlap_of(&asking, (one, other), &at)?,
        Command::Sessions { organ, .. } => sessions::sessions_of(&asking, organ, &at)?,
        Command::Docket { open, .. } => docket::docket_of(&asking, *open, &at),
        Command::Matter { matter, .. } => docket::matter_of(&asking, matter, &at)?,
        Command::SideBySide { left, right, .. } => {
            docket::side_by_side(&asking, (left, right), &at)?
        }
        Command::EntryIntoForce(_) => {
            put.map(|put| entry::entry_of(&asking, put, &at)).ok_or_else(serving::not_a_question)?
        }
        // What asks no question was told so above.
        _ => return Err(serving::not_a_question()),
    };
    if question.format == Format::Csv {
        sheet::whole(command, &mut answer);
    }
    let last = last_of(command, asking.law, at)?;
    account::beside(&mut answer, command, &asking, &at);
    answer.notes.extend(moment_notes(&asking, &last));
    if let Some(file) = &question.supposing {
        answer.notes.push(format!("the acts of {} are supposed", file.display()));
    }
    let mut quoted = Vec::new();
    if let Some(directory) = &question.sources {
        quoted = quotation::quote(&mut answer, &asking, (directory, world))?;
    }
    beside(question, (&asking, &last), (&mut answer, quoted), world);
    Ok(answer)
}

/// Returns the last moment that is asked about.
fn last_of(command: &Command, law: &Law, at: Moment) -> Result<Moment, Failure> {
    Ok(match command {
        Command::Diff { before, after, .. } => at.at(day(before, law)?.max(day(after, law)?)),
        _ => at,
    })
}

fn question_of(command: &Command) -> Result<&Question, Failure> {
    match command {
        Command::Status { question, .. }
        | Command::Members { question, .. }
        | Command::Chair { question, .. }
        | Command::Office { question, .. }
        | Command::Timeline { question, .. }
        | Command::Obligations { question, .. }
        | Command::Today { question, .. }
        | Command::Article { question, .. }
        | Command::Why { question, .. }
        | Command::Disputes { question }
        | Command::Tables { question, .. }
        | Command::Source { question, .. }
        | Command::Diff { question, .. } => Ok(question),
        Command::Docket { question, .. }
        | Command::Matter { question, .. }
        | Command::SideBySide { question, .. }
        | Command::Sessions { question, .. }
        | Command::Overlap { question, .. } => Ok(question),
        Command::Decide(asked) => Ok(&asked.question),
        Command::EntryIntoForce(asked) => Ok(&asked.question),
        Command::Check(_)
        | Command::Try(_)
        | Command::WhatIf(_)
        | Command::Lint(_)
        | Command::Format(_)
        | Command::Export(_)
        | Command::Import(_)
        | Command::Serve(_)
        | Command::Witness(_)
        | Command::Log(_)
        | Command::Verify { .. }
        | Command::Key(_)
        | Command::Document(_)
        | Command::Act(_)
        | Command::Sign(_)
        | Command::SignIn(_)
        | Command::Rehearse(_)
        | Command::Completions { .. } => Err(serving::not_a_question()),
    }
}

/// Reads `--on`, `--known` and `--according-to`.
fn moment(question: &Question, asking: &Asking<'_>, world: &World) -> Result<Moment, Failure> {
    let on = question.on.as_deref();
    let on = on.map_or_else(|| Ok(world.day_under(asking.law)), |text| day(text, asking.law))?;
    let known = known(question.known.as_deref(), asking.law)?;
    let account = match question.according_to.as_deref() {
        None => None,
        Some(word) => Some(find(&asking.law.source_names, word, "a source")?),
    };
    Ok(Moment { on, known, account })
}

/// Reads up to where the record is read.
pub(crate) fn known(text: Option<&str>, law: &Law) -> Result<Known, Failure> {
    let Some(text) = text else { return Ok(Known::Now) };
    match text.parse::<u32>() {
        Ok(position) if text.bytes().all(|byte| byte.is_ascii_digit()) => {
            Ok(Known::Position(position))
        }
        Ok(_) | Err(_) => day(text, law).map(Known::On).map_err(|_fault| Failure::Usage {
            message: format!("`{text}` is neither a position nor a day"),
            hint: Some("write a position as `120`, a day as `1999-04-21`".to_owned()),
        }),
    }
}

/// Reads a day, or the day of the seat on which an instant lies.
pub(crate) fn day(text: &str, law: &Law) -> Result<Day, Failure> {
    let read = if text.contains('T') {
        text.parse::<Instant>().map(|at| law.day_at(at))
    } else {
        text.parse::<Day>()
    };
    read.map_err(|()| Failure::Usage {
        message: format!("`{text}` is no day"),
        hint: Some("write it as `1999-04-21`, or an instant as `1999-04-21T12:00:00Z`".to_owned()),
    })
}

/// Finds a declared word, or says which is nearest.
pub(crate) fn find<I: Id>(names: &Names<I>, word: &str, what: &str) -> Result<I, Failure> {
    names.find(word).ok_or_else(|| {
        let near = nearest(word, names.iter().map(|(_, known)| known));
        let hint = near.map_or_else(
            || {
                let known: Vec<&str> = names.iter().take(40).map(|(_, known)| known).collect();
                format!("known: {}", known.join(", "))
            },
            |near| format!("did you mean `{near}`?"),
        );
        Failure::Usage {
            message: format!("`{word}` is not {what} this record knows"),
            hint: Some(hint),
        }
    })
}

/// Shows the lines that an answer cites below it, and beside a table of values, which also says
/// there what every answer that uses `--known` says.
fn beside(
    question: &Question,
    (asking, at): (&Asking<'_>, &Moment),
    (answer, quoted): (&mut Answer, Vec<String>),
    world: &World,
) {
    if question.format == Format::Csv {
        let note = json::record_note(asking, at);
        let lines: Vec<String> = note.into_iter().chain(quoted).collect();
        world.says_beside(&lines.join("\n"));
    } else {
        answer.notes.extend(quoted);
    }
}

fn moment_notes(asking: &Asking<'_>, at: &Moment) -> Vec<String> {
    let mut notes = Vec::new();
    if at.known != Known::Now && asking.history.is_written_afterwards() {
        notes.push("this record was written afterwards, as if kept at the time".to_owned());
    }
    notes.extend(asking.past_the_end(at));
    if let Some(complete) = asking.history.complete_to.filter(|complete| *complete < at.on) {
        notes.push(format!(
            "record complete to {complete}; what follows later is expected from rules"
        ));
    }
    notes
}

fn status_of(asking: &Asking<'_>, word: &str, at: &Moment) -> Result<Answer, Failure> {
    let instrument = find(&asking.law.instrument_names, word, "an instrument")?;
    let found = status(asking, instrument, at);
    let json = json::status(asking, &found, at);
    let list = json.get("participants").cloned().unwrap_or_default();
    let mut answer = Answer::of_list(json, &list, columns::STANDING);
    let title =
        asking.law.instrument(instrument).map(|row| row.titles.main.clone()).unwrap_or_default();
    let since = found.in_force_since.map(|day| format!(" since {day}")).unwrap_or_default();
    let force = if found.in_force { format!("in force{since}") } else { "not in force".to_owned() };
    answer.heading.push(format!("{word}: {title}"));
    answer.heading.push(format!("on {}: {force}", at.on));
    if let Some(term) = found.term {
        let through = match term.through {
            Some(last) => format!("through {last}"),
            None => "to a day after the last of the calendar".to_owned(),
        };
        answer.heading.push(format!("period {} from {} {through}", term.number, term.from));
    }
    answer.notes.extend(found.notes.iter().map(|note| note.english(asking.law)));
    Ok(answer)
}

fn members_of(asking: &Asking<'_>, word: &str, at: &Moment) -> Result<Answer, Failure> {
    let body = find(&asking.law.body_names, word, "an organisation or organ")?;
    let found = members(asking, body, at);
    let json = json::members(asking, &found, at);
    let list = json::every_member(&json);
    let mut answer = Answer::of_list(json, &list, columns::MEMBERSHIP);
    let title = asking.body_at(body, at).map(|row| row.titles.main.clone()).unwrap_or_default();
    answer.heading.push(format!("{word}: {title}, on {}", at.on));
    let notes: Vec<String> = found.notes.iter().map(|note| note.english(asking.law)).collect();
    answer.notes.extend((!notes.is_empty()).then(|| notes.join("; ")));
    Ok(answer)
}

fn events(
    asking: &Asking<'_>,
    state: Option<&str>,
    at: &Moment,
    world: &World,
) -> Result<Answer, Failure> {
    let events = match state {
        None => timeline(asking, at),
        Some(word) => timeline_of(asking, find(&asking.law.party_names, word, "a state")?, at),
    };
    let json = json::timeline(asking, &events, at);
    let mut answer = Answer::of_list(json.clone(), &json, columns::EVENTS);
    contested::mark(&mut answer, events.iter().map(|event| event.position), world);
    Ok(answer)
}

fn obligations_of(asking: &Asking<'_>, word: &str, at: &Moment) -> Result<Answer, Failure> {
    let state = find(&asking.law.party_names, word, "a state")?;
    let duties = obligations(asking, state, at);
    let list = json::obligations(asking, &duties, &yearly(asking, at), state);
    let json = json::by_rules(asking, at, list);
    let mut answer = Answer::of_list(json.clone(), &json, columns::DUTIES);
    if answer.rows.is_empty() {
        answer.notes.push(format!("nothing in this record binds {word} on {}", at.on));
    }
    Ok(answer)
}

fn why_of(asking: &Asking<'_>, text: &str, at: &Moment) -> Result<Answer, Failure> {
    let claim = claim_of_text(text, asking.law, asking.history)
        .map_err(|fault| Failure::of_word(&fault))?;
    let found = why(asking, &claim, at);
    let json = json::why(asking, &found, at);
    let list = json.get("because").cloned().unwrap_or_default();
    let mut answer = Answer::of_list(json, &Value::Null, columns::REASONS);
    reasons(&list, 0, &mut answer.rows);
    answer.heading.push(format!("{} on {}: {}", found.claim, at.on, found.verdict.word()));
    for reason in &found.because {
        let looked_at = reason.looked_at.iter().map(|said| said.english(asking.law));
        answer.notes.extend(looked_at.map(|text| format!("looked at: {text}")));
    }
    answer.notes.push(format!("weakest evidence: {}", found.evidence.word()));
    answer.exit = match found.verdict {
        Verdict::Yes => Exit::Yes,
        Verdict::No | Verdict::Disputed | Verdict::Undetermined => Exit::No,
    };
    Ok(answer)
}

/// Sets reasons out, each with those that it follows from below it, further in.
fn reasons(list: &Value, depth: usize, rows: &mut Vec<Vec<String>>) {
    let indent = "  ".repeat(depth);
    for reason in list.as_array().into_iter().flatten() {
        let of = |key: &str| cell(reason.get(key));
        let text = format!("{indent}{}", of("text"));
        rows.push(vec![of("from"), text, of("article"), of("act"), of("sources")]);
        let looked_at = reason.get("looked_at").filter(|_| depth > 0);
        for line in looked_at.and_then(Value::as_array).into_iter().flatten() {
            let mut row = vec![String::new(); 5];
            if let Some(because) = row.get_mut(1) {
                *because = format!("{indent}  {}", cell(Some(line)));
            }
            rows.push(row);
        }
        reasons(reason.get("because").unwrap_or(&Value::Null), depth.saturating_add(1), rows);
    }
}

fn article_of(asking: &Asking<'_>, word: &str, at: &Moment) -> Result<Answer, Failure> {
    let id = find(&asking.law.article_names, word, "an article")?;
    let found = article(asking, id, at);
    let json = found.map(|found| json::article_answer(asking, &found, at)).unwrap_or_default();
    let list = json.get("versions").cloned().unwrap_or_default();
    let mut answer = Answer::of_list(json, &list, columns::VERSIONS);
    let force = answer.json.get("in_force").and_then(Value::as_bool).unwrap_or(false);
    let of = cell(answer.json.get("instrument"));
    let told = answer.json.get("counts_as_told").and_then(Value::as_bool).unwrap_or(false);
    let stands = match (force, told) {
        (true, _) => "in force",
        (false, true) => "which counts without an entry into force",
        (false, false) => "not in force",
    };
    answer.heading.push(format!("{word} of {of}, {stands} on {}", at.on));
    for version in list.as_array().into_iter().flatten() {
        if version.get("current").and_then(Value::as_bool) == Some(true) {
            answer.notes.push(cell(version.get("gist")));
            answer.notes.extend(cell(version.get("text")).lines().map(|line| format!("| {line}")));
        }
    }
    Ok(answer)
}
