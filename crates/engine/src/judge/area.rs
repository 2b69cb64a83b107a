//! Judging whether the act that opens a matter says to which area of common effort it belongs.

use super::Case;
use crate::effect::Said;
use servanda_model::{AreaId, ArticleId, Grade, Mention, Opening, Procedure, remark};

/// Notices a matter that can belong to several areas, and of which the act does not say to which it
/// does.
pub(super) fn look(
    case: &mut Case<'_, '_>,
    article: ArticleId,
    procedure: &Procedure,
    opening: Opening,
) {
    if procedure.areas.len() < 2 || opening.area.is_some() {
        return;
    }
    let names = &case.code.law.area_names;
    let word = |area: &AreaId| Mention::Code(names.word(*area).to_owned());
    let areas: Vec<Mention> = procedure.areas.iter().map(word).collect();
    case.guard(Some(article), false, Said::Provided);
    case.find(Grade::Unrecorded, Some(article), remark!(NO_AREA_TOLD, areas = areas));
}
