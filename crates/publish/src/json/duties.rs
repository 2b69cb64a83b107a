//! What binds a state, as JSON.

use super::{act, article, sources};
use serde_json::{Value, json};
use servanda_model::PartyId;
use servanda_query::{Asking, Duty, DutyKind, YearlyAnswer, owed_as, years_text};

/// The answer to `obligations`.
pub fn obligations(
    asking: &Asking<'_>,
    duties: &[Duty],
    yearly: &[YearlyAnswer<'_>],
    state: PartyId,
) -> Value {
    let years = yearly.iter().filter(|answer| answer.binds(state));
    duties
        .iter()
        .map(|duty| {
            json!({
                "kind": match duty.kind {
                    DutyKind::Obligation => "obligation",
                    DutyKind::Entitlement => "entitlement",
                    DutyKind::Loss => "loss",
                    DutyKind::Discharged => "discharged",
                    DutyKind::NotTold => "not-told",
                },
                "text": duty.text.english(asking.law),
                "instrument": asking.law.instrument_names.word(duty.instrument),
                "article": article(asking, Some(duty.article)),
                "evidence": duty.evidence.word(),
                "status": duty.status.word(),
                "act": duty.act.map(|position| act(asking, position)),
                "sources": sources(asking, &duty.sources),
            })
        })
        .chain(years.map(|answer| of_each_year(asking, answer)))
        .collect()
}

/// A duty of each year: its article, the years that are found and those that are not.
fn of_each_year(asking: &Asking<'_>, answer: &YearlyAnswer<'_>) -> Value {
    let instrument = asking.law.article(answer.article).map(|row| row.instrument);
    let last = answer.found.last().map(|(_, position)| act(asking, *position));
    json!({
        "kind": "each-year",
        "text": format!("each year {}: {}", answer.duty.titles.main, years_text(answer)),
        "instrument": instrument.map(|id| asking.law.instrument_names.word(id)),
        "article": article(asking, Some(answer.article)),
        "evidence": answer.evidence.word(),
        "status": owed_as(),
        "act": last,
        "sources": sources(asking, &answer.sources),
        "found": answer.found.iter().map(|(year, _)| *year).collect::<Vec<_>>(),
        "not_found": answer.not_found,
        "due": answer.due.map(|day| day.to_string()),
    })
}
