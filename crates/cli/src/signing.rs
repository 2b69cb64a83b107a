//! `servanda sign` and `servanda sign-in`: texts of a server's desk are signed away from it.

use crate::arguments::{Format, Sign, SignIn};
use crate::asking::Server;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::key_file::KeyFile;
use crate::world::World;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::json;
use servanda_note::{Note, SignerKey};
use servanda_seal::HEADER;
use std::io::Write;

/// The first line of every challenge.
const CHALLENGE: &str = "servanda.sign-in/v1";

/// Signs a text of the desk, or adds a line to a note that others signed.
pub(crate) fn sign(sign: &Sign, world: &World, out: &mut dyn Write) -> Result<Exit, Failure> {
    let fault = |doing| move |cause| Failure::Disk { doing, path: sign.file.clone(), cause };
    let text = std::fs::read_to_string(world.directory.join(&sign.file)).map_err(fault("read"))?;
    let signed = Note::parse(text.as_bytes()).ok();
    let text = signed.as_ref().map_or(text, |note| note.text().to_owned());
    may_be_signed(&text, sign.at.as_deref())?;
    let key = key_for(&text, &sign.keys, world)?;
    let line = key.sign(&text);
    let note = match signed {
        Some(note) => note.with(vec![line]),
        None => Note::new(text, vec![line]),
    };
    let note = note.map_err(|flaw| unfit(&flaw.to_string(), flaw.flaw.hint()))?;
    if let Some(path) = &sign.out {
        std::fs::write(world.directory.join(path), note.print()).map_err(fault("write"))?;
    }
    let by = key.verifier().name().to_string();
    match (sign.format, &sign.out) {
        (Format::Json, out_path) => {
            let file = out_path.as_ref().map(|path| path.display().to_string());
            let text = file.is_none().then(|| note.print());
            writeln!(out, "{:#}", json!({"file": file, "signed_by": by, "note": text}))?;
        }
        (Format::Text | Format::Csv, None) => write!(out, "{}", note.print())?,
        (Format::Text | Format::Csv, Some(path)) => {
            writeln!(out, "{} signed by {by}", path.display())?;
        }
    }
    Ok(Exit::Yes)
}

/// Asks a server for its challenge and signs it.
pub(crate) fn sign_in(asked: &SignIn, world: &World, out: &mut dyn Write) -> Result<Exit, Failure> {
    let key = key(&asked.keys, world)?;
    let server = Server::at(&asked.at)?;
    let failed = |cause: String| Failure::Server {
        doing: format!("ask {} for a challenge", asked.at),
        cause: std::io::Error::other(cause),
    };
    let (status, text) = server.challenge().map_err(failed)?;
    if status != 201 {
        return Err(failed(format!("it answered {status}")));
    }
    is_for(&text, server.host())?;
    let line = key.sign(&text);
    let note = Note::new(text, vec![line]);
    let note = note.map_err(|flaw| unfit(&flaw.to_string(), flaw.flaw.hint()))?.print();
    let carried = URL_SAFE_NO_PAD.encode(&note);
    let base = asked.at.trim_end_matches('/');
    if asked.format == Format::Json {
        let link = format!("{base}/sign-in#note={carried}");
        let paste = format!("{base}/sign-in");
        writeln!(out, "{:#}", json!({"paste_at": paste, "note": note, "link": link}))?;
        return Ok(Exit::Yes);
    }
    writeln!(out, "Paste this at {base}/sign-in within five minutes, once:\n\n{note}")?;
    writeln!(out, "Or open this, and sign in there:\n\n{base}/sign-in#note={carried}")?;
    Ok(Exit::Yes)
}

fn key(keys: &std::path::Path, world: &World) -> Result<SignerKey, Failure> {
    Ok(KeyFile::read(keys, world)?.first()?.1.key)
}

/// Returns the key of a file that signs a text: of an authority what authorities sign, else the
/// first.
fn key_for(text: &str, keys: &std::path::Path, world: &World) -> Result<SignerKey, Failure> {
    let kind = third_line(text).and_then(|said| Some(said.get("kind")?.as_str()?.to_owned()));
    if matches!(kind.as_deref(), Some("enrol" | "revoke")) {
        return Ok(KeyFile::read(keys, world)?.of("authority")?.swap_remove(0).key);
    }
    key(keys, world)
}

fn third_line(text: &str) -> Option<serde_json::Value> {
    text.lines().nth(2).and_then(|line| serde_json::from_str(line).ok())
}

fn unfit(message: &str, hint: &str) -> Failure {
    Failure::Usage { message: message.to_owned(), hint: Some(hint.to_owned()) }
}

/// Looks that a text is one that a desk gives to be signed: nothing else is signed here.
fn begins_well(text: &str) -> Result<(), Failure> {
    let first = text.lines().next().unwrap_or("");
    if first == HEADER || first == CHALLENGE {
        return Ok(());
    }
    let message = format!("the first line is neither `{HEADER}` nor `{CHALLENGE}`");
    Err(unfit(&message, "save the text as the desk shows it, from its first line to its last"))
}

/// Looks that a text is one that a desk gives to be signed, and a challenge one of the host that its
/// holder speaks to: whoever passes on another's challenge would be signed in there.
fn may_be_signed(text: &str, at: Option<&str>) -> Result<(), Failure> {
    begins_well(text)?;
    if text.lines().next() != Some(CHALLENGE) {
        return Ok(());
    }
    if let Some(at) = at {
        let host = at.split_once("://").map_or(at, |(_, rest)| rest);
        return is_for(text, host.trim_end_matches('/'));
    }
    let said = third_line(text);
    let host = said.as_ref().and_then(|said| said.get("at")?.as_str()).unwrap_or("?");
    let message = format!("this challenge signs in at `{host}`");
    Err(unfit(&message, "say with `--at HOST` at which host you sign in, as your browser shows it"))
}

/// Looks that a text is a challenge that is to be answered at a host, and at no other.
fn is_for(text: &str, host: &str) -> Result<(), Failure> {
    let is_challenge = text.lines().next() == Some(CHALLENGE);
    let said = text.lines().nth(2).unwrap_or("");
    if is_challenge && said.starts_with(&format!("{{\"at\":\"{host}\",")) {
        return Ok(());
    }
    let message = format!("this is no challenge for `{host}`: {}", said.trim());
    Err(unfit(&message, "give the address as a browser has it; nothing was signed"))
}
