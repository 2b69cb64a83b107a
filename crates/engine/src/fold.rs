//! From acts in order to state: judge, recite, apply, with timers between.

use crate::admit::{Admitted, recite};
use crate::apply::{Changed, apply_noting};
use crate::code::Code;
use crate::consequence::of_change;
use crate::due::of_timer;
use crate::effect::Effect;
use crate::judge::judge_quietly;
use crate::state::State;
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
}

impl<'a> Placed<'a> {
    /// Places an act as it stands in the history.
    pub fn new(history: &'a History, position: u32, act: &'a Act) -> Self {
        Self { history, position, act, deed: &act.deed, when: act.when, day: act.when.order() }
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
    for placed in acts {
        advance(code, &mut state, placed.day);
        let effects = std::mem::take(&mut lists.effects);
        let judgment = judge_quietly(code, &state, &placed, effects);
        settle_with(code, &mut state, recite(judgment), placed.day, &mut lists);
    }
    advance(code, &mut state, through);
    state
}

/// Lists that are filled and emptied again for each act, kept so that they are made once.
#[derive(Debug, Default)]
struct Lists {
    effects: Vec<Effect>,
    changed: Vec<Changed>,
}

/// Does what is due up to and on a day.
pub fn advance(code: &Code<'_>, state: &mut State, day: Day) {
    while let Some(entry) = state.timers.first_entry() {
        let due = entry.key().0;
        if due > day {
            break;
        }
        let timer = entry.remove();
        let judgment = of_timer(state, timer, due);
        settle(code, state, recite(judgment), due);
    }
    state.day = state.day.max(Some(day));
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
    let mut next = 0;
    while let Some(change) = changed.get(next).copied() {
        next = next.saturating_add(1);
        let judgment = of_change(code, state, change, day);
        if judgment.effects.is_empty() && judgment.findings.is_empty() {
            continue;
        }
        drop(apply_noting(state, recite(judgment), changed));
    }
    advance_same_day(code, state, day);
}

/// Timers that were made on a day and are due on it or before it run at once.
fn advance_same_day(code: &Code<'_>, state: &mut State, day: Day) {
    while let Some(entry) = state.timers.first_entry() {
        let due = entry.key().0;
        if due > day {
            return;
        }
        let timer = entry.remove();
        let judgment = of_timer(state, timer, due);
        settle(code, state, recite(judgment), day.max(due));
    }
}
