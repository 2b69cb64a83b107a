//! A supposed change of law in words, and who stood on two sides at once, as JSON.

use super::moment;
use serde_json::{Value, json};
use servanda_journal::Record;
use servanda_model::{Day, Deed, Mention, Remark, VersionStart, remark};
use servanda_query::{Asking, AtOnce, Bound, Days, Moment, Overlap};

/// Says the same in English.
pub fn supposed_lines(supposed: &Record) -> Vec<String> {
    supposed_versions(supposed).iter().map(|said| said.english(&supposed.law)).collect()
}

/// Says of each supposed version which article it replaces, inserts or repeals.
pub fn supposed_versions(supposed: &Record) -> Vec<Remark> {
    let Some(Deed::Amend { patch, .. }) = supposed.history.acts.last().map(|act| &act.deed) else {
        return Vec::new();
    };
    let told = patch.versions.iter().map(|(id, version)| {
        let versions = supposed.law.article(*id).map(|row| row.versions.as_slice());
        let stood = versions.and_then(|versions| versions.first());
        let is_new = stood.is_none_or(|first| matches!(first.start, VersionStart::ByAct(_)));
        match (version.repeals, is_new) {
            (true, _) => remark!(IS_REPEALED, article = *id),
            (false, false) => remark!(IS_REPLACED, article = *id),
            // The record itself does not know what is inserted.
            (false, true) => {
                let word = supposed.law.article_names.word(*id).to_owned();
                remark!(IS_INSERTED, article = Mention::Code(word))
            }
        }
    });
    told.collect()
}

/// The answer to `overlap`. A day that is not known is null, beside it the days between which it
/// lies.
pub fn overlap(
    asking: &Asking<'_>,
    (one, other): (&str, &str),
    found: &[Overlap],
    at: &Moment,
) -> Value {
    let rows = found.iter().map(|row| {
        let (at_once, both) = match row.both {
            AtOnce::On(shared) => ("yes", days(shared)),
            AtOnce::Unknown => ("unknown", Value::Null),
            AtOnce::Never => ("never", Value::Null),
        };
        json!({
            "state": asking.law.party_names.word(row.party),
            "first": days(row.first),
            "second": days(row.second),
            "at_once": at_once,
            "both": both,
            "exact": row.first.from.exact().is_some() && row.second.from.exact().is_some(),
        })
    });
    let rows: Vec<Value> = rows.collect();
    moment(asking, at, json!({"first": one, "second": other, "overlaps": rows}))
}

fn days(days: Days) -> Value {
    let day = |bound: Bound| bound.exact().map(|day| day.to_string());
    let between = |bound: Bound| {
        let earliest = (bound.earliest != Day::MIN).then_some(bound.earliest);
        let earliest = earliest.map_or_else(|| "..".to_owned(), |day| day.to_string());
        bound.exact().is_none().then(|| format!("{earliest}/{}", bound.latest))
    };
    json!({
        "from": day(days.from),
        "from_between": between(days.from),
        "until": days.until.and_then(day),
        "until_between": days.until.and_then(between),
        "suspended": days.is_suspended,
    })
}
