//! The acts after a position, with what they took the place of and what was erased.

use super::Answer;
use crate::asked::Asked;
use crate::documents;
use crate::routes::AFTER_ACT;
use crate::site::Site;
use crate::{told, words};
use serde_json::{Value, json};
use servanda_model::{Act, Deed};
use servanda_publish::json as forms;
use servanda_query::{act_sentence, source_text};

/// The most acts of one answer.
const ACTS_MAX: usize = 1_000;

/// Answers the acts after a position: who asks on from `through` or `next` misses none.
pub(crate) fn acts(site: &Site, asked: &Asked) -> Answer {
    let after = match asked.field(AFTER_ACT.name) {
        Some(text) => Some(words::position(text).ok_or_else(|| told::no_position(text))?),
        None => None,
    };
    let history = &site.record().history;
    let first = after.map_or(0, |after| after.saturating_add(1));
    let known = (0u32..).zip(&history.acts).skip(first as usize);
    let known: Vec<_> =
        known.filter(|(position, _)| site.asking().is_known(*position, &asked.moment)).collect();
    let listed: Vec<Value> =
        known.iter().take(ACTS_MAX).map(|(position, _)| act(site, *position)).collect();
    let last = listed.last().and_then(|act| act.get("position")).cloned();
    let until = listed.len();
    let through = known.get(until.saturating_sub(1)).map(|(position, _)| *position);
    let window = known.iter().take(until).map(|(position, act)| (*position, *act));
    let mut answer = json!({
        "after": after,
        "size": history.acts.len(),
        "acts": listed,
        "corrected": corrected(site, window),
        "erased": erased(site),
        "through": through.or(after),
        "next": last.filter(|_| known.len() > ACTS_MAX),
    });
    let note = forms::record_note(site.asking(), &asked.moment);
    if let (Some(note), Some(fields)) = (note, answer.as_object_mut()) {
        fields.insert("record_note".to_owned(), json!(note));
    }
    Ok(answer)
}

fn act(site: &Site, position: u32) -> Value {
    let (law, history) = (&site.record().law, &site.record().history);
    let Some(act) = history.act(position) else { return Value::Null };
    let details = act.details.as_ref();
    let under = details.map(|details| details.under.as_slice()).unwrap_or_default();
    let articles: Vec<&str> = under.iter().map(|id| law.article_names.word(*id)).collect();
    let sources: Vec<String> = history
        .sources(act.sources)
        .iter()
        .map(|source| source_text(site.asking(), source))
        .collect();
    let value = json!({
        "position": position,
        "label": act.label.map(|label| history.labels.word(label)),
        "date": act.when.to_string(),
        "recorded": history.recorded_on(position).to_string(),
        "text": act_sentence(site.asking(), position),
        "article": articles.first(),
        "articles": articles,
        "sources": sources,
        "where": told::place(site, act.origin),
    });
    told::contested(site, position, value)
}

/// Returns a tombstone for each act whose place a listed act took.
fn corrected<'a>(site: &Site, window: impl Iterator<Item = (u32, &'a Act)>) -> Vec<Value> {
    let history = &site.record().history;
    let tombstone = |(by, act): (u32, &Act)| {
        let Deed::Correct { label, .. } = &act.deed else { return None };
        let labelled = |act: &Act| act.label == Some(*label);
        let position = history.acts.iter().position(labelled);
        Some(json!({"label": history.labels.word(*label), "position": position, "by": by}))
    };
    window.filter_map(tombstone).collect()
}

/// Returns a tombstone for each document whose body was destroyed; the log says so by an entry,
/// which has no position among the acts, so that each is told every time.
fn erased(site: &Site) -> Vec<Value> {
    let all = documents::listed(site).into_iter();
    let tombstone =
        |(commitment, document): (servanda_seal::Digest, &servanda_depositary::Document)| {
            let erasure = document.erased.as_ref()?;
            let commitment = commitment.to_string();
            Some(
                json!({"commitment": commitment, "entry": erasure.entry, "reason": erasure.reason}),
            )
        };
    all.filter_map(tombstone).collect()
}
