//! The docket: matters that were opened, each with its steps, and two laid side by side.

mod contributions;
mod parting;
mod unopened;

use crate::asking::Asking;
use crate::moment::Moment;
pub(crate) use contributions::aid_sentence;
pub use contributions::{Contribution, Contributions, contribution_lines};
pub use parting::{beside, parting};
use servanda_engine::{Docketed, Stage, State, StepState, Taken};
use servanda_model::{
    AreaId, ArticleId, Day, Evidence, Finding, LabelId, PartyId, Procedure, ProcedureStep, Signed,
    SourceRef, StepKind, When,
};
pub use unopened::{Unopened, unopened};

/// A matter on the docket.
#[derive(Debug, Clone, PartialEq)]
pub struct MatterAnswer<'r> {
    /// The label of the act that opened it.
    pub label: Option<LabelId>,
    /// The position of that act.
    pub position: u32,
    /// The procedure, and the article that lays it down.
    pub procedure: &'r Procedure,
    /// The article.
    pub article: ArticleId,
    /// The state that opened it.
    pub opener: Option<PartyId>,
    /// The state it is about.
    pub about: Option<PartyId>,
    /// The area of common effort to which it belongs, where that is said.
    pub area: Option<AreaId>,
    /// When it was opened: the day by which an uncertain one is ordered.
    pub opened: Day,
    /// When it was opened, as the record has it.
    pub when: When,
    /// Whether it is not known if it was opened by the day asked about.
    pub may_be_opened: bool,
    /// Who acted for the state that opened it, and in which capacity.
    pub signed: Vec<Signed>,
    /// The summary of the article as it stood then, and how sure it is.
    pub wording: Option<(String, Evidence)>,
    /// Its steps.
    pub steps: Vec<StepAnswer<'r>>,
    /// Acts of the matter that are no step of its procedure.
    pub beside: Vec<ActAnswer>,
    /// What the members were asked to contribute to, where a step of it asks them.
    pub contributions: Option<Contributions>,
    /// Findings about its acts.
    pub findings: Vec<Finding>,
}

/// A step of a matter.
#[derive(Debug, Clone, PartialEq)]
pub struct StepAnswer<'r> {
    /// The step.
    pub step: &'r ProcedureStep,
    /// How it stands.
    pub state: StepState,
    /// The acts that took it.
    pub acts: Vec<ActAnswer>,
    /// Those that have to take it and of whom no act is found, where it is for each of them and
    /// some have.
    pub awaits: Vec<PartyId>,
    /// The days between which its time ends, where it began on a day that is not known.
    pub due_between: Option<(Day, Day)>,
}

impl StepAnswer<'_> {
    /// Returns how it stands, in words; no day is told that is not known.
    pub fn state_text(&self) -> String {
        let Some((first, last)) = self.due_between else {
            let may = self.step.optional && self.state == StepState::Runs(None);
            return if may {
                "its turn, and need not be taken".to_owned()
            } else {
                words(self.state)
            };
        };
        let found = if matches!(self.state, StepState::Overdue(_)) {
            ", no act found in this record"
        } else {
            ""
        };
        format!("due by a day that is not known ({first}/{last}){found}")
    }
}

/// An act of a matter.
#[derive(Debug, Clone, PartialEq)]
pub struct ActAnswer {
    /// Its position.
    pub position: u32,
    /// When, as the record has it.
    pub when: String,
    /// What.
    pub text: String,
    /// The articles relied on.
    pub under: Vec<ArticleId>,
    /// Who says so.
    pub sources: Vec<SourceRef>,
}

/// How far a matter has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gone {
    /// Something is to be done, and it has not ended.
    Open,
    /// What was done in it was ended, and something is owed in it still.
    Owed,
    /// Nothing more is to be done.
    Closed,
}

