//! Answers folded from a slice of the record, beside the same answers folded from all of it, and
//! answers from what was worked out beforehand, beside the same answers folded anew.

use servanda_journal::{Record, RecordFile};
use servanda_model::{ArticleId, BodyId, Day, Id as _};
use servanda_query::{
    Asking, Handover, Known, Moment, article, chair, chairs, handovers, members, office, status,
};
use servanda_testkit::{Dice, Sample, reference_files, root};
use std::collections::BTreeSet;
use std::fmt::Debug;

/// Histories that every run asks.
const HISTORIES: u64 = 200;

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
                status(asking, instrument, moment)
                    .notes
                    .iter()
                    .any(|n| n.english(asking.law).starts_with("too many"))
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

    /// Demands that every handover is answered together as it is alone.
    fn handovers(&mut self, organ: BodyId, moment: &Moment) {
        let together = chairs(&self.one, organ, moment);
        assert!(together.now == chair(&self.one, organ, moment), "{}: {moment:?}", self.name);
        let listed = handovers(&self.one, organ, moment);
        let turns: Vec<Handover> = together.handovers.iter().map(|(turn, _)| *turn).collect();
        assert!(turns == listed, "{}: {moment:?}", self.name);
        for (turn, found) in together.handovers {
            let alone = chair(&self.one, organ, &moment.at(turn.from));
            assert!(found == alone, "{}: {moment:?}\n  {found:?}\n  {alone:?}", self.name);
            self.asked = self.asked.saturating_add(1);
        }
    }

    /// Asks who sits in every body, and who has every chair and office.
    fn seats(&mut self, moment: &Moment) {
        for (body, word) in self.one.law.body_names.iter() {
            let what = format!("`members {word}` at {moment:?}");
            self.same(&what, |asking| members(asking, body, moment));
            let what = format!("`chair {word}` at {moment:?}");
            self.same(&what, |asking| chair(asking, body, moment));
            self.handovers(body, moment);
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
    assert!(asked > 15_000, "{asked} asked");
}

/// Makes a record as a depositary's lists tell it: instruments without conditions, acts in the
/// order of their days, each of one party, now and then known by its month only.
fn listed(seed: u64) -> Record {
    let mut dice = Dice::new(seed);
    let parties = ["AAA", "BBB", "CCC", "DDD"];
    let mut charter = "servanda 1\norganisation own \"Own\"\n".to_owned();
    parties.iter().for_each(|code| charter.push_str(&format!("party {code} \"{code}\"\n")));
    (0..5).for_each(|n| charter.push_str(&format!("instrument i{n} \"I\"\n  kind agreement\n")));
    let mut journal = "journal own\n  recorded on the day done\n".to_owned();
    for month in 1..=12 {
        for _ in 0..dice.between(1, 4) {
            let (of, party) = (dice.below(5), dice.pick(&parties));
            let day = if dice.chance(8) { "" } else { dice.pick(&["-27", "-27", "-27/28"]) };
            let deed = dice.pick(&[
                "sign OF by WHO",
                "deposit ratification of OF by WHO",
                "deposit accession of OF by WHO",
                "in-force OF for WHO",
                "in-force OF for WHO",
                "end OF for WHO cause withdrawn",
                "suspend WHO in OF at own request",
                "resume WHO in OF",
            ]);
            let day = day.replace("/28", &format!("/2001-{month:02}-28"));
            let deed = deed.replace("OF", &format!("i{of}")).replace("WHO", party);
            journal.push_str(&format!("2001-{month:02}{day} {deed}\n"));
        }
    }
    let file = |path: &str, text: String| RecordFile { path: path.to_owned(), bytes: text.into() };
    servanda_journal::read(vec![file("a.charter", charter), file("b.journal", journal)]).unwrap()
}

/// Returns how many questions were answered alike from what was worked out and from a fold.
fn worked_out(name: &str, record: &Record) -> usize {
    let (one, other) = (asking(record), asking(record).with_ledger());
    let mut beside = Beside { name, one, other, asked: 0 };
    moments(record, DAYS).iter().for_each(|moment| beside.instruments(moment));
    beside.asked
}

#[test]
fn what_was_worked_out_beforehand_answers_as_a_fold() {
    let mut asked = 0usize;
    for seed in 0..HISTORIES {
        let generated = Sample::new(seed).read().unwrap();
        let more = [("generated", generated), ("listed", listed(seed))]
            .map(|(kind, record)| worked_out(&format!("{kind} record {seed}"), &record));
        asked = more.into_iter().fold(asked, usize::saturating_add);
    }
    assert!(asked > 10_000, "{asked} asked");
}
