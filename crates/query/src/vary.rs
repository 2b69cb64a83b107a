//! An answer beside what other readings and other days of uncertain acts would make of it.

use crate::asking::{Asking, Choice, Slice};
use crate::moment::Moment;
use servanda_engine::{Placed, State};
use servanda_model::{Day, Deed, Preference, Rival};

/// The most placements of uncertain acts that are tried together.
const COMBINATIONS_MAX: usize = 256;

/// An answer, and the answers of other readings and placements.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers<T> {
    /// Along the readings the record follows.
    pub base: T,
    /// By each rival reading: the act, the reading, whether the record has decided, the answer.
    pub rivals: Vec<(Choice, bool, T)>,
    /// The answers of all placements of the uncertain acts, where there is more than one.
    pub placements: Vec<T>,
    /// The uncertain acts on whose day the answer depends.
    pub deciding: Vec<u32>,
    /// The uncertain acts, where there are too many placements to try them all.
    pub untried: Vec<u32>,
}

impl Asking<'_> {
    /// Asks something of the acts of a slice in every way the record allows.
    pub fn vary<T: PartialEq>(
        &self,
        slice: &Slice,
        moment: &Moment,
        ask: impl Fn(&State) -> T,
    ) -> Answers<T> {
        let mut folds = self.folds(slice, moment);
        self.vary_from(ask(&self.fold(slice, moment, &[])), slice, moment, |choices| {
            ask(&folds.state(choices))
        })
    }

    /// Asks the same where the answer along the readings the record follows is known, and whoever
    /// asks folds the choices.
    pub(crate) fn vary_from<T: PartialEq>(
        &self,
        base: T,
        slice: &Slice,
        moment: &Moment,
        ask: impl FnMut(&[Choice]) -> T,
    ) -> Answers<T> {
        self.vary_between(base, slice, (moment, &[moment.on]), ask)
    }

    /// Asks the same of an answer about several days up to the moment.
    pub(crate) fn vary_between<T: PartialEq>(
        &self,
        base: T,
        slice: &Slice,
        (moment, days): (&Moment, &[Day]),
        mut ask: impl FnMut(&[Choice]) -> T,
    ) -> Answers<T> {
        let mut answers = Answers {
            base,
            rivals: Vec::new(),
            placements: Vec::new(),
            deciding: Vec::new(),
            untried: Vec::new(),
        };
        if moment.account.is_none() {
            for (choice, decided) in self.rivals(slice, moment) {
                let answer = ask(&[choice]);
                answers.rivals.push((choice, decided, answer));
            }
        }
        let mut uncertain = self.uncertain(slice, moment, days);
        if combinations(&uncertain) > COMBINATIONS_MAX {
            let all = uncertain.clone();
            uncertain.retain(|act| self.matters(act, &answers.base, moment, &mut ask));
            if self.matter_together(&all, &uncertain, &answers.base, moment, &mut ask) {
                uncertain = all;
            }
        }
        let combinations = combinations(&uncertain);
        if combinations > COMBINATIONS_MAX {
            answers.untried = uncertain.iter().map(|(position, _)| *position).collect();
            return answers;
        }
        if combinations > 1 {
            let mut placements: Vec<Option<T>> = (0..combinations).map(|_| None).collect();
            for turn in 0..combinations {
                let number = last_first(&uncertain, turn);
                let answer = ask(&self.combination(&uncertain, number, moment));
                if let Some(place) = placements.get_mut(number) {
                    *place = Some(answer);
                }
            }
            answers.placements = placements.into_iter().flatten().collect();
            answers.deciding = deciding(&uncertain, &answers.placements);
        }
        answers
    }

    /// Tells whether moving one uncertain act alone changes the answer.
    fn matters<T: PartialEq>(
        &self,
        (position, days): &(u32, Vec<Day>),
        base: &T,
        moment: &Moment,
        ask: &mut impl FnMut(&[Choice]) -> T,
    ) -> bool {
        let reading = self.followed_by(*position, moment);
        let moved = |day: &Day| Choice { position: *position, reading, day: Some(*day) };
        days.iter().any(|day| ask(&[moved(day)]) != *base)
    }

    /// Tells whether acts that change nothing alone change the answer when all of them move.
    fn matter_together<T: PartialEq>(
        &self,
        all: &[(u32, Vec<Day>)],
        kept: &[(u32, Vec<Day>)],
        base: &T,
        moment: &Moment,
        ask: &mut impl FnMut(&[Choice]) -> T,
    ) -> bool {
        let dropped = all.iter().filter(|act| !kept.contains(act));
        let to = |end: fn(&Vec<Day>) -> Option<Day>| -> Vec<Choice> {
            let place = |(position, days): &(u32, Vec<Day>)| {
                let reading = self.followed_by(*position, moment);
                Choice { position: *position, reading, day: end(days) }
            };
            dropped.clone().map(place).collect()
        };
        let ends = [to(|days| days.first().copied()), to(|days| days.last().copied())];
        ends.iter().any(|choices| ask(choices) != *base)
    }

    /// Returns the rival readings of known acts that say something else and not only less.
    pub fn rivals(&self, slice: &Slice, moment: &Moment) -> Vec<(Choice, bool)> {
        let mut rivals = Vec::new();
        for position in &slice.positions {
            let Some(act) = self.history.act(*position) else {
                continue;
            };
            let Some(details) = &act.details else {
                continue;
            };
            if details.readings.is_empty() || self.place(*position, moment, &[]).is_none() {
                continue;
            }
            let decided = details.preference != Preference::Undecided;
            let followed = self.followed(*position);
            let others = (0..details.readings.len()).map(Some).chain([None]);
            for reading in others.filter(|reading| *reading != followed) {
                let choice = Choice { position: *position, reading, day: None };
                if self.says_otherwise(&choice, moment) {
                    rivals.push((choice, decided));
                }
            }
        }
        rivals
    }

    /// Tells whether a reading differs and is not only less exact.
    fn says_otherwise(&self, choice: &Choice, moment: &Moment) -> bool {
        let Some(act) = self.history.act(choice.position) else {
            return false;
        };
        let readings = act.details.as_ref().map(|details| &details.readings);
        let Some(index) = choice.reading else {
            return true;
        };
        let base = self.place(choice.position, moment, &[]);
        match readings.and_then(|readings| readings.get(index)).map(|reading| &reading.rival) {
            Some(Rival::Date(when)) => base.is_none_or(|base| !when.contains(base.when)),
            Some(Rival::Deed(deed, when)) => base.is_none_or(|base| {
                **deed != *base.deed || when.is_some_and(|when| !when.contains(base.when))
            }),
            None => false,
        }
    }

    /// Returns the known acts whose day is not one day, with the days worth trying.
    fn uncertain(&self, slice: &Slice, moment: &Moment, days: &[Day]) -> Vec<(u32, Vec<Day>)> {
        let mut marks: Option<Vec<Day>> = None;
        let mut uncertain = Vec::new();
        for position in &slice.positions {
            let Some(act) = self.history.act(*position) else {
                continue;
            };
            if act.when.exact().is_some() && act.details.is_none() {
                continue;
            }
            let Some(placed) = self.place(*position, moment, &[]) else {
                continue;
            };
            let one_day =
                placed.when.earliest() == placed.when.latest() || placed.waits_for_receipt();
            // What can only lie after the day asked about counts by its being there at all.
            let later = placed.when.earliest() > moment.on;
            if one_day || later || !self.changes_state(&placed) {
                continue;
            }
            let marks = marks.get_or_insert_with(|| self.marks(slice, moment, days));
            let days = days_worth_trying(&placed, marks);
            if days.len() > 1 {
                uncertain.push((*position, days));
            }
        }
        uncertain
    }

    /// Returns the days on which something else of the slice begins or may begin.
    fn marks(&self, slice: &Slice, moment: &Moment, days: &[Day]) -> Vec<Day> {
        let mut marks: Vec<Day> = days.iter().flat_map(|day| [*day, day.next()]).collect();
        for position in &slice.positions {
            let Some(placed) = self.place(*position, moment, &[]) else {
                continue;
            };
            if self.changes_state(&placed) {
                marks.extend([placed.when.earliest(), placed.when.latest(), placed.day]);
            }
        }
        marks.sort_unstable();
        marks.dedup();
        marks
    }

    /// Tells whether an act can change what follows; the others need no trying.
    fn changes_state(&self, placed: &Placed<'_>) -> bool {
        let is_noted = is_noted(placed.deed) && !self.is_ruling(placed.position);
        !matches!(placed.deed, Deed::Correct { .. }) && !is_noted
    }

    fn combination(
        &self,
        uncertain: &[(u32, Vec<Day>)],
        number: usize,
        moment: &Moment,
    ) -> Vec<Choice> {
        let mut rest = number;
        let place = |(position, days): &(u32, Vec<Day>)| {
            let at = rest.checked_rem(days.len()).unwrap_or(0);
            rest = rest.checked_div(days.len()).unwrap_or(0);
            let reading = self.followed_by(*position, moment);
            Choice { position: *position, reading, day: days.get(at).copied() }
        };
        uncertain.iter().map(place).collect()
    }
}

