//! What the Go program is given: keys, notes, a log as tiles, proofs, receipts.

use anyhow::{Context as _, Result};
use servanda_note::{CosignatureTime, CosignerKey, KeyName, Note, SignerKey};
use servanda_tlog::{
    Bundle, Checkpoint, Edge, FullTile, Hash, Plan, Receipt, Tile, TileSet, encode_bundle,
    leaf_hash, tile_bytes, tiles_between,
};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// Four full tiles, one that is not, and two levels.
const SIZE: u64 = 1_100;
const SIZES: [u64; 14] = [1, 2, 3, 4, 5, 7, 8, 255, 256, 257, 512, 700, 1_024, SIZE];
const ORIGIN: &str = "log.example/go";

/// Texts that a note may hold: empty lines, lines like signatures, foreign letters.
pub(crate) const TEXTS: [&str; 6] = [
    "one line\n",
    "\n",
    "two\n\nparts\n\n",
    "— log.example/go AAAAAAA=\n",
    "ümläut, 文, \u{85}, \u{7f}\n",
    "log.example/go\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n",
];

fn name(text: &str) -> Result<KeyName> {
    KeyName::parse(text).with_context(|| format!("`{text}` is no name"))
}

/// The key that signs, here and in Go.
pub(crate) fn signer() -> Result<SignerKey> {
    Ok(SignerKey::new(name(ORIGIN)?, &[1; 32]))
}

fn cosigner() -> Result<CosignerKey> {
    Ok(CosignerKey::new(name("witness.example/go")?, &[2; 32]))
}

fn entry(index: u64) -> Vec<u8> {
    format!("entry {index}").repeat(usize::try_from(index % 7).unwrap_or(0)).into_bytes()
}

/// Writes everything.
pub(crate) fn save(directory: &Path) -> Result<()> {
    let keys = [signer()?.verifier().print(), cosigner()?.verifier().print()];
    write(directory, "keys", keys.join("\n") + "\n")?;
    write(directory, "secret", signer()?.print().as_str())?;
    for (at, text) in TEXTS.iter().enumerate() {
        write(directory, &format!("texts/{at}"), text)?;
        notes(directory, at, text)?;
    }
    log(directory)
}

fn signed(text: &str) -> Result<Note> {
    let time = CosignatureTime::new(1_700_000_000).context("the time is none")?;
    Ok(Note::new(text.to_owned(), vec![signer()?.sign(text), cosigner()?.cosign(text, time)])?)
}

/// Writes notes that open with one or two signatures, and ones with a byte changed.
fn notes(directory: &Path, at: usize, text: &str) -> Result<()> {
    let one = Note::new(text.to_owned(), vec![signer()?.sign(text)])?.print();
    write(directory, &format!("notes/good/1-{at}"), &one)?;
    write(directory, &format!("notes/good/2-{at}"), signed(text)?.print())?;
    let end = one.len().saturating_sub(1);
    for place in [0, text.len().saturating_sub(1), end.saturating_sub(9), end] {
        let mut damaged = one.clone().into_bytes();
        damaged.get_mut(place).context("the note is short")?.clone_from(&b'~');
        write(directory, &format!("notes/damaged/{at}-{place}"), damaged)?;
    }
    Ok(())
}

/// Writes a log: its tiles, bundles and checkpoint, its roots and proofs, and receipts.
fn log(directory: &Path) -> Result<()> {
    let (mut edge, mut filled) = (Edge::new(), Vec::new());
    (0..SIZE).for_each(|index| edge.append(leaf_hash(&entry(index)), &mut filled));
    let set = tiles(directory, &edge, &filled)?;
    let checkpoint = signed(&Checkpoint::new(ORIGIN, edge.head())?.print())?;
    write(directory, "log/checkpoint", checkpoint.print())?;
    let fold = |plan: Option<Plan>| -> Result<Vec<Hash>> {
        Ok(plan.context("there is no such proof")?.fold(|node| set.node(node))?)
    };
    let (mut roots, mut inclusion, mut consistency) = (String::new(), String::new(), String::new());
    for size in SIZES {
        writeln!(roots, "{size} {}", joined(&fold(Plan::root(size))?))?;
        for other in SIZES.into_iter().filter(|other| *other <= size) {
            let index = other.saturating_sub(1);
            let proof = joined(&fold(Plan::inclusion(index, size))?);
            writeln!(inclusion, "{size} {index} {proof}")?;
            let proof = joined(&fold(Plan::consistency(other, size))?);
            writeln!(consistency, "{size} {other} {proof}")?;
        }
    }
    write(directory, "log/roots", roots)?;
    write(directory, "log/inclusion", inclusion)?;
    write(directory, "log/consistency", consistency)?;
    for index in [0, 255, 256, SIZE.saturating_sub(1)] {
        let receipt = Receipt::new(index, fold(Plan::inclusion(index, SIZE))?, checkpoint.clone())?;
        let receipt = if index == 0 { receipt } else { receipt.with_extra(b"more".to_vec())? };
        write(directory, &format!("receipts/{index}"), entry(index))?;
        write(directory, &format!("receipts/{index}.tlog-proof"), receipt.print())?;
    }
    Ok(())
}

fn tiles(directory: &Path, edge: &Edge, filled: &[FullTile]) -> Result<TileSet> {
    let full = filled.iter().map(|full| (full.tile, full.hashes.as_slice()));
    let hashes: BTreeMap<Tile, &[Hash]> = full.chain(edge.partials()).collect();
    let mut set = TileSet::new();
    for tile in tiles_between(0, edge.size()) {
        let bytes = tile_bytes(hashes.get(&tile).context("a tile was not grown")?);
        set.put(tile, &bytes)?;
        write(directory, &format!("log/{}", tile.path()), bytes)?;
    }
    for bundle in servanda_tlog::bundles_between(0, edge.size()) {
        write(directory, &format!("log/{}", bundle.path()), bundle_bytes(bundle)?)?;
    }
    Ok(set)
}

fn bundle_bytes(bundle: Bundle) -> Result<Vec<u8>> {
    let first = bundle.index().saturating_mul(256);
    let entries = (first..first.saturating_add(u64::from(bundle.width()))).map(entry);
    let entries: Vec<Vec<u8>> = entries.collect();
    Ok(encode_bundle(entries.iter().map(Vec::as_slice))?)
}

fn joined(hashes: &[Hash]) -> String {
    hashes.iter().map(Hash::print).collect::<Vec<_>>().join(",")
}

fn write(directory: &Path, path: &str, bytes: impl AsRef<[u8]>) -> Result<()> {
    let whole = directory.join(path);
    let parent = whole.parent().unwrap_or(directory);
    std::fs::create_dir_all(parent).with_context(|| format!("could not make `{path}`"))?;
    std::fs::write(&whole, bytes).with_context(|| format!("could not write `{path}`"))
}
