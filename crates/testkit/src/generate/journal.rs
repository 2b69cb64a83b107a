//! Journal text: acts of every kind, most of them about a few instruments on a few days.

use super::World;
use super::charter::{add, body};
use super::course::{
    arrears, ballots, objections, powers, recalled, receipts, reserved, silences, turned_down,
};
use super::custom::{council, rotation};
use super::dice::Dice;
use super::paper::papers;
use super::procedure::matter;
use servanda_model::Day;

/// An entry being written: its day, and whether it may carry a label and further children.
pub(super) struct Draft {
    pub(super) day: Day,
    pub(super) text: String,
}

/// Writes the entries of a journal, most of them in the order of their days.
pub(super) fn entries(dice: &mut Dice, world: &World) -> Vec<String> {
    let mut drafts = Vec::new();
    membership(dice, world, &mut drafts);
    if dice.chance(25) {
        arrears(dice, world, &mut drafts);
    }
    if dice.chance(20) {
        turned_down(dice, world, &mut drafts);
    }
    if dice.chance(20) {
        powers(dice, world, &mut drafts);
    }
    if dice.chance(30) {
        reserved(dice, world, &mut drafts);
    }
    if dice.chance(35) {
        ballots(dice, world, &mut drafts);
    }
    if dice.chance(30) {
        objections(dice, world, &mut drafts);
    }
    if dice.chance(25) {
        silences(dice, world, &mut drafts);
    }
    if dice.chance(10) {
        recalled(dice, world, &mut drafts);
    }
    for instrument in &world.instruments {
        course(dice, world, instrument, &mut drafts);
    }
    let mut labels: Vec<(String, String)> = Vec::new();
    let mut opened: Vec<String> = Vec::new();
    for _ in 0..dice.between(4, 18) {
        let day = world.day(dice);
        one(dice, world, day, &mut labels, &mut opened, &mut drafts);
    }
    if dice.chance(75) {
        drafts.sort_by_key(|draft| draft.day);
    } else {
        dice.shuffle(&mut drafts);
    }
    // Some come through a door, each on its own day.
    let at_a_door = dice.chance(30);
    let received = |draft: Draft| {
        let hour = dice.pick(&["09:00:00", "09:00:00", "21:00:00"]);
        match at_a_door {
            true => format!("received {}T{hour}Z\n{}", draft.day, draft.text),
            false => draft.text,
        }
    };
    let mut entries: Vec<String> = drafts.into_iter().map(received).collect();
    if !at_a_door && dice.chance(30) {
        receipts(dice, world, &mut entries);
    }
    entries
}

/// The own organisation has some members from early on.
fn membership(dice: &mut Dice, world: &World, drafts: &mut Vec<Draft>) {
    if dice.chance(60) {
        let day = *world.days.first().unwrap_or(&Day::MIN);
        let parties = world.some_parties(dice, 60);
        drafts.push(Draft { day, text: format!("{day} join own by {parties}\n") });
    }
    if dice.chance(30) {
        let (day, party) = (world.day(dice), dice.pick(&world.parties));
        let text = format!("{day} suspend {party} in own at own request\n");
        drafts.push(Draft { day, text });
    }
}

/// An instrument is signed by some, and some consent, on few days.
fn course(dice: &mut Dice, world: &World, instrument: &str, drafts: &mut Vec<Draft>) {
    let early = world.days.len().div_ceil(2);
    let days: Vec<Day> = world.days.iter().copied().take(early).collect();
    for _ in 0..dice.between(1, 2) {
        let (day, parties) = (dice.pick(&days), world.some_parties(dice, 70));
        drafts.push(Draft { day, text: format!("{day} sign {instrument} by {parties}\n") });
    }
    for party in &world.parties {
        if dice.chance(65) {
            let day = dice.pick(&days);
            let form = dice.pick(&["ratification", "notification", "acceptance", "approval"]);
            drafts.push(Draft {
                day,
                text: format!("{day} deposit {form} of {instrument} by {party}\n"),
            });
        }
    }
    if dice.chance(20) {
        let (day, party) = (dice.pick(&days), dice.pick(&world.parties));
        let text = format!("{day} end {instrument} for {party} cause withdrawn\n");
        drafts.push(Draft { day, text });
    }
    if dice.chance(15) {
        let day = dice.pick(&days);
        let listed = if dice.chance(50) {
            format!(" for {}", world.some_parties(dice, 60))
        } else {
            String::new()
        };
        drafts.push(Draft { day, text: format!("{day} in-force {instrument}{listed}\n") });
    }
}

