//! The docket: matters that were opened, and how far each has gone.

use crate::code::Code;
use crate::stage::{Stage, StepState};
use crate::state::State;
use servanda_model::{
    Actor, ArticleId, Day, MatterId, PartyId, Procedure, ProcedureId, ProcedureStep, Status,
    StepExpiry, StepKind,
};
use std::collections::BTreeSet;

/// A matter that was opened. The law of its procedure stays as it was on that day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Docketed {
    /// The procedure.
    pub procedure: ProcedureId,
    /// The state that opened it, where a state did.
    pub opener: Option<PartyId>,
    /// The state it is about.
    pub about: Option<PartyId>,
    /// When.
    pub opened: Day,
    /// The steps that were taken, in the order in which they are known.
    pub taken: Vec<Taken>,
    /// Who has agreed to a step that each of those asked has to take, by its place.
    pub agreed: BTreeSet<(usize, PartyId)>,
    /// Who has taken back an objection, by the position of the objection.
    pub back: BTreeSet<(u32, PartyId)>,
}

/// A step that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// Which, by its place in the procedure; none for one that the procedure does not have.
    pub step: Option<usize>,
    /// The position of the act.
    pub position: u32,
    /// When.
    pub on: Day,
    /// Whether the matter can go on from it: a text that was not adopted ends there.
    pub goes_on: bool,
    /// Whether it takes the step, alone or as the last of those asked.
    pub takes: bool,
    /// Since when it stands no more: an objection that all who made it took back.
    pub back: Option<Day>,
}

