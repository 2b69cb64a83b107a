//! A copy of a log in a file, made while others read and write it.

use crate::address::Address;
use crate::disk::keep_names;
use crate::{Fault, Head, Sqlite, Store as _};
use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

/// Copies the log at an address to a file that is not there yet, and returns where the copy stands:
/// it is the log as it was at one moment, with every row read again, and is readable by its owner
/// alone.
///
/// # Errors
///
/// Says that the log is in no file, that something is at the place already, which row is damaged, or
/// what keeps the copy from being written.
pub fn backup(address: &str, to: &Path) -> Result<Head, Fault> {
    let Address::Sqlite(path) = Address::parse(address)? else {
        let cause = "a copy is made of a log in a file; a database has `pg_dump`".to_owned();
        return Err(Fault::Address { address: crate::address::without_password(address), cause });
    };
    let place = to.display().to_string();
    let fault = |doing, cause| Fault::File { doing, place: place.clone(), cause };
    if to.exists() {
        return Err(fault("write", ErrorKind::AlreadyExists.into()));
    }
    let mut fresh = to.as_os_str().to_owned();
    fresh.push(".new");
    let fresh = PathBuf::from(fresh);
    // SQLite writes into a file that is empty; a part of an earlier try is begun anew.
    let mut options = OpenOptions::new();
    let made = options.write(true).create(true).truncate(true).mode(0o600).open(&fresh);
    made.map_err(|cause| fault("make", cause))?;
    Sqlite::open(path)?.copy_into(&fresh)?;
    let head = sound(&fresh).map_err(|fault| {
        // Nobody is to take it for a copy.
        drop(std::fs::remove_file(&fresh));
        of_log(fault, address)
    })?;
    let synced = File::open(&fresh).and_then(|file| file.sync_all());
    synced.map_err(|cause| fault("make durable", cause))?;
    std::fs::rename(&fresh, to).map_err(|cause| fault("name", cause))?;
    keep_names(to)?;
    Ok(head)
}

/// Reads every row of a copy.
fn sound(copy: &Path) -> Result<Head, Fault> {
    let mut copy = Sqlite::open(copy)?;
    copy.examine()?;
    copy.head()
}

/// Tells of damage where it is: what was copied is damaged, and not the copy alone.
fn of_log(fault: Fault, address: &str) -> Fault {
    if let Fault::Damaged { row, cause, .. } = fault {
        return Fault::Damaged { place: crate::address::without_password(address), row, cause };
    }
    fault
}
