//! Who is a member of a body on a day.

pub(crate) mod requests;

use crate::asking::Asking;
use crate::moment::Moment;
use crate::status::RowStatus;
use crate::vary::Answers;
use crate::votes::{LostVote, lost_votes, told};
use servanda_engine::{Derivation, State};
use servanda_model::{
    BodyId, BodyKind, Cause, Composed, Day, InstrumentId, MemberStatus, PartyId, Rule, Status,
};
use std::collections::BTreeMap;

/// The answer about a body.
#[derive(Debug, Clone, PartialEq)]
pub struct Members {
    /// The body.
    pub body: BodyId,
    /// Its members.
    pub members: Vec<Member>,
    /// The votes in it, or in its organs, that acts took under an article.
    pub votes: Vec<LostVote>,
    /// What there is to say beside the list.
    pub note: Option<String>,
}

/// How one party stands to a body.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// The party.
    pub party: PartyId,
    /// How it stands; none where undecided readings or open dates give different answers.
    pub status: Option<MemberStatus>,
    /// From which day, where exactly known.
    pub since: Option<Day>,
    /// Why it ended or is suspended.
    pub cause: Option<Cause>,
    /// Whether another reading would change this row.
    pub disputed: bool,
    /// The act and article behind it.
    pub why: Derivation,
}

type Rows = BTreeMap<PartyId, Member>;

/// Answers who is a member of a body.
pub fn members(asking: &Asking<'_>, body: BodyId, moment: &Moment) -> Members {
    let (members, note) = listed(asking, body, moment);
    let votes = lost_votes(asking, body, moment);
    let waiting = requests::requests(asking, body, None, moment).into_iter();
    let waiting = waiting.filter(|requested| requested.answered.is_none());
    let waiting = waiting.map(|requested| requests::told(asking, requested, moment));
    let lost = votes.iter().map(|lost| told(asking, lost));
    let notes: Vec<String> = note.into_iter().chain(lost).chain(waiting).collect();
    let note = (!notes.is_empty()).then(|| notes.join("; "));
    Members { body, members, votes, note }
}

/// Lists who is a member of a body, with what there is to say beside the list.
fn listed(asking: &Asking<'_>, body: BodyId, moment: &Moment) -> (Vec<Member>, Option<String>) {
    let slice = asking.about_body(body);
    let answers = asking.vary(&slice, moment, |state| rows(state, body, moment.on));
    let (mut members, mut notes) = merge(asking, answers);
    if let Some((composed, seats)) = composed_of(asking, body, moment) {
        let (whole, note) = listed(asking, composed.members_of, moment);
        let sits = |row: &Member| row.status == Some(MemberStatus::Member) || row.status.is_none();
        let before = composed.before_that.filter(|_| whole.is_empty());
        if let Some(instrument) = before {
            members.splice(0..0, parties(asking, instrument, moment));
        } else {
            members.splice(0..0, whole.into_iter().filter(sits));
            notes.extend(note);
        }
        notes.push(format!("seats: {seats}"));
    }
    if members.is_empty() {
        notes.push(empty_note(asking, body, moment));
    }
    let note = (!notes.is_empty()).then(|| notes.join("; "));
    (members, note)
}

/// Returns of whom an organ is made, and what sits there.
fn composed_of(asking: &Asking<'_>, body: BodyId, moment: &Moment) -> Option<(Composed, String)> {
    let row = asking.body_at(body, moment).filter(|_| asking.is_there(body, moment))?;
    let seats = row.particulars.iter().find(|(word, ..)| word == "seats")?;
    row.composed.map(|composed| (composed, seats.1.clone()))
}

/// Returns the parties to an instrument as those who have a seat.
fn parties(asking: &Asking<'_>, instrument: InstrumentId, moment: &Moment) -> Vec<Member> {
    let found = crate::status::status(asking, instrument, moment);
    let sits = found.participants.into_iter().filter_map(|row| {
        let status = match row.status {
            RowStatus::Is(Status::Party) => Some(MemberStatus::Member),
            RowStatus::Unknown | RowStatus::Disputed => None,
            RowStatus::Is(_) => return None,
        };
        let (party, since, disputed, why) = (row.party, row.since, row.disputed, row.why);
        Some(Member { party, status, since, cause: None, disputed, why })
    });
    sits.collect()
}

