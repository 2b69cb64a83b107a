//! How every state stands to an instrument on a day.

mod extension;

use crate::asking::Asking;
use crate::ledger::{Page, is_known};
use crate::moment::Moment;
use crate::vary::Answers;
use servanda_engine::{Derivation, Force, Running, Span, Standing, State, Through};
use servanda_model::{Cause, Day, InstrumentId, Mention, PartyId, Remark, Status, remark};
use std::collections::BTreeMap;

/// The answer about an instrument.
#[derive(Debug, Clone, PartialEq)]
pub struct StatusAnswer {
    /// The instrument.
    pub instrument: InstrumentId,
    /// Whether it is in force.
    pub in_force: bool,
    /// The day from which it has been, where exactly known.
    pub in_force_since: Option<Day>,
    /// Why.
    pub force_why: Option<Derivation>,
    /// The term or renewal that the day lies in.
    pub term: Option<Running>,
    /// How states stand to it.
    pub participants: Vec<Participant>,
    /// What the answer depends on, where a date is not known, and what would keep the instrument
    /// going and is not in force yet.
    pub notes: Vec<Remark>,
}

/// What a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RowStatus {
    /// The record says so.
    Is(Status),
    /// Undecided readings give different answers.
    Disputed,
    /// It depends on a date that is not known.
    Unknown,
}

impl RowStatus {
    /// Returns the word that texts and JSON use.
    pub fn word(self) -> &'static str {
        match self {
            Self::Is(status) => status.word(),
            Self::Disputed => "disputed",
            Self::Unknown => "unknown",
        }
    }
}

/// How one state stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Participant {
    /// The state.
    pub party: PartyId,
    /// How it stands.
    pub status: RowStatus,
    /// From which day, where exactly known.
    pub since: Option<Day>,
    /// Through which day, where it is over and exactly known.
    pub until: Option<Day>,
    /// Why it ended or is suspended.
    pub cause: Option<Cause>,
    /// Whether another reading would change this row.
    pub disputed: bool,
    /// The act and article behind it.
    pub why: Derivation,
}

/// What one fold says of all states, for comparing.
type Rows = BTreeMap<PartyId, Participant>;

/// Answers how every state stands to an instrument.
pub fn status(asking: &Asking<'_>, instrument: InstrumentId, moment: &Moment) -> StatusAnswer {
    if let Some(page) = asking.page(instrument, moment) {
        return of_page(asking, instrument, page, moment);
    }
    let slice = asking.about_instrument(instrument);
    let on = moment.on;
    let state = asking.fold(&slice, moment, &[]);
    let (in_force, in_force_since, force_why, term) = head(&state, instrument, on);
    let base = rows(&state, instrument, on);
    let mut folds = asking.folds(&slice, moment);
    let answers = asking
        .vary_from(base, &slice, moment, |choices| rows(&folds.state(choices), instrument, on));
    let mut notes = notes(asking, &answers.deciding, &answers.untried);
    notes.extend(extension::awaited(asking, &state, instrument, on));
    let participants = merge(asking, answers);
    StatusAnswer { instrument, in_force, in_force_since, force_why, term, participants, notes }
}

/// Answers from what was worked out beforehand.
fn of_page(
    asking: &Asking<'_>,
    instrument: InstrumentId,
    page: &Page,
    moment: &Moment,
) -> StatusAnswer {
    let on = moment.on;
    let force = page.force.as_ref().filter(|(from, _)| is_known(*from, moment));
    let span = force.and_then(|(_, line)| line.at(on));
    let (in_force, in_force_since) = since(span);
    let force_why = span.map(|span| span.why);
    let mut participants = Vec::with_capacity(page.accounts.len());
    let (mut deciding, mut untried) = (Vec::new(), Vec::new());
    for (account, spans) in page.lines(moment) {
        let party = account.party;
        if let Some(slice) = &account.open {
            let answers = asking.vary(slice, moment, |state| {
                let mut rows = rows(state, instrument, on);
                rows.retain(|other, _| *other == party);
                rows
            });
            deciding.extend_from_slice(&answers.deciding);
            untried.extend_from_slice(&answers.untried);
            let rows = merge(asking, answers);
            participants.extend(rows.into_iter().filter(|row| row.party == party));
        } else {
            participants.extend(row(party, spans, on));
        }
    }
    [&mut deciding, &mut untried].into_iter().for_each(|list| list.sort_unstable());
    let notes = notes(asking, &deciding, &untried);
    StatusAnswer {
        instrument,
        in_force,
        in_force_since,
        force_why,
        term: None,
        participants,
        notes,
    }
}

type Head = (bool, Option<Day>, Option<Derivation>, Option<Running>);

fn head(state: &State, instrument: InstrumentId, on: Day) -> Head {
    let Some(treaty) = state.treaty(instrument) else {
        return (false, None, None, None);
    };
    let span = treaty.force.at(on);
    let (in_force, since) = since(span);
    // A period that begins on a day nobody knows is none that could be told.
    let term = treaty.period_on(on).filter(|_| in_force && since.is_some());
    (in_force, since, span.map(|span| span.why), term)
}

