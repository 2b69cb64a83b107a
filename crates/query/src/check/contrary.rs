//! What a record says in two ways that cannot both be so: checks of one day, chairs of one day,
//! figures of one source, entries into force of one text. Whichever is told, it tells of the other.

use crate::asking::Asking;
use crate::describe::named;
use servanda_model::{
    Act, BodyId, Check, Comparison, Day, Deed, Fact, Figure, Finding, Grade, InstrumentId, Origin,
    PartyId, Remark, When, remark,
};
use std::collections::{BTreeMap, BTreeSet};

/// Returns for each check that another of its kind and day contradicts, where that one stands.
pub(super) fn checks(checks: &[Check]) -> BTreeMap<Origin, Origin> {
    let mut of_day: BTreeMap<Day, Vec<&Check>> = BTreeMap::new();
    for check in checks {
        of_day.entry(check.when.order()).or_default().push(check);
    }
    let mut found = BTreeMap::new();
    for all in of_day.values() {
        for (index, one) in all.iter().enumerate() {
            let later = all.iter().skip(index.saturating_add(1));
            for other in later.filter(|other| contradict(one, other)) {
                found.entry(one.origin).or_insert(other.origin);
                found.entry(other.origin).or_insert(one.origin);
            }
        }
    }
    found
}

fn contradict(one: &Check, other: &Check) -> bool {
    let (left, right) = (&one.claim, &other.claim);
    let of_one_day = one.kind == other.kind && one.when == other.when;
    let differ = match (left.holds, right.holds) {
        (true, true) => exclude(&left.fact, &right.fact),
        (false, false) => false,
        (true, false) | (false, true) => left.fact == right.fact,
    };
    of_one_day && differ
}

/// Tells whether two facts cannot both be so.
fn exclude(one: &Fact, other: &Fact) -> bool {
    match (one, other) {
        (Fact::Participation(a, x, of), Fact::Participation(b, y, with)) => {
            a == b && of == with && x != y
        }
        (Fact::Membership(a, x, of), Fact::Membership(b, y, with)) => {
            a == b && of == with && x != y
        }
        (Fact::Chair(a, of), Fact::Chair(b, with)) => of == with && a != b,
        (Fact::Holds(a, of), Fact::Holds(b, with)) => of == with && a != b,
        (Fact::Term(of, a), Fact::Term(with, b)) => of == with && a != b,
        (Fact::Parties(of, Comparison::Equals, a), Fact::Parties(with, Comparison::Equals, b)) => {
            of == with && are_others(a, b)
        }
        (Fact::Members(of, Comparison::Equals, a), Fact::Members(with, Comparison::Equals, b)) => {
            of == with && are_others(a, b)
        }
        _ => false,
    }
}

fn are_others(one: &[PartyId], other: &[PartyId]) -> bool {
    let set = |all: &[PartyId]| all.iter().copied().collect::<BTreeSet<_>>();
    set(one) != set(other)
}

/// Returns a finding for each act that tells otherwise than one before it, with the position of
/// that one; `is_noticed` says of which acts something else was noticed already.
pub(super) fn acts(asking: &Asking<'_>, is_noticed: impl Fn(u32) -> bool) -> Vec<(Finding, u32)> {
    let mut desk = Desk { asking, told: BTreeMap::new(), found: Vec::new() };
    for (position, act) in (0u32..).zip(&asking.history.acts) {
        if !asking.corrections.contains_key(&position) {
            desk.read(position, act, &is_noticed);
        }
    }
    desk.found
}

/// Of what acts tell, by which two of them could contradict each other.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Told {
    Chair(BodyId, Day),
    Figure(String, Option<PartyId>, Option<BodyId>, Day),
    Entry(InstrumentId),
}

struct Desk<'r, 'a> {
    asking: &'r Asking<'a>,
    told: BTreeMap<Told, Vec<u32>>,
    found: Vec<(Finding, u32)>,
}

impl Desk<'_, '_> {
    fn read(&mut self, position: u32, act: &Act, is_noticed: &impl Fn(u32) -> bool) {
        let day = act.when.order();
        if let Deed::Chair { organ, party, .. } = act.deed {
            self.chair(position, act, (organ, party));
        } else if let Deed::Figure(figure) = &act.deed {
            let key = Told::Figure(figure.name.clone(), figure.party, figure.body, day);
            let other = self.before(&key, |other| self.counts_otherwise(other, (act, figure)));
            let said = other.map(|at| self.figure(at, &figure.name));
            self.keep(position, key, other.zip(said));
        } else if let Deed::EnterIntoForce { instruments, .. } = act.deed {
            for id in self.asking.history.instruments(instruments) {
                let key = Told::Entry(*id);
                let other = self.before(&key, |other| self.enters_otherwise(other, act, *id));
                let other = other.filter(|_| !is_noticed(position));
                let said = other.map(|at| self.entry(at, *id, act.when));
                self.keep(position, key, other.zip(said));
            }
        }
    }

