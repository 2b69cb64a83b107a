//! Acts that would have opened a matter and opened none, with the reasons.

use crate::asking::Asking;
use crate::moment::Moment;
use servanda_model::{Finding, Opening, Procedure};

/// An act that opened no matter.
#[derive(Debug, Clone, PartialEq)]
pub struct Unopened<'r> {
    /// Its position.
    pub position: u32,
    /// What it would have opened.
    pub opening: Opening,
    /// The procedure as it stood then, where there was one.
    pub procedure: Option<&'r Procedure>,
    /// Why it did not.
    pub findings: Vec<Finding>,
}

/// Lists the acts known at a moment, up to its day, that opened no matter.
pub fn unopened<'r>(asking: &'r Asking<'r>, moment: &Moment) -> Vec<Unopened<'r>> {
    let state = asking.fold(&asking.everything(), moment, &[]);
    let acts = (0u32..).zip(&asking.history.acts);
    let calls = acts.filter_map(|(position, act)| Some((position, act.details.as_ref()?.opens?)));
    let none = calls.filter(|(position, _)| !state.matters.contains_key(position));
    none.filter_map(|(position, opening)| {
        let placed = asking.place(position, moment, &[])?;
        let own = state.findings.iter().filter(|finding| finding.position == position);
        let findings: Vec<Finding> = own.cloned().collect();
        // Without a reason it is another telling of an act that did open one.
        let is_told = !findings.is_empty() && placed.when.order() <= moment.on;
        let law = asking.code.procedure_on(opening.procedure, &state, placed.day);
        let procedure = law.map(|(_, procedure)| procedure);
        is_told.then_some(Unopened { position, opening, procedure, findings })
    })
    .collect()
}
