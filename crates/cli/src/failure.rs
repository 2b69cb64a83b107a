//! What keeps a command from answering, and the one place that tells it.

use crate::arguments::Format;
use crate::exit::Exit;
use serde_json::json;
use servanda_journal::Fault;
use servanda_publish::rehearsal::Rehearsal;
use servanda_text::Diagnostic;
use std::io::Write;
use std::path::PathBuf;

/// What keeps a command from answering.
#[derive(Debug)]
pub(crate) enum Failure {
    /// The record cannot be read as text.
    Unreadable(Vec<Fault>),
    /// A word of the command line is not what it should be.
    Usage { message: String, hint: Option<String> },
    /// A file or directory could not be read or written.
    Disk { doing: &'static str, path: PathBuf, cause: std::io::Error },
    /// The output could not be written.
    Output(std::io::Error),
    /// The log does not answer.
    Log(servanda_depositary::Fault),
    /// The server could not be started or went down.
    Server { doing: String, cause: std::io::Error },
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
            Self::Output(cause) if cause.kind() == std::io::ErrorKind::BrokenPipe => Exit::Yes,
            Self::Log(
                servanda_depositary::Fault::Record(_)
                | servanda_depositary::Fault::Store(servanda_store::Fault::Address { .. }),
            ) => Exit::Unreadable,
            Self::Disk { .. } | Self::Output(_) | Self::Server { .. } | Self::Log(_) => Exit::Fault,
        }
    }

    pub(crate) fn message(&self) -> String {
        match self {
            Self::Unreadable(faults) if faults.len() == 1 => "1 fault in the text".to_owned(),
            Self::Unreadable(faults) => format!("{} faults in the text", faults.len()),
            Self::Usage { message, .. } => message.clone(),
            Self::Disk { doing, path, cause } => {
                format!("could not {doing} `{}`: {cause}", path.display())
            }
            Self::Output(cause) => format!("could not write the answer: {cause}"),
            Self::Log(fault) => fault.to_string(),
            Self::Server { doing, cause } => format!("could not {doing}: {cause}"),
        }
    }

    fn as_text(&self) -> String {
        match self {
            Self::Unreadable(faults) => {
                let mut text: String = faults.iter().map(|fault| fault.rendered.as_str()).collect();
                text.push_str(&format!("error: {}\n", self.message()));
                text
            }
            Self::Usage { message, hint: Some(hint) } => {
                format!("error: {message}\nhint: {hint}\n")
            }
            Self::Log(fault) => format!("error: {fault}\nhint: {}\n", fault.hint()),
            Self::Output(cause) if cause.kind() == std::io::ErrorKind::BrokenPipe => String::new(),
            _ => format!("error: {}\n", self.message()),
        }
    }

    fn as_json(&self, met: Option<&Rehearsal>) -> String {
        let one = |code: &str, message: &str, place: serde_json::Value, hint: Option<&String>| json!({"code": code, "message": message, "article": null, "where": place, "hint": hint});
        let lines: Vec<serde_json::Value> = match self {
            Self::Unreadable(faults) => faults
                .iter()
                .map(|fault| {
                    let (line, column) = fault.place;
                    let place = json!({"file": fault.path, "line": line, "column": column});
                    let found = &fault.diagnostic;
                    let mut line = one(found.code, &found.message, place, found.hint.as_ref());
                    if let Some(fields) = line.as_object_mut() {
                        fields.insert("article".to_owned(), json!(found.article));
                    }
                    line
                })
                .collect(),
            Self::Usage { hint, .. } => {
                vec![one("U-USAGE", &self.message(), json!(null), hint.as_ref())]
            }
            Self::Log(fault) => {
                let hint = fault.hint().to_owned();
                vec![one("U-LOG", &self.message(), json!(null), Some(&hint))]
            }
            Self::Disk { .. } | Self::Output(_) | Self::Server { .. } => {
                vec![one("U-FAULT", &self.message(), json!(null), None)]
            }
        };
        let told = |line: serde_json::Value| {
            met.map_or_else(|| line.clone(), |met| met.json(line.clone()))
        };
        lines.into_iter().map(|line: serde_json::Value| format!("{}\n", told(line))).collect()
    }
}
