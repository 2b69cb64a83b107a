//! What the members offered and gave in a matter, and of whom nothing is found.

use super::MatterAnswer;
use crate::asking::Asking;
use crate::describe::act_name;
use servanda_engine::{Docketed, State};
use servanda_model::{Actor, Aid, AidKind, Day, Deed, MemberStatus, PartyId, Procedure, StepKind};

/// What the members were asked to contribute to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contributions {
    /// Whether the article lets the matter go on without.
    pub voluntary: bool,
    /// What each gave or offered.
    pub states: Vec<Contribution>,
    /// Those asked of whom no act is found.
    pub not_found: Vec<PartyId>,
}

/// What a state gave or offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contribution {
    /// The state.
    pub party: PartyId,
    /// Whether it offered, gave or took back.
    pub kind: AidKind,
    /// What.
    pub what: String,
    /// Numbers the sources give with it.
    pub counts: Vec<(String, String)>,
    /// The act.
    pub position: u32,
}

/// Gathers what was contributed to a matter by a day; nothing where no step asks for it.
pub(super) fn of(
    asking: &Asking<'_>,
    matter: &Docketed,
    (procedure, state): (&Procedure, &State),
    on: Day,
) -> Option<Contributions> {
    let step = procedure.steps.iter().find(|step| step.kind == StepKind::Contribute)?;
    let taken = matter.taken.iter().filter(|taken| taken.on <= on);
    let mut states: Vec<Contribution> =
        taken.flat_map(|taken| contributed(asking, taken.position)).collect();
    states.sort_by_key(|one| (one.party, one.position));
    let asked = asked(asking, state, (step.by, matter));
    let gave = |party: &PartyId| states.iter().any(|one| one.party == *party);
    let not_found = asked.into_iter().filter(|party| !gave(party)).collect();
    Some(Contributions { voluntary: step.optional, states, not_found })
}

fn contributed(asking: &Asking<'_>, position: u32) -> Vec<Contribution> {
    let Some(act) = asking.history.act(position) else { return Vec::new() };
    let Deed::Aid(aid) = &act.deed else { return Vec::new() };
    let details = act.details.as_deref();
    let counts = details.map_or(&[][..], |details| details.counts.as_slice());
    let counts: Vec<_> =
        counts.iter().map(|count| (count.of.clone(), count.number.clone())).collect();
    let one = |party: &PartyId| Contribution {
        party: *party,
        kind: aid.kind,
        what: aid.what.clone(),
        counts: counts.clone(),
        position,
    };
    aid.parties.iter().filter(|_| aid.kind != AidKind::Report).map(one).collect()
}

/// Returns the members asked on the day the matter was opened.
fn asked(asking: &Asking<'_>, state: &State, (by, matter): (Actor, &Docketed)) -> Vec<PartyId> {
    let Some(own) = asking.law.own else { return Vec::new() };
    let is_asked = |party: &PartyId| match by {
        Actor::Member => true,
        Actor::EachOtherMember => Some(*party) != matter.opener.or(matter.about),
        Actor::State
        | Actor::Opener
        | Actor::Target
        | Actor::PartyTo(_)
        | Actor::Organ(_)
        | Actor::Office(_)
        | Actor::Nobody => false,
    };
    let members = state.bodies.get(&own).into_iter().flat_map(|body| &body.members);
    let full = members.filter(|(_, line)| {
        line.value(matter.opened).is_some_and(|(status, _)| status == MemberStatus::Member)
    });
    full.map(|(party, _)| *party).filter(is_asked).collect()
}

/// Returns the messages and contributions of a matter in words.
pub fn contribution_lines(asking: &Asking<'_>, answer: &MatterAnswer<'_>) -> Vec<String> {
    let mut lines = Vec::new();
    let steps = answer.steps.iter().map(|one| (one.step.kind.word(), &one.step.message));
    let opening = std::iter::once(("opening", &answer.procedure.message));
    let messages: Vec<String> = opening
        .chain(steps)
        .filter_map(|(word, message)| Some(format!("{word} {}", message.as_ref()?)))
        .collect();
    if !messages.is_empty() {
        lines.push(format!("messages: {}", messages.join(", ")));
    }
    let Some(given) = &answer.contributions else { return lines };
    for one in &given.states {
        let name = asking.law.party_names.word(one.party);
        let counts = one.counts.iter().map(|(of, number)| format!(", {number} {of}"));
        let (counts, act) = (counts.collect::<String>(), act_name(asking, one.position));
        lines.push(format!("{name} {}: {}{counts} ({act})", one.kind.past(), one.what));
    }
    if !given.states.is_empty() && !given.not_found.is_empty() {
        let names = given.not_found.iter().map(|party| asking.law.party_names.word(*party));
        let names = names.collect::<Vec<_>>().join(", ");
        let how = if given.voluntary { ", which is voluntary" } else { "" };
        lines.push(format!("no contribution found in this record{how}: {names}"));
    }
    lines
}

/// Returns an act of help as one sentence.
pub(crate) fn aid_sentence(asking: &Asking<'_>, aid: &Aid) -> String {
    let law = asking.law;
    let office = aid.office.map(|office| law.office_names.word(office).to_owned());
    let body = aid.body.map(|body| law.body_names.word(body).to_owned());
    let names = aid.parties.iter().map(|party| law.party_names.word(*party));
    let who = office.or(body).unwrap_or_else(|| names.collect::<Vec<_>>().join(", "));
    format!("{who} {}: {}", aid.kind.past(), aid.what)
}