/// Writes one act of any kind.
fn one(
    dice: &mut Dice,
    world: &World,
    day: Day,
    labels: &mut Vec<(String, String)>,
    opened: &mut Vec<String>,
    drafts: &mut Vec<Draft>,
) {
    let number = drafts.len();
    let (head, kind) = match dice.below(100) {
        0..=47 => about_instruments(dice, world, labels),
        48..=74 => about_bodies(dice, world),
        75..=79 => papers(dice, world, labels),
        80..=87 => noted(dice, world, labels),
        88..=93 => return law(dice, world, day, (opened, drafts)),
        _ => return correction(dice, world, day, labels, drafts),
    };
    let label = format!("a{number}");
    let when = uncertain(dice, day);
    let mut text = String::new();
    if dice.chance(60) || kind == "notice" {
        add(&mut text, 0, &format!("{when} {head} #{label}"));
        labels.push((label.clone(), kind.to_owned()));
    } else {
        add(&mut text, 0, &format!("{when} {head}"));
    }
    if dice.chance(22) {
        let from = world.day(dice);
        add(&mut text, 1, &format!("from {from}"));
    }
    if dice.chance(6) {
        let duty = dice.pick(&["custom.drill", "custom.budget", "custom.budget for 2001"]);
        add(&mut text, 1, &format!("discharges {duty}"));
    }
    if matches!(kind, "sign" | "deposit" | "notice" | "provisional") && dice.chance(30) {
        let capacity = dice.pick(&[" as minister", " as minister", " as head-of-state", ""]);
        add(&mut text, 1, &format!("signed \"P\"{capacity}"));
    }
    if kind == "decide" {
        decision(dice, world, &mut text);
    }
    let own = labels.last().map(|(label, _)| label.clone()).filter(|last| *last == label);
    matter(&mut text, dice, world, own.as_deref(), opened);
    drafts.push(Draft { day, text });
    if kind == "notice" && dice.chance(40) {
        let (day, parties) = (world.day(dice).max(day), world.parties.join(", "));
        drafts.push(Draft { day, text: format!("{day} revoke #{label} by {parties}\n") });
    }
}

/// Writes a date that ends on a day, sometimes as the month it ends.
fn uncertain(dice: &mut Dice, day: Day) -> String {
    let (year, month, _) = day.parts();
    if day.next().parts().2 == 1 && dice.chance(30) {
        return format!("{year:04}-{month:02}");
    }
    if dice.chance(3) { format!("{}/{day}", day.previous()) } else { day.to_string() }
}

fn about_instruments(
    dice: &mut Dice,
    world: &World,
    labels: &[(String, String)],
) -> (String, &'static str) {
    let mut of = world.instrument(dice);
    let other = world.other_instrument(dice, &of);
    let one =
        if dice.chance(70) { world.party(dice).to_owned() } else { world.some_parties(dice, 40) };
    if dice.chance(15) && other != of {
        of = format!("{of}, {other}");
    }
    let cause = dice.pick(&["withdrawn", "expelled", "superseded", "expired-not-extended"]);
    let ground = dice.pick(&["at own request", "as sanction"]);
    let notices: Vec<&String> =
        labels.iter().filter(|(_, kind)| kind == "notice").map(|(label, _)| label).collect();
    match dice.below(40) {
        0..=4 => (format!("sign {of} by {one}"), "sign"),
        5..=9 => {
            let form = dice.pick(&[
                "ratification",
                "accession",
                "accession",
                "succession",
                "consent",
                "notification",
            ]);
            (format!("deposit {form} of {of} by {one}"), "deposit")
        }
        10..=12 => (format!("in-force {of} for {one}"), "in-force"),
        13 => (format!("in-force {of}"), "in-force"),
        14 | 15 => (format!("provisional {of} by {one}"), "provisional"),
        16..=23 => (format!("notice of withdrawal from {of} by {one}"), "notice"),
        24..=28 if !notices.is_empty() => {
            let label = dice.pick(&notices);
            let by = if dice.chance(50) { world.parties.join(", ") } else { one };
            (format!("revoke #{label} by {by}"), "revoke")
        }
        24..=29 => (format!("end {of} for {one} cause {cause}"), "end"),
        30 => (format!("end {of} cause {cause}"), "end"),
        31..=34 => (format!("suspend {one} in {of} {ground}"), "suspend"),
        35..=37 => (format!("resume {one} in {of}"), "resume"),
        38 => (format!("ratify {of} by {one}"), "ratify"),
        _ => (format!("refuse {of} by {one}"), "refuse"),
    }
}

