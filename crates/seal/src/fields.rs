//! Contents as strict JSON and back: every key is known, none is left over.

use crate::content::{Content, Enrolment, Genesis, Role, Seen};
use crate::{Digest, Json};
use servanda_model::Instant;
use servanda_note::{KeyKind, VerifierKey};
use std::collections::BTreeMap;

/// The fields of an object that are not taken yet.
struct Fields(BTreeMap<String, Json>);

/// Why an object says nothing this log knows.
pub(crate) type Says<T> = Result<T, String>;

impl Fields {
    fn of(value: Json) -> Says<Self> {
        match value {
            Json::Object(fields) => Ok(Self(fields)),
            Json::Truth(_) | Json::Number(_) | Json::Text(_) | Json::List(_) => {
                Err("an object was expected".to_owned())
            }
        }
    }

    fn value(&mut self, key: &str) -> Says<Json> {
        self.0.remove(key).ok_or_else(|| format!("`{key}` is not said"))
    }

    fn text(&mut self, key: &str) -> Says<String> {
        text(key, self.value(key)?)
    }

    fn number(&mut self, key: &str) -> Says<u64> {
        let Json::Number(number) = self.value(key)? else {
            return Err(format!("`{key}` is a whole number"));
        };
        Ok(number)
    }

    fn truth(&mut self, key: &str) -> Says<bool> {
        let Json::Truth(truth) = self.value(key)? else {
            return Err(format!("`{key}` is `true` or `false`"));
        };
        Ok(truth)
    }

    fn list(&mut self, key: &str) -> Says<Vec<Json>> {
        let Json::List(items) = self.value(key)? else {
            return Err(format!("`{key}` is a list"));
        };
        Ok(items)
    }

    fn digest(&mut self, key: &str) -> Says<Digest> {
        let text = self.text(key)?;
        Digest::parse(&text).ok_or_else(|| format!("`{key}` is 64 digits of hexadecimal"))
    }

    fn key(&mut self, key: &str, wanted: KeyKind) -> Says<VerifierKey> {
        let text = self.text(key)?;
        let verifier = VerifierKey::parse(&text).map_err(|flaw| format!("`{key}`: {flaw}"))?;
        match (verifier.kind(), wanted) {
            (KeyKind::Ed25519, KeyKind::Ed25519) | (KeyKind::Cosignature, KeyKind::Cosignature) => {
                Ok(verifier)
            }
            (KeyKind::Cosignature, KeyKind::Ed25519) => {
                Err(format!("`{key}` is a key of witnesses"))
            }
            (KeyKind::Ed25519, KeyKind::Cosignature) => {
                Err(format!("`{key}` is no key of witnesses, whose kind is 4"))
            }
        }
    }

    fn end(self) -> Says<()> {
        match self.0.keys().next() {
            None => Ok(()),
            Some(key) => Err(format!("`{key}` means nothing here")),
        }
    }
}

fn text(key: &str, value: Json) -> Says<String> {
    let Json::Text(text) = value else {
        return Err(format!("`{key}` is a text"));
    };
    Ok(text)
}

/// Reads what an object says.
pub(crate) fn content_of(value: Json) -> Says<Content> {
    let mut fields = Fields::of(value)?;
    let kind = fields.text("kind")?;
    let content = match kind.as_str() {
        "genesis" => Content::Genesis(genesis(&mut fields)?),
        "enact" => Content::Enact {
            file: fields.text("file")?,
            line: fields.number("line")?,
            text: fields.text("text")?,
        },
        "recite" => Content::Recite {
            file: fields.text("file")?,
            line: fields.number("line")?,
            text: fields.text("text")?,
        },
        "act" => Content::Act { text: fields.text("text")?, seen: seen(fields.value("seen")?)? },
        "received" => {
            let at = fields.text("at")?;
            let instant = at.parse::<Instant>().ok().filter(|instant| instant.to_string() == at);
            let at = instant.ok_or("`at` is an instant such as `2026-11-22T09:00:00Z`")?;
            Content::Received { at }
        }
        "enrol" => Content::Enrol(enrolment(&mut fields)?),
        "rotate" => Content::Rotate {
            old: fields.digest("old")?,
            key: fields.key("key", KeyKind::Ed25519)?,
            next: fields.digest("next")?,
        },
        "revoke" => Content::Revoke {
            key: fields.digest("key")?,
            from: fields.number("from")?,
            reason: fields.text("reason")?,
        },
        "document" => document(&mut fields)?,
        "erase" => Content::Erase {
            commitment: fields.digest("commitment")?,
            reason: fields.text("reason")?,
        },
        _ => return Err(format!("`{kind}` is no kind of entry")),
    };
    fields.end()?;
    Ok(content)
}