    fn chair(&mut self, position: u32, act: &Act, (organ, party): (BodyId, PartyId)) {
        let key = Told::Chair(organ, act.when.order());
        let of_another = |other: &Act| {
            let is_other =
                matches!(&other.deed, Deed::Chair { party: known, .. } if *known != party);
            is_other && other.when == act.when && !are_ordered(other, act)
        };
        let other = self.before(&key, of_another);
        let said = other.map(|at| {
            let other = named(self.asking, at);
            remark!(CHAIR_OF_ANOTHER, other = other, organ = organ, party = party)
        });
        self.keep(position, key, other.zip(said));
    }

    fn figure(&self, at: u32, name: &str) -> Remark {
        let mut number = "";
        if let Some(Deed::Figure(figure)) = self.asking.history.act(at).map(|act| &act.deed) {
            number = &figure.number;
        }
        remark!(FIGURE_OTHERWISE, other = named(self.asking, at), name = name, number = number)
    }

    fn entry(&self, at: u32, instrument: InstrumentId, told: When) -> Remark {
        let day = self.asking.history.act(at).map_or(told, |act| act.when);
        let other = named(self.asking, at);
        remark!(ENTRY_OTHERWISE, other = other, instrument = instrument, day = day, told = told)
    }

    /// Returns the last act before that tells of the same and is as asked.
    fn before(&self, key: &Told, is_asked: impl Fn(&Act) -> bool) -> Option<u32> {
        let known = self.told.get(key).map_or(&[][..], Vec::as_slice);
        let act = |position: u32| self.asking.history.act(position);
        known.iter().rev().copied().find(|position| act(*position).is_some_and(&is_asked))
    }

    fn keep(&mut self, position: u32, key: Told, other: Option<(u32, Remark)>) {
        if let Some((other, said)) = other {
            let (grade, notice) = (Grade::Disputed, said.into());
            self.found.push((Finding { grade, position, article: None, notice }, other));
        }
        self.told.entry(key).or_default().push(position);
    }

    /// Tells whether one source gives another number, counted in the same way.
    fn counts_otherwise(&self, other: &Act, (act, figure): (&Act, &Figure)) -> bool {
        let sources = |act: &Act| {
            let all = self.asking.history.sources(act.sources).iter();
            all.map(|of| of.source).collect::<BTreeSet<_>>()
        };
        let basis = |act: &Act| {
            let all = act.details.iter().flat_map(|details| &details.particulars);
            let all = all.filter(|(word, _)| word == "basis");
            all.map(|(_, said)| said.clone()).collect::<Vec<_>>()
        };
        let says = matches!(&other.deed, Deed::Figure(known) if known.number != figure.number);
        says && other.when == act.when
            && basis(other) == basis(act)
            && !sources(other).is_disjoint(&sources(act))
    }

    /// Tells whether an act tells another day of the same entry into force for one of the same.
    fn enters_otherwise(&self, other: &Act, act: &Act, id: InstrumentId) -> bool {
        let history = self.asking.history;
        let whom = |act: &Act| {
            let Deed::EnterIntoForce { parties, .. } = act.deed else { return Vec::new() };
            history.parties(parties).to_vec()
        };
        let (left, right) = (whom(other), whom(act));
        let meet = left.is_empty() || right.is_empty() || left.iter().any(|it| right.contains(it));
        let apart = other.when.latest() < act.when.earliest();
        let apart = apart || act.when.latest() < other.when.earliest();
        meet && apart && !self.ended_between(other.when.order(), act.when.order(), id)
    }

    /// Tells whether it ended for somebody in the meantime, so that it could begin anew.
    fn ended_between(&self, one: Day, other: Day, id: InstrumentId) -> bool {
        let (first, last) = (one.min(other), one.max(other));
        let history = self.asking.history;
        let ends = |act: &Act| {
            let is_end = matches!(act.deed, Deed::End { .. } | Deed::GiveNotice { .. });
            is_end && history.instruments_of(&act.deed).contains(&id)
        };
        history.acts.iter().any(|act| (first..=last).contains(&act.when.order()) && ends(act))
    }
}

/// Tells whether one of two acts says that it came after the other, or before it.
fn are_ordered(one: &Act, other: &Act) -> bool {
    let names = |act: &Act, wanted: &Act| {
        let mut details = act.details.iter();
        wanted.label.is_some_and(|wanted| {
            details.any(|it| it.after.contains(&wanted) || it.before.contains(&wanted))
        })
    };
    names(one, other) || names(other, one)
}