impl Docketed {
    /// Returns the procedure of a matter as it stood when it was opened, with its article.
    pub fn law<'l>(&self, code: &Code<'l>, state: &State) -> Option<(ArticleId, &'l Procedure)> {
        code.procedure_on(self.procedure, state, self.opened)
    }

    /// Returns those that a step is for on a day. One whose participation is suspended is not asked.
    pub fn asked(
        &self,
        code: &Code<'_>,
        state: &State,
        step: &ProcedureStep,
        on: Day,
    ) -> Vec<PartyId> {
        let sides = (self.opener, self.about);
        let all = code.law.party_names.iter().map(|(party, _)| party);
        let takes_part = |party: &PartyId| {
            let Actor::PartyTo(instrument) = step.by else { return true };
            let standing = state.standing(instrument, *party, on);
            standing.is_some_and(|standing| standing.status == Status::Party)
        };
        let is_its = |party: &PartyId| is_actor(code, state, step.by, sides, *party, on);
        all.filter(|party| is_its(party) == Some(true) && takes_part(party)).collect()
    }

    /// Returns the act by which a step counts as taken by a day: one from which the matter goes on
    /// before others, but where consent is asked for, an objection before all, and so for a notice
    /// that was taken back. What one of several says for itself does not take the step.
    fn counting(&self, step: &ProcedureStep, place: usize, on: Day) -> Option<Taken> {
        let goes_on = !matches!(step.kind, StepKind::Consent | StepKind::Notify);
        let taking = || self.acts_of(place, on).filter(|taken| taken.takes);
        taking().find(|taken| taken.goes_on == goes_on).or_else(|| taking().next())
    }

    /// Tells whether a step was taken, whenever that was.
    fn is_taken(&self, place: usize) -> bool {
        self.taken_on(place).is_some()
    }

    /// Returns when a step was taken.
    pub(crate) fn taken_on(&self, place: usize) -> Option<Day> {
        let takes = |taken: &&Taken| taken.takes && taken.back.is_none();
        let taken = self.taken.iter().filter(takes).find(|taken| taken.step == Some(place));
        taken.map(|taken| taken.on)
    }

    /// Returns the acts of a step that were done by a day and stand on it.
    fn acts_of(&self, place: usize, on: Day) -> impl Iterator<Item = Taken> + '_ {
        let stands = move |taken: &Taken| taken.on <= on && taken.back.is_none_or(|back| on < back);
        let of_step = move |taken: &&Taken| taken.step == Some(place) && stands(taken);
        self.taken.iter().filter(of_step).copied()
    }

    /// Tells whether any step after a place was taken by a day.
    fn is_passed(&self, place: usize, on: Day) -> bool {
        self.taken.iter().any(|taken| taken.step > Some(place) && taken.on <= on)
    }

    /// Returns how every step of the procedure stands on a day. No clock is read: what is overdue
    /// follows from the day asked about.
    pub fn stages<'l>(&self, procedure: &'l Procedure, on: Day) -> Vec<Stage<'l>> {
        let (mut stages, mut earliest) = (Vec::new(), None);
        let (mut since, mut lapsed, mut open) = (Some(self.opened), None, Open::default());
        for (index, step) in procedure.steps.iter().enumerate() {
            let due = since.and_then(|since| step.within.map(|within| within.anniversary(since)));
            let due = due.map(|due| earliest.map_or(due, |first: Day| first.max(due)));
            let until = in_time(step, due, on);
            let taken = self.counting(step, index, until);
            let later = self.is_passed(index, on);
            // Who takes back what was said answers nothing.
            let answered = self.acts_of(index, until).any(|act| act.takes || act.goes_on);
            let state = match taken {
                Some(taken) => StepState::Taken(taken),
                None if lapsed.is_some() => lapsed.unwrap_or(StepState::Lapsed),
                None if later && step.optional && !answered => StepState::NotTaken,
                None if later && stays_owed(step) => Self::untaken(step, due, on),
                None if later && step.on_expiry != StepExpiry::Consents => StepState::PassedOver,
                None if open.holds_up(step) => StepState::Waits,
                None => Self::untaken(step, due, on),
            };
            if let StepState::Taken(Taken { on: day, .. }) | StepState::TimePassed(day) = state {
                since = Some(day);
                // What follows a silence begins when its last day is over.
                let silent = matches!(state, StepState::TimePassed(_)) && !is_over(step, day, day);
                earliest = silent.then(|| day.next());
            }
            if state == StepState::Lapsed {
                lapsed = Some(state);
            } else if matches!(state, StepState::Taken(taken) if !taken.goes_on) {
                lapsed = Some(StepState::NotReached);
            }
            // What a later step did not wait for holds up none after it.
            let is_left = later && stays_owed(step);
            if state.is_open() && !step.optional && !is_left {
                open.any = true;
                open.but_duties |= !is_duty(step);
            }
            stages.push(Stage { step, state });
        }
        stages
    }

    /// Returns when the time for a step was over whose end speaks for those who were silent, for an
    /// act that would take it later.
    pub fn time_passed_before(&self, procedure: &Procedure, place: usize, on: Day) -> Option<Day> {
        match self.stages(procedure, on).get(place)?.state {
            StepState::TimePassed(day) => Some(day).filter(|day| *day < on),
            StepState::Taken(_)
            | StepState::Runs(_)
            | StepState::Overdue(_)
            | StepState::NotTaken
            | StepState::PassedOver
            | StepState::Waits
            | StepState::Lapsed
            | StepState::NotReached => None,
        }
    }

    /// Returns when a later step was taken without the one at a place, where one was.
    pub fn passed_over(&self, procedure: &Procedure, place: usize, on: Day) -> Option<Day> {
        let stages = self.stages(procedure, on);
        let stage = stages.get(place)?;
        let is_over = matches!(stage.state, StepState::PassedOver | StepState::NotTaken)
            || (stage.state.is_open() && stays_owed(stage.step));
        let later = self.taken.iter().filter(|taken| taken.step > Some(place) && taken.on <= on);
        later.map(|taken| taken.on).min().filter(|_| is_over)
    }

    /// Returns the steps before a place whose time still runs on a day, where its end speaks for
    /// those who are silent, or the time has to pass; and until when.
    pub fn running_before(
        &self,
        procedure: &Procedure,
        place: usize,
        on: Day,
    ) -> Vec<(StepKind, Day)> {
        let before = self.stages(procedure, on).into_iter().take(place);
        let runs = before.filter_map(|stage| match stage.state {
            StepState::Runs(Some(until)) if stage.step.on_expiry == StepExpiry::Consents => {
                (!stage.step.optional).then_some((stage.step.kind, until))
            }
            StepState::Runs(_)
            | StepState::Taken(_)
            | StepState::TimePassed(_)
            | StepState::Overdue(_)
            | StepState::NotTaken
            | StepState::PassedOver
            | StepState::Waits
            | StepState::Lapsed
            | StepState::NotReached => None,
        });
        runs.collect()
    }

    /// Returns when the matter ended for an act that takes a step on a day: by a text that was not
    /// adopted or an objection, by the lapse of time, or by an act that ended it.
    pub fn ended_before(
        &self,
        procedure: &Procedure,
        place: Option<usize>,
        on: Day,
    ) -> Option<Day> {
        let mut since = self.opened;
        for (index, stage) in self.stages(procedure, on).into_iter().enumerate() {
            match stage.state {
                StepState::Taken(taken) => {
                    let ends = !taken.goes_on || stage.step.kind == StepKind::End;
                    // Those asked for consent each answer for themselves, and what stands behind
                    // the end is for afterwards.
                    let again = stage.step.kind == StepKind::Consent && place == Some(index);
                    let behind = taken.goes_on && place > Some(index);
                    // What is still owed may still be done.
                    let step = place.and_then(|place| procedure.steps.get(place));
                    let owed = taken.goes_on && step.is_some_and(stays_owed);
                    if ends && !again && !behind && !owed {
                        return Some(taken.on);
                    }
                    since = taken.on;
                }
                StepState::Lapsed => {
                    let due = stage.step.within.map(|within| within.anniversary(since));
                    return Some(due.unwrap_or(since));
                }
                StepState::TimePassed(day) => since = day,
                StepState::Runs(_)
                | StepState::Overdue(_)
                | StepState::NotTaken
                | StepState::PassedOver
                | StepState::Waits
                | StepState::NotReached => {}
            }
        }
        None
    }

    /// Returns how a step stands whose turn has come and of which no act is found.
    fn untaken(step: &ProcedureStep, due: Option<Day>, on: Day) -> StepState {
        match (due, step.on_expiry) {
            (Some(due), StepExpiry::Consents) if is_over(step, due, on) => {
                StepState::TimePassed(due)
            }
            (Some(due), StepExpiry::Lapses) if due < on => StepState::Lapsed,
            (Some(due), StepExpiry::StillOwed) if due < on => StepState::Overdue(due),
            (due, _) => StepState::Runs(due),
        }
    }

    /// Returns the place of the step that a decision takes: of those as whose kind of matter it says
    /// it was made the first that is not taken, else as [`Docketed::place_of`].
    pub fn place_of_decision(
        &self,
        procedure: &Procedure,
        kind: StepKind,
        says: Option<MatterId>,
    ) -> Option<usize> {
        let as_said = |(_, step): &(usize, &ProcedureStep)| {
            step.kind == kind && step.matter.is_some() && step.matter == says
        };
        let own = procedure.steps.iter().enumerate().filter(as_said).map(|(place, _)| place);
        let mut free = own.filter(|place| self.taken_on(*place).is_none());
        free.next().or_else(|| self.place_of(procedure, kind))
    }

    /// Returns the place of the step that an act of a kind takes: the first of that kind that was
    /// not taken, else the last of it, which may be taken again.
    pub fn place_of(&self, procedure: &Procedure, kind: StepKind) -> Option<usize> {
        let mut of_kind = procedure.steps.iter().enumerate().filter(|(_, s)| s.kind == kind);
        let is_open = |(index, _): &(usize, &ProcedureStep)| !self.is_taken(*index);
        let open = of_kind.clone().find(is_open);
        open.or_else(|| of_kind.next_back()).map(|(index, _)| index)
    }

    /// Returns the steps before a place that had to be taken and were not.
    pub fn missing_before<'l>(
        &self,
        procedure: &'l Procedure,
        place: usize,
    ) -> Vec<&'l ProcedureStep> {
        let before = procedure.steps.iter().enumerate().take(place);
        let owed = before.filter(|(index, step)| {
            !self.is_taken(*index) && !step.optional && step.on_expiry != StepExpiry::Consents
        });
        owed.map(|(_, step)| step).collect()
    }
}

