//! What follows from a record, worked out beforehand for a database: how each state stood to each
//! instrument, for which days, and at which positions that was known.

use anyhow::{Context as _, Result};
use postgres::Client;
use servanda_engine::{Placed, State, Treaty, fold};
use servanda_model::{Day, Id as _, InstrumentId, PartyId, Status};
use servanda_query::Asking;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;

/// A stretch of days in one status; the last has no end.
type Stretch = (Day, Option<Day>, Status);

/// One row of the database.
#[derive(Debug)]
struct Standing {
    instrument: InstrumentId,
    party: PartyId,
    stretch: Stretch,
    known_from: u32,
    known_until: Option<u32>,
}

/// All rows.
#[derive(Debug, Default)]
pub(crate) struct Standings {
    rows: Vec<Standing>,
}

impl Standings {
    /// Folds each instrument's acts one after the other and notes what each of them changed.
    pub(crate) fn of(asking: &Asking<'_>) -> Self {
        let mut all = Self::default();
        for (instrument, _) in asking.law.instrument_names.iter() {
            all.add(asking, instrument);
        }
        all
    }

    fn add(&mut self, asking: &Asking<'_>, instrument: InstrumentId) {
        let slice = asking.about_instrument(instrument);
        let mut state = State::default();
        let mut open: BTreeMap<PartyId, Vec<(Stretch, u32)>> = BTreeMap::new();
        for position in slice.positions {
            let Some(act) = asking.history.act(position) else {
                continue;
            };
            let placed = Placed::new(asking.history, position, act);
            let day = placed.day;
            state = fold(&asking.code, [placed], state, day);
            let Some(treaty) = state.treaty(instrument) else {
                continue;
            };
            for party in treaty.parties.keys() {
                let now = stretches(treaty, *party);
                let before = open.entry(*party).or_default();
                if before.iter().map(|(stretch, _)| *stretch).eq(now.iter().copied()) {
                    continue;
                }
                let kept = |stretch: &Stretch| now.contains(stretch);
                let closed: Vec<_> = before.extract_if(.., |(stretch, _)| !kept(stretch)).collect();
                self.close(instrument, *party, closed, Some(position));
                for stretch in now {
                    if !before.iter().any(|(known, _)| *known == stretch) {
                        before.push((stretch, position));
                    }
                }
                before.sort_unstable();
            }
        }
        for (party, stretches) in open {
            self.close(instrument, party, stretches, None);
        }
    }

    fn close(
        &mut self,
        instrument: InstrumentId,
        party: PartyId,
        stretches: Vec<(Stretch, u32)>,
        known_until: Option<u32>,
    ) {
        let rows = stretches.into_iter().map(|(stretch, known_from)| Standing {
            instrument,
            party,
            stretch,
            known_from,
            known_until,
        });
        self.rows.extend(rows);
    }
}

fn stretches(treaty: &Treaty, party: PartyId) -> Vec<Stretch> {
    let line = treaty.parties.get(&party).map(|party| party.line.spans());
    let spans = line.unwrap_or(&[]);
    let ends = spans.iter().skip(1).map(|span| Some(span.from));
    let ends = ends.chain([None]);
    let stretches = spans.iter().zip(ends);
    stretches.map(|(span, end)| (span.from, end, span.value.status)).collect()
}

/// Writes the rows into a database and makes the index; returns how many there are.
pub(crate) fn load(standings: &Standings, client: &mut Client) -> Result<usize> {
    client.batch_execute(
        "create extension if not exists btree_gist; \
         create table standing (instrument int4 not null, party int4 not null, \
         status int4 not null, during daterange not null, known int4range not null)",
    )?;
    let mut text = String::new();
    for row in &standings.rows {
        let (from, until, status) = row.stretch;
        let until = until.map(|day| day.to_string()).unwrap_or_default();
        let known = row.known_until.map(|known| known.to_string()).unwrap_or_default();
        writeln!(
            text,
            "{}\t{}\t{}\t[{from},{until})\t[{},{known})",
            row.instrument.ordinal(),
            row.party.ordinal(),
            number(status),
            row.known_from
        )?;
    }
    let mut copy = client.copy_in("copy standing from stdin")?;
    copy.write_all(text.as_bytes()).context("could not copy the rows")?;
    copy.finish()?;
    client.batch_execute(
        "create index on standing using gist (instrument, during, known); analyze standing",
    )?;
    client.batch_execute("vacuum standing")?;
    Ok(standings.rows.len())
}

/// Returns the number that stands for a status in the database.
pub(crate) fn number(status: Status) -> i32 {
    let place = Status::ALL.iter().position(|known| *known == status);
    place.and_then(|at| i32::try_from(at).ok()).unwrap_or(-1)
}
