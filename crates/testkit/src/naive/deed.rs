//! What each kind of act brings about.

use super::calendar::over;
use super::fault::Fault;
use super::membership::can_become;
use super::step::Step;
use super::walk::{Told, Walk};
use super::what::What;
use servanda_model::{
    Appointment, BodyId, Bound, Cause, Change, Day, Decider, Deed, Grade, InstrumentId, Joining,
    LabelId, LawPatch, List, MemberStatus, OfficeId, PartyId, Period, Rule, Withdrawal,
};

impl Walk<'_> {
    /// Returns what an act brings about from a day; notices and revocations do it themselves.
    pub(super) fn steps(&mut self, told: &Told<'_>, from: Day) -> Vec<Step> {
        match told.deed {
            Deed::Sign { instruments, parties } => {
                self.each_signed(told, (*instruments, *parties), |walk, of, party| {
                    walk.sign(of, party, from)
                })
            }
            Deed::Deposit { form, instruments, parties } => {
                self.each_signed(told, (*instruments, *parties), |walk, of, party| {
                    walk.deposit((*form, told.position), of, party, from)
                })
            }
            Deed::Provisional { instruments, parties } => {
                self.each_signed(told, (*instruments, *parties), |walk, of, party| {
                    walk.apply_provisionally(of, party, from)
                })
            }
            Deed::EnterIntoForce { instruments, parties } => {
                self.enter(*instruments, *parties, from)
            }
            Deed::GiveNotice { instruments: of, parties } => self.notices_of(told, *of, *parties),
            Deed::Revoke { label, parties } => self.revoke(*label, *parties),
            Deed::Reserve { instruments: of, parties, .. } => self.reserve(*of, *parties, told),
            Deed::End { instruments, parties, cause } => {
                self.end(*instruments, *parties, *cause, from)
            }
            Deed::Suspend { instruments, parties, cause } => {
                self.happen_to(*instruments, *parties, What::Suspend, Some(*cause), from)
            }
            Deed::Resume { instruments, parties } => {
                self.happen_to(*instruments, *parties, What::Resume, None, from)
            }
            Deed::Join { .. }
            | Deed::Leave { .. }
            | Deed::SuspendMember { .. }
            | Deed::VoteRight { .. }
            | Deed::Session { .. }
            | Deed::Chair { .. }
            | Deed::Appoint(_)
            | Deed::Vacate { .. } => self.of_bodies(told, from),
            Deed::Paper(paper) => self.paper(paper, told.position, from),
            Deed::Amend { patch, instrument: of, transcription } => {
                self.amended(told, patch, (*of, *transcription))
            }
            // A correction is told in the place of what it corrects; the others are only noted.
            Deed::Correct { .. }
            | Deed::Ratify { .. }
            | Deed::Refuse { .. }
            | Deed::Register { .. }
            | Deed::Object { .. }
            | Deed::Vote { .. }
            | Deed::Decide(_)
            | Deed::Request { .. }
            | Deed::Aid(_)
            | Deed::State(_)
            | Deed::Happen { .. }
            | Deed::Exercise { .. }
            | Deed::Figure(_)
            | Deed::Position { .. }
            | Deed::Agree { .. } => Vec::new(),
        }
    }

    fn notices_of(&mut self, told: &Told<'_>, instruments: List, parties: List) -> Vec<Step> {
        let asked = told.act.details.as_ref().and_then(|details| details.from);
        let asked = asked.map(|asked| asked.latest());
        let notice = self.root(told.position);
        self.each_signed(told, (instruments, parties), |walk, of, party| {
            walk.notice(notice, of, party, asked)
        })
    }

    /// Does what each party communicated, where who signed represents it.
    fn each_signed(
        &mut self,
        told: &Told<'_>,
        (instruments, parties): (List, List),
        mut one: impl FnMut(&mut Self, InstrumentId, PartyId) -> Vec<Step>,
    ) -> Vec<Step> {
        self.for_each(instruments, parties, |walk, of, party| {
            if walk.has_no_powers(told, of, party) { Vec::new() } else { one(walk, of, party) }
        })
    }

    fn for_each(
        &mut self,
        instruments: List,
        parties: List,
        mut one: impl FnMut(&mut Self, InstrumentId, PartyId) -> Vec<Step>,
    ) -> Vec<Step> {
        let history = self.history;
        let mut steps = Vec::new();
        for instrument in history.instruments(instruments) {
            for party in history.parties(parties) {
                steps.extend(one(self, *instrument, *party));
            }
        }
        steps
    }

    fn happen_to(
        &mut self,
        instruments: List,
        parties: List,
        what: What,
        cause: Option<Cause>,
        from: Day,
    ) -> Vec<Step> {
        self.for_each(instruments, parties, |walk, of, party| {
            walk.happen(of, party, what, cause, from)
        })
    }

    pub(super) fn happen(
        &self,
        of: InstrumentId,
        party: PartyId,
        what: What,
        cause: Option<Cause>,
        from: Day,
    ) -> Vec<Step> {
        let changes = what.after(self.status(of, party, from)).is_some();
        changes.then_some(Step::Stand { of, party, what, cause }).into_iter().collect()
    }

    /// A notice is received on the day it is given, and takes effect as the article says.
    fn notice(
        &mut self,
        notice: u32,
        instrument: InstrumentId,
        party: PartyId,
        asked: Option<Day>,
    ) -> Vec<Step> {
        let rule = self.rule(instrument, self.today, |rule| match rule {
            Rule::Withdrawal(withdrawal) => Some(*withdrawal),
            _ => None,
        });
        let Some((Withdrawal::Notice { notice: length, not_before, .. }, breach)) = rule else {
            return Vec::new();
        };
        if !self.is_bound(instrument, party, self.today) {
            return Vec::new();
        }
        let waits = not_before.filter(|_| !self.is(Fault::NoticeBeforeItsTimeCounts));
        if waits.is_some_and(|age| self.is_younger(instrument, age)) && breach == Grade::Void {
            return Vec::new();
        }
        let mut earliest = over(length, self.today, self.fault);
        if self.is(Fault::NoticeOneDayLate) {
            earliest = earliest.next();
        }
        if self.is(Fault::NoticeTakesEffectAtOnce) {
            earliest = self.today;
        }
        let on = match asked {
            Some(asked) if asked >= earliest || breach != Grade::Void => asked,
            Some(_) | None => earliest,
        };
        self.wait(on, Step::Withdraw { notice, instrument, party });
        Vec::new()
    }

    /// Tells whether an instrument has been in force for less than a period, day after day.
    fn is_younger(&self, instrument: InstrumentId, age: Period) -> bool {
        if !self.in_force(instrument, self.today) {
            return false;
        }
        let mut first = self.today;
        for (day, page) in self.pages.range(..=self.today).rev() {
            if page.force.get(&instrument) != Some(&true) {
                break;
            }
            first = *day;
        }
        self.today < over(age, first, self.fault)
    }

    /// Takes back the notices of these parties that still wait, where the article lets them.
    fn revoke(&mut self, label: LabelId, parties: List) -> Vec<Step> {
        let Some(position) = self.history.position_of(label) else { return Vec::new() };
        let (notice, by) = (self.root(position), self.history.parties(parties));
        let back = self.reservations_back(notice, by);
        if !back.is_empty() {
            return back;
        }
        let mut taken = Vec::new();
        for step in self.waiting.iter().flat_map(|(_, steps)| steps) {
            let Step::Withdraw { notice: which, instrument, party } = step else { continue };
            let whose = by.contains(party) || self.is(Fault::OneRevocationForAll);
            if *which == notice && whose && self.is_revocable(*instrument) {
                taken.push((*instrument, *party));
            }
        }
        if taken.is_empty() || self.is(Fault::RevocationIgnored) {
            return Vec::new();
        }
        vec![Step::TakeBack { notice, parties: taken }]
    }

    fn is_revocable(&self, instrument: InstrumentId) -> bool {
        let rule = self.rule(instrument, self.today, |rule| match rule {
            Rule::Withdrawal(Withdrawal::Notice { revocation, .. }) => Some(*revocation),
            _ => None,
        });
        rule != Some((Bound::Prohibited, Grade::Void)) || self.is(Fault::IrrevocableNoticeRevoked)
    }

    /// Returns the position of the act that a correction stands for, else the act's own.
    pub(super) fn root(&self, position: u32) -> u32 {
        let corrected = match self.history.act(position).map(|act| &act.deed) {
            Some(Deed::Correct { label, .. }) => self.history.position_of(*label),
            _ => None,
        };
        corrected
            .filter(|earlier| *earlier < position)
            .map_or(position, |earlier| self.root(earlier))
    }

    fn end(&mut self, instruments: List, parties: List, cause: Cause, from: Day) -> Vec<Step> {
        if !parties.is_empty() {
            return self.happen_to(instruments, parties, What::End, Some(cause), from);
        }
        let mut steps = Vec::new();
        for instrument in self.history.instruments(instruments).iter().copied() {
            let standing = self.page(from).standing.iter();
            for ((_, party), _) in standing.filter(|((of, _), _)| *of == instrument) {
                steps.extend(self.happen(instrument, *party, What::End, Some(cause), from));
            }
            steps.push(Step::OutOfForce { instrument });
        }
        steps
    }

    fn of_bodies(&self, told: &Told<'_>, from: Day) -> Vec<Step> {
        let (history, deed) = (self.history, told.deed);
        match deed {
            Deed::Join { body, parties, status, by, how } => {
                let change = match how {
                    Joining::Told | Joining::Admitted => Change::Admission(Some(*status)),
                    Joining::Restored => Change::Restoration,
                };
                let can = |party: &&PartyId| !self.is_denied((change, *body), *by, **party, from);
                let join = |party: &PartyId| Step::Member {
                    body: *body,
                    party: *party,
                    status: *status,
                    cause: None,
                };
                history.parties(*parties).iter().filter(can).map(join).collect()
            }
            Deed::Leave { body, parties, cause, by }
            | Deed::SuspendMember { body, parties, cause, by } => {
                let leaves = matches!(deed, Deed::Leave { .. });
                let status = if leaves { MemberStatus::Former } else { MemberStatus::Suspended };
                let can = |party: &&PartyId| {
                    let before =
                        self.page(from).members.get(&(*body, **party)).map(|(status, _)| *status);
                    let row = (*body, **party);
                    let denied = self.stays(told, (leaves, *cause), row, *by, from);
                    can_become(before, status) && !denied
                };
                let step = |party: &PartyId| Step::Member {
                    body: *body,
                    party: *party,
                    status,
                    cause: Some(*cause),
                };
                history.parties(*parties).iter().filter(can).map(step).collect()
            }
            Deed::VoteRight { body, parties, right, by } => {
                self.vote_right((*body, *parties), *right, *by, from)
            }
            Deed::Session { organ, place, form } => {
                let state =
                    place.and_then(|place| self.law.place(place)).and_then(|place| place.state);
                vec![Step::Meet { organ: *organ, state, form: *form }]
            }
            Deed::Chair { organ, party, instead_of } => {
                self.take_chair(*organ, *party, *instead_of, from)
            }
            Deed::Appoint(appointed) => self.appoint(appointed, from),
            Deed::Vacate { office, by }
                if !self.is(Fault::RecallIgnored) && !self.is_anothers(*office, *by, from) =>
            {
                vec![Step::Office { office: *office, party: None, acting: false }]
            }
            _ => Vec::new(),
        }
    }

    /// Tells whether another state than the holder's recalls, which the office denies.
    fn is_anothers(&self, office: OfficeId, by: Option<PartyId>, from: Day) -> bool {
        let Some(row) = self.law.office(office) else { return false };
        let holder = self.holder(office, from).map(|(party, _)| party);
        let another = by.is_some() && holder.is_some() && by != holder;
        let denied = row.recalled_by_state && row.breach == Grade::Void && another;
        denied && !self.is(Fault::AnyStateRecalls)
    }

    fn take_chair(
        &self,
        organ: BodyId,
        party: PartyId,
        instead_of: Option<PartyId>,
        from: Day,
    ) -> Vec<Step> {
        let denied = self.is_not_the_turn(Decider::ChairOf(organ), (party, instead_of), from);
        if denied { Vec::new() } else { vec![Step::Chair { organ, party, instead_of }] }
    }

    fn appoint(&self, appointed: &Appointment, from: Day) -> Vec<Step> {
        let (office, acting) = (appointed.office, appointed.acting);
        let whose = (appointed.of, None);
        let denied = self.denies(appointed, from)
            || (!acting && self.is_not_the_turn(Decider::Office(office), whose, from));
        let party = Some(appointed.of);
        if denied { Vec::new() } else { vec![Step::Office { office, party, acting }] }
    }

    /// Tells whether an office denies an appointment that departs from it.
    fn denies(&self, appointed: &Appointment, from: Day) -> bool {
        let Some(office) = self.law.office(appointed.office) else { return false };
        let page = self.page(from);
        let members: Vec<PartyId> = page
            .members
            .iter()
            .filter(|((of, _), (status, _))| {
                Some(*of) == self.law.own && *status == MemberStatus::Member
            })
            .map(|((_, party), _)| *party)
            .collect();
        let foreign =
            office.citizen_of_member && !members.is_empty() && !members.contains(&appointed.of);
        let other = |asked: Option<BodyId>, by: Option<BodyId>| {
            asked.is_some() && by.is_some() && asked != by
        };
        office.breach == Grade::Void
            && !self.is(Fault::DeniedAppointmentCounts)
            && (foreign
                || (!appointed.acting && other(office.appointed_by, appointed.by))
                || (!appointed.acting && other(office.recommended_by, appointed.recommended_by)))
    }

    fn amended(
        &self,
        told: &Told<'_>,
        patch: &LawPatch,
        (of, on_all_days): (InstrumentId, bool),
    ) -> Vec<Step> {
        if on_all_days && self.is_no_correction(told, of) {
            return Vec::new();
        }
        self.amend(patch, told.position, on_all_days)
    }

    fn amend(&self, patch: &LawPatch, position: u32, on_all_days: bool) -> Vec<Step> {
        let mut steps = Vec::new();
        for (article, version) in &patch.versions {
            let row = self.law.article(*article);
            let versions = row.map_or(&[][..], |row| &row.versions);
            let by_this = |version: &servanda_model::Version| {
                version.start == servanda_model::VersionStart::ByAct(position)
            };
            let at = versions.iter().position(|known| by_this(known) && known == version);
            if let Some(number) = at.and_then(|at| u16::try_from(at).ok()) {
                steps.push(Step::Version { article: *article, number, on_all_days });
            }
        }
        steps
    }
}
