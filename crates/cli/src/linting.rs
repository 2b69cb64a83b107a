//! `servanda lint`: what a charter leaves open and should not.

use crate::answer::Answer;
use crate::arguments::Lint;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::world::World;
use crate::{checking, output};
use serde_json::Value;
use servanda_charter::lint as holes_of_form;
use servanda_model::{Hole, Law};
use servanda_publish::columns::HOLES;
use servanda_publish::json as forms;
use servanda_query::{Asking, Moment, holes};
use std::io::Write;

/// Lists the holes of a charter.
pub(crate) fn lint(asked: &Lint, world: &World, out: &mut dyn Write) -> Result<Exit, Failure> {
    let mut paths = asked.paths.clone();
    paths.extend(asked.record.clone());
    let record = checking::load(&paths, world)?;
    let asking = Asking::new(&record.law, &record.history);
    let mut found = holes_of_form(&record.law);
    found.extend(holes(&asking, &Moment::on(world.day_under(&record.law))));
    found.sort_by_key(|hole| hole.gravity);
    let answer = answer(&record.law, &found);
    output::print(&answer, asked.format, world.width, out)?;
    Ok(answer.exit)
}

fn answer(law: &Law, found: &[Hole]) -> Answer {
    let json = forms::lint(law, found);
    let list = json.get("holes").cloned().unwrap_or_default();
    let count = |name: &str| json.get(name).and_then(Value::as_u64).unwrap_or_default();
    let (open, remarks) = (count("open"), count("remarks"));
    let mut answer = Answer::of_list(json.clone(), &list, HOLES);
    answer.notes.push(format!("holes: {open}; remarks: {remarks}"));
    answer.exit = if open == 0 { Exit::Yes } else { Exit::No };
    answer
}
