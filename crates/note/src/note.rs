//! A note: a text, an empty line, and one or more signature lines (c2sp.org/signed-note).

use crate::{KeyId, KeyName, NOTE_BYTES_MAX, SIGNATURES_MAX, SignatureLine, Signed, VerifierKey};

/// In which way a note departs from its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum NoteFlaw {
    /// More bytes than are read.
    #[error("the note is longer than 1,000,000 bytes")]
    Long,
    /// Bytes that are no text.
    #[error("the bytes are not UTF-8")]
    Utf8,
    /// A control character other than the newline.
    #[error("a control character stands in the note")]
    Control,
    /// The text is empty or its last line has no end.
    #[error("the text does not end with a newline")]
    TextEnd,
    /// No empty line before the signatures.
    #[error("no empty line stands between text and signatures")]
    NoGap,
    /// Nothing after the empty line.
    #[error("no signature line stands after the text")]
    Unsigned,
    /// More signature lines than are read.
    #[error("more than 100 signature lines stand after the text")]
    Many,
    /// The last signature line has no newline.
    #[error("the last line does not end with a newline")]
    LineEnd,
    /// A signature line begins otherwise.
    #[error("a signature line begins with an em dash and a space")]
    Dash,
    /// A signature line lacks its name or its signature.
    #[error("a signature line has a name, one space, and a signature")]
    Parts,
    /// The name of a key is none.
    #[error("the name of a key is 1 to 255 bytes without spaces and without `+`")]
    Name,
    /// The signature is not base64 as it would be printed.
    #[error("the signature is not base64 with padding")]
    Base64,
    /// The signature has no bytes after the key's id, or too many.
    #[error("a signature has four bytes of key id and 1 to 8,192 bytes after them")]
    SignatureLength,
}

impl NoteFlaw {
    /// Returns what would be right.
    pub fn hint(self) -> &'static str {
        match self {
            Self::Long => "keep what is large outside the note and sign its hash",
            Self::Utf8 => "write the note in UTF-8",
            Self::Control => "end lines with a newline alone, and use spaces for tabs",
            Self::TextEnd => "end the last line of the text with a newline",
            Self::NoGap => "put one empty line between the text and its signatures",
            Self::Unsigned => "sign the text",
            Self::Many => "keep the signatures of the keys that readers know",
            Self::LineEnd => "end the last signature line with a newline",
            Self::Dash | Self::Parts => "write `\u{2014} NAME SIGNATURE`",
            Self::Name => "name keys like an address without a scheme: `example.org/log`",
            Self::Base64 => "write base64 of RFC 4648 section 4, with its padding",
            Self::SignatureLength => "take the line over from the signer unchanged",
        }
    }
}

/// A note that departs from its form, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {flaw}")]
pub struct Malformed {
    /// The line, from 1.
    pub line: usize,
    /// The departure.
    pub flaw: NoteFlaw,
}

/// A signed text. What it was signed by is another question: [`Note::verify`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<SignatureLine>,
}

/// Why a note is not taken as signed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unverified {
    /// No line is by a known key.
    #[error("no signature is by a known key")]
    Unknown,
    /// A line says that it is by a known key, and is not.
    #[error("the signature under `{0}+{1}` was not made by that key over this text")]
    Mismatch(KeyName, KeyId),
    /// Two known keys share name and id, so that a line cannot tell them apart.
    #[error("two keys have the name and id `{0}+{1}`")]
    Ambiguous(KeyName, KeyId),
}

impl Note {
    /// Makes a note of a text and its signature lines.
    ///
    /// # Errors
    /// What the parser would say of the note as printed.
    pub fn new(text: String, signatures: Vec<SignatureLine>) -> Result<Self, Malformed> {
        check_text(&text)?;
        let count = text.bytes().filter(|b| *b == b'\n').count().saturating_add(2);
        check_count(signatures.len(), count)?;
        let note = Self { text, signatures };
        if note.print().len() > NOTE_BYTES_MAX {
            return Err(Malformed { line: 1, flaw: NoteFlaw::Long });
        }
        Ok(note)
    }

