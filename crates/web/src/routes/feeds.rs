//! The routes of feeds and calendars, which programs follow, and of tables.

use super::{INSTRUMENT, MATTER, ORGAN, Route, STATE, Shows, route};
use crate::{calendars, feeds, sheets};

/// The feeds, the calendars and the tables.
pub(crate) const FEEDS: &[Route] = &[
    route!(
        "/feeds/acts.atom",
        "acts-feed",
        "The latest acts (Atom).",
        &[],
        &[],
        Shows::Feed(feeds::acts)
    ),
    route!(
        "/feeds/organs/{organ}.atom",
        "organ-feed",
        "The sessions and decisions of an organ (Atom).",
        ORGAN,
        &[],
        Shows::Feed(feeds::organ)
    ),
    route!(
        "/feeds/matters/{matter}.atom",
        "matter-feed",
        "The acts of a matter (Atom).",
        MATTER,
        &[],
        Shows::Feed(feeds::matter)
    ),
    route!(
        "/feeds/instruments/{instrument}.atom",
        "instrument-feed",
        "The depositary's notifications about an instrument, with their numbers (Atom).",
        INSTRUMENT,
        &[],
        Shows::Feed(feeds::instrument)
    ),
    route!(
        "/forces.csv",
        "forces-sheet",
        "Who takes part in the instruments by which forces are sent (CSV).",
        &[],
        &[],
        Shows::Sheet(sheets::forces)
    ),
    route!(
        "/exercises.csv",
        "exercises-sheet",
        "The exercises, with who took part (CSV).",
        &[],
        &[],
        Shows::Sheet(sheets::exercises)
    ),
    route!(
        "/figures.csv",
        "figures-sheet",
        "The figures that sources give (CSV).",
        &[],
        &[],
        Shows::Sheet(sheets::figures)
    ),
    route!(
        "/calendar/organs/{organ}.ics",
        "organ-calendar",
        "The sessions of an organ (iCalendar).",
        ORGAN,
        &[],
        Shows::Calendar(calendars::organ)
    ),
    route!(
        "/calendar/states/{state}.ics",
        "state-calendar",
        "What is awaited of a state, on its last days (iCalendar).",
        STATE,
        &[],
        Shows::Calendar(calendars::state)
    ),
];
