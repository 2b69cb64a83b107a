//! A record on which the engines differ, made as short as it can be.

use super::{Disagreement, Value, one};
use crate::generate::Sample;
use crate::naive::Fault;

/// Leaves acts out one by one for as long as the engines still differ.
pub(super) fn shrunken(
    mut sample: Sample,
    mut value: Result<Value, String>,
    fault: Option<Fault>,
) -> Disagreement {
    let mut at = sample.entries.len();
    let mut shrinks = value.is_ok();
    while shrinks {
        shrinks = false;
        while let Some(next) = at.checked_sub(1) {
            at = next;
            let mut shorter = sample.clone();
            shorter.entries.remove(at);
            if let Some(differs) = differs(&shorter, fault) {
                (sample, value, shrinks) = (shorter, Ok(differs), true);
            }
        }
        at = sample.entries.len();
    }
    let (charter, journal) = (sample.charter.clone(), sample.journal());
    Disagreement { seed: sample.seed, charter, journal, value }
}

fn differs(sample: &Sample, fault: Option<Fault>) -> Option<Value> {
    one(&sample.read().ok()?, fault, &mut 0).err()
}