fn combinations(uncertain: &[(u32, Vec<Day>)]) -> usize {
    uncertain.iter().fold(1usize, |n, (_, days)| n.saturating_mul(days.len()))
}

/// Returns the number of the combination that has its turn where the last act moves first, so that
/// most of what was folded for one turn stands for the next.
fn last_first(uncertain: &[(u32, Vec<Day>)], turn: usize) -> usize {
    let mut rest = turn;
    let mut digits: Vec<usize> = Vec::new();
    for (_, days) in uncertain.iter().rev() {
        digits.push(rest.checked_rem(days.len()).unwrap_or(0));
        rest = rest.checked_div(days.len()).unwrap_or(0);
    }
    let (mut number, mut stride) = (0usize, 1usize);
    for ((_, days), digit) in uncertain.iter().zip(digits.iter().rev()) {
        number = number.saturating_add(digit.saturating_mul(stride));
        stride = stride.saturating_mul(days.len());
    }
    number
}

/// Returns the acts that, moved alone, change the answer at some placement of the others.
fn deciding<T: PartialEq>(uncertain: &[(u32, Vec<Day>)], answers: &[T]) -> Vec<u32> {
    let mut stride = 1usize;
    let mut found = Vec::new();
    for (position, days) in uncertain {
        // Placements that differ in this act alone stand one stride apart.
        let moves = |index: usize| {
            let digit =
                index.checked_div(stride).and_then(|n| n.checked_rem(days.len())).unwrap_or(0);
            let next = answers
                .get(index.saturating_add(stride))
                .filter(|_| digit.saturating_add(1) < days.len());
            next.is_some_and(|next| answers.get(index) != Some(next))
        };
        if (0..answers.len()).any(moves) {
            found.push(*position);
        }
        stride = stride.saturating_mul(days.len());
    }
    found
}

