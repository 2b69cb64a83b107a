//! The walk through the calendar, day by day, and the book of pages it leaves behind.

use super::fault::Fault;
use super::mandate::Decided;
use super::matter::Matter;
use super::page::{Notice, Page, Values};
use super::receipt;
use super::reservation::Reserved;
use super::step::{News, Step};
use super::vote::Cast;
use servanda_model::{
    Act, ArticleId, BodyId, Clause, Day, Deed, Grade, History, Id as _, InstrumentId, Law,
    OfficeId, PartyId, Rule, SessionForm, Status, VersionStart, Vote,
};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// An act where it stands: its day, its position, and the deed it tells of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told<'a> {
    /// The day it was done, or received where it counts from then.
    pub(super) day: Day,
    /// The day from which it counts where it does not say.
    pub(super) from: Day,
    pub(super) position: u32,
    pub(super) deed: &'a Deed,
    pub(super) act: &'a Act,
}

/// One who was made to stay bound by another instrument: by which one, and from when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extension {
    pub(super) of: InstrumentId,
    pub(super) party: PartyId,
    pub(super) by: InstrumentId,
    pub(super) from: Day,
}

/// Walks through a history.
#[derive(Debug)]
pub struct Walk<'a> {
    pub(super) law: &'a Law,
    pub(super) history: &'a History,
    pub(super) fault: Option<Fault>,
    acts: Vec<Told<'a>>,
    pub(super) today: Day,
    pub(super) pages: BTreeMap<Day, Page>,
    pub(super) signed: BTreeSet<(InstrumentId, PartyId)>,
    pub(super) consented: BTreeMap<(InstrumentId, PartyId), Day>,
    /// Instruments whose condition is reached with a delay, and when it was.
    pub(super) reached: BTreeMap<InstrumentId, Day>,
    pub(super) extensions: Vec<Extension>,
    pub(super) waiting: Vec<(Day, Vec<Step>)>,
    pub(super) news: VecDeque<News>,
    /// Turns in chairs: from when, who, instead of whom.
    pub(super) chairs: BTreeMap<BodyId, Vec<(Day, PartyId, Option<PartyId>)>>,
    /// Offices: from when, who, whether only standing in.
    pub(super) offices: BTreeMap<OfficeId, Vec<(Day, Option<PartyId>, bool)>>,
    /// Sessions: when, in which state, in which form.
    pub(super) sessions: BTreeMap<BodyId, Vec<(Day, Option<PartyId>, SessionForm)>>,
    /// Matters, by the position of the act that opened each.
    pub(super) matters: BTreeMap<u32, Matter>,
    /// What was decided about states, and from when.
    pub(super) decided: Vec<(Day, Decided)>,
    /// Reservations that organs have to accept, and consents that wait for that.
    pub(super) reserved: Vec<Reserved>,
    pub(super) held: Vec<(InstrumentId, PartyId, Day)>,
    /// Votes that were received, what was decided since, and how decisions counted each.
    pub(super) cast: Vec<Cast>,
    pub(super) closed: Vec<String>,
    pub(super) counted: BTreeMap<u32, BTreeMap<PartyId, Vote>>,
    /// Papers of sessions: from when, and which, in words.
    pub(super) papers: Vec<(Day, String)>,
    /// Every day on which something was looked at, for those who ask.
    pub lived: BTreeSet<Day>,
}

impl<'a> Walk<'a> {
    /// Stands before the first day.
    pub fn new(law: &'a Law, history: &'a History, fault: Option<Fault>) -> Self {
        Self {
            law,
            history,
            fault,
            acts: told(history, fault),
            today: Day::MIN,
            pages: BTreeMap::from([(Day::MIN, Page::default())]),
            signed: BTreeSet::new(),
            consented: BTreeMap::new(),
            reached: BTreeMap::new(),
            extensions: Vec::new(),
            waiting: Vec::new(),
            news: VecDeque::new(),
            chairs: BTreeMap::new(),
            offices: BTreeMap::new(),
            sessions: BTreeMap::new(),
            matters: BTreeMap::new(),
            decided: Vec::new(),
            reserved: Vec::new(),
            held: Vec::new(),
            cast: Vec::new(),
            closed: Vec::new(),
            counted: BTreeMap::new(),
            papers: Vec::new(),
            lived: BTreeSet::new(),
        }
    }

    /// Lives every day up to and with a day on which something can happen.
    pub fn to(&mut self, day: Day) {
        while let Some(next) = self.next_day().filter(|next| *next <= day) {
            self.live(next);
        }
        self.today = self.today.max(day);
    }

    fn next_day(&self) -> Option<Day> {
        let acts = self.acts.first().map(|told| told.day);
        let waiting = self.waiting.iter().map(|(day, _)| *day).min();
        let rows = self.law.weights.iter().flat_map(|table| &table.rows);
        let weights = rows.filter_map(|(from, ..)| *from).filter(|from| *from > self.today).min();
        [acts, waiting, weights].into_iter().flatten().min()
    }

