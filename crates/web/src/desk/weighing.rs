//! Weighing an act that is not sent: what the door would say, what would change, what is signed.

use super::limits::Dear;
use super::visit::Visit;
use crate::portal::{NoAnswer, Portal};
use crate::refusal::{Kind, Refusal};
use crate::site::Site;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Response, StatusCode};
use serde_json::{Value, json};
use servanda_depositary::{Depositary, Fault, Job, Refused};
use servanda_journal::Record;
use servanda_model::{Finding, Instant, Remark};
use servanda_query::{Difference, Known, Moment, diff};
use servanda_seal::{Content, Digest, Seen, sealed_text};
use std::sync::Arc;

/// What the door would say of an act.
pub(super) struct Foretold {
    /// What would be noticed, or what would keep it out.
    pub(super) answer: Result<Vec<Finding>, Refused>,
    /// The exact text that is signed, and its digest, which is the act's id.
    pub(super) signed: Option<(String, Digest)>,
    /// The record as it would be.
    pub(super) after: Option<Arc<Site>>,
    /// What would change, and how many facts were compared.
    pub(super) changes: Vec<Difference>,
}

/// Weighs a text that a party, or the depositary, would send now.
pub(super) async fn weigh(
    visit: &Visit,
    text: String,
    party: Option<String>,
) -> Result<Foretold, NoAnswer> {
    let now = visit.portal.reception().and_then(super::Reception::now);
    let look = move |office: &mut Depositary| weighed(office, &text, party.as_deref(), now);
    let found = visit.portal.ask(|reply| Job::Look(Box::new(move |office| reply(look(office)))));
    let (answer, signed, record) = found.await?;
    let site = visit.site.clone();
    let facts = move || {
        let after = record.map(|record| site.supposing(record));
        let changes = after.as_deref().map(|after| changed(after, last(after))).unwrap_or_default();
        (after, changes)
    };
    // Comparing every fact takes longer than a reader of pages may be kept waiting.
    let found = tokio::task::spawn_blocking(facts).await;
    let (after, changes) = found.unwrap_or_default();
    Ok(Foretold { answer, signed, after, changes })
}

type Weighed = (Result<Vec<Finding>, Refused>, Option<(String, Digest)>, Option<Record>);

fn weighed(
    office: &mut Depositary,
    text: &str,
    party: Option<&str>,
    now: Option<Instant>,
) -> Result<Weighed, Fault> {
    let clock = || Fault::Record("the clock shows no day of this calendar".to_owned());
    let weighed = office.weigh(text, party, now.ok_or_else(clock)?)?;
    let head = office.head();
    let seen = Seen { size: head.size, root: Digest(head.root.0) };
    let content = Content::Act { text: text.to_owned(), seen };
    let answer = weighed.answer;
    Ok(match sealed_text(office.ledger().origin(), &content) {
        Ok(signed) => {
            let id = Digest::of(signed.as_bytes());
            (answer, Some((signed, id)), weighed.record)
        }
        Err(flaw) => (answer.and_then(|_| Err(Refused::form(&flaw))), None, None),
    })
}

/// Returns the position of the last act.
pub(super) fn last(site: &Site) -> u32 {
    let count = u32::try_from(site.record().history.acts.len()).unwrap_or(u32::MAX);
    count.saturating_sub(1)
}

/// Returns what an act at a position changed, as known before it and with it.
pub(super) fn changed(site: &Site, position: u32) -> Vec<Difference> {
    let Some(before) = position.checked_sub(1) else { return Vec::new() };
    let at = |known| Moment { known, ..Moment::on(site.today()) };
    let found = diff(site.asking(), &at(Known::Position(before)), &at(Known::Position(position)));
    found.differing
}

/// Weighs an act for a program.
pub(super) async fn preview(State(portal): State<Arc<Portal>>, request: Request) -> Response<Body> {
    let visit = match Visit::dear(portal, request, Dear::Weighing).await {
        Ok(visit) => visit,
        Err(response) => return response,
    };
    let value = serde_json::from_slice::<Value>(&visit.body).unwrap_or(Value::Null);
    let word = |name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let Some(text) = word("text") else {
        let refusal = Refusal::new(Kind::Unreadable, "the body is not JSON with a text `text`")
            .hint("as in {\"text\":\"2026-11-22 sign INSTRUMENT by STATE\\n\",\"as\":\"STATE\"}");
        return visit.refuse(&refusal);
    };
    let own = visit.holder.as_ref().and_then(|holder| holder.party().map(str::to_owned));
    match weigh(&visit, text, word("as").or(own)).await {
        Ok(found) => Visit::json(StatusCode::OK, &as_json(&visit.site, &found)),
        Err(none) => visit.no_answer(&none),
    }
}

fn as_json(site: &Site, found: &Foretold) -> Value {
    let law = &found.after.as_deref().unwrap_or(site).record().law;
    let findings = found.answer.as_deref().unwrap_or_default().iter().map(|finding| {
        let article = finding.article.map(|id| law.article_names.word(id));
        json!({"grade": finding.grade.word(), "article": article, "message": finding.message(law)})
    });
    let told = |remark: &Remark| remark.english(law);
    let changes = found
        .changes
        .iter()
        .map(|change| json!({"what": told(&change.what), "before": told(&change.before), "after": told(&change.after)}));
    let refused = found.answer.as_ref().err();
    json!({
        "admitted": refused.is_none(),
        "code": refused.map(|refused| refused.code),
        "article": refused.and_then(|refused| refused.article.as_deref()),
        "message": refused.map(|refused| refused.message.as_str()),
        "hint": refused.map(|refused| refused.hint.as_str()),
        "findings": findings.collect::<Vec<_>>(),
        "changes": changes.collect::<Vec<_>>(),
        "id": found.signed.as_ref().map(|(_, id)| id.to_string()),
        "signed": found.signed.as_ref().map(|(text, _)| text.as_str()),
    })
}
