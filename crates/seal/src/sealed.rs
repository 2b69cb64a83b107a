//! A sealed act: a signed note over the header, the log's origin and one line of strict JSON.

use crate::content::Content;
use crate::fields::{content_of, json_of};
use crate::{Digest, Json, NotStrict};
use servanda_note::{Malformed, Note, SignatureLine};

/// The first line of every sealed act; it tells the text from every other that a key signs.
pub const HEADER: &str = "servanda.act/v1";
/// The largest entry of a log, in bytes: what a tile of c2sp.org/tlog-tiles can hold, and room.
pub const LEAF_BYTES_MAX: usize = 60_000;
/// The longest origin, in bytes.
const ORIGIN_BYTES_MAX: usize = 255;

/// An act with its signatures. Whether they are those it needs is the key ring's question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    origin: String,
    content: Content,
    note: Note,
}

/// Why bytes are no sealed act.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Flaw {
    /// More bytes than an entry has.
    #[error("the sealed act has {0} bytes, and an entry of a log at most 60,000")]
    Long(usize),
    /// The note departs from its form.
    #[error("{0}")]
    Note(#[from] Malformed),
    /// The text has other lines than three.
    #[error("a sealed act has three lines: header, origin, and what it says")]
    Lines,
    /// The header is another.
    #[error("the first line is not `servanda.act/v1`")]
    Header,
    /// The origin cannot name a log.
    #[error("an origin is 1 to 255 bytes without spaces and without `+`")]
    Origin,
    /// The third line is not strict JSON.
    #[error("the third line is not JSON as RFC 8785 prints it: {0}")]
    Json(#[from] NotStrict),
    /// The object says nothing a log knows.
    #[error("the third line says no entry of a log: {0}")]
    Content(String),
}

impl Flaw {
    /// Returns what would be right.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Long(_) => "keep a long text as a document and let the act name it",
            Self::Note(malformed) => malformed.flaw.hint(),
            Self::Lines | Self::Header | Self::Origin => "take the text as `servanda act` gives it",
            Self::Json(_) | Self::Content(_) => "docs/formats/log.md gives every kind of entry",
        }
    }
}

/// Makes the text that is signed.
///
/// # Errors
/// An origin or a content that no sealed act can have.
pub fn sealed_text(origin: &str, content: &Content) -> Result<String, Flaw> {
    check_origin(origin)?;
    let too_large = || Flaw::Content("a number is larger than 2^53 - 1".to_owned());
    let json = json_of(content).print().ok_or_else(too_large)?;
    let text = format!("{HEADER}\n{origin}\n{json}\n");
    if text.len() > LEAF_BYTES_MAX { Err(Flaw::Long(text.len())) } else { Ok(text) }
}

impl Sealed {
    /// Makes a sealed act of its text and signature lines.
    ///
    /// # Errors
    /// What [`Sealed::parse`] would say.
    pub fn new(text: String, lines: Vec<SignatureLine>) -> Result<Self, Flaw> {
        let note = Note::new(text, lines)?;
        Self::of(note.print().len(), note)
    }

    /// Parses a sealed act.
    ///
    /// # Errors
    /// The first departure from the form.
    pub fn parse(bytes: &[u8]) -> Result<Self, Flaw> {
        if bytes.len() > LEAF_BYTES_MAX {
            return Err(Flaw::Long(bytes.len()));
        }
        Self::of(bytes.len(), Note::parse(bytes)?)
    }

    fn of(length: usize, note: Note) -> Result<Self, Flaw> {
        if length > LEAF_BYTES_MAX {
            return Err(Flaw::Long(length));
        }
        let mut lines = note.text().split_terminator('\n');
        let (Some(header), Some(origin), Some(json), None) =
            (lines.next(), lines.next(), lines.next(), lines.next())
        else {
            return Err(Flaw::Lines);
        };
        if header != HEADER {
            return Err(Flaw::Header);
        }
        check_origin(origin)?;
        let content = content_of(Json::parse(json)?).map_err(Flaw::Content)?;
        Ok(Self { origin: origin.to_owned(), content, note })
    }

    /// Returns the act's id: SHA-256 of the text that is signed.
    pub fn id(&self) -> Digest {
        Digest::of(self.note.text().as_bytes())
    }

    /// Returns the log it is for.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Returns what it says.
    pub fn content(&self) -> &Content {
        &self.content
    }

    /// Returns the note.
    pub fn note(&self) -> &Note {
        &self.note
    }

    /// Returns the bytes that are stored: the note as printed.
    pub fn print(&self) -> String {
        self.note.print()
    }
}

fn check_origin(origin: &str) -> Result<(), Flaw> {
    let is_plain = !origin.contains(|c: char| c.is_whitespace() || c == '+');
    let is_sized = !origin.is_empty() && origin.len() <= ORIGIN_BYTES_MAX;
    if is_plain && is_sized { Ok(()) } else { Err(Flaw::Origin) }
}
