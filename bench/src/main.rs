//! The measurements. Each prints lines of `name value unit ratio against`, or why it was skipped.
//!
//! `cargo xtask bench` runs all, `cargo xtask bench NAME` one, `--once` each only briefly.
#![expect(clippy::print_stdout, reason = "this program reports to a terminal")]
#![expect(clippy::float_arithmetic, reason = "measurements are not law")]

mod figure;
mod read;

use anyhow::{Result, ensure};
use figure::{Effort, Measured, Measurement};

/// Every measurement. A new one is a module with a function, and a line here.
const MEASUREMENTS: [Measurement; 1] = [Measurement {
    name: "reference-organisation",
    measure: read::reference_organisation,
}];

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let effort = if arguments.iter().any(|word| word == "--once") {
        Effort::Once
    } else {
        Effort::Full
    };
    let names: Vec<&String> = arguments.iter().filter(|word| *word != "--once").collect();
    for name in &names {
        let known = MEASUREMENTS
            .iter()
            .any(|measurement| measurement.name == *name);
        ensure!(
            known,
            "`{name}` is not measured: {}",
            MEASUREMENTS.map(|m| m.name).join(", ")
        );
    }
    for Measurement { name, measure } in MEASUREMENTS {
        if !names.is_empty() && !names.iter().any(|wanted| *wanted == name) {
            continue;
        }
        match measure(effort)? {
            Measured::Figures(figures) => figures.iter().for_each(|figure| println!("{figure}")),
            Measured::Skipped(why) => println!("SKIPPED {name} {why}"),
        }
    }
    Ok(())
}
