//! `docket`, `matter` and `side-by-side`: what was opened, and how far it has gone.

use super::find;
use crate::answer::Answer;
use crate::exit::Exit;
use crate::failure::Failure;
use serde_json::Value;
use servanda_publish::columns::cell;
use servanda_publish::{columns, json as forms, rows};
use servanda_query::{
    Asking, MatterAnswer, Moment, contribution_lines, docket, matter, unopened, yearly,
};

/// Answers `docket`.
pub(super) fn docket_of(asking: &Asking<'_>, open_only: bool, at: &Moment) -> Answer {
    let mut found = docket(asking, at);
    found.retain(|matter| !(open_only && matter.is_closed()));
    let mut duties = yearly(asking, at);
    duties.retain(|duty| !open_only || duty.due.is_some());
    let mut calls = unopened(asking, at);
    calls.retain(|_| !open_only);
    let list = forms::docket(asking, &found, (&calls, &duties));
    let list = forms::by_rules(asking, at, list);
    let mut answer = Answer::of_list(list.clone(), &list, columns::MATTERS);
    if answer.rows.is_empty() {
        answer.notes.push(format!("no matter was open on {}", at.on));
    }
    for matter in found.iter().filter(|matter| matter.may_be_opened) {
        let label = matter.label.map(|label| asking.history.labels.word(label));
        answer.notes.push(format!(
            "{}: opened {}; it is not known whether by {}",
            label.unwrap_or_default(),
            matter.when,
            at.on
        ));
    }
    answer
}

/// Answers `matter`.
pub(super) fn matter_of(asking: &Asking<'_>, label: &str, at: &Moment) -> Result<Answer, Failure> {
    let found = named(asking, label, at)?;
    let value = forms::matter(asking, &found, at);
    let mut answer = Answer {
        json: value.clone(),
        heading: vec![head(&value)],
        columns: vec!["step", "by", "stands", "act", "what", "under", "sources"],
        rows: Vec::new(),
        notes: Vec::new(),
        exit: Exit::Yes,
    };
    for step in list(&value, "steps") {
        let first = [cell(step.get("step")), cell(step.get("by")), cell(step.get("state"))];
        add(&first, &list(&step, "acts"), &mut answer.rows);
    }
    let beside = list(&value, "beside");
    if !beside.is_empty() {
        add(&["beside".to_owned(), String::new(), String::new()], &beside, &mut answer.rows);
    }
    let lines = contribution_lines(asking, &found);
    answer.notes.extend(lines.iter().map(|line| line.english(asking.law)));
    for finding in list(&value, "findings") {
        answer.notes.push(format!(
            "{}: {}",
            cell(finding.get("act")),
            cell(finding.get("message"))
        ));
    }
    Ok(answer)
}

/// Answers `side-by-side`: the same steps of two matters, one beside the other.
pub(super) fn side_by_side(
    asking: &Asking<'_>,
    (first, second): (&str, &str),
    at: &Moment,
) -> Result<Answer, Failure> {
    let (left, right) = (named(asking, first, at)?, named(asking, second, at)?);
    let value = forms::side_by_side(asking, (&left, &right), at);
    let told_of = |side: &str| value.get(side).cloned().unwrap_or_default();
    let (left, right) = (told_of("left"), told_of("right"));
    let (columns, rows) = rows::side_by_side(&value);
    let heading = vec![head(&left), head(&right)];
    let json = value.clone();
    let mut answer = Answer { json, heading, columns, rows, notes: Vec::new(), exit: Exit::Yes };
    if let Some(step) = value.get("part_at").and_then(Value::as_str) {
        answer.notes.push(format!("they part at the step `{step}`"));
    }
    Ok(answer)
}

fn named<'r>(
    asking: &'r Asking<'r>,
    label: &str,
    at: &Moment,
) -> Result<MatterAnswer<'r>, Failure> {
    let label = if label.starts_with('#') { label.to_owned() } else { format!("#{label}") };
    let id = find(&asking.history.labels, &label, "a label")?;
    let position = asking.history.position_of(id);
    position.and_then(|position| matter(asking, position, at)).ok_or_else(|| {
        let open: Vec<String> = docket(asking, at)
            .iter()
            .filter_map(|matter| Some(asking.history.labels.word(matter.label?).to_owned()))
            .collect();
        let own = unopened(asking, at).into_iter().filter(|call| Some(call.position) == position);
        let why: Vec<String> = own
            .flat_map(|call| call.findings)
            .map(|finding| match finding.article {
                Some(id) => {
                    let article = asking.law.article_names.word(id);
                    format!("; {} ({article})", finding.message(asking.law))
                }
                None => format!("; {}", finding.message(asking.law)),
            })
            .collect();
        Failure::Usage {
            message: format!("`{label}` opens no matter by {}{}", at.on, why.concat()),
            hint: Some(format!("matters: {}", open.join(", "))),
        }
    })
}

fn head(value: &Value) -> String {
    let text = |key: &str| cell(value.get(key));
    let about = text("about");
    let about = if about.is_empty() { about } else { format!(", about {about}") };
    let area = text("area");
    let area = if area.is_empty() { area } else { format!(", in the area {area}") };
    let opener = text("opener");
    let opener = if opener.is_empty() { opener } else { format!(" by {opener}") };
    let closed = match (text("may_be_opened").as_str(), text("closed").as_str()) {
        ("yes", _) => "it is not known whether it was opened by then",
        (_, "yes") => "closed",
        _ => "open",
    };
    format!(
        "{}: {} ({}), opened {}{opener}{about}{area}: {closed}",
        text("matter"),
        text("title"),
        text("article"),
        text("opened")
    )
}

fn list(value: &Value, key: &str) -> Vec<Value> {
    value.get(key).and_then(Value::as_array).cloned().unwrap_or_default()
}

/// Adds one row for each act of a step, or one without an act.
fn add(first: &[String; 3], acts: &[Value], out: &mut Vec<Vec<String>>) {
    if acts.is_empty() {
        let mut row = first.to_vec();
        row.resize(7, String::new());
        out.push(row);
    }
    for (index, act) in acts.iter().enumerate() {
        let mut row = if index == 0 { first.to_vec() } else { vec![String::new(); 3] };
        row.push(cell(act.get("act")));
        row.push(format!("{} {}", cell(act.get("when")), cell(act.get("text"))));
        row.extend([cell(act.get("under")), cell(act.get("sources"))]);
        out.push(row);
    }
}
