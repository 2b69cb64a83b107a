//! An organisation for the measurements of the log: its law, its keys, and acts sealed for it.

use anyhow::{Context as _, Result};
use servanda_depositary::{Depositary, Founding, KeyPair, founding, seal};
use servanda_journal::RecordFile;
use servanda_model::Instant;
use servanda_note::{KeyName, SignerKey};
use servanda_seal::{Content, Digest, Sealed, Seen};
use std::fmt::Write as _;
use std::path::PathBuf;

pub(crate) const ORIGIN: &str = "example.org/bench";
/// How many states sign each instrument.
const STATES: usize = 200;

/// The organisation and who signs for it.
pub(crate) struct Hall {
    authority: KeyPair,
    pub(crate) depositary: KeyPair,
    files: Vec<RecordFile>,
}

impl Hall {
    /// An organisation with room for so many acts, of which so many were done before its founding.
    pub(crate) fn of(room: usize, done: usize) -> Result<Self> {
        let mut charter = "servanda 1\norganisation all \"All\"\n".to_owned();
        for state in 0..STATES {
            let code = code(state);
            writeln!(charter, "party {code} \"{code}\"")?;
        }
        for instrument in 0..=room / STATES {
            write!(
                charter,
                "instrument i{instrument} \"i{instrument}\"\n  kind treaty\n  of all\n\
                 article i{instrument}.1 \"Entry into force\"\n  evidence official-text\n  \
                 signature subject to ratification\n  in-force each on deposit\n"
            )?;
        }
        let mut journal = "journal all\n  recorded on the day done\n".to_owned();
        for number in 0..done {
            journal.push_str(&signature(number, "2020-01-01"));
        }
        let file = |path: &str, text: String| RecordFile {
            path: path.to_owned(),
            bytes: text.into_bytes(),
        };
        let files = vec![file("a.charter", charter), file("a.journal", journal)];
        Ok(Self {
            authority: pair("example.org/authority", 1)?,
            depositary: pair(ORIGIN, 3)?,
            files,
        })
    }

    fn founding(&self) -> Founding<'_> {
        Founding {
            origin: ORIGIN,
            organisation: "all",
            authority: std::slice::from_ref(&self.authority),
            threshold: 1,
            depositary: &self.depositary,
            rehearses: None,
        }
    }

    /// Founds the log.
    pub(crate) fn found(&self, address: &str) -> Result<Depositary> {
        let mut office = Depositary::create(address, &self.founding(), &self.files)?;
        office.sign_with(pair(ORIGIN, 3)?.key, None)?;
        Ok(office)
    }

    /// Returns the entries of the founding.
    pub(crate) fn entries(&self) -> Result<Vec<Sealed>> {
        Ok(founding(&self.founding(), &self.files)?)
    }

    /// Seals the acts from one number up to another.
    pub(crate) fn acts(&self, numbers: std::ops::Range<usize>) -> Result<Vec<Vec<u8>>> {
        let seen = Seen { size: 0, root: Digest::of(b"") };
        let sealed = numbers.map(|number| {
            let content = Content::Act { text: signature(number, "2026-11-22"), seen };
            Ok(seal(ORIGIN, &content, &[&self.depositary.key])?.print().into_bytes())
        });
        sealed.collect()
    }
}

/// The time at which acts are received here.
pub(crate) fn now() -> Result<Instant> {
    "2026-11-22T09:00:00Z".parse().ok().context("a time that is one")
}

fn pair(name: &str, seed: u8) -> Result<KeyPair> {
    let key = |seed| {
        let name = KeyName::parse(name).context("a name that is one")?;
        Ok::<_, anyhow::Error>(SignerKey::new(name, &[seed; 32]))
    };
    Ok(KeyPair { key: key(seed)?, next: key(seed.saturating_add(100))? })
}

fn signature(number: usize, day: &str) -> String {
    format!("{day} sign i{} by {}\n", number / STATES, code(number % STATES))
}

fn code(state: usize) -> String {
    let letter = |place: usize| ('A'..='Z').nth(place % 26).unwrap_or('A');
    [state / 676, state / 26, state].map(letter).iter().collect()
}

/// A directory that is gone at the end.
pub(crate) struct Directory(pub(crate) PathBuf);

impl Directory {
    pub(crate) fn new(name: &str) -> Result<Self> {
        let name = format!("servanda-bench-{name}-{}", std::process::id());
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    pub(crate) fn address(&self, name: &str) -> String {
        format!("sqlite:{}", self.0.join(name).display())
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        // What stays behind lies in the temporary place.
        drop(std::fs::remove_dir_all(&self.0));
    }
}
