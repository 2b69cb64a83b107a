//! A file of votes: `state,vote[,at]`, one line for each vote.

use crate::lines::{Fault, Lines};
use servanda_model::{Instant, Law, Vote};
use servanda_query::Cast;

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
    let mut casts: Vec<(u64, Cast)> = Vec::new();
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
                let same = |known: &&(u64, Cast)| {
                    known.1.party == cast.party && (known.1.at.is_none() || cast.at.is_none())
                };
                if let Some((first, _)) = casts.iter().find(same) {
                    faults.push(twice(law, cast, *first, number));
                }
                casts.push((number, cast));
            }
            Err(fault) => faults.push(fault),
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    casts.sort_by_key(|(_, cast)| cast.at);
    Ok(casts.into_iter().map(|(_, cast)| cast).collect())
}

fn twice(law: &Law, cast: Cast, first: u64, number: u64) -> Fault {
    let state = law.party_names.word(cast.party);
    Fault {
        code: "V-TWICE",
        line: number,
        message: format!("`{state}` votes twice, first on line {first}"),
        hint: "keep one of the two lines, or give `at` in both".to_owned(),
    }
}
