//! The one table of routes: the router, the OpenAPI document and the list on `/about` are made
//! from it, so none of them can be incomplete.

use crate::asked::{Asked, Field, Form};
use crate::assets::{Assets, File};
use crate::frame::Page;
use crate::refusal::Refusal;
use crate::site::Site;
use serde_json::Value;
use servanda_publish::calendar_file::CalendarFile;
use servanda_publish::feed::Feed;

mod feeds;
mod pages;
mod questions;
mod sheets;

pub(crate) use feeds::FEEDS;
pub(crate) use pages::PAGES;
pub(crate) use questions::QUESTIONS;
pub(crate) use sheets::{DEPOSITS, SHEETS};

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

impl Route {
    /// Returns how the path ends behind its last place, where a word and an ending share a part.
    pub(crate) fn ending(&self) -> &'static str {
        let after = self.path.rsplit_once('}').map_or("", |(_, after)| after);
        if after.contains('/') { "" } else { after }
    }

    /// Returns the path as the router matches it: a place there is a whole part of a path.
    pub(crate) fn matched(&self) -> &'static str {
        self.path.strip_suffix(self.ending()).unwrap_or(self.path)
    }
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
    /// A page that shows, while it is open, what is new.
    Live(fn(&Site, &Asked) -> Result<Page, Refusal>),
    /// A page about an act, with where the log has it.
    Proved(fn(&Site, &Asked) -> Result<Page, Refusal>),
    /// A feed.
    Feed(fn(&Site, &Asked) -> Result<Feed, Refusal>),
    /// A table.
    Sheet(fn(&Site, &Asked) -> Result<String, Refusal>),
    /// A calendar.
    Calendar(fn(&Site, &Asked) -> Result<CalendarFile, Refusal>),
    /// The public profile.
    Profile,
    /// A file of the program, of a media type.
    File(fn(&Assets) -> &File, &'static str),
    /// A font: a file that never changes under its name.
    Font(fn(&Assets) -> &File),
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
pub(crate) const STATE_ASKED: Field = Field {
    name: "state",
    about: "The code of a state; everybody where it is left out.",
    example: "STATE",
    is_needed: false,
    form: Form::Text,
};
pub(crate) const INSTRUMENT_ASKED: Field = Field {
    name: "instrument",
    about: "The word of an instrument.",
    example: "INSTRUMENT",
    is_needed: false,
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

pub(crate) const MATTER_KIND: Field = Field {
    name: "matter",
    about: "The kind of matter, as the charter names it.",
    example: "ordinary",
    is_needed: true,
    form: Form::Text,
};
pub(crate) const VOTES: Field = Field {
    name: "votes",
    about: "The votes as CSV, `state,vote[,at]`, one line for each.",
    example: "state,vote%0AARM,yes",
    is_needed: true,
    form: Form::Text,
};
pub(crate) const TARGET: Field = Field {
    name: "target",
    about: "The state the matter is about.",
    example: "ARM",
    is_needed: false,
    form: Form::Text,
};
pub(crate) const INTERESTED: Field = Field {
    name: "interested",
    about: "The states interested in the matter, with commas between them.",
    example: "ARM,BLR",
    is_needed: false,
    form: Form::Text,
};
pub(crate) const OPENED: Field = Field {
    name: "opened",
    about: "The instant at which a silence procedure began.",
    example: "2020-03-27T12:00:00Z",
    is_needed: false,
    form: Form::Text,
};
pub(crate) const EXPIRES: Field = Field {
    name: "expires",
    about: "When a silence ends, where the circulated text says so.",
    example: "2020-03-27T12:00:00Z",
    is_needed: false,
    form: Form::Text,
};
pub(crate) const SUPPOSE: Field = Field {
    name: "suppose",
    about: "The lines that change the law, as they stand below an amendment.",
    example: "repeals%20ARTICLE",
    is_needed: true,
    form: Form::Text,
};
pub(crate) const FROM: Field = Field {
    name: "from",
    about: "The day from which the supposed change counts; for all days where it is left out.",
    example: "2010-01-01",
    is_needed: false,
    form: Form::Day,
};
pub(crate) const FIRST: Field = Field {
    name: "first",
    about: "The one: an instrument or an organisation.",
    example: "INSTRUMENT",
    is_needed: true,
    form: Form::Text,
};
pub(crate) const SECOND: Field = Field {
    name: "second",
    about: "The other.",
    example: "ORGANISATION",
    is_needed: true,
    form: Form::Text,
};

pub(crate) const ARTICLE: Field = Field {
    name: "article",
    about: "An article whose wordings are listed.",
    example: "ARTICLE",
    is_needed: false,
    form: Form::Text,
};
pub(crate) const WORDING: Field = Field {
    name: "wording",
    about: "Which of its wordings is supposed, from 0.",
    example: "1",
    is_needed: false,
    form: Form::Position,
};
pub(crate) const APPLIED: Field = Field {
    name: "applied",
    about: "A matter to which the supposed law is applied.",
    example: "LABEL",
    is_needed: false,
    form: Form::Text,
};
pub(crate) const LEFT: Field = Field {
    name: "left",
    about: "The one matter.",
    example: "LABEL",
    is_needed: true,
    form: Form::Text,
};
pub(crate) const RIGHT: Field = Field {
    name: "right",
    about: "The other matter.",
    example: "LABEL",
    is_needed: true,
    form: Form::Text,
};

const INSTRUMENT: &[Place] = &[Place { name: "instrument", about: "The word of an instrument." }];
const ORGANISATION: &[Place] =
    &[Place { name: "organisation", about: "The word of an organisation or organ." }];
const ORGAN: &[Place] = &[Place { name: "organ", about: "The word of an organ." }];
const OFFICE: &[Place] = &[Place { name: "office", about: "The word of an office." }];
const STATE: &[Place] = &[Place { name: "state", about: "The code of a state or entity." }];
const SOURCE: &[Place] = &[Place { name: "id", about: "The word of a source." }];
const SECTION: &[Place] = &[Place { name: "section", about: "A section of the profile." }];
const MATTER: &[Place] = &[Place {
    name: "matter",
    about: "The label of the act that opened it without its `#`, or its position.",
}];
const ACT: &[Place] =
    &[Place { name: "act", about: "The label of an act without its `#`, or its position." }];

/// Returns every route.
pub(crate) fn routes() -> impl Iterator<Item = &'static Route> + Clone {
    PAGES.iter().chain(QUESTIONS).chain(SHEETS).chain(FEEDS).chain(FILES)
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
use route;

/// What else is answered.
const FILES: &[Route] = &[
    route!("/healthz", "health", "Whether the program is well.", &[], &[], Shows::Health),
    route!("/openapi.json", "openapi", "This document.", &[], &[], Shows::OpenApi),
    route!(
        "/style.css",
        "style",
        "The style sheet of the pages.",
        &[],
        &[],
        Shows::File(|assets| &assets.style, "text/css")
    ),
    route!(
        "/profile.css",
        "profile-style",
        "The style sheet of the profile.",
        &[],
        &[],
        Shows::File(|assets| &assets.profile, "text/css")
    ),
    route!(
        "/live.js",
        "live-script",
        "The script of pages that show what is new while they are open.",
        &[],
        &[],
        Shows::File(|assets| &assets.live, "text/javascript")
    ),
    route!(
        "/fonts/serif-cyrillic-1.woff2",
        "font-serif",
        "The font of pages in Russian and its neighbours.",
        &[],
        &[],
        Shows::Font(|assets| &assets.serif)
    ),
    route!(
        "/fonts/sans-cyrillic-1.woff2",
        "font-sans",
        "The font of their forms and tables.",
        &[],
        &[],
        Shows::Font(|assets| &assets.sans)
    ),
    route!(
        "/fonts/serif-armenian-1.woff2",
        "font-serif-armenian",
        "The font of pages in Armenian.",
        &[],
        &[],
        Shows::Font(|assets| &assets.serif_armenian)
    ),
    route!(
        "/fonts/sans-armenian-1.woff2",
        "font-sans-armenian",
        "The font of its forms and tables.",
        &[],
        &[],
        Shows::Font(|assets| &assets.sans_armenian)
    ),
    route!(
        "/fonts/OFL.txt",
        "font-licence",
        "The licence of the fonts.",
        &[],
        &[],
        Shows::File(|assets| &assets.licence, "text/plain")
    ),
    route!(
        "/mark.svg",
        "mark",
        "The mark in a browser's tab.",
        &[],
        &[],
        Shows::File(|assets| &assets.mark, "image/svg+xml")
    ),
];
