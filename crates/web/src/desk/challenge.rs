//! Challenges: a text that a holder signs to prove a key, and that is nothing else.

use super::secret::{Secret, hex, unhex};
use serde_json::Value;
use servanda_model::Instant;

/// The first line of every challenge; no act and no checkpoint begins with it.
pub(crate) const HEADER: &str = "servanda.sign-in/v1";
/// How long a challenge can be answered.
pub(crate) const SECONDS: i64 = 300;

/// A challenge that was given out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Challenge {
    /// The host at which it is to be answered.
    pub(crate) host: String,
    /// Until when.
    pub(crate) until: Instant,
    /// What tells it from every other.
    pub(crate) nonce: [u8; 16],
}

impl Challenge {
    /// Returns the three lines that are signed.
    pub(crate) fn text(&self, secret: &Secret, origin: &str) -> String {
        let sealed = secret.seal(&self.sealed(origin));
        let seal = hex(sealed.get(..16).unwrap_or(&[]));
        let (host, until, nonce) = (&self.host, self.until, hex(&self.nonce));
        format!(
            "{HEADER}\n{origin}\n{{\"at\":\"{host}\",\"challenge\":\"{nonce}{seal}\",\"until\":\"{until}\"}}\n"
        )
    }

    fn sealed(&self, origin: &str) -> String {
        let (host, until, nonce) = (&self.host, self.until, hex(&self.nonce));
        format!("servanda.challenge/v1\n{origin}\n{host}\n{until}\n{nonce}\n")
    }

    /// Reads a text that this server gave out: exactly what it would give out again.
    pub(crate) fn parse(text: &str, secret: &Secret, origin: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text.lines().nth(2)?).ok()?;
        let word = |name: &str| value.get(name).and_then(Value::as_str);
        let given = unhex(word("challenge")?)?;
        let (nonce, seal) = given.split_at_checked(16)?;
        let until = word("until")?.parse().ok()?;
        let nonce: [u8; 16] = nonce.try_into().ok()?;
        let found = Self { host: word("at")?.to_owned(), until, nonce };
        let is_ours = secret.is_sealed(&found.sealed(origin), seal);
        (is_ours && found.text(secret, origin) == text).then_some(found)
    }
}

/// Parses a challenge that was given out with a secret and gives it out again; none where it was not.
pub fn challenge_again(text: &str, secret: &Secret, origin: &str) -> Option<String> {
    Challenge::parse(text, secret, origin).map(|challenge| challenge.text(secret, origin))
}

#[cfg(test)]
mod tests {
    use super::*;
    use servanda_seal::Sealed;

    #[test]
    fn a_challenge_is_read_only_as_it_was_given_out() {
        let secret = Secret::new([1; 32]);
        let until = "2026-11-22T09:05:00Z".parse().unwrap();
        let given = Challenge { host: "127.0.0.1:8080".to_owned(), until, nonce: [7; 16] };
        let text = given.text(&secret, "a.example/log");
        assert_eq!(Challenge::parse(&text, &secret, "a.example/log"), Some(given));
        for changed in [
            text.replace("8080", "8081"),
            text.replace("09:05", "19:05"),
            text.replace("{\"at\"", "{ \"at\""),
            text.replace("a.example", "b.example"),
            format!("{text}x\n"),
        ] {
            assert_eq!(Challenge::parse(&changed, &secret, "a.example/log"), None, "{changed}");
        }
        assert_eq!(Challenge::parse(&text, &Secret::new([2; 32]), "a.example/log"), None);
    }

    #[test]
    fn a_signed_challenge_is_no_act_and_no_checkpoint() {
        let secret = Secret::new([1; 32]);
        let until = "2026-11-22T09:05:00Z".parse().unwrap();
        let given = Challenge { host: "127.0.0.1:8080".to_owned(), until, nonce: [7; 16] };
        let text = given.text(&secret, "a.example/log");
        let name = servanda_note::KeyName::parse("a.example/key").unwrap();
        let line = servanda_note::SignerKey::new(name, &[1; 32]).sign(&text);
        let note = servanda_note::Note::new(text.clone(), vec![line]).unwrap();
        assert!(Sealed::parse(note.print().as_bytes()).is_err());
        assert!(servanda_tlog::Checkpoint::parse(&text).is_err());
    }
}
