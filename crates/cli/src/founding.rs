//! `servanda log create`: a log is founded, with the keys of its authority and of its depositary.

use crate::arguments::At;
use crate::exit::Exit;
use crate::failure::{Failure, Place};
use crate::key_file::KeyFile;
use crate::logs::{address, placed, print};
use crate::world::World;
use crate::{locks, records};
use serde_json::json;
use servanda_depositary::{Depositary, Founding, KeyPair, REHEARSAL_SUFFIX, rehearsal_origin};
use servanda_journal::{Record, RecordFile, read};
use servanda_seal::Role;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What a log is founded with, beside its record.
pub(crate) struct Wanted<'a> {
    /// Where it is to be.
    pub(crate) log: &'a str,
    /// Its name; without it, one of this machine.
    pub(crate) origin: Option<&'a str>,
    /// The file of the office's keys; made where there is none.
    pub(crate) keys: &'a Path,
    /// The files of the authorities' keys; without one, the authority is in the office's file.
    pub(crate) authority: &'a [PathBuf],
    /// How many authorities sign together; without it, more than half of them.
    pub(crate) threshold: Option<u64>,
}

impl<'a> Wanted<'a> {
    /// Wants a log with one authority, whose key stands in the office's file.
    pub(crate) fn plain(log: &'a str, origin: Option<&'a str>, keys: &'a Path) -> Self {
        Self { log, origin, keys, authority: &[], threshold: None }
    }
}

/// Founds a log and tells what it holds.
pub(crate) fn create(
    at: &At,
    record: Option<&Path>,
    wanted: &Wanted<'_>,
    world: &World,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let files = records::files(record, world)?;
    let office = found(wanted, &files, world)?;
    let head = office.head();
    let acts = office.ledger().record().map_or(0, |record| record.history.acts.len());
    let ring = office.ledger().ring();
    let (authorities, threshold) = (ring.authorities().count(), ring.threshold());
    let json = json!({
        "origin": office.ledger().origin(), "size": head.size, "root": head.root.print(),
        "acts": acts, "keys": wanted.keys.display().to_string(),
        "authorities": authorities, "threshold": threshold,
    });
    let mut heading = vec![
        format!("founded {} at {}", office.ledger().origin(), address(&at.log)),
        format!("{} entries, {acts} acts; root {}", head.size, head.root.print()),
        format!("keys in {}", wanted.keys.display()),
    ];
    if authorities > 1 {
        heading.push(together(threshold, authorities));
    }
    print(json, heading, Exit::Yes, at, world, out)
}

/// Says how many authorities sign together.
pub(crate) fn together(threshold: usize, authorities: usize) -> String {
    format!("{threshold} of {authorities} authorities sign together")
}

/// Founds a log; makes the keys where there is no file of them yet.
pub(crate) fn found(
    wanted: &Wanted<'_>,
    files: &[RecordFile],
    world: &World,
) -> Result<Depositary, Failure> {
    let record = read(files.to_vec()).map_err(Failure::Unreadable)?;
    world.meets(&record);
    let organisation = own_word(&record)?;
    let rehearses = record.history.rehearses.as_deref();
    let origin = wanted.origin.map_or_else(
        || match rehearses {
            Some(_) => rehearsal_origin(&format!("localhost/{organisation}")),
            None => format!("localhost/{organisation}"),
        },
        str::to_owned,
    );
    if rehearses.is_some() != origin.ends_with(REHEARSAL_SUFFIX) {
        let message = format!("`{origin}` cannot be the name of this log");
        let hint = format!("the name of a rehearsal ends with `{REHEARSAL_SUFFIX}`, no other does");
        return Err(Failure::Usage { message, hint: Some(hint) });
    }
    let keys = wanted.keys;
    let are_new = !world.directory.join(keys).exists();
    if are_new && rehearses.is_some() {
        // A rehearsal that was thrown away bound nobody.
        drop(std::fs::remove_file(locks::place(keys, world)));
    }
    locks::is_free(keys, &origin, world)?;
    if are_new {
        let made = match wanted.authority {
            [] => keys_of_office(keys, &origin, world),
            [_, ..] => KeyFile::make(keys, &[("depositary", origin.as_str())], world),
        };
        made?.write_new(world)?;
    }
    let of = (origin.as_str(), organisation.as_str(), rehearses);
    founded(wanted, of, files, world).inspect_err(|_| {
        if are_new {
            // Keys of a log that was not founded are of no use, and in the way of the next try.
            drop(std::fs::remove_file(world.directory.join(keys)));
            drop(std::fs::remove_file(locks::place(keys, world)));
        }
    })
}

