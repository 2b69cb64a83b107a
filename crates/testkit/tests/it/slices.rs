//! Answers folded from a slice of the record, beside the same answers folded from all of it.

use servanda_journal::Record;
use servanda_model::{ArticleId, Day, Id as _};
use servanda_query::{Asking, Known, Moment, article, chair, members, office, status};
use servanda_testkit::{Sample, reference_files, root};
use std::collections::BTreeSet;
use std::fmt::Debug;

/// Histories that every run asks.
const HISTORIES: u64 = 400;

/// The most days of one record on which all is asked.
const DAYS: usize = 4;

fn reference() -> Record {
    servanda_journal::read(reference_files(&root()).unwrap()).unwrap()
}

/// Returns days spread over a record: where it begins, where something is done, and long after.
fn days(record: &Record, most: usize) -> Vec<Day> {
    let done = record.history.acts.iter().map(|act| act.when.order());
    let done: BTreeSet<Day> = done.flat_map(|day| [day, day.plus_months(3)]).collect();
    let step = done.len().div_ceil(most).max(1);
    let last = done.last().copied().into_iter().flat_map(|day| [day, day.plus_months(100)]);
    done.iter().copied().step_by(step).chain(last).collect()
}

/// Returns moments on these days as known now, and on some of them as known at some positions.
fn moments(record: &Record, most: usize) -> Vec<Moment> {
    let acts = u32::try_from(record.history.acts.len()).unwrap();
    let days = days(record, most);
    let recorded = record.history.recorded_on(acts / 3);
    let earlier = [Known::Position(acts / 4), Known::On(recorded), Known::Position(acts / 2)];
    let earlier = earlier.into_iter().zip(days.iter().rev().step_by(2));
    let now = days.iter().map(|day| Moment::on(*day));
    now.chain(earlier.map(|(known, day)| Moment { known, ..Moment::on(*day) })).collect()
}

/// Tells whether all placements of uncertain acts are few enough to be tried together, also where
/// all acts are folded; where they are not, what is tried depends on how many there are.
fn is_tried_whole(record: &Record) -> bool {
    let ranges = record.history.acts.iter().map(|act| (act.when.earliest(), act.when.latest()));
    let widths = ranges.map(|(first, last)| last.next().number().saturating_sub(first.number()));
    widths.fold(1i32, i32::saturating_mul) <= 256
}

/// Two ways to ask the same, and what was asked so far.
struct Beside<'r> {
    name: &'r str,
    one: Asking<'r>,
    other: Asking<'r>,
    asked: usize,
}

impl Beside<'_> {
    /// Demands one answer of both.
    fn same<T: PartialEq + Debug>(&mut self, what: &str, ask: impl Fn(&Asking<'_>) -> T) {
        let (one, other) = (ask(&self.one), ask(&self.other));
        assert!(one == other, "{}: {what}\n  {one:?}\n  {other:?}", self.name);
        self.asked = self.asked.saturating_add(1);
    }

    /// Asks how all stand to every instrument. A fold of more acts may give up where too many
    /// dates are open; its answers say so, and are not compared.
    fn instruments(&mut self, moment: &Moment) {
        for (instrument, word) in self.one.law.instrument_names.iter() {
            let gave_up = [&self.one, &self.other].into_iter().any(|asking| {
                status(asking, instrument, moment).notes.iter().any(|n| n.starts_with("too many"))
            });
            if !gave_up {
                let what = format!("`status {word}` at {moment:?}");
                self.same(&what, |asking| status(asking, instrument, moment));
            }
        }
        for (ordinal, _) in (0u32..).zip(&self.one.law.articles) {
            let what = format!("article {ordinal} at {moment:?}");
            self.same(&what, |asking| article(asking, ArticleId::of(ordinal), moment));
        }
    }

    /// Asks who sits in every body, and who has every chair and office.
    fn seats(&mut self, moment: &Moment) {
        for (body, word) in self.one.law.body_names.iter() {
            let what = format!("`members {word}` at {moment:?}");
            self.same(&what, |asking| members(asking, body, moment));
            let what = format!("`chair {word}` at {moment:?}");
            self.same(&what, |asking| chair(asking, body, moment));
        }
        for (holds, word) in self.one.law.office_names.iter() {
            let what = format!("`office {word}` at {moment:?}");
            self.same(&what, |asking| office(asking, holds, moment));
        }
    }
}

fn asking(record: &Record) -> Asking<'_> {
    Asking::new(&record.law, &record.history)
}

/// Returns how many questions a slice and the whole record answered alike.
fn sliced(name: &str, record: &Record, most: usize) -> usize {
    let (one, other) = (asking(record), asking(record).with_whole_folds());
    let mut beside = Beside { name, one, other, asked: 0 };
    for moment in moments(record, most) {
        beside.instruments(&moment);
        beside.seats(&moment);
    }
    beside.asked
}

#[test]
fn slices_of_the_reference_record_answer_as_all_of_it() {
    let asked = sliced("the reference record", &reference(), 2);
    assert!(asked > 400, "{asked} asked");
}

#[test]
fn slices_of_generated_histories_answer_as_all_of_them() {
    let mut asked = 0;
    for seed in 0..HISTORIES {
        let record = Sample::new(seed).read().unwrap();
        if is_tried_whole(&record) {
            asked += sliced(&format!("seed {seed}"), &record, DAYS);
        }
    }
    assert!(asked > 30_000, "{asked} asked");
}
