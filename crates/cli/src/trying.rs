//! `servanda try`: acts judged at the door, in order, as if they arrived now.

use crate::answer::Answer;
use crate::arguments::Try;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::world::World;
use crate::{output, records};
use serde_json::{Value, json};
use servanda_engine::{Placed, Refusal, State, admit, advance, judge, settle};
use servanda_journal::Record;
use servanda_model::{Day, FileId, Finding, Law};
use servanda_publish::json as forms;
use servanda_query::{Asking, Moment, act_sentence};
use std::io::Write;

/// Judges the acts of a file at the door.
pub(crate) fn try_file(trial: &Try, world: &World, out: &mut dyn Write) -> Result<Exit, Failure> {
    let last = records::journal(&trial.file, world)?;
    let record = records::load_then(&trial.whence, world, Some(last))?;
    let asking = Asking::new(&record.law, &record.history);
    let trial_file =
        FileId(u16::try_from(record.files.len().saturating_sub(1)).unwrap_or(u16::MAX));
    // A log takes no act of a day that has not come; a text may be played on.
    let today = trial.whence.log.as_ref().map(|_| world.day_under(&record.law));
    let answer = at_the_door(&record, &asking, trial_file, today);
    output::print(&answer, trial.format, world.width, out)?;
    Ok(answer.exit)
}

/// Why an act is not admitted.
enum No {
    /// The law refuses it.
    Law(Refusal),
    /// It is dated after the day on which it is tried: a log refuses it as well.
    Ahead(Day),
}

impl No {
    fn code(&self) -> &'static str {
        match self {
            Self::Law(refusal) => refusal.code(),
            Self::Ahead(_) => "L-AHEAD",
        }
    }

    fn article(&self, law: &Law) -> Option<String> {
        match self {
            Self::Law(refusal) => word(law, refusal.finding()),
            Self::Ahead(_) => None,
        }
    }

    fn message(&self, record: &Record, position: u32) -> String {
        match self {
            Self::Law(refusal) => refusal.finding().message(&record.law),
            Self::Ahead(today) => {
                let when = record.history.act(position).map(|act| act.when.to_string());
                let when = when.unwrap_or_default();
                format!(
                    "the act is dated {when}, and is tried on {today}; date an act on the day it is done"
                )
            }
        }
    }
}

fn word(law: &Law, finding: &Finding) -> Option<String> {
    finding.article.map(|id| law.article_names.word(id).to_owned())
}

/// What the door said.
#[derive(Default)]
struct Said {
    admitted: u32,
    refused: Vec<(u32, No)>,
    findings: Vec<Finding>,
}

fn at_the_door(
    record: &Record,
    asking: &Asking<'_>,
    trial_file: FileId,
    today: Option<Day>,
) -> Answer {
    let first = record.history.acts.iter().position(|act| act.origin.file == trial_file);
    let first = first.unwrap_or(record.history.acts.len());
    let mut slice = asking.everything();
    slice.positions.truncate(first);
    let last_day = record.history.acts.iter().take(first).map(|act| act.when.order()).max();
    let mut state = match last_day {
        Some(day) => asking.fold(&slice, &Moment::on(day), &[]),
        None => State::default(),
    };
    state.findings.clear();
    let mut said = Said::default();
    for (position, act) in (0u32..).zip(&record.history.acts).skip(first) {
        if let Some(today) = today.filter(|today| act.when.order() > *today) {
            said.refused.push((position, No::Ahead(today)));
            continue;
        }
        let placed = Placed::new(&record.history, position, act);
        advance(&asking.code, &mut state, placed.day);
        let judgment = judge(&asking.code, &state, &placed);
        let findings = judgment.findings.clone();
        match admit(judgment, placed.deed) {
            Ok(admitted) => {
                settle(&asking.code, &mut state, admitted, placed.day);
                said.admitted = said.admitted.saturating_add(1);
                said.findings.extend(findings);
            }
            Err(refusal) => said.refused.push((position, No::Law(refusal))),
        }
    }
    answer(record, asking, &said)
}

fn answer(record: &Record, asking: &Asking<'_>, said: &Said) -> Answer {
    let place = |position: u32| {
        let origin = record.history.act(position).map(|act| act.origin).unwrap_or_default();
        let (file, line, column) = record.place(origin);
        format!("{file}:{line}:{column}")
    };
    let mut rows = Vec::new();
    let mut refused: Vec<Value> = Vec::new();
    for (position, refusal) in &said.refused {
        let (article, message) = (refusal.article(&record.law), refusal.message(record, *position));
        refused.push(json!({"act": forms::act(asking, *position), "code": refusal.code(),
            "article": article, "message": message, "what": act_sentence(asking, *position)}));
        rows.push(vec![
            place(*position),
            format!("refused {}", refusal.code()),
            article.unwrap_or_default(),
            message,
        ]);
    }
    let mut findings: Vec<Value> = Vec::new();
    for finding in &said.findings {
        findings.push(json!({"grade": finding.grade.word(), "article": word(asking.law, finding),
            "act": forms::act(asking, finding.position), "message": finding.message(asking.law),
            "expected": false, "what": act_sentence(asking, finding.position)}));
        rows.push(vec![
            place(finding.position),
            finding.grade.neutral().to_owned(),
            word(asking.law, finding).unwrap_or_default(),
            finding.message(asking.law),
        ]);
    }
    let json = json!({"admitted": said.admitted, "refused": refused, "findings": findings});
    let notes = vec![format!("{} admitted, {} refused", said.admitted, said.refused.len())];
    let exit = if said.refused.is_empty() { Exit::Yes } else { Exit::No };
    Answer {
        json,
        heading: Vec::new(),
        columns: vec!["at", "answer", "article", "message"],
        rows,
        notes,
        exit,
    }
}
