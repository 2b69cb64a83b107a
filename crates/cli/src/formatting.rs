//! `servanda format`: charter and journal files set out in the one way.

use crate::arguments::{Format, Format_};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::records;
use crate::world::World;
use serde_json::json;
use servanda_journal::{Fault, RecordFile};
use servanda_text::{Diagnostic, Reader, decode, format as set_out};
use std::io::Write;
use std::path::PathBuf;

/// Sets out the files, or says which are not.
pub(crate) fn format(asked: &Format_, world: &World, out: &mut dyn Write) -> Result<Exit, Failure> {
    let mut files = Vec::new();
    for path in &asked.paths {
        records::gather(&world.directory.join(path), path, &mut files)?;
    }
    let mut faults = Vec::new();
    let mut changed = Vec::new();
    for file in &files {
        match formatted(&file.bytes) {
            Ok(text) if text.as_bytes() == file.bytes.as_slice() => {}
            Ok(text) => changed.push((&file.path, text)),
            Err(found) => faults.extend(found.into_iter().map(|found| placed(file, found))),
        }
    }
    // Nothing is written while any file has a fault, so that nothing is half done.
    if !faults.is_empty() {
        return Err(Failure::Unreadable(faults));
    }
    for (path, text) in &changed {
        if !asked.check {
            let target = world.directory.join(path.as_str());
            std::fs::write(&target, text).map_err(|cause| Failure::Disk {
                doing: "write",
                path: PathBuf::from(path.as_str()),
                cause,
            })?;
        }
    }
    let (verb, key) =
        if asked.check { ("would change", "would_change") } else { ("changed", "changed") };
    match asked.format {
        Format::Json => {
            let paths: Vec<&String> = changed.iter().map(|(path, _)| *path).collect();
            writeln!(out, "{:#}", json!({"files": files.len(), key: paths}))?;
        }
        Format::Text | Format::Csv => {
            for (path, _) in &changed {
                writeln!(out, "{verb} {path}")?;
            }
        }
    }
    Ok(if asked.check && !changed.is_empty() { Exit::No } else { Exit::Yes })
}

fn formatted(bytes: &[u8]) -> Result<String, Vec<Diagnostic>> {
    let text = decode(bytes).map_err(|fault| vec![*fault])?;
    let (tree, faults) = Reader::new(text).whole();
    if faults.is_empty() { Ok(set_out(&tree)) } else { Err(faults) }
}

fn placed(file: &RecordFile, diagnostic: Diagnostic) -> Fault {
    Fault::new(&file.path, &String::from_utf8_lossy(&file.bytes), diagnostic)
}
