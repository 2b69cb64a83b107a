//! The record in the order of its days.

use crate::asking::Asking;
use crate::describe::act_sentence;
use crate::moment::Moment;
use servanda_model::{Act, ArticleId, Deed, Opening, PartyId, SourceRef, When};

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
