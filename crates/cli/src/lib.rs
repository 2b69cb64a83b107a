//! The `servanda` program as a library: thin commands, one error renderer, one exit-code table.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "at this edge what is not listed takes the common way"
)]

mod answer;
mod arguments;
mod asking;
mod authorities;
mod backup;
mod beside;
mod checking;
mod companions;
mod cosigning;
mod documents;
mod exit;
mod exporting;
mod failure;
mod formatting;
mod founding;
mod importing;
mod key_file;
mod keys;
mod leaving;
mod linting;
mod locks;
mod logs;
mod output;
#[cfg(feature = "passkeys")]
mod passkeys;
mod questions;
mod records;
mod rehearsing;
mod run;
mod serving;
mod signing;
mod split_view;
mod table_file;
mod trying;
mod verifying;
mod witness_desk;
mod witness_keys;
mod witnessing;
mod world;

pub use exit::Exit;
pub use key_file::keys_again;
pub use run::run;
pub use world::World;
