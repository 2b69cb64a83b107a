//! The door: the law made ready, the state so far, and what they say of an act that arrives.

use self_cell::self_cell;
use servanda_engine::{
    Code, Judgment, Placed, Refusal, State, admit, advance, is_communication, judge, settle,
};
use servanda_journal::Record;
use servanda_model::{Act, Day, Deed, Finding, Law};
use servanda_query::{Asking, Moment};

self_cell! {
    /// A law and what was worked out from it.
    struct Statute {
        owner: Box<Law>,
        #[covariant]
        dependent: Code,
    }
}

/// The law made ready, and the state after the acts so far.
pub(crate) struct Door {
    statute: Statute,
    state: State,
    /// The last day that any act was placed on.
    day: Day,
}

/// An act that passed the door.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Passed {
    /// What was noticed, which does not keep the act out.
    pub(crate) findings: Vec<Finding>,
}

impl std::fmt::Debug for Door {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Door on {}", self.day)
    }
}

impl Door {
    /// Opens the door of a record: all its acts are recited.
    pub(crate) fn of(record: &Record) -> Self {
        let count = record.history.acts.len();
        let (state, day) = recited(record, count, None);
        let statute = Statute::new(Box::new(record.law.clone()), |law| Code::compile(law));
        Self { statute, state, day }
    }

    /// Judges the act at a position, the last of the record, and lets it pass or refuses it.
    ///
    /// # Errors
    /// The article that keeps it out. Nothing has changed then.
    pub(crate) fn pass(&mut self, record: &Record, position: u32) -> Result<Passed, Refusal> {
        let Some(act) = record.history.act(position) else {
            return Ok(Passed { findings: Vec::new() });
        };
        let placed = Placed::new(&record.history, position, act);
        let day = placed.day;
        if day < self.day || reaches_back(act) {
            return self.pass_late(record, &placed);
        }
        let code = self.statute.borrow_dependent();
        advance(code, &mut self.state, day);
        self.day = self.day.max(day);
        let (judgment, findings) = judged(code, &self.state, &placed);
        let admitted = admit(judgment, placed.deed)?;
        settle(code, &mut self.state, admitted, day);
        Ok(Passed { findings })
    }

    /// Says what [`Door::pass`] would, and changes nothing.
    ///
    /// # Errors
    /// The article that would keep it out.
    pub(crate) fn weigh(&self, record: &Record, position: u32) -> Result<Passed, Refusal> {
        let Some(act) = record.history.act(position) else {
            return Ok(Passed { findings: Vec::new() });
        };
        let placed = Placed::new(&record.history, position, act);
        let day = placed.day;
        let (judgment, findings) = if day < self.day || reaches_back(act) {
            let statute = Statute::new(Box::new(record.law.clone()), |law| Code::compile(law));
            let (state, _) = recited(record, position as usize, Some(day));
            judged(statute.borrow_dependent(), &state, &placed)
        } else {
            let (code, mut state) = (self.statute.borrow_dependent(), self.state.clone());
            advance(code, &mut state, day);
            judged(code, &state, &placed)
        };
        admit(judgment, placed.deed)?;
        Ok(Passed { findings })
    }

    /// An act placed before others, or that changes what others meant: it is judged against the
    /// state of its own day, and all is recited again with it.
    fn pass_late(&mut self, record: &Record, placed: &Placed<'_>) -> Result<Passed, Refusal> {
        let statute = Statute::new(Box::new(record.law.clone()), |law| Code::compile(law));
        let before = placed.position as usize;
        let (state, _) = recited(record, before, Some(placed.day));
        let (judgment, findings) = judged(statute.borrow_dependent(), &state, placed);
        admit(judgment, placed.deed)?;
        let (state, day) = recited(record, before.saturating_add(1), None);
        *self = Self { statute, state, day };
        Ok(Passed { findings })
    }
}

fn judged(code: &Code<'_>, state: &State, placed: &Placed<'_>) -> (Judgment, Vec<Finding>) {
    let judgment = judge(code, state, placed);
    let findings = judgment.findings.clone();
    (judgment, findings)
}

/// Tells whether an act changes what other acts meant, or the law they are judged by.
fn reaches_back(act: &Act) -> bool {
    let has_order = act.details.as_ref().is_some_and(|details| {
        !details.after.is_empty() || !details.before.is_empty() || !details.readings.is_empty()
    });
    has_order || matches!(act.deed, Deed::Correct { .. } | Deed::Amend { .. })
}

/// Recites the first acts of a record, those up to a day where one is given; returns the last day
/// that was lived.
fn recited(record: &Record, count: usize, through: Option<Day>) -> (State, Day) {
    let asking = Asking::new(&record.law, &record.history);
    let mut slice = asking.everything();
    slice.positions.truncate(count);
    let day_of = |position: &u32| {
        let act = record.history.act(*position)?;
        Some(Placed::new(&record.history, *position, act).day)
    };
    let last = slice.positions.iter().filter_map(day_of).max().unwrap_or(Day::MIN);
    let day = through.map_or(last, |through| through.min(last));
    if let Some(through) = through {
        slice.positions.retain(|position| day_of(position).is_some_and(|day| day <= through));
    }
    let state = asking.fold(&slice, &Moment::on(day), &[]);
    (state, day)
}

/// Tells whether an act is one that a delegation sends: a communication of its own state.
pub(crate) fn is_of_delegation(record: &Record, act: &Act, party: &str) -> bool {
    let parties = record.history.parties_of(&act.deed);
    let is_own = |id: &_| record.law.party_names.word(*id) == party;
    let is_sent = is_communication(&act.deed) || matches!(act.deed, Deed::Vote { .. });
    is_sent && !parties.is_empty() && parties.iter().all(is_own)
}
