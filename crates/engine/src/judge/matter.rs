//! Judging that an act opens a matter or is a step of one: who may, and whose turn it is.

use super::Case;
use crate::docket::{Docketed, Taken, is_actor, waits_for};
use crate::docketing::Docketing;
use crate::effect::{Effect, Said};
use servanda_model::{
    Actor, AidKind, ArticleId, BodyId, Deed, Details, Grade, LabelId, Mention, Notice, Opening,
    Outcome, PartyId, Procedure, ProcedureId, ProcedureStep, Remark, StepKind, Vote, remark,
};
use std::collections::BTreeSet;

/// Looks whether an act opens a matter, and whether it is a step of one.
pub(super) fn look(case: &mut Case<'_, '_>) {
    if let Deed::Revoke { label, .. } = case.placed.deed
        && ends_with_its_notice(case, *label)
    {
        return;
    }
    if super::correction::is_before_all(case) {
        return;
    }
    let Some(details) = case.placed.act.details.as_deref() else { return };
    if let Some(opening) = details.opens {
        open(case, details, opening);
    }
    // A vote takes no step: the organ does that decides.
    let takes = !matches!(case.placed.deed, Deed::Vote { .. });
    if let Some((label, kind)) = details.on.filter(|_| takes) {
        if let Deed::Object { parties, .. } = case.placed.deed
            && super::vote::is_of_organ(case, label, kind)
        {
            super::vote::cast(case, Vote::Object, *parties);
        } else {
            step(case, label, kind);
        }
    }
}

/// Ends the matter that a notice or a reservation opened or is a step of, where it is taken back in
/// time.
fn ends_with_its_notice(case: &mut Case<'_, '_>, label: LabelId) -> bool {
    let history = case.placed.history;
    let takes_back =
        |effect: &Effect| matches!(effect, Effect::CancelNotice { .. } | Effect::Reservation(..));
    let Some(notice) = history.position_of(label) else { return false };
    if !case.effects.iter().any(takes_back) {
        return false;
    }
    let is_it = |position: u32| history.first_told(position) == history.first_told(notice);
    let ended = case.state.matters.iter().find_map(|(opened, matter)| {
        let step = matter.taken.iter().find(|taken| is_it(taken.position));
        if step.is_none() && !is_it(*opened) {
            return None;
        }
        let (_, procedure) = matter.law(case.code, case.state)?;
        let place = step.and_then(|taken| taken.step);
        let ends = [StepKind::Notify, StepKind::Decide];
        let of_kind = || ends.into_iter().find_map(|kind| matter.place_of(procedure, kind));
        Some((*opened, place.or_else(of_kind)))
    });
    let Some((matter, step)) = ended else { return false };
    let (position, on) = (case.placed.position, case.placed.day);
    let taken = Taken { step, position, on, goes_on: false, takes: true, back: None };
    case.effects.push(Effect::Docket(Docketing::Take { matter, taken, agreed: Vec::new() }));
    true
}

/// Opens a matter, where the one that acts may.
fn open(case: &mut Case<'_, '_>, details: &Details, opening: Opening) {
    let found = case.code.procedure_on(opening.procedure, case.state, case.placed.day);
    let Some((article, procedure)) = found else {
        let said = remark!(NO_PROCEDURE, procedure = Mention::Procedure(opening.procedure));
        return case.find(Grade::Void, None, said);
    };
    let opener = opener(case);
    if let Some(party) = opener
        && super::powers::is_of_another(case, details, party)
    {
        return;
    }
    if !has_standing(case, (article, opening.procedure, procedure), opener)
        || !speaks_for_it(case, article, procedure, details)
    {
        return;
    }
    super::area::look(case, article, procedure, opening);
    let (position, opened) = (case.placed.position, case.placed.day);
    let about = opening.about;
    let (procedure, taken) = (opening.procedure, Vec::new());
    let (agreed, back) = (BTreeSet::new(), BTreeSet::new());
    let matter = Docketed { procedure, opener, about, opened, taken, agreed, back };
    case.effects.push(Effect::Docket(Docketing::Open { position, matter }));
}

/// Returns the state that acts. Those that voted for a decision are not those that took it.
fn opener(case: &Case<'_, '_>) -> Option<PartyId> {
    if matches!(case.placed.deed, Deed::Decide(_)) {
        return None;
    }
    if let Deed::State(speech) = case.placed.deed {
        return speech.party;
    }
    case.placed.history.parties_of(case.placed.deed).first().copied()
}

