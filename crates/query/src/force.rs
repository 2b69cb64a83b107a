//! What an entry into force waits for: the condition, those who count towards it, those missing.

use crate::asking::Asking;
use crate::moment::Moment;
use crate::why::looked_again;
use servanda_engine::{Guard, Said, State, measure};
use servanda_model::{
    ArticleId, Condition, Day, InstrumentId, Mention, PartySet, Remark, Rule, remark,
};

/// Returns how the condition of entry into force stood right after an act, where one common
/// condition is encoded.
pub(crate) fn right_after(
    asking: &Asking<'_>,
    instrument: InstrumentId,
    moment: &Moment,
    act: u32,
) -> Option<Guard> {
    let day = asking.place(act, moment, &[])?.day;
    let (_, guard) = looked_at(asking, instrument, &moment.at(day), (day, act))?;
    Some(guard)
}

/// Returns the article of the common condition, and how it stood at a moment.
pub(crate) fn awaited(
    asking: &Asking<'_>,
    instrument: InstrumentId,
    moment: &Moment,
) -> Option<(ArticleId, Remark)> {
    let (article, guard) = looked_at(asking, instrument, moment, (moment.on, u32::MAX))?;
    Some((article, reached(&guard)))
}

/// Says what was counted, and whether that was enough.
pub(crate) fn reached(guard: &Guard) -> Remark {
    let reached = match guard.holds {
        true => Mention::Form("yes", "the condition is reached"),
        false => Mention::Form("no", "the condition is not reached"),
    };
    remark!(REACHED, counted = looked_again(guard), reached = reached)
}

fn looked_at(
    asking: &Asking<'_>,
    instrument: InstrumentId,
    moment: &Moment,
    last: (Day, u32),
) -> Option<(ArticleId, Guard)> {
    let mut slice = asking.about_instrument(instrument);
    // What was done later counts for nothing yet.
    slice.positions.retain(|position| {
        let placed = asking.place(*position, moment, &[]);
        placed.is_some_and(|placed| (placed.day, placed.position) <= last)
    });
    let state = asking.fold_no_further(&slice, moment);
    let (article, condition) = common_condition(asking, instrument, &state, moment)?;
    let measured = measure(&asking.code, &state, instrument, condition, moment.on);
    let mut asked = measured.base.clone();
    named(condition, &mut asked);
    let counted =
        if asked.is_empty() { measured.counted.clone() } else { measured.counted.and(&asked) };
    let said = Said::Counted {
        condition: condition.clone(),
        counted: counted.iter().collect(),
        missing: asked.less(&measured.counted).iter().collect(),
    };
    Some((article, Guard { article: Some(article), holds: measured.holds, said }))
}

fn common_condition<'l>(
    asking: &Asking<'l>,
    instrument: InstrumentId,
    state: &State,
    moment: &Moment,
) -> Option<(ArticleId, &'l Condition)> {
    asking.code.provisions(instrument, state, moment.on).find_map(|provision| {
        let Rule::EntryIntoForce { when: Some(condition), .. } = &provision.clause.rule else {
            return None;
        };
        Some((provision.article, condition))
    })
}

/// Adds the states that a condition names.
fn named(condition: &Condition, asked: &mut PartySet) {
    match condition {
        Condition::Includes(set) => set.iter().for_each(|party| asked.insert(party)),
        Condition::AllOf(all) | Condition::AnyOf(all) => {
            all.iter().for_each(|one| named(one, asked));
        }
        Condition::All(..)
        | Condition::AtLeast(..)
        | Condition::Share(..)
        | Condition::FewerThan(..)
        | Condition::None(..)
        | Condition::Weight(..)
        | Condition::Not(_) => {}
    }
}
