//! What would differ under a law that is only supposed, and which acts would lose their basis.

mod basis;

use crate::asking::Asking;
use crate::diff::{Differences, compare};
use crate::facts::{Facts, Subject, facts_of_both};
use crate::moment::Moment;
use servanda_model::{ArticleId, Mention, Remark, remark};

/// What would differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhatIf {
    /// The answers that differ, findings left out.
    pub differences: Differences,
    /// The acts whose basis or effect differs.
    pub without_basis: Vec<Baseless>,
    /// What there is to say beside it.
    pub notes: Vec<Remark>,
}

/// An act that would lose its basis, or what is noticed about which would differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Baseless {
    /// The position of the act.
    pub position: u32,
    /// The article.
    pub article: Option<ArticleId>,
    /// What would be so.
    pub message: Remark,
}

/// Compares what follows under the law of the record with what follows under the supposed one.
///
/// `asking` is the record, `supposing` the same with the supposition as its last act.
pub fn what_if(asking: &Asking<'_>, supposing: &Asking<'_>, moment: &Moment) -> WhatIf {
    let (mut before, mut after) = facts_of_both(asking, supposing, moment);
    let mut without_basis = noticed(supposing, &before, &after);
    without_basis.extend(basis::lost(asking, supposing, moment));
    without_basis.sort_by_cached_key(|lost| {
        (lost.position, lost.article, lost.message.english(supposing.law))
    });
    without_basis.dedup();
    for facts in [&mut before, &mut after] {
        facts.told.retain(|subject, _| !matches!(subject, Subject::Finding(..)));
    }
    let differences = compare(supposing, &before, &after);
    WhatIf { differences, without_basis, notes: basis::notes(supposing, moment) }
}

/// Lists what is noticed about acts under one of the laws alone.
fn noticed(supposing: &Asking<'_>, before: &Facts, after: &Facts) -> Vec<Baseless> {
    let subjects = before.told.keys().chain(after.told.keys());
    let mut found = Vec::new();
    for subject in subjects {
        let Subject::Finding(position, grade, article) = *subject else { continue };
        let told = |facts: &Facts| facts.told.get(subject).map(|told| told.text.clone());
        let english =
            |remark: &Option<Remark>| remark.as_ref().map(|remark| remark.english(supposing.law));
        let message = match (told(before), told(after)) {
            (then, now) if english(&then) == english(&now) => continue,
            (_, Some(now)) => {
                let grade = Mention::Form(grade.word(), grade.neutral());
                remark!(NOTICED_NOW, grade = grade, told = now)
            }
            (Some(then), None) => remark!(NO_LONGER_NOTICED, told = then),
            (None, None) => continue,
        };
        // A supposition that changes nothing is no act of the record.
        if supposing.supposed() != Some(position) {
            found.push(Baseless { position, article, message });
        }
    }
    found
}
