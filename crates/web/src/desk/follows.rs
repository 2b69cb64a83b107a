//! What follows from an act: facts that change, and the matter that it opens or is a step of.

use crate::asked::Asked;
use crate::named;
use crate::pages::{matter_steps, stands};
use crate::parts;
use crate::said::said;
use crate::site::Site;
use crate::tongue::say;
use maud::{Markup, html};
use servanda_query::{Difference, MatterAnswer, Moment, Pending, matter};

/// Shows what follows from the act at a position, which was sent or is not yet.
pub(super) fn follows(
    site: &Site,
    asked: &Asked,
    position: u32,
    changes: &[Difference],
    is_sent: bool,
) -> Markup {
    let (title, caption, headings) = match is_sent {
        true => {
            let headings = ["desk-fact", "desk-fact-before", "desk-fact-now"];
            (say!(asked, "desk-changed"), say!(asked, "desk-changed-caption"), headings)
        }
        false => {
            let headings = ["desk-fact", "desk-fact-without", "desk-fact-with"];
            (say!(asked, "desk-would-change"), say!(asked, "desk-would-change-caption"), headings)
        }
    };
    let rows: Vec<Markup> = changes
        .iter()
        .map(|change| html! { tr { th scope="row" { (said(site, asked, &change.what)) } td { (stands(site, asked, &change.before)) } td { (stands(site, asked, &change.after)) } } })
        .collect();
    let found = matter_of(site, position);
    let ends = pending(site, position);
    html! {
        section {
            h2 { (title) }
            @if !rows.is_empty() { (parts::table(&caption, &parts::columns(asked, &headings), &rows)) }
            @for pending in &ends {
                @let (party, instrument) = (named::party(site, asked, pending.party), named::instrument(site, asked, pending.instrument));
                p { (say!(asked, "desk-notice-ends", day = asked.due(pending.on), party = party, instrument = instrument)) }
            }
            @if rows.is_empty() && found.is_none() && ends.is_empty() { p { (say!(asked, "desk-changes-nothing")) } }
            @if let Some(found) = &found {
                p {
                    @let matter = html! { strong { (named::procedure(asked, found.procedure).shown(asked)) } };
                    @let article = named::article(site, asked, found.article);
                    @if found.position == position { (say!(asked, "desk-opens", matter = matter, article = article)) }
                    @else { (say!(asked, "desk-belongs", matter = matter, article = article)) }
                }
                (matter_steps(site, asked, found))
                @for noticed in found.findings.iter().filter(|noticed| noticed.position == position) {
                    p { (named::act(site, asked, noticed.position)) ": " (crate::noticed::noticed(site, asked, noticed)) }
                }
            }
        }
    }
}

/// Returns the notices of withdrawal given by an act, whose period runs.
fn pending(site: &Site, position: u32) -> Vec<Pending> {
    let (asking, history) = (site.asking(), &site.record().history);
    let state = asking.fold(&asking.everything(), &Moment::on(site.today()), &[]);
    let first = history.first_told(position);
    state.notices().filter(|pending| history.first_told(pending.position) == first).collect()
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
