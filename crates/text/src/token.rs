//! Tokens and the places they come from.

/// A stretch of a file, in bytes from its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// Returns the text the span covers, empty where the span lies outside.
    #[inline]
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
    }

    /// Returns the span from the start of this one to the end of the other.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start, end: other.end }
    }
}

/// What a token is, told by its first byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `cst.11`, `in-force`, `s003:43-51`.
    Word,
    /// `ARM`.
    Code,
    /// A number, a fraction, a date, an interval or an instant: the place decides.
    Numeral,
    /// `"…"`, the quotes included in the span.
    Quoted,
    /// `#label`, the sign included in the span.
    Label,
    /// `,`
    Comma,
    /// `=`
    Equals,
}

impl Kind {
    /// Returns the kind as it is named in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Code => "code",
            Self::Numeral => "number or date",
            Self::Quoted => "quoted text",
            Self::Label => "label",
            Self::Comma => "comma",
            Self::Equals => "`=`",
        }
    }
}

/// A token with its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where it stands.
    pub span: Span,
}
