//! The public profile: one page that tells an organisation from its record.
//!
//! The page is put together once as plain values and written as HTML or Markdown. All names and
//! subjects come from the record; nothing here knows any organisation.

mod arithmetic;
mod citations;
mod desk;
mod differences;
mod era;
mod events;
mod facts;
mod figures;
mod html;
mod languages;
mod law;
mod leaf;
mod markdown;
mod membership;
mod neighbours;
mod organs;
mod page;
mod say;
mod strength;

use desk::Desk;
pub use leaf::{Leaf, style};
use page::Page;
use servanda_query::{Asking, Moment};

/// Returns the profile as one HTML page that needs nothing from outside.
pub fn html(asking: &Asking<'_>, moment: &Moment, boundaries: Option<&str>) -> String {
    html::render(&page(asking, moment, boundaries))
}

/// Returns one leaf of the profile: the section of that name, else what stands first. `link` tells
/// where each leaf stands.
///
/// # Errors
///
/// The names of the sections, where none has the name.
pub fn leaf(
    asking: &Asking<'_>,
    moment: &Moment,
    (boundaries, name): (Option<&str>, Option<&str>),
    link: &dyn Fn(Option<&str>) -> String,
) -> Result<Leaf, Vec<&'static str>> {
    leaf::render(page(asking, moment, boundaries), name, link)
}

/// Returns the profile as Markdown.
pub fn markdown(asking: &Asking<'_>, moment: &Moment, boundaries: Option<&str>) -> String {
    markdown::render(&page(asking, moment, boundaries))
}

fn page(asking: &Asking<'_>, moment: &Moment, boundaries: Option<&str>) -> Page {
    let mut desk = Desk::new(asking, moment);
    let lead = facts::lead(&mut desk);
    let facts = facts::facts(&mut desk);
    let map = figures::map(&desk, boundaries);
    let mut sections = vec![membership::section(&mut desk)];
    sections.push(events::timeline(&mut desk));
    sections.push(organs::section(&mut desk));
    sections.push(law::section(&mut desk));
    sections.push(strength::section(&mut desk));
    sections.push(neighbours::section(&mut desk));
    sections.push(differences::section(&mut desk));
    sections.push(strength::accounts(&mut desk));
    sections.push(events::statements(&mut desk));
    sections.push(citations::section(&desk));
    Page {
        title: desk.own_titles().map(|titles| titles.main.clone()).unwrap_or_default(),
        day: moment.on,
        complete_to: asking.history.complete_to,
        lead,
        map,
        facts,
        sections,
        notes: desk.notes,
        evidence: desk.evidence.into_iter().collect(),
    }
}
