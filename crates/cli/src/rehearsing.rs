//! `servanda rehearse` and `servanda serve --rehearse`: a log is forked into one of its own, in
//! which acts are invented.

use crate::answer::Answer;
use crate::arguments::{Rehearse, Whence};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::founding::{self, Wanted};
use crate::importing::text_of;
use crate::key_file::KeyFile;
use crate::world::World;
use crate::{logs, output, records};
use serde_json::json;
use servanda_depositary::{Depositary, Founding, forked, rehearsal_origin};
use servanda_journal::{RecordFile, opening, read};
use std::io::Write;
use std::path::{Path, PathBuf};

/// What is forked: the record's files, the organisation's word, and the origin of the log.
struct Original {
    files: Vec<RecordFile>,
    organisation: String,
    origin: String,
}

/// The log that a fork becomes.
struct Fork<'a> {
    to: &'a str,
    origin: String,
    keys: &'a Path,
    /// The acts with which it opens.
    acts: Vec<String>,
}

/// Forks a log, or a record, into a rehearsal.
pub(crate) fn rehearse(
    asked: &Rehearse,
    world: &World,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let original = original(&asked.whence, world)?;
    let acts = match &asked.opening {
        _ if asked.still => Vec::new(),
        Some(path) => acts(path, &text_of(path, world)?, world)?,
        None => own_opening(&original, asked.whence.record.as_deref(), world)?,
    };
    let name = asked.origin.as_deref().unwrap_or(&original.origin);
    let fork = Fork { to: &asked.to, origin: rehearsal_origin(name), keys: &asked.keys, acts };
    let of = original.origin.clone();
    let count = fork.acts.len();
    let mut office = begin(&original, fork, world)?;
    office.checkpoint()?;
    let (head, origin) = (office.head(), office.ledger().origin());
    let acts = office.ledger().record().map_or(0, |record| record.history.acts.len());
    let json = json!({
        "origin": origin, "rehearses": of, "size": head.size, "root": head.root.print(),
        "acts": acts, "opened_with": count, "keys": asked.keys.display().to_string(),
    });
    let heading = vec![
        format!("forked {of} into {origin} at {}", logs::address(&asked.to)),
        format!("opened with acts: {count}"),
        format!("keys in {}", asked.keys.display()),
    ];
    let (columns, rows, notes) = (Vec::new(), Vec::new(), Vec::new());
    let answer = Answer { json, heading, columns, rows, notes, exit: Exit::Yes };
    output::print(&answer, asked.format, world.width, out)?;
    Ok(Exit::Yes)
}

/// Opens the rehearsal beside what would be served, forked at the first start; its office holds
/// the authority's keys, so that whoever plays is enrolled.
pub(crate) fn beside(
    served: &Whence,
    own_log: &str,
    world: &World,
    err: &mut dyn Write,
) -> Result<(Depositary, PathBuf), Failure> {
    let mut whence = served.clone();
    if whence.log.is_none() && whence.record.is_none() && world.directory.join(own_log).exists() {
        whence.log = Some(format!("sqlite:{own_log}"));
    }
    let file = file_beside(&whence, own_log);
    let keys = file.with_extension("key");
    let to = format!("sqlite:{}", file.display());
    let original = original(&whence, world)?;
    let (of, place) = (original.origin.clone(), file.display());
    let mut office = if world.directory.join(&file).exists() {
        let office = logs::open_to_write(&to, &keys, world)?;
        if office.rehearses() != Some(of.as_str()) {
            let message = format!("{place} is no rehearsal of {of}");
            let hint = "move it away, and a rehearsal is forked anew".to_owned();
            return Err(Failure::Usage { message, hint: Some(hint) });
        }
        writeln!(err, "going on with the rehearsal in {place}; without it, one is forked anew")?;
        office
    } else {
        let acts = own_opening(&original, whence.record.as_deref(), world)?;
        let fork = Fork { to: &to, origin: rehearsal_origin(&of), keys: &keys, acts };
        let office = begin(&original, fork, world)?;
        writeln!(err, "forked {of} into {place}, with keys in {}", keys.display())?;
        office
    };
    hold(&mut office, &keys, world)?;
    Ok((office, keys))
}

/// Gives the office of a rehearsal the keys of its authority.
pub(crate) fn hold(office: &mut Depositary, keys: &Path, world: &World) -> Result<(), Failure> {
    let authority = KeyFile::read(keys, world)?.of("authority")?;
    Ok(office.hold_authority(authority.into_iter().map(|pair| pair.key).collect())?)
}

