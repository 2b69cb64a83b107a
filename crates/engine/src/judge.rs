//! What follows from one act, looked at against the state and the law of its day.

mod area;
mod body;
mod correction;
mod decision;
mod entry;
mod instrument;
mod mandate;
mod matter;
mod notice;
mod objection;
mod office;
mod paper;
mod powers;
mod receipt;
mod reservation;
mod silence;
mod vote;
mod vote_right;
mod yearly;

use crate::code::Code;
use crate::effect::{Derivation, Effect, Guard, Judgment, Said, Through};
use crate::fold::Placed;
use crate::state::State;
use servanda_model::{
    ArticleId, Day, Deed, Finding, Grade, InstrumentId, LabelId, LawPatch, Mention, Notice, When,
};

/// Says what follows from an act: effects, findings, and every guard that was looked at.
pub fn judge(code: &Code<'_>, state: &State, placed: &Placed<'_>) -> Judgment {
    let mut case = Case::new(code, state, placed);
    case.act();
    case.finish()
}

/// Says the same but for what was looked at, which nobody reads while a record is folded; takes
/// an empty list for the effects, so that it need not be made anew for each act.
pub(crate) fn judge_quietly(
    code: &Code<'_>,
    state: &State,
    placed: &Placed<'_>,
    effects: Vec<Effect>,
) -> Judgment {
    let mut case = Case::new(code, state, placed);
    (case.effects, case.is_quiet) = (effects, true);
    case.act();
    case.finish()
}

/// Sends an act to the file of its kind.
fn dispatch(case: &mut Case<'_, '_>, deed: &Deed) {
    match deed {
        Deed::Sign { instruments, parties } => {
            instrument::each_signed(case, *instruments, *parties, instrument::sign);
        }
        Deed::Deposit { form, instruments, parties } => {
            let deposit = |case: &mut Case<'_, '_>, i, p| instrument::deposit(case, *form, i, p);
            instrument::each_signed(case, *instruments, *parties, deposit);
        }
        Deed::EnterIntoForce { instruments, parties } => {
            entry::enter_all(case, *instruments, *parties);
        }
        Deed::Provisional { instruments, parties } => {
            instrument::each_signed(case, *instruments, *parties, instrument::provisional);
        }
        Deed::GiveNotice { instruments, parties } => {
            instrument::each_signed(case, *instruments, *parties, notice::notice);
        }
        Deed::Revoke { label, parties } => notice::revoke(case, *label, *parties),
        Deed::End { instruments, parties, cause } => {
            instrument::end_all(case, *instruments, *parties, *cause);
        }
        Deed::Suspend { instruments, parties, cause } => {
            instrument::suspend_all(case, *instruments, *parties, *cause);
        }
        Deed::Resume { instruments, parties } => instrument::resume(case, *instruments, *parties),
        Deed::Reserve { instruments: of, parties, .. } => reservation::all(case, *of, *parties),
        Deed::Join { body, parties, status, by, how, .. } => {
            body::join(case, (*body, *parties), *status, *by, *how);
        }
        Deed::Leave { body, parties, cause, by } => body::leave(case, *body, *parties, *cause, *by),
        Deed::SuspendMember { body, parties, cause, by } => {
            body::suspend(case, *body, *parties, *cause, *by);
        }
        Deed::VoteRight { body, parties, right, by } => {
            vote_right::change(case, (*body, *parties), *right, *by);
        }
        Deed::Vote { vote, parties } => vote::cast(case, *vote, *parties),
        Deed::Session { organ, place, form } => body::meet(case, *organ, *place, *form),
        Deed::Paper(filed) => paper::file(case, filed),
        Deed::Chair { organ, party, instead_of } => body::chair(case, *organ, *party, *instead_of),
        Deed::Appoint(appointment) => office::appoint(case, appointment),
        Deed::Vacate { office, by } => office::vacate(case, *office, *by),
        Deed::Amend { patch, instrument: of, transcription } => {
            amend(case, patch, (*of, *transcription));
        }
        Deed::Decide(made) => decision::made(case, made),
        // A ratification under domestic law fixes nothing between states (VCLT 14, 16).
        Deed::Ratify { .. }
        | Deed::Correct { .. }
        | Deed::Refuse { .. }
        | Deed::Register { .. }
        | Deed::Object { .. }
        | Deed::Request { .. }
        | Deed::Aid(_)
        | Deed::State(_)
        | Deed::Happen { .. }
        | Deed::Exercise { .. }
        | Deed::Figure(_)
        | Deed::Position { .. }
        | Deed::Agree { .. } => {}
    }
}

