//! `servanda log`: a log is founded, grows, is verified, proves and is written out again.

use crate::answer::Answer;
use crate::arguments::{At, Format, Log};
use crate::backup;
use crate::cosigning::{cosign, rebuild};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::founding::{self, Wanted};
use crate::key_file::KeyFile;
use crate::split_view::split_view;
use crate::world::World;
use crate::{locks, output, verifying};
use serde_json::{Value, json};
use servanda_depositary::{Depositary, Kept, Leaps, Opened};
use servanda_seal::{Contested, Digest};
use std::io::Write;
use std::path::{Path, PathBuf};

/// Runs one of the commands about logs.
pub(crate) fn log(log: &Log, world: &World, out: &mut dyn Write) -> Result<Exit, Failure> {
    match log {
        Log::Create { at, record, origin, keys, authority, threshold } => {
            let wanted = Wanted {
                log: &at.log,
                origin: origin.as_deref(),
                keys,
                authority,
                threshold: *threshold,
            };
            founding::create(at, record.as_deref(), &wanted, world, out)
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
    let mut office = open(&at.log, world)?;
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
    let mut json = json!({"files": files.len(), "acts": acts});
    let mut heading =
        vec![format!("{} files, {acts} acts in {}", files.len(), directory.display())];
    left_out(&mut office, &mut json, &mut heading)?;
    print(json, heading, Exit::Yes, at, world, out)
}

/// Says what of a log its text does not hold: documents, keys, and that acts are contested.
fn left_out(
    office: &mut Depositary,
    json: &mut Value,
    heading: &mut Vec<String>,
) -> Result<(), Failure> {
    let documents = office.ledger().documents().len();
    let keys = office.ledger().ring().keys().count();
    let revocations: Vec<Contested> = office.ledger().ring().contested().collect();
    let contested = &office.contested()?.positions;
    let counted = [
        (documents, "", "documents", "`servanda document show --out` writes one"),
        (keys, "", "keys", "`servanda key list` shows them"),
        (contested.len(), "that ", "acts are contested", "`servanda timeline` says which"),
    ];
    let counted = || counted.iter().filter(|(count, ..)| *count > 0);
    heading.extend(
        counted()
            .map(|(count, that, what, told)| format!("left out: {that}{count} {what}: {told}")),
    );
    heading.extend(revocations.iter().map(verifying::contested_text));
    let acts = contested.iter().map(|(position, found)| {
        let mut act = verifying::contested_json(found);
        if let Some(fields) = act.as_object_mut() {
            fields.insert("act".to_owned(), json!(position));
        }
        act
    });
    let left_out: Vec<String> =
        counted().map(|(_, that, what, told)| format!("{that}{what}: {told}")).collect();
    if let Some(fields) = json.as_object_mut() {
        fields.insert("documents".to_owned(), json!(documents));
        fields.insert("keys".to_owned(), json!(keys));
        fields.insert("left_out".to_owned(), json!(left_out.join("; ")));
        fields.insert("contested".to_owned(), acts.collect());
    }
    Ok(())
}
