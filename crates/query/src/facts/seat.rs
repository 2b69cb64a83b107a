//! Who has each chair and each office, how that departs, and who is expected next.

use super::{Aspect, Facts, Sheet, Subject, Told};
use crate::asking::Asking;
use crate::chair::{Foreseen, chair};
use crate::moment::Moment;
use crate::office::{office_as_followed, person};
use servanda_engine::State;
use servanda_model::{BodyId, Day, Decider, OfficeId, Remark, remark};

/// Asks for every chair and every office.
pub(super) fn seats(asking: &Asking<'_>, moment: &Moment, facts: &mut Facts) {
    for (organ, _) in asking.law.body_names.iter() {
        of_chair(asking, organ, moment, facts);
    }
    for (id, _) in asking.law.office_names.iter() {
        of_office(asking, id, moment, facts);
    }
}

fn of_chair(asking: &Asking<'_>, organ: BodyId, moment: &Moment, facts: &mut Facts) {
    let found = chair(asking, organ, moment);
    let subject = |aspect| Subject::Seat(Decider::ChairOf(organ), aspect);
    if let Some(note) = found.note.filter(|_| found.open.is_some()) {
        facts.open(asking, subject(Aspect::Holder), &[note]);
    }
    let holder = found.holder.map(|party| remark!(HELD, holder = party));
    tell(facts, subject(Aspect::Holder), holder);
    tell(facts, subject(Aspect::Departure), found.deviation);
    tell(facts, subject(Aspect::Next), next(&found.next));
}

fn of_office(asking: &Asking<'_>, id: OfficeId, moment: &Moment, facts: &mut Facts) {
    let found = office_as_followed(asking, id, moment);
    let subject = |aspect| Subject::Seat(Decider::Office(id), aspect);
    tell(facts, subject(Aspect::Departure), found.deviation);
    tell(facts, subject(Aspect::Next), next(&found.next));
}

/// Tells who holds an office.
pub(super) fn holder(asking: &Asking<'_>, state: &State, id: OfficeId, on: Day) -> Sheet {
    let taken = state.offices.get(&id).map_or(&[][..], Vec::as_slice);
    let held = taken.iter().rev().find(|holding| holding.from <= on);
    let held = held.and_then(|holding| {
        let name = person(asking, holding.why.position)?;
        let name = name.as_str();
        Some(match holding.party {
            Some(party) => remark!(HELD_OF, holder = name, party = party),
            None => remark!(HELD, holder = name),
        })
    });
    let subject = Subject::Seat(Decider::Office(id), Aspect::Holder);
    held.into_iter().map(|text| (subject, Told::from(text))).collect()
}

fn next(next: &[Foreseen]) -> Option<Remark> {
    let turn = next.first()?;
    Some(match turn.from {
        Some(day) => remark!(NEXT_FROM, next = turn.party, day = day),
        None => remark!(NEXT, next = turn.party),
    })
}

fn tell(facts: &mut Facts, subject: Subject, text: Option<Remark>) {
    if let Some(text) = text {
        facts.told.insert(subject, Told::from(text));
    }
}
