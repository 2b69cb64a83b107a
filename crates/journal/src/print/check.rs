//! Printing a check.

use super::act::{expectation, party_list, source_list};
use super::{line, quoted};
use crate::record::Record;
use servanda_model::{Check, CheckKind, Claim, Comparison, Fact, PartyId};

/// Prints an assertion or attestation.
pub(super) fn print(record: &Record, check: &Check, out: &mut String) {
    let kind = match check.kind {
        CheckKind::Assert => "assert",
        CheckKind::Attest => "attest",
    };
    line(out, 0, &format!("{} {kind} {}", check.when, claim(record, &check.claim)));
    if !check.sources.is_empty() {
        line(out, 1, &format!("source {}", source_list(record, &check.sources)));
    }
    check.expected.iter().for_each(|expected| expectation(record, expected, out));
}

fn claim(record: &Record, claim: &Claim) -> String {
    let law = &record.law;
    let party = |id: &PartyId| law.party_names.word(*id);
    let text = match &claim.fact {
        Fact::Participation(id, status, instrument) => {
            format!("{} {} {}", party(id), status.word(), law.instrument_names.word(*instrument))
        }
        Fact::Membership(id, status, body) => {
            format!("{} {} {}", party(id), status.word(), law.body_names.word(*body))
        }
        Fact::InForce(instrument) => {
            format!("{} in-force", law.instrument_names.word(*instrument))
        }
        Fact::Chair(id, organ) => format!("{} chair {}", party(id), law.body_names.word(*organ)),
        Fact::WithoutVote(id, body) => {
            format!("{} without-vote {}", party(id), law.body_names.word(*body))
        }
        Fact::Holds(person, office) => {
            format!("{} holds {}", quoted(person), law.office_names.word(*office))
        }
        Fact::Adopted(label) => format!("adopted {}", record.history.labels.word(*label)),
        Fact::Parties(instrument, comparison, all) => {
            let word = law.instrument_names.word(*instrument);
            format!("parties {word} {}", compared(record, *comparison, all))
        }
        Fact::Members(body, comparison, all) => {
            let word = law.body_names.word(*body);
            format!("members {word} {}", compared(record, *comparison, all))
        }
        Fact::Term(instrument, number) => {
            format!("term {} = {number}", law.instrument_names.word(*instrument))
        }
    };
    if claim.holds { text } else { format!("not {text}") }
}

fn compared(record: &Record, comparison: Comparison, all: &[PartyId]) -> String {
    let sign = match comparison {
        Comparison::Equals => "=",
        Comparison::Includes => "includes",
        Comparison::Excludes => "excludes",
    };
    let listed = if all.is_empty() { "nobody".to_owned() } else { party_list(record, all) };
    format!("{sign} {listed}")
}
