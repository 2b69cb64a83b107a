//! Requests put to a body that open no procedure: received, numbered, and without an effect of
//! their own until an act answers them.

use crate::asking::Asking;
use crate::describe::named;
use crate::moment::Moment;
use servanda_model::{BodyId, Deed, Mention, PartyId, Remark, remark};

/// A request that no procedure takes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Requested {
    /// The position of the request.
    pub(crate) position: u32,
    /// The position of the act that came after it and says so, where one is found.
    pub(crate) answered: Option<u32>,
}

/// Lists the requests to a body that were received by a day, of one party or of all.
pub(crate) fn requests(
    asking: &Asking<'_>,
    body: BodyId,
    party: Option<PartyId>,
    moment: &Moment,
) -> Vec<Requested> {
    let mut found = Vec::new();
    for (position, act) in (0u32..).zip(&asking.history.acts) {
        if !matches!(act.deed, Deed::Request { .. }) {
            continue;
        }
        // An account may tell the same act as another: what it tells is no request then.
        let Some(placed) = asking.place(position, moment, &[]) else { continue };
        let Deed::Request { body: asked, parties, .. } = placed.deed else { continue };
        let parties = asking.history.parties(*parties);
        let is_of = *asked == Some(body) && party.is_none_or(|party| parties.contains(&party));
        let details = act.details.as_deref();
        let is_taken_up = details.is_some_and(|all| all.opens.is_some() || all.on.is_some());
        if is_of && !is_taken_up && placed.day <= moment.on {
            found.push(Requested { position, answered: answered(asking, position, moment) });
        }
    }
    found
}

fn by_now(asking: &Asking<'_>, position: u32, moment: &Moment) -> bool {
    asking.place(position, moment, &[]).is_some_and(|placed| placed.day <= moment.on)
}

/// Finds the act that says it came after a request.
fn answered(asking: &Asking<'_>, request: u32, moment: &Moment) -> Option<u32> {
    let label = asking.history.act(request)?.label?;
    let mut later = (0u32..).zip(&asking.history.acts);
    later.find_map(|(position, act)| {
        let names = act.details.as_deref().is_some_and(|all| all.after.contains(&label));
        (names && by_now(asking, position, moment)).then_some(position)
    })
}

/// Says what became of a request.
pub(crate) fn told(asking: &Asking<'_>, requested: Requested, moment: &Moment) -> Remark {
    let deed = |position: u32| {
        let act = asking.history.act(position);
        let text = act.map(|act| crate::describe::deed_sentence(asking, &act.deed));
        Mention::Deed(position, text.unwrap_or_default())
    };
    let when = |position: u32| {
        let act = asking.history.act(position);
        act.map_or_else(|| Mention::from(""), |act| Mention::When(act.when))
    };
    let position = requested.position;
    let (act, name, number) = (deed(position), named(asking, position), Mention::Number(position));
    let on = when(position);
    match requested.answered {
        Some(by) => remark!(
            REQUEST_ANSWERED,
            act = act,
            when = on,
            name = name,
            number = number,
            answer = named(asking, by),
            deed = deed(by),
            then = when(by),
        ),
        None => remark!(
            REQUEST_OPEN,
            act = act,
            when = on,
            name = name,
            number = number,
            day = moment.on
        ),
    }
}
