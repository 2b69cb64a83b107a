//! What acts say of their order, where the dates do not tell it: it goes in no circle.

use crate::entry::LabelUse;
use servanda_charter::Faults;
use servanda_model::{Act, History, LabelId};
use servanda_text::{Diagnostic, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Which acts come before an act, by its position.
type Earlier = BTreeMap<u32, BTreeSet<u32>>;

/// Reports the acts of which `after` and `before` say that each comes after the other; only acts
/// from a position on are new.
pub(crate) fn check_order(first: u32, uses: &[LabelUse], history: &History, faults: &mut Faults) {
    let new = history.acts.get(first as usize..).unwrap_or(&[]);
    let at = |label: &LabelId| history.position_of(*label);
    let may_return = |act: &Act| {
        let details = act.details.as_deref();
        let leads_on = |it: &LabelId| at(it).is_some_and(|position| position >= first);
        details.is_some_and(|it| !it.before.is_empty() || it.after.iter().any(leads_on))
    };
    if !new.iter().any(may_return) {
        return;
    }
    let mut earlier = Earlier::new();
    for (position, act) in (0u32..).zip(&history.acts) {
        let Some(details) = act.details.as_deref() else { continue };
        for before in details.after.iter().filter_map(at) {
            earlier.entry(position).or_default().insert(before);
        }
        for later in details.before.iter().filter_map(at) {
            earlier.entry(later).or_default().insert(position);
        }
    }
    while let Some(circle) = circle(&mut earlier) {
        tell(&circle, uses, history, faults);
        circle.iter().for_each(|position| drop(earlier.remove(position)));
    }
}

/// Finds acts each of which comes before the next, and the last before the first; takes out those
/// that are in none.
fn circle(earlier: &mut Earlier) -> Option<Vec<u32>> {
    loop {
        let left: BTreeSet<u32> = earlier.keys().copied().collect();
        for before in earlier.values_mut() {
            before.retain(|position| left.contains(position));
        }
        earlier.retain(|_, before| !before.is_empty());
        if earlier.len() == left.len() {
            break;
        }
    }
    let mut way = vec![*earlier.keys().next()?];
    loop {
        let before = *earlier.get(way.last()?)?.first()?;
        if let Some(begun) = way.iter().position(|position| *position == before) {
            let mut circle = way.split_off(begun);
            circle.reverse();
            return Some(circle);
        }
        way.push(before);
    }
}

/// Tells of a circle at the last of its acts, and where the first stands.
fn tell(circle: &[u32], uses: &[LabelUse], history: &History, faults: &mut Faults) {
    let acts = || circle.iter().filter_map(|position| history.act(*position));
    let (Some(first), Some(last)) =
        (acts().min_by_key(|act| act.origin), acts().max_by_key(|act| act.origin))
    else {
        return;
    };
    let names: Vec<String> = acts().map(|act| name(act, history)).collect();
    let labels: BTreeSet<LabelId> = acts().filter_map(|act| act.label).collect();
    let own = |(label, file, span): &&LabelUse| {
        labels.contains(label) && *file == last.origin.file && span.start > last.origin.at
    };
    let place = uses.iter().filter(own).map(|(_, _, span)| *span).min_by_key(|span| span.start);
    let head = Span { start: last.origin.at, end: last.origin.at };
    let message = match names.as_slice() {
        [own] => format!("{own} comes before itself"),
        all => {
            format!("each comes before the next, and the last before the first: {}", all.join(", "))
        }
    };
    faults.enter(last.origin.file);
    let fault = Diagnostic::new("J-ORDER", place.unwrap_or(head), message);
    faults.push_second(fault.hint("take one `after` or `before` out"), "begun at", first.origin);
}

fn name(act: &Act, history: &History) -> String {
    match act.label {
        Some(label) => format!("`{}`", history.labels.word(label)),
        None => format!("the act of {}", act.when),
    }
}
