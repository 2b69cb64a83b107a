//! A record made ready for questions: which acts a fact depends on, and in which order they count.

mod decisions;
mod folds;
mod horizon;
mod index;
mod known;
mod order;
mod rulings;
mod turns;
mod whole;

use crate::ledger::Ledger;
use crate::moment::Moment;
pub(crate) use folds::Folds;
use horizon::Horizon;
use servanda_engine::{Code, Placed, State, fold};
use servanda_model::{
    Base, BodyId, Condition, Day, Decider, Deed, History, Id as _, InstrumentId, Law, OfficeId,
    Preference, Rival, Rule, SourceId, VersionStart,
};
use std::collections::{BTreeMap, BTreeSet};

/// A law and a history with their dependencies worked out once.
#[derive(Debug)]
pub struct Asking<'r> {
    /// The law.
    pub law: &'r Law,
    /// The acts.
    pub history: &'r History,
    /// The law, made ready.
    pub code: Code<'r>,
    /// The positions of the acts about each instrument.
    by_instrument: Vec<Vec<u32>>,
    /// The positions of the acts about each body: membership, sessions, chairs.
    by_body: Vec<Vec<u32>>,
    /// The positions of the acts about each office.
    by_office: Vec<Vec<u32>>,
    /// What an instrument's facts depend on beside itself.
    pub(crate) links: BTreeMap<InstrumentId, BTreeSet<InstrumentId>>,
    /// Instruments whose facts depend on who is a member.
    pub(crate) on_members: BTreeSet<InstrumentId>,
    /// The instruments whose parties are the members of a body.
    memberships: BTreeMap<BodyId, BTreeSet<InstrumentId>>,
    /// Corrections of the act at a position, in order.
    pub(crate) corrections: BTreeMap<u32, Vec<u32>>,
    pub(crate) ledger: Ledger,
    horizon: Horizon,
    rulings: rulings::Rulings,
    /// Whether every slice is the whole record.
    folds_whole: bool,
    /// The position of an act that is only supposed, and counts whatever was known.
    supposed: Option<u32>,
}

/// One act put another way than the record follows: a rival reading, or another day of its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    /// The position of the act.
    pub position: u32,
    /// The rival reading, none for the act as it stands.
    pub reading: Option<usize>,
    /// The day it is placed on, where not its own.
    pub day: Option<Day>,
}

/// The acts a fact depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slice {
    /// Their positions, rising.
    pub positions: Vec<u32>,
}

impl<'r> Asking<'r> {
    /// Works out what depends on what.
    pub fn new(law: &'r Law, history: &'r History) -> Self {
        let mut asking = Self {
            law,
            history,
            code: Code::compile(law),
            by_instrument: vec![Vec::new(); law.instruments.len()],
            by_body: vec![Vec::new(); law.bodies.len()],
            by_office: vec![Vec::new(); law.offices.len()],
            links: BTreeMap::new(),
            on_members: BTreeSet::new(),
            memberships: BTreeMap::new(),
            corrections: BTreeMap::new(),
            ledger: Ledger::default(),
            horizon: Horizon::of(history),
            rulings: rulings::Rulings::default(),
            folds_whole: false,
            supposed: None,
        };
        asking.link_law();
        asking.link_rulings();
        for (position, act) in (0u32..).zip(&history.acts) {
            if let Deed::Correct { label, .. } = &act.deed
                && let Some(target) = history.position_of(*label)
            {
                asking.corrections.entry(target).or_default().push(position);
            }
        }
        for (position, act) in (0u32..).zip(&history.acts) {
            asking.index(position, &act.deed);
        }
        asking
    }

    /// Notes which instruments' facts depend on which others.
    fn link_law(&mut self) {
        for article in &self.law.articles {
            for version in &article.versions {
                if let Some(by) = self.changed_by(version.start) {
                    self.link(article.instrument, by);
                }
                for clause in &version.clauses {
                    self.link_clause(article.instrument, &clause.rule);
                }
            }
        }
    }

    fn changed_by(&self, start: VersionStart) -> Option<InstrumentId> {
        match start {
            VersionStart::WithInstrument(instrument, _) => Some(instrument),
            VersionStart::From(_, by) => self.law.article(by).map(|article| article.instrument),
            VersionStart::Original | VersionStart::ByAct(_) => None,
        }
    }

    fn link_clause(&mut self, own: InstrumentId, rule: &Rule) {
        if let Rule::Extends(other, _) | Rule::Ends(other) = rule {
            self.link(*other, own);
        } else if let Rule::Term(term) = rule {
            self.link(term.of, own);
        } else if let Rule::LastsWith(other) = rule {
            self.link(own, *other);
        } else if let Rule::Membership(body, by) = rule {
            self.memberships.entry(*body).or_default().extend([*by, own]);
        } else if let Rule::EntryIntoForce { when: Some(condition), .. } = rule {
            self.link_condition(own, condition);
        }
    }

