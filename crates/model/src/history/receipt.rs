//! When an office received what stands in a record, and which acts count from then.

use super::{History, RecordedRule};
use crate::act::Act;
use crate::day::Day;
use crate::deed::Deed;
use crate::instant::Instant;

impl History {
    /// Returns how the day is known on which the act at a position was recorded.
    pub(super) fn recorded_by(&self, position: u32) -> Option<RecordedRule> {
        let after = self.recorded.partition_point(|(from, _)| *from <= position);
        let (_, rule) = self.recorded.get(after.checked_sub(1)?)?;
        Some(*rule)
    }

    /// Returns when the act at a position was received, as the office that keeps the record says of
    /// all that it received then.
    pub fn received_at(&self, position: u32) -> Option<Instant> {
        match self.recorded_by(position)? {
            RecordedRule::Received(at, _) => Some(at),
            RecordedRule::OnTheDayDone | RecordedRule::On(_) => None,
        }
    }

    /// Returns the day on which the act at a position was received: the one that it says itself,
    /// else the one on which it was recorded by an office; none where neither is told.
    pub fn received_on(&self, position: u32) -> Option<Day> {
        let said = self.act(position).and_then(Act::said_received);
        said.or_else(|| self.entered_on(position))
    }

    /// Returns the day on which what the act at a position says was received: a correction says it of
    /// what it corrects, which was received when that says, unless it tells another day itself.
    pub fn told_received_on(&self, position: u32) -> Option<Day> {
        let told = self.receipt_of(position)?;
        self.act(told)?.said_received().or_else(|| self.entered_on(told))
    }

    /// Returns the instant at which what the act at a position says was received, in the same way;
    /// none where an act tells a day, of which no hour is known.
    pub fn told_received_at(&self, position: u32) -> Option<Instant> {
        let told = self.receipt_of(position)?;
        let in_hours = self.act(told)?.said_received().is_none();
        self.received_at(told).filter(|_| in_hours)
    }

    /// Returns the position of the act that tells when what another says was received.
    fn receipt_of(&self, position: u32) -> Option<u32> {
        let mut at = position;
        loop {
            let act = self.act(at)?;
            let corrected = if let Deed::Correct { label, .. } = &act.deed {
                self.position_of(*label)
            } else {
                None
            };
            match corrected.filter(|earlier| *earlier < at && act.said_received().is_none()) {
                Some(earlier) => at = earlier,
                None => return Some(at),
            }
        }
    }

    /// Tells whether the act at a position was received at a door, or is tried there: what is to
    /// stand before it must be on record then, where of history a record may lack it.
    pub fn is_received(&self, position: u32) -> bool {
        let file = self.act(position).map(|act| act.origin.file);
        let is_tried = self.tried.is_some() && file >= self.tried;
        is_tried || self.entered_on(position).is_some()
    }

    /// Returns the position of the act that a correction stands for, else the act's own.
    pub fn first_told(&self, position: u32) -> u32 {
        let corrected = match self.act(position).map(|act| &act.deed) {
            Some(Deed::Correct { label, .. }) => self.position_of(*label),
            Some(_) | None => None,
        };
        let earlier = corrected.filter(|first| *first < position);
        earlier.map_or(position, |first| self.first_told(first))
    }

    /// Returns the day on which an office entered the act at a position; none in a record that no
    /// office keeps as acts come.
    pub fn entered_on(&self, position: u32) -> Option<Day> {
        match self.recorded_by(position)? {
            RecordedRule::Received(_, day) => Some(day),
            RecordedRule::OnTheDayDone | RecordedRule::On(_) => None,
        }
    }
}

impl Act {
    /// Returns the day on which it was received, where the act itself says so.
    pub fn said_received(&self) -> Option<Day> {
        self.details.as_ref()?.received
    }

    /// Tells whether the act opens a matter or is a step of one: its time there is when it was
    /// received.
    pub fn is_of_a_matter(&self) -> bool {
        self.details.as_ref().is_some_and(|details| details.opens.is_some() || details.on.is_some())
    }
}

impl Deed {
    /// Tells whether it is done by being received, so that it counts from then and not from the
    /// date that its sender gives it (VCLT 16, 20, 67, 78).
    pub fn is_done_on_receipt(&self) -> bool {
        match self {
            Self::Deposit { .. }
            | Self::Provisional { .. }
            | Self::GiveNotice { .. }
            | Self::Revoke { .. }
            | Self::Reserve { .. }
            | Self::Object { .. }
            | Self::Vote { .. }
            | Self::Request { .. } => true,
            Self::Aid(aid) => !aid.parties.is_empty(),
            Self::Sign { .. }
            | Self::Ratify { .. }
            | Self::Refuse { .. }
            | Self::EnterIntoForce { .. }
            | Self::End { .. }
            | Self::Suspend { .. }
            | Self::Resume { .. }
            | Self::Register { .. }
            | Self::Join { .. }
            | Self::Leave { .. }
            | Self::SuspendMember { .. }
            | Self::VoteRight { .. }
            | Self::Session { .. }
            | Self::Paper(_)
            | Self::Decide(_)
            | Self::Chair { .. }
            | Self::Appoint(_)
            | Self::Vacate { .. }
            | Self::State(_)
            | Self::Happen { .. }
            | Self::Exercise { .. }
            | Self::Figure(_)
            | Self::Position { .. }
            | Self::Correct { .. }
            | Self::Agree { .. }
            | Self::Amend { .. } => false,
        }
    }
}