/// Returns how every party stands to a body on a day, in one fold.
pub(crate) fn rows(state: &State, body: BodyId, on: Day) -> Rows {
    let lines = state.bodies.get(&body).into_iter().flat_map(|body| &body.members);
    lines
        .filter_map(|(party, line)| {
            let span = line.at(on)?;
            let (status, cause) = span.value;
            let since = span.why.exact.then_some(span.from);
            let party = *party;
            Some((
                party,
                Member {
                    party,
                    status: Some(status),
                    since,
                    cause,
                    disputed: false,
                    why: span.why,
                },
            ))
        })
        .collect()
}

fn merge(asking: &Asking<'_>, answers: Answers<Rows>) -> (Vec<Member>, Vec<String>) {
    let Answers { base, rivals, placements, deciding, untried } = answers;
    let mut rows = base.clone();
    let seen = |row: Option<&Member>| row.map(|row| (row.status, row.since, row.cause));
    for (_, decided, other) in &rivals {
        let parties: Vec<PartyId> = base.keys().chain(other.keys()).copied().collect();
        for party in parties {
            let (ours, theirs) = (base.get(&party), other.get(&party));
            if seen(ours) == seen(theirs) || (*decided && ours.is_none()) {
                continue;
            }
            let Some(known) = ours.or(theirs) else {
                continue;
            };
            let row = rows.entry(party).or_insert_with(|| known.clone());
            row.disputed = true;
            if !decided && ours.map(|row| row.status) != theirs.map(|row| row.status) {
                (row.status, row.since, row.cause) = (None, None, None);
            }
        }
    }
    let names = |positions: &[u32]| {
        positions
            .iter()
            .map(|p| crate::describe::act_name(asking, *p))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let mut notes = Vec::new();
    for other in &placements {
        let parties: Vec<PartyId> = base.keys().chain(other.keys()).copied().collect();
        for party in parties {
            let (ours, theirs) = (base.get(&party), other.get(&party));
            let Some(known) = ours.or(theirs) else {
                continue;
            };
            if ours.map(|row| row.status) != theirs.map(|row| row.status) {
                let row = rows.entry(party).or_insert_with(|| known.clone());
                (row.status, row.since, row.cause) = (None, None, None);
            }
        }
    }
    if !deciding.is_empty() {
        notes.push(format!("depends on the date of {}", names(&deciding)));
    }
    if !untried.is_empty() {
        rows.values_mut().for_each(|row| (row.status, row.since, row.cause) = (None, None, None));
        notes.push(format!("too many dates are open: {}", names(&untried)));
    }
    (rows.into_values().collect(), notes)
}

fn empty_note(asking: &Asking<'_>, body: BodyId, moment: &Moment) -> String {
    let word = asking.law.body_names.word(body);
    let makes = asking.code_memberships(body);
    let own = asking.law.body(body).is_some_and(|row| row.kind == BodyKind::Own);
    match makes {
        Some(instrument) if own => {
            let instrument = asking.law.instrument_names.word(instrument);
            format!(
                "`{word}` has no members on {}: membership follows from `{instrument}`, which is not in force on that day; ask `status` for the parties to an earlier treaty",
                moment.on
            )
        }
        _ if !asking.is_there(body, moment) => {
            format!("no article that sets up `{word}` counts on {}", moment.on)
        }
        _ => format!("this record has no members of `{word}` on {}", moment.on),
    }
}

impl Asking<'_> {
    /// Returns the instrument whose parties are the members of a body.
    pub fn code_memberships(&self, body: BodyId) -> Option<servanda_model::InstrumentId> {
        self.law.clauses().find_map(|(_, clause)| {
            let Rule::Membership(of, by) = &clause.rule else { return None };
            (*of == body).then_some(*by)
        })
    }
}
