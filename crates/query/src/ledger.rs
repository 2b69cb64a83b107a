//! What follows from the acts of simple instruments, worked out once for whoever asks often.
//!
//! An instrument is simple where a party's row depends on the acts that name the party and on the
//! first act that brought the instrument into force, and on nothing else. All others are folded
//! for each question. What is kept here is never more than the fold would say.

use crate::asking::{Asking, Slice};
use crate::moment::{Known, Moment};
use servanda_engine::{Force, Placed, Span, Standing, State, Timeline, fold};
use servanda_model::{
    Accession, Act, Deed, Id as _, InstrumentId, PartyId, Reservations, Rule, VersionStart,
};
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
    /// What was known of each party from a position on, party after party.
    versions: Vec<Version>,
    /// How they stood over time, version after version: one list, so that it lies together.
    spans: Vec<Span<Standing>>,
}

/// How a party stands over time, as known from a position on.
#[derive(Debug, Clone, Copy)]
struct Version {
    known_from: u32,
    start: u32,
    end: u32,
}

/// One party of a simple instrument.
#[derive(Debug)]
pub(crate) struct Account {
    pub(crate) party: PartyId,
    /// Where its versions end; they begin where those of the party before it end.
    end: u32,
    /// The acts it depends on, where the day of one is not known and its row has to be tried.
    pub(crate) open: Option<Box<Slice>>,
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
        let mut page =
            Self { force, accounts: Vec::new(), versions: Vec::new(), spans: Vec::new() };
        for (party, mut own) in of_parties {
            own.extend(first);
            own.sort_unstable();
            own.dedup();
            page.add(asking, instrument, party, own);
        }
        Some(page)
    }

    fn add(
        &mut self,
        asking: &Asking<'_>,
        instrument: InstrumentId,
        party: PartyId,
        own: Vec<u32>,
    ) {
        let mut acts = own.iter().filter_map(|position| asking.history.act(*position));
        let open = acts.any(|act| !is_one_day(act));
        if !open {
            self.add_versions(asking, instrument, party, &own);
        }
        let end = narrow(self.versions.len());
        let open = open.then(|| Box::new(Slice { positions: own }));
        self.accounts.push(Account { party, end, open });
    }

    fn add_versions(
        &mut self,
        asking: &Asking<'_>,
        instrument: InstrumentId,
        party: PartyId,
        own: &[u32],
    ) {
        let mut state = State::default();
        let mut last = 0..0;
        for position in own {
            state = next(asking, state, *position);
            let treaty = state.treaty(instrument);
            let line = treaty.and_then(|treaty| treaty.parties.get(&party));
            let spans = line.map_or(&[][..], |party| party.line.spans());
            if self.spans.get(last.clone()) == Some(spans) {
                continue;
            }
            let start = self.spans.len();
            self.spans.extend_from_slice(spans);
            last = start..self.spans.len();
            let (start, end) = (narrow(start), narrow(self.spans.len()));
            self.versions.push(Version { known_from: *position, start, end });
        }
    }

    /// Returns how each party stood over time, as far as it was known, or what has to be tried.
    pub(crate) fn lines(
        &self,
        moment: &Moment,
    ) -> impl Iterator<Item = (&Account, &[Span<Standing>])> {
        let mut start = 0;
        self.accounts.iter().map(move |account| {
            let versions = self.versions.get(start..account.end as usize).unwrap_or(&[]);
            start = account.end as usize;
            let known = versions.iter().rev().find(|version| is_known(version.known_from, moment));
            let range = known.map_or(0..0, |known| known.start as usize..known.end as usize);
            (account, self.spans.get(range).unwrap_or(&[]))
        })
    }
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
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
        | Rule::Reservations(Reservations::Allowed | Reservations::Prohibited)
        | Rule::Accession(Accession::Open | Accession::Closed)
        | Rule::Corrections(_)
        | Rule::Obliges(_)
        | Rule::Entitles(_)
        | Rule::Class { .. }
        | Rule::Mandate(_)
        | Rule::LossOfVote(_)
        | Rule::Establishes(_)
        | Rule::Rotation(_)
        | Rule::Decides(_)
        | Rule::Matter(_)
        | Rule::EachYear(_)
        | Rule::Procedure(_) => true,
        Rule::EntryIntoForce { .. }
        | Rule::Term(_)
        | Rule::Extends(..)
        | Rule::Ends(_)
        | Rule::LastsWith(_)
        | Rule::Accession(Accession::ByConsent(_))
        | Rule::Reservations(Reservations::ByConsent(_))
        | Rule::FullPowers(_)
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
        | Deed::VoteRight { .. }
        | Deed::Vote { .. }
        | Deed::Session { .. }
        | Deed::Paper(_)
        | Deed::Decide(_)
        | Deed::Chair { .. }
        | Deed::Appoint(_)
        | Deed::Vacate { .. }
        | Deed::Request { .. }
        | Deed::Aid(_)
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
    ///
    /// It is for records of many thousand instruments whose rows come from a depositary's lists;
    /// the measurements ask such a record. The pages of one organisation do without: hardly an
    /// instrument there is simple, and no answer would come sooner. No answer changes by it.
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
