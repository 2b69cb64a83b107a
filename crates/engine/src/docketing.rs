//! What acts do about matters: they open one, take its steps, take back an objection.

use crate::docket::{Docketed, Taken};
use crate::state::State;
use servanda_model::{Day, PartyId};

/// What an act does about a matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Docketing {
    /// It opens one.
    Open {
        /** The position of the act. */
        position: u32,
        /** The matter. */
        matter: Docketed,
    },
    /// It is a step of one, or stands beside its steps.
    Take {
        /** The position of the act that opened the matter. */
        matter: u32,
        /** The step. */
        taken: Taken,
        /** Those that agreed, where each of those asked has to. */
        agreed: Vec<PartyId>,
    },
    /// It takes back an objection.
    TakeBack {
        /** The position of the act that opened the matter. */
        matter: u32,
        /** The position of the objection. */
        objection: u32,
        /** Those that take it back. */
        by: Vec<PartyId>,
        /** When, where it stands for nobody any more. */
        ends: Option<Day>,
    },
}

/// Keeps what an act does about a matter.
pub(crate) fn keep(state: &mut State, step: Docketing) {
    match step {
        Docketing::Open { position, matter } => {
            state.matters.insert(position, matter);
        }
        Docketing::Take { matter, taken, agreed } => {
            let Some(matter) = state.matters.get_mut(&matter) else { return };
            matter.taken.push(taken);
            let place = taken.step.unwrap_or(usize::MAX);
            matter.agreed.extend(agreed.into_iter().map(|party| (place, party)));
        }
        Docketing::TakeBack { matter, objection, by, ends } => {
            let Some(matter) = state.matters.get_mut(&matter) else { return };
            matter.back.extend(by.into_iter().map(|party| (objection, party)));
            for taken in matter.taken.iter_mut().filter(|taken| taken.position == objection) {
                taken.back = ends;
            }
        }
    }
}
