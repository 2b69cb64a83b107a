//! Sessions: a sealed cookie that says which key proved itself, and until when it is remembered.
//!
//! What its holder may do is never in it: that is looked up in the log at each request.

use super::secret::{Secret, hex, unhex};
use super::sign_in::is_secure;
use axum::http::header::{COOKIE, HOST};
use axum::http::{HeaderMap, HeaderValue};
use servanda_model::Instant;
use servanda_seal::Digest;

/// How long a proof is remembered.
pub(crate) const HOURS: u32 = 8;
/// The cookie's name over TLS; browsers give it to nobody but the host that set it.
const GUARDED: &str = "__Host-servanda";
/// Its name on this machine itself, where there is no TLS.
const LOCAL: &str = "servanda";
/// Its name over a rehearsal: browsers give a cookie to every port of a host, so that a record and
/// the rehearsal beside it would take each other's.
const REHEARSED: &str = "servanda-rehearsal";

/// Which cookie remembers a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Jar {
    /// Over TLS.
    Guarded,
    /// On this machine itself.
    Local,
    /// Over a rehearsal.
    Rehearsed,
}

impl Jar {
    fn name(self) -> &'static str {
        match self {
            Self::Guarded => GUARDED,
            Self::Local => LOCAL,
            Self::Rehearsed => REHEARSED,
        }
    }
}

/// What names a passkey: the beginning of the digest of its credential's id.
pub(crate) type PasskeyId = [u8; 16];

/// A session as its cookie tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Session {
    /// The digest of the key that proved itself.
    pub(crate) key: Digest,
    /// Until when.
    pub(crate) until: Instant,
    /// What tells it from other sessions of the key.
    pub(crate) nonce: [u8; 16],
    /// The passkey that answered for the key, where one did.
    pub(crate) passkey: Option<PasskeyId>,
}

impl Session {
    /// Returns what is sealed.
    fn text(&self, origin: &str) -> String {
        let (key, until, nonce) = (self.key, self.until, hex(&self.nonce));
        match self.passkey {
            None => format!("servanda.session/v1\n{origin}\n{key}\n{until}\n{nonce}\n"),
            Some(id) => {
                let id = hex(&id);
                format!("servanda.session/v2\n{origin}\n{key}\n{until}\n{nonce}\n{id}\n")
            }
        }
    }

    /// Returns the value of the cookie.
    pub(crate) fn print(&self, secret: &Secret, origin: &str) -> String {
        let seal = hex(&secret.seal(&self.text(origin)));
        let (key, until, nonce) = (self.key, self.until, hex(&self.nonce));
        match self.passkey {
            None => format!("1.{key}.{until}.{nonce}.{seal}"),
            Some(id) => format!("2.{key}.{until}.{nonce}.{}.{seal}", hex(&id)),
        }
    }

    /// Reads the value of a cookie that this server sealed, or another with its secret.
    pub(crate) fn parse(value: &str, secret: &Secret, origin: &str) -> Option<Self> {
        let mut parts = value.split('.');
        let (version, key, until) = (parts.next()?, parts.next()?, parts.next()?);
        let nonce = unhex(parts.next()?)?.try_into().ok()?;
        let passkey = match version {
            "1" => None,
            "2" => Some(unhex(parts.next()?)?.try_into().ok()?),
            _ => return None,
        };
        let seal = parts.next().filter(|_| parts.next().is_none())?;
        let session = Self { key: Digest::parse(key)?, until: until.parse().ok()?, nonce, passkey };
        let seal = unhex(seal).filter(|seal| seal.len() == 32)?;
        // One form only: what is read is what would be printed.
        let is_plain = session.until.to_string() == until;
        (is_plain && secret.is_sealed(&session.text(origin), &seal)).then_some(session)
    }
}

/// Finds the session in a line of cookies, as a browser on this machine sends it, and prints its
/// cookie again; none where none is sealed with the secret.
pub fn session_again(line: &[u8], secret: &Secret, origin: &str) -> Option<String> {
    let mut headers = HeaderMap::new();
    headers.insert(HOST, HeaderValue::from_static("localhost"));
    headers.insert(COOKIE, HeaderValue::from_bytes(line).ok()?);
    let mut sessions =
        cookies(&headers).into_iter().filter_map(|value| Session::parse(value, secret, origin));
    sessions.next().map(|session| session.print(secret, origin))
}

/// Where a request says that it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// The host with its port, as the browser wrote it.
    pub(crate) host: String,
    /// Whether that is this machine itself.
    pub(crate) is_local: bool,
}

impl Place {
    /// Reads the host of a request; none where it is missing or no plain name.
    pub(crate) fn of(headers: &HeaderMap) -> Option<Self> {
        let host = headers.get(HOST)?.to_str().ok()?;
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-:[]_".contains(&byte);
        if host.is_empty() || host.len() > 255 || !host.bytes().all(is_plain) {
            return None;
        }
        let name = match host.strip_prefix('[') {
            Some(rest) => rest.split(']').next().unwrap_or(""),
            None => host.split(':').next().unwrap_or(""),
        };
        let is_loopback = name.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
        let is_local = is_loopback || name.eq_ignore_ascii_case("localhost");
        Some(Self { host: host.to_owned(), is_local })
    }

