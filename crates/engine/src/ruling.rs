//! Decisions of organs about states, for which articles ask before an act.

use servanda_model::{
    Act, Actor, BodyId, Day, Decision, DecisionAsked, Deed, History, Law, MatterId, Opening,
    Outcome, PartyId, ProcedureId, Rule, StepKind,
};

/// A decision of an organ about a state.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ruling {
    /// What was decided by whom on whom.
    pub subject: Subject,
    /// Whether it was adopted.
    pub adopted: bool,
    /// From when it counts.
    pub from: Day,
    /// The position of the act.
    pub position: u32,
    /// Whether the day is exactly known.
    pub exact: bool,
}

/// Who decides about whom: what of a decision does not depend on its outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Subject {
    /// The organ.
    pub organ: BodyId,
    /// The state.
    pub about: PartyId,
    /// The kind of matter, where it is told or follows from the procedure.
    pub matter: Option<MatterId>,
    /// The procedure of the matter of which it is a step.
    pub procedure: Option<ProcedureId>,
    /// The position of the act that opened that matter, as it was first told.
    pub opened: Option<u32>,
}

impl Subject {
    /// Returns whom a decision is about: the state it names, else the one that the matter is about
    /// of which it is the deciding step. None where it tells of no state.
    pub fn of(law: &Law, history: &History, act: &Act, decision: &Decision) -> Option<Self> {
        let on = act.details.as_deref().and_then(|details| details.on);
        let decides =
            |(_, kind): &(_, Option<StepKind>)| kind.is_none_or(|kind| kind == StepKind::Decide);
        let label = on.filter(decides).map(|(label, _)| label);
        let opened = label.and_then(|label| opened_by(history, label));
        let of_matter = opened.and_then(|(opening, opener)| opening.about.or(opener));
        let about = decision.target.or(of_matter)?;
        let procedure = opened.map(|(opening, _)| opening.procedure);
        let by_procedure = || procedure.and_then(|name| matter_of(law, name, decision.organ));
        let matter = by_procedure().or(decision.matter);
        let opened = label.and_then(|label| history.position_of(label));
        let opened = opened.map(|position| history.first_told(position));
        Some(Self { organ: decision.organ, about, matter, procedure, opened })
    }

    /// Tells whether it is a decision for which an article asks.
    pub fn meets(&self, asked: &DecisionAsked) -> bool {
        asked.by.is_none_or(|organ| organ == self.organ)
            && asked.matter.is_none_or(|kind| self.matter == Some(kind))
            && asked.procedure.is_none_or(|name| self.procedure == Some(name))
    }
}

/// Returns how the act of a label opens a matter, and the state that does.
fn opened_by(
    history: &History,
    label: servanda_model::LabelId,
) -> Option<(Opening, Option<PartyId>)> {
    let act = history.act(history.position_of(label)?)?;
    let opening = act.details.as_deref()?.opens?;
    Some((opening, history.parties_of(&act.deed).first().copied()))
}

/// Returns the kind of matter under which an organ decides in a procedure, where every wording of
/// the procedure names one and the same.
fn matter_of(law: &Law, name: ProcedureId, organ: BodyId) -> Option<MatterId> {
    let mut found = None;
    for (_, clause) in law.clauses() {
        let Rule::Procedure(procedure) = &clause.rule else { continue };
        if procedure.name != name {
            continue;
        }
        for step in &procedure.steps {
            if step.kind != StepKind::Decide || step.by != Actor::Organ(organ) {
                continue;
            }
            if found.is_some_and(|known| known != step.matter) {
                return None;
            }
            found = Some(step.matter);
        }
    }
    found.flatten()
}

/// Returns what a decision lets follow: whom it is about, and whether it is adopted. One under a
/// condition is neither adopted nor turned down until a later one finds the condition met.
pub(crate) fn ruled(
    law: &Law,
    history: &History,
    act: &Act,
    decision: &Decision,
) -> Vec<(Subject, bool)> {
    let adopted = match decision.outcome {
        Outcome::Adopted => Some(true),
        Outcome::NotAdopted | Outcome::Vetoed | Outcome::NoQuorum => Some(false),
        Outcome::Conditional | Outcome::Undetermined => None,
    };
    let own = Subject::of(law, history, act, decision).zip(adopted);
    let fulfilled = decision.fulfils.filter(|_| adopted == Some(true)).and_then(|label| {
        let earlier = history.act(history.position_of(label)?)?;
        let Deed::Decide(decision) = &earlier.deed else { return None };
        Some((Subject::of(law, history, earlier, decision)?, true))
    });
    own.into_iter().chain(fulfilled).collect()
}
