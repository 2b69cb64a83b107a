//! The measurements. Each prints lines of `name value unit ratio against`, or why it was skipped;
//! how far the runs lie apart goes to the error output.
//!
//! `cargo xtask bench` runs all, `cargo xtask bench NAME` one, `--once` each only briefly.
#![expect(clippy::print_stdout, reason = "this program reports to a terminal")]
#![expect(clippy::print_stderr, reason = "this program reports to a terminal")]
#![expect(clippy::float_arithmetic, reason = "measurements are not law")]

mod append;
mod client;
mod cold;
mod figure;
mod fold;
mod hall;
mod idle;
mod memory;
mod mirroring;
mod opening;
mod pages;
mod parse;
mod participations;
mod pipeline;
mod posts;
mod proving;
mod random;
mod read;
mod roll_calls;
mod served;
mod standings;
mod streams;
mod tally;
mod texts;
mod what_if;

use anyhow::{Result, ensure};
use figure::{Effort, Measured, Measurement};

/// Every measurement. A new one is a module with a function, and a line here.
const MEASUREMENTS: [Measurement; 18] = [
    Measurement { name: "reference-organisation", measure: read::reference_organisation },
    Measurement { name: "cold", measure: cold::cold },
    Measurement { name: "journal-parse", measure: parse::journal_parse },
    Measurement { name: "fold", measure: fold::fold },
    Measurement { name: "memory", measure: memory::memory },
    Measurement { name: "what-if", measure: what_if::what_if },
    Measurement { name: "status-random", measure: random::status_random },
    Measurement { name: "tally", measure: tally::tally },
    Measurement { name: "roll-calls", measure: roll_calls::roll_calls },
    Measurement { name: "append", measure: append::append },
    Measurement { name: "pipeline", measure: pipeline::pipeline },
    Measurement { name: "witness-replay", measure: mirroring::mirroring },
    Measurement { name: "proof", measure: proving::proving },
    Measurement { name: "opening", measure: opening::opening },
    Measurement { name: "idle-memory", measure: idle::idle },
    Measurement { name: "pages", measure: pages::pages },
    Measurement { name: "posts", measure: posts::posts },
    Measurement { name: "streams", measure: streams::streams },
];

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [word, directory] = arguments.as_slice()
        && word == memory::HOLD
    {
        let (text, read, held) = memory::hold(directory)?;
        println!("{text} {read} {held}");
        return Ok(());
    }
    match arguments.as_slice() {
        [word, bytes] if word == served::BARE => return served::bare(bytes),
        [word, bytes] if word == served::STREAMS_BARE => return streams::bare(bytes),
        [word, room] if word == served::HALL => return served::hall(room),
        _ => {}
    }
    let effort =
        if arguments.iter().any(|word| word == "--once") { Effort::Once } else { Effort::Full };
    let names: Vec<&String> = arguments.iter().filter(|word| *word != "--once").collect();
    for name in &names {
        let known = MEASUREMENTS.iter().any(|measurement| measurement.name == *name);
        ensure!(known, "`{name}` is not measured: {}", MEASUREMENTS.map(|m| m.name).join(", "));
    }
    for Measurement { name, measure } in MEASUREMENTS {
        if !names.is_empty() && !names.iter().any(|wanted| *wanted == name) {
            continue;
        }
        match measure(effort)? {
            Measured::Figures(figures, notes) => {
                notes.iter().for_each(|note| eprintln!("  {note}"));
                figures.iter().for_each(|figure| println!("{figure}"));
            }
            Measured::Skipped(why) => println!("SKIPPED {name} {why}"),
        }
    }
    Ok(())
}
