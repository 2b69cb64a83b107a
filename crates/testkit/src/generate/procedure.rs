//! Charter text of random procedures, and which act is a step of a matter.

use super::World;
use super::charter::add;
use super::dice::Dice;

const KINDS: [&str; 9] = [
    "propose",
    "recommend",
    "decide",
    "consent",
    "deposit",
    "contribute",
    "carry-out",
    "report",
    "end",
];

/// Writes the article with the procedures.
pub(super) fn procedures(text: &mut String, dice: &mut Dice, world: &World, depth: usize) {
    add(text, depth, "evidence unverified");
    for number in 0..2 {
        add(text, depth, &format!("procedure p{number} \"Procedure\""));
        let below = depth.saturating_add(1);
        let by = match dice.below(6) {
            0 => "anyone".to_owned(),
            1 => "state".to_owned(),
            2 => format!("party to {}", world.instrument(dice)),
            3 => "council".to_owned(),
            _ => "member".to_owned(),
        };
        add(text, below, &format!("opened by {by}"));
        if dice.chance(40) {
            add(text, below, "signed by head-of-state");
        }
        for _ in 0..dice.between(1, 4) {
            step(text, dice, world, below);
        }
        if dice.chance(60) {
            add(text, below, "step decide by council");
        }
        if dice.chance(30) {
            step(text, dice, world, below);
        }
        if dice.chance(15) {
            add(text, below, "applies to pending");
        }
    }
    agreement(text, dice, world, depth);
    let below = depth.saturating_add(1);
    add(text, depth, "procedure p3 \"Silence\"");
    add(text, below, "opened by anyone");
    add(text, below, "step circulate by anyone");
    if dice.chance(40) {
        add(text, below, "step decide by council as grave");
        add(text, below.saturating_add(1), "optional");
    }
    add(text, below, "step decide by council as quiet");
}

/// Writes a procedure in which others are asked for consent, so that objections meet one.
fn agreement(text: &mut String, dice: &mut Dice, world: &World, depth: usize) {
    let (below, child) = (depth.saturating_add(1), depth.saturating_add(2));
    add(text, depth, "procedure p2 \"Agreement\"");
    add(text, below, "opened by anyone");
    let by = dice.pick(&["each other member", "member", "member of all"]);
    if dice.chance(60) {
        let period = world.period(dice);
        add(text, below, &format!("step consent by {by} within {period}"));
        let word = dice.pick(&["consents", "consents", "lapses", "still-owed"]);
        add(text, child, &format!("on expiry {word}"));
    } else {
        add(text, below, &format!("step consent by {by}"));
    }
    if dice.chance(30) {
        add(text, child, "optional");
    }
    add(text, below, "step decide by council");
}

fn step(text: &mut String, dice: &mut Dice, world: &World, depth: usize) {
    let period = world.period(dice);
    if dice.chance(12) {
        return add(text, depth, &format!("wait {period}"));
    }
    let by = dice.pick(&["anyone", "council", "member", "target", "opener", "each other member"]);
    let within = match dice.below(4) {
        0 => String::new(),
        1 => " at once".to_owned(),
        _ => format!(" within {period}"),
    };
    let kind = dice.pick(&KINDS);
    let (several, of) = (["member", "each other member"], world.instrument(dice));
    let by = match dice.below(4) {
        0 if several.contains(&by) => format!("{by} of all"),
        1 if several.contains(&by) => format!("party to {of} of all"),
        _ => by.to_owned(),
    };
    add(text, depth, &format!("step {kind} by {by}{within}"));
    let below = depth.saturating_add(1);
    if dice.chance(30) {
        add(text, below, "optional");
    }
    if dice.chance(65) {
        let word = dice.pick(&["consents", "lapses", "still-owed"]);
        add(text, below, &format!("on expiry {word}"));
    }
}

/// Writes that an act opens a matter or is a step of one.
pub(super) fn matter(
    text: &mut String,
    dice: &mut Dice,
    world: &World,
    own: Option<&str>,
    opened: &mut Vec<String>,
) {
    if let Some(own) = own.filter(|_| dice.chance(30)) {
        let number = dice.below(2);
        let about =
            if dice.chance(40) { format!(" about {}", world.party(dice)) } else { String::new() };
        add(text, 1, &format!("opens p{number}{about}"));
        if dice.chance(50) {
            let capacity = dice.pick(&["head-of-state", "minister"]);
            add(text, 1, &format!("signed \"P\" as {capacity} of {}", world.party(dice)));
        }
        opened.push(own.to_owned());
    }
    if !opened.is_empty() && dice.chance(45) {
        let label = dice.pick(opened);
        let kind = if dice.chance(50) { format!(" {}", dice.pick(&KINDS)) } else { String::new() };
        add(text, 1, &format!("on #{label}{kind}"));
    }
}