    /// Lives one day.
    fn live(&mut self, day: Day) {
        self.today = self.today.max(day);
        self.lived.insert(self.today);
        self.write(self.today, |_| {});
        let acts = self.acts.iter().take_while(|told| told.day <= day).count();
        let acts: Vec<Told<'a>> = self.acts.drain(..acts).collect();
        let late = self.is(Fault::AmendmentAfterActs);
        let (law, others): (Vec<_>, Vec<_>) =
            acts.into_iter().partition(|told| !late && matches!(told.deed, Deed::Amend { .. }));
        while self.do_first(day, Step::is_law) {}
        law.iter().for_each(|told| self.act(told));
        self.settle();
        if !self.is(Fault::ActsBeforeTimers) {
            self.run(day);
        }
        for told in &others {
            self.act(told);
            self.settle();
        }
        self.run(day);
    }

    /// Does all that is due, and after each what follows from it.
    fn run(&mut self, day: Day) {
        while self.do_first(day, |_| true) {
            self.settle();
        }
    }

    /// Does the first that is due: that of the earliest day, and on one day what was made first.
    fn do_first(&mut self, day: Day, which: impl Fn(&Step) -> bool) -> bool {
        let due = self
            .waiting
            .iter()
            .enumerate()
            .filter(|(_, (on, steps))| *on <= day && steps.first().is_some_and(&which));
        let Some(at) = due.min_by_key(|(_, (on, _))| *on).map(|(at, _)| at) else { return false };
        let (on, steps) = self.waiting.remove(at);
        steps.into_iter().for_each(|step| self.step(step, on));
        true
    }

    fn act(&mut self, told: &Told<'a>) {
        let given = told.act.details.as_ref().and_then(|details| details.from);
        let mut from = given.map_or(told.from, |given| given.latest());
        if (from > self.today && self.is(Fault::LaterFromIgnored))
            || (from < self.today && self.is(Fault::EarlierFromIgnored))
        {
            from = self.today;
        }
        let mut steps = self.steps(told, from);
        let takes_back = steps
            .iter()
            .any(|step| matches!(step, Step::TakeBack { .. } | Step::ReservationBack { .. }));
        let mut matters = self.of_votes(told, from);
        matters.extend(self.of_matters(told, takes_back));
        steps.extend(self.discharged(told));
        steps.extend(self.decided(told).into_iter().map(Step::Decided));
        self.counts(from, steps);
        // A matter is opened, and a step taken, by the act, from whenever that counts.
        self.counts(self.today, matters);
    }

    /// Lets steps count from a day: at once, or when it comes.
    pub(super) fn counts(&mut self, from: Day, steps: Vec<Step>) {
        if from > self.today && !steps.is_empty() {
            return self.waiting.push((from, steps));
        }
        steps.into_iter().for_each(|step| self.step(step, from));
    }

    /// Lets a step wait for a day, were it one that has passed.
    pub(super) fn wait(&mut self, day: Day, step: Step) {
        self.waiting.push((day, vec![step]));
    }

    /// Returns the page of a day.
    pub(super) fn page(&self, day: Day) -> &Page {
        static EMPTY: Page = Page {
            standing: BTreeMap::new(),
            force: BTreeMap::new(),
            terms: BTreeMap::new(),
            members: BTreeMap::new(),
            votes: BTreeMap::new(),
            versions: BTreeMap::new(),
        };
        self.pages.range(..=day).next_back().map_or(&EMPTY, |(_, page)| page)
    }

    /// Writes on the page of a day and on every page since.
    pub(super) fn write(&mut self, from: Day, line: impl Fn(&mut Page)) {
        if !self.pages.contains_key(&from) {
            let copy = self.page(from).clone();
            self.pages.insert(from, copy);
        }
        self.pages.range_mut(from..).for_each(|(_, page)| line(page));
    }

    pub(super) fn is(&self, fault: Fault) -> bool {
        self.fault == Some(fault)
    }

    pub(super) fn status(&self, of: InstrumentId, party: PartyId, on: Day) -> Option<Status> {
        self.page(on).standing.get(&(of, party)).map(|(status, _)| *status)
    }

    pub(super) fn is_bound(&self, by: InstrumentId, party: PartyId, on: Day) -> bool {
        matches!(self.status(by, party, on), Some(Status::Party | Status::Suspended))
    }

    pub(super) fn in_force(&self, instrument: InstrumentId, on: Day) -> bool {
        self.page(on).force.get(&instrument) == Some(&true)
    }

    /// Returns the version of an article that counts, as a page tells.
    fn version(&self, page: &Page, article: ArticleId) -> Option<u16> {
        if let Some(version) = page.versions.get(&article) {
            return Some(*version);
        }
        let first = self.law.article(article)?.versions.first()?;
        (first.start == VersionStart::Original).then_some(0)
    }

