//! Tables of sources, cell by cell, beside our reading.

use crate::asking::Asking;
use crate::moment::{Known, Moment};
use crate::overlap::bound;
use servanda_engine::{Derivation, State};
use servanda_model::{
    Asks, BodyId, Day, Deed, InstrumentId, MemberStatus, PartyId, Row, SourceRef, SourceTable,
    Status,
};

/// A table with our reading beside each cell that differs.
#[derive(Debug, Clone, PartialEq)]
pub struct TableAnswer {
    /// Its word.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Where the source prints it.
    pub of: Vec<SourceRef>,
    /// The day it is asked on.
    pub on: Day,
    /// Its headings.
    pub headings: Vec<String>,
    /// Its rows.
    pub rows: Vec<RowAnswer>,
}

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub struct RowAnswer {
    /// Whom it is about.
    pub party: PartyId,
    /// How the source names it.
    pub name: String,
    /// Where the source prints it.
    pub of: Vec<SourceRef>,
    /// Its cells.
    pub cells: Vec<CellAnswer>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellAnswer {
    /// As the source prints it.
    pub printed: String,
    /// Our reading, where the column asks for one and it differs.
    pub ours: Option<String>,
    /// Why; of a column that asks nothing, what the record says of the cell.
    pub because: Option<String>,
}

/// Answers all tables of the record, or those of one account.
pub fn tables(asking: &Asking<'_>, moment: &Moment) -> Vec<TableAnswer> {
    let of_account = |table: &&SourceTable| {
        moment.account.is_none_or(|account| table.of.iter().any(|source| source.source == account))
    };
    asking.history.tables.iter().filter(of_account).map(|row| table(asking, row, moment)).collect()
}

/// Answers one table.
pub fn table(asking: &Asking<'_>, table: &SourceTable, moment: &Moment) -> TableAnswer {
    let source = table.of.first().and_then(|source| asking.law.source(source.source));
    let dated = table.on.or_else(|| source.and_then(|source| source.dated));
    let on = dated.map_or(moment.on, servanda_model::When::order);
    let ours = Moment { on, known: Known::Now, account: None };
    let state = asking.fold(&asking.everything(), &ours, &[]);
    let rows = table.rows.iter().map(|row| answer(asking, table, row, &state, &ours)).collect();
    TableAnswer {
        name: table.name.clone(),
        title: table.title.clone(),
        of: table.of.clone(),
        on,
        headings: table.columns.iter().map(|column| column.heading.clone()).collect(),
        rows,
    }
}

fn answer(
    asking: &Asking<'_>,
    table: &SourceTable,
    row: &Row,
    state: &State,
    moment: &Moment,
) -> RowAnswer {
    let cells = (1u32..).zip(row.cells.iter().zip(&table.columns));
    let cells = cells.map(|(number, (cell, column))| {
        let reading = read(asking, &column.asks, row, state, moment);
        let ours = reading.filter(|reading| !agrees(&cell.0, reading));
        let because = row.differs.iter().find(|(column, _)| *column == number);
        CellAnswer {
            printed: cell.0.clone(),
            because: because
                .filter(|_| ours.is_some() || column.asks == Asks::Text)
                .map(|(_, reason)| reason.clone()),
            ours,
        }
    });
    RowAnswer {
        party: row.party,
        name: row.name.clone(),
        of: row.of.clone(),
        cells: cells.collect(),
    }
}

/// Tells whether a printed cell says what we read: the same words, or one within the other.
fn agrees(printed: &str, ours: &str) -> bool {
    let plain = |text: &str| text.to_lowercase().replace([',', '\u{a0}'], "");
    let (printed, ours) = (plain(printed), plain(ours));
    printed == ours || printed.split([' ', ';', '(']).any(|word| word == ours)
}

fn read(
    asking: &Asking<'_>,
    asks: &Asks,
    row: &Row,
    state: &State,
    moment: &Moment,
) -> Option<String> {
    let on = moment.on;
    let years = |found: Vec<(Day, Derivation)>| Some(years(asking, &found, moment));
    match asks {
        Asks::Text => None,
        Asks::Membership(body) => {
            let status = state.member(*body, row.party, on);
            Some(status.map_or("not a member", MemberStatus::word).to_owned())
        }
        Asks::EntryYear(body) => {
            years(member_days(state, *body, row.party, MemberStatus::Member, on))
        }
        Asks::ExitYear(body) => {
            years(member_days(state, *body, row.party, MemberStatus::Former, on))
        }
        Asks::EntryYearOf(i) => years(party_days(state, *i, row.party, Status::Party, on)),
        Asks::ExitYearOf(i) => years(party_days(state, *i, row.party, Status::Former, on)),
        Asks::Figure(name) => figure(asking, name, row),
    }
}

fn member_days(
    state: &State,
    body: BodyId,
    party: PartyId,
    wanted: MemberStatus,
    on: Day,
) -> Vec<(Day, Derivation)> {
    let line = state.bodies.get(&body).and_then(|body| body.members.get(&party));
    let spans = line.into_iter().flat_map(|line| line.spans());
    let spans = spans.filter(|span| span.value.0 == wanted && span.from <= on);
    spans.map(|span| (span.from, span.why)).collect()
}

fn party_days(
    state: &State,
    instrument: InstrumentId,
    party: PartyId,
    wanted: Status,
    on: Day,
) -> Vec<(Day, Derivation)> {
    let line = state.treaty(instrument).and_then(|treaty| treaty.parties.get(&party));
    let spans = line.into_iter().flat_map(|p| p.line.spans());
    let spans = spans.filter(|span| span.value.status == wanted && span.from <= on);
    spans.map(|span| (span.from, span.why)).collect()
}

/// Returns the year of each day; of one that is not known, the year only where all the days on
/// which it can be lie in it.
fn years(asking: &Asking<'_>, days: &[(Day, Derivation)], moment: &Moment) -> String {
    if days.is_empty() {
        return "none".to_owned();
    }
    let year = |(from, why): &(Day, Derivation)| {
        let found = bound(asking, *from, why, moment);
        let (first, last) = (found.earliest.year(), found.latest.year());
        if first == last { last.to_string() } else { "unknown".to_owned() }
    };
    days.iter().map(year).collect::<Vec<_>>().join("; ")
}

/// Returns the figure of this name that another act of the record carries for the row's party.
fn figure(asking: &Asking<'_>, name: &str, row: &Row) -> Option<String> {
    let figures =
        asking.history.acts.iter().filter_map(|act| {
            if let Deed::Figure(figure) = &act.deed { Some(figure) } else { None }
        });
    let own = figures.filter(|figure| figure.name == name && figure.party == Some(row.party));
    own.map(|figure| figure.number.clone()).next()
}
