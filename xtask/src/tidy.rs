//! House rules that no compiler knows, each with what to do instead.

mod arrows;
mod foreign;
mod glossary;
mod law;
mod links;
mod names;
mod ratchet;
mod shape;

use crate::tally::{Tally, Verdict};
use crate::texts;
use crate::tree::Tree;
use anyhow::Result;

type Check = (&'static str, fn(&Tree) -> Vec<String>);

const CHECKS: [Check; 10] = [
    ("every source file says what it is for", shape::docs),
    ("files are short", ratchet::check),
    ("nothing is left open", shape::open),
    ("names say what things are", names::check),
    ("pure rooms carry their bans", shape::bans),
    ("no organisation and no article in Rust", law::check),
    ("nothing of this machine is committed", foreign::check),
    ("links lead somewhere", links::check),
    ("every noun is in the glossary", glossary::check),
    ("texts at the root", texts::check),
];

/// Runs every check.
pub(crate) fn run(tally: &mut Tally) -> Result<()> {
    let tree = Tree::load()?;
    for (name, check) in CHECKS {
        tally.note(name, &Verdict::of(check(&tree)));
    }
    let metadata = crate::packages::metadata(&["--no-deps"])?;
    tally.note("arrows run one way", &Verdict::of(arrows::check(&metadata)));
    tally.note("there is one program", &Verdict::of(arrows::programs(&metadata)));
    let gaps = servanda_testkit::gaps(&tree.root)?;
    tally.note("every refusal and diagnostic has its scenario", &Verdict::of(gaps));
    Ok(())
}
