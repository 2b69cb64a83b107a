//! `servanda verify`: a log is verified again from its first entry, and what revocations contest
//! is told.

use crate::arguments::At;
use crate::exit::Exit;
use crate::failure::Failure;
use crate::logs::{placed, print};
use crate::world::World;
use serde_json::{Value, json};
use servanda_depositary::examine;
use servanda_seal::Contested;
use std::io::Write;

/// Verifies a log again, from its first entry.
pub(crate) fn verify(at: &At, world: &World, out: &mut dyn Write) -> Result<Exit, Failure> {
    let found = examine(&placed(&at.log, world))?;
    world.meets_fork_of(found.rehearses.as_deref());
    let fault = found.first_fault.as_ref();
    let mut json = json!({
        "size": found.head.size, "root": found.head.root.print(), "acts": found.acts,
        "signatures": found.signatures, "conforms": found.conforms,
        "checkpoint": found.checkpoint,
        "first_fault": fault.map(|fault| json!({
            "entry": fault.entry, "code": fault.refused.code, "article": fault.refused.article,
            "message": fault.refused.message, "hint": fault.refused.hint,
        })),
    });
    let mut heading = vec![format!(
        "{} entries, {} acts, {} signatures verified; root {}",
        found.head.size,
        found.acts,
        found.signatures,
        found.head.root.print()
    )];
    match fault {
        None => heading
            .push("every entry is as its signer signed it and conforms to the law".to_owned()),
        Some(fault) => {
            let place = fault.entry.map_or("the log".to_owned(), |entry| format!("entry {entry}"));
            heading.push(format!("{place}: {}: {}", fault.refused.code, fault.refused.message));
            heading.push(format!("hint: {}", fault.refused.hint));
        }
    }
    if let Some(fields) = json.as_object_mut().filter(|_| !found.contested.is_empty()) {
        let contested = found.contested.iter().map(contested_json).collect();
        fields.insert("contested".to_owned(), contested);
    }
    heading.extend(found.contested.iter().map(contested_text));
    heading.push(match found.checkpoint {
        Some(size) => format!("the latest signed checkpoint counts {size} entries"),
        None => "no signed checkpoint is kept: the next one is signed anew, and receipts and \
                 witnesses hold the earlier ones"
            .to_owned(),
    });
    let exit = if found.conforms { Exit::Yes } else { Exit::No };
    print(json, heading, exit, at, world, out)
}

/// Says what a revocation contests: it stays in the log, and readers are told.
pub(crate) fn contested_text(contested: &Contested) -> String {
    let Contested { key, from, revoked_at } = contested;
    format!(
        "contested: what the key {key} signed from entry {from} on; entry {revoked_at} revoked it"
    )
}

/// Says the same for programs.
pub(crate) fn contested_json(contested: &Contested) -> Value {
    let Contested { key, from, revoked_at } = contested;
    json!({"key": key.to_string(), "from": from, "revoked_at": revoked_at})
}
