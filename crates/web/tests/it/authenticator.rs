//! A device that makes a passkey and answers with it, and that can be told to answer amiss.

use p256::ecdsa::signature::Signer as _;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use servanda_seal::Digest;

/// The flags of what a device says: a person was there, was made sure of, and a key comes with it.
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const NEW: u8 = 0x40;

pub(crate) struct Device {
    secret: SigningKey,
    id: Vec<u8>,
    handle: String,
    /// The name of the host for which the passkey was made.
    pub(crate) at: String,
    /// How often it answered.
    pub(crate) count: u32,
    pub(crate) is_verified: bool,
}

impl Device {
    /// Makes a passkey as it is asked to at an origin; returns it with the browser's answer.
    pub(crate) fn make(options: &Value, origin: &str, seed: u8) -> (Self, Value) {
        assert_eq!(options["authenticatorSelection"]["residentKey"], "required");
        assert_eq!(options["authenticatorSelection"]["userVerification"], "required");
        let device = Self {
            secret: SigningKey::from_slice(&[seed; 32]).unwrap(),
            id: vec![seed; 32],
            handle: options["user"]["id"].as_str().unwrap().to_owned(),
            at: options["rp"]["id"].as_str().unwrap().to_owned(),
            count: 0,
            is_verified: true,
        };
        let said = client(options, "webauthn.create", origin);
        let about = device.about(NEW);
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(about.len()).unwrap());
        object.extend(about);
        let response = json!({"clientDataJSON": base64url(said.as_bytes()), "attestationObject": base64url(&object)});
        let answer = device.credential(&response);
        (device, answer)
    }

    /// Answers a challenge at an origin.
    pub(crate) fn answer(&mut self, options: &Value, origin: &str) -> Value {
        assert_eq!(options["userVerification"], "required");
        self.count += 1;
        let (said, about) = (client(options, "webauthn.get", origin), self.about(0));
        let signed = [about.clone(), Digest::of(said.as_bytes()).0.to_vec()].concat();
        let signature: Signature = self.secret.sign(&signed);
        self.credential(&json!({
            "clientDataJSON": base64url(said.as_bytes()), "authenticatorData": base64url(&about),
            "signature": base64url(signature.to_der().as_bytes()), "userHandle": self.handle,
        }))
    }

    fn credential(&self, response: &Value) -> Value {
        let id = base64url(&self.id);
        json!({"id": id, "rawId": id, "type": "public-key", "response": response})
    }

    /// Returns what a device says of itself (WebAuthn, section 6.1).
    fn about(&self, flags: u8) -> Vec<u8> {
        let verified = if self.is_verified { VERIFIED } else { 0 };
        let mut bytes = Digest::of(self.at.as_bytes()).0.to_vec();
        bytes.push(PRESENT | verified | flags);
        bytes.extend(self.count.to_be_bytes());
        if flags & NEW != 0 {
            bytes.extend([0; 16]);
            bytes.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
            bytes.extend(&self.id);
            let point = self.secret.verifying_key().to_sec1_point(false);
            bytes.extend(b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20");
            bytes.extend(point.x().unwrap());
            bytes.extend(b"\x22\x58\x20");
            bytes.extend(point.y().unwrap());
        }
        bytes
    }
}

fn client(options: &Value, kind: &str, origin: &str) -> String {
    let challenge = &options["challenge"];
    json!({"type": kind, "challenge": challenge, "origin": origin, "crossOrigin": false})
        .to_string()
}

fn base64url(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let byte = |n: usize| u32::from(chunk.get(n).copied().unwrap_or(0));
        let word = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..=chunk.len() {
            text.push(char::from(LETTERS[(word >> (18 - 6 * place) & 63) as usize]));
        }
    }
    text
}
