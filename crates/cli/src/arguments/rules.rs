//! The command line of `decide` and `entry-into-force`: files of votes and of steps.

use super::Question;
use clap::Args;
use std::path::PathBuf;

pub(super) const DECIDE: &str =
    "What an organ decides on a matter when its members vote so: the outcome under the rule that \
counts on that day, the arithmetic with its article, and whom the decision binds. Where the \
charter carries two readings of a rule, both are answered.

The file of votes has a line for each vote, after the heading `state,vote` or `state,vote,at`:
  KAZ,yes
  BLR,object,2009-06-14T11:59:00Z
Votes: yes, no, abstain, absent, object, object-to-format, not-participating. Who has no line was \
absent, or silent. In a silence procedure an `at` later than the end is not counted.";

pub(super) const ENTRY: &str =
    "When an instrument enters into force, and for whom, on the steps of a file. They stand in \
place of what the record has of the instrument; members and other instruments stay as recorded.

The file has a line for each step, after the heading `state,action,date` or \
`state,action,date,weight`:
  ARM,sign,1999-04-02
  ARM,deposit,1999-09-14
Steps: sign, ratify (under domestic law: no effect by itself), deposit, or the form deposited \
(ratification, acceptance, approval, accession, succession, notification, consent), provisional, \
notice. A weight takes the place of the state's weight in the charter's table.";

/// What `decide` takes.
#[derive(Debug, Args)]
pub(crate) struct Decide {
    /// The organ, by its word in the charter
    pub(crate) organ: String,
    /// The kind of matter, as the charter names it
    #[arg(long, value_name = "KIND")]
    pub(crate) matter: String,
    /// The file of votes
    #[arg(long, value_name = "FILE")]
    pub(crate) votes: PathBuf,
    /// The state the decision is about
    #[arg(long, value_name = "STATE")]
    pub(crate) target: Option<String>,
    /// States interested in the matter
    #[arg(long, value_name = "STATE,…", value_delimiter = ',')]
    pub(crate) interested: Vec<String>,
    /// When the text was circulated, for a silence procedure
    #[arg(long, value_name = "INSTANT")]
    pub(crate) opened: Option<String>,
    /// When silence ends, where the circulated text says that and not the article
    #[arg(long, value_name = "INSTANT")]
    pub(crate) expires: Option<String>,
    #[command(flatten)]
    pub(crate) question: Question,
}

/// What `entry-into-force` takes.
#[derive(Debug, Args)]
pub(crate) struct Entry {
    /// The instrument, by its word in the charter
    pub(crate) instrument: String,
    /// The file of steps
    #[arg(long, value_name = "FILE")]
    pub(crate) deposits: PathBuf,
    #[command(flatten)]
    pub(crate) question: Question,
}
