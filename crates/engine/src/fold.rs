//! From acts in order to state: judge, recite, apply, with timers between.

use crate::admit::{Admitted, recite};
use crate::apply::{Changed, apply_noting};
use crate::code::Code;
use crate::consequence::of_change;
use crate::due::of_timer;
use crate::effect::Effect;
use crate::judge::judge_quietly;
use crate::reach::{Conditions, on_date, reach, touched};
use crate::state::State;
use crate::timer::Turn;
use servanda_model::{Act, Day, Deed, History, When};

/// An act in the place a reading gives it.
#[derive(Debug, Clone, Copy)]
pub struct Placed<'a> {
    /// The history its lists lie in.
    pub history: &'a History,
    /// Its position.
    pub position: u32,
    /// The act.
    pub act: &'a Act,
    /// The deed, in this reading.
    pub deed: &'a Deed,
    /// The date, in this reading.
    pub when: When,
    /// The day it is placed on.
    pub day: Day,
    /// The day on which an office received it, where one did.
    pub received: Option<Day>,
    /// Whether only its part in a matter counts here: what it says of the law counted before all.
    pub as_step: bool,
}

impl<'a> Placed<'a> {
    /// Places an act as it stands in the history.
    pub fn new(history: &'a History, position: u32, act: &'a Act) -> Self {
        let (deed, when) = (&act.deed, act.when);
        let received = history.received_on(position);
        let (day, as_step) = (when.order(), false);
        Self { history, position, act, deed, when, day, received, as_step }.in_its_time()
    }

    /// Places what a correction says in the place of what it says it of, which was received when it
    /// was received.
    #[must_use]
    pub fn corrected(self) -> Self {
        let Deed::Correct { deed, when, .. } = &self.act.deed else { return self };
        let received = self.history.told_received_on(self.position);
        Self { received, ..self }.told(deed, *when)
    }

    /// Places another deed, or another date of it, in the place of the act's own.
    #[must_use]
    pub fn told(self, deed: &'a Deed, when: When) -> Self {
        Self { deed, when, day: when.order(), ..self }.in_its_time()
    }

    /// Places, on the day it was done, the part in a matter of an act that counts before all others.
    #[must_use]
    pub fn as_step(self) -> Self {
        Self { as_step: true, ..self.told(self.deed, self.when) }
    }

    /// Places what counts from its receipt, and what belongs to a matter, on the day on which an
    /// office received it: no date that a sender writes puts it before that.
    fn in_its_time(self) -> Self {
        match self.received.filter(|_| self.waits_for_receipt()) {
            Some(day) => Self { day, ..self },
            None => self,
        }
    }

    /// Tells whether it has its place by its receipt.
    pub fn waits_for_receipt(&self) -> bool {
        self.received.is_some() && (self.deed.is_done_on_receipt() || self.act.is_of_a_matter())
    }

    /// Returns the day it was done: what is done by being received, on that day.
    pub fn done(&self) -> Day {
        let by_receipt = !self.waits_for_receipt() || self.deed.is_done_on_receipt();
        if by_receipt { self.day } else { self.when.order().min(self.day) }
    }
}

/// Folds acts, in order of day and position, into a state, and does what is due up to a day.
pub fn fold<'a>(
    code: &Code<'_>,
    acts: impl IntoIterator<Item = Placed<'a>>,
    from: State,
    through: Day,
) -> State {
    let mut state = from;
    let mut lists = Lists::default();
    let mut of_day: Vec<Placed<'a>> = Vec::new();
    for placed in acts {
        if of_day.first().is_some_and(|first| first.day != placed.day) {
            live(code, &mut state, &of_day, &mut lists);
            of_day.clear();
        }
        of_day.push(placed);
    }
    live(code, &mut state, &of_day, &mut lists);
    advance(code, &mut state, through);
    state
}

/// Lists that are filled and emptied again for each act, kept so that they are made once.
#[derive(Debug, Default)]
struct Lists {
    effects: Vec<Effect>,
    changed: Vec<Changed>,
}

