//! The law: who and what there is, and every version of every article with its clauses.

use crate::clause::{Clause, Rule};
use crate::condition::Weights;
use crate::day::Day;
use crate::history::SourceRef;
use crate::instant::{Instant, LegalDay};
use crate::names::{
    AreaId, ArticleId, BodyId, ClassId, Id as _, InstrumentId, MatterId, Names, OfficeId, PartyId,
    PlaceId, ProcedureId, RuleId, SetId, SourceId, WeightsId,
};
use crate::party::{Party, PartySet};
use crate::source::{Evidence, Source};
use crate::title::Titles;

/// All that the charter files of a record declare.
///
/// INVARIANT (rows): each vector is as long as the names of its ids, and an id is its row.
#[derive(Debug, Clone, Default)]
pub struct Law {
    /// Words of parties.
    pub party_names: Names<PartyId>,
    /// Parties.
    pub parties: Vec<Party>,
    /// Words of bodies.
    pub body_names: Names<BodyId>,
    /// Organisations and organs, each in its first wording; an organ's later ones stand in the
    /// versions of its article.
    pub bodies: Vec<Body>,
    /// The one own organisation.
    pub own: Option<BodyId>,
    /// Words of offices.
    pub office_names: Names<OfficeId>,
    /// Offices.
    pub offices: Vec<Office>,
    /// Words of places.
    pub place_names: Names<PlaceId>,
    /// Places.
    pub places: Vec<Place>,
    /// Words of sources.
    pub source_names: Names<SourceId>,
    /// Sources.
    pub sources: Vec<Source>,
    /// Words of instruments.
    pub instrument_names: Names<InstrumentId>,
    /// Instruments.
    pub instruments: Vec<Instrument>,
    /// Words of articles.
    pub article_names: Names<ArticleId>,
    /// Articles.
    pub articles: Vec<Article>,
    /// Words of classes.
    pub class_names: Names<ClassId>,
    /// Words of rules of decision.
    pub rule_names: Names<RuleId>,
    /// Words of kinds of matters.
    pub matter_names: Names<MatterId>,
    /// Words of areas of common effort.
    pub area_names: Names<AreaId>,
    /// Words of procedures.
    pub procedure_names: Names<ProcedureId>,
    /// Words of sets.
    pub set_names: Names<SetId>,
    /// Sets.
    pub sets: Vec<PartySet>,
    /// Words of tables of weights.
    pub weights_names: Names<WeightsId>,
    /// Tables of weights.
    pub weights: Vec<Weights>,
}

impl Law {
    /// Returns a party.
    pub fn party(&self, id: PartyId) -> Option<&Party> {
        self.parties.get(id.ordinal() as usize)
    }

    /// Returns a body in its first wording.
    pub fn body(&self, id: BodyId) -> Option<&Body> {
        self.bodies.get(id.ordinal() as usize)
    }

    /// Returns the day of the own organisation's seat on which an instant lies; in universal time
    /// where the law does not say by how much its clocks are ahead.
    pub fn day_at(&self, at: Instant) -> Day {
        let own = self.own.and_then(|own| self.body(own));
        own.and_then(|own| own.legal_day.day_of(at)).unwrap_or(at.day())
    }

    /// Returns an office.
    pub fn office(&self, id: OfficeId) -> Option<&Office> {
        self.offices.get(id.ordinal() as usize)
    }

    /// Returns a place.
    pub fn place(&self, id: PlaceId) -> Option<&Place> {
        self.places.get(id.ordinal() as usize)
    }

    /// Returns a source.
    pub fn source(&self, id: SourceId) -> Option<&Source> {
        self.sources.get(id.ordinal() as usize)
    }

    /// Returns an instrument.
    pub fn instrument(&self, id: InstrumentId) -> Option<&Instrument> {
        self.instruments.get(id.ordinal() as usize)
    }

    /// Returns an article.
    pub fn article(&self, id: ArticleId) -> Option<&Article> {
        self.articles.get(id.ordinal() as usize)
    }

    /// Returns a table of weights.
    pub fn weights(&self, id: WeightsId) -> Option<&Weights> {
        self.weights.get(id.ordinal() as usize)
    }

    /// Returns every clause of every version with its article.
    pub fn clauses(&self) -> impl Iterator<Item = (ArticleId, &Clause)> {
        (0u32..).zip(&self.articles).flat_map(|(ordinal, article)| {
            let clauses = article.versions.iter().flat_map(|version| &version.clauses);
            clauses.map(move |clause| (ArticleId::of(ordinal), clause))
        })
    }

