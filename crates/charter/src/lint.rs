//! Holes of form in a charter that reads without fault.

use servanda_model::{
    ArticleId, Day, Decider, Gravity, Hole, HoleCode, Id as _, InstrumentKind, Law, PartyId, Rule,
};

/// Lists the holes of form of a law.
pub fn lint(law: &Law) -> Vec<Hole> {
    let mut holes = Vec::new();
    without_entry(law, &mut holes);
    without_appointment(law, &mut holes);
    equal_rotations(law, &mut holes);
    sums(law, &mut holes);
    holes
}

/// An instrument with parties that no clause brings into force.
fn without_entry(law: &Law, holes: &mut Vec<Hole>) {
    for (id, word) in law.instrument_names.iter() {
        let Some(row) = law.instrument(id) else {
            continue;
        };
        let with_parties = match row.kind {
            InstrumentKind::Treaty | InstrumentKind::Protocol => true,
            InstrumentKind::Decision | InstrumentKind::Practice => false,
        };
        let enters = |article: &ArticleId| {
            law.article(*article)
                .into_iter()
                .flat_map(|a| &a.versions)
                .flat_map(|v| &v.clauses)
                .any(|clause| {
                    matches!(clause.rule, Rule::EntryIntoForce { .. } | Rule::EntryAsSourcesSay)
                })
        };
        if with_parties && !row.articles.iter().any(enters) {
            holes.push(Hole {
                code: HoleCode::NoEntryIntoForce,
                gravity: Gravity::Open,
                article: row.articles.first().copied(),
                message: format!("`{word}` has no clause that brings it into force; only a source can say that it is"),
                hint: "add `in-force when COND`, `in-force each on deposit` or `in-force as sources say`",
            });
        }
    }
}

/// An office that no organ appoints.
fn without_appointment(law: &Law, holes: &mut Vec<Hole>) {
    for (id, word) in law.office_names.iter() {
        let Some(office) = law.office(id) else {
            continue;
        };
        if office.appointed_by.is_none() {
            holes.push(Hole {
                code: HoleCode::NobodyAppoints,
                gravity: Gravity::Open,
                article: office.article,
                message: format!("no organ appoints `{word}`"),
                hint: "add `appointed by ORGAN` below the office",
            });
        }
    }
}

/// Two rotations of one chair under one name.
fn equal_rotations(law: &Law, holes: &mut Vec<Hole>) {
    let mut seen: Vec<(Decider, &str, ArticleId)> = Vec::new();
    for (article, clause) in law.clauses() {
        let Rule::Rotation(rotation) = &clause.rule else {
            continue;
        };
        // Versions of one article give the same rotation again.
        let (subject, reading) = (rotation.subject, rotation.reading.as_str());
        if seen.iter().any(|known| known.0 == subject && known.1 == reading && known.2 != article) {
            let word = law.article_names.word(ArticleId::of(article.ordinal()));
            holes.push(Hole {
                code: HoleCode::TwoRotations,
                gravity: Gravity::Open,
                article: Some(article),
                message: format!("`{word}` gives a second rotation named `{}`", rotation.reading),
                hint: "give one of the two readings another name",
            });
        }
        seen.push((subject, reading, article));
    }
}

/// A table whose weights do not sum to its total, in each period in which they do not.
fn sums(law: &Law, holes: &mut Vec<Hole>) {
    for ((_, word), table) in law.weights_names.iter().zip(&law.weights) {
        let Some(total) = table.total else { continue };
        let mut parties: Vec<PartyId> = table.rows.iter().map(|(_, party, _)| *party).collect();
        parties.sort_unstable();
        parties.dedup();
        let mut periods: Vec<Option<Day>> = table.rows.iter().map(|(from, ..)| *from).collect();
        periods.sort_unstable();
        periods.dedup();
        for from in periods {
            let weights = parties.iter().map(|party| table.of(*party, from.unwrap_or(Day::MIN)));
            let sum = weights.fold(0u64, u64::saturating_add);
            if sum == total {
                continue;
            }
            let since = from.map(|day| format!(" from {day}")).unwrap_or_default();
            holes.push(Hole {
                code: HoleCode::SumBesideTotal,
                gravity: Gravity::Remark,
                article: None,
                message: format!("the weights of `{word}`{since} sum to {sum}, and its total is {total}"),
                hint: "correct a row or the total; where shares are rounded, a rule that measures `of electorate` needs no total",
            });
        }
    }
}
