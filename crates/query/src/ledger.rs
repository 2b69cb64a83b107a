//! What follows from the acts of simple instruments, worked out once for whoever asks often.
//!
//! An instrument is simple where a party's row depends on the acts that name the party and on the
//! first act that brought the instrument into force, and on nothing else. All others are folded
//! for each question. What is kept here is never more than the fold would say.

use crate::asking::{Asking, Slice};
use crate::moment::{Known, Moment};
use servanda_engine::{Force, Placed, Standing, State, Timeline, fold};
use servanda_model::{Act, Deed, Id as _, InstrumentId, PartyId, Rule, VersionStart};
use std::collections::BTreeMap;

/// The simple instruments of a record.
#[derive(Debug, Default)]
pub(crate) struct Ledger {
    pages: Vec<Option<Page>>,
}

/// One simple instrument.
#[derive(Debug)]
pub(crate) struct Page {
    /// The first act that brought it into force, and what followed for it.
    pub(crate) force: Option<(u32, Timeline<Force>)>,
    /// Its parties, in order.
    pub(crate) accounts: Vec<Account>,
}

/// One party of a simple instrument.
#[derive(Debug)]
pub(crate) struct Account {
    pub(crate) party: PartyId,
    /// How it stands, as known from each position on.
    lines: Vec<(u32, Timeline<Standing>)>,
    /// The acts it depends on, where the day of one is not known and its row has to be tried.
    pub(crate) open: Option<Slice>,
}

impl Ledger {
    /// Works out every simple instrument.
    pub(crate) fn of(asking: &Asking<'_>) -> Self {
        let all = asking.law.instrument_names.iter();
        Self { pages: all.map(|(instrument, _)| Page::of(asking, instrument)).collect() }
    }

    /// Returns the page of an instrument, where it answers a question of this moment.
    pub(crate) fn page(&self, instrument: InstrumentId, moment: &Moment) -> Option<&Page> {
        let in_order = matches!(moment.known, Known::Now | Known::Position(_));
        let page = self.pages.get(instrument.ordinal() as usize)?.as_ref();
        page.filter(|_| in_order && moment.account.is_none())
    }
}

impl Page {
    fn of(asking: &Asking<'_>, instrument: InstrumentId) -> Option<Self> {
        if !asking.stands_alone(instrument) || !has_simple_law(asking, instrument) {
            return None;
        }
        let positions = asking.about_instrument(instrument).positions;
        if !has_simple_acts(asking, &positions) {
            return None;
        }
        let first = positions.iter().copied().find(|position| enters(asking, *position));
        let mut of_parties: BTreeMap<PartyId, Vec<u32>> = BTreeMap::new();
        for position in &positions {
            let act = asking.history.act(*position)?;
            for party in asking.history.parties_of(&act.deed) {
                of_parties.entry(party).or_default().push(*position);
            }
        }
        let force = first.map(|first| {
            let state = next(asking, State::default(), first);
            let line = state.treaty(instrument).map(|treaty| treaty.force.clone());
            (first, line.unwrap_or_default())
        });
        let account = |(party, mut own): (PartyId, Vec<u32>)| {
            own.extend(first);
            own.sort_unstable();
            own.dedup();
            Account::of(asking, instrument, party, own)
        };
        Some(Self { force, accounts: of_parties.into_iter().map(account).collect() })
    }
}

impl Account {
    fn of(asking: &Asking<'_>, instrument: InstrumentId, party: PartyId, own: Vec<u32>) -> Self {
        let acts = own.iter().filter_map(|position| asking.history.act(*position));
        let mut account = Self { party, lines: Vec::new(), open: None };
        if acts.clone().any(|act| !is_one_day(act)) {
            account.open = Some(Slice { positions: own });
            return account;
        }
        let mut state = State::default();
        for position in own {
            state = next(asking, state, position);
            let treaty = state.treaty(instrument);
            let Some(of) = treaty.and_then(|treaty| treaty.parties.get(&party)) else {
                continue;
            };
            if account.lines.last().is_none_or(|(_, last)| *last != of.line) {
                account.lines.push((position, of.line.clone()));
            }
        }
        account.lines.shrink_to_fit();
        account
    }

    /// Returns how the party stands over time, as far as it was known.
    pub(crate) fn line(&self, moment: &Moment) -> Option<&Timeline<Standing>> {
        let known = self.lines.iter().rev().find(|(from, _)| is_known(*from, moment));
        known.map(|(_, line)| line)
    }
}

/// Tells whether a position was known, where what is known is a stretch from the first on.
pub(crate) fn is_known(position: u32, moment: &Moment) -> bool {
    match moment.known {
        Known::Position(last) => position <= last,
        Known::Now | Known::On(_) => true,
    }
}

