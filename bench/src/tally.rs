//! Decisions of 190 members by a triple criterion, on one core: heads, weights and a minority.
//! Each ballot lies ready in sets of bits, and the rule is made ready once.

use crate::figure::{Effort, Figure, Measured, Runs, float, worked};
use anyhow::{Context as _, Result, ensure};
use servanda_engine::{Code, Put, Scales, State, Tally, decide};
use servanda_journal::{Record, RecordFile};
use servanda_model::{Day, Outcome, PartyId, PartySet, RuleId, Vote};
use servanda_testkit::Dice;
use std::fmt::Write as _;
use std::hint::black_box;

/// How many vote.
const MEMBERS: usize = 190;

/// Different ballots that are decided in turn.
const BALLOTS: usize = 4_096;

/// Decisions a second that are asked for, without reasons and with them.
const BOUND: f64 = 10_000_000.0;
const BOUND_EXPLAINED: f64 = 1_000_000.0;

const RULE: &str = "\
instrument pact \"Pact\"
  kind treaty
article pact.1 \"Decisions\"
  evidence unverified
  rule triple
    electorate members
    adopted when all of
      at least 55/100 for of electorate
      any of
        weight population of for at least 65/100 of electorate
        fewer than 4 not-for
    abstaining counts as nothing
    absent counts as nothing
    binds members
";

/// Decides ballots by a rule made ready.
pub(crate) fn tally(effort: Effort) -> Result<Measured> {
    let mut dice = Dice::new(190);
    let record = record(&mut dice)?;
    let code = Code::compile(&record.law);
    let rule = record.law.rule_names.find("triple").context("no rule")?;
    let members: Vec<PartyId> = record.law.party_names.iter().map(|(party, _)| party).collect();
    let seats: PartySet = members.iter().copied().collect();
    let ballots: Vec<Vec<(PartyId, Vote)>> =
        (0..BALLOTS).map(|_| ballot(&mut dice, &members)).collect();
    let nobody = PartySet::new();
    let put = |votes| Put {
        instead: None,
        members: &seats,
        voting: &seats,
        votes,
        target: None,
        interested: &nobody,
        on: Day::MIN,
    };
    let scales = Scales::compile(&code, &State::default(), rule, &put(&[]));
    let scales = scales.context("the rule cannot be made ready")?;
    let tallies: Option<Vec<Tally>> = ballots.iter().map(|votes| Tally::of(votes)).collect();
    let tallies = tallies.context("too many parties")?;
    let adopted = agreed(&code, rule, &scales, ballots.iter().map(|votes| put(votes)), &tallies)?;
    let turns = effort.size(4_000);
    let (plain, explained) = Runs::in_turn(
        effort.rounds(11),
        || worked(|| turn(turns, &tallies, |tally| scales.outcome(tally).0 == Outcome::Adopted)),
        || {
            worked(|| {
                turn(turns / 10, &tallies, |tally| {
                    black_box(scales.decide(tally)).outcome == Outcome::Adopted
                })
            })
        },
    );
    let decisions = turns.saturating_mul(BALLOTS);
    let speed = float(decisions) / plain.median();
    let speed_explained = float((turns / 10).saturating_mul(BALLOTS)) / explained.median();
    let notes = vec![
        format!(
            "{BALLOTS} ballots of {MEMBERS} members, {adopted} of them adopt; each decided alike by the rule itself"
        ),
        plain.spread(&format!("{decisions} decisions")),
        explained.spread(&format!("{} with reasons", decisions / 10)),
    ];
    Ok(Measured::Figures(figures(speed, speed_explained).into(), notes))
}

fn figures(speed: f64, speed_explained: f64) -> [Figure; 2] {
    [
        Figure {
            name: "tally",
            value: speed,
            unit: "ballots/s",
            ratio: speed / BOUND,
            against: "10000000-ballots/s",
        },
        Figure {
            name: "tally-explained",
            value: speed_explained,
            unit: "ballots/s",
            ratio: speed_explained / BOUND_EXPLAINED,
            against: "1000000-ballots/s",
        },
    ]
}

/// Decides all ballots, over and over; returns how many were adopted.
fn turn(turns: usize, tallies: &[Tally], adopts: impl Fn(&Tally) -> bool) -> usize {
    let one = || tallies.iter().filter(|tally| adopts(black_box(tally))).count();
    (0..turns).map(|_| one()).sum()
}

/// Decides each ballot both ways; returns how many were adopted.
fn agreed<'a>(
    code: &Code<'_>,
    rule: RuleId,
    scales: &Scales<'_>,
    puts: impl Iterator<Item = Put<'a>>,
    tallies: &[Tally],
) -> Result<usize> {
    let mut adopted = 0usize;
    for (put, tally) in puts.zip(tallies) {
        let decided = decide(code, &State::default(), rule, &put);
        ensure!(scales.outcome(tally).0 == decided.outcome, "a ballot is decided otherwise");
        ensure!(scales.decide(tally) == decided, "a ballot has other reasons");
        adopted = adopted.saturating_add((decided.outcome == Outcome::Adopted).into());
    }
    Ok(adopted)
}

/// Makes a charter with members of very different weights.
fn record(dice: &mut Dice) -> Result<Record> {
    let mut text = "servanda 1\norganisation own \"Own\"\n".to_owned();
    let mut weights = "weights population \"Population\"\n".to_owned();
    for number in 0..MEMBERS {
        writeln!(text, "party S{number:03} \"S{number:03}\"")?;
        let digits = u32::try_from(dice.between(1, 6))?;
        let weight = dice.below(10u64.pow(digits));
        writeln!(weights, "  S{number:03} {weight}")?;
    }
    let bytes = format!("{text}{weights}{RULE}").into_bytes();
    let files = vec![RecordFile { path: "a.charter".to_owned(), bytes }];
    servanda_journal::read(files).map_err(|faults| {
        let first = faults.first().map_or("", |fault| fault.rendered.as_str());
        anyhow::anyhow!("{first}")
    })
}

/// Makes a ballot in which four to ten of ten are for.
fn ballot(dice: &mut Dice, members: &[PartyId]) -> Vec<(PartyId, Vote)> {
    let percent = 40u64.saturating_add(dice.below(60));
    let vote = |party: &PartyId| {
        let vote = if dice.chance(percent) { Vote::Yes } else { dice.pick(&OTHERWISE) };
        (*party, vote)
    };
    members.iter().map(vote).collect()
}

const OTHERWISE: [Vote; 3] = [Vote::No, Vote::Abstain, Vote::Absent];