/// Tells whether the one that opens a matter is one that can.
fn has_standing(
    case: &mut Case<'_, '_>,
    (article, id, procedure): (ArticleId, ProcedureId, &Procedure),
    opener: Option<PartyId>,
) -> bool {
    let by = procedure.opened_by;
    let holds = match (by, opener) {
        (Actor::Organ(organ), _) => {
            acting_body(case).map_or(opener.is_none(), |body| body == organ)
        }
        (_, Some(party)) => {
            let on = case.placed.day;
            is_actor(case.code, case.state, by, (None, None), party, on).unwrap_or(true)
        }
        (_, None) => true,
    };
    case.guard(Some(article), holds, Said::Provided);
    if !holds {
        let titled = Mention::Titled(id, procedure.titles.main.clone());
        let said = match opener {
            Some(party) => remark!(NO_STANDING, party = party, procedure = titled, actor = by),
            None => remark!(NO_STANDING_OF_ANY, procedure = titled, actor = by),
        };
        case.find(Grade::Void, Some(article), said);
    }
    holds
}

/// Tells whether the person who acts can speak for the state.
fn speaks_for_it(
    case: &mut Case<'_, '_>,
    article: ArticleId,
    procedure: &Procedure,
    details: &Details,
) -> bool {
    if procedure.signed_by.is_empty() {
        return true;
    }
    let spoken =
        if let Deed::State(speech) = case.placed.deed { speech.capacity.clone() } else { None };
    let signed = details.signed.iter().filter_map(|signed| signed.capacity.clone());
    let capacities: Vec<String> = signed.chain(spoken).collect();
    let holds = capacities.is_empty()
        || capacities.iter().any(|capacity| procedure.signed_by.contains(capacity));
    case.guard(Some(article), holds, Said::Provided);
    if !holds {
        let (said, may) = (capacities.join(", "), procedure.signed_by.join(", "));
        let said = remark!(NO_CAPACITY, capacities = said.as_str(), may = may.as_str());
        case.find(Grade::Void, Some(article), said);
    }
    holds
}

/// Takes a step of a matter; says what the record lacks before it, and who should have taken it.
fn step(case: &mut Case<'_, '_>, label: LabelId, kind: Option<StepKind>) {
    let opened = case.placed.history.position_of(label);
    let known = opened.and_then(|opened| Some((opened, matter_at(case, opened)?.clone())));
    let Some((opened, matter)) = known else {
        return case.find(Grade::Orphan, None, remark!(NO_MATTER, label = case.label(label)));
    };
    let Some((article, procedure)) = matter.law(case.code, case.state) else { return };
    let is_told = kind.is_some() || matches!(case.placed.deed, Deed::Decide(_));
    let kind = kind.or_else(|| natural_kind(case.placed.deed));
    let says = if let Deed::Decide(made) = case.placed.deed { made.matter } else { None };
    let place = kind.and_then(|kind| matter.place_of_decision(procedure, kind, says));
    if let Some(kind) = kind.filter(|_| is_told && place.is_none()) {
        let titled = Mention::Titled(matter.procedure, procedure.titles.main.clone());
        let said = remark!(NO_SUCH_STEP, procedure = titled, step = Mention::Step(kind));
        case.find(Grade::Irregular, Some(article), said);
    }
    if let Some(on) = matter.ended_before(procedure, place, case.placed.day) {
        case.find(Grade::Irregular, Some(article), Notice::MatterEnded { on });
    }
    if let Some(place) = place {
        if let Some(over) = matter.time_passed_before(procedure, place, case.placed.day) {
            case.find(Grade::Void, Some(article), remark!(SILENCE_CONSENTED, day = over));
        }
        let missing = matter.missing_before(procedure, place);
        for step in &missing {
            let holds_up = procedure.steps.get(place).is_none_or(|next| waits_for(next, step));
            let notice = Notice::StepNotFound { kind: step.kind, by: step.by, holds_up };
            case.find(Grade::Unrecorded, Some(article), notice);
        }
        let running = matter.running_before(procedure, place, case.placed.day);
        for (kind, until) in &running {
            let notice = Notice::StepRuns { kind: *kind, until: *until };
            case.find(Grade::Unrecorded, Some(article), notice);
        }
        case.guard(Some(article), missing.is_empty() && running.is_empty(), Said::Provided);
        let sides = (matter.opener, matter.about);
        if let Some(step) = procedure.steps.get(place) {
            if undoes_nothing(case, (article, procedure, step.by), (&matter, place), sides) {
                let (position, on) = (case.placed.position, case.placed.day);
                let beside =
                    Taken { step: None, position, on, goes_on: true, takes: false, back: None };
                let (matter, agreed) = (opened, Vec::new());
                let beside = Docketing::Take { matter, taken: beside, agreed };
                return case.effects.push(Effect::Docket(beside));
            }
            departs(case, article, step.by, sides);
        }
    }
    let goes_on = goes_on(case.placed.deed);
    let (position, on) = (case.placed.position, case.placed.day);
    let asked = place.and_then(|place| Some((place, procedure.steps.get(place)?)));
    let of_each = |step: &ProcedureStep| step.of_all || step.awaits_each();
    let agreed = match asked.filter(|(_, step)| of_each(step) && goes_on) {
        Some(_) => case.placed.history.parties_of(case.placed.deed),
        None => Vec::new(),
    };
    let takes = !goes_on
        || asked.is_none_or(|asked| takes_for_all(case, (&matter, procedure), asked, &agreed));
    let taken = Taken { step: place, position, on, goes_on, takes, back: None };
    case.effects.push(Effect::Docket(Docketing::Take { matter: opened, taken, agreed }));
}