fn next(asking: &Asking<'_>, state: State, position: u32) -> State {
    let act = asking.history.act(position);
    let placed = act.map(|act| Placed::new(asking.history, position, act));
    let day = placed.map_or(servanda_model::Day::MIN, |placed| placed.day);
    fold(&asking.code, placed, state, day)
}

fn enters(asking: &Asking<'_>, position: u32) -> bool {
    let act = asking.history.act(position);
    act.is_some_and(|act| matches!(act.deed, Deed::EnterIntoForce { .. }))
}

fn is_one_day(act: &Act) -> bool {
    act.when.earliest() == act.when.latest()
}

/// Tells whether no clause lets one party's row depend on another's.
fn has_simple_law(asking: &Asking<'_>, instrument: InstrumentId) -> bool {
    let Some(row) = asking.law.instrument(instrument) else {
        return false;
    };
    let articles = row.articles.iter().filter_map(|id| asking.law.article(*id));
    let mut versions = articles.flat_map(|article| &article.versions);
    versions.all(|version| {
        let is_simple = version.clauses.iter().all(|clause| is_simple(&clause.rule));
        is_simple && matches!(version.start, VersionStart::Original)
    })
}

fn is_simple(rule: &Rule) -> bool {
    match rule {
        Rule::Signature(_)
        | Rule::EntryAsSourcesSay
        | Rule::Withdrawal(_)
        | Rule::ProvisionalFromSignature
        | Rule::ProvisionalByDeclaration
        | Rule::Reservations(_)
        | Rule::Accession(_)
        | Rule::Obliges(_)
        | Rule::Entitles(_)
        | Rule::Class { .. }
        | Rule::Establishes(_)
        | Rule::Rotation(_) => true,
        Rule::EntryIntoForce { .. }
        | Rule::Term(_)
        | Rule::Extends(..)
        | Rule::Ends(_)
        | Rule::LastsWith(_)
        | Rule::Membership(..) => false,
    }
}

/// Tells whether the acts count in the order of their positions, and each for its parties alone.
fn has_simple_acts(asking: &Asking<'_>, positions: &[u32]) -> bool {
    let acts = || positions.iter().filter_map(|position| asking.history.act(*position));
    let in_order = acts().map(|act| act.when.order()).is_sorted();
    let corrected = positions.iter().any(|position| asking.corrections.contains_key(position));
    in_order && !corrected && acts().all(is_plain)
}

fn is_plain(act: &Act) -> bool {
    let is_plain = match &act.deed {
        Deed::Sign { .. }
        | Deed::Deposit { .. }
        | Deed::Provisional { .. }
        | Deed::Suspend { .. }
        | Deed::Resume { .. }
        | Deed::Ratify { .. }
        | Deed::Refuse { .. }
        | Deed::Register { .. }
        | Deed::Reserve { .. } => true,
        // What brings it into force or ends it for all changes every row.
        Deed::EnterIntoForce { parties, .. } => !parties.is_empty() && is_one_day(act),
        Deed::End { parties, .. } => !parties.is_empty(),
        Deed::GiveNotice { .. }
        | Deed::Revoke { .. }
        | Deed::Object { .. }
        | Deed::Join { .. }
        | Deed::Leave { .. }
        | Deed::SuspendMember { .. }
        | Deed::Session { .. }
        | Deed::Decide(_)
        | Deed::Chair { .. }
        | Deed::Appoint(_)
        | Deed::Vacate { .. }
        | Deed::Request { .. }
        | Deed::State(_)
        | Deed::Happen { .. }
        | Deed::Exercise { .. }
        | Deed::Figure(_)
        | Deed::Position { .. }
        | Deed::Agree { .. }
        | Deed::Correct { .. }
        | Deed::Amend { .. } => false,
    };
    is_plain && act.details.is_none()
}

impl Asking<'_> {
    /// Works out beforehand what follows for simple instruments, for whoever asks often.
    #[must_use]
    pub fn with_ledger(mut self) -> Self {
        self.ledger = Ledger::of(&self);
        self
    }

    /// Returns what was worked out of an instrument, where it answers a question of this moment.
    pub(crate) fn page(&self, instrument: InstrumentId, moment: &Moment) -> Option<&Page> {
        self.ledger.page(instrument, moment)
    }

    /// Tells whether facts about an instrument depend on no other and on no member.
    fn stands_alone(&self, instrument: InstrumentId) -> bool {
        !self.links.contains_key(&instrument) && !self.on_members.contains(&instrument)
    }
}
