//! The routes of the pages.

use super::{
    ACT, AFTER, APPLIED, ARTICLE, BEFORE, CLAIM, FROM, INSTRUMENT, INSTRUMENT_ASKED, LEFT, MATTER,
    MATTER_KIND, OFFICE, ORGAN, ORGANISATION, PAGE, RIGHT, Route, SECTION, SOURCE, STATE,
    STATE_ASKED, SUPPOSE, Shows, TARGET, WORDING, route,
};
use crate::pages;

/// The pages, in the order in which `/about` lists them.
pub(crate) const PAGES: &[Route] = &[
    route!("/", "overview", "The organisation on a day.", &[], &[], Shows::Page(pages::home)),
    route!(
        "/profile",
        "profile",
        "The organisation told in short, and the contents of what is told further.",
        &[],
        &[],
        Shows::Profile
    ),
    route!(
        "/profile/{section}",
        "profile-section",
        "A section of what is told of the organisation, with figures, map and references.",
        SECTION,
        &[],
        Shows::Profile
    ),
    route!(
        "/members/{organisation}",
        "members-page",
        "Who is a member, and since when.",
        ORGANISATION,
        &[],
        Shows::Live(pages::members)
    ),
    route!(
        "/treaties",
        "treaties",
        "Every instrument and how it stands.",
        &[],
        &[],
        Shows::Page(pages::treaties)
    ),
    route!(
        "/status/{instrument}",
        "status-page",
        "How every state stands to an instrument, and its articles.",
        INSTRUMENT,
        &[],
        Shows::Live(pages::status)
    ),
    route!(
        "/organs",
        "organs",
        "The organs, the offices, and who holds them.",
        &[],
        &[],
        Shows::Page(pages::organs)
    ),
    route!(
        "/chair/{organ}",
        "chair-page",
        "Every handover of a chair, and what each reading of the rule expected.",
        ORGAN,
        &[],
        Shows::Page(pages::chair)
    ),
    route!(
        "/office/{office}",
        "office-page",
        "Everybody who held an office.",
        OFFICE,
        &[],
        Shows::Page(pages::office)
    ),
    route!(
        "/timeline",
        "timeline-page",
        "What happened, in order.",
        &[],
        &[PAGE],
        Shows::Page(pages::timeline)
    ),
    route!(
        "/acts/{act}",
        "act",
        "One act with its articles, sources and readings.",
        ACT,
        &[],
        Shows::Page(pages::act)
    ),
    route!(
        "/acts/{act}/notification",
        "notification-page",
        "The depositary's notification of an act, to be printed.",
        ACT,
        &[],
        Shows::Page(pages::notification)
    ),
    route!(
        "/acts/{act}/decision",
        "decision-page",
        "A decision with its count, whom it binds and where the log has it, to be printed.",
        ACT,
        &[],
        Shows::Proved(pages::decided)
    ),
    route!(
        "/states",
        "states",
        "Every state and entity of the record.",
        &[],
        &[],
        Shows::Page(pages::states)
    ),
    route!(
        "/states/{state}",
        "state",
        "All participations and memberships of a state.",
        STATE,
        &[],
        Shows::Page(pages::state)
    ),
    route!(
        "/obligations/{state}",
        "obligations-page",
        "What binds a state, and what it may claim.",
        STATE,
        &[],
        Shows::Page(pages::obligations)
    ),
    route!(
        "/today",
        "today-of-whom",
        "Whose day it is: every state of which something is awaited.",
        &[],
        &[],
        Shows::Live(pages::today_of_whom)
    ),
    route!(
        "/today/{state}",
        "today-page",
        "What a state must answer, by when and under which article.",
        STATE,
        &[],
        Shows::Live(pages::today)
    ),
    route!(
        "/bound",
        "bound",
        "Whether a state was bound by an instrument on a day, or who was, with a citation to paste.",
        &[],
        &[STATE_ASKED, INSTRUMENT_ASKED],
        Shows::Page(pages::bound)
    ),
    route!(
        "/disputes",
        "disputes-page",
        "Acts that sources read differently, and what each other reading would change.",
        &[],
        &[],
        Shows::Page(pages::disputes)
    ),
    route!(
        "/sources",
        "sources",
        "What the record rests on.",
        &[],
        &[],
        Shows::Page(pages::sources)
    ),
    route!(
        "/sources/{id}",
        "source-page",
        "A source, and what it is cited for.",
        SOURCE,
        &[PAGE],
        Shows::Page(pages::source)
    ),
    route!(
        "/tables",
        "tables-page",
        "The tables of the sources, cell by cell, beside our reading.",
        &[],
        &[],
        Shows::Page(pages::tables)
    ),
    route!(
        "/findings",
        "findings",
        "What the record lacks, and where an act departs from an article.",
        &[],
        &[],
        Shows::Page(pages::findings)
    ),
    route!(
        "/docket",
        "docket-page",
        "The matters that were opened, and whose turn it is in each.",
        &[],
        &[],
        Shows::Live(pages::docket)
    ),
    route!(
        "/matters/{matter}",
        "matter-page",
        "One matter with its steps.",
        MATTER,
        &[],
        Shows::Live(pages::matter)
    ),
    route!(
        "/crisis",
        "crisis-page",
        "Requests for help, and what is next in each.",
        &[],
        &[],
        Shows::Live(pages::crisis)
    ),
    route!(
        "/crisis/{matter}",
        "crisis-matter",
        "A request for help from the request to the end, stage by stage.",
        MATTER,
        &[],
        Shows::Live(pages::crisis_of)
    ),
    route!(
        "/forces",
        "forces-page",
        "Who takes part in the instruments on forces, what is pledged, exercises and figures.",
        &[],
        &[],
        Shows::Page(pages::forces)
    ),
    route!(
        "/sessions/{organ}",
        "sessions-page",
        "When an organ met, where, and what it decided.",
        ORGAN,
        &[],
        Shows::Page(pages::sessions)
    ),
    route!(
        "/documents",
        "documents-page",
        "The documents beside the log, and for whom they are.",
        &[],
        &[],
        Shows::Page(pages::documents)
    ),
    route!(
        "/why",
        "why-page",
        "Why a claim stands as it does.",
        &[],
        &[CLAIM],
        Shows::Page(pages::why)
    ),
    route!(
        "/diff",
        "diff-page",
        "What differs between two days.",
        &[],
        &[BEFORE, AFTER],
        Shows::Page(pages::diff)
    ),
    route!(
        "/beside",
        "beside-page",
        "Two matters, step by step, one beside the other.",
        &[],
        &[LEFT, RIGHT],
        Shows::Page(pages::beside)
    ),
    route!(
        "/what-if",
        "what-if-page",
        "What would differ under a law that is only supposed.",
        &[],
        &[ARTICLE, WORDING, SUPPOSE, FROM, APPLIED],
        Shows::Page(pages::what_if)
    ),
    route!(
        "/decide/{organ}",
        "decide-page",
        "What an organ decides on a matter when its members vote so.",
        ORGAN,
        &[MATTER_KIND, TARGET],
        Shows::Page(pages::decide)
    ),
    route!(
        "/about",
        "about",
        "How to read these pages, and what programs can ask.",
        &[],
        &[],
        Shows::Page(pages::about)
    ),
];
