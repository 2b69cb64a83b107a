//! Matters and the steps through which they go; from `docs/formats/charter.md`, "Procedures".

use super::calendar::over;
use super::fault::Fault;
use super::matter::{Doing, Matter, acting, counting, kind_of, objectors};
use super::step::Step;
use super::walk::{Told, Walk};
use servanda_model::{
    Actor, Day, Deed, Details, LabelId, MemberStatus, Opening, PartyId, PartyKind, Procedure,
    ProcedureId, ProcedureStep, Rule, Status, StepExpiry, StepKind,
};
use std::collections::BTreeMap;

/// How a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name says how it stands")]
pub enum Stands {
    Taken(u32, Day),
    TimePassed(Day),
    Runs(Option<Day>),
    Overdue(Day),
    NotTaken,
    PassedOver,
    Waits,
    Lapsed,
    NotReached,
}

/// A matter as both engines tell it: who opened it, when, and how each step stands.
pub type Course = (Option<PartyId>, Day, Vec<Stands>);

impl Walk<'_> {
    /// Returns what an act does to matters.
    pub(super) fn of_matters(&self, told: &Told<'_>, takes_back: bool) -> Vec<Step> {
        let mut steps = Vec::new();
        if let (Deed::Revoke { label, .. }, true) = (told.deed, takes_back) {
            steps.extend(self.without_notice(told, *label));
            if !steps.is_empty() {
                return steps;
            }
        }
        if let Deed::Revoke { label, parties } = told.deed {
            steps.extend(self.objections_back(told, *label, self.history.parties(*parties)));
        }
        let Some(details) = told.act.details.as_deref() else { return steps };
        let mut own = None;
        if let Some(opening) = details.opens {
            own = self.opened(told, details, opening);
            steps.extend(own.clone().map(|matter| Step::Open { position: told.position, matter }));
        }
        // A vote takes no step.
        let votes = matches!(told.deed, Deed::Vote { .. }) || self.objects_by_vote(told);
        let Some((label, kind)) = details.on.filter(|_| !votes) else { return steps };
        let Some(position) = self.history.position_of(label) else { return steps };
        let own = own.filter(|_| position == told.position);
        let Some(matter) = own.as_ref().or_else(|| self.matters.get(&position)) else {
            return steps;
        };
        let Some(procedure) = self.procedure(matter.procedure, matter.opened) else { return steps };
        let kind = kind.or_else(|| kind_of(told.deed));
        let place = kind.and_then(|kind| {
            let said = self.place_said(matter, procedure, (kind, told.deed));
            said.or_else(|| self.place_of(matter, procedure, kind))
        });
        let goes_on = self.goes_on(told.deed);
        let objects = objectors(told.deed, self.history);
        let agrees = if goes_on { self.history.parties_of(told.deed) } else { Vec::new() };
        let mut act = Doing {
            place,
            position: told.position,
            day: told.day,
            goes_on,
            agrees,
            takes: true,
            objects,
        };
        if let Some(step) = place.and_then(|place| procedure.steps.get(place)) {
            act.takes = !goes_on || self.takes(matter, (step, procedure), &act);
            let of_organ = matches!(step.by, Actor::Organ(_)) && self.state_speaks(told);
            if (of_organ && !self.is(Fault::AnyoneIsTheOrgan))
                || self.objects_in_vain(told, (matter, procedure, step.by), place)
            {
                act.place = None;
                (act.takes, act.goes_on) = (false, true);
                act.objects.clear();
            }
        }
        steps.push(Step::Take { matter: position, act });
        steps
    }

    /// Returns the step that an act of a kind takes: the first of that kind that is not taken, else
    /// the last.
    pub(super) fn place_of(
        &self,
        matter: &Matter,
        procedure: &Procedure,
        kind: StepKind,
    ) -> Option<usize> {
        let of_kind = procedure.steps.iter().enumerate().filter(|(_, step)| step.kind == kind);
        let places: Vec<usize> = of_kind.map(|(place, _)| place).collect();
        let free = places.iter().find(|place| !matter.has_taken(**place));
        let first = places.first().filter(|_| self.is(Fault::FirstStepTakenAgain));
        first.or(free).or(places.last()).copied()
    }

    /// Returns the step that a decision says it takes, by its kind of matter.
    pub(super) fn place_said(
        &self,
        matter: &Matter,
        procedure: &Procedure,
        (kind, deed): (StepKind, &Deed),
    ) -> Option<usize> {
        let Deed::Decide(made) = deed else { return None };
        let said = made.matter.filter(|_| !self.is(Fault::FirstDecisionTaken))?;
        (0..procedure.steps.len()).find(|place| {
            let step = procedure.steps.get(*place);
            step.is_some_and(|step| step.kind == kind && step.matter == Some(said))
                && !matter.has_taken(*place)
        })
    }

    /// Tells whether an act takes a step by itself, or as the last of those that have to.
    fn takes(
        &self,
        matter: &Matter,
        (step, procedure): (&ProcedureStep, &Procedure),
        act: &Doing,
    ) -> bool {
        let silent = step.within.is_some() && step.on_expiry == StepExpiry::Consents;
        let each = step.kind == StepKind::Consent && step.by == Actor::EachOtherMember && silent;
        let one_is_all = self.is(Fault::OneOfAllIsAll) || (each && self.is(Fault::OneAnswerIsAll));
        if one_is_all || !(step.of_all || each) {
            return true;
        }
        let on = if procedure.applies_to_pending { self.today } else { matter.opened };
        let side = matter.opener.or(matter.about);
        let all = self.law.party_names.iter().map(|(party, _)| party);
        let is_asked = |party: &PartyId| {
            let other = step.by != Actor::EachOtherMember || Some(*party) != side;
            other && self.is_one_of(step.by, *party, on)
        };
        let asked: Vec<PartyId> = all.filter(is_asked).collect();
        let answers = || matter.acts.iter().chain([act]).filter(|one| one.place == act.place);
        let has = |party: &PartyId| answers().any(|one| one.agrees.contains(party));
        !asked.is_empty() && asked.iter().all(has)
    }

    /// Tells whether a party is a member, or a party to an instrument, on a day.
    fn is_one_of(&self, by: Actor, party: PartyId, on: Day) -> bool {
        match by {
            Actor::Member | Actor::EachOtherMember => {
                let row = self.law.own.and_then(|own| self.page(on).members.get(&(own, party)));
                row.is_some_and(|(status, _)| *status == MemberStatus::Member)
            }
            Actor::PartyTo(instrument) => self.status(instrument, party, on) == Some(Status::Party),
            Actor::State
            | Actor::Opener
            | Actor::Target
            | Actor::Organ(_)
            | Actor::Office(_)
            | Actor::Nobody => false,
        }
    }

    /// Ends the matter whose notice is taken back.
    fn without_notice(&self, told: &Told<'_>, label: LabelId) -> Option<Step> {
        let notice = self.root(self.history.position_of(label)?);
        let same = |position: u32| self.root(position) == notice;
        let (position, matter) = self.matters.iter().find(|(position, matter)| {
            same(**position) || matter.acts.iter().any(|act| same(act.position))
        })?;
        let procedure = self.procedure(matter.procedure, matter.opened)?;
        let took = matter.acts.iter().find(|act| same(act.position));
        let of_kind = |kind: StepKind| self.place_of(matter, procedure, kind);
        let place = took.and_then(|act| act.place).or_else(|| of_kind(StepKind::Notify));
        let place = place.or_else(|| of_kind(StepKind::Decide));
        let act = Doing {
            place,
            position: told.position,
            day: told.day,
            goes_on: false,
            agrees: Vec::new(),
            takes: true,
            objects: Vec::new(),
        };
        Some(Step::Take { matter: *position, act })
    }

    fn opened(&self, told: &Told<'_>, details: &Details, opening: Opening) -> Option<Matter> {
        let procedure = self.procedure(opening.procedure, told.day)?;
        let opener = match told.deed {
            Deed::State(speech) => speech.party,
            Deed::Decide(_) => None,
            deed => self.history.parties_of(deed).first().copied(),
        };
        if opener.is_some() && self.signed_for_others(told) {
            return None;
        }
        let may = match procedure.opened_by {
            Actor::Organ(organ) => match acting(told.deed) {
                Some(body) => body == organ,
                None => opener.is_none(),
            },
            by => opener.is_none_or(|party| self.may_open(by, party, told.day)),
        };
        let mut speakers: Vec<&String> =
            details.signed.iter().filter_map(|signed| signed.capacity.as_ref()).collect();
        if let Deed::State(speech) = told.deed {
            speakers.extend(speech.capacity.as_ref());
        }
        let speaks = procedure.signed_by.is_empty()
            || speakers.is_empty()
            || speakers.iter().any(|capacity| procedure.signed_by.contains(capacity));
        let opens =
            (may || self.is(Fault::StandingIgnored)) && (speaks || self.is(Fault::CapacityIgnored));
        opens.then(|| Matter {
            procedure: opening.procedure,
            opener,
            about: opening.about,
            opened: told.day,
            acts: Vec::new(),
            back: Vec::new(),
        })
    }

    /// Tells whether a party is one that may open a matter, which nobody has opened yet.
    fn may_open(&self, by: Actor, party: PartyId, on: Day) -> bool {
        let is_member = || match self.law.own {
            Some(own) => {
                let status = self.page(on).members.get(&(own, party)).map(|(status, _)| *status);
                status == Some(MemberStatus::Member)
            }
            None => true,
        };
        match by {
            Actor::Member | Actor::EachOtherMember => is_member(),
            Actor::State => self.law.party(party).is_some_and(|row| row.kind == PartyKind::State),
            Actor::PartyTo(instrument) => self.is_bound(instrument, party, on),
            Actor::Opener | Actor::Target => false,
            Actor::Organ(_) | Actor::Office(_) | Actor::Nobody => true,
        }
    }

    pub(super) fn procedure(&self, name: ProcedureId, on: Day) -> Option<&Procedure> {
        self.rules(on).find_map(|(_, clause)| match &clause.rule {
            Rule::Procedure(procedure) if procedure.name == name => Some(&**procedure),
            _ => None,
        })
    }

    /// Tells how every matter that was opened by a day stands on it.
    pub(super) fn courses(&self, on: Day) -> BTreeMap<u32, Course> {
        let opened = self.matters.iter().filter(|(_, matter)| matter.opened <= on);
        let course = |matter: &Matter| {
            let law = if self.is(Fault::ProcedureOfTheDayAsked) { on } else { matter.opened };
            let steps = self.procedure(matter.procedure, law).map_or(&[][..], |it| &it.steps);
            (matter.opener, matter.opened, self.course(matter, steps, on))
        };
        opened.map(|(position, matter)| (*position, course(matter))).collect()
    }

    pub(super) fn course(&self, matter: &Matter, steps: &[ProcedureStep], on: Day) -> Vec<Stands> {
        let mut stands: Vec<Stands> = Vec::new();
        for (place, step) in steps.iter().enumerate() {
            let stood = self.stands(matter, (place, step), &stands, steps, on);
            stands.push(stood);
        }
        stands
    }

    /// Tells whether a step waits for one before it: the end waits for nothing that is only owed,
    /// nor does a contribution that has no time of its own.
    fn waits_for(&self, step: &ProcedureStep, earlier: &ProcedureStep) -> bool {
        let kinds = [StepKind::Notify, StepKind::Contribute, StepKind::Report];
        let ends = step.kind == StepKind::End && !self.is(Fault::EndWaitsForDuties);
        let timeless = step.within.is_none() || self.is(Fault::TimedHelpWaitsForNothing);
        let helps = step.kind == StepKind::Contribute && !self.is(Fault::HelpWaitsForDuties);
        !(ends || (helps && timeless)) || !kinds.contains(&earlier.kind)
    }

    /// Tells whether a step is owed even after later ones were taken: by its day to notify,
    /// to contribute, to report.
    pub(super) fn is_owed_after_all(&self, step: &ProcedureStep) -> bool {
        let kinds = [StepKind::Notify, StepKind::Contribute, StepKind::Report];
        let must = kinds.contains(&step.kind) && !step.optional && step.within.is_some();
        must && step.on_expiry == StepExpiry::StillOwed && !self.is(Fault::DutyForgottenAfterwards)
    }

    /// Returns the first day on which a step can be taken that comes after a silence.
    fn first_day_after(&self, before: &[Stands], steps: &[ProcedureStep]) -> Day {
        let dated = before
            .iter()
            .zip(steps)
            .rfind(|(stood, _)| matches!(stood, Stands::Taken(..) | Stands::TimePassed(_)));
        let (Some((Stands::TimePassed(day), step)), false) =
            (dated, self.is(Fault::SilenceEndsInTheMorning))
        else {
            return Day::MIN;
        };
        if step.by == Actor::Nobody { Day::MIN } else { day.next() }
    }

    /// Tells whether a step waits for one before it that is open and was not left behind.
    fn is_held_up(
        &self,
        matter: &Matter,
        step: &ProcedureStep,
        before: &[Stands],
        steps: &[ProcedureStep],
        on: Day,
    ) -> bool {
        let passed_by = |of: usize| {
            matter.acts.iter().any(|act| act.place.is_some_and(|at| at > of) && act.day <= on)
        };
        before.iter().zip(steps).enumerate().any(|(of, (stood, earlier))| {
            let open = matches!(stood, Stands::Runs(_) | Stands::Overdue(_));
            let left = passed_by(of) && self.is_owed_after_all(earlier);
            open && !earlier.optional && !left && self.waits_for(step, earlier)
        })
    }

    fn stands(
        &self,
        matter: &Matter,
        (place, step): (usize, &ProcedureStep),
        before: &[Stands],
        steps: &[ProcedureStep],
        on: Day,
    ) -> Stands {
        let mut dates = before.iter().filter_map(|stood| match stood {
            Stands::Taken(_, day) | Stands::TimePassed(day) => Some(*day),
            _ => None,
        });
        let since = dates.next_back().filter(|_| !self.is(Fault::TimeRunsFromOpening));
        let since = since.unwrap_or(matter.opened);
        let due = step.within.map(|within| over(within, since, self.fault));
        let due = due.map(|due| due.max(self.first_day_after(before, steps)));
        let asked = on;
        // What the end of the time has said, nobody says afterwards.
        let speaks = step.on_expiry != StepExpiry::StillOwed && !self.is(Fault::LateStepCounts);
        let on = due.filter(|due| speaks && *due < asked).unwrap_or(asked);
        if let Some((position, day, _)) = counting(matter, (place, step), on) {
            return Stands::Taken(position, day);
        }
        // What ended or lapsed before stays so, whatever is done afterwards.
        let stops = |stood: &Stands| match stood {
            Stands::Lapsed => Some(Stands::Lapsed),
            Stands::Taken(position, _) => {
                let ends = |act: &Doing| act.position == *position && act.takes && !act.goes_on;
                matter.acts.iter().any(ends).then_some(Stands::NotReached)
            }
            _ => None,
        };
        if let Some(stopped) = before.iter().filter_map(stops).next_back() {
            return stopped;
        }
        let answers = |act: &&Doing| act.place == Some(place) && (act.takes || act.goes_on);
        let answered = matter.standing(on).filter(answers).any(|act| act.day <= on);
        let on = asked;
        let passed = |act: &Doing| act.place.is_some_and(|of| of > place) && act.day <= on;
        let later = matter.acts.iter().any(passed);
        let consents = step.on_expiry == StepExpiry::Consents && !self.is(Fault::SilenceIsOwed);
        if later && step.optional && !answered {
            return Stands::NotTaken;
        }
        let owed = self.is_owed_after_all(step);
        if later && step.on_expiry != StepExpiry::Consents && !owed {
            return Stands::PassedOver;
        }
        let waits = self.is_held_up(matter, step, before, steps, on) && !(later && owed);
        if waits && !self.is(Fault::StepsDoNotWait) {
            return Stands::Waits;
        }
        let Some(due) = due else {
            return Stands::Runs(None);
        };
        // The last day of a silence is a day on which somebody may still object.
        let nobody = step.by == Actor::Nobody || self.is(Fault::SilenceEndsInTheMorning);
        match step.on_expiry {
            StepExpiry::Consents if consents && (due < on || (nobody && due == on)) => {
                Stands::TimePassed(due)
            }
            StepExpiry::Lapses if due < on && !self.is(Fault::LapseIgnored) => Stands::Lapsed,
            StepExpiry::StillOwed if due < on => Stands::Overdue(due),
            _ => Stands::Runs(Some(due)),
        }
    }
}
