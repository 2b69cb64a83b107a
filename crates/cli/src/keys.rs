//! `servanda key` and `servanda act`: keys are made, and acts are sealed with them.

use crate::answer::Answer;
use crate::arguments::{Act, At, Format, Key, Sealing, Whose, Written};
use crate::authorities;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::founding::together;
use crate::key_file::{KeyFile, make};
use crate::logs::{address, open};
use crate::output;
use crate::verifying::contested_text;
use crate::world::World;
use serde_json::{Value, json};
use servanda_depositary::{Depositary, KeyPair, seal};
use servanda_journal::Fault;
use servanda_note::{KeyKind, SignerKey, VerifierKey};
use servanda_seal::{Content, Contested, Digest, Enrolment, Role, Sealed, Seen};
use std::io::Write;
use std::path::PathBuf;

/// Runs one of the commands about keys.
pub(crate) fn key(
    key: &Key,
    world: &World,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Exit, Failure> {
    match key {
        Key::New { name, authority, keys, format } => {
            let role = if *authority { "authority" } else { "key" };
            let file = KeyFile::make(keys, &[(role, name)], world)?;
            file.write_new(world)?;
            output::print(&cards(&file), *format, world.width, out)?;
            Ok(Exit::Yes)
        }
        Key::List { at } => list(at, world, out),
        Key::Enrol { whose, key, next, sealing } => {
            let content = enrolment(whose, verifier(key)?, next.as_deref())?;
            authorities::seal(&content, sealing, world, (out, err))
        }
        Key::Rotate { role, sealing } => rotate(role.as_deref(), sealing, world, (out, err)),
        Key::Revoke { digest: key, from, reason, sealing } => {
            let content =
                Content::Revoke { key: digest(key)?, from: *from, reason: reason.clone() };
            authorities::seal(&content, sealing, world, (out, err))
        }
    }
}

/// Makes the enrolment of a key.
fn enrolment(whose: &Whose, key: VerifierKey, next: Option<&str>) -> Result<Content, Failure> {
    let party = whose.party.clone().unwrap_or_default();
    let Some(next) = next.filter(|_| !whose.witness) else {
        return of_witness(party, key);
    };
    let role = if whose.authority {
        Role::Authority
    } else if whose.depositary {
        Role::Depositary
    } else if whose.person {
        Role::Person { party }
    } else {
        Role::Delegation { party, with_person: whose.with_person }
    };
    Ok(Content::Enrol(Enrolment { key, next: digest(next)?, role }))
}

/// Seals one entry of a journal.
pub(crate) fn act(act: &Act, world: &World, out: &mut dyn Write) -> Result<Exit, Failure> {
    let place = world.directory.join(&act.file);
    let text = std::fs::read_to_string(place).map_err(|cause| Failure::Disk {
        doing: "read",
        path: act.file.clone(),
        cause,
    })?;
    let mut office = open(&act.sealing.log, world)?;
    readable(&mut office, act, &text, world)?;
    let head = office.head();
    let seen = Seen { size: head.size, root: Digest(head.root.0) };
    let mut keys = Vec::new();
    if let Some(person) = &act.person {
        keys.push(KeyFile::read(person, world)?.first()?.1.key);
    }
    let file = KeyFile::read(&act.sealing.keys, world)?;
    let is_office = file.pairs().iter().any(|(role, _)| role == "depositary");
    let pair = if is_office { file.of("depositary")?.swap_remove(0) } else { file.first()?.1 };
    keys.push(pair.key);
    let signers: Vec<&SignerKey> = keys.iter().collect();
    write(&office, &Content::Act { text, seen }, &signers, &act.sealing.written, world, out)
}

/// Looks that a text is one act that the log's own law can read: nothing else is sealed.
fn readable(office: &mut Depositary, act: &Act, text: &str, world: &World) -> Result<(), Failure> {
    let path = act.file.display().to_string();
    let acts = office.read_act(text, world.now()?).map_err(|faults| {
        let placed = |fault: Fault| Fault::new(&path, text, fault.diagnostic);
        Failure::Unreadable(faults.into_iter().map(placed).collect())
    })?;
    if acts == 1 {
        return Ok(());
    }
    let message = format!("`{path}` holds {acts} acts");
    let hint = "one act is sealed at a time: give each a file of its own".to_owned();
    Err(Failure::Usage { message, hint: Some(hint) })
}

/// Seals the act that puts the next key in place, and writes a file with it and one after it.
fn rotate(
    role: Option<&str>,
    sealing: &Sealing,
    world: &World,
    (out, err): (&mut dyn Write, &mut dyn Write),
) -> Result<Exit, Failure> {
    let office = open(&sealing.log, world)?;
    let mut file = KeyFile::read(&sealing.keys, world)?;
    let first = file.pairs().first().map(|(role, _)| role.clone());
    let role = role.map(str::to_owned).or(first).unwrap_or_default();
    let (place, pair) = file.take_out(&role)?;
    let name = pair.next.verifier().name().to_string();
    let generation = sealing.keys.display().to_string();
    let after = make(&name, &format!("after {generation}"), world)?;
    let digest = |key: &SignerKey| Digest::of(&key.verifier().public_key().to_bytes());
    let content =
        Content::Rotate { old: digest(&pair.key), key: pair.next.verifier(), next: digest(&after) };
    let exit = write(&office, &content, &[&pair.key, &pair.next], &sealing.written, world, out)?;
    let mut path = sealing.keys.clone().into_os_string();
    path.push(".next");
    let path = PathBuf::from(path);
    let shown = path.display().to_string();
    // It takes the place of the file, whose other keys go on.
    let pair = KeyPair { key: pair.next, next: after };
    file.put_in(path, place, (role, pair)).write_new(world)?;
    match sealing.written.format {
        Format::Json => writeln!(err, "{}", json!({"next_keys": shown}))?,
        Format::Text | Format::Csv => {
            writeln!(err, "{shown} has the key that signs once the log holds this act")?;
        }
    }
    Ok(exit)
}

/// Seals an act with keys, in their order, and writes it.
pub(crate) fn write(
    office: &Depositary,
    content: &Content,
    keys: &[&SignerKey],
    written: &Written,
    world: &World,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let sealed: Sealed = seal(office.ledger().origin(), content, keys).map_err(|flaw| {
        Failure::Usage { message: flaw.to_string(), hint: Some(flaw.hint().to_owned()) }
    })?;
    if let Some(path) = &written.out {
        let fault = |cause| Failure::Disk { doing: "write", path: path.clone(), cause };
        std::fs::write(world.directory.join(path), sealed.print()).map_err(fault)?;
    }
    match (written.format, &written.out) {
        (Format::Json, path) => {
            let file = path.as_ref().map(|path| path.display().to_string());
            let note = file.is_none().then(|| sealed.print());
            let id = sealed.id().to_string();
            let told = json!({"file": file, "kind": content.kind(), "id": id, "note": note});
            writeln!(out, "{told:#}")?;
        }
        (Format::Text | Format::Csv, None) => write!(out, "{}", sealed.print())?,
        (Format::Text | Format::Csv, Some(path)) => {
            writeln!(out, "{} {} {}", path.display(), content.kind(), sealed.id())?;
        }
    }
    Ok(Exit::Yes)
}

/// Makes the enrolment of a witness's key, whose kind and name say what it signs.
fn of_witness(party: String, key: VerifierKey) -> Result<Content, Failure> {
    let name = key.name().as_str();
    let is_named = name.ends_with("/c") || name.ends_with("/l");
    if key.kind() != KeyKind::Cosignature || !is_named {
        let message = format!("`{name}` is no key of a witness");
        let hint = "`servanda witness` tells its keys: their names end with `/c` and `/l`";
        return Err(Failure::Usage { message, hint: Some(hint.to_owned()) });
    }
    Ok(Content::Enrol(Enrolment::of_witness(party, key)))
}

pub(crate) fn verifier(text: &str) -> Result<VerifierKey, Failure> {
    VerifierKey::parse(text).map_err(|flaw| Failure::Usage {
        message: format!("`{text}` is no key: {flaw}"),
        hint: Some("give it as `servanda key new` tells it".to_owned()),
    })
}

fn digest(text: &str) -> Result<Digest, Failure> {
    Digest::parse(text).ok_or_else(|| Failure::Usage {
        message: format!("`{text}` is no digest"),
        hint: Some("64 digits of hexadecimal in lower case".to_owned()),
    })
}

/// Says what others need to know of the keys of a file.
fn cards(file: &KeyFile) -> Answer {
    let rows = file.pairs().iter().map(|(role, pair)| {
        let next = Digest::of(&pair.next.verifier().public_key().to_bytes());
        json!({"role": role, "key": pair.key.verifier().print(), "next": next.to_string()})
    });
    let list = Value::Array(rows.collect());
    Answer::of_list(list.clone(), &list, &[("role", "role"), ("key", "key"), ("next", "next")])
}

fn list(at: &At, world: &World, out: &mut dyn Write) -> Result<Exit, Failure> {
    let office = open(&at.log, world)?;
    let contested: Vec<Contested> = office.ledger().ring().contested().collect();
    let rows = office.ledger().ring().keys().map(|(enrolment, ended)| {
        let digest = enrolment.digest();
        let from = contested.iter().find(|contested| contested.key == digest);
        let mut row = json!({
            "role": enrolment.role.word(),
            "party": enrolment.role.party(),
            "key": enrolment.key.print(),
            "digest": digest.to_string(),
            "next": enrolment.next.to_string(),
            "ended_at": ended,
        });
        if let (Some(Contested { from, .. }), Some(fields)) = (from, row.as_object_mut()) {
            fields.insert("contested_from".to_owned(), json!(from));
        }
        row
    });
    let list = Value::Array(rows.collect());
    let columns = [
        ("role", "role"),
        ("party", "party"),
        ("key", "key"),
        ("digest", "digest"),
        ("ended at entry", "ended_at"),
    ];
    let mut answer = Answer::of_list(list.clone(), &list, &columns);
    if at.format == Format::Text {
        answer.heading.push(format!(
            "keys of {} at {}",
            office.ledger().origin(),
            address(&at.log)
        ));
        let ring = office.ledger().ring();
        let authorities = ring.authorities().count();
        if authorities > 1 {
            answer.heading.push(together(ring.threshold(), authorities));
        }
        answer.notes.extend(contested.iter().map(contested_text));
    }
    output::print(&answer, at.format, world.width, out)?;
    Ok(Exit::Yes)
}
