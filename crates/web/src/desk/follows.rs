//! What follows from an act: facts that change, and the matter that it opens or is a step of.

use crate::asked::Asked;
use crate::named;
use crate::pages::matter_steps;
use crate::parts;
use crate::site::Site;
use maud::{Markup, html};
use servanda_query::{Difference, MatterAnswer, Moment, matter};

/// Shows what follows from the act at a position, which was sent or is not yet.
pub(super) fn follows(
    site: &Site,
    asked: &Asked,
    position: u32,
    changes: &[Difference],
    is_sent: bool,
) -> Markup {
    let (title, caption, headings) = match is_sent {
        true => ("What changed", "As known before it, and with it", ["fact", "before", "now"]),
        false => {
            let headings = ["fact", "without it", "with it"];
            ("What would change", "As known without it, and with it", headings)
        }
    };
    let rows: Vec<Markup> = changes
        .iter()
        .map(|change| html! { tr { th scope="row" { (change.what) } td { (change.before) } td { (change.after) } } })
        .collect();
    let found = matter_of(site, position);
    html! {
        section {
            h2 { (title) }
            @if !rows.is_empty() { (parts::table(&html! { (caption) }, &headings.map(|word| html! { (word) }), &rows)) }
            @if rows.is_empty() && found.is_none() { p { "No status, membership, seat or office; the act stands in the record." } }
            @if let Some(found) = &found {
                p {
                    @if found.position == position { "It opens the matter " } @else { "It belongs to the matter " }
                    strong { (found.procedure.title) } ", under " (named::article(site, asked, found.article)) ". What is taken and what is still to come:"
                }
                (matter_steps(site, asked, found))
                @for (at, message) in found.findings.iter().filter(|(at, _)| *at == position) {
                    p { (named::act(site, asked, *at)) ": " (named::sentence(site, asked, message)) }
                }
            }
        }
    }
}

/// Returns the matter that an act opens, or is a step of.
fn matter_of(site: &Site, position: u32) -> Option<MatterAnswer<'_>> {
    let history = &site.record().history;
    let details = history.act(position)?.details.as_deref()?;
    let opened = match details.on {
        Some((label, _)) => history.position_of(label)?,
        None => details.opens.map(|_| position)?,
    };
    matter(site.asking(), opened, &Moment::on(site.today()))
}
