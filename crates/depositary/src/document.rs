//! A document as the log knows it, and who may read it on a day.

use servanda_model::{BodyId, Instant, Law, PartyId};
use servanda_query::{Access, Asking, Moment, Restriction, access};

/// A document as the log knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The entry that keeps it.
    pub entry: u64,
    /// When it was received, where the log says so.
    pub received: Option<Instant>,
    /// What it is called in public.
    pub title: String,
    /// Its media type.
    pub media: String,
    /// How many bytes its body has.
    pub bytes: u64,
    /// The organs whose members may read it; everybody where none is named.
    pub readers: Vec<String>,
    /// The act by which its body was destroyed.
    pub erased: Option<Erasure>,
}

/// The act by which the body and the salt of a document were destroyed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Its entry.
    pub entry: u64,
    /// Why, in words.
    pub reason: String,
}

impl Document {
    /// Tells whether a party may read it on a day, and why; a party is none where nobody said for
    /// whom he reads.
    pub fn access(&self, asking: &Asking<'_>, party: Option<PartyId>, moment: &Moment) -> Access {
        let organs = self.organs(asking.law);
        if organs.is_empty() && !self.readers.is_empty() {
            // A law that does not know the organs opens nothing.
            return Access::Restricted(Vec::new());
        }
        let since = self.received.map(Instant::day);
        access(asking, &Restriction { organs, since }, party, moment)
    }

    /// Returns the organs whose members may read it.
    fn organs(&self, law: &Law) -> Vec<BodyId> {
        self.readers.iter().filter_map(|word| law.body_names.find(word)).collect()
    }
}
