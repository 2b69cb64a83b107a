//! Long lists in pages: which rows this page shows, and where the others are.

use crate::asked::Asked;
use crate::refusal::Refusal;
use crate::routes::PAGE;
use crate::tongue::text;
use crate::{told, words};
use maud::{Markup, html};

/// One page of a long list.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Paged<'a, T> {
    /// What it shows.
    pub(crate) shown: &'a [T],
    /// Which page it is, from 1.
    pub(crate) here: usize,
    /// How many there are.
    pub(crate) pages: usize,
}

/// Returns the page of a list that is asked for; past the last one, the last.
pub(crate) fn paged<'a, T>(
    asked: &Asked,
    all: &'a [T],
    size: usize,
) -> Result<Paged<'a, T>, Refusal> {
    let pages = all.len().div_ceil(size).max(1);
    let wanted = match asked.field(PAGE.name) {
        Some(text) => words::position(text).ok_or_else(|| told::no_position(text))? as usize,
        None => 1,
    };
    let here = wanted.clamp(1, pages);
    let shown = all.chunks(size).nth(here.saturating_sub(1)).unwrap_or_default();
    Ok(Paged { shown, here, pages })
}

/// Links a page of the list.
pub(crate) fn on_page(asked: &Asked, path: &str, page: usize) -> String {
    asked.link_with(path, &[(PAGE.name, &page.to_string())])
}

impl<T> Paged<'_, T> {
    /// Links every page, where there is more than one.
    pub(crate) fn links(&self, asked: &Asked) -> Markup {
        html! {
            @if self.pages > 1 {
                nav.years aria-label=(text!(asked, "parts-pages")) {
                    @for page in 1..=self.pages {
                        a href=(on_page(asked, asked.path(), page)) aria-current=[(page == self.here).then_some("page")] { (page) } " "
                    }
                }
            }
        }
    }
}
