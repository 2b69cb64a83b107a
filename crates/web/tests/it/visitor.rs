//! Who visits the desk: forms as a browser sends them, cookies, signatures.

use crate::client::Answer;
use crate::hall::Hall;
use axum::http::{Method, StatusCode};
use servanda_note::{Note, SignerKey};

pub(crate) const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

/// Writes fields as a form sends them, with the line ends that a browser gives a text.
pub(crate) fn form(fields: &[(&str, &str)]) -> Vec<u8> {
    let encoded = |text: &str| -> String {
        text.replace('\n', "\r\n")
            .bytes()
            .map(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
                other => format!("%{other:02X}"),
            })
            .collect()
    };
    let pairs = fields.iter().map(|(name, text)| format!("{name}={}", encoded(text)));
    pairs.collect::<Vec<_>>().join("&").into_bytes()
}

impl Hall {
    pub(crate) fn challenge(&self) -> String {
        let answer = self.send(Method::POST, "/api/v1/challenges", &[], Vec::new());
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
        answer.text
    }

    pub(crate) fn begin(&self, note: &str) -> Answer {
        self.send(Method::POST, "/api/v1/session", &[], note.as_bytes().to_vec())
    }

    /// Signs in and returns the cookie.
    pub(crate) fn sign_in(&self, key: &SignerKey) -> String {
        let answer = self.begin(&signed(&self.challenge(), key));
        assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
        answer.header("set-cookie").split(';').next().unwrap().to_owned()
    }

    pub(crate) fn as_holder(&self, cookie: &str, path: &str) -> Answer {
        self.send(Method::GET, path, &[("cookie", cookie)], Vec::new())
    }

    pub(crate) fn fill(&self, cookie: &str, fields: &[(&str, &str)]) -> Answer {
        self.send(Method::POST, "/acts/new", &[FORM, ("cookie", cookie)], form(fields))
    }
}

pub(crate) fn signed(text: &str, key: &SignerKey) -> String {
    Note::new(text.to_owned(), vec![key.sign(text)]).unwrap().print()
}

/// Returns the exact text to be signed, as a page shows it.
pub(crate) fn to_sign(page: &str) -> String {
    let (_, rest) = page.split_once("data-text=\"\"").unwrap_or_else(|| panic!("{page}"));
    let (_, rest) = rest.split_once('>').unwrap();
    let (text, _) = rest.split_once("</pre>").unwrap();
    text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}
