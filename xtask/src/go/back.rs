//! What the Go program gives back, verified here: notes it signed, a tree it grew.

use super::given::{TEXTS, signer};
use anyhow::{Context as _, Result};
use servanda_note::{Note, SignerKey, VerifierKey};
use servanda_tlog::{
    Edge, Hash, TreeHead, leaf_hash, tile_bytes, verify_consistency, verify_inclusion,
};
use std::path::Path;

/// Returns everything of Go's that does not verify here.
pub(crate) fn differences(directory: &Path) -> Result<Vec<String>> {
    let back = directory.join("back");
    let mut found = notes(&back)?;
    found.extend(tree(&back)?);
    Ok(found)
}

fn read(directory: &Path, path: &str) -> Result<String> {
    std::fs::read_to_string(directory.join(path))
        .with_context(|| format!("could not read `{path}`"))
}

fn notes(back: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let fresh = VerifierKey::parse(read(back, "key")?.trim())?;
    if SignerKey::parse(read(back, "secret")?.trim())?.verifier() != fresh {
        found.push("the secret key of Go gives another public key here".to_owned());
    }
    let keys = [signer()?.verifier(), fresh];
    for (at, text) in TEXTS.iter().enumerate() {
        let path = format!("notes/{at}");
        let bytes = read(back, &path)?;
        let note = Note::parse(bytes.as_bytes()).with_context(|| path.clone())?;
        let is_signed = note.verify(&keys).is_ok_and(|signed| signed.len() == keys.len());
        // Ed25519 has one signature for a key and a text, so ours is the same.
        let is_ours = note.signatures().first() == Some(&signer()?.sign(text));
        if !(is_signed && is_ours && note.text() == *text && note.print() == bytes) {
            found.push(format!("the note `{path}` is another here"));
        }
    }
    Ok(found)
}

fn tree(back: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    let (mut edge, mut filled, mut leaves) = (Edge::new(), Vec::new(), Vec::new());
    let mut heads = vec![TreeHead::empty()];
    for (index, line) in read(back, "roots")?.lines().enumerate() {
        let leaf = leaf_hash(format!("entry {index} of Go").as_bytes());
        edge.append(leaf, &mut filled);
        leaves.push(leaf);
        heads.push(edge.head());
        if line != format!("{} {}", edge.size(), edge.head().root.print()) {
            found.push(format!("the root of size {} differs", edge.size()));
        }
    }
    let full = filled.iter().map(|full| (full.tile, full.hashes.as_slice()));
    for (tile, hashes) in full.chain(edge.partials()) {
        let path = tile.path();
        let bytes = std::fs::read(back.join(&path)).with_context(|| path.clone())?;
        if bytes != tile_bytes(hashes) {
            found.push(format!("`{path}` differs"));
        }
    }
    for line in read(back, "inclusion")?.lines() {
        let (size, index, proof) = proof(line)?;
        let head = heads.get(size).context("a size that was not grown")?;
        let leaf = leaves.get(index).context("a leaf that was not grown")?;
        if verify_inclusion(*leaf, u64::try_from(index)?, &proof, head).is_err() {
            found.push(format!("the proof of {index} in {size} does not hold"));
        }
    }
    for line in read(back, "consistency")?.lines() {
        let (size, old, proof) = proof(line)?;
        let head = heads.get(size).context("a size that was not grown")?;
        let before = heads.get(old).context("a size that was not grown")?;
        if verify_consistency(before, head, &proof).is_err() {
            found.push(format!("the proof from {old} to {size} does not hold"));
        }
    }
    Ok(found)
}

/// Reads a line of size, index or older size, and hashes.
fn proof(line: &str) -> Result<(usize, usize, Vec<Hash>)> {
    let mut parts = line.split(' ');
    let mut part = || parts.next().with_context(|| format!("`{line}` is short"));
    let (size, at) = (part()?.parse()?, part()?.parse()?);
    let hashes = part()?.split(',').filter(|hash| !hash.is_empty());
    let hashes = hashes.map(|hash| Hash::parse(hash).with_context(|| format!("`{hash}`")));
    Ok((size, at, hashes.collect::<Result<_>>()?))
}