    /// Returns the address at which a request reached the server, as whoever sent it wrote it; none
    /// where it names no host.
    pub(crate) fn address(headers: &HeaderMap) -> Option<String> {
        let place = Self::of(headers)?;
        let scheme = if is_secure(headers) { "https" } else { "http" };
        Some(format!("{scheme}://{}", place.host))
    }

    /// Returns the address of another port of the same machine, under the name by which this one
    /// was reached.
    pub(crate) fn at(&self, port: u16) -> String {
        let is_port = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let name = match self.host.rsplit_once(':') {
            Some((name, own)) if is_port(own) => name,
            Some(_) | None => &self.host,
        };
        format!("http://{name}:{port}/")
    }
}

/// Returns the values that a request's cookies give to the session, the guarded one first.
pub(crate) fn cookies(headers: &HeaderMap) -> Vec<&str> {
    let is_local = Place::of(headers).is_some_and(|place| place.is_local);
    let named = |wanted: &'static str| {
        let lines = headers.get_all(COOKIE).iter().filter_map(|line| line.to_str().ok());
        let pairs = lines.flat_map(|line| line.split(';')).map(str::trim);
        pairs.filter_map(move |pair| pair.strip_prefix(wanted)?.strip_prefix('='))
    };
    let local = named(LOCAL).chain(named(REHEARSED)).filter(|_| is_local);
    named(GUARDED).chain(local).take(6).collect()
}

/// Returns the line that sets the cookie, or takes it away where there is no value.
pub(crate) fn cookie(value: Option<&str>, jar: Jar) -> String {
    let (name, secure) = (jar.name(), if jar == Jar::Guarded { "; Secure" } else { "" });
    let age = if value.is_some() { i64::from(HOURS).saturating_mul(3600) } else { 0 };
    let value = value.unwrap_or("");
    format!("{name}={value}; Path=/; Max-Age={age}; HttpOnly; SameSite=Lax{secure}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session() -> Session {
        let until = "2026-11-22T17:00:00Z".parse().unwrap();
        Session { key: Digest::of(b"key"), until, nonce: [7; 16], passkey: None }
    }

    #[test]
    fn a_cookie_is_read_by_whoever_has_the_secret_and_by_nobody_else() {
        let (secret, other) = (Secret::new([1; 32]), Secret::new([2; 32]));
        let value = session().print(&secret, "a.example/log");
        assert_eq!(Session::parse(&value, &secret, "a.example/log"), Some(session()));
        assert_eq!(Session::parse(&value, &other, "a.example/log"), None);
        assert_eq!(Session::parse(&value, &secret, "b.example/log"), None);
    }

    #[test]
    fn no_changed_letter_of_a_cookie_is_taken() {
        let secret = Secret::new([1; 32]);
        for session in [session(), Session { passkey: Some([9; 16]), ..session() }] {
            let value = session.print(&secret, "a.example/log");
            assert_eq!(Session::parse(&value, &secret, "a.example/log"), Some(session));
            for at in 0..value.len() {
                for letter in ['0', 'f', '.', '9', 'Z', '1', '2'] {
                    let mut changed: Vec<char> = value.chars().collect();
                    changed[at] = letter;
                    let changed: String = changed.into_iter().collect();
                    let found = Session::parse(&changed, &secret, "a.example/log");
                    assert_eq!(found.is_some(), changed == value, "{changed}");
                }
            }
            assert_eq!(Session::parse(&format!("{value}.1"), &secret, "a.example/log"), None);
        }
    }

    #[test]
    fn another_port_is_reached_by_the_name_that_this_one_was() {
        for (host, expected) in [
            ("127.0.0.1:8080", "http://127.0.0.1:8081/"),
            ("localhost", "http://localhost:8081/"),
            ("[::1]:8080", "http://[::1]:8081/"),
            ("[::1]", "http://[::1]:8081/"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, host.parse().unwrap());
            assert_eq!(Place::of(&headers).unwrap().at(8081), expected);
        }
    }

    #[test]
    fn the_local_cookie_counts_on_this_machine_alone() {
        let read = |host: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(HOST, host.parse().unwrap());
            headers.insert(COOKIE, "a=b; servanda=x; __Host-servanda=y".parse().unwrap());
            cookies(&headers).join(" ")
        };
        assert_eq!(read("127.0.0.1:8080"), "y x");
        assert_eq!(read("[::1]:8080"), "y x");
        assert_eq!(read("localhost"), "y x");
        assert_eq!(read("127.0.0.1.evil.example"), "y");
        assert_eq!(read("league.example"), "y");
    }
}
