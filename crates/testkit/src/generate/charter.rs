//! Charter text: parties, instruments with varied clauses, rotations.

use super::World;
use super::custom::{custom, decided, rotation};
use super::dice::Dice;
use super::procedure::procedures;
use std::collections::BTreeMap;

/// Short names by which the ring is ordered; their order is not the order of the codes.
const NAMES: [&str; 7] = ["Ирий", "Яр", "Алга", "Ёлка", "Бета", "Жито", "Елань"];

/// Writes a charter.
pub(super) fn text(dice: &mut Dice, world: &World) -> String {
    let mut text =
        String::from("servanda 1\norganisation own \"Own\"\nobserved league \"League\"\n");
    let mut names = NAMES;
    dice.shuffle(&mut names);
    for (code, name) in world.parties.iter().zip(names) {
        add(&mut text, 0, &format!("party {code} \"{code}\""));
        if dice.chance(10) {
            let day = world.day(dice);
            add(&mut text, 1, &format!("name ru short \"{name}\" until {day}"));
            add(&mut text, 1, &format!("name ru short \"Ю{name}\" from {day}"));
        } else {
            add(&mut text, 1, &format!("name ru short \"{name}\""));
        }
    }
    text.push_str("entity x-land \"Land\"\n  name ru short \"Гора\"\n");
    for code in &world.parties {
        let place = code.to_lowercase();
        add(&mut text, 0, &format!("place {place} \"{place}\" in {code}"));
    }
    text.push_str("place nowhere \"Nowhere\"\n");
    let core = world.some_parties(dice, 40);
    add(&mut text, 0, &format!("set core = {core}"));
    weights(&mut text, dice, world);
    for (number, instrument) in world.instruments.iter().enumerate() {
        declare(&mut text, dice, world, (number, instrument));
    }
    text.push_str("instrument custom \"Custom\"\n  kind practice\n");
    for instrument in &world.instruments {
        articles(&mut text, dice, world, instrument);
    }
    custom(&mut text, dice, world);
    text
}

/// Adds a line at a depth.
pub(super) fn add(text: &mut String, depth: usize, line: &str) {
    text.push_str(&"  ".repeat(depth));
    text.push_str(line);
    text.push('\n');
}

fn weights(text: &mut String, dice: &mut Dice, world: &World) {
    let total = if dice.chance(70) { " total 100" } else { "" };
    add(text, 0, &format!("weights mass \"Mass\"{total}"));
    for code in &world.parties {
        if dice.chance(85) {
            let weight = dice.between(5, 40);
            add(text, 1, &format!("{code} {weight}"));
        }
    }
    let mut changes = BTreeMap::new();
    for _ in 0..dice.below(3) {
        let day = world.day(dice);
        changes.insert(day, (dice.pick(&world.parties), dice.between(5, 60)));
    }
    for (day, (code, weight)) in changes {
        add(text, 1, &format!("from {day}"));
        add(text, 2, &format!("{code} {weight}"));
    }
}

fn declare(text: &mut String, dice: &mut Dice, world: &World, (number, instrument): (usize, &str)) {
    add(text, 0, &format!("instrument {instrument} \"{instrument}\""));
    let kind =
        if number == 0 { "treaty" } else { dice.pick(&["protocol", "agreement", "charter"]) };
    add(text, 1, &format!("kind {kind}"));
    if number > 0 && dice.chance(70) {
        let amended = if dice.chance(70) {
            "i0".to_owned()
        } else {
            world.other_instrument(dice, instrument)
        };
        add(text, 1, &format!("amends {amended}"));
    }
}

/// Writes the five articles of an instrument.
fn articles(text: &mut String, dice: &mut Dice, world: &World, own: &str) {
    for number in 1..=5 {
        add(text, 0, &format!("article {own}.{number} \"Article\""));
        body(text, dice, world, (own, number), 1);
        if number == 4 {
            changes(text, dice, world, own);
        }
    }
}

/// Writes what an article of this number provides, in one of its forms.
pub(super) fn body(
    text: &mut String,
    dice: &mut Dice,
    world: &World,
    (own, number): (&str, u32),
    depth: usize,
) {
    add(text, depth, "evidence unverified");
    match number {
        1 => signature(text, dice, world, depth),
        2 => entry(text, dice, world, depth),
        3 => duration(text, dice, world, depth),
        4 => reaches_over(text, dice, world, own, depth),
        _ => {
            if dice.chance(40) {
                add(text, depth, &format!("membership of own by {own}"));
            }
            if dice.chance(8) {
                add(text, depth, &format!("membership of league by {}", world.instrument(dice)));
            }
            add(text, depth, "obliges parties to \"help\"");
            add(text, depth, "entitles parties to \"be helped\"");
        }
    }
}

