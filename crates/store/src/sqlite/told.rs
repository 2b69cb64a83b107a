//! What SQLite says, as faults of a store.

use crate::decode::damaged;
use crate::{Fault, Row};
use rusqlite::{Error, ErrorCode};

/// Tells what kept a row from being read.
pub(super) fn reading(place: &str, row: Row, error: &Error) -> Fault {
    match error.sqlite_error_code() {
        // Without a code of SQLite's, a value was not of the kind that the column holds.
        None | Some(ErrorCode::DatabaseCorrupt) => damaged(place, row, error.to_string()),
        Some(_) => plain(place, "read", error),
    }
}

/// Tells what kept a change from being made, before it was to be durable.
pub(super) fn plain(place: &str, doing: &'static str, error: &Error) -> Fault {
    let (place, cause) = (place.to_owned(), error.to_string());
    let code = error.sqlite_error_code();
    let is = |known: &[ErrorCode]| code.is_some_and(|code| known.contains(&code));
    // The file that readers share is made when a log is opened, and grows with it: where it cannot,
    // there is no room.
    let extended = error.sqlite_error().map(|told| told.extended_code);
    let is_crowded = extended == Some(rusqlite::ffi::SQLITE_IOERR_SHMSIZE);
    if is_crowded || is(&[ErrorCode::DiskFull]) {
        Fault::Full { place, cause }
    } else if is(&[ErrorCode::ReadOnly, ErrorCode::PermissionDenied]) {
        Fault::ReadOnly { place, cause }
    } else if is(&[ErrorCode::DatabaseBusy, ErrorCode::DatabaseLocked]) {
        Fault::Busy { place, cause }
    } else if is(&[ErrorCode::DatabaseCorrupt, ErrorCode::NotADatabase]) {
        Fault::Damaged { place, row: Row::Whole, cause }
    } else {
        Fault::Database { doing, place, cause }
    }
}

/// Tells what kept a change from being acknowledged. When the disk fails while the write-ahead
/// file is being made durable, the change may be found there at the next opening.
pub(super) fn committing(place: &str, doing: &'static str, error: &Error) -> Fault {
    if error.sqlite_error_code() == Some(ErrorCode::SystemIoFailure) {
        return Fault::Uncertain { place: place.to_owned(), cause: error.to_string() };
    }
    plain(place, doing, error)
}