/// Tells whether an instrument is in force, and since when where that is exactly known.
fn since(span: Option<&Span<Force>>) -> (bool, Option<Day>) {
    let in_force = span.filter(|span| span.value == Force::InForce);
    (in_force.is_some(), in_force.filter(|span| span.why.exact).map(|span| span.from))
}

/// Returns how every state stands on a day, in one fold.
pub(crate) fn rows(state: &State, instrument: InstrumentId, on: Day) -> Rows {
    let parties = state.treaty(instrument).into_iter().flat_map(|treaty| &treaty.parties);
    parties
        .filter_map(|(party, participation)| {
            Some((*party, row(*party, participation.line.spans(), on)?))
        })
        .collect()
}

fn row(party: PartyId, spans: &[Span<Standing>], on: Day) -> Option<Participant> {
    let begun = spans.iter().rposition(|span| span.from <= on)?;
    let span = spans.get(begun)?;
    let after = spans.get(begun.saturating_add(1)).filter(|next| next.why.exact);
    let until = after.map(|next| next.from.previous());
    // The first of the neighbouring stretches of one status tells since when it has it.
    let mut first = span;
    for earlier in spans.iter().take(begun).rev() {
        if earlier.value.status != span.value.status {
            break;
        }
        first = earlier;
    }
    Some(Participant {
        party,
        status: RowStatus::Is(span.value.status),
        since: first.why.exact.then_some(first.from),
        until,
        cause: span.value.cause,
        disputed: false,
        why: span.why,
    })
}

/// Lays the answers of all readings and placements over each other.
fn merge(asking: &Asking<'_>, answers: Answers<Rows>) -> Vec<Participant> {
    let Answers { base, rivals, placements, untried, .. } = answers;
    let mut rows = base.clone();
    let open = |status: RowStatus, row: &Participant| Participant {
        status,
        since: None,
        until: None,
        cause: None,
        disputed: status == RowStatus::Disputed,
        ..row.clone()
    };
    for (_, decided, other) in &rivals {
        rows.values_mut().for_each(|row| dispute(row, other.get(&row.party), *decided));
        for row in other.values().filter(|row| !decided && !base.contains_key(&row.party)) {
            rows.insert(row.party, open(RowStatus::Disputed, row));
        }
    }
    for other in &placements {
        let parties: Vec<PartyId> = base.keys().chain(other.keys()).copied().collect();
        for party in parties {
            let (ours, theirs) = (base.get(&party), other.get(&party));
            let told = |row: Option<&Participant>| row.map(|row| (row.status, row.cause));
            if told(ours) == told(theirs) {
                continue;
            }
            let Some(known) = theirs.or(ours) else {
                continue;
            };
            let row = rows.entry(party).or_insert_with(|| open(RowStatus::Unknown, known));
            if row.status != RowStatus::Disputed {
                (row.status, row.since, row.until, row.cause) =
                    (RowStatus::Unknown, None, None, None);
            }
        }
    }
    if !untried.is_empty() {
        rows.values_mut().for_each(|row| *row = open(RowStatus::Unknown, row));
        for position in &untried {
            for row in named(asking, *position) {
                rows.entry(row.party).or_insert(row);
            }
        }
    }
    rows.into_values().collect()
}

/// Says on which dates an answer depends.
fn notes(asking: &Asking<'_>, deciding: &[u32], untried: &[u32]) -> Vec<Remark> {
    let names = |moved: &[u32]| {
        moved.iter().map(|at| crate::describe::named(asking, *at)).collect::<Vec<Mention>>()
    };
    let mut notes = Vec::new();
    if !deciding.is_empty() {
        notes.push(remark!(DEPENDS_ON_DATE, acts = names(deciding)));
    }
    if !untried.is_empty() {
        notes.push(remark!(TOO_MANY_DATES, acts = names(untried)));
    }
    notes
}

/// Leaves open how those stand whom an act names.
fn named(asking: &Asking<'_>, position: u32) -> impl Iterator<Item = Participant> {
    let why = Derivation { position, article: None, through: Through::Act, exact: false };
    let deed = asking.history.act(position).map(|act| &act.deed);
    let parties = deed.map(|deed| asking.history.parties_of(deed)).unwrap_or_default();
    parties.into_iter().map(move |party| Participant {
        party,
        status: RowStatus::Unknown,
        since: None,
        until: None,
        cause: None,
        disputed: false,
        why,
    })
}

fn dispute(row: &mut Participant, other: Option<&Participant>, decided: bool) {
    let told = |row: &Participant| (row.status, row.since, row.cause);
    let theirs = other.map(told);
    if !decided && other.map(|other| other.until) != Some(row.until) {
        row.until = None;
    }
    if theirs == Some(told(row)) {
        return;
    }
    row.disputed = true;
    if decided {
        return;
    }
    if other.map(|other| other.status) != Some(row.status) {
        row.status = RowStatus::Disputed;
    }
    row.since = row.since.filter(|day| other.is_some_and(|other| other.since == Some(*day)));
}
