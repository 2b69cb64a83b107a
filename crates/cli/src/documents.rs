//! `servanda document`: what stands beside a log is deposited, listed, read and erased.

use crate::answer::Answer;
use crate::arguments::{At, Deposit, Document, Office, Show};
use crate::exit::Exit;
use crate::failure::Failure;
use crate::logs::{open, open_to_write};
use crate::output;
use crate::questions::{day, find, known};
use crate::world::World;
use serde_json::{Value, json};
use servanda_depositary::{Deposit as Deposited, Depositary, Refused, Shelved};
use servanda_journal::Fault;
use servanda_publish::json::access;
use servanda_query::{Asking, Moment, Verdict};
use servanda_seal::Digest;
use servanda_text::{Diagnostic, Span};
use servanda_web::document_json;
use std::io::Write;
use std::path::{Path, PathBuf};

/// The fewest digits by which a document may be named.
const DIGITS_MIN: usize = 6;

/// Runs one of the commands about documents.
pub(crate) fn document(
    document: &Document,
    world: &World,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let format = document.format();
    let answer = match document {
        Document::Deposit(asked) => deposit(asked, world)?,
        Document::List { at } => list(at, world)?,
        Document::Show(asked) => show(asked, world)?,
        Document::Erase { commitment, reason, office } => erase(commitment, reason, office, world)?,
        Document::Sweep { at } => sweep(at, world)?,
    };
    output::print(&answer, format, world.width, out)?;
    Ok(answer.exit)
}

fn deposit(asked: &Deposit, world: &World) -> Result<Answer, Failure> {
    let body = read(&asked.file, world)?;
    let mut office = opened(&asked.office, world)?;
    let salt = match &asked.salt {
        Some(path) => salt_of(path, world)?,
        None => world.secret(&format!("salt of entry {}", office.size()))?,
    };
    let Deposit { title, media, readers, .. } = asked;
    let (title, media, readers) = (title.clone(), media.clone(), readers.clone());
    let deposit = Deposited { salt, body, media, title, readers };
    let kept = match office.deposit(&deposit, world.now()?)? {
        Ok(kept) => kept,
        Err(refused) => return Ok(not_taken(&refused)),
    };
    if !kept.was_known {
        office.checkpoint()?;
    }
    let answer = if kept.was_known { "put-back" } else { "deposited" };
    let json = json!({"answer": answer, "commitment": kept.commitment.to_string(),
        "entry": kept.entry, "bytes": deposit.body.len()});
    let said = if kept.was_known { "put back the body of" } else { "deposited" };
    Ok(told(json, vec![format!("{said} {} in entry {}", kept.commitment, kept.entry)]))
}

fn list(at: &At, world: &World) -> Result<Answer, Failure> {
    let mut office = open(&at.log, world)?;
    let mut known: Vec<(Digest, u64)> = office
        .ledger()
        .documents()
        .iter()
        .map(|(commitment, document)| (*commitment, document.entry))
        .collect();
    known.sort_by_key(|(_, entry)| *entry);
    let mut rows = Vec::new();
    for (commitment, _) in known {
        rows.extend(described(&mut office, commitment)?);
    }
    let list = Value::Array(rows);
    let columns = [
        ("entry", "entry"),
        ("commitment", "commitment"),
        ("title", "title"),
        ("media", "media"),
        ("bytes", "bytes"),
        ("for", "readers"),
        ("received", "received"),
        ("body", "body"),
    ];
    let mut answer = Answer::of_list(json!({"documents": list}), &list, &columns);
    if answer.rows.is_empty() {
        answer.notes.push("the log has no documents".to_owned());
    }
    Ok(answer)
}

/// Says what the log says of a document, and what became of its body.
fn described(office: &mut Depositary, commitment: Digest) -> Result<Option<Value>, Failure> {
    let body = match office.body(commitment) {
        Ok(Some(Shelved::Here { .. })) => "here",
        Ok(Some(Shelved::Erased(_))) => "erased",
        Ok(Some(Shelved::Absent) | None) => "absent",
        Err(fault) if is_damage(&fault) => "damaged",
        Err(fault) => return Err(fault.into()),
    };
    let document = office.ledger().documents().get(&commitment);
    Ok(document.map(|document| document_json(commitment, document, body)))
}

