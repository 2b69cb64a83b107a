//! The routes of whole tables, of articles, and of steps that somebody puts to an instrument.

use super::{INSTRUMENT, Place, Route, Shows, route};
use crate::api;
use crate::asked::{Field, Form};

const ARTICLE: &[Place] =
    &[Place { name: "article", about: "An article, as `INSTRUMENT.NUMBER`." }];
const SHEET: &[Place] = &[Place {
    name: "table",
    about: "`acts`, `participation`, `memberships`, `sources`, `references`, or a table of an account.",
}];
pub(crate) const DEPOSITS: Field = Field {
    name: "deposits",
    about: "The steps as CSV, `state,action,date[,weight]`, one line for each.",
    example: "state,action,date%0AARM,deposit,1999-09-14",
    is_needed: true,
    form: Form::Text,
};

/// These routes.
pub(crate) const SHEETS: &[Route] = &[
    route!(
        "/api/v1/article/{article}",
        "article",
        "What an article says on a day, and every version it has had.",
        ARTICLE,
        &[],
        Shows::Json(api::article, "Article")
    ),
    route!(
        "/api/v1/entry-into-force/{instrument}",
        "entry-into-force",
        "When an instrument enters into force, and for whom, on steps that stand in place of the record's.",
        INSTRUMENT,
        &[DEPOSITS],
        Shows::Json(api::entry, "EntryIntoForce")
    ),
    route!(
        "/api/v1/sheets/{table}",
        "sheet",
        "One table of the record for programs, whole, with what was left out of it.",
        SHEET,
        &[],
        Shows::Json(api::sheet, "Sheet")
    ),
];