    fn link_condition(&mut self, own: InstrumentId, condition: &Condition) {
        if condition.uses(Base::Members) {
            self.on_members.insert(own);
        }
        let amended = self.law.instrument(own).and_then(|row| row.amends);
        if let Some(amended) = amended.filter(|_| condition.uses(Base::Parties)) {
            self.link(own, amended);
        }
    }

    fn link(&mut self, from: InstrumentId, to: InstrumentId) {
        if from != to {
            self.links.entry(from).or_default().insert(to);
        }
    }

    /// Returns the acts on which facts about an instrument depend.
    pub fn about_instrument(&self, instrument: InstrumentId) -> Slice {
        self.gather(vec![instrument], Vec::new())
    }

    /// Returns the acts on which facts about a body, its members and its chair depend.
    pub fn about_body(&self, body: BodyId) -> Slice {
        let mut bodies = vec![body];
        let mut instruments = self.turns_of(Decider::ChairOf(body), &mut bodies);
        instruments.extend(self.rewording(body));
        self.gather(instruments, bodies)
    }

    /// Returns the acts on which facts about an office depend.
    pub fn about_office(&self, office: OfficeId) -> Slice {
        let mut bodies: Vec<BodyId> = self.law.own.into_iter().collect();
        let instruments = self.turns_of(Decider::Office(office), &mut bodies);
        let mut slice = self.gather(instruments, bodies);
        slice.positions.extend(self.by_office.get(office.ordinal() as usize).into_iter().flatten());
        slice.positions.sort_unstable();
        slice.positions.dedup();
        slice
    }

    /// Returns the positions of the acts about a body: membership, votes, sessions, chairs.
    pub(crate) fn positions_about(&self, body: BodyId) -> &[u32] {
        self.by_body.get(body.ordinal() as usize).map_or(&[], Vec::as_slice)
    }

    /// Follows all dependencies from these instruments and bodies, and lists their acts.
    fn gather(&self, instruments: Vec<InstrumentId>, bodies: Vec<BodyId>) -> Slice {
        if self.folds_whole {
            return self.everything();
        }
        let mut seen: BTreeSet<InstrumentId> = instruments.iter().copied().collect();
        let mut seen_bodies: BTreeSet<BodyId> = bodies.iter().copied().collect();
        let (mut queue, mut body_queue) = (instruments, bodies);
        loop {
            if let Some(next) = queue.pop() {
                let members = self.law.own.filter(|_| self.on_members.contains(&next));
                body_queue.extend(members.filter(|own| seen_bodies.insert(*own)));
                let linked = self.links.get(&next).into_iter().flatten();
                queue.extend(linked.copied().filter(|other| seen.insert(*other)));
            } else if let Some(body) = body_queue.pop() {
                let makes = self.memberships.get(&body).into_iter().flatten();
                queue.extend(makes.copied().filter(|other| seen.insert(*other)));
            } else {
                break;
            }
        }
        let of_instruments =
            seen.iter().filter_map(|i| self.by_instrument.get(i.ordinal() as usize));
        let of_bodies = seen_bodies.iter().filter_map(|b| self.by_body.get(b.ordinal() as usize));
        let mut positions: Vec<u32> = of_instruments.chain(of_bodies).flatten().copied().collect();
        let rulings = self.rulings_for(seen.iter(), seen_bodies.iter());
        positions.extend(&rulings);
        if !rulings.is_empty() || seen.len().saturating_add(seen_bodies.len()) > 1 {
            positions.sort_unstable();
            positions.dedup();
        }
        Slice { positions }
    }

