//! Charter text of the organ: rotations, classes, votes that are lost.

use super::World;
use super::charter::{add, breach};
use super::dice::Dice;
use super::procedure::procedures;
use std::fmt::Write as _;

/// Writes rotations, the organ and the office.
pub(super) fn custom(text: &mut String, dice: &mut Dice, world: &World) {
    add(text, 0, "article custom.1 \"Council\"");
    rotation(text, dice, world, 1, 1);
    add(text, 0, "article custom.2 \"Council, otherwise\"");
    rotation(text, dice, world, 2, 1);
    add(text, 0, "article custom.3 \"Warden\"");
    rotation(text, dice, world, 3, 1);
    add(text, 0, "article custom.5 \"Procedures\"");
    procedures(text, dice, world, 1);
    text.push_str("article custom.4 \"Organ and office\"\n  evidence unverified\n");
    council(text, dice, 1, true);
    text.push_str("  office warden \"Warden\"\n    appointed by council\n");
    let breach = dice.pick(&["irregular", "unrecorded", "void"]);
    text.push_str(&format!("    citizen of member\n    breach {breach}\n"));
    if dice.chance(50) {
        add(text, 2, "recalled by its state");
    }
    text.push_str("  class member rights vote\n");
    if dice.chance(60) {
        let words = dice.pick(&["rights attend without vote", "rights vote", "without seat"]);
        add(text, 1, &format!("class suspended {words}"));
    }
    if dice.chance(30) {
        let words = dice.pick(&["without vote", "rights vote", "without seat, vote"]);
        add(text, 1, &format!("class suspended-own-request {words}"));
    }
    loss(text, dice);
    mandates(text, dice);
    yearly(text, dice);
}

/// Writes the organ, as the charter has it or as an act words it anew.
pub(super) fn council(text: &mut String, dice: &mut Dice, depth: usize, seated: bool) {
    let below = depth.saturating_add(1);
    add(text, depth, "organ council \"Council\"");
    add(text, below, "of own");
    if seated {
        add(text, below, "seats minister of each member");
    }
    convening(text, dice, below);
    if dice.chance(25) {
        add(text, below, "full-powers asked except head-of-state");
    }
}

/// Writes who may call the organ together.
fn convening(text: &mut String, dice: &mut Dice, depth: usize) {
    if dice.chance(60) {
        let who =
            dice.pick(&["chair", "member", "2 members", "council", "warden", "chair, warden"]);
        add(text, depth, &format!("convened by {who}"));
    }
    if dice.chance(30) {
        add(text, depth, "convened extraordinary by 2 members");
    }
}

/// Writes who decides on the membership of the organisation, and the kinds of matters.
fn mandates(text: &mut String, dice: &mut Dice) {
    add(text, 1, "rule plain");
    for line in ["electorate members", "adopted when none objecting", "binds nobody"] {
        add(text, 2, line);
    }
    add(text, 2, "abstaining counts as nothing");
    add(text, 2, "absent counts as nothing");
    for matter in ["grave", "slight"] {
        add(text, 1, &format!("matter {matter} of council under plain"));
    }
    quiet(text, dice);
    for head in [
        "admission to own",
        "admission to own as observer",
        "restoration to own",
        "suspension in own",
        "suspension in own as sanction",
        "expulsion from own",
        "admission to league",
    ] {
        if dice.chance(30) {
            let which = decided(dice);
            add(text, 1, &format!("{head} by {which}"));
            breach(text, dice, 25, 2);
        }
    }
}

/// Writes a rule by which silence decides.
fn quiet(text: &mut String, dice: &mut Dice) {
    add(text, 1, "rule quiet");
    let electorate = dice.pick(&["electorate members", "electorate members less target"]);
    for line in [electorate, "adopted when none objecting", "binds members"] {
        add(text, 2, line);
    }
    add(text, 2, "abstaining counts as nothing");
    add(text, 2, "absent counts as nothing");
    let runs = dice.pick(&["24 hours", "24 hours", "1 day", "as circulated"]);
    add(text, 2, &format!("silence {runs} {} expiry", dice.pick(&["until", "through"])));
    add(text, 1, "matter quiet of council under quiet");
}

/// Writes which decision is asked for.
pub(super) fn decided(dice: &mut Dice) -> &'static str {
    dice.pick(&["council", "council", "council matter grave", "council procedure p0", "own"])
}

/// Writes duties that come each year.
fn yearly(text: &mut String, dice: &mut Dice) {
    for (what, by) in [("drill", "exercise"), ("budget", "decision of council")] {
        let from = dice.between(1990, 2010);
        add(text, 0, &format!("article custom.{what} \"Each year\""));
        add(text, 1, "evidence unverified");
        add(text, 1, &format!("each year \"{what}\""));
        add(text, 2, "owed by member");
        add(text, 2, &format!("from {from}"));
        add(text, 2, &format!("discharged by {by}"));
    }
}

/// Writes one of the three rotations.
pub(super) fn rotation(
    text: &mut String,
    dice: &mut Dice,
    world: &World,
    number: u32,
    depth: usize,
) {
    let below = depth.saturating_add(1);
    add(text, depth, "evidence unverified");
    let (subject, reading) = match number {
        1 => ("chair of council", "alphabet"),
        2 => ("chair of council", "host"),
        _ => ("office warden", "turns"),
    };
    add(text, depth, &format!("rotation {subject} {reading}"));
    if number == 2 && dice.chance(70) {
        add(text, below, "host of regular session");
    } else {
        let body = if dice.chance(80) { "own" } else { "league" };
        add(text, below, &format!("order ru of members of {body}"));
    }
    if dice.chance(35) {
        let day = world.day(dice);
        add(text, below, &format!("followed from {day}"));
    }
    if dice.chance(35) {
        let party = dice.pick(&world.parties);
        add(text, below, &format!("begins with {party}"));
    }
    let mut rest = String::new();
    if dice.chance(20) && write!(rest, "turn 1 calendar year from {}", world.day(dice)).is_ok() {
        add(text, below, &rest);
    }
    breach(text, dice, 30, below);
}

/// Writes, in most cases, how a member loses its vote.
fn loss(text: &mut String, dice: &mut Dice) {
    if dice.chance(20) {
        return;
    }
    let (body, by) = (dice.pick(&["own", "council"]), dice.pick(&["", " by council"]));
    add(text, 1, &format!("loss of vote in {body}{by}"));
    for line in ["returned by council", "permitted by council", "stays in electorate"] {
        if dice.chance(50) {
            add(text, 2, line);
        }
    }
    breach(text, dice, 40, 2);
}