fn about_bodies(dice: &mut Dice, world: &World) -> (String, &'static str) {
    let body = if dice.chance(75) { "own" } else { "league" };
    let one =
        if dice.chance(70) { world.party(dice).to_owned() } else { world.some_parties(dice, 40) };
    let (party, other) = (world.party(dice), world.party(dice));
    let ground = dice.pick(&["at own request", "as sanction"]);
    let class = dice.pick(&["member", "member", "observer", "partner"]);
    let by = dice.pick(&["", " by council", " by council", " by own"]);
    let place = if dice.chance(10) {
        "nowhere".to_owned()
    } else {
        dice.pick(&world.parties).to_lowercase()
    };
    let form = dice.pick(&["", " regular", " extraordinary", " remote"]);
    match dice.below(44) {
        0..=2 => (format!("join {body} by {one} as {class}"), "join"),
        3 | 4 => (format!("leave {body} by {one}"), "leave"),
        5 => (format!("admit {one} to {body} as {class}{by}"), "admit"),
        6 | 7 => (format!("restore {one} to {body}{by}"), "restore"),
        8 | 9 => (format!("expel {one} from {body}{by}"), "expel"),
        10..=14 => (format!("suspend {one} in {body} {ground}{by}"), "suspend-member"),
        15..=17 => {
            let at = if dice.chance(85) { format!(" at {place}") } else { String::new() };
            (format!("session council{at}{form}"), "session")
        }
        18..=21 => (format!("chair council {party}"), "chair"),
        22..=24 => (format!("chair council {party} instead of {other}"), "chair"),
        25 | 26 => (format!("appoint warden \"P\" of {party}{by}"), "appoint"),
        27 | 28 => (format!("acting warden \"Q\" of {party}"), "acting"),
        29 => (format!("recall warden by {party}"), "recall"),
        31..=36 => {
            let (verb, body) =
                (dice.pick(&["take", "take", "permit", "return"]), dice.pick(&["own", "council"]));
            let by = dice.pick(&["", " by council", " by own"]);
            (format!("{verb} vote of {one} in {body}{by}"), "vote-right")
        }
        30 => ("vacate warden".to_owned(), "vacate"),
        _ => (format!("decide {}", dice.pick(&["council", "council", "own"])), "decide"),
    }
}

fn noted(dice: &mut Dice, world: &World, labels: &[(String, String)]) -> (String, &'static str) {
    let (of, party) = (world.instrument(dice), dice.pick(&world.parties));
    match dice.below(12) {
        0 => (format!("register {of} with un"), "register"),
        1 => (format!("reserve {of} by {party} \"except so\""), "reserve"),
        2 if !labels.is_empty() => {
            let (label, _) = dice.pick(labels);
            (format!("object to #{label} by {party} \"not so\""), "object")
        }
        2 | 3 => (format!("request assistance by {party} to council"), "request"),
        4 => (format!("statement by \"P\" as president of {party}"), "statement"),
        5 => ("event \"something\"".to_owned(), "event"),
        6 => (format!("exercise \"shield\" in {party}"), "exercise"),
        7 => (format!("figure troops of {party} = 100"), "figure"),
        8 => (format!("position {party} on x-land recognises"), "position"),
        10 => {
            let verb = dice.pick(&["offer", "contribute", "release", "report"]);
            (format!("{verb} \"pumps\" by {party}"), "aid")
        }
        9 => ("treaty-with \"understanding\" by own".to_owned(), "treaty-with"),
        _ => (format!("ratify {of} by {party}"), "ratify"),
    }
}

