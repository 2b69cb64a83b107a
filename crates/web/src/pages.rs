//! The pages, each a function from words to a page.

mod about;
mod act;
mod beside;
mod bodies;
mod bound;
mod crisis;
mod decide;
mod decided;
mod docket;
mod documents;
mod doors;
mod doubts;
mod forces;
mod home;
mod instruments;
mod notification;
mod profile;
mod seats;
mod sessions;
mod sources;
mod states;
mod timeline;
mod today;
mod what_if;
mod why;

pub(crate) use about::about;
pub(crate) use act::act;
pub(crate) use beside::beside;
pub(crate) use bodies::{members, organs};
pub(crate) use bound::bound;
pub(crate) use crisis::{crisis, one as crisis_of};
pub(crate) use decide::decide;
pub(crate) use decided::decided;
pub(crate) use docket::{
    docket, found as found_matter, matter, named_matter, steps as matter_steps,
};
pub(crate) use documents::documents;
pub(crate) use doubts::{diff, disputes, findings, stands};
pub(crate) use forces::{forces, instruments as forces_instruments, told as forces_acts};
pub(crate) use home::home;
pub(crate) use instruments::{status, treaties};
pub(crate) use notification::notification;
pub(crate) use profile::profile;
pub(crate) use seats::{chair, office};
pub(crate) use sessions::sessions;
pub(crate) use sources::{source, sources, tables};
pub(crate) use states::{obligations, state, states};
pub(crate) use timeline::timeline;
pub(crate) use today::{today, today_of_whom};
pub(crate) use what_if::what_if;
pub(crate) use why::why;

use crate::frame::Page;
use crate::refusal::Refusal;

/// What a page's function returns.
pub(crate) type Shown = Result<Page, Refusal>;
