//! What differs between two moments, or between two laws.

use crate::asking::Asking;
use crate::describe::act_name;
use crate::facts::{Aspect, Facts, Subject, Told, facts};
use crate::moment::Moment;
use servanda_model::Decider;
use std::collections::BTreeSet;

/// What differs, and what cannot be told to differ.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Differences {
    /// The number of facts that were compared.
    pub compared: usize,
    /// The facts that differ.
    pub differing: Vec<Difference>,
    /// The facts that are left open on either side.
    pub undetermined: Vec<LeftOpen>,
}

/// One fact that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What is compared.
    pub what: String,
    /// How it stands at the first moment.
    pub before: String,
    /// How it stands at the second.
    pub after: String,
}

/// One fact that depends on an uncertain date or an undecided reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOpen {
    /// What is compared.
    pub what: String,
    /// How it stands at the first moment along the readings the record follows.
    pub before: String,
    /// How it stands at the second.
    pub after: String,
    /// What leaves it open.
    pub because: String,
}

/// Compares everything the record answers at two moments.
pub fn diff(asking: &Asking<'_>, first: &Moment, second: &Moment) -> Differences {
    compare(asking, &facts(asking, first), &facts(asking, second))
}

/// Compares facts; their subjects are named by the record that has them all.
pub(crate) fn compare(asking: &Asking<'_>, first: &Facts, second: &Facts) -> Differences {
    let subjects: BTreeSet<Subject> = [first, second]
        .into_iter()
        .flat_map(|facts| facts.told.keys().chain(facts.open.keys()))
        .copied()
        .collect();
    let mut found = Differences { compared: subjects.len(), ..Differences::default() };
    for subject in subjects {
        let (before, after) = (first.told.get(&subject), second.told.get(&subject));
        let open = [first, second].into_iter().filter_map(|facts| facts.open.get(&subject));
        let because: BTreeSet<&str> = open.flatten().map(String::as_str).collect();
        if because.is_empty() && before == after {
            continue;
        }
        let what = named(asking, subject);
        let (before, after) = worded(before, after);
        if because.is_empty() {
            found.differing.push(Difference { what, before, after });
        } else {
            let because = because.into_iter().collect::<Vec<_>>().join("; ");
            found.undetermined.push(LeftOpen { what, before, after, because });
        }
    }
    found
}

/// Words two answers so that they can be told apart.
fn worded(before: Option<&Told>, after: Option<&Told>) -> (String, String) {
    let text = |told: Option<&Told>| told.map_or("-", |told| &told.text).to_owned();
    let (first, second) = (text(before), text(after));
    if first != second || before == after {
        return (first, second);
    }
    let whole = |text: String, told: Option<&Told>| match told {
        Some(told) if !told.detail.is_empty() => format!("{text} ({})", told.detail),
        Some(_) | None => text,
    };
    (whole(first, before), whole(second, after))
}

/// Returns what a fact is about in words.
fn named(asking: &Asking<'_>, subject: Subject) -> String {
    let law = asking.law;
    match subject {
        Subject::Participation(instrument, party) => {
            let instrument = law.instrument_names.word(instrument);
            format!("{instrument} {}", law.party_names.word(party))
        }
        Subject::Membership(body, party) => {
            format!("{} {}", law.body_names.word(body), law.party_names.word(party))
        }
        Subject::Vote(body, party) => {
            format!("{} {} vote", law.body_names.word(body), law.party_names.word(party))
        }
        Subject::Force(instrument) => law.instrument_names.word(instrument).to_owned(),
        Subject::Period(instrument) => {
            format!("{} period", law.instrument_names.word(instrument))
        }
        Subject::Seat(seat, aspect) => seat_named(asking, seat, aspect),
        Subject::Outcome(position, kind) => {
            format!("{} as {}", act_name(asking, position), law.matter_names.word(kind))
        }
        Subject::Finding(position, grade, article) => {
            let article = article.map(|id| format!(" {}", law.article_names.word(id)));
            let article = article.unwrap_or_default();
            format!("{} {}{article}", act_name(asking, position), grade.word())
        }
    }
}

fn seat_named(asking: &Asking<'_>, seat: Decider, aspect: Aspect) -> String {
    let seat = match seat {
        Decider::ChairOf(organ) => format!("chair of {}", asking.law.body_names.word(organ)),
        Decider::Office(office) => asking.law.office_names.word(office).to_owned(),
    };
    match aspect {
        Aspect::Holder => seat,
        Aspect::Departure => format!("{seat}, departs"),
        Aspect::Next => format!("{seat}, expected next"),
    }
}
