//! Folds of the same acts one after another, each from the last day up to which it is as before.

use super::{Asking, Choice, Slice};
use crate::moment::Moment;
use servanda_engine::{Placed, State, fold};

/// The acts of a slice, to be folded along many choices. What a fold gives does not depend on the
/// folds before it: folding in two parts is folding once.
#[derive(Debug)]
pub(crate) struct Folds<'a, 'r> {
    asking: &'a Asking<'r>,
    slice: &'a Slice,
    moment: Moment,
    /// The acts as they were placed last.
    last: Vec<Placed<'a>>,
    /// States before a number of those acts, each at the beginning of a day, rising.
    kept: Vec<(usize, State)>,
}

impl<'r> Asking<'r> {
    /// Makes a slice ready to be folded along many choices.
    pub(crate) fn folds<'a>(&'a self, slice: &'a Slice, moment: &Moment) -> Folds<'a, 'r> {
        Folds { asking: self, slice, moment: *moment, last: Vec::new(), kept: Vec::new() }
    }

    /// Folds the acts of a slice up to the day asked about, and nothing that is due after it.
    pub(crate) fn fold_no_further(&self, slice: &Slice, moment: &Moment) -> State {
        fold(&self.code, self.placed(slice, moment, &[]), State::default(), moment.on)
    }
}

impl Folds<'_, '_> {
    /// Folds the acts along some choices.
    pub(crate) fn state(&mut self, choices: &[Choice]) -> State {
        let placed = self.asking.placed(self.slice, &self.moment, choices);
        let pairs = placed.iter().zip(&self.last);
        let alike = pairs.take_while(|(now, before)| is_placed_alike(now, before)).count();
        self.kept.retain(|(count, _)| *count <= alike && begins_day(&placed, *count));
        let (mut from, mut state) = self.kept.last().cloned().unwrap_or_default();
        for mark in marks(&placed, choices) {
            let stretch = placed.get(from..mark).unwrap_or(&[]);
            if let Some(last) = stretch.last() {
                state = fold(&self.asking.code, stretch.iter().copied(), state, last.day);
                self.kept.push((mark, state.clone()));
                from = mark;
            }
        }
        let rest = placed.get(from..).unwrap_or(&[]).iter().copied();
        let through = self.asking.through(&self.moment);
        let state = fold(&self.asking.code, rest, state, through);
        self.last = placed;
        state
    }
}

fn is_placed_alike(now: &Placed<'_>, before: &Placed<'_>) -> bool {
    let same = (now.position, now.day, now.when) == (before.position, before.day, before.when);
    same && std::ptr::eq(now.deed, before.deed)
}

/// Tells whether the act behind a number of acts is of another day than the one before it.
fn begins_day(placed: &[Placed<'_>], count: usize) -> bool {
    let day = |index: Option<usize>| index.and_then(|index| placed.get(index)).map(|act| act.day);
    day(count.checked_sub(1)) != day(Some(count))
}

/// Returns where the days of the chosen acts begin: up to there the next fold is likely as this.
fn marks(placed: &[Placed<'_>], choices: &[Choice]) -> Vec<usize> {
    let chosen = |act: &Placed<'_>| choices.iter().any(|choice| choice.position == act.position);
    let days = placed.iter().filter(|act| chosen(act)).map(|act| act.day);
    let firsts = days.filter_map(|day| placed.iter().position(|act| act.day == day));
    let mut marks: Vec<usize> = firsts.filter(|first| begins_day(placed, *first)).collect();
    marks.sort_unstable();
    marks.dedup();
    marks
}
