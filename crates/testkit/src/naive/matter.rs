//! A matter as it is written down: the acts that are steps of it, and the objections taken back;
//! from `docs/formats/charter.md`, "Procedures".

use super::fault::Fault;
use super::procedure::Stands;
use super::step::Step;
use super::walk::{Told, Walk};
use servanda_model::{
    Actor, AidKind, BodyId, Day, Deed, History, LabelId, MemberStatus, Outcome, PartyId, PartyKind,
    Procedure, ProcedureId, ProcedureStep, StepExpiry, StepKind,
};

/// A matter that was opened, with the acts that are steps of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Matter {
    pub(super) procedure: ProcedureId,
    pub(super) opener: Option<PartyId>,
    pub(super) about: Option<PartyId>,
    pub(super) opened: Day,
    /// The acts that are steps of it, in order.
    pub(super) acts: Vec<Doing>,
    /// The objections that were taken back: which act, by whom, when.
    pub(super) back: Vec<(u32, PartyId, Day)>,
}

/// An act that is a step of a matter.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Doing {
    /// Which step, by its place.
    pub(super) place: Option<usize>,
    pub(super) position: u32,
    pub(super) day: Day,
    pub(super) goes_on: bool,
    /// Who agrees by it, where each of those asked has to.
    pub(super) agrees: Vec<PartyId>,
    /// Whether with it the step is taken.
    pub(super) takes: bool,
    /// Who objects by it.
    pub(super) objects: Vec<PartyId>,
}

impl Matter {
    pub(super) fn has_taken(&self, place: usize) -> bool {
        self.standing(Day::MAX).any(|act| act.place == Some(place) && act.takes)
    }

    /// Returns the acts but for the objections that all who made them have taken back by a day.
    pub(super) fn standing(&self, on: Day) -> impl Iterator<Item = &Doing> {
        self.acts.iter().filter(move |act| {
            let is_back = |party: &PartyId| {
                let is_it = |(which, whose, day): &(u32, PartyId, Day)| {
                    (which, whose) == (&act.position, party) && *day <= on
                };
                self.back.iter().any(is_it)
            };
            act.objects.is_empty() || !act.objects.iter().all(is_back)
        })
    }

    /// Returns the steps on which something was done.
    pub(super) fn places(&self) -> impl Iterator<Item = usize> + '_ {
        self.acts.iter().filter_map(|act| act.place)
    }

    /// Tells whether the matter goes on from an act.
    pub(super) fn goes_on_from(&self, position: u32, place: usize) -> bool {
        let is_it = |act: &&Doing| act.position == position && act.place == Some(place);
        self.acts.iter().filter(is_it).filter(|act| act.takes).all(|act| act.goes_on)
    }
}

impl Walk<'_> {
    /// Returns what it does to a matter that its objection is taken back: a silence stays broken.
    pub(super) fn objections_back(
        &self,
        told: &Told<'_>,
        label: LabelId,
        by: &[PartyId],
    ) -> Vec<Step> {
        let Some(position) = self.history.position_of(label) else { return Vec::new() };
        let root = self.root(position);
        let raised = self.matters.iter().find_map(|(opened, matter)| {
            let is_it = |act: &&Doing| self.root(act.position) == root && !act.objects.is_empty();
            Some((*opened, matter, matter.acts.iter().rfind(is_it)?))
        });
        let Some((opened, matter, objection)) = raised else { return Vec::new() };
        let Some(procedure) = self.procedure(matter.procedure, matter.opened) else {
            return Vec::new();
        };
        let step = objection.place.and_then(|place| procedure.steps.get(place));
        let broke = step
            .is_some_and(|step| step.within.is_some() && step.on_expiry == StepExpiry::Consents);
        let is_theirs = |party: &&PartyId| {
            let is_back = |(act, whose, _): &(u32, PartyId, Day)| {
                (*act, *whose) == (objection.position, **party)
            };
            objection.objects.contains(party) && !matter.back.iter().any(is_back)
        };
        let by: Vec<PartyId> = by.iter().filter(is_theirs).copied().collect();
        if by.is_empty() {
            return Vec::new();
        }
        let beside = Doing {
            place: objection.place,
            position: told.position,
            day: told.day,
            goes_on: false,
            agrees: Vec::new(),
            takes: false,
            objects: Vec::new(),
        };
        let stays =
            self.is(Fault::ObjectionStays) || (broke && !self.is(Fault::BrokenSilenceRestored));
        let of = |party: PartyId| (objection.position, party, told.day);
        let back = by.into_iter().filter(|_| !stays).map(of).collect();
        vec![Step::Object { matter: opened, back }, Step::Take { matter: opened, act: beside }]
    }
}

