//! The engine against the naive one, and what must hold of every fold.

use servanda_engine::{Code, Placed, State, fold};
use servanda_journal::Record;
use servanda_model::{Day, Deed};
use servanda_testkit::naive::{Fault, Values, uncovered, world};
use servanda_testkit::{
    Dice, Sample, answers, compare, compare_record, differs, placed, recount, reference_files, root,
};
use std::collections::{BTreeMap, BTreeSet};

/// Histories that every run compares; `cargo xtask ci` and `long` compare more.
const HISTORIES: u64 = 2_000;

/// Histories among which each planted fault must be caught.
const PATIENCE: u64 = 4_000;

fn reference() -> Record {
    servanda_journal::read(reference_files(&root()).unwrap()).unwrap()
}

fn seed() -> u64 {
    std::env::var("SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(0)
}

fn far(record: &Record) -> Day {
    placed(&record.history).last().map_or(Day::MIN, |last| last.day).plus_months(120)
}

/// Folds acts in the order of their days.
fn folded<'a>(code: &Code<'_>, mut acts: Vec<Placed<'a>>, from: State, through: Day) -> State {
    acts.sort_by_key(|placed| (placed.day, placed.position));
    fold(code, acts, from, through)
}

/// Returns the answers at the end of a record, on each day on which something was done.
fn at_the_end(sample: &Sample) -> Vec<(Day, Values)> {
    let record = sample.read().unwrap();
    let code = Code::compile(&record.law);
    let acts = placed(&record.history);
    let days: BTreeSet<Day> = acts.iter().map(|placed| placed.day).collect();
    let state = folded(&code, acts, State::default(), far(&record));
    // Versions are numbered in the order of the file, and matters, votes and minutes named by it.
    let answer = |day| {
        let mut values = answers(&code, &state, day);
        (values.versions, values.courses) = (BTreeMap::new(), BTreeMap::new());
        (values.cast, values.counted) = (Vec::new(), BTreeMap::new());
        values.papers.retain(|words| words.starts_with("call"));
        values
    };
    days.into_iter().map(|day| (day, answer(day))).collect()
}

/// Returns a generated record without corrections, which depend on what stands before them, and
/// the day of each entry.
fn plain(seed: u64) -> Option<(Sample, Vec<Day>)> {
    let sample = Sample::new(seed);
    let record = sample.read().unwrap();
    let acts = &record.history.acts;
    let corrects = acts.iter().any(|act| matches!(act.deed, Deed::Correct { .. }));
    let days = acts.iter().map(|act| act.when.latest()).collect();
    let received = acts.iter().any(|act| act.said_received().is_some());
    (!corrects && !received && acts.len() == sample.entries.len()).then_some((sample, days))
}

#[test]
fn the_engine_and_the_naive_one_answer_alike() {
    let compared = compare(seed(), HISTORIES).unwrap_or_else(|found| panic!("{found}"));
    assert_eq!(compared.histories, HISTORIES);
    let recounted = recount(seed(), 100).unwrap_or_else(|found| panic!("{found}"));
    let words = compared.words.union(&recounted.words).copied().collect();
    assert_eq!(uncovered(&words), Vec::<&str>::new(), "nothing is left out");
}

#[test]
fn they_answer_alike_on_the_reference_record() {
    if let Err(value) = compare_record(&reference()) {
        panic!("{value:?}");
    }
}

#[test]
fn every_planted_fault_is_caught() {
    let escaped = Fault::ALL.into_iter().filter(|fault| {
        !(seed()..seed().saturating_add(PATIENCE)).any(|seed| differs(seed, *fault))
    });
    assert_eq!(escaped.collect::<Vec<_>>(), Vec::new());
}

#[test]
fn folding_in_two_halves_is_folding_once() {
    for seed in seed()..seed().saturating_add(200) {
        let record = Sample::new(seed).read().unwrap();
        let code = Code::compile(&record.law);
        let (acts, through) = (placed(&record.history), far(&record));
        let whole = fold(&code, acts.clone(), State::default(), through);
        for at in 1..acts.len() {
            let (first, second) = acts.split_at(at);
            let (last, next) = (first.last().unwrap().day, second.first().unwrap().day);
            if last == next {
                continue;
            }
            for boundary in [last, next.previous()] {
                let half = fold(&code, first.to_vec(), State::default(), boundary);
                let halves = fold(&code, second.to_vec(), half, through);
                assert!(halves == whole, "seed {seed}: split before {next} at {boundary}");
            }
        }
    }
}

#[test]
fn a_late_recorded_act_is_as_one_recorded_on_time() {
    let mut tried = 0;
    for seed in seed()..seed().saturating_add(600) {
        let Some((sample, days)) = plain(seed) else { continue };
        let alone =
            days.iter().position(|day| days.iter().filter(|other| *other == day).count() == 1);
        let Some(at) = alone else { continue };
        let mut late = sample.clone();
        let entry = late.entries.remove(at);
        late.entries.push(entry);
        let (late, on_time) = (at_the_end(&late), at_the_end(&sample));
        assert!(late == on_time, "seed {seed}: entry {at} recorded last");
        tried += 1;
    }
    assert!(tried > 50, "{tried} tried");
}

#[test]
fn the_order_of_the_file_counts_within_a_day_only() {
    let mut tried = 0;
    for seed in seed()..seed().saturating_add(400) {
        let Some((sample, days)) = plain(seed) else { continue };
        let mut order: Vec<Day> =
            days.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
        Dice::new(seed).shuffle(&mut order);
        let mut shuffled = sample.clone();
        shuffled.entries.clear();
        for day in order {
            let of_day = sample.entries.iter().zip(&days).filter(|(_, other)| **other == day);
            shuffled.entries.extend(of_day.map(|(entry, _)| entry.clone()));
        }
        let (shuffled, in_order) = (at_the_end(&shuffled), at_the_end(&sample));
        assert!(shuffled == in_order, "seed {seed}: days shuffled");
        tried += 1;
    }
    assert!(tried > 50, "{tried} tried");
}

#[test]
fn the_naive_one_knows_the_days_of_the_treaty() {
    let record = reference();
    let (law, history) = (&record.law, &record.history);
    let day = |text: &str| -> Day { text.parse().unwrap() };
    let cst = law.instrument_names.find("cst").unwrap();
    let bound = |on: &str, known: &str| {
        let values = world(law, history, day(on), day(known));
        let parties =
            values.standing.iter().filter(|((of, _), (status, _))| *of == cst && status.is_bound());
        (parties.count(), values.in_force.contains(&cst), values.terms.get(&cst).map(|term| term.0))
    };
    assert_eq!(bound("1994-04-19", "2025-01-01"), (0, false, None));
    assert_eq!(bound("1994-04-20", "2025-01-01"), (9, true, Some(1)));
    assert_eq!(bound("1999-04-20", "2025-01-01"), (9, true, Some(1)));
    assert_eq!(bound("1999-06-01", "2025-01-01"), (6, true, Some(2)));
    assert_eq!(bound("1999-06-01", "1999-06-01"), (0, false, None));
    assert_eq!(bound("2019-04-20", "2025-01-01").2, Some(5));
    assert_eq!(bound("2019-04-21", "2025-01-01").2, Some(6));
}
