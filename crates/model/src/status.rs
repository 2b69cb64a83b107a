//! The life of a participation as one table: status and event give the next status.

/// How a state stands to an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// It signed and has not consented to be bound.
    Signatory,
    /// It consented and the instrument is not in force for it (VCLT 2(1)(f)).
    Contracting,
    /// It applies the instrument provisionally (VCLT 25).
    Provisional,
    /// It is bound (VCLT 2(1)(g)).
    Party,
    /// Its participation is suspended.
    Suspended,
    /// It was bound and is no longer.
    Former,
}

impl Status {
    /// All statuses.
    pub const ALL: [Self; 6] = [
        Self::Signatory,
        Self::Contracting,
        Self::Provisional,
        Self::Party,
        Self::Suspended,
        Self::Former,
    ];

    /// Returns the word that texts and JSON use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Signatory => "signatory",
            Self::Contracting => "contracting",
            Self::Provisional => "provisional",
            Self::Party => "party",
            Self::Suspended => "suspended",
            Self::Former => "former",
        }
    }

    /// Tells whether the state is bound now, though perhaps not taking part.
    pub fn is_bound(self) -> bool {
        match self {
            Self::Party | Self::Suspended => true,
            Self::Signatory | Self::Contracting | Self::Provisional | Self::Former => false,
        }
    }
}

/// What happens to a participation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// Signature subject to ratification.
    Sign,
    /// Consent to be bound: deposit, accession, notification, or a definitive signature.
    Consent,
    /// Provisional application begins.
    ApplyProvisionally,
    /// The instrument enters into force for the state.
    Enter,
    /// Participation is suspended.
    Suspend,
    /// Participation is resumed.
    Resume,
    /// Participation ends.
    End,
}

impl Event {
    /// Returns the status that follows, or none where the event changes nothing in that status.
    pub fn next(self, before: Option<Status>) -> Option<Status> {
        use Status::{Contracting, Former, Party, Provisional, Signatory, Suspended};
        match (before, self) {
            (None | Some(Former), Self::Sign) => Some(Signatory),
            (None | Some(Signatory | Former), Self::Consent) => Some(Contracting),
            // VCLT 25: consent does not end provisional application; entry into force does.
            (Some(Provisional), Self::Consent) => Some(Provisional),
            (Some(Signatory | Contracting) | None, Self::ApplyProvisionally) => Some(Provisional),
            (None | Some(Signatory | Contracting | Provisional | Former), Self::Enter) => {
                Some(Party)
            }
            (Some(Party), Self::Suspend) => Some(Suspended),
            (Some(Suspended), Self::Resume) => Some(Party),
            (Some(Party | Suspended | Provisional | Contracting | Signatory), Self::End) => {
                Some(Former)
            }
            (Some(Signatory | Contracting | Provisional | Party | Suspended), Self::Sign)
            | (Some(Contracting | Party | Suspended), Self::Consent)
            | (Some(Provisional | Party | Suspended | Former), Self::ApplyProvisionally)
            | (Some(Party | Suspended), Self::Enter)
            | (
                None | Some(Signatory | Contracting | Provisional | Suspended | Former),
                Self::Suspend,
            )
            | (None | Some(Signatory | Contracting | Provisional | Party | Former), Self::Resume)
            | (None | Some(Former), Self::End) => None,
        }
    }
}

/// Why a participation or membership ended or is suspended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// The term ended and was not extended for it.
    ExpiredNotExtended,
    /// It withdrew.
    Withdrawn,
    /// It was expelled.
    Expelled,
    /// Suspended as a sanction.
    SuspendedSanction,
    /// Suspended at its own request.
    SuspendedOwnRequest,
    /// A later instrument took its place.
    Superseded,
}

impl Cause {
    /// All causes.
    pub const ALL: [Self; 6] = [
        Self::ExpiredNotExtended,
        Self::Withdrawn,
        Self::Expelled,
        Self::SuspendedSanction,
        Self::SuspendedOwnRequest,
        Self::Superseded,
    ];

    /// Returns the word that texts and JSON use.
    pub fn word(self) -> &'static str {
        match self {
            Self::ExpiredNotExtended => "expired-not-extended",
            Self::Withdrawn => "withdrawn",
            Self::Expelled => "expelled",
            Self::SuspendedSanction => "suspended-sanction",
            Self::SuspendedOwnRequest => "suspended-own-request",
            Self::Superseded => "superseded",
        }
    }

    /// Returns the cause a word names.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.word() == word)
    }
}

/// How a party stands to a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MemberStatus {
    /// Full member.
    Member,
    /// Member whose participation is suspended.
    Suspended,
    /// Observer.
    Observer,
    /// Partner.
    Partner,
    /// Was one of these and is no longer.
    Former,
}

impl MemberStatus {
    /// All statuses.
    pub const ALL: [Self; 5] =
        [Self::Member, Self::Suspended, Self::Observer, Self::Partner, Self::Former];

    /// Returns the word that texts and JSON use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Suspended => "suspended",
            Self::Observer => "observer",
            Self::Partner => "partner",
            Self::Former => "former",
        }
    }

    /// Returns the status a word names.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word() == word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_former_party_can_return_and_a_stranger_cannot_end() {
        assert_eq!(Event::Consent.next(Some(Status::Former)), Some(Status::Contracting));
        assert_eq!(Event::End.next(None), None);
        assert_eq!(Event::End.next(Some(Status::Suspended)), Some(Status::Former));
        assert_eq!(Event::Enter.next(Some(Status::Party)), None);
    }
}
