//! Who has each chair and each office, how that departs, and who is expected next.

use super::{Aspect, Facts, Sheet, Subject, Told};
use crate::asking::Asking;
use crate::chair::{Foreseen, chair};
use crate::moment::Moment;
use crate::office::{office_as_followed, person};
use servanda_engine::State;
use servanda_model::{BodyId, Day, Decider, OfficeId, PartyId};

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
        facts.open(subject(Aspect::Holder), &note.english(asking.law));
    }
    let holder = found.holder.map(|party| word(asking, party));
    tell(facts, subject(Aspect::Holder), holder);
    tell(facts, subject(Aspect::Departure), found.deviation.map(|it| it.english(asking.law)));
    tell(facts, subject(Aspect::Next), next(asking, &found.next));
}

fn of_office(asking: &Asking<'_>, id: OfficeId, moment: &Moment, facts: &mut Facts) {
    let found = office_as_followed(asking, id, moment);
    let subject = |aspect| Subject::Seat(Decider::Office(id), aspect);
    tell(facts, subject(Aspect::Departure), found.deviation.map(|it| it.english(asking.law)));
    tell(facts, subject(Aspect::Next), next(asking, &found.next));
}

/// Tells who holds an office.
pub(super) fn holder(asking: &Asking<'_>, state: &State, id: OfficeId, on: Day) -> Sheet {
    let taken = state.offices.get(&id).map_or(&[][..], Vec::as_slice);
    let held = taken.iter().rev().find(|holding| holding.from <= on);
    let held = held.and_then(|holding| {
        let name = person(asking, holding.why.position)?;
        let of = holding.party.map(|party| format!(" of {}", word(asking, party)));
        Some(name + &of.unwrap_or_default())
    });
    let subject = Subject::Seat(Decider::Office(id), Aspect::Holder);
    held.into_iter().map(|text| (subject, Told { text, detail: String::new() })).collect()
}

fn next(asking: &Asking<'_>, next: &[Foreseen]) -> Option<String> {
    let turn = next.first()?;
    let from = turn.from.map(|day| format!(" from {day}")).unwrap_or_default();
    Some(word(asking, turn.party) + &from)
}

fn word(asking: &Asking<'_>, party: PartyId) -> String {
    asking.law.party_names.word(party).to_owned()
}

fn tell(facts: &mut Facts, subject: Subject, text: Option<String>) {
    if let Some(text) = text {
        facts.told.insert(subject, Told { text, detail: String::new() });
    }
}
