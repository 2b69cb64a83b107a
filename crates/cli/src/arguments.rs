//! The command line, as clap reads it.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

mod charters;
mod documents;
mod forms;
mod keys;
mod logs;
mod rehearse;
mod rules;
mod serve;
mod signing;
mod witnesses;

pub(crate) use charters::{Lint, WhatIf};
pub(crate) use documents::{Deposit, Document, Office, Show};
pub(crate) use forms::{Asked, Export, Import, PageForm};
pub(crate) use keys::{Act, Cosealing, Key, Sealing, Whose, Written};
pub(crate) use logs::{At, Log, Whence};
pub(crate) use rehearse::Rehearse;
pub(crate) use rules::{Decide, Entry};
pub(crate) use serve::{Diary, Serve};
pub(crate) use signing::{Sign, SignIn};
pub(crate) use witnesses::Witness;

/// Who was bound to whom, when, and on whose word.
#[derive(Debug, Parser)]
#[command(name = "servanda", version, about, long_about = LONG, max_term_width = 100)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const LONG: &str = "Who was bound to whom, when, and on whose word.

Servanda reads an organisation's law and history from plain text and says what follows on any day, \
with the act, the article and the source. Without --record it answers from the reference \
organisation built into the program.";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Check a record: its assertions, the claims of its sources, and every finding
    Check(Check),
    /// Judge the acts of a file at the door, in order, as if they arrived now
    Try(Try),
    /// How every state stands to an instrument
    Status {
        /// The instrument, as `servanda timeline` names it
        instrument: String,
        #[command(flatten)]
        question: Question,
    },
    /// Who is a member of an organisation or organ
    Members {
        /// The organisation or organ, by its word in the charter
        organisation: String,
        #[command(flatten)]
        question: Question,
    },
    /// Who has the chair of an organ, what each reading of the rule expected, who is next
    Chair {
        /// The organ, by its word in the charter
        organ: String,
        #[command(flatten)]
        question: Question,
    },
    /// Who holds an office
    Office {
        /// The office, by its word in the charter
        office: String,
        #[command(flatten)]
        question: Question,
    },
    /// What happened, in order
    Timeline {
        /// Only what concerns this state, as in `UZB`
        state: Option<String>,
        #[command(flatten)]
        question: Question,
    },
    /// What binds a state, and what it may claim
    Obligations {
        /// The state, by its code
        state: String,
        #[command(flatten)]
        question: Question,
    },
    /// What a state must answer on a day, by when and under which article
    Today {
        /// The state, by its code
        state: String,
        #[command(flatten)]
        question: Question,
    },
    /// What an article says on a day, and every version it has had
    Article {
        /// The article, as INSTRUMENT.NUMBER
        article: String,
        #[command(flatten)]
        question: Question,
    },
    /// Why a claim stands as it does
    #[command(long_about = WHY)]
    Why {
        /// The claim, as below
        claim: String,
        #[command(flatten)]
        question: Question,
    },
    /// Acts that sources read differently, and what each other reading would change
    Disputes {
        #[command(flatten)]
        question: Question,
    },
    /// The tables of the sources, cell by cell, beside our reading
    Tables {
        /// One table; without it, all
        table: Option<String>,
        #[command(flatten)]
        question: Question,
    },
    /// What a source is, and what it is cited for
    Source {
        /// The source, by its word in the charter
        source: String,
        #[command(flatten)]
        question: Question,
    },
    /// What differs between two days, or between what was known on two days
    Diff {
        /// The first day
        before: String,
        /// The second day
        after: String,
        #[command(flatten)]
        question: Question,
    },
    /// What would differ if an article said something else
    #[command(name = "what-if", long_about = charters::WHAT_IF, after_long_help = charters::WHAT_IF_EXAMPLES)]
    WhatIf(WhatIf),
    /// The holes in a charter: what it leaves open and should not
    #[command(long_about = charters::LINT, after_long_help = charters::LINT_EXAMPLES)]
    Lint(Lint),
    /// What an organ decides on a matter when its members vote so
    #[command(long_about = rules::DECIDE)]
    Decide(Decide),
    /// Who stood in an instrument or organisation and in another at once, and when
    Overlap {
        /// The one: an instrument or an organisation
        one: String,
        /// The other
        other: String,
        #[command(flatten)]
        question: Question,
    },
    /// When an organ met, where, and what it decided
    Sessions {
        /// The organ, by its word in the charter
        organ: String,
        #[command(flatten)]
        question: Question,
    },
    /// The matters that were opened, and whose turn it is in each
    Docket {
        /// Only those that are not closed
        #[arg(long)]
        open: bool,
        #[command(flatten)]
        question: Question,
    },
    /// One matter: its steps, the acts that took them, and what is not found
    Matter {
        /// The label of the act that opened it, with or without `#`
        matter: String,
        #[command(flatten)]
        question: Question,
    },
    /// Two matters, step by step, one beside the other
    #[command(name = "side-by-side")]
    SideBySide {
        /// The label of the one
        left: String,
        /// The label of the other
        right: String,
        #[command(flatten)]
        question: Question,
    },
    /// When an instrument enters into force, and for whom, on the steps of a file
    #[command(name = "entry-into-force", long_about = rules::ENTRY)]
    EntryIntoForce(Entry),
    /// Set out charter and journal files in the one way
    Format(Format_),
    /// Write the record in another form; counts and what was left out go to the error output
    #[command(subcommand)]
    Export(Export),
    /// Read another form safely, and say what was left out and why
    #[command(subcommand)]
    Import(Import),
    /// Open the record as pages
    Serve(Serve),
    /// Fork a log, or a record, into a rehearsal of its own, in which acts are invented
    #[command(long_about = rehearse::REHEARSE, after_long_help = rehearse::REHEARSE_EXAMPLES)]
    Rehearse(Rehearse),
    /// Found a log, add to it, verify it, prove and write out what it holds
    #[command(subcommand, long_about = logs::LOG, after_long_help = logs::LOG_EXAMPLES)]
    Log(Log),
    /// Verify every row, signature, root and judgment of a log again
    Verify {
        #[command(flatten)]
        at: At,
    },
    /// Mirror another's log, verify and judge all of it again, and cosign what holds
    #[command(long_about = witnesses::WITNESS, after_long_help = witnesses::WITNESS_EXAMPLES)]
    Witness(Witness),
    /// Make keys, and the acts by which a log takes them up and lets them go
    #[command(subcommand, long_about = keys::KEY, after_long_help = keys::KEY_EXAMPLES)]
    Key(Key),
    /// Keep documents beside a log, say who may read them, and erase them
    #[command(subcommand, long_about = documents::DOCUMENT, after_long_help = documents::DOCUMENT_EXAMPLES)]
    Document(Document),
    /// Seal one entry of a journal with a key, for a log
    Act(Act),
    /// Sign a text as the desk of a server shows it: an act, or a challenge
    Sign(Sign),
    /// Prove a key to a server: ask for its challenge, sign it, and print what to paste
    SignIn(SignIn),
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
}

