//! Whose turn a chair or office is, under each reading of its rotation.

use super::fault::Fault;
use super::walk::Walk;
use servanda_model::{
    ArticleId, BodyId, Day, Decider, Grade, MemberStatus, OfficeId, Order, PartyId, Rotation, Rule,
    SessionForm, collation_key,
};

/// A turn that was had: from when, by whom, and instead of whom.
type Had = (Day, PartyId, Option<PartyId>);

impl Walk<'_> {
    /// Returns who has the chair of an organ on a day: who took it last.
    pub(super) fn chair(&self, organ: BodyId, on: Day) -> Option<PartyId> {
        let taken = self.chairs.get(&organ)?.iter().filter(|(from, ..)| *from <= on);
        taken.max_by_key(|(from, ..)| *from).map(|(_, party, _)| *party)
    }

    /// Returns of which party the holder of an office is, and whether it only stands in.
    pub(super) fn holder(&self, office: OfficeId, on: Day) -> Option<(PartyId, bool)> {
        let taken = self.offices.get(&office)?.iter().filter(|(from, ..)| *from <= on);
        let (_, party, acting) = taken.max_by_key(|(from, ..)| *from)?;
        Some(((*party)?, *acting))
    }

    /// Returns whom each reading of each rotation expects for a turn that begins on a day.
    pub(super) fn expected(&self, on: Day) -> Vec<(ArticleId, String, Option<PartyId>, bool)> {
        let mut rotations: Vec<(ArticleId, &Rotation)> = Vec::new();
        let old = self.law.clauses().filter(|_| self.is(Fault::OldRotationStillCounts));
        for (article, clause) in self.rules(on).chain(old) {
            if let Rule::Rotation(rotation) = &clause.rule {
                rotations.push((article, rotation));
            }
        }
        let begun = |rotation: &Rotation| rotation.followed_from.is_some_and(|from| from <= on);
        let answer = |(article, rotation): &(ArticleId, &Rotation)| {
            let mut rivals =
                rotations.iter().filter(|(_, rival)| rival.subject == rotation.subject);
            let mut followed = begun(rotation)
                || (rotation.followed_from.is_none() && !rivals.any(|(_, rival)| begun(rival)));
            followed |= self.is(Fault::FollowedFromIgnored);
            (*article, rotation.reading.clone(), self.next(rotation, on), followed)
        };
        let mut expected: Vec<_> = rotations.iter().map(answer).collect();
        expected.sort();
        expected
    }

    /// Tells whether the reading that practice follows denies a turn to who takes it.
    pub(super) fn is_not_the_turn(
        &self,
        subject: Decider,
        (party, instead_of): (PartyId, Option<PartyId>),
        on: Day,
    ) -> bool {
        let mut followed = None;
        for (article, clause) in self.rules(on) {
            let Rule::Rotation(rotation) = &clause.rule else { continue };
            let mut expected = self.expected(on).into_iter();
            let it = expected.find(|(of, name, ..)| *of == article && *name == rotation.reading);
            if rotation.subject == subject && it.is_some_and(|(.., is)| is) {
                followed = followed.or(Some(rotation));
            }
        }
        let denies = followed.filter(|rotation| rotation.breach == Grade::Void);
        let due = denies.and_then(|rotation| self.next(rotation, on));
        due.is_some_and(|due| due != party || instead_of.is_some())
            && !self.is(Fault::DeniedTurnCounts)
    }

    fn next(&self, rotation: &Rotation, on: Day) -> Option<PartyId> {
        let (language, of) = match &rotation.order {
            Order::HostOfRegularSession => return self.host(rotation.subject, on),
            Order::Alphabet { language, of } => (language, *of),
        };
        let ring = self.ring(of, language, on);
        let had = self.turns(rotation.subject).into_iter().filter(|(from, ..)| *from < on);
        let last = had.max_by_key(|(from, ..)| *from);
        let begins = rotation.begins_with.filter(|_| !self.is(Fault::BeginsWithIgnored));
        let Some((from, party, instead_of)) = last else { return begins };
        if begins.is_some() && rotation.followed_from.is_some_and(|day| from < day) {
            return begins;
        }
        let takes_turn =
            |wanted: PartyId| ring.iter().any(|(_, party, takes)| *party == wanted && *takes);
        match instead_of.filter(|_| !self.is(Fault::SubstituteSpendsTurn)) {
            Some(absent) if takes_turn(absent) => Some(absent),
            Some(absent) => self.follower(&ring, &self.name(absent, language, on)),
            None => self.follower(&ring, &self.name(party, language, on)),
        }
    }

    /// Returns the first who can have a turn and stands behind a name, and then from the beginning.
    fn follower(&self, ring: &[(Vec<u32>, PartyId, bool)], name: &[u32]) -> Option<PartyId> {
        let skips = !self.is(Fault::SuspendedNotPassedOver);
        let mut able: Vec<_> = ring.iter().filter(|(_, _, takes)| *takes || !skips).collect();
        if self.is(Fault::WrongRingSuccessor) {
            able.reverse();
        }
        let behind = able.iter().find(|(key, ..)| key.as_slice() > name);
        behind.or(able.first()).map(|(_, party, _)| *party)
    }

    /// Returns the members of a body that are states, by name, with whether they can have a turn.
    fn ring(&self, of: BodyId, language: &str, on: Day) -> Vec<(Vec<u32>, PartyId, bool)> {
        let mut ring = Vec::new();
        for ((body, party), (status, _)) in &self.page(on).members {
            let takes = match status {
                MemberStatus::Member => true,
                MemberStatus::Suspended => false,
                MemberStatus::Observer | MemberStatus::Partner | MemberStatus::Former => continue,
            };
            if *body == of && self.is_state(*party) {
                ring.push((self.name(*party, language, on), *party, takes));
            }
        }
        ring.sort();
        ring
    }

    fn name(&self, party: PartyId, language: &str, on: Day) -> Vec<u32> {
        let Some(row) = self.law.party(party) else { return Vec::new() };
        collation_key(row.titles.short(language, on).unwrap_or(&row.titles.main))
    }

    fn turns(&self, subject: Decider) -> Vec<Had> {
        match subject {
            Decider::ChairOf(organ) => self.chairs.get(&organ).cloned().unwrap_or_default(),
            Decider::Office(office) => {
                let taken = self.offices.get(&office).cloned().unwrap_or_default().into_iter();
                let full =
                    taken.filter(|(_, _, acting)| !acting || self.is(Fault::ActingSpendsTurn));
                full.filter_map(|(from, party, _)| Some((from, party?, None))).collect()
            }
        }
    }

    /// Returns the host state of the organ's latest regular session.
    fn host(&self, subject: Decider, on: Day) -> Option<PartyId> {
        let Decider::ChairOf(organ) = subject else { return None };
        let sessions = self.sessions.get(&organ)?.iter().filter(|(day, ..)| *day <= on);
        let any = self.is(Fault::HostOfAnySession);
        let regular = sessions.filter(|(_, _, form)| {
            any || matches!(form, SessionForm::Untold | SessionForm::Regular)
        });
        regular.max_by_key(|(day, ..)| *day).and_then(|(_, state, _)| *state)
    }
}
