//! Where an answer leaves the program: over a rehearsal it says that it is one, in the form in
//! which it leaves.

use crate::arguments::{
    Act, Command, Cosealing, Export, Format, Import, Key, Log, PageForm, Sealing,
};
use crate::failure::Failure;
use serde_json::Value;
use servanda_publish::rehearsal::Rehearsal;
use std::io::Write;

/// The form in which an answer leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Leaving {
    /// A table or a text for people.
    Text,
    /// One JSON value.
    Json,
    /// Comma-separated values.
    Csv,
    /// A page.
    Html,
    /// A text for readers of plain files.
    Markdown,
    /// Charter or journal text, in which a comment is possible.
    Commented,
    /// Bytes that are signed or quoted as they are; their origin says what they are.
    Sealed,
    /// Lines that are written while the command goes on.
    Streamed,
}

impl Leaving {
    /// Returns the form of a command's answer; a command that nothing is said of here leaves in
    /// the format that it was asked for.
    pub(crate) fn of(command: &Command) -> Self {
        match command {
            Command::Serve(_) => Self::Streamed,
            Command::Witness(asked) if !asked.once => Self::Streamed,
            Command::Export(Export::Profile { format: PageForm::Html, .. }) => Self::Html,
            Command::Export(Export::Profile { format: PageForm::Markdown, .. }) => Self::Markdown,
            Command::Export(
                Export::Csv { format: Format::Json, .. }
                | Export::Journal { format: Format::Json, .. }
                | Export::EncyclopaediaRow { format: Format::Json, .. },
            ) => Self::Json,
            Command::Log(log @ (Log::Show { .. } | Log::Receipt { .. }))
                if log.format() == Format::Json =>
            {
                Self::Json
            }
            Command::Export(Export::Csv { .. }) => Self::Csv,
            Command::Export(Export::Json { .. }) => Self::Json,
            Command::Export(Export::Journal { .. }) => Self::Commented,
            Command::Export(Export::EncyclopaediaRow { .. })
            | Command::Log(Log::Show { .. } | Log::Receipt { out: None, .. }) => Self::Sealed,
            Command::Import(Import::Text { read, .. }) if read.format == Format::Text => {
                Self::Commented
            }
            Command::Key(
                Key::Enrol { sealing: Cosealing { written, .. }, .. }
                | Key::Revoke { sealing: Cosealing { written, .. }, .. }
                | Key::Rotate { sealing: Sealing { written, .. }, .. },
            )
            | Command::Act(Act { sealing: Sealing { written, .. }, .. })
                if written.out.is_none() && written.format != Format::Json =>
            {
                Self::Sealed
            }
            Command::Sign(sign) if sign.out.is_none() && sign.format != Format::Json => {
                Self::Sealed
            }
            Command::SignIn(asked) if asked.format != Format::Json => Self::Sealed,
            Command::Log(Log::Receipt { .. }) => Self::Text,
            other => Self::asked(other.format()),
        }
    }

    fn asked(format: Format) -> Self {
        match format {
            Format::Text => Self::Text,
            Format::Json => Self::Json,
            Format::Csv => Self::Csv,
        }
    }
}

/// Lets an answer leave.
pub(crate) fn leave(
    form: Leaving,
    answer: &[u8],
    met: Option<&Rehearsal>,
    (out, err): (&mut dyn Write, &mut dyn Write),
) -> Result<(), Failure> {
    let Some(rehearsal) = met.filter(|_| !answer.is_empty()) else {
        return Ok(out.write_all(answer)?);
    };
    let text = String::from_utf8_lossy(answer);
    let told = match form {
        Leaving::Text => rehearsal.text("", &text),
        Leaving::Csv => rehearsal.csv(&text),
        Leaving::Html => rehearsal.html(&text),
        Leaving::Markdown => rehearsal.markdown(&text),
        Leaving::Commented => rehearsal.text("; ", &text),
        Leaving::Json => match serde_json::from_str::<Value>(&text) {
            Ok(value) => {
                if value.as_array().is_some_and(Vec::is_empty) {
                    writeln!(err, "{}", rehearsal.sentence())?;
                }
                format!("{:#}\n", rehearsal.json(value))
            }
            Err(_not_one_value) => rehearsal.text("", &text),
        },
        Leaving::Sealed | Leaving::Streamed => {
            writeln!(err, "{}", rehearsal.sentence())?;
            return Ok(out.write_all(answer)?);
        }
    };
    Ok(out.write_all(told.as_bytes())?)
}
