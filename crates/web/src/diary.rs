//! What the server writes of itself: a line for each request, for each act, and where the pages
//! cannot follow the log. Never who asked, with which words, or what was sent: a route stands for
//! the path, and a code for the act.

use std::fmt;

/// A line of the diary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiaryLine<'l> {
    /// A request was answered.
    Request {
        /// Its method.
        method: &'l str,
        /// The route that answered, with its places as they stand in the table; `-` for none.
        route: &'l str,
        /// The status.
        status: u16,
        /// How long the answer took, in millionths of a second.
        micros: u64,
    },
    /// An act arrived and was answered.
    Act {
        /// The entry that holds it; none where it was not taken.
        entry: Option<u64>,
        /// `kept`, or the code of what kept it out.
        code: &'l str,
    },
    /// The log has grown, and cannot be read for the pages: they show what they showed before.
    Stale {
        /// What keeps it from being read.
        cause: &'l str,
    },
}

/// Writes lines of the diary; the program says where.
pub type Diary = Box<dyn Fn(DiaryLine<'_>) + Send + Sync>;

impl fmt::Display for DiaryLine<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Request { method, route, status, micros } => {
                write!(f, "request {method} {route} {status} {micros}us")
            }
            Self::Act { entry: Some(entry), code } => write!(f, "act {code} entry {entry}"),
            Self::Act { entry: None, code } => write!(f, "act {code}"),
            Self::Stale { cause } => write!(f, "pages not brought up to date: {cause}"),
        }
    }
}

impl DiaryLine<'_> {
    /// Returns the line as JSON.
    pub fn json(&self) -> serde_json::Value {
        match self {
            Self::Request { method, route, status, micros } => serde_json::json!({
                "event": "request", "method": method, "route": route, "status": status,
                "micros": micros,
            }),
            Self::Act { entry, code } => {
                serde_json::json!({"event": "act", "code": code, "entry": entry})
            }
            Self::Stale { cause } => serde_json::json!({"event": "stale", "cause": cause}),
        }
    }
}
