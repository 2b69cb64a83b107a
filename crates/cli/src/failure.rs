//! What keeps a command from answering, and the one place that tells it.

use crate::arguments::Format;
use crate::exit::Exit;
use serde_json::{Value, json};
use servanda_journal::Fault;
use servanda_publish::rehearsal::Rehearsal;
use servanda_text::Diagnostic;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// What keeps a command from answering.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The record cannot be read as text.
    Unreadable(Vec<Fault>),
    /// A word of the command line is not what it should be.
    Usage { message: String, hint: Option<String> },
    /// A file of keys, or what stands beside one, is not what it should be.
    Key { at: Place, message: String, hint: String },
    /// A file or directory could not be read or written.
    Disk { doing: &'static str, path: PathBuf, cause: std::io::Error },
    /// The output could not be written.
    Output(std::io::Error),
    /// The log does not answer.
    Log(servanda_depositary::Fault),
    /// The server could not be started or went down.
    Server { doing: String, cause: std::io::Error },
}

/// Where in a file something is amiss: a line, or none where it is the whole file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) line: Option<usize>,
}

impl Place {
    /// Returns the place of a whole file.
    pub(crate) fn file(path: &Path) -> Self {
        Self { file: path.display().to_string(), line: None }
    }

    /// Returns the place of a line.
    pub(crate) fn line(path: &Path, line: usize) -> Self {
        Self { line: Some(line), ..Self::file(path) }
    }

    fn text(&self) -> String {
        self.line.map_or_else(|| self.file.clone(), |line| format!("{}:{line}:1", self.file))
    }

    fn json(&self) -> Value {
        json!({"file": self.file, "line": self.line, "column": self.line.map(|_| 1)})
    }
}

impl From<std::io::Error> for Failure {
    fn from(cause: std::io::Error) -> Self {
        Self::Output(cause)
    }
}

impl From<servanda_depositary::Fault> for Failure {
    fn from(fault: servanda_depositary::Fault) -> Self {
        Self::Log(fault)
    }
}

impl Failure {
    /// Makes a usage failure from a diagnostic about a word of the command line.
    pub(crate) fn of_word(diagnostic: &Diagnostic) -> Self {
        Self::Usage { message: diagnostic.message.clone(), hint: diagnostic.hint.clone() }
    }

    /// Tells the failure on the error output.
    pub(crate) fn tell(
        &self,
        format: Format,
        met: Option<&Rehearsal>,
        err: &mut dyn Write,
    ) -> Exit {
        let text = match format {
            Format::Json => self.as_json(met),
            Format::Text | Format::Csv => match met {
                Some(rehearsal) => rehearsal.text("", &self.as_text()),
                None => self.as_text(),
            },
        };
        match err.write_all(text.as_bytes()) {
            Ok(()) => self.exit(),
            Err(_) => Exit::Fault,
        }
    }

    fn exit(&self) -> Exit {
        match self {
            Self::Unreadable(_) | Self::Usage { .. } => Exit::Unreadable,
            // A reader that went away had what it wanted.
            Self::Output(cause) if cause.kind() == ErrorKind::BrokenPipe => Exit::Yes,
            Self::Log(
                servanda_depositary::Fault::Record(_)
                | servanda_depositary::Fault::Store(servanda_store::Fault::Address { .. }),
            ) => Exit::Unreadable,
            Self::Key { .. }
            | Self::Disk { .. }
            | Self::Output(_)
            | Self::Server { .. }
            | Self::Log(_) => Exit::Fault,
        }
    }

    pub(crate) fn message(&self) -> String {
        match self {
            Self::Unreadable(faults) if faults.len() == 1 => "1 fault in the text".to_owned(),
            Self::Unreadable(faults) => format!("{} faults in the text", faults.len()),
            Self::Usage { message, .. } | Self::Key { message, .. } => message.clone(),
            Self::Disk { doing, path, cause } => {
                format!("could not {doing} `{}`: {cause}", path.display())
            }
            Self::Output(cause) => format!("could not write the answer: {cause}"),
            Self::Log(fault) => fault.to_string(),
            Self::Server { doing, cause } => format!("could not {doing}: {cause}"),
        }
    }

    /// Returns the code of a failure that is no fault in a text.
    fn code(&self) -> &'static str {
        match self {
            Self::Unreadable(_) | Self::Usage { .. } => "U-USAGE",
            Self::Key { .. } => "U-KEY",
            Self::Log(_) => "U-LOG",
            Self::Disk { .. } | Self::Output(_) | Self::Server { .. } => "U-FAULT",
        }
    }

    fn hint(&self) -> Option<String> {
        match self {
            Self::Unreadable(_) => None,
            Self::Usage { hint, .. } => hint.clone(),
            Self::Key { hint, .. } => Some(hint.clone()),
            Self::Log(fault) => Some(fault.hint().to_owned()),
            Self::Disk { cause, .. } | Self::Output(cause) | Self::Server { cause, .. } => {
                Some(hint_of(cause).to_owned())
            }
        }
    }

    fn place(&self) -> Option<&Place> {
        match self {
            Self::Key { at, .. } => Some(at),
            Self::Unreadable(_)
            | Self::Usage { .. }
            | Self::Disk { .. }
            | Self::Output(_)
            | Self::Log(_)
            | Self::Server { .. } => None,
        }
    }

    fn as_text(&self) -> String {
        match self {
            Self::Unreadable(faults) => {
                let mut text: String = faults.iter().map(|fault| fault.rendered.as_str()).collect();
                // How many there are is no error of its own: each of them is one, with its code.
                text.push_str(&format!("{}\n", self.message()));
                return text;
            }
            Self::Output(cause) if cause.kind() == ErrorKind::BrokenPipe => return String::new(),
            _ => {}
        }
        let place = self.place().map(|at| format!("{}: ", at.text())).unwrap_or_default();
        let mut text = format!("{place}error[{}]: {}\n", self.code(), self.message());
        if let Some(hint) = self.hint() {
            text.push_str(&format!("hint: {hint}\n"));
        }
        text
    }

    /// Returns one object for each fault of a text, and one for any other failure, a line each.
    fn as_json(&self, met: Option<&Rehearsal>) -> String {
        let lines: Vec<Value> = match self {
            Self::Unreadable(faults) => faults
                .iter()
                .map(|fault| {
                    let (line, column) = fault.place;
                    let found = &fault.diagnostic;
                    json!({"code": found.code, "message": found.message, "article": found.article,
                        "where": {"file": fault.path, "line": line, "column": column},
                        "hint": found.hint})
                })
                .collect(),
            _ => vec![json!({"code": self.code(), "message": self.message(), "article": null,
                "where": self.place().map(Place::json), "hint": self.hint()})],
        };
        let told = |line: Value| met.map_or_else(|| line.clone(), |met| met.json(line.clone()));
        lines.into_iter().map(|line| format!("{}\n", told(line))).collect()
    }
}

/// Says what helps against a fault of a disk or a network.
fn hint_of(cause: &std::io::Error) -> &'static str {
    match cause.kind() {
        ErrorKind::NotFound => "a path is read from the working directory: see whether it is there",
        ErrorKind::PermissionDenied => "see who may read and write there",
        ErrorKind::AlreadyExists => "name one that is not there yet: nothing is written over",
        ErrorKind::AddrInUse => {
            "something else has this address: name another port; 0 takes a free one"
        }
        ErrorKind::InvalidData => "it is not UTF-8: convert it first",
        ErrorKind::IsADirectory | ErrorKind::NotADirectory => {
            "see which is a file and which a directory"
        }
        _ => "see whether what is asked is there, and whether there is room; then try again",
    }
}