/// New versions of articles count from the act on; a corrected transcription counts for all days.
fn amend(
    case: &mut Case<'_, '_>,
    patch: &LawPatch,
    (instrument, transcription): (InstrumentId, bool),
) {
    let is_denied = transcription && correction::is_denied(case, instrument);
    if is_denied || case.placed.as_step {
        return;
    }
    let from = if transcription { Day::MIN } else { case.from };
    for (article, version) in &patch.versions {
        let row = case.code.law.article(*article);
        let number = row.and_then(|row| row.versions.iter().position(|known| known == version));
        let number = number.and_then(|number| u16::try_from(number).ok()).unwrap_or(0);
        let why = case.why(Some(*article));
        case.effects.push(Effect::Version { article: *article, version: number, from, why });
    }
}

/// An act being judged.
pub(crate) struct Case<'a, 'l> {
    pub(crate) code: &'a Code<'l>,
    pub(crate) state: &'a State,
    pub(crate) placed: &'a Placed<'a>,
    /// The day from which the act counts.
    pub(crate) from: Day,
    pub(crate) effects: Vec<Effect>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) guards: Vec<Guard>,
    exact: bool,
    is_quiet: bool,
}

impl<'a, 'l> Case<'a, 'l> {
    fn new(code: &'a Code<'l>, state: &'a State, placed: &'a Placed<'a>) -> Self {
        let given = placed.act.details.as_ref().and_then(|details| details.from);
        let from = given.map_or(placed.done(), When::order);
        let by_receipt = placed.waits_for_receipt() && placed.deed.is_done_on_receipt();
        let exact = by_receipt || given.unwrap_or(placed.when).exact().is_some();
        let (effects, findings, guards) = (Vec::new(), Vec::new(), Vec::new());
        Self { code, state, placed, from, effects, findings, guards, exact, is_quiet: false }
    }

    /// Judges the act, and the matter it belongs to where it belongs to one.
    fn act(&mut self) {
        receipt::look(self);
        dispatch(self, self.placed.deed);
        yearly::look(self);
        matter::look(self);
        if self.placed.act.details.is_some() {
            paper::look(self);
        }
    }

    /// Makes the derivation of a direct effect.
    pub(crate) fn why(&self, article: Option<ArticleId>) -> Derivation {
        let position = self.placed.position;
        Derivation { position, article, through: Through::Act, exact: self.exact }
    }

    /// Notices something.
    pub(crate) fn find(
        &mut self,
        grade: Grade,
        article: Option<ArticleId>,
        notice: impl Into<Notice>,
    ) {
        let (position, notice) = (self.placed.position, notice.into());
        self.findings.push(Finding { grade, position, article, notice });
    }

    /// Names the act that a label names.
    pub(crate) fn label(&self, label: LabelId) -> Mention {
        Mention::Label(self.placed.history.labels.word(label).to_owned())
    }

    /// Writes down what was looked at.
    pub(crate) fn guard(&mut self, article: Option<ArticleId>, holds: bool, said: Said) {
        if !self.is_quiet {
            self.guards.push(Guard { article, holds, said });
        }
    }

    fn finish(mut self) -> Judgment {
        let mut effects = std::mem::take(&mut self.effects);
        if self.from > self.placed.day {
            let why = self.why(None);
            // What counts from a later day waits; a matter is opened, and a step taken, by the act.
            let (mut now, later): (Vec<Effect>, Vec<Effect>) =
                effects.into_iter().partition(Effect::is_of_docket);
            if !later.is_empty() {
                now.push(Effect::Later { on: self.from, effects: later, why });
            }
            effects = now;
        }
        let against = self.state.applied;
        Judgment { effects, findings: self.findings, guards: self.guards, against }
    }
}
