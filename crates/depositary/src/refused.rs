//! What the depositary answers where an act is not taken: an answer, and not a fault.

use servanda_engine::Refusal;
use servanda_journal::Fault as TextFault;
use servanda_model::{Finding, Law};
use servanda_seal::{Flaw, Unsealed};

/// Why an act is not taken into the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The code.
    pub code: &'static str,
    /// The article that says so, where one does.
    pub article: Option<String>,
    /// What is said to people.
    pub message: String,
    /// What would be right.
    pub hint: String,
    /// What was noticed, where the law decided.
    pub finding: Option<Box<Finding>>,
}

impl Refused {
    /// Every code of this room with its meaning, for the reference in the book.
    pub const CODES: &'static [(&'static str, &'static str)] = &[
        ("L-FORM", "the bytes are no sealed act"),
        ("L-ORIGIN", "the act is for another log"),
        ("L-KEYS", "the signatures are not those this kind of entry carries here"),
        ("L-KNOWN", "the log has this act already"),
        ("L-ORDER", "this kind of entry does not stand at this place of a log"),
        ("L-PARTY", "a key is enrolled for a party that the law does not declare"),
        ("L-ENTRY", "the text is not one act"),
        ("L-CAPACITY", "the act is not one that its signer sends"),
        ("L-AHEAD", "the act is dated after the day on which it was received"),
        ("L-SEEN", "the signer saw another log than this one"),
        ("L-DAMAGED", "the log holds other bytes than were written"),
        ("L-READER", "a document is for an organ that the law does not declare"),
        ("L-REHEARSAL", "the log and its record do not both say what they rehearse"),
        (
            "L-DOCUMENT",
            "the document is not known, is known already, was erased, or cannot be deposited so",
        ),
    ];

    /// The tables of every code with which an act is refused: those of this room, of the law, and of
    /// texts that cannot be read.
    pub const TABLES: [&'static [(&'static str, &'static str)]; 4] = [
        Self::CODES,
        servanda_engine::Refusal::CODES,
        servanda_journal::CODES,
        servanda_text::CODES,
    ];

    pub(crate) fn new(code: &'static str, message: String, hint: &str) -> Self {
        Self { code, article: None, message, hint: hint.to_owned(), finding: None }
    }

    /// Says that bytes are no sealed act.
    pub fn form(flaw: &Flaw) -> Self {
        Self::new("L-FORM", flaw.to_string(), flaw.hint())
    }

    pub(crate) fn keys(unsealed: &Unsealed) -> Self {
        Self::new("L-KEYS", unsealed.to_string(), unsealed.hint())
    }

    pub(crate) fn text(faults: &[TextFault]) -> Self {
        let first = faults.first();
        let code = first.map_or("L-ENTRY", |fault| fault.diagnostic.code);
        let rendered: Vec<&str> = faults.iter().map(|fault| fault.rendered.as_str()).collect();
        let hint = "write the act as docs/formats/journal.md says";
        Self::new(code, rendered.join("\n"), hint)
    }

    pub(crate) fn law(refusal: &Refusal, law: &Law) -> Self {
        let article = refusal.article().map(|id| law.article_names.word(id).to_owned());
        let message = refusal.finding().message(law);
        let hint = "the article says what the act needs";
        let finding = Some(Box::new(refusal.finding().clone()));
        Self { article, finding, ..Self::new(refusal.code(), message, hint) }
    }
}
