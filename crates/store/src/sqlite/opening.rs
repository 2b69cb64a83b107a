//! Founding and opening a file, and the settings without which a log is not durable.

use super::told;
use crate::{Fault, Head, Identity};
use rusqlite::{Connection, OpenFlags, TransactionBehavior, params};
use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;
use std::time::Duration;

/// What marks a file of SQLite as a log: `Srvd`.
const APPLICATION: i64 = 0x5372_7664;
/// The layout of the tables.
const LAYOUT: i64 = 1;
const TABLES: &str = include_str!("layout.sql");
/// How long a writer waits for another.
const WAIT: Duration = Duration::from_secs(5);
/// What is set on every connection, and read back.
const SETTINGS: [(&str, &str, &str); 6] = [
    // What was acknowledged is on the disk, and a reader does not wait for a writer.
    ("journal_mode", "wal", "wal"),
    ("synchronous", "full", "2"),
    ("foreign_keys", "on", "1"),
    // What is erased is overwritten.
    ("secure_delete", "on", "1"),
    // A page that is not as it should be is told, and views of a strange file run nothing.
    ("cell_size_check", "on", "1"),
    ("trusted_schema", "off", "0"),
];

/// What stands in a file.
enum Found {
    Nothing,
    Log,
}

/// Opens a log that is there.
pub(super) fn open(place: &str, path: &Path) -> Result<Connection, Fault> {
    let absent = || Fault::Absent { place: place.to_owned() };
    match std::fs::metadata(path) {
        Ok(file) if file.is_file() && file.len() > 0 => {}
        Ok(file) if file.is_file() => return Err(absent()),
        Ok(_) => return Err(foreign(place, "it is no file")),
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Err(absent()),
        Err(cause) => {
            return Err(Fault::File { doing: "look at", place: place.to_owned(), cause });
        }
    }
    let connection = connect(place, path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    refuse_readonly(place, &connection)?;
    match look(place, &connection)? {
        Found::Nothing => return Err(absent()),
        Found::Log => {}
    }
    set(place, &connection)?;
    Ok(connection)
}

/// Founds a log where none is.
pub(super) fn found(place: &str, path: &Path, identity: &Identity) -> Result<(), Fault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
    let mut connection = connect(place, path, flags)?;
    refuse_readonly(place, &connection)?;
    refuse_log(place, &connection)?;
    set(place, &connection)?;
    let doing = |cause: rusqlite::Error| told::plain(place, "found a log at", &cause);
    let change =
        connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(doing)?;
    // Another may have founded one while this one waited.
    refuse_log(place, &change)?;
    let write = || {
        change.execute_batch(TABLES)?;
        change.pragma_update(None, "application_id", APPLICATION)?;
        change.pragma_update(None, "user_version", LAYOUT)?;
        let Identity { origin, format, language } = identity;
        let row = params![origin, format, language, identity.sum()];
        change.execute("insert into identity values (1, ?1, ?2, ?3, ?4)", row)?;
        let row = params![0, Head::EMPTY.root, Head::EMPTY.sum()];
        change.execute("insert into head values (1, ?1, ?2, ?3)", row)
    };
    write().map_err(doing)?;
    change.commit().map_err(|cause| told::committing(place, "found a log at", &cause))?;
    drop(connection);
    crate::disk::keep_names(path)
}

fn connect(place: &str, path: &Path, flags: OpenFlags) -> Result<Connection, Fault> {
    if flags.contains(OpenFlags::SQLITE_OPEN_CREATE) {
        make_private(path);
    }
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let doing = |cause: rusqlite::Error| told::plain(place, "open", &cause);
    let connection = Connection::open_with_flags(path, flags).map_err(doing)?;
    connection.busy_timeout(WAIT).map_err(doing)?;
    Ok(connection)
}

/// Makes the file, where there is none, for its owner alone: restricted documents lie in it, and the
/// files beside it take its mode.
fn make_private(path: &Path) {
    let mut options = OpenOptions::new();
    // Why one cannot be made is told when it is opened.
    drop(options.write(true).create_new(true).mode(0o600).open(path));
}

fn refuse_readonly(place: &str, connection: &Connection) -> Result<(), Fault> {
    let answer = connection.is_readonly(rusqlite::MAIN_DB);
    if answer.map_err(|cause| told::plain(place, "open", &cause))? {
        let cause = "the file or its directory cannot be written".to_owned();
        return Err(Fault::ReadOnly { place: place.to_owned(), cause });
    }
    Ok(())
}

fn foreign(place: &str, cause: impl Into<String>) -> Fault {
    Fault::Foreign { place: place.to_owned(), cause: cause.into() }
}

fn refuse_log(place: &str, connection: &Connection) -> Result<(), Fault> {
    match look(place, connection)? {
        Found::Nothing => Ok(()),
        Found::Log => {
            let origin = super::identity(place, connection)?.origin;
            Err(Fault::Founded { place: place.to_owned(), origin })
        }
    }
}

/// Tells what stands in a file: nothing, or a log that this program knows.
fn look(place: &str, connection: &Connection) -> Result<Found, Fault> {
    let number = |query: &str| connection.query_row(query, [], |row| row.get::<_, i64>(0));
    let read = || {
        let marks = (number("pragma application_id")?, number("pragma user_version")?);
        Ok((marks, number("select count(*) from sqlite_schema")?))
    };
    let ((application, layout), tables) = read().map_err(|cause: rusqlite::Error| {
        if cause.sqlite_error_code() == Some(rusqlite::ErrorCode::NotADatabase) {
            return foreign(place, cause.to_string());
        }
        told::plain(place, "open", &cause)
    })?;
    if (application, tables) == (0, 0) {
        return Ok(Found::Nothing);
    }
    if application != APPLICATION {
        return Err(foreign(place, format!("its mark is {application}, and not {APPLICATION}")));
    }
    if layout > LAYOUT {
        return Err(Fault::Newer { place: place.to_owned(), found: layout, known: LAYOUT });
    }
    Ok(Found::Log)
}

/// Sets what makes a log durable, and reads it back.
fn set(place: &str, connection: &Connection) -> Result<(), Fault> {
    let doing = |cause: rusqlite::Error| told::plain(place, "set up", &cause);
    for (setting, value, needed) in SETTINGS {
        connection.pragma_update(None, setting, value).map_err(doing)?;
        let read = |row: &rusqlite::Row<'_>| {
            let value = row.get_ref(0)?;
            Ok(value
                .as_i64()
                .map(|number| number.to_string())
                .or_else(|_number| value.as_str().map(str::to_owned))?)
        };
        let found = connection.pragma_query_value(None, setting, read).map_err(doing)?;
        if found != needed {
            let (setting, needed) = (setting.to_owned(), format!("`{needed}`"));
            return Err(Fault::Setting { place: place.to_owned(), setting, found, needed });
        }
    }
    Ok(())
}
