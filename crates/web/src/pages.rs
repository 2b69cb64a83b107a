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
pub(crate) use seats::{chair, office};
pub(crate) use sessions::sessions;
pub(crate) use sources::{source, sources, tables};
pub(crate) use states::{obligations, state, states};
pub(crate) use timeline::timeline;
pub(crate) use today::{today, today_of_whom};
pub(crate) use what_if::what_if;
pub(crate) use why::why;

use crate::asked::Asked;
use crate::frame::{self, Page};
use crate::refusal::Refusal;
use crate::site::Site;
use maud::{PreEscaped, html};

/// What a page's function returns.
pub(crate) type Shown = Result<Page, Refusal>;

/// Returns the public profile with the date bar above it.
pub(crate) fn profile(site: &Site, asked: &Asked) -> String {
    let document =
        servanda_publish::profile::html(site.asking(), &asked.moment, site.boundaries.as_deref());
    let top = frame::top(site, asked, asked.path()).into_string();
    let sheet = html! {
        link rel="stylesheet" href="/style.css";
        link rel="icon" type="image/svg+xml" href="/mark.svg";
    };
    let sheet = sheet.into_string();
    // The profile is a whole document of its own: the bar is put first in its body.
    let Some((head, rest)) = document.split_once("<style") else { return document };
    let Some((between, body)) = rest.split_once("<body") else { return document };
    let Some((attributes, content)) = body.split_once('>') else { return document };
    let content = content.replacen("<main>", "<main id=\"main\" tabindex=\"-1\">", 1);
    // Its own words are English; what stands above them is in the reader's language.
    let top = html! { div lang=[(asked.tongue().tag != "en").then_some(asked.tongue().tag)] { (PreEscaped(top)) } }.into_string();
    format!("{head}{sheet}<style{between}<body{attributes}>{top}{content}")
}
