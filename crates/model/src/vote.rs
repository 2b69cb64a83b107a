//! What a member of an organ did when a text was put to it.

/// What a member did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Vote {
    /// It voted for.
    Yes,
    /// It voted against.
    No,
    /// It abstained.
    Abstain,
    /// It abstained, and declared that the decision is not to bind it.
    AbstainDeclared,
    /// It was absent.
    Absent,
    /// It objected.
    Object,
    /// It objected to the manner in which the decision was to be taken.
    ObjectToFormat,
    /// It declared that it takes no part.
    NotParticipating,
}

impl Vote {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Yes,
        Self::No,
        Self::Abstain,
        Self::AbstainDeclared,
        Self::Absent,
        Self::Object,
        Self::ObjectToFormat,
        Self::NotParticipating,
    ];

    /// Returns the word that files of votes use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Abstain => "abstain",
            Self::AbstainDeclared => "abstain-declared",
            Self::Absent => "absent",
            Self::Object => "object",
            Self::ObjectToFormat => "object-to-format",
            Self::NotParticipating => "not-participating",
        }
    }

    /// Returns the word of an act by which a state votes; one that is absent does nothing.
    pub fn cast_word(self) -> &'static str {
        match self {
            Self::Yes => "for",
            Self::No => "against",
            Self::Abstain
            | Self::AbstainDeclared
            | Self::Absent
            | Self::Object
            | Self::ObjectToFormat
            | Self::NotParticipating => self.word(),
        }
    }

    /// Returns the vote that a word of such an act stands for.
    pub fn of_cast_word(word: &str) -> Option<Self> {
        let mut cast = Self::ALL.into_iter().filter(|vote| *vote != Self::Absent);
        cast.find(|vote| vote.cast_word() == word)
    }

    /// Returns what a word stands for.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|vote| vote.word() == word)
    }
}
