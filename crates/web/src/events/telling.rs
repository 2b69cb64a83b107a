//! What is told: an act, a day, where a stream begins.

use super::wanted::matter_of;
use crate::site::Site;
use crate::told;
use serde_json::{Value, json};
use servanda_depositary::Arrival;
use servanda_model::Day;
use servanda_publish::rehearsal::Rehearsal;
use servanda_query::act_sentence;

/// Tells a received act. Its documents are told of nowhere here: who may read one is asked there.
pub(super) fn act(site: &Site, arrival: Arrival) -> String {
    let (law, history) = (&site.record().law, &site.record().history);
    let Arrival { entry, position } = arrival;
    let found = history.act(position);
    let organ = found.and_then(|act| history.body_of(&act.deed));
    let label = found.and_then(|act| act.label);
    let value = json!({
        "entry": entry,
        "position": position,
        "label": label.map(|label| history.labels.word(label).trim_start_matches('#')),
        "matter": matter_of(history, position).map(|opener| told::act_word(site, opener)),
        "organ": organ.map(|organ| law.body_names.word(organ)),
        "when": found.map(|act| act.when.to_string()),
        "text": act_sentence(site.asking(), position),
    });
    event(site, Some(entry), "act", told::contested(site, position, value))
}

/// Tells that the legal day has turned.
pub(super) fn day(site: &Site, day: Day) -> String {
    event(site, None, "day", json!({"day": day.to_string()}))
}

/// Tells where a stream begins: behind which entry, over how many acts, on which day.
pub(super) fn start(site: &Site, behind: Option<u64>, day: Day) -> String {
    let acts = site.record().history.acts.len();
    event(site, behind, "start", json!({"acts": acts, "day": day.to_string()}))
}

/// Writes an event; JSON has no line breaks of its own.
fn event(site: &Site, id: Option<u64>, name: &str, value: Value) -> String {
    let value = match Rehearsal::of_record(site.record()) {
        Some(rehearsal) => rehearsal.json(value),
        None => value,
    };
    let id = id.map(|id| format!("id: {id}\n")).unwrap_or_default();
    format!("{id}event: {name}\ndata: {value}\n\n")
}
