//! The command line of `export` and `import`.

use super::{Format, Whence};
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// What `export` writes.
#[derive(Debug, Subcommand)]
pub(crate) enum Export {
    /// One page that tells the organisation from its record
    Profile {
        /// How to write the page
        #[arg(long, value_enum, default_value_t = PageForm::Html)]
        format: PageForm,
        #[command(flatten)]
        asked: Asked,
    },
    /// All acts as one journal, in their positions
    Journal {
        #[command(flatten)]
        asked: Asked,
        /// How the report is told, and what keeps from it
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// One table as comma-separated values: acts, participation, memberships, sources, references,
    /// instruments, bodies, findings, or a table of an account
    Csv {
        /// The table, as in `acts` or the name of an account's table
        table: String,
        #[command(flatten)]
        asked: Asked,
        /// How the report is told, and what keeps from it
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// One table, or all of them, as JSON
    Json {
        /// The table; without it, all
        table: Option<String>,
        #[command(flatten)]
        asked: Asked,
        /// How the report is told, and what keeps from it
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// One row of an encyclopaedia's table, as an SQL statement
    EncyclopaediaRow {
        #[command(flatten)]
        asked: Asked,
        /// How the report is told, and what keeps from it
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
}

impl Export {
    /// Returns how the report is told; a page has forms of its own, and its report is text.
    pub(crate) fn told(&self) -> Format {
        match self {
            Self::Profile { .. } => Format::Text,
            Self::Journal { format, .. }
            | Self::Csv { format, .. }
            | Self::Json { format, .. }
            | Self::EncyclopaediaRow { format, .. } => *format,
        }
    }
}

/// How a page is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum PageForm {
    /// One file that needs nothing from outside
    Html,
    /// Text for readers of plain files
    Markdown,
}

/// Which record is exported, and as of when.
#[derive(Debug, Args)]
pub(crate) struct Asked {
    #[command(flatten)]
    pub(crate) whence: Whence,
    /// The day told of, at its end [default: the last for which the record is complete, else today]
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<String>,
    /// Up to where the record is read: a position, or a day of recording
    #[arg(long, value_name = "POSITION|DATE")]
    pub(crate) known: Option<String>,
}

/// What `import` reads.
#[derive(Debug, Subcommand)]
pub(crate) enum Import {
    /// Read rows of an encyclopaedia's table from SQL statements, which are never run
    EncyclopaediaRow {
        /// The file
        file: PathBuf,
        #[command(flatten)]
        read: Read,
    },
    /// Cut an authentic text into articles and print them as charter text
    Text {
        /// The word of the instrument the text is of
        instrument: String,
        /// The file
        file: PathBuf,
        #[command(flatten)]
        read: Read,
    },
}

/// Against which record a file is read, and how the report is printed.
#[derive(Debug, Args)]
pub(crate) struct Read {
    #[command(flatten)]
    pub(crate) whence: Whence,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}
