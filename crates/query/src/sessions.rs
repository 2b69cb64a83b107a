//! The sessions of an organ with their papers, and what the law asks of them beyond what is found.

mod lines;
mod papers;

use crate::asking::Asking;
use crate::docket::{ActAnswer, act};
use crate::moment::Moment;
pub use lines::session_lines;
use papers::Papers;
pub(crate) use papers::paper_sentence;
use servanda_engine::{Met, State};
use servanda_model::{
    Act, AgendaStage, ArticleId, Body, BodyId, Day, Deed, Finding, Grade, LabelId, Mention,
    PartyId, PlaceId, SessionForm, Signed, remark,
};

/// The answer about the sessions of an organ.
#[derive(Debug, Clone, PartialEq)]
pub struct Sessions {
    /// The organ.
    pub organ: BodyId,
    /// The article that says who convenes it, how often it meets and where.
    pub article: Option<ArticleId>,
    /// Its sessions, in order.
    pub sessions: Vec<SessionAnswer>,
    /// How many sessions a year the law asks for, where it does.
    pub yearly: Option<u32>,
    /// Whole years with fewer sessions found in the record: the year and how many.
    pub short_years: Vec<(i32, u32)>,
    /// Whether the law asks that regular sessions go from one member to another.
    pub alternates: bool,
    /// Calls of which no session is found on their day.
    pub called: Vec<CallAnswer>,
    /// Decisions of a day on which the organ met more than once, of which nothing says in which
    /// session they were made.
    pub unplaced: Vec<ActAnswer>,
}

/// One session.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionAnswer {
    /// The act.
    pub act: ActAnswer,
    /// Where.
    pub place: Option<PlaceId>,
    /// In which state.
    pub host: Option<PartyId>,
    /// Whether that state hosted the regular session before it as well, where hosts alternate.
    pub hosts_again: bool,
    /// How it met.
    pub form: SessionForm,
    /// What it decided that day.
    pub decided: Vec<ActAnswer>,
    /// The act that convened it.
    pub call: Option<ActAnswer>,
    /// Its agenda, in each stage that is on record.
    pub agenda: Vec<AgendaAnswer>,
    /// Who sat in it.
    pub register: Vec<SatAnswer>,
    /// Its minutes in their revisions, the last first.
    pub minutes: Vec<MinutesAnswer>,
}

/// A call of which no session is found.
#[derive(Debug, Clone, PartialEq)]
pub struct CallAnswer {
    /// The act.
    pub act: ActAnswer,
    /// For which day.
    pub on: Day,
    /// For which form of session.
    pub form: SessionForm,
}

/// An agenda in one of its stages.
#[derive(Debug, Clone, PartialEq)]
pub struct AgendaAnswer {
    /// How far it was settled.
    pub stage: AgendaStage,
    /// The act.
    pub act: ActAnswer,
    /// Its items, in order.
    pub items: Vec<ItemAnswer>,
}

/// An item of an agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemAnswer {
    /// What.
    pub title: String,
    /// The matter it belongs to.
    pub matter: Option<LabelId>,
}

/// One who sat in a session.
#[derive(Debug, Clone, PartialEq)]
pub struct SatAnswer {
    /// The person, the capacity, the state.
    pub sat: Signed,
    /// In the place of whom of that state: of whom the organ is made, where it is another.
    pub sits_for: Option<String>,
    /// How far credentials have come, and the act.
    pub credentials: Option<(String, ActAnswer)>,
}

/// A revision of minutes.
#[derive(Debug, Clone, PartialEq)]
pub struct MinutesAnswer {
    /// Its number; the highest is the one that counts.
    pub revision: u32,
    /// The act.
    pub act: ActAnswer,
}

/// Answers which sessions of an organ were held by a day.
pub fn sessions(asking: &Asking<'_>, organ: BodyId, moment: &Moment) -> Sessions {
    let slice = asking.about_body(organ);
    let state = asking.fold(&slice, moment, &[]);
    let met = state.sessions.get(&organ).map_or(&[][..], Vec::as_slice);
    let held: Vec<&Met> = met.iter().filter(|met| met.on <= moment.on).collect();
    let worded = |on: Day| asking.code.body_on(organ, &state, on);
    let alternates = |on: Day| {
        let convening = worded(on).and_then(|row| row.convening.as_deref());
        convening.is_some_and(|convening| convening.hosted_in_alternation)
    };
    let papers = Papers::of(asking, organ, moment);
    let mut before = None;
    let mut sessions: Vec<SessionAnswer> = Vec::new();
    for met in &held {
        let mut session = one(asking, &papers, (organ, met, &held), (worded(met.on), moment));
        if session.form.counted() == SessionForm::Regular {
            let again = session.host.is_some() && session.host == before;
            session.hosts_again = again && alternates(met.on);
            before = session.host;
        }
        sessions.push(session);
    }
    let days: Vec<Day> = held.iter().map(|met| met.on).collect();
    let asked = |on: Day| worded(on).and_then(|row| row.meets_yearly);
    let (yearly, short_years) = (asked(moment.on), short_years(&days, asked, moment.on));
    let article = worded(moment.on).and_then(|row| row.article);
    let called = papers.calls().filter(|(_, call)| {
        !held.iter().any(|met| met.on == call.on && met.form.counted() == call.form)
    });
    let called = called.map(|(position, call)| CallAnswer {
        act: act(asking, position),
        on: call.on,
        form: call.form,
    });
    let called = called.collect();
    let alternates = alternates(moment.on);
    let unplaced = decided(asking, organ, (None, &held), moment);
    Sessions { organ, article, sessions, yearly, short_years, alternates, called, unplaced }
}

