//! What a source is cited for.

use crate::asking::Asking;
use servanda_model::{SourceId, SourceRef};

/// An act for which a source is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    /// The lines of the source.
    pub cited: SourceRef,
    /// The position of the act.
    pub act: u32,
}

/// Lists the acts that a source tells, as they stand or in another reading, in the source's order.
pub fn citations(asking: &Asking<'_>, source: SourceId) -> Vec<Citation> {
    let mut found = Vec::new();
    for (position, act) in (0u32..).zip(&asking.history.acts) {
        let own = asking.history.sources(act.sources).iter();
        let readings = act.details.iter().flat_map(|details| &details.readings);
        let all = own.chain(readings.flat_map(|reading| &reading.sources));
        let cited = all.filter(|cited| cited.source == source);
        found.extend(cited.map(|cited| Citation { cited: *cited, act: position }));
    }
    found.sort_by_key(|citation| (citation.cited.line, citation.cited.last(), citation.act));
    found
}
