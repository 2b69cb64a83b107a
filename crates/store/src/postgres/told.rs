//! What PostgreSQL says, as faults of a store.

use super::asking::Asked;
use crate::decode::damaged;
use crate::{Fault, Row};
use tokio_postgres::Error;
use tokio_postgres::error::SqlState;

/// What the server or the connection says of an error.
pub(super) fn text(error: &Error) -> String {
    if let Some(told) = error.as_db_error() {
        return format!("{} ({})", told.message(), told.code().code());
    }
    let source = std::error::Error::source(error).map(|source| format!(": {source}"));
    format!("{error}{}", source.unwrap_or_default())
}

/// Tells whether the connection is gone, so that no answer to what was asked will come.
pub(super) fn is_lost(error: &Error) -> bool {
    let Some(code) = error.code() else { return true };
    // Class 57P: the server goes down or ends the session, which it may do after a commit.
    code.code().starts_with("57P") || code.code().starts_with("08") || code.code() == "40003"
}

/// Says that nothing was asked.
pub(super) fn unreachable(place: &str, cause: String) -> Fault {
    Fault::Unreachable { place: place.to_owned(), cause }
}

/// Says that the outcome of a change is not known.
pub(super) fn uncertain(place: &str, cause: String) -> Fault {
    Fault::Uncertain { place: place.to_owned(), cause }
}

/// Says what it means that no answer will come.
pub(super) fn lost(place: &str, asked: Asked, cause: String) -> Fault {
    match asked {
        Asked::Read(_) | Asked::Long(_) => unreachable(place, cause),
        Asked::Write(_) => uncertain(place, cause),
    }
}

/// Says what the server answered instead. It undid the statement.
pub(super) fn fault(place: &str, asked: Asked, error: &Error) -> Fault {
    let (place, cause) = (place.to_owned(), text(error));
    let is = |known: &[SqlState]| error.code().is_some_and(|code| known.contains(code));
    if is(&[SqlState::DISK_FULL, SqlState::OUT_OF_MEMORY]) {
        return Fault::Full { place, cause };
    }
    if is(&[SqlState::READ_ONLY_SQL_TRANSACTION]) {
        return Fault::ReadOnly { place, cause };
    }
    let busy = [
        SqlState::LOCK_NOT_AVAILABLE,
        SqlState::QUERY_CANCELED,
        SqlState::T_R_DEADLOCK_DETECTED,
        SqlState::T_R_SERIALIZATION_FAILURE,
    ];
    if is(&busy) {
        return Fault::Busy { place, cause };
    }
    let is_damaged = is(&[SqlState::DATA_CORRUPTED, SqlState::INDEX_CORRUPTED]);
    match asked {
        Asked::Read(row) if is_damaged => damaged(&place, row, cause),
        Asked::Write(_) | Asked::Long(_) if is_damaged => damaged(&place, Row::Whole, cause),
        Asked::Write(doing) | Asked::Long(doing) => Fault::Database { doing, place, cause },
        Asked::Read(_) => Fault::Database { doing: "read", place, cause },
    }
}
