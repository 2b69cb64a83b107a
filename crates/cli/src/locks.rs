//! The checkpoint lock beside a file of keys: made when a log is founded, opened ever after, and
//! made anew only by somebody who asks what others saw.

use crate::arguments::At;
use crate::asking::Server;
use crate::exit::Exit;
use crate::failure::{Failure, Place};
use crate::key_file::KeyFile;
use crate::logs::{open as open_log, print};
use crate::world::World;
use serde_json::json;
use servanda_depositary::Unanswered;
use servanda_note::Note;
use servanda_store::{CheckpointLock, Head};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Returns the place of the lock of a file of keys. The file that `key rotate` writes has the lock
/// of the one before it, whose key it goes on from: there is one for both.
pub(crate) fn place(keys: &Path, world: &World) -> PathBuf {
    let mut first = keys.to_owned();
    while first.extension().is_some_and(|end| end == "next") {
        first.set_extension("");
    }
    let mut path = world.directory.join(first).into_os_string();
    path.push(".signed");
    PathBuf::from(path)
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// Opens the lock: where it is lost, it is not known what was signed.
pub(crate) fn open(keys: &Path, origin: &str, world: &World) -> Result<CheckpointLock, Failure> {
    let lock = CheckpointLock::open(&place(keys, world), origin);
    lock.map_err(|fault| Failure::Log(fault.into()))
}

/// Makes the lock of a log for which nothing was signed yet; one that is there is opened.
pub(crate) fn begin(keys: &Path, origin: &str, world: &World) -> Result<CheckpointLock, Failure> {
    let path = place(keys, world);
    if path.exists() {
        return open(keys, origin, world);
    }
    CheckpointLock::create(&path, origin).map_err(|fault| Failure::Log(fault.into()))
}

/// Looks that no lock remembers a log that was signed for under an origin before it is founded.
pub(crate) fn is_free(keys: &Path, origin: &str, world: &World) -> Result<(), Failure> {
    let path = place(keys, world);
    if !path.exists() {
        return Ok(());
    }
    let Head { size, .. } = open(keys, origin, world)?.signed();
    if size == 0 {
        return Ok(());
    }
    Err(Failure::Key {
        at: Place::file(Path::new(&name(&path))),
        message: format!("it remembers {size} entries of `{origin}`, which are not there"),
        hint: "bring the log back from a backup or a witness; a log is founded once under its \
               name: a new one has another, with keys in another file"
            .to_owned(),
    })
}

/// Makes the lock of a log anew, where it was lost or damaged, from what the log has kept and what
/// witnesses cosigned last, and signs for the log as it is.
pub(crate) fn anew(
    at: &At,
    keys: &Path,
    witnesses: &[String],
    world: &World,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let mut office = open_log(&at.log, world)?;
    let pair = KeyFile::read(keys, world)?.of("depositary")?.swap_remove(0);
    let (origin, path) = (office.ledger().origin().to_owned(), place(keys, world));
    is_needed(&path, &origin)?;
    let kept = office.kept_checkpoint()?;
    let mut signed =
        kept.map_or(Ok(Head::EMPTY), |(_, note)| office.signed_by_its_office(&note))?;
    for url in witnesses {
        let failed = |cause: String| Failure::Server {
            doing: format!("ask {url} what it cosigned"),
            cause: std::io::Error::other(cause),
        };
        match Server::at(url)?.shown("checkpoint") {
            Ok(bytes) => {
                let note = Note::parse(&bytes).map_err(|flaw| failed(flaw.to_string()))?;
                let seen = office.signed_by_its_office(&note)?;
                signed = if seen.size > signed.size { seen } else { signed };
            }
            Err(Unanswered::Absent) => {}
            Err(Unanswered::Failed(cause)) => return Err(failed(cause)),
        }
    }
    let lock = CheckpointLock::create_at(&path, &origin, signed);
    office.sign_with_pair(pair, Some(lock.map_err(|fault| Failure::Log(fault.into()))?))?;
    office.checkpoint()?;
    let (head, file) = (office.head(), name(&path));
    let heading = vec![
        format!("{file} is made anew; witnesses asked: {}", witnesses.len()),
        format!("it remembers {} entries; root {}", head.size, head.root.print()),
    ];
    let json = json!({
        "lock": file, "witnesses": witnesses.len(), "size": head.size, "root": head.root.print(),
    });
    print(json, heading, Exit::Yes, at, world, out)
}

/// Looks that there is no lock: one that serves stays, and one that does not is evidence.
fn is_needed(path: &Path, origin: &str) -> Result<(), Failure> {
    if !path.exists() {
        return Ok(());
    }
    match CheckpointLock::open(path, origin) {
        Ok(lock) => {
            let size = lock.signed().size;
            let message = format!("`{}` serves: it remembers {size} entries", name(path));
            let hint = "nothing is to be made anew".to_owned();
            Err(Failure::Usage { message, hint: Some(hint) })
        }
        Err(fault) => Err(Failure::Key {
            at: Place::file(Path::new(&name(path))),
            message: fault.to_string(),
            hint: "move it away and keep it, then ask again".to_owned(),
        }),
    }
}
