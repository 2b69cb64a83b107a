//! What happens to a participation, and which status follows.

use servanda_model::Status;

/// What happens to a participation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Sign,
    Consent,
    ApplyProvisionally,
    Enter,
    Suspend,
    Resume,
    End,
}

impl What {
    /// Returns the status that follows, none where it changes nothing.
    pub(super) fn after(self, before: Option<Status>) -> Option<Status> {
        use Status::{Contracting, Former, Party, Provisional, Signatory, Suspended};
        let newcomer = matches!(before, None | Some(Former));
        let bound = matches!(before, Some(Party | Suspended));
        match self {
            Self::Sign => newcomer.then_some(Signatory),
            // VCLT 25: consent does not end provisional application, entry into force does.
            Self::Consent if before == Some(Provisional) => Some(Provisional),
            Self::Consent => (newcomer || before == Some(Signatory)).then_some(Contracting),
            Self::ApplyProvisionally => {
                matches!(before, None | Some(Signatory | Contracting)).then_some(Provisional)
            }
            Self::Enter => (!bound).then_some(Party),
            Self::Suspend => (before == Some(Party)).then_some(Suspended),
            Self::Resume => (before == Some(Suspended)).then_some(Party),
            Self::End => (!newcomer).then_some(Former),
        }
    }
}
