//! The recorded votes of the General Assembly, from the file to what came of each text
//! (`unga_votes.csv.gz`, package `unvotes`, after Bailey, Strezhnev and Voeten).

use crate::figure::{Effort, Figure, Measured, Runs, time};
use anyhow::{Context as _, Result, ensure};
use csv::ByteRecord;
use flate2::read::GzDecoder;
use servanda_engine::{Code, Put, State, decide};
use servanda_journal::{Record, RecordFile};
use servanda_model::{Day, Outcome, PartyId, PartySet, Vote};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs::File;
use std::path::{Path, PathBuf};

const VOTES: &str = "unga_votes.csv.gz";
const PUBLISHED: &str = "unga_rollcalls_published.csv.gz";

/// Articles 9 and 18, by which the texts are decided.
const CHARTER: &str = include_str!("../un.charter");

/// Seconds that may pass.
const BOUND: f64 = 3.0;

/// What is known of the files: rows, roll calls, and those in which the two disagree.
const KNOWN: (usize, usize, usize) = (1_066_613, 5_429, 20);

/// Decides every recorded text, as an important question and as another.
pub(crate) fn roll_calls(effort: Effort) -> Result<Measured> {
    let Some((votes, published)) = files() else {
        return Ok(Measured::Skipped(format!("`{VOTES}` or `{PUBLISHED}` is not there")));
    };
    let assembly = Assembly::read(&votes, &published)?;
    let known = (assembly.rows, assembly.texts.len(), assembly.disagreeing().len());
    ensure!(known == KNOWN, "the files are not those that are known: {known:?}");
    let mut times = Vec::new();
    for _ in 0..effort.rounds(5) {
        times.push(time(|| Assembly::read(&votes, &published)));
    }
    let runs = Runs::of(times);
    let adopted = |which: fn(&Text) -> Outcome| {
        assembly.texts.iter().filter(|text| which(text) == Outcome::Adopted).count()
    };
    let mut notes = vec![
        format!(
            "{} votes on {} texts, each decided under two rules with its reasons: {} adopted as important, {} as others",
            assembly.rows,
            assembly.texts.len(),
            adopted(|text| text.important),
            adopted(|text| text.other),
        ),
        runs.spread("from the files to the outcomes"),
    ];
    notes.extend(assembly.disagreeing().into_iter().map(Text::told));
    let disagreeing = crate::figure::float(assembly.disagreeing().len());
    let figures = vec![
        Figure {
            name: "roll-calls",
            value: runs.median(),
            unit: "s",
            ratio: BOUND / runs.median(),
            against: "3-s",
        },
        Figure {
            name: "roll-calls-disagreeing",
            value: disagreeing,
            unit: "roll-calls",
            ratio: crate::figure::float(KNOWN.2) / disagreeing,
            against: "20-known",
        },
    ];
    Ok(Measured::Figures(figures, notes))
}

fn files() -> Option<(PathBuf, PathBuf)> {
    Some((servanda_testkit::outside_data(VOTES)?, servanda_testkit::outside_data(PUBLISHED)?))
}

/// All texts, with what came of them.
struct Assembly {
    rows: usize,
    texts: Vec<Text>,
}

/// A text that was put to the vote.
struct Text {
    published: Published,
    /// How many were for, against, and abstained, by the votes.
    counted: [u32; 3],
    important: Outcome,
    other: Outcome,
}

/// What is published of a roll call.
struct Published {
    number: u32,
    on: Day,
    resolution: String,
    /// How many were for, against, and abstained.
    totals: [u32; 3],
}

/// The states of the file and what they did, roll call by roll call.
#[derive(Default)]
struct Rolls {
    rows: usize,
    states: BTreeSet<u32>,
    of: BTreeMap<u32, Vec<(u32, Option<Vote>)>>,
}

impl Assembly {
    fn read(votes: &Path, published: &Path) -> Result<Self> {
        let rolls = Rolls::read(votes)?;
        let published = Published::read(published)?;
        let record = record(&rolls.states)?;
        let law = &record.law;
        let code = Code::compile(law);
        let rule = |name: &str| law.rule_names.find(name).with_context(|| format!("no `{name}`"));
        let (important, other) = (rule("two-thirds")?, rule("simple-majority")?);
        let state = State::default();
        // The naming declares the states in the order of their numbers.
        let ids: BTreeMap<u32, PartyId> =
            rolls.states.iter().copied().zip(law.party_names.iter().map(|(id, _)| id)).collect();
        let mut texts = Vec::new();
        for published in published {
            let roll = rolls.of.get(&published.number).context("a roll call without votes")?;
            let is_member =
                roll.iter().filter_map(|(state, vote)| Some((*ids.get(state)?, (*vote)?)));
            let votes: Vec<(PartyId, Vote)> = is_member.collect();
            let members: PartySet = votes.iter().map(|(party, _)| *party).collect();
            let put = Put {
                instead: None,
                members: &members,
                voting: &members,
                votes: &votes,
                target: None,
                interested: &PartySet::new(),
                on: published.on,
            };
            let decided = decide(&code, &state, important, &put);
            let ballot = &decided.ballot;
            let counted = [&ballot.in_favour, &ballot.against, &ballot.abstaining];
            texts.push(Text {
                published,
                counted: counted.map(PartySet::len),
                important: decided.outcome,
                other: decide(&code, &state, other, &put).outcome,
            });
        }
        Ok(Self { rows: rolls.rows, texts })
    }

