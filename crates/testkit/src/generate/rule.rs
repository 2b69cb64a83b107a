//! Charter text of random rules of decision.

use super::chamber::DAYS;
use super::charter::add;
use super::dice::Dice;
use servanda_model::{AllAbsent, Base, CountsAs, Who};

/// Writes a charter with an organ, its matters and rules, one article of which changes.
pub(super) fn charter(dice: &mut Dice, parties: &[&str]) -> String {
    let mut text = "servanda 1\norganisation own \"Own\"\n".to_owned();
    for code in parties {
        add(&mut text, 0, &format!("party {code} \"{code}\""));
    }
    let core = list(dice, parties, 40);
    add(&mut text, 0, &format!("set core = {core}"));
    weights(&mut text, dice, parties);
    text.push_str("instrument pact \"Pact\"\n  kind treaty\narticle pact.1 \"Entry\"\n");
    text.push_str("  evidence unverified\n  signature subject to ratification\n");
    text.push_str("  accession open\n  in-force each on deposit\n");
    text.push_str("instrument book \"Book\"\n  kind regulation\n");
    let rules = dice.between(1, 4);
    for number in 0..rules {
        add(&mut text, 0, &format!("article book.{number} \"Rule\""));
        add(&mut text, 1, "evidence unverified");
        rule(&mut text, dice, (parties, rules), number, 1);
    }
    text.push_str("article book.m \"Matters\"\n  evidence unverified\n");
    text.push_str("  organ council \"Council\"\n    of own\n");
    matters(&mut text, dice, rules, 1);
    text.push_str("article pact.x \"Changes\"\n  evidence unverified\n");
    changes(&mut text, dice, parties, rules);
    text
}

fn changes(text: &mut String, dice: &mut Dice, parties: &[&str], rules: usize) {
    for (at, (year, month, day)) in DAYS.into_iter().enumerate() {
        let from = format!("from {year}-{month:02}-{day:02}");
        if dice.chance(30) && at < rules {
            add(text, 1, &format!("replaces book.{at} {from} \"Rule\""));
            add(text, 2, "evidence unverified");
            rule(text, dice, (parties, rules), at, 2);
        }
        if at == 1 && dice.chance(30) {
            add(text, 1, &format!("replaces book.m {from} \"Matters\""));
            add(text, 2, "evidence unverified");
            matters(text, dice, rules, 2);
        }
    }
}

fn matters(text: &mut String, dice: &mut Dice, rules: usize, depth: usize) {
    for kind in ["ordinary", "grave"] {
        let number = dice.between(0, rules.saturating_sub(1));
        let matter = format!("matter {kind} of council under r{number}");
        let alone = if kind == "grave" { 80 } else { 50 };
        if rules == 1 || dice.chance(alone) {
            add(text, depth, &matter);
            continue;
        }
        // Read in two ways: what falls back to one of them has both, in each of its own readings.
        let other = number.saturating_add(1).checked_rem(rules).unwrap_or_default();
        add(text, depth, &format!("{matter} one"));
        add(text, depth, &format!("matter {kind} of council under r{other} other"));
    }
}

/// Writes weights whose shares are often just reached.
fn weights(text: &mut String, dice: &mut Dice, parties: &[&str]) {
    let total = if dice.chance(70) { " total 100" } else { "" };
    add(text, 0, &format!("weights mass \"Mass\"{total}"));
    for code in parties {
        if dice.chance(90) {
            let weight = dice.between(1, 4).saturating_mul(10);
            add(text, 1, &format!("{code} {weight}"));
        }
    }
    for (year, month, day) in DAYS {
        if dice.chance(50) {
            let (code, weight) = (dice.pick(parties), dice.between(0, 6).saturating_mul(10));
            add(text, 1, &format!("from {year}-{month:02}-{day:02}"));
            add(text, 2, &format!("{code} {weight}"));
        }
    }
}

