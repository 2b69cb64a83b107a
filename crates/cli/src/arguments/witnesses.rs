//! The command line of a witness.

use super::At;
use clap::Args;
use std::path::PathBuf;

pub(super) const WITNESS: &str = "Mirror another's log, verify and judge all of it again, and \
cosign what holds.

A witness keeps two keys: NAME/c says that a checkpoint goes on from what was cosigned before, \
NAME/l that the log was mirrored whole and conforms to its law as judged here. Where judging here \
differs, NAME/l is silent and a signed divergence names the act, the article and both results. Two \
histories under one name are kept as evidence.

With --listen it answers:
  GET  /witness/checkpoint       the latest checkpoint with its cosignatures
  POST /witness/add-checkpoint   as c2sp.org/tlog-witness says
  GET  /witness/divergence       where judging here differs
  GET  /witness/split-view/N     the evidence of two histories, from 0
  GET  /log/checkpoint, /log/tile/…   the mirror, from which a log is rebuilt
  GET  /healthz

It speaks plain HTTP; a proxy before it adds TLS.";

pub(super) const WITNESS_EXAMPLES: &str = "Examples:
  servanda witness --of http://league.example --log sqlite:mirror.db --keys witness.keys \
--name armenia.example/witness --once
  servanda witness --of http://league.example --log sqlite:mirror.db --keys witness.keys \
--listen 127.0.0.1:8090";

/// What `witness` takes.
#[derive(Debug, Args)]
pub(crate) struct Witness {
    /// The address of the log, as in http://league.example
    #[arg(long, value_name = "URL")]
    pub(crate) of: String,
    #[command(flatten)]
    pub(crate) at: At,
    /// The file of the witness's keys; made where there is none
    #[arg(long, value_name = "FILE", default_value = "witness.key")]
    pub(crate) keys: PathBuf,
    /// The witness's name, for keys that are made: an address without a scheme
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// The key of the log that is trusted at the first start; without it, that of the genesis shown
    #[arg(long, value_name = "KEY")]
    pub(crate) key: Option<String>,
    /// The address to listen on
    #[arg(long, value_name = "ADDR", conflicts_with = "once")]
    pub(crate) listen: Option<String>,
    /// How often the log is asked, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 10,
        value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub(crate) every: u64,
    /// Follow the log once, say what was found, and end
    #[arg(long)]
    pub(crate) once: bool,
}