impl MatterAnswer<'_> {
    /// Returns how far it has gone.
    pub fn gone(&self) -> Gone {
        match (self.is_closed(), self.has_ended()) {
            (true, _) => Gone::Closed,
            (false, true) => Gone::Owed,
            (false, false) => Gone::Open,
        }
    }

    /// Tells whether what was done in the matter was ended; a duty of it may be owed still.
    pub fn has_ended(&self) -> bool {
        let ends = |step: &StepAnswer<'_>| step.step.kind == StepKind::End;
        self.steps.iter().any(|step| ends(step) && matches!(step.state, StepState::Taken(_)))
    }

    /// Tells whether nothing more is to be done. What was recommended waits for an answer, and what
    /// nothing has settled for what would settle it, though the step of it need not be taken.
    pub fn is_closed(&self) -> bool {
        let is_asked = self.steps.iter().any(|step| {
            let taken = matches!(step.state, StepState::Taken(taken) if taken.goes_on);
            step.step.kind == StepKind::Recommend && taken
        });
        let is_settled = self.steps.iter().any(|step| {
            settles(step.step.kind)
                && matches!(step.state, StepState::Taken(_) | StepState::TimePassed(_))
        });
        let answers =
            |step: &StepAnswer<'_>| matches!(step.step.kind, StepKind::Consent | StepKind::Decide);
        let is_awaited = |step: &StepAnswer<'_>| {
            (is_asked && answers(step)) || (!is_settled && settles(step.step.kind))
        };
        self.steps.iter().all(|step| match step.state {
            StepState::Taken(_)
            | StepState::TimePassed(_)
            | StepState::NotTaken
            | StepState::PassedOver
            | StepState::NotReached
            | StepState::Lapsed => true,
            StepState::Runs(_) => step.step.optional && !is_awaited(step),
            StepState::Overdue(_) | StepState::Waits => false,
        })
    }
}

/// Tells whether a step of a kind answers what a matter was opened for, and does not only prepare
/// that or tell of it; what is to happen after a time is settled when that has passed.
fn settles(kind: StepKind) -> bool {
    match kind {
        StepKind::Decide
        | StepKind::Consent
        | StepKind::Deposit
        | StepKind::CarryOut
        | StepKind::Wait
        | StepKind::End => true,
        StepKind::Propose
        | StepKind::Consult
        | StepKind::Recommend
        | StepKind::Determine
        | StepKind::Notify
        | StepKind::Circulate
        | StepKind::Contribute
        | StepKind::Report => false,
    }
}

/// Answers which matters were opened by a day, and how far each has gone.
pub fn docket<'r>(asking: &'r Asking<'r>, moment: &Moment) -> Vec<MatterAnswer<'r>> {
    let state = asking.fold(&asking.everything(), moment, &[]);
    let opened = state.matters.iter().filter(|(position, matter)| {
        matter.opened <= moment.on
            || may_be_opened(when(asking, **position, matter, moment)) <= moment.on
    });
    let mut answers: Vec<MatterAnswer<'_>> = opened
        .filter_map(|(position, matter)| {
            let (article, procedure) = matter.law(&asking.code, &state)?;
            let law = (article, procedure, &state);
            let mut answer = answer(asking, *position, matter, law, moment);
            let is_about = |position: u32| {
                matter.taken.iter().any(|taken| taken.position == position && taken.on <= moment.on)
                    || answer.position == position
            };
            let found = state.findings.iter().filter(|finding| is_about(finding.position));
            answer.findings = found.cloned().collect();
            Some(answer)
        })
        .collect();
    answers.sort_by_key(|answer| (answer.opened, answer.position));
    answers
}

/// Answers how far the matter has gone that the act at a position opened.
pub fn matter<'r>(
    asking: &'r Asking<'r>,
    position: u32,
    moment: &Moment,
) -> Option<MatterAnswer<'r>> {
    docket(asking, moment).into_iter().find(|answer| answer.position == position)
}

fn answer<'r>(
    asking: &'r Asking<'r>,
    position: u32,
    matter: &Docketed,
    (article, procedure, state): (ArticleId, &'r Procedure, &State),
    moment: &Moment,
) -> MatterAnswer<'r> {
    let on = moment.on;
    let when = when(asking, position, matter, moment);
    let by_now = |taken: &&Taken| taken.on <= on;
    let acts = |place: Option<usize>| {
        let taken = matter.taken.iter().filter(by_now).filter(move |taken| taken.step == place);
        taken.map(|taken| act(asking, taken.position)).collect::<Vec<_>>()
    };
    let mut from_opening = when.exact().is_none();
    let stages = matter.stages(procedure, on).into_iter().enumerate();
    let steps: Vec<StepAnswer<'_>> = stages
        .map(|(index, stage)| {
            let awaits = awaits(asking, matter, (procedure, state), (index, stage), on);
            let due = stage.state.due().zip(stage.step.within).filter(|_| from_opening);
            let due_between = due.map(|(day, within)| (within.anniversary(when.earliest()), day));
            from_opening &= !matches!(stage.state, StepState::Taken(_) | StepState::TimePassed(_));
            StepAnswer {
                step: stage.step,
                state: stage.state,
                acts: acts(Some(index)),
                awaits,
                due_between,
            }
        })
        .collect();
    MatterAnswer {
        label: asking.history.act(position).and_then(|act| act.label),
        position,
        procedure,
        article,
        opener: matter.opener,
        about: matter.about,
        area: area(asking, position, procedure),
        opened: matter.opened,
        when,
        may_be_opened: matter.opened > on,
        signed: signed(asking, position),
        wording: wording(asking, (article, state), matter.opened),
        steps,
        beside: acts(None),
        contributions: contributions::of(asking, matter, (procedure, state), on),
        findings: Vec::new(),
    }
}

