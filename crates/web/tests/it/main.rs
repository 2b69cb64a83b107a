//! The router over the reference organisation, asked in process.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test stops where its stage cannot be set"
)]

mod again;
mod answers;
#[cfg(feature = "passkeys")]
mod authenticator;
mod awaited;
mod barred;
mod beside;
mod client;
mod contested;
mod crawl;
mod crisis;
mod decided;
mod desk;
mod documents;
mod events;
mod feeds;
mod forces;
mod hall;
mod headers;
mod hostile;
mod leaving;
mod log;
mod neighbour;
mod openapi;
mod operation;
mod pages;
mod parting;
#[cfg(feature = "passkeys")]
mod passkeys;
mod readers;
mod rehearsal;
mod supposed;
mod tongues;
mod visitor;
mod xml;
