//! What one request reads: one record, made ready for questions once, that never changes.

use crate::assets::Assets;
use crate::given::Given;
use self_cell::self_cell;
use servanda_depositary::{Arrivals, ContestedActs, Depositary, Document, Fault};
use servanda_journal::Record;
use servanda_model::{ArticleId, BodyId, Day, Id as _, OfficeId};
use servanda_query::Asking;
use servanda_seal::{Contested, Digest};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, OnceLock};

self_cell! {
    /// A record and what was worked out from it.
    struct Ready {
        owner: Box<Record>,
        #[covariant]
        dependent: Asking,
    }
}

/// Documents by their commitments.
pub(crate) type Documents = BTreeMap<Digest, Document>;

/// What stands beside a record in its log.
#[derive(Clone)]
struct Beside {
    /// The origin of the log.
    origin: String,
    documents: Documents,
    arrivals: Arrivals,
    contested: Arc<ContestedActs>,
    /// What is told of each of them to those who listen, once it was asked for.
    told: Vec<OnceLock<Arc<str>>>,
    /// The keys in use, in order.
    keys: Vec<Digest>,
    /// What tells this state of the log from every other: an entry is never taken back, so that
    /// who founded it and how much it holds say what it holds.
    stamp: String,
}

impl Beside {
    fn of(office: &mut Depositary) -> Result<Self, Fault> {
        let contested = Arc::new(office.contested()?.clone());
        let ledger = office.ledger();
        let (origin, documents) = (ledger.origin().to_owned(), ledger.documents().clone());
        let arrivals = ledger.arrivals().clone();
        let told = arrivals.acts.iter().map(|_| OnceLock::new()).collect();
        let acts = ledger.record().map_or(0, |record| record.history.acts.len());
        let erased = documents.values().filter(|document| document.erased.is_some()).count();
        let held = (acts, documents.len(), erased, ledger.ring().changes());
        let stamp = format!("{:?} {held:?} {:?}", ledger.genesis(), ledger.received());
        let keys = ledger.ring().keys_in_use().collect();
        Ok(Self { origin, documents, arrivals, contested, told, keys, stamp })
    }
}

/// A record that is served, and what stands beside it.
pub struct Site {
    ready: Ready,
    pub(crate) boundaries: Option<Arc<str>>,
    pub(crate) assets: Assets,
    /// What stands beside the record in its log; none where it is read from text.
    beside: Option<Beside>,
    /// What tells this record from every other.
    stamp: String,
    /// What was asked of it already.
    pub(crate) given: Given,
    /// How much of it is on record; all of it, where nothing is supposed.
    own: Option<Own>,
    today: Arc<dyn Fn() -> Day + Send + Sync>,
}

/// How many of each the record has to which something was added that is only supposed.
#[derive(Debug, Clone, Copy)]
struct Own {
    articles: usize,
    bodies: usize,
    offices: usize,
    acts: usize,
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Site of {} acts", self.record().history.acts.len())
    }
}

impl Site {
    /// Makes a record ready to be served; `today` tells the day of a question without one.
    pub fn open(
        record: Record,
        boundaries: Option<String>,
        today: impl Fn() -> Day + Send + Sync + 'static,
    ) -> Arc<Self> {
        let boundaries = boundaries.map(Arc::from);
        Arc::new(Self::of(record, None, boundaries, Arc::new(today)))
    }

    /// Makes the record of a log ready to be served; none where the log was not founded yet.
    ///
    /// # Errors
    /// What keeps the log from saying what is contested.
    pub fn of_log(
        office: &mut Depositary,
        boundaries: Option<String>,
        today: impl Fn() -> Day + Send + Sync + 'static,
    ) -> Result<Option<Arc<Self>>, Fault> {
        Self::living(office, boundaries.map(Arc::from), Arc::new(today))
    }

    fn living(
        office: &mut Depositary,
        boundaries: Option<Arc<str>>,
        today: Arc<dyn Fn() -> Day + Send + Sync>,
    ) -> Result<Option<Arc<Self>>, Fault> {
        let Some(record) = office.ledger().record().cloned() else { return Ok(None) };
        let beside = Some(Beside::of(office)?);
        Ok(Some(Arc::new(Self::of(record, beside, boundaries, today))))
    }

    fn of(
        record: Record,
        beside: Option<Beside>,
        boundaries: Option<Arc<str>>,
        today: Arc<dyn Fn() -> Day + Send + Sync>,
    ) -> Self {
        let stamp = match &beside {
            Some(beside) => Digest::of(beside.stamp.as_bytes()).to_string(),
            None => of_texts(&record),
        };
        let ready =
            Ready::new(Box::new(record), |record| Asking::new(&record.law, &record.history));
        Self {
            ready,
            boundaries,
            assets: Assets::new(),
            beside,
            stamp,
            given: Given::default(),
            own: None,
            today,
        }
    }

