//! A divergence: what a log took and a witness, judging it again, does not take; signed.

use crate::evidence::Evidence;
use crate::mirror::Departure;
use servanda_note::{Malformed, Note, SignerKey};
use servanda_seal::Json;
use std::collections::BTreeMap;

/// The first line of every divergence.
pub const DIVERGENCE: &str = "servanda.divergence/v1";
/// The first line of every split view.
pub const SPLIT_VIEW: &str = "servanda.split-view/v1";

/// Two histories under one origin: what the mirror holds, and what else was shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SplitView<'n> {
    /// How it came to light.
    pub(crate) how: &'static str,
    /// The signed checkpoint that was mirrored; none before the first.
    pub(crate) mirrored: Option<&'n str>,
    /// The signed checkpoint, or the sealed act, that is of another history.
    pub(crate) shown: &'n str,
    /// The first entry that differs, where it is known.
    pub(crate) entry: Option<u64>,
    /// What the longer of two checkpoints began with, where their sizes differ and it is known.
    pub(crate) evidence: Option<Evidence>,
}

/// Makes the divergence of a departure.
///
/// It holds nothing that would be another at another time, so that it is the same each time.
pub(crate) fn divergence(
    origin: &str,
    departure: &Departure,
    key: &SignerKey,
) -> Result<Note, Malformed> {
    let Departure { entry, act, refused } = departure;
    let mut fields = BTreeMap::from([
        ("act".to_owned(), Json::Text(act.to_string())),
        ("code".to_owned(), Json::Text(refused.code.to_owned())),
        ("entry".to_owned(), Json::Number(*entry)),
        ("log".to_owned(), Json::Text("taken".to_owned())),
        ("says".to_owned(), Json::Text(refused.message.clone())),
        ("witness".to_owned(), Json::Text("not taken".to_owned())),
    ]);
    if let Some(article) = &refused.article {
        fields.insert("article".to_owned(), Json::Text(article.clone()));
    }
    signed(DIVERGENCE, origin, fields, key)
}

/// Makes the note that keeps two histories side by side.
pub(crate) fn split_view(
    origin: &str,
    view: &SplitView<'_>,
    key: &SignerKey,
) -> Result<Note, Malformed> {
    let mut fields = BTreeMap::from([
        ("how".to_owned(), Json::Text(view.how.to_owned())),
        ("shown".to_owned(), Json::Text(view.shown.to_owned())),
    ]);
    if let Some(mirrored) = view.mirrored {
        fields.insert("mirrored".to_owned(), Json::Text(mirrored.to_owned()));
    }
    if let Some(entry) = view.entry {
        fields.insert("entry".to_owned(), Json::Number(entry));
    }
    if let Some(evidence) = &view.evidence {
        evidence.print_to(&mut fields);
    }
    signed(SPLIT_VIEW, origin, fields, key)
}

fn signed(
    header: &str,
    origin: &str,
    fields: BTreeMap<String, Json>,
    key: &SignerKey,
) -> Result<Note, Malformed> {
    // A number beyond the form cannot be printed, and no log is so long.
    let json = Json::Object(fields).print().unwrap_or_default();
    let text = format!("{header}\n{origin}\n{json}\n");
    let line = key.sign(&text);
    Note::new(text, vec![line])
}
