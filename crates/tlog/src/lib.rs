//! The tree of a log: tiles, checkpoints, proofs, receipts, and what a witness answers.
//!
//! Everything is about bytes and hashes; no word of treaties is known here. The tree is that of
//! RFC 6962 with SHA-256; the texts are C2SP `tlog-tiles`, `tlog-checkpoint`, `tlog-proof` and
//! `tlog-witness`. Nothing is read or kept: whoever calls hands in hashes and tiles.
#![warn(missing_docs)]

mod bundle;
mod checkpoint;
mod edge;
mod frontier;
mod hash;
mod lines;
mod node;
mod path;
mod plan;
mod policy;
mod receipt;
mod tile;
mod tileset;
mod verify;
mod witness;

pub use bundle::{BundleFlaw, encode_bundle, parse_bundle, push_entry};
pub use checkpoint::{Checkpoint, CheckpointFlaw};
pub use edge::{Edge, FullTile};
pub use frontier::Frontier;
pub use hash::{Hash, leaf_hash, node_hash};
pub use node::Node;
pub use path::{Bundle, bundles_between};
pub use plan::Plan;
pub use policy::{Policy, PolicyFlaw};
pub use receipt::{Receipt, ReceiptFlaw, Unproven, Witnessed};
pub use tile::{Tile, tiles_between};
pub use tileset::{TileFlaw, TileSet, hashes_of, tile_bytes};
pub use verify::{ProofFlaw, TreeHead, verify_consistency, verify_inclusion};
pub use witness::{AddCheckpoint, Answer, Followed, RequestFlaw, origin_hash};

/// The most leaves of a tree: its sizes are read by programs that count up to 2^63 − 1.
pub const SIZE_MAX: u64 = (1 << 63) - 1;
/// The largest entry that is logged, in bytes; a bundle could hold 65,535.
pub const ENTRY_BYTES_MAX: usize = 60_000;
/// The most hashes of a proof: a tree is at most this high.
pub const PROOF_HASHES_MAX: usize = 63;
/// The hashes of a full tile.
pub const TILE_WIDTH: u16 = 256;
