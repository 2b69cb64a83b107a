//! A record made ready for questions: which acts a fact depends on, and in which order they count.

use crate::moment::{Known, Moment};
use servanda_engine::{Code, Placed, State, fold};
use servanda_model::{
    ArticleId, Base, BodyId, Condition, Day, Deed, History, Id as _, InstrumentId, Law, OfficeId,
    Preference, Rival, Rule, SourceId, VersionStart, When,
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
    /// The positions of acts about bodies, chairs, offices, and of all that names none of these.
    general: Vec<u32>,
    /// What an instrument's facts depend on beside itself.
    links: BTreeMap<InstrumentId, BTreeSet<InstrumentId>>,
    /// Instruments whose facts depend on who is a member.
    on_members: BTreeSet<InstrumentId>,
    /// Corrections of the act at a position, in order.
    corrections: BTreeMap<u32, Vec<u32>>,
}

/// One act put another way than the record follows: a rival reading, or another day of its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
            general: Vec::new(),
            links: BTreeMap::new(),
            on_members: BTreeSet::new(),
            corrections: BTreeMap::new(),
        };
        asking.link_law();
        for (position, act) in (0u32..).zip(&history.acts) {
            asking.index(position, &act.deed);
        }
        asking
    }

    fn index(&mut self, position: u32, deed: &Deed) {
        if let Deed::Correct { label, .. } = deed
            && let Some(target) = self.history.position_of(*label)
        {
            self.corrections.entry(target).or_default().push(position);
        }
        let revoked = match deed {
            Deed::Revoke { label, .. } | Deed::Object { label, .. } | Deed::Correct { label, .. } => {
                self.history.position_of(*label)
            }
            _ => None,
        };
        let noticed = revoked.and_then(|position| self.history.act(position)).map(|act| &act.deed);
        let own = self.history.instruments_of(deed);
        let instruments = noticed.map_or(&[][..], |deed| self.history.instruments_of(deed));
        if own.is_empty() && instruments.is_empty() {
            self.general.push(position);
        }
        for instrument in own.iter().chain(instruments) {
            let list = self.by_instrument.get_mut(instrument.ordinal() as usize);
            if let Some(list) = list.filter(|list| list.last() != Some(&position)) {
                list.push(position);
            }
        }
    }

    /// Notes which instruments' facts depend on which others.
    fn link_law(&mut self) {
        for (ordinal, article) in (0u32..).zip(&self.law.articles) {
            let id = ArticleId::of(ordinal);
            for version in &article.versions {
                if let Some(by) = self.changed_by(version.start) {
                    self.link(article.instrument, by);
                }
                for clause in &version.clauses {
                    self.link_clause(article.instrument, id, &clause.rule);
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

    fn link_clause(&mut self, own: InstrumentId, _article: ArticleId, rule: &Rule) {
        match rule {
            Rule::Extends(other, _) | Rule::Ends(other) => self.link(*other, own),
            Rule::Term(term) => self.link(term.of, own),
            Rule::LastsWith(other) => self.link(own, *other),
            Rule::EntryIntoForce { when: Some(condition), .. } => self.link_condition(own, condition),
            _ => {}
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
        let mut seen = BTreeSet::from([instrument]);
        let mut queue = vec![instrument];
        let mut members = false;
        while let Some(next) = queue.pop() {
            members |= self.on_members.contains(&next);
            let linked = self.links.get(&next).into_iter().flatten().copied();
            let through_members = members.then(|| self.member_instruments()).into_iter().flatten();
            for other in linked.chain(through_members) {
                if seen.insert(other) {
                    queue.push(other);
                }
            }
        }
        self.gather(&seen, members)
    }

    /// Returns the acts on which facts about bodies, chairs and offices depend.
    pub fn about_bodies(&self) -> Slice {
        let mut seen = BTreeSet::new();
        for instrument in self.member_instruments() {
            seen.insert(instrument);
        }
        let mut positions = self.gather(&seen, true).positions;
        for instrument in seen {
            positions.extend(self.about_instrument(instrument).positions);
        }
        positions.sort_unstable();
        positions.dedup();
        Slice { positions }
    }

    /// Returns all acts.
    pub fn everything(&self) -> Slice {
        let count = u32::try_from(self.history.acts.len()).unwrap_or(u32::MAX);
        Slice { positions: (0..count).collect() }
    }

    fn member_instruments(&self) -> impl Iterator<Item = InstrumentId> + '_ {
        self.law.clauses().filter_map(|(_, clause)| match &clause.rule {
            Rule::Membership(_, by) => Some(*by),
            _ => None,
        })
    }

    fn gather(&self, instruments: &BTreeSet<InstrumentId>, general: bool) -> Slice {
        let lists = instruments.iter().filter_map(|i| self.by_instrument.get(i.ordinal() as usize));
        let mut positions: Vec<u32> = lists.flatten().copied().collect();
        if general {
            positions.extend(&self.general);
        }
        if instruments.len() > 1 || general {
            positions.sort_unstable();
            positions.dedup();
        }
        Slice { positions }
    }

    /// Folds the acts of a slice that were known, along the readings the record follows but for
    /// the choices.
    pub fn fold(&self, slice: &Slice, moment: &Moment, choices: &[Choice]) -> State {
        let mut placed: Vec<Placed<'_>> = slice
            .positions
            .iter()
            .filter_map(|position| self.place(*position, moment, choices))
            .collect();
        placed.sort_by_key(|placed| (placed.day, placed.position));
        self.respect_order(&mut placed);
        fold(&self.code, placed, State::default(), moment.on)
    }

    /// Puts acts of one day behind those they came after, where the record says so.
    fn respect_order(&self, placed: &mut [Placed<'_>]) {
        for index in 0..placed.len() {
            let Some(act) = placed.get(index).map(|placed| placed.act) else { continue };
            let Some(details) = &act.details else { continue };
            for label in &details.after {
                let Some(target) = self.history.position_of(*label) else { continue };
                let at = placed.iter().position(|other| other.position == target);
                let Some(at) = at.filter(|at| *at > index) else { continue };
                if let Some(range) = placed.get_mut(index..=at) {
                    range.rotate_left(1);
                }
            }
        }
    }

    /// Tells whether the act at a position was known.
    pub fn is_known(&self, position: u32, moment: &Moment) -> bool {
        match moment.known {
            Known::Now => true,
            Known::Position(last) => position <= last,
            Known::On(day) => self.history.recorded_on(position) <= day,
        }
    }

    /// Puts one act in its place, or nowhere where it was not known, was corrected, or is none of
    /// the account's.
    pub fn place<'a>(&'a self, position: u32, moment: &Moment, choices: &[Choice]) -> Option<Placed<'a>> {
        let act = self.history.act(position)?;
        if !self.is_known(position, moment) || self.is_corrected(position, moment) {
            return None;
        }
        let mut placed = Placed::new(self.history, position, act);
        if let Deed::Correct { deed, when, .. } = &act.deed {
            (placed.deed, placed.when, placed.day) = (deed, *when, when.order());
        }
        let choice = choices.iter().find(|choice| choice.position == position);
        let reading = match (choice, moment.account) {
            (Some(choice), _) => choice.reading,
            (None, Some(account)) => self.reading_of(position, account)?,
            (None, None) => self.followed(position),
        };
        self.read(&mut placed, reading);
        if let Some(day) = choice.and_then(|choice| choice.day) {
            placed.day = day;
        }
        Some(placed)
    }

    fn is_corrected(&self, position: u32, moment: &Moment) -> bool {
        let Some(corrections) = self.corrections.get(&position) else { return false };
        corrections.iter().any(|correction| self.is_known(*correction, moment))
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
        let rival = readings.enumerate().find(|(_, reading)| {
            reading.sources.iter().any(|source| source.source == account)
        });
        if let Some((index, _)) = rival {
            return Some(Some(index));
        }
        let tells = self.history.sources(act.sources).iter().any(|source| source.source == account);
        tells.then_some(None)
    }

    fn read<'a>(&'a self, placed: &mut Placed<'a>, reading: Option<usize>) {
        let Some(index) = reading else { return };
        let reading = placed.act.details.as_ref().and_then(|details| details.readings.get(index));
        let (deed, when) = match reading.map(|reading| &reading.rival) {
            Some(Rival::Date(when)) => (None, Some(*when)),
            Some(Rival::Deed(deed, when)) => (Some(&**deed), *when),
            None => (None, None),
        };
        if let Some(deed) = deed {
            placed.deed = deed;
        }
        if let Some(when) = when {
            (placed.when, placed.day) = (when, When::order(when));
        }
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
