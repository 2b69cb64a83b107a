//! Whether a decision on record stands: adopted, waiting for a condition, or found to be met.

use crate::asking::Asking;
use crate::describe::named;
use crate::moment::Moment;
use servanda_model::{Decision, Deed, LabelId, Mention, Outcome, Remark, remark};

/// A decision on record by a day.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Adoption<'r> {
    /// The position of the act.
    pub(crate) position: u32,
    /// The decision.
    pub(crate) decision: &'r Decision,
    /// The position of the decision that found its condition met.
    pub(crate) fulfilled: Option<u32>,
}

impl Adoption<'_> {
    /// Tells whether it is adopted and waits for nothing.
    pub(crate) fn stands(&self) -> bool {
        match self.decision.outcome {
            Outcome::Adopted => true,
            Outcome::Conditional => self.fulfilled.is_some(),
            Outcome::NotAdopted | Outcome::Vetoed | Outcome::NoQuorum | Outcome::Undetermined => {
                false
            }
        }
    }
}

/// Finds the decision that a label names, where it was made by a day.
pub(crate) fn adoption<'r>(
    asking: &'r Asking<'_>,
    label: LabelId,
    moment: &Moment,
) -> Option<Adoption<'r>> {
    let position = asking.history.position_of(label)?;
    let decision = made(asking, position, moment)?;
    let fulfils = |(position, act): (u32, &servanda_model::Act)| {
        let Deed::Decide(later) = &act.deed else { return None };
        let is_it = later.fulfils == Some(label) && later.outcome == Outcome::Adopted;
        (is_it && made(asking, position, moment).is_some()).then_some(position)
    };
    let fulfilled = (0u32..).zip(&asking.history.acts).find_map(fulfils);
    Some(Adoption { position, decision, fulfilled })
}

/// Returns a decision that was known and counted by the day asked about.
fn made<'r>(asking: &'r Asking<'_>, position: u32, moment: &Moment) -> Option<&'r Decision> {
    let act = asking.history.act(position)?;
    let Deed::Decide(decision) = &act.deed else { return None };
    let counts = act.details.as_ref().and_then(|details| details.from).unwrap_or(act.when);
    (counts.order() <= moment.on && asking.is_known(position, moment)).then_some(&**decision)
}

/// Says how each voted and what it had to say, as far as it is told, and what the decision waited for
/// or waits for.
pub(crate) fn votes(asking: &Asking<'_>, found: &Adoption<'_>) -> Vec<Remark> {
    let decision = found.decision;
    let mut lines = Vec::new();
    for (word, list) in [
        ("for", &decision.in_favour),
        ("against", &decision.against),
        ("abstaining", &decision.abstaining),
        ("absent", &decision.absent),
        ("interested", &decision.interested),
    ] {
        if !list.is_empty() {
            let parties = Mention::Parties(list.clone());
            lines.push(remark!(VOTED, vote = Mention::Word(word), parties = parties));
        }
    }
    for (party, opinion) in &decision.opinions {
        lines.push(remark!(OPINION, party = *party, opinion = opinion.as_str()));
    }
    if let Some(condition) = decision.condition.as_deref() {
        lines.push(match found.fulfilled {
            Some(by) => remark!(CONDITION_MET, act = named(asking, by), condition = condition),
            None => remark!(CONDITION, condition = condition),
        });
    }
    lines
}
