//! What can happen, and what each of it writes on the pages.

use super::fault::Fault;
use super::mandate::Decided;
use super::matter::{Doing, Matter};
use super::membership::can_become;
use super::reservation::Reserved;
use super::vote::Cast;
use super::walk::Walk;
use super::what::What;
use servanda_model::{
    ArticleId, BodyId, Cause, Day, InstrumentId, MemberStatus, OfficeId, PartyId, SessionForm,
    Status, TermRule, Vote, VoteRight,
};
use std::collections::BTreeMap;

/// One thing that happens on a day.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Step {
    Stand {
        of: InstrumentId,
        party: PartyId,
        what: What,
        cause: Option<Cause>,
    },
    EnterIntoForce {
        instrument: InstrumentId,
    },
    BindAll {
        instrument: InstrumentId,
    },
    OutOfForce {
        instrument: InstrumentId,
    },
    Begin {
        rule: TermRule,
    },
    /// A version counts, for a corrected transcription on all days.
    Version {
        article: ArticleId,
        number: u16,
        on_all_days: bool,
    },
    Member {
        body: BodyId,
        party: PartyId,
        status: MemberStatus,
        cause: Option<Cause>,
    },
    VoteRight {
        body: BodyId,
        party: PartyId,
        right: VoteRight,
    },
    Meet {
        organ: BodyId,
        state: Option<PartyId>,
        form: SessionForm,
    },
    Chair {
        organ: BodyId,
        party: PartyId,
        instead_of: Option<PartyId>,
    },
    Office {
        office: OfficeId,
        party: Option<PartyId>,
        acting: bool,
    },
    /// Something was decided about a state.
    Decided(Decided),
    /// A reservation is made, holds up a consent, or is taken back.
    Reserve(Reserved),
    HoldUp {
        of: InstrumentId,
        party: PartyId,
    },
    ReservationBack {
        position: u32,
        party: PartyId,
    },
    /// A vote is cast or taken back, or a decision counts votes.
    Cast(Cast),
    CastBack {
        position: u32,
        party: PartyId,
    },
    Counted {
        position: Option<u32>,
        what: String,
        votes: BTreeMap<PartyId, Vote>,
    },
    /// A paper of a session counts.
    File {
        words: String,
    },
    TakeBack {
        notice: u32,
        parties: Vec<(InstrumentId, PartyId)>,
    },
    DelayOver {
        instrument: InstrumentId,
    },
    LaterParty {
        instrument: InstrumentId,
        party: PartyId,
    },
    Withdraw {
        notice: u32,
        instrument: InstrumentId,
        party: PartyId,
    },
    Expire {
        instrument: InstrumentId,
        first: Day,
        last: Day,
    },
    Open {
        position: u32,
        matter: Matter,
    },
    Take {
        matter: u32,
        act: Doing,
    },
    /// Objections in a matter are taken back.
    Object {
        matter: u32,
        back: Vec<(u32, PartyId, Day)>,
    },
    Extend {
        by: InstrumentId,
        of: InstrumentId,
        party: PartyId,
    },
}

/// What has happened, of which more may follow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum News {
    Consented { of: InstrumentId, party: PartyId, from: Day },
    Entered { of: InstrumentId, party: PartyId, from: Day },
    Reopened { of: InstrumentId, party: PartyId, from: Day },
    Left { of: InstrumentId, party: PartyId, from: Day, cause: Option<Cause> },
    InForce { instrument: InstrumentId, from: Day },
    Ended { instrument: InstrumentId, from: Day },
    Revived { instrument: InstrumentId, from: Day },
}

impl Step {
    /// Tells whether it changes the law or begins a term, which comes first on a day.
    pub(super) fn is_law(&self) -> bool {
        matches!(self, Self::Version { .. } | Self::Begin { .. })
    }
}

