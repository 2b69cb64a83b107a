//! From journal text to typed acts, beside `serde_json` reading the same acts as JSON lines.

use crate::figure::{Effort, Figure, Measured, Runs, float, worked};
use crate::participations::{FILE, Participations};
use crate::texts::{Entry, Texts, Verb};
use anyhow::{Result, ensure};
use serde::{Deserialize, Serialize};

/// Megabytes a second that are asked for.
const BOUND: f64 = 150.0;

/// An act as a program would exchange it: the same facts, typed as far as JSON types them, its
/// words borrowed from the text, which is the quickest way `serde_json` has.
#[derive(Debug, Serialize, Deserialize)]
struct Line<'t> {
    when: &'t str,
    verb: Word,
    #[serde(borrow)]
    instruments: Vec<&'t str>,
    parties: Vec<&'t str>,
    sources: Vec<Cited<'t>>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Word {
    Sign,
    DepositRatification,
    DepositConsent,
    InForce,
    EndExpiredNotExtended,
    EndWithdrawn,
}

#[derive(Debug, Serialize, Deserialize)]
struct Cited<'t> {
    source: &'t str,
    line: u64,
}

/// Reads a long journal and the same acts as JSON lines.
pub(crate) fn journal_parse(effort: Effort) -> Result<Measured> {
    let Some(path) = servanda_testkit::outside_data(FILE) else {
        return Ok(Measured::Skipped(format!("`{FILE}` is not there")));
    };
    let participations = Participations::read(&path)?;
    let texts = Texts::of(&participations, effort.size(500_000));
    let acts = texts.read()?.history.acts.len();
    ensure!(acts == texts.entries.len(), "some acts were not read");
    let lines = lines(&texts.entries)?;
    let (ours, theirs) = Runs::in_turn(
        effort.rounds(11),
        || {
            let files = texts.files();
            worked(|| servanda_journal::read(files))
        },
        || {
            worked(|| -> Vec<Line<'_>> {
                let read = lines.lines().map(serde_json::from_str);
                read.filter_map(Result::ok).collect()
            })
        },
    );
    let bytes = [&texts.journal, &texts.charter, &texts.naming]
        .map(|text| text.len())
        .iter()
        .sum::<usize>();
    let speed = float(bytes) / 1e6 / ours.median();
    let notes = vec![
        format!("{acts} acts, {bytes} bytes as journal, {} as JSON lines", lines.len()),
        ours.spread("servanda, on the processor"),
        theirs.spread("serde_json, on the processor"),
    ];
    let json = float(lines.len()) / 1e6 / theirs.median();
    let figures = vec![
        figure("journal-parse", speed, speed / BOUND, "150-MB/s"),
        figure(
            "journal-parse-acts",
            speed,
            theirs.median() / ours.median(),
            "serde_json-same-acts",
        ),
        figure("journal-parse-bytes", speed, speed / json, "serde_json-bytes-a-second"),
    ];
    Ok(Measured::Figures(figures, notes))
}

fn figure(name: &'static str, value: f64, ratio: f64, against: &'static str) -> Figure {
    Figure { name, value, unit: "MB/s", ratio, against }
}

fn lines(entries: &[Entry]) -> Result<String> {
    let mut text = String::new();
    for entry in entries {
        let when = entry.when.to_string();
        let line = Line {
            when: &when,
            verb: match entry.verb {
                Verb::Sign => Word::Sign,
                Verb::Ratify => Word::DepositRatification,
                Verb::Consent => Word::DepositConsent,
                Verb::Enter => Word::InForce,
                Verb::Expire => Word::EndExpiredNotExtended,
                Verb::Withdraw => Word::EndWithdrawn,
            },
            instruments: vec![&entry.instrument],
            parties: vec![&entry.party],
            sources: vec![Cited { source: "ggo", line: entry.line }],
        };
        text.push_str(&serde_json::to_string(&line)?);
        text.push('\n');
    }
    Ok(text)
}
