//! `diff` and `what-if`: what differs between two days, and under a law that is only supposed.

use super::{beside, day, moment, moment_notes, quotation};
use crate::answer::Answer;
use crate::arguments::WhatIf;
use crate::failure::Failure;
use crate::records;
use crate::world::World;
use servanda_journal::{RecordFile, Supposition, suppose};
use servanda_publish::json;
use servanda_query::{Asking, Differences, Moment, act_sentence, diff, what_if as ask_what_if};

const COLUMNS: [(&str, &str); 3] = [("what", "what"), ("before", "before"), ("after", "after")];

/// Answers `diff`.
pub(super) fn diff_of(
    asking: &Asking<'_>,
    before: &str,
    after: &str,
    at: &Moment,
) -> Result<Answer, Failure> {
    let (first, second) = (at.at(day(before, asking.law)?), at.at(day(after, asking.law)?));
    let found = diff(asking, &first, &second);
    let json = json::diff(asking, &first, &second, &found);
    let list = json.get("differences").cloned().unwrap_or_default();
    let mut answer = Answer::of_list(json, &list, &COLUMNS);
    if answer.rows.is_empty() {
        answer.notes.push("nothing differs".to_owned());
    }
    left_open(asking, &found, &mut answer);
    Ok(answer)
}

/// Answers `what-if`.
pub(crate) fn what_if(asked: &WhatIf, world: &World) -> Result<Answer, Failure> {
    let question = &asked.question;
    let record = records::of_question(question, world)?;
    let asking = Asking::new(&record.law, &record.history);
    let at = moment(question, &asking, world)?;
    let supposition = Supposition {
        file: file(asked, world)?,
        from: asked.from.as_deref().map(|text| day(text, &record.law)).transpose()?,
        on: at.on,
    };
    let supposed = suppose(&record, supposition).map_err(Failure::Unreadable)?;
    let supposing = Asking::new(&supposed.law, &supposed.history).supposing_the_last();
    let found = ask_what_if(&asking, &supposing, &at);
    let lines = json::supposed_lines(&supposed);
    let json = json::what_if(&asking, &at, &found, &lines);
    let list = json.get("differences").cloned().unwrap_or_default();
    let mut answer = Answer::of_list(json, &list, &COLUMNS);
    let counts = asked.from.as_deref().map(|from| format!(" from {from}")).unwrap_or_default();
    answer.heading.push(format!("supposing on {}{counts}: {}", at.on, lines.join(", ")));
    answer.heading.push(counted(&found.differences));
    left_open(&asking, &found.differences, &mut answer);
    for lost in &found.without_basis {
        let sentence = act_sentence(&asking, lost.position);
        let date = asking.history.act(lost.position).map(|act| act.when.to_string());
        let date = date.unwrap_or_default();
        let article = lost.article.map(|id| format!(" ({})", asking.law.article_names.word(id)));
        let article = article.unwrap_or_default();
        let message = lost.message.english(asking.law);
        answer.notes.push(format!("without basis{article}: {date} {sentence}: {message}"));
    }
    answer.notes.extend(found.notes.iter().map(|note| note.english(asking.law)));
    answer.notes.extend(moment_notes(&asking, &at));
    let mut quoted = Vec::new();
    if let Some(directory) = &question.sources {
        quoted = quotation::quote(&mut answer, &asking, (directory, world))?;
    }
    beside(question, (&asking, &at), (&mut answer, quoted), world);
    Ok(answer)
}

fn file(asked: &WhatIf, world: &World) -> Result<RecordFile, Failure> {
    let path = world.directory.join(&asked.file);
    let fault = |cause| Failure::Disk { doing: "read", path: asked.file.clone(), cause };
    let bytes = std::fs::read(&path).map_err(fault)?;
    Ok(RecordFile { path: asked.file.display().to_string(), bytes })
}

/// Says how many answers were compared and how many differ.
fn counted(found: &Differences) -> String {
    let (compared, differ) = (found.compared, found.differing.len());
    let open = match found.undetermined.len() {
        0 => String::new(),
        1 => "; 1 is left open".to_owned(),
        open => format!("; {open} are left open"),
    };
    match differ {
        0 => format!("{compared} answers compared, none differs{open}"),
        1 => format!("{compared} answers compared, 1 differs{open}"),
        differ => format!("{compared} answers compared, {differ} differ{open}"),
    }
}

/// Tells what depends on uncertain dates or undecided readings.
fn left_open(asking: &Asking<'_>, found: &Differences, answer: &mut Answer) {
    for fact in &found.undetermined {
        let because = fact.because.iter().map(|one| one.english(asking.law)).collect::<Vec<_>>();
        let (what, because) = (fact.what.english(asking.law), because.join("; "));
        answer.notes.push(format!("left open: {what}: {because}"));
    }
}