impl Walk<'_> {
    /// Lets one thing happen, counting from a day.
    pub(super) fn step(&mut self, step: Step, from: Day) {
        match step {
            Step::Stand { of, party, what, cause } => self.stand(of, party, what, cause, from),
            Step::EnterIntoForce { instrument } => self.enter_into_force(instrument, from),
            Step::BindAll { instrument } => self.bind_all(instrument, from),
            Step::OutOfForce { instrument } => self.out_of_force(instrument, from),
            Step::Begin { rule } => self.begin(&rule, from),
            Step::Version { article, number, on_all_days } => {
                let from = if on_all_days { Day::MIN } else { from };
                self.write(from, |page| {
                    page.versions.insert(article, number);
                });
            }
            Step::Member { body, party, status, cause } => {
                self.member(body, party, status, cause, from);
            }
            Step::VoteRight { body, party, right } => {
                self.write(from, |page| {
                    page.votes.insert((body, party), right);
                });
            }
            Step::Meet { organ, state, form } => {
                self.sessions.entry(organ).or_default().push((from, state, form));
            }
            Step::Chair { organ, party, instead_of } => {
                self.chairs.entry(organ).or_default().push((from, party, instead_of));
            }
            Step::Office { office, party, acting } => {
                self.offices.entry(office).or_default().push((from, party, acting));
            }
            Step::TakeBack { notice, parties } => self.take_back(notice, &parties),
            Step::DelayOver { instrument } => {
                if !self.page(from).force.contains_key(&instrument) {
                    self.enter_into_force(instrument, from);
                    self.bind_all(instrument, from);
                }
            }
            Step::LaterParty { instrument, party } => self.later_party(instrument, party, from),
            Step::Withdraw { instrument, party, .. } => {
                self.stand(instrument, party, What::End, Some(Cause::Withdrawn), from);
            }
            Step::Expire { instrument, first, last } => {
                self.expire(instrument, (first, last), from);
            }
            Step::Extend { by, of, party } => {
                if self.is_bound(by, party, self.today) {
                    self.extend(of, party, from);
                }
            }
            _ => self.before_organs(step, from),
        }
    }

    /// Lets something happen that is before an organ: a matter, a vote, a reservation, a decision, a
    /// paper.
    fn before_organs(&mut self, step: Step, from: Day) {
        match step {
            Step::Decided(it) => {
                self.answer_reservations(&it, from);
                self.decided.push((from, it));
            }
            Step::Cast(it) => self.cast.push(it),
            Step::CastBack { position, party } => {
                self.cast.retain(|(_, whose, _, act)| (*act, *whose) != (position, party));
            }
            Step::Open { position, matter } => {
                self.matters.insert(position, matter);
            }
            Step::Take { matter, act } => {
                if let Some(matter) = self.matters.get_mut(&matter) {
                    matter.acts.push(act);
                }
            }
            Step::Object { matter, back } => {
                if let Some(matter) = self.matters.get_mut(&matter) {
                    matter.back.extend(back);
                }
            }
            Step::Counted { position, what, votes } => {
                self.closed.push(what);
                self.counted.extend(position.map(|position| (position, votes)));
            }
            Step::Reserve(it) => self.reserved.push(it),
            Step::HoldUp { of, party } => self.hold(of, party, from),
            Step::ReservationBack { position, party } => {
                self.without_reservation(position, party, from);
            }
            Step::File { words } => self.papers.push((from, words)),
            _ => {}
        }
    }

    pub(super) fn stand(
        &mut self,
        of: InstrumentId,
        party: PartyId,
        what: What,
        cause: Option<Cause>,
        from: Day,
    ) {
        let before = self.status(of, party, from);
        let Some(mut status) = what.after(before) else { return };
        if what == What::Consent && self.is(Fault::ConsentEndsProvisional) {
            status = Status::Contracting;
        }
        if before == Some(Status::Former) && !self.is(Fault::OldNoticeOutlivesParticipation) {
            self.waiting.retain(|(_, steps)| !is_notice(steps, of, party));
        }
        self.write(from, |page| {
            page.standing.insert((of, party), (status, cause));
        });
        match what {
            What::Sign => {
                self.signed.insert((of, party));
            }
            What::Consent => {
                self.consented.entry((of, party)).or_insert(from);
                self.news.push_back(News::Consented { of, party, from });
            }
            What::Enter => self.news.push_back(News::Entered { of, party, from }),
            What::End => {
                self.consented.remove(&(of, party));
                let gone = Step::LaterParty { instrument: of, party };
                self.waiting.retain(|(_, steps)| steps.first() != Some(&gone));
                if matches!(before, Some(Status::Party | Status::Suspended)) {
                    self.news.push_back(News::Left { of, party, from, cause });
                }
            }
            What::ApplyProvisionally | What::Suspend | What::Resume => {}
        }
    }

    fn enter_into_force(&mut self, instrument: InstrumentId, from: Day) {
        if !self.in_force(instrument, from) {
            self.write(from, |page| {
                page.force.insert(instrument, true);
            });
            self.news.push_back(News::InForce { instrument, from });
        }
    }

    pub(super) fn out_of_force(&mut self, instrument: InstrumentId, from: Day) {
        if self.page(from).force.get(&instrument) != Some(&false) {
            self.write(from, |page| {
                page.force.insert(instrument, false);
            });
            self.news.push_back(News::Ended { instrument, from });
        }
    }

    /// Binds all who consented: who did so after the condition was reached is a later party.
    fn bind_all(&mut self, instrument: InstrumentId, from: Day) {
        if !self.in_force(instrument, from) {
            return;
        }
        for ((of, party), day) in self.consented.clone() {
            if of == instrument && self.is_one_of_the_first(of, day, from) {
                self.stand(of, party, What::Enter, None, from);
            } else if of == instrument {
                self.news.push_back(News::Consented { of, party, from: day });
            }
        }
    }

    fn later_party(&mut self, instrument: InstrumentId, party: PartyId, from: Day) {
        let force = self.page(from).force.get(&instrument).copied();
        if force == Some(false) {
            return;
        }
        if force.is_none() {
            self.enter_into_force(instrument, from);
            if self.is(Fault::EachEntryBindsAll) {
                self.bind_all(instrument, from);
            }
        }
        self.stand(instrument, party, What::Enter, None, from);
    }

    /// Writes how a party stands to a body, where it can come to stand so.
    pub(super) fn member(
        &mut self,
        body: BodyId,
        party: PartyId,
        status: MemberStatus,
        cause: Option<Cause>,
        from: Day,
    ) {
        let before = self.page(from).members.get(&(body, party)).map(|(status, _)| *status);
        if can_become(before, status) || self.is(Fault::MemberTwiceLeavesOnce) {
            self.write(from, |page| {
                page.members.insert((body, party), (status, cause));
            });
        }
    }

    fn take_back(&mut self, notice: u32, parties: &[(InstrumentId, PartyId)]) {
        for (instrument, party) in parties {
            let taken = Step::Withdraw { notice, instrument: *instrument, party: *party };
            self.waiting.retain(|(_, steps)| steps.first() != Some(&taken));
        }
    }

    pub(super) fn bound_or_provisional(&self, by: InstrumentId, on: Day) -> Vec<PartyId> {
        let standing = self.page(on).standing.iter();
        let takes_part =
            |status| matches!(status, Status::Party | Status::Suspended | Status::Provisional);
        standing
            .filter(|((of, _), (status, _))| *of == by && takes_part(*status))
            .map(|((_, party), _)| *party)
            .collect()
    }
}

fn is_notice(steps: &[Step], of: InstrumentId, whose: PartyId) -> bool {
    steps.iter().any(|step| {
        matches!(step, Step::Withdraw { instrument, party, .. } if *instrument == of && *party == whose)
    })
}
