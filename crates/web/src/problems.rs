//! The codes of problem documents (RFC 9457) that no question and no refusal of an act has.

/// Each with its meaning.
pub(crate) const OTHERS: &[(&str, &str)] = &[
    ("no-log", "the record is read from text, and has no log"),
    ("log-fault", "the office met a fault"),
    ("closed", "the office has closed"),
    ("moved", "the log does not stand at the head that `If-Match` names"),
    ("no-body", "what a document says is not kept here"),
    ("restricted", "the document is for other readers"),
    ("erased", "the document was erased, and an act says why"),
    ("no-rehearsal", "the log is no rehearsal"),
];
