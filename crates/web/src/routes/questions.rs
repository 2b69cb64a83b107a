//! The routes of the questions that programs ask.

use super::{
    AFTER, AFTER_ACT, BEFORE, CLAIM, EXPIRES, FIRST, FROM, INSTRUMENT, INTERESTED, LEFT, MATTER,
    MATTER_KIND, OFFICE, OPENED, ORGAN, ORGANISATION, RIGHT, Route, SECOND, SOURCE, STATE, SUPPOSE,
    Shows, TABLE, TARGET, VOTES, route,
};
use crate::api;

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
        "/api/v1/timeline/{state}",
        "timeline-of",
        "What a state did or was done to it, in order.",
        STATE,
        &[],
        Shows::Json(api::timeline_of, "Timeline")
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
        "/api/v1/today/{state}",
        "today",
        "What a state must answer, by when and under which article; what is overdue first.",
        STATE,
        &[],
        Shows::Json(api::today, "Today")
    ),
    route!(
        "/api/v1/documents",
        "documents",
        "The documents beside the log: what they are called, and for whom they are.",
        &[],
        &[],
        Shows::Json(api::documents, "Documents")
    ),
    route!(
        "/api/v1/docket",
        "docket",
        "The matters that were opened, and whose turn it is in each.",
        &[],
        &[],
        Shows::Json(api::docket, "Docket")
    ),
    route!(
        "/api/v1/matters/{matter}",
        "matter",
        "One matter with its steps.",
        MATTER,
        &[],
        Shows::Json(api::matter, "Matter")
    ),
    route!(
        "/api/v1/side-by-side",
        "side-by-side",
        "Two matters step by step, and the first step at which they part.",
        &[],
        &[LEFT, RIGHT],
        Shows::Json(api::side_by_side, "SideBySide")
    ),
    route!(
        "/api/v1/check",
        "check",
        "The record's own checks, and where acts depart from their articles.",
        &[],
        &[],
        Shows::Json(api::check, "Check")
    ),
    route!(
        "/api/v1/lint",
        "lint",
        "What the charter leaves open and should not.",
        &[],
        &[],
        Shows::Json(api::lint, "Lint")
    ),
    route!(
        "/api/v1/sessions/{organ}",
        "sessions",
        "When an organ met, where, and what it decided.",
        ORGAN,
        &[],
        Shows::Json(api::sessions, "Sessions")
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
        "/api/v1/sources",
        "source-list",
        "The sources, as the table `sources` has them.",
        &[],
        &[],
        Shows::Json(api::sources, "Sheet")
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
        "/api/v1/decide/{organ}",
        "decide",
        "What an organ decides on a matter when its members vote so.",
        ORGAN,
        &[MATTER_KIND, VOTES, TARGET, INTERESTED, OPENED, EXPIRES],
        Shows::Json(api::decide, "Decision")
    ),
    route!(
        "/api/v1/what-if",
        "what-if",
        "What would differ under a law that is only supposed.",
        &[],
        &[SUPPOSE, FROM],
        Shows::Json(api::what_if, "WhatIf")
    ),
    route!(
        "/api/v1/overlap",
        "overlap",
        "Who stood in an instrument or organisation and in another at once, and when.",
        &[],
        &[FIRST, SECOND],
        Shows::Json(api::overlap, "Overlap")
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
