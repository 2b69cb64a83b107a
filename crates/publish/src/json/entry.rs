//! An entry into force as JSON.

use super::decision::{codes, evidence_of, tree};
use super::moment;
use serde_json::{Value, json};
use servanda_model::{Base, Evidence};
use servanda_query::{Asking, EntryAnswer, Ground, Moment, Roster};

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

/// Says what there is to know beside the answer.
fn notes(answer: &EntryAnswer<'_>) -> Option<String> {
    let mut notes: Vec<String> = answer.empty.map(empty).into_iter().collect();
    let ground = match &answer.why {
        Ground::Weighed(..) => None,
        Ground::Each(_) => Some("no condition is counted: each state is bound by its own step"),
        Ground::AsSourcesSay(_) => Some(
            "the article counts nothing: it is in force when a source says so, and no step of a file puts it there",
        ),
        Ground::NoArticle => Some("no article of this record says when it enters into force"),
    };
    notes.extend(ground.map(str::to_owned));
    let asks_who_signed = matches!(&answer.why, Ground::Weighed(_, _, weighing)
        if weighing.condition.uses(Base::Signatories));
    if answer.signed_on_record && asks_who_signed && answer.empty.is_none() {
        notes.push("no line signs: the signatures of the record stand".to_owned());
    }
    (!notes.is_empty()).then(|| notes.join("; "))
}

/// The answer to `entry-into-force`.
pub fn entry(asking: &Asking<'_>, answer: &EntryAnswer<'_>, at: &Moment) -> Value {
    let law = asking.law;
    let word = law.instrument_names.word(answer.instrument);
    let weighed = match &answer.why {
        Ground::Weighed(day, _, weighing) => Some((day, weighing)),
        Ground::Each(_) | Ground::AsSourcesSay(_) | Ground::NoArticle => None,
    };
    let article = answer.why.article();
    let because: Vec<Value> =
        weighed.iter().map(|(_, weighing)| tree(asking, weighing, &Roster::of_all())).collect();
    let why = json!({
        "claim": format!("{word} in-force"),
        "verdict": if answer.in_force { "yes" } else { "no" },
        "evidence": article.map_or(Evidence::Unverified, |it| evidence_of(asking, it)).word(),
        "article": article.map(|article| law.article_names.word(article)),
        "weighed_on": weighed.map(|(day, _)| day.to_string()),
        "because": because,
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
        "note": notes(answer),
        "counted": weighed.map(|(_, weighing)| codes(asking, weighing.counted.iter())),
    });
    moment(asking, at, value)
}
