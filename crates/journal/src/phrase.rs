//! Phrases that many verbs share: lists of instruments and parties, `by`, `in`, `cause`.

use crate::entry::Desk;
use servanda_charter::{body, instrument, list, party};
use servanda_model::{BodyId, Cause, LabelId, List};
use servanda_text::{Cursor, Diagnostic, Kind, Step};

impl Desk<'_> {
    /// Reads a list of instruments.
    pub(crate) fn instrument_list(&mut self, cursor: &mut Cursor<'_, '_>) -> Step<List> {
        self.instruments.clear();
        list(cursor, |cursor| instrument(cursor, self.law), &mut self.instruments)?;
        Ok(self.history.keep_instruments(&self.instruments))
    }

    /// Reads a list of parties.
    pub(crate) fn party_list(&mut self, cursor: &mut Cursor<'_, '_>) -> Step<List> {
        self.parties.clear();
        list(cursor, |cursor| party(cursor, self.law), &mut self.parties)?;
        Ok(self.history.keep_parties(&self.parties))
    }

    /// Reads `by LIST`.
    pub(crate) fn by_parties(&mut self, cursor: &mut Cursor<'_, '_>) -> Step<List> {
        cursor.word("by")?;
        self.party_list(cursor)
    }

    /// Reads `by BODY` where it stands.
    pub(crate) fn by_body(&self, cursor: &mut Cursor<'_, '_>) -> Step<Option<BodyId>> {
        if cursor.eat("by") { Ok(Some(body(cursor, self.law)?)) } else { Ok(None) }
    }

    /// Reads a label that an earlier or later act has.
    pub(crate) fn label_of(&mut self, cursor: &mut Cursor<'_, '_>) -> Step<LabelId> {
        let (raw, span) = cursor.take(Kind::Label, "a label such as `#note`")?;
        let id = self.history.labels.intern(raw);
        self.uses.push((id, self.file, span));
        self.history.labelled.resize(self.history.labels.len(), None);
        Ok(id)
    }
}

/// Reads a cause of ending.
pub(crate) fn cause(cursor: &mut Cursor<'_, '_>) -> Step<Cause> {
    let (word, span) = cursor.take(Kind::Word, "a cause")?;
    Cause::of_word(word).ok_or_else(|| {
        let known: Vec<&str> = Cause::ALL.iter().map(|cause| cause.word()).collect();
        let fault = Diagnostic::new("C-WORD", span, format!("`{word}` is no cause"));
        Box::new(fault.hint(format!("known: {}", known.join(", "))))
    })
}

/// Reads `at own request` or `as sanction`.
pub(crate) fn ground(cursor: &mut Cursor<'_, '_>) -> Step<Cause> {
    if cursor.eat("at") {
        cursor.word("own")?;
        cursor.word("request")?;
        return Ok(Cause::SuspendedOwnRequest);
    }
    cursor.word("as")?;
    cursor.word("sanction")?;
    Ok(Cause::SuspendedSanction)
}
