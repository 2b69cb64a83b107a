//! What pages and questions both need to tell: claims, acts by their words, places in files.

use crate::refusal::{Kind, Refusal};
use crate::site::Site;
use crate::words::{self, shown};
use serde_json::{Value, json};
use servanda_journal::claim_of_text;
use servanda_model::{Claim, Fact, Origin};

/// The longest claim that is read, in bytes.
const CLAIM_BYTES_MAX: usize = 2_000;

/// Reads a claim.
pub(crate) fn claim(site: &Site, text: &str) -> Result<Claim, Refusal> {
    let unreadable = |message: String| Refusal::new(Kind::Unreadable, message);
    if text.len() > CLAIM_BYTES_MAX {
        return Err(unreadable(format!("a claim has at most {CLAIM_BYTES_MAX} bytes")));
    }
    if text.chars().any(char::is_control) {
        return Err(unreadable(
            "a claim stands on one line and has no control characters".to_owned(),
        ));
    }
    let record = site.record();
    let claim = claim_of_text(text, &record.law, &record.history).map_err(|fault| {
        let refusal = unreadable(shown(&fault.message));
        match fault.hint {
            Some(hint) => refusal.hint(hint),
            None => {
                refusal.hint("a claim reads as `STATE party INSTRUMENT`, `INSTRUMENT in-force` or `STATE chair ORGAN`")
            }
        }
    })?;
    // A label that the record does not have would be read as a new one.
    if let Fact::Adopted(label) = &claim.fact
        && record.history.position_of(*label).is_none()
    {
        let word = text.rsplit(' ').next().unwrap_or(text);
        let known: Vec<&str> = record.history.labels.iter().map(|(_, known)| known).collect();
        let refusal = words::unknown(word, "the label of an act", &known);
        return Err(Refusal { kind: Kind::Unreadable, near: None, ..refusal });
    }
    Ok(claim)
}

/// Finds an act by its label, with or without its `#`, or by its position.
pub(crate) fn act(site: &Site, word: &str) -> Result<u32, Refusal> {
    let history = &site.record().history;
    let labelled =
        |word: &str| history.labels.find(word).and_then(|label| history.position_of(label));
    let by_label = labelled(word).or_else(|| labelled(&format!("#{word}")));
    let by_position = || words::position(word).filter(|position| history.act(*position).is_some());
    by_label.or_else(by_position).ok_or_else(|| {
        let labels: Vec<&str> =
            history.labels.iter().map(|(_, known)| known.trim_start_matches('#')).collect();
        words::unknown(word.trim_start_matches('#'), "an act", &labels)
    })
}

/// Returns the word by which the page of an act is found.
pub(crate) fn act_word(site: &Site, position: u32) -> String {
    let history = &site.record().history;
    match history.act(position).and_then(|act| act.label) {
        Some(label) => history.labels.word(label).trim_start_matches('#').to_owned(),
        None => position.to_string(),
    }
}

/// Adds to what programs are told of an act that it is contested, where it is.
pub(crate) fn contested(site: &Site, position: u32, mut value: Value) -> Value {
    if let (Some(found), Some(fields)) = (site.contested(position), value.as_object_mut()) {
        let key = found.key.to_string();
        let contested = json!({"key": key, "from": found.from, "revoked_at": found.revoked_at});
        fields.insert("contested".to_owned(), contested);
    }
    value
}

/// Returns where something stands in the record's files.
pub(crate) fn place(site: &Site, origin: Origin) -> String {
    let (path, line, _) = site.record().place(origin);
    format!("{path}:{line}")
}

/// Returns the same for programs, with the column.
pub(crate) fn placed(site: &Site, origin: Origin) -> Value {
    let (file, line, column) = site.record().place(origin);
    json!({"file": file, "line": line, "column": column})
}

pub(crate) fn no_position(text: &str) -> Refusal {
    Refusal::new(Kind::Unreadable, format!("`{}` is no position", shown(text)))
        .hint("a position is a number, as in `120`")
}
