//! `servanda log`: a log is founded, grows, is verified, proves and is written out again.

use crate::answer::Answer;
use crate::arguments::{At, Format, Log};
use crate::backup;
use crate::cosigning::{cosign, rebuild};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::key_file::KeyFile;
use crate::split_view::split_view;
use crate::world::World;
use crate::{locks, output, records, verifying};
use serde_json::{Value, json};
use servanda_depositary::{
    Depositary, Founding, Kept, Leaps, Opened, REHEARSAL_SUFFIX, rehearsal_origin,
};
use servanda_journal::{Record, RecordFile, read};
use servanda_seal::Digest;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Runs one of the commands about logs.
pub(crate) fn log(log: &Log, world: &World, out: &mut dyn Write) -> Result<Exit, Failure> {
    match log {
        Log::Create { at, record, origin, keys } => {
            create(at, record.as_deref(), origin.as_deref(), keys, world, out)
        }
        Log::Append { acts, at, keys, clock_is_right } => {
            let leaps = if *clock_is_right { Leaps::Taken } else { Leaps::Refused };
            append(acts, at, (keys, leaps), world, out)
        }
        Log::Verify { at } => verifying::verify(at, world, out),
        Log::Receipt { entry, at, keys, out: path } => {
            receipt(entry, at, keys, path.as_deref(), world, out)
        }
        Log::Show { entry, at } => show(entry, at, world, out),
        Log::Export { directory, at } => export(directory, at, world, out),
        Log::Backup { to, at } => backup::backup(to, at, world, out),
        Log::Rebuild { from, at, key, keys } => rebuild(from, at, key.as_deref(), keys, world, out),
        Log::Lock { at, witness, keys, .. } => locks::anew(at, keys, witness, world, out),
        Log::SplitView { paper, key, format } => split_view(paper, key, *format, world, out),
        Log::Cosign { at, witness, keys } => cosign(at, witness, keys, world, out),
    }
}

/// Opens a log to read it.
pub(crate) fn open(log: &str, world: &World) -> Result<Depositary, Failure> {
    let office = Depositary::open(&placed(log, world))?;
    world.meets_fork_of(office.rehearses());
    if let Opened::Despite(why) = office.opened() {
        world.meets_amiss(&format!(
            "{}: every entry was read, because {why}; `servanda verify` says more",
            address(log)
        ));
    }
    Ok(office)
}

/// Opens a log to write to it.
pub(crate) fn open_to_write(log: &str, keys: &Path, world: &World) -> Result<Depositary, Failure> {
    let mut office = open(log, world)?;
    let pair = KeyFile::read(keys, world)?.of("depositary")?.swap_remove(0);
    let lock = locks::open(keys, office.ledger().origin(), world)?;
    office.sign_with_pair(pair, Some(lock))?;
    Ok(office)
}

/// Returns the address of a log, a relative path of SQLite read from the working directory.
pub(crate) fn placed(log: &str, world: &World) -> String {
    match log.strip_prefix("sqlite:") {
        Some(path) => format!("sqlite:{}", world.directory.join(path).display()),
        None => log.to_owned(),
    }
}

/// Returns an address as it may be shown: without a password.
pub(crate) fn address(log: &str) -> String {
    let hidden = log.split_once("://").and_then(|(scheme, rest)| {
        let (user, place) = rest.split_once('@')?;
        let user = user.split_once(':').map_or(user, |(user, _)| user);
        Some(format!("{scheme}://{user}@{place}"))
    });
    hidden.unwrap_or_else(|| log.to_owned())
}