/// Tells whether an objection is made by states none of which is asked, or after a later step was
/// taken, or somebody says something in the step of an organ: it is noted beside the matter.
fn undoes_nothing(
    case: &mut Case<'_, '_>,
    (article, procedure, by): (ArticleId, &Procedure, Actor),
    (matter, place): (&Docketed, usize),
    sides: (Option<PartyId>, Option<PartyId>),
) -> bool {
    let Deed::Object { parties, .. } = case.placed.deed else {
        let Some(said) = speaks_for_organ(case, by) else { return false };
        case.guard(Some(article), false, Said::Provided);
        case.find(Grade::Void, Some(article), said);
        return true;
    };
    let on = case.placed.day;
    let all = case.placed.history.parties(*parties);
    let is_stranger =
        |party: &PartyId| is_actor(case.code, case.state, by, sides, *party, on) == Some(false);
    let said = if let Some(first) = all.first().filter(|_| all.iter().all(is_stranger)) {
        remark!(STEP_OF_ANOTHER, party = *first, actor = by)
    } else if let Some(day) = matter.passed_over(procedure, place, on) {
        remark!(OBJECTED_LATE, day = day)
    } else {
        case.guard(Some(article), true, Said::Provided);
        return false;
    };
    case.guard(Some(article), false, Said::Provided);
    case.find(Grade::Void, Some(article), said);
    true
}

/// Says that a state or a person speaks, asks or takes a position in the step of an organ.
fn speaks_for_organ(case: &Case<'_, '_>, by: Actor) -> Option<Remark> {
    let deed = case.placed.deed;
    let speaks = matches!(deed, Deed::State(_) | Deed::Request { .. } | Deed::Position { .. });
    let is_organ = matches!(by, Actor::Organ(_)) && acting_body(case).is_none();
    if !speaks || !is_organ {
        return None;
    }
    if let Some(party) = opener(case) {
        return Some(remark!(STEP_OF_ANOTHER, party = party, actor = by));
    }
    let Deed::State(speech) = deed else { return None };
    let person = speech.person.as_deref()?;
    Some(remark!(STEP_OF_PERSON, person = person, actor = by))
}

/// Tells whether an act takes a step for all of those that it is for: alone, or as the last of those
/// that have to. Who they are stays as on the day on which the matter was opened, unless its
/// procedure applies to what is pending.
fn takes_for_all(
    case: &Case<'_, '_>,
    (matter, procedure): (&Docketed, &Procedure),
    (place, step): (usize, &ProcedureStep),
    agreed: &[PartyId],
) -> bool {
    if !step.of_all && !step.awaits_each() {
        return true;
    }
    let on = if procedure.applies_to_pending { case.placed.day } else { matter.opened };
    let asked = matter.asked(case.code, case.state, step, on);
    let has = |party: &PartyId| agreed.contains(party) || matter.agreed.contains(&(place, *party));
    !asked.is_empty() && asked.iter().all(has)
}

