//! Printing papers of sessions, and what stands below an act about persons and items.

use super::act::party_list;
use super::{line, quoted};
use crate::record::Record;
use servanda_model::{Aid, Call, Details, Paper, SessionForm, Signed};

/// Prints what follows from the verb of a paper on.
pub(super) fn deed(record: &Record, paper: &Paper) -> String {
    let label = |label| record.history.labels.word(label);
    let word = |body| record.law.body_names.word(body);
    match paper {
        Paper::Call(call) => format!("convene {}", called(record, call)),
        Paper::Agenda { of, stage } => format!("agenda {} {}", label(*of), stage.word()),
        Paper::Minutes { of, revision: 1 } => format!("minutes {}", label(*of)),
        Paper::Minutes { of, revision } => format!("minutes {} revision {revision}", label(*of)),
        Paper::Credentials(credentials) => {
            let capacity =
                credentials.capacity.as_ref().map(|text| format!(" as {}", quoted(text)));
            let (capacity, person) = (capacity.unwrap_or_default(), quoted(&credentials.person));
            let party = record.law.party_names.word(credentials.party);
            format!("credentials of {person}{capacity} by {party} to {}", word(credentials.to))
        }
        Paper::Examination { of, by, stage } => {
            format!("credentials {} {} by {}", label(*of), stage.word(), word(*by))
        }
    }
}

fn called(record: &Record, call: &Call) -> String {
    let law = &record.law;
    let at = call.place.map(|place| format!(" at {}", law.place_names.word(place)));
    let at = at.unwrap_or_default();
    // A call that says no other form is one to a regular session.
    let other = call.form.word().filter(|_| call.form != SessionForm::Regular);
    let form = other.map(|form| format!(" {form}")).unwrap_or_default();
    let body = call.body.map(|body| law.body_names.word(body).to_owned());
    let office = call.office.map(|office| law.office_names.word(office).to_owned());
    let who = body.or(office).unwrap_or_else(|| party_list(record, &call.parties));
    format!("{}{at}{form} for {} by {who}", law.body_names.word(call.organ), call.on)
}

/// Prints what was offered, given, taken back or reported.
pub(super) fn aid(record: &Record, aid: &Aid) -> String {
    let law = &record.law;
    let office = aid.office.map(|office| law.office_names.word(office).to_owned());
    let body = aid.body.map(|body| law.body_names.word(body).to_owned());
    let who = office.or(body).unwrap_or_else(|| party_list(record, &aid.parties));
    format!("{} {} by {who}", aid.kind.word(), quoted(&aid.what))
}

/// Prints who signed or sat, the session, and the items of an agenda.
pub(super) fn of_details(record: &Record, details: &Details, out: &mut String) {
    let label = |label| record.history.labels.word(label);
    details.signed.iter().for_each(|signed| person(record, "signed", signed, out));
    if let Some((article, year)) = details.discharges {
        let year = year.map(|year| format!(" for {year}")).unwrap_or_default();
        line(out, 1, &format!("discharges {}{year}", record.law.article_names.word(article)));
    }
    if let Some(session) = details.during {
        line(out, 1, &format!("during {}", label(session)));
    }
    for item in &details.items {
        let on = item.on.map(|matter| format!(" on {}", label(matter))).unwrap_or_default();
        line(out, 1, &format!("item {}{on}", quoted(&item.title)));
    }
    details.present.iter().for_each(|sat| person(record, "present", sat, out));
}

fn person(record: &Record, word: &str, signed: &Signed, out: &mut String) {
    let capacity = signed.capacity.as_ref().map(|text| format!(" as {}", quoted(text)));
    let of = signed.of.map(|party| format!(" of {}", record.law.party_names.word(party)));
    let (capacity, of) = (capacity.unwrap_or_default(), of.unwrap_or_default());
    line(out, 1, &format!("{word} {}{capacity}{of}", quoted(&signed.person)));
}
