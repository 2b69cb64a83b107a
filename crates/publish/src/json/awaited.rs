//! What a record awaits of a state, as JSON.

use super::{act, article, day, party};
use serde_json::{Value, json};
use servanda_query::{Asking, Awaited, call_text, expiry_text};

/// The answer to `today`.
pub fn awaited(asking: &Asking<'_>, found: &[Awaited<'_>]) -> Value {
    found
        .iter()
        .map(|awaited| {
            json!({
                "kind": awaited.call.word(),
                "weight": awaited.weight.word(),
                "text": call_text(asking, awaited.call),
                "due": day(awaited.due),
                "then": awaited.on_expiry.map(expiry_text),
                "article": article(asking, awaited.article),
                "act": awaited.act.map(|position| act(asking, position)),
                "opener": awaited.opener.map(|id| party(asking, id)),
                "about": awaited.about.map(|id| party(asking, id)),
            })
        })
        .collect()
}