    /// Returns the texts whose published totals are not the sums of the votes.
    fn disagreeing(&self) -> Vec<&Text> {
        self.texts.iter().filter(|text| text.counted != text.published.totals).collect()
    }
}

impl Text {
    fn told(&self) -> String {
        let Published { number, on, resolution, totals } = &self.published;
        let [yes, no, abstain] = totals;
        let [for_it, against, abstaining] = self.counted;
        format!(
            "roll call {number}, {on}, {resolution}: published {yes}, {no}, {abstain}; votes {for_it}, {against}, {abstaining}"
        )
    }
}

impl Rolls {
    fn read(path: &Path) -> Result<Self> {
        let mut rolls = Self::default();
        let mut csv = csv(path)?;
        let mut row = ByteRecord::new();
        while csv.read_byte_record(&mut row)? {
            let (number, state) = (number(&row, 0)?, number(&row, 2)?);
            let vote = match row.get(3) {
                Some(b"1") => Some(Vote::Yes),
                Some(b"2") => Some(Vote::Abstain),
                Some(b"3") => Some(Vote::No),
                Some(b"8") => Some(Vote::Absent),
                Some(b"9") => None,
                other => anyhow::bail!("`{other:?}` is no vote"),
            };
            rolls.rows = rolls.rows.saturating_add(1);
            rolls.states.insert(state);
            rolls.of.entry(number).or_default().push((state, vote));
        }
        Ok(rolls)
    }
}

impl Published {
    fn read(path: &Path) -> Result<Vec<Self>> {
        let mut all = Vec::new();
        let mut csv = csv(path)?;
        let mut row = ByteRecord::new();
        while csv.read_byte_record(&mut row)? {
            let text = |at: usize| String::from_utf8_lossy(row.get(at).unwrap_or(b"")).into_owned();
            all.push(Self {
                number: number(&row, 0)?,
                on: text(2).parse().ok().context("no day")?,
                resolution: text(3),
                totals: [number(&row, 4)?, number(&row, 5)?, number(&row, 6)?],
            });
        }
        Ok(all)
    }
}

fn csv(path: &Path) -> Result<csv::Reader<GzDecoder<File>>> {
    let file = File::open(path).with_context(|| format!("could not open `{}`", path.display()))?;
    Ok(csv::ReaderBuilder::new().flexible(true).from_reader(GzDecoder::new(file)))
}

fn number(row: &ByteRecord, at: usize) -> Result<u32> {
    let text = row.get(at).unwrap_or(b"");
    let number = std::str::from_utf8(text).ok().and_then(|text| text.parse().ok());
    number.with_context(|| format!("`{}` is no number", String::from_utf8_lossy(text)))
}

/// Reads the charter, with the states that the file knows by numbers.
fn record(states: &BTreeSet<u32>) -> Result<Record> {
    let mut naming = "servanda 1\n".to_owned();
    for state in states {
        writeln!(naming, "party S{state} \"State {state} of the file\"")?;
    }
    let files = [("naming", naming), ("un.charter", CHARTER.to_owned())];
    let files =
        files.map(|(path, text)| RecordFile { path: path.to_owned(), bytes: text.into_bytes() });
    servanda_journal::read(files.to_vec()).map_err(|faults| {
        let first = faults.first().map_or("", |fault| fault.rendered.as_str());
        anyhow::anyhow!("{first}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_roll_calls_are_published_otherwise_than_voted() {
        let Some((votes, published)) = files() else {
            println!("SKIPPED `{VOTES}` or `{PUBLISHED}` is not there");
            return;
        };
        let assembly = Assembly::read(&votes, &published).unwrap();
        let disagreeing = assembly.disagreeing().len();
        assert_eq!((assembly.rows, assembly.texts.len(), disagreeing), KNOWN);
        assert_eq!(assembly.texts.len().saturating_sub(disagreeing), 5_409);
        // What needs two thirds needs more than half.
        let only =
            |text: &&Text| text.important == Outcome::Adopted && text.other != Outcome::Adopted;
        assert_eq!(assembly.texts.iter().filter(only).count(), 0);
    }
}