fn decision(dice: &mut Dice, world: &World, text: &mut String) {
    let in_favour = world.some_parties(dice, 60);
    add(text, 1, &format!("for {in_favour}"));
    let outcome = dice.pick(&["adopted", "not-adopted", "conditional"]);
    add(text, 1, &format!("outcome {outcome}"));
    let instrument = world.instrument(dice);
    add(text, 1, &format!("adopts {instrument}"));
    if dice.chance(60) {
        add(text, 1, &format!("target {}", world.party(dice)));
    }
    if dice.chance(50) {
        add(text, 1, &format!("matter {}", dice.pick(&["grave", "slight"])));
    }
}

/// Writes an amendment or a new transcription.
fn law(dice: &mut Dice, world: &World, day: Day, (opened, drafts): (&[String], &mut Vec<Draft>)) {
    let (of, number) = (world.instrument(dice), u32::try_from(dice.between(1, 4)).unwrap_or(1));
    let article = if dice.chance(14) {
        dice.pick(&["custom.1", "custom.4"]).to_owned()
    } else {
        format!("{of}.{number}")
    };
    let mut text = String::new();
    let head = if dice.chance(80) { format!("amend {of}") } else { format!("recode {article}") };
    add(&mut text, 0, &format!("{day} {head}"));
    if dice.chance(20) {
        let from = world.day(dice);
        add(&mut text, 1, &format!("from {from}"));
    }
    if head.starts_with("recode") && !opened.is_empty() && dice.chance(60) {
        add(&mut text, 1, &format!("on #{} carry-out", dice.pick(opened)));
    }
    match dice.below(6) {
        0 => add(&mut text, 1, &format!("repeals {article}")),
        1 => {
            add(&mut text, 1, &format!("inserts {of}.by{} \"Inserted\"", drafts.len()));
            body(&mut text, dice, world, (&of, number), 2);
        }
        _ => {
            add(&mut text, 1, &format!("replaces {article} \"Amended\""));
            if article == "custom.1" {
                rotation(&mut text, dice, world, 1, 2);
            } else if article == "custom.4" {
                add(&mut text, 2, "evidence unverified");
                let seated = dice.chance(70);
                council(&mut text, dice, 2, seated);
            } else {
                body(&mut text, dice, world, (&of, number), 2);
            }
        }
    }
    drafts.push(Draft { day, text });
}

/// Writes a correction of an act that carries a label.
fn correction(
    dice: &mut Dice,
    world: &World,
    day: Day,
    labels: &mut Vec<(String, String)>,
    drafts: &mut Vec<Draft>,
) {
    if labels.is_empty() {
        return;
    }
    let (label, kind) = dice.pick(labels);
    let (said, _) = if kind == "notice" {
        (
            format!(
                "notice of withdrawal from {} by {}",
                world.instrument(dice),
                world.party(dice)
            ),
            "notice",
        )
    } else if dice.chance(60) {
        about_instruments(dice, world, labels)
    } else {
        about_bodies(dice, world)
    };
    let was = world.day(dice);
    let mut text = String::new();
    if dice.chance(30) {
        let own = format!("a{}", drafts.len());
        add(&mut text, 0, &format!("{day} correct #{label} #{own}"));
        labels.push((own, kind));
    } else {
        add(&mut text, 0, &format!("{day} correct #{label}"));
    }
    add(&mut text, 1, &format!("as {was} {said}"));
    if dice.chance(20) {
        let from = world.day(dice);
        add(&mut text, 1, &format!("from {from}"));
    }
    drafts.push(Draft { day, text });
}
