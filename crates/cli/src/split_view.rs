//! `servanda log split-view`: the paper of a witness is verified by the log's key alone.

use crate::answer::Answer;
use crate::arguments::Format;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::keys::verifier;
use crate::output;
use crate::world::World;
use serde_json::json;
use servanda_depositary::two_histories;
use std::io::Write;
use std::path::Path;

/// Verifies that a paper proves two histories.
pub(crate) fn split_view(
    paper: &Path,
    keys: &[String],
    format: Format,
    world: &World,
    out: &mut dyn Write,
) -> Result<Exit, Failure> {
    let keys: Vec<_> = keys.iter().map(|key| verifier(key)).collect::<Result<_, _>>()?;
    let fault = |cause| Failure::Disk { doing: "read", path: paper.to_owned(), cause };
    let bytes = std::fs::read(world.directory.join(paper)).map_err(fault)?;
    let (json, heading, exit) = match two_histories(&bytes, &keys) {
        Ok(found) => {
            let (shorter, longer) = (found.shorter, found.longer);
            let roots = [shorter.root, longer.root, found.then].map(|root| root.print());
            let [root, other, then] = roots;
            let heading = vec![
                format!("two histories of {} were signed", found.origin),
                format!("{} entries; root {root}", shorter.size),
                format!("{} entries; root {other}", longer.size),
                format!("the first {} of these have the root {then}", shorter.size),
            ];
            let one = json!({"size": shorter.size, "root": root});
            let two = json!({"size": longer.size, "root": other, "began_with": then});
            let json =
                json!({"proves": true, "origin": found.origin, "shorter": one, "longer": two});
            (json, heading, Exit::Yes)
        }
        Err(why) => {
            let heading = vec![format!("`{}` proves no two histories: {why}", paper.display())];
            (json!({"proves": false, "why": why.to_string()}), heading, Exit::No)
        }
    };
    let (columns, rows, notes) = (Vec::new(), Vec::new(), Vec::new());
    let answer = Answer { json, heading, columns, rows, notes, exit };
    output::print(&answer, format, world.width, out)?;
    Ok(exit)
}
