//! `servanda lint`: what a charter leaves open and should not.

use crate::answer::Answer;
use crate::arguments::Lint;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::world::World;
use crate::{checking, output};
use serde_json::{Value, json};
use servanda_charter::lint as holes_of_form;
use servanda_model::{Gravity, Hole, Law};
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
    let list: Value = found.iter().map(|hole| {
        let article = hole.article.map(|id| law.article_names.word(id));
        json!({"code": hole.code.word(), "gravity": hole.gravity.word(), "article": article, "message": hole.message, "hint": hole.hint})
    }).collect();
    let open = found.iter().filter(|hole| hole.gravity == Gravity::Open).count();
    let remarks = found.len().saturating_sub(open);
    let json = json!({"open": open, "remarks": remarks, "holes": list});
    let columns = [
        ("gravity", "gravity"),
        ("code", "code"),
        ("article", "article"),
        ("message", "message"),
        ("hint", "hint"),
    ];
    let mut answer = Answer::of_list(json, &list, &columns);
    answer.notes.push(format!("holes: {open}; remarks: {remarks}"));
    answer.exit = if open == 0 { Exit::Yes } else { Exit::No };
    answer
}
