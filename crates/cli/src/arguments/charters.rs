//! The command line of the questions about a charter itself: `what-if` and `lint`.

use super::{Format, Question};
use clap::Args;
use std::path::PathBuf;

pub(super) const WHAT_IF: &str =
    "What would differ if an article said something else: the record's history runs under its law \
and under the law as the file changes it, and every answer of the day asked is compared. Nothing \
is written.

The file holds charter lines as an amendment has them:
  replaces ARTICLE \"Title\"    the article with its children, in place of what it said
  inserts ARTICLE \"Title\"     a new article
  repeals ARTICLE              no such article
The change counts for all days, as if the article had always said so; with --from, from that day \
on. A version that a later protocol brings counts from its own day as before.";

pub(super) const WHAT_IF_EXAMPLES: &str = "Examples:
  servanda what-if change.charter --on 2000-01-01
  servanda what-if change.charter --from 2005-01-01 --on 2010-01-01
  servanda what-if change.charter --record DIR --format json";

pub(super) const LINT: &str = "The holes in a charter: what its articles leave open and should not, each with a code, the \
article, and what would close it. The codes are in the charter language, section Linter.";

pub(super) const LINT_EXAMPLES: &str = "Examples:
  servanda lint
  servanda lint --record DIR
  servanda lint law.charter history.journal --format json";

/// What `what-if` takes.
#[derive(Debug, Args)]
pub(crate) struct WhatIf {
    /// The file of charter lines
    pub(crate) file: PathBuf,
    /// The day from which the change counts [default: all days]
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<String>,
    #[command(flatten)]
    pub(crate) question: Question,
}

/// What `lint` takes.
#[derive(Debug, Args)]
pub(crate) struct Lint {
    /// Directories or files of one record [default: the reference organisation]
    #[arg(conflicts_with = "record")]
    pub(crate) paths: Vec<PathBuf>,
    /// A directory of charter and journal files
    #[arg(long, value_name = "DIR")]
    pub(crate) record: Option<PathBuf>,
    /// How to print the answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}