/// Lives one day: changes of law, what is due, the other acts in log order, what became due since.
fn live(code: &Code<'_>, state: &mut State, acts: &[Placed<'_>], lists: &mut Lists) {
    let Some(day) = acts.first().map(|placed| placed.day) else {
        return;
    };
    let changes_law = |placed: &&Placed<'_>| matches!(placed.deed, Deed::Amend { .. });
    if acts.iter().any(|placed| changes_law(&placed)) {
        advance(code, state, day.previous());
        change_law(code, state, day, acts.iter().filter(changes_law));
    }
    advance(code, state, day);
    for placed in acts.iter().filter(|placed| !changes_law(placed)) {
        let effects = std::mem::take(&mut lists.effects);
        let judgment = judge_quietly(code, state, placed, effects);
        settle_with(code, state, recite(judgment), day, lists);
    }
    advance(code, state, day);
}

/// Does what is due up to and on a day.
pub fn advance(code: &Code<'_>, state: &mut State, day: Day) {
    loop {
        let due = state.timers.first_key_value().map(|((day, turn, _), _)| (*day, *turn));
        let dated = code.next_date(state.looked).map(|day| (day, Turn::Law));
        let next = due.into_iter().chain(dated).min().filter(|(next, _)| *next <= day);
        match next {
            Some((day, Turn::Law)) => change_law(code, state, day, [].iter()),
            Some((due, Turn::Rest)) => run_timer(code, state, due),
            None => break,
        }
    }
    state.day = state.day.max(Some(day));
}

/// Makes all changes of law of a day, and then looks at what follows from them.
fn change_law<'a>(
    code: &Code<'_>,
    state: &mut State,
    day: Day,
    acts: impl Iterator<Item = &'a Placed<'a>>,
) {
    state.day = state.day.max(Some(day));
    let mut changed = Vec::new();
    while let Some(entry) = state.timers.first_entry()
        && (entry.key().0, entry.key().1) <= (day, Turn::Law)
    {
        let timer = entry.remove();
        let judgment = of_timer(state, timer, day);
        drop(apply_noting(state, recite(judgment), &mut changed));
    }
    for placed in acts {
        let judgment = judge_quietly(code, state, placed, Vec::new());
        drop(apply_noting(state, recite(judgment), &mut changed));
    }
    let dated = code.next_date(state.looked) == Some(day);
    let conditions = if dated { on_date(code, state, day) } else { Conditions::default() };
    state.looked = state.looked.max(Some(day));
    follow(code, state, &mut changed, conditions, day);
}

/// Does the first thing that is due.
fn run_timer(code: &Code<'_>, state: &mut State, due: Day) {
    if let Some((_, timer)) = state.timers.pop_first() {
        let today = state.day.map_or(due, |today| today.max(due));
        state.day = Some(today);
        let judgment = of_timer(state, timer, due);
        settle(code, state, recite(judgment), today);
    }
}

/// Applies what was admitted, and then all that follows from it on that day.
pub fn settle(code: &Code<'_>, state: &mut State, admitted: Admitted, day: Day) {
    settle_with(code, state, admitted, day, &mut Lists::default());
}

fn settle_with(
    code: &Code<'_>,
    state: &mut State,
    admitted: Admitted,
    day: Day,
    lists: &mut Lists,
) {
    let Lists { effects, changed } = lists;
    changed.clear();
    *effects = apply_noting(state, admitted, changed);
    follow(code, state, changed, Conditions::default(), day);
}

/// Does all that follows from what changed; then the conditions it may have brought about are
/// looked at, one after the other, until nothing more follows.
fn follow(
    code: &Code<'_>,
    state: &mut State,
    changed: &mut Vec<Changed>,
    mut conditions: Conditions,
    day: Day,
) {
    let mut next = 0;
    loop {
        let judgment = if let Some(change) = changed.get(next).copied() {
            next = next.saturating_add(1);
            touched(code, state, change, &mut conditions);
            of_change(code, state, change, day)
        } else if let Some((instrument, trigger)) = conditions.pop_first() {
            reach(code, state, instrument, trigger, day)
        } else {
            return;
        };
        if !judgment.effects.is_empty() || !judgment.findings.is_empty() {
            drop(apply_noting(state, recite(judgment), changed));
        }
    }
}
