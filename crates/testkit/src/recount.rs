//! The engine's decisions against the naive count: the same texts, the same law, all values.

use crate::compare::placed;
use crate::generate::{Chamber, Poll};
use crate::naive::{self, Count, Miscount, Values};
use servanda_engine::{Code, Decided, Put, State, advance, decide, fold, whatever};
use servanda_journal::Record;
use servanda_model::{BodyId, Day, Law, Outcome, PartyId, PartySet, Rule, RuleId, Vote};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// Texts that are put to each chamber.
const POLLS: usize = 16;

/// Of one text in so many some votes are hidden.
const HIDES_ONE_IN: u64 = 8;

/// What a recount looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Recounted {
    /// Charters.
    pub chambers: u64,
    /// Texts that were decided both ways.
    pub polls: u64,
    /// The words of all rules and conditions that came up.
    pub words: BTreeSet<&'static str>,
    /// The parts of rules that decided, with votes and outcomes.
    pub parts: BTreeSet<String>,
    /// Texts of which some votes were hidden.
    pub hidden: Hidden,
}

/// Texts of which some votes were hidden, under each rule to which their matters lead.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Of which the engine told the outcome all the same.
    pub sure: u64,
    /// Of which every way to vote gave one outcome, and the engine left it open.
    pub missed: u64,
    /// Of which the outcome depended on the hidden votes.
    pub open: u64,
}

/// A text that is not decided both ways alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recount {
    /// The seed of the chamber.
    pub seed: u64,
    /// The charter and the journal.
    pub texts: String,
    /// The text put to the organ, with both counts, or what is wrong with the charter.
    pub told: String,
}

impl fmt::Display for Recount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seed, texts, told } = self;
        write!(f, "chamber {seed}\n\n{texts}\n{told}\n")
    }
}

impl std::error::Error for Recount {}

/// Decides generated texts under the charters of `count` seeds from `seed` on, both ways.
///
/// # Errors
/// Gives the first text on which the counts differ.
pub fn recount(seed: u64, count: u64) -> Result<Recounted, Box<Recount>> {
    recount_with(seed, count, None)
}

/// Does the same with a fault planted in the naive count.
///
/// # Errors
/// Gives the first text on which the counts differ.
pub fn recount_with(
    seed: u64,
    count: u64,
    wrong: Option<Miscount>,
) -> Result<Recounted, Box<Recount>> {
    let mut recounted = Recounted::default();
    for seed in seed..seed.saturating_add(count) {
        let chamber = Chamber::new(seed);
        let told = chamber.read().and_then(|record| {
            naive::words_of(
                &record.law,
                record.history.acts.iter().map(|act| &act.deed),
                &mut recounted.words,
            );
            one(&chamber, &record, wrong, &mut recounted)
        });
        recounted.chambers = recounted.chambers.saturating_add(1);
        if let Err(told) = told {
            let texts = format!("{}\n{}", chamber.charter, chamber.journal);
            return Err(Box::new(Recount { seed, texts, told }));
        }
    }
    Ok(recounted)
}

/// Decides the texts of one chamber both ways.
fn one(
    chamber: &Chamber,
    record: &Record,
    wrong: Option<Miscount>,
    recounted: &mut Recounted,
) -> Result<(), String> {
    let (law, history) = (&record.law, &record.history);
    let organ = law.body_names.find("council").ok_or("there is no council")?;
    let code = Code::compile(law);
    let last = Day::civil(2010, 1, 1).unwrap_or(Day::MAX);
    let mut state = fold(&code, placed(history), State::default(), last);
    advance(&code, &mut state, last);
    let mut stood: BTreeMap<Day, Values> = BTreeMap::new();
    for poll in chamber.polls(record, POLLS) {
        let stands =
            stood.entry(poll.on).or_insert_with(|| naive::world(law, history, poll.on, last));
        let naive = naive::decisions(law, stands, organ, &poll, wrong);
        let engine = decisions(&code, &state, organ, &poll);
        recounted.polls = recounted.polls.saturating_add(1);
        for count in &naive {
            note(record, &poll, count, &mut recounted.parts);
        }
        if engine != naive {
            return Err(format!("{poll:?}\n  engine {engine:?}\n  naive  {naive:?}"));
        }
        if recounted.polls.is_multiple_of(HIDES_ONE_IN) {
            hide((law, stands, organ), (&code, &state), &poll, &mut recounted.hidden)?;
        }
    }
    Ok(())
}