impl Walk<'_> {
    /// Tells whether a matter goes on after an act.
    pub(super) fn goes_on(&self, deed: &Deed) -> bool {
        match deed {
            Deed::Decide(decision) => {
                matches!(decision.outcome, Outcome::Adopted | Outcome::Conditional)
                    || self.is(Fault::NotAdoptedGoesOn)
            }
            Deed::Object { .. } => self.is(Fault::ObjectionGoesOn),
            _ => true,
        }
    }

    /// Tells whether a state or a person speaks or asks, and no organ.
    pub(super) fn state_speaks(&self, told: &Told<'_>) -> bool {
        match told.deed {
            Deed::State(speech) => {
                speech.body.is_none() && (speech.party.is_some() || speech.person.is_some())
            }
            Deed::Position { .. } => true,
            Deed::Request { .. } => !self.history.parties_of(told.deed).is_empty(),
            _ => false,
        }
    }

    /// Tells whether an objection comes from states none of which is asked, or after a later step.
    pub(super) fn objects_in_vain(
        &self,
        told: &Told<'_>,
        (matter, procedure, by): (&Matter, &Procedure, Actor),
        place: Option<usize>,
    ) -> bool {
        let Deed::Object { parties, .. } = told.deed else { return false };
        if self.is(Fault::VainObjectionCounts) {
            return false;
        }
        let mut all = self.history.parties(*parties).iter();
        let strangers = all.all(|party| self.is_asked(by, *party, matter, told.day) == Some(false));
        let course = self.course(matter, &procedure.steps, told.day);
        let stood = place.and_then(|place| course.get(place));
        let later = |at: usize| {
            let passed = |act: &Doing| act.place.is_some_and(|of| of > at) && act.day <= told.day;
            matter.acts.iter().any(passed)
        };
        let step = place.and_then(|at| Some((at, procedure.steps.get(at)?)));
        let owed = step.is_some_and(|(at, step)| later(at) && self.is_owed_after_all(step));
        let open = matches!(stood, Some(Stands::Runs(_) | Stands::Overdue(_)));
        strangers || (owed && open) || matches!(stood, Some(Stands::PassedOver | Stands::NotTaken))
    }

    /// Tells whether a party is one that a step is for, where that can be told.
    fn is_asked(&self, by: Actor, party: PartyId, matter: &Matter, on: Day) -> Option<bool> {
        let side = matter.opener.or(matter.about);
        let member = || {
            let own = self.law.own?;
            let status = self.page(on).members.get(&(own, party)).map(|(status, _)| *status);
            Some(status == Some(MemberStatus::Member))
        };
        match by {
            Actor::Member => member(),
            Actor::EachOtherMember => Some(member()? && Some(party) != side),
            Actor::State => Some(self.law.party(party)?.kind == PartyKind::State),
            Actor::Opener => Some(Some(party) == matter.opener),
            Actor::Target => Some(Some(party) == matter.about.or(matter.opener)),
            Actor::PartyTo(instrument) => Some(self.is_bound(instrument, party, on)),
            Actor::Organ(_) | Actor::Office(_) | Actor::Nobody => None,
        }
    }
}

/// Returns those that object by an act.
pub(super) fn objectors(deed: &Deed, history: &History) -> Vec<PartyId> {
    match deed {
        Deed::Object { parties, .. } => history.parties(*parties).to_vec(),
        _ => Vec::new(),
    }
}

/// Returns the act that counts as a step: the first from which the matter goes on, where consent is
/// asked for or notice given the first that withholds it or takes it back, else the first. What one
/// of several says for itself does not count.
pub(super) fn counting(
    matter: &Matter,
    (place, step): (usize, &ProcedureStep),
    on: Day,
) -> Option<(u32, Day, bool)> {
    let what_ends_counts = matches!(step.kind, StepKind::Consent | StepKind::Notify);
    let mut found: Option<(u32, Day, bool)> = None;
    for act in matter.standing(on) {
        if act.place != Some(place) || act.day > on || !act.takes {
            continue;
        }
        let better = act.goes_on != what_ends_counts;
        let worse = found.is_some_and(|(.., known)| known == what_ends_counts);
        if found.is_none() || (better && worse) {
            found = Some((act.position, act.day, act.goes_on));
        }
    }
    found
}

/// Returns the step that an act is by nature.
pub(super) fn kind_of(deed: &Deed) -> Option<StepKind> {
    match deed {
        Deed::Decide(_) => Some(StepKind::Decide),
        Deed::Deposit { .. } => Some(StepKind::Deposit),
        Deed::GiveNotice { .. } => Some(StepKind::Notify),
        Deed::Object { .. } => Some(StepKind::Consent),
        Deed::Request { .. } => Some(StepKind::Propose),
        Deed::Aid(aid) => match aid.kind {
            AidKind::Contribute => Some(StepKind::Contribute),
            AidKind::Report => Some(StepKind::Report),
            AidKind::Offer | AidKind::Release => None,
        },
        Deed::Appoint(_)
        | Deed::Vacate { .. }
        | Deed::Join { .. }
        | Deed::Leave { .. }
        | Deed::SuspendMember { .. }
        | Deed::VoteRight { .. } => Some(StepKind::CarryOut),
        _ => None,
    }
}

/// Returns the organ that acts.
pub(super) fn acting(deed: &Deed) -> Option<BodyId> {
    match deed {
        Deed::Join { by, .. }
        | Deed::Leave { by, .. }
        | Deed::SuspendMember { by, .. }
        | Deed::VoteRight { by, .. } => *by,
        Deed::Appoint(appointment) => appointment.by,
        Deed::Decide(decision) => Some(decision.organ),
        Deed::State(speech) => speech.body,
        _ => None,
    }
}
