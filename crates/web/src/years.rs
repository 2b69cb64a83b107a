//! How the years of a yearly duty stand.

use crate::asked::Asked;
use crate::tongue::say;
use maud::{Markup, html};
use servanda_query::YearlyAnswer;

/// Says for which years a duty was discharged, for which no act is found, and when the next is due.
pub(crate) fn years(asked: &Asked, duty: &YearlyAnswer<'_>) -> Markup {
    let found: Vec<u32> = duty.found.iter().map(|(year, _)| *year).collect();
    let mut said = Vec::new();
    if !found.is_empty() {
        said.push(say!(asked, "years-found", years = stretches(asked, &found)));
    }
    if !duty.not_found.is_empty() {
        said.push(say!(asked, "years-not-found", years = stretches(asked, &duty.not_found)));
    }
    if let Some(due) = duty.due {
        said.push(say!(asked, "years-due", day = asked.day(due)));
    }
    html! { @for (index, one) in said.iter().enumerate() { @if index > 0 { "; " } (one) } }
}

/// Returns years in words, those that follow one another as a stretch.
fn stretches(asked: &Asked, years: &[u32]) -> Markup {
    let mut found: Vec<(u32, u32)> = Vec::new();
    for year in years {
        match found.last_mut() {
            Some((_, last)) if last.saturating_add(1) == *year => *last = *year,
            Some(_) | None => found.push((*year, *year)),
        }
    }
    let one = |(first, last): &(u32, u32)| match last.saturating_sub(*first) {
        0 => html! { (first) },
        1 => html! { (first) ", " (last) },
        _ => say!(asked, "years-stretch", first = *first, last = *last),
    };
    crate::parts::listed(&found.iter().map(one).collect::<Vec<_>>())
}
