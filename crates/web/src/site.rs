//! What every request reads: one record, made ready for questions once.

use crate::assets::Assets;
use servanda_journal::Record;
use servanda_model::{BodyId, Day};
use servanda_query::Asking;
use std::fmt;
use std::sync::Arc;

/// A record that is served, and what stands beside it.
pub struct Site {
    pub(crate) record: &'static Record,
    pub(crate) asking: Asking<'static>,
    pub(crate) boundaries: Option<String>,
    pub(crate) assets: Assets,
    today: Box<dyn Fn() -> Day + Send + Sync>,
}

impl fmt::Debug for Site {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Site of {} acts", self.record.history.acts.len())
    }
}

impl Site {
    /// Makes a record ready to be served; `today` tells the day of a question without one.
    pub fn open(
        record: Record,
        boundaries: Option<String>,
        today: impl Fn() -> Day + Send + Sync + 'static,
    ) -> Arc<Self> {
        // `Asking` borrows from the record. A process serves one record from its start to its
        // end, so the record is let live as long; the portal will swap snapshots instead.
        let record: &'static Record = Box::leak(Box::new(record));
        let asking = Asking::new(&record.law, &record.history);
        Arc::new(Self { record, asking, boundaries, assets: Assets::new(), today: Box::new(today) })
    }

    /// Returns the day of a question that names none.
    pub(crate) fn today(&self) -> Day {
        (self.today)()
    }

    /// Returns the organisation whose record this is.
    pub(crate) fn own(&self) -> Option<BodyId> {
        self.record.law.own
    }

    /// Returns the name of the organisation whose record this is.
    pub(crate) fn name(&self) -> &str {
        let own = self.own().and_then(|own| self.record.law.body(own));
        own.map_or("This record", |own| &own.titles.main)
    }
}