/// Writes one rule.
fn rule(
    text: &mut String,
    dice: &mut Dice,
    (parties, rules): (&[&str], usize),
    number: usize,
    depth: usize,
) {
    add(text, depth, &format!("rule r{number}"));
    let below = depth.saturating_add(1);
    add(text, below, &format!("electorate {}", electorate(dice)));
    let other = dice.between(0, rules.saturating_sub(1));
    if dice.chance(30) {
        put(text, dice, parties, "usable when", below);
        let otherwise = match dice.below(4) {
            0 => "otherwise nothing".to_owned(),
            _ => format!("otherwise under r{other}"),
        };
        add(text, below.saturating_add(1), &otherwise);
    }
    if dice.chance(35) {
        put(text, dice, parties, "quorum", below);
    }
    put(text, dice, parties, "adopted when", below);
    if dice.chance(35) {
        put(text, dice, parties, "vetoed when", below);
    }
    let other = dice.between(0, rules.saturating_sub(1));
    if dice.chance(45) {
        add(text, below, &format!("failing that under r{other}"));
    }
    for what in ["abstaining", "absent"] {
        let counts_as = dice.pick(&CountsAs::ALL).word();
        add(text, below, &format!("{what} counts as {counts_as}"));
    }
    if dice.chance(30) {
        let comes_of_it = dice.pick(&AllAbsent::ALL).0;
        add(text, below, &format!("all absent counts as {comes_of_it}"));
    }
    match dice.below(8) {
        0 => add(text, below, "silence 72 hours until expiry"),
        1 => add(text, below, "after \"a decision of others\""),
        _ => {}
    }
    add(text, below, &format!("binds {}", binding(dice)));
}

fn electorate(dice: &mut Dice) -> String {
    let of = dice.pick(&["members", "members", "members", "parties to pact"]);
    let less: Vec<&str> = ["target", "interested", "not-participating"]
        .into_iter()
        .filter(|_| dice.chance(25))
        .collect();
    if less.is_empty() { of.to_owned() } else { format!("{of} less {}", less.join(", ")) }
}

fn binding(dice: &mut Dice) -> String {
    let whom = dice.pick(&[
        "members",
        "members of own",
        "members with vote",
        "electorate",
        "for",
        "nobody",
    ]);
    let less: Vec<&str> =
        Who::OF_DECISIONS.into_iter().map(|(word, _)| word).filter(|_| dice.chance(6)).collect();
    if less.is_empty() { whom.to_owned() } else { format!("{whom} less {}", less.join(", ")) }
}

/// Writes a condition after a head, sometimes one of several.
fn put(text: &mut String, dice: &mut Dice, parties: &[&str], head: &str, depth: usize) {
    if !dice.chance(30) {
        let one = condition(dice, parties);
        return add(text, depth, &format!("{head} {one}"));
    }
    let of = dice.pick(&["all of", "any of"]);
    add(text, depth, &format!("{head} {of}"));
    let below = depth.saturating_add(1);
    for _ in 0..dice.between(2, 3) {
        if dice.chance(10) {
            put(text, dice, parties, "not", below);
        } else {
            let one = condition(dice, parties);
            add(text, below, &one);
        }
    }
}

fn condition(dice: &mut Dice, parties: &[&str]) -> String {
    let who = if dice.chance(40) { "for" } else { dice.pick(&Who::OF_DECISIONS).0 };
    let base = dice.pick(&Base::OF_DECISIONS).word();
    let count = dice.between(1, parties.len().min(4));
    let share = dice.pick(&["1/2", "2/3", "3/4", "1/3", "3/5", "55/100", "1/1"]);
    let measure = dice.pick(&["at least", "more than"]);
    let set = if dice.chance(50) { "core".to_owned() } else { list(dice, parties, 40) };
    let in_set = if dice.chance(35) { format!(" in {set}") } else { String::new() };
    match dice.below(17) {
        0 | 1 => format!("all {base} {who}"),
        2..=4 => format!("at least {count} {who}{in_set}"),
        5..=8 => {
            let less = if dice.chance(30) { format!(" less {set}") } else { String::new() };
            format!("{measure} {share} {who} of {base}{less}")
        }
        9 | 10 => format!("fewer than {count} {who}"),
        11 | 12 => format!("none {who}{in_set}"),
        13 => format!("includes {set}"),
        14 | 15 => {
            let of = if dice.chance(50) { "total" } else { base };
            format!("weight mass of {who} {measure} {share} of {of}")
        }
        _ => format!("not none {who}"),
    }
}

fn list(dice: &mut Dice, parties: &[&str], percent: u64) -> String {
    let mut some: Vec<&str> = parties.iter().copied().filter(|_| dice.chance(percent)).collect();
    if some.is_empty() {
        some.push(dice.pick(parties));
    }
    some.join(", ")
}
