//! A record as text, made from participations: naming, charter and a journal of any length.

use crate::participations::{Participation, Participations};
use servanda_journal::{Record, RecordFile};
use servanda_model::{Day, When};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// What each act says, for whoever writes it in another form.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    pub(crate) when: When,
    pub(crate) verb: Verb,
    pub(crate) instrument: String,
    pub(crate) party: String,
    pub(crate) line: u64,
}

/// What was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Verb {
    Sign,
    /// After a signature.
    Ratify,
    /// Without one.
    Consent,
    Enter,
    Expire,
    Withdraw,
}

/// A record made from participations.
#[derive(Debug)]
pub(crate) struct Texts {
    pub(crate) naming: String,
    pub(crate) charter: String,
    pub(crate) journal: String,
    pub(crate) entries: Vec<Entry>,
}

impl Texts {
    /// Writes a record of so many acts, if the participations give as many; when they are used
    /// up, they are told again of a copy of each instrument.
    pub(crate) fn of(participations: &Participations, acts_max: usize) -> Self {
        let mut entries: Vec<Entry> = Vec::new();
        let mut copy = 0u32;
        while entries.len() < acts_max && !participations.rows.is_empty() {
            for row in &participations.rows {
                entries.extend(acts(row, copy));
            }
            copy = copy.saturating_add(1);
        }
        entries.truncate(acts_max);
        Self::from(entries)
    }

    /// Writes a record of every participation, told once.
    pub(crate) fn once(participations: &Participations) -> Self {
        Self::from(participations.rows.iter().flat_map(|row| acts(row, 0)).collect())
    }

    fn from(mut entries: Vec<Entry>) -> Self {
        entries.sort_by_key(|entry| (entry.when.order(), entry.line, entry.verb));
        Self {
            naming: naming(&entries),
            charter: charter(&entries),
            journal: journal(&entries),
            entries,
        }
    }

    /// Returns the files of the record.
    pub(crate) fn files(&self) -> Vec<RecordFile> {
        [("naming", &self.naming), ("a.charter", &self.charter), ("a.journal", &self.journal)]
            .map(|(path, text)| RecordFile {
                path: path.to_owned(),
                bytes: text.clone().into_bytes(),
            })
            .to_vec()
    }

    /// Reads the record.
    pub(crate) fn read(&self) -> anyhow::Result<Record> {
        servanda_journal::read(self.files()).map_err(|faults| {
            let first = faults.first().map_or("", |fault| fault.rendered.as_str());
            anyhow::anyhow!("{} faults, the first:\n{first}", faults.len())
        })
    }
}

fn acts(row: &Participation, copy: u32) -> Vec<Entry> {
    let mut instrument: String = row.treaty.to_lowercase();
    instrument = instrument.replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    if !instrument.starts_with(|c: char| c.is_ascii_lowercase()) {
        instrument = format!("t{instrument}");
    }
    if copy > 0 {
        instrument = format!("{instrument}-copy-{copy}");
    }
    let consent = if row.signed.is_some() { Verb::Ratify } else { Verb::Consent };
    let end = if row.ended_with_treaty { Verb::Expire } else { Verb::Withdraw };
    let dated = [
        (row.signed, Verb::Sign),
        (row.consented, consent),
        (row.entered, Verb::Enter),
        (row.ended, end),
    ];
    let party = code(&row.party);
    let entry = |(when, verb): (Option<When>, Verb)| {
        Some(Entry {
            when: when?,
            verb,
            instrument: instrument.clone(),
            party: party.clone(),
            line: row.line,
        })
    };
    dated.into_iter().filter_map(entry).collect()
}

/// A state has its code; whatever else the file names is an entity.
fn code(name: &str) -> String {
    let is_code = name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
    if is_code {
        return name.to_owned();
    }
    let plain = name.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    format!("x-{plain}")
}

fn naming(entries: &[Entry]) -> String {
    let mut text = "servanda 1\n".to_owned();
    let parties: BTreeSet<&str> = entries.iter().map(|entry| entry.party.as_str()).collect();
    for party in parties {
        let word = if party.starts_with("x-") { "entity" } else { "party" };
        line(&mut text, format_args!("{word} {party} \"{party}\""));
    }
    text
}

fn charter(entries: &[Entry]) -> String {
    let mut text = "servanda 1\norganisation all \"All treaties\"\nsource ggo \"GGO\"\n".to_owned();
    let instruments: BTreeMap<&str, Day> =
        entries.iter().map(|entry| (entry.instrument.as_str(), entry.when.order())).collect();
    for instrument in instruments.keys() {
        line(
            &mut text,
            format_args!("instrument {instrument} \"{instrument}\"\n  kind treaty\n  of all"),
        );
        line(
            &mut text,
            format_args!(
                "article {instrument}.1 \"Entry into force\"\n  evidence unverified\n  source ggo\n  in-force as sources say"
            ),
        );
    }
    text
}

fn journal(entries: &[Entry]) -> String {
    let mut text = "journal all\n  recorded on the day done\n".to_owned();
    for entry in entries {
        let Entry { when, verb, instrument, party, line: at } = entry;
        let said = match verb {
            Verb::Sign => format!("sign {instrument} by {party}"),
            Verb::Ratify => format!("deposit ratification of {instrument} by {party}"),
            Verb::Consent => format!("deposit consent of {instrument} by {party}"),
            Verb::Enter => format!("in-force {instrument} for {party}"),
            Verb::Expire => format!("end {instrument} for {party} cause expired-not-extended"),
            Verb::Withdraw => format!("end {instrument} for {party} cause withdrawn"),
        };
        line(&mut text, format_args!("{when} {said}\n  source ggo:{at}"));
    }
    text
}

fn line(text: &mut String, said: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    if writeln!(text, "{said}").is_err() {
        text.push('\n');
    }
}
