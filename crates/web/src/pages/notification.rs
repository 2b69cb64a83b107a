//! The depositary's notification of an act that was received, as a page to be printed.

use super::Shown;
use crate::asked::Asked;
use crate::deeds;
use crate::frame::Page;
use crate::named;
use crate::parts;
use crate::site::Site;
use crate::told;
use crate::tongue::{say, text};
use maud::html;
use servanda_model::{InstrumentId, MemberStatus, PartyId};
use servanda_query::members;

/// Shows the notification of an act.
pub(crate) fn notification(site: &Site, asked: &Asked) -> Shown {
    let position = told::act(site, asked.place("act"))?;
    let history = &site.record().history;
    let about: Vec<InstrumentId> = history
        .act(position)
        .map(|act| history.instruments_of(&act.deed).to_vec())
        .unwrap_or_default();
    let recorded = history.recorded_on(position);
    let mut to: Vec<PartyId> = Vec::new();
    if let Some(own) = site.own() {
        let found = members(site.asking(), own, &asked.moment.at(recorded));
        let rows = found.members.iter().filter(|row| row.status == Some(MemberStatus::Member));
        to.extend(rows.map(|row| row.party));
    }
    let body = html! {
        p.second { (say!(asked, "notification-depositary", organisation = named::own_shown(site, asked))) }
        h1 {
            @match about.first() {
                Some(first) => { (say!(asked, "notification-numbered", number = number(site, *first, position), instrument = named::instrument_name(site, asked, *first).shown(asked))) }
                None => { (say!(asked, "notification-title")) }
            }
        }
        p.lede { (say!(asked, "notification-lede", day = asked.day(recorded))) }
        @if let Some(act) = history.act(position) {
            p.standing { (deeds::act(site, asked, position)) " " (parts::when(asked, act.when)) "." }
            @for note in act.details.iter().flat_map(|details| &details.notes) { p { (parts::written(asked, note)) } }
        }
        @if let Some(found) = site.contested(position) { p.note { (parts::contested(asked, found)) } }
        dl.plain {
            @if !about.is_empty() { div { dt { (say!(asked, "notification-concerns")) } dd { @for id in &about { (named::instrument(site, asked, *id)) " " } } } }
            @if !to.is_empty() { div { dt { (say!(asked, "notification-sent-to")) } dd { (named::parties(site, asked, &to)) } } }
            div { dt { (say!(asked, "act-in-the-record")) } dd { (say!(asked, "notification-position", act = named::act(site, asked, position), position = position)) } }
        }
        p.quiet { (say!(asked, "notification-judges-nothing")) }
    };
    Ok(Page { title: text!(asked, "notification-title"), body })
}

/// Returns which notification about an instrument this is: acts about it are counted in the order
/// in which the record has them.
fn number(site: &Site, instrument: InstrumentId, position: u32) -> usize {
    let history = &site.record().history;
    let through = (position as usize).saturating_add(1);
    let acts = history.acts.iter().take(through);
    acts.filter(|act| history.instruments_of(&act.deed).contains(&instrument)).count()
}