/// Returns those of whom no act is found in a step that each of them has to take, and that is open.
fn awaits(
    asking: &Asking<'_>,
    matter: &Docketed,
    (procedure, state): (&Procedure, &State),
    (index, stage): (usize, Stage<'_>),
    on: Day,
) -> Vec<PartyId> {
    if !stage.step.of_all || !stage.state.is_open() {
        return Vec::new();
    }
    let when = if procedure.applies_to_pending { on } else { matter.opened };
    let by_now = matter.taken.iter().filter(|taken| taken.step == Some(index) && taken.on <= on);
    // An objection, and that it was taken back, are no agreement.
    let acts =
        by_now.filter(|taken| taken.goes_on).filter_map(|taken| asking.history.act(taken.position));
    let agreed: Vec<PartyId> = acts.flat_map(|act| asking.history.parties_of(&act.deed)).collect();
    let mut asked = matter.asked(&asking.code, state, stage.step, when);
    asked.retain(|party| !agreed.contains(party));
    asked
}

/// Returns when a matter was opened, as the record has it: what an office received, on that day.
fn when(asking: &Asking<'_>, position: u32, matter: &Docketed, moment: &Moment) -> When {
    let placed = asking.place(position, moment, &[]);
    let own = placed.filter(|placed| !placed.waits_for_receipt());
    own.map_or(When::day(matter.opened), |placed| placed.when)
}

/// Returns the first day on which a matter may have been opened; where nobody knows from when on,
/// the last.
fn may_be_opened(when: When) -> Day {
    if when.earliest() == Day::MIN { when.order() } else { when.earliest() }
}

/// Returns the area to which a matter belongs: the one that its act says, else the only one of its
/// procedure.
fn area(asking: &Asking<'_>, position: u32, procedure: &Procedure) -> Option<AreaId> {
    let details = asking.history.act(position).and_then(|act| act.details.as_deref());
    let said = details.and_then(|details| details.opens?.area);
    let only = procedure.areas.first().filter(|_| procedure.areas.len() == 1);
    said.or(only.copied())
}

/// Returns who acted for the state that opened a matter.
fn signed(asking: &Asking<'_>, position: u32) -> Vec<Signed> {
    let details = asking.history.act(position).and_then(|act| act.details.as_deref());
    details.map(|details| details.signed.clone()).unwrap_or_default()
}

/// Returns the summary of an article as it stood on a day.
fn wording(
    asking: &Asking<'_>,
    (article, state): (ArticleId, &State),
    on: Day,
) -> Option<(String, Evidence)> {
    let number = asking.code.version(article, state, on)?;
    let version = asking.law.article(article)?.versions.get(usize::from(number))?;
    Some((version.gist.clone()?, version.evidence))
}

/// Returns what is told of an act of a matter.
pub(crate) fn act(asking: &Asking<'_>, position: u32) -> ActAnswer {
    let act = asking.history.act(position);
    let details = act.and_then(|act| act.details.as_deref());
    ActAnswer {
        position,
        when: act.map(|act| act.when.to_string()).unwrap_or_default(),
        text: crate::describe::act_sentence(asking, position),
        under: details.map(|details| details.under.clone()).unwrap_or_default(),
        sources: act.map(|act| asking.history.sources(act.sources).to_vec()).unwrap_or_default(),
    }
}

/// Returns how a step stands, in words.
fn words(state: StepState) -> String {
    match state {
        StepState::Taken(taken) if taken.goes_on => format!("taken {}", taken.on),
        StepState::Taken(taken) => format!("ends here, {}", taken.on),
        StepState::TimePassed(day) => format!("time passed {day}"),
        StepState::Runs(Some(day)) => format!("due by {day}"),
        StepState::Runs(None) => "its turn".to_owned(),
        StepState::Overdue(day) => format!("due by {day}, no act found in this record"),
        StepState::NotTaken => "not taken, and need not be".to_owned(),
        StepState::PassedOver => "no act found in this record".to_owned(),
        StepState::Waits => "waits".to_owned(),
        StepState::Lapsed => "lapsed".to_owned(),
        StepState::NotReached => "not reached".to_owned(),
    }
}
