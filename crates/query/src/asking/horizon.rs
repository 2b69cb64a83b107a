//! Up to which day a fold does what is due.

use super::Asking;
use crate::moment::{Known, Moment};
use servanda_model::{Act, Day, Deed, History, Rival, When};

/// The last days of a record, as it was known.
#[derive(Debug, Default)]
pub(super) struct Horizon {
    /// The last day of the acts up to and with each position.
    by_position: Vec<Day>,
    /// The days on which acts were recorded, rising, and the last day of the acts up to then.
    by_recording: Vec<(Day, Day)>,
}

impl Horizon {
    pub(super) fn of(history: &History) -> Self {
        let acts = (0u32..).zip(&history.acts);
        let last =
            |(position, act)| last_day(act).max(history.received_on(position).unwrap_or(Day::MIN));
        let mut by_position: Vec<Day> = acts.map(last).collect();
        let recorded = (0u32..).zip(&by_position);
        let mut by_recording: Vec<(Day, Day)> =
            recorded.map(|(position, last)| (history.recorded_on(position), *last)).collect();
        by_recording.sort_unstable();
        rise(by_position.iter_mut());
        rise(by_recording.iter_mut().map(|(_, last)| last));
        Self { by_position, by_recording }
    }

    fn known(&self, known: Known) -> Option<Day> {
        match known {
            Known::Now => self.by_position.last().copied(),
            Known::Position(last) => {
                self.by_position.get(last as usize).or(self.by_position.last()).copied()
            }
            Known::On(day) => {
                let count = self.by_recording.partition_point(|(recorded, _)| *recorded <= day);
                self.by_recording.get(count.checked_sub(1)?).map(|(_, last)| *last)
            }
        }
    }
}

/// Puts in the place of each day the latest one up to there.
fn rise<'d>(days: impl Iterator<Item = &'d mut Day>) {
    let mut last = Day::MIN;
    for day in days {
        last = last.max(*day);
        *day = last;
    }
}

/// Returns the last day on which an act can be placed in any reading, or from which it counts.
fn last_day(act: &Act) -> Day {
    let corrected = if let Deed::Correct { when, .. } = &act.deed { Some(*when) } else { None };
    let readings = act.details.iter().flat_map(|details| &details.readings);
    let rivals = readings.filter_map(|reading| match &reading.rival {
        Rival::Date(when) => Some(*when),
        Rival::Deed(_, when) => *when,
    });
    let from = act.details.iter().filter_map(|details| details.from);
    corrected
        .into_iter()
        .chain(rivals)
        .chain(from)
        .map(When::order)
        .fold(act.when.order(), Day::max)
}

impl Asking<'_> {
    /// Returns the day up to which a fold does what is due: the one asked about, or the last of
    /// the record as it was known, so that what is due after the day asked about is told or not
    /// whichever acts are folded.
    pub(crate) fn through(&self, moment: &Moment) -> Day {
        self.horizon.known(moment.known).unwrap_or(Day::MIN).max(moment.on)
    }
}
