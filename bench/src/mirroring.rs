//! A witness that mirrors a log from its first entry, beside the parts of that work.

use crate::figure::{Effort, Figure, Measured, Runs, float, time};
use crate::hall::{Directory, Hall, now};
use crate::pipeline::Parts;
use anyhow::{Result, ensure};
use servanda_depositary::{Depositary, Source, Unanswered, Witness, WitnessKeys};
use servanda_note::{CosignatureTime, CosignerKey, KeyName, SignerKey};
use servanda_store::CheckpointLock;
use servanda_tlog::{Bundle, Tile};

/// Mirrors a log of some thousand acts.
pub(crate) fn mirroring(effort: Effort) -> Result<Measured> {
    let count = effort.size(20_480);
    let directory = Directory::new("mirroring")?;
    let hall = Hall::of(count, 0)?;
    let mut office = hall.found(&directory.address("log.db"))?;
    let mut parts = Parts::new(&hall, &directory)?;
    let acts = hall.acts(0..count)?;
    for company in acts.chunks(256) {
        parts.take(company)?;
        office.receive(company, now()?)?;
    }
    let mut rounds = Vec::new();
    for round in 0..effort.rounds(3) {
        let mirror = directory.address(&format!("mirror{round}.db"));
        let lock =
            CheckpointLock::create(&directory.0.join(format!("{round}")), crate::hall::ORIGIN)?;
        let mut source = |path: &str| shown(&mut office, path);
        let mirror = Witness::found_mirror(&mirror, None, &mut source)?;
        let mut witness = Witness::over(mirror, keys()?, lock, None)?;
        let at = CosignatureTime::new(1_795_000_000).ok_or_else(|| anyhow::anyhow!("a time"))?;
        let mut followed = None;
        let source: &mut Source<'_> = &mut source;
        rounds.push(time(|| followed = Some(witness.follow(source, at))));
        ensure!(
            matches!(followed, Some(Ok(servanda_depositary::Followed::Mirrored))),
            "{followed:?}"
        );
    }
    let runs = Runs::of(rounds);
    let (each, limit) = (runs.median() / float(count), parts.limit());
    let mut notes = parts.notes();
    notes.push(runs.spread(&format!("{count} acts mirrored")));
    let figure = Figure {
        name: "witness-replay",
        value: 1.0 / each,
        unit: "acts/s",
        ratio: limit / each,
        against: "cores/(verify+hash+store+judge)",
    };
    Ok(Measured::Figures(vec![figure], notes))
}

fn shown(office: &mut Depositary, path: &str) -> Result<Vec<u8>, Unanswered> {
    let failed = |fault: servanda_depositary::Fault| Unanswered::Failed(fault.to_string());
    let found = match (Bundle::parse(path), Tile::parse(path)) {
        (Some(bundle), _) => office.bundle(bundle),
        (None, Some(tile)) => office.tile(tile),
        (None, None) => office.checkpoint().map(|note| Some(note.print().into_bytes())),
    };
    found.map_err(failed)?.ok_or(Unanswered::Absent)
}

fn keys() -> Result<WitnessKeys> {
    let name = |ending: &str| {
        let name = KeyName::parse(&format!("example.org/witness{ending}"));
        name.ok_or_else(|| anyhow::anyhow!("a name that is one"))
    };
    Ok(WitnessKeys {
        consistent: CosignerKey::new(name("/c")?, &[7; 32]),
        conforming: CosignerKey::new(name("/l")?, &[8; 32]),
        divergence: SignerKey::new(name("")?, &[9; 32]),
    })
}
