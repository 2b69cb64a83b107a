//! What keeps a request from an answer, and the one table of HTTP statuses.

use crate::asked::Asked;
use crate::tongue::say;
use axum::http::StatusCode;
use maud::Markup;
use serde_json::{Value, json};

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A word names nothing in this record.
    UnknownWord,
    /// A day, position or claim cannot be read.
    Unreadable,
    /// No page and no question has this path.
    NoSuchPath,
    /// The path answers other methods only.
    Method,
    /// Another site sent it through a browser.
    CrossSite,
    /// Nobody is signed in, and the path is for holders of keys.
    SignedOut,
    /// A key was not proved.
    NotProved,
    /// The same was asked too often.
    TooOften,
    /// It has more bytes than are read.
    TooLong,
}

impl Kind {
    pub(crate) const ALL: [Self; 9] = [
        Self::UnknownWord,
        Self::Unreadable,
        Self::NoSuchPath,
        Self::Method,
        Self::CrossSite,
        Self::SignedOut,
        Self::NotProved,
        Self::TooOften,
        Self::TooLong,
    ];

    /// Returns the word that programs read.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::UnknownWord => "unknown-word",
            Self::Unreadable => "unreadable",
            Self::NoSuchPath => "no-such-path",
            Self::Method => "method",
            Self::CrossSite => "cross-site",
            Self::SignedOut => "signed-out",
            Self::NotProved => "not-proved",
            Self::TooOften => "too-often",
            Self::TooLong => "too-long",
        }
    }

    /// Says to a person what it means.
    pub(crate) fn said(self, asked: &Asked) -> Markup {
        match self {
            Self::UnknownWord => say!(asked, "refusal-unknown-word"),
            Self::Unreadable => say!(asked, "refusal-unreadable"),
            Self::NoSuchPath => say!(asked, "refusal-no-such-path"),
            Self::Method => say!(asked, "refusal-method"),
            Self::CrossSite => say!(asked, "refusal-cross-site"),
            Self::SignedOut => say!(asked, "refusal-signed-out"),
            Self::NotProved => say!(asked, "refusal-not-proved"),
            Self::TooOften => say!(asked, "refusal-too-often"),
            Self::TooLong => say!(asked, "refusal-too-long"),
        }
    }

    /// Returns what it means, for programs.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::UnknownWord => "Nothing in this record has that name",
            Self::Unreadable => "The question cannot be read",
            Self::NoSuchPath => "There is no such page",
            Self::Method => "This path does not answer this method",
            Self::CrossSite => "This was sent from another site",
            Self::SignedOut => "Nobody is signed in",
            Self::NotProved => "The key was not proved",
            Self::TooOften => "This was asked too often",
            Self::TooLong => "This is longer than what is read here",
        }
    }

    /// Returns the HTTP status: the only place that knows.
    pub(crate) fn status(self) -> StatusCode {
        match self {
            Self::UnknownWord | Self::NoSuchPath => StatusCode::NOT_FOUND,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::SignedOut => StatusCode::UNAUTHORIZED,
            Self::CrossSite | Self::NotProved => StatusCode::FORBIDDEN,
            Self::TooOften => StatusCode::TOO_MANY_REQUESTS,
            Self::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
        }
    }
}

/// No answer, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) kind: Kind,
    pub(crate) message: String,
    pub(crate) hint: Option<String>,
    /// The nearest known word, where one is near.
    pub(crate) near: Option<String>,
}

impl Refusal {
    pub(crate) fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self { kind, message: message.into(), hint: None, near: None }
    }

    #[must_use]
    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Returns the RFC 9457 problem document.
    pub(crate) fn problem(&self, path: &str) -> Value {
        json!({
            "type": format!("/about#problem-{}", self.kind.code()),
            "title": self.kind.title(),
            "status": self.kind.status().as_u16(),
            "detail": self.message,
            "instance": path,
            "code": self.kind.code(),
            "hint": self.hint,
        })
    }
}
