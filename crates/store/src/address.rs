//! Where a log is.

use crate::Fault;
use std::path::Path;

/// Where a log is.
pub(crate) enum Address<'a> {
    Memory,
    Sqlite(&'a Path),
    Postgres,
}

impl<'a> Address<'a> {
    /// Reads an address.
    pub(crate) fn parse(text: &'a str) -> Result<Self, Fault> {
        let refused = |cause: &str| Fault::Address {
            address: without_password(text),
            cause: cause.to_owned(),
        };
        if text == "memory:" {
            return Ok(Self::Memory);
        }
        if let Some(path) = text.strip_prefix("sqlite:") {
            if path.is_empty() {
                return Err(refused("no file is named"));
            }
            return Ok(Self::Sqlite(Path::new(path)));
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres);
        }
        Err(refused("it begins with neither `sqlite:` nor `postgres://`"))
    }
}

/// Leaves out what stands between the user's name and the host.
pub(crate) fn without_password(text: &str) -> String {
    let Some((before, after)) = text.split_once("://") else { return text.to_owned() };
    let end = after.find(['/', '?']).unwrap_or(after.len());
    let (host, rest) = after.split_at(end);
    let shown = match host.rsplit_once('@') {
        Some((user, host)) => {
            let name = user.split(':').next().unwrap_or("");
            format!("{name}@{host}")
        }
        None => host.to_owned(),
    };
    format!("{before}://{shown}{}", rest.split('?').next().unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn a_password_is_never_shown() {
        let shown = |text| without_password(text);
        assert_eq!(shown("postgres://ann:se@cret@host/log?x=1"), "postgres://ann@host/log");
        assert_eq!(shown("postgres:///log?password=secret"), "postgres:///log");
        assert_eq!(shown("sqlite:a@b"), "sqlite:a@b");
    }
}