/// Tells whether a matter goes on after an act.
fn goes_on(deed: &Deed) -> bool {
    if let Deed::Decide(decision) = deed {
        return matches!(decision.outcome, Outcome::Adopted | Outcome::Conditional);
    }
    !matches!(deed, Deed::Object { .. })
}

/// Returns the matter that an act opened before it, or opens itself.
pub(super) fn matter_at<'c>(case: &'c Case<'_, '_>, opened: u32) -> Option<&'c Docketed> {
    let own = case.effects.iter().find_map(|effect| {
        let Effect::Docket(Docketing::Open { position, matter }) = effect else { return None };
        (*position == opened).then_some(matter)
    });
    own.or_else(|| case.state.matters.get(&opened))
}

/// Returns the step that an act is where it does not say.
fn natural_kind(deed: &Deed) -> Option<StepKind> {
    match deed {
        Deed::Decide(_) => Some(StepKind::Decide),
        Deed::Deposit { .. } => Some(StepKind::Deposit),
        Deed::GiveNotice { .. } => Some(StepKind::Notify),
        Deed::Object { .. } => Some(StepKind::Consent),
        Deed::Request { .. } => Some(StepKind::Propose),
        Deed::Aid(aid) => match aid.kind {
            AidKind::Contribute => Some(StepKind::Contribute),
            AidKind::Report => Some(StepKind::Report),
            // What is offered is not given yet.
            AidKind::Offer | AidKind::Release => None,
        },
        Deed::Appoint(_)
        | Deed::Join { .. }
        | Deed::Leave { .. }
        | Deed::SuspendMember { .. }
        | Deed::VoteRight { .. }
        | Deed::Vacate { .. } => Some(StepKind::CarryOut),
        Deed::Sign { .. }
        | Deed::Ratify { .. }
        | Deed::Refuse { .. }
        | Deed::EnterIntoForce { .. }
        | Deed::Provisional { .. }
        | Deed::Revoke { .. }
        | Deed::End { .. }
        | Deed::Suspend { .. }
        | Deed::Resume { .. }
        | Deed::Register { .. }
        | Deed::Reserve { .. }
        | Deed::Vote { .. }
        | Deed::Session { .. }
        | Deed::Paper(_)
        | Deed::Chair { .. }
        | Deed::State(_)
        | Deed::Happen { .. }
        | Deed::Exercise { .. }
        | Deed::Figure(_)
        | Deed::Position { .. }
        | Deed::Agree { .. }
        | Deed::Correct { .. }
        | Deed::Amend { .. } => None,
    }
}

/// Says that another took a step than the one that should.
fn departs(
    case: &mut Case<'_, '_>,
    article: ArticleId,
    by: Actor,
    sides: (Option<PartyId>, Option<PartyId>),
) {
    let another = if let Actor::Organ(organ) = by {
        let other = acting_body(case).filter(|body| *body != organ);
        other.map(|body| remark!(STEP_OF_ANOTHER_BODY, body = body, actor = by))
    } else {
        let parties = case.placed.history.parties_of(case.placed.deed);
        let on = case.placed.day;
        let is_another = |party: &&PartyId| {
            is_actor(case.code, case.state, by, sides, **party, on) == Some(false)
        };
        let other = parties.iter().find(is_another);
        other.map(|party| remark!(STEP_OF_ANOTHER, party = *party, actor = by))
    };
    if let Some(said) = another {
        case.find(Grade::Irregular, Some(article), said);
    }
}

/// Returns the organ that acts, where one does.
fn acting_body(case: &Case<'_, '_>) -> Option<BodyId> {
    let deed = case.placed.deed;
    if let Deed::Join { by, .. }
    | Deed::Leave { by, .. }
    | Deed::SuspendMember { by, .. }
    | Deed::VoteRight { by, .. } = deed
    {
        return *by;
    }
    if let Deed::Appoint(appointment) = deed {
        return appointment.by;
    }
    if matches!(deed, Deed::Decide(_) | Deed::State(_)) {
        return case.placed.history.body_of(deed);
    }
    None
}
