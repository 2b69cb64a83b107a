//! When an instrument enters into force, and for whom, on steps that somebody puts to it.

use crate::asking::{Asking, Slice};
use crate::moment::Moment;
use servanda_engine::{Force, State, Weighing, weigh_entry};
use servanda_model::{
    Act, ArticleId, Base, Condition, ConsentForm, Day, Deed, FileId, History, Id as _,
    InstrumentId, Law, List, Origin, PartyId, Rule, Status, When,
};

/// What a state does towards an instrument.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// It signs.
    Sign,
    /// It ratifies under its own law.
    RatifyAtHome,
    /// It deposits an instrument of consent.
    Deposit(ConsentForm),
    /// It declares provisional application.
    ApplyProvisionally,
    /// It gives notice of withdrawal.
    GiveNotice,
}

/// One step of a state.
#[derive(Debug, Clone, PartialEq)]
pub struct StepTowards {
    /// The state.
    pub party: PartyId,
    /// What it does.
    pub action: Action,
    /// When.
    pub when: When,
    /// Its weight, where the condition measures one.
    pub weight: Option<u64>,
}

/// The answer about an entry into force.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryAnswer<'l> {
    /// The instrument.
    pub instrument: InstrumentId,
    /// Whether it is in force on the day.
    pub in_force: bool,
    /// Since when.
    pub date: Option<Day>,
    /// Why.
    pub why: Ground<'l>,
    /// From when each state is bound.
    pub per_party: Vec<(PartyId, Option<Day>)>,
    /// The base of a condition in which nobody stands: it fulfils no share.
    pub empty: Option<Base>,
    /// Whether none of the steps is a signature, and those on record stand.
    pub signed_on_record: bool,
}

/// What an entry into force hangs on.
#[derive(Debug, Clone, PartialEq)]
pub enum Ground<'l> {
    /// A condition: on which day it was weighed, under which article, and how it stood.
    Weighed(Day, ArticleId, Weighing<'l>),
    /// The step of each state for itself, by an article.
    Each(ArticleId),
    /// What sources say of it: the article counts nothing.
    AsSourcesSay(ArticleId),
    /// No article of the record on it.
    NoArticle,
}

impl Ground<'_> {
    /// Returns the article.
    pub fn article(&self) -> Option<ArticleId> {
        match self {
            Self::Weighed(_, article, _) | Self::Each(article) | Self::AsSourcesSay(article) => {
                Some(*article)
            }
            Self::NoArticle => None,
        }
    }
}

/// Adds steps to a history and returns the position of the first.
pub fn add_steps(history: &mut History, instrument: InstrumentId, steps: &[StepTowards]) -> u32 {
    let first = u32::try_from(history.acts.len()).unwrap_or(u32::MAX);
    for step in steps {
        let instruments = history.keep_instruments(&[instrument]);
        let parties = history.keep_parties(&[step.party]);
        let deed = match step.action {
            Action::Sign => Deed::Sign { instruments, parties },
            Action::RatifyAtHome => Deed::Ratify { instruments, parties },
            Action::Deposit(form) => Deed::Deposit { form, instruments, parties },
            Action::ApplyProvisionally => Deed::Provisional { instruments, parties },
            Action::GiveNotice => Deed::GiveNotice { instruments, parties },
        };
        let origin = Origin { file: FileId::default(), at: 0 };
        let (when, sources) = (step.when, List::default());
        history.acts.push(Act { when, deed, sources, label: None, origin, details: None });
    }
    first
}

/// Puts the weights of the steps in place of those of the tables that the instrument's entry into
/// force measures with.
pub fn set_weights(law: &mut Law, instrument: InstrumentId, steps: &[StepTowards]) {
    let rows: Vec<(Option<Day>, PartyId, u64)> =
        steps.iter().filter_map(|step| Some((None, step.party, step.weight?))).collect();
    if rows.is_empty() {
        return;
    }
    let mut tables = Vec::new();
    for (article, clause) in law.clauses() {
        let is_own = law.article(article).is_some_and(|row| row.instrument == instrument);
        if let Rule::EntryIntoForce { when: Some(condition), .. } = &clause.rule
            && is_own
        {
            condition.tables(&mut tables);
        }
    }
    for table in tables {
        if let Some(table) = law.weights.get_mut(table.ordinal() as usize) {
            table.rows.retain(|(_, party, _)| !rows.iter().any(|(_, known, _)| known == party));
            table.rows.extend(&rows);
        }
    }
}

