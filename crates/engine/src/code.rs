//! A law made ready for judging: which provisions an instrument has and what depends on what.

use crate::state::State;
use servanda_model::{
    ArticleId, Base, Body, BodyId, BodyKind, ClassId, Clause, Condition, Day, Decider,
    DecisionRule, Establishes, Grade, Id as _, InstrumentId, Law, LossOfVote, Mandate, Matter,
    MatterId, PartyId, Procedure, ProcedureId, Rotation, Rule, RuleId, VersionStart, Voters,
    Yearly,
};
use std::collections::BTreeMap;
use std::ops::Bound;

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
    pub(crate) memberships: BTreeMap<InstrumentId, Vec<(BodyId, ArticleId, u16)>>,
    /// Instruments whose entry into force looks at members.
    pub(crate) on_members: Vec<InstrumentId>,
    /// Instruments that amend another and look at its parties.
    pub(crate) on_parties: BTreeMap<InstrumentId, Vec<InstrumentId>>,
    /// Instruments that last with another.
    lasting: BTreeMap<InstrumentId, Vec<(InstrumentId, ArticleId, u16)>>,
    /// Instruments whose entry into force weighs by a table that changes on a day.
    pub(crate) dates: BTreeMap<Day, Vec<InstrumentId>>,
    rotations: Vec<(ArticleId, u16, &'l Rotation)>,
    rules: Vec<(ArticleId, u16, &'l DecisionRule)>,
    pub(crate) matters: Vec<(ArticleId, u16, &'l Matter)>,
    procedures: Vec<(ArticleId, u16, &'l Procedure)>,
    losses: Vec<(ArticleId, u16, (&'l LossOfVote, Grade))>,
    pub(crate) mandates: Vec<(ArticleId, u16, (&'l Mandate, Grade))>,
    yearly: Vec<(ArticleId, u16, &'l Yearly)>,
    /// What each class of membership gives.
    classes: BTreeMap<ClassId, Vec<(Provision<'l>, &'l [String])>>,
    /// What versions of articles say of organs.
    pub(crate) wordings: Vec<(ArticleId, u16, (BodyId, &'l Body))>,
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
            dates: BTreeMap::new(),
            rotations: Vec::new(),
            rules: Vec::new(),
            matters: Vec::new(),
            procedures: Vec::new(),
            losses: Vec::new(),
            mandates: Vec::new(),
            yearly: Vec::new(),
            classes: BTreeMap::new(),
            wordings: Vec::new(),
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
                let row = (*body, provision.article, provision.version);
                self.memberships.entry(*by).or_default().push(row);
            }
            Rule::EntryIntoForce { when: Some(when), .. } => self.note_condition(instrument, when),
            Rule::LastsWith(other) => {
                let row = (instrument, provision.article, provision.version);
                self.lasting.entry(*other).or_default().push(row);
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
            | Rule::FullPowers(_)
            | Rule::Corrections(_)
            | Rule::Ends(_)
            | Rule::Obliges(_)
            | Rule::Entitles(_)
            | Rule::Establishes(Establishes::Office(_)) => {}
            Rule::Class { class, rights } => {
                self.classes.entry(*class).or_default().push((provision, rights));
            }
            Rule::Establishes(Establishes::Organ(organ, wording)) => {
                self.wordings.push((provision.article, provision.version, (*organ, wording)));
            }
            Rule::Decides(rule) => {
                self.rules.push((provision.article, provision.version, rule));
            }
            Rule::Procedure(procedure) => {
                self.procedures.push((provision.article, provision.version, procedure));
            }
            Rule::Mandate(mandate) => {
                let row = (&**mandate, provision.clause.breach);
                self.mandates.push((provision.article, provision.version, row));
            }
            Rule::LossOfVote(loss) => {
                let row = (&**loss, provision.clause.breach);
                self.losses.push((provision.article, provision.version, row));
            }
            Rule::EachYear(duty) => {
                self.yearly.push((provision.article, provision.version, duty));
            }
            Rule::Matter(matter) => {
                self.matters.push((provision.article, provision.version, matter));
            }
        }
        if let Some(list) = self.provisions.get_mut(instrument.ordinal() as usize) {
            list.reserve_exact(1);
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
        self.note_tables(instrument, condition);
    }

    /// Notes the days on which a table changes by which a condition weighs.
    fn note_tables(&mut self, instrument: InstrumentId, condition: &Condition) {
        let mut tables = Vec::new();
        condition.tables(&mut tables);
        let tables = tables.into_iter().filter_map(|table| self.law.weights(table));
        for day in tables.flat_map(|table| &table.rows).filter_map(|(from, ..)| *from) {
            self.dates.entry(day).or_default().push(instrument);
        }
    }

    /// Returns the first day after another on which a table of weights changes.
    pub(crate) fn next_date(&self, after: Option<Day>) -> Option<Day> {
        let from = after.map_or(Bound::Unbounded, Bound::Excluded);
        self.dates.range((from, Bound::Unbounded)).next().map(|(day, _)| *day)
    }

    /// Returns the bodies of which a party to an instrument is a member on a day, each with the
    /// article that says so.
    pub(crate) fn memberships(
        &self,
        instrument: InstrumentId,
        state: &State,
        on: Day,
    ) -> impl Iterator<Item = (BodyId, ArticleId)> {
        let rows = self.memberships.get(&instrument).into_iter().flatten();
        rows.filter(move |(_, article, version)| {
            self.version(*article, state, on) == Some(*version)
        })
        .map(|(body, article, _)| (*body, *article))
    }

    /// Returns what a class of membership gives on a day, as the charter writes it, and the article
    /// that says so.
    pub(crate) fn class(
        &self,
        class: ClassId,
        state: &State,
        on: Day,
    ) -> Option<(ArticleId, &'l [String])> {
        let mut rows = self.classes.get(&class)?.iter();
        let (by, rights) =
            rows.find(|(by, _)| self.version(by.article, state, on) == Some(by.version))?;
        Some((by.article, rights))
    }

    /// Returns the instruments that last with another on a day, each with the article that says so.
    pub(crate) fn lasting(
        &self,
        other: InstrumentId,
        state: &State,
        on: Day,
    ) -> impl Iterator<Item = (InstrumentId, ArticleId)> {
        let rows = self.lasting.get(&other).into_iter().flatten();
        rows.filter(move |(_, article, version)| {
            self.version(*article, state, on) == Some(*version)
        })
        .map(|(instrument, article, _)| (*instrument, *article))
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

    /// Returns the rule of decision of a name that counts on a day, with its article.
    pub fn rule_on(
        &self,
        name: RuleId,
        state: &State,
        on: Day,
    ) -> Option<(ArticleId, &'l DecisionRule)> {
        let counts = |(article, version, rule): &&(ArticleId, u16, &'l DecisionRule)| {
            rule.name == name && self.version(*article, state, on) == Some(*version)
        };
        self.rules.iter().find(counts).map(|(article, _, rule)| (*article, *rule))
    }

    /// Returns how an organ decides a kind of matter on a day: each reading with its article.
    pub fn matters_on<'a>(
        &'a self,
        organ: BodyId,
        kind: MatterId,
        state: &'a State,
        on: Day,
    ) -> impl Iterator<Item = (ArticleId, &'l Matter)> + 'a {
        let counts = move |(article, version, matter): &&(ArticleId, u16, &'l Matter)| {
            matter.kind == kind
                && matter.organs.contains(&organ)
                && self.version(*article, state, on) == Some(*version)
        };
        self.matters.iter().filter(counts).map(|(article, _, matter)| (*article, *matter))
    }

    /// Returns a procedure as it stands on a day, with its article.
    pub fn procedure_on(
        &self,
        name: ProcedureId,
        state: &State,
        on: Day,
    ) -> Option<(ArticleId, &'l Procedure)> {
        let counts = |(article, version, procedure): &&(ArticleId, u16, &'l Procedure)| {
            procedure.name == name && self.version(*article, state, on) == Some(*version)
        };
        self.procedures.iter().find(counts).map(|(article, _, procedure)| (*article, *procedure))
    }

    /// Returns the procedures of a day, each with its article, one of whose steps is decided as a kind
    /// of matter.
    pub fn procedures_to(
        &self,
        kind: MatterId,
        state: &State,
        on: Day,
    ) -> Vec<(ArticleId, &'l Procedure)> {
        let leads = |(article, version, procedure): &&(ArticleId, u16, &'l Procedure)| {
            procedure.steps.iter().any(|step| step.matter == Some(kind))
                && self.version(*article, state, on) == Some(*version)
        };
        let found = self.procedures.iter().filter(leads);
        found.map(|(article, _, procedure)| (*article, *procedure)).collect()
    }

    /// Returns what takes the vote of a member in a body on a day, with its article and the grade of
    /// a departure: a clause that names the body, or its organisation.
    pub fn loss_of_vote(
        &self,
        body: BodyId,
        state: &State,
        on: Day,
    ) -> Option<(ArticleId, &'l LossOfVote, Grade)> {
        let whole = self.law.body(body).and_then(|row| match row.kind {
            BodyKind::Organ { of } => of,
            BodyKind::Own | BodyKind::Observed => None,
        });
        let counts =
            |(article, version, (loss, _)): &&(ArticleId, u16, (&'l LossOfVote, Grade))| {
                let names = |named: &BodyId| *named == body || Some(*named) == whole;
                loss.bodies.iter().any(names) && self.version(*article, state, on) == Some(*version)
            };
        let found = self.losses.iter().find(counts);
        found.map(|(article, _, (loss, breach))| (*article, *loss, *breach))
    }

    /// Returns the duties that are opened each year and count on a day, each with its article.
    pub fn yearly_on<'a>(
        &'a self,
        state: &'a State,
        on: Day,
    ) -> impl Iterator<Item = (ArticleId, &'l Yearly)> + 'a {
        let counts = move |(article, version, _): &&(ArticleId, u16, &'l Yearly)| {
            self.version(*article, state, on) == Some(*version)
        };
        self.yearly.iter().filter(counts).map(|(article, _, duty)| (*article, *duty))
    }

    /// Returns the duties that are opened each year in whatever version of an article.
    pub fn all_yearly(&self) -> impl Iterator<Item = (ArticleId, &'l Yearly)> + '_ {
        self.yearly.iter().map(|(article, _, duty)| (*article, *duty))
    }

    /// Returns which versions of the articles on voting count on a day, and who is party to the
    /// instruments whose parties vote: where both are the same, the law on voting is.
    pub fn voting_law(&self, state: &State, on: Day) -> (Vec<Option<u16>>, Vec<Vec<PartyId>>) {
        let (rules, matters) = (self.rules.iter(), self.matters.iter());
        let articles = rules.map(|row| row.0).chain(matters.map(|row| row.0));
        let versions = articles.map(|article| self.version(article, state, on)).collect();
        let of_parties = self.rules.iter().filter_map(|(_, _, rule)| match rule.electorate.of {
            Voters::PartiesTo(instrument) => Some(state.parties(instrument, on)),
            Voters::Members => None,
        });
        (versions, of_parties.collect())
    }
}