const WHY: &str =
    "Why a claim stands as it does: the acts, articles and sources behind it, and the \
weakest evidence it rests on.

Claims:
  \"STATE party INSTRUMENT\"   or signatory, contracting, provisional, suspended, former
  \"STATE member BODY\"        or suspended, observer, partner, former
  \"INSTRUMENT in-force\"
  \"STATE chair ORGAN\"
  '\"Name of a person\" holds OFFICE'
  \"adopted #label\"
  \"not …\" before any of them";

impl Command {
    /// Returns the format asked for.
    pub(crate) fn format(&self) -> Format {
        match self {
            Self::Check(check) => check.format,
            Self::Try(trial) => trial.format,
            Self::WhatIf(asked) => asked.question.format,
            Self::Lint(asked) => asked.format,
            Self::Status { question, .. }
            | Self::Members { question, .. }
            | Self::Chair { question, .. }
            | Self::Office { question, .. }
            | Self::Timeline { question, .. }
            | Self::Obligations { question, .. }
            | Self::Today { question, .. }
            | Self::Article { question, .. }
            | Self::Why { question, .. }
            | Self::Disputes { question }
            | Self::Tables { question, .. }
            | Self::Source { question, .. }
            | Self::Diff { question, .. } => question.format,
            Self::Docket { question, .. }
            | Self::Matter { question, .. }
            | Self::SideBySide { question, .. }
            | Self::Sessions { question, .. }
            | Self::Overlap { question, .. } => question.format,
            Self::Decide(asked) => asked.question.format,
            Self::EntryIntoForce(asked) => asked.question.format,
            Self::Import(Import::EncyclopaediaRow { read, .. } | Import::Text { read, .. }) => {
                read.format
            }
            Self::Log(log) => log.format(),
            Self::Verify { at } | Self::Key(Key::List { at }) => at.format,
            Self::Key(Key::New { format, .. }) => *format,
            Self::Witness(witness) => witness.at.format,
            Self::Document(document) => document.format(),
            Self::Rehearse(asked) => asked.format,
            Self::Key(Key::Enrol { sealing, .. } | Key::Revoke { sealing, .. }) => {
                sealing.written.format
            }
            Self::Key(Key::Rotate { sealing, .. }) | Self::Act(Act { sealing, .. }) => {
                sealing.written.format
            }
            Self::Sign(sign) => sign.format,
            Self::SignIn(sign_in) => sign_in.format,
            Self::Format(asked) => asked.format,
            Self::Export(export) => export.told(),
            Self::Serve(serve) => serve.format,
            Self::Completions { .. } => Format::Text,
        }
    }
}

/// What every question takes.
#[derive(Debug, Args)]
pub(crate) struct Question {
    #[command(flatten)]
    pub(crate) whence: Whence,
    /// A journal of acts that are supposed: read after the record, as if they had been done
    #[arg(long, value_name = "FILE")]
    pub(crate) supposing: Option<PathBuf>,
    /// The day asked about, at its end, or an instant [default: today]
    #[arg(long, value_name = "DATE")]
    pub(crate) on: Option<String>,
    /// Up to where the record is read: a position, or a day of recording
    #[arg(long, value_name = "POSITION|DATE")]
    pub(crate) known: Option<String>,
    /// Follow one source alone
    #[arg(long, value_name = "SOURCE")]
    pub(crate) according_to: Option<String>,
    /// A directory with the sources' files: shows each cited line
    #[arg(long, value_name = "DIR")]
    pub(crate) sources: Option<PathBuf>,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

/// How an answer is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A table for people
    Text,
    /// One JSON value
    Json,
    /// Comma-separated values, a heading first
    Csv,
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Directories or files of one record [default: the reference organisation]
    pub(crate) paths: Vec<PathBuf>,
    /// Answer no on any finding that is not expected
    #[arg(long)]
    pub(crate) strict: bool,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Try {
    /// A journal whose acts are tried
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) whence: Whence,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

#[derive(Debug, Args)]
pub(crate) struct Format_ {
    /// Files or directories
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// Change nothing; answer no where a file is not set out so
    #[arg(long)]
    pub(crate) check: bool,
    /// How to print the answer, and what keeps from one
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}
