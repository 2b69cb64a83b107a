//! Chairs whose absence no article covers, and organs that decide nothing, or several kinds of matters
//! and none by default.

use super::{InForce, open};
use crate::decision::recount::kind_of;
use servanda_model::{Absence, BodyKind, Decider, Deed, Gravity, Hole, HoleCode, Rotation};

/// An organ whose chair goes round, and of which no article says who stands in.
pub(super) fn absent_chair(law: &InForce<'_, '_>, holes: &mut Vec<Hole>) {
    for (organ, word) in law.asking.law.body_names.iter() {
        let rotations: Vec<_> =
            law.asking.code.rotations_on(Decider::ChairOf(organ), law.state, law.on).collect();
        let says = |rotation: &Rotation| match rotation.in_absence {
            Some(Absence::Next | Absence::DecidedBy(_)) => true,
            Some(Absence::AnotherMember) | None => false,
        };
        if rotations.iter().any(|(_, rotation)| says(rotation)) {
            continue;
        }
        let another = rotations.iter().find(|(_, rotation)| rotation.in_absence.is_some());
        let hint = "add `in absence next` or `in absence decided by ORGAN`";
        if let Some((article, _)) = another {
            let message = format!(
                "another member stands in for an absent chair of `{word}`, and nothing says which"
            );
            holes.push(open(HoleCode::AbsentChair, *article, message, hint));
        } else if let Some((article, _)) = rotations.first() {
            let message = format!("nothing says who stands in for an absent chair of `{word}`");
            holes.push(open(HoleCode::AbsentChair, *article, message, hint));
        }
    }
}

/// An organ that no matter is given to; it may only advise, so this is worth a look at most.
pub(super) fn without_matter(law: &InForce<'_, '_>, holes: &mut Vec<Hole>) {
    for (organ, word) in law.asking.law.body_names.iter() {
        let Some(row) = law.asking.code.body_on(organ, law.state, law.on) else { continue };
        let decides = law.matters.iter().any(|(_, matter)| matter.organs.contains(&organ));
        if matches!(row.kind, BodyKind::Organ { .. }) && !decides {
            holes.push(Hole {
                code: HoleCode::OrganWithoutMatter,
                gravity: Gravity::Remark,
                article: row.article,
                message: format!("no article says what `{word}` decides"),
                hint: "add `matter KIND of ORGAN under RULE`, where it decides anything",
            });
        }
    }
}

/// An organ that decides several kinds of matters, none of them by default, and a decision of it on
/// record of which no kind is told: it comes under no rule.
pub(super) fn without_default(law: &InForce<'_, '_>, holes: &mut Vec<Hole>) {
    let asking = law.asking;
    for (position, act) in (0u32..).zip(&asking.history.acts) {
        let Deed::Decide(decision) = &act.deed else { continue };
        let organ = decision.organ;
        let of = law.matters.iter().find(|(_, matter)| matter.organs.contains(&organ));
        let Some((article, _)) = of else { continue };
        let known =
            |hole: &Hole| hole.code == HoleCode::NoDefaultMatter && hole.article == Some(*article);
        let on = (law.state, act.when.order());
        if holes.iter().any(known) || kind_of(asking, on, position, decision).is_some() {
            continue;
        }
        let word = law.body_word(organ);
        holes.push(Hole {
            code: HoleCode::NoDefaultMatter,
            gravity: Gravity::Remark,
            article: Some(*article),
            message: format!(
                "no kind of matter of `{word}` is its default: a decision on record that tells none comes under no rule"
            ),
            hint: "add `by default` below the ordinary one of its matters, or tell the kind",
        });
    }
}
