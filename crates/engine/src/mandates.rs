//! Which article says who decides on a membership, and which instrument makes a member.

use crate::code::Code;
use crate::state::State;
use servanda_model::{ArticleId, BodyId, Change, Day, Grade, InstrumentId, Mandate, PartyId};

impl<'l> Code<'l> {
    /// Returns who decides on a change of membership in a body on a day, with the article and the
    /// grade of a departure: the clause that names class or ground before one that names none.
    pub fn mandate(
        &self,
        change: Change,
        body: BodyId,
        state: &State,
        on: Day,
    ) -> Option<(ArticleId, &'l Mandate, Grade)> {
        let counting = self.mandates.iter().filter(|(article, version, (mandate, _))| {
            mandate.body == body && self.version(*article, state, on) == Some(*version)
        });
        let fitting = counting.filter_map(|row| Some((row.2.0.change.fits(change)?, row)));
        let (_, (article, _, (mandate, breach))) = fitting.rev().max_by_key(|(fit, _)| *fit)?;
        Some((*article, *mandate, *breach))
    }

    /// Returns the instruments that make a party a member of a body on a day and bind it.
    pub(crate) fn member_through(
        &self,
        body: BodyId,
        party: PartyId,
        state: &State,
        on: Day,
    ) -> Option<InstrumentId> {
        let makes = |by: &&InstrumentId| {
            let standing = state.standing(**by, party, on);
            standing.is_some_and(|standing| standing.status.is_bound())
                && self.memberships(**by, state, on).any(|(other, _)| other == body)
        };
        self.memberships.keys().find(makes).copied()
    }

    /// Tells whether another instrument that binds a party makes it a member of a body on a day.
    pub(crate) fn keeps_member(
        &self,
        body: BodyId,
        party: PartyId,
        state: &State,
        on: Day,
    ) -> bool {
        self.member_through(body, party, state, on).is_some()
    }
}
