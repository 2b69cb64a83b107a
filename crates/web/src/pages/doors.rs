//! The doors of the first page: what each of those who come wants first.

use super::bound;
use crate::asked::Asked;
use crate::site::Site;
use crate::tongue::{say, text};
use maud::{Markup, html};

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
