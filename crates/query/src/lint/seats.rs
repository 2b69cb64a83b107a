//! Chairs whose absence no article covers, and organs that decide nothing.

use super::{InForce, open};
use servanda_model::{Absence, BodyKind, Decider, Gravity, Hole, HoleCode, Rotation};

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
