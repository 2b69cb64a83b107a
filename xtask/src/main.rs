//! The checks of the house. `cargo xtask ci` runs them all; each can be run alone.
#![expect(clippy::print_stdout, reason = "this program reports to a terminal")]

mod api;
mod browser;
mod build_time;
mod ci;
mod debian;
mod dist;
mod go;
mod histories;
mod packages;
mod run;
mod served;
mod stores;
mod tally;
mod texts;
mod tidy;
mod tree;
mod verifier;

use anyhow::{Result, bail};
use std::process::ExitCode;
use tally::Tally;

const USAGE: &str = "\
cargo xtask tidy               names, sizes, arrows, links, ratchets
cargo xtask ci [STAGE…]        everything a change must pass after `cargo test`
cargo xtask bench [NAME]       one line a figure: name value unit ratio against
cargo xtask histories N        N generated histories through both engines
cargo xtask dist [PROFILE]     the program as a package of Debian, unpacked and run
cargo xtask long               what takes hours
cargo xtask build-time         the first release build of a clean clone, in seconds";

fn main() -> Result<ExitCode> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let mut tally = Tally::default();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["tidy"] => tidy::run(&mut tally)?,
        ["ci", stages @ ..] => ci::run(stages, &mut tally)?,
        ["bench", names @ ..] => return run::bench(names),
        ["histories", count] => histories::run(count, &mut tally)?,
        ["dist"] => dist::pack("release", &mut tally)?,
        ["dist", profile] => dist::pack(profile, &mut tally)?,
        ["long"] => ci::long(&mut tally)?,
        ["build-time"] => return build_time::run(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            return Ok(ExitCode::SUCCESS);
        }
        other => bail!("`{}` is no command\n{USAGE}", other.join(" ")),
    }
    println!("{tally}");
    Ok(tally.exit())
}