fn signature(text: &mut String, dice: &mut Dice, world: &World, depth: usize) {
    match dice.below(10) {
        0..=5 => add(text, depth, "signature subject to ratification"),
        6 | 7 => add(text, depth, "signature definitive"),
        _ => return others(text, dice, depth),
    }
    let (open, closes) = (dice.chance(20), dice.chance(20));
    let below = depth.saturating_add(1);
    if open {
        let set = if dice.chance(50) { "core".to_owned() } else { world.some_parties(dice, 60) };
        add(text, below, &format!("open to {set}"));
    }
    if closes {
        let last = world.day(dice);
        add(text, below, &format!("through {last}"));
    }
    if open || closes {
        breach(text, dice, 40, below);
    }
    others(text, dice, depth);
}

/// Writes, in some cases, what a departure from the clause above is.
pub(super) fn breach(text: &mut String, dice: &mut Dice, percent: u64, depth: usize) {
    if dice.chance(percent) {
        let grade = dice.pick(&["irregular", "unrecorded", "void"]);
        add(text, depth, &format!("breach {grade}"));
    }
}

/// Writes who applies provisionally, who may accede, and whether reservations may be made.
fn others(text: &mut String, dice: &mut Dice, depth: usize) {
    let below = depth.saturating_add(1);
    match dice.below(8) {
        0 => {
            add(text, depth, "provisional from signature");
            breach(text, dice, 30, below);
        }
        1 => add(text, depth, "provisional by declaration"),
        _ => {}
    }
    match dice.below(8) {
        0 => add(text, depth, "accession open"),
        1 | 6 | 7 => {
            let which =
                if dice.chance(25) { String::new() } else { format!(" of {}", decided(dice)) };
            add(text, depth, &format!("accession by consent{which}"));
            breach(text, dice, 25, below);
        }
        2 => {
            add(text, depth, "accession closed");
            breach(text, dice, 30, below);
        }
        _ => {}
    }
    if dice.chance(30) {
        let except = dice.pick(&["", " except head-of-state"]);
        add(text, depth, &format!("full-powers asked{except}"));
        breach(text, dice, 20, below);
    }
    if dice.chance(20) {
        add(text, depth, &format!("corrections in p{}", dice.below(2)));
        breach(text, dice, 20, below);
    }
    if dice.chance(45) {
        let bound = match dice.below(5) {
            0 => "prohibited".to_owned(),
            1 => "allowed".to_owned(),
            2 => "by consent".to_owned(),
            _ => format!("by consent of {}", decided(dice)),
        };
        add(text, depth, &format!("reservations {bound}"));
        if bound.starts_with("by") {
            breach(text, dice, 15, below);
        }
    }
}

fn entry(text: &mut String, dice: &mut Dice, world: &World, depth: usize) {
    let below = depth.saturating_add(1);
    match dice.below(20) {
        0 => return,
        1 => return add(text, depth, "in-force as sources say"),
        2..=4 => {
            let delay = delay(dice, world, 50);
            add(text, depth, format!("in-force each on deposit {delay}").trim_end());
            return breach(text, dice, 30, below);
        }
        _ => {}
    }
    if dice.chance(20) {
        let of = dice.pick(&["all of", "any of"]);
        add(text, depth, &format!("in-force when {of}"));
        for _ in 0..dice.between(2, 3) {
            let condition = condition(dice, world);
            add(text, below, &condition);
        }
    } else {
        let condition = condition(dice, world);
        add(text, depth, &format!("in-force when {condition}"));
    }
    let delay_line = delay(dice, world, 35);
    if !delay_line.is_empty() {
        add(text, below, &delay_line);
    }
    if dice.chance(60) {
        let later = delay(dice, world, 50);
        let later = if later.is_empty() { "on deposit".to_owned() } else { later };
        add(text, below, &format!("later parties {later}"));
    }
    breach(text, dice, 30, below);
}

fn delay(dice: &mut Dice, world: &World, percent: u64) -> String {
    if !dice.chance(percent) {
        return String::new();
    }
    let period = world.period(dice);
    if dice.chance(30) {
        format!("first of month after {period}")
    } else {
        format!("after {period}")
    }
}

