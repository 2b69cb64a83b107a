//! The sessions of an organ, and the years in which the law asks for more than the record has.

use crate::asking::Asking;
use crate::docket::{ActAnswer, act};
use crate::moment::Moment;
use servanda_model::{BodyId, Day, Deed, PartyId, PlaceId, SessionForm};

/// The answer about the sessions of an organ.
#[derive(Debug, Clone, PartialEq)]
pub struct Sessions {
    /// The organ.
    pub organ: BodyId,
    /// Its sessions, in order.
    pub sessions: Vec<SessionAnswer>,
    /// How many sessions a year the law asks for, where it does.
    pub yearly: Option<u32>,
    /// Whole years with fewer sessions found in the record: the year and how many.
    pub short_years: Vec<(i32, u32)>,
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
    /// How it met.
    pub form: SessionForm,
    /// What it decided that day.
    pub decided: Vec<ActAnswer>,
}

/// Answers which sessions of an organ were held by a day.
pub fn sessions(asking: &Asking<'_>, organ: BodyId, moment: &Moment) -> Sessions {
    let slice = asking.about_body(organ);
    let state = asking.fold(&slice, moment, &[]);
    let met = state.sessions.get(&organ).map_or(&[][..], Vec::as_slice);
    let held = met.iter().filter(|met| met.on <= moment.on);
    let sessions: Vec<SessionAnswer> = held
        .clone()
        .map(|met| SessionAnswer {
            act: act(asking, met.why.position),
            place: met.place,
            host: met.place.and_then(|place| asking.law.place(place)?.state),
            form: met.form,
            decided: decided(asking, organ, met.on, moment),
        })
        .collect();
    let days: Vec<Day> = held.map(|met| met.on).collect();
    let yearly = asking.law.body(organ).and_then(|row| row.meets_yearly);
    let short_years = yearly.map(|asked| short_years(&days, asked, moment.on)).unwrap_or_default();
    Sessions { organ, sessions, yearly, short_years }
}

/// Returns what an organ decided on a day.
fn decided(asking: &Asking<'_>, organ: BodyId, on: Day, moment: &Moment) -> Vec<ActAnswer> {
    let is_of = |(position, found): &(u32, &servanda_model::Act)| {
        let of_organ = matches!(&found.deed, Deed::Decide(decision) if decision.organ == organ);
        of_organ && found.when.exact() == Some(on) && asking.is_known(*position, moment)
    };
    let acts = (0u32..).zip(&asking.history.acts).filter(is_of);
    acts.map(|(position, _)| act(asking, position)).collect()
}

/// Returns the whole years between the first session and a day with fewer sessions than asked.
fn short_years(days: &[Day], asked: u32, on: Day) -> Vec<(i32, u32)> {
    let year_of = |day: &Day| day.parts().0;
    let Some(first) = days.iter().map(year_of).min() else { return Vec::new() };
    let found = |year: i32| {
        let count = days.iter().filter(|day| year_of(day) == year).count();
        u32::try_from(count).unwrap_or(u32::MAX)
    };
    let last = year_of(&on.next()).saturating_sub(1);
    (first..=last).map(|year| (year, found(year))).filter(|(_, count)| *count < asked).collect()
}
