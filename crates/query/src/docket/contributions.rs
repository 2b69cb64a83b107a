//! What the members offered and gave in a matter, and of whom nothing is found.

use super::MatterAnswer;
use crate::asking::Asking;
use crate::describe::named;
use servanda_engine::{Docketed, State};
use servanda_model::{
    Actor, Aid, AidKind, Day, Deed, MemberStatus, Mention, PartyId, Procedure, Remark, StepKind,
    remark,
};

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
pub fn contribution_lines(asking: &Asking<'_>, answer: &MatterAnswer<'_>) -> Vec<Remark> {
    let mut lines = Vec::new();
    let messages = messages(answer);
    if !messages.is_empty() {
        lines.push(remark!(MESSAGES, messages = messages));
    }
    let Some(given) = &answer.contributions else { return lines };
    lines.extend(given.states.iter().map(|one| contribution_line(asking, one)));
    if !given.states.is_empty() && !given.not_found.is_empty() {
        let parties = Mention::Parties(given.not_found.clone());
        lines.push(if given.voluntary {
            remark!(NO_CONTRIBUTION_OWED, parties = parties)
        } else {
            remark!(NO_CONTRIBUTION, parties = parties)
        });
    }
    lines
}

/// Mentions the form of message that each step is made by, where one is told.
fn messages(answer: &MatterAnswer<'_>) -> Vec<Mention> {
    let code = |message: &String| Mention::Code(message.clone());
    let opening = answer.procedure.message.as_ref();
    let opening = opening.map(|message| remark!(MESSAGE_OPENING, message = code(message)));
    let steps = answer.steps.iter().filter_map(|one| {
        let message = code(one.step.message.as_ref()?);
        Some(remark!(MESSAGE_OF, step = Mention::Step(one.step.kind), message = message))
    });
    opening.into_iter().chain(steps).map(Mention::from).collect()
}

/// Says what one gave or offered, with the numbers the sources give.
fn contribution_line(asking: &Asking<'_>, one: &Contribution) -> Remark {
    let numbered = |what: Mention, (of, number): &(String, String)| {
        remark!(NUMBERED, what = what, count = format!("{number} {of}").as_str()).into()
    };
    remark!(
        CONTRIBUTED,
        party = one.party,
        aid = Mention::Form(one.kind.word(), one.kind.past()),
        what = one.counts.iter().fold(Mention::from(one.what.as_str()), numbered),
        act = named(asking, one.position)
    )
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
