//! The papers of a session in words, one line for each.

use super::{ItemAnswer, SatAnswer, SessionAnswer};
use crate::asking::Asking;
use crate::describe::act_name;

/// Returns what is on record of a session beside that it was held: what, and in words.
pub fn session_lines(asking: &Asking<'_>, session: &SessionAnswer) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    let by = |act: &crate::docket::ActAnswer| {
        format!("{} ({})", act.when, act_name(asking, act.position))
    };
    if let Some(call) = &session.call {
        let text = format!("{}, {}", call.text, by(call));
        lines.push(("call".to_owned(), text));
    }
    for agenda in &session.agenda {
        let items = numbered(asking, &agenda.items);
        let what = format!("agenda as {}", agenda.stage.word());
        lines.push((what, format!("{items}, {}", by(&agenda.act))));
    }
    let sat = session.register.iter().map(|sat| person(asking, sat));
    lines.extend(sat.map(|text| ("present".to_owned(), text)));
    for (place, minutes) in session.minutes.iter().enumerate() {
        let kept = if place == 0 { "" } else { ", replaced" };
        let text = format!("revision {}, {}{kept}", minutes.revision, by(&minutes.act));
        lines.push(("minutes".to_owned(), text));
    }
    if let Some(host) = session.host.filter(|_| session.hosts_again) {
        let host = asking.law.party_names.word(host);
        lines.push((
            "host".to_owned(),
            format!("{host} hosted the regular session before it as well"),
        ));
    }
    lines
}

fn numbered(asking: &Asking<'_>, items: &[ItemAnswer]) -> String {
    let told = (1u32..).zip(items).map(|(number, item)| match item.matter {
        Some(matter) => {
            format!("{number} {} ({})", item.title, asking.history.labels.word(matter))
        }
        None => format!("{number} {}", item.title),
    });
    told.collect::<Vec<_>>().join("; ")
}

fn person(asking: &Asking<'_>, sat: &SatAnswer) -> String {
    let mut text = sat.sat.person.clone();
    if let Some(capacity) = &sat.sat.capacity {
        text.push_str(&format!(", {capacity}"));
    }
    if let Some(of) = sat.sat.of {
        text.push_str(&format!(" of {}", asking.law.party_names.word(of)));
    }
    if let Some(seat) = &sat.sits_for {
        text.push_str(&format!(", in the seat of the {seat}"));
    }
    if let Some((stage, act)) = &sat.credentials {
        let name = act_name(asking, act.position);
        text.push_str(&format!(", credentials {stage} {} ({name})", act.when));
    }
    text
}