/// Which steps before one are open that have to be taken.
#[derive(Debug, Clone, Copy, Default)]
struct Open {
    any: bool,
    but_duties: bool,
}

impl Open {
    /// Tells whether a step waits for one before it.
    fn holds_up(self, step: &ProcedureStep) -> bool {
        if waits_for_no_duty(step) { self.but_duties } else { self.any }
    }
}

/// Tells whether a step waits for one before it that has to be taken.
pub(crate) fn waits_for(step: &ProcedureStep, before: &ProcedureStep) -> bool {
    !(waits_for_no_duty(step) && is_duty(before))
}

/// Tells whether a step waits for nothing that is only owed: the end of a matter, and help, which a
/// notice that nobody gave does not hold up; a time of its own runs from what came before.
fn waits_for_no_duty(step: &ProcedureStep) -> bool {
    step.kind == StepKind::End || (step.kind == StepKind::Contribute && step.within.is_none())
}

/// Tells whether a step is a duty that follows a decision, and stays owed whatever comes after it.
fn is_duty(step: &ProcedureStep) -> bool {
    matches!(step.kind, StepKind::Notify | StepKind::Contribute | StepKind::Report)
}

/// Tells whether a step is owed until it is taken, though later ones were: a duty that has a day.
fn stays_owed(step: &ProcedureStep) -> bool {
    let has_day = step.within.is_some() && step.on_expiry == StepExpiry::StillOwed;
    is_duty(step) && !step.optional && has_day
}

