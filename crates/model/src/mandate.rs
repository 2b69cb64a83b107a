//! Who decides on the membership of a body, and which decision an article asks for before an act.

use crate::names::{BodyId, MatterId, ProcedureId};
use crate::status::{Cause, MemberStatus};

/// The decision that an article asks for before an act about a state: an adopted one, about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DecisionAsked {
    /// Of which organ; of any where the article names none.
    pub by: Option<BodyId>,
    /// On which kind of matter, where the article names one.
    pub matter: Option<MatterId>,
    /// In a matter of which procedure, where the article names one.
    pub procedure: Option<ProcedureId>,
}

/// What an article says of who decides on the membership of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mandate {
    /// On what.
    pub change: Change,
    /// Of which body.
    pub body: BodyId,
    /// Which decision.
    pub asked: DecisionAsked,
}

/// A change of membership on which an organ decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// A state is taken in: in this class, or in each that no other clause names.
    Admission(Option<MemberStatus>),
    /// A membership is restored.
    Restoration,
    /// A member is suspended: on this ground, or on any.
    Suspension(Option<Cause>),
    /// A member is expelled.
    Expulsion,
}

impl Change {
    /// Returns the word of the charter language.
    pub fn word(self) -> &'static str {
        match self {
            Self::Admission(_) => "admission",
            Self::Restoration => "restoration",
            Self::Suspension(_) => "suspension",
            Self::Expulsion => "expulsion",
        }
    }

    /// Tells how well a clause fits a change of membership: not at all, in general, by its class or
    /// ground.
    pub fn fits(self, wanted: Self) -> Option<u8> {
        match (self, wanted) {
            (Self::Admission(named), Self::Admission(class)) => fit(named, class),
            (Self::Suspension(named), Self::Suspension(ground)) => fit(named, ground),
            (Self::Restoration, Self::Restoration) | (Self::Expulsion, Self::Expulsion) => Some(0),
            (Self::Admission(_), Self::Restoration | Self::Suspension(_) | Self::Expulsion)
            | (Self::Restoration, Self::Admission(_) | Self::Suspension(_) | Self::Expulsion)
            | (Self::Suspension(_), Self::Admission(_) | Self::Restoration | Self::Expulsion)
            | (Self::Expulsion, Self::Admission(_) | Self::Restoration | Self::Suspension(_)) => {
                None
            }
        }
    }
}

fn fit<T: PartialEq>(named: Option<T>, wanted: Option<T>) -> Option<u8> {
    match named {
        None => Some(0),
        Some(_) => (named == wanted).then_some(1),
    }
}
