//! An entry into force as JSON.

use super::decision::{codes, evidence_of, tree};
use super::moment;
use serde_json::{Value, json};
use servanda_query::{Asking, EntryAnswer, Moment};

/// The answer to `entry-into-force`.
pub fn entry(asking: &Asking<'_>, answer: &EntryAnswer<'_>, at: &Moment) -> Value {
    let law = asking.law;
    let word = law.instrument_names.word(answer.instrument);
    let why = answer.why.as_ref().map(|(day, article, weighing)| {
        json!({
            "claim": format!("{word} in-force"),
            "verdict": if answer.in_force { "yes" } else { "no" },
            "evidence": evidence_of(asking, *article).word(),
            "article": law.article_names.word(*article),
            "weighed_on": day.to_string(),
            "because": [tree(asking, weighing)],
        })
    });
    let per_party = answer.per_party.iter().map(|(party, from)| {
        let state = law.party_names.word(*party);
        json!({"state": state, "date": from.map(|day| day.to_string())})
    });
    let value = json!({
        "instrument": word,
        "in_force": answer.in_force,
        "date": answer.date.map(|day| day.to_string()),
        "why": why,
        "per_party": per_party.collect::<Vec<_>>(),
        "counted": answer.why.as_ref().map(|why| codes(asking, why.2.counted.iter())),
    });
    moment(asking, at, value)
}
