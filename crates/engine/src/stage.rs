//! The steps of a matter, and how each stands on a day.

use crate::docket::Taken;
use servanda_model::{Day, ProcedureStep};

/// How a step stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepState {
    /// It was taken.
    Taken(Taken),
    /// Its time passed in silence, which is consent, or passed as it had to.
    TimePassed(Day),
    /// Its time runs, until a day where there is one.
    Runs(Option<Day>),
    /// It was to be taken by a day and no act of it is found.
    Overdue(Day),
    /// It need not be taken, and no act of it is found.
    NotTaken,
    /// A later step was taken, and no act of this one is found.
    PassedOver,
    /// Its turn has not come.
    Waits,
    /// The matter lapsed before it.
    Lapsed,
    /// The matter ended before it: what was decided was not to do it.
    NotReached,
}

impl StepState {
    /// Tells whether an act of the step still counts.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Runs(_) | Self::Overdue(_))
    }

    /// Returns the day on which the time of an open step ends or ended.
    pub fn due(self) -> Option<Day> {
        match self {
            Self::Overdue(day) => Some(day),
            Self::Runs(day) => day,
            Self::Taken(_)
            | Self::TimePassed(_)
            | Self::NotTaken
            | Self::PassedOver
            | Self::Waits
            | Self::Lapsed
            | Self::NotReached => None,
        }
    }
}

/// A step with how it stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stage<'l> {
    /// The step.
    pub step: &'l ProcedureStep,
    /// How it stands.
    pub state: StepState,
}
