//! Participations of states in treaties from a file outside the repository
//! (`treaty_parties_ggo.csv.gz`, CC BY 4.0, J. Hollway and contributors).
//!
//! Dates stay as the source writes them. What is no EDTF date of level 0 or 1 is counted and
//! listed, never dropped in silence.

use anyhow::{Context as _, Result};
use flate2::read::GzDecoder;
use servanda_model::When;
use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;

/// The file's name.
pub(crate) const FILE: &str = "treaty_parties_ggo.csv.gz";

/// The columns with dates; those of the state itself come first and make acts.
const DATES: [&str; 8] = [
    "StateSignature",
    "StateRatification",
    "StateForce",
    "StateEnd",
    "End",
    "Begin",
    "Signature",
    "Force",
];

/// One row: a state and a treaty.
#[derive(Debug, Clone)]
pub(crate) struct Participation {
    pub(crate) party: String,
    pub(crate) treaty: String,
    pub(crate) signed: Option<When>,
    pub(crate) consented: Option<When>,
    pub(crate) entered: Option<When>,
    pub(crate) ended: Option<When>,
    /// Whether it ended on the day on which the treaty ended for all.
    pub(crate) ended_with_treaty: bool,
    /// The line of the file.
    pub(crate) line: u64,
}

/// All rows, and what was no date.
#[derive(Debug, Default)]
pub(crate) struct Participations {
    pub(crate) rows: Vec<Participation>,
    /// How often each text that is no date stands in each column.
    pub(crate) malformed: BTreeMap<(&'static str, String), u32>,
}

impl Participations {
    /// Reads the file.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let file =
            File::open(path).with_context(|| format!("could not open `{}`", path.display()))?;
        let mut csv = csv::Reader::from_reader(GzDecoder::new(file));
        let header = csv.headers()?.clone();
        let column = |name: &str| {
            let found = header.iter().position(|known| known == name);
            found.with_context(|| format!("the file has no column `{name}`"))
        };
        let (party, treaty) = (column("stateID")?, column("treatyID")?);
        let dates = DATES.map(|name| column(name).map(|at| (name, at))).into_iter();
        let dates = dates.collect::<Result<Vec<_>>>()?;
        let mut all = Self::default();
        for row in csv.records() {
            let row = row?;
            let mut whens =
                dates.iter().map(|(name, at)| all.date(name, row.get(*at).unwrap_or("")));
            let [signed, consented, entered, ended, end] =
                std::array::from_fn(|_| whens.next().flatten());
            whens.for_each(drop);
            all.rows.push(Participation {
                party: row.get(party).unwrap_or("").to_owned(),
                treaty: row.get(treaty).unwrap_or("").to_owned(),
                signed,
                consented,
                entered,
                ended,
                ended_with_treaty: ended == end,
                line: row.position().map_or(0, csv::Position::line),
            });
        }
        Ok(all)
    }

    fn date(&mut self, column: &'static str, text: &str) -> Option<When> {
        if text.is_empty() {
            return None;
        }
        let when = text.parse().ok();
        if when.is_none() {
            let key = (column, text.to_owned());
            let count = self.malformed.entry(key).or_default();
            *count = count.saturating_add(1);
        }
        when
    }

    /// Says how many rows there are, and lists with counts what was no date.
    pub(crate) fn told(&self) -> Vec<String> {
        let mut lines = vec![format!("{} participations", self.rows.len())];
        for column in DATES {
            let texts = self.malformed.iter().filter(|((of, _), _)| *of == column);
            let listed: Vec<String> =
                texts.map(|((_, text), count)| format!("{count} × `{text}`")).collect();
            let count: u32 = self
                .malformed
                .iter()
                .filter(|((of, _), _)| *of == column)
                .map(|(_, count)| count)
                .sum();
            if count > 0 {
                lines.push(format!(
                    "{count} values of `{column}` are no EDTF date: {}",
                    listed.join(", ")
                ));
            }
        }
        lines
    }
}
