//! Ids for declared words, and the words of ids: insertion order, never hash order.

use indexmap::IndexSet;
use std::fmt;
use std::hash::BuildHasherDefault;
use std::marker::PhantomData;
use std::num::NonZero;

/// An id that stands for a declared word.
pub trait Id: Copy {
    /// Makes the id of an ordinal.
    fn of(ordinal: u32) -> Self;
    /// Returns the ordinal.
    fn ordinal(self) -> u32;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident($inner:ty);)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(NonZero<$inner>);

        impl Id for $name {
            fn of(ordinal: u32) -> Self {
                let number = ordinal.saturating_add(1);
                let number = <$inner>::try_from(number).unwrap_or(<$inner>::MAX);
                // One more than the ordinal, so that an `Option` of an id takes no more room.
                Self(NonZero::new(number).unwrap_or(NonZero::<$inner>::MIN))
            }
            fn ordinal(self) -> u32 {
                u32::from(self.0.get()).saturating_sub(1)
            }
        }
    )*};
}

ids! {
    /// A state, or an entity that not all recognise as one.
    PartyId(u16);
    /// A treaty, protocol, charter, decision or body of practice that carries articles.
    InstrumentId(u32);
    /// An article of an instrument.
    ArticleId(u32);
    /// An organisation or an organ: whatever can have members.
    BodyId(u16);
    /// An office held by one person at a time.
    OfficeId(u16);
    /// A source of assertions.
    SourceId(u16);
    /// A place on the map.
    PlaceId(u16);
    /// The label of an act.
    LabelId(u32);
    /// A named set of parties.
    SetId(u16);
    /// A dated table of weights.
    WeightsId(u16);
    /// A class of membership.
    ClassId(u16);
    /// A rule of decision.
    RuleId(u16);
    /// A kind of matter.
    MatterId(u16);
    /// A procedure.
    ProcedureId(u16);
    /// An area of common effort.
    AreaId(u16);
}

/// The words of one kind of id.
#[derive(Clone)]
pub struct Names<I> {
    words: IndexSet<Box<str>, BuildHasherDefault<rustc_hash::FxHasher>>,
    kind: PhantomData<I>,
}

impl<I: Id> Names<I> {
    /// Makes an empty table.
    pub fn new() -> Self {
        Self { words: IndexSet::default(), kind: PhantomData }
    }

    /// Returns the id of a word, a new one where it is not known yet.
    pub fn intern(&mut self, word: &str) -> I {
        let index = match self.words.get_index_of(word) {
            Some(index) => index,
            None => self.words.insert_full(word.into()).0,
        };
        I::of(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// Returns the id of a known word.
    #[inline]
    pub fn find(&self, word: &str) -> Option<I> {
        let index = self.words.get_index_of(word)?;
        Some(I::of(u32::try_from(index).ok()?))
    }

    /// Returns the word of an id.
    pub fn word(&self, id: I) -> &str {
        self.words.get_index(id.ordinal() as usize).map_or("?", |word| word)
    }

    /// Returns all words in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = (I, &str)> {
        (0..).zip(&self.words).map(|(ordinal, word)| (I::of(ordinal), &**word))
    }

    /// Forgets the words that came after the first so many.
    pub fn truncate(&mut self, count: usize) {
        self.words.truncate(count);
    }

    /// Returns how many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Tells whether there is none.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }
}

impl<I: Id> Default for Names<I> {
    fn default() -> Self {
        Self::new()
    }
}

impl<I> fmt::Debug for Names<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.words).finish()
    }
}