/// Hides what two of the voters did. Where the engine tells the outcome nevertheless, the naive count
/// gives it in every way in which they can have voted.
fn hide(
    (law, stands, organ): (&Law, &Values, BodyId),
    (code, state): (&Code<'_>, &State),
    poll: &Poll,
    hidden: &mut Hidden,
) -> Result<(), String> {
    let untold: Vec<PartyId> = poll.with_vote.iter().copied().take(2).collect();
    let mut told = poll.clone();
    told.votes.retain(|party, _| !untold.contains(party));
    let mut ways = vec![told.clone()];
    for party in &untold {
        let cast = |way: &Poll| {
            let way = way.clone();
            Vote::ALL.map(move |vote| {
                let mut way = way.clone();
                way.votes.insert(*party, vote);
                way
            })
        };
        ways = ways.iter().flat_map(cast).collect();
    }
    let absent: PartySet = untold.into_iter().collect();
    for (rule, instead) in tracks(code, state, organ, &told) {
        let came = |way| naive::count(law, stands, (rule, instead), way, None).outcome.word();
        let all: BTreeSet<&'static str> = ways.iter().map(came).collect();
        let sure =
            with_put(&told, |put| whatever(code, state, rule, &Put { instead, ..*put }, &absent));
        match sure.map(|(outcome, _)| outcome.word()) {
            Some(word) if all.iter().eq([&word]) => {
                hidden.sure = hidden.sure.saturating_add(1);
            }
            Some(word) => {
                return Err(format!(
                    "{told:?}\n  whatever {absent:?} did: {word}; counted: {all:?}"
                ));
            }
            None if all.len() == 1 => hidden.missed = hidden.missed.saturating_add(1),
            None => hidden.open = hidden.open.saturating_add(1),
        }
    }
    Ok(())
}

/// Lets the engine decide a text under each rule to which its matter leads.
pub fn decisions(code: &Code<'_>, state: &State, organ: BodyId, poll: &Poll) -> Vec<Count> {
    let by = |(rule, instead)| {
        with_put(poll, |put| told(&decide(code, state, rule, &Put { instead, ..*put })))
    };
    tracks(code, state, organ, poll).into_iter().map(by).collect()
}

/// A rule, and a rival reading of one that takes its place.
type Track = (RuleId, Option<(RuleId, RuleId)>);

/// Returns each rule to which the matter of a text leads, by each reading of what takes its place.
fn tracks(code: &Code<'_>, state: &State, organ: BodyId, poll: &Poll) -> Vec<Track> {
    let matters: Vec<_> = code.matters_on(organ, poll.matter, state, poll.on).collect();
    let read = (0..matters.len()).zip(&matters).flat_map(|(index, (_, matter))| {
        let decided = with_put(poll, |put| decide(code, state, matter.rule, put));
        let read = (matters.as_slice(), index);
        servanda_engine::tracks(code, state, (organ, poll.on), read, &decided, |_| true)
    });
    read.map(|track| (track.own.1.rule, track.instead())).collect()
}

/// Puts a text to the engine.
pub fn with_put<T>(poll: &Poll, work: impl FnOnce(&Put<'_>) -> T) -> T {
    let members: PartySet = poll.members.iter().copied().collect();
    let voting: PartySet = poll.with_vote.iter().copied().collect();
    let interested: PartySet = poll.interested.iter().copied().collect();
    let votes: Vec<(PartyId, Vote)> =
        poll.votes.iter().map(|(party, vote)| (*party, *vote)).collect();
    work(&Put {
        instead: None,
        members: &members,
        voting: &voting,
        votes: &votes,
        target: poll.target,
        interested: &interested,
        on: poll.on,
    })
}

/// Tells what the engine decided in the form in which both are compared.
pub fn told(decided: &Decided<'_>) -> Count {
    Count {
        outcome: decided.outcome,
        tried: decided.applied.iter().map(|applied| applied.rule.name).collect(),
        bound: decided.bound.iter().collect(),
        not_bound: decided.not_bound.iter().collect(),
    }
}

/// Notes by which parts of rules a text was decided.
fn note(record: &Record, poll: &Poll, count: &Count, parts: &mut BTreeSet<String>) {
    naive::words_of_poll(poll, count.outcome, parts);
    for (_, clause) in record.law.clauses() {
        if let Rule::Decides(rule) = &clause.rule
            && count.tried.contains(&rule.name)
            && count.outcome != Outcome::Undetermined
        {
            naive::words_of_rule(rule, parts);
        }
    }
}
