//! The public profile, a section on each page.

use crate::asked::Asked;
use crate::frame;
use crate::refusal::Refusal;
use crate::site::Site;
use crate::words::unknown;
use maud::{DOCTYPE, PreEscaped, html};
use servanda_publish::profile::leaf;

/// Returns a leaf of the public profile with the date bar above it.
pub(crate) fn profile(site: &Site, asked: &Asked) -> Result<String, Refusal> {
    let name = Some(asked.place("section")).filter(|name| !name.is_empty());
    let link = |name: Option<&str>| {
        asked.link(&name.map_or_else(|| "/profile".to_owned(), |name| format!("/profile/{name}")))
    };
    let told = (site.boundaries.as_deref(), name);
    let leaf = leaf(site.asking(), &asked.moment, told, &link)
        .map_err(|known| unknown(name.unwrap_or_default(), "a section of the profile", &known))?;
    // Its own words are English; what stands above them is in the reader's language.
    let tongue = (asked.tongue().tag != "en").then_some(asked.tongue().tag);
    let whole = html! {
        (DOCTYPE)
        html lang="en" {
            head { (frame::head(&leaf.title)) link rel="stylesheet" href="/profile.css"; }
            body {
                div lang=[tongue] { (frame::top(site, asked, asked.path())) }
                (PreEscaped(leaf.body))
            }
        }
    };
    Ok(whole.into_string())
}
