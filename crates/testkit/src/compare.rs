//! The engine against the naive one: the same records, the same days, all values.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "only some deeds are placed otherwise than they stand"
)]

mod engine;
mod shrink;

use crate::generate::Sample;
use crate::naive::{self, Fault, Values, Walk};
use engine::Engine;
pub use engine::{answers, placed};
use servanda_journal::Record;
use servanda_model::{Day, Id as _};
use std::collections::BTreeSet;
use std::fmt;

/// What a comparison looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compared {
    /// Records.
    pub histories: u64,
    /// Acts in them.
    pub acts: u64,
    /// Days on which all values were compared.
    pub days: u64,
    /// The words of all acts, rules and conditions that came up.
    pub words: BTreeSet<&'static str>,
}

/// One value on which the engines differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// The day asked about.
    pub on: Day,
    /// The day up to which acts were known and timers done.
    pub known: Day,
    /// What was asked.
    pub what: String,
    /// What the engine answers.
    pub engine: String,
    /// What the naive one answers.
    pub naive: String,
}

/// Where the engines differ, in a record made as short as it can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// The seed of the record.
    pub seed: u64,
    /// The charter.
    pub charter: String,
    /// The journal, acts left out one by one for as long as the engines still differ.
    pub journal: String,
    /// The first value that differs, or what is wrong with the generated text.
    pub value: Result<Value, String>,
}

impl fmt::Display for Disagreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seed, charter, journal, value } = self;
        write!(f, "seed {seed}\n\n{charter}\n{journal}\n")?;
        match value {
            Ok(Value { on, known, what, engine, naive }) => write!(
                f,
                "{what} on {on}, as known on {known}:\n  engine {engine}\n  naive  {naive}\n"
            ),
            Err(faults) => write!(f, "the text does not read:\n{faults}\n"),
        }
    }
}

impl std::error::Error for Disagreement {}

/// Compares the two engines on the records of `count` seeds from `seed` on.
///
/// # Errors
/// Gives the first record on which they differ, shrunken, and the value.
pub fn compare(seed: u64, count: u64) -> Result<Compared, Box<Disagreement>> {
    compare_with(seed, count, None)
}

/// Compares the engine with the naive one in which a fault is planted.
///
/// # Errors
/// Gives the first record on which they differ, shrunken, and the value.
pub fn compare_with(
    seed: u64,
    count: u64,
    fault: Option<Fault>,
) -> Result<Compared, Box<Disagreement>> {
    let mut compared = Compared::default();
    for seed in seed..seed.saturating_add(count) {
        let sample = Sample::new(seed);
        let found = sample.read().map_err(Err).and_then(|record| {
            naive::words_of(
                &record.law,
                record.history.acts.iter().map(|act| &act.deed),
                &mut compared.words,
            );
            compared.acts = compared.acts.saturating_add(record.history.acts.len() as u64);
            one(&record, fault, &mut compared.days).map_err(Ok)
        });
        compared.histories = compared.histories.saturating_add(1);
        if let Err(value) = found {
            return Err(Box::new(shrink::shrunken(sample, value, fault)));
        }
    }
    Ok(compared)
}

/// Compares all values of one record, as known on each day on which something happens and as
/// known at the end.
fn one(record: &Record, fault: Option<Fault>, days: &mut u64) -> Result<(), Value> {
    let (law, history) = (&record.law, &record.history);
    let mut naive = Walk::new(law, history, fault);
    naive.to(horizon(record));
    let lived = std::mem::take(&mut naive.lived);
    let mut growing = Walk::new(law, history, fault);
    let mut engine = Engine::new(law, history);
    for day in &lived {
        growing.to(*day);
        engine.to(*day);
        *days = days.saturating_add(1);
        differ(record, (*day, *day), &engine.values(*day), &growing.values(*day))?;
    }
    let end = horizon(record);
    engine.to(end);
    for day in asked(&lived, record) {
        *days = days.saturating_add(1);
        differ(record, (day, end), &engine.values(day), &naive.values(day))?;
    }
    Ok(())
}

