//! Whether a party may read a document, as JSON.

use super::{article, party};
use serde_json::{Value, json};
use servanda_model::{Day, PartyId};
use servanda_query::{Access, Asking};

/// Returns whether a party may read a document on a day, why, and by which article.
pub fn access(asking: &Asking<'_>, answer: &Access, by: Option<PartyId>, on: Day) -> Value {
    json!({
        "as": by.map(|id| party(asking, id)),
        "on": on.to_string(),
        "may_read": answer.verdict().word(),
        "article": article(asking, answer.article()),
        "because": answer.reasons(asking, on),
    })
}
