//! A passkey as it is kept, and the text in which all of them are.

use crate::desk::secret::{hex, unhex};
use crate::desk::session::PasskeyId;
use serde_json::{Value, json};
use servanda_model::Instant;
use servanda_seal::Digest;
use webauthn_rs::prelude::{Passkey, Uuid};

const HEADER: &str = "servanda.passkeys/v1";
const FIELDS: [&str; 6] = ["id", "key", "name", "at", "made", "passkey"];

/// A passkey that is kept.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    /// What it is called by programs: the beginning of the digest of its credential's id.
    pub(super) id: PasskeyId,
    /// The key for which it was made, whose holder it signs in.
    pub(super) key: Digest,
    /// What its holder calls it.
    pub(super) name: String,
    /// The name of the host for which it was made (the id of a relying party).
    pub(super) at: String,
    /// When it was made.
    pub(super) made: Instant,
    /// The public key with its counter.
    pub(super) passkey: Passkey,
}

impl Kept {
    /// Returns it as it is told to its holder.
    pub(super) fn told(&self) -> Value {
        json!({"id": hex(&self.id), "name": self.name, "at": self.at, "made": self.made.to_string()})
    }
}

/// Returns the id of a passkey by that of its credential.
pub(super) fn id(credential: &[u8]) -> PasskeyId {
    first(Digest::of(credential))
}

/// Returns whose a passkey is as its device keeps it (the user handle of WebAuthn): opaque, and
/// another for each key and log.
pub(super) fn bearer(origin: &str, key: Digest) -> Uuid {
    Uuid::from_bytes(first(Digest::of(
        format!("servanda.passkey-holder/v1\n{origin}\n{key}\n").as_bytes(),
    )))
}

fn first(digest: Digest) -> [u8; 16] {
    digest.0.first_chunk::<16>().copied().unwrap_or_default()
}

/// Writes all passkeys of a log, one a line.
pub(super) fn print(all: &[Kept], origin: &str) -> Result<String, String> {
    let mut lines = Vec::new();
    for kept in all {
        let passkey = serde_json::to_value(&kept.passkey).map_err(|flaw| flaw.to_string())?;
        lines.push(format!(
            "{}",
            json!({
                "id": hex(&kept.id), "key": kept.key.to_string(), "name": kept.name, "at": kept.at,
                "made": kept.made.to_string(), "passkey": passkey,
            })
        ));
    }
    let origin = Value::from(origin);
    Ok(format!("{{\"form\":\"{HEADER}\",\"log\":{origin},\"kept\":[\n{}\n]}}\n", lines.join(",\n")))
}

/// Reads the passkeys of a log; says the place and the cause where the text is another's.
pub(super) fn parse(text: Option<&str>, origin: &str) -> Result<Vec<Kept>, String> {
    let Some(text) = text else { return Ok(Vec::new()) };
    let value: Value = serde_json::from_str(text).map_err(|flaw| flaw.to_string())?;
    expect_fields(&value, &["form", "log", "kept"]).map_err(|flaw| format!("line 1: {flaw}"))?;
    let is = |name: &str, wanted: &str| value.get(name).and_then(Value::as_str) == Some(wanted);
    if !is("form", HEADER) {
        return Err(format!("line 1: `form` is not `{HEADER}`"));
    }
    if !is("log", origin) {
        return Err(format!("line 1: these are not the passkeys of `{origin}`"));
    }
    let kept = value.get("kept").and_then(Value::as_array);
    let kept = kept.ok_or("line 1: `kept` is no list")?;
    let read =
        |(line, one): (usize, &Value)| one_of(one).map_err(|flaw| format!("line {line}: {flaw}"));
    let all = (2..).zip(kept).map(read).collect::<Result<Vec<Kept>, String>>()?;
    for (line, kept) in (2_usize..).zip(&all) {
        if all.iter().filter(|other| other.id == kept.id).count() > 1 {
            return Err(format!("line {line}: this passkey stands twice"));
        }
    }
    Ok(all)
}

fn one_of(value: &Value) -> Result<Kept, String> {
    expect_fields(value, &FIELDS)?;
    let word = |name: &str| {
        let found = value.get(name).and_then(Value::as_str);
        found.map(str::to_owned).ok_or_else(|| format!("`{name}` is no text"))
    };
    let amiss = |name: &str| format!("`{name}` cannot be read");
    let id: Option<PasskeyId> = unhex(&word("id")?).and_then(|bytes| bytes.try_into().ok());
    let passkey = value.get("passkey").cloned().unwrap_or_default();
    let passkey: Passkey =
        serde_json::from_value(passkey).map_err(|flaw| format!("`passkey`: {flaw}"))?;
    let kept = Kept {
        id: id.ok_or_else(|| amiss("id"))?,
        key: Digest::parse(&word("key")?).ok_or_else(|| amiss("key"))?,
        name: word("name")?,
        at: word("at")?,
        made: word("made")?.parse().map_err(|()| amiss("made"))?,
        passkey,
    };
    if self::id(kept.passkey.cred_id()) != kept.id {
        return Err("`id` is not that of the passkey".to_owned());
    }
    Ok(kept)
}

/// Looks that an object has these fields and no other.
fn expect_fields(value: &Value, wanted: &[&str]) -> Result<(), String> {
    let fields = value.as_object().ok_or("this is no object")?;
    if let Some(other) = fields.keys().find(|name| !wanted.contains(&name.as_str())) {
        return Err(format!("`{other}` is not known here"));
    }
    match wanted.iter().find(|name| !fields.contains_key(**name)) {
        Some(missing) => Err(format!("`{missing}` is missing")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_another_is_told_by_its_place() {
        let empty = print(&[], "a.example/log").unwrap();
        assert_eq!(parse(Some(&empty), "a.example/log").unwrap().len(), 0);
        assert_eq!(parse(None, "a.example/log").unwrap().len(), 0);
        for (text, said) in [
            (empty.clone(), "line 1: these are not the passkeys of `b.example/log`"),
            (empty.replace("/v1", "/v2"), "line 1: `form` is not `servanda.passkeys/v1`"),
            (empty.replace("\"log\"", "\"lag\""), "line 1: `lag` is not known here"),
            (empty.replace("[\n\n]", "[\n{}]"), "line 2: `id` is missing"),
            (String::new(), "EOF while parsing a value at line 1 column 0"),
        ] {
            let origin = if said.contains("b.example") { "b.example/log" } else { "a.example/log" };
            let found = parse(Some(&text), origin).unwrap_err();
            assert_eq!(found, said);
        }
    }

    #[test]
    fn a_device_is_told_nothing_of_whose_key_it_is() {
        let key = Digest::of(b"key");
        assert_eq!(bearer("a.example/log", key), bearer("a.example/log", key));
        assert_ne!(bearer("a.example/log", key), bearer("b.example/log", key));
        assert_ne!(bearer("a.example/log", key), bearer("a.example/log", Digest::of(b"next")));
    }
}
