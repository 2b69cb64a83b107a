//! Who took a chair and when, along the readings the record follows and along each choice, every
//! fold made once.

use crate::asking::{Asking, Choice, Folds, Slice};
use crate::moment::Moment;
use servanda_engine::{State, Turned};
use servanda_model::{BodyId, Day, PartyId};
use std::collections::BTreeMap;

/// The turns that follow from each choice that was tried.
type ByChoices = BTreeMap<Vec<Choice>, Vec<Turned>>;

/// The turns of one chair, for questions about every day up to which the same was due.
///
/// What follows from a choice does not depend on the day asked about, so such days share folds.
#[derive(Debug)]
pub(super) struct Taken<'a, 'r> {
    pub(super) asking: &'a Asking<'r>,
    pub(super) organ: BodyId,
    pub(super) slice: Slice,
    pub(super) moment: Moment,
    /// What follows along the readings the record follows.
    pub(super) state: State,
    by_choices: ByChoices,
}

impl<'a, 'r> Taken<'a, 'r> {
    pub(super) fn of(asking: &'a Asking<'r>, organ: BodyId, moment: &Moment) -> Self {
        let slice = asking.about_body(organ);
        let state = asking.fold(&slice, moment, &[]);
        Self { asking, organ, slice, moment: *moment, state, by_choices: BTreeMap::new() }
    }

    /// Returns the same for a day, folded anew only where what is due reaches another day.
    pub(super) fn at(&self, day: Day) -> Option<Self> {
        let moment = self.moment.at(day);
        let differs = self.asking.through(&moment) != self.asking.through(&self.moment);
        differs.then(|| Self::of(self.asking, self.organ, &moment))
    }

    /// Returns the turns that follow from choices.
    pub(super) fn turns(&mut self, choices: &[Choice]) -> Vec<Turned> {
        let mut tried = std::mem::take(&mut self.by_choices);
        let mut folds = self.asking.folds(&self.slice, &self.moment);
        let turns = self.follow(&mut tried, &mut folds, choices).to_vec();
        self.by_choices = tried;
        turns
    }

    /// Returns the acts on whose uncertain day it depends who has the chair at a moment.
    pub(super) fn deciding(&mut self, moment: &Moment) -> Vec<u32> {
        let mut tried = std::mem::take(&mut self.by_choices);
        let base = self.state.chairs.get(&self.organ).map_or(&[][..], Vec::as_slice);
        let mut folds = self.asking.folds(&self.slice, &self.moment);
        let ask =
            |choices: &[Choice]| holder(self.follow(&mut tried, &mut folds, choices), moment.on);
        let answers = self.asking.vary_from(holder(base, moment.on), &self.slice, moment, ask);
        self.by_choices = tried;
        answers.deciding
    }

    /// Folds choices that were not tried before.
    fn follow<'t>(
        &self,
        tried: &'t mut ByChoices,
        folds: &mut Folds<'_, '_>,
        choices: &[Choice],
    ) -> &'t [Turned] {
        tried.entry(choices.to_vec()).or_insert_with(|| {
            let mut state = folds.state(choices);
            state.chairs.remove(&self.organ).unwrap_or_default()
        })
    }
}

/// Returns who has the chair on a day.
fn holder(turns: &[Turned], on: Day) -> Option<PartyId> {
    turns.iter().rev().find(|turned| turned.from <= on).map(|turned| turned.party)
}
