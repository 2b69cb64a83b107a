//! Whether a condition holds, by exact counting.

use crate::code::Code;
use crate::state::{State, Treaty};
use servanda_model::{
    Base, Condition, Day, InstrumentId, PartyId, PartyKind, PartySet, Status, Total,
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
    let holds = counting.holds(condition);
    let base =
        counting.widest_base(condition).map_or_else(PartySet::new, |base| counting.base(base));
    Measured { holds, counted: counting.depositing, base }
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

impl Counting<'_, '_> {
    fn holds(&self, condition: &Condition) -> bool {
        match condition {
            Condition::All(base, _) => {
                let base = self.base(*base);
                !base.is_empty() && base.less(&self.depositing).is_empty()
            }
            Condition::AtLeast(count, _, set) => self.counted(set.as_ref()).len() >= *count,
            Condition::Share(share, _, base, less) => {
                let mut base = self.base(*base);
                if let Some(less) = less {
                    base = base.less(less);
                }
                let part = self.depositing.and(&base).len();
                share.is_reached(u64::from(part), u64::from(base.len()))
            }
            Condition::FewerThan(count, _) => self.depositing.len() < *count,
            Condition::None(_, set) => self.counted(set.as_ref()).is_empty(),
            Condition::Includes(set) => set.less(&self.depositing).is_empty(),
            Condition::Weight(table, _, share, total) => {
                let Some(weights) = self.code.law.weights(*table) else {
                    return false;
                };
                let sum = |set: &PartySet| set.iter().map(|party| weights.of(party, self.on)).sum();
                let whole = match total {
                    Total::Declared => weights.total.unwrap_or(0),
                    Total::Of(base) => sum(&self.base(*base)),
                };
                share.is_reached(sum(&self.depositing), whole)
            }
            Condition::Not(inner) => !self.holds(inner),
            Condition::AllOf(all) => all.iter().all(|one| self.holds(one)),
            Condition::AnyOf(any) => any.iter().any(|one| self.holds(one)),
        }
    }

    fn counted(&self, set: Option<&PartySet>) -> PartySet {
        set.map_or_else(|| self.depositing.clone(), |set| self.depositing.and(set))
    }

    fn widest_base(&self, condition: &Condition) -> Option<Base> {
        [Base::Members, Base::Parties, Base::Signatories, Base::Contracting]
            .into_iter()
            .find(|base| condition.uses(*base))
    }

    fn base(&self, base: Base) -> PartySet {
        let own = self.state.treaty(self.instrument);
        let states = |party: &PartyId| {
            self.code.law.party(*party).is_none_or(|party| party.kind == PartyKind::State)
        };
        match base {
            Base::Signatories => signatories(own).collect(),
            Base::Contracting => self.depositing.clone(),
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

/// Returns those who signed and have not left since.
fn signatories(treaty: Option<&Treaty>) -> impl Iterator<Item = PartyId> {
    let parties = treaty.into_iter().flat_map(|treaty| &treaty.parties);
    let stays = |(_, p): &(&PartyId, &crate::state::Participation)| {
        let last = p.line.spans().last();
        p.signed.is_some() && last.is_none_or(|span| span.value.status != Status::Former)
    };
    parties.filter(stays).map(|(party, _)| *party)
}