    /// Returns every clause that counts on a day, with its article.
    pub(super) fn rules(
        &self,
        on: Day,
    ) -> impl Iterator<Item = (ArticleId, &'a Clause)> + use<'a, '_> {
        let (law, page) = (self.law, self.page(on));
        (0u32..).zip(&law.articles).flat_map(move |(ordinal, article)| {
            let id = ArticleId::of(ordinal);
            let number = self.version(page, id);
            let version = number.and_then(|number| article.versions.get(usize::from(number)));
            let clauses = version.into_iter().flat_map(|version| &version.clauses);
            clauses.map(move |clause| (id, clause))
        })
    }

    /// Returns the first rule of an instrument on a day that the closure takes, with its breach.
    pub(super) fn rule<T>(
        &self,
        instrument: InstrumentId,
        on: Day,
        take: impl Fn(&'a Rule) -> Option<T>,
    ) -> Option<(T, Grade)> {
        self.rules(on)
            .filter(|(article, _)| self.owner(*article) == Some(instrument))
            .find_map(|(_, clause)| Some((take(&clause.rule)?, clause.breach)))
    }

    pub(super) fn owner(&self, article: ArticleId) -> Option<InstrumentId> {
        self.law.article(article).map(|article| article.instrument)
    }

    /// Tells how things stood on a day, as known today.
    pub fn values(&self, on: Day) -> Values {
        let page = self.page(on);
        let in_force = page.force.iter().filter(|(_, is)| **is).map(|(instrument, _)| *instrument);
        let terms = page
            .terms
            .iter()
            .filter_map(|(instrument, term)| Some((*instrument, term.on(on, self.fault)?)));
        let articles = (0u32..).zip(&self.law.articles).map(|(ordinal, _)| ArticleId::of(ordinal));
        let versions = articles.filter_map(|article| Some((article, self.version(page, article)?)));
        Values {
            standing: page.standing.clone(),
            in_force: in_force.collect(),
            terms: terms.collect(),
            members: page.members.clone(),
            votes: page.votes.clone(),
            unheard: self.unheard(on),
            courses: self.courses(on),
            chairs: self
                .chairs
                .keys()
                .filter_map(|organ| Some((*organ, self.chair(*organ, on)?)))
                .collect(),
            expected: self.expected(on),
            offices: self
                .offices
                .keys()
                .filter_map(|office| Some((*office, self.holder(*office, on)?)))
                .collect(),
            versions: versions.collect(),
            notices: self.notices(),
            papers: self.papers_on(on),
            cast: self.cast.iter().map(|(what, by, how, _)| (what.clone(), *by, *how)).collect(),
            counted: self.counted.clone(),
        }
    }

    /// Returns the notices whose period runs today.
    fn notices(&self) -> Vec<Notice> {
        let mut notices: Vec<Notice> = Vec::new();
        for (on, steps) in &self.waiting {
            for step in steps {
                if let Step::Withdraw { instrument, party, .. } = step {
                    notices.push(Notice { instrument: *instrument, party: *party, on: *on });
                }
            }
        }
        notices.sort_unstable();
        notices
    }
}

/// Returns the acts in the order of day and position, those that were corrected left out.
fn told(history: &History, fault: Option<Fault>) -> Vec<Told<'_>> {
    let corrects = fault != Some(Fault::CorrectionIgnored);
    let ignored = fault == Some(Fault::ReceiptIgnored);
    let corrected = |position: u32| {
        let later = history.acts.iter().skip(position as usize).skip(1);
        let label = match history.act(position).map(|act| &act.deed) {
            Some(Deed::Correct { label, .. }) => Some(*label),
            _ => None,
        };
        let itself = history.act(position).and_then(|act| act.label);
        let names_it = |act: &Act| match &act.deed {
            Deed::Correct { label: of, .. } => Some(*of) == itself || Some(*of) == label,
            _ => false,
        };
        let mut before = history.acts.iter().take(position as usize);
        later.clone().any(names_it)
            || before.any(
                |act| matches!(&act.deed, Deed::Correct { label, .. } if Some(*label) == itself),
            )
    };
    let mut acts = Vec::new();
    for (position, act) in (0u32..).zip(&history.acts) {
        if corrects && corrected(position) {
            continue;
        }
        let (when, deed) = match &act.deed {
            Deed::Correct { deed, when, .. } if corrects => (*when, &**deed),
            deed => (act.when, deed),
        };
        let received = receipt::day(history, position, corrects).filter(|_| !ignored);
        let (day, from) = receipt::place(when.latest(), received, (deed, act), fault);
        acts.push(Told { day, from, position, deed, act });
    }
    acts.sort_by_key(|told| (told.day, told.position));
    acts
}