    /// Returns the instruments that an instrument's clauses reach over to.
    pub fn reaches(&self, instrument: InstrumentId) -> Vec<InstrumentId> {
        let own = self.clauses().filter(|(article, _)| {
            self.article(*article).is_some_and(|article| article.instrument == instrument)
        });
        let mut reached: Vec<_> = own
            .filter_map(|(_, clause)| match &clause.rule {
                Rule::Extends(other, _) | Rule::Ends(other) => Some(*other),
                Rule::Term(term) if term.of != instrument => Some(term.of),
                Rule::Term(_)
                | Rule::Signature(_)
                | Rule::EntryIntoForce { .. }
                | Rule::EntryAsSourcesSay
                | Rule::Withdrawal(_)
                | Rule::ProvisionalFromSignature
                | Rule::ProvisionalByDeclaration
                | Rule::Reservations(_)
                | Rule::Accession(_)
                | Rule::FullPowers(_)
                | Rule::Corrections(_)
                | Rule::LastsWith(_)
                | Rule::Obliges(_)
                | Rule::Entitles(_)
                | Rule::Membership(..)
                | Rule::Class { .. }
                | Rule::Mandate(_)
                | Rule::LossOfVote(_)
                | Rule::Establishes(_)
                | Rule::Rotation(_)
                | Rule::Decides(_)
                | Rule::Matter(_)
                | Rule::EachYear(_)
                | Rule::Procedure(_) => None,
            })
            .collect();
        reached.sort_unstable();
        reached.dedup();
        reached
    }
}

/// What a body is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BodyKind {
    /// The organisation whose record this is.
    Own,
    /// Another organisation, of which only memberships are recorded.
    Observed,
    /// An organ of an organisation.
    Organ {
        /// The organisation.
        of: Option<BodyId>,
    },
}

/// An organisation or an organ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    /// Its names.
    pub titles: Titles,
    /// What it is.
    pub kind: BodyKind,
    /// The place of its seat.
    pub seat: Option<PlaceId>,
    /// The days of its seat, as far as they are told.
    pub legal_day: LegalDay,
    /// Who has a seat in it.
    pub composed: Option<Composed>,
    /// How many sessions a year it has to hold at least, where its article says.
    pub meets_yearly: Option<u32>,
    /// What its article says of who convenes it, where it meets and who speaks there.
    pub convening: Option<Box<crate::paper::Convening>>,
    /// Further particulars in the order given, each with its sources.
    pub particulars: Vec<(String, String, Vec<SourceRef>)>,
    /// The article that establishes it.
    pub article: Option<ArticleId>,
}

/// Of whom an organ is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Composed {
    /// The organisation each of whose members has a seat.
    pub members_of: BodyId,
    /// The instrument whose parties had the seats before the organisation had members.
    pub before_that: Option<InstrumentId>,
}

/// An office.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// Its names.
    pub titles: Titles,
    /// The length of a term.
    pub term: Option<crate::period::Period>,
    /// The organ that appoints.
    pub appointed_by: Option<BodyId>,
    /// The organ that recommends.
    pub recommended_by: Option<BodyId>,
    /// Whether the holder must be a citizen of a member.
    pub citizen_of_member: bool,
    /// Whether only the state of which the holder is a citizen may recall it.
    pub recalled_by_state: bool,
    /// The article that establishes it.
    pub article: Option<ArticleId>,
    /// What an appointment is that departs from it.
    pub breach: crate::finding::Grade,
}

/// A class of membership.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// Its word.
    pub word: String,
}

/// A place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its names.
    pub titles: Titles,
    /// The state it lies in.
    pub state: Option<PartyId>,
}

/// What an instrument is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InstrumentKind {
    /// A treaty, with parties.
    Treaty,
    /// A protocol, agreement or charter, with parties.
    Protocol,
    /// A decision, regulation or resolution of an organ.
    Decision,
    /// Established practice, as a source describes it.
    Practice,
}

/// An instrument.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrument {
    /// Its names.
    pub titles: Titles,
    /// What it is.
    pub kind: InstrumentKind,
    /// The instrument it amends.
    pub amends: Option<InstrumentId>,
    /// The organisation to whose body of law it belongs.
    pub of: Option<BodyId>,
    /// Its articles, in the order of their declaration.
    pub articles: Vec<ArticleId>,
}

/// An article with all its versions, the original first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Article {
    /// The instrument it belongs to.
    pub instrument: InstrumentId,
    /// Its versions; which one counts on a day follows from the record.
    pub versions: Vec<Version>,
}

/// From when a version counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VersionStart {
    /// As the instrument was made.
    Original,
    /// From the day another instrument is in force, by an article of it.
    WithInstrument(InstrumentId, ArticleId),
    /// From a day, by an article.
    From(Day, ArticleId),
    /// From the day of the act at a position.
    ByAct(u32),
}

/// One version of an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// From when it counts.
    pub start: VersionStart,
    /// Its heading.
    pub title: String,
    /// How sure it is.
    pub evidence: Evidence,
    /// Who carries it.
    pub sources: Vec<SourceRef>,
    /// Our own summary.
    pub gist: Option<String>,
    /// Authentic text, where a reader has loaded it.
    pub text: Option<String>,
    /// What it provides.
    pub clauses: Vec<Clause>,
    /// Whether this version takes the article away.
    pub repeals: bool,
}

/// A change of the law that an act carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LawPatch {
    /// The new versions, each with its article.
    pub versions: Vec<(ArticleId, Version)>,
}
