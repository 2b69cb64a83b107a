//! Where the log has an act: its entry, and the hash of its leaf, by which a receipt proves it.

use crate::events::before_opening;
use crate::portal::Portal;
use crate::routes::{Route, Shows};
use crate::site::Site;
use crate::told;
use axum::extract::RawPathParams;
use servanda_depositary::Job;
use servanda_seal::Digest;
use servanda_tlog::leaf_hash;

/// Where the log has an act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Proof {
    /// Its entry.
    pub(crate) entry: u64,
    /// The hash of its leaf (RFC 6962, section 2.1).
    pub(crate) leaf: Digest,
}

/// Looks where the log has the act of a path; none for other pages, and where there is no log.
pub(crate) async fn of(
    portal: &Portal,
    site: &Site,
    route: &Route,
    places: Option<&RawPathParams>,
) -> Option<Proof> {
    let Shows::Proved(_) = route.shows else { return None };
    let (_, word) = places?.iter().find(|(name, _)| *name == "act")?;
    let position = told::act(site, word).ok()?;
    let entry = entry(portal, site, position).await?;
    let bytes = portal.ask(|reply| Job::Entry(entry, reply)).await.ok()??;
    Some(Proof { entry, leaf: Digest(leaf_hash(&bytes).0) })
}

/// Returns the entry of an act: one that was received, or one of the founding.
async fn entry(portal: &Portal, site: &Site, position: u32) -> Option<u64> {
    let known = site.arrivals()?;
    if let Ok(at) = known.acts.binary_search_by_key(&position, |act| act.position) {
        return known.acts.get(at).map(|act| act.entry);
    }
    let older = before_opening(portal, site, (0, usize::MAX)).await.ok()?;
    if let Some(found) = older.iter().find(|act| act.position == position) {
        return Some(found.entry);
    }
    let record = site.record();
    let (path, line, _) = record.place(record.history.act(position)?.origin);
    let (path, line) = (path.to_owned(), u64::from(line));
    let asked = portal
        .ask(|reply| Job::Look(Box::new(move |office| reply(office.founded_in(&path, line)))));
    asked.await.ok()?
}