/// Tells whether a time has passed at whose end silence consents: with the end of its last day, on
/// which an objection is still in time; where nobody is asked, as that day begins.
fn is_over(step: &ProcedureStep, due: Day, on: Day) -> bool {
    if step.by == Actor::Nobody { due <= on } else { due < on }
}

/// Returns the last day on which an act still takes a step: what comes when its time is over, and
/// the end of that time was consent or the lapse of the matter, takes it no more.
fn in_time(step: &ProcedureStep, due: Option<Day>, on: Day) -> Day {
    match (due, step.on_expiry) {
        (Some(due), StepExpiry::Consents | StepExpiry::Lapses) => due.min(on),
        (Some(_), StepExpiry::StillOwed) | (None, _) => on,
    }
}

/// Returns whether a party or body is the one that takes a step; none where it cannot be told.
pub fn is_actor(
    code: &Code<'_>,
    state: &State,
    actor: Actor,
    (opener, about): (Option<PartyId>, Option<PartyId>),
    party: PartyId,
    on: Day,
) -> Option<bool> {
    let is_member = || {
        let own = code.law.own?;
        let status = state.member(own, party, on);
        Some(status == Some(servanda_model::MemberStatus::Member))
    };
    match actor {
        Actor::Member => is_member(),
        Actor::EachOtherMember => Some(is_member()? && Some(party) != opener.or(about)),
        Actor::State => {
            let kind = code.law.party(party).map(|row| row.kind);
            Some(kind == Some(servanda_model::PartyKind::State))
        }
        Actor::Opener => Some(Some(party) == opener),
        Actor::Target => Some(Some(party) == about.or(opener)),
        Actor::PartyTo(instrument) => {
            let standing = state.standing(instrument, party, on);
            Some(standing.is_some_and(|standing| standing.status.is_bound()))
        }
        Actor::Organ(_) | Actor::Office(_) | Actor::Nobody => None,
    }
}