/// Returns a day long after all that a record tells.
fn horizon(record: &Record) -> Day {
    let days = record.history.acts.iter().flat_map(|act| {
        let from = act.details.as_ref().and_then(|details| details.from);
        [Some(act.when.latest()), from.map(|from| from.latest())]
    });
    let last = days.flatten().max().unwrap_or(Day::MIN);
    last.plus_months(12 * 9)
}

/// Returns the days worth asking about: those on which something happened or counts from, the days
/// beside them, and some after everything.
fn asked(lived: &BTreeSet<Day>, record: &Record) -> BTreeSet<Day> {
    let mut days = lived.clone();
    for act in &record.history.acts {
        days.extend(
            act.details.as_ref().and_then(|details| details.from).map(|from| from.latest()),
        );
    }
    let beside = days.iter().flat_map(|day| [day.previous(), *day, day.next()]);
    let mut asked: BTreeSet<Day> = beside.collect();
    let last = lived.last().copied().unwrap_or(Day::MIN);
    asked.extend([6, 12, 25, 36].map(|months| last.plus_months(months)));
    asked
}

/// Gives the first value on which two answers differ.
fn differ(
    record: &Record,
    (on, known): (Day, Day),
    engine: &Values,
    naive: &Values,
) -> Result<(), Value> {
    if engine == naive {
        return Ok(());
    }
    let (mut ours, mut theirs) =
        (told(record, engine).into_iter(), told(record, naive).into_iter());
    loop {
        match (ours.next(), theirs.next()) {
            (None, None) => return Ok(()),
            (ours, theirs) if ours == theirs => {}
            (ours, theirs) => {
                let (what, engine) = ours.unwrap_or_default();
                let (other, naive) = theirs.unwrap_or_default();
                let what = if what == other { what } else { format!("{what} or {other}") };
                return Err(Value { on, known, what, engine, naive });
            }
        }
    }
}

/// Puts all values into words, in one order.
fn told(record: &Record, values: &Values) -> Vec<(String, String)> {
    let law = &record.law;
    let mut told = Vec::new();
    let mut tell = |what: String, value: String| told.push((what, value));
    let parties =
        || (0u32..).zip(&law.parties).map(|(ordinal, _)| servanda_model::PartyId::of(ordinal));
    for (instrument, word) in law.instrument_names.iter() {
        tell(format!("`{word}` in force"), values.in_force.contains(&instrument).to_string());
        tell(format!("term of `{word}`"), format!("{:?}", values.terms.get(&instrument)));
        for party in parties() {
            let name = law.party_names.word(party);
            let standing = values.standing.get(&(instrument, party));
            tell(format!("{name} in `{word}`"), format!("{standing:?}"));
        }
    }
    for (body, word) in law.body_names.iter() {
        tell(format!("chair of `{word}`"), format!("{:?}", values.chairs.get(&body)));
        for party in parties() {
            let name = law.party_names.word(party);
            tell(
                format!("{name} in `{word}`"),
                format!("{:?}", values.members.get(&(body, party))),
            );
        }
    }
    for (office, word) in law.office_names.iter() {
        tell(format!("holder of `{word}`"), format!("{:?}", values.offices.get(&office)));
    }
    for (article, word) in law.article_names.iter() {
        tell(format!("version of `{word}`"), format!("{:?}", values.versions.get(&article)));
    }
    tell("votes".to_owned(), format!("{:?}", values.votes));
    tell("without a vote".to_owned(), format!("{:?}", values.unheard));
    tell("matters".to_owned(), format!("{:?}", values.courses));
    tell("expected turns".to_owned(), format!("{:?}", values.expected));
    tell("votes received".to_owned(), format!("{:?}", values.cast));
    tell("votes counted".to_owned(), format!("{:?}", values.counted));
    tell("papers of sessions".to_owned(), format!("{:?}", values.papers));
    tell("pending notices".to_owned(), format!("{:?}", values.notices));
    told
}

/// Tells whether the engines differ on the record of one seed.
pub fn differs(seed: u64, fault: Fault) -> bool {
    Sample::new(seed).read().is_ok_and(|record| one(&record, Some(fault), &mut 0).is_err())
}

/// Compares the two engines on one record.
///
/// # Errors
/// Gives the first value on which they differ.
pub fn compare_record(record: &Record) -> Result<(), Value> {
    one(record, None, &mut 0)
}
