//! The command line of keys, and of the acts that they seal.

use super::Format;
use super::logs::At;
use clap::{Args, Subcommand};
use std::path::PathBuf;

pub(super) const KEY: &str = "Keys sign acts. Each is enrolled by an act of the log itself, with \
the digest of the key that may take its place; a key that was lost is revoked from an entry on.

A file of keys is made readable by its owner alone. Whoever has it signs as its keys.";

pub(super) const KEY_EXAMPLES: &str = "Examples:
  servanda key new league.example/armenia --keys armenia.keys
  servanda key enrol --party ARM --key 'KEY' --next DIGEST --log LOG --out enrol.act

Authorities sign an enrolment or a revocation together, as many as the log was founded with. Their
keys stand on one line, or the act is passed on and each adds a line:
  servanda key new league.example/chancellery --authority --keys chancellery.keys
  servanda key revoke DIGEST --from 412 --reason lost --log LOG --keys a.keys --keys b.keys
  servanda key revoke DIGEST --from 412 --reason lost --log LOG --keys a.keys --out revoke.act
  servanda sign revoke.act --keys b.keys --out revoke.act";

#[derive(Debug, Subcommand)]
pub(crate) enum Key {
    /// Make a key and the one that may take its place
    New {
        /// The key's name: an address without a scheme, as in `armenia.example/delegation`
        name: String,
        /// The key is of an authority, which signs enrolments and revocations
        #[arg(long)]
        authority: bool,
        /// The file to write, which must not be there yet
        #[arg(long, value_name = "FILE")]
        keys: PathBuf,
        /// How to print the answer
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
    },
    /// The keys of a log, whose they are, and which are in use
    List {
        #[command(flatten)]
        at: At,
    },
    /// Make the act that enrols a key
    Enrol {
        #[command(flatten)]
        whose: Whose,
        /// The key, as `key new` tells it
        #[arg(long)]
        key: String,
        /// The digest of the key after it, as `key new` tells it
        #[arg(long, value_name = "DIGEST", required_unless_present = "witness")]
        next: Option<String>,
        #[command(flatten)]
        sealing: Cosealing,
    },
    /// Make the act that puts the next key of a file in the place of the one in use
    Rotate {
        /// The role of the key, where the file holds several; without it, its first
        #[arg(long, value_name = "ROLE")]
        role: Option<String>,
        #[command(flatten)]
        sealing: Sealing,
    },
    /// Make the act that revokes a key from an entry on
    Revoke {
        /// The digest of the key, as `key list` tells it
        digest: String,
        /// The first entry that is contested
        #[arg(long, value_name = "ENTRY")]
        from: u64,
        /// Why, in words
        #[arg(long)]
        reason: String,
        #[command(flatten)]
        sealing: Cosealing,
    },
}

/// Whose key is enrolled, and what it signs.
#[derive(Debug, Args)]
pub(crate) struct Whose {
    /// The party the key speaks for
    #[arg(long, value_name = "STATE", required_unless_present_any = ["depositary", "authority"])]
    pub(crate) party: Option<String>,
    /// The key is of the party's witness, which cosigns checkpoints; none comes after it
    #[arg(long, conflicts_with_all = ["next", "person", "with_person"])]
    pub(crate) witness: bool,
    /// The key is of an officer of the depositary, who records what arrived on paper
    #[arg(long, conflicts_with_all = ["party", "witness", "person", "with_person"])]
    pub(crate) depositary: bool,
    /// The key is of an authority, which signs enrolments and revocations with the others
    #[arg(long, conflicts_with_all = ["party", "depositary", "witness", "person", "with_person"])]
    pub(crate) authority: bool,
    /// The key is of a person, who signs beside the delegation's seal
    #[arg(long, conflicts_with = "with_person")]
    pub(crate) person: bool,
    /// The key is a seal that counts only beside a person's line
    #[arg(long)]
    pub(crate) with_person: bool,
}

/// With which key an act is sealed, for which log, and where it is written.
#[derive(Debug, Args)]
pub(crate) struct Sealing {
    /// The log the act is for: sqlite:PATH or postgres://…
    #[arg(long, value_name = "URL")]
    pub(crate) log: String,
    /// The file of the keys that sign
    #[arg(long, value_name = "FILE", default_value = "servanda.key")]
    pub(crate) keys: PathBuf,
    #[command(flatten)]
    pub(crate) written: Written,
}

/// With which authorities' keys an act is sealed, for which log, and where it is written.
#[derive(Debug, Args)]
pub(crate) struct Cosealing {
    /// The log the act is for: sqlite:PATH or postgres://…
    #[arg(long, value_name = "URL")]
    pub(crate) log: String,
    /// A file of an authority's key, which signs; may be given again
    #[arg(long, value_name = "FILE", default_value = "servanda.key")]
    pub(crate) keys: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) written: Written,
}

/// Where an act is written, and how it is told.
#[derive(Debug, Args)]
pub(crate) struct Written {
    /// The file to write; without it, the output
    #[arg(long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// How to print the answer, and what keeps from one
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

/// What `act` takes.
#[derive(Debug, Args)]
pub(crate) struct Act {
    /// A file with one entry of a journal
    pub(crate) file: PathBuf,
    /// The file of the person's key, where the seal counts only beside it
    #[arg(long, value_name = "FILE")]
    pub(crate) person: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) sealing: Sealing,
}