fn genesis(fields: &mut Fields) -> Says<Genesis> {
    let mut keys = Vec::new();
    for item in fields.list("keys")? {
        let mut fields = Fields::of(item)?;
        keys.push(enrolment(&mut fields)?);
        fields.end()?;
    }
    let rehearses = match fields.0.remove("rehearses") {
        None => None,
        Some(value) => Some(text("rehearses", value)?),
    };
    Ok(Genesis {
        organisation: fields.text("organisation")?,
        language: fields.number("language")?,
        threshold: fields.number("threshold")?,
        keys,
        rehearses,
    })
}

fn enrolment(fields: &mut Fields) -> Says<Enrolment> {
    let role = fields.text("role")?;
    let role = match role.as_str() {
        "authority" => Role::Authority,
        "depositary" => Role::Depositary,
        "delegation" => Role::Delegation {
            party: fields.text("party")?,
            with_person: fields.truth("with_person")?,
        },
        "person" => Role::Person { party: fields.text("party")? },
        "witness" => {
            let (party, key) = (fields.text("party")?, fields.key("key", KeyKind::Cosignature)?);
            let name = key.name().as_str();
            if !name.ends_with("/c") && !name.ends_with("/l") {
                return Err("the name of a witness's key ends with `/c` or `/l`".to_owned());
            }
            return Ok(Enrolment::of_witness(party, key));
        }
        _ => return Err(format!("`{role}` is no role of a key")),
    };
    let key = fields.key("key", KeyKind::Ed25519)?;
    Ok(Enrolment { key, next: fields.digest("next")?, role })
}

fn seen(value: Json) -> Says<Seen> {
    let mut fields = Fields::of(value)?;
    let seen = Seen { size: fields.number("size")?, root: fields.digest("root")? };
    fields.end()?;
    Ok(seen)
}

fn document(fields: &mut Fields) -> Says<Content> {
    let readers = fields.list("readers")?.into_iter();
    Ok(Content::Document {
        commitment: fields.digest("commitment")?,
        bytes: fields.number("bytes")?,
        media: fields.text("media")?,
        title: fields.text("title")?,
        readers: readers.map(|item| text("readers", item)).collect::<Says<_>>()?,
    })
}

/// Says a content as an object.
pub(crate) fn json_of(content: &Content) -> Json {
    let mut fields = BTreeMap::new();
    let mut say = |key: &str, value: Json| drop(fields.insert(key.to_owned(), value));
    say("kind", written(content.kind()));
    match content {
        Content::Genesis(genesis) => {
            say("organisation", written(&genesis.organisation));
            say("language", Json::Number(genesis.language));
            say("threshold", Json::Number(genesis.threshold));
            let keys = genesis.keys.iter().map(|key| Json::Object(enrolment_fields(key)));
            say("keys", Json::List(keys.collect()));
            if let Some(other) = &genesis.rehearses {
                say("rehearses", written(other));
            }
        }
        Content::Enact { file, line, text } | Content::Recite { file, line, text } => {
            say("file", written(file));
            say("line", Json::Number(*line));
            say("text", written(text));
        }
        Content::Act { text, seen } => {
            say("text", written(text));
            let root = ("root".to_owned(), written(seen.root));
            let size = ("size".to_owned(), Json::Number(seen.size));
            say("seen", Json::Object([root, size].into()));
        }
        Content::Received { at } => say("at", written(at)),
        Content::Enrol(enrolment) => fields.extend(enrolment_fields(enrolment)),
        Content::Rotate { old, key, next } => {
            say("old", written(old));
            say("key", written(key.print()));
            say("next", written(next));
        }
        Content::Revoke { key, from, reason } => {
            say("key", written(key));
            say("from", Json::Number(*from));
            say("reason", written(reason));
        }
        Content::Document { commitment, bytes, media, title, readers } => {
            say("commitment", written(commitment));
            say("bytes", Json::Number(*bytes));
            say("media", written(media));
            say("title", written(title));
            say("readers", Json::List(readers.iter().map(written).collect()));
        }
        Content::Erase { commitment, reason } => {
            say("commitment", written(commitment));
            say("reason", written(reason));
        }
    }
    Json::Object(fields)
}

fn enrolment_fields(enrolment: &Enrolment) -> BTreeMap<String, Json> {
    let mut fields = BTreeMap::from([
        ("key".to_owned(), written(enrolment.key.print())),
        ("role".to_owned(), written(enrolment.role.word())),
    ]);
    // No key is fixed to come after a witness's: it makes no act, so it cannot rotate.
    if !matches!(enrolment.role, Role::Witness { .. }) {
        fields.insert("next".to_owned(), written(enrolment.next));
    }
    if let Some(party) = enrolment.role.party() {
        fields.insert("party".to_owned(), written(party));
    }
    if let Role::Delegation { with_person, .. } = &enrolment.role {
        fields.insert("with_person".to_owned(), Json::Truth(*with_person));
    }
    fields
}

fn written(value: impl ToString) -> Json {
    Json::Text(value.to_string())
}
