//! A file of votes: `state,vote[,at]`, one line for each vote.

use crate::lines::{Fault, Lines};
use servanda_model::{Instant, Law, PartyId, Vote};
use servanda_query::Cast;
use std::collections::BTreeMap;

/// The codes of this form and what each means, for the reference in the book.
pub const CODES: &[(&str, &str)] = &[
    ("V-COLUMNS", "a file of votes or deposits does not have the columns it needs"),
    ("V-STATE", "a line names no party that the charter declares"),
    ("V-WORD", "a line says what no vote and no step of consent is"),
    ("V-TIME", "a line gives no date or instant where one should stand"),
    ("V-TWICE", "two lines give the vote of one state, and no time tells which came later"),
];

/// Reads a file of votes, in the order in which they were cast.
///
/// # Errors
/// Lists every line that cannot be read.
pub fn read(bytes: &[u8], law: &Law) -> Result<Vec<Cast>, Vec<Fault>> {
    let mut lines = Lines::new(bytes, &["state", "vote"], "at")?;
    let mut faults = Vec::new();
    let mut casts: Vec<Cast> = Vec::new();
    // The first line of each state, its first without a time, and its first of each second.
    let mut first: BTreeMap<PartyId, (u64, Option<u64>)> = BTreeMap::new();
    let mut at_once: BTreeMap<(PartyId, Instant), u64> = BTreeMap::new();
    while let Some(line) = lines.next() {
        let read = line.and_then(|line| {
            let number = line.number;
            let vote = Vote::of_word(line.cell("vote"))
                .ok_or_else(|| line.no_word("vote", "vote", Vote::ALL.map(Vote::word).as_slice()));
            let at = match line.cell("at") {
                "" => Ok(None),
                text => text.parse::<Instant>().map(Some).map_err(|()| line.no_time("at")),
            };
            Ok((number, Cast { party: line.party(law)?, vote: vote?, at: at? }))
        });
        match read {
            Ok((number, cast)) => {
                let untimed = cast.at.is_none().then_some(number);
                let known = first.get(&cast.party).copied();
                let same = cast.at.map(|at| *at_once.entry((cast.party, at)).or_insert(number));
                let same = same.filter(|line| *line != number);
                let earlier = known.and_then(|(any, without)| untimed.map(|_| any).or(without));
                let earlier = earlier.or(same);
                if let Some(earlier) = earlier {
                    faults.push(twice(law, cast, earlier, number));
                }
                let (any, without) = known.unwrap_or((number, None));
                first.insert(cast.party, (any, without.or(untimed)));
                casts.push(cast);
            }
            Err(fault) => faults.push(fault),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    casts.sort_by_key(|cast| cast.at);
    Ok(casts)
}

fn twice(law: &Law, cast: Cast, first: u64, number: u64) -> Fault {
    let state = law.party_names.word(cast.party);
    Fault {
        code: "V-TWICE",
        line: number,
        message: format!("`{state}` votes twice, first on line {first}"),
        hint: "keep one of the two lines, or give another `at` in each".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the faults of a file of votes of two states.
    fn faults(lines: &str) -> Vec<(u64, String)> {
        let charter = "servanda 1\norganisation own \"Own\"\nparty ARC \"A\"\nparty BRE \"B\"\n";
        let file = servanda_journal::RecordFile {
            path: "own.charter".to_owned(),
            bytes: charter.as_bytes().to_vec(),
        };
        let record = servanda_journal::read(vec![file]).unwrap();
        let told = read(format!("state,vote,at\n{lines}").as_bytes(), &record.law);
        told.err().unwrap_or_default().into_iter().map(|it| (it.line, it.message)).collect()
    }

    #[test]
    fn a_state_votes_again_only_where_both_times_are_told() {
        let first = "ARC,yes,2026-01-01T09:00:00Z\n";
        assert_eq!(faults(&format!("{first}ARC,no,2026-01-01T10:00:00Z\nBRE,no,\n")), []);
        let twice = (3, "`ARC` votes twice, first on line 2".to_owned());
        assert_eq!(faults(&format!("{first}ARC,no,\n")), [twice]);
        let lines = "ARC,yes,2026-01-01T09:00:00Z\nARC,no,\nARC,no,2026-01-01T11:00:00Z\n";
        let first_without = (4, "`ARC` votes twice, first on line 3".to_owned());
        assert_eq!(faults(lines).last(), Some(&first_without));
    }

    #[test]
    fn a_hundred_thousand_lines_are_each_told_once() {
        let lines = "ARC,yes,\n".repeat(100_000);
        assert_eq!(faults(&lines).len(), 99_999);
        let at_once = "BRE,yes,2026-01-01T09:00:00Z\n".repeat(100_000);
        assert_eq!(faults(&at_once).len(), 99_999);
    }
}