/// Returns the ends of an act's range and the days on either side of every other mark within it.
fn days_worth_trying(placed: &Placed<'_>, marks: &[Day]) -> Vec<Day> {
    let (lo, hi) = (placed.when.earliest(), placed.when.latest());
    let hi = if hi == Day::MAX { placed.when.order() } else { hi };
    let lo = if lo == Day::MIN { hi } else { lo };
    let around = marks.iter().flat_map(|mark| [mark.previous(), *mark, mark.next()]);
    let mut days: Vec<Day> =
        around.filter(|day| lo <= *day && *day <= hi).chain([lo, hi]).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// Tells whether a deed is noted and changes nothing by itself: how nobody stands to an
/// instrument, a body or an office, and no law.
pub(crate) fn is_noted(deed: &Deed) -> bool {
    match deed {
        Deed::Sign { .. }
        | Deed::Deposit { .. }
        | Deed::EnterIntoForce { .. }
        | Deed::Provisional { .. }
        | Deed::GiveNotice { .. }
        | Deed::Revoke { .. }
        | Deed::End { .. }
        | Deed::Suspend { .. }
        | Deed::Resume { .. }
        | Deed::Reserve { .. }
        | Deed::Join { .. }
        | Deed::Leave { .. }
        | Deed::SuspendMember { .. }
        | Deed::VoteRight { .. }
        | Deed::Session { .. }
        | Deed::Paper(_)
        | Deed::Chair { .. }
        | Deed::Appoint(_)
        | Deed::Vacate { .. }
        | Deed::Correct { .. }
        | Deed::Amend { .. } => false,
        Deed::Ratify { .. }
        | Deed::Refuse { .. }
        | Deed::Register { .. }
        | Deed::Object { .. }
        | Deed::Vote { .. }
        | Deed::Decide(_)
        | Deed::Request { .. }
        | Deed::Aid(_)
        | Deed::State(_)
        | Deed::Happen { .. }
        | Deed::Exercise { .. }
        | Deed::Figure(_)
        | Deed::Position { .. }
        | Deed::Agree { .. } => true,
    }
}
