//! The doors of the first page: what each of those who come wants first.

use super::bound;
use crate::asked::Asked;
use crate::site::Site;
use crate::tongue::{say, text};
use maud::{Markup, html};
use servanda_query::{Gone, docket};

/// Shows the doors.
pub(super) fn doors(site: &Site, asked: &Asked) -> Markup {
    let has_log = site.documents().is_some();
    html! {
        section.doors aria-label=(text!(asked, "doors-title")) {
            ul {
                li { h2 { a href=(asked.link("/today")) { (say!(asked, "doors-delegation")) } } p { (say!(asked, "doors-delegation-what")) } }
                @if has_log {
                    li { h2 { a href=(asked.link("/acts/new")) { (say!(asked, "doors-officer")) } } p { (say!(asked, "doors-officer-what")) } }
                }
                li { h2 { a href=(asked.link("/forces")) { (say!(asked, "doors-planner")) } } p { (say!(asked, "doors-planner-what")) } }
                @if has_log {
                    li { h2 { a href=(asked.link("/ledger")) { (say!(asked, "doors-auditor")) } } p { (say!(asked, "doors-auditor-what")) } }
                }
                li.wide { h2 #bound { (say!(asked, "doors-scholar")) } p { (say!(asked, "doors-scholar-what")) } (bound::form(site, asked)) }
            }
        }
    }
}

/// Shows how one begins: in a record beside which a rehearsal stands, by one of two doors; in a
/// rehearsal, by taking a part.
pub(super) fn beginning(site: &Site, asked: &Asked) -> Markup {
    let is_rehearsal = site.record().history.rehearses.is_some();
    match asked.neighbour() {
        _ if is_rehearsal && site.documents().is_some() => part(site, asked),
        Some(rehearsal) => html! {
            section.doors.beginning aria-label=(text!(asked, "doors-begin")) {
                ul {
                    li { h2 { a href=(asked.link("/timeline")) { (say!(asked, "doors-read")) } } p { (say!(asked, "doors-read-what")) } }
                    li { h2 { a href=(rehearsal) { (say!(asked, "doors-rehearse")) } } p { (say!(asked, "doors-rehearse-what")) } }
                }
            }
        },
        None => html! {},
    }
}

/// Shows a newcomer to a rehearsal how to act in it.
fn part(site: &Site, asked: &Asked) -> Markup {
    let link = |path: &str, text: Markup| html! { a href=(asked.link(path)) { (text) } };
    let open = docket(site.asking(), &asked.moment)
        .iter()
        .filter(|matter| matter.gone() == Gone::Open)
        .count();
    html! {
        section.part aria-labelledby="part" {
            h2 #part { (say!(asked, "doors-part")) }
            ol {
                @if asked.signed_in().is_none() {
                    li { (say!(asked, "doors-part-key", link = link("/keys#make", say!(asked, "doors-part-make")))) }
                    li { (say!(asked, "doors-part-in", link = link("/sign-in", say!(asked, "desk-sign-in")))) }
                }
                li { (say!(asked, "doors-part-see", today = link("/today", say!(asked, "frame-today")), docket = link("/docket", say!(asked, "doors-part-open", number = open)))) }
                li { (say!(asked, "doors-part-act", link = link("/acts/new", say!(asked, "desk-new-act")))) }
            }
            @if let Some(record) = asked.neighbour() {
                p.quiet { (say!(asked, "doors-part-back", link = html! { a href=(record) { (say!(asked, "doors-read")) } })) }
            }
        }
    }
}
