//! Organs with random rules of decision, and texts that are put to them.
//!
//! Few members, thresholds that are just hit, rules that lead to each other, laws and weights that
//! change on the day of a vote.

use super::dice::Dice;
use super::poll::Poll;
use super::rule;
use servanda_journal::{Record, RecordFile};
use servanda_model::{Day, PartyId, Vote};
use std::collections::{BTreeMap, BTreeSet};

const PARTIES: [&str; 8] = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF", "GGG", "HHH"];

/// The days on which something begins to count, in order.
pub(super) const DAYS: [(i32, u32, u32); 3] = [(2001, 1, 1), (2002, 3, 31), (2004, 2, 29)];

const SUSPEND: &str = "suspend ONE in own as sanction";

/// A charter with rules of decision, and who is party to its treaty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chamber {
    /// The seed it comes from.
    pub seed: u64,
    /// The charter.
    pub charter: String,
    /// The journal.
    pub journal: String,
    dice: Dice,
}

impl Chamber {
    /// Makes the chamber of a seed.
    pub fn new(seed: u64) -> Self {
        let mut dice = Dice::new(seed);
        let parties = PARTIES.get(..dice.between(2, 8)).unwrap_or(&PARTIES);
        let charter = rule::charter(&mut dice, parties);
        let journal = journal(&mut dice, parties);
        Self { seed, charter, journal, dice }
    }

    /// Reads the record.
    ///
    /// # Errors
    /// Gives the rendered faults of the texts.
    pub fn read(&self) -> Result<Record, String> {
        let files = [("a.charter", &self.charter), ("b.journal", &self.journal)];
        let file = |(path, text): (&str, &String)| RecordFile {
            path: path.to_owned(),
            bytes: text.clone().into_bytes(),
        };
        servanda_journal::read(files.map(file).to_vec()).map_err(|faults| {
            faults.into_iter().map(|fault| fault.rendered).collect::<Vec<_>>().join("\n")
        })
    }

    /// Puts so many texts to the organ.
    pub fn polls(&self, record: &Record, count: usize) -> Vec<Poll> {
        let mut dice = self.dice.clone();
        (0..count).filter_map(|_| poll(&mut dice, record)).collect()
    }
}

/// Writes who accedes to the treaty, and who leaves it.
fn journal(dice: &mut Dice, parties: &[&str]) -> String {
    let mut text = "journal own\n  recorded on the day done\n".to_owned();
    for (year, month, day) in DAYS {
        let some: Vec<&str> = parties.iter().copied().filter(|_| dice.chance(40)).collect();
        if !some.is_empty() {
            let by = some.join(", ");
            let verb = dice.pick(&["deposit accession of", "deposit accession of", "sign"]);
            text.push_str(&format!("{year}-{month:02}-{day:02} {verb} pact by {by}\n"));
        }
        if dice.chance(60) {
            let one = dice.pick(parties);
            let deed = dice.pick(&["join own by ONE", "leave own by ONE", SUSPEND]);
            let deed = deed.replace("ONE", one);
            text.push_str(&format!("{year}-{month:02}-{day:02} {deed}\n"));
        }
        if dice.chance(30) {
            let one = dice.pick(parties);
            text.push_str(&format!(
                "{year}-{month:02}-{day:02} end pact for {one} cause withdrawn\n"
            ));
        }
    }
    text
}

/// Puts one text to the organ.
fn poll(dice: &mut Dice, record: &Record) -> Option<Poll> {
    let law = &record.law;
    let all: Vec<PartyId> = law.party_names.iter().map(|(party, _)| party).collect();
    let (year, month, day) = dice.pick(&DAYS);
    let on = Day::civil(year, month, day)?;
    let on = dice.pick(&[on.previous(), on, on.next()]);
    let seated = dice.pick(&[30, 70, 100, 100]);
    let voting = dice.pick(&[60, 100, 100]);
    let members = some(dice, &all, seated);
    let listed: Vec<PartyId> = members.iter().copied().collect();
    let usual = dice.pick(&[Vote::Yes, Vote::Yes, Vote::Yes, Vote::No, Vote::Abstain]);
    let united = dice.pick(&[0, 50, 80, 100]);
    let mut votes = BTreeMap::new();
    let came = dice.chance(90);
    for party in all.iter().filter(|_| came) {
        if !members.contains(party) && !dice.chance(20) {
            continue;
        }
        if dice.chance(united) {
            votes.insert(*party, usual);
        } else if dice.chance(90) {
            votes.insert(*party, dice.pick(&Vote::ALL));
        }
    }
    Some(Poll {
        matter: law.matter_names.find(dice.pick(&["ordinary", "grave"]))?,
        on,
        with_vote: some(dice, &listed, voting),
        members,
        votes,
        target: dice.chance(50).then(|| dice.pick(&all)),
        interested: some(dice, &all, 15),
    })
}

fn some(dice: &mut Dice, all: &[PartyId], percent: u64) -> BTreeSet<PartyId> {
    all.iter().copied().filter(|_| dice.chance(percent)).collect()
}
