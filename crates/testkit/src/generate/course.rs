//! Short courses of acts that hang together, and what an office received of them.

use super::World;
use super::charter::add;
use super::dice::Dice;
use super::journal::Draft;
use servanda_model::Day;

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
    let of = if dice.chance(20) { world.party(dice) } else { party };
    let text = format!("{done} {deed}\n  signed \"P\" as envoy of {of}\n");
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

/// A reservation, consent to be bound after it, and what the organ says of it; sometimes it is taken
/// back.
pub(super) fn reserved(dice: &mut Dice, world: &World, drafts: &mut Vec<Draft>) {
    let (party, of) = (dice.pick(&world.parties), world.instrument(dice));
    let (label, mut days) = (format!("r{}", drafts.len()), [(); 4].map(|()| world.day(dice)));
    if dice.chance(80) {
        days.sort_unstable();
    }
    let [made, consented, decided, again] = days;
    let mut text = format!("{made} reserve {of} by {party} \"except so\" #{label}\n");
    let opens = dice.chance(40);
    if opens {
        add(&mut text, 1, "opens p0");
    }
    drafts.push(Draft { day: made, text });
    let how = dice.pick(&["deposit accession of", "deposit ratification of", "sign"]);
    let text = format!("{consented} {how} {of} by {party}\n");
    drafts.push(Draft { day: consented, text });
    for day in [decided, again] {
        let text = match dice.below(4) {
            0 => format!("{day} revoke #{label} by {party}\n"),
            _ => decision(dice, (day, party), opens.then_some(&label)),
        };
        drafts.push(Draft { day, text });
    }
}

/// An organ's decision on a state, which may be a step of a matter.
fn decision(dice: &mut Dice, (day, party): (Day, &str), on: Option<&String>) -> String {
    let mut text = format!("{day} decide council\n");
    let outcome = dice.pick(&["not-adopted", "adopted", "adopted"]);
    add(&mut text, 1, &format!("outcome {outcome}"));
    let kind = dice.pick(&["grave", "grave", "slight"]);
    add(&mut text, 1, &format!("matter {kind}"));
    match on.filter(|_| dice.chance(70)) {
        Some(label) => add(&mut text, 1, &format!("on #{label} decide")),
        None => add(&mut text, 1, &format!("target {party}")),
    }
    text
}

/// A matter or a session, votes of states on it, and the decision that counts them.
pub(super) fn ballots(dice: &mut Dice, world: &World, drafts: &mut Vec<Draft>) {
    let (party, number) = (dice.pick(&world.parties), drafts.len());
    let mut days = [(); 4].map(|()| world.day(dice));
    days.sort_unstable();
    let [opened, first, last, decided] = days;
    let in_session = dice.chance(30);
    let below = if in_session {
        let item = dice.pick(&["", "  item \"one\"\n", "  item \"two\"\n"]);
        format!("  during #v{number}\n{item}")
    } else {
        format!("  on #v{number}{}\n", dice.pick(&["", "", " decide", " recommend"]))
    };
    let text = if in_session {
        format!("{opened} session council #v{number}\n")
    } else {
        let procedure = dice.below(2);
        format!(
            "{opened} request assistance by {party} to council #v{number}\n  opens p{procedure}\n"
        )
    };
    drafts.push(Draft { day: opened, text });
    for vote in 0..dice.between(1, 4) {
        let day = dice.pick(&[first, first, last, decided]);
        let by = if dice.chance(60) {
            world.party(dice).to_owned()
        } else {
            world.some_parties(dice, 50)
        };
        let how = dice.pick(&["for", "for", "against", "abstain", "object", "object-to-format"]);
        let label = format!("v{number}x{vote}");
        let mut text = format!("{day} vote {how} by {by} #{label}\n{below}");
        if dice.chance(20) {
            let capacity = dice.pick(&[" as head-of-state", " as envoy", ""]);
            let of =
                if dice.chance(20) { format!(" of {}", world.party(dice)) } else { String::new() };
            add(&mut text, 1, &format!("signed \"P\"{capacity}{of}"));
        }
        drafts.push(Draft { day, text });
        if dice.chance(20) {
            let day = dice.pick(&[last, decided]);
            drafts.push(Draft { day, text: format!("{day} revoke #{label} by {by}\n") });
        }
    }
    let mut text = format!("{decided} decide council\n{below}");
    if dice.chance(40) {
        add(&mut text, 1, &format!("for {}", world.some_parties(dice, 50)));
    }
    if dice.chance(30) {
        add(&mut text, 1, "outcome not-adopted");
    }
    drafts.push(Draft { day: decided, text });
}

