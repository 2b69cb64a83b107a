//! Weighing: what the door would say of an act, said without taking it.

use crate::depositary::Depositary;
use crate::fault::Fault;
use crate::ledger::{Ledger, Living, may_send};
use crate::refused::Refused;
use servanda_journal::{Fault as TextFault, Record};
use servanda_model::{Finding, Instant};

/// What the door would say of an act, and the record as it would then be.
#[derive(Debug)]
pub struct Weighed {
    /// What would be noticed, or what would keep it out.
    pub answer: Result<Vec<Finding>, Refused>,
    /// The record with the act at its end, where its text could be read.
    pub record: Option<Record>,
}

impl Ledger {
    /// Reads the text of an act that would be received at a time, and takes nothing; returns how
    /// many acts it holds.
    ///
    /// # Errors
    /// Every fault of the text.
    pub fn read_act(&mut self, text: &str, at: Instant) -> Result<u32, Vec<TextFault>> {
        let Some(Living { book, .. }) = &mut self.living else { return Ok(0) };
        let read = book.add(text, at)?;
        book.take_back();
        Ok(read.acts)
    }

    /// Weighs the text of an act that a party, or the depositary, would send at a time.
    pub fn weigh(&mut self, text: &str, party: Option<&str>, at: Instant) -> Weighed {
        let unread = |refused| Weighed { answer: Err(refused), record: None };
        if let Err(refused) = self.live() {
            return unread(refused);
        }
        let Some(Living { book, door }) = &mut self.living else {
            let message = "the log was not founded yet".to_owned();
            return unread(Refused::new("L-ORDER", message, "`servanda log create` founds one"));
        };
        let read = match book.add(text, at) {
            Ok(read) => read,
            Err(faults) => return unread(Refused::text(&faults)),
        };
        let record = book.record().clone();
        book.take_back();
        let answer = may_send(&record, &read, party, at).and_then(|()| {
            let law = &record.law;
            let passed = door.weigh(&record, read.first);
            passed.map(|passed| passed.findings).map_err(|refusal| Refused::law(&refusal, law))
        });
        Weighed { answer, record: Some(record) }
    }
}

impl Depositary {
    /// Reads the text of an act, as [`Ledger::read_act`] does.
    ///
    /// # Errors
    /// Every fault of the text.
    pub fn read_act(&mut self, text: &str, at: Instant) -> Result<u32, Vec<TextFault>> {
        self.ledger.read_act(text, at)
    }

    /// Weighs the text of an act at the head of the log, and takes nothing.
    ///
    /// # Errors
    /// What keeps the office from reading its log.
    pub fn weigh(
        &mut self,
        text: &str,
        party: Option<&str>,
        at: Instant,
    ) -> Result<Weighed, Fault> {
        self.catch_up()?;
        Ok(self.ledger.weigh(text, party, at))
    }
}
