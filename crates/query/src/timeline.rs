//! The record in the order of its days.

use crate::asking::Asking;
use crate::describe::{deed_needs_what, deed_sentence};
use crate::moment::Moment;
use servanda_model::{Act, ArticleId, Deed, Opening, PartyId, Rival, SourceRef, When};

/// One entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// When.
    pub when: When,
    /// The position of the act.
    pub position: u32,
    /// What happened.
    pub text: String,
    /// The articles relied on.
    pub articles: Vec<ArticleId>,
    /// Who says so.
    pub sources: Vec<SourceRef>,
}

/// Lists those of them that a state did, that were done to it or in it, and that are steps of a
/// matter about it.
pub fn timeline_of(asking: &Asking<'_>, state: PartyId, moment: &Moment) -> Vec<Event> {
    let mut events = timeline(asking, moment);
    events.retain(|event| {
        asking.history.act(event.position).is_some_and(|act| concerns(asking, act, state))
    });
    events
}

fn concerns(asking: &Asking<'_>, act: &Act, state: PartyId) -> bool {
    let history = asking.history;
    if history.parties_of(&act.deed).contains(&state) {
        return true;
    }
    let aim = if let Deed::Decide(decision) = &act.deed { decision.target } else { None };
    let Some(details) = act.details.as_deref() else { return aim == Some(state) };
    let about = |opening: Opening| opening.about == Some(state);
    let opener = |act: &Act| history.parties_of(&act.deed).first() == Some(&state);
    let of_matter = details.on.is_some_and(|(label, _)| {
        let opened = history.position_of(label).and_then(|position| history.act(position));
        let opening = opened.and_then(|act| act.details.as_deref()?.opens);
        opening.is_some_and(about) || opened.is_some_and(opener)
    });
    aim == Some(state)
        || of_matter
        || details.opens.is_some_and(about)
        || details.taking_part.contains(&state)
        || details.signed.iter().any(|signed| signed.of == Some(state))
}

/// Lists the acts known at a moment, up to its day.
pub fn timeline(asking: &Asking<'_>, moment: &Moment) -> Vec<Event> {
    let mut placed: Vec<_> = asking
        .everything()
        .positions
        .into_iter()
        .filter_map(|position| asking.place(position, moment, &[]))
        .filter(|placed| placed.when.order() <= moment.on)
        .collect();
    placed.sort_by_key(|placed| (placed.day, placed.position));
    placed
        .into_iter()
        .filter_map(|placed| {
            let Told { deed, what, sources } = told_act(asking, placed.position, moment)?;
            let text = sentence(&deed_sentence(asking, deed), deed, what);
            let details = placed.act.details.as_ref();
            let articles = details.map(|details| details.under.clone()).unwrap_or_default();
            Some(Event { when: placed.when, position: placed.position, text, articles, sources })
        })
        .collect()
}

/// What is told of an act along the reading that is followed.
#[derive(Debug, Clone, PartialEq)]
pub struct Told<'a> {
    /// The deed of that reading.
    pub deed: &'a Deed,
    /// The record's own words of it, none where an account is followed that does not tell the act
    /// as it stands.
    pub what: Option<&'a str>,
    /// Who says so: of the account that is followed, its own lines.
    pub sources: Vec<SourceRef>,
}

/// Says what is told of an act along the reading that is followed at a moment.
pub fn told_act<'a>(asking: &'a Asking<'_>, position: u32, moment: &Moment) -> Option<Told<'a>> {
    let act = asking.history.act(position)?;
    let details = act.details.as_deref();
    let followed = asking.followed_by(position, moment);
    let reading = followed.and_then(|index| details?.readings.get(index));
    let (deed, is_same) = match reading.map(|reading| &reading.rival) {
        Some(Rival::Deed(deed, _)) => (&**deed, false),
        Some(Rival::Date(_)) | None => (&act.deed, true),
    };
    // Without its words a decision of another date would not say which.
    let is_ours = moment.account.is_none() || reading.is_none();
    let is_said = is_ours || (is_same && deed_needs_what(deed));
    let what = details.and_then(|details| details.what.first()).filter(|_| is_said);
    let sources = reading.map_or(asking.history.sources(act.sources), |reading| &reading.sources);
    let own = |source: &&SourceRef| moment.account.is_none_or(|account| source.source == account);
    let sources = sources.iter().filter(own).copied().collect();
    Some(Told { deed, what: what.map(String::as_str), sources })
}

/// Adds the record's own words to what was done, where it does not say them.
fn sentence(done: &str, deed: &Deed, what: Option<&str>) -> String {
    match what {
        Some(what) if deed_needs_what(deed) => format!("{done}: {what}"),
        Some(what) if !done.contains(what) => format!("{done} ({what})"),
        Some(_) | None => done.to_owned(),
    }
}