/// Tells whether a fault is of one body and not of the log.
fn is_damage(fault: &servanda_depositary::Fault) -> bool {
    use servanda_depositary::Fault;
    matches!(fault, Fault::Body { .. } | Fault::Store(servanda_store::Fault::Damaged { .. }))
}

fn show(asked: &Show, world: &World) -> Result<Answer, Failure> {
    let mut office = open(&asked.at.log, world)?;
    let commitment = named(&asked.commitment, &office)?;
    let Some(mut json) = described(&mut office, commitment)? else {
        return Err(no_document(&asked.commitment));
    };
    let mut answer = told(json!({}), lines(&json));
    let may_read =
        asked.party.as_deref().map(|party| rule(asked, party, commitment, &office, world));
    if let Some(ruled) = may_read.transpose()? {
        answer.notes = ruled.notes;
        answer.exit = ruled.exit;
        if let Value::Object(fields) = &mut json {
            fields.insert("access".to_owned(), ruled.json);
        }
    }
    answer.json = json;
    if let Some(path) = asked.out.as_ref().filter(|_| answer.exit == Exit::Yes) {
        match office.body(commitment)? {
            Some(Shelved::Here { salt, bytes }) => {
                answer.notes.push(written(salt, &bytes, path, world)?);
            }
            Some(Shelved::Erased(_) | Shelved::Absent) | None => {
                answer.notes.push("there is no body to write".to_owned());
                answer.exit = Exit::No;
            }
        }
    }
    Ok(answer)
}

/// Says of a document what stands in the log, a line each.
fn lines(json: &Value) -> Vec<String> {
    let rows = [
        ("title", "title"),
        ("media", "media"),
        ("bytes", "bytes"),
        ("for", "readers"),
        ("entry", "entry"),
        ("received", "received"),
        ("body", "body"),
    ];
    let mut lines = vec![servanda_publish::columns::cell(json.get("commitment"))];
    lines.extend(rows.iter().filter_map(|(heading, key)| {
        let cell = servanda_publish::columns::cell(json.get(*key));
        let cell = if *key == "readers" && cell.is_empty() { "everybody".to_owned() } else { cell };
        (!cell.is_empty()).then(|| format!("  {heading}: {cell}"))
    }));
    if let Some(erased) = json.get("erased").filter(|erased| !erased.is_null()) {
        let cell = |key| servanda_publish::columns::cell(erased.get(key));
        lines.push(format!("  erased: by entry {}: {}", cell("entry"), cell("reason")));
    }
    lines
}

/// Asks the rule whether a party may read a document on a day.
fn rule(
    asked: &Show,
    party: &str,
    commitment: Digest,
    office: &Depositary,
    world: &World,
) -> Result<Answer, Failure> {
    let (Some(record), Some(document)) =
        (office.ledger().record(), office.ledger().documents().get(&commitment))
    else {
        return Err(no_document(&asked.commitment));
    };
    let asking = Asking::new(&record.law, &record.history);
    let by = find(&record.law.party_names, party, "a party")?;
    let on = asked.on.as_deref();
    let on = on.map_or_else(|| Ok(world.day_under(asking.law)), |text| day(text, asking.law))?;
    let known = known(asked.known.as_deref(), asking.law)?;
    let moment = Moment { on, known, account: None };
    let found = document.access(&asking, Some(by), &moment);
    let verdict = found.verdict();
    let json = access(&asking, &found, Some(by), on);
    let mut answer = told(json, Vec::new());
    answer.notes.push(format!("may {party} read it on {on}: {}", verdict.word()));
    answer.notes.extend(found.reasons(&asking, on).iter().map(|reason| format!("  {reason}")));
    answer.exit = if verdict == Verdict::Yes { Exit::Yes } else { Exit::No };
    Ok(answer)
}

/// Writes the body of a document into a file, and its salt beside it.
fn written(salt: [u8; 32], bytes: &[u8], path: &Path, world: &World) -> Result<String, Failure> {
    write(path, bytes, world)?;
    let beside = beside(path);
    write(&beside, format!("{}\n", Digest(salt)).as_bytes(), world)?;
    Ok(format!("{} bytes in {}, salt in {}", bytes.len(), path.display(), beside.display()))
}

