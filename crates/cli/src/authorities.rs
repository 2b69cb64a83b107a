//! The acts that authorities sign: as many together as the genesis of the log says, from one file
//! or from several, at once or one after another.

use crate::arguments::{Cosealing, Format};
use crate::exit::Exit;
use crate::failure::{Failure, Place};
use crate::key_file::KeyFile;
use crate::keys::write;
use crate::logs::open;
use crate::world::World;
use serde_json::json;
use servanda_note::SignerKey;
use servanda_seal::{Content, Digest, KeyRing};
use std::io::Write;
use std::path::Path;

/// Seals an act with the authorities' keys of files, and says how many lines it still lacks.
pub(crate) fn seal(
    content: &Content,
    sealing: &Cosealing,
    world: &World,
    (out, err): (&mut dyn Write, &mut dyn Write),
) -> Result<Exit, Failure> {
    let office = open(&sealing.log, world)?;
    let ring = office.ledger().ring();
    let mut signers: Vec<SignerKey> = Vec::new();
    for path in &sealing.keys {
        for key in of_file(path, ring, world)? {
            if signers.iter().all(|known| digest(known) != digest(&key)) {
                signers.push(key);
            }
        }
    }
    let needed = ring.threshold();
    signers.truncate(needed);
    let signers: Vec<&SignerKey> = signers.iter().collect();
    let exit = write(&office, content, &signers, &sealing.written, world, out)?;
    if signers.len() < needed {
        let found = signers.len();
        match sealing.written.format {
            Format::Json => {
                writeln!(err, "{}", json!({"signatures": found, "needed": needed}))?;
            }
            Format::Text | Format::Csv => writeln!(
                err,
                "{found} of {needed} authorities signed: another adds a line by `servanda sign`"
            )?,
        }
    }
    Ok(exit)
}

/// Returns the keys of a file that are an authority's now. A key that another took the place of
/// leaves it to that one.
fn of_file(path: &Path, ring: &KeyRing, world: &World) -> Result<Vec<SignerKey>, Failure> {
    let is_in_use = |key: &SignerKey| ring.authorities().any(|known| known == digest(key));
    let pairs = KeyFile::read(path, world)?.of("authority")?;
    let signing = |pair: servanda_depositary::KeyPair| {
        [pair.key, pair.next].into_iter().find(|key| is_in_use(key))
    };
    let found: Vec<SignerKey> = pairs.into_iter().filter_map(signing).collect();
    if found.is_empty() {
        return Err(Failure::Key {
            at: Place::file(path),
            message: "no key of it is an authority of this log now".to_owned(),
            hint: "`servanda key list` shows the keys of the log, and which ended".to_owned(),
        });
    }
    Ok(found)
}

fn digest(key: &SignerKey) -> Digest {
    Digest::of(&key.verifier().public_key().to_bytes())
}
