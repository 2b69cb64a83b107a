//! What differs between two moments, or between two laws.

use crate::asking::Asking;
use crate::describe::named;
use crate::facts::{Aspect, Facts, Subject, Told, facts};
use crate::moment::Moment;
use servanda_model::{Decider, Mention, Remark, remark};
use std::collections::{BTreeMap, BTreeSet};

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
    pub what: Remark,
    /// How it stands at the first moment.
    pub before: Remark,
    /// How it stands at the second.
    pub after: Remark,
}

/// One fact that depends on an uncertain date or an undecided reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOpen {
    /// What is compared.
    pub what: Remark,
    /// How it stands at the first moment along the readings the record follows.
    pub before: Remark,
    /// How it stands at the second.
    pub after: Remark,
    /// What leaves it open.
    pub because: Vec<Remark>,
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
        let because: BTreeMap<&String, &Vec<Remark>> = open.flatten().collect();
        let same = match (before, after) {
            (Some(before), Some(after)) => before.says_as(after, asking.law),
            (before, after) => before.is_none() && after.is_none(),
        };
        if because.is_empty() && same {
            continue;
        }
        let what = about(asking, subject);
        let (before, after) = worded(before, after);
        if because.is_empty() {
            found.differing.push(Difference { what, before, after });
        } else {
            let because = because.into_values().flatten().cloned().collect();
            found.undetermined.push(LeftOpen { what, before, after, because });
        }
    }
    found
}

/// Words two answers so that they can be told apart.
fn worded(before: Option<&Told>, after: Option<&Told>) -> (Remark, Remark) {
    let text =
        |told: Option<&Told>| told.map_or_else(|| remark!(NOT_TOLD), |told| told.text.clone());
    let (first, second) = (text(before), text(after));
    if first != second || before == after {
        return (first, second);
    }
    let whole = |text: Remark, told: Option<&Told>| match told.and_then(|told| told.detail.clone())
    {
        Some(detail) => remark!(WITH_DETAIL, told = text, detail = detail),
        None => text,
    };
    (whole(first, before), whole(second, after))
}

/// Says what a fact is about.
fn about(asking: &Asking<'_>, subject: Subject) -> Remark {
    match subject {
        Subject::Participation(instrument, party) => {
            remark!(OF_PARTY, instrument = instrument, party = party)
        }
        Subject::Membership(body, party) => remark!(OF_MEMBER, body = body, party = party),
        Subject::Vote(body, party) => remark!(OF_VOTE, body = body, party = party),
        Subject::Force(instrument) => remark!(OF_FORCE, instrument = instrument),
        Subject::Period(instrument) => remark!(OF_PERIOD, instrument = instrument),
        Subject::Seat(Decider::ChairOf(organ), aspect) => match aspect {
            Aspect::Holder => remark!(OF_CHAIR, organ = organ),
            Aspect::Departure => remark!(CHAIR_DEPARTS, organ = organ),
            Aspect::Next => remark!(CHAIR_NEXT, organ = organ),
        },
        Subject::Seat(Decider::Office(office), aspect) => match aspect {
            Aspect::Holder => remark!(OF_OFFICE, office = office),
            Aspect::Departure => remark!(OFFICE_DEPARTS, office = office),
            Aspect::Next => remark!(OFFICE_NEXT, office = office),
        },
        Subject::Outcome(position, kind) => {
            let kind = Mention::Code(asking.law.matter_names.word(kind).to_owned());
            remark!(OF_OUTCOME, act = named(asking, position), kind = kind)
        }
        Subject::Finding(position, grade, article) => {
            let (act, grade) = (named(asking, position), Mention::Word(grade.word()));
            match article {
                Some(article) => {
                    remark!(OF_FINDING_UNDER, act = act, grade = grade, article = article)
                }
                None => remark!(OF_FINDING, act = act, grade = grade),
            }
        }
    }
}
