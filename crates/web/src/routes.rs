//! The one table of routes: the router, the OpenAPI document and the list on `/about` are made
//! from it, so none of them can be incomplete.

use crate::api;
use crate::asked::{Asked, Field, Form};
use crate::frame::Page;
use crate::pages;
use crate::refusal::Refusal;
use crate::site::Site;
use serde_json::Value;

/// A path that is answered.
#[derive(Debug)]
pub(crate) struct Route {
    pub(crate) path: &'static str,
    /// A word for programs: the OpenAPI operation.
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    /// What stands in the path's places.
    pub(crate) places: &'static [Place],
    /// Fields beside those of the moment.
    pub(crate) fields: &'static [Field],
    pub(crate) shows: Shows,
}

/// A place in a path.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
}

/// What a path shows.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shows {
    /// A JSON value of the named schema.
    Json(fn(&Site, &Asked) -> Result<Value, Refusal>, &'static str),
    /// A page.
    Page(fn(&Site, &Asked) -> Result<Page, Refusal>),
    /// The public profile.
    Profile,
    /// The style sheet.
    Style,
    /// The mark in a browser's tab.
    Mark,
    /// The description of the questions.
    OpenApi,
    /// Whether the program is well.
    Health,
}

pub(crate) const CLAIM: Field = Field {
    name: "claim",
    about: "The claim, as in `STATE party INSTRUMENT`.",
    example: "STATE%20party%20INSTRUMENT",
    is_needed: true,
    form: Form::Text,
};
pub(crate) const BEFORE: Field = Field {
    name: "before",
    about: "The first day.",
    example: "1999-04-20",
    is_needed: true,
    form: Form::Day,
};
pub(crate) const AFTER: Field = Field {
    name: "after",
    about: "The second day.",
    example: "1999-04-21",
    is_needed: true,
    form: Form::Day,
};
pub(crate) const AFTER_ACT: Field = Field {
    name: "after",
    about: "Only acts at later positions; from the first where it is left out.",
    example: "120",
    is_needed: false,
    form: Form::Position,
};
pub(crate) const TABLE: Field = Field {
    name: "table",
    about: "One table alone.",
    example: "members",
    is_needed: false,
    form: Form::Text,
};

pub(crate) const PAGE: Field = Field {
    name: "page",
    about: "Which page of a long list, from 1.",
    example: "2",
    is_needed: false,
    form: Form::Position,
};

const INSTRUMENT: &[Place] = &[Place { name: "instrument", about: "The word of an instrument." }];
const ORGANISATION: &[Place] =
    &[Place { name: "organisation", about: "The word of an organisation or organ." }];
const ORGAN: &[Place] = &[Place { name: "organ", about: "The word of an organ." }];
const OFFICE: &[Place] = &[Place { name: "office", about: "The word of an office." }];
const STATE: &[Place] = &[Place { name: "state", about: "The code of a state or entity." }];
const SOURCE: &[Place] = &[Place { name: "id", about: "The word of a source." }];
const ACT: &[Place] =
    &[Place { name: "act", about: "The label of an act without its `#`, or its position." }];

/// Returns every route.
pub(crate) fn routes() -> impl Iterator<Item = &'static Route> + Clone {
    PAGES.iter().chain(QUESTIONS).chain(FILES)
}

/// Returns every path that is answered.
pub fn paths() -> impl Iterator<Item = &'static str> {
    routes().map(|route| route.path)
}

macro_rules! route {
    ($path:literal, $name:literal, $about:literal, $places:expr, $fields:expr, $shows:expr) => {
        Route {
            path: $path,
            name: $name,
            about: $about,
            places: $places,
            fields: $fields,
            shows: $shows,
        }
    };
}

/// The pages, in the order in which `/about` lists them.
pub(crate) const PAGES: &[Route] = &[
    route!("/", "overview", "The organisation on a day.", &[], &[], Shows::Page(pages::home)),
    route!(
        "/profile",
        "profile",
        "The organisation told on one page, with figures, map and references.",
        &[],
        &[],
        Shows::Profile
    ),
    route!(
        "/members/{organisation}",
        "members-page",
        "Who is a member, and since when.",
        ORGANISATION,
        &[],
        Shows::Page(pages::members)
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
        Shows::Page(pages::status)
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
        &[],
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
        "/about",
        "about",
        "How to read these pages, and what programs can ask.",
        &[],
        &[],
        Shows::Page(pages::about)
    ),
];

/// The questions that programs ask.
pub(crate) const QUESTIONS: &[Route] = &[
    route!(
        "/api/v1/status/{instrument}",
        "status",
        "How every state stands to an instrument.",
        INSTRUMENT,
        &[],
        Shows::Json(api::status, "Status")
    ),
    route!(
        "/api/v1/members/{organisation}",
        "members",
        "Who is a member of an organisation or organ.",
        ORGANISATION,
        &[],
        Shows::Json(api::members, "Members")
    ),
    route!(
        "/api/v1/chair/{organ}",
        "chair",
        "Who has the chair of an organ, and what each reading of the rule expected.",
        ORGAN,
        &[],
        Shows::Json(api::chair, "Chair")
    ),
    route!(
        "/api/v1/office/{office}",
        "office",
        "Who holds an office.",
        OFFICE,
        &[],
        Shows::Json(api::office, "Office")
    ),
    route!(
        "/api/v1/timeline",
        "timeline",
        "What happened, in order.",
        &[],
        &[],
        Shows::Json(api::timeline, "Timeline")
    ),
    route!(
        "/api/v1/obligations/{state}",
        "obligations",
        "What binds a state, and what it may claim.",
        STATE,
        &[],
        Shows::Json(api::obligations, "Obligations")
    ),
    route!(
        "/api/v1/why",
        "why",
        "Why a claim stands as it does.",
        &[],
        &[CLAIM],
        Shows::Json(api::why, "Why")
    ),
    route!(
        "/api/v1/disputes",
        "disputes",
        "Acts that sources read differently, and what each other reading would change.",
        &[],
        &[],
        Shows::Json(api::disputes, "Disputes")
    ),
    route!(
        "/api/v1/tables",
        "tables",
        "The tables of the sources, cell by cell, beside our reading.",
        &[],
        &[TABLE],
        Shows::Json(api::tables, "Tables")
    ),
    route!(
        "/api/v1/sources/{id}",
        "source",
        "A source, and what it is cited for.",
        SOURCE,
        &[],
        Shows::Json(api::source, "Source")
    ),
    route!(
        "/api/v1/diff",
        "diff",
        "What differs between two days.",
        &[],
        &[BEFORE, AFTER],
        Shows::Json(api::diff, "Diff")
    ),
    route!(
        "/api/v1/acts",
        "acts",
        "The acts of the record in their positions.",
        &[],
        &[AFTER_ACT],
        Shows::Json(api::acts, "Acts")
    ),
];

/// What else is answered.
const FILES: &[Route] = &[
    route!("/healthz", "health", "Whether the program is well.", &[], &[], Shows::Health),
    route!("/openapi.json", "openapi", "This document.", &[], &[], Shows::OpenApi),
    route!("/style.css", "style", "The style sheet of the pages.", &[], &[], Shows::Style),
    route!("/mark.svg", "mark", "The mark in a browser's tab.", &[], &[], Shows::Mark),
];
