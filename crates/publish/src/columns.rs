//! The tables of answers: which key of an answer stands in which column, and how a value is written
//! as a cell. The program and the server set out the same tables by them.

use serde_json::Value;

/// The columns of a table: each its heading, and the key of the answer in JSON that stands in it.
pub type Columns = &'static [(&'static str, &'static str)];

/// How each state stands to an instrument.
pub const STANDING: Columns = &[
    ("state", "state"),
    ("status", "status"),
    ("since", "since"),
    ("until", "until"),
    ("cause", "cause"),
    ("disputed", "disputed"),
    ("article", "article"),
];
/// Who is a member of a body.
pub const MEMBERSHIP: Columns = &[
    ("state", "state"),
    ("status", "status"),
    ("since", "since"),
    ("cause", "cause"),
    ("disputed", "disputed"),
    ("article", "article"),
];
/// Who has a chair or an office.
pub const SEAT: Columns = &[
    ("holder", "holder"),
    ("of", "of"),
    ("since", "since"),
    ("until", "until"),
    ("article", "article"),
    ("departs", "deviation"),
    ("explained", "explained"),
    ("note", "note"),
];
/// Whom each reading of a rotation expected.
pub const READINGS: Columns =
    &[("reading", "name"), ("expected", "holder"), ("its article", "article")];
/// What happened.
pub const EVENTS: Columns =
    &[("date", "date"), ("what", "text"), ("sources", "sources"), ("act", "act")];
/// What binds a state, and what it may claim.
pub const DUTIES: Columns = &[
    ("kind", "kind"),
    ("article", "article"),
    ("what", "text"),
    ("evidence", "evidence"),
    ("status", "status"),
    ("act", "act"),
    ("sources", "sources"),
];
/// What is awaited of a state.
pub const AWAITED: Columns = &[
    ("due", "due"),
    ("how", "weight"),
    ("what", "text"),
    ("then", "then"),
    ("article", "article"),
    ("goes back to", "act"),
];
/// The matters of the docket.
pub const MATTERS: Columns = &[
    ("opened", "opened"),
    ("matter", "matter"),
    ("by", "opener"),
    ("about", "about"),
    ("procedure", "title"),
    ("article", "article"),
    ("next", "next"),
    ("stands", "next_state"),
];
/// The steps of a matter.
pub const STEPS: Columns = &[("step", "step"), ("by", "by"), ("stands", "state")];
/// The acts of a step.
pub const STEP_ACTS: Columns = &[
    ("act", "act"),
    ("when", "when"),
    ("what", "text"),
    ("under", "under"),
    ("sources", "sources"),
];
/// The sessions of an organ.
pub const MEETINGS: Columns = &[
    ("when", "when"),
    ("where", "place"),
    ("host", "host"),
    ("how", "form"),
    ("decided", "decided"),
    ("sources", "sources"),
];
/// Why a claim stands.
pub const REASONS: Columns = &[
    ("from", "from"),
    ("because", "text"),
    ("article", "article"),
    ("act", "act"),
    ("sources", "sources"),
];
/// Acts that sources read differently.
pub const DISPUTED: Columns =
    &[("act", "act"), ("what", "what"), ("followed", "preferred"), ("because", "reason")];
/// What another reading changes.
pub const CHANGES: Columns = &[
    ("from", "from"),
    ("from-uncertain", "from_uncertain"),
    ("until", "until"),
    ("until-uncertain", "until_uncertain"),
    ("changes", "what"),
];
/// What differs between two answers.
pub const DIFFERENCES: Columns = &[("what", "what"), ("before", "before"), ("after", "after")];
/// What a law leaves open.
pub const HOLES: Columns = &[
    ("gravity", "gravity"),
    ("code", "code"),
    ("article", "article"),
    ("message", "message"),
    ("hint", "hint"),
];
/// The versions of an article.
pub const VERSIONS: Columns = &[
    ("current", "current"),
    ("since", "since"),
    ("made by", "made_by"),
    ("title", "title"),
    ("evidence", "evidence"),
    ("sources", "sources"),
];

/// Returns a value of an answer as the cell of a table.
pub fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Bool(true)) => "yes".to_owned(),
        Some(Value::Bool(false)) => String::new(),
        Some(Value::Array(items)) => {
            items.iter().map(|item| cell(Some(item))).collect::<Vec<_>>().join(", ")
        }
        Some(other) => other.to_string(),
    }
}
