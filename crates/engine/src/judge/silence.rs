//! Silence by which an organ decides: it ends at an instant, where an office says when it received the
//! text that was circulated, and what is received after it.

use super::Case;
use super::matter::matter_at;
use crate::cast::Forum;
use servanda_model::{ArticleId, BodyId, Day, Instant, MatterId, Outcome, Silence, StepKind};

/// The silence under which a text was circulated.
#[derive(Clone, Copy)]
pub(super) struct Runs {
    /// The article of its rule.
    pub(super) article: ArticleId,
    /// When it ends.
    pub(super) end: Instant,
    silence: Silence,
    /// When the act that is judged was received.
    at: Instant,
}

impl Runs {
    /// Returns the silence that each reading of the rule lets run on a text that is put to an organ,
    /// and when the act that is judged was received; none where a reading decides without silence,
    /// or nobody says when the one or the other was received. Where readings differ, the last to end.
    pub(super) fn of(
        case: &Case<'_, '_>,
        forum: &Forum,
        (organ, kind): (BodyId, Option<MatterId>),
        on: Day,
    ) -> Option<Self> {
        let (code, state) = (case.code, case.state);
        let kind = kind.or_else(|| code.default_kind(organ, state, on))?;
        let circulated = circulated(case, forum)?;
        let at = case.placed.history.told_received_at(case.placed.position)?;
        let days = code.days_of_seat(organ, state, on);
        let readings = code.matters_on(organ, kind, state, on).map(|(_, matter)| {
            let (article, rule) = code.rule_on(matter.rule, state, on)?;
            let silence = rule.silence?;
            Some(Self { article, end: silence.end(circulated, days)?, silence, at })
        });
        let readings: Option<Vec<Self>> = readings.collect();
        readings?.into_iter().max_by_key(|runs| runs.end)
    }

    /// Tells whether the act came after the end.
    pub(super) fn is_over(self) -> bool {
        self.silence.is_late(self.end, self.at)
    }

    /// Tells whether an outcome rests on a silence that had not ended.
    pub(super) fn is_awaited_by(self, outcome: Outcome) -> bool {
        let adopts = matches!(outcome, Outcome::Adopted | Outcome::Conditional);
        adopts && !self.is_over() && self.at != self.end
    }
}

/// Returns when the text was received that the last circulation before a step put round.
fn circulated(case: &Case<'_, '_>, forum: &Forum) -> Option<Instant> {
    let Forum::Matter(opened, place) = forum else { return None };
    let matter = matter_at(case, *opened)?;
    let (_, procedure) = matter.law(case.code, case.state)?;
    let before = procedure.steps.get(..*place)?;
    let step = before.iter().rposition(|step| step.kind == StepKind::Circulate)?;
    let taken = matter.taken.iter().rfind(|taken| taken.takes && taken.step == Some(step))?;
    case.placed.history.told_received_at(taken.position)
}