/// Returns the file beside a log in which it is rehearsed.
fn file_beside(whence: &Whence, own_log: &str) -> PathBuf {
    let file = whence.log.as_deref().and_then(|log| log.strip_prefix("sqlite:"));
    let file = Path::new(file.unwrap_or(own_log));
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    file.with_file_name(format!("{}-rehearsal.db", stem.unwrap_or_default()))
}

/// Reads what is forked.
fn original(whence: &Whence, world: &World) -> Result<Original, Failure> {
    let (files, named) = match &whence.log {
        Some(log) => {
            let office = logs::open(log, world)?;
            let file = |(path, text): (&str, &str)| RecordFile {
                path: path.to_owned(),
                bytes: text.as_bytes().to_vec(),
            };
            let files: Vec<RecordFile> = office.ledger().files().into_iter().map(file).collect();
            (files, Some(office.ledger().origin().to_owned()))
        }
        None => (records::files(whence.record.as_deref(), world)?, None),
    };
    let record = read(files.clone()).map_err(Failure::Unreadable)?;
    world.meets(&record);
    if let Some(of) = &record.history.rehearses {
        let message = format!("this is a rehearsal of {of} already");
        let hint = format!("go on in it, or fork {of} again: each rehearsal is a log of its own");
        return Err(Failure::Usage { message, hint: Some(hint) });
    }
    let organisation = founding::own_word(&record)?;
    let origin = named.unwrap_or_else(|| format!("localhost/{organisation}"));
    Ok(Original { files, organisation, origin })
}

/// Reads the opening that stands beside the record, where one does.
fn own_opening(
    original: &Original,
    directory: Option<&Path>,
    world: &World,
) -> Result<Vec<String>, Failure> {
    match records::beside("rehearsal", directory, &original.organisation, world)? {
        Some(text) => acts(Path::new("rehearsal"), &text, world),
        None => Ok(Vec::new()),
    }
}

fn acts(path: &Path, text: &str, world: &World) -> Result<Vec<String>, Failure> {
    let found = opening(&path.display().to_string(), text, world.now()?.day());
    found.map_err(Failure::Unreadable)
}

/// Founds a rehearsal, and opens it with its acts. They are tried first, so that nothing is
/// written where one of them would not be taken.
fn begin(original: &Original, fork: Fork<'_>, world: &World) -> Result<Depositary, Failure> {
    let Fork { to, origin, keys, acts } = fork;
    if world.directory.join(keys).exists() {
        let message = format!("`{}` is there already", keys.display());
        let hint = "a rehearsal has keys of its own: name a file that is not there".to_owned();
        return Err(Failure::Usage { message, hint: Some(hint) });
    }
    let files = forked(original.files.clone(), &original.organisation, &original.origin);
    if !acts.is_empty() {
        tried(&origin, original, &files, (&acts, keys), world)?;
    }
    let mut office = founding::found(&Wanted::plain(to, Some(&origin), keys), &files, world)
        .inspect_err(|_failure| {
            // These keys were made for a log that is not there.
            drop(std::fs::remove_file(world.directory.join(keys)));
        })?;
    opened(&mut office, &acts, world)?;
    Ok(office)
}

/// Opens a rehearsal in memory, and forgets it.
fn tried(
    origin: &str,
    original: &Original,
    files: &[RecordFile],
    (acts, keys): (&[String], &Path),
    world: &World,
) -> Result<(), Failure> {
    let made = || founding::keys_of_office(keys, origin, world);
    let authority = made()?.of("authority")?;
    let depositary = made()?.of("depositary")?.swap_remove(0);
    let founding = Founding {
        origin,
        organisation: &original.organisation,
        authority: &authority,
        threshold: 1,
        depositary: &depositary,
        rehearses: Some(&original.origin),
    };
    let mut office = Depositary::create("memory:", &founding, files)?;
    office.sign_with(depositary.key, None)?;
    opened(&mut office, acts, world)
}

fn opened(office: &mut Depositary, acts: &[String], world: &World) -> Result<(), Failure> {
    match office.open_in_motion(acts, world.now()?)? {
        Ok(_count) => Ok(()),
        Err((text, refused)) => {
            let line = text.lines().next().unwrap_or("");
            let message = format!("`{line}` is not taken: {}: {}", refused.code, refused.message);
            let hint = format!("{}; `--still` opens without an act", refused.hint);
            Err(Failure::Usage { message, hint: Some(hint) })
        }
    }
}
