//! The file of a witness's keys: `witness-c`, `witness-l` and `witness-divergence`, a line each.

use crate::failure::{Failure, Place};
use crate::key_file::{Line, lines, write_new};
use crate::world::World;
use servanda_depositary::WitnessKeys;
use servanda_note::{CosignerKey, KeyFlaw, KeyName, SignerKey};
use std::path::Path;

const CONSISTENT: &str = "witness-c";
const CONFORMING: &str = "witness-l";
const DIVERGENCE: &str = "witness-divergence";

/// Whether keys were there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Age {
    Found,
    Made,
}

/// Reads the keys of a witness, or makes them under a name where there is no file of them.
pub(crate) fn read_or_make(
    path: &Path,
    name: Option<&str>,
    world: &World,
) -> Result<(WitnessKeys, Age), Failure> {
    if world.directory.join(path).exists() {
        return Ok((read(path, world)?, Age::Found));
    }
    let Some(name) = name else {
        let message = format!("no keys are in `{}`", path.display());
        let hint = "`--name` makes them, as in `--name armenia.example/witness`".to_owned();
        return Err(Failure::Usage { message, hint: Some(hint) });
    };
    let keys = make(name, world)?;
    let text = format!(
        "{CONSISTENT} {}\n{CONFORMING} {}\n{DIVERGENCE} {}\n",
        *keys.consistent.print(),
        *keys.conforming.print(),
        *keys.divergence.print()
    );
    write_new(path, &text, world)?;
    Ok((keys, Age::Made))
}

fn make(name: &str, world: &World) -> Result<WitnessKeys, Failure> {
    let named = |ending: &str| {
        let name = format!("{name}/{ending}");
        let parsed = KeyName::parse(&name).ok_or_else(|| Failure::Usage {
            message: format!("`{name}` cannot name a key"),
            hint: Some("an address without a scheme, as in `armenia.example/witness`".to_owned()),
        })?;
        Ok::<_, Failure>((parsed, world.secret(&name)?))
    };
    let (c, l, divergence) = (named("c")?, named("l")?, named("divergence")?);
    Ok(WitnessKeys {
        consistent: CosignerKey::new(c.0, &c.1),
        conforming: CosignerKey::new(l.0, &l.1),
        divergence: SignerKey::new(divergence.0, &divergence.1),
    })
}

fn read(path: &Path, world: &World) -> Result<WitnessKeys, Failure> {
    let lines = lines(path, world)?;
    let line = |role: &str| {
        lines.iter().find(|line| line.role == role).ok_or_else(|| Failure::Key {
            at: Place::file(path),
            message: format!("there is no key of the role `{role}`"),
            hint: "give a file that `servanda witness` made".to_owned(),
        })
    };
    let amiss = |line: &Line, flaw: KeyFlaw| Failure::Key {
        at: Place::line(path, line.number),
        message: flaw.to_string(),
        hint: "take the file over as `servanda witness` made it".to_owned(),
    };
    let cosigner = |role: &str| {
        let line = line(role)?;
        CosignerKey::parse(&line.key).map_err(|flaw| amiss(line, flaw))
    };
    let (consistent, conforming) = (cosigner(CONSISTENT)?, cosigner(CONFORMING)?);
    let divergence = line(DIVERGENCE)?;
    let divergence = SignerKey::parse(&divergence.key).map_err(|flaw| amiss(divergence, flaw))?;
    Ok(WitnessKeys { consistent, conforming, divergence })
}
