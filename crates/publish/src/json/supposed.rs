//! A supposed change of law in words, and who stood on two sides at once, as JSON.

use serde_json::{Value, json};
use servanda_journal::Record;
use servanda_model::{Day, Deed, VersionStart};
use servanda_query::{Asking, Moment, Overlap};

/// Says of each supposed version which article it replaces, inserts or repeals.
pub fn supposed_lines(supposed: &Record) -> Vec<String> {
    let Some(Deed::Amend { patch, .. }) = supposed.history.acts.last().map(|act| &act.deed) else {
        return Vec::new();
    };
    let told = patch.versions.iter().map(|(id, version)| {
        let versions = supposed.law.article(*id).map(|row| row.versions.as_slice());
        let stood = versions.and_then(|versions| versions.first());
        let is_new = stood.is_none_or(|first| matches!(first.start, VersionStart::ByAct(_)));
        let word = supposed.law.article_names.word(*id);
        match (version.repeals, is_new) {
            (true, _) => format!("{word} is repealed"),
            (false, true) => format!("{word} is inserted"),
            (false, false) => format!("{word} is replaced"),
        }
    });
    told.collect()
}

/// The answer to `overlap`.
pub fn overlap(
    asking: &Asking<'_>,
    (one, other): (&str, &str),
    found: &[Overlap],
    at: &Moment,
) -> Value {
    let span = |(from, until): (Day, Option<Day>)| json!({"from": from.to_string(), "until": until.map(|day| day.to_string())});
    let rows = found.iter().map(|row| {
        json!({
            "state": asking.law.party_names.word(row.party),
            "first": span(row.first),
            "second": span(row.second),
            "both": row.both.map(span),
            "exact": row.exact,
        })
    });
    let rows: Vec<Value> = rows.collect();
    json!({"first": one, "second": other, "on": at.on.to_string(), "overlaps": rows})
}
