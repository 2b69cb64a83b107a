//! What follows from what has happened, and which conditions are reached, to a fixed point.

use super::calendar::after;
use super::fault::Fault;
use super::step::{News, Step};
use super::walk::{Extension, Walk};
use super::what::What;
use servanda_model::{
    ArticleId, BodyId, Cause, Condition, Day, Delay, Id as _, InstrumentId, Later, MemberStatus,
    PartyId, Rule, Status, TermStart, VersionStart,
};

impl Walk<'_> {
    /// Does all that follows, until nothing more does.
    pub(super) fn settle(&mut self) {
        loop {
            if let Some(news) = self.news.pop_front() {
                self.follow(news);
            } else if !self.reach() {
                return;
            }
        }
    }

    fn follow(&mut self, news: News) {
        match news {
            News::Consented { of, party, from } => self.consented(of, party, from),
            News::Entered { of, party, from } => {
                self.extensions_by(of, party, from);
                self.becomes_member(of, party, from, false);
            }
            News::Reopened { of, party, from } => {
                self.extensions_by(of, party, from);
                self.becomes_member(of, party, from, true);
            }
            News::Left { of, party, from, cause } => self.ceases_member(of, party, from, cause),
            News::InForce { instrument, from } => self.came_into_force(instrument, from),
            News::Ended { instrument, from } => self.ended(instrument, from),
            News::Revived { instrument, from } => self.revived(instrument, from),
        }
    }

    /// Lets the first instrument that has reached its condition enter into force, or its delay run.
    fn reach(&mut self) -> bool {
        let today = self.today;
        for (instrument, _) in self.law.instrument_names.iter() {
            let page = self.page(today);
            let on_record = page.standing.keys().any(|(of, _)| *of == instrument);
            if !on_record
                || page.force.contains_key(&instrument)
                || self.reached.contains_key(&instrument)
            {
                continue;
            }
            let consents = |((of, _), day): (&(InstrumentId, PartyId), &Day)| {
                *of == instrument && *day == today
            };
            if self.is(Fault::ConditionFrozenAtConsent) && !self.consented.iter().any(consents) {
                continue;
            }
            let rule = self.rule(instrument, today, condition_of);
            let Some(((condition, delay), _)) = rule else { continue };
            if !self.holds(instrument, condition, today) {
                continue;
            }
            let day = after(delay, today, self.fault);
            if day == today {
                self.step(Step::EnterIntoForce { instrument }, day);
                self.step(Step::BindAll { instrument }, day);
            } else {
                self.reached.insert(instrument, today);
                self.wait(day, Step::DelayOver { instrument });
            }
            return true;
        }
        false
    }

    /// Consent to what is in force already makes a later party (VCLT 24(3)).
    fn consented(&mut self, of: InstrumentId, party: PartyId, from: Day) {
        if self.is(Fault::LaterPartiesIgnored) {
            return;
        }
        let rule = self.rule(of, from, |rule| match rule {
            Rule::EntryIntoForce { when, delay, later: Later::OnConsent(later) } => {
                Some((when.is_none(), *delay, *later))
            }
            _ => None,
        });
        let (each, delay, later) = rule.map_or((false, Delay::None, Delay::None), |(rule, _)| rule);
        let enter = Step::Stand { of, party, what: What::Enter, cause: None };
        if each {
            if self.page(from).force.get(&of) == Some(&false) {
                return;
            }
            let day = after(delay, from, self.fault);
            if day == from {
                self.step(Step::EnterIntoForce { instrument: of }, from);
                self.step(enter, from);
            } else {
                self.wait(day, Step::LaterParty { instrument: of, party });
            }
        } else if self.in_force(of, from) {
            let later = if self.is(Fault::LaterDelayIgnored) { Delay::None } else { later };
            let day = after(later, from, self.fault);
            if day == from {
                self.step(enter, from);
            } else {
                self.wait(day, Step::LaterParty { instrument: of, party });
            }
        } else if self.in_force(of, self.today) {
            // It counts from before the entry into force.
            let since = self
                .pages
                .range(from..)
                .rev()
                .take_while(|(_, page)| page.force.get(&of) == Some(&true));
            let Some((entry, _)) = since.last() else { return };
            let entry = *entry;
            if self.is_one_of_the_first(of, from, entry) {
                self.step(enter, entry);
                return;
            }
            let later = if self.is(Fault::LaterDelayIgnored) { Delay::None } else { later };
            let day = after(later, from, self.fault);
            if day <= entry {
                self.step(enter, entry);
            } else {
                self.wait(day, Step::LaterParty { instrument: of, party });
            }
        }
    }

    /// Tells whether consent of a day was given before the condition was reached, or where none
    /// was, before the entry into force.
    pub(super) fn is_one_of_the_first(&self, of: InstrumentId, consent: Day, entry: Day) -> bool {
        let reached = self.reached.get(&of).copied();
        let reached = reached.filter(|_| !self.is(Fault::DelayRunsForLaterParties));
        consent <= reached.unwrap_or(entry)
    }

    fn came_into_force(&mut self, instrument: InstrumentId, from: Day) {
        let rules: Vec<_> = self
            .rules(from)
            .filter(|(article, _)| self.owner(*article) == Some(instrument))
            .collect();
        for (article, number, day) in self.versions_with(instrument) {
            let day = if self.is(Fault::VersionCountsAtOnce) { from } else { day.unwrap_or(from) };
            self.counts(day, vec![Step::Version { article, number, on_all_days: false }]);
        }
        for (_, clause) in rules {
            if let Rule::Term(rule) = &clause.rule {
                let day = match rule.start {
                    TermStart::InForce => from,
                    TermStart::On(day) => day,
                };
                self.plan(*rule, day);
            } else if let Rule::Ends(older) = &clause.rule
                && !self.is(Fault::SupersededGoesOn)
            {
                self.end_for_all(*older, Cause::Superseded, from);
                if self.in_force(*older, from) {
                    self.step(Step::OutOfForce { instrument: *older }, from);
                }
            }
        }
    }

    /// Returns the versions that count once an instrument is in force, or from a day it names.
    fn versions_with(&self, instrument: InstrumentId) -> Vec<(ArticleId, u16, Option<Day>)> {
        let mut found = Vec::new();
        for (ordinal, article) in (0u32..).zip(&self.law.articles) {
            for (number, version) in (0u16..).zip(&article.versions) {
                let day = match version.start {
                    VersionStart::WithInstrument(with, _) if with == instrument => None,
                    VersionStart::From(day, by) if self.owner(by) == Some(instrument) => Some(day),
                    VersionStart::Original
                    | VersionStart::WithInstrument(..)
                    | VersionStart::From(..)
                    | VersionStart::ByAct(_) => continue,
                };
                found.push((ArticleId::of(ordinal), number, day));
            }
        }
        found
    }

    fn end_for_all(&mut self, of: InstrumentId, cause: Cause, from: Day) {
        for party in self.bound_or_provisional(of, from) {
            self.step(Step::Stand { of, party, what: What::End, cause: Some(cause) }, from);
        }
    }

    /// Returns the instruments that last with another.
    fn lasting_with(&self, other: InstrumentId, on: Day) -> Vec<InstrumentId> {
        let lasts = |article| self.owner(article);
        self.rules(on)
            .filter(|(_, clause)| {
                clause.rule == Rule::LastsWith(other) && !self.is(Fault::LastsAlone)
            })
            .filter_map(|(article, _)| lasts(article))
            .collect()
    }

    fn ended(&mut self, instrument: InstrumentId, from: Day) {
        if self.in_force(instrument, from) {
            return;
        }
        for lasting in self.lasting_with(instrument, from) {
            if self.in_force(lasting, from) {
                self.end_for_all(lasting, Cause::ExpiredNotExtended, from);
                self.step(Step::OutOfForce { instrument: lasting }, from);
            }
        }
    }

    /// What had ended on the day on which another did, and only with it, has not ended after all.
    fn revived(&mut self, instrument: InstrumentId, from: Day) {
        let eve = from.previous();
        for lasting in self.lasting_with(instrument, from) {
            if self.in_force(lasting, from) || !self.in_force(lasting, eve) {
                continue;
            }
            for party in self.bound_or_provisional(lasting, eve) {
                if self.is_bound(lasting, party, eve)
                    && self.status(lasting, party, from) == Some(Status::Former)
                {
                    self.extend(lasting, party, from);
                }
            }
        }
    }

    /// Parties of an instrument that extends others stay bound by those.
    fn extensions_by(&mut self, by: InstrumentId, party: PartyId, entry: Day) {
        if self.is(Fault::ExtensionIgnored) {
            return;
        }
        let rules: Vec<_> =
            self.rules(entry).filter(|(article, _)| self.owner(*article) == Some(by)).collect();
        for (_, clause) in rules {
            let Rule::Extends(of, day) = clause.rule else { continue };
            let signed = self.signed.contains(&(by, party))
                || self.is(Fault::ExtensionWithoutSignatureReachesBack);
            let from = if signed && !self.is(Fault::ExtensionFromEntry) { day } else { entry };
            self.extensions.push(Extension { of, party, by, from });
            self.counts(from, vec![Step::Extend { by, of, party }]);
        }
    }

    /// Returns the bodies whose members are the parties to an instrument.
    fn makes_members_of(&self, instrument: InstrumentId, on: Day) -> Vec<BodyId> {
        let body = |rule: &Rule| match rule {
            Rule::Membership(body, by) if *by == instrument => Some(*body),
            _ => None,
        };
        self.rules(on).filter_map(|(_, clause)| body(&clause.rule)).collect()
    }

    fn becomes_member(&mut self, of: InstrumentId, party: PartyId, from: Day, reopened: bool) {
        for body in self.makes_members_of(of, from) {
            let status = |walk: &Self, on| {
                walk.page(on).members.get(&(body, party)).map(|(status, _)| *status)
            };
            let eve = status(self, from.previous());
            let was_in = matches!(eve, Some(MemberStatus::Member | MemberStatus::Suspended));
            match status(self, from) {
                Some(MemberStatus::Suspended) if self.is(Fault::DepositRestoresSuspendedMember) => {
                    self.member(body, party, MemberStatus::Member, None, from);
                }
                Some(MemberStatus::Member | MemberStatus::Suspended) => {}
                Some(MemberStatus::Former) if reopened && was_in => {
                    let stood = self.page(from.previous()).members.get(&(body, party)).copied();
                    self.write(from, |page| {
                        stood.map(|stood| page.members.insert((body, party), stood));
                    });
                }
                Some(MemberStatus::Former | MemberStatus::Observer | MemberStatus::Partner)
                | None => {
                    self.member(body, party, MemberStatus::Member, None, from);
                }
            }
        }
    }

    fn ceases_member(&mut self, of: InstrumentId, party: PartyId, from: Day, cause: Option<Cause>) {
        if self.is(Fault::MembershipOutlivesInstrument) {
            return;
        }
        for body in self.makes_members_of(of, from) {
            let mut instruments =
                self.law.instrument_names.iter().map(|(instrument, _)| instrument);
            let still = instruments.any(|other| {
                self.makes_members_of(other, from).contains(&body)
                    && self.is_bound(other, party, from)
            });
            let status = self.page(from).members.get(&(body, party)).map(|(status, _)| *status);
            if !still && matches!(status, Some(MemberStatus::Member | MemberStatus::Suspended)) {
                self.member(body, party, MemberStatus::Former, cause, from);
            }
        }
    }
}

fn condition_of(rule: &Rule) -> Option<(&Condition, Delay)> {
    match rule {
        Rule::EntryIntoForce { when: Some(condition), delay, .. } => Some((condition, *delay)),
        _ => None,
    }
}