/// Answers when an instrument enters into force on the steps from a position on, in place of what
/// the record has of it.
pub fn entry<'l>(
    asking: &Asking<'l>,
    instrument: InstrumentId,
    first: u32,
    moment: &Moment,
) -> EntryAnswer<'l> {
    let slice = asking.about_instrument(instrument);
    let is_signature = |position: u32| {
        let act = asking.history.act(position);
        act.is_some_and(|act| matches!(act.deed, Deed::Sign { .. }))
    };
    let end = u32::try_from(asking.history.acts.len()).unwrap_or(u32::MAX);
    let signed_on_record = !(first..end).any(is_signature);
    let is_put = |position: &u32| {
        let act = asking.history.act(*position);
        let of = act.map_or(&[][..], |act| asking.history.instruments_of(&act.deed));
        let stays = signed_on_record && is_signature(*position);
        *position >= first || stays || !of.contains(&instrument)
    };
    let slice = Slice { positions: slice.positions.into_iter().filter(is_put).collect() };
    let state = asking.fold(&slice, moment, &[]);
    let treaty = state.treaty(instrument);
    let force = treaty.and_then(|treaty| treaty.force.at(moment.on));
    let force = force.filter(|span| span.value == Force::InForce);
    let spans = treaty.map_or(&[][..], |treaty| treaty.force.spans());
    let entered = spans.iter().find(|span| span.value == Force::InForce);
    let entered = entered.filter(|span| span.from <= moment.on);
    // One that came into force again was weighed a second time.
    let reached = treaty.and_then(|treaty| treaty.reached);
    let reached = reached.filter(|day| entered.is_none_or(|span| *day <= span.from));
    let reached = reached.or(entered.map(|span| span.from));
    let parties = treaty.into_iter().flat_map(|treaty| &treaty.parties);
    let per_party = parties.map(|(party, p)| {
        let bound = p.line.spans().iter().find(|span| span.value.status == Status::Party);
        let bound = bound.filter(|span| span.why.exact && span.from <= moment.on);
        (*party, bound.map(|span| span.from))
    });
    let reached = moment.at(reached.unwrap_or(moment.on));
    let why = weighed(asking, &slice, &state, instrument, reached);
    EntryAnswer {
        empty: match &why {
            Ground::Weighed(_, _, weighing) => empty_base(weighing),
            Ground::Each(_) | Ground::AsSourcesSay(_) | Ground::NoArticle => None,
        },
        why,
        signed_on_record,
        instrument,
        in_force: force.is_some(),
        date: force.and(entered).filter(|span| span.why.exact).map(|span| span.from),
        per_party: per_party.collect(),
    }
}

/// Finds a base in which nobody stands.
fn empty_base(weighing: &Weighing<'_>) -> Option<Base> {
    let own = match weighing.condition {
        Condition::All(base, _) | Condition::Share(_, _, base, _) => Some(*base),
        Condition::AtLeast(..)
        | Condition::FewerThan(..)
        | Condition::None(..)
        | Condition::Includes(_)
        | Condition::Weight(..)
        | Condition::Not(_)
        | Condition::AllOf(_)
        | Condition::AnyOf(_) => None,
    };
    let own = own.filter(|_| weighing.whole == Some(0));
    own.or_else(|| weighing.inner.iter().find_map(empty_base))
}

/// Weighs the condition on what had been done by a day.
fn weighed<'l>(
    asking: &Asking<'l>,
    slice: &Slice,
    state: &State,
    instrument: InstrumentId,
    on: Moment,
) -> Ground<'l> {
    let done =
        |position: &u32| asking.history.act(*position).is_some_and(|act| act.when.order() <= on.on);
    let until = slice.positions.iter().copied().filter(done).collect();
    let then = asking.fold_no_further(&Slice { positions: until }, &on);
    let state = if then.treaty(instrument).is_some() { &then } else { state };
    if let Some((article, weighing)) = weigh_entry(&asking.code, state, instrument, on.on) {
        return Ground::Weighed(on.on, article, weighing);
    }
    let mut provisions = asking.code.provisions(instrument, state, on.on);
    let ground = provisions.find_map(|provision| {
        let (rule, article) = (&provision.clause.rule, provision.article);
        let each = matches!(rule, Rule::EntryIntoForce { .. }).then_some(Ground::Each(article));
        let told = matches!(rule, Rule::EntryAsSourcesSay);
        each.or(told.then_some(Ground::AsSourcesSay(article)))
    });
    ground.unwrap_or(Ground::NoArticle)
}
