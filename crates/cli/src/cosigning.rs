//! `servanda log cosign` and `servanda log rebuild`: what a log asks of its witnesses.

use crate::answer::Answer;
use crate::arguments::At;
use crate::asking::Server;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::keys::verifier;
use crate::logs::{open_to_write, placed};
use crate::output;
use crate::world::World;
use serde_json::{Value, json};
use servanda_depositary::{Depositary, rebuild as rebuild_log};
use servanda_note::{Note, SignatureLine};
use std::io::Write;
use std::path::Path;

/// How often a witness is asked: it tells the size it cosigned last, and may go on meanwhile.
const TRIES: usize = 4;

/// What became of asking a witness.
enum Asked {
    /// So many of its cosignatures are kept.
    Kept(usize),
    /// It did not cosign.
    Silent(String),
}

/// Asks witnesses to cosign the latest checkpoint, and keeps what they sign.
pub(crate) fn cosign(
    at: &At,
    witnesses: &[String],
    keys: &Path,
    world: &World,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let mut office = open_to_write(&at.log, keys, world)?;
    let (mut rows, mut exit) = (Vec::new(), Exit::Yes);
    for url in witnesses {
        let server = Server::at(url)?;
        rows.push(match ask(&mut office, &server)? {
            Asked::Kept(0) => {
                exit = Exit::No;
                let said = "it cosigned, with keys that the log did not enrol";
                json!({"witness": url, "answer": "unknown", "cosignatures": 0, "said": said})
            }
            Asked::Kept(count) => {
                json!({"witness": url, "answer": "cosigned", "cosignatures": count, "said": ""})
            }
            Asked::Silent(said) => {
                exit = Exit::No;
                json!({"witness": url, "answer": "silent", "cosignatures": 0, "said": said})
            }
        });
    }
    let (note, head) = (office.checkpoint()?, office.head());
    let seen = office.seen(&note)?;
    let list = Value::Array(rows);
    let json = json!({
        "size": head.size, "root": head.root.print(), "witnesses": list,
        "seen": {"members": seen.members, "conforming": seen.conforming, "known": seen.known},
    });
    let columns = [
        ("witness", "witness"),
        ("answer", "answer"),
        ("cosignatures", "cosignatures"),
        ("said", "said"),
    ];
    let mut answer = Answer::of_list(json, &list, &columns);
    answer.heading.push(format!("checkpoint of {} entries: {seen}", head.size));
    answer.exit = exit;
    output::print(&answer, at.format, world.width, out)?;
    Ok(exit)
}

fn ask(office: &mut Depositary, server: &Server) -> Result<Asked, Failure> {
    let mut old = 0;
    for _ in 0..TRIES {
        let Some(request) = office.add_checkpoint(old)? else {
            let size = office.size();
            let said = format!("it cosigned {old} entries, and the log has {size}");
            return Ok(Asked::Silent(said));
        };
        let (status, body) = match server.add_checkpoint(&request.print()) {
            Ok(answered) => answered,
            Err(cause) => return Ok(Asked::Silent(cause)),
        };
        match (status, body.trim_end().parse()) {
            (200, _) => return keep(office, request.note(), &body),
            (409, Ok(size)) => old = size,
            (_, _) => return Ok(Asked::Silent(format!("{status}: {}", body.trim_end()))),
        }
    }
    Ok(Asked::Silent("it went on each time it was asked".to_owned()))
}

fn keep(office: &mut Depositary, note: &Note, body: &str) -> Result<Asked, Failure> {
    match SignatureLine::parse_all(body) {
        Ok(lines) => Ok(Asked::Kept(office.keep_cosignatures(note, &lines)?)),
        Err(flaw) => Ok(Asked::Silent(flaw.to_string())),
    }
}

/// Rebuilds a log from whoever mirrors it.
pub(crate) fn rebuild(
    from: &str,
    at: &At,
    key: Option<&str>,
    keys: &Path,
    world: &World,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let (server, trusted) = (Server::at(from)?, key.map(verifier).transpose()?);
    let source = &mut |path: &str| server.shown(path);
    let rebuilt = rebuild_log(&placed(&at.log, world), trusted.as_ref(), source)?;
    world.meets_fork_of(rebuilt.rehearses.as_deref());
    let (head, mut exit) = (rebuilt.head, Exit::Yes);
    let mut heading = vec![format!(
        "{} rebuilt from {from}: {} entries; root {}",
        rebuilt.origin,
        head.size,
        head.root.print()
    )];
    let mut signs = Value::Null;
    if let Some(departure) = &rebuilt.departure {
        let (code, message) = (departure.refused.code, &departure.refused.message);
        heading.push(format!("entry {}: {code}: {message}", departure.entry));
        exit = Exit::No;
    } else if world.directory.join(keys).exists() {
        let opened = open_to_write(&at.log, keys, world);
        signs = Value::Bool(opened.is_ok());
        if let Err(failure) = opened {
            let Failure::Log(fault) = failure else { return Err(failure) };
            heading.push(format!("nothing is signed for it: {fault}"));
            heading.push(format!("hint: {}", fault.hint()));
            exit = Exit::No;
        }
    }
    let json = json!({
        "origin": rebuilt.origin, "size": head.size, "root": head.root.print(),
        "conforms": rebuilt.departure.is_none(), "signs": signs,
    });
    let (columns, rows, notes) = (Vec::new(), Vec::new(), Vec::new());
    let answer = Answer { json, heading, columns, rows, notes, exit };
    output::print(&answer, at.format, world.width, out)?;
    Ok(exit)
}
