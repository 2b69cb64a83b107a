//! What there is to say of a rule beside the outcome.

use super::end::End;
use super::hearing::law_to_come;
use crate::asking::Asking;
use servanda_engine::{Decided, Question, State};
use servanda_model::{
    ArticleId, BodyId, Day, InstrumentId, MatterId, Mention, Outcome, ProcedureStep, Remark,
    Running, Silence, Wording, remark,
};

/// Says where the instrument of an article is not in force by this record, though it has parties.
pub(super) fn not_in_force(
    asking: &Asking<'_>,
    state: &State,
    article: ArticleId,
    on: Day,
) -> Option<Remark> {
    lacks_force(state, asking.law.article(article)?.instrument, on)
}

fn lacks_force(state: &State, instrument: InstrumentId, on: Day) -> Option<Remark> {
    let treaty = state.treaty(instrument)?;
    let has_parties = treaty.parties.into_iter().next().is_some();
    (has_parties && !state.in_force(instrument, on))
        .then(|| remark!(LAW_NOT_IN_FORCE, instrument = instrument, day = on))
}

/// Says which instrument an organ is there by, where none that sets it up is in force by this record,
/// though it has parties.
pub(super) fn set_up_by_none_in_force(
    asking: &Asking<'_>,
    state: &State,
    organ: BodyId,
    on: Day,
) -> Option<Remark> {
    let articles = asking.code.wordings(organ).filter_map(|wording| wording.article);
    let of = |article| Some(asking.law.article(article)?.instrument);
    let before = asking.law.body(organ).and_then(|row| row.composed?.before_that);
    let all = articles.filter_map(of).chain(before);
    let there: Vec<InstrumentId> =
        all.filter(|instrument| asking.not_there_until(*instrument, on).is_none()).collect();
    let told: Option<Vec<Remark>> =
        there.iter().map(|instrument| lacks_force(state, *instrument, on)).collect();
    told?.pop()
}

/// Says where the instrument of an article is of a later day.
pub(super) fn to_come(asking: &Asking<'_>, article: ArticleId, on: Day) -> Option<Remark> {
    let (instrument, first) = law_to_come(asking, article, on)?;
    Some(remark!(CARRIES_ONE, article = article, instrument = instrument, day = first))
}

/// Says what goes before the vote in the procedure that leads to it, where there is one: votes alone
/// are counted, and whether the other steps were taken is asked at the door.
pub(super) fn goes_before(
    asking: &Asking<'_>,
    state: &State,
    kind: MatterId,
    on: Day,
) -> Option<Remark> {
    let leading = asking.code.procedures_to(kind, state, on);
    let [(article, procedure)] = leading.as_slice() else { return None };
    let before = procedure.steps.iter().take_while(|step| step.matter != Some(kind));
    let asked = before.filter(|step| !step.optional);
    let asked: Vec<Mention> = asked.map(|step| Mention::from(step_by(asking, step))).collect();
    let titled = Mention::Titled(procedure.name, procedure.titles.main.clone());
    (!asked.is_empty())
        .then(|| remark!(GOES_BEFORE, procedure = titled, article = *article, steps = asked))
}

/// Says which step it is and who takes it.
fn step_by(asking: &Asking<'_>, step: &ProcedureStep) -> Remark {
    let by = step.by;
    let each = step.of_all && by.words(asking.law).starts_with("a ");
    let step = Mention::Step(step.kind);
    if each {
        remark!(STEP_BY_EACH, step = step, actor = Mention::Each(by))
    } else {
        remark!(STEP_BY, step = step, actor = by)
    }
}

/// Names the rule that was applied last, with its article.
fn of_rule(asking: &Asking<'_>, decided: &Decided<'_>, wording: Wording) -> Option<Remark> {
    let applied = decided.applied.last()?;
    let rule = Mention::Code(asking.law.rule_names.word(applied.rule.name).to_owned());
    Some(Remark::new(wording, [("rule", rule), ("article", Mention::Article(applied.article))]))
}

/// Says where a rule leaves nobody to vote.
pub(super) fn nobody(asking: &Asking<'_>, decided: &Decided<'_>) -> Option<Remark> {
    let empty = decided.ballot.electorate.is_empty();
    of_rule(asking, decided, Wording::NOBODY_MAY_VOTE).filter(|_| empty)
}

/// Says by which days a silence runs that is counted in days.
pub(super) fn of_days(end: &End, silence: Option<Silence>) -> Option<Remark> {
    let in_days = matches!(silence?.runs, Running::Period(_));
    let told = if end.by_seat { remark!(DAYS_OF_SEAT) } else { remark!(DAYS_UNIVERSAL) };
    in_days.then_some(told)
}

/// Says where a rule may not be used and nothing takes its place.
pub(super) fn unusable(asking: &Asking<'_>, decided: &Decided<'_>) -> Option<Remark> {
    let applied = decided.applied.last()?;
    let (question, weighing) = applied.looked_at.last()?;
    let ends = matches!(applied.rule.usable, Some((_, None)));
    let is_so = ends && *question == Question::Usable && !weighing.holds;
    of_rule(asking, decided, Wording::MAY_NOT_BE_USED).filter(|_| is_so)
}

/// Says where a text would be adopted though nobody came, and the rule does not say what that is.
pub(super) fn nobody_came(asking: &Asking<'_>, decided: &Decided<'_>) -> Option<Remark> {
    let open = decided.outcome == Outcome::Undetermined && decided.ballot.all_are_absent();
    of_rule(asking, decided, Wording::NOBODY_CAME).filter(|_| open)
}