    /// Returns the instruments whose facts depend on this one.
    pub fn depending_on(
        &self,
        instrument: InstrumentId,
    ) -> impl Iterator<Item = InstrumentId> + '_ {
        let depends = move |(_, linked): &(&InstrumentId, &BTreeSet<InstrumentId>)| {
            linked.contains(&instrument)
        };
        self.links.iter().filter(depends).map(|(from, _)| *from)
    }

    /// Folds the acts of a slice that were known, along the readings the record follows but for
    /// the choices.
    pub fn fold(&self, slice: &Slice, moment: &Moment, choices: &[Choice]) -> State {
        let placed = self.placed(slice, moment, choices);
        fold(&self.code, placed, State::default(), self.through(moment))
    }

    /// Puts the acts of a slice that were known in the order in which they are folded.
    fn placed(&self, slice: &Slice, moment: &Moment, choices: &[Choice]) -> Vec<Placed<'_>> {
        let mut placed: Vec<Placed<'_>> = slice
            .positions
            .iter()
            .filter_map(|position| self.place(*position, moment, choices))
            .collect();
        // What was always the law counts before all; that it was found is done on a day.
        let steps = placed.iter().filter(|placed| {
            let transcribes = matches!(placed.deed, Deed::Amend { transcription: true, .. });
            transcribes && placed.act.is_of_a_matter()
        });
        let steps: Vec<Placed<'_>> = steps.map(|placed| placed.as_step()).collect();
        placed.extend(steps);
        // Within a day changes of law come first.
        let is_law = |placed: &Placed<'_>| matches!(placed.deed, Deed::Amend { .. });
        placed.sort_by_key(|placed| (placed.day, !is_law(placed), placed.position));
        self.respect_order(&mut placed);
        placed
    }

    /// Puts one act in its place, or nowhere where it was not known, was corrected, or is none of
    /// the account's.
    pub fn place<'a>(
        &'a self,
        position: u32,
        moment: &Moment,
        choices: &[Choice],
    ) -> Option<Placed<'a>> {
        let act = self.history.act(position)?;
        if !self.is_known(position, moment) || self.is_corrected(position, moment) {
            return None;
        }
        let mut placed = Placed::new(self.history, position, act).corrected();
        let choice = choices.iter().find(|choice| choice.position == position);
        let reading = match (choice, moment.account) {
            (Some(choice), _) => choice.reading,
            (None, Some(_)) if self.is_supposed(position) => None,
            (None, Some(account)) => self.reading_of(position, account)?,
            (None, None) => self.followed(position),
        };
        placed = self.read(placed, reading, moment);
        if let Some(day) = choice.and_then(|choice| choice.day) {
            placed.day = day;
        }
        if let Deed::Amend { transcription: true, .. } = placed.deed {
            // What the law always said is only now transcribed as it is.
            placed.day = Day::MIN;
        }
        Some(placed)
    }

    /// Tells whether a known correction took the place of an act, or of an earlier correction.
    fn is_corrected(&self, position: u32, moment: &Moment) -> bool {
        let deed = self.history.act(position).map(|act| &act.deed);
        let target = match deed {
            Some(Deed::Correct { label, .. }) => self.history.position_of(*label),
            Some(_) | None => Some(position),
        };
        let corrections = target.and_then(|target| self.corrections.get(&target));
        corrections.into_iter().flatten().any(|correction| {
            let is_later = target == Some(position) || *correction > position;
            is_later && *correction != position && self.is_known(*correction, moment)
        })
    }

    /// Returns the reading that is followed at a moment: an account's own, else the record's.
    pub fn followed_by(&self, position: u32, moment: &Moment) -> Option<usize> {
        match moment.account {
            Some(account) => self.reading_of(position, account).flatten(),
            None => self.followed(position),
        }
    }

    /// Returns the reading the record follows.
    pub fn followed(&self, position: u32) -> Option<usize> {
        let details = self.history.act(position)?.details.as_ref()?;
        match details.preference {
            Preference::Rival(reading, _) => Some(reading),
            Preference::This(_) | Preference::Undecided => None,
        }
    }

    /// Returns the reading of an account: none for an act it does not tell, else the act as it
    /// stands or one of the rival readings.
    fn reading_of(&self, position: u32, account: SourceId) -> Option<Option<usize>> {
        let act = self.history.act(position)?;
        let readings = act.details.iter().flat_map(|details| &details.readings);
        let rival = readings
            .enumerate()
            .find(|(_, reading)| reading.sources.iter().any(|source| source.source == account));
        if let Some((index, _)) = rival {
            return Some(Some(index));
        }
        let tells = self.history.sources(act.sources).iter().any(|source| source.source == account);
        tells.then_some(None)
    }

    fn read<'a>(
        &'a self,
        placed: Placed<'a>,
        reading: Option<usize>,
        moment: &Moment,
    ) -> Placed<'a> {
        let Some(index) = reading else { return placed };
        let reading = placed.act.details.as_ref().and_then(|details| details.readings.get(index));
        let (deed, when) = match reading.map(|reading| &reading.rival) {
            Some(Rival::Date(when)) => (None, Some(*when)),
            Some(Rival::Deed(deed, when)) => (Some(&**deed), *when),
            None => (None, None),
        };
        let told = placed.told(deed.unwrap_or(placed.deed), when.unwrap_or(placed.when));
        // Beside the act as it stands, one told less exactly was done on no other day.
        let is_same_day = deed.is_some() && told.when.contains(placed.when);
        if is_same_day && moment.account.is_none() {
            return Placed { day: placed.day, ..told };
        }
        told
    }

    /// Finds a body by its word.
    pub fn body(&self, word: &str) -> Option<BodyId> {
        self.law.body_names.find(word)
    }

    /// Finds an office by its word.
    pub fn office(&self, word: &str) -> Option<OfficeId> {
        self.law.office_names.find(word)
    }
}
