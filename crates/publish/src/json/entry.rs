//! An entry into force as JSON.

use super::decision::{codes, evidence_of, tree};
use super::moment;
use serde_json::{Value, json};
use servanda_model::Base;
use servanda_query::{Asking, EntryAnswer, Moment};

/// Says that nobody stands in the base of a condition, and what would put somebody there.
fn empty(base: Base) -> String {
    let who = match base {
        Base::Signatories => "a line `STATE,sign,DATE` makes a signatory",
        Base::Contracting => "a line `STATE,deposit,DATE` makes a contracting state",
        Base::Members
        | Base::Parties
        | Base::Electorate
        | Base::Voting
        | Base::Present
        | Base::TakingPart => "the record has nobody there on that day",
    };
    format!("nobody is in the base `{}`, which fulfils no share: {who}", base.word())
}

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
        "note": answer.empty.map(empty),
        "counted": answer.why.as_ref().map(|why| codes(asking, why.2.counted.iter())),
    });
    moment(asking, at, value)
}
