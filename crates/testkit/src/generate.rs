//! Random records for the two engines: charter text and journal text, steered towards trouble.
//!
//! Few parties, few instruments, few days, many acts on one day, thresholds that are just hit,
//! month ends, acts that count from other days than they were done. One seed gives one record.
mod chamber;
mod charter;
mod course;
mod custom;
mod dice;
mod journal;
mod paper;
mod poll;
mod procedure;
mod rule;

pub use chamber::Chamber;
pub use dice::Dice;
pub use poll::Poll;

use servanda_journal::{Record, RecordFile};
use servanda_model::{Day, Period};

/// A record as text, its journal entry by entry so that entries can be left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// The seed it comes from.
    pub seed: u64,
    /// The charter.
    pub charter: String,
    /// The journal's entries in the order of the file, each with its children.
    pub entries: Vec<String>,
}

impl Sample {
    /// Makes the record of a seed.
    pub fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let world = World::new(&mut dice);
        let charter = charter::text(&mut dice, &world);
        let entries = journal::entries(&mut dice, &world);
        Self { seed, charter, entries }
    }

    /// Returns the journal.
    pub fn journal(&self) -> String {
        let head = "journal own\n  recorded on the day done\n".to_owned();
        self.entries.iter().fold(head, |text, entry| text + entry)
    }

    /// Reads the record.
    ///
    /// # Errors
    /// Gives the rendered faults of the texts.
    pub fn read(&self) -> Result<Record, String> {
        let file = |path: &str, text: &str| RecordFile {
            path: path.to_owned(),
            bytes: text.as_bytes().to_vec(),
        };
        let files = vec![file("a.charter", &self.charter), file("b.journal", &self.journal())];
        servanda_journal::read(files).map_err(|faults| {
            faults.into_iter().map(|fault| fault.rendered).collect::<Vec<_>>().join("\n")
        })
    }
}

/// What charter and journal of one record share.
#[derive(Debug)]
struct World {
    parties: Vec<&'static str>,
    instruments: Vec<String>,
    periods: Vec<Period>,
    /// The days on which things happen.
    days: Vec<Day>,
}

const PARTIES: [&str; 7] = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG"];

/// Days from which months are hard to count.
const STARTS: [(i32, u32, u32); 8] = [
    (1999, 12, 31),
    (2000, 1, 31),
    (2000, 2, 29),
    (2001, 1, 30),
    (2003, 8, 31),
    (2004, 2, 28),
    (1999, 4, 20),
    (2000, 11, 30),
];

const PERIODS: [Period; 10] = [
    Period::Days(1),
    Period::Days(10),
    Period::Days(30),
    Period::Days(60),
    Period::Months(1),
    Period::Months(1),
    Period::Months(3),
    Period::Months(6),
    Period::Years(1),
    Period::Years(2),
];

impl World {
    fn new(dice: &mut Dice) -> Self {
        let parties = PARTIES.into_iter().take(dice.between(3, 7)).collect();
        let instruments = (0..dice.between(1, 4)).map(|number| format!("i{number}")).collect();
        let periods: Vec<Period> = (0..3).map(|_| dice.pick(&PERIODS)).collect();
        let (year, month, day) = dice.pick(&STARTS);
        let mut days = vec![Day::civil(year, month, day).unwrap_or(Day::MIN)];
        for _ in 0..dice.between(4, 9) {
            let from = dice.pick(&days);
            let day = dice.pick(&periods).anniversary(from);
            days.push(match dice.below(6) {
                0 => day.previous(),
                1 => day.next(),
                _ => day,
            });
        }
        days.sort_unstable();
        Self { parties, instruments, periods, days }
    }

    /// Returns some parties, in an order of their own, as a list.
    fn some_parties(&self, dice: &mut Dice, percent: u64) -> String {
        let mut some: Vec<&str> =
            self.parties.iter().copied().filter(|_| dice.chance(percent)).collect();
        if some.is_empty() {
            some.push(dice.pick(&self.parties));
        }
        dice.shuffle(&mut some);
        if dice.chance(4) {
            some.push("x-land");
        }
        some.join(", ")
    }

    fn party(&self, dice: &mut Dice) -> &'static str {
        if dice.chance(2) { "x-land" } else { dice.pick(&self.parties) }
    }

    fn instrument(&self, dice: &mut Dice) -> String {
        dice.pick(&self.instruments)
    }

    fn other_instrument(&self, dice: &mut Dice, own: &str) -> String {
        let others: Vec<&String> = self.instruments.iter().filter(|other| *other != own).collect();
        if others.is_empty() { own.to_owned() } else { dice.pick(&others).clone() }
    }

    fn period(&self, dice: &mut Dice) -> Period {
        dice.pick(&self.periods)
    }

    fn day(&self, dice: &mut Dice) -> Day {
        dice.pick(&self.days)
    }
}
