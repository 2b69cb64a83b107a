//! What there is to say of a rule beside the outcome.

use super::end::End;
use super::hearing::law_to_come;
use crate::asking::Asking;
use servanda_engine::{Decided, Question, State};
use servanda_model::{ArticleId, Day, MatterId, Outcome, Running, Silence};

/// Says where the instrument of an article is not in force by this record, though it has parties.
pub(super) fn not_in_force(
    asking: &Asking<'_>,
    state: &State,
    article: ArticleId,
    on: Day,
) -> Option<String> {
    let instrument = asking.law.article(article)?.instrument;
    let treaty = state.treaty(instrument)?;
    let has_parties = treaty.parties.into_iter().next().is_some();
    let word = asking.law.instrument_names.word(instrument);
    (has_parties && !state.in_force(instrument, on))
        .then(|| format!("`{word}` is not in force on {on} by this record"))
}

/// Says where the instrument of an article is of a later day.
pub(super) fn to_come(asking: &Asking<'_>, article: ArticleId, on: Day) -> Option<String> {
    let (instrument, first) = law_to_come(asking, article, on)?;
    let (word, of) =
        (asking.law.article_names.word(article), asking.law.instrument_names.word(instrument));
    Some(format!("{word} carries one; the first act about `{of}` is of {first}"))
}

/// Says what goes before the vote in the procedure that leads to it, where there is one: votes alone
/// are counted, and whether the other steps were taken is asked at the door.
pub(super) fn goes_before(
    asking: &Asking<'_>,
    state: &State,
    kind: MatterId,
    on: Day,
) -> Option<String> {
    let leading = asking.code.procedures_to(kind, state, on);
    let [(article, procedure)] = leading.as_slice() else { return None };
    let before = procedure.steps.iter().take_while(|step| step.matter != Some(kind));
    let asked = before.filter(|step| !step.optional);
    let asked: Vec<String> =
        asked.map(|step| format!("`{}` by {}", step.kind.word(), step.whose(asking.law))).collect();
    let article = asking.law.article_names.word(*article);
    (!asked.is_empty()).then(|| {
        format!(
            "in `{}` ({article}) there goes before it: {}",
            procedure.titles.main,
            asked.join(", ")
        )
    })
}

/// Says where a rule leaves nobody to vote.
pub(super) fn nobody(asking: &Asking<'_>, decided: &Decided<'_>) -> Option<String> {
    let applied = decided.applied.last()?;
    let rule = asking.law.rule_names.word(applied.rule.name);
    let article = asking.law.article_names.word(applied.article);
    let empty = decided.ballot.electorate.is_empty();
    empty.then(|| format!("nobody may vote under `{rule}` ({article})"))
}

/// Says by which days a silence runs that is counted in days.
pub(super) fn of_days(end: &End, silence: Option<Silence>) -> Option<String> {
    let in_days = matches!(silence?.runs, Running::Period(_));
    let told = if end.by_seat {
        "days are counted by the clocks of the seat, and the last one runs to its end"
    } else {
        "days are counted in universal time"
    };
    in_days.then(|| told.to_owned())
}

/// Says where a rule may not be used and nothing takes its place.
pub(super) fn unusable(asking: &Asking<'_>, decided: &Decided<'_>) -> Option<String> {
    let applied = decided.applied.last()?;
    let (question, weighing) = applied.looked_at.last()?;
    let ends = matches!(applied.rule.usable, Some((_, None)));
    let rule = asking.law.rule_names.word(applied.rule.name);
    let article = asking.law.article_names.word(applied.article);
    (ends && *question == Question::Usable && !weighing.holds)
        .then(|| format!("`{rule}` ({article}) may not be used, and no rule takes its place"))
}

/// Says where a text would be adopted though nobody came, and the rule does not say what that is.
pub(super) fn nobody_came(asking: &Asking<'_>, decided: &Decided<'_>) -> Option<String> {
    let applied = decided.applied.last()?;
    let open = decided.outcome == Outcome::Undetermined && decided.ballot.all_are_absent();
    let rule = asking.law.rule_names.word(applied.rule.name);
    let article = asking.law.article_names.word(applied.article);
    open.then(|| {
        format!(
            "none of those who may vote is on record as present: `{rule}` ({article}) does not say what that counts as"
        )
    })
}
