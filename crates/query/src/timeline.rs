//! The record in the order of its days.

use crate::asking::Asking;
use crate::describe::act_sentence;
use crate::moment::Moment;
use servanda_model::{ArticleId, PartyId, SourceRef, When};

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

/// Lists those of them that a state did or that were done to it.
pub fn timeline_of(asking: &Asking<'_>, state: PartyId, moment: &Moment) -> Vec<Event> {
    let mut events = timeline(asking, moment);
    events.retain(|event| {
        let act = asking.history.act(event.position);
        act.is_some_and(|act| asking.history.parties_of(&act.deed).contains(&state))
    });
    events
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
        .map(|placed| {
            let details = placed.act.details.as_ref();
            let what = details.and_then(|details| details.what.first());
            let sentence = act_sentence(asking, placed.position);
            let text = match what {
                Some(what) if !sentence.contains(what.as_str()) => format!("{sentence} ({what})"),
                _ => sentence,
            };
            let articles = details.map(|details| details.under.clone()).unwrap_or_default();
            let sources = asking.history.sources(placed.act.sources).to_vec();
            Event { when: placed.when, position: placed.position, text, articles, sources }
        })
        .collect()
}