/// Somebody is appointed, and a state recalls the holder, its own or another's.
pub(super) fn recalled(dice: &mut Dice, world: &World, drafts: &mut Vec<Draft>) {
    let mut days = [(); 2].map(|()| world.day(dice));
    days.sort_unstable();
    let [appointed, recalled] = days;
    let (holder, by) = (dice.pick(&world.parties), dice.pick(&world.parties));
    let text = format!("{appointed} appoint warden \"P\" of {holder} by council\n");
    drafts.push(Draft { day: appointed, text });
    drafts.push(Draft { day: recalled, text: format!("{recalled} recall warden by {by}\n") });
}

/// A text goes round, and votes on it reach the office on that day or the next two.
pub(super) fn silences(dice: &mut Dice, world: &World, drafts: &mut Vec<Draft>) {
    let (party, number, day) = (dice.pick(&world.parties), drafts.len(), world.day(dice));
    let next = [day, day.next(), day.next().next()];
    let about =
        if dice.chance(40) { format!(" about {}", world.party(dice)) } else { String::new() };
    let text =
        format!("{day} request assistance by {party} to council #q{number}\n  opens p3{about}\n");
    drafts.push(Draft { day, text });
    for _ in 0..dice.between(1, 2) {
        let text = format!("{day} statement by {party} \n  on #q{number} circulate\n");
        drafts.push(Draft { day, text });
    }
    for vote in 0..dice.between(1, 3) {
        let (day, by) = (dice.pick(&next), world.party(dice));
        let how = dice.pick(&["for", "against", "object"]);
        let deed = match dice.below(4) {
            0 => format!("object to #q{number} by {by} \"not so\""),
            _ => format!("vote {how} by {by}"),
        };
        let text = format!("{day} {deed} #q{number}x{vote}\n  on #q{number}\n");
        drafts.push(Draft { day, text });
    }
    let [.., day] = next;
    let mut text = format!("{day} decide council\n  on #q{number}\n");
    if dice.chance(50) {
        add(&mut text, 1, &format!("matter {}", dice.pick(&["quiet", "grave", "slight"])));
    }
    drafts.push(Draft { day, text });
}

/// A matter, objections in it of which some are taken back, and steps that others take meanwhile.
pub(super) fn objections(dice: &mut Dice, world: &World, drafts: &mut Vec<Draft>) {
    let (party, number) = (dice.pick(&world.parties), drafts.len());
    let mut days = [(); 4].map(|()| world.day(dice));
    days.sort_unstable();
    let [opened, first, then, last] = days;
    let procedure = dice.pick(&[0, 1, 2, 2, 2]);
    let text = format!("{opened} statement by {party} #o{number}\n  opens p{procedure}\n");
    drafts.push(Draft { day: opened, text });
    let mut write = |dice: &mut Dice, day: Day, head: &str, in_matter: bool| {
        let mut text = format!("{day} {head}\n");
        if in_matter {
            let kind = dice.pick(&["", " consent", " consent", " recommend"]);
            add(&mut text, 1, &format!("on #o{number}{kind}"));
        }
        drafts.push(Draft { day, text });
    };
    for objection in 0..dice.between(1, 2) {
        let by = if dice.chance(60) {
            world.party(dice).to_owned()
        } else {
            world.some_parties(dice, 50)
        };
        let label = format!("o{number}x{objection}");
        write(dice, first, &format!("object to #o{number} by {by} \"not so\" #{label}"), true);
        for _ in 0..dice.between(0, 2) {
            let back = if dice.chance(60) { by.clone() } else { world.party(dice).to_owned() };
            let (day, is_step) = (dice.pick(&[first, then, last]), dice.chance(10));
            write(dice, day, &format!("revoke #{label} by {back}"), is_step);
        }
    }
    if dice.chance(60) {
        let by = world.party(dice);
        write(dice, last, &format!("statement by {by}"), true);
    }
}
