//! `servanda log backup`: a copy of a log that is served meanwhile.

use crate::arguments::At;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::logs::{placed, print};
use crate::world::World;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use servanda_depositary::REHEARSAL_SUFFIX;
use std::io::Write;
use std::path::Path;

/// Copies a log to a file.
pub(crate) fn backup(
    to: &Path,
    at: &At,
    world: &World,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let place = world.directory.join(to);
    if place.exists() {
        let cause = std::io::ErrorKind::AlreadyExists.into();
        return Err(Failure::Disk { doing: "write", path: to.to_owned(), cause });
    }
    let identity = servanda_store::open(&placed(&at.log, world)).and_then(|mut log| log.identity());
    let origin = identity.map_err(|fault| Failure::Log(fault.into()))?.origin;
    world.meets_fork_of(origin.strip_suffix(REHEARSAL_SUFFIX));
    let copied = servanda_store::backup(&placed(&at.log, world), &place);
    let head = copied.map_err(|fault| Failure::Log(fault.into()))?;
    let (file, root) = (to.display().to_string(), STANDARD.encode(head.root));
    let heading = vec![
        format!("{file} has {} entries; root {root}", head.size),
        "keys, and what was signed with them, stand in files of their own: keep those elsewhere"
            .to_owned(),
    ];
    print(
        json!({"file": file, "size": head.size, "root": root}),
        heading,
        Exit::Yes,
        at,
        world,
        out,
    )
}