/// Founds a log with the keys of files, and signs for it.
fn founded(
    wanted: &Wanted<'_>,
    (origin, organisation, rehearses): (&str, &str, Option<&str>),
    files: &[RecordFile],
    world: &World,
) -> Result<Depositary, Failure> {
    let authority = match wanted.authority {
        [] => authorities(&[wanted.keys.to_owned()], world)?,
        [_, ..] => authorities(wanted.authority, world)?,
    };
    let threshold = threshold(wanted.threshold, authority.len())?;
    let depositary = KeyFile::read(wanted.keys, world)?.of("depositary")?.swap_remove(0);
    let founding = Founding {
        origin,
        organisation,
        authority: &authority,
        threshold,
        depositary: &depositary,
        rehearses,
    };
    let mut office = Depositary::create(&placed(wanted.log, world), &founding, files)?;
    let lock = locks::begin(wanted.keys, origin, world)?;
    office.sign_with_pair(depositary, Some(lock))?;
    office.checkpoint()?;
    office.keep_snapshot_at_the_end()?;
    Ok(office)
}

/// Reads the keys of authorities, each of which stands in one file once.
fn authorities(files: &[PathBuf], world: &World) -> Result<Vec<KeyPair>, Failure> {
    let mut found: Vec<KeyPair> = Vec::new();
    for path in files {
        for pair in KeyFile::read(path, world)?.of("authority")? {
            let digest = |pair: &KeyPair| pair.enrolment(Role::Authority).digest();
            if found.iter().any(|known| digest(known) == digest(&pair)) {
                return Err(Failure::Key {
                    at: Place::file(path),
                    message: "this authority's key was given already".to_owned(),
                    hint: "each authority has a key of its own, from `key new --authority`"
                        .to_owned(),
                });
            }
            found.push(pair);
        }
    }
    Ok(found)
}

/// Tells how many of the authorities sign together: as many as were asked for, or more than half.
fn threshold(asked: Option<u64>, authorities: usize) -> Result<u64, Failure> {
    let count = u64::try_from(authorities).unwrap_or(u64::MAX);
    let threshold = asked.unwrap_or_else(|| (count / 2).saturating_add(1));
    if (1..=count).contains(&threshold) {
        return Ok(threshold);
    }
    let message = format!("{threshold} of {count} authorities cannot sign together");
    let hint = format!("`--threshold` is 1 to the number of authorities, here {count}");
    Err(Failure::Usage { message, hint: Some(hint) })
}

/// Returns the word of the organisation whose record it is.
pub(crate) fn own_word(record: &Record) -> Result<String, Failure> {
    let own = record.law.own.map(|own| record.law.body_names.word(own).to_owned());
    own.ok_or_else(|| Failure::Usage {
        message: "the record has no organisation of its own".to_owned(),
        hint: Some("its charter declares one with `organisation`".to_owned()),
    })
}

/// Makes the keys of the authority and of the depositary of a log.
pub(crate) fn keys_of_office(keys: &Path, origin: &str, world: &World) -> Result<KeyFile, Failure> {
    let authority = format!("{origin}/authority");
    KeyFile::make(keys, &[("authority", authority.as_str()), ("depositary", origin)], world)
}