fn beside(path: &Path) -> PathBuf {
    let mut path = path.to_owned().into_os_string();
    path.push(".salt");
    path.into()
}

fn erase(commitment: &str, reason: &str, asked: &Office, world: &World) -> Result<Answer, Failure> {
    let mut office = opened(asked, world)?;
    let commitment = named(commitment, &office)?;
    let erased = match office.erase(commitment, reason, world.now()?)? {
        Ok(erased) => erased,
        Err(refused) => return Ok(not_taken(&refused)),
    };
    if !erased.was_known {
        office.checkpoint()?;
    }
    let json = json!({"answer": "erased", "commitment": commitment.to_string(),
        "entry": erased.entry, "was_known": erased.was_known});
    let again = if erased.was_known { ", as it did before" } else { "" };
    let said = format!("erased {commitment}: entry {} says so{again}", erased.entry);
    Ok(told(json, vec![said]))
}

fn sweep(at: &At, world: &World) -> Result<Answer, Failure> {
    let count = open(&at.log, world)?.sweep()?;
    let said = format!("destroyed bodies that stood for no document: {count}");
    Ok(told(json!({"destroyed": count}), vec![said]))
}

/// Opens a log to write to it, and makes true what a crash left undone.
fn opened(office: &Office, world: &World) -> Result<Depositary, Failure> {
    let mut opened = open_to_write(&office.at.log, &office.keys, world)?;
    opened.sweep()?;
    Ok(opened)
}

/// Finds the document that the first digits of a commitment name.
fn named(text: &str, office: &Depositary) -> Result<Digest, Failure> {
    let is_digits = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if text.len() < DIGITS_MIN || !is_digits {
        let message = format!("`{text}` names no document");
        let hint = "give the commitment, or its first six digits or more".to_owned();
        return Err(Failure::Usage { message, hint: Some(hint) });
    }
    let known = office.ledger().documents().keys();
    let found: Vec<Digest> =
        known.filter(|known| known.to_string().starts_with(text)).copied().collect();
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(no_document(text)),
        [_, ..] => {
            let message = format!("`{text}` names {} documents", found.len());
            Err(Failure::Usage { message, hint: Some("give more digits".to_owned()) })
        }
    }
}

fn no_document(text: &str) -> Failure {
    let message = format!("no document in the log has the commitment `{text}`");
    Failure::Usage { message, hint: Some("`servanda document list` lists them".to_owned()) }
}

fn not_taken(refused: &Refused) -> Answer {
    let json = json!({"answer": refused.code, "code": refused.code, "article": refused.article,
        "message": refused.message, "hint": refused.hint});
    let said = format!("{}: {}", refused.code, refused.message);
    Answer { exit: Exit::No, ..told(json, vec![said, format!("hint: {}", refused.hint)]) }
}

fn told(json: Value, heading: Vec<String>) -> Answer {
    let (columns, rows, notes) = (Vec::new(), Vec::new(), Vec::new());
    Answer { json, heading, columns, rows, notes, exit: Exit::Yes }
}

fn salt_of(path: &Path, world: &World) -> Result<[u8; 32], Failure> {
    let text = String::from_utf8_lossy(&read(path, world)?).into_owned();
    let salt = Digest::parse(text.trim_end()).ok_or_else(|| {
        let diagnostic = Diagnostic::new("U-SALT", Span::default(), "this is no salt")
            .hint("64 digits of hexadecimal, as `document show --out` writes them");
        Failure::Unreadable(vec![Fault::new(&path.display().to_string(), &text, diagnostic)])
    })?;
    Ok(salt.0)
}

fn read(path: &Path, world: &World) -> Result<Vec<u8>, Failure> {
    let path = path.to_owned();
    std::fs::read(world.directory.join(&path)).map_err(|cause| Failure::Disk {
        doing: "read",
        path,
        cause,
    })
}

fn write(path: &Path, bytes: &[u8], world: &World) -> Result<(), Failure> {
    let path = path.to_owned();
    std::fs::write(world.directory.join(&path), bytes).map_err(|cause| Failure::Disk {
        doing: "write",
        path,
        cause,
    })
}