/// Founds a log; makes the keys where there is no file of them yet.
pub(crate) fn found(
    log: &str,
    files: &[RecordFile],
    origin: Option<&str>,
    keys: &Path,
    world: &World,
) -> Result<Depositary, Failure> {
    let record = read(files.to_vec()).map_err(Failure::Unreadable)?;
    world.meets(&record);
    let organisation = own_word(&record)?;
    let rehearses = record.history.rehearses.as_deref();
    let origin = origin.map_or_else(
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
    let are_new = !world.directory.join(keys).exists();
    if are_new && rehearses.is_some() {
        // A rehearsal that was thrown away bound nobody.
        drop(std::fs::remove_file(locks::place(keys, world)));
    }
    locks::is_free(keys, &origin, world)?;
    if are_new {
        keys_of_office(keys, &origin, world)?.write_new(world)?;
    }
    let of = (origin.as_str(), organisation.as_str(), rehearses);
    founded(log, of, files, keys, world).inspect_err(|_| {
        if are_new {
            // Keys of a log that was not founded are of no use, and in the way of the next try.
            drop(std::fs::remove_file(world.directory.join(keys)));
            drop(std::fs::remove_file(locks::place(keys, world)));
        }
    })
}

/// Founds a log with the keys of a file, and signs for it.
fn founded(
    log: &str,
    (origin, organisation, rehearses): (&str, &str, Option<&str>),
    files: &[RecordFile],
    keys: &Path,
    world: &World,
) -> Result<Depositary, Failure> {
    let authority = KeyFile::read(keys, world)?.of("authority")?;
    let depositary = KeyFile::read(keys, world)?.of("depositary")?.swap_remove(0);
    let founding = Founding {
        origin,
        organisation,
        authority: &authority,
        depositary: &depositary,
        rehearses,
    };
    let mut office = Depositary::create(&placed(log, world), &founding, files)?;
    let lock = locks::begin(keys, origin, world)?;
    office.sign_with_pair(depositary, Some(lock))?;
    office.checkpoint()?;
    office.keep_snapshot_at_the_end()?;
    Ok(office)
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

fn create(
    at: &At,
    record: Option<&Path>,
    origin: Option<&str>,
    keys: &Path,
    world: &World,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let files = records::files(record, world)?;
    let office = found(&at.log, &files, origin, keys, world)?;
    let head = office.head();
    let acts = office.ledger().record().map_or(0, |record| record.history.acts.len());
    let json = json!({
        "origin": office.ledger().origin(), "size": head.size, "root": head.root.print(),
        "acts": acts, "keys": keys.display().to_string(),
    });
    let heading = vec![
        format!("founded {} at {}", office.ledger().origin(), address(&at.log)),
        format!("{} entries, {acts} acts; root {}", head.size, head.root.print()),
        format!("keys in {}", keys.display()),
    ];
    print(json, heading, Exit::Yes, at, world, out)
}

fn append(
    paths: &[PathBuf],
    at: &At,
    (keys, leaps): (&Path, Leaps),
    world: &World,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let mut acts = Vec::new();
    for path in paths {
        let bytes = std::fs::read(world.directory.join(path));
        acts.push(bytes.map_err(|cause| Failure::Disk {
            doing: "read",
            path: path.clone(),
            cause,
        })?);
    }
    let mut office = open_to_write(&at.log, keys, world)?;
    office.leap(leaps);
    let answers = office.receive(&acts, world.now()?)?;
    office.checkpoint()?;
    office.keep_snapshot_when_due()?;
    let law = office.ledger().record().map(|record| &record.law);
    let mut rows = Vec::new();
    for (path, answer) in paths.iter().zip(&answers) {
        let act = path.display().to_string();
        rows.push(match answer {
            Ok(Kept { id, index, received, taken }) => {
                let findings: Vec<String> = taken
                    .findings
                    .iter()
                    .filter_map(|finding| law.map(|law| finding.message(law)))
                    .collect();
                json!({"act": act, "answer": "kept", "entry": index, "id": id.to_string(),
                    "received": received.to_string(), "position": taken.position,
                    "said": findings.join("; ")})
            }
            Err(refused) => {
                json!({"act": act, "answer": refused.code, "article": refused.article,
                    "said": refused.message, "hint": refused.hint})
            }
        });
    }
    let refused = answers.iter().filter(|answer| answer.is_err()).count();
    let list = Value::Array(rows);
    let json =
        json!({"kept": answers.len().saturating_sub(refused), "refused": refused, "acts": list});
    let columns = [
        ("act", "act"),
        ("answer", "answer"),
        ("entry", "entry"),
        ("article", "article"),
        ("said", "said"),
    ];
    let mut answer = Answer::of_list(json, &list, &columns);
    let of_form = |answer: &servanda_depositary::Answer| {
        answer.as_ref().is_err_and(|refused| refused.code == "L-FORM")
    };
    answer.exit = match refused {
        0 => Exit::Yes,
        _ if answers.iter().any(of_form) => Exit::Unreadable,
        _ => Exit::No,
    };
    output::print(&answer, at.format, world.width, out)?;
    Ok(answer.exit)
}

pub(crate) fn print(
    json: Value,
    heading: Vec<String>,
    exit: Exit,
    at: &At,
    world: &World,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let (columns, rows, notes) = (Vec::new(), Vec::new(), Vec::new());
    let answer = Answer { json, heading, columns, rows, notes, exit };
    output::print(&answer, at.format, world.width, out)?;
    Ok(exit)
}

fn index_of(entry: &str, office: &mut Depositary) -> Result<u64, Failure> {
    if let Ok(index) = entry.parse() {
        return Ok(index);
    }
    let Some(id) = Digest::parse(entry) else {
        let message = format!("`{entry}` is neither an entry nor the id of an act");
        let hint =
            Some("an entry is a number from 0, an id has 64 digits of hexadecimal".to_owned());
        return Err(Failure::Usage { message, hint });
    };
    office.find(id)?.ok_or_else(|| Failure::Usage {
        message: format!("the log has no act with the id {entry}"),
        hint: None,
    })
}

fn no_entry(index: u64, size: u64) -> Failure {
    let message = format!("the log has {size} entries, and none of the number {index}");
    Failure::Usage { message, hint: Some("entries are counted from 0".to_owned()) }
}

fn receipt(
    entry: &str,
    at: &At,
    keys: &Path,
    path: Option<&Path>,
    world: &World,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let mut office = open_to_write(&at.log, keys, world)?;
    let index = index_of(entry, &mut office)?;
    let size = office.size();
    let receipt = office.receipt(index)?.ok_or_else(|| no_entry(index, size))?;
    let (text, seen) = (receipt.print(), office.seen(receipt.note())?);
    if let Some(path) = path {
        let fault = |cause| Failure::Disk { doing: "write", path: path.to_owned(), cause };
        std::fs::write(world.directory.join(path), &text).map_err(fault)?;
    }
    let contested = office.contested()?.entries.get(&index).copied();
    let file = path.map(|path| path.display().to_string());
    match (at.format, &file) {
        (Format::Json, _) => {
            let note = file.is_none().then_some(&text);
            let contested = contested.as_ref().map(verifying::contested_json);
            let told = json!({"entry": index, "size": size, "seen": seen.to_string(),
                "file": file, "receipt": note, "contested": contested});
            writeln!(out, "{told:#}")?;
        }
        (Format::Text | Format::Csv, None) => write!(out, "{text}")?,
        (Format::Text | Format::Csv, Some(path)) => {
            writeln!(out, "{path} receipt of entry {index} in a log of {size}, {seen}")?;
            if let Some(contested) = &contested {
                writeln!(out, "{}", verifying::contested_text(contested))?;
            }
        }
    }
    Ok(Exit::Yes)
}

fn show(entry: &str, at: &At, world: &World, out: &mut dyn Write) -> Result<Exit, Failure> {
    let mut office = open(&at.log, world)?;
    let index = index_of(entry, &mut office)?;
    let size = office.size();
    let bytes = office.entry(index)?.ok_or_else(|| no_entry(index, size))?;
    match at.format {
        Format::Json => {
            let note = String::from_utf8_lossy(&bytes);
            writeln!(out, "{:#}", json!({"entry": index, "size": size, "note": note}))?;
        }
        Format::Text | Format::Csv => out.write_all(&bytes)?,
    }
    Ok(Exit::Yes)
}

fn export(directory: &Path, at: &At, world: &World, out: &mut dyn Write) -> Result<Exit, Failure> {
    let office = open(&at.log, world)?;
    let root = world.directory.join(directory);
    let fault = |cause| Failure::Disk { doing: "write", path: directory.to_owned(), cause };
    std::fs::create_dir(&root).map_err(fault)?;
    let files = office.ledger().files();
    for (path, text) in &files {
        let place = root.join(path);
        if let Some(parent) = place.parent() {
            std::fs::create_dir_all(parent).map_err(fault)?;
        }
        std::fs::write(place, text).map_err(fault)?;
    }
    let acts = office.ledger().record().map_or(0, |record| record.history.acts.len());
    let documents = office.ledger().documents().len();
    let left_out =
        (documents > 0).then_some("documents: `servanda document show --out` writes one");
    let json = json!({"files": files.len(), "acts": acts, "documents": documents,
        "left_out": left_out});
    let mut heading =
        vec![format!("{} files, {acts} acts in {}", files.len(), directory.display())];
    heading.extend(left_out.map(|left_out| format!("left out: {documents} {left_out}")));
    print(json, heading, Exit::Yes, at, world, out)
}
