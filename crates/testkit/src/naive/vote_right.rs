//! The votes that an article takes, and whose vote is not counted in an organ.

use super::fault::Fault;
use super::step::Step;
use super::walk::Walk;
use servanda_model::{
    Body, BodyId, BodyKind, Cause, Day, Establishes, Grade, List, LossOfVote, MemberStatus,
    PartyId, PartyKind, Rule, Status, VoteRight,
};
use std::collections::{BTreeMap, BTreeSet};

impl Walk<'_> {
    /// Takes, permits or gives back votes, where the article does not deny it.
    pub(super) fn vote_right(
        &self,
        (body, parties): (BodyId, List),
        right: VoteRight,
        by: Option<BodyId>,
        from: Day,
    ) -> Vec<Step> {
        if let Some((loss, Grade::Void)) = self.loss(body, self.today) {
            let asked = match right {
                VoteRight::Taken => loss.by,
                VoteRight::Permitted => loss.permitted_by,
                VoteRight::Returned => loss.returned_by,
            };
            let nobody = asked.is_none() && right == VoteRight::Permitted;
            let another = asked.is_some() && by.is_some() && by != asked;
            if (nobody || another) && !self.is(Fault::DeniedVoteRightCounts) {
                return Vec::new();
            }
        }
        let seats = self.seats(body, from);
        let mut steps = Vec::new();
        for party in self.history.parties(parties).iter().copied() {
            let is_taken = match self.page(from).votes.get(&(body, party)) {
                None | Some(VoteRight::Returned) => 0,
                Some(VoteRight::Taken) => 1,
                Some(VoteRight::Permitted) => 2,
            };
            let can = match right {
                VoteRight::Taken => is_taken != 1,
                VoteRight::Permitted => is_taken == 1,
                VoteRight::Returned => is_taken > 0,
            };
            if can && seats.as_ref().is_none_or(|seats| seats.contains(&party)) {
                steps.push(Step::VoteRight { body, party, right });
            }
        }
        steps
    }

    /// Tells whose vote is not counted in each organ, and which of them may vote all the same.
    pub(super) fn unheard(&self, on: Day) -> BTreeMap<(BodyId, PartyId), bool> {
        let mut unheard = BTreeMap::new();
        for (organ, _) in self.law.body_names.iter() {
            for party in self.seats(organ, on).unwrap_or_default() {
                if self.has_no_class_vote(organ, party, on) {
                    unheard.insert((organ, party), false);
                } else if let Some(stays) = self.is_taken(organ, party, on) {
                    unheard.insert((organ, party), stays);
                }
            }
        }
        unheard
    }

    /// Tells whether the vote of a member is taken, and if so whether it may vote all the same.
    pub(super) fn is_taken(&self, organ: BodyId, party: PartyId, on: Day) -> Option<bool> {
        let votes = &self.page(on).votes;
        let whole = self.worded(organ, on)?.composed.map(|composed| composed.members_of);
        let own = votes.get(&(organ, party)).filter(|right| **right != VoteRight::Returned);
        let of_whole = || Some((votes.get(&(whole?, party))?, whole?));
        let (right, of) = own.map(|right| (right, organ)).or_else(of_whole)?;
        let permitted = *right == VoteRight::Permitted && !self.is(Fault::PermissionIgnored);
        if permitted || *right == VoteRight::Returned {
            return None;
        }
        Some(self.loss(of, on).is_some_and(|(loss, _)| loss.stays_in_electorate))
    }

    /// Returns what the law says of a body on a day: the version of its article that counts, and
    /// where none does, how it was first declared.
    pub(super) fn worded(&self, body: BodyId, on: Day) -> Option<&Body> {
        let now = self.rules(on).filter_map(|(_, clause)| match &clause.rule {
            Rule::Establishes(Establishes::Organ(of, row)) if *of == body => Some(&**row),
            _ => None,
        });
        let now = now.last();
        now.filter(|_| !self.is(Fault::FirstWordingStays)).or_else(|| self.law.body(body))
    }

    fn loss(&self, body: BodyId, on: Day) -> Option<(&LossOfVote, Grade)> {
        let kind = self.law.body(body)?.kind;
        let whole = if let BodyKind::Organ { of } = kind { of } else { None };
        self.rules(on).find_map(|(_, clause)| {
            let Rule::LossOfVote(loss) = &clause.rule else { return None };
            let named = |of: &BodyId| *of == body || Some(*of) == whole;
            loss.bodies.iter().any(named).then_some((&**loss, clause.breach))
        })
    }

    /// Returns what the charter gives and takes one that is suspended, by the ground where it says so.
    fn suspended_class(&self, of: BodyId, party: PartyId, on: Day) -> Option<&Vec<String>> {
        let (status, cause) = self.page(on).members.get(&(of, party)).copied()?;
        if status != MemberStatus::Suspended {
            return None;
        }
        let worded = |word: &str| {
            let named = self.law.class_names.find(word)?;
            self.rules(on).find_map(|(_, clause)| match &clause.rule {
                Rule::Class { class, rights } if *class == named => Some(rights),
                _ => None,
            })
        };
        let is_asked = cause == Some(Cause::SuspendedOwnRequest);
        let own = is_asked && !self.is(Fault::OwnRequestIsASanction);
        let by_ground = own.then(|| worded("suspended-own-request")).flatten();
        by_ground.or_else(|| worded("suspended"))
    }

    /// Returns who has a seat in a body, where the record tells.
    pub(super) fn seats(&self, body: BodyId, on: Day) -> Option<BTreeSet<PartyId>> {
        let page = self.page(on);
        let members = |of: BodyId| -> BTreeSet<PartyId> {
            let rows = page.members.iter().filter(|((whose, party), (status, _))| {
                let is_state =
                    self.law.party(*party).is_some_and(|row| row.kind == PartyKind::State);
                let without = self.suspended_class(of, *party, on).is_some_and(|rights| {
                    rights.iter().skip_while(|word| *word != "without").any(|word| word == "seat")
                });
                let sits = matches!(status, MemberStatus::Member | MemberStatus::Suspended);
                *whose == of && sits && is_state && !without
            });
            rows.map(|((_, party), _)| *party).collect()
        };
        let own = members(body);
        if !own.is_empty() {
            return Some(own);
        }
        let composed = self.worded(body, on)?.composed?;
        let whole = members(composed.members_of);
        if !whole.is_empty() {
            return Some(whole);
        }
        let before = composed.before_that?;
        let parties = page.standing.iter();
        let parties: BTreeSet<PartyId> = parties
            .filter(|((of, _), (status, _))| *of == before && *status == Status::Party)
            .map(|((_, party), _)| *party)
            .collect();
        (!parties.is_empty()).then_some(parties)
    }

    /// A suspended member has a vote only where its class says so.
    pub(super) fn has_no_class_vote(&self, organ: BodyId, party: PartyId, on: Day) -> bool {
        let members = &self.page(on).members;
        let own = members.keys().any(|(of, whose)| {
            *of == organ && self.seats(organ, on).is_some_and(|seats| seats.contains(whose))
        });
        let composed = self.worded(organ, on).and_then(|row| row.composed);
        let Some(of) = (if own { Some(organ) } else { composed.map(|it| it.members_of) }) else {
            return false;
        };
        let status = members.get(&(of, party)).map(|(status, _)| *status);
        if status != Some(MemberStatus::Suspended) {
            return false;
        }
        self.suspended_class(of, party, on).is_none_or(|rights| {
            let mut after = rights.iter().skip_while(|word| *word != "without");
            match after.next() {
                None => !rights.iter().any(|word| word == "vote"),
                Some(_) => after.any(|word| word == "vote"),
            }
        })
    }
}
