//! Judging that an act discharges a duty of a year.

use super::Case;
use crate::effect::{Effect, Filed, Said};
use servanda_model::{ArticleId, Deed, Discharge, Grade, Mention, Outcome, Yearly, remark};

/// Looks at the duty an act says it discharges, and at those an exercise discharges by itself.
pub(super) fn look(case: &mut Case<'_, '_>) {
    let said = case.placed.act.details.as_ref().and_then(|details| details.discharges);
    if let Some((article, year)) = said {
        return claimed(case, article, year);
    }
    let year = case.placed.when.earliest().parts().0;
    // A date that covers two years says of neither that an exercise was held in it.
    if !matches!(case.placed.deed, Deed::Exercise { .. })
        || case.placed.when.latest().parts().0 != year
    {
        return;
    }
    let Ok(year) = u32::try_from(year) else { return };
    let duties = case.code.yearly_on(case.state, case.placed.day);
    let by_exercise = duties.filter(|(_, duty)| duty.discharged_by == Discharge::Exercise);
    for article in by_exercise.map(|(article, _)| article).collect::<Vec<_>>() {
        discharge(case, article, year);
    }
}

fn claimed(case: &mut Case<'_, '_>, article: ArticleId, year: Option<u32>) {
    let own = u32::try_from(case.placed.day.parts().0).ok();
    let Some(year) = year.or(own) else { return };
    let found = case.code.yearly_on(case.state, case.placed.day);
    let duty: Option<&Yearly> = found.filter(|(of, _)| *of == article).map(|(_, duty)| duty).next();
    let Some(duty) = duty else {
        let said = remark!(NO_YEARLY_DUTY, article = Mention::Article(article));
        return case.find(Grade::Orphan, Some(article), said);
    };
    let holds = match duty.discharged_by {
        Discharge::Exercise => matches!(case.placed.deed, Deed::Exercise { .. }),
        Discharge::DecisionOf(organ) => matches!(case.placed.deed, Deed::Decide(made)
            if made.organ == organ && made.outcome == Outcome::Adopted),
    };
    case.guard(Some(article), holds, Said::Provided);
    if holds {
        return discharge(case, article, year);
    }
    let (title, of) = (Mention::Titles(duty.titles.clone()), Mention::Number(year));
    let said = match duty.discharged_by {
        Discharge::Exercise => remark!(DUTY_OF_EXERCISE, duty = title, year = of),
        Discharge::DecisionOf(organ) => {
            remark!(DUTY_OF_DECISION, duty = title, year = of, organ = organ)
        }
    };
    case.find(Grade::Void, Some(article), said);
}

fn discharge(case: &mut Case<'_, '_>, article: ArticleId, year: u32) {
    let (from, why) = (case.from, case.why(Some(article)));
    case.effects.push(Effect::File { paper: Filed::Discharge { article, year }, from, why });
}
