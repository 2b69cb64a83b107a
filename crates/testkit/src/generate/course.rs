//! Short courses of acts that hang together, and what an office received of them.

use super::World;
use super::charter::add;
use super::dice::Dice;
use super::journal::Draft;

/// An office received some of it, at times of which the acts know nothing.
pub(super) fn receipts(dice: &mut Dice, world: &World, entries: &mut Vec<String>) {
    let by_lines = dice.chance(60);
    for index in (0..entries.len()).rev() {
        let day = world.day(dice);
        if by_lines && dice.chance(30) {
            entries.insert(index, format!("received {day}T09:00:00Z\n"));
            continue;
        }
        let entry = entries.get_mut(index).filter(|entry| !entry.contains(" amend "));
        if let Some(entry) = entry.filter(|_| !by_lines && dice.chance(40)) {
            add(entry, 1, &format!("received {day}"));
        }
    }
}

/// A decision on a state, then its membership, then another change of it.
pub(super) fn turned_down(dice: &mut Dice, world: &World, drafts: &mut Vec<Draft>) {
    let (party, mut days) = (dice.pick(&world.parties), [(); 3].map(|()| world.day(dice)));
    days.sort_unstable();
    let [decided, joined, put_out] = days;
    let matter = dice.pick(&["grave", "slight"]);
    let outcome = dice.pick(&["not-adopted", "not-adopted", "adopted"]);
    let decision = format!(
        "{decided} decide council\n  matter {matter}\n  target {party}\n  outcome {outcome}\n"
    );
    let change = match dice.below(3) {
        0 => format!("suspend {party} in own as sanction by council"),
        1 => format!("admit {party} to own as observer by council"),
        _ => format!("expel {party} from own by council"),
    };
    drafts.push(Draft { day: decided, text: decision });
    drafts.push(Draft { day: joined, text: format!("{joined} join own by {party}\n") });
    drafts.push(Draft { day: put_out, text: format!("{put_out} {change}\n") });
}

/// A person with full powers, or without, signs for a state.
pub(super) fn powers(dice: &mut Dice, world: &World, drafts: &mut Vec<Draft>) {
    let (party, of) = (dice.pick(&world.parties), world.instrument(dice));
    let (presented, done) = (world.day(dice), world.day(dice));
    let text = format!("{presented} credentials of \"P\" as envoy by {party} to council\n");
    drafts.push(Draft { day: presented, text });
    let deed = match dice.below(3) {
        0 => format!("notice of withdrawal from {of} by {party}"),
        1 => format!("sign {of} by {party}"),
        _ => format!("deposit accession of {of} by {party}"),
    };
    let text = format!("{done} {deed}\n  signed \"P\" as envoy of {party}\n");
    drafts.push(Draft { day: done, text });
}

/// A member loses its vote, and sometimes may vote all the same or gets it back.
pub(super) fn arrears(dice: &mut Dice, world: &World, drafts: &mut Vec<Draft>) {
    let (party, body) = (dice.pick(&world.parties), dice.pick(&["own", "council"]));
    for verb in ["take", "permit", "return"] {
        if verb == "take" || dice.chance(40) {
            let day = world.day(dice);
            let text = format!("{day} {verb} vote of {party} in {body} by council\n");
            drafts.push(Draft { day, text });
        }
    }
}