fn one(
    asking: &Asking<'_>,
    papers: &Papers<'_>,
    (organ, met, held): (BodyId, &Met, &[&Met]),
    (row, moment): (Option<&Body>, &Moment),
) -> SessionAnswer {
    let position = met.why.position;
    let call = papers.call(met.on, met.form.counted());
    let about = [Some(position), call];
    SessionAnswer {
        act: act(asking, position),
        place: met.place,
        host: met.place.and_then(|place| asking.law.place(place)?.state),
        hosts_again: false,
        form: met.form,
        decided: decided(asking, organ, (Some(met), held), moment),
        call: call.map(|call| act(asking, call)),
        agenda: papers.agenda(about),
        register: papers.register(row, position),
        minutes: papers.minutes(about),
    }
}

/// Returns what an organ decided in a session, or what it decided on a day of several sessions
/// without a word from which it follows in which.
fn decided(
    asking: &Asking<'_>,
    organ: BodyId,
    (session, held): (Option<&Met>, &[&Met]),
    moment: &Moment,
) -> Vec<ActAnswer> {
    let is_of = |(position, found): &(u32, &Act)| {
        let of_organ = matches!(&found.deed, Deed::Decide(decision) if decision.organ == organ);
        let here = || in_session(asking, found, held) == session.map(|met| met.why.position);
        let days = || held.iter().any(|met| found.when.exact() == Some(met.on));
        let counts = of_organ && here() && (session.is_some() || days());
        counts && asking.is_known(*position, moment)
    };
    let acts = (0u32..).zip(&asking.history.acts).filter(is_of);
    acts.map(|(position, _)| act(asking, position)).collect()
}

/// Returns the session in which an act was done: the one it names, else the only one of its day,
/// else the last that it says it came after, else the only one left before those that it came
/// before.
fn in_session(asking: &Asking<'_>, found: &Act, held: &[&Met]) -> Option<u32> {
    let details = found.details.as_deref();
    let at = |label: &LabelId| asking.history.position_of(*label);
    if let Some(during) = details.and_then(|details| details.during) {
        return at(&during);
    }
    let of_day = held.iter().filter(|met| found.when.exact() == Some(met.on));
    let of_day: Vec<u32> = of_day.map(|met| met.why.position).collect();
    let named =
        |labels: &[LabelId], place: &u32| labels.iter().any(|label| at(label) == Some(*place));
    let after = details.map_or(&[][..], |details| details.after.as_slice());
    let before = details.map_or(&[][..], |details| details.before.as_slice());
    if let Some(last) = of_day.iter().rfind(|place| named(after, place)) {
        return Some(*last);
    }
    let mut left = of_day.iter().filter(|place| !named(before, place));
    left.next().filter(|_| left.next().is_none()).copied()
}

/// Returns a finding for each whole year, of which the record is complete, with fewer sessions than
/// the article asks for while it is in force, at the last session before the year's end.
pub(crate) fn findings(asking: &Asking<'_>, state: &State, on: Day) -> Vec<Finding> {
    let last = asking.history.complete_to.map_or(on, |complete| complete.min(on));
    let mut found = Vec::new();
    for (organ, met) in &state.sessions {
        let worded = |day: Day| {
            let row = asking.code.body_on(*organ, state, day)?;
            let counts = |article| crate::yearly::counts(asking, state, article, day);
            row.article.is_none_or(counts).then_some(row)
        };
        let asked = |day: Day| worded(day).and_then(|row| row.meets_yearly);
        let held: Vec<&Met> = met.iter().filter(|met| met.on <= last).collect();
        let days: Vec<Day> = held.iter().map(|met| met.on).collect();
        for (year, count) in short_years(&days, asked, last) {
            let end = Day::civil(year, 12, 31);
            let before = held.iter().filter(|met| Some(met.on) <= end).max_by_key(|met| met.on);
            let number = Mention::Number(u32::try_from(year).unwrap_or(0));
            let organ = Mention::Body(*organ);
            let said = if count == 0 {
                remark!(NO_SESSION_OF_YEAR, organ = organ, year = number)
            } else {
                let count = Mention::Number(count);
                remark!(FEW_SESSIONS, organ = organ, year = number, count = count)
            };
            found.push(Finding {
                grade: Grade::Unrecorded,
                position: before.map_or(0, |met| met.why.position),
                article: end.and_then(worded).and_then(|row| row.article),
                notice: said.into(),
            });
        }
    }
    found
}

/// Returns the whole years between the first session and a day with fewer sessions than asked: what
/// the article asks for on the first day of a year and on its last, whichever is less.
fn short_years(days: &[Day], asked: impl Fn(Day) -> Option<u32>, on: Day) -> Vec<(i32, u32)> {
    let year_of = |day: &Day| day.parts().0;
    let Some(first) = days.iter().map(year_of).min() else { return Vec::new() };
    let found = |year: i32| {
        let count = days.iter().filter(|day| year_of(day) == year).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    };
    let last = year_of(&on.next()).saturating_sub(1);
    let least = |year: i32| {
        let first = asked(Day::civil(year, 1, 1)?)?;
        Some(first.min(asked(Day::civil(year, 12, 31)?)?))
    };
    let years = (first..=last).map(|year| (year, found(year)));
    years.filter(|(year, count)| least(*year).is_some_and(|least| *count < least)).collect()
}