    /// Returns what tells this record from every other.
    pub(crate) fn stamp(&self) -> &str {
        &self.stamp
    }

    /// Makes the record of a log that has grown ready, which stands in place of this one.
    ///
    /// # Errors
    /// As [`Site::of_log`].
    pub fn after(&self, office: &mut Depositary) -> Result<Option<Arc<Self>>, Fault> {
        Self::living(office, self.boundaries.clone(), self.today.clone())
    }

    /// Makes a record that might come ready, beside this one.
    pub(crate) fn supposing(&self, record: Record) -> Arc<Self> {
        let (boundaries, today) = (self.boundaries.clone(), self.today.clone());
        let (law, acts) = (&self.record().law, self.record().history.acts.len());
        let (articles, offices) = (law.articles.len(), law.offices.len());
        let own = Some(Own { articles, bodies: law.bodies.len(), offices, acts });
        Arc::new(Self { own, ..Self::of(record, self.beside.clone(), boundaries, today) })
    }

    /// Tells whether an article is on record, and not only supposed.
    pub(crate) fn has_article(&self, id: ArticleId) -> bool {
        self.has(id.ordinal(), |own| own.articles)
    }

    /// Tells whether a body is on record, and not only supposed.
    pub(crate) fn has_body(&self, id: BodyId) -> bool {
        self.has(id.ordinal(), |own| own.bodies)
    }

    /// Tells whether an office is on record, and not only supposed.
    pub(crate) fn has_office(&self, id: OfficeId) -> bool {
        self.has(id.ordinal(), |own| own.offices)
    }

    /// Tells whether an act is on record, and not only supposed.
    pub(crate) fn has_act(&self, position: u32) -> bool {
        self.has(position, |own| own.acts)
    }

    fn has(&self, ordinal: u32, count: fn(&Own) -> usize) -> bool {
        self.own.is_none_or(|own| (ordinal as usize) < count(&own))
    }

    /// Returns the documents beside the log; none where there is no log.
    pub(crate) fn documents(&self) -> Option<&Documents> {
        self.beside.as_ref().map(|beside| &beside.documents)
    }

    /// Returns which entries of the log the received acts are; none where there is no log.
    pub(crate) fn arrivals(&self) -> Option<&Arrivals> {
        self.beside.as_ref().map(|beside| &beside.arrivals)
    }

    /// Returns what contests an act: the revocation of the key that had signed it.
    pub(crate) fn contested(&self, position: u32) -> Option<Contested> {
        self.beside.as_ref()?.contested.positions.get(&position).copied()
    }

    /// Tells whether a key is in use, as the log stands.
    pub(crate) fn uses(&self, key: Digest) -> bool {
        self.beside.as_ref().is_some_and(|beside| beside.keys.binary_search(&key).is_ok())
    }

    /// Returns where what is told of the received act of that number is kept.
    pub(crate) fn told(&self, number: usize) -> Option<&OnceLock<Arc<str>>> {
        self.beside.as_ref().and_then(|beside| beside.told.get(number))
    }

    /// Returns the record.
    pub(crate) fn record(&self) -> &Record {
        self.ready.borrow_owner()
    }

    /// Returns the record made ready for questions.
    pub(crate) fn asking(&self) -> &Asking<'_> {
        self.ready.borrow_dependent()
    }

    /// Returns the day of a question that names none.
    pub(crate) fn today(&self) -> Day {
        (self.today)()
    }

    /// Returns the organisation whose record this is.
    pub(crate) fn own(&self) -> Option<BodyId> {
        self.record().law.own
    }

    /// Returns the name of the organisation whose record this is, for programs.
    pub(crate) fn name(&self) -> &str {
        let own = self.own().and_then(|own| self.record().law.body(own));
        own.map_or("This record", |own| &own.titles.main)
    }

    /// Returns what the record is known as to programs that follow it: the origin of its log, or
    /// its organisation where it is read from text.
    pub(crate) fn known_as(&self) -> String {
        let record = self.record();
        if let Some(beside) = &self.beside {
            return beside.origin.clone();
        }
        let own = record.law.own.map_or("record", |own| record.law.body_names.word(own));
        match &record.history.rehearses {
            Some(of) => format!("{own}, a rehearsal of {of}"),
            None => own.to_owned(),
        }
    }

    /// Returns the day on which the last act was recorded, the first day of all where there is none.
    pub(crate) fn last_recorded(&self) -> Day {
        let history = &self.record().history;
        let days = (0u32..).zip(&history.acts).map(|(position, _)| history.recorded_on(position));
        days.max().unwrap_or(Day::MIN)
    }
}

/// Returns the digest of the texts of a record.
fn of_texts(record: &Record) -> String {
    let mut all = String::new();
    for (path, text) in &record.files {
        all.push_str(&format!("{path} {}\n", Digest::of(text.as_bytes())));
    }
    Digest::of(all.as_bytes()).to_string()
}
