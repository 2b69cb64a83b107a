//! The profile leaf by leaf: what stands first, then each section for itself, for who reads it over
//! a network. Every leaf is written from the one page, as the whole is.

use super::html::{Href, NOTES, as_of, block, contents, foot, notes, opening, plain, sheet};
use super::markdown::slug;
use super::page::{Block, Page};
use crate::euler;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// One leaf, to be set into a document that loads [`style`].
#[derive(Debug)]
pub struct Leaf {
    /// The title of the document.
    pub title: String,
    /// What stands in its body.
    pub body: String,
}

/// How the links to the leaves before and after one are set.
const TURNING: &str = ".turning{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 2rem;margin-top:2.5rem;border-top:1px solid var(--line)}";

/// Returns the style sheet of the leaves, with that of the figures in them.
pub fn style() -> String {
    format!("{}{TURNING}{}", sheet(), euler::style())
}

/// Writes a leaf: the one that is named, else the first. Where a leaf stands is told by `link`.
///
/// # Errors
///
/// The names of the leaves, where none has the name.
pub(super) fn render(
    mut page: Page,
    name: Option<&str>,
    link: &dyn Fn(Option<&str>) -> String,
) -> Result<Leaf, Vec<&'static str>> {
    // The map is heavy: it stands with the members, whom it shows.
    if let (Some(map), Some(members)) = (page.map.take(), page.sections.first_mut()) {
        members.blocks.insert(0, map);
    }
    page.sections.iter_mut().flat_map(|section| &mut section.blocks).for_each(take_style);
    let page = &page;
    let names: Vec<(&'static str, &str)> =
        page.sections.iter().map(|section| (section.id, section.heading.as_str())).collect();
    let names: Vec<(&'static str, &str)> = names.into_iter().chain([NOTES]).collect();
    let place = names.iter().position(|(id, _)| Some(*id) == name);
    if name.is_some() && place.is_none() {
        return Err(names.into_iter().map(|(id, _)| id).collect());
    }
    let anchors = anchors(page);
    let href: Href<'_> = &|anchor| {
        if names.iter().any(|(id, _)| *id == anchor) {
            return link(Some(anchor));
        }
        let on = anchors.get(anchor).copied().unwrap_or(NOTES.0);
        if Some(on) == name { format!("#{anchor}") } else { format!("{}#{anchor}", link(Some(on))) }
    };
    let organisation = plain(&page.title);
    let heading = place.and_then(|place| names.get(place)).map(|(_, heading)| plain(heading));
    let body = html! {
        header.top {
            @if let Some(heading) = &heading {
                p { a href=(link(None)) { bdi { (organisation) } } }
                h1 { (heading) }
            } @else {
                h1 { bdi { (organisation) } }
            }
            (as_of(page))
        }
        main #main tabindex="-1" {
            @match place {
                None => (opening(page, href)),
                Some(place) => (section(page, place, href)),
            }
            (turning(&names, place, link))
            @if place.is_some() { (contents(page, href)) }
        }
        (foot(page))
    };
    let title = heading.map_or_else(
        || format!("{organisation} – profile"),
        |heading| format!("{heading} – {organisation}"),
    );
    Ok(Leaf { title, body: body.into_string() })
}

/// Takes out of a figure the style that its leaf loads as a file.
fn take_style(block: &mut Block) {
    if let Block::Fold(_, blocks) = block {
        blocks.iter_mut().for_each(take_style);
    }
    let Block::Picture(picture) = block else { return };
    let parts = picture.svg.split_once("<style>").and_then(|(before, rest)| {
        let (_, after) = rest.split_once("</style>")?;
        Some(format!("{before}{after}"))
    });
    if let Some(plain) = parts {
        picture.svg = plain;
    }
}

/// Returns the section in which each anchor stands that is no heading.
fn anchors(page: &Page) -> BTreeMap<String, &'static str> {
    let mut found = BTreeMap::new();
    for section in &page.sections {
        for block in &section.blocks {
            if let Block::Anchored(items) = block {
                found.extend(items.iter().map(|(anchor, _)| (slug(anchor), section.id)));
            }
        }
    }
    found
}

fn section(page: &Page, place: usize, href: Href<'_>) -> Markup {
    html! {
        @match page.sections.get(place) {
            Some(section) => {
                section id=(section.id) { @for one in &section.blocks { (block(one, href)) } }
            }
            None => { section id=(NOTES.0) { (notes(page, href)) } }
        }
    }
}

/// Writes the leaves before and after one.
fn turning(
    names: &[(&'static str, &str)],
    place: Option<usize>,
    link: &dyn Fn(Option<&str>) -> String,
) -> Markup {
    let next = place.map_or(Some(0), |place| place.checked_add(1)).and_then(|next| names.get(next));
    let before = place.map(|place| place.checked_sub(1).and_then(|before| names.get(before)));
    html! {
        nav.turning aria-label="Before and after" {
            @match before {
                Some(Some((id, heading))) => { p { "Before: " a rel="prev" href=(link(Some(id))) { (plain(heading)) } } }
                Some(None) => { p { "Before: " a rel="prev" href=(link(None)) { "In short" } } }
                None => {}
            }
            @if let Some((id, heading)) = next {
                p { "Next: " a rel="next" href=(link(Some(id))) { (plain(heading)) } }
            }
        }
    }
}
