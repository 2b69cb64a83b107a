//! Pages for people and JSON for programs over a record, and the door for acts where it is a log.
//!
//! Everything that can be asked stands in one table of routes (`routes`), from which the router
//! and the OpenAPI document are both made. A handler reads words, asks, renders; status codes,
//! headers and problem documents are made in one place each (`refusal`, `respond`). Pages need no
//! JavaScript and load nothing from outside.
#![warn(missing_docs)]

mod api;
mod asked;
mod assets;
mod calendars;
mod capacity;
mod claims;
mod conditions;
mod csv;
mod deeds;
mod desk;
mod diary;
mod documents;
mod events;
mod feeds;
mod followed;
mod frame;
mod given;
mod lasting;
mod ledger;
mod live;
mod log;
mod measured;
mod name;
mod named;
mod neighbour;
mod noticed;
mod openapi;
mod pages;
mod paging;
mod parts;
mod portal;
mod problems;
mod proof;
mod receiving;
mod reference;
mod refusal;
mod rehearsal;
mod remembered;
mod respond;
mod router;
mod routes;
mod said;
mod sheets;
mod site;
mod strip;
mod tag;
mod told;
mod tongue;
mod words;
mod years;

#[cfg(feature = "passkeys")]
pub use desk::Shelf;
pub use desk::{
    Chance, Clock, Reception, Secret, challenge_again, paths as desk_paths, session_again,
};
pub use diary::{Diary, DiaryLine};
pub use documents::document_json;
pub use events::EVENTS;
pub use ledger::paths as ledger_paths;
pub use log::paths as log_paths;
pub use measured::METRICS;
pub use neighbour::{ENTRANCE, Opening};
pub use portal::Portal;
pub use reference::paths as reference_paths;
pub use rehearsal::ENROL as REHEARSAL_ENROL;
pub use router::{router, serve};
pub use routes::paths;
pub use site::Site;
