//! A law made ready for judging: which provisions an instrument has and what depends on what.

use crate::state::State;
use servanda_model::{
    ArticleId, Base, BodyId, Clause, Condition, Day, Decider, Id as _, InstrumentId, Law, Rotation,
    Rule, VersionStart,
};
use std::collections::BTreeMap;

/// A clause in its place.
#[derive(Debug, Clone, Copy)]
pub struct Provision<'l> {
    /// The article.
    pub article: ArticleId,
    /// The version of the article.
    pub version: u16,
    /// The clause.
    pub clause: &'l Clause,
}

/// A version of an article, the day it names, and the article that makes it.
type NewVersion = (ArticleId, u16, Option<Day>, ArticleId);

/// A law with its dependencies worked out once.
#[derive(Debug)]
pub struct Code<'l> {
    /// The law.
    pub law: &'l Law,
    provisions: Vec<Vec<Provision<'l>>>,
    /// Versions that count once an instrument is in force, or from a day it names.
    pub(crate) versions: BTreeMap<InstrumentId, Vec<NewVersion>>,
    /// Bodies whose members are the parties to an instrument.
    pub(crate) memberships: BTreeMap<InstrumentId, Vec<(BodyId, ArticleId)>>,
    /// Instruments whose entry into force looks at members.
    pub(crate) on_members: Vec<InstrumentId>,
    /// Instruments that amend another and look at its parties.
    pub(crate) on_parties: BTreeMap<InstrumentId, Vec<InstrumentId>>,
    /// Instruments that last with another.
    pub(crate) lasting: BTreeMap<InstrumentId, Vec<(InstrumentId, ArticleId)>>,
    rotations: Vec<(ArticleId, u16, &'l Rotation)>,
}

impl<'l> Code<'l> {
    /// Makes a law ready.
    pub fn compile(law: &'l Law) -> Self {
        let mut code = Self {
            law,
            provisions: vec![Vec::new(); law.instruments.len()],
            versions: BTreeMap::new(),
            memberships: BTreeMap::new(),
            on_members: Vec::new(),
            on_parties: BTreeMap::new(),
            lasting: BTreeMap::new(),
            rotations: Vec::new(),
        };
        for (ordinal, article) in (0u32..).zip(&law.articles) {
            let id = ArticleId::of(ordinal);
            for (number, version) in (0u16..).zip(&article.versions) {
                code.note_version(id, number, version.start);
                for clause in &version.clauses {
                    let provision = Provision { article: id, version: number, clause };
                    code.note_clause(article.instrument, provision);
                }
            }
        }
        code
    }

    fn note_version(&mut self, article: ArticleId, number: u16, start: VersionStart) {
        let (instrument, from, by) = match start {
            VersionStart::Original | VersionStart::ByAct(_) => return,
            VersionStart::WithInstrument(instrument, by) => (instrument, None, by),
            VersionStart::From(day, by) => {
                let Some(row) = self.law.article(by) else {
                    return;
                };
                (row.instrument, Some(day), by)
            }
        };
        self.versions.entry(instrument).or_default().push((article, number, from, by));
    }

    fn note_clause(&mut self, instrument: InstrumentId, provision: Provision<'l>) {
        match &provision.clause.rule {
            Rule::Membership(body, by) => {
                self.memberships.entry(*by).or_default().push((*body, provision.article));
            }
            Rule::EntryIntoForce { when: Some(condition), .. } => {
                self.note_condition(instrument, condition);
            }
            Rule::LastsWith(other) => {
                self.lasting.entry(*other).or_default().push((instrument, provision.article));
            }
            Rule::Rotation(rotation) => {
                self.rotations.push((provision.article, provision.version, rotation));
            }
            Rule::EntryIntoForce { when: None, .. }
            | Rule::Signature(_)
            | Rule::EntryAsSourcesSay
            | Rule::Term(_)
            | Rule::Extends(..)
            | Rule::Withdrawal(_)
            | Rule::ProvisionalFromSignature
            | Rule::ProvisionalByDeclaration
            | Rule::Reservations(_)
            | Rule::Accession(_)
            | Rule::Ends(_)
            | Rule::Obliges(_)
            | Rule::Entitles(_)
            | Rule::Class { .. }
            | Rule::Establishes(_) => {}
        }
        if let Some(list) = self.provisions.get_mut(instrument.ordinal() as usize) {
            list.push(provision);
        }
    }

    fn note_condition(&mut self, instrument: InstrumentId, condition: &Condition) {
        if condition.uses(Base::Members) {
            self.on_members.push(instrument);
        }
        let amended = self.law.instrument(instrument).and_then(|row| row.amends);
        if let Some(amended) = amended.filter(|_| condition.uses(Base::Parties)) {
            self.on_parties.entry(amended).or_default().push(instrument);
        }
    }

    /// Returns the provisions of an instrument that count on a day.
    pub fn provisions<'a>(
        &'a self,
        instrument: InstrumentId,
        state: &'a State,
        on: Day,
    ) -> impl Iterator<Item = Provision<'l>> + 'a {
        let list = self.provisions.get(instrument.ordinal() as usize);
        list.into_iter().flatten().copied().filter(move |provision| {
            self.version(provision.article, state, on) == Some(provision.version)
        })
    }

    /// Returns the number of the version of an article that counts on a day.
    pub fn version(&self, article: ArticleId, state: &State, on: Day) -> Option<u16> {
        if let Some(line) = state.versions.get(&article)
            && let Some(number) = line.value(on)
        {
            return number;
        }
        let first = self.law.article(article)?.versions.first()?;
        matches!(first.start, VersionStart::Original).then_some(0)
    }

    /// Returns every rotation of a chair or office, in whatever version of its article.
    pub fn rotations(&self, subject: Decider) -> impl Iterator<Item = (ArticleId, &'l Rotation)> {
        let all = self.rotations.iter().filter(move |(_, _, rotation)| rotation.subject == subject);
        all.map(|(article, _, rotation)| (*article, *rotation))
    }

    /// Returns the rotations of a chair or office that count on a day, each with its article.
    pub fn rotations_on<'a>(
        &'a self,
        subject: Decider,
        state: &'a State,
        on: Day,
    ) -> impl Iterator<Item = (ArticleId, &'l Rotation)> + 'a {
        let counts = move |(article, version, rotation): &&(ArticleId, u16, &'l Rotation)| {
            rotation.subject == subject && self.version(*article, state, on) == Some(*version)
        };
        self.rotations.iter().filter(counts).map(|(article, _, rotation)| (*article, *rotation))
    }
}
