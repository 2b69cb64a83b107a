//! The whole course of a participation, a membership, a chair or an office, stretch after stretch.

use crate::asking::Asking;
use crate::moment::Moment;
use servanda_engine::{Derivation, State};
use servanda_model::{BodyId, Cause, Day, InstrumentId, MemberStatus, OfficeId, PartyId, Status};
use std::collections::BTreeMap;

/// A stretch of days on which a party stands in one way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch<S> {
    /// Its first day, or the day by which an uncertain one is ordered.
    pub from: Day,
    /// Its last day, none where nothing on record ends it.
    pub until: Option<Day>,
    /// How the party stands.
    pub value: S,
    /// Why it ended or is suspended.
    pub cause: Option<Cause>,
    /// The act and article behind it.
    pub why: Derivation,
}

/// The stretches of each party.
pub type Course<S> = BTreeMap<PartyId, Vec<Stretch<S>>>;

/// Tells how every party stood to an instrument up to a day.
pub fn participations(
    asking: &Asking<'_>,
    instrument: InstrumentId,
    moment: &Moment,
) -> Course<Status> {
    let state = asking.fold(&asking.about_instrument(instrument), moment, &[]);
    let parties = state.treaty(instrument).into_iter().flat_map(|treaty| &treaty.parties);
    let spans = |line: &servanda_engine::Timeline<servanda_engine::Standing>| {
        let spans = line.spans().iter();
        stretches(
            spans.map(|span| (span.from, span.value.status, span.value.cause, span.why)),
            moment.on,
        )
    };
    parties.map(|(party, participation)| (*party, spans(&participation.line))).collect()
}

/// Tells how every party stood to a body up to a day.
pub fn memberships(asking: &Asking<'_>, body: BodyId, moment: &Moment) -> Course<MemberStatus> {
    let state = asking.fold(&asking.about_body(body), moment, &[]);
    let lines = state.bodies.get(&body).into_iter().flat_map(|body| &body.members);
    lines
        .map(|(party, line)| {
            let spans =
                line.spans().iter().map(|span| (span.from, span.value.0, span.value.1, span.why));
            (*party, stretches(spans, moment.on))
        })
        .collect()
}

/// The chair of an organ or an office, taken or fallen vacant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handover {
    /// The day, or the one by which an uncertain one is ordered.
    pub from: Day,
    /// Who took it, none for a vacancy.
    pub party: Option<PartyId>,
    /// In whose place, where it only stands in.
    pub instead_of: Option<PartyId>,
    /// The act and article behind it.
    pub why: Derivation,
}

/// Lists every handover of the chair of an organ up to a day.
pub fn handovers(asking: &Asking<'_>, organ: BodyId, moment: &Moment) -> Vec<Handover> {
    handovers_in(&asking.fold(&asking.about_body(organ), moment, &[]), organ, moment.on)
}

/// Lists every handover of a chair up to a day, in one fold.
pub(crate) fn handovers_in(state: &State, organ: BodyId, on: Day) -> Vec<Handover> {
    let taken = state.chairs.get(&organ).into_iter().flatten();
    let all = taken.map(|turned| Handover {
        from: turned.from,
        party: Some(turned.party),
        instead_of: turned.instead_of,
        why: turned.why,
    });
    all.filter(|handover| handover.from <= on).collect()
}

/// Lists every time an office was taken or fell vacant up to a day.
pub fn successions(asking: &Asking<'_>, office: OfficeId, moment: &Moment) -> Vec<Handover> {
    let state = asking.fold(&asking.about_office(office), moment, &[]);
    let taken = state.offices.get(&office).into_iter().flatten();
    let all = taken.map(|holding| Handover {
        from: holding.from,
        party: holding.party,
        instead_of: None,
        why: holding.why,
    });
    all.filter(|handover| handover.from <= moment.on).collect()
}

fn stretches<S>(
    spans: impl Iterator<Item = (Day, S, Option<Cause>, Derivation)>,
    on: Day,
) -> Vec<Stretch<S>> {
    let mut found: Vec<Stretch<S>> = Vec::new();
    for (from, value, cause, why) in spans.filter(|(from, ..)| *from <= on) {
        if let Some(before) = found.last_mut() {
            before.until = Some(from.previous());
        }
        found.push(Stretch { from, until: None, value, cause, why });
    }
    found
}
