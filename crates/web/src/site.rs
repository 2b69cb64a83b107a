//! What one request reads: one record, made ready for questions once, that never changes.

use crate::assets::Assets;
use self_cell::self_cell;
use servanda_journal::Record;
use servanda_model::{BodyId, Day};
use servanda_query::Asking;
use std::fmt;
use std::sync::Arc;

self_cell! {
    /// A record and what was worked out from it.
    struct Ready {
        owner: Box<Record>,
        #[covariant]
        dependent: Asking,
    }
}

/// A record that is served, and what stands beside it.
pub struct Site {
    ready: Ready,
    pub(crate) boundaries: Option<Arc<str>>,
    pub(crate) assets: Assets,
    today: Arc<dyn Fn() -> Day + Send + Sync>,
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
        Arc::new(Self::of(record, boundaries, Arc::new(today)))
    }

    fn of(
        record: Record,
        boundaries: Option<Arc<str>>,
        today: Arc<dyn Fn() -> Day + Send + Sync>,
    ) -> Self {
        let ready =
            Ready::new(Box::new(record), |record| Asking::new(&record.law, &record.history));
        Self { ready, boundaries, assets: Assets::new(), today }
    }

    /// Makes another record ready, which stands in place of this one.
    #[must_use]
    pub fn after(&self, record: Record) -> Arc<Self> {
        Arc::new(Self::of(record, self.boundaries.clone(), self.today.clone()))
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
}