fn condition(dice: &mut Dice, world: &World) -> String {
    let most = world.parties.len();
    let count = dice.between(1, most.min(4));
    let base = dice.pick(&["signatories", "members", "parties", "contracting"]);
    let share = dice.pick(&["1/2", "2/3", "3/4", "1/3", "1/1"]);
    let measure = dice.pick(&["at least", "more than"]);
    let set = if dice.chance(50) { "core".to_owned() } else { world.some_parties(dice, 40) };
    let in_set = if dice.chance(30) { format!(" in {set}") } else { String::new() };
    match dice.below(16) {
        0..=2 => format!("all {base} depositing"),
        3..=5 => format!("at least {count} depositing{in_set}"),
        6..=8 => {
            let less = if dice.chance(30) { format!(" less {set}") } else { String::new() };
            format!("{measure} {share} depositing of {base}{less}")
        }
        9 => format!("fewer than {} depositing", count.saturating_add(1)),
        10 => format!("none depositing{in_set}"),
        11 => format!("includes {set}"),
        12..=14 => {
            let of = if dice.chance(50) { "total" } else { base };
            format!("weight mass of depositing {measure} {share} of {of}")
        }
        _ => {
            let inner =
                dice.pick(&["none depositing", "fewer than 3 depositing", "at least 4 depositing"]);
            format!("not {inner}")
        }
    }
}

fn duration(text: &mut String, dice: &mut Dice, world: &World, depth: usize) {
    if dice.chance(55) {
        term(text, dice, world, "", depth);
    }
    match dice.below(10) {
        0 => add(text, depth, "withdrawal prohibited"),
        1 | 2 => {}
        _ => {
            let period = world.period(dice);
            add(text, depth, &format!("withdrawal by notice of {period}"));
            if dice.chance(50) {
                let word = dice.pick(&["revocable", "not revocable", "not revocable"]);
                add(text, depth.saturating_add(1), word);
            }
            if dice.chance(25) {
                let period = world.period(dice);
                add(text, depth.saturating_add(1), &format!("open after {period}"));
            }
            if dice.chance(25) {
                add(text, depth.saturating_add(1), "breach irregular");
            }
        }
    }
}

fn term(text: &mut String, dice: &mut Dice, world: &World, of: &str, depth: usize) {
    let (length, end) = (world.period(dice), dice.pick(&["through", "until"]));
    let start = if of.is_empty() && dice.chance(80) {
        "in-force".to_owned()
    } else {
        world.day(dice).to_string()
    };
    add(text, depth, &format!("term {of}{length} from {start} {end} anniversary"));
    let renewal = world.period(dice);
    let expiry = if dice.chance(60) { "lapse".to_owned() } else { format!("renew {renewal}") };
    add(text, depth.saturating_add(1), &format!("on expiry {expiry}"));
}

/// Writes what an instrument does to others.
fn reaches_over(text: &mut String, dice: &mut Dice, world: &World, own: &str, depth: usize) {
    let other = world.other_instrument(dice, own);
    if other == own {
        return;
    }
    if dice.chance(30) {
        let day = world.day(dice);
        add(text, depth, &format!("extends {other} from {day}"));
        if dice.chance(50) {
            term(text, dice, world, &format!("{other} "), depth);
        }
    }
    if dice.chance(12) {
        add(text, depth, &format!("ends {other} on in-force"));
    }
    if dice.chance(15) {
        let other = world.other_instrument(dice, own);
        add(text, depth, &format!("lasts with {other}"));
    }
}

/// Writes what an article does to articles of others.
fn changes(text: &mut String, dice: &mut Dice, world: &World, own: &str) {
    if !dice.chance(35) {
        return;
    }
    let other = world.other_instrument(dice, own);
    let number = dice.between(1, 4);
    let from = if dice.chance(40) { format!(" from {}", world.day(dice)) } else { String::new() };
    let number = u32::try_from(number).unwrap_or(1);
    match dice.below(8) {
        0 => add(text, 1, &format!("repeals {other}.{number}{from}")),
        1 => {
            add(text, 1, &format!("inserts {other}.{own}x{from} \"Inserted\""));
            body(text, dice, world, (&other, number), 2);
        }
        3 => {
            add(text, 1, &format!("replaces custom.5{from} \"Procedures\""));
            procedures(text, dice, world, 2);
        }
        2 => {
            add(text, 1, &format!("replaces custom.1{from} \"Rotation\""));
            rotation(text, dice, world, 1, 2);
        }
        _ => {
            add(text, 1, &format!("replaces {other}.{number}{from} \"Replaced\""));
            body(text, dice, world, (&other, number), 2);
        }
    }
}
