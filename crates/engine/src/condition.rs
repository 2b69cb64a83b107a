//! Whether a condition holds, by exact counting.

use crate::code::Code;
use crate::state::{Participation, State, Treaty};
use crate::weighing::{self, Roll, Weighing};
use servanda_model::{
    ArticleId, Base, Condition, Day, InstrumentId, PartyId, PartyKind, PartySet, Rule, Status,
    WeightsId, Who,
};

/// How a condition stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Measured {
    /// Whether it holds.
    pub holds: bool,
    /// Those who count towards it.
    pub counted: PartySet,
    /// The base it was measured on, where it has one.
    pub base: PartySet,
}

/// Measures the condition of an instrument's entry into force on a day.
pub fn measure(
    code: &Code<'_>,
    state: &State,
    instrument: InstrumentId,
    condition: &Condition,
    on: Day,
) -> Measured {
    let counting =
        Counting { code, state, instrument, on, depositing: depositing(state, instrument) };
    let holds = weighing::holds(&counting, condition);
    let base =
        counting.widest_base(condition).map_or_else(PartySet::new, |base| counting.base_of(base));
    Measured { holds, counted: counting.depositing, base }
}

/// Weighs the condition of an instrument's entry into force on a day: its article and arithmetic.
pub fn weigh_entry<'l>(
    code: &Code<'l>,
    state: &State,
    instrument: InstrumentId,
    on: Day,
) -> Option<(ArticleId, Weighing<'l>)> {
    code.provisions(instrument, state, on).find_map(|provision| {
        let Rule::EntryIntoForce { when: Some(condition), .. } = &provision.clause.rule else {
            return None;
        };
        let depositing = depositing(state, instrument);
        let counting = Counting { code, state, instrument, on, depositing };
        Some((provision.article, weighing::weigh(&counting, condition)))
    })
}

/// Returns those whose consent to be bound stands.
fn depositing(state: &State, instrument: InstrumentId) -> PartySet {
    let parties = state.treaty(instrument).into_iter().flat_map(|treaty| &treaty.parties);
    parties.filter(|(_, p)| p.consented.is_some()).map(|(party, _)| *party).collect()
}

struct Counting<'a, 'l> {
    code: &'a Code<'l>,
    state: &'a State,
    instrument: InstrumentId,
    on: Day,
    depositing: PartySet,
}

impl Roll for Counting<'_, '_> {
    fn who(&self, _: Who) -> PartySet {
        self.depositing.clone()
    }

    fn consenting(&self) -> PartySet {
        self.depositing.clone()
    }

    fn base(&self, base: Base) -> PartySet {
        self.base_of(base)
    }

    fn weight(&self, table: WeightsId, of: &PartySet) -> u64 {
        let weights = self.code.law.weights(table);
        weights.map_or(0, |weights| of.iter().map(|party| weights.of(party, self.on)).sum())
    }

    fn total(&self, table: WeightsId) -> u64 {
        self.code.law.weights(table).and_then(|weights| weights.total).unwrap_or(0)
    }
}

impl Counting<'_, '_> {
    fn widest_base(&self, condition: &Condition) -> Option<Base> {
        [Base::Members, Base::Parties, Base::Signatories, Base::Contracting]
            .into_iter()
            .find(|base| condition.uses(*base))
    }

    fn base_of(&self, base: Base) -> PartySet {
        let own = self.state.treaty(self.instrument);
        let states = |party: &PartyId| {
            self.code.law.party(*party).is_none_or(|party| party.kind == PartyKind::State)
        };
        match base {
            Base::Signatories => signatories(own, self.on).collect(),
            Base::Contracting => self.depositing.clone(),
            // No entry into force is measured on those who vote.
            Base::Electorate | Base::Voting | Base::Present | Base::TakingPart => PartySet::new(),
            Base::Members => {
                let members = self.code.law.own.map(|own| self.state.members(own, self.on));
                members.into_iter().flatten().filter(states).collect()
            }
            Base::Parties => {
                let amended = self.code.law.instrument(self.instrument).and_then(|row| row.amends);
                let parties = amended.map(|amended| self.state.parties(amended, self.on));
                parties.into_iter().flatten().collect()
            }
        }
    }
}

/// Returns those who have signed and not left by a day.
fn signatories(treaty: Option<&Treaty>, on: Day) -> impl Iterator<Item = PartyId> {
    let parties = treaty.into_iter().flat_map(|treaty| &treaty.parties);
    let stays = move |(_, p): &(&PartyId, &Participation)| {
        let stands = p.line.value(on);
        p.signed.is_some() && stands.is_none_or(|stands| stands.status != Status::Former)
    };
    parties.filter(stays).map(|(party, _)| *party)
}