    /// Parses a note, and accepts exactly what [`Note::print`] prints.
    ///
    /// # Errors
    /// The first departure from the form.
    pub fn parse(bytes: &[u8]) -> Result<Self, Malformed> {
        let at_start = |flaw| Malformed { line: 1, flaw };
        if bytes.len() > NOTE_BYTES_MAX {
            return Err(at_start(NoteFlaw::Long));
        }
        let whole = match std::str::from_utf8(bytes) {
            Ok(whole) => whole,
            Err(error) => {
                let before = bytes.get(..error.valid_up_to()).unwrap_or(bytes);
                return Err(Malformed { line: line_after(before), flaw: NoteFlaw::Utf8 });
            }
        };
        check_controls(whole)?;
        // The text may hold empty lines itself: it ends at the last one.
        let gap = whole.rfind("\n\n").ok_or(at_start(NoteFlaw::NoGap))?;
        let (text, rest) = whole.split_at(gap.saturating_add(1));
        let signatures = rest.strip_prefix('\n').unwrap_or(rest);
        let line = line_after(text.as_bytes()).saturating_add(1);
        Ok(Self { text: text.to_owned(), signatures: lines(signatures, line)? })
    }

    /// Prints the note.
    pub fn print(&self) -> String {
        let mut out = self.text.clone();
        out.push('\n');
        for line in &self.signatures {
            line.print_to(&mut out);
            out.push('\n');
        }
        out
    }

    /// Returns the text, with its last newline.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the signature lines in their order.
    pub fn signatures(&self) -> &[SignatureLine] {
        &self.signatures
    }

    /// Returns the note with further signature lines below; a line that is there already stays once.
    ///
    /// # Errors
    /// A note that would be too large.
    pub fn with(self, lines: Vec<SignatureLine>) -> Result<Self, Malformed> {
        let Self { text, mut signatures } = self;
        for line in lines {
            if !signatures.contains(&line) {
                signatures.push(line);
            }
        }
        Self::new(text, signatures)
    }

    /// Verifies every line that says it is by one of the keys, one by one, and returns who signed,
    /// in the order of the lines. Lines of other keys are passed over.
    ///
    /// # Errors
    /// No line by a known key, a line that is not by the key it names, or keys of one name and id.
    pub fn verify<'k>(&self, keys: &'k [VerifierKey]) -> Result<Vec<Signed<'k>>, Unverified> {
        let mut signed: Vec<Signed<'k>> = Vec::new();
        for line in &self.signatures {
            let mut named = keys.iter().filter(|key| key.is_named_by(line));
            let Some(key) = named.next() else { continue };
            if named.any(|other| other != key) {
                return Err(Unverified::Ambiguous(line.name().clone(), line.id()));
            }
            let Some(by) = key.verify(&self.text, line) else {
                return Err(Unverified::Mismatch(line.name().clone(), line.id()));
            };
            // A key that signed twice is counted once, with its first line.
            if signed.iter().all(|known| known.key != key) {
                signed.push(by);
            }
        }
        if signed.is_empty() { Err(Unverified::Unknown) } else { Ok(signed) }
    }
}

/// Parses the lines below the text, of which the first has the given number.
pub(crate) fn lines(text: &str, first: usize) -> Result<Vec<SignatureLine>, Malformed> {
    let count = text.bytes().filter(|b| *b == b'\n').count();
    if !text.is_empty() && !text.ends_with('\n') {
        let line = first.saturating_add(count);
        return Err(Malformed { line, flaw: NoteFlaw::LineEnd });
    }
    check_count(count, first)?;
    let rows = (first..).zip(text.split_terminator('\n'));
    rows.map(|(line, row)| SignatureLine::parse(row).map_err(|flaw| Malformed { line, flaw }))
        .collect()
}

fn check_text(text: &str) -> Result<(), Malformed> {
    check_controls(text)?;
    if text.ends_with('\n') {
        Ok(())
    } else {
        Err(Malformed { line: line_after(text.as_bytes()), flaw: NoteFlaw::TextEnd })
    }
}

fn check_controls(text: &str) -> Result<(), Malformed> {
    let is_control = |b: &u8| *b < b' ' && *b != b'\n';
    match text.as_bytes().iter().position(is_control) {
        None => Ok(()),
        Some(at) => {
            let before = text.as_bytes().get(..at).unwrap_or(&[]);
            Err(Malformed { line: line_after(before), flaw: NoteFlaw::Control })
        }
    }
}

fn check_count(count: usize, line: usize) -> Result<(), Malformed> {
    match count {
        0 => Err(Malformed { line, flaw: NoteFlaw::Unsigned }),
        1..=SIGNATURES_MAX => Ok(()),
        _ => {
            let line = line.saturating_add(SIGNATURES_MAX);
            Err(Malformed { line, flaw: NoteFlaw::Many })
        }
    }
}

/// Returns the number of the line that begins or goes on after these bytes.
fn line_after(bytes: &[u8]) -> usize {
    bytes.iter().filter(|b| **b == b'\n').count().saturating_add(1)
}
