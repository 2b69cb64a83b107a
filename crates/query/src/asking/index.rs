//! Which acts are about which instruments, bodies and offices.

use super::Asking;
use servanda_model::{Deed, Id as _, Rival};

impl Asking<'_> {
    /// Indexes an act under what it is about, in every reading of it.
    pub(super) fn index(&mut self, position: u32, deed: &Deed) {
        self.index_named(position, deed);
        if let Deed::Correct { deed, .. } = deed {
            self.index_named(position, deed);
        }
        let readings = self.history.act(position).and_then(|act| act.details.as_ref());
        for reading in readings.iter().flat_map(|details| &details.readings) {
            if let Rival::Deed(deed, _) = &reading.rival {
                self.index_named(position, deed);
            }
        }
    }

    /// Indexes a deed, and under what the act is about that it names.
    fn index_named(&mut self, position: u32, deed: &Deed) {
        let named = if let Deed::Revoke { label, .. }
        | Deed::Object { label, .. }
        | Deed::Correct { label, .. } = deed
        {
            self.history.position_of(*label)
        } else {
            None
        };
        // What an act is about that names another one, the corrections of that one say as well.
        let corrections = named.and_then(|target| self.corrections.get(&target)).cloned();
        for told in named.into_iter().chain(corrections.into_iter().flatten()) {
            if let Some(act) = self.history.act(told) {
                self.index_deed(position, &act.deed);
            }
        }
        self.index_deed(position, deed);
    }

    fn index_deed(&mut self, position: u32, deed: &Deed) {
        for instrument in self.history.instruments_of(deed) {
            note(&mut self.by_instrument, instrument.ordinal(), position);
        }
        if let Deed::Amend { patch, .. } = deed {
            for (article, _) in &patch.versions {
                if let Some(row) = self.law.article(*article) {
                    note(&mut self.by_instrument, row.instrument.ordinal(), position);
                }
            }
        }
        if let Some(body) = self.history.body_of(deed) {
            note(&mut self.by_body, body.ordinal(), position);
        }
        if let Some(office) = self.history.office_of(deed) {
            note(&mut self.by_office, office.ordinal(), position);
        }
    }
}

/// Adds a position to the list of an ordinal, once.
fn note(lists: &mut [Vec<u32>], ordinal: u32, position: u32) {
    let list = lists.get_mut(ordinal as usize);
    if let Some(list) = list.filter(|list| list.last() != Some(&position)) {
        list.push(position);
    }
}
